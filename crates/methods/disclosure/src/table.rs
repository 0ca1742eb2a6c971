use std::collections::BTreeSet;

use crate::attack::{Knowledge, attack_cells};
use crate::ways::rounded;
use crate::{
    AttackError, Base, Column, Figure, Finding, NotACount, Nutzung, Place, Policy, Position,
    Relation, Released, Unprotected,
};

/// Why a table of columns is not released.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// A cell holds no count.
    #[error(transparent)]
    NotACount(#[from] NotACount),
    /// The relations do not fit the table.
    #[error(transparent)]
    Attack(#[from] AttackError),
    /// Everything that can be hidden is hidden, and the attacker still finds these cells.
    #[error("{} cells can be found out although all around them is hidden", .0.len())]
    Broken(Vec<Finding>),
}

/// Protects columns that add up: rounds them, attacks them, and hides what the attack needs
/// until it finds nothing.
///
/// A whole is hidden as soon as one of its parts is. Where the attack finds a cell, the wholes
/// are hidden that it is a part of, totals of columns before area units; where all of them are
/// hidden already, the cell itself; and where it is hidden too, the other parts. Choose this
/// instead of [`crate::round`] whenever columns are released together that a reader can add up.
///
/// # Units
///
/// - `columns`: counts of the same persons or things, whatever their area units.
/// - `relations`: everything that a reader knows to add up; see
///   [`Relation::areas_make_total`] and [`Relation::columns_make_whole`].
/// - returns: the columns in their order, rounded to `base`.
///
/// # Errors
///
/// - [`TableError::NotACount`] as for [`crate::round`].
/// - [`TableError::Attack`] if the relations name cells that are not there or do not hold.
/// - [`TableError::Broken`] if hiding does not help; then nothing is released.
///
/// # Accuracy
///
/// As good as [`crate::attack`], which is the judge. What is hidden is chosen greedily, and
/// is not the least that would do. Earlier releases of the same figures are not looked at.
///
/// # Complexity
///
/// One attack for each step of hiding, of which there are at most as many as cells.
pub fn protect_table(
    columns: &[Unprotected<Column>],
    relations: &[Relation],
    base: Base,
    nutzung: Nutzung,
) -> Result<Vec<Released<Column>>, TableError> {
    let mut table: Vec<Column> = columns
        .iter()
        .enumerate()
        .map(|(index, column)| rounded(column.expose(), index, base))
        .collect::<Result<_, _>>()?;
    loop {
        // Before the attack, since it also checks that every relation fits the table.
        let findings = judge(&table, relations, base)?;
        if hide_wholes_of_hidden_parts(&mut table, relations) {
            continue;
        }
        if findings.is_empty() {
            break;
        }
        let next = next_to_hide(&table, relations, &findings);
        if next.is_empty() {
            return Err(TableError::Broken(findings));
        }
        hide(&mut table, &next);
    }
    let release = |column| Released::new(column, Policy::Rounded(base), nutzung);
    Ok(table.into_iter().map(release).collect())
}

fn judge(
    table: &[Column],
    relations: &[Relation],
    base: Base,
) -> Result<Vec<Finding>, AttackError> {
    let cells: Vec<_> = table.iter().map(|column| (column, Knowledge::Rounded(base))).collect();
    attack_cells(&cells, relations)
}

/// Hides each whole with a hidden part, and what that hides in turn; whether there was one.
fn hide_wholes_of_hidden_parts(table: &mut [Column], relations: &[Relation]) -> bool {
    let mut hid_any = false;
    loop {
        let wholes = relations
            .iter()
            .filter(|it| is_shown(table, it.whole))
            .filter(|it| it.parts.iter().any(|part| is_hidden(table, *part)))
            .map(|it| it.whole);
        let wholes: BTreeSet<Place> = wholes.collect();
        if wholes.is_empty() {
            return hid_any;
        }
        hide(table, &wholes);
        hid_any = true;
    }
}

/// The shown cells whose hiding takes most from the attacker for the least loss.
fn next_to_hide(table: &[Column], relations: &[Relation], findings: &[Finding]) -> BTreeSet<Place> {
    let found: BTreeSet<Place> = findings.iter().map(|it| it.place).collect();
    let around = || relations.iter().filter(|it| it.places().any(|it| found.contains(&it)));
    let shown = |places: Vec<Place>| -> BTreeSet<Place> {
        places.into_iter().filter(|it| is_shown(table, *it)).collect()
    };
    let wholes = shown(around().map(|it| it.whole).collect());
    let totals = wholes.iter().copied().filter(|it| it.at == Position::Total).collect();
    let parts = shown(around().flat_map(Relation::places).collect());
    let choices = [totals, wholes, shown(found.iter().copied().collect()), parts];
    choices.into_iter().find(|it| !it.is_empty()).unwrap_or_default()
}

fn hide(table: &mut [Column], places: &BTreeSet<Place>) {
    for place in places {
        if let Some(column) = table.get_mut(place.column) {
            column.hide(place.at);
        }
    }
}

fn is_hidden(table: &[Column], place: Place) -> bool {
    figure(table, place) == Some(Figure::Suppressed)
}

fn is_shown(table: &[Column], place: Place) -> bool {
    matches!(figure(table, place), Some(Figure::Value(_) | Figure::Zero))
}

fn figure(table: &[Column], place: Place) -> Option<Figure> {
    Some(table.get(place.column)?.cell(place.at)?.figure())
}
