//! The key of a row: what it speaks of, and which version of it the file was written from.

use std::fmt;

use crate::effects::period::Period;

/// What a row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// A measure.
    Measure(i64),
    /// An indicator of a measure.
    Indicator(i64, i64),
    /// What was handed in for an indicator of a measure in a period.
    Actual(i64, i64, Period),
    /// What was spent on a measure, by the number under which it was booked first; its version is the
    /// line that stands for it.
    Spent(i64, i64),
}

/// What a row speaks of, and the version that it was written from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// What.
    pub of: Of,
    /// The version.
    pub version: i64,
}

/// Why a key says nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is that of another city.
    Foreign,
    /// It is none.
    Unreadable,
}

impl fmt::Display for Of {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Measure(number) => write!(f, "M{number}"),
            Self::Indicator(number, indicator) => write!(f, "M{number}-I{indicator}"),
            Self::Actual(number, indicator, period) => {
                write!(f, "M{number}-I{indicator}-{period}")
            }
            Self::Spent(number, line) => write!(f, "M{number}-A{line}"),
        }
    }
}

impl Key {
    /// As it stands in the file of a city, which is named by its address.
    ///
    /// ```
    /// use ankunft_governance::workbook::key::{Key, Of, Unfit};
    ///
    /// let key = Key { of: Of::Indicator(12, 2), version: 3 };
    /// assert_eq!(key.written("musterstadt"), "musterstadt/M12-I2@3");
    /// assert_eq!(Key::read("musterstadt", "musterstadt/M12-I2@3"), Ok(key));
    /// assert_eq!(Key::read("gradlingen", "musterstadt/M12-I2@3"), Err(Unfit::Foreign));
    /// assert_eq!(Key::read("musterstadt", "M12"), Err(Unfit::Unreadable));
    /// ```
    #[must_use]
    pub fn written(self, city: &str) -> String {
        format!("{city}/{}@{}", self.of, self.version)
    }

    /// A key out of the file of a city.
    ///
    /// # Errors
    ///
    /// - [`Unfit`] if it says nothing here.
    pub fn read(city: &str, text: &str) -> Result<Self, Unfit> {
        let (of_city, rest) = text.trim().split_once('/').ok_or(Unfit::Unreadable)?;
        let (what, version) = rest.split_once('@').ok_or(Unfit::Unreadable)?;
        let version: i64 = version.parse().ok().filter(|it| *it > 0).ok_or(Unfit::Unreadable)?;
        let of = of(what).ok_or(Unfit::Unreadable)?;
        if of_city == city { Ok(Self { of, version }) } else { Err(Unfit::Foreign) }
    }
}

fn of(text: &str) -> Option<Of> {
    let mut pieces = text.splitn(3, '-');
    let number = |piece: &str, letter: char| {
        piece.strip_prefix(letter)?.parse().ok().filter(|it: &i64| *it > 0)
    };
    let measure = number(pieces.next()?, 'M')?;
    let Some(piece) = pieces.next() else { return Some(Of::Measure(measure)) };
    if let Some(line) = number(piece, 'A') {
        return pieces.next().is_none().then_some(Of::Spent(measure, line));
    }
    let indicator = number(piece, 'I')?;
    let Some(piece) = pieces.next() else { return Some(Of::Indicator(measure, indicator)) };
    Some(Of::Actual(measure, indicator, Period::parse(piece)?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of_any() -> impl Strategy<Value = Of> {
        let period = prop_oneof![Just("2026"), Just("2026h2"), Just("2026q3"), Just("2026-09")];
        let number = 1_i64..100_000;
        (number.clone(), number, period, 0_u8..4).prop_map(|(measure, indicator, period, kind)| {
            let period = Period::parse(period).expect("a period");
            match kind {
                0 => Of::Measure(measure),
                1 => Of::Indicator(measure, indicator),
                2 => Of::Spent(measure, indicator),
                _ => Of::Actual(measure, indicator, period),
            }
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(of in of_any(), version in 1_i64..10_000) {
            let key = Key { of, version };
            prop_assert_eq!(Key::read("a-b", &key.written("a-b")), Ok(key));
        }

        #[test]
        fn nothing_else_is_a_key(text in "\\PC{0,24}") {
            if let Ok(key) = Key::read("x", &text) {
                let again = key.written("x");
                prop_assert_eq!(Key::read("x", &again), Ok(key));
            }
        }
    }
}
