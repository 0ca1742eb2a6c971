//! Values computed by somebody else's program. Never replace them by our own output.

#![expect(clippy::disallowed_methods, reason = "reads reference data")]

use std::path::{Path, PathBuf};

use ankunft_segregation::{SegregationError, UnitCounts, dissimilarity, gini};

type Index = fn(&[UnitCounts]) -> Result<f64, SegregationError>;

/// Each index by its name in PySAL's `segregation`.
const INDICES: &[(&str, Index)] = &[("Dissim", dissimilarity), ("Gini", gini)];

#[test]
fn sacramento_agrees_with_pysal() {
    let folder = reference("reference/segregation");
    let Some(units) = read(&folder.join("sacramento_units.csv")) else { return };
    let golden = [
        ("hisp", [0.321_846_560_765_668_64, 0.435_065_106_768_862_23]),
        ("black", [0.488_339_402_470_578_5, 0.636_175_533_263_523_5]),
    ];
    for (group, expected) in golden {
        let city = columns(&units, group, |row, group| row("total") - group);
        for ((name, index), expected) in INDICES.iter().zip(expected) {
            assert_close(index(&city), expected, 1e-14, &format!("{name} of {group}"));
        }
    }
}

#[test]
fn the_edge_cases_agree_with_pysal() {
    // Eight units, one of them uninhabited, several with the same share.
    let folder = reference("reference/segregation");
    let Some(units) = read(&folder.join("edge_units.csv")) else { return };
    let city = columns(&units, "a", |row, group| row("total") - group);
    for ((name, index), expected) in
        INDICES.iter().zip([0.281_294_792_164_357_4, 0.462_255_136_168_179_65])
    {
        assert_close(index(&city), expected, 1e-14, name);
    }
}

#[test]
fn berlins_foreigners_and_germans_over_planning_areas() {
    let folder = reference("data/berlin/population");
    for (period, expected) in [("2015-01", 0.305_300_5), ("2020-02", 0.242_868_9)] {
        let file = format!("berlin-lor-population-{period}-t1-planning-areas.csv");
        let Some(units) = read(&folder.join(file)) else { return };
        let germans = |row: &dyn Fn(&str) -> u32, _| row("inhabitants_germans");
        let city = columns(&units, "inhabitants_foreigners", germans);
        assert_close(dissimilarity(&city), expected, 5e-8, period);
    }
}

fn columns(
    table: &str,
    group: &str,
    reference: impl Fn(&dyn Fn(&str) -> u32, u32) -> u32,
) -> Vec<UnitCounts> {
    let mut lines = table.lines();
    let names: Vec<_> = lines.next().expect("a head").split(',').collect();
    let unit = |line: &str| {
        let fields: Vec<_> = line.split(',').collect();
        let count = |name: &str| {
            let at = names.iter().position(|it| *it == name).expect("a known column");
            fields[at].parse().expect("a count")
        };
        let group = count(group);
        UnitCounts { group, reference: reference(&count, group) }
    };
    lines.map(unit).collect()
}

fn reference(folder: &str) -> PathBuf {
    let root = std::env::var_os("ANKUNFT_REFERENCE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared"),
        PathBuf::from,
    );
    root.join(folder)
}

fn read(file: &Path) -> Option<String> {
    let text = std::fs::read_to_string(file).ok();
    if text.is_none() {
        eprintln!("skipped: no reference data");
    }
    text
}

#[track_caller]
fn assert_close(ours: Result<f64, SegregationError>, theirs: f64, tolerance: f64, what: &str) {
    let ours = ours.expect("both sides are there");
    assert!((ours - theirs).abs() <= tolerance, "{what}: ours {ours}, theirs {theirs}");
}
