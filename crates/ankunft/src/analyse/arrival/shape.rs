//! The result as JSON and CSV show it, made from the same values.

use ankunft_arrival::{AreaResult, Identification, Method, Settings, Standing, VariantGrid};
use serde::Serialize;

use super::super::output::{Ordered, Rows, field};
use super::super::panel::Wanted;
use super::ArrivalArgs;

#[derive(Serialize)]
pub struct Parameters<'a> {
    id: &'a str,
    period: &'a str,
    population: Option<&'a str>,
    dimensions: Ordered<&'static str, Source<'a>>,
    min_population: Option<f64>,
    methods: Vec<&'static str>,
    window: u32,
    threshold_sd: f64,
    noise: &'a str,
    draws: u32,
    vary: Vec<&'static str>,
    all_periods: bool,
}

/// What a dimension is measured by.
#[derive(Serialize)]
struct Source<'a> {
    measure: &'static str,
    column: &'a str,
}

pub fn parameters<'a>(
    arguments: &'a ArrivalArgs,
    settings: &Settings,
    wanted: &'a [Wanted],
) -> Parameters<'a> {
    let source =
        |it: &'a Wanted| (it.dimension.code(), Source { measure: it.measure, column: &it.column });
    let population = arguments.columns.population.as_deref();
    Parameters {
        id: &arguments.columns.id,
        period: &arguments.columns.period,
        population,
        dimensions: Ordered(wanted.iter().map(source).collect()),
        min_population: population.map(|_| settings.min_population),
        methods: settings.methods.iter().map(|it| it.code()).collect(),
        window: settings.window_years,
        threshold_sd: settings.threshold_sd,
        noise: &arguments.noise,
        draws: settings.draws,
        vary: settings.vary.iter().map(|it| it.code()).collect(),
        all_periods: settings.all_periods,
    }
}

#[derive(Serialize)]
pub struct Whole<'a> {
    variant_grids: Vec<Grid<'a>>,
    areas: Vec<Area<'a>>,
}

#[derive(Serialize)]
pub struct Aside<'a> {
    variant_grids: &'a [Grid<'a>],
}

/// The choices of which every combination is a variant.
#[derive(Serialize)]
struct Grid<'a> {
    period: &'a str,
    count: usize,
    thresholds: Vec<Thresholds>,
    weights: &'a [Vec<f64>],
    windows: &'a [u32],
}

#[derive(Serialize)]
struct Thresholds {
    threshold_sd: f64,
    index_above: f64,
    points_share: f64,
}

#[derive(Serialize)]
struct Area<'a> {
    id: &'a str,
    period: &'a str,
    excluded: Option<String>,
    methods: Ordered<&'static str, Called>,
    agreement: Option<f64>,
    probability: Option<f64>,
    variants: Option<f64>,
    rank: Option<usize>,
    rank_low: Option<usize>,
    rank_high: Option<usize>,
    phase: Option<&'static str>,
    dimensions_used: Vec<&'static str>,
    rates: Ordered<&'static str, f64>,
    z: Ordered<&'static str, f64>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Called {
    Alone(bool),
    Index { called: bool, index: Option<f64> },
    Sum { called: bool, sum: u32 },
}

impl<'a> Whole<'a> {
    pub fn of(found: &'a Identification) -> Self {
        Self {
            variant_grids: found.grids.iter().map(|(period, it)| grid(period, it)).collect(),
            areas: found.areas.iter().map(area).collect(),
        }
    }

    pub fn aside(&self) -> Aside<'_> {
        Aside { variant_grids: &self.variant_grids }
    }
}

fn grid<'a>(period: &'a str, grid: &'a VariantGrid) -> Grid<'a> {
    let thresholds = grid.thresholds.iter().map(|&[threshold_sd, index_above, points_share]| {
        Thresholds { threshold_sd, index_above, points_share }
    });
    Grid {
        period,
        count: grid.count(),
        thresholds: thresholds.collect(),
        weights: &grid.weights,
        windows: &grid.windows,
    }
}

fn area(it: &AreaResult) -> Area<'_> {
    let standing = it.standing.as_ref().ok();
    let dimensions = || standing.iter().flat_map(|it| &it.dimensions);
    let called = |standing: &Standing, method, called| match method {
        Method::Conjunctive => Called::Alone(called),
        Method::Zsum => Called::Index { called, index: standing.index },
        Method::Points => Called::Sum { called, sum: standing.points },
    };
    let methods = standing.iter().flat_map(|standing| {
        standing.calls.iter().map(move |it| (it.0.code(), called(standing, it.0, it.1)))
    });
    Area {
        id: &it.id,
        period: &it.period,
        excluded: it.standing.as_ref().err().map(|it| it.code()),
        methods: Ordered(methods.collect()),
        agreement: standing.map(|it| it.agreement),
        probability: standing.map(|it| it.probability),
        variants: standing.map(|it| it.variants),
        rank: standing.map(|it| it.rank),
        rank_low: standing.map(|it| it.rank_low),
        rank_high: standing.map(|it| it.rank_high),
        phase: standing.map(|it| it.phase.code()),
        dimensions_used: dimensions().map(|it| it.0.code()).collect(),
        rates: Ordered(dimensions().map(|it| (it.0.code(), it.1)).collect()),
        z: Ordered(dimensions().map(|it| (it.0.code(), it.2)).collect()),
    }
}

/// The columns of a method: whether it calls, and the number by which it does.
fn columns(method: Method) -> &'static [&'static str] {
    match method {
        Method::Conjunctive => &["conjunctive"],
        Method::Zsum => &["zsum", "zsum_index"],
        Method::Points => &["points", "points_sum"],
    }
}

pub fn rows(found: &Identification, settings: &Settings) -> Rows {
    let methods = settings.methods.iter().flat_map(|it| columns(*it));
    let rest = ["agreement", "probability", "variants", "rank", "rank_low", "rank_high", "phase"];
    let header = ["id", "period", "excluded"].iter().chain(methods).chain(&rest);
    let row = |it: &AreaResult| {
        let area = area(it);
        let mut row = vec![area.id.to_owned(), area.period.to_owned(), field(area.excluded)];
        for method in &settings.methods {
            match area.methods.0.iter().find(|it| it.0 == method.code()).map(|it| &it.1) {
                Some(Called::Alone(called)) => row.push(called.to_string()),
                Some(Called::Index { called, index }) => {
                    row.extend([called.to_string(), field(*index)]);
                }
                Some(Called::Sum { called, sum }) => {
                    row.extend([called.to_string(), sum.to_string()])
                }
                None => row.extend(columns(*method).iter().map(|_| String::new())),
            }
        }
        row.extend([field(area.agreement), field(area.probability), field(area.variants)]);
        row.extend([field(area.rank), field(area.rank_low), field(area.rank_high)]);
        row.extend([field(area.phase), area.dimensions_used.join(";")]);
        row
    };
    Rows {
        header: header.chain(&["dimensions_used"]).map(|it| (*it).to_owned()).collect(),
        rows: found.areas.iter().map(row).collect(),
    }
}
