//! What applicants have typed so far, behind secret addresses.

use ankunft_platform::changes::Entry;
use ankunft_platform::ids;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::typed::Typed;
use jiff::{SignedDuration, Timestamp};
use sqlx::AnyConnection;

use crate::funds::model::DRAFT_DAYS;

/// The kind of a draft in the change log; pages of the city do not change with it.
pub const KIND: &str = "fund-draft";

/// A draft.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its number.
    pub id: i64,
    /// The fund that it applies to.
    pub fund: i64,
    /// The language in which it was begun.
    pub language: String,
    /// Everything that was typed, as it was typed.
    pub answers: Typed,
}

/// Begins a draft behind the hash of a secret.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn begin(
    change: &mut Change,
    tenant: Tenant,
    fund: i64,
    (secret, language): (&[u8], &str),
    now: Timestamp,
) -> Result<i64, StoreError> {
    let id = ids::next();
    sqlx::query(
        "insert into fund_draft (tenant, id, fund, secret, language, answers, changed_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tenant.id())
    .bind(id)
    .bind(fund)
    .bind(secret.to_vec())
    .bind(language.to_owned())
    .bind("[]")
    .bind(now.as_microsecond())
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("fund-draft.begin", id)).await?;
    Ok(id)
}

/// The draft behind the hash of a secret.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn by_secret(
    connection: &mut AnyConnection,
    tenant: Tenant,
    secret: &[u8],
) -> Result<Option<Draft>, StoreError> {
    let row: Option<(i64, i64, String, String)> = sqlx::query_as(
        "select id, fund, language, answers from fund_draft where tenant = $1 and secret = $2",
    )
    .bind(tenant.id())
    .bind(secret.to_vec())
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|(id, fund, language, answers)| Draft {
        id,
        fund,
        language,
        answers: serde_json::from_str(&answers).unwrap_or_default(),
    }))
}

/// Keeps what was typed on one page: the fields of that page alone, so that two open pages do not
/// take anything from each other. Whether the draft was still there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn keep(
    change: &mut Change,
    tenant: Tenant,
    secret: &[u8],
    (is_own, typed): (impl Fn(&str) -> bool + Send, Typed),
    now: Timestamp,
) -> Result<Option<Draft>, StoreError> {
    tenant::lock(change, tenant).await?;
    let Some(mut draft) = by_secret(change, tenant, secret).await? else { return Ok(None) };
    draft.answers.retain(|it| !is_own(&it.0));
    draft.answers.extend(typed.into_iter().filter(|it| is_own(&it.0)));
    let answers = serde_json::json!(draft.answers).to_string();
    sqlx::query(
        "update fund_draft set answers = $1, changed_at = $2 where tenant = $3 and id = $4",
    )
    .bind(answers)
    .bind(now.as_microsecond())
    .bind(tenant.id())
    .bind(draft.id)
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("fund-draft.keep", draft.id)).await?;
    Ok(Some(draft))
}

/// Deletes a draft; whether it was there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn delete(change: &mut Change, tenant: Tenant, id: i64) -> Result<bool, StoreError> {
    let deleted = sqlx::query("delete from fund_draft where tenant = $1 and id = $2")
        .bind(tenant.id())
        .bind(id)
        .execute(&mut **change)
        .await?;
    if deleted.rows_affected() == 0 {
        return Ok(false);
    }
    record(change, tenant, ("fund-draft.delete", id)).await?;
    Ok(true)
}

/// The drafts that nobody has touched for so long that they are forgotten.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn forgotten(
    connection: &mut AnyConnection,
    tenant: Tenant,
    now: Timestamp,
) -> Result<Vec<i64>, StoreError> {
    let before = now.saturating_sub(SignedDuration::from_hours(24 * i64::from(DRAFT_DAYS)));
    let before = before.map_or(i64::MIN, Timestamp::as_microsecond);
    let rows: Vec<(i64,)> =
        sqlx::query_as("select id from fund_draft where tenant = $1 and changed_at < $2")
            .bind(tenant.id())
            .bind(before)
            .fetch_all(connection)
            .await?;
    Ok(rows.into_iter().map(|it| it.0).collect())
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, id): (&str, i64),
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: KIND,
        thing: &id.to_string(),
        note: "",
        before: None,
        after: None,
    };
    change.record(entry).await
}
