//! What stands where: a citation is put into a place, in an order, and taken out again.

use sqlx::AnyConnection;

use super::folders::record;
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;

/// Puts a citation at the end of a place (a Mappe, a paper, a measure); again changes nothing.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn place(
    change: &mut Change,
    tenant: Tenant,
    citation: i64,
    (kind, id): (&str, &str),
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into citation_place (citation, citing_kind, citing, tenant, position) \
         select $1, $2, $3, $4, coalesce(max(position), 0) + 1 from citation_place \
         where tenant = $4 and citing_kind = $2 and citing = $3 \
         on conflict (citation, citing_kind, citing) do nothing",
    )
    .bind(citation)
    .bind(kind.to_owned())
    .bind(id.to_owned())
    .bind(tenant.id())
    .execute(&mut **change)
    .await?;
    record(change, tenant, "citation.place", (kind, id), &citation.to_string()).await
}

/// Whether a citation stands in a place.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn is_placed(
    connection: &mut AnyConnection,
    tenant: Tenant,
    citation: i64,
    (kind, id): (&str, &str),
) -> Result<bool, StoreError> {
    let (count,): (i64,) = sqlx::query_as(
        "select count(*) from citation_place where tenant = $1 and citation = $2 \
         and citing_kind = $3 and citing = $4",
    )
    .bind(tenant.id())
    .bind(citation)
    .bind(kind.to_owned())
    .bind(id.to_owned())
    .fetch_one(connection)
    .await?;
    Ok(count > 0)
}

/// Takes a citation out of a place. The citation itself stays, as does its Fundstelle.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn remove(
    change: &mut Change,
    tenant: Tenant,
    citation: i64,
    (kind, id): (&str, &str),
) -> Result<(), StoreError> {
    sqlx::query(
        "delete from citation_place where tenant = $1 and citation = $2 and citing_kind = $3 \
         and citing = $4",
    )
    .bind(tenant.id())
    .bind(citation)
    .bind(kind.to_owned())
    .bind(id.to_owned())
    .execute(&mut **change)
    .await?;
    record(change, tenant, "citation.remove", (kind, id), &citation.to_string()).await
}

/// Puts the citations of a place into this order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn reorder(
    change: &mut Change,
    tenant: Tenant,
    (kind, id): (&str, &str),
    order: &[i64],
) -> Result<(), StoreError> {
    for (position, citation) in (1_i64..).zip(order) {
        sqlx::query(
            "update citation_place set position = $1 where tenant = $2 and citation = $3 \
             and citing_kind = $4 and citing = $5",
        )
        .bind(position)
        .bind(tenant.id())
        .bind(*citation)
        .bind(kind.to_owned())
        .bind(id.to_owned())
        .execute(&mut **change)
        .await?;
    }
    record(change, tenant, "citation.reorder", (kind, id), "").await
}
