//! What was done of what the morning asks ([`crate::parts::TodayItem`]).
//!
//! Some things stay true for ever: a figure in a decision was withdrawn. Who has seen to it says so,
//! once for all who are asked, and is asked again only when something new happens to the thing.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::permission::{Action, Role, Rule};
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;

/// Saying that something is done.
pub(crate) const DONE: Action = Action("today.done");
/// Choosing as which of one's Stellen one works.
pub(crate) const POST: Action = Action("today.post");

/// The rows of the permission table.
pub(crate) fn rules() -> [Rule; 2] {
    [DONE, POST].map(|action| Rule { action, public: false, roles: &Role::ALL, known: true })
}

/// The kind of thing in the change log.
pub(crate) const KIND: &str = "today";

/// What is done in a city.
pub(crate) async fn done(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeSet<String>, StoreError> {
    let rows: Vec<(String,)> = sqlx::query_as("select item from today_done where tenant = $1")
        .bind(tenant.id())
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(|it| it.0).collect())
}

/// Keeps that an item is done; whether it was not before.
pub(crate) async fn mark(
    change: &mut Change,
    tenant: Tenant,
    item: &str,
) -> Result<bool, StoreError> {
    let account = change.author().account;
    let written = sqlx::query(
        "insert into today_done (tenant, item, account, done_at) values ($1, $2, $3, $4) \
         on conflict (tenant, item) do nothing",
    )
    .bind(tenant.id())
    .bind(item.to_owned())
    .bind(account)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    if written.rows_affected() == 0 {
        return Ok(false);
    }
    let entry = Entry {
        tenant: Some(tenant),
        action: DONE.0,
        thing_kind: KIND,
        thing: item,
        note: "",
        before: None,
        after: None,
    };
    change.record(entry).await?;
    Ok(true)
}
