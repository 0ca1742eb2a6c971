//! The attacker judges the protector.

use ankunft_disclosure::{
    AttackError, Audience, Base, Cell, Column, Declaration, Figure, Finding, Nutzung, Place,
    Position, Relation, Released, TableError, Unprotected, admit, attack, protect_table, round,
    total,
};
use proptest::prelude::*;

fn column(numbers: &[u32]) -> Column {
    let cells: Vec<_> =
        numbers.iter().map(|it| Cell::of(f64::from(*it)).expect("a number")).collect();
    let total = total(&cells);
    Column { cells, total }
}

fn rounded(numbers: &[u32]) -> Released<Column> {
    round(&Unprotected::new(column(numbers)), Base::Five, Nutzung::Public).expect("counts")
}

fn place(column: usize, at: Position) -> Place {
    Place { column, at }
}

/// Groups by area units: the last column is the whole of the others, and all areas make the
/// total of each column.
fn relations(groups: usize, areas: usize) -> Vec<Relation> {
    let parts: Vec<_> = (0..groups).collect();
    let mut all = Relation::columns_make_whole(groups, &parts, areas);
    all.extend((0..=groups).map(|column| Relation::areas_make_total(column, areas)));
    all
}

fn with_whole(groups: &[Vec<u32>]) -> Vec<Column> {
    let whole: Vec<u32> =
        (0..groups[0].len()).map(|area| groups.iter().map(|it| it[area]).sum()).collect();
    groups.iter().chain([&whole]).map(|it| column(it)).collect()
}

#[test]
fn parts_that_are_all_rounded_down_are_found_out() {
    // The total of 28 is shown as 30, so it is 28 at least; four parts shown as 5 are 7 at most.
    let column = rounded(&[7, 7, 7, 7]);
    let findings = attack(&[&column], &[Relation::areas_make_total(0, 4)]).unwrap();
    let finding = |at, count| Finding { place: place(0, at), low: count, high: count };
    let mut expected: Vec<_> = (0..4).map(|index| finding(Position::Area(index), 7)).collect();
    expected.push(finding(Position::Total, 28));
    assert_eq!(findings, expected);
}

#[test]
fn a_figure_that_an_office_published_exactly_helps_the_attacker() {
    let declaration = Declaration {
        rule: "keine".to_owned(),
        office: "Statistikstelle".to_owned(),
        date: "2026-01-31".to_owned(),
    };
    let whole = admit(column(&[4]), &declaration, Nutzung::Public).unwrap();
    let (women, men) = (rounded(&[2]), rounded(&[2]));
    let relations = Relation::columns_make_whole(2, &[0, 1], 1);
    let findings = attack(&[&women, &men, &whole], &relations).unwrap();
    let found: Vec<_> = findings.iter().map(|it| (it.place.column, it.low, it.high)).collect();
    assert_eq!(found, [(0, 2, 2), (0, 2, 2), (1, 2, 2), (1, 2, 2)], "0 and 0 of 4 are 2 and 2");
}

#[test]
fn a_hidden_cell_that_is_left_over_is_found() {
    let mut some = column(&[0, 40, 60]);
    some.cells[0] = Cell::SUPPRESSED;
    let column = round(&Unprotected::new(some.clone()), Base::Five, Nutzung::Public).unwrap();
    let areas = [Relation::areas_make_total(0, 3)];
    assert_eq!(attack(&[&column], &areas), Ok(vec![]), "the total is hidden with it");

    // The same areas again as one area of another geography, whose total is shown.
    let across = Relation {
        whole: place(1, Position::Area(0)),
        parts: (0..3).map(|index| place(0, Position::Area(index))).collect(),
    };
    let columns = [some, self::column(&[100])].map(Unprotected::new);
    let table = protect_table(&columns, &[across], Base::Five, Nutzung::Public).unwrap();
    let hidden = |it: &Released<Column>| it.show(Audience::Public).unwrap().cells[0].figure();
    assert_eq!(table.iter().map(hidden).collect::<Vec<_>>(), [Figure::Suppressed; 2]);
}

