//! How the figures of several area units become one.

use ankunft_disclosure::{Cell, Column, Figure, Released};
use ankunft_platform::indicators::{Definition, Kind};

use crate::model::measure::{Measure, Recipe};

/// The count by which ready shares are weighted.
pub const WEIGHT: &str = "population";

/// How a measure of several area units follows from those of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// Counts are added; a share follows from the added counts.
    Counts,
    /// A ready share whose counts nobody delivered: the mean, weighted by residents.
    Mean,
}

impl Joining {
    /// How a measure is joined, by what its indicators mean; `None` if it cannot be: an index or a
    /// median of a whole does not follow from those of its parts.
    #[must_use]
    pub fn of<'a>(
        measure: &Measure,
        definition: impl Fn(&str) -> Option<&'a Definition>,
    ) -> Option<Self> {
        let Recipe::Stored(code) = &measure.recipe else {
            let is_count = |code: &str| definition(code).is_some_and(|it| it.kind == Kind::Count);
            return measure.recipe.needs().into_iter().all(is_count).then_some(Self::Counts);
        };
        let known = definition(code)?;
        match (known.kind, known.unit.as_str()) {
            (Kind::Count, _) => Some(Self::Counts),
            (Kind::Percent, _) | (Kind::Measure, "per-100" | "per-1000") => Some(Self::Mean),
            // A balance of counts adds up like them.
            (Kind::Measure, "persons") => {
                let formula = ankunft_formats::indicator(code)?.formula.as_ref()?;
                (formula.per.is_empty() && !formula.change).then_some(Self::Counts)
            }
            (Kind::Measure | Kind::Class, _) => None,
        }
    }
}

/// The cells at these positions as one column of a single cell, beside the city's.
///
/// One position gives that very cell.
#[must_use]
pub fn narrowed(column: &Column, at: &[usize]) -> Column {
    let cells: Vec<Cell> = at.iter().map(|at| cell(column, *at)).collect();
    Column { cells: vec![sum(&cells)], total: column.total }
}

/// The column of a measure for the area units at these positions, from released ones, which
/// `stored` gives by code.
///
/// `None` if a column that it needs is not there, or it cannot be joined.
#[must_use]
pub fn join<'a>(
    (measure, joining): (&Measure, Option<Joining>),
    at: &[usize],
    stored: impl Fn(&str) -> Option<Released<&'a Column>>,
) -> Option<Released<Column>> {
    match joining {
        Some(Joining::Mean) if at.len() > 1 => {
            let values = stored(measure.recipe.needs().first()?)?;
            let Some(weights) = stored(WEIGHT) else {
                return Some(values.map(|it| one(Cell::MISSING, it.total)));
            };
            let pair = values.zip(weights);
            Some(pair.map(|(values, weights)| {
                let pairs: Vec<(Cell, Cell)> =
                    at.iter().map(|at| (cell(values, *at), cell(weights, *at))).collect();
                one(mean(&pairs), values.total)
            }))
        }
        None if at.len() > 1 => None,
        _ => {
            let narrow = |code: &str| Some(stored(code)?.map(|it| narrowed(it, at)));
            let parts: Vec<(&str, Released<Column>)> = measure
                .recipe
                .needs()
                .into_iter()
                .map(|code| Some((code, narrow(code)?)))
                .collect::<Option<_>>()?;
            let part = |code: &str| parts.iter().find(|(it, _)| *it == code);
            measure.recipe.compute(|code| part(code).map(|(_, column)| column.as_ref()))
        }
    }
}

fn one(cell: Cell, total: Cell) -> Column {
    Column { cells: vec![cell], total }
}

fn cell(column: &Column, at: usize) -> Cell {
    column.cells.get(at).copied().unwrap_or(Cell::MISSING)
}

/// Withheld if a part is withheld, else missing if one is missing: never a partial sum.
fn sum(cells: &[Cell]) -> Cell {
    if let [cell] = cells {
        return *cell;
    }
    let numbers: Option<Vec<f64>> = cells.iter().map(|it| it.number()).collect();
    let added = numbers.filter(|it| !it.is_empty()).map(|it| it.iter().sum());
    marked(added, cells)
}

/// The mean of values, each with its weight. Who is not there has no say: a part without
/// residents has no share, and hides none.
pub(crate) fn mean(pairs: &[(Cell, Cell)]) -> Cell {
    let peopled = pairs.iter().filter(|(_, weight)| weight.figure() != Figure::Zero);
    let (values, weights): (Vec<Cell>, Vec<Cell>) = peopled.copied().unzip();
    let cells = [values.as_slice(), &weights].concat();
    let weighted = values.iter().zip(&weights).map(|(value, weight)| {
        let weight = weight.number()?;
        Some((value.number()? * weight, weight))
    });
    let weighted: Option<Vec<(f64, f64)>> = weighted.collect();
    let ratio = weighted.and_then(|it| {
        let (above, below) = it.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        (below > 0.0).then(|| above / below)
    });
    marked(ratio, &cells)
}

/// The cell of a number computed from cells, or why there is none.
fn marked(number: Option<f64>, from: &[Cell]) -> Cell {
    let is_hidden = from.iter().any(|it| it.figure() == Figure::Suppressed);
    let without = if is_hidden { Cell::SUPPRESSED } else { Cell::MISSING };
    let cell = number.and_then(Cell::of).unwrap_or(without);
    if from.iter().any(|it| it.is_unreliable()) { cell.unreliable() } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: f64) -> Cell {
        Cell::of(value).expect("a number")
    }

    #[test]
    fn a_sum_has_all_its_parts_or_none() {
        assert_eq!(sum(&[of(3.0), Cell::ZERO, of(4.0)]), of(7.0));
        assert_eq!(sum(&[of(3.0), Cell::SUPPRESSED]), Cell::SUPPRESSED);
        assert_eq!(sum(&[of(3.0), Cell::MISSING]), Cell::MISSING);
        assert_eq!(sum(&[Cell::MISSING, Cell::SUPPRESSED]), Cell::SUPPRESSED);
        assert_eq!(sum(&[]), Cell::MISSING);
        assert_eq!(sum(&[of(3.0).unreliable(), of(1.0)]), of(4.0).unreliable());
        assert_eq!(sum(&[Cell::SUPPRESSED.unreliable()]), Cell::SUPPRESSED.unreliable());
    }

    #[test]
    fn a_mean_counts_people() {
        assert_eq!(mean(&[(of(10.0), of(100.0)), (of(40.0), of(200.0))]), of(30.0));
        // Nobody lives in the second.
        assert_eq!(mean(&[(of(10.0), of(100.0)), (Cell::MISSING, Cell::ZERO)]), of(10.0));
        assert_eq!(mean(&[(Cell::MISSING, Cell::ZERO)]), Cell::MISSING);
        assert_eq!(mean(&[(of(10.0), of(9.0)), (of(4.0), Cell::SUPPRESSED)]), Cell::SUPPRESSED);
        assert_eq!(mean(&[(of(10.0), of(9.0)), (of(4.0), Cell::MISSING)]), Cell::MISSING);
        let marked = mean(&[(of(10.0), of(5.0).unreliable()), (of(10.0), of(5.0))]);
        assert_eq!(marked, of(10.0).unreliable());
    }
}
