//! What the pages of candidates show: one struct each, from which page, CSV and JSON are made.

use std::collections::BTreeMap;

use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::model::{Judged, Sheet, Tally};
use super::store::ballots::{self, Ballot, Criterion};
use super::store::register::{self, Candidate};
use crate::model::measure::Measure;
use crate::view::overview::Asker;
use crate::view::profile::{self, Profile, Series};

/// How many key figures of each candidate stand side by side.
const FIGURES: usize = 4;

/// The candidates side by side, in alphabetical order.
#[derive(Debug)]
pub struct Register {
    /// The key figures that are shown.
    pub measures: Vec<Measure>,
    /// Each candidate with its quarter, if it is still there.
    pub rows: Vec<(Candidate, Option<Profile>)>,
}

impl Register {
    /// Reads them: the register, and the profile of each quarter.
    ///
    /// # Errors
    ///
    /// - [`StoreError`] if the database refuses it or a release was altered.
    pub async fn read(
        connection: &mut AnyConnection,
        asker: Asker<'_>,
    ) -> Result<Self, StoreError> {
        let mut rows = Vec::new();
        let mut measures: Vec<Measure> = Vec::new();
        for candidate in register::candidates(connection, asker.tenant).await? {
            let place = (Some(candidate.geography.as_str()), candidate.area.as_str());
            let found = profile::profile(connection, asker, place.0, place.1).await?;
            for series in found.iter().flat_map(|it| &it.series) {
                let is_known = measures.iter().any(|it| it.code == series.measure.code);
                if !is_known && measures.len() < FIGURES {
                    measures.push(series.measure.clone());
                }
            }
            rows.push((candidate, found));
        }
        Ok(Self { measures, rows })
    }

    /// The series of a measure in a profile.
    #[must_use]
    pub fn series<'a>(measure: &Measure, profile: &'a Profile) -> Option<&'a Series> {
        profile.series.iter().find(|it| it.measure.code == measure.code)
    }
}

/// What has been scored and is still open.
#[derive(Clone, Debug)]
pub struct Scoring {
    /// The candidates that are chosen among.
    pub candidates: Vec<Candidate>,
    /// By what is judged.
    pub criteria: Vec<Criterion>,
    /// What was handed in.
    pub ballots: Vec<Ballot>,
}

impl Scoring {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        let mut candidates = register::candidates(connection, tenant).await?;
        candidates.retain(|it| it.state.is_open());
        Ok(Self {
            candidates,
            criteria: ballots::criteria(connection, tenant).await?,
            ballots: ballots::ballots(connection, tenant).await?,
        })
    }

    /// What an account has handed in.
    #[must_use]
    pub fn own(&self, account: Option<i64>) -> Option<&Ballot> {
        self.ballots.iter().find(|it| Some(it.account) == account)
    }

    /// Everything from which the result is computed.
    #[must_use]
    pub fn tally(&self, t: &Texts, names: &Names) -> Tally {
        let who = labels(t, names, &self.ballots);
        let sheet = |(ballot, who): (&Ballot, String)| Sheet {
            who,
            weights: self
                .criteria
                .iter()
                .map(|it| ballot.weights.get(&it.id).copied().unwrap_or_default())
                .collect(),
            points: self
                .candidates
                .iter()
                .map(|candidate| {
                    let at = |it: &Criterion| ballot.points.get(&(candidate.number, it.id));
                    self.criteria.iter().map(|it| at(it).copied()).collect()
                })
                .collect(),
        };
        let criterion = |it: &Criterion| Judged { id: it.id, name: it.name.clone() };
        let candidate = |it: &Candidate| Judged { id: it.number, name: it.name.clone() };
        let mut ballots: Vec<Sheet> = self.ballots.iter().zip(who).map(sheet).collect();
        ballots.sort_by(|a, b| a.who.cmp(&b.who));
        Tally {
            criteria: self.criteria.iter().map(criterion).collect(),
            candidates: self.candidates.iter().map(candidate).collect(),
            ballots,
        }
    }
}

/// The Stelle of each, with the person's name where two share one; the person without a Stelle.
fn labels(t: &Texts, names: &Names, ballots: &[Ballot]) -> Vec<String> {
    let mut count: BTreeMap<Option<i64>, usize> = BTreeMap::new();
    for it in ballots {
        *count.entry(it.post).or_default() += 1;
    }
    let label = |it: &Ballot| {
        let person = names.account(t, Some(it.account));
        match names.post(it.post) {
            Some(post) if count[&it.post] > 1 => format!("{post} ({person})"),
            Some(post) => post,
            None => person,
        }
    };
    ballots.iter().map(label).collect()
}
