//! The house keeps its shape: borders between crates, licences, lengths of files and functions.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Which crate may use which. A new edge is a change to this table and to `ARCHITECTURE.md`.
const EDGES: &[(&str, &[&str])] = &[
    (
        "ankunft",
        &[
            "ankunft-arrival",
            "ankunft-atlas",
            "ankunft-disclosure",
            "ankunft-formats",
            "ankunft-governance",
            "ankunft-musterstadt",
            "ankunft-platform",
            "ankunft-programme",
            "ankunft-report",
            "ankunft-segregation",
        ],
    ),
    ("ankunft-arrival", &["ankunft-numerics"]),
    (
        "ankunft-atlas",
        &[
            "ankunft-arrival",
            "ankunft-disclosure",
            "ankunft-formats",
            "ankunft-platform",
            "ankunft-report",
        ],
    ),
    (
        "ankunft-bench",
        &[
            "ankunft",
            "ankunft-arrival",
            "ankunft-atlas",
            "ankunft-disclosure",
            "ankunft-formats",
            "ankunft-governance",
            "ankunft-numerics",
            "ankunft-platform",
            "ankunft-programme",
            "ankunft-report",
            "ankunft-segregation",
            "ankunft-testkit",
        ],
    ),
    ("ankunft-disclosure", &["ankunft-numerics"]),
    ("ankunft-formats", &["ankunft-disclosure"]),
    (
        "ankunft-governance",
        &[
            "ankunft-atlas",
            "ankunft-disclosure",
            "ankunft-formats",
            "ankunft-platform",
            "ankunft-report",
        ],
    ),
    ("ankunft-musterstadt", &["ankunft-numerics"]),
    ("ankunft-numerics", &[]),
    ("ankunft-platform", &["ankunft-disclosure"]),
    (
        "ankunft-programme",
        &[
            "ankunft-atlas",
            "ankunft-disclosure",
            "ankunft-formats",
            "ankunft-platform",
            "ankunft-report",
        ],
    ),
    ("ankunft-report", &["ankunft-disclosure"]),
    ("ankunft-segregation", &["ankunft-numerics"]),
    ("ankunft-testkit", &["ankunft-disclosure", "ankunft-platform"]),
];

/// Outside crates that only some of ours may use: each opens a door to the world.
const DOORS: &[(&str, &[&str])] = &[
    (
        "sqlx",
        &[
            "ankunft-platform",
            "ankunft-atlas",
            "ankunft-governance",
            "ankunft-programme",
            "ankunft-testkit",
        ],
    ),
    (
        "axum",
        &[
            "ankunft-platform",
            "ankunft-atlas",
            "ankunft-governance",
            "ankunft-programme",
            "ankunft",
            "ankunft-bench",
            "ankunft-testkit",
        ],
    ),
    ("askama", &["ankunft-platform", "ankunft-atlas", "ankunft-governance", "ankunft-programme"]),
    (
        "tokio",
        &[
            "ankunft-platform",
            "ankunft-atlas",
            "ankunft-governance",
            "ankunft-programme",
            "ankunft",
            "ankunft-bench",
            "ankunft-testkit",
        ],
    ),
    ("lettre", &["ankunft-platform"]),
    ("getrandom", &["ankunft-platform"]),
    ("clap", &["ankunft"]),
    ("ureq", &["ankunft"]),
    ("calamine", &["ankunft-formats"]),
    ("rusqlite", &["ankunft-formats"]),
    ("typst", &["ankunft-report"]),
    ("typst-layout", &["ankunft-report"]),
    ("typst-pdf", &["ankunft-report"]),
    ("resvg", &["ankunft-report"]),
    ("zip", &["ankunft-formats", "ankunft-platform", "ankunft-report"]),
];

/// Licences that go together with the EUPL-1.2. Each `OR` offers a choice; each `AND` must fit.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

const LONGEST_FILE: usize = 450;

#[test]
fn crates_use_only_what_the_table_allows() {
    let allowed: BTreeMap<&str, BTreeSet<&str>> =
        EDGES.iter().map(|(name, uses)| (*name, uses.iter().copied().collect())).collect();
    let metadata = metadata(&["--no-deps"]);
    let packages = metadata["packages"].as_array().expect("packages");
    let ours: BTreeSet<&str> = packages.iter().filter_map(|it| it["name"].as_str()).collect();
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let uses = dependencies(package);
        let edges: BTreeSet<&str> = uses.intersection(&ours).copied().collect();
        let allowed = allowed.get(name).unwrap_or_else(|| panic!("{name} is not in the table"));
        assert!(
            edges.is_subset(allowed),
            "{name} uses {:?}; change ARCHITECTURE.md and this table, or the code",
            edges.difference(allowed).collect::<Vec<_>>(),
        );
        for (door, may) in DOORS {
            assert!(!uses.contains(door) || may.contains(&name), "{name} may not use {door}");
        }
    }
}

#[test]
fn every_licence_goes_with_ours() {
    let metadata = metadata(&[]);
    for package in metadata["packages"].as_array().expect("packages") {
        let name = package["name"].as_str().expect("a name");
        let licence = package["license"].as_str().unwrap_or_else(|| panic!("{name}: no licence"));
        assert!(fits(licence), "{name} has the licence {licence}");
        let source = package["source"].as_str().unwrap_or("registry+");
        assert!(source.starts_with("registry+"), "{name} comes from {source}");
    }
}

#[test]
fn files_are_short_enough_to_be_read() {
    let mut long = Vec::new();
    for file in rust_files(&root().join("crates")) {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]")).count();
        if lines > LONGEST_FILE {
            long.push(format!("{}: {lines} lines", file.display()));
        }
    }
    assert!(long.is_empty(), "split these:\n{}", long.join("\n"));
}

/// `A OR (B AND C)` fits if one side of each `OR` fits; parentheses only ever group choices here.
fn fits(licence: &str) -> bool {
    let plain = licence.replace(['(', ')'], "").replace('/', " OR ");
    if plain.contains(" AND ") && licence.contains('(') {
        return plain.split(" AND ").all(|part| part.split(" OR ").any(is_known));
    }
    plain.split(" OR ").any(|choice| choice.split(" AND ").all(is_known))
}

fn is_known(licence: &str) -> bool {
    LICENCES.contains(&licence.trim())
}

fn dependencies(package: &Value) -> BTreeSet<&str> {
    package["dependencies"]
        .as_array()
        .expect("dependencies")
        .iter()
        .filter(|dependency| dependency["kind"].is_null())
        .filter_map(|dependency| dependency["name"].as_str())
        .collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        std::fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                rust_files(&path)
            } else if path.extension().is_some_and(|it| it == "rs") {
                vec![path]
            } else {
                Vec::new()
            }
        })
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn metadata(arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--filter-platform",
            "x86_64-unknown-linux-gnu",
        ])
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("cargo metadata runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON")
}
