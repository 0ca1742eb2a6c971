//! What the documentation names is there: settings, terms, links, commands.

mod actions;
mod methods;

use std::path::{Path, PathBuf};

use crate::common;

use ankunft_platform::config::Config;

#[test]
fn every_setting_is_explained() {
    let text = read("docs/betrieb/einstellungen.md");
    let (explained, _) = text.split_once("```toml").expect("a block of TOML");
    let example: toml::Table = toml::from_str(Config::example()).expect("TOML");
    for (name, value) in &example {
        let inner = value.as_table().map(|it| it.keys().map(|key| format!("{name}.{key}")));
        let names: Vec<String> = inner.map_or_else(|| vec![name.clone()], Iterator::collect);
        for name in names {
            assert!(explained.contains(&format!("`{name}`")), "{name} is not explained");
        }
    }
}

#[test]
fn every_term_has_its_fields_and_its_word_in_the_code() {
    let source: String = files("crates", "rs").iter().map(|it| whole(it)).collect();
    let glossary: toml::Table = toml::from_str(&read("docs/glossary.toml")).expect("TOML");
    let terms = glossary["term"].as_array().expect("terms");
    assert!(terms.len() > 10);
    for term in terms {
        let field = |name: &str| term.get(name).and_then(toml::Value::as_str).unwrap_or_default();
        for name in ["german", "code", "english", "source"] {
            assert!(!field(name).is_empty(), "no {name}: {term}");
        }
        assert!(source.contains(field("code")), "{} is not in the code", field("code"));
    }
}

#[test]
fn links_between_documents_lead_somewhere() {
    for file in files("docs", "md") {
        let text = whole(&file);
        for link in text.split("](").skip(1).filter_map(|it| it.split(')').next()) {
            let path = link.split('#').next().unwrap_or_default();
            if path.is_empty() || path.contains("://") || path.starts_with("mailto:") {
                continue;
            }
            let folder = file.parent().expect("a folder");
            assert!(folder.join(path).exists(), "{}: {link}", file.display());
        }
    }
}

fn read(path: &str) -> String {
    whole(&common::root().join(path))
}

fn whole(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
}

/// The files below a folder with this ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![common::root().join(folder)];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
