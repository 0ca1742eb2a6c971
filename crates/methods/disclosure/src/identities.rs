use std::collections::{BTreeMap, BTreeSet};

use crate::{Column, Unprotected};

mod basis;
mod shared;

use basis::{Basis, PRIME};
use shared::{Counts, Table, evidence, sums_of_two, tables, unseen};

/// That columns add up to another in every area unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// The index of the column that is the sum.
    pub whole: usize,
    /// The indices of its parts, in their order.
    pub parts: Vec<usize>,
}

/// Which columns add up, and which could not be looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identities {
    /// What adds up, sorted.
    pub found: Vec<Identity>,
    /// The indices of the columns of counts that have no number, or share too few rows with
    /// another column to be looked at together with it. Sums with them may be missed.
    pub unseen: Vec<usize>,
}

/// Finds which columns add up to another in every area unit, without being told.
///
/// Whoever reads a table sees that Germans and foreigners make the population. Choose this
/// before [`crate::protect_table`] wherever nobody has written down what adds up: an identity
/// that is not named is one that the attack does not use.
///
/// # Units
///
/// - `columns`: the same rows in the same order for all of them. The more rows, the fewer
///   identities that hold by chance; periods may be put one below the other.
/// - totals are not looked at. Columns that hold something else than counts are left out. A row
///   in which some columns have no number still counts for the others.
///
/// # Accuracy
///
/// Every identity holds exactly in all rows in which its columns have numbers. A whole of wholes
/// is given with its smallest parts. Not found is what needs a factor or a difference, and two
/// ways to divide something whose whole is no column. With fewer rows than columns some are missed.
///
/// Where columns have gaps, those are looked at together that share more rows than they are
/// columns, and a sum of _k_ parts must show in more than _k_ rows with a whole that is not zero.
/// Sums of two are looked for in whatever rows three columns share, and must be a hundred times
/// surer than all such sums together are likely by chance.
///
/// # Complexity
///
/// O(_n_³ + _n_² · _r_) for _n_ columns of _r_ rows: elimination over the integers modulo
/// 2⁶¹ − 1 in at most 32 tables, and sums of two until the first row in which they do not hold.
///
/// # Examples
///
/// ```
/// use ankunft_disclosure::{Cell, Column, Identity, Unprotected, identities, total};
///
/// let column = |numbers: [f64; 3]| {
///     let cells: Vec<_> = numbers.into_iter().filter_map(Cell::of).collect();
///     let total = total(&cells);
///     Unprotected::new(Column { cells, total })
/// };
/// let population = column([100.0, 250.0, 40.0]);
/// let germans = column([70.0, 200.0, 39.0]);
/// let foreigners = column([30.0, 50.0, 1.0]);
/// let found = identities(&[population.clone(), germans.clone(), foreigners]);
/// assert_eq!(found.found, [Identity { whole: 0, parts: vec![1, 2] }]);
/// // Without one of the parts there is nothing that adds up.
/// assert_eq!(identities(&[population, germans]).found, []);
/// ```
#[must_use]
pub fn identities(columns: &[Unprotected<Column>]) -> Identities {
    let counts = Counts::of(columns);
    let tables = tables(&counts);
    let mut found: BTreeSet<Identity> =
        tables.iter().flat_map(|table| within(table, &counts)).collect();
    found.extend(sums_of_two(&counts).into_iter().map(|(whole, parts)| Identity {
        whole: counts[whole].column,
        parts: parts.map(|it| counts[it].column).to_vec(),
    }));
    Identities { found: found.into_iter().collect(), unseen: unseen(&counts, &tables) }
}

/// What adds up in a table, and in all other rows that its columns share.
fn within(table: &Table, counts: &[Counts]) -> Vec<Identity> {
    let numbers = |place: &usize| (*place, counts[*place].numbers(&table.rows));
    let mut members: Vec<(usize, Vec<u64>)> = table.members.iter().map(numbers).collect();
    // Parts before wholes, so that a whole is what depends.
    members.sort_by_key(|(place, it)| (it.iter().map(|it| u128::from(*it)).sum::<u128>(), *place));
    let mut basis = Basis::default();
    let mut found: Vec<Identity> = Vec::new();
    let mut divided: Vec<(usize, Signed)> = Vec::new();
    for (place, numbers) in members {
        let Some(combination) = basis.express(place, &numbers) else { continue };
        match Signed::of(&combination) {
            Some(signed) if signed.minus.is_empty() && !signed.plus.is_empty() => {
                found.push(Identity { whole: place, parts: signed.plus });
            }
            Some(signed) => divided.push((place, signed)),
            None => {}
        }
    }
    found.extend(second_divisions(&found, divided));
    found.retain(|it| stands(it, counts));
    let named = |it: Identity| Identity {
        whole: counts[it.whole].column,
        parts: it.parts.into_iter().map(|it| counts[it].column).collect(),
    };
    found.into_iter().map(named).collect()
}

/// Whether a sum holds in all rows that its columns share and, if these are not all rows, in
/// enough of them.
fn stands(identity: &Identity, counts: &[Counts]) -> bool {
    let whole = &counts[identity.whole];
    let parts: Vec<&Counts> = identity.parts.iter().map(|it| &counts[*it]).collect();
    let has_all = whole.is_full() && parts.iter().all(|it| it.is_full());
    evidence(whole, &parts, whole.rows()).is_some_and(|it| has_all || it.rows > parts.len())
}

/// Where a part is what others leave of a known whole, it and those others make that whole.
fn second_divisions(known: &[Identity], divided: Vec<(usize, Signed)>) -> Vec<Identity> {
    let one = |(column, signed): (usize, Signed)| {
        let whole = known.iter().find(|it| it.parts == signed.plus)?.whole;
        let mut parts = signed.minus;
        parts.push(column);
        parts.sort_unstable();
        Some(Identity { whole, parts })
    };
    divided.into_iter().filter_map(one).collect()
}

/// What a column is made of, if each other column goes into it once, added or taken away.
struct Signed {
    plus: Vec<usize>,
    minus: Vec<usize>,
}

impl Signed {
    fn of(combination: &BTreeMap<usize, u64>) -> Option<Self> {
        let (mut plus, mut minus) = (Vec::new(), Vec::new());
        for (column, factor) in combination {
            match *factor {
                0 => {}
                1 => plus.push(*column),
                it if it == PRIME - 1 => minus.push(*column),
                _ => return None,
            }
        }
        Some(Self { plus, minus })
    }
}
