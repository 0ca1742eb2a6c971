//! `ankunft analyse` as scripts use it: published values, bad input in words, the same bytes twice.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

mod bad_input;
mod published;

fn analyse(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_ankunft");
    Command::new(program).arg("analyse").args(arguments).output().expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The JSON of a run that ends with 0.
fn json(arguments: &[&str]) -> Value {
    let output = analyse(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// A folder with files.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn put(&self, name: &str, text: &str) -> String {
        std::fs::write(self.at(name), text).expect("a file");
        self.at(name).display().to_string()
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

fn reference() -> Option<PathBuf> {
    let root = std::env::var_os("ANKUNFT_REFERENCE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let is_there = root.join("data/berlin/monitoring/mss_2021.csv").exists();
    if !is_there {
        eprintln!("skipped: no reference data");
    }
    is_there.then_some(root)
}

/// The areas of a result by their id.
fn by_id(areas: &Value) -> BTreeMap<&str, &Value> {
    let areas = areas.as_array().expect("areas");
    areas.iter().map(|it| (it["id"].as_str().expect("an id"), it)).collect()
}

const PANEL: &str = "id,period,pop,foreign,abroad,moves\n\
    a,2022,1000,400,60,450\nb,2022,1000,120,12,180\nc,2022,1000,90,9,150\nd,2022,1000,110,8,190\n\
    e,2022,40,30,9,20\na,2023,1000,410,61,440\nb,2023,1000,120,11,185\nc,2023,1000,95,9,155\n\
    d,2023,1000,110,7,195\ne,2023,45,30,8,20\n";

const MEASURES: [&str; 8] = [
    "--population",
    "pop",
    "--foreigners",
    "foreign",
    "--arrivals-abroad",
    "abroad",
    "--moves",
    "moves",
];

fn arrival(panel: &str, more: &[&str]) -> Vec<String> {
    let fixed = ["arrival", "--panel", panel];
    fixed.iter().chain(&MEASURES).chain(more).map(|it| (*it).to_owned()).collect()
}

fn strs(arguments: &[String]) -> Vec<&str> {
    arguments.iter().map(String::as_str).collect()
}

#[test]
fn a_group_turns_an_indicator_round_for_itself_alone() {
    let folder = Folder::new();
    let table = folder.put("t.csv", "id,a,b\n1,1,10\n2,2,30\n3,4,20\n");
    let groups = ["--group", "one=a:-,b", "--group", "other=a,b"];
    let result = json(&[&["composite", "--table", &table][..], &groups].concat());
    let z = |group: &str| result["areas"][0]["groups"][group]["z"]["a"].as_f64().expect("a z");
    assert!(z("one") > 1.0 && (z("one") + z("other")).abs() < 1e-12);
    let groups = &result["groups"];
    assert_eq!(groups["one"]["indicators"]["a"]["reversed"], true);
    assert_eq!(groups["other"]["indicators"]["a"]["reversed"], false);
    let asked = &result["provenance"]["parameters"]["groups"];
    assert_eq!(asked["one"]["reversed"], serde_json::json!(["a"]));
    assert_eq!(asked["other"]["reversed"], serde_json::json!([]));

    let everywhere = ["--indicator", "a:-", "--group", "one=a,b", "--group", "other=a,b"];
    let result = json(&[&["composite", "--table", &table][..], &everywhere].concat());
    assert_eq!(result["groups"]["one"], result["groups"]["other"]);
    assert_eq!(result["groups"]["one"]["indicators"]["a"]["reversed"], true);
}

#[test]
fn a_result_begins_with_where_it_comes_from() {
    let folder = Folder::new();
    let table = folder.put("t.csv", "id,a,b\n1,1,10\n2,2,30\n3,3,20\n");
    let arguments = ["points", "--table", &table, "--indicator", "a", "--indicator", "b:-"];
    let output = analyse(&arguments);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.starts_with("{\n  \"provenance\": {\n    \"program\": \"ankunft\""), "{text}");
    let result: Value = serde_json::from_str(&text).expect("JSON");
    let provenance = &result["provenance"];
    assert_eq!(provenance["method"]["name"], "points");
    assert_eq!(provenance["parameters"]["bins"], 5);
    assert_eq!(provenance["parameters"]["indicators"]["b"]["reversed"], true);
    assert_eq!(provenance["inputs"][0]["file"], "t.csv");
    assert_eq!(provenance["inputs"][0]["sha256"].as_str().map(str::len), Some(64));
    assert!(provenance.get("time").is_none());
    assert_eq!(result["areas"][0]["points"], serde_json::json!({ "a": 1, "b": 4 }));
    assert_eq!(result["areas"][2]["sum"], 4 + 2);
    let with_time = json(&[&arguments[..], &["--timestamp"]].concat());
    assert!(with_time["provenance"]["time"].is_string());
}

#[test]
fn csv_has_its_provenance_beside_it() {
    let folder = Folder::new();
    let panel = folder.put("panel.csv", PANEL);
    let out = folder.at("out.csv").display().to_string();
    let output = analyse(&strs(&arrival(&panel, &["--out", &out])));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(output.stdout.is_empty());
    let text = std::fs::read_to_string(&out).expect("a file");
    assert_eq!(
        text.lines().next(),
        Some(
            "id,period,excluded,conjunctive,zsum,zsum_index,points,points_sum,agreement,\
             probability,variants,rank,rank_low,rank_high,phase,dimensions_used"
        )
    );
    assert!(text.contains("\ne,2023,population-below-minimum,,,,,,,,,,,,,\n"), "{text}");
    assert!(text.lines().any(|it| it.starts_with("a,2023,,true,true,")), "{text}");
    let meta = std::fs::read_to_string(format!("{out}.meta.json")).expect("the provenance");
    let meta: Value = serde_json::from_str(&meta).expect("JSON");
    assert_eq!(meta["provenance"]["seed"], 1);
    assert_eq!(meta["findings"][0]["code"], "analyse-area-left-out");
}

#[test]
fn one_seed_gives_the_same_bytes_on_any_threads_and_in_any_order() {
    let folder = Folder::new();
    let panel = folder.put("panel.csv", PANEL);
    let mut lines: Vec<&str> = PANEL.lines().collect();
    lines[1..].reverse();
    let turned: Vec<String> =
        lines.iter().map(|line| line.split(',').rev().collect::<Vec<_>>().join(",")).collect();
    let turned = folder.put("turned.csv", &(turned.join("\n") + "\n"));
    let noise = ["--noise", "cell-key:5,2", "--draws", "1500", "--all-periods"];
    let with = |panel: &str, threads: &str| {
        let more = [&noise[..], &["--threads", threads]].concat();
        analyse(&strs(&arrival(panel, &more))).stdout
    };
    let one = with(&panel, "1");
    assert!(!one.is_empty());
    assert_eq!(one, with(&panel, "2"));
    let areas = |bytes: &[u8]| {
        let result: Value = serde_json::from_slice(bytes).expect("JSON");
        result["areas"].to_string()
    };
    assert_eq!(areas(&one), areas(&with(&turned, "3")));
    let other = analyse(&strs(&arrival(&panel, &[&noise[..], &["--seed", "2"]].concat()))).stdout;
    assert_ne!(one, other);
}

#[test]
fn what_is_said_of_an_area_has_the_agreed_fields() {
    let folder = Folder::new();
    let panel = folder.put("panel.csv", PANEL);
    let result = json(&strs(&arrival(&panel, &["--noise", "round:10"])));
    let areas = by_id(&result["areas"]);
    let a = areas["a"];
    for field in [
        "period",
        "excluded",
        "methods",
        "agreement",
        "probability",
        "variants",
        "rank",
        "rank_low",
        "rank_high",
        "phase",
        "dimensions_used",
    ] {
        assert!(a.get(field).is_some(), "no {field}");
    }
    assert_eq!(
        (&a["rank"], &a["agreement"], &a["phase"]),
        (&1.into(), &1.0.into(), &"unknown".into())
    );
    assert_eq!(a["methods"]["points"]["sum"], 15 - 3);
    assert_eq!(
        a["dimensions_used"],
        serde_json::json!(["arrivals-abroad", "foreigners", "turnover"])
    );
    assert_eq!(areas["e"]["excluded"], "population-below-minimum");
    assert!(areas["e"]["probability"].is_null());
    let grid = &result["variant_grids"][0];
    // Two years of data allow two windows.
    assert_eq!(grid["count"], 5 * 4 * 2);

    let one = json(&strs(&arrival(&panel, &["--methods", "zsum", "--vary", "weights"])));
    let methods = by_id(&one["areas"])["a"]["methods"].as_object().expect("methods").clone();
    assert_eq!(methods.keys().collect::<Vec<_>>(), ["zsum"]);
    assert_eq!(one["variant_grids"][0]["count"], 4);
}

#[test]
fn ready_shares_do_as_well_as_counts() {
    let folder = Folder::new();
    let panel = folder.put(
        "shares.csv",
        "id;period;ausl;wv;wohndauer\nx;2024;40,5;45,0;50,0\ny;2024;10,5;15,0;70,0\nz;2024;12,5;16,0;75,5\n",
    );
    let shares = ["--share", "foreigners=ausl", "--share", "resident-over-5y=wohndauer"];
    let arguments = [&["arrival", "--panel", &panel][..], &shares].concat();
    let result = json(&arguments);
    let x = by_id(&result["areas"])["x"].clone();
    assert_eq!(x["rates"], serde_json::json!({ "foreigners": 40.5, "turnover": 50.0 }));
    assert_eq!(x["dimensions_used"], serde_json::json!(["foreigners", "turnover"]));
    // The volume of moves is the better measure of turnover, and takes its place.
    let both = json(&[&arguments[..], &["--share", "turnover=wv"]].concat());
    let measure = &both["provenance"]["parameters"]["dimensions"]["turnover"]["measure"];
    assert_eq!(measure, "turnover-share");
}

/// Small tables through all four commands, as they were agreed. `ANKUNFT_BLESS=1` writes them anew;
/// the values themselves are judged by the other tests.
#[test]
fn the_shape_of_results_is_the_agreed_one() {
    let folder = Folder::new();
    let panel = folder.put("panel.csv", PANEL);
    let table = folder.put(
        "table.csv",
        "id,S1,S3,D1,people\n1,2,30,0.5,900\n2,4,20,,800\n3,9,25,-1,99\n4,3,35,1,700\n",
    );
    let counts = folder.put("counts.csv", "id,a,b,all\n1,10,60,80\n2,30,20,60\n3,0,0,0\n");
    let groups = ["--group", "status=S1,S3:-", "--group", "dynamics=D1"];
    let composite = ["composite", "--table", &table, "--population", "people"];
    let runs = [
        ("composite.json", [&composite[..], &groups].concat()),
        ("composite.csv", [&composite[..], &groups, &["--format", "csv"]].concat()),
        (
            "points.json",
            vec!["points", "--table", &table, "--indicator", "S1", "--indicator", "x:-=S3"],
        ),
        (
            "segregation.json",
            vec!["segregation", "--table", &counts, "--groups", "a,b", "--total", "all", "--local"],
        ),
    ];
    let mut found: Vec<(&str, Vec<u8>)> =
        runs.into_iter().map(|(name, arguments)| (name, analyse(&arguments).stdout)).collect();
    let noise = ["--noise", "round:10", "--all-periods", "--language", "en"];
    found.push(("arrival.json", analyse(&strs(&arrival(&panel, &noise))).stdout));
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    for (name, bytes) in found {
        let now = String::from_utf8(bytes).expect("UTF-8").replace(&version, "\"version\": \"…\"");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/analyse").join(name);
        if std::env::var_os("ANKUNFT_BLESS").is_some() {
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(&path, &now).expect("a golden file");
        }
        let agreed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(!now.is_empty() && agreed == now, "{name} differs; `make bless` if it is meant so");
    }
}

/// A code without words would panic in tests and be mute in the program.
#[test]
fn everything_that_is_said_has_words_in_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open = vec![root.join("src/analyse")];
    let mut codes = std::collections::BTreeSet::new();
    while let Some(folder) = open.pop() {
        for path in std::fs::read_dir(folder).expect("a folder").map(|it| it.expect("one").path()) {
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let text = std::fs::read_to_string(path).expect("a source");
            let quoted = text.split('"').skip(1).step_by(2);
            codes.extend(quoted.filter(|it| it.starts_with("analyse-")).map(str::to_owned));
        }
    }
    assert!(codes.len() > 40, "{codes:?}");
    for language in ["de", "en"] {
        let file = root.join(format!("../../locales/{language}/analyse.ftl"));
        let text = std::fs::read_to_string(file).expect("the texts are there");
        for code in &codes {
            let usage = text.contains(&format!("\n{code} = "));
            let finding = text.split_once(&format!("\nfinding-{code} = "));
            let advised = finding.is_some_and(|(_, rest)| {
                rest.split("\nfinding-").next().is_some_and(|it| it.contains(".suggestion = "))
            });
            assert!(usage || advised, "{language}: {code}");
        }
    }
}
