//! The rates of one period: which areas are compared, in which dimensions, and with which numbers.

use std::collections::BTreeMap;

use crate::noise::Samplers;
use crate::rate::{RatePart, RateParts};
use crate::{Counted, Dimension, Measure, Noise, Panel};

/// Why an area is not compared with the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exclusion {
    /// The number of its residents is not known.
    NoPopulation,
    /// It has fewer residents than the minimum.
    SmallPopulation,
    /// It has no number in this dimension.
    Missing(Dimension),
    /// No dimension tells the areas apart.
    NothingToCompare,
}

impl Exclusion {
    /// The reason as files name it: `population-below-minimum`, `missing:turnover`.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::NoPopulation => "no-population".to_owned(),
            Self::SmallPopulation => "population-below-minimum".to_owned(),
            Self::Missing(dimension) => format!("missing:{}", dimension.code()),
            Self::NothingToCompare => "nothing-to-compare".to_owned(),
        }
    }
}

/// The areas that are compared in one period, in the order of their keys.
#[derive(Debug)]
pub(crate) struct Frame {
    /// Their positions in the panel.
    pub(crate) areas: Vec<usize>,
    /// The dimensions that tell them apart.
    pub(crate) dimensions: Vec<Dimension>,
    /// Dimensions that were measured, and are equal in all areas.
    pub(crate) equal: Vec<Dimension>,
    /// The rates: one vector a dimension, one number an area.
    pub(crate) rates: Vec<Vec<f64>>,
    /// For each area of the panel, why it is left out.
    pub(crate) excluded: Vec<Option<Exclusion>>,
}

impl Frame {
    pub(crate) fn of(panel: &Panel, at: usize, window: u32, minimum: f64) -> Self {
        let mut excluded: Vec<_> =
            (0..panel.areas.len()).map(|area| too_small(panel, at, area, minimum)).collect();
        let measured: Vec<&Measure> = panel
            .measures
            .iter()
            .filter(|it| {
                (0..panel.areas.len()).any(|area| {
                    excluded[area].is_none() && ratio(panel, it, at, area, window).is_some()
                })
            })
            .collect();
        for (area, reason) in excluded.iter_mut().enumerate() {
            let missing = measured.iter().find(|it| ratio(panel, it, at, area, window).is_none());
            *reason = reason.or(missing.map(|it| Exclusion::Missing(it.dimension)));
        }
        let areas: Vec<usize> =
            (0..panel.areas.len()).filter(|it| excluded[*it].is_none()).collect();
        let mut frame = Self { areas, dimensions: vec![], equal: vec![], rates: vec![], excluded };
        for measure in measured {
            let rates: Vec<f64> = frame
                .areas
                .iter()
                .filter_map(|area| ratio(panel, measure, at, *area, window))
                .map(|it| it.seen)
                .collect();
            if rates.iter().all(|it| *it == rates[0]) {
                frame.equal.push(measure.dimension);
            } else {
                frame.dimensions.push(measure.dimension);
                frame.rates.push(rates);
            }
        }
        if frame.dimensions.is_empty() {
            for area in std::mem::take(&mut frame.areas) {
                frame.excluded[area] = Some(Exclusion::NothingToCompare);
            }
        }
        frame
    }
}

fn too_small(panel: &Panel, at: usize, area: usize, minimum: f64) -> Option<Exclusion> {
    panel.population.as_ref()?;
    match panel.residents(at, area) {
        None => Some(Exclusion::NoPopulation),
        Some(residents) if residents < minimum => Some(Exclusion::SmallPopulation),
        Some(residents) if residents <= 0.0 => Some(Exclusion::NoPopulation),
        Some(_) => None,
    }
}

/// A rate and the counts that it is made of.
pub(crate) struct Ratio {
    /// As the source's numbers give it.
    seen: f64,
    scale: f64,
    others: bool,
    /// Counts above and below the line, with the period that each stands for.
    parts: Vec<(usize, f64, f64)>,
    has_counts: bool,
}

pub(crate) fn ratio(
    panel: &Panel,
    measure: &Measure,
    at: usize,
    area: usize,
    window: u32,
) -> Option<Ratio> {
    let now = measure.series[at][area]?;
    let periods = if measure.counted.is_flow() { panel.window(at, window) } else { at..=at };
    let has_counts = panel.population.is_some();
    let part = |period: usize| {
        let number = measure.series[period][area]?;
        if !has_counts {
            return Some((period, number, 100.0));
        }
        let residents = panel.residents(period, area).filter(|it| *it > 0.0)?;
        let count = if measure.counted.is_count() { number } else { number * residents / 100.0 };
        Some((period, count, residents))
    };
    let parts: Vec<_> = periods.filter_map(part).collect();
    let scale = match measure.counted {
        Counted::Flow => 100.0 * panel.per_year(at),
        _ => 100.0,
    };
    let others = measure.counted == Counted::OthersPercent;
    let mut ratio = Ratio { seen: 0.0, scale, others, parts, has_counts };
    let is_given = !measure.counted.is_count() && ratio.parts.len() == 1;
    ratio.seen = match (is_given, others) {
        (true, true) => 100.0 - now,
        (true, false) => now,
        _ if ratio.parts.is_empty() => return None,
        _ => ratio.value(0.0, 0.0),
    };
    Some(ratio)
}

