//! How groups are reached and where their money goes: all that is known of persons, and when it is
//! deleted.

use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::{APPLICATION, day, record};
use crate::funds::model::Contact;

pub(super) async fn insert(
    change: &mut Change,
    tenant: Tenant,
    number: i64,
    it: &Contact,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into fund_contact (tenant, application, person, email, phone, holder, iban) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(it.person.clone())
    .bind(it.email.clone())
    .bind(it.phone.clone())
    .bind(it.holder.clone())
    .bind(it.iban.clone())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// How a group is reached; none once that is deleted.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn contact(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Option<Contact>, StoreError> {
    type Row = (String, String, String, String, String, Option<String>);
    let row: Option<Row> = sqlx::query_as(
        "select person, email, phone, holder, iban, forget_on from fund_contact \
         where tenant = $1 and application = $2",
    )
    .bind(tenant.id())
    .bind(number)
    .fetch_optional(connection)
    .await?;
    let Some((person, email, phone, holder, iban, forget_on)) = row else { return Ok(None) };
    let forget_on = forget_on.map(day).transpose()?;
    Ok(Some(Contact { person, email, phone, holder, iban, forget_on }))
}

/// The applications of a city of which the account is known, in one statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn with_account(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<i64>, StoreError> {
    let rows: Vec<(i64,)> = sqlx::query_as(
        "select application from fund_contact where tenant = $1 and iban <> '' order by application",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|it| it.0).collect())
}

/// Keeps to which account money goes; whether the contact was still there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn set_account(
    change: &mut Change,
    tenant: Tenant,
    number: i64,
    (holder, iban): (&str, &str),
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "update fund_contact set holder = $1, iban = $2 where tenant = $3 and application = $4",
    )
    .bind(holder.to_owned())
    .bind(iban.to_owned())
    .bind(tenant.id())
    .bind(number)
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("fund.account", (APPLICATION, number)), ("", None, None)).await?;
    Ok(done.rows_affected() == 1)
}

/// Says when a contact is deleted; the account goes at once.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn forget_on(
    change: &mut Change,
    tenant: Tenant,
    number: i64,
    on: Date,
) -> Result<(), StoreError> {
    sqlx::query(
        "update fund_contact set iban = '', holder = '', forget_on = $1 \
         where tenant = $2 and application = $3",
    )
    .bind(on.to_string())
    .bind(tenant.id())
    .bind(number)
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Keeps a contact that had a day to be deleted on; whether it was still there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn keep(change: &mut Change, tenant: Tenant, number: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "update fund_contact set forget_on = null where tenant = $1 and application = $2",
    )
    .bind(tenant.id())
    .bind(number)
    .execute(&mut **change)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes the contacts whose day has come: the applications whose they were.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn forget(
    change: &mut Change,
    tenant: Tenant,
    today: Date,
) -> Result<Vec<i64>, StoreError> {
    let rows: Vec<(i64,)> = sqlx::query_as(
        "select application from fund_contact where tenant = $1 and forget_on <= $2 \
         order by application",
    )
    .bind(tenant.id())
    .bind(today.to_string())
    .fetch_all(&mut **change)
    .await?;
    for (number,) in &rows {
        sqlx::query("delete from fund_contact where tenant = $1 and application = $2")
            .bind(tenant.id())
            .bind(*number)
            .execute(&mut **change)
            .await?;
        record(change, tenant, ("fund.forget", (APPLICATION, *number)), ("", None, None)).await?;
    }
    Ok(rows.into_iter().map(|it| it.0).collect())
}
