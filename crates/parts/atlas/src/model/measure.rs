//! What can be read from stored columns: the columns themselves, and what is computed from them.

use ankunft_disclosure::{Cell, Column, Figure, Released};
use ankunft_formats::Nature;
use ankunft_formats::grid::{Bound, band_code};

/// A figure that a page can show: an indicator as it is stored, or a share of stored ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its code: `population`, `share_foreigners`.
    pub code: String,
    /// What it says.
    pub unit: Unit,
    /// Whether it speaks of a day or of a stretch of time.
    pub nature: Nature,
    /// From what it is computed.
    pub recipe: Recipe,
}

/// What a number says, and so how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Whole persons or things.
    Count,
    /// From 0 to 100.
    Percent,
    /// Of 100 persons and year, or the like.
    PerHundred,
    /// Of 1,000 persons and year, or the like.
    PerThousand,
    /// A change of a share.
    PercentagePoints,
    /// Persons to each of something: to a household.
    PersonsEach,
    /// Years, as a mean.
    Years,
    /// Square metres to each of something.
    SquareMetres,
    /// Euro for a square metre.
    EuroPerSquareMetre,
    /// The number of a class.
    Class,
    /// Another number.
    Number,
}

impl Unit {
    /// Whether it is what falls to each of something, of which nobody says how many there are.
    #[must_use]
    pub const fn is_mean(self) -> bool {
        matches!(
            self,
            Self::PersonsEach | Self::Years | Self::SquareMetres | Self::EuroPerSquareMetre
        )
    }
}

/// From what a measure is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipe {
    /// As it is stored.
    Stored(String),
    /// A sum of stored counts, as a share of a sum of others, times a scale.
    Share {
        /// The counts above the line.
        part: Vec<String>,
        /// Counts that are taken off them.
        minus: Vec<String>,
        /// The counts below it; none if nothing is divided.
        whole: Vec<String>,
        /// 100 for percent, 1,000 for per thousand.
        scale: u32,
        /// How many of its periods make a year: 2 for a rate of events in half a year, which says
        /// what a whole year like it would bring. 1 for everything else.
        per_year: u32,
    },
}

impl Measure {
    /// The same measure for one of its periods. A rate of events is always one of a year, so that
    /// half-years stand beside years, and the rate beside that of every other page.
    #[must_use]
    pub fn over(&self, period: &str) -> Self {
        let mut measure = self.clone();
        if let Recipe::Share { whole, per_year, .. } = &mut measure.recipe
            && self.nature == Nature::Flow
            && !whole.is_empty()
        {
            *per_year = periods_a_year(period);
        }
        measure
    }

    /// Whether it is a rate of events, and so one of a year.
    #[must_use]
    pub fn is_yearly(&self) -> bool {
        let is_rate = matches!(&self.recipe, Recipe::Share { whole, .. } if !whole.is_empty());
        self.nature == Nature::Flow && is_rate
    }

    /// The codes under which the ends of its bands would be kept; none for what is computed here.
    #[must_use]
    pub fn ends(&self) -> Option<[String; 2]> {
        let Recipe::Stored(code) = &self.recipe else { return None };
        Some([Bound::Low, Bound::High].map(|it| band_code(code, it)))
    }
}

impl Recipe {
    /// The codes of all stored indicators that it needs, each once, in order.
    #[must_use]
    pub fn needs(&self) -> Vec<&str> {
        let mut codes: Vec<&str> = match self {
            Self::Stored(code) => vec![code],
            Self::Share { part, minus, whole, .. } => {
                part.iter().chain(minus).chain(whole).map(String::as_str).collect()
            }
        };
        let mut seen = Vec::new();
        codes.retain(|code| {
            !seen.contains(code) && {
                seen.push(*code);
                true
            }
        });
        codes
    }

    /// The code of the count that a share is a share of, if there is one.
    #[must_use]
    pub fn base(&self) -> Option<&str> {
        match self {
            Self::Share { whole, .. } => whole.first().map(String::as_str),
            Self::Stored(_) => None,
        }
    }

