//! What pages of the programme are made from.

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::TenantInfo;
use sqlx::AnyConnection;

use super::model::{Meeting, Told, Word};
use super::store;
use crate::members::Members;

/// What the twelve tell and ask.
#[derive(Clone, Debug)]
pub struct Together {
    /// The programme.
    pub programme: TenantInfo,
    /// Each city by name, with what it tells of itself.
    pub cities: Vec<(TenantInfo, Option<Told>)>,
    /// All versions of all meetings: by number, the newest first.
    pub versions: Vec<Meeting>,
    /// Questions and answers.
    pub words: Vec<Word>,
}

impl Together {
    /// Reads it: four statements. None in an installation without a programme.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection) -> Result<Option<Self>, StoreError> {
        let members = Members::read(connection).await?;
        let Some(programme) = members.programme else { return Ok(None) };
        let mut told = store::profiles_for(connection, programme.tenant).await?;
        let of = |city: TenantInfo| {
            let at = told.iter().position(|it| it.city == city.tenant.id());
            (city, at.map(|at| told.swap_remove(at)))
        };
        let cities = members.cities.into_iter().map(of).collect();
        let versions = store::meeting_versions(connection, programme.tenant).await?;
        let words = store::words(connection, programme.tenant).await?;
        Ok(Some(Self { programme, cities, versions, words }))
    }

    /// The meetings as they stand, the nearest day first.
    #[must_use]
    pub fn meetings(&self) -> Vec<&Meeting> {
        let mut newest: Vec<&Meeting> = Vec::new();
        for it in &self.versions {
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
        let questions = self.words.iter().filter(|it| it.number == 0);
        let answers = |of: i64| self.words.iter().filter(|it| it.question == of).count() - 1;
        questions.map(|it| (it, answers(it.question))).collect()
    }

    /// What a tenant is called.
    #[must_use]
    pub fn name(&self, city: i64) -> String {
        let cities = self.cities.iter().map(|it| &it.0).chain([&self.programme]);
        let mut found = cities.filter(|it| it.tenant.id() == city).map(|it| it.name.clone());
        found.next().unwrap_or_default()
    }
}
