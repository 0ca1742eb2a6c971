//! Values that others published or computed.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::{by_id, json, reference};

/// The rows of a table by one of its columns. No field before a quoted one holds the delimiter.
fn rows(file: &Path, delimiter: char, key: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let text = std::fs::read_to_string(file).expect("reference data");
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().expect("a header").split(delimiter).collect();
    let row = |line: &str| -> BTreeMap<String, String> {
        names
            .iter()
            .zip(line.split(delimiter))
            .map(|(a, b)| ((*a).to_owned(), b.to_owned()))
            .collect()
    };
    lines.map(row).map(|it| (it[key].clone(), it)).collect()
}

fn berlin(more: &[&str]) -> Option<(Value, std::path::PathBuf)> {
    let root = reference()?;
    let table = root.join("data/berlin/monitoring/mss_2021.csv").display().to_string();
    let fixed = ["composite", "--table", &table, "--id", "PLR_ID", "--population", "EW"];
    Some((json(&[&fixed[..], more].concat()), root))
}

#[test]
fn berlins_classes_are_those_that_were_published() {
    let groups = ["--group", "status=S1,S3,S4", "--group", "dynamics=D1,D3,D4"];
    let Some((result, root)) = berlin(&groups) else { return };
    let theirs = rows(&root.join("data/berlin/monitoring/mss_2021.csv"), ',', "PLR_ID");
    let ours = by_id(&result["areas"]);
    assert_eq!(ours.len(), 542);
    let (mut compared, mut excluded) = (0, 0);
    for (id, area) in &ours {
        let published = &theirs[*id];
        let groups = [&area["groups"]["status"], &area["groups"]["dynamics"]];
        // Too few people, or no figures for another reason: Berlin publishes no class.
        if published["SI_N"].is_empty() {
            let small = published["EW"].parse::<f64>().is_ok_and(|it| it < 300.0);
            for group in groups {
                let reason = group["excluded"].as_str().expect("a reason");
                assert_eq!(reason == "population-below-minimum", small, "{id}: {reason}");
                assert!(group["index"].is_null() && group["class"].is_null());
            }
            excluded += 1;
            continue;
        }
        for (group, [number, words]) in groups.iter().zip([["SI_N", "SI_V"], ["DI_N", "DI_V"]]) {
            assert_eq!(group["class"].to_string(), published[number], "{id}");
            assert_eq!(group["class_label"], published[words].as_str(), "{id}");
        }
        let both = format!("{}{}", published["SI_N"], published["DI_N"]);
        assert_eq!(area["combined"]["class"].to_string(), both, "{id}");
        compared += 1;
    }
    assert_eq!((compared, excluded), (536, 6));
    let sd = result["groups"]["status"]["sd_of_sum"].as_f64().expect("a number");
    assert!((sd - 2.955_471_145_703).abs() < 1e-11, "{sd}");
    let codes: Vec<&Value> = result["findings"].as_array().expect("findings").iter().collect();
    assert!(codes.iter().any(|it| it["code"] == "analyse-population-small"));

    let (by_recipe, _) = berlin(&["--recipe", "berlin-mss-2021"]).expect("as before");
    assert_eq!(by_recipe["areas"], result["areas"]);
}

/// Areas whose dynamics the facts about the monitoring name as doubtful.
#[test]
fn doubtful_changes_are_marked() {
    let more = ["--recipe", "berlin-mss-2021", "--net-migration", "KI_12", "--turnover", "KI_11"];
    let Some((result, root)) = berlin(&more) else { return };
    let names = rows(&root.join("data/berlin/monitoring/mss_2021.csv"), ',', "PLR_NAME");
    let ours = by_id(&result["areas"]);
    let group = |name: &str| &ours[names[name]["PLR_ID"].as_str()]["groups"]["dynamics"];
    for (name, expected) in [
        ("Nonnendammallee", &["small-denominator"][..]),
        ("Schöneberger Linse", &["new-building", "high-turnover"]),
        ("Volkspark Prenzlauer Berg", &["high-turnover"]),
        ("Heidestraße", &["new-building", "high-turnover"]),
        ("Drontheimer Straße", &[]),
    ] {
        assert_eq!(group(name)["marks"], serde_json::json!(expected), "{name}");
    }
    // Unemployment hardly changed; the two strong changes are in doubt.
    let each = &group("Nonnendammallee")["marks_by_indicator"];
    let small = ["small-denominator"];
    assert_eq!(*each, serde_json::json!({ "D1": [], "D3": small, "D4": small }));
    let marked = ours.values().filter(|it| it["groups"]["dynamics"]["marks"][0].is_string());
    assert_eq!(marked.count(), 9);
    // Levels have none.
    assert!(ours.values().all(|it| it["groups"]["status"].get("marks").is_none()));
}

