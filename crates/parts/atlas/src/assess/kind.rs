//! What tells of which kind a quarter is: where it lies, what is built there, how it grew.

use ankunft_arrival::{Beside, Dimension, Features, Panel};
use ankunft_disclosure::Audience;
use ankunft_platform::releases::OpenedColumn;
use jiff::civil::Date;

use super::inputs::Opened;
use crate::store::{Ground, last_day};

/// The indicators that are looked at beside those of the dimensions.
pub(super) const CODES: [&str; 14] = [
    "arrivals",
    "departures",
    "resident_under_5_years",
    "resident_under_1_year",
    "resident_1_to_4_years",
    "buildings",
    "buildings_before_1919",
    "buildings_1919_1948",
    "buildings_1949_1978",
    "buildings_1979_1990",
    "buildings_2011_2019",
    "buildings_since_2020",
    "buildings_1991_2000",
    "buildings_2001_2010",
];

/// Over how many years net migration is averaged.
const YEARS: i16 = 3;

/// From which growth within a year, in percent, it is asked who made it.
const NOTABLE_GROWTH: f64 = 3.0;

/// The newest columns over the units of today that say something about their kind.
pub(super) struct Around<'a> {
    reader: Audience,
    residence: Vec<&'a OpenedColumn>,
    buildings: Vec<(&'static str, &'a OpenedColumn)>,
    /// Arrivals and departures of the last years, each with how much of a year it covers.
    flows: Vec<(f64, &'a OpenedColumn, &'a OpenedColumn)>,
}

impl<'a> Around<'a> {
    pub(super) fn of(opened: &Opened<'a>, (version, day): (i64, Date), reader: Audience) -> Self {
        let at = |code: &str| opened.at(code, version, day);
        let residence = [
            vec!["resident_under_5_years"],
            vec!["resident_under_1_year", "resident_1_to_4_years"],
        ];
        let residence =
            residence.iter().find_map(|it| it.iter().map(|code| at(code)).collect::<Option<_>>());
        let buildings = CODES.iter().filter(|it| it.starts_with("buildings"));
        let buildings: Option<Vec<_>> =
            buildings.map(|code| Some((*code, opened.newest(code, version)?))).collect();
        let since = day.saturating_sub(jiff::Span::new().years(i64::from(YEARS)));
        let flows = opened.days(version).into_iter().filter(|it| *it > since && *it <= day);
        let flows = flows.filter_map(|day| {
            let (come, go) =
                (opened.at("arrivals", version, day)?, opened.at("departures", version, day)?);
            let years = if come.head.period.len() == 6 { 0.5 } else { 1.0 };
            (come.head.period == go.head.period).then_some((years, come, go))
        });
        Self {
            reader,
            residence: residence.unwrap_or_default(),
            buildings: buildings.unwrap_or_default(),
            flows: flows.collect(),
        }
    }

    /// All columns that are looked at.
    pub(super) fn used(&self) -> impl Iterator<Item = &'a OpenedColumn> {
        let flows = self.flows.iter().flat_map(|it| [it.1, it.2]);
        self.residence.iter().copied().chain(self.buildings.iter().map(|it| it.1)).chain(flows)
    }

    fn number(&self, column: &OpenedColumn, at: usize) -> Option<f64> {
        column.column.show(self.reader)?.cells.get(at)?.number()
    }

    fn net_migration(&self, at: usize, residents: f64) -> Option<f64> {
        let net = |it: &(f64, &OpenedColumn, &OpenedColumn)| {
            Some((it.0, self.number(it.1, at)? - self.number(it.2, at)?))
        };
        let all: Vec<(f64, f64)> = self.flows.iter().map(net).collect::<Option<_>>()?;
        let years: f64 = all.iter().map(|it| it.0).sum();
        let net: f64 = all.iter().map(|it| it.1).sum();
        (years > 0.0 && residents > 0.0).then(|| 100.0 * net / years / residents)
    }

    /// Buildings of these ages in percent of all.
    fn built(&self, at: usize, ages: &[&str]) -> Option<f64> {
        let count = |code: &str| {
            let column = self.buildings.iter().find(|it| it.0 == code)?;
            self.number(column.1, at)
        };
        let all = count("buildings").filter(|it| *it > 0.0)?;
        let some: f64 = ages.iter().map(|it| count(it)).sum::<Option<f64>>()?;
        Some(100.0 * some / all)
    }

    fn short_residents(&self, at: usize) -> Option<f64> {
        if self.residence.is_empty() {
            return None;
        }
        self.residence.iter().map(|it| self.number(it, at)).sum()
    }
}

