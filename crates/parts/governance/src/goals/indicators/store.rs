//! The SQL of what indicators of goals say. Every function takes the tenant.

use std::collections::BTreeMap;

use ankunft_platform::changes::Entry;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Indicator, Known, Origin};
use crate::effects::model::Kind;
use crate::goals::store as goals;
use crate::stored::{day, word};

/// The kind of thing in the change log.
pub const KIND: &str = "indicator-of-goal";

const COLUMNS: &str = "v.edition, v.goal, v.indicator, v.version, v.name, v.unit, v.kind, v.origin, \
     v.source, v.categories, v.baseline, v.baseline_on, v.figure, v.area, v.dropped, v.account, v.at";

/// The newest version of an indicator in its edition.
const NEWEST: &str = "(select max(n.version) from goal_indicator_version n \
     where n.tenant = v.tenant and n.edition = v.edition and n.goal = v.goal \
     and n.indicator = v.indicator)";

#[derive(sqlx::FromRow)]
struct Row {
    edition: i64,
    goal: i64,
    indicator: i64,
    version: i64,
    name: String,
    unit: String,
    kind: String,
    origin: String,
    source: String,
    categories: String,
    baseline: Option<i64>,
    baseline_on: Option<String>,
    figure: Option<String>,
    area: Option<String>,
    dropped: i16,
    account: Option<i64>,
    at: i64,
}

impl Row {
    fn known(self) -> Result<Known, StoreError> {
        let origin = match (self.origin.as_str(), self.figure) {
            ("kept", _) => Origin::Kept,
            ("sum", _) => Origin::Sum(Vec::new()),
            ("figure", Some(figure)) => Origin::Figure(figure, self.area),
            (_, _) => {
                return Err(StoreError::Unreadable { what: "an origin", text: self.origin });
            }
        };
        let says = Indicator {
            name: self.name,
            unit: self.unit,
            kind: word(Kind::from_code, self.kind)?,
            origin,
            source: self.source,
            categories: self.categories.lines().map(str::to_owned).collect(),
            baseline: self.baseline.zip(self.baseline_on.map(day).transpose()?),
            targets: Vec::new(),
        };
        let Self { edition, goal, indicator: number, version, account, at, .. } = self;
        let is_dropped = self.dropped != 0;
        Ok(Known { edition, goal, number, version, says, is_dropped, account, at })
    }
}

type Key = (i64, i64, i64, i64);
type Pieces = Vec<(i64, i64, i64, i64, i64, i64)>;

/// Indicators with their targets and what they add up: both as key and two numbers.
fn whole(rows: Vec<Row>, targets: Pieces, terms: Pieces) -> Result<Vec<Known>, StoreError> {
    let mut all = rows.into_iter().map(Row::known).collect::<Result<Vec<_>, _>>()?;
    let key = |it: &Known| (it.edition, it.goal, it.number, it.version);
    let at: BTreeMap<Key, usize> = all.iter().enumerate().map(|(at, it)| (key(it), at)).collect();
    for (edition, goal, indicator, version, year, value) in targets {
        if let Some(at) = at.get(&(edition, goal, indicator, version)) {
            all[*at].says.targets.push((year, value));
        }
    }
    for (edition, goal, indicator, version, measure, number) in terms {
        if let Some(at) = at.get(&(edition, goal, indicator, version))
            && let Origin::Sum(terms) = &mut all[*at].says.origin
        {
            terms.push((measure, number));
        }
    }
    Ok(all)
}

/// Reads versions, with all that belongs to them; three statements, however many. The condition
/// speaks of `v`, of its tenant `$1` and of a number `$2`.
async fn read(
    connection: &mut AnyConnection,
    (tenant, number): (Tenant, i64),
    condition: &str,
) -> Result<Vec<Known>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from goal_indicator_version v where v.tenant = $1 and {condition} \
         order by v.goal, v.indicator, v.edition desc, v.version desc",
    );
    let rows = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(number);
    let rows: Vec<Row> = rows.fetch_all(&mut *connection).await?;
    let pieces = |columns: &str, table: &str, order: &str| {
        format!(
            "select v.edition, v.goal, v.indicator, v.version, {columns} from {table} v \
             where v.tenant = $1 and {condition} order by {order}",
        )
    };
    let sql = pieces("v.year, v.value", "goal_target", "v.year");
    let targets = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(number);
    let targets: Pieces = targets.fetch_all(&mut *connection).await?;
    let columns = "v.measure, v.measure_indicator";
    let sql = pieces(columns, "goal_indicator_term", columns);
    let terms = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(number);
    whole(rows, targets, terms.fetch_all(connection).await?)
}

/// The indicators of an edition as they stand, by goal and number; three statements.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn indicators(
    connection: &mut AnyConnection,
    tenant: Tenant,
    edition: i64,
) -> Result<Vec<Known>, StoreError> {
    let condition = format!("v.edition = $2 and v.version = {NEWEST}");
    let mut all = read(connection, (tenant, edition), &condition).await?;
    all.retain(|it| !it.is_dropped);
    Ok(all)
}

/// All versions of the indicators of a goal in all editions that were not discarded, by number, the newest first; three
/// statements.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn history(
    connection: &mut AnyConnection,
    tenant: Tenant,
    goal: i64,
) -> Result<Vec<Known>, StoreError> {
    let condition = format!("v.goal = $2 and {}", goals::STANDS);
    read(connection, (tenant, goal), &condition).await
}

