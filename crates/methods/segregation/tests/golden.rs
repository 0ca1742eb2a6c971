//! Values computed by somebody else's program. Never replace them by our own output.

#![expect(clippy::disallowed_methods, reason = "reads reference data")]

use std::path::{Path, PathBuf};

use ankunft_segregation::{
    ExposureCounts, Groups, SegregationError, UnitCounts, dissimilarity, eta_squared, exposure,
    gini,
};

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

/// Isolation, interaction and correlation ratio by PySAL, the last one also by OasisR.
#[test]
fn exposure_agrees_with_pysal() {
    let folder = reference("reference/segregation");
    let golden = [
        (
            "sacramento_units.csv",
            "hisp",
            [0.231_961_548_645_914_9, 0.768_038_451_354_085, 0.091_640_420_129_266_9],
        ),
        (
            "sacramento_units.csv",
            "black",
            [0.162_074_922_414_107_1, 0.837_925_077_585_893, 0.101_026_942_274_460_1],
        ),
        (
            "edge_units.csv",
            "a",
            [0.608_058_608_058_608, 0.391_941_391_941_391_9, 0.220_377_448_638_318_1],
        ),
    ];
    for (file, group, expected) in golden {
        let Some(units) = read(&folder.join(file)) else { return };
        let with = |rest: bool| -> Vec<_> {
            let city = columns(&units, group, |row, group| row("total") - group);
            let of = |it: UnitCounts| ExposureCounts {
                group: it.group,
                other: if rest { it.reference } else { it.group },
                total: it.group + it.reference,
            };
            city.into_iter().map(of).collect()
        };
        assert_close(exposure(&with(false)), expected[0], 1e-13, "isolation");
        assert_close(exposure(&with(true)), expected[1], 1e-13, "interaction");
        assert_close(eta_squared(&with(false)), expected[2], 1e-13, "eta squared");
    }
}

/// Indices of several groups by PySAL, which OasisR confirms.
#[test]
fn several_groups_agree_with_pysal() {
    let folder = reference("reference/segregation");
    let golden = [
        (
            "sacramento_units.csv",
            &["white", "black", "asian", "hisp"][..],
            [
                0.413_408_725_731_778_06,
                0.545_634_999_259_808_1,
                0.171_016_029_785_888_7,
                0.188_218_790_299_941_57,
                0.158_200_198_782_203_37,
                0.118_754_846_411_275_25,
            ],
        ),
        (
            "edge_units.csv",
            &["a", "b", "c"],
            [
                0.389_840_819_223_359_95,
                0.498_834_026_158_369_64,
                0.292_734_741_199_201_8,
                0.207_446_706_540_909_4,
                0.208_354_456_047_855_57,
                0.219_522_261_775_782_88,
            ],
        ),
    ];
    for (file, names, expected) in golden {
        let Some(units) = read(&folder.join(file)) else { return };
        let counts: Vec<Vec<u32>> = names
            .iter()
            .map(|it| columns(&units, it, |_, _| 0).iter().map(|it| it.group).collect())
            .collect();
        let counts: Vec<&[u32]> = counts.iter().map(Vec::as_slice).collect();
        let groups = Groups::new(&counts).expect("groups");
        let ours = [
            groups.dissimilarity(),
            groups.gini(),
            groups.entropy_h(),
            groups.normalized_exposure(),
            groups.relative_diversity(),
            groups.squared_variation(),
        ];
        for (at, (ours, theirs)) in ours.into_iter().zip(expected).enumerate() {
            assert_close(Ok(ours), theirs, 1e-12, &format!("{file}, index {at}"));
        }
    }
}

/// The entropy index of one group against the rest is that of two groups.
#[test]
fn entropy_of_one_group_agrees_with_pysal() {
    let folder = reference("reference/segregation");
    let Some(units) = read(&folder.join("sacramento_units.csv")) else { return };
    for (group, theirs) in [("hisp", 0.096_267_744_799_705_57), ("black", 0.181_520_728_059_018_1)]
    {
        let city = columns(&units, group, |row, group| row("total") - group);
        let sides: [Vec<u32>; 2] = [
            city.iter().map(|it| it.group).collect(),
            city.iter().map(|it| it.reference).collect(),
        ];
        let ours = Groups::new(&[&sides[0], &sides[1]]).map(|it| it.entropy_h());
        assert_close(ours, theirs, 1e-12, group);
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
