//! The SQL of what cities show of their candidates. Every function takes the tenant.

use std::collections::BTreeMap;

use ankunft_atlas::candidates::model::State;
use ankunft_platform::changes::Entry;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{Tenant, TenantKind};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::model::{Circle, Giving, Method, Quarter, Shown};
use crate::exchange::store::transfers::Kind;

/// Its kind in the change log.
pub const KIND: &str = "selection-giving";

#[derive(sqlx::FromRow)]
struct Row {
    tenant: i64,
    number: i64,
    to_cities: i64,
    to_research: i64,
    purpose: String,
    approach: String,
    until: Option<String>,
    hash: Vec<u8>,
    account: Option<i64>,
    at: i64,
    ended_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct QuarterRow {
    tenant: i64,
    number: i64,
    candidate: i64,
    name: String,
    kind: String,
    state: String,
    since: String,
    reason: String,
    body: String,
    dimensions: String,
    period: String,
}

const GIVING: &str = "select g.tenant, g.number, cast(g.to_cities as bigint) as to_cities, \
     cast(g.to_research as bigint) as to_research, g.purpose, g.approach, g.until, g.hash, \
     g.account, g.at, e.at as ended_at from selection_giving g \
     left join selection_end e on e.tenant = g.tenant and e.number = g.number";
const QUARTER: &str = "select q.tenant, q.number, q.candidate, q.name, q.kind, q.state, q.since, \
     q.reason, q.body, q.dimensions, q.period from selection_quarter q \
     join selection_giving g on g.tenant = q.tenant and g.number = q.number";
const NEWEST: &str = "g.number = (select max(n.number) from selection_giving n \
     where n.tenant = g.tenant)";
/// Which of them stand, and are for the tenant that asks.
const STANDS_FOR: &str = "not exists (select 1 from selection_end x where x.tenant = g.tenant \
     and x.number = g.number) and coalesce(g.until, $4) >= $4 \
     and exists (select 1 from tenant t where t.id = $1 \
     and (t.id = g.tenant or t.id = g.programme or (g.to_cities = 1 and t.kind = $2) \
     or (g.to_research = 1 and t.kind = $3)))";

/// The same for who reads for research alone: what is shown to research, and what the own city shows.
const FOR_RESEARCH: &str = "(g.to_research = 1 or g.tenant = $1)";

fn giving(
    row: Row,
    quarters: &mut BTreeMap<(i64, i64), Vec<Quarter>>,
) -> Result<Giving, StoreError> {
    let circle = Circle { cities: row.to_cities != 0, research: row.to_research != 0 };
    let quarters = quarters.remove(&(row.tenant, row.number)).unwrap_or_default();
    let until = row
        .until
        .map(|it| it.parse().map_err(|_| StoreError::Unreadable { what: "a day", text: it }));
    let (until, approach) = (until.transpose()?, row.approach);
    Ok(Giving {
        city: row.tenant,
        number: row.number,
        shown: Shown { circle, purpose: row.purpose, until, approach, quarters },
        hash: row.hash,
        account: row.account,
        at: row.at,
        ended_at: row.ended_at,
    })
}

fn by_giving(rows: Vec<QuarterRow>) -> Result<BTreeMap<(i64, i64), Vec<Quarter>>, StoreError> {
    let mut all: BTreeMap<(i64, i64), Vec<Quarter>> = BTreeMap::new();
    for it in rows {
        let state = State::from_code(&it.state)
            .ok_or(StoreError::Unreadable { what: "a state", text: it.state })?;
        all.entry((it.tenant, it.number)).or_default().push(Quarter {
            candidate: it.candidate,
            name: it.name,
            kind: it.kind,
            state,
            since: it.since,
            reason: it.reason,
            body: it.body,
            method: Method {
                dimensions: it.dimensions.split_whitespace().map(str::to_owned).collect(),
                period: it.period,
            },
        });
    }
    for each in all.values_mut() {
        each.sort_by(|a, b| a.name.cmp(&b.name).then(a.candidate.cmp(&b.candidate)));
    }
    Ok(all)
}

/// What stands and is for this tenant, of every city; for research alone only what is shown to it. Two
/// statements.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn standing_for(
    connection: &mut AnyConnection,
    (reader, only_research): (Tenant, bool),
    today: Date,
) -> Result<Vec<Giving>, StoreError> {
    let kinds = [TenantKind::Kommune.code(), TenantKind::Research.code()];
    let of = if only_research { FOR_RESEARCH } else { "1 = 1" };
    let sql = format!("{QUARTER} where {NEWEST} and {STANDS_FOR} and {of}");
    let rows: Vec<QuarterRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(reader.id())
        .bind(kinds[0])
        .bind(kinds[1])
        .bind(today.to_string())
        .fetch_all(&mut *connection)
        .await?;
    let mut quarters = by_giving(rows)?;
    let sql = format!("{GIVING} where {NEWEST} and {STANDS_FOR} and {of} order by g.tenant");
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(reader.id())
        .bind(kinds[0])
        .bind(kinds[1])
        .bind(today.to_string())
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|it| giving(it, &mut quarters)).collect()
}

/// What a city showed last, also if it was taken back or its last day is over.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn newest(
    connection: &mut AnyConnection,
    city: Tenant,
) -> Result<Option<Giving>, StoreError> {
    let sql = format!("{QUARTER} where {NEWEST} and g.tenant = $1");
    let rows: Vec<QuarterRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(city.id())
        .fetch_all(&mut *connection)
        .await?;
    let mut quarters = by_giving(rows)?;
    let sql = format!("{GIVING} where {NEWEST} and g.tenant = $1");
    let row: Option<Row> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(city.id()).fetch_optional(connection).await?;
    row.map(|it| giving(it, &mut quarters)).transpose()
}

