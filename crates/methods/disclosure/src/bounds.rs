use crate::ways::count;
use crate::{Base, Cell, Column, Figure, Policy, Released};

/// Where the true number lies, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The least it can be.
    pub low: f64,
    /// The most it can be.
    pub high: f64,
}

/// Where the count behind a rounded cell lies.
///
/// Base five: 2 below to 2 above. Base ten: 5 below to 4 above, since 5 is rounded upwards.
/// Never below zero. `None` if the cell shows no number, or if it was declared protected by a
/// rule that only its office knows in full.
///
/// # Examples
///
/// ```
/// use ankunft_disclosure::{Base, Bounds, Cell, Policy, bounds};
///
/// let cell = Cell::of(20.0).ok_or("no number")?;
/// let band = bounds(cell, &Policy::Rounded(Base::Ten));
/// assert_eq!(band, Some(Bounds { low: 15.0, high: 24.0 }));
/// assert_eq!(bounds(Cell::SUPPRESSED, &Policy::Rounded(Base::Ten)), None);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn bounds(cell: Cell, policy: &Policy) -> Option<Bounds> {
    let Policy::Rounded(base) = policy else { return None };
    let (low, high) = preimage(count(cell.number()?)?, *base);
    Some(Bounds { low: low as f64, high: high as f64 })
}

/// The counts that are rounded to this one.
pub(crate) const fn preimage(rounded: u64, base: Base) -> (u64, u64) {
    let half = base.get() / 2;
    (rounded.saturating_sub(half), rounded + (base.get() - 1 - half))
}

/// Two columns that do not have the same number of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one column has {numerator} cells and the other {denominator}")]
pub struct UnequalColumns {
    /// Cells of the column above the line.
    pub numerator: usize,
    /// Cells of the column below it.
    pub denominator: usize,
}

/// Divides two released columns cell by cell, totals included, and multiplies by `scale`.
///
/// A cell is hidden if one of the two is hidden, otherwise missing if one is missing or the
/// denominator is zero, and unreliable if one of the two is.
///
/// # Units
///
/// - `scale`: 1 for a share, 100 for percent, 1,000 for a rate of a thousand.
///
/// # Errors
///
/// - [`UnequalColumns`] if they do not belong to the same area units.
pub fn ratio(
    numerator: &Released<Column>,
    denominator: &Released<Column>,
    scale: f64,
) -> Result<Released<Column>, UnequalColumns> {
    let columns = paired(numerator, denominator)?;
    Ok(columns.map(|(above, below)| {
        let cells = above.cells.iter().zip(&below.cells);
        Column {
            cells: cells.map(|(above, below)| divide(*above, *below, scale)).collect(),
            total: divide(above.total, below.total, scale),
        }
    }))
}

/// Where the ratios of the unrounded counts lie, in the order of the cells, the total last.
///
/// The least numerator over the greatest denominator, and the other way round. `None` where
/// [`ratio`] shows no number, where one of the two has no [`bounds`], and where the
/// denominator may be zero.
///
/// # Errors
///
/// - [`UnequalColumns`] as for [`ratio`].
pub fn ratio_bounds(
    numerator: &Released<Column>,
    denominator: &Released<Column>,
    scale: f64,
) -> Result<Released<Vec<Option<Bounds>>>, UnequalColumns> {
    let columns = paired(numerator, denominator)?;
    let policies = numerator.policy().zip(denominator.policy());
    Ok(columns.map(|(above, below)| {
        let cells = above.cells.iter().chain([&above.total]);
        let pairs = cells.zip(below.cells.iter().chain([&below.total]));
        let band = |(above, below): (&Cell, &Cell)| {
            let (above_policy, below_policy) = policies?;
            let (above, below) = (bounds(*above, above_policy)?, bounds(*below, below_policy)?);
            (below.low > 0.0).then(|| Bounds {
                low: above.low / below.high * scale,
                high: above.high / below.low * scale,
            })
        };
        pairs.map(band).collect()
    }))
}

type Pair<'a> = Released<(&'a Column, &'a Column)>;

fn paired<'a>(
    numerator: &'a Released<Column>,
    denominator: &'a Released<Column>,
) -> Result<Pair<'a>, UnequalColumns> {
    let lengths = (numerator.bare().cells.len(), denominator.bare().cells.len());
    if lengths.0 != lengths.1 {
        return Err(UnequalColumns { numerator: lengths.0, denominator: lengths.1 });
    }
    Ok(numerator.as_ref().zip(denominator.as_ref()))
}

fn divide(above: Cell, below: Cell, scale: f64) -> Cell {
    let hidden = [above, below].iter().any(|it| it.figure() == Figure::Suppressed);
    let quotient = match (above.number(), below.number()) {
        _ if hidden => Cell::SUPPRESSED,
        (Some(above), Some(below)) => Cell::of(above / below * scale).unwrap_or(Cell::MISSING),
        _ => Cell::MISSING,
    };
    let unreliable = above.is_unreliable() || below.is_unreliable();
    if unreliable { quotient.unreliable() } else { quotient }
}
