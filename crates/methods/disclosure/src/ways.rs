use ankunft_numerics::exact_sum;

use crate::{
    Base, Cell, Column, Declaration, DeclarationError, Figure, Nutzung, Place, Policy, Position,
    Released,
};

/// Figures that nobody has protected yet. They have no way to a door.
///
/// They can be stored and, through [`round`], protected. [`Unprotected::expose`] is for the
/// statistics office's own pages, behind its permission.
#[derive(Clone, Debug, PartialEq)]
pub struct Unprotected<T>(T);

impl<T> Unprotected<T> {
    /// Marks figures as unprotected. Nothing is needed to be more careful.
    pub const fn new(figures: T) -> Self {
        Self(figures)
    }

    /// The bare figures, for the eyes of the statistics office alone and for storing them.
    pub const fn expose(&self) -> &T {
        &self.0
    }
}

/// A cell that holds something else than a count, so that rounding does not protect it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the cell at {place:?} is no count: counts are whole, not negative, and below 2^53")]
pub struct NotACount {
    /// Where it stands.
    pub place: Place,
}

/// Admits a column that an office has declared protected.
///
/// # Errors
///
/// - [`DeclarationError`] if the declaration leaves out rule, office or day.
pub fn admit(
    column: Column,
    declaration: &Declaration,
    nutzung: Nutzung,
) -> Result<Released<Column>, DeclarationError> {
    declaration.check()?;
    Ok(Released::new(column, Policy::AlreadyProtected(declaration.clone()), nutzung))
}

/// Protects a column of counts by rounding every cell by itself, the total included.
///
/// Base five is the _5er-Rundung_ of German offices: 5 · ⌊(_n_ + 2) / 5⌋, at most 2 away.
/// Base ten rounds 5 upwards: 10 · ⌊(_n_ + 5) / 10⌋, at most 5 away. The total is rounded
/// from the unrounded total, and so need not be the sum of the rounded cells. Hidden and
/// missing cells stay what they are; if an area unit is hidden, the total is hidden too,
/// since the others would leave it over.
///
/// Many parts that happen to be rounded the same way can be told from their total. Columns
/// that add up go through [`crate::protect_table`], which attacks what it made.
///
/// # Errors
///
/// - [`NotACount`] if a cell is negative, holds a fraction, or is too large to be exact.
///
/// # References
///
/// - Hundepool, A., et al. (2024). _Handbook on Statistical Disclosure Control_, chapter 5.
///   <https://github.com/sdcTools/HandbookSDC>
pub fn round(
    column: &Unprotected<Column>,
    base: Base,
    nutzung: Nutzung,
) -> Result<Released<Column>, NotACount> {
    Ok(Released::new(rounded(column.expose(), 0, base)?, Policy::Rounded(base), nutzung))
}

/// The rounded column; `index` is its place in a table, for the error.
pub(crate) fn rounded(column: &Column, index: usize, base: Base) -> Result<Column, NotACount> {
    let cell = |cell: Cell, at| {
        let place = Place { column: index, at };
        round_cell(cell, base).ok_or(NotACount { place })
    };
    let cells = column.cells.iter().enumerate();
    let cells: Vec<_> =
        cells.map(|(at, it)| cell(*it, Position::Area(at))).collect::<Result<_, _>>()?;
    let total = cell(column.total, Position::Total)?;
    let hides = cells.iter().any(|it| it.figure() == Figure::Suppressed);
    Ok(Column { cells, total: if hides { total.with(Figure::Suppressed) } else { total } })
}

/// The count in a number; `None` if it is not whole, negative, or not exact.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
pub(crate) fn count(number: f64) -> Option<u64> {
    const EXACT: f64 = (1_u64 << 53) as f64;
    let is_count = (0.0..EXACT).contains(&number) && number.fract() == 0.0;
    is_count.then_some(number as u64)
}

fn round_cell(cell: Cell, base: Base) -> Option<Cell> {
    let Figure::Value(number) = cell.figure() else { return Some(cell) };
    let base = base.get();
    let rounded = (count(number)? + base / 2) / base * base;
    let figure = if rounded == 0 { Figure::Zero } else { Figure::Value(rounded as f64) };
    Some(cell.with(figure))
}

/// The sum over area units, exact whatever their order.
///
/// It is hidden if one of its parts is hidden, and otherwise missing if one is missing: that
/// something is hidden is the stronger statement, since the office knows it. It is
/// unreliable if one of its parts is.
///
/// # Examples
///
/// ```
/// use ankunft_disclosure::{Cell, Figure, total};
///
/// assert_eq!(total(&[Cell::ZERO, Cell::MISSING, Cell::SUPPRESSED]).figure(), Figure::Suppressed);
/// assert_eq!(total(&[]).figure(), Figure::Zero);
/// ```
#[must_use]
pub fn total(cells: &[Cell]) -> Cell {
    let any = |figure| cells.iter().any(|cell| cell.figure() == figure);
    let sum = if any(Figure::Suppressed) {
        Cell::SUPPRESSED
    } else if any(Figure::Missing) {
        Cell::MISSING
    } else {
        Cell::of(exact_sum(cells.iter().filter_map(|it| it.number()))).unwrap_or(Cell::MISSING)
    };
    if cells.iter().any(|it| it.is_unreliable()) { sum.unreliable() } else { sum }
}
