/// Breaks at the quantiles, moved aside where a tie lies across one.
///
/// Break _i_ is put before the first value at or above the quantile _i_/_k_ by rank, so that
/// equal values are never parted; breaks that coincide are one.
pub(super) fn quantile(sorted: &[f64], wanted: usize) -> Vec<f64> {
    let mut breaks: Vec<f64> = Vec::new();
    for step in 1..wanted {
        let rank = (step * sorted.len()).div_ceil(wanted);
        let Some(&above) = sorted.get(rank) else { continue };
        let first = sorted.partition_point(|value| *value < above);
        // A tie reaches back over the rank: part it off on the side that is nearer.
        let end = sorted.partition_point(|value| *value <= above);
        let cut = if rank - first <= end - rank || end == sorted.len() { first } else { end };
        if cut == 0 {
            continue;
        }
        let bound = shortest_between(sorted[cut - 1], sorted[cut]);
        if breaks.last().is_none_or(|last| *last < bound) {
            breaks.push(bound);
        }
    }
    breaks
}

/// Breaks that cut the range into `wanted` equal parts; none if there is no range.
pub(super) fn equal_interval(lowest: f64, highest: f64, wanted: usize) -> Vec<f64> {
    let parts = wanted as f64;
    let mut breaks: Vec<f64> = (1..wanted)
        .map(|step| step as f64 / parts)
        .map(|share| lowest * (1.0 - share) + highest * share)
        .filter(|bound| *bound > lowest && *bound <= highest)
        .collect();
    breaks.dedup();
    breaks
}

/// Breaks one standard deviation apart, laid symmetrically around the mean.
///
/// With an odd number of classes the middle one reaches half a standard deviation to each side.
pub(super) fn standard_deviation(sorted: &[f64], wanted: usize) -> Vec<f64> {
    let n = sorted.len() as f64;
    let mean = sorted.iter().map(|value| value / n).sum::<f64>();
    let squares = sorted.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
    let deviation = (squares / (n - 1.0).max(1.0)).sqrt();
    if !(deviation.is_finite() && deviation > 0.0) || sorted.first() == sorted.last() {
        return Vec::new();
    }
    let mut breaks: Vec<f64> = (1..wanted)
        .map(|step| step as f64 - wanted as f64 / 2.0)
        .map(|steps| mean + steps * deviation)
        .collect();
    breaks.dedup();
    // A bound beyond all values would leave a class empty, and a share below zero is none.
    let (first, last) = (sorted[0], sorted[sorted.len() - 1]);
    breaks.retain(|it| first < *it && *it <= last);
    breaks
}

/// The decimal number with the fewest digits that is above `below` and not above `above`.
///
/// Among equally short ones the one nearest to the middle is taken. `below` < `above`.
pub(super) fn shortest_between(below: f64, above: f64) -> f64 {
    let middle = below / 2.0 + above / 2.0;
    let largest = below.abs().max(above.abs());
    // 10^exponent: from above the values down to the last digit a double holds.
    let start = (0..=300).find(|power| ten_to(*power) > largest).unwrap_or(300);
    for exponent in (start - 17..=start).rev() {
        let candidate = at_digits(middle, exponent);
        let steps = [0, -1, 1].map(|step| neighbour(candidate, exponent, step));
        let fitting = steps.into_iter().find(|value| *value > below && *value <= above);
        if let Some(found) = fitting {
            return found + 0.0;
        }
    }
    above
}

/// `value` rounded to a multiple of 10^`exponent`.
fn at_digits(value: f64, exponent: i32) -> f64 {
    match exponent {
        0.. => (value / ten_to(exponent)).round() * ten_to(exponent),
        _ => (value * ten_to(-exponent)).round() / ten_to(-exponent),
    }
}

/// The multiple of 10^`exponent` that lies `steps` further than `value`.
fn neighbour(value: f64, exponent: i32, steps: i32) -> f64 {
    match exponent {
        0.. => value + f64::from(steps) * ten_to(exponent),
        _ => ((value * ten_to(-exponent)).round() + f64::from(steps)) / ten_to(-exponent),
    }
}

/// Powers of ten as the compiler reads them; multiplied up they would lose their last digit.
fn ten_to(exponent: i32) -> f64 {
    format!("1e{exponent}").parse().unwrap_or(f64::INFINITY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_are_as_short_as_the_gap_allows() {
        assert_eq!(shortest_between(21.937, 22.104), 22.0);
        assert_eq!(shortest_between(0.1493, 0.1507), 0.15);
        assert_eq!(shortest_between(-3.0, 4.0), 0.0);
        assert_eq!(shortest_between(7.0, 8.0), 8.0);
        assert_eq!(shortest_between(1.0, 1.0 + f64::EPSILON), 1.0 + f64::EPSILON);
        assert_eq!(shortest_between(94_000.0, 106_000.0), 100_000.0);
    }
}
