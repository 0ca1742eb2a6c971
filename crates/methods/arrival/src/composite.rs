use ankunft_numerics::exact_sum;

use crate::standard::Moments;
use crate::{Standardised, Thresholds, standardise};

/// One indicator of a composite index.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator<'a> {
    /// Its value in each area; `None` where there is none.
    pub values: &'a [Option<f64>],
    /// Whether a small value counts as a high one.
    pub reversed: bool,
    /// How often its _z_ enters the sum; 1 for equal weights.
    pub weight: f64,
}

/// A composite index of all areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Composite {
    /// Each indicator, standardised over the areas of the index, and turned round if it is
    /// reversed. An indicator of equal values has no _z_ and stays out of the sums.
    pub indicators: Vec<Standardised>,
    /// The weighted sum of _z_ of each area.
    pub sum: Vec<Option<f64>>,
    /// The population standard deviation of the sums.
    pub sd_of_sum: f64,
    /// sum / `sd_of_sum` of each area; `None` everywhere if all sums are equal.
    pub index: Vec<Option<f64>>,
    /// The class of each index, from 0 for the lowest.
    pub class: Vec<Option<usize>>,
    /// How many areas the index covers.
    pub n: usize,
}

/// Why there is no composite index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CompositeError {
    /// No indicator was given.
    #[error("no indicator was given")]
    NoIndicator,
    /// Two indicators speak of different numbers of areas.
    #[error("indicator {at} has {have} areas, the first has {want}")]
    Lengths {
        /// The position of the indicator.
        at: usize,
        /// How many areas it has.
        have: usize,
        /// How many the first has.
        want: usize,
    },
    /// A weight is zero, negative or no number.
    #[error("the weight of indicator {at} is no positive number")]
    Weight {
        /// The position of the indicator.
        at: usize,
    },
    /// No area has a value in every indicator.
    #[error("no area has a value in every indicator")]
    NoArea,
}

/// Returns the composite index of indicators, as Berlin and Hamburg compute their status and
/// dynamics index.
///
/// Each indicator is standardised over the areas that have a value in **all** of them; the _z_ are
/// added up with their weights; the sum is divided by its own population standard deviation; and
/// classes are formed on the unrounded result. Choose it when the indicators tell of the same thing
/// in different units. Choose [`quantile_points`](crate::quantile_points) when a few extreme values
/// must not decide, and [`identify`](crate::identify) for arrival quarters.
///
/// # Units
///
/// - `indicators`: shares, rates or changes in any unit; a reversed one has its _z_ multiplied by −1.
/// - returns: _z_, sums and index without unit; class 0 is the lowest.
///
/// # Errors
///
/// - [`CompositeError`]: no indicator, different lengths, a weight that is no positive number, or
///   no area with a value everywhere.
///
/// # Accuracy
///
/// All sums are exact and rounded once: the order of areas or indicators changes no bit. Small
/// areas are noisy: a change of ten people can be the largest in the city. Leave out areas below a
/// minimum population by giving them no value.
///
/// # Complexity
///
/// O(_n k_) time and memory for _n_ areas and _k_ indicators.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::{CompositeError, Indicator, Thresholds, composite};
///
/// let unemployed = [Some(4.0), Some(6.0), Some(8.0), None];
/// let elderly = [Some(30.0), Some(25.0), Some(20.0), Some(10.0)];
/// let of = |values, reversed| Indicator { values, reversed, weight: 1.0 };
/// let both = [of(&unemployed, false), of(&elderly, true)];
/// let index = composite(&both, &Thresholds::STATUS)?;
/// assert_eq!(index.n, 3);
/// assert_eq!(index.class, [Some(0), Some(1), Some(2), None]);
///
/// // Nobody has a value in both.
/// let none = [None; 4];
/// let both = [of(&unemployed, false), of(&none, false)];
/// assert_eq!(composite(&both, &Thresholds::STATUS), Err(CompositeError::NoArea));
/// # Ok::<(), CompositeError>(())
/// ```
///
/// # References
///
/// - Senatsverwaltung für Stadtentwicklung, Bauen und Wohnen Berlin (2022). _Monitoring Soziale
///   Stadtentwicklung Berlin 2021_.
/// - Behörde für Stadtentwicklung und Wohnen Hamburg (2021). _Sozialmonitoring Integrierte
///   Stadtteilentwicklung. Bericht 2021_.
/// - OECD, & Joint Research Centre (2008). _Handbook on Constructing Composite Indicators_. OECD
///   Publishing. <https://doi.org/10.1787/9789264043466-en>
#[doc(alias = "Statusindex")]
#[doc(alias = "Dynamikindex")]
pub fn composite(
    indicators: &[Indicator<'_>],
    thresholds: &Thresholds,
) -> Result<Composite, CompositeError> {
    let complete = complete(indicators)?;
    let n = complete.iter().filter(|it| **it).count();
    let standard: Vec<Standardised> =
        indicators.iter().filter_map(|it| over(it, &complete)).collect();
    if n == 0 || standard.len() != indicators.len() {
        return Err(CompositeError::NoArea);
    }
    let sum: Vec<Option<f64>> = (0..complete.len())
        .map(|area| complete[area].then(|| weighted_sum(indicators, &standard, area)))
        .collect();
    let sd_of_sum = sd_of_sums(|| sum.iter().copied().flatten());
    let index: Vec<Option<f64>> =
        sum.iter().map(|it| it.filter(|_| sd_of_sum > 0.0).map(|sum| sum / sd_of_sum)).collect();
    let class = index.iter().map(|it| it.map(|index| thresholds.class(index))).collect();
    Ok(Composite { indicators: standard, sum, sd_of_sum, index, class, n })
}

/// Which areas have a value in every indicator.
fn complete(indicators: &[Indicator<'_>]) -> Result<Vec<bool>, CompositeError> {
    let want = indicators.first().ok_or(CompositeError::NoIndicator)?.values.len();
    let mut complete = vec![true; want];
    for (at, indicator) in indicators.iter().enumerate() {
        let have = indicator.values.len();
        if have != want {
            return Err(CompositeError::Lengths { at, have, want });
        }
        if !(indicator.weight > 0.0 && indicator.weight.is_finite()) {
            return Err(CompositeError::Weight { at });
        }
        for (known, value) in complete.iter_mut().zip(indicator.values) {
            *known &= value.is_some();
        }
    }
    Ok(complete)
}

/// The indicator standardised over the areas of the index, and turned round if it is reversed.
fn over(indicator: &Indicator<'_>, complete: &[bool]) -> Option<Standardised> {
    let known = indicator.values.iter().zip(complete);
    let values: Vec<_> = known.map(|(value, known)| value.filter(|_| *known)).collect();
    let mut standard = standardise(&values)?;
    if indicator.reversed {
        standard.z.iter_mut().flatten().for_each(|z| *z = -*z);
    }
    Some(standard)
}

/// The deviation of sums of _z_; zero if they differ by what rounding leaves of opposite _z_ alone.
pub(crate) fn sd_of_sums<I: Iterator<Item = f64>>(sums: impl Fn() -> I) -> f64 {
    const ROUNDING: f64 = 1e-9;
    Moments::of(sums).map_or(0.0, |it| if it.sd > ROUNDING { it.sd } else { 0.0 })
}

fn weighted_sum(indicators: &[Indicator<'_>], standard: &[Standardised], area: usize) -> f64 {
    let parts = indicators.iter().zip(standard);
    exact_sum(parts.filter_map(|(indicator, it)| it.z[area].map(|z| indicator.weight * z)))
}
