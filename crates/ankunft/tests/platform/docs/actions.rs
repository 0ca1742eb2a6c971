//! Whatever the log or a refusal speaks of has a name in both languages.

use std::collections::BTreeSet;

use ankunft_platform::languages::{Language, Languages, Texts};

use super::{files, whole};
use crate::common::Demo;

/// Words with a point in the middle that are no actions of the change log: settings and kinds of
/// jobs.
const OTHERS: [&str; 5] =
    ["arrival.published", "atlas.accept", "atlas.assess", "dipl.-ing", "morning.digest"];
const ENDINGS: [&str; 22] = [
    "db", "db-shm", "db-wal", "key", "css", "js", "toml", "typ", "xml", "html", "csv", "json",
    "xlsx", "gpkg", "geojson", "zip", "sig", "example", "pdf", "docx", "ics", "txt",
];

fn both() -> [Texts; 2] {
    let languages = Languages::load().expect("texts");
    [Language::German, Language::English].map(|it| languages.texts(it))
}

/// The actions that the code writes into the change log: every text of the shape `thing.done` that
/// is neither the id of a text, nor a file, nor an action of the permission table.
fn actions() -> BTreeSet<String> {
    let [t, _] = both();
    let mut all = BTreeSet::new();
    for file in files("crates", "rs") {
        let path = file.to_string_lossy().into_owned();
        let of_program = ["/platform/src/", "/parts/"].iter().any(|it| path.contains(it));
        if !of_program || path.ends_with("/gallery/examples.rs") {
            continue;
        }
        let text = whole(&file);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|it| !it.trim_start().starts_with("//")) {
            for literal in line.split('"').skip(1).step_by(2) {
                let Some((thing, done)) = literal.split_once('.') else { continue };
                let word = |it: &str| {
                    !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase() || it == b'-')
                };
                let is_other = OTHERS.contains(&literal) || ENDINGS.contains(&done);
                let is_right = line.contains(&format!("Action(\"{literal}\")"));
                // A column in SQL has a table of one letter.
                if thing.len() > 1
                    && word(thing)
                    && word(done)
                    && !is_other
                    && !is_right
                    && !t.has(literal)
                {
                    all.insert(literal.to_owned());
                }
            }
        }
    }
    all
}

#[test]
fn every_action_of_the_change_log_has_a_name() {
    let actions = actions();
    for known in ["dataset.accept", "decision.make", "arrival.publish", "file.download"] {
        assert!(actions.contains(known), "{known} was not found among {actions:?}");
    }
    for t in both() {
        let id = |it: &&String| !t.has(&format!("aktion-{}", it.replace('.', "-")));
        let nameless: Vec<&String> = actions.iter().filter(id).collect();
        assert!(nameless.is_empty(), "no name for {nameless:?}; literals that are none: OTHERS");
    }
}

#[tokio::test]
async fn every_right_and_every_kind_of_thing_in_the_log_has_a_name() {
    let demo = Demo::new().await;
    demo.assess("musterstadt").await;
    let tenant = demo.tenant("musterstadt").await;
    let entries = {
        let mut read = demo.app.store.read().await.expect("a connection");
        ankunft_platform::changes::newest(&mut read, tenant, None, 100_000).await.expect("a log")
    };
    let kinds: BTreeSet<&str> = entries.iter().map(|it| it.thing_kind.as_str()).collect();
    assert!(kinds.len() > 5, "{kinds:?}");
    assert!(demo.app.permissions.rules().len() > 20);
    for t in both() {
        for rule in demo.app.permissions.rules() {
            let id = format!("recht-{}", rule.action.0.replace('.', "-"));
            assert!(t.has(&id), "no {id}");
        }
        for kind in &kinds {
            assert!(t.has(&format!("ding-{kind}")), "no ding-{kind}");
        }
    }
}
