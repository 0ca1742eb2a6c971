//! What the part keeps in memory while the program runs.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use ankunft_platform::register::areas;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, Failure};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use geo::MultiPolygon;
use sqlx::AnyConnection;

use crate::drafts::Drafts;
use crate::store::Memory;

/// The outlines of an area version, in the order of its units.
type Outlines = Arc<Vec<MultiPolygon<f64>>>;

/// The atlas of a running program. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    /// What cities have.
    pub memory: Memory,
    pub(crate) drafts: Drafts,
    pub(crate) layers: crate::ogc::Layers,
    outlines: Arc<RwLock<HashMap<i64, Outlines>>>,
}

impl Atlas {
    /// The outlines of an area version, which never change; empty ones where only a list of
    /// its units is known.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Unreadable`] if a stored outline is none.
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn outlines(
        &self,
        connection: &mut AnyConnection,
        tenant: Tenant,
        version: i64,
    ) -> Result<Outlines, StoreError> {
        let known =
            self.outlines.read().unwrap_or_else(PoisonError::into_inner).get(&version).cloned();
        if let Some(outlines) = known {
            return Ok(outlines);
        }
        let stored = areas::outlines(connection, tenant, version).await?;
        let read = |bytes: &Vec<u8>| {
            if bytes.is_empty() {
                return Ok(MultiPolygon(Vec::new()));
            }
            ankunft_formats::geometry::outline_from_bytes(bytes)
                .ok_or(StoreError::Unreadable { what: "an outline", text: version.to_string() })
        };
        let outlines: Outlines = Arc::new(stored.iter().map(read).collect::<Result<_, _>>()?);
        self.outlines
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(version, Arc::clone(&outlines));
        Ok(outlines)
    }
}

impl FromRequestParts<App> for Atlas {
    type Rejection = Failure;
    async fn from_request_parts(_: &mut Parts, app: &App) -> Result<Self, Failure> {
        let atlas = app.parts.state::<Self>().cloned();
        atlas.ok_or_else(|| Failure::internal("the atlas is not among the parts"))
    }
}
