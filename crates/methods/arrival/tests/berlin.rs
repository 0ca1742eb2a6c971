//! Berlin's published classes, from its published shares.

#![expect(clippy::disallowed_methods, reason = "reads reference data")]

use std::path::Path;

use ankunft_arrival::{Indicator, Recipe, Thresholds, composite};

struct Table {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn read(file: &str, delimiter: char) -> Option<Self> {
        let root = std::env::var_os("ANKUNFT_REFERENCE").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared"),
            Into::into,
        );
        let Ok(text) = std::fs::read_to_string(root.join(file)) else {
            eprintln!("skipped: no reference data");
            return None;
        };
        // Commas in quotes stand behind everything that is compared here.
        let fields = |line: &str| line.split(delimiter).map(str::to_owned).collect::<Vec<_>>();
        let mut lines = text.lines().map(fields);
        Some(Self { names: lines.next()?, rows: lines.collect() })
    }

    fn texts(&self, name: &str) -> Vec<&str> {
        let at = self.names.iter().position(|it| it == name).expect("a known column");
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }

    fn numbers(&self, name: &str) -> Vec<Option<f64>> {
        self.texts(name).into_iter().map(|it| it.parse().ok()).collect()
    }
}

#[test]
fn the_monitoring_of_2021_comes_out_as_it_was_published() {
    let Some(table) = Table::read("data/berlin/monitoring/mss_2021.csv", ',') else { return };
    let recipe = Recipe::of("berlin-mss-2021").expect("a recipe");
    let residents = table.numbers("EW");
    let is_small = |at: usize| residents[at].is_none_or(|it| it < 300.0);
    let Some(published) = Table::read("facts/fixtures/mss2021_zwerte_auszug.csv", ';') else {
        return;
    };
    let mut exact = 0;
    for (group, classes, numbers, printed) in [
        ("status", "SI_N", &[1, 2, 3, 4][..], ["statussumme", "statusindex"]),
        ("dynamics", "DI_N", &[1, 3, 5], ["dynamiksumme", "dynamikindex"]),
    ] {
        let group = recipe.groups.iter().find(|it| it.name == group).expect("a group");
        let columns: Vec<Vec<Option<f64>>> = group
            .indicators
            .iter()
            .map(|it| table.numbers(&it.name))
            .map(|it| it.iter().enumerate().map(|(at, it)| it.filter(|_| !is_small(at))).collect())
            .collect();
        let indicators: Vec<_> = columns
            .iter()
            .map(|values| Indicator { values, reversed: false, weight: 1.0 })
            .collect();
        let thresholds = Thresholds::new(group.thresholds.clone()).expect("boundaries");
        let index = composite(&indicators, &thresholds).expect("an index");
        assert_eq!(index.n, 536);
        let theirs = table.numbers(classes);
        for (at, class) in index.class.iter().enumerate() {
            let ours = class.map(|it| f64::from(numbers[it]));
            assert!(is_small(at) || ours == theirs[at], "row {at}: {ours:?} and {:?}", theirs[at]);
        }
        for (row, id) in published.texts("plr_id").into_iter().enumerate() {
            let at = table.texts("PLR_ID").iter().position(|it| *it == id).expect("a known area");
            for (name, ours) in printed.iter().zip([index.sum[at], index.index[at]]) {
                let Some(theirs) = published.numbers(name)[row] else { continue };
                let ours = ours.expect("a value where they have one");
                // Two decimals, and a hair for halves that were rounded from other last digits.
                assert!((ours - theirs).abs() <= 0.005_01, "{id} {name}: {ours} and {theirs}");
                exact += 1;
            }
        }
    }
    assert_eq!(exact, 4 * 49);
}
