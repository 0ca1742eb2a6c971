//! Faults planted by seed: each is found and named at its place, and nothing else is.

use ankunft_formats::{Finding, Severity};
use serde_json::{Value, json};

use crate::city::{
    Quarter, city, collection, findings, geopackage, read, shapefile, square, zipped,
};
use crate::texts::assert_sayable;

const SEEDS: u64 = 9;

/// A stream of numbers by seed (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((it ^ (it >> 31)) % limit as u64) as usize
    }
}

/// What must be found, and where.
struct Expected {
    severity: Severity,
    code: &'static str,
    line: Option<u64>,
}

/// A fault in the outline of one quarter.
type Fault = (&'static str, Severity, fn(&mut Quarter, &mut Chance));

fn corner(quarter: &Quarter) -> [f64; 2] {
    quarter.rings[0][0]
}

const FAULTS: [Fault; 16] = [
    ("self-intersection-repaired", Severity::Warning, |it, _| it.rings[0].swap(1, 2)),
    // A spike out of the eastern side, into its own middle and back.
    ("self-intersection-repaired", Severity::Warning, |it, _| {
        let [x, y] = corner(it);
        it.rings[0].splice(1..1, [[x + 0.005, y], [x + 0.005, y + 0.004], [x + 0.005, y]]);
    }),
    // A pentagram: its middle is inside by one reading and outside by the other.
    ("self-intersection", Severity::Error, |it, _| {
        let [x, y] = corner(it);
        let tip = |turn: usize| {
            let angle = std::f64::consts::TAU * turn as f64 / 5.0;
            [x + 0.005 + 0.004 * angle.sin(), y + 0.005 + 0.004 * angle.cos()]
        };
        it.rings[0] = [0, 2, 4, 1, 3, 0].map(tip).to_vec();
    }),
    ("ring-order", Severity::Note, |it, _| it.rings[0].reverse()),
    ("ring-unclosed", Severity::Note, |it, _| it.rings[0].truncate(4)),
    ("axes-swapped", Severity::Warning, |it, _| {
        it.rings[0].iter_mut().for_each(|at| at.swap(0, 1));
    }),
    ("geometry-empty", Severity::Error, |it, _| it.rings.clear()),
    ("ring-too-short", Severity::Error, |it, _| it.rings[0].truncate(2)),
    ("geometry-no-area", Severity::Error, |it, _| {
        let [x, y] = corner(it);
        it.rings[0] = vec![[x, y], [x + 0.004, y], [x + 0.008, y], [x, y]];
    }),
    ("coordinate-out-of-range", Severity::Error, |it, chance| {
        it.rings[0][1 + chance.below(3)] = [8.3, 494.1];
    }),
    ("outside-germany", Severity::Warning, |it, _| it.rings[0] = square(1.0, 10.0, 0.01)),
    ("code-missing", Severity::Error, |it, _| it.code.clear()),
    ("hole-misplaced", Severity::Warning, |it, _| {
        let [x, y] = corner(it);
        let mut hole = square(x - 0.002, y + 0.002, 0.004);
        hole.reverse();
        it.rings.push(hole);
    }),
    ("hole-misplaced", Severity::Warning, |it, _| {
        let [x, y] = corner(it);
        let mut hole = square(x + 0.1, y + 0.5, 0.004);
        hole.reverse();
        it.rings.push(hole);
    }),
    ("hole-dropped", Severity::Note, |it, _| {
        let [x, y] = corner(it);
        it.rings.push(vec![[x + 0.002, y + 0.002], [x + 0.003, y + 0.003], [x + 0.002, y + 0.002]]);
    }),
    // Two squares that hang together at a corner.
    ("ring-touches-itself", Severity::Note, |it, _| {
        let [x, y] = corner(it);
        let grid = |(a, b): (i32, i32)| [x + 0.004 * f64::from(a), y + 0.004 * f64::from(b)];
        let ring = [(0, 0), (1, 0), (1, 1), (2, 1), (2, 2), (1, 2), (1, 1), (0, 1), (0, 0)];
        it.rings[0] = ring.map(grid).to_vec();
    }),
];

fn assert_found(what: &str, all: &[Finding], expected: &Expected) {
    let hits: Vec<&Finding> = all.iter().filter(|it| it.code == expected.code).collect();
    assert_eq!(hits.len(), 1, "{what}: {} in {all:?}", expected.code);
    assert_eq!((hits[0].severity, hits[0].line), (expected.severity, expected.line), "{what}");
    for finding in all {
        assert_sayable(finding);
    }
    let others: Vec<&Finding> = all.iter().filter(|it| it.code != expected.code).collect();
    assert!(others.is_empty(), "{what}: {others:?} beside {}", expected.code);
}

#[test]
fn faults_of_outlines_are_found_at_their_feature() {
    let mut planted = 0;
    for (number, (code, severity, fault)) in FAULTS.iter().enumerate() {
        for seed in 0..SEEDS {
            let mut chance = Chance(seed * 100 + number as u64);
            let mut quarters = city(10 + chance.below(60));
            let place = chance.below(quarters.len());
            fault(&mut quarters[place], &mut chance);
            let line = Some(place as u64 + 1);
            let expected = Expected { severity: *severity, code, line };
            let all = findings(read(collection(&quarters).to_string().as_bytes()));
            assert_found(&format!("GeoJSON, seed {seed}"), &all, &expected);
            planted += 1;
            if seed % 3 == 0 {
                let all = findings(read(&geopackage(&quarters, 4326, false)));
                assert_found(&format!("GeoPackage, seed {seed}"), &all, &expected);
                planted += 1;
            }
        }
    }
    assert!(planted >= 190, "{planted}");
}

/// A fault that is written into the text of one feature.
type TextFault = (&'static str, fn(&mut Value));

const TEXT_FAULTS: [TextFault; 6] = [
    ("coordinate-not-finite", |it| it["geometry"]["coordinates"][0][2][1] = json!("NaN")),
    ("coordinate-not-finite", |it| it["geometry"]["coordinates"][0][1] = json!([8.3])),
    ("geometry-no-surface", |it| {
        it["geometry"] = json!({"type": "Point", "coordinates": [8.0, 49.0]});
    }),
    ("geometry-no-surface", |it| {
        it["geometry"] = json!({"type": "GeometryCollection", "geometries": []});
    }),
    ("geometry-empty", |it| it["geometry"] = json!(null)),
    ("geometry-broken", |it| it["geometry"]["coordinates"] = json!([[8.0, 49.0], [8.1, 49.0]])),
];

#[test]
fn faults_in_the_text_of_a_feature_are_found_at_it() {
    for (number, (code, fault)) in TEXT_FAULTS.iter().enumerate() {
        for seed in 0..SEEDS {
            let mut chance = Chance(seed * 1_000 + number as u64);
            let mut file = collection(&city(10 + chance.below(60)));
            let features = file["features"].as_array_mut().expect("features");
            let place = chance.below(features.len());
            fault(&mut features[place]);
            let line = Some(place as u64 + 1);
            let expected = Expected { severity: Severity::Error, code, line };
            let all = findings(read(file.to_string().as_bytes()));
            assert_found(&format!("seed {seed}"), &all, &expected);
        }
    }
}

#[test]
fn a_key_that_stands_twice_names_both() {
    for seed in 0..SEEDS {
        let mut chance = Chance(seed);
        let mut quarters = city(10 + chance.below(60));
        let first = chance.below(quarters.len() - 1);
        let second = first + 1 + chance.below(quarters.len() - first - 1);
        quarters[second].code = quarters[first].code.clone();
        let all = findings(read(&zipped(&shapefile(&quarters, Some("GEOGCS[\"WGS 84\"]")))));
        let line = Some(second as u64 + 1);
        let code = "duplicate-area-code";
        assert_found("twice", &all, &Expected { severity: Severity::Error, code, line });
        let arg = |name| all[0].args.iter().find(|(it, _)| it == name).expect(name).1.clone();
        assert_eq!(arg("first"), (first + 1).to_string());
        assert_eq!(arg("second"), (second + 1).to_string());
    }
}

#[test]
fn area_units_that_overlap_are_named_with_their_share() {
    for seed in 0..SEEDS {
        let mut chance = Chance(seed);
        let mut quarters = city(10 + chance.below(60));
        let place = 1 + chance.below(9);
        // A third of its western neighbour lies under it now.
        for at in &mut quarters[place].rings[0] {
            at[0] -= if at[0] < 8.3 + 0.01 * place as f64 + 0.005 { 0.01 / 3.0 } else { 0.0 };
        }
        let all = findings(read(collection(&quarters).to_string().as_bytes()));
        let line = Some(place as u64);
        assert_found(
            "overlap",
            &all,
            &Expected { severity: Severity::Warning, code: "areas-overlap", line },
        );
        assert!(all[0].args.contains(&("percent".to_owned(), "33.3".to_owned())), "{all:?}");
    }
}

#[test]
fn broken_json_is_named_by_line_and_column() {
    let text = serde_json::to_string_pretty(&collection(&city(20))).expect("JSON");
    let lines = text.lines().count();
    for seed in 0..SEEDS {
        let mut chance = Chance(seed);
        let place = 3 + chance.below(lines - 6);
        let cut: String = text.split_inclusive('\n').take(place).map(str::to_owned).collect();
        let all = findings(read(cut.as_bytes()));
        assert_eq!(all[0].code, "json-cut");
        assert_eq!(all[0].line, Some(place as u64 + 1));
        let broken: String = text
            .lines()
            .enumerate()
            .map(
                |(index, line)| {
                    if index == place { "§\n".to_owned() } else { format!("{line}\n") }
                },
            )
            .collect();
        let all = findings(read(broken.as_bytes()));
        assert_eq!(all[0].code, "json-broken");
        assert_eq!(all[0].line, Some(place as u64 + 1));
        assert_sayable(&all[0]);
    }
}
