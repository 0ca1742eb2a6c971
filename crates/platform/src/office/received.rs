use axum::extract::State as Of;
use axum::response::Response;

use super::{OneVersion, crumbs_of, said};
use crate::changes::Recorded;
use crate::downloads;
use crate::languages::{Arg, Texts};
use crate::names::Names;
use crate::page::components::{Column, Empty, Row, RowCell, Table};
use crate::web::{App, Block, City, Failure, PathOf, Sheet, Viewer};
use crate::words;

/// `GET /{kommune}/statistikstelle/{number}/weitergaben`: who has received this?
pub(super) async fn show(
    Of(app): Of<App>,
    viewer: Viewer,
    city: City,
    PathOf(one): PathOf<OneVersion>,
) -> Result<Response, Failure> {
    let t = &viewer.t;
    let version = one.find(&app, &city).await?;
    let mut read = app.store.read().await?;
    let received = downloads::received(&mut read, city.tenant(), version.id).await?;
    let names = Names::read(&mut read, city.tenant()).await?;
    drop(read);
    let list = if received.is_empty() {
        Block::Empty(Empty { text: t.get("weitergaben-keine"), step: None })
    } else {
        Block::Table(table(t, &names, &received))
    };
    let title = [("stand", said(&viewer, version.number))];
    let mut people: Vec<Option<i64>> = received.iter().map(|it| it.account).collect();
    people.sort_unstable();
    people.dedup();
    let counts = [
        ("titel", Arg::from(version.title.as_str())),
        ("anzahl", Arg::from(received.len())),
        ("personen", Arg::from(people.len())),
    ];
    let shell = viewer
        .page(t.with("weitergaben-titel", &title))
        .crumbs(crumbs_of(&viewer, &city, version.number))
        .lead(t.with("weitergaben-leit", &counts));
    Ok(Sheet::new(shell, vec![list, Block::Reading(t.get("weitergaben-lesen"))]).answer())
}

fn table(t: &Texts, names: &Names, received: &[Recorded]) -> Table {
    let row = |it: &Recorded| {
        let duty = names.duty(t, it.role.as_deref(), it.post);
        let cells = [
            names.account(t, it.account),
            duty.unwrap_or_else(|| "–".to_owned()),
            format(t, &it.note),
        ];
        let head = RowCell::new(words::instant(t, it.at));
        Row { head, cells: cells.map(RowCell::new).to_vec() }
    };
    let columns = ["wann", "wer", "stelle", "form"]
        .map(|it| Column::words(t.get(&format!("weitergaben-{it}"))));
    Table {
        caption: t.get("weitergaben-tabelle"),
        quiet_caption: true,
        columns: columns.to_vec(),
        rows: received.iter().map(row).collect(),
    }
}

/// In which form it was handed out, and to whom outside the city.
fn format(t: &Texts, note: &str) -> String {
    let (code, to) = downloads::form_of(note);
    let id = format!("weitergabe-{code}");
    let form = if t.has(&id) { t.get(&id) } else { code.to_uppercase() };
    match to {
        Some(to) => t.with("weitergabe-fuer", &[("form", Arg::from(form)), ("wer", Arg::from(to))]),
        None => form,
    }
}
