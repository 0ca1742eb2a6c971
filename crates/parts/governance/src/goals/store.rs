//! The SQL of goals. Every function takes the tenant.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::indicators;
use super::model::{Adoption, Edition, Goal, Kind, Wording};
use crate::measures;

/// The kind under which goals are cited, and under which citations stand in them.
pub const KIND: &str = "goal";
/// The kind of an edition in the change log.
pub const EDITION: &str = "goal-edition";

const COLUMNS: &str = "v.edition, v.goal, v.version, v.kind, v.parent, v.rank, v.title, v.body, \
     v.sign, v.owner_post, v.horizon, v.dropped, v.account, v.at";

#[derive(sqlx::FromRow)]
struct Row {
    edition: i64,
    goal: i64,
    version: i64,
    kind: String,
    parent: Option<i64>,
    rank: i64,
    title: String,
    body: String,
    sign: String,
    owner_post: Option<i64>,
    horizon: Option<i64>,
    dropped: i16,
    account: Option<i64>,
    at: i64,
}

impl Row {
    fn goal(self) -> Result<Goal, StoreError> {
        let kind = Kind::from_code(&self.kind)
            .ok_or(StoreError::Unreadable { what: "a kind of goal", text: self.kind })?;
        let Self { parent, rank, title, body, sign, owner_post: owner, horizon, .. } = self;
        let wording = Wording { kind, parent, rank, title, body, sign, owner, horizon };
        let Self { goal: number, version, account, at, .. } = self;
        Ok(Goal { number, version, wording, account, at })
    }
}

/// What holds of a `v` whose edition was not discarded.
pub(super) const STANDS: &str = "not exists (select 1 from goal_discard d \
     where d.tenant = v.tenant and d.edition = v.edition)";

/// All editions of a city that were not discarded, the oldest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn editions(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Edition>, StoreError> {
    type Found = (i64, String, Option<String>, Option<String>, Option<String>);
    let sql = format!(
        "select v.edition, v.name, a.adopted_on, a.body, a.paper from goal_edition v \
         left join goal_adoption a on a.tenant = v.tenant and a.edition = v.edition \
         where v.tenant = $1 and {STANDS} order by v.edition",
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    let rows: Vec<Found> = query.fetch_all(connection).await?;
    let edition = |(number, name, on, body, paper): Found| {
        let adoption = match (on, body, paper) {
            (Some(on), Some(body), Some(paper)) => {
                let on =
                    on.parse().map_err(|_| StoreError::Unreadable { what: "a day", text: on })?;
                Some(Adoption { on, body, paper })
            }
            _ => None,
        };
        Ok(Edition { number, name, adoption })
    };
    rows.into_iter().map(edition).collect()
}

/// The goals of an edition as they stand.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn goals(
    connection: &mut AnyConnection,
    tenant: Tenant,
    edition: i64,
) -> Result<Vec<Goal>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from goal_version v where v.tenant = $1 and v.edition = $2 \
         and v.dropped = 0 and v.version = (select max(n.version) from goal_version n \
         where n.tenant = v.tenant and n.edition = v.edition and n.goal = v.goal) \
         order by v.goal",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(edition)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::goal).collect()
}

/// A version of a goal in an edition, and whether it took the goal out.
pub type Written = (i64, Goal, bool);

/// All versions of a goal in all editions that were not discarded, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn history(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Vec<Written>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from goal_version v where v.tenant = $1 and v.goal = $2 \
         and {STANDS} order by v.edition desc, v.version desc",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(number)
        .fetch_all(connection)
        .await?;
    let written = |it: Row| {
        let (edition, is_dropped) = (it.edition, it.dropped != 0);
        Ok((edition, it.goal()?, is_dropped))
    };
    rows.into_iter().map(written).collect()
}

