//! What pages and files of measures are made from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ankunft_platform::keep;
use ankunft_platform::names::Names;
use ankunft_platform::register::organisations;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::encode;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::model::{Measure, Pressing, State, pressing};
use super::store;
use crate::around::model::Around;
use crate::around::store as around;
use crate::around::words::Organisations;
use crate::effects::model::Actual;
use crate::effects::view::Stand;
use crate::effects::{actuals, store as indicators};
use crate::known::Place;
use crate::spending::store as spending;
use crate::within::{self, Within};

/// A measure on the board.
#[derive(Clone, Debug)]
pub struct Line {
    /// The measure.
    pub measure: Measure,
    /// How many things it cites.
    pub citations: usize,
    /// How many of them its effect is measured against.
    pub baselines: usize,
    /// What presses about it.
    pub pressing: Option<Pressing>,
}

/// The measures of a city.
#[derive(Debug)]
pub struct Board {
    /// The nearest last day first.
    pub lines: Vec<Line>,
    /// Names of accounts and Stellen.
    pub names: Names,
    /// Which area unit lies in which.
    within: Arc<Within>,
}

async fn stands(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, Vec<Stand>>, StoreError> {
    let mut values: BTreeMap<(i64, i64), Vec<Actual>> = BTreeMap::new();
    for it in actuals::all(connection, tenant).await? {
        values.entry((it.measure, it.indicator)).or_default().push(it);
    }
    let mut stands: BTreeMap<i64, Vec<Stand>> = BTreeMap::new();
    for known in indicators::indicators(connection, tenant).await? {
        if !known.says.ended {
            let actuals = values.remove(&(known.measure, known.number)).unwrap_or_default();
            let stand = Stand { known, actuals, course: Vec::new() };
            stands.entry(stand.known.measure).or_default().push(stand);
        }
    }
    Ok(stands)
}

keep! {
    /// The indicators of each measure for which somebody is asked, by step.
    Stands(BTreeMap<i64, Vec<Stand>>) = |connection, tenant| stands(connection, tenant);
}

/// What stands behind the measures of a city: what they are to bring about, who helps and who pays.
#[derive(Debug)]
pub struct Depth {
    around: Arc<around::Arounds>,
    indicators: Arc<Stands>,
    organisations: Organisations,
    books: Arc<spending::Books>,
}

impl Depth {
    /// Reads it: eleven statements, however many measures.
    pub async fn read(read: &mut Read, tenant: Tenant) -> Result<Self, StoreError> {
        Ok(Self {
            around: read.kept(tenant).await?,
            indicators: read.kept(tenant).await?,
            organisations: organisations::names(read, tenant).await?,
            books: read.kept(tenant).await?,
        })
    }

    /// What stands around a measure.
    pub fn around(&self, measure: i64) -> Around {
        self.around.get(&measure).cloned().unwrap_or_default()
    }

    /// What was spent on a measure, in cents.
    pub fn spent(&self, measure: i64) -> i64 {
        self.books.get(&measure).map_or(0, |it| it.spent(None))
    }

    /// The indicators of a measure for which somebody is asked, by step.
    pub fn indicators(&self, measure: i64) -> impl Iterator<Item = &Stand> {
        self.indicators.get(&measure).into_iter().flatten()
    }

    /// The name of an organisation.
    pub fn organisation(&self, id: i64) -> Option<&str> {
        self.organisations.get(&id).map(String::as_str)
    }
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
    /// As an address asks for it; empty for all.
    pub fn query(&self) -> String {
        let place = self
            .place
            .as_ref()
            .map(|(level, area)| format!("quartier={}", encode(&format!("{level}:{area}"))));
        let state = self.state.map(|it| format!("stand={}", it.code()));
        let post = self.post.map(|it| format!("stelle={it}"));
        let all: Vec<String> = [state, place, post].into_iter().flatten().collect();
        if all.is_empty() { String::new() } else { format!("?{}", all.join("&")) }
    }

    /// Whether a measure is asked for.
    pub(crate) fn fits(&self, it: &Measure, within: &Within) -> bool {
        let plan = &it.plan;
        let state = self.state.is_none_or(|it| plan.state == it);
        let post = self.post.is_none_or(|it| plan.is_of(it) || plan.informed.contains(&it));
        let is_there = |asked: &(String, String)| {
            plan.place.as_ref().is_some_and(|it| within.lies_in(it, asked))
        };
        state && post && self.place.as_ref().is_none_or(is_there)
    }

    /// The part of the place asked for in which a measure is alone; none if it is in all of it.
    pub fn part<'a>(&self, it: &'a Measure) -> Option<&'a Place> {
        let asked = self.place.as_ref()?;
        let place = it.plan.place.as_ref();
        place.filter(|it| !within::is_same(it, asked))
    }
}

impl Board {
    /// Reads the board: seven statements, however many measures.
    pub async fn read(read: &mut Read, tenant: Tenant, today: Date) -> Result<Self, StoreError> {
        let measures = read.kept::<store::Measures>(tenant).await?;
        let citations = read.kept::<store::CitationCounts>(tenant).await?;
        let baselines = read.kept::<store::Baselines>(tenant).await?;
        let line = |measure: &Measure| {
            let citations = citations.get(&measure.number).copied().unwrap_or_default();
            let baselines = baselines.get(&measure.number).map_or(0, BTreeSet::len);
            let pressing = pressing(&measure.plan, today);
            Line { measure: measure.clone(), citations, baselines, pressing }
        };
        let lines = measures.iter().map(line).collect();
        let within = read.kept::<Within>(tenant).await?;
        Ok(Self { lines, names: Names::read(read, tenant).await?, within })
    }

    /// What is asked for, in the order of the board.
    pub fn wanted<'a>(&'a self, wanted: &'a Wanted) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(|it| wanted.fits(&it.measure, &self.within))
    }

    /// How many measures under way or planned are for the whole city.
    pub fn of_whole_city(&self) -> usize {
        let plans = self.lines.iter().map(|it| &it.measure.plan);
        plans.filter(|it| it.place.is_none() && it.state.is_open()).count()
    }

    /// The places that measures have and those around them, by name, each once.
    pub fn places(&self) -> Vec<&Place> {
        let by_key = |all: &[&Place]| -> BTreeMap<(String, String), usize> {
            all.iter().enumerate().map(|(at, it)| (it.key(), at)).collect()
        };
        let own: Vec<&Place> =
            self.lines.iter().filter_map(|it| it.measure.plan.place.as_ref()).collect();
        let own: Vec<&Place> = by_key(&own).into_values().map(|at| own[at]).collect();
        // What a place is called today goes before what it was called in a measure.
        let around = own.iter().flat_map(|it| self.within.around(it));
        let all: Vec<&Place> = own.iter().copied().chain(around).collect();
        let mut each: Vec<&Place> = by_key(&all).into_values().map(|at| all[at]).collect();
        each.sort_by(|a, b| a.name.cmp(&b.name));
        each
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
