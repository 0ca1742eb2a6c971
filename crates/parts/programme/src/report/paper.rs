//! The report as a paper, from the tables of its page.

use ankunft_atlas::papers::Letterhead;
use ankunft_platform::page::components as page;
use ankunft_report::paper::{Block, Column, Level, Note, Paper, Row, Table, Text};

use super::pages::{lead, sections};
use super::view::Report;

/// The paper.
#[must_use]
pub fn paper(head: &Letterhead<'_>, it: &Report) -> Paper {
    let t = head.t;
    let mut blocks = vec![Block::paragraph(lead(t, it))];
    for (title, table) in sections(t, it) {
        blocks.push(Block::heading(Level::One, title));
        blocks.push(match table.rows.is_empty() {
            true => Block::paragraph(t.get("programmbericht-nichts")),
            false => Block::Table(printed(table)),
        });
    }
    let text = vec![Text::from(t.get("programmbericht-lesen"))];
    blocks.push(Block::Note(Note { title: String::new(), text }));
    let title = (it.together.programme.name.clone(), t.get("programmbericht-art"));
    let mark = Some(t.get("programmbericht-fuer-wen"));
    Paper { mark, ..head.paper(title, &[], blocks) }
}

fn printed(table: page::Table) -> Table {
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
