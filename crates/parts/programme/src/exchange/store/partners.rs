//! Partners of other installations, by the keys that were compared with them.

use ankunft_platform::signing::PublicKey;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::{PARTNER, record};

/// Somebody of another installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its number in the city.
    pub number: i64,
    /// What the city calls it.
    pub name: String,
    /// Its key.
    pub key: PublicKey,
    /// Who compared the key.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
    /// When the city stopped believing the key.
    pub ended_at: Option<i64>,
}

/// Number, name, key, account, moment, end.
type Row = (i64, String, Vec<u8>, Option<i64>, i64, Option<i64>);

/// All partners of a city, by name; also those of the past.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Partner>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select number, name, public_key, account, at, ended_at from exchange_partner \
         where tenant = $1 order by name, number",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let read = |(number, name, key, account, at, ended_at): Row| {
        let key = PublicKey::from_bytes(&key)
            .ok_or(StoreError::Unreadable { what: "a key", text: name.clone() })?;
        Ok(Partner { number, name, key, account, at, ended_at })
    };
    rows.into_iter().map(read).collect()
}

/// Notes a partner; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    (name, key): (&str, &PublicKey),
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from exchange_partner where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let author = change.author().clone();
    sqlx::query(
        "insert into exchange_partner (tenant, number, name, public_key, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(name.to_owned())
    .bind(key.bytes().to_vec())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    record(change, tenant, "partner.add", (PARTNER, number), ("", Some(key.bytes()))).await?;
    Ok(number)
}

/// Stops believing a key.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn end(change: &mut Change, tenant: Tenant, number: i64) -> Result<bool, StoreError> {
    let ended = sqlx::query(
        "update exchange_partner set ended_at = $1 where tenant = $2 and number = $3 \
         and ended_at is null",
    )
    .bind(Timestamp::now().as_microsecond())
    .bind(tenant.id())
    .bind(number)
    .execute(&mut **change)
    .await?;
    if ended.rows_affected() == 0 {
        return Ok(false);
    }
    record(change, tenant, "partner.end", (PARTNER, number), ("", None)).await?;
    Ok(true)
}
