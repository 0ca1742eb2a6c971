//! The report as a paper, from the tables of its page.

use ankunft_atlas::papers::{Letterhead, table as printed};
use ankunft_platform::page::components::{Row, Table};
use ankunft_report::paper::{Block, Level, Note, Paper, Text};

use super::pages::{lead, sections};
use super::view::Report;

/// The table without the columns in which nobody says anything.
fn filled(mut table: Table) -> Table {
    for at in (0..table.columns.len().saturating_sub(1)).rev() {
        let is_empty = |it: &Row| it.cells.get(at).is_none_or(|it| it.text.is_empty());
        if table.rows.iter().all(is_empty) {
            table.columns.remove(at + 1);
            table.rows.iter_mut().filter(|it| at < it.cells.len()).for_each(|it| {
                it.cells.remove(at);
            });
        }
    }
    table
}

/// The paper.
#[must_use]
pub fn paper(head: &Letterhead<'_>, it: &Report) -> Paper {
    let t = head.t;
    let mut blocks = vec![Block::paragraph(lead(t, it))];
    for section in sections(t, it) {
        blocks.push(Block::heading(Level::One, section.title));
        blocks.extend(section.text.map(Block::paragraph));
        let tables = section.tables.into_iter();
        blocks.extend(tables.map(|it| Block::Table(printed(filled(it)))));
    }
    let text = vec![Text::from(t.get("programmbericht-lesen"))];
    blocks.push(Block::Note(Note { title: String::new(), text }));
    let title = (it.together.programme.name.clone(), t.get("programmbericht-art"));
    let mark = Some(t.get("programmbericht-fuer-wen"));
    // Six columns and more of words need room.
    Paper { mark, landscape: true, ..head.paper(title, &[], blocks) }
}
