//! `/{kommune}/steuerung/ziele/verwerfen`: is the draft to be given up, and what goes with it? And what
//! comes too late for an edition.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Kind as Tone, Notice, Pair};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::frame;
use crate::goals::at;
use crate::goals::discards::Loss;
use crate::goals::doors::discard::OPENED;

/// The question, with all that goes; asked again where somebody has written more meanwhile.
pub fn ask(viewer: &Viewer, city: &City, loss: &Loss, is_again: bool) -> Sheet {
    let t = &viewer.t;
    let title = t.with("ziele-verwerfen-titel", &[("name", Arg::from(loss.name.as_str()))]);
    let args = [
        ("ziele", Arg::from(loss.goals)),
        ("indikatoren", Arg::from(loss.indicators)),
        ("werte", Arg::from(loss.values)),
    ];
    let mut text = t.with("ziele-verwerfen-verlust", &args);
    if loss.values > 0 {
        text = format!("{text} {}", t.with("ziele-verwerfen-werte", &args));
    }
    let notice = Notice { kind: Tone::Warning, title: t.get("ziele-verwerfen-was"), text };
    let form = FormBlock::new(at(city, "/verwerfen"), Button::primary(t.get("ziele-verwerfen")))
        .hidden(OPENED, loss.edition.to_string())
        .hidden("gesehen", loss.written.to_string());
    let back = at(city, &format!("?fassung={}", loss.edition));
    let more = is_again.then(|| {
        let (title, text) =
            (t.get("ziele-verwerfen-inzwischen"), t.get("ziele-verwerfen-inzwischen.text"));
        Block::Notice(Notice { kind: Tone::Info, title, text })
    });
    let way = Link::new(t.get("ziele-verwerfen-doch-nicht"), back);
    let asked = [Block::Notice(notice), Block::Form(form), Block::Links(vec![way])];
    let blocks = more.into_iter().chain(asked).collect();
    Sheet::new(frame(viewer, city, (title, t.get("ziele-verwerfen-leit"))), blocks)
}

/// That something came too late for its edition, with all that was typed.
pub fn late(viewer: &Viewer, city: &City, text: String, typed: Vec<(String, String)>) -> Sheet {
    let t = &viewer.t;
    let typed = typed.into_iter().filter(|it| !it.1.is_empty());
    let pairs: Vec<Pair> = typed.map(|(label, value)| Pair::new(label, value)).collect();
    let mut blocks = Vec::new();
    if !pairs.is_empty() {
        blocks.push(Block::Heading(t.get("ziele-zu-spaet-eingegeben")));
        blocks.push(Block::Pairs(pairs));
    }
    blocks.push(Block::Ways(vec![Link::new(t.get("ziele-zu-den-zielen"), at(city, ""))]));
    Sheet::new(frame(viewer, city, (t.get("ziele-zu-spaet"), text)), blocks)
}
