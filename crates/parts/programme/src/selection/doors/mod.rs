//! The doors of the selection: extract, ask, change, render.

pub mod files;
pub mod give;
pub mod news;

use ankunft_atlas::candidates::store::standing;
use ankunft_platform::tenant::TenantKind;
use ankunft_platform::web::{App, City, Failure, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;
use sqlx::AnyConnection;

use super::pages;
use super::view::{Comparison, Reads};
use crate::permissions::GIVE_SELECTION;

/// A city in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct From {
    von: String,
}

/// What this reader may compare, or 404 in an installation without a programme.
async fn comparison(
    app: &App,
    connection: &mut AnyConnection,
    (city, viewer): (&City, &Viewer),
) -> Result<Comparison, Failure> {
    Comparison::read(connection, (city.tenant(), Reads::of(viewer)), app.today())
        .await?
        .ok_or_else(Failure::not_found)
}

/// Only a municipality has candidates.
fn only_cities(city: &City) -> Result<(), Failure> {
    if city.kind == TenantKind::Kommune { Ok(()) } else { Err(Failure::not_found()) }
}

/// `GET /{kommune}/auswahl`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let it = comparison(&app, &mut *app.store.read().await?, (&city, &viewer)).await?;
    Ok(pages::comparison::page(&viewer, &city, &it).answer())
}

/// `GET /{kommune}/auswahl/stadt/{von}`: what is not shown to who asks is not there.
pub async fn show_one(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(From { von }): PathOf<From>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let it = comparison(&app, &mut read, (&city, &viewer)).await?;
    let line = it.lines.iter().find(|it| it.city.slug == von && it.given.is_some());
    let line = line.ok_or_else(Failure::not_found)?;
    let is_own = line.city.tenant == city.tenant() && viewer.may(GIVE_SELECTION);
    let new = match line.given.as_ref().filter(|_| is_own) {
        Some(it) => standing::noted_after(&mut read, city.tenant(), it.at).await?,
        None => Vec::new(),
    };
    Ok(pages::city::page(&viewer, &city, line, &new).answer())
}
