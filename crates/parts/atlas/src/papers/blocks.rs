//! Pieces that papers of the atlas have in common.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::languages::Arg;
use ankunft_report::paper::{Block, Level, Note, Text};

use super::Letterhead;
use crate::model::measure::Measure;
use crate::pages::words;
use crate::store::Shelf;
use crate::view::overview::Origin;

/// Something to heed, without a heading of its own.
pub(super) fn warning(text: String) -> Block {
    Block::Note(Note { title: String::new(), text: vec![text.into()] })
}

/// A list under a heading; nothing if it is empty.
pub(super) fn list(heading: String, items: Vec<Text>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(Level::One, heading), Block::List { numbered: false, items }]
}

/// How measures are computed, and by which version of the program.
pub(super) fn computation(
    head: &Letterhead<'_>,
    shelf: &Shelf,
    measures: &[&Measure],
) -> Vec<Block> {
    let t = head.t;
    let formula = |it: &&Measure| {
        let name = words::measure(t, shelf, it);
        Text::default().strong(name).and(format!(": {}", words::recipe(t, shelf, it)))
    };
    let mut blocks = list(t.get("papier-berechnung"), measures.iter().map(formula).collect());
    if !blocks.is_empty() {
        blocks.push(Block::paragraph(
            t.with("papier-programm", &[("version", Arg::from(env!("CARGO_PKG_VERSION")))]),
        ));
    }
    blocks
}

/// Where everything comes from, and where it is found as a page.
pub(super) fn sources(head: &Letterhead<'_>, sources: &[Origin], path: &str) -> Vec<Block> {
    let t = head.t;
    let mut lines: Vec<Text> = words::source_line(t, sources).into_iter().map(Text::from).collect();
    lines.extend(address(head, path));
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(Level::One, t.get("profil-quellen")), Block::Sources { lines }]
}

/// Who published the figures at which Datenstand, in short lines: one for each publisher.
pub(crate) fn origins(head: &Letterhead<'_>, sources: &[Origin]) -> Vec<Text> {
    let t = head.t;
    let mut groups: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
    for it in sources {
        groups.entry(&it.dataset.publisher).or_default().insert(it.dataset.number);
    }
    let line = |(publisher, numbers): (&str, BTreeSet<i64>)| {
        let named: Vec<String> = numbers.iter().map(i64::to_string).collect();
        let args = [
            ("herausgeber", Arg::from(words::publisher(t, publisher))),
            ("anzahl", Arg::from(named.len())),
            ("datenstand", Arg::from(t.list(&named))),
            ("version", Arg::from(env!("CARGO_PKG_VERSION"))),
        ];
        Text::from(t.with("papier-quelle", &args))
    };
    groups.into_iter().map(line).collect()
}

/// Where the same is found as a page.
pub(super) fn address(head: &Letterhead<'_>, path: &str) -> Option<Text> {
    let href = format!("{}{path}", head.address.as_ref()?);
    let before = format!("{} ", head.t.get("papier-seite-im-netz"));
    Some(Text::from(before).link(href.clone(), href))
}