/// Lets an edition begin with the indicators of another one.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn carry(
    change: &mut Change,
    tenant: Tenant,
    (before, edition): (i64, i64),
) -> Result<(), StoreError> {
    let newest = format!("v.tenant = $1 and v.edition = $2 and v.version = {NEWEST}");
    let version = format!(
        "insert into goal_indicator_version (tenant, edition, goal, indicator, version, name, unit, \
         kind, origin, source, categories, baseline, baseline_on, figure, area, dropped, account, \
         post, at) select v.tenant, $3, v.goal, v.indicator, 1, v.name, v.unit, v.kind, v.origin, \
         v.source, v.categories, v.baseline, v.baseline_on, v.figure, v.area, v.dropped, v.account, \
         v.post, v.at from goal_indicator_version v where {newest} and v.dropped = 0",
    );
    let piece = |table: &str, columns: [&str; 2]| {
        let [one, two] = columns;
        format!(
            "insert into {table} (tenant, edition, goal, indicator, version, {one}, {two}) \
             select v.tenant, $3, v.goal, v.indicator, 1, v.{one}, v.{two} from {table} v \
             where {newest} and exists (select 1 from goal_indicator_version c \
             where c.tenant = v.tenant and c.edition = $3 and c.goal = v.goal \
             and c.indicator = v.indicator)",
        )
    };
    let targets = piece("goal_target", ["year", "value"]);
    let terms = piece("goal_indicator_term", ["measure", "measure_indicator"]);
    for sql in [version, targets, terms] {
        let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        query.bind(before).bind(edition).execute(&mut **change).await?;
    }
    Ok(())
}

/// Notes a new indicator of a goal in an edition; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such goal or edition.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    (edition, goal): (i64, i64),
    says: &Indicator,
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from goal_indicator \
               where tenant = $1 and goal = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(goal);
    let (number,): (i64,) = query.fetch_one(&mut **change).await?;
    sqlx::query("insert into goal_indicator (tenant, goal, number) values ($1, $2, $3)")
        .bind(tenant.id())
        .bind(goal)
        .bind(number)
        .execute(&mut **change)
        .await?;
    insert(change, tenant, (edition, goal, number, 1), (says, false)).await?;
    record(change, tenant, ("goal-indicator.add", goal, number), (None, says)).await?;
    Ok(number)
}

/// Writes the next version of an indicator in its edition; `is_dropped` takes it out.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   version meanwhile.
pub async fn save(
    change: &mut Change,
    tenant: Tenant,
    was: &Known,
    (says, is_dropped): (&Indicator, bool),
) -> Result<(), StoreError> {
    let key = (was.edition, was.goal, was.number, was.version + 1);
    insert(change, tenant, key, (says, is_dropped)).await?;
    let action = if is_dropped { "goal-indicator.drop" } else { "goal-indicator.change" };
    record(change, tenant, (action, was.goal, was.number), (Some(&was.says), says)).await
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    key: Key,
    (says, is_dropped): (&Indicator, bool),
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let (edition, goal, indicator, version) = key;
    let (figure, area) = match &says.origin {
        Origin::Figure(figure, area) => (Some(figure.clone()), area.clone()),
        _ => (None, None),
    };
    sqlx::query(
        "insert into goal_indicator_version (tenant, edition, goal, indicator, version, name, unit, \
         kind, origin, source, categories, baseline, baseline_on, figure, area, dropped, account, \
         post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, \
         $17, $18, $19)",
    )
    .bind(tenant.id())
    .bind(edition)
    .bind(goal)
    .bind(indicator)
    .bind(version)
    .bind(says.name.clone())
    .bind(says.unit.clone())
    .bind(says.kind.code())
    .bind(says.origin.code())
    .bind(says.source.clone())
    .bind(says.categories.join("\n"))
    .bind(says.baseline.map(|it| it.0))
    .bind(says.baseline.map(|it| it.1.to_string()))
    .bind(figure)
    .bind(area)
    .bind(i16::from(is_dropped))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let terms = match &says.origin {
        Origin::Sum(terms) => &terms[..],
        _ => &[],
    };
    let tables = [
        ("goal_target", "year, value", &says.targets[..]),
        ("goal_indicator_term", "measure, measure_indicator", terms),
    ];
    for (table, columns, pairs) in tables {
        pieces(change, (tenant, key), (table, columns), pairs).await?;
    }
    Ok(())
}

/// Writes what a version has several of.
async fn pieces(
    change: &mut Change,
    (tenant, (edition, goal, indicator, version)): (Tenant, Key),
    (table, columns): (&str, &str),
    pairs: &[(i64, i64)],
) -> Result<(), StoreError> {
    let sql = format!(
        "insert into {table} (tenant, edition, goal, indicator, version, {columns}) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    );
    for (one, two) in pairs {
        sqlx::query(sqlx::AssertSqlSafe(sql.clone()))
            .bind(tenant.id())
            .bind(edition)
            .bind(goal)
            .bind(indicator)
            .bind(version)
            .bind(*one)
            .bind(*two)
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, goal, number): (&str, i64, i64),
    (before, after): (Option<&Indicator>, &Indicator),
) -> Result<(), StoreError> {
    let bytes = |it: &Indicator| format!("{it:?}").into_bytes();
    let before = before.map(bytes);
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: KIND,
        thing: &format!("{goal}:{number}"),
        note: "",
        before: before.as_deref(),
        after: Some(&bytes(after)),
    };
    change.record(entry).await
}
