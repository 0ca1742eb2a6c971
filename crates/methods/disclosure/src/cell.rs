/// What one cell of a table says.
///
/// Official tables know four things that look alike on paper and are not: a value, a true
/// zero, a value that is not shown, and a value that nobody has. A fifth thing is a mark on
/// a value: published, yet of limited reliability (`KLAMMERN` in the Zensus).
///
/// # Examples
///
/// ```
/// use ankunft_disclosure::{Cell, Figure};
///
/// assert_eq!(Cell::of(3.0).map(Cell::figure), Some(Figure::Value(3.0)));
/// assert_eq!(Cell::of(0.0).map(Cell::figure), Some(Figure::Zero));
/// // A figure is a number: not-a-number and infinity are none.
/// assert_eq!(Cell::of(f64::NAN), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    figure: Figure,
    unreliable: bool,
}

/// The four states of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// A finite number other than zero.
    Value(f64),
    /// Exactly nobody, or nothing.
    Zero,
    /// Known to the office, and not shown.
    Suppressed,
    /// Not collected, not delivered, or unknown.
    Missing,
}

impl Figure {
    /// The word for the state in files: `value`, `zero`, `suppressed`, `missing`.
    ///
    /// ```
    /// assert_eq!(ankunft_disclosure::Cell::SUPPRESSED.figure().code(), "suppressed");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Value(_) => "value",
            Self::Zero => "zero",
            Self::Suppressed => "suppressed",
            Self::Missing => "missing",
        }
    }
}

impl Cell {
    /// Not collected, not delivered, or unknown.
    pub const MISSING: Self = Self { figure: Figure::Missing, unreliable: false };
    /// Known to the office, and not shown.
    pub const SUPPRESSED: Self = Self { figure: Figure::Suppressed, unreliable: false };
    /// Exactly nobody, or nothing.
    pub const ZERO: Self = Self { figure: Figure::Zero, unreliable: false };

    /// The cell of a number; `None` if it is not finite.
    #[must_use]
    pub fn of(value: f64) -> Option<Self> {
        let figure = match value {
            0.0 => Figure::Zero,
            it if it.is_finite() => Figure::Value(it),
            _ => return None,
        };
        Some(Self { figure, unreliable: false })
    }

    /// The same cell, marked as published with limited reliability.
    #[must_use]
    pub const fn unreliable(self) -> Self {
        Self { unreliable: true, ..self }
    }

    /// The same cell with another figure, its mark kept.
    pub(crate) const fn with(self, figure: Figure) -> Self {
        Self { figure, ..self }
    }

    /// Which of the four states it is in.
    #[must_use]
    pub const fn figure(self) -> Figure {
        self.figure
    }

    /// Whether the source marks it as of limited reliability.
    #[must_use]
    pub const fn is_unreliable(self) -> bool {
        self.unreliable
    }

    /// The number, zero included; `None` where none is shown or none exists.
    #[must_use]
    pub const fn number(self) -> Option<f64> {
        match self.figure {
            Figure::Value(value) => Some(value),
            Figure::Zero => Some(0.0),
            Figure::Suppressed | Figure::Missing => None,
        }
    }
}

/// The figures of one indicator in one period: one cell an area unit, in the order of its
/// area version, and the cell of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// One cell for each area unit.
    pub cells: Vec<Cell>,
    /// The cell of all area units together, protected like any other.
    pub total: Cell,
}

/// Where a cell stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// The cell of the area unit at this index.
    Area(usize),
    /// The cell of all area units together.
    Total,
}

/// The length of an encoded cell: one byte for state and flag, eight for the number.
const WIDTH: usize = 9;
const FLAG: u8 = 0x80;

impl Column {
    /// The cell at a place; `None` if there is none.
    #[must_use]
    pub fn cell(&self, at: Position) -> Option<Cell> {
        match at {
            Position::Area(index) => self.cells.get(index).copied(),
            Position::Total => Some(self.total),
        }
    }

    /// Hides a cell, its mark kept.
    pub(crate) fn hide(&mut self, at: Position) {
        let cell = match at {
            Position::Area(index) => self.cells.get_mut(index),
            Position::Total => Some(&mut self.total),
        };
        if let Some(cell) = cell {
            cell.figure = Figure::Suppressed;
        }
    }

    /// Bytes that give back this very column: the cells, then the total.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity((self.cells.len() + 1) * WIDTH);
        for cell in self.cells.iter().chain([&self.total]) {
            let (state, number) = match cell.figure {
                Figure::Missing => (0, 0.0),
                Figure::Zero => (1, 0.0),
                Figure::Value(value) => (2, value),
                Figure::Suppressed => (3, 0.0),
            };
            bytes.push(state | if cell.unreliable { FLAG } else { 0 });
            bytes.extend_from_slice(&f64::to_le_bytes(number));
        }
        bytes
    }

    /// The column of these bytes; `None` if [`Column::encode`] never writes such bytes.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (cells, rest) = bytes.as_chunks::<WIDTH>();
        if !rest.is_empty() {
            return None;
        }
        let mut cells = cells.iter().map(decode_cell).collect::<Option<Vec<_>>>()?;
        let total = cells.pop()?;
        Some(Self { cells, total })
    }
}

fn decode_cell(bytes: &[u8; WIDTH]) -> Option<Cell> {
    let [state, number @ ..] = *bytes;
    let number = f64::from_le_bytes(number);
    // By its bits, since a minus zero is equal to zero, and is never written.
    let is_empty = number.to_bits() == 0;
    let figure = match state & !FLAG {
        0 if is_empty => Figure::Missing,
        1 if is_empty => Figure::Zero,
        2 if number.is_finite() && number != 0.0 => Figure::Value(number),
        3 if is_empty => Figure::Suppressed,
        _ => return None,
    };
    Some(Cell { figure, unreliable: state & FLAG != 0 })
}
