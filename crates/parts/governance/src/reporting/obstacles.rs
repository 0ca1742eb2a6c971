//! The SQL of what hinders measures. Meetings read it and answer.

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Obstacle, ObstacleState};

/// The kind of thing in the change log.
pub const KIND: &str = "obstacle";

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    measure: i64,
    request: Option<i64>,
    text: String,
    state: String,
    answer: String,
    raised_at: i64,
}

keep! {
    /// [`obstacles`] for pages.
    Obstacles(Vec<Obstacle>) = |connection, tenant| obstacles(connection, tenant);
}

/// All obstacles of a city, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn obstacles(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Obstacle>, StoreError> {
    read(connection, tenant, None).await
}

/// The obstacles of a measure, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of_measure(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: i64,
) -> Result<Vec<Obstacle>, StoreError> {
    read(connection, tenant, Some(measure)).await
}

async fn read(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: Option<i64>,
) -> Result<Vec<Obstacle>, StoreError> {
    let sql = "select number, measure, request, text, state, answer, raised_at from obstacle \
               where tenant = $1 and (cast($2 as bigint) is null or measure = $2) \
               order by number desc";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(measure);
    let rows: Vec<Row> = query.fetch_all(connection).await?;
    let obstacle = |it: Row| {
        let state = ObstacleState::from_code(&it.state);
        let unreadable =
            StoreError::Unreadable { what: "the state of an obstacle", text: it.state };
        Ok(Obstacle {
            number: it.number,
            measure: it.measure,
            request: it.request,
            text: it.text,
            state: state.ok_or(unreadable)?,
            answer: it.answer,
            raised_at: it.raised_at,
        })
    };
    rows.into_iter().map(obstacle).collect()
}

/// Notes what hinders a measure; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such measure.
pub async fn raise(
    change: &mut Change,
    tenant: Tenant,
    (measure, request): (i64, Option<i64>),
    text: &str,
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from obstacle where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    sqlx::query(
        "insert into obstacle (tenant, number, measure, request, text, state, answer, raised_at) \
         values ($1, $2, $3, $4, $5, 'open', '', $6)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(measure)
    .bind(request)
    .bind(text.to_owned())
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("obstacle.raise", number), text).await?;
    Ok(number)
}

/// Says that a meeting has it on its agenda; whether it was open.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take(change: &mut Change, tenant: Tenant, number: i64) -> Result<bool, StoreError> {
    let sql = "update obstacle set state = 'taken' \
               where tenant = $1 and number = $2 and state = 'open'";
    let query = sqlx::query(sql).bind(tenant.id()).bind(number);
    let is_new = query.execute(&mut **change).await?.rows_affected() == 1;
    if is_new {
        record(change, tenant, ("obstacle.take", number), "").await?;
    }
    Ok(is_new)
}

/// Answers it, once; whether nobody had before.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn answer(
    change: &mut Change,
    tenant: Tenant,
    number: i64,
    answer: &str,
) -> Result<bool, StoreError> {
    let sql = "update obstacle set state = 'answered', answer = $3, answered_at = $4 \
               where tenant = $1 and number = $2 and state <> 'answered'";
    let query = sqlx::query(sql)
        .bind(tenant.id())
        .bind(number)
        .bind(answer.to_owned())
        .bind(Timestamp::now().as_microsecond());
    let is_first = query.execute(&mut **change).await?.rows_affected() == 1;
    if is_first {
        record(change, tenant, ("obstacle.answer", number), answer).await?;
    }
    Ok(is_first)
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, number): (&str, i64),
    after: &str,
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: KIND,
        thing: &number.to_string(),
        note: "",
        before: None,
        after: Some(after.as_bytes()),
    };
    change.record(entry).await
}
