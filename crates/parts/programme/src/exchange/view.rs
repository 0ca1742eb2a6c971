//! What pages and files of the exchange are made from.

use ankunft_platform::datasets::{self, DatasetVersion};
use ankunft_platform::names::Names;
use ankunft_platform::releases;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{Tenant, TenantInfo};
use sqlx::AnyConnection;

use super::accept::PROFILE;
use super::model::Grant;
use super::parties::Parties;
use super::store::received::Received;
use super::store::transfers::{self, Transfer};
use super::store::{grants, received};
use crate::package::READER;

/// What a tenant gives and gets.
#[derive(Debug)]
pub struct Overview {
    /// What it gives, the newest first.
    pub given: Vec<Grant>,
    /// What others of this installation give it, each with its giver.
    pub granted: Vec<(TenantInfo, Grant)>,
    /// What came as files.
    pub received: Vec<Received>,
    /// Whom it knows.
    pub parties: Parties,
    /// Names of accounts and Stellen.
    pub names: Names,
}

impl Overview {
    /// Reads it: eleven statements, however much there is.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        let parties = Parties::read(connection, tenant).await?;
        let granted = grants::granted_to(connection, tenant).await?;
        let with_giver = |(giver, grant): (Tenant, Grant)| {
            parties.members.tenant(giver.id()).cloned().map(|it| (it, grant))
        };
        Ok(Self {
            given: grants::given(connection, tenant).await?,
            granted: granted.into_iter().filter_map(with_giver).collect(),
            received: received::all(connection, tenant).await?,
            names: Names::read(connection, tenant).await?,
            parties,
        })
    }
}

/// The states of tables of which something is released for the programme, the newest first. What
/// came from others is given to nobody.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn tables(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<DatasetVersion>, StoreError> {
    let visible = releases::visible(connection, tenant, READER).await?;
    let mut all = datasets::versions(connection, tenant).await?;
    all.retain(|it| it.profile != PROFILE && visible.iter().any(|of| of.dataset_version == it.id));
    Ok(all)
}

/// The register.
#[derive(Debug)]
pub struct Register {
    /// Its lines, the newest first.
    pub lines: Vec<Transfer>,
    /// Names of accounts and Stellen.
    pub names: Names,
}

impl Register {
    /// Reads it: three statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        let lines = transfers::all(connection, tenant).await?;
        Ok(Self { lines, names: Names::read(connection, tenant).await? })
    }

    /// Adds lines at their time.
    pub fn add(&mut self, lines: Vec<Transfer>) {
        self.lines.extend(lines);
        self.lines.sort_by_key(|it| std::cmp::Reverse(it.at));
    }
}
