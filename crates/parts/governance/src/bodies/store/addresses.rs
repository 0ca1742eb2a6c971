//! Secret addresses of calendars. One of a Stelle is good at a time; the database knows its hash.

use ankunft_platform::ids;
use ankunft_platform::secrets::hex;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use super::{now, record};

const KIND: &str = "calendar-address";

fn hashed(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// Makes the secret of a new address for a Stelle; the one before is good no more.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn make(change: &mut Change, tenant: Tenant, post: i64) -> Result<String, StoreError> {
    tenant::lock(change, tenant).await?;
    revoke(change, tenant, post).await?;
    let secret = hex(&ids::secret::<20>());
    let account = change.author().account;
    sqlx::query(
        "insert into calendar_address (tenant, post, number, hash, made_at, account) \
         select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5 from calendar_address \
         where tenant = $1 and post = $2",
    )
    .bind(tenant.id())
    .bind(post)
    .bind(hashed(&secret))
    .bind(now())
    .bind(account)
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("calendar.open", KIND, &post.to_string()), "", &post).await?;
    Ok(secret)
}

/// Takes the address of a Stelle back.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn revoke(change: &mut Change, tenant: Tenant, post: i64) -> Result<(), StoreError> {
    sqlx::query(
        "update calendar_address set revoked_at = $1 where tenant = $2 and post = $3 \
         and revoked_at is null",
    )
    .bind(now())
    .bind(tenant.id())
    .bind(post)
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("calendar.revoke", KIND, &post.to_string()), "", &post).await
}

/// The Stelle whose address has this secret, if it is good, and the account that made it.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn owner(
    connection: &mut AnyConnection,
    tenant: Tenant,
    secret: &str,
) -> Result<Option<(i64, Option<i64>)>, StoreError> {
    let row: Option<(i64, Option<i64>)> = sqlx::query_as(
        "select a.post, a.account from calendar_address a join post p on p.id = a.post \
         where a.tenant = $1 and a.hash = $2 and a.revoked_at is null and p.closed_on is null",
    )
    .bind(tenant.id())
    .bind(hashed(secret))
    .fetch_optional(connection)
    .await?;
    Ok(row)
}

/// When the good address of a Stelle was made, in microseconds UTC; none if there is none.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn made_at(
    connection: &mut AnyConnection,
    tenant: Tenant,
    post: i64,
) -> Result<Option<i64>, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "select made_at from calendar_address where tenant = $1 and post = $2 \
         and revoked_at is null",
    )
    .bind(tenant.id())
    .bind(post)
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|it| it.0))
}
