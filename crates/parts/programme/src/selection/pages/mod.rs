//! The pages of the selection.

pub mod city;
pub mod comparison;
pub mod form;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Kind as Tone, Notice, Row, RowCell, Table};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};

use super::model::{self, Circle, Giving, Method, Quarter, Shown};
use crate::exchange::store::transfers::{Kind, NewTransfer};

/// A page of the selection.
fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let t = &viewer.t;
    let crumbs = vec![
        Link::new(t.get("nav-programm"), city.at(crate::together::PATH)),
        Link::new(t.get("nav-auswahl"), city.at(super::PATH)),
    ];
    viewer.page_with_form(title).lead(lead).crumbs(crumbs)
}

/// A day as a reader writes it.
fn day(t: &Texts, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |day| t.date(day))
}

/// Who reads it, as a phrase.
pub(super) fn circle(t: &Texts, programme: &str, it: Circle) -> String {
    let mut all = vec![t.with("auswahl-geschaeftsstelle", &[("programm", Arg::from(programme))])];
    if it.cities {
        all.push(t.get("auswahl-an-kommunen"));
    }
    if it.research {
        all.push(t.get("auswahl-an-forschung"));
    }
    t.list(&all)
}

/// By what an assessment was made, as a phrase.
fn method(t: &Texts, it: &Method) -> String {
    let names = it.dimensions.iter().map(|it| t.get(&format!("ankunft-dimension-{it}")));
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        return t.get("auswahl-ohne-einstufung");
    }
    let args =
        [("merkmale", Arg::from(t.list(&names))), ("stand", Arg::from(t.period(&it.period)))];
    t.with("auswahl-einstufung", &args)
}

/// The methods behind quarters, each with the names of those that it speaks of, unless it speaks of all.
fn methods(t: &Texts, all: &[Quarter]) -> Vec<String> {
    let found = model::methods(all);
    let is_one = found.len() < 2;
    let phrase = |(of, quarters): (&Method, Vec<&Quarter>)| {
        if is_one {
            return method(t, of);
        }
        let names: Vec<String> = quarters.iter().map(|it| it.name.clone()).collect();
        let args = [("namen", Arg::from(t.list(&names))), ("methode", Arg::from(method(t, of)))];
        t.with("auswahl-methode-von", &args)
    };
    found.into_iter().map(phrase).collect()
}

/// How many stand where: `2 vorgestellt, 1 ausgewählt`.
fn counts(t: &Texts, it: &Shown) -> String {
    let count = |(state, count): (ankunft_atlas::candidates::model::State, usize)| {
        let state = t.get(&format!("kandidat-stand-{}", state.code()));
        let args = [("zahl", Arg::from(t.count(count))), ("stand", Arg::from(state))];
        t.with("auswahl-anzahl", &args)
    };
    t.list(&it.counts().into_iter().map(count).collect::<Vec<_>>())
}

/// Quarters with their states and reasons, each with the method of its own geography.
fn quarters(t: &Texts, caption: String, all: &[Quarter]) -> Table {
    let columns = ["auswahl-quartier", "kandidat-stand", "auswahl-warum", "auswahl-methode"];
    let row = |it: &Quarter| {
        let mut head = RowCell::new(it.name.clone());
        if !it.kind.is_empty() {
            head = head.note(it.kind.clone());
        }
        let state = t.get(&format!("kandidat-stand-{}", it.state.code()));
        let since = [("tag", Arg::from(day(t, &it.since))), ("wer", Arg::from(it.body.as_str()))];
        let id = if it.body.is_empty() { "auswahl-seit" } else { "auswahl-durch" };
        let cells = vec![
            RowCell::new(state).note(t.with(id, &since)),
            RowCell::new(it.reason.clone()),
            RowCell::new(method(t, &it.method)),
        ];
        Row { head, cells }
    };
    Table {
        caption,
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: all.iter().map(row).collect(),
    }
}

/// That candidates were noted after what is shown; none where there are none.
fn noted_since(t: &Texts, new: &[String]) -> Option<Notice> {
    let args = [("zahl", Arg::from(new.len())), ("namen", Arg::from(t.list(new)))];
    (!new.is_empty()).then(|| Notice {
        kind: Tone::Info,
        title: t.with("auswahl-seitdem", &args),
        text: t.with("auswahl-seitdem-was", &args),
    })
}

/// What the register says of it.
pub(super) struct RegisterLine {
    number: String,
    title: String,
    purpose: String,
    hash: Vec<u8>,
}

/// Which time a city showed it, as a name.
pub(super) fn number(t: &Texts, number: i64) -> String {
    t.with("auswahl-register-nummer", &[("nummer", Arg::from(number.to_string()))])
}

/// What the register says of it.
pub(super) fn line(t: &Texts, it: &Giving) -> RegisterLine {
    RegisterLine {
        number: number(t, it.number),
        title: t.get("auswahl-register-titel"),
        purpose: it.shown.purpose.clone(),
        hash: it.hash.clone(),
    }
}

impl RegisterLine {
    /// The line of what happened, and with whom.
    pub(super) fn to<'a>(&'a self, kind: Kind, counterpart: &'a str) -> NewTransfer<'a> {
        NewTransfer {
            kind,
            package: &self.number,
            title: &self.title,
            counterpart,
            purpose: &self.purpose,
            hash: Some(&self.hash),
        }
    }
}
