use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use super::folder::open_folder;
use super::{KEEP, PATH, view};
use crate::citations::{self, NewCitation, Owner};
use crate::csrf;
use crate::page::Link;
use crate::page::components::Remember;
use crate::parts::CitedThing;
use crate::store::{Change, StoreError};
use crate::web::{App, City, Failure, Form, Viewer};

/// A thing beside which the button stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its id, as its [`Citable`](crate::parts::Citable) reads it.
    pub id: String,
    /// What it is called, for who does not see where the button stands.
    pub name: String,
}

/// The buttons beside things of a kind, one for each; none for who may keep no Mappe.
///
/// Two statements, however many things.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn buttons(
    app: &App,
    viewer: &Viewer,
    city: &City,
    kind: &str,
    things: Vec<Thing>,
) -> Result<Vec<Option<Remember>>, StoreError> {
    if things.is_empty() || !viewer.may(KEEP) {
        return Ok(things.iter().map(|_| None).collect());
    }
    let folders = view::own_folders(app, viewer, city.tenant()).await?;
    let folders: Vec<i64> = folders.iter().map(|it| it.id).collect();
    let ids: Vec<&str> = things.iter().map(|it| it.id.as_str()).collect();
    let lying = {
        let mut read = app.store.read().await?;
        citations::lying_in(&mut read, city.tenant(), &folders, (kind, &ids)).await?
    };
    let token = viewer.csrf();
    let back = viewer.address.clone();
    let button = |thing: Thing| {
        let link = |folder: &i64| {
            Link::new(viewer.t.get("in-der-mappe"), city.at(&format!("{PATH}/{folder}")))
        };
        Some(Remember {
            label: viewer.t.get("fuer-vorlage-merken"),
            lies_in: lying.get(&thing.id).map(link),
            ways: viewer.follow_ups(kind, &thing.id),
            thing: thing.name,
            action: city.at("/merken"),
            fields: vec![
                (csrf::FIELD, token.clone()),
                ("art", kind.to_owned()),
                ("ding", thing.id),
                ("zurueck", back.clone()),
            ],
        })
    };
    Ok(things.into_iter().map(button).collect())
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    art: String,
    ding: String,
    #[serde(default)]
    zurueck: String,
}

/// `POST /{kommune}/merken`: freezes what this reader sees of a thing and puts it into the Mappe
/// that lies open.
pub(super) async fn remember(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    headers: HeaderMap,
    Form(sent): Form<Wanted>,
) -> Result<Response, Failure> {
    let thing = see(&app, &viewer, &city, (&sent.art, &sent.ding)).await?;
    let folders = view::own_folders(&app, &viewer, city.tenant()).await?;
    let open = open_folder(&headers, &folders).map(|it| it.id);
    let owner = Owner::of(&viewer.actor).ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    let citation = freeze(&mut change, &city, (&sent.art, &sent.ding), &thing).await?;
    let folder = match open {
        Some(id) => id,
        None => {
            let title = app.texts_of(&city).get("mappe-erste");
            citations::folder(&mut change, city.tenant(), owner, &title).await?
        }
    };
    let place = ("folder", folder.to_string());
    citations::place(&mut change, city.tenant(), citation, (place.0, &place.1)).await?;
    change.commit().await?;
    let back = if sent.zurueck.is_empty() { city.at(PATH) } else { sent.zurueck };
    Ok(viewer.done(&back, Some("meldung-gemerkt")))
}

/// A thing as this reader sees it now.
pub(super) async fn see(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (kind, id): (&str, &str),
) -> Result<CitedThing, Failure> {
    let citable = app.parts.citable(kind).ok_or_else(Failure::not_found)?;
    let audience = viewer.actor.audience();
    let things = citable.look_up(app, city.tenant(), &[id], audience).await?;
    things.into_iter().next().flatten().ok_or_else(Failure::not_found)
}

/// Cites a thing as it was seen; gives the number of the citation.
pub(super) async fn freeze(
    change: &mut Change,
    city: &City,
    cited: (&str, &str),
    thing: &CitedThing,
) -> Result<i64, Failure> {
    let snapshot = thing.snapshot();
    let (nutzung, releases) = (thing.nutzung, thing.releases.as_slice());
    let new = NewCitation { cited, snapshot: &snapshot, nutzung, releases };
    match citations::cite(change, city.tenant(), new).await {
        Ok(citation) => Ok(citation.id),
        Err(StoreError::Withdrawn) => Err(Failure::not_found()),
        Err(error) => Err(error.into()),
    }
}
