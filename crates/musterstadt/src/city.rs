use geo::{LineString, MultiPolygon};

use crate::{
    Figures, Kind, Period, Register, Truth,
    geometry::{self, Ground},
    model,
    plan::{self, Plan},
    register,
    truth::truth,
};

/// The programme with its twelve invented cities.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Its name.
    pub name: String,
    /// Its name in addresses.
    pub slug: String,
    /// The names of the research team, roles and addresses with them.
    pub research_team: Vec<crate::Person>,
    /// Musterstadt first, then its neighbours by name.
    pub cities: Vec<City>,
}

/// One invented city: what its offices know and publish.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Its name.
    pub name: String,
    /// Its name in addresses: `musterstadt`.
    pub slug: String,
    /// A key that no real Kommune has: eight digits that begin with 99.
    pub ags: String,
    /// Quarters and sub-zones, before (if there was a reform) and now.
    pub areas: Vec<AreaSet>,
    /// River, rail and main streets, in degrees.
    pub lines: Vec<Line>,
    /// All half-years that the register has, oldest first.
    pub periods: Vec<Period>,
    /// What became of the areas in the reform.
    pub crosswalk: Vec<CrosswalkRow>,
    /// Where series break, and why.
    pub breaks: Vec<Break>,
    /// Dezernate, Ämter, Stellen, people, organisations.
    pub register: Register,
    /// What was planted.
    pub truth: Truth,
    /// Unprotected counts: `[period][atom]`.
    pub(crate) panel: Vec<Vec<Figures>>,
}

/// Quarter or part of a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Quartier.
    Quarter,
    /// Teilgebiet of a quarter.
    Zone,
}

/// All areas of one level while they were valid.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaSet {
    /// Quarters or sub-zones.
    pub level: Level,
    /// The first half-year with these areas.
    pub from: Period,
    /// The last half-year with these areas; without it they are still valid.
    pub until: Option<Period>,
    /// The areas by key.
    pub units: Vec<AreaUnit>,
}

/// One quarter or sub-zone.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaUnit {
    /// `05` for a quarter, `0502` for a sub-zone.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The key of the quarter that a sub-zone belongs to.
    pub parent: Option<String>,
    /// What is built there.
    pub kind: Kind,
    /// Its outline in degrees (EPSG:4326); neighbours share every vertex of their border.
    pub outline: MultiPolygon<f64>,
    /// The smallest pieces that it is made of; they never changed.
    pub(crate) atoms: Vec<usize>,
}

/// A line of the base map.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// River, rail or street.
    pub kind: LineKind,
    /// Its name.
    pub name: String,
    /// Its course in degrees (EPSG:4326).
    pub course: LineString<f64>,
}

/// What a line of the base map is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A river.
    River,
    /// A railway.
    Rail,
    /// A main street.
    Street,
}

/// How much of an old area lies in a new one.
#[derive(Clone, Debug, PartialEq)]
pub struct CrosswalkRow {
    /// Quarter or sub-zone.
    pub level: Level,
    /// The key before the reform.
    pub old: String,
    /// The key since.
    pub new: String,
    /// The share of the old area's population in the last half-year before the reform, 0 to 1.
    pub share: f64,
}

/// A place where a series may not be read on without a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The first half-year after the break.
    pub period: Period,
    /// The codes of the indicators that it touches; empty for all.
    pub indicators: Vec<&'static str>,
    /// What happened, in German.
    pub note_de: &'static str,
    /// What happened, in English.
    pub note_en: &'static str,
}

impl City {
    /// The quarters of today.
    #[must_use]
    pub fn quarters(&self) -> &[AreaUnit] {
        self.current(Level::Quarter)
    }

    /// The sub-zones of today.
    #[must_use]
    pub fn zones(&self) -> &[AreaUnit] {
        self.current(Level::Zone)
    }

    fn current(&self, level: Level) -> &[AreaUnit] {
        self.areas
            .iter()
            .find(|set| set.level == level && set.until.is_none())
            .map_or(&[], |set| set.units.as_slice())
    }

    /// The unprotected counts of an area; `None` for a half-year that the register does not have.
    ///
    /// Areas of before the reform can be asked for later half-years too, and the other way round:
    /// what the areas are made of never changed.
    #[must_use]
    pub fn figures(&self, unit: &AreaUnit, period: Period) -> Option<Figures> {
        let row = self.row(period)?;
        Some(unit.atoms.iter().filter_map(|&atom| row.get(atom)).sum())
    }

