//! Editions that were begun and given up: what goes with them, and their SQL. Every function takes the
//! tenant. Nothing is deleted; what stood in such an edition alone is shown nowhere any more.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::indicators::model::Known;
use super::indicators::{actuals, store as indicators};
use super::store::{self, EDITION};
use super::view::{Concept, draft_and_before};

/// An edition that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discarded {
    /// What it was called.
    pub name: String,
    /// When it was given up, in microseconds UTC.
    pub at: i64,
}

/// What a draft has that the edition before has not: it goes when the draft is discarded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The number of the draft.
    pub edition: i64,
    /// What it is called.
    pub name: String,
    /// So many goals are new, say something else or are taken out.
    pub goals: usize,
    /// The same of indicators.
    pub indicators: usize,
    /// So many values were written down for indicators that stand in the draft alone.
    pub values: usize,
    /// So much was written in it: who was asked before somebody wrote more is asked again.
    pub written: usize,
}

impl Loss {
    /// What goes with the draft of a city; none while there is no draft.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
    ) -> Result<Option<Self>, StoreError> {
        let Some((draft, before)) = draft_and_before(connection, tenant).await? else {
            return Ok(None);
        };
        let number = draft.edition.number;
        let now = indicators::indicators(connection, tenant, number).await?;
        let then = match &before {
            Some(before) => {
                indicators::indicators(connection, tenant, before.edition.number).await?
            }
            None => Vec::new(),
        };
        let key = |it: &Known| (it.goal, it.number);
        let kept: BTreeSet<(i64, i64)> = then.iter().map(key).collect();
        let values = actuals::actuals(connection, tenant).await?;
        let own = now.iter().map(key).filter(|it| !kept.contains(it));
        let values: usize = own.filter_map(|it| values.get(&it)).map(Vec::len).sum();
        Ok(Some(Self {
            edition: number,
            name: draft.edition.name.clone(),
            goals: changed(&draft, before.as_ref()),
            indicators: differing(&now, &then),
            written: written(connection, tenant, number).await? + values,
            values,
        }))
    }
}

fn changed(draft: &Concept, before: Option<&Concept>) -> usize {
    before
        .map_or_else(|| draft.tree.in_order().len(), |before| draft.tree.since(&before.tree).len())
}

/// So many indicators are new, say something else, or are taken out.
fn differing(now: &[Known], then: &[Known]) -> usize {
    let by_key = |all: &[Known]| -> BTreeMap<(i64, i64), Known> {
        all.iter().map(|it| ((it.goal, it.number), it.clone())).collect()
    };
    let (now, then) = (by_key(now), by_key(then));
    let is_other =
        |(key, it): &(&(i64, i64), &Known)| then.get(key).is_none_or(|was| was.says != it.says);
    let gone = then.keys().filter(|it| !now.contains_key(it)).count();
    now.iter().filter(is_other).count() + gone
}

async fn written(
    connection: &mut AnyConnection,
    tenant: Tenant,
    edition: i64,
) -> Result<usize, StoreError> {
    let sql = "select count(*) from (select version from goal_version \
               where tenant = $1 and edition = $2 union all \
               select version from goal_indicator_version \
               where tenant = $1 and edition = $2) of_both";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(edition);
    let (count,): (i64,) = query.fetch_one(connection).await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Keeps that a draft was given up.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if it was discarded before.
pub async fn discard(change: &mut Change, tenant: Tenant, edition: i64) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into goal_discard (tenant, edition, account, post, at) values ($1, $2, $3, $4, $5)",
    )
    .bind(tenant.id())
    .bind(edition)
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    store::record(change, tenant, ("goal.discard", EDITION), (edition, "")).await
}

/// The edition of a number, if it was discarded.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn find(
    connection: &mut AnyConnection,
    tenant: Tenant,
    edition: i64,
) -> Result<Option<Discarded>, StoreError> {
    let sql = "select e.name, d.at from goal_discard d \
               join goal_edition e on e.tenant = d.tenant and e.edition = d.edition \
               where d.tenant = $1 and d.edition = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(edition);
    let found: Option<(String, i64)> = query.fetch_optional(connection).await?;
    Ok(found.map(|(name, at)| Discarded { name, at }))
}

/// The discarded edition in which a goal stood last, and what it was called there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn with_goal(
    connection: &mut AnyConnection,
    tenant: Tenant,
    goal: i64,
) -> Result<Option<(Discarded, String)>, StoreError> {
    let sql = "select e.name, d.at, v.title from goal_version v \
               join goal_discard d on d.tenant = v.tenant and d.edition = v.edition \
               join goal_edition e on e.tenant = v.tenant and e.edition = v.edition \
               where v.tenant = $1 and v.goal = $2 order by v.edition desc, v.version desc limit 1";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(goal);
    let found: Option<(String, i64, String)> = query.fetch_optional(connection).await?;
    Ok(found.map(|(name, at, title)| (Discarded { name, at }, title)))
}