/// What a city showed until its last day.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Over {
    /// The number of the city.
    pub city: i64,
    /// Which time it was.
    pub number: i64,
    to_cities: i64,
    to_research: i64,
    /// For what.
    pub purpose: String,
    until: String,
    /// SHA-256 of what was shown.
    pub hash: Vec<u8>,
    next_at: Option<i64>,
}

impl Over {
    /// Who read it.
    #[must_use]
    pub const fn circle(&self) -> Circle {
        Circle { cities: self.to_cities != 0, research: self.to_research != 0 }
    }

    /// When its last day was over, in microseconds UTC; none if it was shown anew before.
    #[must_use]
    pub fn over_at(&self, zone: &TimeZone) -> Option<i64> {
        let day: Date = self.until.parse().ok()?;
        let over = zone.to_timestamp(day.tomorrow().ok()?.at(0, 0, 0, 0)).ok()?;
        let at = over.as_microsecond();
        self.next_at.is_none_or(|it| it >= at).then_some(at)
    }
}

/// What was shown to be kept in the register of this tenant, with its last day in a span of days. A
/// research team that came later has nothing of it in its register.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn over(
    connection: &mut AnyConnection,
    reader: Tenant,
    (from, before): (Date, Date),
) -> Result<Vec<Over>, StoreError> {
    Ok(sqlx::query_as(
        "select g.tenant as city, g.number, cast(g.to_cities as bigint) as to_cities, \
         cast(g.to_research as bigint) as to_research, g.purpose, g.until, g.hash, \
         (select min(n.at) from selection_giving n where n.tenant = g.tenant \
         and n.number > g.number) as next_at from selection_giving g \
         where g.until >= $3 and g.until < $4 and not exists (select 1 from selection_end x \
         where x.tenant = g.tenant and x.number = g.number) and exists (select 1 from tenant t \
         where t.id = $1 and (t.id = g.tenant or t.id = g.programme \
         or (g.to_research = 1 and t.kind = $2 and exists (select 1 from transfer r \
         where r.tenant = t.id and r.kind = $5 and r.hash = g.hash))))",
    )
    .bind(reader.id())
    .bind(TenantKind::Research.code())
    .bind(from.to_string())
    .bind(before.to_string())
    .bind(Kind::Shown.code())
    .fetch_all(connection)
    .await?)
}

/// Writes down what a city shows. The tenant is locked by the caller.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody was faster.
pub async fn give(
    change: &mut Change,
    (city, programme): (Tenant, Tenant),
    number: i64,
    it: &Shown,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let hash = it.hash();
    sqlx::query(
        "insert into selection_giving (tenant, number, programme, to_cities, to_research, \
         purpose, approach, until, hash, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(city.id())
    .bind(number)
    .bind(programme.id())
    .bind(i16::from(it.circle.cities))
    .bind(i16::from(it.circle.research))
    .bind(it.purpose.clone())
    .bind(it.approach.clone())
    .bind(it.until.map(|it| it.to_string()))
    .bind(hash.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    for quarter in &it.quarters {
        insert(change, (city, number), quarter).await?;
    }
    let note = it.quarters.len().to_string();
    record(change, city, ("selection.give", number), (&note, Some(&hash))).await
}

async fn insert(
    change: &mut Change,
    (city, number): (Tenant, i64),
    it: &Quarter,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into selection_quarter (tenant, number, candidate, name, kind, state, since, \
         reason, body, dimensions, period) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(city.id())
    .bind(number)
    .bind(it.candidate)
    .bind(it.name.clone())
    .bind(it.kind.clone())
    .bind(it.state.code())
    .bind(it.since.clone())
    .bind(it.reason.clone())
    .bind(it.body.clone())
    .bind(it.method.dimensions.join(" "))
    .bind(it.method.period.clone())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Takes back what a city showed. The tenant is locked by the caller.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if it was taken back.
pub async fn revoke(change: &mut Change, city: Tenant, number: i64) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into selection_end (tenant, number, account, post, at) values ($1, $2, $3, $4, $5)",
    )
    .bind(city.id())
    .bind(number)
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    record(change, city, ("selection.revoke", number), ("", None)).await
}

/// Notes that a tenant took a file with it along; false if that is noted already. In a change that has
/// its own entry in the change log.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn copied(
    change: &mut Change,
    (city, number): (Tenant, i64),
    reader: Tenant,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "insert into selection_copy (tenant, number, reader, at) values ($1, $2, $3, $4) \
         on conflict (tenant, number, reader) do nothing",
    )
    .bind(city.id())
    .bind(number)
    .bind(reader.id())
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The tenants that took a file along with what a city has shown, ever.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn copies(connection: &mut AnyConnection, city: Tenant) -> Result<Vec<i64>, StoreError> {
    let sql = "select distinct reader from selection_copy where tenant = $1 order by reader";
    let rows: Vec<(i64,)> = sqlx::query_as(sql).bind(city.id()).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(it,)| it).collect())
}

async fn record(
    change: &mut Change,
    city: Tenant,
    (action, number): (&str, i64),
    (note, after): (&str, Option<&[u8]>),
) -> Result<(), StoreError> {
    let (tenant, thing) = (Some(city), &number.to_string());
    change
        .record(Entry { tenant, action, thing_kind: KIND, thing, note, before: None, after })
        .await
}
