//! The SQL of what was reached. Every function takes the tenant.

use std::collections::BTreeMap;

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError, lists};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::findings::Finding;
use super::model::{Actual, Hundredths, State, Value};
use super::period::Period;

/// The kind under which accepted values are cited, and of values in the change log.
pub const KIND: &str = "effect";

/// Which value: measure, indicator, period and version.
pub type Key = (i64, i64, Period, i64);

#[derive(sqlx::FromRow)]
struct Row {
    measure: i64,
    indicator: i64,
    period: String,
    version: i64,
    numerator: Option<i64>,
    denominator: Option<i64>,
    note: String,
    findings: String,
    verdict: Option<String>,
    reason: Option<String>,
    account: Option<i64>,
    post: Option<i64>,
    at: i64,
}

impl Row {
    fn actual(self) -> Result<Actual, StoreError> {
        let period = Period::parse(&self.period);
        let text = self.period;
        let period = period.ok_or(StoreError::Unreadable { what: "a period", text })?;
        let value = match (self.numerator, self.denominator) {
            (Some(part), Some(whole)) => Value::Share(part, whole),
            (Some(it), None) => Value::Count(it),
            (None, _) => Value::Nothing,
        };
        let state = match self.verdict.as_deref() {
            None => State::Checked,
            Some("accepted") => State::Accepted,
            Some(_) => State::Returned,
        };
        Ok(Actual {
            measure: self.measure,
            indicator: self.indicator,
            period,
            version: self.version,
            value,
            parts: Vec::new(),
            note: self.note,
            findings: self.findings.split(' ').filter_map(Finding::from_code).collect(),
            state,
            reason: self.reason.unwrap_or_default(),
            account: self.account,
            post: self.post,
            at: self.at,
        })
    }
}

const SELECT: &str = "select a.measure, a.indicator, a.period, a.version, a.numerator, \
     a.denominator, a.note, a.findings, v.verdict, v.reason, a.account, a.post, a.at \
     from measure_actual a left join measure_actual_verdict v on v.tenant = a.tenant \
     and v.measure = a.measure and v.indicator = a.indicator and v.period = a.period \
     and v.version = a.version where a.tenant = $1";

fn sorted(rows: Vec<Row>) -> Result<Vec<Actual>, StoreError> {
    let mut all = rows.into_iter().map(Row::actual).collect::<Result<Vec<_>, _>>()?;
    all.sort_by_key(|it| (it.measure, it.indicator, it.period.last(), it.period, it.version));
    Ok(all)
}

/// The same values with what they were told apart by: one statement.
async fn with_parts(
    connection: &mut AnyConnection,
    (tenant, measure): (Tenant, Option<i64>),
    mut all: Vec<Actual>,
) -> Result<Vec<Actual>, StoreError> {
    let sql = "select measure, indicator, period, version, category, value from indicator_part \
               where tenant = $1 and (cast($2 as bigint) is null or measure = $2) order by position";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(measure);
    let rows: Vec<(i64, i64, String, i64, String, i64)> = query.fetch_all(connection).await?;
    type Of = (i64, i64, String, i64);
    let mut parts: BTreeMap<Of, Vec<(String, Hundredths)>> = BTreeMap::new();
    for (measure, indicator, period, version, category, value) in rows {
        let of = (measure, indicator, period, version);
        parts.entry(of).or_default().push((category, value));
    }
    if !parts.is_empty() {
        for it in &mut all {
            let of = (it.measure, it.indicator, it.period.to_string(), it.version);
            it.parts = parts.remove(&of).unwrap_or_default();
        }
    }
    Ok(all)
}

async fn write_parts(
    change: &mut Change,
    tenant: Tenant,
    (measure, indicator, period, version): Key,
    parts: &[(String, Hundredths)],
) -> Result<(), StoreError> {
    if parts.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into indicator_part (tenant, measure, indicator, period, version, category, value, \
         position) values {}",
        lists::rows(parts.len(), 8),
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for ((category, value), position) in parts.iter().zip(1_i64..) {
        query = query
            .bind(tenant.id())
            .bind(measure)
            .bind(indicator)
            .bind(period.to_string())
            .bind(version)
            .bind(category.clone())
            .bind(*value)
            .bind(position);
    }
    query.execute(&mut **change).await?;
    Ok(())
}

