//! Composed quarters as other parts name them: what they are called, and which area units they are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
    /// The codes of the newest one.
    codes: Arc<BTreeSet<String>>,
}

impl Quarter {
    /// The area units that one of its versions is, of the newest version of them in which it is made of
    /// whole ones.
    #[must_use]
    pub fn ground<'a>(&self, joint: &'a Joint) -> &'a BTreeSet<String> {
        let newest = self.area_versions.iter().rev().find_map(|it| joint.everywhere.get(it));
        newest.unwrap_or(&joint.parts)
    }

    /// The codes of this ground, and of the area units that it was before; but for those that are other
    /// ground today.
    #[must_use]
    pub fn codes(&self, joint: &Joint) -> BTreeSet<String> {
        let ground = self.ground(joint);
        let all = joint.everywhere.values().flatten();
        all.filter(|it| ground.contains(*it) || !self.codes.contains(*it)).cloned().collect()
    }
}

/// All composed quarters of a city: five statements, and one for each of their geographies and for each
/// step between versions of these.
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
    let mut codes: BTreeMap<i64, Arc<BTreeSet<String>>> = BTreeMap::new();
    for of in all.iter().map(|it| it.geography).collect::<BTreeSet<i64>>() {
        let Some(newest) = versions.iter().rfind(|it| it.geography == of) else { continue };
        let units = areas::areas(connection, tenant, newest.id).await?;
        codes.insert(of, Arc::new(units.into_iter().map(|it| it.code).collect()));
    }
    let quarter = |composed: Composed| {
        let of = composed.geography;
        let level = levels.iter().find(|it| it.id == of)?;
        let own = versions.iter().filter(|it| it.geography == of).map(|it| it.id);
        let codes = Arc::clone(codes.get(&of)?);
        let geography = level.code.clone();
        Some(Quarter { geography, area_versions: own.collect(), codes, composed })
    };
    Ok(all.into_iter().filter_map(quarter).collect())
}
