//! The SQL of indicators. Every function takes the tenant.

use std::collections::BTreeMap;

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError, lists};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Indicator, Kind, Known, Reporter, Rule, Step};
use crate::stored::day;

/// The kind of thing in the change log.
pub const KIND: &str = "indicator-of-measure";

const COLUMNS: &str = "v.measure, v.indicator, v.version, v.step, v.name, v.unit, v.kind, v.rule, \
     v.source, v.categories, v.baseline, v.baseline_on, v.figure, v.reporter_post, \
     v.reporter_organisation, v.ended, v.account, v.post, v.at";

/// The newest version of an indicator.
const NEWEST: &str = "(select max(n.version) from measure_indicator_version n \
     where n.tenant = v.tenant and n.measure = v.measure and n.indicator = v.indicator)";

#[derive(sqlx::FromRow)]
struct Row {
    measure: i64,
    indicator: i64,
    version: i64,
    step: i64,
    name: String,
    unit: String,
    kind: String,
    rule: String,
    source: String,
    categories: String,
    baseline: Option<i64>,
    baseline_on: Option<String>,
    figure: Option<String>,
    reporter_post: Option<i64>,
    reporter_organisation: Option<i64>,
    ended: i16,
    account: Option<i64>,
    post: Option<i64>,
    at: i64,
}

impl Row {
    fn known(self) -> Result<Known, StoreError> {
        let unreadable = |what, text: String| StoreError::Unreadable { what, text };
        let step = Step::new(self.step);
        let kind = Kind::from_code(&self.kind);
        let rule = Rule::from_code(&self.rule);
        let post = self.reporter_post.map(Reporter::Post);
        let says = Indicator {
            step: step.ok_or_else(|| unreadable("a step", self.step.to_string()))?,
            name: self.name,
            unit: self.unit,
            kind: kind.ok_or_else(|| unreadable("a kind of indicator", self.kind))?,
            rule: rule.ok_or_else(|| unreadable("a rule", self.rule))?,
            source: self.source,
            categories: self.categories.lines().map(str::to_owned).collect(),
            baseline: self.baseline.zip(self.baseline_on.map(day).transpose()?),
            targets: Vec::new(),
            figure: self.figure,
            reporter: post.or(self.reporter_organisation.map(Reporter::Organisation)),
            ended: self.ended != 0,
        };
        let Self { measure, indicator: number, version, account, post, at, .. } = self;
        Ok(Known { measure, number, version, says, account, post, at })
    }
}

/// Measure, indicator, version, day, value.
type TargetRow = (i64, i64, i64, String, i64);

fn with_targets(rows: Vec<Row>, targets: Vec<TargetRow>) -> Result<Vec<Known>, StoreError> {
    let mut all = rows.into_iter().map(Row::known).collect::<Result<Vec<_>, _>>()?;
    let key = |it: &Known| (it.measure, it.number, it.version);
    let at: BTreeMap<_, usize> = all.iter().enumerate().map(|(at, it)| (key(it), at)).collect();
    for (measure, indicator, version, text, value) in targets {
        if let Some(at) = at.get(&(measure, indicator, version)) {
            all[*at].says.targets.push((day(text)?, value));
        }
    }
    Ok(all)
}

keep! {
    /// [`indicators`] for pages.
    Indicators(Vec<Known>) = |connection, tenant| indicators(connection, tenant);
    /// [`seen`] for pages.
    AllSeen(BTreeMap<i64, Seen>) = |connection, tenant| seen(connection, tenant);
}

/// All indicators of a city as they stand, by measure, step and number.
///
/// Two statements, however many.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn indicators(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Known>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from measure_indicator_version v where v.tenant = $1 \
         and v.version = {NEWEST} order by v.measure, v.step, v.indicator",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .fetch_all(&mut *connection)
        .await?;
    let sql = format!(
        "select v.measure, v.indicator, v.version, v.day, v.value from measure_target v \
         where v.tenant = $1 and v.version = {NEWEST} order by v.day",
    );
    let targets =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?;
    with_targets(rows, targets)
}

/// The indicators of some measures as they stand, in the same order.
///
/// Two statements, however many.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn indicators_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measures: &[i64],
) -> Result<Vec<Known>, StoreError> {
    if measures.is_empty() {
        return Ok(Vec::new());
    }
    let some = lists::places(2, measures.len());
    let sql = format!(
        "select {COLUMNS} from measure_indicator_version v where v.tenant = $1 \
         and v.measure in ({some}) and v.version = {NEWEST} \
         order by v.measure, v.step, v.indicator",
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    for it in measures {
        query = query.bind(*it);
    }
    let rows: Vec<Row> = query.fetch_all(&mut *connection).await?;
    let sql = format!(
        "select v.measure, v.indicator, v.version, v.day, v.value from measure_target v \
         where v.tenant = $1 and v.measure in ({some}) and v.version = {NEWEST} order by v.day",
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    for it in measures {
        query = query.bind(*it);
    }
    with_targets(rows, query.fetch_all(connection).await?)
}

/// By what the effect of a measure is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Whether somebody is asked, or was answered, on steps 4 to 7.
    pub is_asked: bool,
    /// Whether there is a value: an accepted one, or the atlas has it.
    pub has_value: bool,
}

/// By what the effect of each measure is seen; one statement, and as many rows as measures.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn seen(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, Seen>, StoreError> {
    let sql = format!(
        "select v.measure, max(case when v.ended = 0 then cast(1 as bigint) else 0 end), \
         max(case when v.ended = 0 and v.figure is not null then cast(1 as bigint) \
         when exists (select 1 from measure_actual_verdict w where w.tenant = v.tenant \
         and w.measure = v.measure and w.indicator = v.indicator and w.verdict = 'accepted') \
         then 1 else 0 end) from measure_indicator_version v where v.tenant = $1 and v.step >= 4 \
         and v.version = {NEWEST} group by v.measure",
    );
    let rows: Vec<(i64, i64, i64)> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?;
    let seen = |(measure, asked, valued): (i64, i64, i64)| {
        let has_value = valued == 1;
        (measure, Seen { is_asked: asked == 1 || has_value, has_value })
    };
    Ok(rows.into_iter().map(seen).collect())
}

