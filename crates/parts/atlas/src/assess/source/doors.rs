//! The door to the source of a rate.

use ankunft_platform::page::html;
use ankunft_platform::web::{App, City, Failure, Query, Viewer};
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::page;
use crate::assess::bridge::Bridges;
use crate::assess::doors::find;
use crate::doors::Place;
use crate::permissions::ASSESS;
use crate::state::Atlas;

/// What the address says.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    ebene: Option<String>,
    merkmal: Option<String>,
    gebiet: Option<String>,
}

/// `GET /{kommune}/atlas/quelle/ankunft`
pub async fn show_rate(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let found = find(&app, &atlas, (&city, &viewer), asked.ebene.as_deref()).await?;
    // Who names no rate is led to where all of them stand.
    let Some((dimension, area)) = asked.merkmal.zip(asked.gebiet) else {
        return Ok(viewer.done(&city.at("/atlas"), None));
    };
    let ready = found.ready().ok_or_else(Failure::not_found)?;
    let reader = viewer.actor.audience();
    let to = ready.assessment.show(reader).map(|it| it.area_version);
    let to = to.and_then(|id| found.shelf.versions.iter().find(|it| it.id == id));
    let to = to.ok_or_else(Failure::not_found)?;
    let bridges = match ready.entered.iter().all(|it| it.area_version == to.id) {
        true => Bridges::default(),
        false => {
            let mut read = app.store.read().await?;
            Bridges::read(&mut read, city.tenant(), &found.shelf.versions, to).await?
        }
    };
    let place = Place::of(&city);
    let setting = place.setting(&viewer, &city, None);
    let rate = page::Rate::find(&setting, (&found.shelf, ready, &bridges), (&dimension, &area));
    let rate = rate.ok_or_else(Failure::not_found)?;
    let mut shell = viewer.page(viewer.t.get("quelle-titel")).lead(rate.lead());
    shell = shell.crumbs(rate.crumbs());
    shell.mark = crate::assess::doors::mark(&viewer, ready);
    Ok(html(&rate.page(shell, viewer.may(ASSESS))))
}
