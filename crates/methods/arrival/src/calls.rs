//! The three methods, on the rates of one period.

use crate::composite::sd_of_sums;
use crate::standard::Moments;

/// A way to call an area an arrival quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Every _z_ is at least the threshold.
    Conjunctive,
    /// The standardised sum of _z_ is above one, and no _z_ is below zero.
    Zsum,
    /// The quantile points reach a share of the greatest possible.
    Points,
}

impl Method {
    /// All three, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Conjunctive, Self::Zsum, Self::Points];

    /// Its name in files: `zsum`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Conjunctive => "conjunctive",
            Self::Zsum => "zsum",
            Self::Points => "points",
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// How many points a dimension can give.
pub(crate) const BINS: usize = 5;

/// What is called arrival, and how the dimensions weigh.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    pub(crate) threshold_sd: f64,
    pub(crate) index_above: f64,
    pub(crate) points_share: f64,
    /// One weight a dimension.
    pub(crate) weights: Vec<f64>,
}

/// What the methods say of every area. Used again and again, so that a draw allocates nothing.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    /// _z_ by dimension and area.
    pub(crate) z: Vec<Vec<f64>>,
    pub(crate) sum: Vec<f64>,
    pub(crate) sd_of_sum: f64,
    pub(crate) points: Vec<f64>,
    /// One bit a method.
    called: Vec<u8>,
    order: Vec<f64>,
}

impl Calls {
    /// Applies the methods to rates: one slice a dimension, one number an area.
    pub(crate) fn fill<'a>(
        &mut self,
        rates: impl ExactSizeIterator<Item = &'a [f64]> + Clone,
        choice: &Choice,
    ) {
        let areas = rates.clone().next().map_or(0, <[f64]>::len);
        self.z.resize(rates.len(), Vec::new());
        self.sum.clear();
        self.sum.resize(areas, 0.0);
        self.points.clear();
        self.points.resize(areas, 0.0);
        self.called.clear();
        self.called.resize(areas, Method::Conjunctive.bit() | Method::Zsum.bit());
        for (dimension, rates) in rates.enumerate() {
            self.standardise(dimension, rates, choice);
            self.add_points(rates, choice.weights[dimension]);
        }
        self.sd_of_sum = sd_of_sums(|| self.sum.iter().copied());
        let most: f64 = choice.weights.iter().sum::<f64>() * BINS as f64;
        for (area, called) in self.called.iter_mut().enumerate() {
            let stands_out = self.sum[area] > choice.index_above * self.sd_of_sum;
            if self.sd_of_sum == 0.0 || !stands_out {
                *called &= !Method::Zsum.bit();
            }
            if self.points[area] >= choice.points_share * most - 1e-9 {
                *called |= Method::Points.bit();
            }
        }
    }

    fn standardise(&mut self, dimension: usize, rates: &[f64], choice: &Choice) {
        let Some(moments) = Moments::of(|| rates.iter().copied()) else { return };
        let weight = choice.weights[dimension];
        let z = &mut self.z[dimension];
        z.clear();
        z.extend(rates.iter().map(|it| if moments.sd > 0.0 { moments.z(*it) } else { 0.0 }));
        for ((z, sum), called) in z.iter().zip(&mut self.sum).zip(&mut self.called) {
            *sum += weight * z;
            if *z < choice.threshold_sd {
                *called &= !Method::Conjunctive.bit();
            }
            if *z < 0.0 {
                *called &= !Method::Zsum.bit();
            }
        }
    }

    /// Adds the bin of each area. A value is beyond bin _k_ if at least ⌈_k n_ / bins⌉ areas are
    /// strictly below it, so four order statistics tell all bins.
    fn add_points(&mut self, rates: &[f64], weight: f64) {
        let n = rates.len();
        self.order.clear();
        self.order.extend_from_slice(rates);
        let mut rest = &mut self.order[..];
        let mut bounds = [f64::INFINITY; BINS - 1];
        for step in (1..BINS).rev() {
            let at = (step * n).div_ceil(BINS) - 1;
            if at >= rest.len() {
                // Fewer areas than bins: the bound is that of the step before.
                bounds[step - 1] = bounds[step];
                continue;
            }
            let (below, bound, _) = rest.select_nth_unstable_by(at, f64::total_cmp);
            bounds[step - 1] = *bound;
            rest = below;
        }
        for (points, value) in self.points.iter_mut().zip(rates) {
            let passed = bounds.iter().filter(|it| **it < *value).count();
            *points += weight * (1 + passed) as f64;
        }
    }

    /// Whether a method calls an area.
    pub(crate) fn calls(&self, method: Method, area: usize) -> bool {
        self.called[area] & method.bit() != 0
    }

    /// How many of the methods call an area.
    pub(crate) fn votes(&self, methods: &[Method], area: usize) -> usize {
        methods.iter().filter(|it| self.calls(**it, area)).count()
    }
}

/// How many methods must call an area.
pub(crate) fn needed(methods: &[Method]) -> usize {
    methods.len().min(2)
}
