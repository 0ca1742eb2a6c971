//! Where a figure is of: one area unit, or several that somebody joined.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ankunft_disclosure::{Column, Nutzung, Released};
use ankunft_platform::register::areas::{Area, Geography};

use super::join::{self, Joining, WEIGHT};
use super::model::{Composed, Joint, Named};
use crate::model::measure::Measure;
use crate::store::{Ground, Shelf};
use crate::view::overview::Figures;

/// An area unit or a composed quarter.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its code and name; a composed one stands at no position.
    pub area: Area,
    /// What it is joined from; none for an area unit.
    pub joined: Option<Joined>,
    /// The area units that it is, in each version in which it is made of whole ones.
    everywhere: BTreeMap<i64, BTreeSet<String>>,
}

/// How a composed quarter came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// By which citations name what is shown here, whatever it becomes later.
    pub pinned: String,
    /// The version of the area units in which it was joined.
    pub area_version: i64,
    /// The version of the quarter.
    pub number: i64,
    /// The newest one.
    pub newest: i64,
    /// Why it was joined so.
    pub reason: String,
    /// When, in microseconds UTC.
    pub made_at: i64,
    /// Whether everybody may know of it.
    pub is_public: bool,
    /// When it was given up, in microseconds UTC.
    pub retired_at: Option<i64>,
}

impl Place {
    /// An area unit, in the versions in which it is the same.
    #[must_use]
    pub fn unit(area: Area, versions: &[i64]) -> Self {
        let code = BTreeSet::from([area.code.clone()]);
        let everywhere = versions.iter().map(|it| (*it, code.clone())).collect();
        Self { area, joined: None, everywhere }
    }

    /// A version of a composed quarter.
    #[must_use]
    pub fn of(composed: &Composed, joint: &Joint) -> Self {
        let area = Area {
            position: -1,
            code: composed.code.clone(),
            name: joint.name.clone(),
            parent: None,
            area_m2: 0.0,
        };
        let joined = Joined {
            pinned: composed.pinned(joint),
            area_version: joint.area_version,
            number: joint.number,
            newest: composed.versions.last().map_or(joint.number, |it| it.number),
            reason: joint.reason.clone(),
            made_at: joint.made_at,
            is_public: joint.is_public,
            retired_at: composed.retired_at,
        };
        Self { area, joined: Some(joined), everywhere: joint.everywhere.clone() }
    }

    /// By which citations name it.
    #[must_use]
    pub fn cited_as(&self) -> &str {
        self.joined.as_ref().map_or(&self.area.code, |it| &it.pinned)
    }

    /// The versions of the area units in which it is made of whole ones.
    #[must_use]
    pub fn versions(&self) -> Vec<i64> {
        self.everywhere.keys().copied().collect()
    }

    /// Its area units in a version, in their order; `None` if it is not made of whole ones there.
    #[must_use]
    pub fn positions(&self, ground: &Ground, version: i64) -> Option<Vec<usize>> {
        let codes = self.everywhere.get(&version)?;
        let at = |(at, area): (usize, &Area)| codes.contains(&area.code).then_some(at);
        let found: Vec<usize> = ground.areas.iter().enumerate().filter_map(at).collect();
        (found.len() == codes.len() && !found.is_empty()).then_some(found)
    }

    /// The names of its area units in a version, in alphabetical order.
    #[must_use]
    pub fn names<'a>(&self, ground: &'a Ground, version: i64) -> Vec<&'a str> {
        let at = self.positions(ground, version).unwrap_or_default();
        let mut names: Vec<&str> = at.iter().map(|at| ground.areas[*at].name.as_str()).collect();
        names.sort_unstable();
        names
    }

    /// The same circle, or that of the administration if not everybody may know of the place.
    #[must_use]
    pub fn circle(&self, of_figures: Nutzung) -> Nutzung {
        match &self.joined {
            Some(it) if !it.is_public => of_figures.min(Nutzung::Administration),
            _ => of_figures,
        }
    }
}

impl Figures {
    /// The composed quarter of this code, which no area unit has.
    #[must_use]
    pub fn place(&self, shelf: &Shelf, code: &str) -> Option<Place> {
        let is_unit = self.ground.areas.iter().any(|it| it.code == code);
        if is_unit { None } else { shelf.place(Some(&self.geography.code), code) }
    }

    /// The same figures of a place alone, which may be joined from several units; `None` if it is
    /// not made of these units, or what is measured cannot be joined.
    #[must_use]
    pub fn of_place(&self, shelf: &Shelf, place: &Place) -> Option<Self> {
        let at = place.positions(&self.ground, self.version.id)?;
        let joining = shelf.joining(&self.measure);
        let part = |code: &str| self.parts.iter().find(|(it, _)| it == code).map(|it| &it.1);
        let weight = self.weight.as_ref().filter(|_| joining == Some(Joining::Mean));
        let stored = |code: &str| {
            let weight = || weight.map(|it| &it.0).filter(|_| code == WEIGHT);
            part(code).or_else(weight).map(Released::as_ref)
        };
        let values = join::join((&self.measure, joining), &at, stored)?;
        let narrow = |it: &Column| join::narrowed(it, &at);
        // What is no count is not added up: the mean stands there as what it was computed from.
        let narrow_part = |(code, column): &(String, Released<Column>)| match joining {
            Some(Joining::Mean) => (code.clone(), values.clone()),
            _ => (code.clone(), column.as_ref().map(narrow)),
        };
        let mut parts: Vec<(String, Released<Column>)> =
            self.parts.iter().map(narrow_part).collect();
        let mut sources = self.sources.clone();
        if let Some((column, origin)) = weight {
            parts.push((WEIGHT.to_owned(), column.as_ref().map(narrow)));
            sources.push(origin.clone());
        }
        let band = self.band.as_ref().filter(|_| joining == Some(Joining::Counts));
        let area = place.area.clone();
        Some(Self {
            geography: self.geography.clone(),
            version: self.version.clone(),
            ground: Arc::new(Ground { areas: vec![area], map: None, layers: Vec::new() }),
            measure: self.measure.clone(),
            period: self.period.clone(),
            band: band.map(|it| it.as_ref().map(|(low, high)| (narrow(low), narrow(high)))),
            values,
            parts,
            sources,
            weight: None,
        })
    }
}

impl Shelf {
    /// The composed quarter, or the version of one, that a text names.
    #[must_use]
    pub fn place(&self, geography: Option<&str>, text: &str) -> Option<Place> {
        let named = Named::read(text);
        let composed = self.composed.iter().find(|it| it.code == named.code)?;
        let is_meant = |it: &&Geography| it.id == composed.geography;
        let of = self.geographies.iter().find(is_meant)?;
        if geography.is_some_and(|it| it != of.code) {
            return None;
        }
        let mut place = Place::of(composed, composed.version(named.number)?);
        text.clone_into(&mut place.area.code);
        Some(place)
    }

    /// How the figures of several area units become one.
    #[must_use]
    pub fn joining(&self, measure: &Measure) -> Option<Joining> {
        Joining::of(measure, |code| self.indicators.get(code).map(|it| &it.definition))
    }

    /// Whether something was released, for this reader, over area units that a quarter is made of.
    #[must_use]
    pub fn has_figures(&self, geography: i64, joint: &Joint) -> bool {
        let Some(holdings) = self.holdings.get(&geography) else { return false };
        let mut versions = holdings.stored.values().flat_map(BTreeMap::values);
        versions.any(|it| joint.everywhere.contains_key(it))
    }
}
