//! Papers of all of governance: what a page shows as a table, printed, and texts as paragraphs.

pub use ankunft_atlas::papers::table;
use ankunft_platform::citing::Cited;
use ankunft_platform::languages::Texts;
use ankunft_platform::page::components as page;
use ankunft_report::paper::{Block, Table, Text};

/// A table of a page on paper whose last row sums up the others.
#[must_use]
pub fn with_total(table: page::Table) -> Table {
    let mut table = self::table(table);
    if let Some(last) = table.rows.last_mut() {
        last.total = true;
    }
    table
}

/// A text as paragraphs, one a line.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Block> + '_ {
    text.lines().filter(|it| !it.trim().is_empty()).map(Block::paragraph)
}

/// A cited thing with its source and Fundstelle; what was withdrawn says so.
#[must_use]
pub fn cited(t: &Texts, it: &Cited, address: &str) -> Text {
    referenced(t, it, (it.title.as_str(), address))
}

/// The same with the value that was frozen, where it has one that this reader may see.
#[must_use]
pub fn cited_with_value(t: &Texts, it: &Cited, address: &str) -> Text {
    let value = it.value.as_ref().map_or_else(String::new, |it| format!(": {it}"));
    let says = format!("{}{value}", it.title);
    referenced(t, it, (says.as_str(), address))
}

fn referenced(t: &Texts, it: &Cited, (says, address): (&str, &str)) -> Text {
    let note = it.note.as_ref().map_or_else(String::new, |it| format!(" [{}]", it.title));
    let source = it.source.as_ref().map_or_else(String::new, |it| format!(" ({it})"));
    let text = Text::from(format!("{says}{source}{note} {} ", t.get("fund")));
    text.link(it.reference(), format!("{address}{}", it.reference()))
}
