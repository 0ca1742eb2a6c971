//! The door to the source of a mean.

use ankunft_platform::page::html;
use ankunft_platform::web::{App, City, Failure, Query, Viewer};
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::{asked, page};
use crate::doors::Place;
use crate::doors::read::{find_quarter, mark};
use crate::state::Atlas;

/// What the address says.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    ebene: Option<String>,
    merkmal: Option<String>,
    stichtag: Option<String>,
    gebiet: Option<String>,
    jahre: Option<String>,
}

/// `GET /{kommune}/atlas/quelle/mittel`
pub async fn show_mean(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(it): Query<Asked>,
) -> Result<Response, Failure> {
    let years = asked(it.jahre.as_deref())?;
    // Who names no mean is led to where the quarters stand.
    let named = it.merkmal.zip(it.stichtag).zip(it.gebiet).zip(years);
    let Some((((measure, period), area), years)) = named else {
        return Ok(viewer.done(&city.at("/atlas"), None));
    };
    let geography = it.ebene.as_deref().filter(|it| !it.is_empty());
    let view = find_quarter(&app, &atlas, &city, &viewer, (geography, &area)).await?;
    let place = Place::of(&city);
    let setting = place.setting(&viewer, &city, None);
    let mean = page::Mean::find(&setting, &view, (&measure, &period, years));
    let mean = mean.ok_or_else(Failure::not_found)?;
    let mut shell = viewer.page(viewer.t.get("quelle-titel")).lead(mean.lead());
    shell = shell.crumbs(mean.crumbs());
    let narrowest = view.sources.iter().map(|it| it.nutzung).min();
    shell.mark = narrowest.and_then(|it| mark(&viewer, view.place.circle(it)));
    Ok(html(&mean.page(shell)))
}
