//! When somebody is reminded.

use jiff::ToSpan;
use jiff::civil::Date;

/// So many days before the last day the first reminder goes out.
const BEFORE: i32 = 7;
/// A reminder that could not go out on its day goes out so many days later at most: a program that
/// stood still for a month writes no letters about what was.
const LATEST: i32 = 6;

/// Why somebody is reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// The last day comes near.
    Before,
    /// It is over.
    After,
}

impl Occasion {
    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// The last days of rounds of which somebody is reminded today.
    ///
    /// ```
    /// use ankunft_governance::reporting::Occasion;
    /// use jiff::civil::date;
    ///
    /// let today = date(2026, 10, 8);
    /// assert_eq!(Occasion::Before.last_days(today), (date(2026, 10, 9), date(2026, 10, 15)));
    /// assert_eq!(Occasion::After.last_days(today), (date(2026, 10, 1), date(2026, 10, 7)));
    /// ```
    #[must_use]
    pub fn last_days(self, today: Date) -> (Date, Date) {
        match self {
            Self::Before => (today.saturating_add(1.day()), today.saturating_add(BEFORE.days())),
            Self::After => {
                let yesterday = today.saturating_sub(1.day());
                (yesterday.saturating_sub(LATEST.days()), yesterday)
            }
        }
    }

    /// The day on which the reminder of a round is due.
    #[must_use]
    pub fn day(self, last_day: Date) -> Date {
        match self {
            Self::Before => last_day.saturating_sub(BEFORE.days()),
            Self::After => last_day.saturating_add(1.day()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// On its day a reminder is due, the day before it is not, and never both at once.
        #[test]
        fn each_has_its_day(day in 0_i32..4_000, turn in -30_i32..30) {
            let last_day = date(2026, 1, 1).saturating_add(day.days());
            let is_due = |it: Occasion, today: Date| {
                let (first, last) = it.last_days(today);
                (first..=last).contains(&last_day)
            };
            for it in [Occasion::Before, Occasion::After] {
                prop_assert!(is_due(it, it.day(last_day)));
                prop_assert!(!is_due(it, it.day(last_day).saturating_sub(1.day())));
            }
            let today = last_day.saturating_add(turn.days());
            prop_assert!(!(is_due(Occasion::Before, today) && is_due(Occasion::After, today)));
            prop_assert!(!is_due(Occasion::Before, last_day), "the last day itself is no day to remind");
        }
    }
}
