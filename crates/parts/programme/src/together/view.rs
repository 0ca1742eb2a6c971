//! What pages of the programme are made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::TenantInfo;

use super::model::{Meeting, Told, Word};
use super::sources::{self, Source};
use super::store;
use crate::members::Members;

/// What the twelve tell and ask.
#[derive(Clone, Debug)]
pub struct Together {
    /// The programme.
    pub programme: TenantInfo,
    /// All tenants, by name: who reads along need be no city.
    pub all: Vec<TenantInfo>,
    /// Each city by name, with what it tells of itself.
    pub cities: Vec<(TenantInfo, Option<Told>)>,
    /// All versions of all meetings: by number, the newest first.
    pub versions: Arc<store::Versions>,
    /// From what their profiles were taken, by city.
    pub sources: BTreeMap<i64, Vec<Source>>,
    /// Questions and answers.
    pub words: Arc<store::Words>,
}

impl Together {
    /// Reads it: five statements. None in an installation without a programme.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(read: &mut Read) -> Result<Option<Self>, StoreError> {
        let members = Members::read(read).await?;
        let Some(programme) = members.programme else { return Ok(None) };
        let mut told = store::profiles_for(read, programme.tenant).await?;
        let sources = sources::for_programme(read, programme.tenant).await?;
        let of = |city: TenantInfo| {
            let at = told.iter().position(|it| it.city == city.tenant.id());
            (city, at.map(|at| told.swap_remove(at)))
        };
        let cities = members.cities.into_iter().map(of).collect();
        let versions = read.kept(programme.tenant).await?;
        let words = read.kept(programme.tenant).await?;
        let all = members.all;
        Ok(Some(Self { programme, all, cities, versions, sources, words }))
    }

    /// The meetings as they stand, the nearest day first.
    #[must_use]
    pub fn meetings(&self) -> Vec<&Meeting> {
        let mut newest: Vec<&Meeting> = Vec::new();
        for it in self.versions.iter() {
            if newest.last().is_none_or(|last| last.number != it.number) {
                newest.push(it);
            }
        }
        newest.sort_by_key(|it| (it.it.starts_on, it.number));
        newest
    }

    /// The questions, the newest first, each with how many answers it has.
    #[must_use]
    pub fn questions(&self) -> Vec<(&Word, usize)> {
        let mut answers: BTreeMap<i64, usize> = BTreeMap::new();
        for it in self.words.iter().filter(|it| it.number > 0) {
            *answers.entry(it.question).or_default() += 1;
        }
        let questions = self.words.iter().filter(|it| it.number == 0);
        questions.map(|it| (it, answers.get(&it.question).copied().unwrap_or_default())).collect()
    }

    /// What a tenant is called.
    #[must_use]
    pub fn name(&self, tenant: i64) -> String {
        let found = self.all.iter().find(|it| it.tenant.id() == tenant);
        found.map_or_else(String::new, |it| it.name.clone())
    }
}
