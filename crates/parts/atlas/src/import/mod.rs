//! From a file to a dataset version or an area version. The page's import and the console's
//! are this code.
//!
//! [`tables::check`] and [`outlines::check`] are pure and may take a while; run them apart from
//! the threads that answer requests. The `accept` functions write within the caller's change.

pub mod cells;
pub mod lines;
mod meaning;
pub mod outlines;
pub mod tables;
mod whole;

use std::collections::BTreeMap;
use std::sync::Arc;

use ankunft_formats::{AreaIndex, Finding, Profile, Severity, geometry};
use ankunft_platform::register::areas::{self, AreaVersion, Geography};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use geo::MultiPolygon;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

/// What a city knows that a file is checked against.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// All area versions with their geography, keys and names.
    pub versions: Vec<KnownVersion>,
    /// The profiles that somebody in this city has made by mapping columns.
    pub profiles: Vec<Profile>,
    /// The outlines of area versions that have any, by the number of the version. Read only for
    /// files that need them.
    pub outlines: BTreeMap<i64, Vec<MultiPolygon>>,
}

/// An area version that tables can be joined with.
#[derive(Clone, Debug)]
pub struct KnownVersion {
    /// The geography.
    pub geography: Geography,
    /// The version.
    pub version: AreaVersion,
    /// Its keys and names.
    pub index: Arc<AreaIndex>,
}

impl Known {
    /// Reads what the city knows.
    ///
    /// # Errors
    ///
    /// - [`StoreError`] if the database refuses it or holds a profile that is none.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        let geographies = areas::geographies(connection, tenant).await?;
        let mut versions = Vec::new();
        for version in areas::versions(connection, tenant).await? {
            let Some(geography) = geographies.iter().find(|it| it.id == version.geography) else {
                continue;
            };
            let units = areas::areas(connection, tenant, version.id).await?;
            let units = units.into_iter().map(|it| (it.code, it.name)).collect();
            let label = format!("{} {}", geography.name, version.label);
            let index = Arc::new(AreaIndex::new(&label, units));
            versions.push(KnownVersion { geography: geography.clone(), version, index });
        }
        let profiles = profiles(connection, tenant).await?;
        Ok(Self { versions, profiles, outlines: BTreeMap::new() })
    }

    /// Reads the outlines too, which tables of grid cells need ([`cells::sources`]) and other
    /// files do not.
    ///
    /// # Errors
    ///
    /// - [`StoreError`] if the database refuses it or holds an outline that is none.
    pub async fn with_outlines(
        mut self,
        connection: &mut AnyConnection,
        tenant: Tenant,
    ) -> Result<Self, StoreError> {
        for it in &self.versions {
            let stored = areas::outlines(connection, tenant, it.version.id).await?;
            if stored.iter().all(|bytes| bytes.is_empty()) {
                continue;
            }
            let read = |bytes: &Vec<u8>| {
                let what = "an outline";
                let unreadable = || StoreError::Unreadable { what, text: it.version.label.clone() };
                geometry::outline_from_bytes(bytes).ok_or_else(unreadable)
            };
            let outlines = stored.iter().map(read).collect::<Result<_, _>>()?;
            self.outlines.insert(it.version.id, outlines);
        }
        Ok(self)
    }
}

async fn profiles(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Profile>, StoreError> {
    let sql = "select profile from mapping where tenant = $1 order by created_at desc";
    let rows: Vec<(String,)> = sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?;
    let read = |(text,): (String,)| {
        serde_json::from_str(&text).map_err(|_| StoreError::Unreadable { what: "a profile", text })
    };
    rows.into_iter().map(read).collect()
}

/// Whether a file may be accepted: nothing in it is an error.
#[must_use]
pub fn is_acceptable(findings: &[Finding]) -> bool {
    findings.iter().all(|it| it.severity != Severity::Error)
}

/// SHA-256 of a file.
#[must_use]
pub fn hash(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}
