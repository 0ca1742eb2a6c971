//! Where the reference data are, and how tests read them.

#![allow(dead_code, clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use ankunft_formats::table::{ReadOptions, read};
use ankunft_formats::{
    AreaIndex, Finding, Observations, Profile, RawTable, Severity, Target, built_in_profiles,
    observe, recognise,
};

/// The folder with the reference data; `None`, and said so, if there is none.
pub fn reference() -> Option<PathBuf> {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("ANKUNFT_REFERENCE").map_or(default, PathBuf::from);
    if folder.join("data").is_dir() {
        return Some(folder.join("data"));
    }
    eprintln!("skipped: no reference data");
    None
}

/// The areas of a GeoJSON file as tables see them.
pub fn areas(file: &Path, label: &str, code: &str, name: &str) -> AreaIndex {
    let text = std::fs::read(file).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&text).unwrap();
    let features = json["features"].as_array().unwrap();
    let word = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let pair =
        |it: &serde_json::Value| (word(&it["properties"][code]), word(&it["properties"][name]));
    AreaIndex::new(label, features.iter().map(pair).collect())
}

pub fn table(file: &Path) -> (RawTable, Vec<Finding>) {
    let name = file.file_name().unwrap().to_str().unwrap();
    read(&std::fs::read(file).unwrap(), name, &ReadOptions::default()).unwrap()
}

pub fn profile(table: &RawTable) -> &'static Profile {
    recognise(table, table.file(), built_in_profiles()).expect("a built-in profile fits")
}

/// Reads, recognises and joins a file; findings of both steps together.
pub fn import(file: &Path, target: &Target<'_>) -> (Observations, Vec<Finding>) {
    let (table, mut findings) = table(file);
    let (observations, more) = observe(&table, profile(&table), target);
    findings.extend(more);
    let rows = observations.rows;
    assert_eq!(rows.read, rows.joined + rows.set_aside + rows.refused);
    (observations, findings)
}

pub fn errors(findings: &[Finding]) -> Vec<&Finding> {
    findings.iter().filter(|it| it.severity == Severity::Error).collect()
}

pub fn with_code<'a>(findings: &'a [Finding], code: &str) -> Vec<&'a Finding> {
    findings.iter().filter(|it| it.code == code).collect()
}

pub fn arg<'a>(finding: &'a Finding, name: &str) -> &'a str {
    finding.args.iter().find(|it| it.0 == name).map_or("", |it| it.1.as_str())
}
