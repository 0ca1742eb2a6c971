//! Laws of joining, over released columns of all kinds of cells, and an attacker who reads all
//! that is shown.

use ankunft_atlas::composed::join::{Joining, WEIGHT, join, narrowed};
use ankunft_atlas::model::measure::{Measure, Recipe, Unit};
use ankunft_disclosure::{Audience, Cell, Column, Declaration, Figure, Nutzung, Released, admit};
use ankunft_formats::Nature;
use proptest::prelude::*;

fn cell() -> impl Strategy<Value = Cell> {
    let states = prop_oneof![
        6 => (1_u32..5000).prop_map(|it| Cell::of(f64::from(it)).expect("finite")),
        1 => Just(Cell::ZERO),
        1 => Just(Cell::SUPPRESSED),
        1 => Just(Cell::MISSING),
    ];
    (states, prop::bool::weighted(0.1)).prop_map(|(it, bad)| if bad { it.unreliable() } else { it })
}

fn column(cells: Vec<Cell>) -> Column {
    Column { cells, total: Cell::MISSING }
}

fn sum(column: &Column, at: &[usize]) -> Cell {
    narrowed(column, at).cells[0]
}

fn released(column: Column, nutzung: Nutzung) -> Released<Column> {
    let declaration = Declaration {
        rule: "5er-Rundung".to_owned(),
        office: "Statistikstelle".to_owned(),
        date: "2025-01-20".to_owned(),
    };
    admit(column, &declaration, nutzung).expect("a declaration")
}

/// Some positions of a column, and some more, none twice.
fn two_sets() -> impl Strategy<Value = (Vec<Cell>, Vec<usize>, Vec<usize>)> {
    (4_usize..12).prop_flat_map(|n| {
        let order = Just((0..n).collect::<Vec<usize>>()).prop_shuffle();
        (prop::collection::vec(cell(), n), order, 1..n - 1, 1..n).prop_map(
            |(cells, order, first, second)| {
                let second = second.min(order.len() - first);
                let (a, rest) = order.split_at(first);
                (cells, a.to_vec(), rest[..second].to_vec())
            },
        )
    })
}

proptest! {
    #[test]
    fn one_is_itself_and_order_does_not_matter((cells, a, _) in two_sets()) {
        let column = column(cells);
        for (at, cell) in column.cells.iter().enumerate() {
            prop_assert_eq!(sum(&column, &[at]), *cell);
        }
        let backwards: Vec<usize> = a.iter().rev().copied().collect();
        prop_assert_eq!(sum(&column, &a), sum(&column, &backwards));
    }

    #[test]
    fn sums_of_sums_are_sums((cells, a, b) in two_sets()) {
        let column = column(cells);
        let both = [a.as_slice(), &b].concat();
        let steps = self::column(vec![sum(&column, &a), sum(&column, &b)]);
        prop_assert_eq!(sum(&steps, &[0, 1]), sum(&column, &both));
    }

    /// Who takes the composed quarter less its parts, or two that differ by one area, finds what
    /// that area's own cell says: its number where it is shown, and nothing where it is not.
    #[test]
    fn a_difference_tells_no_more_than_the_cells((cells, a, _) in two_sets()) {
        let column = column(cells);
        for left_out in &a {
            let less: Vec<usize> = a.iter().copied().filter(|it| it != left_out).collect();
            let (whole, less) = (sum(&column, &a), sum(&column, &less));
            if let (Some(whole), Some(less)) = (whole.number(), less.number()) {
                prop_assert_eq!(column.cells[*left_out].number(), Some(whole - less));
            }
            if column.cells[*left_out].number().is_none() {
                prop_assert_eq!(whole.number(), None);
            }
        }
        let is_hidden = |it: &usize| column.cells[*it].figure() == Figure::Suppressed;
        let hides = sum(&column, &a).figure() == Figure::Suppressed;
        prop_assert_eq!(hides, a.iter().any(is_hidden));
    }

    /// A mean of shares lies between them, is hidden with any of them, and changes with no cell
    /// outside.
    #[test]
    fn a_mean_knows_its_parts_alone((cells, a, b) in two_sets(), people in prop::collection::vec(1_u32..9000, 12)) {
        let measure = Measure {
            code: "unemployment_sgb2".to_owned(),
            unit: Unit::Percent,
            nature: Nature::Stock,
            recipe: Recipe::Stored("unemployment_sgb2".to_owned()),
        };
        let people = column(people.into_iter().map(|it| Cell::of(f64::from(it)).expect("finite")).collect());
        let mean = |shares: &Column| {
            let shares = released(shares.clone(), Nutzung::Administration);
            let people = released(people.clone(), Nutzung::Public);
            let of = join((&measure, Some(Joining::Mean)), &a, |code| {
                Some(if code == WEIGHT { people.as_ref() } else { shares.as_ref() })
            });
            let of = of.expect("a mean");
            assert!(of.show(Audience::Public).is_none(), "the narrower circle of the two");
            of.show(Audience::Administration).expect("inside").cells[0]
        };
        let shares = column(cells);
        let found = mean(&shares);
        let parts: Vec<Option<f64>> = a.iter().map(|at| shares.cells[*at].number()).collect();
        match parts.into_iter().collect::<Option<Vec<f64>>>() {
            Some(parts) => {
                let value = found.number().expect("all parts are there");
                let low = parts.iter().copied().fold(f64::MAX, f64::min);
                let high = parts.iter().copied().fold(0.0, f64::max);
                prop_assert!(low - 1e-9 <= value && value <= high + 1e-9);
            }
            None => prop_assert_eq!(found.number(), None),
        }
        let mut other = shares;
        other.cells[b[0]] = Cell::SUPPRESSED;
        prop_assert_eq!(mean(&other), found);
    }
}

#[test]
fn what_does_not_follow_from_its_parts_is_not_joined() {
    let measure = Measure {
        code: "gesix".to_owned(),
        unit: Unit::Number,
        nature: Nature::Stock,
        recipe: Recipe::Stored("gesix".to_owned()),
    };
    let index = column(vec![Cell::of(1.5).expect("finite"), Cell::of(-0.5).expect("finite")]);
    let index = released(index, Nutzung::Public);
    let stored = |_: &str| Some(index.as_ref());
    assert!(join((&measure, None), &[0, 1], stored).is_none());
    let one = join((&measure, None), &[1], stored).expect("an area of its own");
    assert_eq!(one.show(Audience::Public).expect("public").cells[0].number(), Some(-0.5));
}
