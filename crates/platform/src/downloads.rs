//! Who has received what: downloads of what is not public.

use sqlx::AnyConnection;

use crate::changes::{Entry, Recorded};
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;

pub(crate) const ACTION: &str = "file.download";

/// Notes that figures of these dataset versions were handed out, as `csv`, `json` or `pdf`.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn record(
    change: &mut Change,
    tenant: Tenant,
    dataset_versions: &[i64],
    format: &str,
) -> Result<(), StoreError> {
    for version in dataset_versions {
        let thing = ("dataset-version", version.to_string());
        record_thing(change, tenant, (thing.0, &thing.1), format).await?;
    }
    Ok(())
}

/// Notes that figures of a dataset version went to somebody outside the city: in which form, and to
/// whom, whoever pressed the button.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn record_for(
    change: &mut Change,
    tenant: Tenant,
    dataset_version: i64,
    (format, to): (&str, &str),
) -> Result<(), StoreError> {
    record(change, tenant, &[dataset_version], &format!("{format} {to}")).await
}

/// The form in which something was handed out, and to whom outside the city it went, as a note says it.
#[must_use]
pub fn form_of(note: &str) -> (&str, Option<&str>) {
    note.split_once(' ').map_or((note, None), |(format, to)| (format, Some(to)))
}

/// Notes that something which is no dataset and not public was handed out: a register, a result.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn record_thing(
    change: &mut Change,
    tenant: Tenant,
    (thing_kind, thing): (&str, &str),
    format: &str,
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action: ACTION,
        thing_kind,
        thing,
        note: format,
        before: None,
        after: None,
    };
    change.record(entry).await
}

/// Who received figures of a dataset version, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn received(
    connection: &mut AnyConnection,
    tenant: Tenant,
    dataset_version: i64,
) -> Result<Vec<Recorded>, StoreError> {
    Ok(sqlx::query_as(
        "select id, at, account, post, role, action, thing_kind, thing, note, request \
         from change_entry where tenant = $1 and thing_kind = 'dataset-version' and thing = $2 \
         and action = $3 order by id desc",
    )
    .bind(tenant.id())
    .bind(dataset_version.to_string())
    .bind(ACTION)
    .fetch_all(connection)
    .await?)
}
