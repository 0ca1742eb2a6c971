//! What a city sets for itself: the texts of its legal pages.

use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;

/// The value of a setting, if the city has set it.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn get(
    connection: &mut AnyConnection,
    tenant: Tenant,
    name: &str,
) -> Result<Option<String>, StoreError> {
    let sql = "select value from setting where tenant = $1 and name = $2";
    let row: Option<(String,)> = sqlx::query_as(sql)
        .bind(tenant.id())
        .bind(name.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|(value,)| value))
}

/// Sets a setting; an empty value takes it back.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn set(
    change: &mut Change,
    tenant: Tenant,
    name: &str,
    value: &str,
) -> Result<(), StoreError> {
    let before = get(change, tenant, name).await?;
    if value.is_empty() {
        sqlx::query("delete from setting where tenant = $1 and name = $2")
            .bind(tenant.id())
            .bind(name.to_owned())
            .execute(&mut **change)
            .await?;
    } else {
        sqlx::query(
            "insert into setting (tenant, name, value) values ($1, $2, $3) \
             on conflict (tenant, name) do update set value = excluded.value",
        )
        .bind(tenant.id())
        .bind(name.to_owned())
        .bind(value.to_owned())
        .execute(&mut **change)
        .await?;
    }
    let entry = Entry {
        tenant: Some(tenant),
        action: "setting.set",
        thing_kind: "setting",
        thing: name,
        note: "",
        before: before.as_deref().map(str::as_bytes),
        after: Some(value.as_bytes()),
    };
    change.record(entry).await
}
