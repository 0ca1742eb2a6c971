//! Doors through which a whole concept comes: out of a document into a table, which is looked at and
//! then taken over, all of it or nothing.

use ankunft_formats::outline;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant;
use ankunft_platform::web::{App, City, Failure, Form, Sent, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::edit::{Desk, adopted};
use crate::goals::model::Wording;
use crate::goals::pages::paste as page;
use crate::goals::paste::{self, Below, Read};
use crate::goals::{at, outline as table, store};

/// The largest document.
pub const LARGEST: usize = 20_000_000;

/// A pasted table, and whether it is only looked at.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Pasted {
    #[serde(default)]
    tabelle: String,
    #[serde(default)]
    absicht: String,
}

/// `GET /{kommune}/steuerung/ziele/tabelle`; without a draft it leads to where one begins.
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    match Desk::read(&mut *app.store.read().await?, &city).await? {
        Some(_) => Ok(page::paste(&viewer, &city, ("", None), Problems::default()).answer()),
        None => Ok(viewer.done(&at(&city, ""), None)),
    }
}

/// `POST /{kommune}/steuerung/ziele/dokument`: the outline of a DOCX as a table, to be looked at.
pub async fn bring(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    sent: Sent,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let desk = Desk::read(&mut read, &city).await?.ok_or_else(|| adopted(&viewer))?;
    drop(read);
    let file = sent.files.into_iter().find(|it| it.field == "datei").map(|it| it.bytes);
    let is_too_large = file.as_ref().is_some_and(|it| it.len() > LARGEST);
    let text = match file.as_deref().filter(|_| !is_too_large).map(outline::outline) {
        None if is_too_large => Err("ziele-dokument-zu-gross"),
        None => Err("bringen-keine-datei"),
        Some(Err(_)) => Err("ziele-dokument-unlesbar"),
        Some(Ok(document)) => table::table(&viewer.t, &document).ok_or("ziele-dokument-flach"),
    };
    match text {
        Ok(text) => {
            let read = paste::read(&viewer.t, &text, &desk.known, &desk.tree);
            let shown = (text.as_str(), Some(&read));
            Ok(page::paste(&viewer, &city, shown, Problems::default()).answer())
        }
        Err(text) => {
            let mut problems = Problems::default();
            problems.add("datei", viewer.t.get(text));
            Ok(page::paste(&viewer, &city, ("", None), problems).refused())
        }
    }
}

/// `POST /{kommune}/steuerung/ziele/tabelle`
pub async fn paste(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(it): Form<Pasted>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let desk = Desk::read(&mut change, &city).await?.ok_or_else(|| adopted(&viewer))?;
    let read = paste::read(&viewer.t, &it.tabelle, &desk.known, &desk.tree);
    let page = page::paste(&viewer, &city, (&it.tabelle, Some(&read)), Problems::default());
    if !read.findings.is_empty() || read.rows.is_empty() {
        return Ok(page.refused());
    }
    if it.absicht != "uebernehmen" {
        return Ok(page.answer());
    }
    take(&mut change, &city, (&desk, read)).await?;
    change.commit().await?;
    let page = at(&city, &format!("?fassung={}", desk.edition.number));
    Ok(viewer.done(&page, Some("meldung-ziele-angelegt")))
}

/// Writes the rows, each after the one that it stands below.
async fn take(
    change: &mut Change,
    city: &City,
    (desk, read): (&Desk, Read),
) -> Result<(), StoreError> {
    let mut numbers: Vec<i64> = Vec::new();
    for (at, (below, wording)) in read.rows.into_iter().enumerate() {
        let parent = match below {
            Below::Top => None,
            Below::Known(number) => Some(number),
            Below::Row(row) => numbers.get(row).copied(),
        };
        let rank = desk.tree.next_rank(parent) + i64::try_from(at).unwrap_or_default();
        let wording = Wording { parent, rank, ..wording };
        let new = (desk.edition.number, &wording);
        numbers.push(store::add(change, city.tenant(), new).await?);
    }
    Ok(())
}