    /// The unprotected counts of the whole city.
    #[must_use]
    pub fn total(&self, period: Period) -> Option<Figures> {
        Some(self.row(period)?.iter().sum())
    }

    fn row(&self, period: Period) -> Option<&[Figures]> {
        let at = self.periods.iter().position(|known| *known == period)?;
        self.panel.get(at).map(Vec::as_slice)
    }
}

/// Musterstadt: 24 quarters, twelve years by half-year.
#[must_use]
pub fn musterstadt(seed: u64) -> City {
    build(&plan::musterstadt(), seed)
}

/// Musterstadt and its eleven neighbours, with the programme that they take part in.
#[must_use]
pub fn programme(seed: u64) -> Programme {
    let mut cities = vec![musterstadt(seed)];
    cities.extend(plan::neighbours(seed).iter().map(|plan| build(plan, seed)));
    Programme {
        name: "Ankommen im Quartier – zwölf Städte lernen voneinander".to_owned(),
        slug: "programm".to_owned(),
        research_team: register::research_team(),
        cities,
    }
}

fn build(plan: &Plan, seed: u64) -> City {
    let ground = geometry::ground(plan, seed);
    let periods = plan.first.through(plan.last);
    let panel = model::run(plan, &ground, &periods, seed);
    let areas = area_sets(plan, &ground);
    let crosswalk = crosswalk(plan, &areas, &periods, &panel);
    City {
        name: plan.name.clone(),
        slug: plan.slug.clone(),
        ags: plan.ags.clone(),
        crosswalk,
        truth: truth(plan),
        breaks: breaks(plan),
        register: register::register(plan),
        lines: ground.lines,
        areas,
        periods,
        panel,
    }
}

fn area_sets(plan: &Plan, ground: &Ground) -> Vec<AreaSet> {
    let mut sets = Vec::new();
    if let Some(reform) = &plan.reform {
        let until = Some(reform.period.previous());
        for level in [Level::Quarter, Level::Zone] {
            sets.push(AreaSet {
                level,
                from: plan.first,
                until,
                units: ground.units(&reform.before, level),
            });
        }
    }
    let from = plan.reform.as_ref().map_or(plan.first, |reform| reform.period);
    for level in [Level::Quarter, Level::Zone] {
        sets.push(AreaSet {
            level,
            from,
            until: None,
            units: ground.units(&plan.membership(), level),
        });
    }
    sets
}

fn crosswalk(
    plan: &Plan,
    areas: &[AreaSet],
    periods: &[Period],
    panel: &[Vec<Figures>],
) -> Vec<CrosswalkRow> {
    let Some(reform) = &plan.reform else { return Vec::new() };
    let Some(row) = periods
        .iter()
        .position(|period| *period == reform.period.previous())
        .and_then(|at| panel.get(at))
    else {
        return Vec::new();
    };
    let population = |atoms: &[usize]| {
        atoms.iter().filter_map(|&atom| row.get(atom)).map(Figures::population).sum()
    };
    let mut rows = Vec::new();
    for level in [Level::Quarter, Level::Zone] {
        let of = |current: bool| {
            areas
                .iter()
                .filter(move |set| set.level == level && set.until.is_none() == current)
                .flat_map(|set| &set.units)
        };
        for old in of(false) {
            let whole: u64 = population(&old.atoms);
            for new in of(true) {
                let shared: Vec<usize> =
                    old.atoms.iter().copied().filter(|atom| new.atoms.contains(atom)).collect();
                if !shared.is_empty() {
                    let share = population(&shared) as f64 / whole.max(1) as f64;
                    rows.push(CrosswalkRow {
                        level,
                        old: old.id.clone(),
                        new: new.id.clone(),
                        share,
                    });
                }
            }
        }
    }
    rows
}

fn breaks(plan: &Plan) -> Vec<Break> {
    let mut breaks = Vec::new();
    if let Some(reform) = &plan.reform {
        breaks.push(Break {
            period: reform.period,
            indicators: Vec::new(),
            note_de: reform.note_de,
            note_en: reform.note_en,
        });
    }
    if let Some(period) = plan.cleanup {
        breaks.push(Break {
            period,
            indicators: vec!["population", "foreigners"],
            note_de: "Bereinigung des Melderegisters: Personen, die nachweislich fortgezogen sind, wurden von Amts wegen \
                      abgemeldet. Bestände vor und nach diesem Stichtag sind nur eingeschränkt vergleichbar.",
            note_en: "Clean-up of the register: people who had evidently moved away were signed off by the office. \
                      Stocks before and after this reference date can be compared only with care.",
        });
    }
    breaks
}
