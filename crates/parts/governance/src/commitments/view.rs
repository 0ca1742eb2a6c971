//! What the pages of commitments are made from.

use std::sync::Arc;

use ankunft_platform::attachments::{self, Attachment, TakenBack};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City};

use super::model::{Commitment, Fate, Promise};
use super::store::{self, KIND};
use crate::enquiries::filing;
use crate::known::Known;
use crate::measures::model::Measure;
use crate::measures::store as measures;

/// All commitments of a city.
#[derive(Debug)]
pub struct All {
    /// The newest first.
    pub commitments: Arc<store::Commitments>,
    /// All their promises.
    pub promises: Arc<store::Promises>,
}

impl All {
    /// Reads them: two statements.
    pub async fn read(read: &mut Read, tenant: Tenant) -> Result<Self, StoreError> {
        Ok(Self { commitments: read.kept(tenant).await?, promises: read.kept(tenant).await? })
    }

    /// The promises of a commitment.
    pub fn of(&self, number: i64) -> impl Iterator<Item = &Promise> {
        self.promises.iter().filter(move |it| it.commitment == number)
    }

    /// How many promises are kept, of how many that are still expected.
    #[must_use]
    pub fn kept(&self, number: i64) -> (usize, usize) {
        let expected = self.of(number).filter(|it| it.pledge.fate != Fate::Dropped);
        let kept = self.of(number).filter(|it| it.pledge.fate == Fate::Kept);
        (kept.count(), expected.count())
    }
}

/// One commitment.
#[derive(Debug)]
pub struct One {
    /// All versions, the newest first; never empty.
    pub versions: Vec<Commitment>,
    /// Its promises.
    pub promises: Vec<Promise>,
    /// All measures.
    pub measures: Arc<measures::Measures>,
    /// Which measures keep which promises.
    pub keeping: Arc<store::Keeping>,
    /// Its signed papers.
    pub papers: Vec<Attachment>,
    /// Those that somebody has taken back.
    pub gone: Vec<TakenBack>,
    /// The Aktenzeichen of the Vorgang that it lies in; empty without.
    pub file_number: String,
    /// What can be named.
    pub known: Known,
}

impl One {
    /// Reads it, or nothing; a constant number of statements.
    pub async fn read(app: &App, city: &City, number: i64) -> Result<Option<Self>, StoreError> {
        let tenant = city.tenant();
        let mut read = app.store.read().await?;
        let versions = store::versions(&mut read, tenant, number).await?;
        if versions.is_empty() {
            return Ok(None);
        }
        let promises = read.kept::<store::Promises>(tenant).await?;
        let promises = promises.iter().filter(|it| it.commitment == number).cloned().collect();
        Ok(Some(Self {
            versions,
            promises,
            measures: read.kept(tenant).await?,
            keeping: read.kept(tenant).await?,
            papers: attachments::of(&mut read, tenant, (KIND, &number.to_string())).await?,
            gone: attachments::taken_back(&mut read, tenant, (KIND, &number.to_string())).await?,
            file_number: filing::file_number(&mut read, tenant, (KIND, &number.to_string()))
                .await?,
            known: Known::read(&mut read, tenant).await?,
        }))
    }

    /// The commitment as it stands.
    #[must_use]
    pub fn commitment(&self) -> &Commitment {
        &self.versions[0]
    }

    /// The measures that keep a promise.
    pub fn keep(&self, promise: i64) -> impl Iterator<Item = &Measure> {
        let numbers = self.keeping.get(&promise);
        self.measures.iter().filter(move |it| numbers.is_some_and(|all| all.contains(&it.number)))
    }
}
