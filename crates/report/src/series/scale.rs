/// Ticks at round numbers, and the decimals they need.
pub(crate) struct Ticks {
    pub(crate) values: Vec<f64>,
    pub(crate) decimals: usize,
}

impl Ticks {
    /// The ends of the axis: the outermost ticks.
    pub(crate) fn ends(&self) -> (f64, f64) {
        let first = self.values.first().copied().unwrap_or(0.0);
        (first, self.values.last().copied().unwrap_or(1.0))
    }
}

/// Ticks that enclose `low..=high` with about `wanted` steps of 1, 2 or 5 times a power of ten.
pub(crate) fn value_ticks(low: f64, high: f64, wanted: usize) -> Ticks {
    let (low, high) = widened(low, high);
    let rough = (high - low) / wanted.max(1) as f64;
    let power = (-12..=12).rev().find(|power| ten_to(*power) <= rough).unwrap_or(-12);
    let factors = [1.0, 2.0, 5.0, 10.0];
    // Divided by a whole power of ten, 6 tenths are 0.6; multiplied by 0.1 they are not.
    let scaled = |units: f64| match power {
        0.. => units * ten_to(power),
        _ => units / ten_to(-power),
    };
    let factor = factors.into_iter().find(|factor| scaled(*factor) >= rough * 0.999_999);
    let factor = factor.unwrap_or(10.0);
    let decimals = if factor == 10.0 { -power - 1 } else { -power };
    let step = scaled(factor);
    let first = (low / step + 1e-9).floor();
    let count = ((high / step - 1e-9).ceil() - first).clamp(1.0, 50.0) as usize;
    Ticks {
        values: (0..=count).map(|index| scaled((first + index as f64) * factor)).collect(),
        decimals: usize::try_from(decimals).unwrap_or(0),
    }
}

/// A range that has an extent, for ticks to divide.
fn widened(low: f64, high: f64) -> (f64, f64) {
    let limit = 1e12;
    let (low, high) = (low.clamp(-limit, limit), high.clamp(-limit, limit));
    let least = (low.abs().max(high.abs()) * 1e-6).max(1e-9);
    match high - low > least {
        true => (low, high),
        false if low == 0.0 => (0.0, 1.0),
        false => (low - low.abs() * 0.05, low + low.abs() * 0.05),
    }
}

/// Times to be labelled: whole years at an even step, or the times themselves in a short series.
///
/// `room` is how many labels fit. A step that hits both the first and the last year is preferred.
pub(crate) fn time_ticks(times: &[f64], room: usize) -> Vec<f64> {
    let room = room.max(2);
    let (Some(&first), Some(&last)) = (times.first(), times.last()) else { return Vec::new() };
    let (from, to) = (first.ceil(), last.floor());
    if to - from < 2.0 {
        let stride = times.len().div_ceil(room);
        return times.iter().rev().step_by(stride.max(1)).rev().copied().collect();
    }
    let span = to - from;
    let fits = |step: &f64| ((span / step).floor() as usize) < room;
    let steps = [1.0, 2.0, 3.0, 4.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 1000.0];
    let fitting: Vec<f64> = steps.into_iter().filter(fits).collect();
    let smallest = fitting.first().copied().unwrap_or(span.max(1.0));
    let even = fitting.iter().copied().find(|it| span % it == 0.0 && *it <= smallest * 2.5);
    let step = even.unwrap_or(smallest);
    let start = if even.is_some() || step < 3.0 { from } else { (from / step).ceil() * step };
    let count = ((to - start) / step).clamp(0.0, 200.0) as usize;
    (0..=count).map(|index| start + index as f64 * step).collect()
}

fn ten_to(exponent: i32) -> f64 {
    format!("1e{exponent}").parse().unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round() {
        assert_eq!(value_ticks(0.0, 44.6, 5).values, [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]);
        assert_eq!(value_ticks(0.0, 0.93, 5).values, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(value_ticks(0.0, 0.93, 5).decimals, 1);
        assert_eq!(value_ticks(0.0, 9_000.0, 5).decimals, 0);
        assert_eq!(value_ticks(-3.0, 3.0, 5).values, [-4.0, -2.0, 0.0, 2.0, 4.0]);
        assert_eq!(value_ticks(7.0, 7.0, 4).values.len(), 5);
    }

    #[test]
    fn years_hit_both_ends_if_they_can() {
        let years: Vec<f64> = (2012..=2024).map(f64::from).collect();
        assert_eq!(time_ticks(&years, 7), [2012.0, 2014.0, 2016.0, 2018.0, 2020.0, 2022.0, 2024.0]);
        assert_eq!(time_ticks(&years, 6), [2012.0, 2015.0, 2018.0, 2021.0, 2024.0]);
        assert_eq!(time_ticks(&[2020.0], 6), [2020.0]);
        assert_eq!(time_ticks(&[2020.0, 2020.5, 2021.0], 2), [2020.0, 2021.0]);
    }
}
