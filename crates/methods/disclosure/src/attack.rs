use std::collections::BTreeMap;

use crate::bounds::preimage;
use crate::ways::count;
use crate::{Base, Cell, Column, Figure, Policy, Position, Released};

/// A cell of a table of several columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The index of the column.
    pub column: usize,
    /// Where in the column.
    pub at: Position,
}

/// What everybody knows: the counts of the parts add up to the count of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The sum.
    pub whole: Place,
    /// What is added up. The same cell stands here at most once.
    pub parts: Vec<Place>,
}

impl Relation {
    /// The first `areas` cells of a column add up to its total.
    #[must_use]
    pub fn areas_make_total(column: usize, areas: usize) -> Self {
        let parts = (0..areas).map(|index| Place { column, at: Position::Area(index) });
        Self { whole: Place { column, at: Position::Total }, parts: parts.collect() }
    }

    /// Columns add up to another in each of the first `areas` cells, and in their totals.
    #[must_use]
    pub fn columns_make_whole(whole: usize, parts: &[usize], areas: usize) -> Vec<Self> {
        let positions = (0..areas).map(Position::Area).chain([Position::Total]);
        let relation = |at| Self {
            whole: Place { column: whole, at },
            parts: parts.iter().map(|column| Place { column: *column, at }).collect(),
        };
        positions.map(relation).collect()
    }

    /// Whole and parts.
    pub(crate) fn places(&self) -> impl Iterator<Item = Place> {
        [self.whole].into_iter().chain(self.parts.iter().copied())
    }
}

/// A cell about which a reader can find out more than the policy allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The cell.
    pub place: Place,
    /// The least its count can be.
    pub low: u128,
    /// The most its count can be.
    pub high: u128,
}

/// Why a table cannot be attacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AttackError {
    /// A relation names a cell that is not there.
    #[error("a relation names the cell {0:?}, which is not there")]
    NoSuchCell(Place),
    /// No counts fit both the published cells and the relations: the parts do not add up.
    #[error("no counts fit the published cells and the relations at {0:?}")]
    Contradiction(Place),
}

/// The least number of counts that a reader must hold possible for a shown cell.
const SHOWN: u64 = 2;

/// Attacks released columns as a reader would who knows that parts add up to their whole.
///
/// Every cell of a relation begins with all counts that its policy allows: a rounded one with
/// those that are rounded to it, a hidden or missing one with all, a declared one with the
/// count that it shows (so that it helps the attacker, and is not itself accused). Then whole
/// and parts narrow each other until nothing changes.
///
/// A finding is a shown rounded cell of which fewer than two counts are possible, or a hidden
/// cell of a rounded column of which fewer are possible than the base, and which would so be
/// known better than if it were shown.
///
/// # Errors
///
/// - [`AttackError::NoSuchCell`] if a relation reaches beyond the columns.
/// - [`AttackError::Contradiction`] if the relations do not hold.
///
/// # Accuracy
///
/// Every finding is true. Not every weakness is found: relations are taken one by one, and
/// what follows only from several at once, as in integer programming, is not seen.
///
/// # Complexity
///
/// O(_s_ · _r_) for relations of _s_ cells in all and _r_ rounds. Rounds end with the first
/// that changes nothing, at the latest after 1,000.
pub fn attack(
    columns: &[&Released<Column>],
    relations: &[Relation],
) -> Result<Vec<Finding>, AttackError> {
    let cells: Vec<_> = columns.iter().map(|it| (it.bare(), knowledge(it.policy()))).collect();
    attack_cells(&cells, relations)
}

/// What a reader makes of the cells of a column.
#[derive(Clone, Copy)]
pub(crate) enum Knowledge {
    Rounded(Base),
    Exact,
    Nothing,
}

const fn knowledge(policy: Option<&Policy>) -> Knowledge {
    match policy {
        Some(Policy::Rounded(base)) => Knowledge::Rounded(*base),
        Some(Policy::AlreadyProtected(_)) => Knowledge::Exact,
        None => Knowledge::Nothing,
    }
}

