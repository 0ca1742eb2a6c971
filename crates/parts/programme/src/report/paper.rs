//! The report as a paper, from the tables of its page.

use ankunft_atlas::papers::{Letterhead, table as printed};
use ankunft_report::paper::{Block, Level, Note, Paper, Text};

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
