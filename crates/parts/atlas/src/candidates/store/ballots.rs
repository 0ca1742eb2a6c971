//! Criteria, and what people have handed in.

use std::collections::BTreeMap;

use ankunft_platform::ids;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::record;

/// By what a team judges.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Criterion {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// What it asks.
    pub description: String,
}

/// What one person has handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballot {
    /// The account.
    pub account: i64,
    /// The Stelle that it held then.
    pub post: Option<i64>,
    /// Points by candidate and criterion.
    pub points: BTreeMap<(i64, i64), u8>,
    /// Weights by criterion.
    pub weights: BTreeMap<i64, u8>,
}

/// The criteria that are judged by, in their order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn criteria(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Criterion>, StoreError> {
    Ok(sqlx::query_as(
        "select id, name, description from criterion \
         where tenant = $1 and retired_at is null order by position, id",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?)
}

/// Whether the city ever had criteria, retired ones included.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn has_criteria(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<bool, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as("select id from criterion where tenant = $1 limit 1")
        .bind(tenant.id())
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// Adds a criterion at the end.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn add_criterion(
    change: &mut Change,
    tenant: Tenant,
    (name, description): (&str, &str),
) -> Result<i64, StoreError> {
    let id = ids::next();
    sqlx::query(
        "insert into criterion (id, tenant, position, name, description) \
         select $1, $2, coalesce(max(position), 0) + 1, $3, $4 from criterion where tenant = $2",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(name.to_owned())
    .bind(description.to_owned())
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("criterion.add", "criterion", &id.to_string()), name, description)
        .await?;
    Ok(id)
}

/// Gives a criterion another name and description.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn describe_criterion(
    change: &mut Change,
    tenant: Tenant,
    id: i64,
    (name, description): (&str, &str),
) -> Result<(), StoreError> {
    sqlx::query(
        "update criterion set name = $1, description = $2 where tenant = $3 and id = $4 \
         and retired_at is null",
    )
    .bind(name.to_owned())
    .bind(description.to_owned())
    .bind(tenant.id())
    .bind(id)
    .execute(&mut **change)
    .await?;
    let thing = id.to_string();
    record(change, tenant, ("criterion.describe", "criterion", &thing), name, description).await
}

/// Takes a criterion out of what is judged by.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn retire_criterion(
    change: &mut Change,
    tenant: Tenant,
    id: i64,
) -> Result<(), StoreError> {
    sqlx::query("update criterion set retired_at = $1 where tenant = $2 and id = $3")
        .bind(jiff::Timestamp::now().as_microsecond())
        .bind(tenant.id())
        .bind(id)
        .execute(&mut **change)
        .await?;
    record(change, tenant, ("criterion.retire", "criterion", &id.to_string()), "", "").await
}

/// What all have handed in, in an order that says nothing of when.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn ballots(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Ballot>, StoreError> {
    let rows: Vec<(i64, i64, Option<i64>)> =
        sqlx::query_as("select id, account, post from ballot where tenant = $1 order by account")
            .bind(tenant.id())
            .fetch_all(&mut *connection)
            .await?;
    let points: Vec<(i64, i64, i64, i64)> = sqlx::query_as(
        "select ballot, candidate, criterion, points from ballot_score where tenant = $1",
    )
    .bind(tenant.id())
    .fetch_all(&mut *connection)
    .await?;
    let weights: Vec<(i64, i64, i64)> =
        sqlx::query_as("select ballot, criterion, weight from ballot_weight where tenant = $1")
            .bind(tenant.id())
            .fetch_all(connection)
            .await?;
    let small = |it: i64| u8::try_from(it).unwrap_or_default();
    let ballot = |(id, account, post): (i64, i64, Option<i64>)| Ballot {
        account,
        post,
        points: points
            .iter()
            .filter(|it| it.0 == id)
            .map(|it| ((it.1, it.2), small(it.3)))
            .collect(),
        weights: weights.iter().filter(|it| it.0 == id).map(|it| (it.1, small(it.2))).collect(),
    };
    Ok(rows.into_iter().map(ballot).collect())
}

/// Keeps what the author hands in, in place of what was there.
///
/// # Errors
///
/// - [`StoreError::Database`] if it names what is not there.
pub async fn hand_in(
    change: &mut Change,
    tenant: Tenant,
    ballot: &Ballot,
) -> Result<(), StoreError> {
    delete(change, tenant, Some(ballot.account)).await?;
    let id = ids::next();
    sqlx::query("insert into ballot (id, tenant, account, post) values ($1, $2, $3, $4)")
        .bind(id)
        .bind(tenant.id())
        .bind(ballot.account)
        .bind(ballot.post)
        .execute(&mut **change)
        .await?;
    for ((candidate, criterion), points) in &ballot.points {
        sqlx::query(
            "insert into ballot_score (ballot, candidate, criterion, tenant, points) \
             values ($1, $2, $3, $4, $5)",
        )
        .bind(id)
        .bind(*candidate)
        .bind(*criterion)
        .bind(tenant.id())
        .bind(i64::from(*points))
        .execute(&mut **change)
        .await?;
    }
    for (criterion, weight) in &ballot.weights {
        sqlx::query(
            "insert into ballot_weight (ballot, criterion, tenant, weight) values ($1, $2, $3, $4)",
        )
        .bind(id)
        .bind(*criterion)
        .bind(tenant.id())
        .bind(i64::from(*weight))
        .execute(&mut **change)
        .await?;
    }
    let text = format!("{:?} {:?}", ballot.points, ballot.weights);
    record(change, tenant, ("ballot.hand-in", "ballot", &id.to_string()), "", &text).await
}

/// Deletes what one account has handed in, or all: a decision has kept it.
pub(super) async fn delete(
    change: &mut Change,
    tenant: Tenant,
    account: Option<i64>,
) -> Result<(), StoreError> {
    for table in ["ballot_score", "ballot_weight"] {
        let sql = format!(
            "delete from {table} where tenant = $1 and ballot in (select id from ballot \
             where tenant = $1 and (cast($2 as bigint) is null or account = $2))",
        );
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(tenant.id())
            .bind(account)
            .execute(&mut **change)
            .await?;
    }
    let sql =
        "delete from ballot where tenant = $1 and (cast($2 as bigint) is null or account = $2)";
    sqlx::query(sql).bind(tenant.id()).bind(account).execute(&mut **change).await?;
    Ok(())
}
