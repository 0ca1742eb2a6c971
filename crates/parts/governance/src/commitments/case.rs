//! Commitments in their Vorgang: what was promised, and what became of it.

use ankunft_platform::languages::Texts;
use ankunft_report::paper::{Block, Level, Text};

use super::citable::commitment;
use super::model::Promise;
use super::view::All;
use crate::inside::Here;

/// A chapter for each of these numbers, as everybody inside may read it.
#[must_use]
pub(crate) fn chapters(here: Here<'_>, (all, numbers): (&All, &[i64])) -> Vec<Block> {
    let mut blocks = Vec::new();
    for it in all.commitments.iter().filter(|it| numbers.contains(&it.number)) {
        let told = commitment(here, it);
        let items: Vec<Text> = all.of(it.number).map(|it| promised(here.t, it)).collect();
        blocks.push(Block::heading(Level::One, told.title));
        blocks.push(Block::paragraph(told.source));
        if !it.terms.scope.is_empty() {
            blocks.push(Block::paragraph(told.text));
        }
        if !items.is_empty() {
            blocks.push(Block::List { numbered: false, items });
        }
    }
    blocks
}

/// Who promised what until when, and whether it was kept.
fn promised(t: &Texts, it: &Promise) -> Text {
    let pledge = &it.pledge;
    let mut said = t.get(&format!("versprechen-{}", pledge.fate.code()));
    if let Some(due) = pledge.due {
        said = format!("{said}, {}", t.date(due));
    }
    Text::from(format!("{}: {} ({said})", pledge.party, pledge.body))
}
