//! The report of a quarter as a paper: behind the profile a chapter of each part.

use ankunft_platform::parts::Chapter;
use ankunft_report::paper::{Block, Level};

use crate::printed;

/// What follows behind the profile.
#[must_use]
pub fn blocks(chapters: Vec<Chapter>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for chapter in chapters {
        blocks.push(Block::heading(Level::One, chapter.title));
        if !chapter.lead.is_empty() {
            blocks.push(Block::paragraph(chapter.lead));
        }
        for it in chapter.sections {
            blocks.push(Block::heading(Level::Two, it.table.caption.clone()));
            blocks.push(match it.table.rows.is_empty() {
                true => Block::paragraph(it.none),
                false => Block::Table(printed::table(it.table)),
            });
        }
    }
    blocks
}