/// What is known of each unit, in their order.
pub(super) fn features(around: &Around<'_>, panel: &Panel, ground: &Ground) -> Vec<Features> {
    let count = panel.areas.len();
    let now = panel.population.as_ref().and_then(|it| it.last());
    let Some(residents) = now else { return vec![Features::default(); count] };
    let people = |at: usize| residents[at].unwrap_or(0.0);
    let everybody: f64 = (0..count).map(people).sum();
    let places = places(ground);
    let mean = |of: &dyn Fn(usize) -> Option<f64>| {
        let sum: Option<f64> =
            (0..count).filter(|at| people(*at) > 0.0).map(|at| Some(of(at)? * people(at))).sum();
        sum.filter(|_| everybody > 0.0).map(|it| it / everybody)
    };
    let centre = mean(&|at| Some(places.get(at)?.0)).zip(mean(&|at| Some(places.get(at)?.1)));
    let distance = |at: usize| {
        let ((x, y), place) = (centre?, places.get(at)?);
        Some((place.0 - x).hypot(place.1 - y))
    };
    let city_distance = mean(&distance);
    let hectares = |at: usize| ground.areas[at].area_m2 / 10_000.0;
    let all_hectares: f64 = (0..count).map(hectares).sum();
    let short: Option<f64> = (0..count).map(|at| around.short_residents(at)).sum();
    let of = |at: usize| {
        let here = residents[at]?;
        let dense = hectares(at) > 0.0 && all_hectares > 0.0;
        let city_short = short.filter(|_| everybody > 0.0).map(|it| 100.0 * it / everybody);
        let own_short = around.short_residents(at).filter(|_| here > 0.0);
        let (growth, foreign) = growth(panel, at);
        Some(Features {
            distance_km: distance(at).zip(city_distance).map(beside),
            density: dense.then(|| beside((here / hectares(at), everybody / all_hectares))),
            built_before_1949: around.built(at, &["buildings_before_1919", "buildings_1919_1948"]),
            built_1949_to_1990: around.built(at, &["buildings_1949_1978", "buildings_1979_1990"]),
            built_lately: around.built(at, &["buildings_2011_2019", "buildings_since_2020"]),
            net_migration: around.net_migration(at, here),
            greatest_growth: growth,
            foreign_part_of_growth: foreign,
            resident_under_5y: own_short.map(|it| 100.0 * it / here).zip(city_short).map(beside),
            ..Features::default()
        })
    };
    (0..count).map(|at| of(at).unwrap_or_default()).collect()
}

fn beside((area, city): (f64, f64)) -> Beside {
    Beside { area, city }
}

/// A point inside each unit, in kilometres; empty if nobody has their outlines.
fn places(ground: &Ground) -> Vec<(f64, f64)> {
    let Some(map) = &ground.map else { return Vec::new() };
    let scale = map.units_per_km();
    let place =
        |it: &ankunft_report::Shape| (f64::from(it.label.0) / scale, f64::from(it.label.1) / scale);
    map.areas().iter().map(place).collect()
}

/// The greatest growth within a year, in percent, and how much of it were foreigners.
fn growth(panel: &Panel, at: usize) -> (Option<f64>, Option<f64>) {
    let days: Vec<Option<Date>> =
        panel.periods.iter().map(|it| last_day(&it.to_string())).collect();
    let measure = panel.measures.iter().find(|it| it.dimension == Dimension::Foreigners);
    let foreigners = measure.filter(|it| it.counted.is_count());
    let residents = |period: usize| panel.population.as_ref()?[period][at];
    let mut greatest: Option<(f64, Option<f64>)> = None;
    for (later, day) in days.iter().enumerate() {
        let Some(before) = day.map(|it| it.saturating_sub(jiff::Span::new().years(1))) else {
            continue;
        };
        let Some(earlier) = days.iter().position(|it| *it == Some(before)) else { continue };
        let (Some(from), Some(to)) = (residents(earlier), residents(later)) else { continue };
        if from <= 0.0 || to <= from {
            continue;
        }
        let percent = 100.0 * (to - from) / from;
        if greatest.is_none_or(|it| percent > it.0) {
            let more =
                foreigners.and_then(|it| Some(it.series[later][at]? - it.series[earlier][at]?));
            greatest = Some((percent, more.map(|it| 100.0 * it / (to - from))));
        }
    }
    // Who made a small growth is chance.
    let foreign = greatest.filter(|it| it.0 >= NOTABLE_GROWTH).and_then(|it| it.1);
    (greatest.map(|it| it.0), foreign)
}