pub(crate) fn attack_cells(
    columns: &[(&Column, Knowledge)],
    relations: &[Relation],
) -> Result<Vec<Finding>, AttackError> {
    let mut known = BTreeMap::new();
    for place in relations.iter().flat_map(Relation::places) {
        let (cell, knowledge) = columns
            .get(place.column)
            .and_then(|(column, knowledge)| Some((column.cell(place.at)?, *knowledge)))
            .ok_or(AttackError::NoSuchCell(place))?;
        known.insert(
            place,
            Known { span: begin(cell, knowledge), promise: promise(cell, knowledge) },
        );
    }
    narrow_all(&mut known, relations)?;
    let findings = known.into_iter().filter_map(|(place, known)| {
        let Span { low, high } = known.span;
        let high = high?;
        let found = high - low + 1 < u128::from(known.promise);
        found.then_some(Finding { place, low, high })
    });
    Ok(findings.collect())
}

struct Known {
    span: Span,
    promise: u64,
}

/// Possible counts, both ends included; without `high`, all from `low` on. Wider than a count,
/// so that no sum of them overflows.
#[derive(Clone, Copy, PartialEq)]
struct Span {
    low: u128,
    high: Option<u128>,
}

fn begin(cell: Cell, knowledge: Knowledge) -> Span {
    const ALL: Span = Span { low: 0, high: None };
    let Some(number) = cell.number().and_then(count) else { return ALL };
    match knowledge {
        Knowledge::Rounded(base) => {
            let (low, high) = preimage(number, base);
            Span { low: low.into(), high: Some(high.into()) }
        }
        Knowledge::Exact => Span { low: number.into(), high: Some(number.into()) },
        Knowledge::Nothing => ALL,
    }
}

fn promise(cell: Cell, knowledge: Knowledge) -> u64 {
    match (knowledge, cell.figure()) {
        (Knowledge::Rounded(base), Figure::Suppressed) => base.get(),
        (Knowledge::Rounded(_), Figure::Value(_) | Figure::Zero) => SHOWN,
        _ => 0,
    }
}

fn narrow_all(
    known: &mut BTreeMap<Place, Known>,
    relations: &[Relation],
) -> Result<(), AttackError> {
    const ROUNDS: usize = 1_000;
    for _ in 0..ROUNDS {
        let mut changed = false;
        for relation in relations {
            changed |= narrow(known, relation)?;
        }
        if !changed {
            break;
        }
    }
    Ok(())
}

/// Narrows whole and parts of one relation; whether anything changed.
fn narrow(known: &mut BTreeMap<Place, Known>, relation: &Relation) -> Result<bool, AttackError> {
    let spans: Vec<Span> = relation.parts.iter().map(|part| known[part].span).collect();
    let low: u128 = spans.iter().map(|it| it.low).sum();
    let open = spans.iter().filter(|it| it.high.is_none()).count();
    let closed: u128 = spans.iter().filter_map(|it| it.high).sum();
    let all = Span { low, high: (open == 0).then_some(closed) };
    let mut changed = meet(known, relation.whole, all)?;

    let whole = known[&relation.whole].span;
    for (place, span) in relation.parts.iter().zip(spans) {
        // What is left of the whole for this part when the others are largest or smallest.
        let others_open = open - usize::from(span.high.is_none());
        let others_high = closed - span.high.unwrap_or(0);
        let least = if others_open > 0 { 0 } else { whole.low.saturating_sub(others_high) };
        let others_low = low - span.low;
        let most = match whole.high {
            Some(high) => {
                Some(high.checked_sub(others_low).ok_or(AttackError::Contradiction(*place))?)
            }
            None => None,
        };
        changed |= meet(known, *place, Span { low: least, high: most })?;
    }
    Ok(changed)
}

fn meet(
    known: &mut BTreeMap<Place, Known>,
    place: Place,
    other: Span,
) -> Result<bool, AttackError> {
    let Some(known) = known.get_mut(&place) else { return Ok(false) };
    let span = known.span;
    let high = match (span.high, other.high) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    let met = Span { low: span.low.max(other.low), high };
    if high.is_some_and(|high| high < met.low) {
        return Err(AttackError::Contradiction(place));
    }
    known.span = met;
    Ok(met != span)
}