/// All versions of the indicators of a measure, the newest of each first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: i64,
) -> Result<Vec<Known>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from measure_indicator_version v where v.tenant = $1 and v.measure = $2 \
         order by v.indicator, v.version desc",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(measure)
        .fetch_all(&mut *connection)
        .await?;
    let targets = sqlx::query_as(
        "select measure, indicator, version, day, value from measure_target \
         where tenant = $1 and measure = $2 order by day",
    )
    .bind(tenant.id())
    .bind(measure)
    .fetch_all(connection)
    .await?;
    with_targets(rows, targets)
}

/// All versions of all indicators of a city, by measure and number, the oldest first.
///
/// Two statements, however many.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all_versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Known>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from measure_indicator_version v where v.tenant = $1 \
         order by v.measure, v.indicator, v.version",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .fetch_all(&mut *connection)
        .await?;
    let targets = sqlx::query_as(
        "select measure, indicator, version, day, value from measure_target \
         where tenant = $1 order by day",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    with_targets(rows, targets)
}

/// Notes a new indicator of a measure; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such measure.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    measure: i64,
    says: &Indicator,
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from measure_indicator \
               where tenant = $1 and measure = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(measure);
    let (number,): (i64,) = query.fetch_one(&mut **change).await?;
    sqlx::query("insert into measure_indicator (tenant, measure, number) values ($1, $2, $3)")
        .bind(tenant.id())
        .bind(measure)
        .bind(number)
        .execute(&mut **change)
        .await?;
    insert(change, tenant, (measure, number, 1), says).await?;
    record(change, tenant, ("indicator.add", measure, number), ("", None, says)).await?;
    Ok(number)
}

/// Writes the next version of an indicator.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   version meanwhile.
pub async fn change_indicator(
    change: &mut Change,
    tenant: Tenant,
    was: &Known,
    says: &Indicator,
) -> Result<(), StoreError> {
    insert(change, tenant, (was.measure, was.number, was.version + 1), says).await?;
    let note: Vec<&str> = was.says.differences(says).into_iter().map(|it| it.code()).collect();
    let of = ("indicator.change", was.measure, was.number);
    record(change, tenant, of, (&note.join(", "), Some(&was.says), says)).await
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (measure, indicator, version): (i64, i64, i64),
    says: &Indicator,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let (post, organisation) = match says.reporter {
        Some(Reporter::Post(it)) => (Some(it), None),
        Some(Reporter::Organisation(it)) => (None, Some(it)),
        None => (None, None),
    };
    sqlx::query(
        "insert into measure_indicator_version (tenant, measure, indicator, version, step, name, \
         unit, kind, rule, source, categories, baseline, baseline_on, figure, reporter_post, \
         reporter_organisation, ended, account, post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, \
         $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
    )
    .bind(tenant.id())
    .bind(measure)
    .bind(indicator)
    .bind(version)
    .bind(i64::from(says.step.number()))
    .bind(says.name.clone())
    .bind(says.unit.clone())
    .bind(says.kind.code())
    .bind(says.rule.code())
    .bind(says.source.clone())
    .bind(says.categories.join("\n"))
    .bind(says.baseline.map(|it| it.0))
    .bind(says.baseline.map(|it| it.1.to_string()))
    .bind(says.figure.clone())
    .bind(post)
    .bind(organisation)
    .bind(i16::from(says.ended))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    for (day, value) in &says.targets {
        sqlx::query(
            "insert into measure_target (tenant, measure, indicator, version, day, value) \
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(tenant.id())
        .bind(measure)
        .bind(indicator)
        .bind(version)
        .bind(day.to_string())
        .bind(*value)
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, measure, number): (&str, i64, i64),
    (note, before, after): (&str, Option<&Indicator>, &Indicator),
) -> Result<(), StoreError> {
    let bytes = |it: &Indicator| format!("{it:?}").into_bytes();
    let before = before.map(bytes);
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: KIND,
        thing: &format!("{measure}:{number}"),
        note,
        before: before.as_deref(),
        after: Some(&bytes(after)),
    };
    change.record(entry).await
}
