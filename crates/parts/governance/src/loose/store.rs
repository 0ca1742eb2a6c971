//! The SQL of loose ends: who closed which. Every function takes the tenant.

use std::collections::BTreeMap;

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{End, Step};

/// The kind of thing in the change log.
pub const KIND: &str = "loose-end";

#[derive(sqlx::FromRow)]
struct Row {
    kind: String,
    thing: String,
    step: i64,
    closes: i16,
    state: String,
    because: String,
    account: Option<i64>,
    post: Option<i64>,
    at: i64,
}

keep! {
    /// [`newest`] for pages.
    Newest(BTreeMap<String, Step>) = |connection, tenant| newest(connection, tenant);
}

/// The newest step about each end that somebody ever closed, by its key: one statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn newest(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<String, Step>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select v.kind, v.thing, v.step, v.closes, v.state, v.because, v.account, v.post, v.at \
         from loose_end_step v where v.tenant = $1 and v.step = (select max(n.step) \
         from loose_end_step n where n.tenant = v.tenant and n.kind = v.kind \
         and n.thing = v.thing)",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let step = |it: Row| {
        let key = format!("{}:{}", it.kind, it.thing);
        let Row { step: number, closes, state, because, account, post, at, .. } = it;
        (key, Step { number, closes: closes != 0, state, because, account, post, at })
    };
    Ok(rows.into_iter().map(step).collect())
}

/// The number of the newest step about an end; 0 if there is none.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn newest_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    end: &End,
) -> Result<i64, StoreError> {
    let sql = "select coalesce(max(step), 0) from loose_end_step \
               where tenant = $1 and kind = $2 and thing = $3";
    let (step,): (i64,) = sqlx::query_as(sql)
        .bind(tenant.id())
        .bind(end.kind.code())
        .bind(end.thing.clone())
        .fetch_one(connection)
        .await?;
    Ok(step)
}

/// What is written about an end.
#[derive(Clone, Copy, Debug)]
pub enum Says<'a> {
    /// It is done, because.
    Closed(&'a str),
    /// It is not done after all.
    Open,
}

/// Writes the next step about an end.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   step meanwhile.
pub async fn write(
    change: &mut Change,
    tenant: Tenant,
    (end, step): (&End, i64),
    says: Says<'_>,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let (action, closes, because) = match says {
        Says::Closed(because) => ("loose.close", 1_i16, because),
        Says::Open => ("loose.open", 0, ""),
    };
    sqlx::query(
        "insert into loose_end_step (tenant, kind, thing, step, closes, state, because, account, \
         post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(tenant.id())
    .bind(end.kind.code())
    .bind(end.thing.clone())
    .bind(step)
    .bind(closes)
    .bind(end.state.clone())
    .bind(because.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: KIND,
        thing: &end.key(),
        note: "",
        before: None,
        after: Some(because.as_bytes()),
    };
    change.record(entry).await
}
