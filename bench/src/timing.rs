//! Times in order: medians and other quantiles.

use std::time::{Duration, Instant};

/// Measured durations, the shortest first.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// The durations, put in order.
    #[must_use]
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The duration that this share of all does not exceed; zero if there is none.
    #[must_use]
    pub fn quantile(&self, share: f64) -> Duration {
        let last = self.0.len().saturating_sub(1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a position in a list that fits into memory"
        )]
        let at = (share * self.0.len() as f64).ceil() as usize;
        self.0.get(at.saturating_sub(1).min(last)).copied().unwrap_or_default()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was measured.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The longest.
    #[must_use]
    pub fn longest(&self) -> Duration {
        self.0.last().copied().unwrap_or_default()
    }

    /// How many took longer than this.
    #[must_use]
    pub fn over(&self, mark: Duration) -> usize {
        self.0.iter().filter(|it| **it > mark).count()
    }
}

/// The median time of warm runs: a first tenth is thrown away, and at most `budget` is spent.
pub fn median(budget: Duration, mut work: impl FnMut()) -> Duration {
    let begun = Instant::now();
    work();
    while begun.elapsed() < budget / 10 {
        work();
    }
    let mut times = Vec::new();
    let begun = Instant::now();
    while times.len() < 5 || (begun.elapsed() < budget && times.len() < 10_000) {
        let start = Instant::now();
        work();
        times.push(start.elapsed());
    }
    Times::of(times).quantile(0.5)
}

/// A duration in milliseconds, for people.
#[must_use]
pub fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_times_that_were_measured() {
        let times = Times::of((1..=200).rev().map(Duration::from_millis).collect());
        assert_eq!(times.quantile(0.5), Duration::from_millis(100));
        assert_eq!(times.quantile(0.99), Duration::from_millis(198));
        assert_eq!(
            (times.quantile(1.0), times.longest()),
            (times.longest(), Duration::from_millis(200))
        );
        assert_eq!(times.over(Duration::from_millis(198)), 2);
        assert_eq!(Times::default().quantile(0.5), Duration::ZERO);
    }
}
