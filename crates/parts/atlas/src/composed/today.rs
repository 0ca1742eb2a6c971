//! Composed quarters as other parts name them: what they are called, and which area units they are.

use std::collections::BTreeSet;

use ankunft_platform::register::areas;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::model::{Composed, Joint};
use super::store;

/// A composed quarter that was not given up, as its newest version calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The code of the kind of area units that it is joined from.
    pub geography: String,
    /// By which addresses name it: `q-nordstadt`.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Whether everybody may know of it.
    pub is_public: bool,
}

/// The composed quarters of today, by name, in one statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn offered(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Offered>, StoreError> {
    let rows: Vec<(String, String, String, i16)> = sqlx::query_as(
        "select g.code, c.code, v.name, v.is_public from composed c \
         join geography g on g.id = c.geography join composed_version v on v.composed = c.id \
         where c.tenant = $1 and c.retired_at is null and v.number = \
         (select max(n.number) from composed_version n where n.composed = c.id) \
         order by c.code",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let offered = |(geography, code, name, is_public)| Offered {
        geography,
        code,
        name,
        is_public: is_public != 0,
    };
    let mut all: Vec<Offered> = rows.into_iter().map(offered).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// A composed quarter, also one that was given up.
#[derive(Clone, Debug)]
pub struct Quarter {
    /// The code of the kind of area units that it is joined from.
    pub geography: String,
    /// The quarter with all its versions.
    pub composed: Composed,
    /// The versions of these area units, the oldest first.
    area_versions: Vec<i64>,
}

impl Quarter {
    /// The area units that one of its versions is, of the newest version of them in which it is made of
    /// whole ones.
    #[must_use]
    pub fn ground<'a>(&self, joint: &'a Joint) -> &'a BTreeSet<String> {
        let newest = self.area_versions.iter().rev().find_map(|it| joint.everywhere.get(it));
        newest.unwrap_or(&joint.parts)
    }
}

/// All composed quarters of a city: five statements, and one for each step between versions of area units.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn quarters(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Quarter>, StoreError> {
    let versions = areas::versions(connection, tenant).await?;
    let levels = areas::geographies(connection, tenant).await?;
    let all = store::all(connection, tenant, &versions).await?;
    let quarter = |composed: Composed| {
        let level = levels.iter().find(|it| it.id == composed.geography)?;
        let own = versions.iter().filter(|it| it.geography == level.id).map(|it| it.id);
        Some(Quarter { geography: level.code.clone(), area_versions: own.collect(), composed })
    };
    Ok(all.into_iter().filter_map(quarter).collect())
}
