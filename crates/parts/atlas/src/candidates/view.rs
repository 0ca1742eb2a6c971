//! What the pages of candidates show: one struct each, from which page, CSV and JSON are made.

use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::model::{Judged, Sheet, Tally};
use super::store::ballots::{self, Ballot, Criterion};
use super::store::register::{self, Candidate};
use super::store::rounds::{self, Invited, Round};
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

/// What is judged, by what, and in which open round.
#[derive(Clone, Debug)]
pub struct Scoring {
    /// The round that is open.
    pub round: Option<Running>,
    /// The candidates that are chosen among; while a round is open, those of it.
    pub candidates: Vec<Candidate>,
    /// By what is judged.
    pub criteria: Vec<Criterion>,
    /// What was handed in. Nobody is shown any but their own.
    pub ballots: Vec<Ballot>,
}

/// A round that is open.
#[derive(Clone, Debug)]
pub struct Running {
    /// The round.
    pub round: Round,
    /// Who is asked.
    pub invited: Vec<Invited>,
    /// All candidates that it was opened with, those that were set aside since included.
    pub asked: Vec<Candidate>,
    /// Candidates that came later and wait for the next one.
    pub late: Vec<Candidate>,
}

impl Running {
    async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        (round, all): (Round, &[Candidate]),
    ) -> Result<Self, StoreError> {
        let asked = rounds::candidates(connection, tenant, round.number).await?;
        let (asked, late): (Vec<Candidate>, Vec<Candidate>) =
            all.iter().cloned().partition(|it| asked.contains(&it.number));
        let late = late.into_iter().filter(|it| it.state.is_open()).collect();
        let invited = rounds::invited(connection, tenant, round.number).await?;
        Ok(Self { round, invited, asked, late })
    }

    /// Whether an account is asked.
    #[must_use]
    pub fn asks(&self, account: Option<i64>) -> bool {
        self.invited.iter().any(|it| Some(it.account) == account)
    }
}

impl Scoring {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        let all = register::candidates(connection, tenant).await?;
        let round = match rounds::running(connection, tenant).await? {
            Some(round) => Some(Running::read(connection, tenant, (round, &all)).await?),
            None => None,
        };
        let mut candidates = round.as_ref().map_or(all, |it| it.asked.clone());
        candidates.retain(|it| it.state.is_open());
        Ok(Self {
            round,
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

    /// Whether an account is asked and has not handed in.
    #[must_use]
    pub fn waits_for(&self, account: Option<i64>) -> bool {
        let asks = self.round.as_ref().is_some_and(|it| it.asks(account));
        asks && !self.candidates.is_empty() && self.own(account).is_none()
    }

    /// Whether all who were asked have handed in.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let handed_in = |it: &Invited| self.own(Some(it.account)).is_some();
        self.round.as_ref().is_some_and(|it| it.invited.iter().all(handed_in))
    }

    /// Everything from which the result is computed. Candidates that were set aside since the
    /// round was opened are left out, unless none is left: then it says what was scored.
    #[must_use]
    pub fn tally(&self, t: &Texts, names: &Names) -> Tally {
        let asked = self.round.as_ref().map_or(&[][..], |it| it.asked.as_slice());
        let judged = if self.candidates.is_empty() { asked } else { self.candidates.as_slice() };
        let sheet = |ballot: &Ballot| Sheet {
            who: who(t, names, Some(ballot.account), ballot.post),
            weights: self
                .criteria
                .iter()
                .map(|it| ballot.weights.get(&it.id).copied().unwrap_or_default())
                .collect(),
            points: judged
                .iter()
                .map(|candidate| {
                    let at = |it: &Criterion| ballot.points.get(&(candidate.number, it.id));
                    self.criteria.iter().map(|it| at(it).copied()).collect()
                })
                .collect(),
        };
        let criterion = |it: &Criterion| Judged { id: it.id, name: it.name.clone() };
        let candidate = |it: &Candidate| Judged { id: it.number, name: it.name.clone() };
        let mut ballots: Vec<Sheet> = self.ballots.iter().map(sheet).collect();
        ballots.sort_by(|a, b| a.who.cmp(&b.who));
        Tally {
            criteria: self.criteria.iter().map(criterion).collect(),
            candidates: judged.iter().map(candidate).collect(),
            ballots,
        }
    }
}

/// A closed round with what was scored in it.
#[derive(Clone, Debug)]
pub struct Closed {
    /// The round.
    pub round: Round,
    /// How many people were asked.
    pub invited: usize,
    /// What they handed in.
    pub tally: Tally,
}

impl Closed {
    /// All closed rounds, the newest first.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    /// - [`StoreError::Unreadable`] if a tally is none.
    pub async fn all(
        connection: &mut AnyConnection,
        tenant: Tenant,
    ) -> Result<Vec<Self>, StoreError> {
        let mut all = Vec::new();
        for round in rounds::rounds(connection, tenant).await? {
            if round.closed_at.is_none() {
                continue;
            }
            let unreadable = |_| StoreError::Unreadable {
                what: "a tally",
                text: format!("of round {}", round.number),
            };
            let tally = serde_json::from_str(&round.tally).map_err(unreadable)?;
            let invited = rounds::invited(connection, tenant, round.number).await?.len();
            all.push(Self { round, invited, tally });
        }
        Ok(all)
    }

    /// Whether it is what a decision would rest on: nobody has decided since, and somebody scored.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.round.decision.is_none() && !self.tally.ballots.is_empty()
    }
}

/// Who did something: the Stelle with the person's name; the name alone where there is no Stelle,
/// or where it is called like the person.
#[must_use]
pub fn who(t: &Texts, names: &Names, account: Option<i64>, post: Option<i64>) -> String {
    let person = names.account(t, account);
    match names.post(post) {
        Some(post) if post != person => format!("{post} ({person})"),
        _ => person,
    }
}
