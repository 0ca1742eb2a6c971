//! Pieces that papers of the atlas have in common.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::KeyFigure;
use ankunft_report::paper::{Block, KeyFigure as Printed, Level, Note, Text};

use super::Letterhead;
use crate::model::measure::Measure;
use crate::pages::words;
use crate::store::Shelf;
use crate::view::overview::Origin;

/// Key figures as the page shows them; a figure leads to the page that explains it.
pub(super) fn key_figures(head: &Letterhead<'_>, figures: Vec<KeyFigure>) -> Option<Block> {
    let printed = |it: KeyFigure| Printed {
        name: it.label,
        value: match it.link {
            Some(link) => head.linked(it.value, &link.href),
            None => Text::from(it.value),
        },
        notes: it.unit.into_iter().chain(it.notes).map(Text::from).collect(),
    };
    let figures: Vec<Printed> = figures.into_iter().map(printed).collect();
    (!figures.is_empty()).then_some(Block::KeyFigures { figures })
}

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
    if let Some(address) = &head.address {
        let href = format!("{address}{path}");
        let before = format!("{} ", t.get("papier-seite-im-netz"));
        lines.push(Text::from(before).link(href.clone(), href));
    }
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(Level::One, t.get("profil-quellen")), Block::Sources { lines }]
}
