//! What pages and files of measures are made from.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::names::Names;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::model::{LooseEnd, Measure, State, loose_end};
use super::store;
use crate::known::Place;

/// A measure on the board.
#[derive(Clone, Debug)]
pub struct Line {
    /// The measure.
    pub measure: Measure,
    /// How many things it cites.
    pub citations: usize,
    /// How many of them its effect is measured against.
    pub baselines: usize,
    /// What is loose about it.
    pub loose: Option<LooseEnd>,
}

/// The measures of a city.
#[derive(Debug)]
pub struct Board {
    /// The nearest last day first.
    pub lines: Vec<Line>,
    /// Names of accounts and Stellen.
    pub names: Names,
}

/// What of the board is asked for; empty asks for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// One state.
    pub state: Option<State>,
    /// One Stelle, in whatever role.
    pub post: Option<i64>,
    /// One place: geography and area unit.
    pub place: Option<(String, String)>,
}

impl Wanted {
    fn fits(&self, it: &Measure) -> bool {
        let plan = &it.plan;
        let state = self.state.is_none_or(|it| plan.state == it);
        let post = self.post.is_none_or(|it| plan.is_of(it) || plan.informed.contains(&it));
        let is_there = |(geography, area): &(String, String)| {
            plan.place.as_ref().is_some_and(|it| it.geography == *geography && it.area == *area)
        };
        state && post && self.place.as_ref().is_none_or(is_there)
    }
}

impl Board {
    /// Reads the board: six statements, however many measures.
    pub async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        today: Date,
    ) -> Result<Self, StoreError> {
        let measures = store::measures(connection, tenant).await?;
        let citations = store::citation_counts(connection, tenant).await?;
        let baselines = store::baselines(connection, tenant).await?;
        let line = |measure: Measure| {
            let citations = citations.get(&measure.number).copied().unwrap_or_default();
            let baselines = baselines.get(&measure.number).map_or(0, BTreeSet::len);
            let loose = loose_end(&measure.plan, (citations, baselines), today);
            Line { measure, citations, baselines, loose }
        };
        let lines = measures.into_iter().map(line).collect();
        Ok(Self { lines, names: Names::read(connection, tenant).await? })
    }

    /// What is asked for, in the order of the board.
    pub fn wanted<'a>(&'a self, wanted: &'a Wanted) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(|it| wanted.fits(&it.measure))
    }

    /// The places that measures have, by name, each once.
    pub fn places(&self) -> Vec<&Place> {
        let places = self.lines.iter().filter_map(|it| it.measure.plan.place.as_ref());
        let each: BTreeMap<(&str, &str, &str), &Place> = places
            .map(|it| ((it.name.as_str(), it.geography.as_str(), it.area.as_str()), it))
            .collect();
        each.into_values().collect()
    }

    /// The Stellen that measures name, each once.
    pub fn posts(&self) -> BTreeSet<i64> {
        let of = |it: &Line| {
            let plan = &it.measure.plan;
            let all = plan.contributing.iter().chain(&plan.informed);
            all.copied().chain([plan.lead]).collect::<Vec<_>>()
        };
        self.lines.iter().flat_map(of).collect()
    }
}
