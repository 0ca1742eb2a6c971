//! Rounding, sums and ratios, against values from outside and against each other.

use ankunft_disclosure::{
    Audience, Base, Bounds, Cell, Column, Figure, NotACount, Nutzung, Place, Policy, Position,
    Released, Unprotected, bounds, ratio, ratio_bounds, round, total,
};
use proptest::prelude::*;

fn counts(numbers: &[f64]) -> Column {
    let cells: Vec<_> = numbers.iter().map(|it| Cell::of(*it).expect("a number")).collect();
    let total = total(&cells);
    Column { cells, total }
}

fn released(numbers: &[f64], base: Base) -> Released<Column> {
    round(&Unprotected::new(counts(numbers)), base, Nutzung::Public).expect("counts")
}

fn shown(column: &Released<Column>) -> Vec<Option<f64>> {
    let column = column.show(Audience::Public).expect("public");
    column.cells.iter().chain([&column.total]).map(|it| it.number()).collect()
}

#[test]
fn base_five_is_what_german_offices_do() {
    // 5er-Rundung as Destatis and the Statistische Landesamt Baden-Württemberg describe it:
    // to the nearest multiple of five, at most 2 away.
    let numbers: Vec<f64> = (0..=13).map(f64::from).collect();
    let expected = [0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10, 10, 10, 15, 90].map(f64::from).map(Some);
    assert_eq!(shown(&released(&numbers, Base::Five)), expected);
}

#[test]
fn the_total_is_rounded_from_the_unrounded_total() {
    assert_eq!(shown(&released(&[7.0, 3.0, 11.0], Base::Five)), [5.0, 5.0, 10.0, 20.0].map(Some));
    assert_eq!(shown(&released(&[2.0, 2.0, 2.0], Base::Five)), [0.0, 0.0, 0.0, 5.0].map(Some));
}

#[test]
fn base_ten_rounds_five_upwards() {
    let column = released(&[0.0, 4.0, 5.0, 14.0, 15.0], Base::Ten);
    assert_eq!(shown(&column), [0.0, 0.0, 10.0, 10.0, 20.0, 40.0].map(Some));
}

#[test]
fn states_and_marks_stay_and_a_hidden_part_hides_the_total() {
    let cells =
        vec![Cell::SUPPRESSED, Cell::MISSING.unreliable(), Cell::of(1.0).unwrap().unreliable()];
    let column = Unprotected::new(Column { cells, total: Cell::of(40.0).unwrap().unreliable() });
    let column = round(&column, Base::Five, Nutzung::Public).unwrap();
    let column = column.show(Audience::Public).unwrap();
    assert_eq!(
        column.cells,
        [Cell::SUPPRESSED, Cell::MISSING.unreliable(), Cell::ZERO.unreliable()]
    );
    assert_eq!(column.total, Cell::SUPPRESSED.unreliable());
}

#[test]
fn what_is_no_count_is_refused_with_its_place() {
    for number in [-1.0, 0.5, 9_007_199_254_740_992.0, 1e300] {
        let column = |cells: Vec<Cell>, total| Unprotected::new(Column { cells, total });
        let wrong = Cell::of(number).unwrap();
        let refusal = |column| round(&column, Base::Five, Nutzung::Public).unwrap_err();
        let place = |at| NotACount { place: Place { column: 0, at } };
        assert_eq!(
            refusal(column(vec![Cell::ZERO, wrong], Cell::ZERO)),
            place(Position::Area(1)),
            "{number}"
        );
        assert_eq!(refusal(column(vec![Cell::ZERO], wrong)), place(Position::Total), "{number}");
    }
}

#[test]
fn a_hidden_part_outweighs_a_missing_one() {
    assert_eq!(total(&[Cell::MISSING, Cell::SUPPRESSED]), Cell::SUPPRESSED);
    assert_eq!(total(&[Cell::SUPPRESSED, Cell::MISSING]), Cell::SUPPRESSED);
    assert_eq!(total(&[Cell::MISSING, Cell::ZERO]), Cell::MISSING);
    assert_eq!(total(&[Cell::ZERO.unreliable(), Cell::ZERO]), Cell::ZERO.unreliable());
}

#[test]
fn ratios_know_hidden_missing_and_zero() {
    let cell = |number: f64| Cell::of(number).unwrap();
    let column = |cells: Vec<Cell>| {
        let column = Unprotected::new(Column { cells, total: cell(100.0) });
        round(&column, Base::Five, Nutzung::Public).unwrap()
    };
    let above = column(vec![cell(20.0), cell(20.0), cell(20.0), Cell::MISSING, Cell::ZERO]);
    let below = column(vec![cell(50.0), Cell::ZERO, Cell::SUPPRESSED, cell(5.0), cell(5.0)]);
    let percent = ratio(&above, &below, 100.0).unwrap();
    let percent = percent.show(Audience::Public).unwrap();
    assert_eq!(percent.cells[0].number(), Some(40.0));
    assert_eq!(percent.cells[1].figure(), Figure::Missing);
    assert_eq!(percent.cells[2].figure(), Figure::Suppressed);
    assert_eq!(percent.cells[3].figure(), Figure::Missing);
    assert_eq!(percent.cells[4].figure(), Figure::Zero);
    assert_eq!(percent.total.figure(), Figure::Suppressed, "as a part of the denominator is");
    let short = column(vec![]);
    assert!(ratio(&above, &short, 1.0).is_err());
    assert!(ratio_bounds(&short, &above, 1.0).is_err());
}

proptest! {
    #[test]
    fn the_true_count_lies_within_the_bounds(number in 0..1_000_000_u32, ten in any::<bool>()) {
        let base = if ten { Base::Ten } else { Base::Five };
        let column = released(&[f64::from(number)], base);
        let cell = column.show(Audience::Public).expect("public").cells[0];
        let Bounds { low, high } = bounds(cell, &Policy::Rounded(base)).expect("rounded");
        prop_assert!((low..=high).contains(&f64::from(number)));
        let width = if ten { 10.0 } else { 5.0 };
        prop_assert!(high - low < width);
        // And no narrower: both ends are rounded to the same cell.
        for end in [low, high] {
            prop_assert_eq!(shown(&released(&[end], base))[0], cell.number());
        }
    }

    #[test]
    fn the_true_ratio_lies_within_its_bounds(part in 0..2_000_u32, rest in 0..2_000_u32) {
        let (part, whole) = (f64::from(part), f64::from(part + rest));
        let (above, below) = (released(&[part], Base::Five), released(&[whole], Base::Five));
        let bands = ratio_bounds(&above, &below, 100.0).expect("as long as each other");
        if let Some(band) = bands.show(Audience::Public).expect("public")[0] {
            let true_ratio = part / whole * 100.0;
            prop_assert!(band.low <= true_ratio && true_ratio <= band.high, "{true_ratio} {band:?}");
        }
    }

    #[test]
    fn a_sum_is_the_same_in_any_order(mut numbers in prop::collection::vec(-1e12..1e12, 0..30)) {
        let sum = |numbers: &[f64]| {
            total(&numbers.iter().filter_map(|it| Cell::of(*it)).collect::<Vec<_>>())
        };
        let forward = sum(&numbers);
        numbers.reverse();
        prop_assert_eq!(forward, sum(&numbers));
    }
}