#[test]
fn relations_that_do_not_fit_are_refused() {
    let beyond = attack(&[&rounded(&[1])], &[Relation::areas_make_total(0, 2)]);
    let missing = place(0, Position::Area(1));
    assert_eq!(beyond, Err(AttackError::NoSuchCell(missing)));

    let wrong = Column { total: Cell::of(90.0).unwrap(), ..column(&[10, 20]) };
    let table = [Unprotected::new(wrong)];
    let areas = [Relation::areas_make_total(0, 2)];
    let refused = protect_table(&table, &areas, Base::Five, Nutzung::Public);
    assert!(matches!(refused, Err(TableError::Attack(AttackError::Contradiction(_)))));
}

#[test]
fn the_whole_is_hidden_before_its_parts() {
    let groups = vec![vec![2], vec![2], vec![2], vec![2]];
    let table: Vec<_> = with_whole(&groups).into_iter().map(Unprotected::new).collect();
    let columns = Relation::columns_make_whole(4, &[0, 1, 2, 3], 1);
    let table = protect_table(&table, &columns, Base::Five, Nutzung::Public).unwrap();
    let (whole, parts) = table.split_last().unwrap();
    for column in parts {
        assert_eq!(column.show(Audience::Public).unwrap().cells, [Cell::ZERO]);
    }
    assert_eq!(
        whole.show(Audience::Public).unwrap().cells,
        [Cell::SUPPRESSED],
        "four times 0 of 10"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_protected_table_withstands_the_attack(groups in groups(), ten in any::<bool>()) {
        let base = if ten { Base::Ten } else { Base::Five };
        let (count, areas) = (groups.len(), groups[0].len());
        let truth = with_whole(&groups);
        let table: Vec<_> = truth.iter().cloned().map(Unprotected::new).collect();
        let relations = relations(count, areas);
        let protected = protect_table(&table, &relations, base, Nutzung::Public)
            .expect("hiding always helps where nothing is known exactly");
        let columns: Vec<_> = protected.iter().collect();
        prop_assert_eq!(attack(&columns, &relations), Ok(vec![]));

        // What is shown is rounded as if it stood alone, and a hidden part hides its whole.
        for (protected, truth) in protected.iter().zip(&truth) {
            let alone = round(&Unprotected::new(truth.clone()), base, Nutzung::Public).expect("counts");
            let (shown, alone) = (protected.show(Audience::Public).expect("public"), alone.show(Audience::Public).expect("public"));
            for (cell, alone) in shown.cells.iter().chain([&shown.total]).zip(alone.cells.iter().chain([&alone.total])) {
                prop_assert!(cell == alone || *cell == Cell::SUPPRESSED);
            }
        }
        let cell = |it: Place| protected[it.column].show(Audience::Public).expect("public").cell(it.at);
        for relation in &relations {
            if relation.parts.iter().any(|it| cell(*it) == Some(Cell::SUPPRESSED)) {
                prop_assert_eq!(cell(relation.whole), Some(Cell::SUPPRESSED));
            }
        }
    }

    #[test]
    fn the_attacker_never_errs(groups in groups()) {
        let truth = with_whole(&groups);
        let released: Vec<_> = truth
            .iter()
            .map(|it| round(&Unprotected::new(it.clone()), Base::Five, Nutzung::Public).expect("counts"))
            .collect();
        let columns: Vec<_> = released.iter().collect();
        let findings = attack(&columns, &relations(groups.len(), groups[0].len())).expect("they add up");
        for Finding { place, low, high } in findings {
            let number = truth[place.column].cell(place.at).and_then(Cell::number).expect("a count");
            prop_assert!((low as f64..=high as f64).contains(&number));
        }
    }
}

/// One to five groups in one to eight area units; small counts, since those are in danger.
fn groups() -> impl Strategy<Value = Vec<Vec<u32>>> {
    (1..=5_usize, 1..=8_usize).prop_flat_map(|(groups, areas)| {
        let count = prop_oneof![3 => Just(2_u32), 2 => 0..12_u32, 1 => 0..500_u32];
        prop::collection::vec(prop::collection::vec(count, areas), groups)
    })
}
