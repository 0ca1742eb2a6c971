//! Papers of all of governance: what a page shows as a table, printed; texts as paragraphs; and files
//! to be kept.

use ankunft_platform::citing::Cited;
use ankunft_platform::languages::Texts;
use ankunft_platform::page::components as page;
use ankunft_report::paper::{Block, Column, Row, Table, Text};
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// A table of a page on paper.
#[must_use]
pub fn table(table: page::Table) -> Table {
    let column = |it: &page::Column| match it.numeric {
        true => Column::numbers(it.label.clone()),
        false => Column::words(it.label.clone()),
    };
    let cell = |it: &page::RowCell| match &it.note {
        Some(note) => Text::from(format!("{} ({note})", it.text)),
        None => Text::from(it.text.clone()),
    };
    let row = |it: &page::Row| Row {
        cells: std::iter::once(&it.head).chain(&it.cells).map(cell).collect(),
        total: false,
    };
    Table {
        columns: table.columns.iter().map(column).collect(),
        rows: table.rows.iter().map(row).collect(),
        caption: table.caption,
        row_headings: true,
        notes: Vec::new(),
    }
}

/// The same whose last row sums up the others.
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

/// A file to be kept.
#[must_use]
pub fn attached(media_type: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let head =
        [(header::CONTENT_TYPE, media_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (head, bytes).into_response()
}
