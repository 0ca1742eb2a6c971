//! The report of a quarter as a paper: the profile, and behind it what governance knows.

use ankunft_platform::languages::Texts;
use ankunft_report::paper::{Block, Level};
use jiff::civil::Date;

use super::pages::{lead, sections};
use super::view::View;
use crate::printed;

/// What follows behind the profile.
#[must_use]
pub fn blocks(t: &Texts, view: &View, today: Date) -> Vec<Block> {
    let mut blocks = vec![
        Block::PageBreak,
        Block::heading(Level::One, t.get("quartiersbericht-steuerung")),
        Block::paragraph(lead(t, view)),
    ];
    for (title, table, none) in sections(t, None, view, today) {
        blocks.push(Block::heading(Level::Two, title));
        blocks.push(match table.rows.is_empty() {
            true => Block::paragraph(none),
            false => Block::Table(printed::table(table)),
        });
    }
    blocks
}
