//! The programme of an installation and who belongs to it.
//!
//! The programme is a tenant like any other, at `/programm`. The municipalities of the installation
//! are its members: what they write together belongs to it, and each reads that from its own pages,
//! with the rights its people have at home. So nobody needs a second role, and no right in the
//! programme opens what a city has given it.

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{self, TenantInfo, TenantKind};
use ankunft_platform::web::{City, Failure};
use sqlx::AnyConnection;

/// The programme and its municipalities.
#[derive(Clone, Debug)]
pub struct Members {
    /// The programme's tenant; none in an installation without one.
    pub programme: Option<TenantInfo>,
    /// The municipalities, by name.
    pub cities: Vec<TenantInfo>,
    /// All tenants, by name.
    pub all: Vec<TenantInfo>,
}

impl Members {
    /// Reads them: one statement.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection) -> Result<Self, StoreError> {
        let all = tenant::all(connection).await?;
        let of = |kind| all.iter().filter(move |it| it.kind == kind).cloned();
        Ok(Self {
            programme: of(TenantKind::Programme).next(),
            cities: of(TenantKind::Kommune).collect(),
            all,
        })
    }

    /// The tenant of a number.
    #[must_use]
    pub fn tenant(&self, id: i64) -> Option<&TenantInfo> {
        self.all.iter().find(|it| it.tenant.id() == id)
    }
}

/// Whether these are the pages of the programme itself.
#[must_use]
pub fn is_programme(city: &City) -> bool {
    city.kind == TenantKind::Programme
}

/// Says that there is no such page but for the programme and research.
///
/// # Errors
///
/// - [`Failure`] 404 for a municipality.
pub fn not_for_cities(city: &City) -> Result<(), Failure> {
    if city.kind == TenantKind::Kommune { Err(Failure::not_found()) } else { Ok(()) }
}
