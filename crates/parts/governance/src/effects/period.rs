//! Berichtszeiträume, written as everywhere in the program: `2026`, `2026h2`, `2026q3`, `2026-09`.

use std::fmt;

use ankunft_platform::languages::Texts;
use jiff::ToSpan;
use jiff::civil::Date;

/// A year, or a part of one.
///
/// ```
/// use ankunft_governance::effects::period::Period;
///
/// let quarter = Period::parse("2026-Q3").expect("a quarter");
/// assert_eq!(quarter.to_string(), "2026q3");
/// assert_eq!(quarter.last().to_string(), "2026-09-30");
/// assert_eq!(quarter.before().to_string(), "2026q2");
/// assert_eq!(Period::parse("2026q5"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: Date,
    months: i8,
}

impl Period {
    /// The period of so many months (1, 3, 6 or 12) that holds a day.
    #[must_use]
    pub fn of(day: Date, months: i8) -> Self {
        let month = day.month() - (day.month() - 1) % months;
        let first = Date::new(day.year(), month, 1).unwrap_or(day);
        Self { first, months }
    }

    /// Reads a period, also as people write quarters: `2026-Q3`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let year: i16 = text.get(..4)?.parse().ok().filter(|it| (1900..=2200).contains(it))?;
        let rest = text.get(4..)?.replace("-q", "q").replace("-h", "h");
        let (months, number) = match rest.as_bytes() {
            [] => (12, 1),
            [b'h', half @ b'1'..=b'2'] => (6, i8::try_from(half - b'0').ok()?),
            [b'q', quarter @ b'1'..=b'4'] => (3, i8::try_from(quarter - b'0').ok()?),
            [b'-', _, _] => (1, rest[1..].parse().ok().filter(|it| (1..=12).contains(it))?),
            _ => return None,
        };
        let first = Date::new(year, (number - 1) * months + 1, 1).ok()?;
        Some(Self { first, months })
    }

    /// The first day.
    #[must_use]
    pub const fn first(self) -> Date {
        self.first
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> Date {
        let next = self.first.saturating_add(i32::from(self.months).months());
        next.yesterday().unwrap_or(next)
    }

    /// The period of the same length before.
    #[must_use]
    pub fn before(self) -> Self {
        let first = self.first.saturating_sub(i32::from(self.months).months());
        Self { first, ..self }
    }

    /// Whether a day lies in both.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.first <= other.last() && other.first <= self.last()
    }

    /// How many months it is long.
    #[must_use]
    pub const fn months(self) -> i8 {
        self.months
    }

    /// In words: `3. Quartal 2026`.
    #[must_use]
    pub fn words(self, t: &Texts) -> String {
        t.period_of_time(&self.to_string())
    }

    /// The periods for which people report on a day, the newest first: the last eight quarters and
    /// three years, and the twelve months of who reports monthly.
    #[must_use]
    pub fn usual(today: Date) -> Vec<Self> {
        let back = |months: i8, count: usize| {
            std::iter::successors(Some(Self::of(today, months)), |it| Some(it.before())).take(count)
        };
        back(3, 8).chain(back(12, 3)).chain(back(1, 12)).collect()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.first.year(), (self.first.month() - 1) / self.months + 1);
        match self.months {
            12 => write!(f, "{year}"),
            6 => write!(f, "{year}h{number}"),
            3 => write!(f, "{year}q{number}"),
            _ => write!(f, "{year}-{number:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_again(year in 1950_i16..2150, month in 1_i8..=12, length in 0_usize..4) {
            let day = Date::new(year, month, 15).expect("a day");
            let period = Period::of(day, [1, 3, 6, 12][length]);
            prop_assert!(period.first() <= day && day <= period.last());
            prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
            prop_assert_eq!(period.before().last().tomorrow().expect("a day"), period.first());
            prop_assert!(!period.meets(period.before()));
        }
    }

    #[test]
    fn what_is_no_period_is_none() {
        for text in
            ["", "26", "2026q0", "2026-13", "2026-00", "2026h3", "1066", "2026q3x", "Q3 2026"]
        {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
