//! Who gives and who gets: tenants of this installation and partners of others, by their keys.

use ankunft_platform::signing::PublicKey;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{Tenant, TenantInfo};
use ankunft_platform::web::App;
use sqlx::AnyConnection;

use super::model::{Grant, Recipient, package_number};
use super::store::partners::{self, Partner};
use crate::members::Members;
use crate::package::manifest::Party;

/// Everybody whom a tenant can give to or get from.
#[derive(Debug)]
pub struct Parties {
    /// The tenants of the installation.
    pub members: Members,
    /// The partners of the tenant, also those of the past.
    pub partners: Vec<Partner>,
}

/// What stands for a tenant in numbers of packages: its key, or its address.
#[must_use]
pub fn sign_of(city: &TenantInfo) -> &str {
    city.ags.as_deref().unwrap_or(&city.slug)
}

/// A tenant of this installation as packages name it.
#[must_use]
pub fn party(app: &App, city: &TenantInfo) -> Party {
    let key = app.keys.signing(city.tenant).public().hex();
    Party { name: city.name.clone(), ags: city.ags.clone(), key }
}

/// The number of the package of a Weitergabe.
#[must_use]
pub fn package_of(city: &TenantInfo, grant: &Grant) -> String {
    package_number(sign_of(city), grant.number)
}

impl Parties {
    /// Reads them: two statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        let members = Members::read(connection).await?;
        Ok(Self { members, partners: partners::all(connection, tenant).await? })
    }

    /// The partner of a number.
    #[must_use]
    pub fn partner(&self, number: i64) -> Option<&Partner> {
        self.partners.iter().find(|it| it.number == number)
    }

    /// What a recipient is called.
    #[must_use]
    pub fn name(&self, recipient: Recipient) -> String {
        let here = |id| self.members.tenant(id).map(|it| it.name.clone());
        match recipient {
            Recipient::Here(id) => here(id),
            Recipient::Elsewhere(number) => self.partner(number).map(|it| it.name.clone()),
        }
        .unwrap_or_default()
    }

    /// A recipient as packages name it.
    #[must_use]
    pub fn recipient(&self, app: &App, recipient: Recipient) -> Option<Party> {
        match recipient {
            Recipient::Here(id) => self.members.tenant(id).map(|it| party(app, it)),
            Recipient::Elsewhere(number) => self.partner(number).map(|it| Party {
                name: it.name.clone(),
                ags: None,
                key: it.key.hex(),
            }),
        }
    }

    /// The keys that are believed, each with its owner: those that were compared, and those of
    /// this installation.
    #[must_use]
    pub fn senders(&self, app: &App) -> Vec<(PublicKey, String)> {
        let compared = self.keys(|it| it.ended_at.is_none());
        let here = self.members.all.iter();
        let here = here.map(|it| (app.keys.signing(it.tenant).public(), it.name.clone()));
        compared.chain(here).collect()
    }

    /// The keys of partners of the past, each with its owner: no figures of theirs are taken, but
    /// that they take a package back, or have deleted one, is.
    #[must_use]
    pub fn former(&self) -> Vec<(PublicKey, String)> {
        self.keys(|it| it.ended_at.is_some()).collect()
    }

    fn keys(&self, of: fn(&Partner) -> bool) -> impl Iterator<Item = (PublicKey, String)> {
        let found = self.partners.iter().filter(move |it| of(it));
        found.map(|it| (it.key, it.name.clone()))
    }

    /// Whether a recipient is a partner of the past, to whom no package goes.
    #[must_use]
    pub fn is_former(&self, recipient: Recipient) -> bool {
        let Recipient::Elsewhere(number) = recipient else { return false };
        self.partner(number).is_some_and(|it| it.ended_at.is_some())
    }

    /// The tenant of this installation whose key this is.
    #[must_use]
    pub fn here(&self, app: &App, key: &PublicKey) -> Option<&TenantInfo> {
        self.members.all.iter().find(|it| app.keys.signing(it.tenant).public() == *key)
    }
}
