//! The doors of composed quarters: extract, ask, render.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::Problems;
use ankunft_platform::page::{Link, html, html_with};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Route, Viewer};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::actions;
use super::form::form;
use super::pages::{self, ListPage};
use super::room::{Pairs, Room, chosen, kept, named, problems, sketch, typed};
use crate::doors::Place as At;
use crate::pages::overview::encode;
use crate::permissions::{COMPOSE, SEE};
use crate::state::Atlas;

/// Where composed quarters are seen, made and changed.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/{kommune}/atlas/quartiere", SEE, show_list).tagged(),
        Route::get("/{kommune}/atlas/quartiere/neu", COMPOSE, show_new),
        Route::post("/{kommune}/atlas/quartiere/neu", COMPOSE, make),
        Route::get("/{kommune}/atlas/quartiere/aendern/{quartier}", COMPOSE, show_change),
        Route::post("/{kommune}/atlas/quartiere/aendern/{quartier}", COMPOSE, change),
        Route::post("/{kommune}/atlas/quartiere/aendern/{quartier}/aufgeben", COMPOSE, retire),
    ]
}

/// Which composed quarter, by its code.
#[derive(Clone, Debug, Deserialize)]
pub struct Which {
    quartier: String,
}

/// `GET /{kommune}/atlas/quartiere`
pub async fn show_list(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Pairs>,
) -> Result<Response, Failure> {
    let room = Room::enter(&app, &atlas, (&city, &viewer)).await?;
    let at = At::of(&city);
    let setting = at.setting(&viewer, &city, None);
    let t = &viewer.t;
    let geography = room.geography(named(&asked, "ebene"));
    let quarters = match geography.and_then(|it| Some((it, room.version(it)?.id))) {
        Some((geography, version)) => {
            let mut read = app.store.read().await?;
            let ground = room.ground(&mut read, version).await?;
            pages::listed(&setting, &room.shelf, geography, &ground)
        }
        None => Vec::new(),
    };
    let code = geography.map_or("", |it| &it.code);
    let mut lead = match quarters.len() {
        0 => t.get("atlas-leer"),
        count => t.with("zusammen-liste-leit", &[("anzahl", Arg::from(count))]),
    };
    if quarters.iter().any(|it| it.note.is_some()) {
        lead = format!("{lead} {}", t.get("zusammen-liste-einige"));
    }
    let crumbs = vec![Link::new(t.get("nav-atlas"), city.at("/atlas"))];
    let path = city.at(&format!("/atlas/quartiere/neu?ebene={}", encode(code)));
    let compose = viewer.may(COMPOSE) && !quarters.is_empty();
    Ok(html(&ListPage {
        shell: viewer.page(t.get("zusammen-liste")).lead(lead).crumbs(crumbs),
        action: city.at("/atlas/quartiere"),
        levels: room.levels(code),
        compose: compose.then(|| Link::new(t.get("zusammen-neu"), path)),
        quarters,
    }))
}

/// `GET /{kommune}/atlas/quartiere/neu`
pub async fn show_new(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Pairs>,
) -> Result<Response, Failure> {
    let room = Room::enter(&app, &atlas, (&city, &viewer)).await?;
    let (sketch, ground) = sketch(&room, &asked).await?;
    let page = form(&room, (&sketch, &ground), None, Problems::default()).await?;
    Ok(html(&page))
}

/// `POST /{kommune}/atlas/quartiere/neu`
pub async fn make(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Form(sent): Form<Pairs>,
) -> Result<Response, Failure> {
    let room = Room::enter(&app, &atlas, (&city, &viewer)).await?;
    let (sketch, ground) = sketch(&room, &sent).await?;
    let problems = problems(&room, (&sketch, &ground), None);
    if !problems.is_empty() {
        let page = form(&room, (&sketch, &ground), None, problems).await?;
        return Ok(html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let code = actions::make((&app, &city, &viewer), &room.shelf, &ground, &sketch).await?;
    let path = city.at(&format!("/atlas/quartiere/{}", encode(&code)));
    Ok(viewer.done(&path, Some("meldung-gespeichert")))
}

/// `GET /{kommune}/atlas/quartiere/aendern/{quartier}`
pub async fn show_change(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(which): PathOf<Which>,
    Query(asked): Query<Pairs>,
) -> Result<Response, Failure> {
    let room = Room::enter(&app, &atlas, (&city, &viewer)).await?;
    let quarter = room.quarter(&which.quartier)?;
    let (mut sketch, ground) = kept(&room, quarter).await?;
    if asked.iter().any(|it| it.0 == "gebiet") {
        sketch.parts = chosen(&asked, &ground);
    }
    let page = form(&room, (&sketch, &ground), Some(quarter), Problems::default()).await?;
    Ok(html(&page))
}

/// `POST /{kommune}/atlas/quartiere/aendern/{quartier}`
pub async fn change(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(which): PathOf<Which>,
    Form(sent): Form<Pairs>,
) -> Result<Response, Failure> {
    let room = Room::enter(&app, &atlas, (&city, &viewer)).await?;
    let quarter = room.quarter(&which.quartier)?;
    let (mut sketch, ground) = kept(&room, quarter).await?;
    typed(&mut sketch, &sent);
    sketch.parts = chosen(&sent, &ground);
    let problems = problems(&room, (&sketch, &ground), Some(quarter.id));
    if !problems.is_empty() {
        let page = form(&room, (&sketch, &ground), Some(quarter), problems).await?;
        return Ok(html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    actions::change((&app, &city, &viewer), quarter, &sketch).await?;
    let path = city.at(&format!("/atlas/quartiere/{}", encode(&quarter.code)));
    Ok(viewer.done(&path, Some("meldung-gespeichert")))
}

/// `POST /{kommune}/atlas/quartiere/aendern/{quartier}/aufgeben`
pub async fn retire(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(which): PathOf<Which>,
) -> Result<Response, Failure> {
    let room = Room::enter(&app, &atlas, (&city, &viewer)).await?;
    let quarter = room.quarter(&which.quartier)?;
    actions::retire((&app, &city, &viewer), quarter).await?;
    Ok(viewer.done(&city.at("/atlas/quartiere"), Some("meldung-gespeichert")))
}
