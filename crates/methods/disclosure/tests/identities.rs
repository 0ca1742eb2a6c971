//! What adds up is found, and nothing else.

use ankunft_disclosure::{Cell, Column, Identity, Unprotected, identities, total};
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
    assert_eq!(identities(&all), expected);
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
    assert_eq!(identities(&all), [Identity { whole: 2, parts: vec![0, 3] }]);
    assert_eq!(identities(&[]), []);
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
        let found = identities(&columns);
        let planted = Identity { whole: parts.len() + 1, parts: (0..parts.len()).collect() };
        prop_assert_eq!(&found, &[planted]);
        for it in found {
            let parts: Vec<_> = it.parts.iter().map(|at| &numbers[*at]).collect();
            prop_assert_eq!(&numbers[it.whole], &sum(&parts));
        }
    }
}
