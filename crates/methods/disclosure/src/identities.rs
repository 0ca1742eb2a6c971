use std::collections::BTreeMap;

use crate::ways::count;
use crate::{Column, Unprotected};

/// That columns add up to another in every area unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The index of the column that is the sum.
    pub whole: usize,
    /// The indices of its parts, in their order.
    pub parts: Vec<usize>,
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
/// - totals are not looked at. Rows in which a column shows no number are left out, and so are
///   columns that hold something else than counts.
///
/// # Accuracy
///
/// Every identity holds exactly in all rows. A whole of wholes is given with its smallest
/// parts. Not found is what needs a factor or a difference, and two ways to divide something
/// whose whole is no column. With fewer rows than columns some are missed.
///
/// # Complexity
///
/// O(_n_² · _r_) for _n_ columns of _r_ rows: elimination over the integers modulo 2⁶¹ − 1.
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
/// assert_eq!(found, [Identity { whole: 0, parts: vec![1, 2] }]);
/// // Without one of the parts there is nothing that adds up.
/// assert_eq!(identities(&[population, germans]), []);
/// ```
#[must_use]
pub fn identities(columns: &[Unprotected<Column>]) -> Vec<Identity> {
    let counts = counts(columns);
    let mut order: Vec<usize> = (0..counts.len()).collect();
    // Parts before wholes, so that a whole is what depends.
    order.sort_by_key(|it| (counts[*it].1.iter().map(|it| u128::from(*it)).sum::<u128>(), *it));
    let mut basis = Basis::default();
    let mut found: Vec<Identity> = Vec::new();
    let mut divided: Vec<(usize, Signed)> = Vec::new();
    for index in order {
        let (column, numbers) = &counts[index];
        let Some(combination) = basis.express(*column, numbers) else { continue };
        match Signed::of(&combination) {
            Some(signed) if signed.minus.is_empty() && !signed.plus.is_empty() => {
                found.push(Identity { whole: *column, parts: signed.plus });
            }
            Some(signed) => divided.push((*column, signed)),
            None => {}
        }
    }
    found.extend(second_divisions(&found, divided));
    found.sort_by(|one, other| (one.whole, &one.parts).cmp(&(other.whole, &other.parts)));
    found
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

/// The columns of counts, each with its index and the numbers of the rows that all of them have.
fn counts(columns: &[Unprotected<Column>]) -> Vec<(usize, Vec<u64>)> {
    type Row = Vec<Option<u64>>;
    let read = |column: &Column| -> Option<Row> {
        let cell = |it: &crate::Cell| match it.number() {
            Some(number) => count(number).map(Some),
            None => Some(None),
        };
        column.cells.iter().map(cell).collect()
    };
    let read: Vec<(usize, Row)> = columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| Some((index, read(column.expose())?)))
        .collect();
    let rows = read.iter().map(|(_, cells)| cells.len()).min().unwrap_or(0);
    let whole: Vec<usize> =
        (0..rows).filter(|row| read.iter().all(|(_, cells)| cells[*row].is_some())).collect();
    let of = |cells: &Row| whole.iter().filter_map(|row| cells[*row]).collect();
    read.iter().map(|(index, cells)| (*index, of(cells))).collect()
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

/// Independent columns, each reduced by those before it, and what it was made from.
#[derive(Default)]
struct Basis(Vec<Reduced>);

struct Reduced {
    pivot: usize,
    numbers: Vec<u64>,
    made_of: BTreeMap<usize, u64>,
}

impl Basis {
    /// The combination of earlier columns that gives this one; a column that no combination
    /// gives is taken into the basis.
    fn express(&mut self, column: usize, numbers: &[u64]) -> Option<BTreeMap<usize, u64>> {
        let mut rest: Vec<u64> = numbers.iter().map(|it| it % PRIME).collect();
        let mut combination: BTreeMap<usize, u64> = BTreeMap::new();
        for known in &self.0 {
            let factor = rest[known.pivot];
            if factor == 0 {
                continue;
            }
            for (rest, number) in rest.iter_mut().zip(&known.numbers) {
                *rest = subtract(*rest, multiply(factor, *number));
            }
            for (column, part) in &known.made_of {
                let sum = combination.entry(*column).or_insert(0);
                *sum = add(*sum, multiply(factor, *part));
            }
        }
        let Some(pivot) = rest.iter().position(|it| *it != 0) else { return Some(combination) };
        let scale = inverse(rest[pivot]);
        let mut made_of: BTreeMap<usize, u64> = combination
            .into_iter()
            .map(|(column, part)| (column, multiply(scale, subtract(0, part))))
            .collect();
        made_of.insert(column, scale);
        let numbers = rest.into_iter().map(|it| multiply(it, scale)).collect();
        self.0.push(Reduced { pivot, numbers, made_of });
        None
    }
}

/// Larger than every count, so that no two counts are alike modulo it.
const PRIME: u64 = (1 << 61) - 1;

const fn add(one: u64, other: u64) -> u64 {
    (one + other) % PRIME
}

const fn subtract(one: u64, other: u64) -> u64 {
    (one + PRIME - other) % PRIME
}

#[expect(clippy::cast_possible_truncation, reason = "the remainder is below the prime")]
const fn multiply(one: u64, other: u64) -> u64 {
    (one as u128 * other as u128 % PRIME as u128) as u64
}

/// By Fermat: the power that is one less than the prime gives one.
const fn inverse(number: u64) -> u64 {
    let (mut result, mut power, mut exponent) = (1, number, PRIME - 2);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = multiply(result, power);
        }
        power = multiply(power, power);
        exponent >>= 1;
    }
    result
}
