//! The doors of the Mappe.

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use serde::Deserialize;

use super::pages::{self, Typed};
use super::view::{self, FolderView};
use super::{PATH, remember};
use crate::citations::{self, Folder, Owner};
use crate::web::{App, City, Failure, Form, PathOf, Viewer, cookies};

/// Longer titles are cut by no page; this is room enough for the title of a paper.
const LONGEST_TITLE: usize = 160;

/// The number of a Mappe in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Id {
    pub id: i64,
}

/// The Mappe that lies open on this reader's desk: the one looked at last, or the newest.
pub(super) fn open_folder<'a>(headers: &HeaderMap, all: &'a [Folder]) -> Option<&'a Folder> {
    let open = cookies::read(headers, cookies::FOLDER).and_then(|it| it.parse::<i64>().ok());
    all.iter().find(|it| Some(it.id) == open).or(all.first())
}

/// `GET /{kommune}/mappe`: the Mappe that lies open.
pub(super) async fn open_one(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let all = view::own_folders(&app, &viewer, city.tenant()).await?;
    match open_folder(&headers, &all) {
        Some(folder) => {
            let view = view::folder(&app, &viewer, &city, folder.id).await?;
            Ok(pages::folder(&viewer, &city, &view, Typed::default()).answer())
        }
        None => Ok(pages::none(&viewer, &city, Typed::default()).answer()),
    }
}

/// `GET /{kommune}/mappe/{id}`
pub(super) async fn show(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(Id { id }): PathOf<Id>,
) -> Result<Response, Failure> {
    let view = view::folder(&app, &viewer, &city, id).await?;
    let response = pages::folder(&viewer, &city, &view, Typed::default()).answer();
    Ok(lay_open(&app, response, id))
}

/// What is remembered next goes into this Mappe.
fn lay_open(app: &App, mut response: Response, id: i64) -> Response {
    let cookie = cookies::write(cookies::FOLDER, &id.to_string(), app.config.is_https(), None);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

#[derive(Deserialize)]
pub(super) struct New {
    neu: String,
}

/// `POST /{kommune}/mappe`
pub(super) async fn make(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    headers: HeaderMap,
    Form(New { neu }): Form<New>,
) -> Result<Response, Failure> {
    let all = view::own_folders(&app, &viewer, city.tenant()).await?;
    if let Some(problem) = wrong(&viewer, &all, None, &neu) {
        let typed = Typed { new: Some((neu, problem)), ..Typed::default() };
        return Ok(match open_folder(&headers, &all) {
            Some(folder) => {
                let view = view::folder(&app, &viewer, &city, folder.id).await?;
                pages::folder(&viewer, &city, &view, typed).refused()
            }
            None => pages::none(&viewer, &city, typed).refused(),
        });
    }
    let owner = Owner::of(&viewer.actor).ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    let id = citations::folder(&mut change, city.tenant(), owner, neu.trim()).await?;
    change.commit().await?;
    let response = viewer.done(&at(&city, id), Some("meldung-mappe-angelegt"));
    Ok(lay_open(&app, response, id))
}

/// What is wrong with a title.
fn wrong(viewer: &Viewer, all: &[Folder], own: Option<i64>, title: &str) -> Option<String> {
    let title = title.trim();
    let is_taken = all.iter().any(|it| it.title == title && Some(it.id) != own);
    let text = match title.chars().count() {
        0 => "mappe-titel-fehlt",
        it if it > LONGEST_TITLE => "mappe-titel-lang",
        _ if is_taken => "mappe-titel-doppelt",
        _ => return None,
    };
    Some(viewer.t.get(text))
}

fn at(city: &City, id: i64) -> String {
    city.at(&format!("{PATH}/{id}"))
}

#[derive(Deserialize)]
pub(super) struct Title {
    titel: String,
}

/// `POST /{kommune}/mappe/{id}/name`
pub(super) async fn rename(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(Id { id }): PathOf<Id>,
    Form(Title { titel }): Form<Title>,
) -> Result<Response, Failure> {
    let view = view::folder(&app, &viewer, &city, id).await?;
    if let Some(problem) = wrong(&viewer, &view.all, Some(id), &titel) {
        let typed = Typed { title: Some((titel, problem)), ..Typed::default() };
        return Ok(pages::folder(&viewer, &city, &view, typed).refused());
    }
    let mut change = app.store.change(viewer.author()).await?;
    citations::rename(&mut change, city.tenant(), id, titel.trim()).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, id), Some("meldung-gespeichert")))
}

