use ankunft_disclosure::Cell;
use serde::{Deserialize, Serialize};

/// What a table says about area units, ready to become a dataset version.
///
/// Cells stand in the order of [`Observations::areas`], which is the order of the area
/// version that the table was joined with. An area unit that the table does not name is
/// [`Cell::MISSING`].
#[derive(Clone, Debug, PartialEq)]
pub struct Observations {
    /// The keys of the area units, in the order of their version.
    pub areas: Vec<String>,
    /// One series for each indicator and period, in the order of the file's columns.
    pub series: Vec<Series>,
    /// Rows read, joined, and left out on purpose (sums, means), so that they add up.
    pub rows: RowCount,
}

/// The cells of one indicator in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The code of the indicator: `population`, `foreigners`.
    pub indicator: String,
    /// Stichtag or Berichtszeitraum.
    pub period: Period,
    /// One cell for each area unit.
    pub cells: Vec<Cell>,
    /// The cell of the whole, if the file has one.
    pub total: Option<Cell>,
}

/// How many rows came in, and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowCount {
    /// Data rows in the file.
    pub read: u64,
    /// Rows whose key is an area unit of the version.
    pub joined: u64,
    /// Rows that are no area unit and known to be none: sums, means, footnotes.
    pub set_aside: u64,
    /// Rows that an error keeps out.
    pub refused: u64,
}

/// A Stichtag or a Berichtszeitraum.
///
/// Written `2020-12-31`, `2015h1`, `2021`, `2021-06` or `2021q2`. A half-year or a year of a
/// stock means the Stichtag at its end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Period(String);

impl Period {
    /// The period of a text, if it is written in one of the five ways.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let year = text.get(..4)?;
        let rest = text.get(4..)?;
        let is_number = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
        let known = is_number(year)
            && match rest.as_bytes() {
                [] => true,
                [b'h', b'1' | b'2'] | [b'q', b'1'..=b'4'] => true,
                [b'-', _, _] => is_month(&rest[1..]),
                [b'-', _, _, b'-', _, _] => text.parse::<jiff::civil::Date>().is_ok(),
                _ => false,
            };
        known.then(|| Self(text.to_owned()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its last day: the Stichtag of a stock.
    #[must_use]
    pub fn last_day(&self) -> jiff::civil::Date {
        let number = |from: usize, to: usize| self.0[from..to].parse::<i16>().unwrap_or(1);
        let year = number(0, 4);
        let month = match self.0.as_bytes()[4..] {
            [b'h', half] => i16::from(half - b'0') * 6,
            [b'q', quarter] => i16::from(quarter - b'0') * 3,
            [b'-', _, _] => number(5, 7),
            [b'-', _, _, b'-', _, _] => {
                return self.0.parse().unwrap_or(jiff::civil::date(year, 12, 31));
            }
            _ => 12,
        };
        let month = i8::try_from(month).unwrap_or(12);
        jiff::civil::date(year, month, 1).last_of_month()
    }
}

fn is_month(text: &str) -> bool {
    text.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
}
