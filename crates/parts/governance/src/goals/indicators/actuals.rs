//! The SQL of what was counted for goals. Every function takes the tenant.

use std::collections::BTreeMap;

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError, lists};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::model::Actual;
use crate::effects::model::{Hundredths, Value};
use crate::stored::day;

/// The kind under which values of goals are cited, and of values in the change log.
pub const KIND: &str = "goal-value";

/// Goal, indicator, day, version, numerator, denominator, source, account, moment.
type Row = (i64, i64, String, i64, i64, Option<i64>, String, Option<i64>, i64);

keep! {
    /// [`actuals`] for pages.
    Actuals(BTreeMap<(i64, i64), Vec<Actual>>) = |connection, tenant| actuals(connection, tenant);
}

/// All values of a city by goal and indicator, by day, the oldest version first; two statements.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn actuals(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<(i64, i64), Vec<Actual>>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select goal, indicator, day, version, numerator, denominator, source, account, at \
         from goal_actual where tenant = $1 order by goal, indicator, day, version",
    )
    .bind(tenant.id())
    .fetch_all(&mut *connection)
    .await?;
    let told: Vec<(i64, i64, String, i64, String, i64)> = sqlx::query_as(
        "select goal, indicator, day, version, category, value from goal_actual_part \
         where tenant = $1 order by position",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    type Of = (i64, i64, String, i64);
    let mut parts: BTreeMap<Of, Vec<(String, Hundredths)>> = BTreeMap::new();
    for (goal, indicator, day, version, category, value) in told {
        parts.entry((goal, indicator, day, version)).or_default().push((category, value));
    }
    let mut all: BTreeMap<(i64, i64), Vec<Actual>> = BTreeMap::new();
    for (goal, indicator, on, version, part, whole, source, account, at) in rows {
        let parts = parts.remove(&(goal, indicator, on.clone(), version)).unwrap_or_default();
        let value = whole.map_or(Value::Count(part), |whole| Value::Share(part, whole));
        let on = day(on)?;
        let it = Actual { goal, indicator, on, version, value, parts, source, account, at };
        all.entry((goal, indicator)).or_default().push(it);
    }
    Ok(all)
}

/// A value that is written down: what was counted, told apart as far as somebody said, and who knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What was counted.
    pub value: Value,
    /// Of that, by categories.
    pub parts: Vec<(String, Hundredths)>,
    /// Who or what knows it.
    pub source: String,
}

/// Writes a version of a value: goal, indicator, day and version.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   version meanwhile.
pub async fn write(
    change: &mut Change,
    tenant: Tenant,
    (goal, indicator, on, version): (i64, i64, Date, i64),
    it: &Counted,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let (numerator, denominator) = match it.value {
        Value::Nothing => (0, None),
        Value::Count(it) => (it, None),
        Value::Share(part, whole) => (part, Some(whole)),
    };
    sqlx::query(
        "insert into goal_actual (tenant, goal, indicator, day, version, numerator, denominator, \
         source, account, post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(tenant.id())
    .bind(goal)
    .bind(indicator)
    .bind(on.to_string())
    .bind(version)
    .bind(numerator)
    .bind(denominator)
    .bind(it.source.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    write_parts(change, tenant, (goal, indicator, on, version), &it.parts).await?;
    let entry = Entry {
        tenant: Some(tenant),
        action: "goal-value.write",
        thing_kind: KIND,
        thing: &format!("{goal}:{indicator}:{on}@{version}"),
        note: "",
        before: None,
        after: Some(&format!("{:?} {:?}", it.value, it.parts).into_bytes()),
    };
    change.record(entry).await
}

async fn write_parts(
    change: &mut Change,
    tenant: Tenant,
    (goal, indicator, on, version): (i64, i64, Date, i64),
    parts: &[(String, Hundredths)],
) -> Result<(), StoreError> {
    if parts.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into goal_actual_part (tenant, goal, indicator, day, version, category, value, \
         position) values {}",
        lists::rows(parts.len(), 8),
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for ((category, value), position) in parts.iter().zip(1_i64..) {
        query = query
            .bind(tenant.id())
            .bind(goal)
            .bind(indicator)
            .bind(on.to_string())
            .bind(version)
            .bind(category.clone())
            .bind(*value)
            .bind(position);
    }
    query.execute(&mut **change).await?;
    Ok(())
}
