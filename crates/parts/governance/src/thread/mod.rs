//! The red thread: why is this so, and what followed from it?
//!
//! Nobody draws it. It is read from the citations that people make when they write papers, decide
//! and plan: [`view`] follows them in both directions and asks each part what the reader may see.

mod pages;
mod picture;
mod prov;
pub(crate) mod view;

use std::collections::{BTreeMap, BTreeSet};

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::parts::{CitedThing, Part};
use ankunft_platform::releases;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::file::File;
use ankunft_platform::web::{App, City, Data, Failure, PathOf, Route, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use crate::permissions::FOLLOW;

/// The address of the thread of a thing.
#[must_use]
pub fn address(city: &City, (kind, id): (&str, &str)) -> String {
    city.at(&format!("/faden/{kind}/{id}"))
}

/// What is said today of things that speak about a day: the newest of their series. None where
/// there is nothing newer.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn today(
    app: &App,
    tenant: Tenant,
    audience: Audience,
    things: &[(&str, &str)],
) -> Result<Vec<Option<CitedThing>>, StoreError> {
    let mut all: Vec<Option<CitedThing>> = vec![None; things.len()];
    let mut kinds: Vec<&str> = things.iter().map(|it| it.0).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let Some(citable) = app.parts.citable(kind) else { continue };
        let at: Vec<usize> = (0..things.len()).filter(|at| things[*at].0 == kind).collect();
        let ids: Vec<&str> = at.iter().map(|at| things[*at].1).collect();
        let newest = citable.newest(app, tenant, &ids, audience).await?;
        let newer: Vec<(usize, &str)> =
            at.iter().zip(&newest).filter_map(|(at, it)| Some((*at, it.as_deref()?))).collect();
        let ids: Vec<&str> = newer.iter().map(|it| it.1).collect();
        if ids.is_empty() {
            continue;
        }
        let found = citable.look_up(app, tenant, &ids, audience).await?;
        for ((at, _), thing) in newer.iter().zip(found) {
            all[*at] = thing;
        }
    }
    Ok(all)
}

/// A thing by kind and id.
pub type Id = (String, String);

/// What each thing says today, as this audience sees it: one question to each kind.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn living<'a>(
    app: &App,
    tenant: Tenant,
    audience: Audience,
    things: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<BTreeMap<Id, CitedThing>, StoreError> {
    let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (kind, id) in things {
        kinds.entry(kind).or_default().insert(id);
    }
    let mut all = BTreeMap::new();
    for (kind, ids) in kinds {
        let Some(citable) = app.parts.citable(kind) else { continue };
        let ids: Vec<&str> = ids.into_iter().collect();
        let found = citable.look_up(app, tenant, &ids, audience).await?;
        for (id, thing) in ids.into_iter().zip(found) {
            if let Some(thing) = thing {
                all.insert((kind.to_owned(), id.to_owned()), thing);
            }
        }
    }
    Ok(all)
}

/// What the thread registers.
pub(crate) fn part() -> Part {
    let prov = Data::json::<prov::ProvDocument>("A thread as W3C PROV-JSON")
        .refusing(&[(404, "No such thing for this reader")]);
    Part {
        routes: vec![
            Route::get("/{kommune}/faden/{art}/{id}", FOLLOW, show),
            Route::get("/{kommune}/faden/{art}/{id}/prov.json", FOLLOW, provenance).data(prov),
        ],
        ..Part::default()
    }
}

/// A thing in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct Thing {
    art: String,
    id: String,
}

async fn view(
    app: &App,
    city: &City,
    viewer: &Viewer,
    it: &Thing,
) -> Result<view::ThreadView, Failure> {
    let thing = (it.art.as_str(), it.id.as_str());
    let view = view::ThreadView::read(app, viewer, city.tenant(), thing).await?;
    view.ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/faden/{art}/{id}`
async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<Thing>,
) -> Result<Response, Failure> {
    let view = view(&app, &city, &viewer, &it).await?;
    Ok(ankunft_platform::page::html(&pages::page(&viewer, &city, &view)))
}

/// `GET /{kommune}/faden/{art}/{id}/prov.json`: the thread that the page shows, to its reader.
async fn provenance(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<Thing>,
) -> Result<Response, Failure> {
    let view = view(&app, &city, &viewer, &it).await?;
    let document = prov::ProvDocument::of(&city, viewer.base_address(), &view);
    let inside = view.nodes.iter().filter(|it| it.thing.nutzung != Nutzung::Public);
    let releases: Vec<i64> = inside.flat_map(|it| it.thing.releases.iter().copied()).collect();
    let tenant = city.tenant();
    let mut read = app.store.read().await?;
    let versions = releases::dataset_versions(&mut read, tenant, &releases).await?;
    drop(read);
    let file = File::json(&document)?.noted_as("prov.json");
    file.hand_out(&app, (&viewer, tenant), &versions).await
}
