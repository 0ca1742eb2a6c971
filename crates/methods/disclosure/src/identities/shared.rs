use std::collections::BTreeSet;

use crate::ways::count;
use crate::{Column, Unprotected};

/// So many tables of columns are looked at.
const TABLES: usize = 32;

/// The binary places by which a sum that few rows show must be surer than all guesses together.
const SURE: u32 = 7;

/// A set of rows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rows(Vec<u64>);

impl Rows {
    fn of(cells: &[Option<u64>]) -> Self {
        let word = |cells: &[Option<u64>]| {
            cells.iter().rev().fold(0, |word, it| word << 1 | u64::from(it.is_some()))
        };
        Self(cells.chunks(64).map(word).collect())
    }

    fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, other)| one & other).collect())
    }

    fn len(&self) -> usize {
        self.0.iter().map(|it| it.count_ones() as usize).sum()
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        let bits = |(at, word): (usize, &u64)| {
            let word = *word;
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        };
        self.0.iter().enumerate().flat_map(bits)
    }
}

/// A column of counts.
pub(super) struct Counts {
    /// Its index among all columns.
    pub(super) column: usize,
    cells: Vec<Option<u64>>,
    rows: Rows,
}

impl Counts {
    /// The columns of counts among all columns, in the rows in which one of them has a number.
    pub(super) fn of(columns: &[Unprotected<Column>]) -> Vec<Self> {
        let read = |(column, it): (usize, &Unprotected<Column>)| {
            let cell = |it: &crate::Cell| match it.number() {
                Some(number) => count(number).map(Some),
                None => Some(None),
            };
            let cells: Option<Vec<Option<u64>>> = it.expose().cells.iter().map(cell).collect();
            Some((column, cells?))
        };
        let read: Vec<_> = columns.iter().enumerate().filter_map(read).collect();
        let length = read.iter().map(|(_, cells)| cells.len()).min().unwrap_or(0);
        let any = |row: &usize| read.iter().any(|(_, cells)| cells[*row].is_some());
        let kept: Vec<usize> = (0..length).filter(any).collect();
        let one = |(column, cells): &(usize, Vec<Option<u64>>)| {
            let cells: Vec<Option<u64>> = kept.iter().map(|row| cells[*row]).collect();
            let rows = Rows::of(&cells);
            Self { column: *column, cells, rows }
        };
        read.iter().map(one).collect()
    }

    pub(super) const fn rows(&self) -> &Rows {
        &self.rows
    }

    /// Whether it has a number in every row.
    pub(super) fn is_full(&self) -> bool {
        self.rows.len() == self.cells.len()
    }

    /// Its numbers in rows that it has.
    pub(super) fn numbers(&self, rows: &Rows) -> Vec<u64> {
        rows.iter().filter_map(|row| self.cells[row]).collect()
    }
}

/// Columns that are looked at together, and the rows that all of them have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Table {
    /// Places among the columns of counts.
    pub(super) members: Vec<usize>,
    pub(super) rows: Rows,
}

/// Which columns are looked at together: for the rows of each column, those that have most of
/// them, and those that leave enough of them.
pub(super) fn tables(counts: &[Counts]) -> Vec<Table> {
    let mut seeds: Vec<&Rows> = counts.iter().map(|it| &it.rows).collect();
    seeds.sort_by_key(|it| (std::cmp::Reverse(it.len()), *it));
    seeds.dedup();
    let all = counts.first().map_or(0, |it| it.cells.len());
    let mut tables: Vec<Table> = Vec::new();
    let most = seeds.iter().map(|it| (*it, it.len().div_ceil(2)));
    for (seed, floor) in most.chain(seeds.iter().map(|it| (*it, 0))) {
        let table = table(counts, seed, floor);
        // With no more rows than columns, what some rows show adds up by chance.
        let is_sure = table.rows.len() == all || table.rows.len() > table.members.len();
        if is_sure && table.members.len() > 1 && !tables.contains(&table) && tables.len() < TABLES {
            tables.push(table);
        }
    }
    tables
}

/// The columns that share rows with these, so that at least so many rows are left.
fn table(counts: &[Counts], seed: &Rows, floor: usize) -> Table {
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|it| std::cmp::Reverse(counts[*it].rows.and(seed).len()));
    let mut table = Table { members: Vec::new(), rows: seed.clone() };
    for member in order {
        let shared = table.rows.and(&counts[member].rows);
        let left = shared.len();
        let is_enough = left == table.rows.len() || left >= floor.max(table.members.len() + 2);
        if left > 0 && is_enough {
            table.members.push(member);
            table.rows = shared;
        }
    }
    table.members.sort_unstable();
    table
}

/// What the rows say in which a whole and all its parts have numbers.
#[derive(Default)]
pub(super) struct Evidence {
    /// In how many of them the whole is not zero.
    pub(super) rows: usize,
    /// Against how many guesses of the parts they speak, in binary places.
    bits: u32,
}

/// What speaks for a sum; none if it does not hold in a row.
pub(super) fn evidence(whole: &Counts, parts: &[&Counts], rows: &Rows) -> Option<Evidence> {
    let mut evidence = Evidence::default();
    for row in rows.iter() {
        let Some(number) = whole.cells[row] else { continue };
        let parts: Option<Vec<u64>> = parts.iter().map(|it| it.cells[row]).collect();
        let Some(parts) = parts else { continue };
        if u128::from(number) != parts.iter().map(|it| u128::from(*it)).sum() {
            return None;
        }
        evidence.rows += usize::from(number > 0);
        let least = parts.into_iter().min().unwrap_or(0);
        evidence.bits = evidence.bits.saturating_add(least.saturating_add(1).ilog2());
    }
    Some(evidence)
}

/// The sums of two columns that the rows show which they share, where these are not all rows:
/// place of the whole, and of its parts.
pub(super) fn sums_of_two(counts: &[Counts]) -> Vec<(usize, [usize; 2])> {
    let guesses = 3 * counts.len().max(1).ilog2();
    let full: Vec<bool> = counts.iter().map(Counts::is_full).collect();
    let mut sums = Vec::new();
    for one in 0..counts.len() {
        for other in one + 1..counts.len() {
            let rows = counts[one].rows.and(&counts[other].rows);
            if rows.len() == 0 {
                continue;
            }
            let parts = [&counts[one], &counts[other]];
            for sum in (0..counts.len()).filter(|it| *it != one && *it != other) {
                if full[one] && full[other] && full[sum] {
                    continue;
                }
                let found = evidence(&counts[sum], &parts, &rows);
                if found.is_some_and(|it| it.bits >= guesses + SURE) {
                    sums.push((sum, [one, other]));
                }
            }
        }
    }
    sums
}

/// The columns that were not looked at with every other that has numbers where they have: of
/// two, the one with fewer. And the columns without numbers.
pub(super) fn unseen(counts: &[Counts], tables: &[Table]) -> Vec<usize> {
    let mut unseen: BTreeSet<usize> = BTreeSet::new();
    for (place, one) in counts.iter().enumerate() {
        if one.rows.len() == 0 {
            unseen.insert(one.column);
        }
        for (later, other) in counts.iter().enumerate().skip(place + 1) {
            let both = |it: &Table| it.members.contains(&place) && it.members.contains(&later);
            if one.rows.and(&other.rows).len() > 0 && !tables.iter().any(both) {
                let fewer = if one.rows.len() < other.rows.len() { one } else { other };
                unseen.insert(fewer.column);
            }
        }
    }
    unseen.into_iter().collect()
}
