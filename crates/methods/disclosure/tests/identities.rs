//! What adds up is found, and nothing else.

use ankunft_disclosure::{Cell, Column, Identities, Identity, Unprotected, identities, total};
use proptest::prelude::*;

fn column(numbers: &[u32]) -> Unprotected<Column> {
    let cells: Vec<_> =
        numbers.iter().map(|it| Cell::of(f64::from(*it)).expect("a number")).collect();
    let total = total(&cells);
    Unprotected::new(Column { cells, total })
}

fn sum(columns: &[&Vec<u32>]) -> Vec<u32> {
    (0..columns[0].len()).map(|row| columns.iter().map(|it| it[row]).sum()).collect()
}

#[test]
fn one_population_divided_in_two_ways() {
    let germans = vec![70, 200, 39, 12, 5, 81, 44];
    let foreigners = vec![30, 50, 1, 9, 16, 3, 8];
    let population = sum(&[&germans, &foreigners]);
    let young = vec![20, 31, 9, 2, 4, 50, 11];
    let old: Vec<u32> = population.iter().zip(&young).map(|(all, young)| all - young).collect();
    let all = [population, germans, foreigners, young, old].map(|it| column(&it));
    let expected = [vec![1, 2], vec![3, 4]].map(|parts| Identity { whole: 0, parts });
    assert_eq!(identities(&all).found, expected);
}

#[test]
fn a_row_without_a_number_and_a_column_of_fractions_do_not_hide_what_adds_up() {
    let mut population = column(&[11, 22, 33, 45, 70]).expose().clone();
    population.cells[3] = Cell::SUPPRESSED;
    let mut share = column(&[1, 2, 3, 4, 5]).expose().clone();
    share.cells[0] = Cell::of(12.5).expect("a number");
    let all = [
        column(&[10, 2, 3, 40, 7]),
        Unprotected::new(share),
        Unprotected::new(population),
        column(&[1, 20, 30, 9, 63]),
    ];
    assert_eq!(identities(&all).found, [Identity { whole: 2, parts: vec![0, 3] }]);
    assert_eq!(identities(&[]), Identities::default());
}

/// The column with numbers in some rows alone.
fn in_rows(column: &Unprotected<Column>, has: impl Fn(usize) -> bool) -> Unprotected<Column> {
    let mut column = column.expose().clone();
    for (_, cell) in column.cells.iter_mut().enumerate().filter(|it| !has(it.0)) {
        *cell = Cell::MISSING;
    }
    Unprotected::new(column)
}

/// Numbers that are as good as drawn, the same every time.
fn drawn(seed: u32, rows: u32, below: u32) -> Vec<u32> {
    let one = |row: u32| {
        let mixed = (row + 1 + 1000 * seed).wrapping_mul(2_654_435_761);
        (mixed ^ mixed >> 15).wrapping_mul(2_246_822_519) >> 8
    };
    (0..rows).map(|row| one(row) % below).collect()
}

#[test]
fn a_column_with_few_numbers_or_none_does_not_hide_what_the_others_add_up_to() {
    let (germans, foreigners) = (drawn(1, 40, 900), drawn(2, 40, 90));
    let population = column(&sum(&[&germans, &foreigners]));
    let (germans, foreigners) = (column(&germans), column(&foreigners));
    let other = column(&drawn(3, 40, 500));
    let expected = [Identity { whole: 0, parts: vec![1, 2] }];
    for few in [0, 1, 3] {
        let sparse = in_rows(&other, |row| row < few);
        let all = [population.clone(), germans.clone(), foreigners.clone(), sparse];
        let found = identities(&all);
        assert_eq!((found.found.as_slice(), found.unseen.as_slice()), (&expected[..], &[3][..]));
    }
}

#[test]
fn a_part_that_few_rows_have_is_found_in_the_rows_that_it_has() {
    let (germans, foreigners) = (drawn(1, 40, 900), drawn(2, 40, 90));
    let population = column(&sum(&[&germans, &foreigners]));
    let sparse = in_rows(&column(&foreigners), |row| row % 7 == 0);
    let late = in_rows(&column(&drawn(4, 40, 90)), |row| row > 35);
    let found = identities(&[population, column(&germans), sparse, late]);
    assert_eq!(found.found, [Identity { whole: 0, parts: vec![1, 2] }]);
}

#[test]
fn many_parts_with_gaps_in_other_rows_each_make_their_whole() {
    let ages: Vec<Vec<u32>> = (0..8).map(|age| drawn(age, 90, 400)).collect();
    let population = sum(&ages.iter().collect::<Vec<_>>());
    let mut all: Vec<_> = ages.iter().map(|it| column(it)).collect();
    for (at, it) in all.iter_mut().enumerate() {
        *it = in_rows(it, |row| row % 17 != at);
    }
    all.push(column(&population));
    // A column that half of the rows have, and one for the other half.
    all.extend([0, 1].map(|half| in_rows(&column(&drawn(20, 90, 400)), |row| row % 2 == half)));
    assert_eq!(identities(&all).found, [Identity { whole: 8, parts: (0..8).collect() }]);
}

#[test]
fn small_numbers_in_few_rows_do_not_add_up_by_chance() {
    let columns: Vec<_> = (0..30)
        .map(|it| in_rows(&column(&drawn(it, 60, 3)), |row| row % 10 == it as usize % 10))
        .collect();
    assert_eq!(identities(&columns).found, []);
    // Nor where two rows alone have all three.
    let [one, other, whole] = [[1, 2, 9, 9], [4, 4, 9, 9], [5, 6, 1, 1]].map(|it| column(&it));
    assert_eq!(identities(&[one, other, in_rows(&whole, |row| row < 2)]).found, []);
}

proptest! {
    #[test]
    fn a_planted_sum_is_found_and_every_identity_holds(
        parts in prop::collection::vec(prop::collection::vec(0_u32..5_000, 30), 2..7),
        other in prop::collection::vec(0_u32..5_000, 30),
    ) {
        let whole = sum(&parts.iter().collect::<Vec<_>>());
        let mut numbers = parts.clone();
        numbers.push(other);
        numbers.push(whole);
        let columns: Vec<_> = numbers.iter().map(|it| column(it)).collect();
        let found = identities(&columns).found;
        let planted = Identity { whole: parts.len() + 1, parts: (0..parts.len()).collect() };
        prop_assert_eq!(&found, &[planted]);
        for it in found {
            let parts: Vec<_> = it.parts.iter().map(|at| &numbers[*at]).collect();
            prop_assert_eq!(&numbers[it.whole], &sum(&parts));
        }
    }
}
