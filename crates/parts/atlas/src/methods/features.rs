//! The figures that a method is shown on, and one area's way through it.

use ankunft_arrival::{
    Composite, Indicator, Standardised, Thresholds, composite, quantile_points, standardise,
};

use crate::assess::{Assessment, Used};

/// What several areas have in common to be compared by.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Features {
    /// The codes of the areas.
    pub areas: Vec<String>,
    /// What they are compared by.
    pub features: Vec<Feature>,
}

/// One of the figures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Feature {
    /// The code of a dimension or of an indicator.
    pub code: String,
    /// Whether a small value counts as a high one.
    pub reversed: bool,
    /// One value an area; `None` leaves the area out.
    pub values: Vec<Option<f64>>,
}

/// One area in one feature.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub code: String,
    pub reversed: bool,
    pub value: f64,
    pub mean: f64,
    pub sd: f64,
    /// Without it all areas are alike.
    pub z: Option<f64>,
    /// How many areas lie before it: below, or above if a small value counts.
    pub before: usize,
    pub points: u32,
}

/// One area's way: its steps, and what they add up to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    pub area: String,
    /// How many areas are compared.
    pub n: usize,
    pub steps: Vec<Step>,
    pub sum: f64,
    pub sd_of_sum: f64,
    pub index: Option<f64>,
    pub points: u32,
}

impl Features {
    /// The rates of an assessment, over the units that are compared.
    pub(super) fn of(assessment: &Assessment) -> Self {
        let compared: Vec<_> = assessment.compared().collect();
        let feature = |used: &Used| Feature {
            code: used.dimension.clone(),
            reversed: false,
            values: compared
                .iter()
                .map(|it| it.1.rate(&used.dimension).map(|it| used.rate(it)))
                .collect(),
        };
        // A dimension that is equal in all units tells none apart, and has no rates.
        let has_rates =
            |it: &&Used| compared.iter().any(|(_, at)| at.rate(&it.dimension).is_some());
        let features = assessment.dimensions.iter().filter(has_rates).map(feature).collect();
        Self { areas: compared.iter().map(|it| it.0.code.clone()).collect(), features }
    }

    /// The same without the areas that lack a value in any feature.
    pub(super) fn complete(mut self) -> Self {
        for at in (0..self.areas.len()).rev() {
            if self.features.iter().any(|it| it.values[at].is_none()) {
                self.areas.remove(at);
                for it in &mut self.features {
                    it.values.remove(at);
                }
            }
        }
        self
    }

    /// The quantile points of each area, and the greatest possible.
    pub(super) fn points(&self, bins: u32) -> (Vec<u32>, u32) {
        let mut sums = vec![0; self.areas.len()];
        for it in &self.features {
            let points = quantile_points(&it.values, bins, it.reversed);
            sums.iter_mut().zip(points).for_each(|(sum, it)| *sum += it.unwrap_or(0));
        }
        (sums, bins * u32::try_from(self.features.len()).unwrap_or(0))
    }

    /// The index of all areas, one feature counted twice; `None` if nobody is compared.
    pub(super) fn index(&self, twice: Option<usize>) -> Option<Composite> {
        self.index_of(&Thresholds::STATUS, twice)
    }

    /// The same with classes between these boundaries.
    pub(super) fn index_of(
        &self,
        thresholds: &Thresholds,
        twice: Option<usize>,
    ) -> Option<Composite> {
        let weight = |at: usize| if twice == Some(at) { 2.0 } else { 1.0 };
        let parts: Vec<Indicator<'_>> = self
            .features
            .iter()
            .enumerate()
            .map(|(at, it)| Indicator {
                values: &it.values,
                reversed: it.reversed,
                weight: weight(at),
            })
            .collect();
        composite(&parts, thresholds).ok()
    }

    /// The way of one area; `None` if it is not compared.
    pub(super) fn way(&self, area: &str, bins: u32) -> Option<Way> {
        let at = self.areas.iter().position(|it| it == area)?;
        let index = self.index(None)?;
        let step = |it: &Feature| {
            let value = it.values[at]?;
            let Standardised { mean, sd, z, .. } = standardise(&it.values)?;
            let turned = if it.reversed { -1.0 } else { 1.0 };
            let is_before =
                |other: &&f64| if it.reversed { **other > value } else { **other < value };
            Some(Step {
                code: it.code.clone(),
                reversed: it.reversed,
                value,
                mean,
                sd,
                z: z[at].map(|it| turned * it),
                before: it.values.iter().flatten().filter(is_before).count(),
                points: quantile_points(&it.values, bins, it.reversed)[at]?,
            })
        };
        Some(Way {
            area: area.to_owned(),
            n: index.n,
            steps: self.features.iter().map(step).collect::<Option<_>>()?,
            sum: index.sum[at]?,
            sd_of_sum: index.sd_of_sum,
            index: index.index[at],
            points: self.points(bins).0[at],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_adds_up() {
        let feature = |code: &str, reversed, values: [f64; 4]| Feature {
            code: code.to_owned(),
            reversed,
            values: values.map(Some).to_vec(),
        };
        let mut features = Features {
            areas: ["a", "b", "c", "d"].map(String::from).to_vec(),
            features: vec![
                feature("x", false, [1.0, 3.0, 5.0, 9.0]),
                feature("y", true, [10.0, 7.0, 8.0, 4.0]),
            ],
        };
        features.features[1].values[0] = None;
        let features = features.complete();
        assert_eq!(features.areas, ["b", "c", "d"]);
        let way = features.way("d", 5).expect("it is compared");
        // The greatest value, and the smallest of what counts the other way round.
        assert_eq!(way.steps.iter().map(|it| it.before).collect::<Vec<_>>(), [2, 2]);
        assert_eq!((way.n, way.points), (3, 8));
        let sum: f64 = way.steps.iter().filter_map(|it| it.z).sum();
        assert!((sum - way.sum).abs() < 1e-12 && sum > 0.0);
        assert!(features.way("a", 5).is_none());
    }
}
