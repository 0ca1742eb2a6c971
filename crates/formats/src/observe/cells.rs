use ankunft_disclosure::Cell;

use crate::table::NumberStyle;
use crate::{Kind, Mark, Meaning};

/// No city has more of anything that is counted here.
const MOST: f64 = 1e9;

/// What one field says: its cell, and between which numbers the truth lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Read {
    pub(super) cell: Cell,
    /// From and to; of a suppressed figure as the office states it, if it does.
    pub(super) bounds: Option<(f64, f64)>,
    /// The position of the mark that stands there instead of a number.
    pub(super) mark: Option<usize>,
}

/// Reads a field as a figure of this kind.
///
/// # Errors
///
/// The code of the finding.
pub(super) fn read(
    text: &str,
    kind: Kind,
    marks: &[Mark],
    style: NumberStyle,
) -> Result<Read, &'static str> {
    if let Some((at, mark)) = marks.iter().enumerate().find(|(_, mark)| mark.text == text) {
        return Ok(marked(at, mark));
    }
    if text.is_empty() {
        return Err("empty-cell");
    }
    let number = style.parse(text).map_err(crate::table::NumberFault::code)?;
    match kind {
        Kind::Count if number < 0.0 => return Err("negative-count"),
        Kind::Count | Kind::Class if number.fract() != 0.0 => return Err("fraction-in-count"),
        Kind::Count if number > MOST => return Err("impossible-count"),
        Kind::Percent if !(0.0..=100.0).contains(&number) => return Err("percent-range"),
        _ => {}
    }
    let cell = Cell::of(number).ok_or("not-finite")?;
    Ok(Read { cell, bounds: Some((number, number)), mark: None })
}

fn marked(at: usize, mark: &Mark) -> Read {
    #[allow(clippy::cast_precision_loss)]
    let interval = mark.interval.map(|(from, to)| (from as f64, to as f64));
    let (cell, bounds) = match mark.means {
        Meaning::Zero => (Cell::ZERO, Some((0.0, 0.0))),
        Meaning::Suppressed => (Cell::SUPPRESSED, interval),
        Meaning::Missing => (Cell::MISSING, None),
    };
    Read { cell, bounds, mark: Some(at) }
}

/// The cell of two rows of a long table together: hidden parts hide the sum.
pub(super) fn together(sum: Cell, part: Cell) -> Cell {
    match (sum.number(), part.number()) {
        (Some(one), Some(other)) => {
            let cell = Cell::of(one + other).unwrap_or(Cell::MISSING);
            if sum.is_unreliable() || part.is_unreliable() { cell.unreliable() } else { cell }
        }
        _ if sum == Cell::MISSING => part,
        _ if part == Cell::MISSING => sum,
        _ => Cell::SUPPRESSED,
    }
}