impl Ratio {
    /// The rate with what it is made of.
    pub(crate) fn into_parts(self) -> RateParts {
        let part = |(period, above, below)| RatePart { period, above, below };
        RateParts {
            rate: self.seen,
            scale: self.scale,
            others: self.others,
            weighted: self.has_counts,
            parts: self.parts.into_iter().map(part).collect(),
        }
    }

    fn value(&self, above: f64, below: f64) -> f64 {
        let top: f64 = self.parts.iter().map(|it| it.1).sum::<f64>() + above;
        let bottom: f64 = self.parts.iter().map(|it| it.2).sum::<f64>() + below;
        rate(self.scale, self.others, top, bottom)
    }
}

fn rate(scale: f64, others: bool, top: f64, bottom: f64) -> f64 {
    // Noise can leave nobody; one person is then the nearest that a rate can be formed with.
    let rate = scale * top.max(0.0) / bottom.max(1.0);
    if others { scale - rate } else { rate }
}

/// The rates of one area as sums of counts, each with what the truth beside it may be.
#[derive(Debug)]
pub(crate) struct Noisy {
    /// One sampler for each group of counts that vary as one.
    pub(crate) cells: Vec<usize>,
    pub(crate) rates: Vec<NoisyRate>,
}

/// One rate: its sums, and which counts of its area they are made of.
#[derive(Debug)]
pub(crate) struct NoisyRate {
    scale: f64,
    others: bool,
    top: f64,
    bottom: f64,
    above: Vec<usize>,
    below: Vec<usize>,
}

impl NoisyRate {
    fn of(ratio: &Ratio) -> Self {
        Self {
            scale: ratio.scale,
            others: ratio.others,
            top: ratio.parts.iter().map(|it| it.1).sum(),
            bottom: ratio.parts.iter().map(|it| it.2).sum(),
            above: Vec::new(),
            below: Vec::new(),
        }
    }

    /// The rate if the truth lies this far from the counts of the area.
    pub(crate) fn value(&self, distances: &[f64]) -> f64 {
        let sum = |cells: &[usize]| cells.iter().map(|it| distances[*it]).sum::<f64>();
        rate(self.scale, self.others, self.top + sum(&self.above), self.bottom + sum(&self.below))
    }
}

/// The counts behind the rates of a frame.
pub(crate) fn noisy(
    panel: &Panel,
    frame: &Frame,
    (at, window): (usize, u32),
    noise: Noise,
) -> (Samplers, Vec<Noisy>) {
    let mut samplers = Samplers::new(noise);
    let measures: Vec<&Measure> =
        panel.measures.iter().filter(|it| frame.dimensions.contains(&it.dimension)).collect();
    let area = |area: &usize| {
        let ratios = measures.iter().filter_map(|it| ratio(panel, it, at, *area, window));
        Noisy::of(&ratios.collect::<Vec<_>>(), &mut samplers)
    };
    let all = frame.areas.iter().map(area).collect();
    (samplers, all)
}

/// A place in the rates of an area: which rate, and whether below the line.
type Place = (usize, bool);

impl Noisy {
    fn of(ratios: &[Ratio], samplers: &mut Samplers) -> Self {
        // By period: a count and where it stands. Residents of a period are the same people below
        // every line.
        let mut residents: BTreeMap<usize, (f64, Vec<Place>)> = BTreeMap::new();
        // Counts that stand in the same places vary as one.
        let mut alike: BTreeMap<Vec<Place>, Vec<f64>> = BTreeMap::new();
        for (rate, ratio) in ratios.iter().enumerate().filter(|it| it.1.has_counts) {
            for (period, top, bottom) in &ratio.parts {
                alike.entry(vec![(rate, false)]).or_default().push(*top);
                let place = residents.entry(*period).or_insert((*bottom, Vec::new()));
                place.1.push((rate, true));
            }
        }
        for (count, places) in residents.into_values() {
            alike.entry(places).or_default().push(count);
        }
        let rates = ratios.iter().map(NoisyRate::of).collect();
        let mut noisy = Self { cells: Vec::new(), rates };
        for (places, counts) in alike {
            let cell = noisy.cells.len();
            noisy.cells.push(samplers.of(&counts));
            for (rate, is_below) in places {
                let rate = &mut noisy.rates[rate];
                if is_below { &mut rate.below } else { &mut rate.above }.push(cell);
            }
        }
        noisy
    }
}