#[test]
fn sums_and_indices_have_the_published_two_decimals() {
    let Some((result, root)) = berlin(&["--recipe", "berlin-mss-2021"]) else { return };
    let printed = rows(&root.join("facts/fixtures/mss2021_zwerte_auszug.csv"), ';', "plr_id");
    let ours = by_id(&result["areas"]);
    let mut compared = 0;
    for (id, row) in printed {
        let area = &ours[id.as_str()]["groups"];
        for (column, group, field) in [
            ("statussumme", "status", "sum"),
            ("statusindex", "status", "index"),
            ("dynamiksumme", "dynamics", "sum"),
            ("dynamikindex", "dynamics", "index"),
        ] {
            let Ok(theirs) = row[column].parse::<f64>() else { continue };
            let ours = area[group][field].as_f64().expect("a number");
            assert!((ours - theirs).abs() <= 0.005_01, "{id} {column}: {ours} and {theirs}");
            compared += 1;
        }
        for (column, group, indicator) in
            [("zS1", "status", "S1"), ("zS4", "status", "S4"), ("zD3", "dynamics", "D3")]
        {
            let Ok(theirs) = row[column].parse::<f64>() else { continue };
            let ours = area[group]["z"][indicator].as_f64().expect("a number");
            assert!((ours - theirs).abs() <= 0.005_01, "{id} {column}: {ours} and {theirs}");
        }
    }
    assert_eq!(compared, 4 * 49);
}

#[test]
fn segregation_is_that_of_pysal() {
    let Some(root) = reference() else { return };
    let folder = root.join("reference/segregation");
    let table = folder.join("sacramento_units.csv").display().to_string();
    let golden = std::fs::read_to_string(folder.join("sacramento_values.json")).expect("values");
    let golden: Value = serde_json::from_str(&golden).expect("JSON");
    let result = json(&[
        "segregation",
        "--table",
        &table,
        "--id",
        "i",
        "--groups",
        "white,black,asian,hisp",
        "--total",
        "total",
    ]);
    let indices = result["indices"].as_array().expect("indices");
    let ours = |name: &str, group: Value| {
        let found = indices.iter().find(|it| it["index"] == name && it["group"] == group);
        found.and_then(|it| it["value"].as_f64()).expect("a value")
    };
    let close = |ours: f64, theirs: &Value, what: &str| {
        let theirs = theirs.as_f64().expect("a number");
        assert!((ours - theirs).abs() <= 1e-12, "{what}: {ours} and {theirs}");
    };
    for group in ["hisp", "black"] {
        for (name, theirs) in [
            ("dissimilarity", "Dissim"),
            ("gini", "Gini"),
            ("entropy_h", "Entropy"),
            ("isolation", "Isolation"),
            ("interaction", "Interaction"),
            ("eta_squared", "CorrelationR"),
        ] {
            close(ours(name, group.into()), &golden["single"][group][theirs], name);
        }
    }
    for (name, theirs) in [
        ("multi_dissimilarity", "MultiDissim"),
        ("multi_gini", "MultiGini"),
        ("multi_entropy_h", "MultiInfoTheory"),
        ("multi_normalized_exposure", "MultiNormExposure"),
        ("multi_relative_diversity", "MultiRelativeDiversity"),
        ("multi_squared_variation", "MultiSquaredCoefVar"),
    ] {
        close(ours(name, Value::Null), &golden["multi"][theirs], name);
    }
}
