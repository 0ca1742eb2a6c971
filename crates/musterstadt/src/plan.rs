mod musterstadt;
mod neighbours;

pub(crate) use musterstadt::musterstadt;
pub(crate) use neighbours::neighbours;

use crate::{LineKind, Period, Phase};

/// What is built in a quarter; it decides who lives there and how often they move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The old town.
    OldTown,
    /// Around the main station.
    Station,
    /// Blocks of the late 19th century.
    Founders,
    /// Workers' housing along the rail.
    Workers,
    /// Campus and students.
    University,
    /// Harbour and industry.
    Harbour,
    /// Villas on the slope.
    Villas,
    /// Large housing estate of the 1970s.
    Estate,
    /// Garden suburb of the 1920s.
    Garden,
    /// Built since 2015.
    NewBuilding,
    /// Single-family houses since the 1950s.
    Suburb,
    /// A village that became part of the city.
    Village,
}

/// The plan of a city before chance has touched it. Distances in kilometres, the city's middle is
/// the origin, x runs east and y north.
pub(crate) struct Plan {
    pub name: String,
    pub slug: String,
    pub ags: String,
    /// Longitude and latitude of the origin.
    pub centre: (f64, f64),
    pub radius: f64,
    pub first: Period,
    pub last: Period,
    pub quarters: Vec<QuarterPlan>,
    pub courses: Vec<Course>,
    pub reform: Option<Reform>,
    pub cleanup: Option<Period>,
    /// Foreign residents and arrivals compared with Musterstadt.
    pub foreign_level: f64,
    /// How densely it is built: 1 is a metropolis.
    pub density: f64,
}

pub(crate) struct QuarterPlan {
    pub id: String,
    pub name: String,
    pub kind: Kind,
    pub seed: (f64, f64),
    /// How far it reaches compared with others.
    pub reach: f64,
    pub zones: Vec<String>,
    pub wave: Option<Wave>,
    pub contrast: bool,
}

/// When a quarter is one of arrival.
#[derive(Clone, Copy)]
pub(crate) struct Wave {
    pub phase: Phase,
    pub since: Option<Period>,
    pub until: Option<Period>,
}

/// A line that borders like to follow.
pub(crate) struct Course {
    pub name: String,
    pub kind: LineKind,
    pub points: Vec<(f64, f64)>,
    pub closed: bool,
    /// Metres of detour that crossing it is worth.
    pub barrier: f64,
    /// Whether it is on the base map (a branch of the rail repeats its trunk for the borders only).
    pub shown_from: usize,
}

/// A change of the areas: what they were before.
pub(crate) struct Reform {
    pub period: Period,
    pub before: Membership,
    pub note_de: &'static str,
    pub note_en: &'static str,
}

/// Which atoms make which quarters and sub-zones.
#[derive(Clone)]
pub(crate) struct Membership {
    pub quarters: Vec<QuarterGroup>,
}

#[derive(Clone)]
pub(crate) struct QuarterGroup {
    pub id: String,
    pub name: String,
    pub kind: Kind,
    /// Name and atoms of each sub-zone.
    pub zones: Vec<(String, Vec<usize>)>,
}

impl Plan {
    /// The areas of today: each sub-zone of the plan is one atom.
    pub fn membership(&self) -> Membership {
        let mut atom = 0;
        let quarters = self
            .quarters
            .iter()
            .map(|quarter| {
                let zones = quarter
                    .zones
                    .iter()
                    .map(|name| {
                        atom += 1;
                        (name.clone(), vec![atom - 1])
                    })
                    .collect();
                QuarterGroup {
                    id: quarter.id.clone(),
                    name: quarter.name.clone(),
                    kind: quarter.kind,
                    zones,
                }
            })
            .collect();
        Membership { quarters }
    }

    /// For each atom its quarter and its place in the quarter.
    pub fn atoms(&self) -> Vec<(usize, usize)> {
        self.quarters
            .iter()
            .enumerate()
            .flat_map(|(quarter, plan)| (0..plan.zones.len()).map(move |zone| (quarter, zone)))
            .collect()
    }
}

impl Wave {
    pub const fn traditional() -> Self {
        Self { phase: Phase::Traditional, since: None, until: None }
    }

    pub const fn since(phase: Phase, since: Period) -> Self {
        Self { phase, since: Some(since), until: None }
    }

    pub const fn former(until: Period) -> Self {
        Self { phase: Phase::Former, since: None, until: Some(until) }
    }
}