/// One thing of a Mappe, named by its Fundstelle.
#[derive(Deserialize)]
pub(super) struct One {
    zitat: String,
    #[serde(default)]
    richtung: String,
}

/// The place of the named thing in a Mappe of this reader.
async fn find(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (id, code): (i64, &str),
) -> Result<(FolderView, usize), Failure> {
    let view = view::folder(app, viewer, city, id).await?;
    let at = view.entries.iter().position(|it| it.citation.code == code);
    let at = at.ok_or_else(Failure::not_found)?;
    Ok((view, at))
}

/// `POST /{kommune}/mappe/{id}/reihenfolge`: one place up or down.
pub(super) async fn reorder(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(Id { id }): PathOf<Id>,
    Form(sent): Form<One>,
) -> Result<Response, Failure> {
    let (view, from) = find(&app, &viewer, &city, (id, &sent.zitat)).await?;
    let mut order: Vec<i64> = view.entries.iter().map(|it| it.citation.id).collect();
    let to = match sent.richtung.as_str() {
        "hoch" => from.saturating_sub(1),
        "runter" => (from + 1).min(order.len() - 1),
        _ => return Err(Failure::refused("no such direction")),
    };
    order.swap(from, to);
    let mut change = app.store.change(viewer.author()).await?;
    citations::reorder(&mut change, city.tenant(), ("folder", &id.to_string()), &order).await?;
    change.commit().await?;
    Ok(viewer.done(&format!("{}#f-{}", at(&city, id), sent.zitat), None))
}

/// `POST /{kommune}/mappe/{id}/neuer-stand`: cites what the thing says today, in the old place.
/// The old citation stays, as papers may name it.
pub(super) async fn renew(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(Id { id }): PathOf<Id>,
    Form(sent): Form<One>,
) -> Result<Response, Failure> {
    let (view, from) = find(&app, &viewer, &city, (id, &sent.zitat)).await?;
    let old = &view.entries[from].citation;
    let cited = (old.cited_kind.as_str(), old.cited.as_str());
    let thing = remember::see(&app, &viewer, &city, cited).await?;
    let mut change = app.store.change(viewer.author()).await?;
    let new = remember::freeze(&mut change, &city, cited, &thing).await?;
    let place = ("folder", id.to_string());
    let pair = (old.id, new);
    citations::replace(&mut change, city.tenant(), pair, (place.0, &place.1)).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, id), Some("meldung-neuer-stand")))
}

/// `POST /{kommune}/mappe/{id}/herausnehmen`
pub(super) async fn take_out(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(Id { id }): PathOf<Id>,
    Form(sent): Form<One>,
) -> Result<Response, Failure> {
    let (view, from) = find(&app, &viewer, &city, (id, &sent.zitat)).await?;
    let citation = view.entries[from].citation.id;
    let mut change = app.store.change(viewer.author()).await?;
    let place = ("folder", id.to_string());
    citations::remove(&mut change, city.tenant(), citation, (place.0, &place.1)).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, id), Some("meldung-herausgenommen")))
}

/// `POST /{kommune}/mappe/{id}/loeschen`
pub(super) async fn delete(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(Id { id }): PathOf<Id>,
) -> Result<Response, Failure> {
    let view = view::folder(&app, &viewer, &city, id).await?;
    let mut change = app.store.change(viewer.author()).await?;
    citations::delete(&mut change, city.tenant(), view.folder.id).await?;
    change.commit().await?;
    Ok(viewer.done(&city.at(PATH), Some("meldung-mappe-geloescht")))
}
