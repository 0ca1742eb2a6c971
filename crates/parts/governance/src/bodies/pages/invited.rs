//! `/{kommune}/gremien` for who is outside the administration and sits in a body: when and where does
//! it meet next? Minutes, decisions and other bodies stay inside.

use std::collections::BTreeSet;

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Row, RowCell, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};
use jiff::civil::Date;

use super::words;
use crate::bodies::model::Meeting;
use crate::bodies::model::calendar::local;
use crate::bodies::view::Bodies;
use crate::bodies::{address_of, at};

/// The page: the meetings ahead of the bodies that they sit in.
pub fn show(
    viewer: &Viewer,
    city: &City,
    (all, own): (&Bodies, &BTreeSet<i64>),
    today: Date,
) -> Sheet {
    let t = &viewer.t;
    let name = |body: i64| all.body(body).map_or("", |it| it.charter.name.as_str());
    let names: Vec<String> = own.iter().map(|it| name(*it).to_owned()).collect();
    let lead = match names.is_empty() {
        true => t.get("gremien-eingeladen-keins"),
        false => t.with("gremien-eingeladen-leit", &[("gremien", Arg::from(t.list(&names)))]),
    };
    let shell = viewer.page(t.get("gremien-eingeladen-titel")).lead(lead);
    let ahead = |it: &&Meeting| local(it.slot.ends).date() >= today;
    let row = |it: &Meeting| {
        let mut when = RowCell::new(words::when(t, &it.slot));
        if it.slot.cancelled {
            when = when.note(t.get("gremien-faellt-aus"));
        }
        let paper = format!("{}/papier/pdf", address_of(city, (it.body, it.number)));
        let cells = vec![
            RowCell::new(name(it.body)),
            RowCell::new(it.slot.place.clone()),
            RowCell::link(t.get("gremien-eingeladen-papier"), paper),
        ];
        Row { head: when, cells }
    };
    let columns = [
        "gremien-eingeladen-wann",
        "gremium",
        "gremien-eingeladen-wo",
        "gremien-eingeladen-tagesordnung",
    ];
    let table = Table {
        caption: t.get("gremien-eingeladen-titel"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: all.invitations(viewer.actor.post, today).filter(ahead).map(row).collect(),
    };
    let mut blocks = match table.rows.is_empty() {
        true => vec![Block::Text(t.get("gremien-leit-nichts"))],
        false => vec![Block::Table(table)],
    };
    blocks.push(Block::Reading(t.get("gremien-eingeladen-lesen")));
    let way = Link::new(t.get("kalender-abonnieren"), at(city, "/kalender"));
    blocks.push(Block::Ways(vec![way]));
    Sheet::new(shell, blocks)
}