/// Begins the next edition as a copy of the newest one that stands; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn begin(change: &mut Change, tenant: Tenant, name: &str) -> Result<i64, StoreError> {
    let sql = "select coalesce(max(edition), 0) + 1 from goal_edition where tenant = $1";
    let (edition,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let before = editions(change, tenant).await?.last().map_or(0, |it| it.number);
    let now = Timestamp::now().as_microsecond();
    let account = change.author().account;
    sqlx::query(
        "insert into goal_edition (tenant, edition, name, account, at) values ($1, $2, $3, $4, $5)",
    )
    .bind(tenant.id())
    .bind(edition)
    .bind(name.to_owned())
    .bind(account)
    .bind(now)
    .execute(&mut **change)
    .await?;
    sqlx::query(
        "insert into goal_version (tenant, edition, goal, version, kind, parent, rank, title, \
         body, sign, owner_post, horizon, dropped, account, post, at) \
         select v.tenant, $3, v.goal, 1, v.kind, v.parent, v.rank, v.title, v.body, v.sign, \
         v.owner_post, v.horizon, v.dropped, v.account, v.post, v.at from goal_version v \
         where v.tenant = $1 and v.edition = $2 and v.dropped = 0 and v.version = \
         (select max(n.version) from goal_version n \
         where n.tenant = v.tenant and n.edition = v.edition and n.goal = v.goal)",
    )
    .bind(tenant.id())
    .bind(before)
    .bind(edition)
    .execute(&mut **change)
    .await?;
    indicators::store::carry(change, tenant, (before, edition)).await?;
    record(change, tenant, ("goal.edition", EDITION), (edition, "")).await?;
    Ok(edition)
}

/// Keeps that a body adopted an edition.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if it was adopted before.
pub async fn adopt(
    change: &mut Change,
    tenant: Tenant,
    (edition, adoption): (i64, &Adoption),
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into goal_adoption (tenant, edition, adopted_on, body, paper, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tenant.id())
    .bind(edition)
    .bind(adoption.on.to_string())
    .bind(adoption.body.clone())
    .bind(adoption.paper.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("goal.adopt", EDITION), (edition, "")).await
}

/// Notes a new goal in an edition; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if parent or Stelle do not exist.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    (edition, wording): (i64, &Wording),
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from goal where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    sqlx::query("insert into goal (tenant, number) values ($1, $2)")
        .bind(tenant.id())
        .bind(number)
        .execute(&mut **change)
        .await?;
    insert(change, tenant, (edition, number, 1), (wording, false)).await?;
    record(change, tenant, ("goal.add", KIND), (number, "")).await?;
    Ok(number)
}

/// Writes the next version of a goal in an edition; `is_dropped` takes it out.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written
///   that version meanwhile.
pub async fn save(
    change: &mut Change,
    tenant: Tenant,
    (edition, was): (i64, &Goal),
    (wording, is_dropped): (&Wording, bool),
) -> Result<(), StoreError> {
    let key = (edition, was.number, was.version + 1);
    insert(change, tenant, key, (wording, is_dropped)).await?;
    let action = if is_dropped { "goal.drop" } else { "goal.change" };
    record(change, tenant, (action, KIND), (was.number, &edition.to_string())).await
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (edition, number, version): (i64, i64, i64),
    (wording, is_dropped): (&Wording, bool),
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into goal_version (tenant, edition, goal, version, kind, parent, rank, title, \
         body, sign, owner_post, horizon, dropped, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(tenant.id())
    .bind(edition)
    .bind(number)
    .bind(version)
    .bind(wording.kind.code())
    .bind(wording.parent)
    .bind(wording.rank)
    .bind(wording.title.clone())
    .bind(wording.body.clone())
    .bind(wording.sign.clone())
    .bind(wording.owner)
    .bind(wording.horizon)
    .bind(i16::from(is_dropped))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    Ok(())
}

pub(super) async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, kind): (&str, &str),
    (number, note): (i64, &str),
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: kind,
        thing: &number.to_string(),
        note,
        before: None,
        after: None,
    };
    change.record(entry).await
}

keep! {
    /// [`serving`] for pages.
    Serving(BTreeMap<i64, BTreeSet<i64>>) = |connection, tenant| serving(connection, tenant);
}

/// Which measures serve which goals: those that cite them. One statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn serving(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, BTreeSet<i64>>, StoreError> {
    measures::store::citing(connection, tenant, KIND).await
}
