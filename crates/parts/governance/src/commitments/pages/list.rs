//! `/{kommune}/steuerung/zusagen`: who promised what, and was it kept?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};
use jiff::civil::Date;

use crate::commitments::model::{Commitment, Loose};
use crate::commitments::view::All;
use crate::commitments::{address, at, words};
use crate::permissions::COMMIT;

/// So many loose ends are told at once.
const MOST_LOOSE_ENDS: usize = 10;

/// The list.
pub fn show(viewer: &Viewer, city: &City, all: &All, today: Date) -> Sheet {
    let t = &viewer.t;
    let (kept, expected) = all
        .commitments
        .iter()
        .map(|it| all.kept(it.number))
        .fold((0, 0), |(kept, expected), it| (kept + it.0, expected + it.1));
    let args = [("gehalten", Arg::from(kept)), ("versprechen", Arg::from(expected))];
    let lead = match all.commitments.is_empty() {
        true => t.get("zusagen-leit-leer"),
        false => t.with("zusagen-leit", &args),
    };
    let shell = viewer.page(t.get("zusagen-titel")).lead(lead).mark(t.get("massnahme-nur-intern"));
    let mut blocks = Vec::new();
    let loose = loose(viewer, city, (all, today));
    if !loose.is_empty() {
        blocks.push(Block::Heading(t.get("lose-enden")));
        blocks.push(Block::Links(loose));
    }
    match all.commitments.is_empty() {
        true => blocks.push(Block::Empty(Empty { text: t.get("zusagen-leer"), step: None })),
        false => blocks.push(Block::Table(table(viewer, city, (all, today)))),
    }
    if viewer.may(COMMIT) {
        blocks.push(Block::Ways(vec![Link::new(t.get("zusage-anlegen"), at(city, "/neu"))]));
    }
    Sheet::new(shell, blocks)
}

fn loose(viewer: &Viewer, city: &City, (all, today): (&All, Date)) -> Vec<Link> {
    let t = &viewer.t;
    let link = |it: &crate::commitments::model::Promise| {
        let text = match it.loose(today)? {
            Loose::Late => "lose-versprechen-spaet",
            Loose::NoDay => "lose-versprechen-ohne-tag",
        };
        let args = [
            ("text", Arg::from(it.pledge.body.as_str())),
            ("wer", Arg::from(it.pledge.party.as_str())),
        ];
        Some(Link::new(t.with(text, &args), address(city, it.commitment)))
    };
    all.promises.iter().filter_map(link).take(MOST_LOOSE_ENDS).collect()
}

fn table(viewer: &Viewer, city: &City, (all, today): (&All, Date)) -> Table {
    let t = &viewer.t;
    let day = |it: Option<Date>| it.map_or_else(String::new, |it| t.date(it));
    let row = |it: &Commitment| {
        let (kept, expected) = all.kept(it.number);
        let args = [("gehalten", Arg::from(kept)), ("von", Arg::from(expected))];
        let parties: Vec<&str> = it.terms.each_party().collect();
        let state = words::state(t, &it.terms, today);
        Row {
            head: RowCell::link(it.terms.title.clone(), address(city, it.number))
                .note(t.get(&format!("zusage-art-{}", it.terms.kind.code()))),
            cells: vec![
                RowCell::new(t.list(&parties)),
                RowCell::new(state).note(day(it.terms.signed_on)),
                RowCell::new(day(it.terms.ends_on)),
                RowCell::new(t.with("zusage-gehalten", &args)),
            ],
        }
    };
    let columns =
        ["zusage", "zusage-feld-beteiligte", "zusage-feld-stand", "zusage-feld-bis", "versprechen"];
    Table {
        caption: t.get("zusagen-titel"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: all.commitments.iter().map(row).collect(),
    }
}
