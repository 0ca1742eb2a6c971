use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::crumbs;
use crate::changes::{self, Filter, Recorded};
use crate::languages::{Arg, Texts};
use crate::names::Names;
use crate::page::components::{Button, Choice, Column, Empty, Field, Row, RowCell, Select, Table};
use crate::web::{App, Block, City, Failure, FormBlock, Query, Sheet, Viewer};
use crate::words;

/// So many rows a page shows.
const SHOWN: usize = 200;
/// So many entries are looked at for them: what was done many times at once is one row.
const READ: i64 = 2000;
/// What the program itself does has one name for all its runs; this long apart they are two.
const APART_US: i64 = 60_000_000;

/// What one may look for: the code in the address and what actions begin with.
const KINDS: [(&str, &str); 6] = [
    ("alles", ""),
    ("weitergaben", "file."),
    ("daten", "dataset."),
    ("freigaben", "release."),
    ("rollen", "role."),
    ("stellen", "post."),
];

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    was: String,
    #[serde(default)]
    art: String,
    #[serde(default)]
    ding: String,
}

/// `GET /{kommune}/system/protokoll`: who changed what; who received a dataset.
pub(super) async fn show(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let t = &viewer.t;
    let mut read = app.store.read().await?;
    let begins = KINDS.iter().find(|(code, _)| *code == asked.was).map_or("", |(_, it)| it);
    let filter = Filter {
        action_begins: begins,
        thing_kind: Some(asked.art.as_str()).filter(|it| !it.is_empty()),
        thing: Some(asked.ding.as_str()).filter(|it| !it.is_empty()),
    };
    let entries = changes::search(&mut read, city.tenant(), filter, READ).await?;
    let names = Names::read(&mut read, city.tenant()).await?;
    let list = if entries.is_empty() {
        Block::Empty(Empty { text: t.get("protokoll-leer"), step: None })
    } else {
        let columns = ["wann", "wer", "was", "woran", "wort"]
            .map(|it| Column::words(t.get(&format!("protokoll-{it}"))));
        let done = collapsed(&entries);
        let rows = done.iter().take(SHOWN).map(|it| row(&viewer, &names, it)).collect();
        Block::Table(Table {
            caption: t.get("system-protokoll"),
            quiet_caption: true,
            columns: columns.to_vec(),
            rows,
        })
    };
    let lead = if begins == "file." { "protokoll-wer-bekam" } else { "protokoll-leit" };
    let shell = viewer
        .page(t.get("system-protokoll"))
        .crumbs(if viewer.may(super::SEE) { crumbs(&viewer, &city) } else { Vec::new() })
        .lead(t.get(lead));
    Ok(Sheet::new(shell, vec![Block::Search(search(&viewer, &city, &asked)), list]).answer())
}

fn search(viewer: &Viewer, city: &City, asked: &Asked) -> FormBlock {
    let t = &viewer.t;
    let kinds = KINDS
        .map(|(code, _)| Choice::new(code, t.get(&format!("protokoll-nur-{code}")), &asked.was));
    FormBlock::new(city.at("/system/protokoll"), Button::primary(t.get("anzeigen")))
        .select(Select::new("was", t.get("protokoll-was"), kinds.to_vec()))
        .field(Field::new("art", t.get("protokoll-art")).optional().value(&asked.art))
        .field(Field::new("ding", t.get("protokoll-ding")).optional().value(&asked.ding))
}

/// The same thing done to one or several things by one request.
struct Done<'a> {
    /// The newest of them.
    newest: &'a Recorded,
    /// How many.
    count: usize,
    /// Whether each has the same note.
    is_noted_alike: bool,
    /// When the earliest of them was written.
    since: i64,
}

impl<'a> Done<'a> {
    const fn new(entry: &'a Recorded) -> Self {
        Self { newest: entry, count: 1, is_noted_alike: true, since: entry.at }
    }

    /// Whether an earlier entry belongs to it.
    fn goes_with(&self, it: &Recorded) -> bool {
        let of = |it: &Recorded| (it.account, it.post, it.action.clone(), it.thing_kind.clone());
        self.newest.request == it.request
            && self.since - it.at < APART_US
            && of(self.newest) == of(it)
            && self.newest.role == it.role
    }
}

/// Entries, the newest first, with those together that one request made of one kind: a decision
/// freezes all figures of a quarter, and nobody reads a row for each.
fn collapsed(entries: &[Recorded]) -> Vec<Done<'_>> {
    let mut rows: Vec<Done<'_>> = Vec::new();
    // What belongs together was written together: it stands in the last few rows.
    const LAST: usize = 8;
    for entry in entries {
        let from = rows.len().saturating_sub(LAST);
        match rows[from..].iter_mut().find(|it| it.goes_with(entry)) {
            Some(row) => {
                row.count += 1;
                row.is_noted_alike &= row.newest.note == entry.note;
                row.since = entry.at;
            }
            None => rows.push(Done::new(entry)),
        }
    }
    rows
}

fn row(viewer: &Viewer, names: &Names, done: &Done<'_>) -> Row {
    let (t, entry) = (&viewer.t, done.newest);
    let who = RowCell::new(names.account(t, entry.account));
    let who = match names.duty(t, entry.role.as_deref(), entry.post) {
        Some(duty) => who.note(duty),
        None => who,
    };
    let count = Arg::from(done.count);
    let kind = kind(t, &entry.thing_kind);
    let thing = match done.count {
        1 => format!("{kind} {}", entry.thing),
        _ => t.with("protokoll-mehrere", &[("ding", Arg::from(kind)), ("anzahl", count)]),
    };
    let note = if done.is_noted_alike { entry.note.clone() } else { String::new() };
    Row {
        head: RowCell::new(words::instant(t, entry.at)),
        cells: vec![
            who,
            RowCell::new(words::action(t, &entry.action)),
            RowCell::new(thing),
            RowCell::new(note),
        ],
    }
}

/// What a kind of thing is called; its code if nobody has named it.
fn kind(t: &Texts, code: &str) -> String {
    let id = format!("ding-{code}");
    if t.has(&id) { t.get(&id) } else { code.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{APART_US, Recorded, collapsed};

    fn entry(at: i64, request: &str, action: &str, note: &str) -> Recorded {
        Recorded {
            id: at,
            at,
            account: Some(1),
            post: None,
            role: None,
            action: action.to_owned(),
            thing_kind: "citation".to_owned(),
            thing: at.to_string(),
            note: note.to_owned(),
            request: request.to_owned(),
        }
    }

    #[test]
    fn what_one_request_did_many_times_is_one_row() {
        let mut entries = Vec::new();
        for at in (0..40).rev() {
            let action = if at % 2 == 0 { "citation.cite" } else { "citation.place" };
            entries.push(entry(1_000 + at, "b", action, ""));
        }
        entries.push(entry(900, "a", "citation.cite", ""));
        let rows = collapsed(&entries);
        let counts: Vec<usize> = rows.iter().map(|it| it.count).collect();
        assert_eq!(counts, [20, 20, 1]);
        assert_eq!(rows.iter().map(|it| it.count).sum::<usize>(), entries.len());
    }

    #[test]
    fn other_notes_are_not_said_and_other_runs_stand_apart() {
        let late = 3 * APART_US;
        let entries = [
            entry(late, "job", "derived.keep", "x"),
            entry(late - 1, "job", "derived.keep", "y"),
            entry(late - 2 - APART_US, "job", "derived.keep", "y"),
        ];
        let rows = collapsed(&entries);
        assert_eq!(rows.len(), 2);
        assert!(!rows[0].is_noted_alike && rows[1].is_noted_alike);
    }
}