keep! {
    /// [`all`] for pages.
    Actuals(Vec<Actual>) = |connection, tenant| all(connection, tenant);
}

impl Actuals {
    /// Those of an indicator, by period, the oldest version first.
    #[must_use]
    pub fn of(&self, measure: i64, indicator: i64) -> &[Actual] {
        let key = |it: &Actual| (it.measure, it.indicator);
        let first = self.partition_point(|it| key(it) < (measure, indicator));
        let rest = &self[first..];
        &rest[..rest.partition_point(|it| key(it) == (measure, indicator))]
    }
}

/// All values of a measure, by indicator and period, the oldest version first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of_measure(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: i64,
) -> Result<Vec<Actual>, StoreError> {
    let sql = format!("{SELECT} and a.measure = $2");
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(measure);
    let all = sorted(query.fetch_all(&mut *connection).await?)?;
    with_parts(connection, (tenant, Some(measure)), all).await
}

/// All values of a city, in the same order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Actual>, StoreError> {
    let query = sqlx::query_as(sqlx::AssertSqlSafe(SELECT)).bind(tenant.id());
    let all = sorted(query.fetch_all(&mut *connection).await?)?;
    with_parts(connection, (tenant, None), all).await
}

/// What is handed in: a value with what there is to say about it and what the check found.
#[derive(Clone, Debug)]
pub struct HandedIn<'a> {
    /// The value.
    pub value: Value,
    /// Of that, by categories, as far as somebody said.
    pub parts: &'a [(String, Hundredths)],
    /// What there is to say.
    pub note: &'a str,
    /// What the check found.
    pub findings: &'a std::collections::BTreeSet<Finding>,
}

/// Writes a version of a value; handing in and the check are one step.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   version meanwhile.
pub async fn hand_in(
    change: &mut Change,
    tenant: Tenant,
    key: Key,
    it: &HandedIn<'_>,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let (numerator, denominator) = match it.value {
        Value::Nothing => (None, None),
        Value::Count(it) => (Some(it), None),
        Value::Share(part, whole) => (Some(part), Some(whole)),
    };
    let findings: Vec<&str> = it.findings.iter().map(|it| it.code()).collect();
    let (measure, indicator, period, version) = key;
    sqlx::query(
        "insert into measure_actual (tenant, measure, indicator, period, version, numerator, \
         denominator, note, findings, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(tenant.id())
    .bind(measure)
    .bind(indicator)
    .bind(period.to_string())
    .bind(version)
    .bind(numerator)
    .bind(denominator)
    .bind(it.note.to_owned())
    .bind(findings.join(" "))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    write_parts(change, tenant, key, it.parts).await?;
    let value = format!("{:?} {:?}", it.value, it.parts);
    record(change, tenant, "actual.hand-in", key, (&findings.join(" "), &value)).await
}

/// Accepts a value or sends it back: one of both, once.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody has decided already.
pub async fn decide(
    change: &mut Change,
    tenant: Tenant,
    key: Key,
    returned_because: Option<&str>,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let verdict = if returned_because.is_some() { "returned" } else { "accepted" };
    let (measure, indicator, period, version) = key;
    sqlx::query(
        "insert into measure_actual_verdict (tenant, measure, indicator, period, version, verdict, \
         reason, account, post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(tenant.id())
    .bind(measure)
    .bind(indicator)
    .bind(period.to_string())
    .bind(version)
    .bind(verdict)
    .bind(returned_because.unwrap_or_default().to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let action = if returned_because.is_some() { "actual.return" } else { "actual.accept" };
    record(change, tenant, action, key, ("", verdict)).await
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    action: &str,
    (measure, indicator, period, version): Key,
    (note, after): (&str, &str),
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: KIND,
        thing: &format!("{measure}:{indicator}:{period}@{version}"),
        note,
        before: None,
        after: Some(after.as_bytes()),
    };
    change.record(entry).await
}
