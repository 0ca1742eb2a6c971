//! What our own choices change: the same data under a stated grid of thresholds, weights and windows.

use crate::calls::{Calls, Choice, needed};
use crate::frame::Frame;
use crate::identify::Settings;
use crate::{Method, Panel};

/// A choice of ours that can be varied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vary {
    /// The thresholds of all methods together, from loose to strict.
    Thresholds,
    /// Equal weights, and each dimension twice.
    Weights,
    /// How many years flows are averaged over.
    Window,
}

impl Vary {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Thresholds, Self::Weights, Self::Window];

    /// Its name in files: `thresholds`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Thresholds => "thresholds",
            Self::Weights => "weights",
            Self::Window => "window",
        }
    }
}

/// The grid of choices; every combination is a variant.
#[derive(Clone, Debug, PartialEq)]
pub struct VariantGrid {
    /// Triples that move together: the threshold of `conjunctive`, the index that `zsum` must
    /// pass, and the share of the greatest points.
    pub thresholds: Vec<[f64; 3]>,
    /// Weights of the dimensions.
    pub weights: Vec<Vec<f64>>,
    /// Years of the window; only those that leave the same areas and dimensions to compare.
    pub windows: Vec<u32>,
}

/// Steps from loose to strict, the middle one being what is set.
const STEPS: [f64; 5] = [-2.0, -1.0, 0.0, 1.0, 2.0];
const LONGEST_WINDOW: u32 = 5;

impl VariantGrid {
    /// The grid around the settings, for this many dimensions and years of data.
    pub(crate) fn around(settings: &Settings, dimensions: usize, years: u32) -> Self {
        let varies = |it: Vary| settings.vary.contains(&it);
        let threshold = settings.threshold_sd;
        let thresholds = if varies(Vary::Thresholds) {
            let strict = |step: f64| {
                [threshold * (4.0 + step) / 4.0, (10.0 + step) / 10.0, (16.0 + step) / 20.0]
            };
            STEPS.map(strict).to_vec()
        } else {
            vec![[threshold, 1.0, 0.8]]
        };
        let mut weights = vec![vec![1.0; dimensions]];
        if varies(Vary::Weights) && dimensions > 1 {
            weights.extend((0..dimensions).map(|heavy| {
                (0..dimensions).map(|it| if it == heavy { 2.0 } else { 1.0 }).collect()
            }));
        }
        let windows = if varies(Vary::Window) && years > 1 {
            (1..=LONGEST_WINDOW.min(years)).collect()
        } else {
            vec![settings.window_years]
        };
        Self { thresholds, weights, windows }
    }

    /// How many variants there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.thresholds.len() * self.weights.len() * self.windows.len()
    }

    fn choices(&self) -> impl Iterator<Item = Choice> {
        self.weights.iter().flat_map(|weights| {
            self.thresholds.iter().map(|&[threshold_sd, index_above, points_share]| Choice {
                threshold_sd,
                index_above,
                points_share,
                weights: weights.clone(),
            })
        })
    }
}

/// In how many variants each area of the frame is called. Windows in which other areas or
/// dimensions would be compared leave the grid, so that it says what was computed.
pub(crate) fn count(
    panel: &Panel,
    frame: &Frame,
    at: usize,
    settings: &Settings,
    grid: &mut VariantGrid,
) -> Vec<u32> {
    let mut counts = vec![0; frame.areas.len()];
    let mut calls = Calls::default();
    let frame_of = |window: u32| Frame::of(panel, at, window, settings.min_population);
    // A dimension may tell the areas apart in one window and not in another.
    let is_alike = |it: &Frame| it.dimensions == frame.dimensions && it.areas == frame.areas;
    grid.windows.retain(|window| is_alike(&frame_of(*window)));
    if grid.windows.is_empty() {
        grid.windows.push(settings.window_years);
    }
    for window in &grid.windows {
        let varied = frame_of(*window);
        for choice in grid.choices() {
            calls.fill(varied.rates.iter().map(Vec::as_slice), &choice);
            tally(&calls, &settings.methods, &mut counts);
        }
    }
    counts
}

fn tally(calls: &Calls, methods: &[Method], counts: &mut [u32]) {
    for (area, count) in counts.iter_mut().enumerate() {
        *count += u32::from(calls.votes(methods, area) >= needed(methods));
    }
}
