//! What other choices would change: three prepared ones for each parameter, each alone.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_arrival::{Dimension, Method, Noise, Panel, Settings, called_with_double, identify};

use super::features::Features;
use crate::assess::{Assessment, Class, Plan};

/// One choice, and what comes out with it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Variant {
    /// The parameter, as texts name it: `schwelle`.
    pub parameter: &'static str,
    pub value: Value,
    /// Whether it is the choice that the pages show.
    pub is_ours: bool,
    /// How many areas are compared.
    pub compared: usize,
    /// What is counted; its meaning belongs to the page.
    pub counts: Vec<usize>,
    /// The codes of the areas that are compared both ways and come out otherwise.
    pub changed: BTreeSet<String>,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Number(f64),
    /// The code of something that has a name.
    Named(String),
}

/// Whether an area is called, for those that are compared.
type Called = BTreeMap<String, bool>;

/// A parameter, a value, and the settings with it.
type Prepared = (&'static str, Value, Settings);

/// What changes for arrival quarters. Nothing is drawn: this is about choices, not about noise.
pub(crate) fn arrival(panel: &Panel, assessment: &Assessment) -> Vec<Variant> {
    let plan = &assessment.plan;
    let ours: Called = assessment
        .compared()
        .map(|(area, stands)| (area.code.clone(), stands.class() == Class::Clear))
        .collect();
    let variant = |(parameter, value, settings): Prepared| {
        let is_ours = settings == base(plan);
        let found = if is_ours { ours.clone() } else { called(panel, &settings)? };
        let counts = vec![found.values().filter(|it| **it).count()];
        let changed = changed(&ours, &found);
        Some(Variant { parameter, value, is_ours, compared: found.len(), counts, changed })
    };
    let mut all: Vec<Variant> =
        prepared(plan, years(panel)).into_iter().filter_map(variant).collect();
    all.extend(doubled(panel, assessment, &ours));
    all
}

/// The same with equal weights, and with each dimension counted twice.
fn doubled(panel: &Panel, assessment: &Assessment, ours: &Called) -> Vec<Variant> {
    let variant = |twice: Option<Dimension>| {
        let found = match twice {
            Some(_) => called_with_double(panel, &base(&assessment.plan), twice).ok()?,
            None => ours.clone(),
        };
        Some(Variant {
            parameter: "gewichte",
            value: Value::Named(twice.map_or(EQUAL, Dimension::code).to_owned()),
            is_ours: twice.is_none(),
            compared: found.len(),
            counts: vec![found.values().filter(|it| **it).count()],
            changed: changed(ours, &found),
        })
    };
    let is_used = |it: &Dimension| assessment.dimensions.iter().any(|of| of.dimension == it.code());
    let dimensions: Vec<Dimension> = Dimension::ALL.into_iter().filter(is_used).collect();
    // A single dimension weighs the same however often it counts.
    if dimensions.len() < 2 {
        return Vec::new();
    }
    std::iter::once(None).chain(dimensions.into_iter().map(Some)).filter_map(variant).collect()
}

fn base(plan: &Plan) -> Settings {
    let methods = Method::ALL.into_iter().filter(|it| plan.methods.iter().any(|m| m == it.code()));
    Settings {
        methods: methods.collect(),
        min_population: plan.min_population,
        window_years: plan.window_years,
        threshold_sd: plan.threshold_sd,
        noise: Noise::NONE,
        draws: 0,
        vary: Vec::new(),
        ..Settings::default()
    }
}

fn prepared(plan: &Plan, years: usize) -> Vec<Prepared> {
    let ours = base(plan);
    let step = |it: f64| (10.0 * (plan.threshold_sd + it)).round() / 10.0;
    let thresholds = [step(-0.1), plan.threshold_sd, step(0.1)].map(|threshold_sd| {
        ("schwelle", Value::Number(threshold_sd), Settings { threshold_sd, ..ours.clone() })
    });
    let mut windows = BTreeSet::from([1, 3, 5, plan.window_years]);
    windows.retain(|it| *it as usize <= years || *it == plan.window_years);
    let windows = windows.into_iter().map(|window_years| {
        let value = Value::Number(f64::from(window_years));
        ("fenster", value, Settings { window_years, ..ours.clone() })
    });
    let least = [200.0, 300.0, 500.0].map(|min_population| {
        let settings = Settings { min_population, ..ours.clone() };
        ("mindestens", Value::Number(min_population), settings)
    });
    let alone = ours.methods.iter().map(|method| {
        let settings = Settings { methods: vec![*method], ..ours.clone() };
        ("verfahren", Value::Named(method.code().to_owned()), settings)
    });
    let alone: Vec<Prepared> = alone.collect();
    thresholds.into_iter().chain(windows).chain(least).chain(alone).collect()
}

/// How many years the series is long.
fn years(panel: &Panel) -> usize {
    let year = |it: &ankunft_arrival::Period| {
        it.to_string().get(..4).and_then(|it| it.parse::<usize>().ok())
    };
    let first = panel.periods.first().and_then(year);
    let last = panel.periods.last().and_then(year);
    first.zip(last).map_or(1, |(first, last)| 1 + last.saturating_sub(first))
}

fn called(panel: &Panel, settings: &Settings) -> Option<Called> {
    let found = identify(panel, settings).ok()?;
    let areas = found.areas.into_iter();
    Some(areas.filter_map(|it| Some((it.id, it.standing.ok()?.is_called()))).collect())
}

/// Those that are in both and have something else.
pub(super) fn changed<T: PartialEq>(
    ours: &BTreeMap<String, T>,
    found: &BTreeMap<String, T>,
) -> BTreeSet<String> {
    let other = |it: &(&String, &T)| found.get(it.0).is_some_and(|found| found != it.1);
    ours.iter().filter(other).map(|it| it.0.clone()).collect()
}

/// Bins and share of the points that the method `points` has.
pub(super) const BINS: u32 = 5;
const SHARE: u32 = 80;

/// What changes for quantile points: how many areas reach the share.
pub(super) fn points(features: &Features) -> Vec<Variant> {
    let reached = |bins: u32, share: u32| -> Called {
        let (sums, most) = features.points(bins);
        let areas = features.areas.iter().cloned();
        areas.zip(sums.into_iter().map(|it| 100 * it >= share * most)).collect()
    };
    let ours = reached(BINS, SHARE);
    let variant = |parameter, value: u32, (bins, share): (u32, u32)| {
        let found = reached(bins, share);
        Variant {
            parameter,
            value: Value::Number(f64::from(value)),
            is_ours: (bins, share) == (BINS, SHARE),
            compared: found.len(),
            counts: vec![found.values().filter(|it| **it).count()],
            changed: changed(&ours, &found),
        }
    };
    let bins = [4, 5, 6].map(|bins| variant("gruppen", bins, (bins, SHARE)));
    let shares = [70, 80, 90].map(|share| variant("anteil", share, (BINS, share)));
    bins.into_iter().chain(shares).collect()
}

/// From here on a sum of deviations is high, as the method `zsum` has it.
const HIGH: f64 = 1.0;

/// What changes for the index: how many areas have a high one if a feature counts twice.
pub(super) fn weights(features: &Features) -> Vec<Variant> {
    let high = |twice: Option<usize>| -> Called {
        let index = features.index(twice).map(|it| it.index).unwrap_or_default();
        let areas = features.areas.iter().cloned().zip(index);
        areas.filter_map(|(code, index)| Some((code, index? > HIGH))).collect()
    };
    let ours = high(None);
    let variant = |value: &str, twice: Option<usize>| {
        let found = high(twice);
        Variant {
            parameter: "gewichte",
            value: Value::Named(value.to_owned()),
            is_ours: twice.is_none(),
            compared: found.len(),
            counts: vec![found.values().filter(|it| **it).count()],
            changed: changed(&ours, &found),
        }
    };
    let twice = features.features.iter().enumerate().map(|(at, it)| variant(&it.code, Some(at)));
    std::iter::once(variant(EQUAL, None)).chain(twice).collect()
}

/// What equal weights are called where others are named by what they weigh.
pub(super) const EQUAL: &str = "gleich";
