//! `/{kommune}/gremien`: who decides, and when do they meet next?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};
use jiff::civil::Date;

use super::words;
use crate::bodies::model::{Body, Task};
use crate::bodies::view::Bodies;
use crate::bodies::{address, address_of, address_of_task, at};
use crate::known;
use crate::permissions::{CONVENE, HOLD};

/// The page.
pub fn show(viewer: &Viewer, city: &City, all: &Bodies, today: Date) -> Sheet {
    let t = &viewer.t;
    let open: Vec<&Task> = all.tasks.iter().filter(|it| it.is_open()).collect();
    let shell = viewer.page(t.get("gremien-titel")).lead(lead(t, all, &open, today));
    let shell = shell.mark(t.get("gremium-nur-intern"));
    let mut ways = Vec::new();
    if viewer.may(CONVENE) {
        ways.push(Link::new(t.get("gremium-anlegen"), at(city, "/neu")));
    }
    if viewer.may(HOLD) {
        ways.push(Link::new(t.get("beobachtung-notieren"), at(city, "/beobachtungen/neu")));
    }
    if viewer.actor.post.is_some() {
        ways.push(Link::new(t.get("kalender-abonnieren"), at(city, "/kalender")));
    }
    let mut blocks = Vec::new();
    if all.bodies.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("gremien-leer"), step: None }));
    } else {
        blocks.push(Block::Table(table(t, city, all, today)));
    }
    if !open.is_empty() {
        blocks.push(Block::Heading(t.get("aufgaben-offen")));
        blocks.push(Block::Table(tasks(t, city, all, (&open, today))));
    }
    if !ways.is_empty() {
        blocks.push(Block::Ways(ways));
    }
    Sheet::new(shell, blocks)
}

fn lead(t: &Texts, all: &Bodies, open: &[&Task], today: Date) -> String {
    let next = all.bodies.iter().filter_map(|it| all.next(it.number, today));
    let mut sentences = match next.min_by_key(|it| it.slot.starts) {
        None => vec![t.get("gremien-leit-nichts")],
        Some(next) => {
            let body = all.body(next.body).map_or("", |it| it.charter.name.as_str());
            let when = words::when(t, &next.slot);
            let args = [("gremium", Arg::from(body)), ("wann", Arg::from(when))];
            vec![t.with("gremien-leit", &args)]
        }
    };
    let late = open.iter().filter(|it| it.is_late(today)).count();
    if late > 0 {
        sentences.push(t.with("gremien-leit-spaet", &[("anzahl", Arg::from(late))]));
    }
    sentences.join(" ")
}

fn table(t: &Texts, city: &City, all: &Bodies, today: Date) -> Table {
    let row = |it: &Body| {
        let mut head = RowCell::link(it.charter.name.clone(), address(city, it.number));
        if it.charter.closed {
            head = head.note(t.get("gremium-ruht"));
        }
        if !it.charter.places.is_empty() {
            head = head.note(words::places(t, &it.charter));
        }
        let next = all.next(it.number, today).map(|next| {
            let address = address_of(city, (next.body, next.number));
            let cell = RowCell::link(words::when(t, &next.slot), address);
            cell.note(next.slot.place.clone())
        });
        let members =
            all.members.iter().filter(|(of, member)| *of == it.number && member.holds_on(today));
        let tasks = all.tasks.iter().filter(|task| task.made_in.0 == it.number && task.is_open());
        Row {
            head,
            cells: vec![
                RowCell::new(words::kind(t, it.charter.kind)),
                next.unwrap_or_else(|| RowCell::new(t.get("gremium-keine-sitzung"))),
                RowCell::new(t.count(members.count())),
                RowCell::new(t.count(tasks.count())),
            ],
        }
    };
    let columns = [
        Column::words(t.get("gremium")),
        Column::words(t.get("gremium-art")),
        Column::words(t.get("gremium-naechste")),
        Column::numbers(t.get("gremium-mitglieder")),
        Column::numbers(t.get("aufgaben-offen")),
    ];
    Table {
        caption: t.get("gremien-tabelle"),
        quiet_caption: true,
        columns: columns.to_vec(),
        rows: all.bodies.iter().map(row).collect(),
    }
}

fn tasks(t: &Texts, city: &City, all: &Bodies, (open, today): (&[&Task], Date)) -> Table {
    let row = |it: &&Task| {
        let mut due = RowCell::new(t.date(it.duty.due));
        if it.is_late(today) {
            due = due.note(t.get("aufgabe-spaet"));
        }
        let body = all.body(it.made_in.0).map_or("", |it| it.charter.name.as_str());
        Row {
            head: RowCell::link(it.duty.what.clone(), address_of_task(city, it.number)),
            cells: vec![
                RowCell::new(known::post(t, &all.names, it.duty.post)),
                due,
                RowCell::link(body, address_of(city, (it.made_in.0, it.made_in.1))),
            ],
        }
    };
    let columns = ["aufgabe", "aufgabe-stelle", "aufgabe-bis", "aufgabe-aus"];
    Table {
        caption: t.get("aufgaben-offen"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: open.iter().map(row).collect(),
    }
}
