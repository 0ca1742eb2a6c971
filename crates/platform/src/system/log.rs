use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::crumbs;
use crate::changes::{self, Filter, Recorded};
use crate::names::Names;
use crate::page::components::{Button, Choice, Column, Empty, Field, Row, RowCell, Select, Table};
use crate::web::{App, Block, City, Failure, FormBlock, Query, Sheet, Viewer};
use crate::words;

/// So many entries a page shows.
const SHOWN: i64 = 200;

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
    let entries = changes::search(&mut read, city.tenant(), filter, SHOWN).await?;
    let names = Names::read(&mut read, city.tenant()).await?;
    let list = if entries.is_empty() {
        Block::Empty(Empty { text: t.get("protokoll-leer"), step: None })
    } else {
        let columns = ["wann", "wer", "was", "woran", "wort"]
            .map(|it| Column::words(t.get(&format!("protokoll-{it}"))));
        let rows = entries.iter().map(|it| row(&viewer, &names, it)).collect();
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

fn row(viewer: &Viewer, names: &Names, entry: &Recorded) -> Row {
    let t = &viewer.t;
    let action = format!("aktion-{}", entry.action.replace('.', "-"));
    let done = if t.has(&action) { t.get(&action) } else { entry.action.clone() };
    let who = RowCell::new(names.account(t, entry.account));
    let who = match names.duty(t, entry.role.as_deref(), entry.post) {
        Some(duty) => who.note(duty),
        None => who,
    };
    Row {
        head: RowCell::new(words::instant(t, entry.at)),
        cells: vec![
            who,
            RowCell::new(done),
            RowCell::new(format!("{} {}", entry.thing_kind, entry.thing)),
            RowCell::new(entry.note.clone()),
        ],
    }
}
