use ankunft_numerics::exact_sum;

use crate::SegregationError;

/// The residents of one area unit for indices of exposure: a group, whom it can meet, and all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExposureCounts {
    /// Residents of the group.
    pub group: u32,
    /// Residents of the group that it can meet; the group itself for isolation.
    pub other: u32,
    /// All residents, both groups among them.
    pub total: u32,
}

/// Returns the exposure of a group to another: Σ (_gᵢ_/_G_)(_oᵢ_/_tᵢ_).
///
/// The chance that somebody drawn from the area unit of an average member of the group belongs to
/// the other one. With the group itself as the other it is the index of **isolation**, with a
/// different one that of **interaction**; over all groups they add up to one. It depends on the
/// sizes of the groups: a large group is isolated even where all are spread alike. Choose
/// [`eta_squared`] to compare groups of different size, and [`dissimilarity`](crate::dissimilarity)
/// for evenness.
///
/// # Units
///
/// - `units`: residents on one Stichtag, one entry an area unit.
/// - returns: a share from 0 to 1.
///
/// # Errors
///
/// - [`SegregationError::NoUnits`], [`SegregationError::GroupAbsent`]: nothing to measure.
/// - [`SegregationError::PartExceedsWhole`]: a unit with fewer residents than members of a group.
///
/// # Accuracy
///
/// Each unit's term is rounded, their sum is exact: the order of the units changes no bit.
///
/// # Complexity
///
/// O(_n_) time for _n_ area units.
///
/// # Examples
///
/// ```
/// use ankunft_segregation::{ExposureCounts, exposure};
///
/// let of = |group, other, total| ExposureCounts { group, other, total };
/// // All of the group live where half of the residents belong to it.
/// assert_eq!(exposure(&[of(50, 50, 100), of(0, 0, 300)])?, 0.5);
///
/// assert!(exposure(&[of(0, 0, 100)]).is_err());
/// # Ok::<(), ankunft_segregation::SegregationError>(())
/// ```
///
/// # References
///
/// - Massey, D. S., & Denton, N. A. (1988). The dimensions of residential segregation. _Social
///   Forces_, 67(2), 281–315. <https://doi.org/10.1093/sf/67.2.281>
#[doc(alias = "xPx")]
#[doc(alias = "xPy")]
pub fn exposure(units: &[ExposureCounts]) -> Result<f64, SegregationError> {
    let count = units.len();
    if count == 0 {
        return Err(SegregationError::NoUnits);
    }
    if let Some(at) = units.iter().position(|it| it.group.max(it.other) > it.total) {
        return Err(SegregationError::PartExceedsWhole { at });
    }
    let group: f64 = exact_sum(units.iter().map(|it| f64::from(it.group)));
    if group == 0.0 {
        return Err(SegregationError::GroupAbsent { units: count });
    }
    let inhabited = units.iter().filter(|it| it.total > 0);
    let met = |it: &ExposureCounts| f64::from(it.group) * f64::from(it.other) / f64::from(it.total);
    Ok(exact_sum(inhabited.map(met)) / group)
}

/// Returns the correlation ratio _η_² of a group: its isolation freed from its share of the city.
///
/// (isolation − _P_) / (1 − _P_), where _P_ is the group's share of all residents: 0 where all are
/// spread alike, 1 where nobody meets anybody else. Choose it to compare the isolation of groups of
/// different size; choose [`exposure`] for a share that can be said in a sentence.
///
/// # Units
///
/// As for [`exposure`], with the group itself as the other.
///
/// # Errors
///
/// As for [`exposure`]; [`SegregationError::ReferenceAbsent`] if everybody belongs to the group.
///
/// # Accuracy
///
/// As for [`exposure`].
///
/// # Complexity
///
/// O(_n_) time for _n_ area units.
///
/// # Examples
///
/// ```
/// use ankunft_segregation::{ExposureCounts, eta_squared};
///
/// let of = |group, total| ExposureCounts { group, other: group, total };
/// assert_eq!(eta_squared(&[of(100, 100), of(0, 300)])?, 1.0);
///
/// assert!(eta_squared(&[of(100, 100)]).is_err());
/// # Ok::<(), ankunft_segregation::SegregationError>(())
/// ```
///
/// # References
///
/// - Massey, D. S., & Denton, N. A. (1988). The dimensions of residential segregation. _Social
///   Forces_, 67(2), 281–315. <https://doi.org/10.1093/sf/67.2.281>
#[doc(alias = "correlation ratio")]
pub fn eta_squared(units: &[ExposureCounts]) -> Result<f64, SegregationError> {
    let isolation = exposure(units)?;
    let share = exact_sum(units.iter().map(|it| f64::from(it.group)))
        / exact_sum(units.iter().map(|it| f64::from(it.total)));
    if share >= 1.0 {
        return Err(SegregationError::ReferenceAbsent { units: units.len() });
    }
    Ok((isolation - share) / (1.0 - share))
}
