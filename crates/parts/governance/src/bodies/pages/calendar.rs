//! `/{kommune}/gremien/kalender`: the meetings of one's own Stelle in one's own calendar.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::{Button, Kind, Notice};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::frame;
use crate::bodies::at;

/// The page, with when the good address was made.
pub fn own(viewer: &Viewer, city: &City, made_at: Option<i64>) -> Sheet {
    let t = &viewer.t;
    let lead = t.get("kalender-leit");
    let shell = frame(viewer, city, Vec::new(), (t.get("kalender-titel"), lead));
    if viewer.actor.post.is_none() {
        return Sheet::new(shell, vec![Block::Text(t.get("kalender-ohne-stelle"))]);
    }
    let form = |button: &str, intent: &str| {
        FormBlock::new(at(city, "/kalender"), Button::secondary(t.get(button)))
            .hidden("absicht", intent)
    };
    let mut blocks = Vec::new();
    match made_at {
        None => blocks.push(Block::Form(form("kalender-adresse-neu", "neu"))),
        Some(at) => {
            let args = [("wann", Arg::from(ankunft_platform::words::instant(t, at)))];
            blocks.push(Block::Text(t.with("kalender-adresse-da", &args)));
            blocks.push(Block::Form(form("kalender-adresse-ersetzen", "neu")));
            blocks.push(Block::Form(form("kalender-adresse-zurueck", "zurueck")));
        }
    }
    blocks.push(Block::Reading(t.get("kalender-lesen")));
    Sheet::new(shell, blocks)
}

/// The new address; it is shown this once.
pub fn made(viewer: &Viewer, city: &City, address: &str) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, Vec::new(), (t.get("kalender-titel"), t.get("kalender-leit")));
    let notice = Notice {
        kind: Kind::Success,
        title: t.get("kalender-adresse-gemacht"),
        text: t.get("kalender-adresse-gemacht.text"),
    };
    let blocks = vec![
        Block::Notice(notice),
        Block::Copy(address.to_owned()),
        Block::Reading(t.get("kalender-lesen")),
    ];
    Sheet::new(shell, blocks)
}
