use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;

use super::crumbs;
use crate::accounts;
use crate::changes::{self, Filter, Recorded};
use crate::page::components::{Button, Choice, Column, Empty, Field, Row, RowCell, Select, Table};
use crate::permission::Role;
use crate::register::posts;
use crate::web::{App, Block, City, Failure, FormBlock, Query, Sheet, Viewer};

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
    let accounts = accounts::accounts_of_city(&mut read, city.tenant()).await?;
    let posts = posts::posts(&mut read, city.tenant()).await?;
    let names = Names {
        accounts: accounts.into_iter().map(|it| (it.id, it.name)).collect(),
        posts: posts.into_iter().map(|it| (it.id, it.title)).collect(),
    };
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

struct Names {
    accounts: BTreeMap<i64, String>,
    posts: BTreeMap<i64, String>,
}

fn row(viewer: &Viewer, names: &Names, entry: &Recorded) -> Row {
    let t = &viewer.t;
    let at =
        Timestamp::from_microsecond(entry.at).map_or_else(|_| String::new(), |it| t.instant(it));
    let who = match entry.account {
        Some(id) => names.accounts.get(&id).cloned().unwrap_or_else(|| t.get("protokoll-fremd")),
        None => t.get("protokoll-programm"),
    };
    let role = entry.role.as_deref().and_then(Role::from_code);
    let role = role.map(|it| t.get(&format!("role-{}", it.code())));
    let post = entry.post.and_then(|id| names.posts.get(&id).cloned());
    let duty: Vec<String> = [role, post].into_iter().flatten().collect();
    let action = format!("aktion-{}", entry.action.replace('.', "-"));
    let done = if t.has(&action) { t.get(&action) } else { entry.action.clone() };
    let who = RowCell::new(who);
    let who = if duty.is_empty() { who } else { who.note(duty.join(" · ")) };
    Row {
        head: RowCell::new(at),
        cells: vec![
            who,
            RowCell::new(done),
            RowCell::new(format!("{} {}", entry.thing_kind, entry.thing)),
            RowCell::new(entry.note.clone()),
        ],
    }
}
