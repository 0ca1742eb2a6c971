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

use super::discard::gone;
use super::edit::{Desk, holds};
use crate::goals::model::{Tree, Wording};
use crate::goals::outline::{self as table, LeftOut};
use crate::goals::pages::paste::{self as page, Shown};
use crate::goals::paste::{self, Read};
use crate::goals::placing::Below;
use crate::goals::{at, store};

/// The largest document.
pub const LARGEST: usize = 20_000_000;

/// A pasted table, and whether it is only looked at.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Pasted {
    #[serde(default)]
    tabelle: String,
    #[serde(default)]
    absicht: String,
    /// The edition in which the page was opened.
    #[serde(default)]
    fassung: String,
}

/// The page with a table that was read, if one was.
fn shown<'a>(
    desk: &'a Desk,
    edition: String,
    (text, read): (&'a str, Option<&'a Read>),
    left_out: &'a [LeftOut],
) -> Shown<'a> {
    Shown { edition, text, read, left_out, there: (&desk.known, &desk.tree) }
}

/// `GET /{kommune}/steuerung/ziele/tabelle`; without a draft it leads to where one begins, unless
/// something typed is to be said again.
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let desk = Desk::read(&mut *app.store.read().await?, &city).await?;
    let mut problems = Problems::default();
    let edition = match &desk.draft {
        Some(draft) => draft.number.to_string(),
        None if holds(&viewer) => {
            problems.add("tabelle", viewer.t.get("ziele-kein-entwurf"));
            String::new()
        }
        None => return Ok(viewer.done(&at(&city, ""), None)),
    };
    let shown = shown(&desk, edition, ("", None), &[]);
    Ok(page::paste(&viewer, &city, shown, problems).answer())
}

/// `POST /{kommune}/steuerung/ziele/dokument`: the outline of a DOCX as a table, to be looked at.
pub async fn bring(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    sent: Sent,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let desk = Desk::read(&mut read, &city).await?;
    let edition = desk.edition(&viewer)?.to_string();
    drop(read);
    let file = sent.files.into_iter().find(|it| it.field == "datei").map(|it| it.bytes);
    let is_too_large = file.as_ref().is_some_and(|it| it.len() > LARGEST);
    let outline = match file.as_deref().filter(|_| !is_too_large).map(outline::outline) {
        None if is_too_large => Err("ziele-dokument-zu-gross"),
        None => Err("bringen-keine-datei"),
        Some(Err(_)) => Err("ziele-dokument-unlesbar"),
        Some(Ok(document)) => {
            table::read(&viewer.t, &document, &desk.tree).ok_or("ziele-dokument-flach")
        }
    };
    match outline {
        Ok(outline) => {
            let text = outline.table.as_str();
            let read = paste::read(&viewer.t, text, &desk.known, &desk.tree);
            let shown = shown(&desk, edition, (text, Some(&read)), &outline.left_out);
            Ok(page::paste(&viewer, &city, shown, Problems::default()).answer())
        }
        Err(text) => {
            let mut problems = Problems::default();
            problems.add("datei", viewer.t.get(text));
            let shown = shown(&desk, edition, ("", None), &[]);
            Ok(page::paste(&viewer, &city, shown, problems).refused())
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
    let desk = Desk::read(&mut change, &city).await?;
    let opened = (it.fassung.parse().ok(), desk.draft.as_ref());
    if let Some(text) = gone(&mut change, (city.tenant(), &viewer.t), opened).await? {
        let mut problems = Problems::default();
        problems.add("tabelle", text);
        let edition = desk.draft.as_ref().map_or(it.fassung, |it| it.number.to_string());
        let shown = shown(&desk, edition, (&it.tabelle, None), &[]);
        return Ok(page::paste(&viewer, &city, shown, problems).refused());
    }
    let edition = desk.edition(&viewer)?;
    let read = paste::read(&viewer.t, &it.tabelle, &desk.known, &desk.tree);
    let shown = shown(&desk, edition.to_string(), (&it.tabelle, Some(&read)), &[]);
    let page = page::paste(&viewer, &city, shown, Problems::default());
    let is_taken = it.absicht == "uebernehmen";
    if !read.findings.is_empty() || read.rows.is_empty() || (is_taken && read.changes() == 0) {
        return Ok(page.refused());
    }
    if !is_taken {
        return Ok(page.answer());
    }
    take(&mut change, &city, (edition, &desk.tree, read)).await?;
    change.commit().await?;
    let page = at(&city, &format!("?fassung={edition}"));
    Ok(viewer.done(&page, Some("meldung-ziele-angelegt")))
}

/// Writes the rows that are new or say something else, each after the one that it stands below.
async fn take(
    change: &mut Change,
    city: &City,
    (edition, tree, read): (i64, &Tree, Read),
) -> Result<(), StoreError> {
    let mut numbers: Vec<i64> = Vec::new();
    for (at, row) in read.rows.into_iter().enumerate() {
        let parent = match row.below {
            Below::Top => None,
            Below::Known(number) => Some(number),
            Below::Row(row) => numbers.get(row).copied(),
        };
        let last = tree.next_rank(parent) + i64::try_from(at).unwrap_or_default();
        let was = row.was.as_ref();
        let stays = was.map(|it| &it.wording).filter(|it| it.parent == parent);
        let rank = stays.map_or(last, |it| it.rank);
        let wording = Wording { parent, rank, ..row.wording };
        numbers.push(match was {
            None => store::add(change, city.tenant(), (edition, &wording)).await?,
            Some(was) => {
                if !row.otherwise.is_empty() {
                    store::save(change, city.tenant(), (edition, was), (&wording, false)).await?;
                }
                was.number
            }
        });
    }
    Ok(())
}