    /// Computes the column from released ones, which `stored` gives by code.
    ///
    /// The total is computed like every cell: from the totals of its columns, never from the
    /// shares of the area units. `None` if a column that it needs is not there.
    #[must_use]
    pub fn compute<'a>(
        &self,
        stored: impl Fn(&str) -> Option<Released<&'a Column>>,
    ) -> Option<Released<Column>> {
        match self {
            Self::Stored(code) => Some(stored(code)?.map(Column::clone)),
            Self::Share { part, minus, whole, scale, per_year } => {
                let sum = |codes: &[String]| {
                    let mut columns = codes.iter().map(|code| stored(code));
                    let first = columns.next()??.map(Column::clone);
                    columns.try_fold(first, |sum, next| {
                        Some(sum.zip(next?).map(|(sum, next)| each(&sum, next, add)))
                    })
                };
                let mut numerator = sum(part)?;
                if !minus.is_empty() {
                    let pair = numerator.zip(sum(minus)?);
                    numerator = pair.map(|(part, minus)| each(&part, &minus, subtract));
                }
                let scale = f64::from(*scale) * f64::from(*per_year);
                if whole.is_empty() {
                    return Some(numerator.map(|it| each(&it, &it, |cell, _| times(cell, scale))));
                }
                let pair = numerator.zip(sum(whole)?);
                Some(pair.map(|(part, whole)| {
                    each(&part, &whole, |part, whole| ratio(part, whole, scale))
                }))
            }
        }
    }
}

/// How many periods like this one make a year. A day says when, not how long.
pub(crate) fn periods_a_year(period: &str) -> u32 {
    match period.as_bytes() {
        [_, _, _, _, b'h', _] => 2,
        [_, _, _, _, b'q', _] => 4,
        [_, _, _, _, b'-', _, _] => 12,
        _ => 1,
    }
}

/// A column of the cells of two, one by one.
fn each(left: &Column, right: &Column, compute: impl Fn(Cell, Cell) -> Cell) -> Column {
    Column {
        cells: left.cells.iter().zip(&right.cells).map(|(a, b)| compute(*a, *b)).collect(),
        total: compute(left.total, right.total),
    }
}

fn add(left: Cell, right: Cell) -> Cell {
    combine(left, right, |left, right| Some(left + right))
}

fn subtract(left: Cell, right: Cell) -> Cell {
    combine(left, right, |left, right| Some(left - right))
}

fn times(cell: Cell, scale: f64) -> Cell {
    combine(cell, cell, |value, _| Some(value * scale))
}

/// A share has no value where there is nobody to be a share of.
fn ratio(part: Cell, whole: Cell, scale: f64) -> Cell {
    combine(part, whole, |part, whole| (whole > 0.0).then(|| scale * part / whole))
}

/// Hidden if one of the two is hidden, missing if one is missing, unreliable if one is.
fn combine(left: Cell, right: Cell, compute: impl Fn(f64, f64) -> Option<f64>) -> Cell {
    let cell = match (left.number(), right.number()) {
        (Some(left), Some(right)) => {
            compute(left, right).and_then(Cell::of).unwrap_or(Cell::MISSING)
        }
        _ if [left, right].iter().any(|cell| cell.figure() == Figure::Suppressed) => {
            Cell::SUPPRESSED
        }
        _ => Cell::MISSING,
    };
    if left.is_unreliable() || right.is_unreliable() { cell.unreliable() } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share() -> Recipe {
        Recipe::Share {
            part: vec!["foreigners".into()],
            minus: Vec::new(),
            whole: vec!["population".into()],
            scale: 100,
            per_year: 1,
        }
    }

    #[test]
    fn names_each_column_once() {
        let recipe = Recipe::Share {
            part: vec!["a".into(), "b".into()],
            minus: vec!["a".into()],
            whole: vec!["b".into()],
            scale: 1,
            per_year: 1,
        };
        assert_eq!(recipe.needs(), ["a", "b"]);
    }

    #[test]
    fn an_empty_unit_has_no_share() {
        assert_eq!(ratio(Cell::ZERO, Cell::ZERO, 100.0), Cell::MISSING);
        assert_eq!(ratio(Cell::ZERO, Cell::of(5.0).unwrap(), 100.0), Cell::ZERO);
        let marked = ratio(Cell::of(1.0).unwrap().unreliable(), Cell::of(4.0).unwrap(), 100.0);
        assert_eq!((marked.number(), marked.is_unreliable()), (Some(25.0), true));
        assert_eq!(ratio(Cell::SUPPRESSED, Cell::MISSING, 100.0), Cell::SUPPRESSED);
    }

    #[test]
    fn without_a_column_there_is_no_share() {
        assert!(share().compute(|_| None).is_none());
    }

    #[test]
    fn a_rate_of_events_is_one_of_a_year() {
        let arrivals = |nature| Measure {
            code: "rate".into(),
            unit: Unit::PerThousand,
            nature,
            recipe: share(),
        };
        let rate = |measure: &Measure, period: &str| {
            let Recipe::Share { per_year, .. } = measure.over(period).recipe else { return 0 };
            per_year
        };
        let flow = arrivals(Nature::Flow);
        let found = ["2024", "2024h2", "2024q1", "2024-06", "2024-12-31"].map(|it| rate(&flow, it));
        assert_eq!(found, [1, 2, 4, 12, 1]);
        // A stock is the same on every day of its year.
        assert_eq!(rate(&arrivals(Nature::Stock), "2024h2"), 1);
    }
}
