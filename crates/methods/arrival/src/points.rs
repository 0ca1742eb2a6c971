/// Returns the quantile points of one indicator: 1 for the lowest areas, `bins` for the highest.
///
/// An area has 1 + ⌊`bins` · (number of areas strictly below) / _n_⌋ points, so ties share the
/// lower bin. Reversed, the areas strictly above are counted, and the lowest values have the most
/// points. Kurtenbach's index adds up four indicators in five bins: 4 to 20 points. Choose it when
/// the order of the areas is trusted more than their distances. Choose [`composite`](crate::composite())
/// when distances matter.
///
/// # Units
///
/// - `values`: any unit, one entry an area; `None` stands outside and is not counted.
/// - `bins`: how many; five for quintiles.
/// - returns: points from 1 to `bins`.
///
/// # Errors
///
/// None; without bins nobody has points.
///
/// # Accuracy
///
/// Comparisons and whole numbers only. Which of two nearly equal areas is in the higher bin may be
/// chance; look at the values too.
///
/// # Complexity
///
/// O(_n_ log _n_) time and O(_n_) memory for _n_ areas.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::quantile_points;
///
/// let shares = [Some(1.0), Some(2.0), Some(2.0), Some(3.0), None];
/// assert_eq!(quantile_points(&shares, 4, false), [Some(1), Some(2), Some(2), Some(4), None]);
/// assert_eq!(quantile_points(&shares, 4, true), [Some(4), Some(2), Some(2), Some(1), None]);
///
/// // There is nothing to divide areas into.
/// assert_eq!(quantile_points(&shares, 0, false), [None; 5]);
/// ```
///
/// # References
///
/// - Kurtenbach, S. (2012). _Urbane Integrationsschleuse_ (master's thesis). Ruhr-Universität
///   Bochum. Which areas share a bin, and what a tie does, is not stated there; both are our choice.
#[must_use]
pub fn quantile_points(values: &[Option<f64>], bins: u32, reversed: bool) -> Vec<Option<u32>> {
    let mut sorted: Vec<f64> = values.iter().copied().flatten().collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let n = sorted.len();
    let points = |value: f64| {
        let before = if reversed {
            n - sorted.partition_point(|it| *it <= value)
        } else {
            sorted.partition_point(|it| *it < value)
        };
        let bin = before as u64 * u64::from(bins) / n as u64;
        // There are fewer areas strictly below than areas, so the last bin is never passed.
        1 + u32::try_from(bin).unwrap_or(u32::MAX)
    };
    values.iter().map(|it| it.filter(|_| bins > 0).map(points)).collect()
}
