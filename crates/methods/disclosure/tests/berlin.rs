//! A real table: residents by age in Berlin's planning areas.

#![expect(clippy::disallowed_methods, reason = "reads reference data")]

use std::path::{Path, PathBuf};

use ankunft_disclosure::{
    Audience, Base, Cell, Column, Nutzung, Relation, Released, Unprotected, attack, protect_table,
    round, total,
};

#[test]
fn berlin_withstands_once_it_is_protected_as_a_table() {
    let Some(table) = read("berlin-lor-population-2015-01-t2-planning-areas.csv") else {
        eprintln!("skipped: no reference data");
        return;
    };
    let ages = ["below_6", "6_15", "15_18", "18_27", "27_45", "45_55", "55_65", "above_65"];
    let names = ages.map(|age| format!("inhabitants_age_{age}"));
    let names = names.iter().map(String::as_str).chain(["inhabitants"]);
    let columns: Vec<_> = names.map(|it| Unprotected::new(column(&table, it))).collect();
    let areas = columns[0].expose().cells.len();
    let groups: Vec<_> = (0..ages.len()).collect();
    let mut relations = Relation::columns_make_whole(ages.len(), &groups, areas);
    relations.extend((0..columns.len()).map(|it| Relation::areas_make_total(it, areas)));

    for base in [Base::Five, Base::Ten] {
        let alone = columns.iter().map(|it| round(it, base, Nutzung::Public).unwrap());
        let alone: Vec<_> = alone.collect();
        let broken = attack(&alone.iter().collect::<Vec<_>>(), &relations).unwrap();
        let table = protect_table(&columns, &relations, base, Nutzung::Public).unwrap();
        let references: Vec<_> = table.iter().collect();
        assert_eq!(attack(&references, &relations), Ok(vec![]));
        let hidden: usize = table.iter().map(hidden).sum();
        let all = columns.len() * (areas + 1);
        eprintln!("{base:?}: {} of {all} cells found out, {hidden} hidden", broken.len());
        assert!(hidden < areas / 10, "protection costs {hidden} cells");
    }
}

fn hidden(column: &Released<Column>) -> usize {
    let column = column.show(Audience::Public).expect("public");
    column.cells.iter().chain([&column.total]).filter(|it| **it == Cell::SUPPRESSED).count()
}

fn column(table: &str, name: &str) -> Column {
    let mut lines = table.lines();
    let at = lines.next().and_then(|it| it.split(',').position(|it| it == name)).expect("a column");
    let cell = |line: &str| {
        let number = line.split(',').nth(at).and_then(|it| it.parse().ok());
        number.and_then(Cell::of).expect("a number")
    };
    let cells: Vec<_> = lines.map(cell).collect();
    let total = total(&cells);
    Column { cells, total }
}

fn read(file: &str) -> Option<String> {
    let root = std::env::var_os("ANKUNFT_REFERENCE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared"),
        PathBuf::from,
    );
    std::fs::read_to_string(root.join("data/berlin/population").join(file)).ok()
}
