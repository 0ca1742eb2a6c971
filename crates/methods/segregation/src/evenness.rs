use std::cmp::Ordering;

use crate::units::City;
use crate::{SegregationError, UnitCounts};

/// Returns the index of dissimilarity _D_ of a group against a reference.
///
/// _D_ = ½ Σ |_gᵢ_/_G_ − _rᵢ_/_R_|: the share of the group that would have to move to another
/// area unit for both to be spread alike. Choose it when one number per year has to be said in
/// a sentence. Choose [`gini`] when moves between units on the same side of the city's mean
/// should count; _D_ does not see them.
///
/// German reports call it _Segregationsindex_ (IS) when the reference is all other residents,
/// and _Dissimilaritätsindex_ (ID) when it is a second group. Some multiply it by 100.
///
/// # Units
///
/// - `units`: residents on one Stichtag, one entry an area unit. Uninhabited units change nothing.
/// - returns: a share, from 0 (spread alike) to 1 (completely apart).
///
/// # Errors
///
/// - [`SegregationError::NoUnits`], [`SegregationError::TooManyUnits`]: none, or over 2³¹.
/// - [`SegregationError::GroupAbsent`], [`SegregationError::ReferenceAbsent`]: a side is empty.
///
/// # Accuracy
///
/// All sums are integers, and only the quotient is rounded: numerator and denominator to the
/// nearest `f64`, then their ratio. The order of the units changes no bit.
///
/// Chance alone spreads people unevenly, the more so the smaller group and units are (Allen et
/// al. 2015): compare with the value of a random spread before reading a small group's _D_.
/// Rounded counts bias it as well.
///
/// # Complexity
///
/// O(_n_) time, no allocation, for _n_ area units.
///
/// # Examples
///
/// ```
/// use ankunft_segregation::{UnitCounts, dissimilarity};
///
/// let units = [
///     UnitCounts { group: 60, reference: 100 },
///     UnitCounts { group: 30, reference: 200 },
///     UnitCounts { group: 10, reference: 100 },
/// ];
/// // ½ · (|0.6 − 0.25| + |0.3 − 0.5| + |0.1 − 0.25|)
/// assert_eq!(dissimilarity(&units)?, 0.35);
///
/// // Nobody is not spread at all, not even alike.
/// assert!(dissimilarity(&[UnitCounts { group: 0, reference: 100 }]).is_err());
/// # Ok::<(), ankunft_segregation::SegregationError>(())
/// ```
///
/// # References
///
/// - Duncan, O. D., & Duncan, B. (1955). A methodological analysis of segregation indexes.
///   _American Sociological Review_, 20(2), 210–217. <https://doi.org/10.2307/2088328>
/// - Allen, R., Burgess, S., Davidson, R., & Windmeijer, F. (2015). More reliable inference for
///   the dissimilarity index of segregation. _The Econometrics Journal_, 18(1), 40–66.
///   <https://doi.org/10.1111/ectj.12039>
#[doc(alias = "D")]
#[doc(alias = "Segregationsindex")]
#[doc(alias = "Dissimilaritätsindex")]
pub fn dissimilarity(units: &[UnitCounts]) -> Result<f64, SegregationError> {
    let City { group, reference } = City::of(units)?;
    // Over the common denominator 2GR, each term is |gᵢR − rᵢG|: no fraction is needed.
    let term = |unit: &UnitCounts| {
        (u128::from(unit.group) * reference).abs_diff(u128::from(unit.reference) * group)
    };
    Ok(quotient(units.iter().map(term).sum(), 2 * group * reference))
}

/// Returns the Gini index of segregation of a group against a reference.
///
/// The mean difference in the group's share between all pairs of area units, weighted by
/// their residents, over its largest possible value; also the area between the segregation
/// curve and the diagonal, doubled. It is never below [`dissimilarity`], which is the
/// curve's largest distance from the diagonal. Choose it when two series of _D_ run alike and
/// the question is what happens among units of the same side. It is harder to say in a sentence.
///
/// # Units
///
/// As for [`dissimilarity`].
///
/// # Errors
///
/// As for [`dissimilarity`].
///
/// # Accuracy
///
/// As for [`dissimilarity`].
///
/// # Complexity
///
/// O(_n_ log _n_) time and O(_n_) memory, for _n_ area units.
///
/// # Examples
///
/// ```
/// use ankunft_segregation::{UnitCounts, gini};
///
/// let apart =
///     [UnitCounts { group: 10, reference: 0 }, UnitCounts { group: 0, reference: 30 }];
/// assert_eq!(gini(&apart)?, 1.0);
///
/// assert!(gini(&[]).is_err());
/// # Ok::<(), ankunft_segregation::SegregationError>(())
/// ```
///
/// # References
///
/// - Massey, D. S., & Denton, N. A. (1988). The dimensions of residential segregation. _Social
///   Forces_, 67(2), 281–315. <https://doi.org/10.1093/sf/67.2.281>
#[doc(alias = "G")]
pub fn gini(units: &[UnitCounts]) -> Result<f64, SegregationError> {
    let City { group, reference } = City::of(units)?;
    let mut inhabited: Vec<_> =
        units.iter().filter(|unit| unit.group > 0 || unit.reference > 0).collect();
    inhabited.sort_unstable_by(|a, b| compare_shares(a, b));

    // The sum over pairs of |gᵢrⱼ − gⱼrᵢ|. In the order of shares no difference is negative,
    // and the sums of all units before stand for the pairs with each of them.
    let mut before = (0_u128, 0_u128);
    let mut pairs = 0;
    for unit in inhabited {
        let (group, reference) = (u128::from(unit.group), u128::from(unit.reference));
        pairs += group * before.1 - reference * before.0;
        before = (before.0 + group, before.1 + reference);
    }
    Ok(quotient(pairs, group * reference))
}

/// The order of the group's shares in two inhabited units, by their cross products.
fn compare_shares(a: &UnitCounts, b: &UnitCounts) -> Ordering {
    let left = u64::from(a.group) * u64::from(b.reference);
    let right = u64::from(b.group) * u64::from(a.reference);
    left.cmp(&right)
}

/// Divides a part by its whole. Since rounding to `f64` keeps order, it lies in `0..=1`.
#[expect(clippy::cast_precision_loss, reason = "the rounding that the docs announce")]
fn quotient(part: u128, whole: u128) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(counts: &[(u32, u32)]) -> [Result<f64, SegregationError>; 2] {
        let units: Vec<_> =
            counts.iter().map(|&(group, reference)| UnitCounts { group, reference }).collect();
        [dissimilarity(&units), gini(&units)]
    }

    #[test]
    fn the_largest_counts_do_not_overflow() {
        assert_eq!(both(&[(u32::MAX, 0), (0, u32::MAX)]), [Ok(1.0); 2]);
        assert_eq!(both(&[(u32::MAX, u32::MAX); 1000]), [Ok(0.0); 2]);
    }

    #[test]
    fn uninhabited_units_do_not_disturb_the_order() {
        let with = both(&[(30, 70), (0, 0), (0, 100), (0, 0), (20, 80)]);
        assert_eq!(with, both(&[(30, 70), (0, 100), (20, 80)]));
    }

    #[test]
    fn the_error_says_which_side_is_empty() {
        assert_eq!(both(&[]), [Err(SegregationError::NoUnits); 2]);
        let absent = SegregationError::GroupAbsent { units: 2 };
        assert_eq!(both(&[(0, 5), (0, 7)]), [Err(absent); 2]);
        let absent = SegregationError::ReferenceAbsent { units: 1 };
        assert_eq!(both(&[(5, 0)]), [Err(absent); 2]);
    }
}
