//! Which quarters are arrival quarters, on paper: the map of classes, and those with a class in
//! alphabetical order.

use std::collections::BTreeSet;

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components;
use ankunft_report::paper::{Block, Column, LegendItem, Level, Picture, Row, Table, Text};

use super::{Letterhead, city};
use crate::assess::pages::{self, Shown};
use crate::assess::{About, Class, Ready};
use crate::pages::overview::quarter_link;

/// The map of classes is the first that is looked at, and leaves room for its table.
const CLASSES_WIDTH: u8 = 54;

/// What the public page says, as far as this reader may see it; nothing while it is computed.
pub(super) fn blocks(head: &Letterhead<'_>, about: &About) -> Vec<Block> {
    let (t, setting) = (head.t, head.setting());
    let Some(ready) = about.ready() else { return Vec::new() };
    let lead = pages::lead(&setting, ready);
    let Some(shown) = pages::shown(&setting, ready, about.is_published()) else {
        return Vec::new();
    };
    let mut blocks = vec![Block::heading(Level::One, t.get("ankunft-merkmal"))];
    blocks.extend(lead.map(Block::paragraph));
    blocks.extend(map(head, &shown).map(Block::Picture));
    blocks.extend(table(head, ready, shown.table));
    blocks.extend(shown.reading.into_iter().map(Block::paragraph));
    let line = |it: components::Pair| Text::from(format!("{}: {}", it.term, it.text));
    blocks.push(Block::Sources { lines: shown.measured.into_iter().map(line).collect() });
    blocks
}

fn map(head: &Letterhead<'_>, shown: &Shown) -> Option<Picture> {
    let svg = shown.map.as_ref()?.svg.clone();
    let areas = shown.table.rows.len();
    let item = |(svg, text): &(String, String)| LegendItem { svg: svg.clone(), text: text.clone() };
    Some(Picture {
        svg,
        alt: head.t.with("papier-klassen-text", &[("anzahl", Arg::from(areas))]),
        caption: Text::from(shown.table.caption.as_str()),
        legend: shown.legend.iter().map(item).collect(),
        width_percent: city::map_width(areas).max(CLASSES_WIDTH),
        beside: Vec::new(),
    })
}

/// Those with a class, in alphabetical order: a list of all stands where all figures stand.
fn table(head: &Letterhead<'_>, ready: &Ready, all: components::Table) -> Option<Block> {
    let assessment = ready.assessment.show(head.reader)?;
    let with_class = assessment.compared().filter(|it| it.1.class() != Class::None);
    let link = |code: &str| quarter_link(head.setting().base, &ready.geography.code, code);
    let with_class: BTreeSet<String> = with_class.map(|it| link(&it.0.code)).collect();
    let has_class =
        |it: &components::Row| it.head.href.as_ref().is_some_and(|href| with_class.contains(href));
    let row = |it: components::Row| {
        let name = match &it.head.href {
            Some(href) => head.linked(it.head.text, href),
            None => Text::from(it.head.text),
        };
        let cells = it.cells.into_iter().map(|it| Text::from(it.text));
        Row { cells: std::iter::once(name).chain(cells).collect(), total: false }
    };
    let column = |it: components::Column| match it.numeric {
        true => Column::numbers(it.label),
        false => Column::words(it.label),
    };
    let rows: Vec<Row> = all.rows.into_iter().filter(has_class).map(row).collect();
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: head.t.get("papier-klassen-tabelle"),
            columns: all.columns.into_iter().map(column).collect(),
            row_headings: true,
            rows,
            notes: Vec::new(),
        })
    })
}
