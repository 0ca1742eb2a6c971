//! Limits against too much at once: a bucket of permits for each address, in memory.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// So many buckets are kept before full ones, which say nothing, are thrown away.
const CROWD: usize = 10_000;

/// Buckets that hold a number of permits and fill up again over time.
#[derive(Debug)]
pub struct Buckets<K> {
    size: f64,
    per_microsecond: f64,
    levels: Mutex<HashMap<K, (f64, Timestamp)>>,
}

impl<K: Hash + Eq> Buckets<K> {
    /// Buckets of `size` permits that an empty one regains within `seconds`.
    #[must_use]
    pub fn new(size: u32, seconds: u32) -> Self {
        let size = f64::from(size.max(1));
        let per_microsecond = size / (f64::from(seconds.max(1)) * 1e6);
        Self { size, per_microsecond, levels: Mutex::default() }
    }

    /// Takes a permit; false if there is none.
    pub fn take(&self, key: K, now: Timestamp) -> bool {
        let mut levels = self.levels.lock().unwrap_or_else(PoisonError::into_inner);
        if levels.len() >= CROWD {
            levels.retain(|_, (level, at)| self.level(*level, *at, now) < self.size);
        }
        let (level, at) = levels.entry(key).or_insert((self.size, now));
        *level = self.level(*level, *at, now);
        *at = now;
        let has_one = *level >= 1.0;
        if has_one {
            *level -= 1.0;
        }
        has_one
    }

    /// Gives a permit back: what it was taken for did no harm.
    pub fn give_back(&self, key: &K) {
        let mut levels = self.levels.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((level, _)) = levels.get_mut(key) {
            *level = (*level + 1.0).min(self.size);
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a level needs no more than a few digits")]
    fn level(&self, level: f64, at: Timestamp, now: Timestamp) -> f64 {
        let passed = now.as_microsecond().saturating_sub(at.as_microsecond()).max(0);
        (level + passed as f64 * self.per_microsecond).min(self.size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let buckets = Buckets::new(2, 60);
        assert!(buckets.take("a", at(0)));
        assert!(buckets.take("a", at(0)));
        assert!(!buckets.take("a", at(0)));
        assert!(buckets.take("b", at(0)), "others are not concerned");
        assert!(!buckets.take("a", at(29)));
        assert!(buckets.take("a", at(60)));
    }

    #[test]
    fn a_permit_can_be_given_back_but_not_more() {
        let buckets = Buckets::new(1, 60);
        assert!(buckets.take("a", at(0)));
        buckets.give_back(&"a");
        buckets.give_back(&"a");
        assert!(buckets.take("a", at(0)));
        assert!(!buckets.take("a", at(0)));
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing() {
        let buckets = Buckets::new(1, 60);
        assert!(buckets.take("a", at(100)));
        assert!(!buckets.take("a", at(0)));
    }
}
