//! Organisations outside of the administration that a city works with: welfare organisations,
//! associations, companies.

use std::collections::BTreeMap;

use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::ids;
use crate::store::{Change, StoreError};
use crate::tenant::{self, Tenant};

/// The kind of thing in the change log.
const KIND: &str = "organisation";

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Organisation {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// What the city calls its kind; may be empty.
    pub kind: String,
    /// Its website.
    pub website: Option<String>,
}

/// The organisation of a name, noted if there is none yet: whoever writes the same name means the
/// same one.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn named(change: &mut Change, tenant: Tenant, name: &str) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let wanted = name.trim().to_lowercase();
    let known = all(change, tenant).await?;
    if let Some(it) = known.iter().find(|it| it.name.to_lowercase() == wanted) {
        return Ok(it.id);
    }
    let id = ids::next();
    sqlx::query("insert into organisation (id, tenant, name, kind) values ($1, $2, $3, '')")
        .bind(id)
        .bind(tenant.id())
        .bind(name.trim().to_owned())
        .execute(&mut **change)
        .await?;
    let entry = Entry {
        tenant: Some(tenant),
        action: "organisation.add",
        thing_kind: KIND,
        thing: &id.to_string(),
        note: "",
        before: None,
        after: Some(name.as_bytes()),
    };
    change.record(entry).await?;
    Ok(id)
}

/// All organisations of a city by name.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Organisation>, StoreError> {
    let sql =
        "select id, name, kind, website from organisation where tenant = $1 order by name, id";
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?)
}

/// The names of a city's organisations.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn names(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, String>, StoreError> {
    Ok(all(connection, tenant).await?.into_iter().map(|it| (it.id, it.name)).collect())
}
