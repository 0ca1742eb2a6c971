//! The doors of Kernindikatoren: extract, ask, change, render.

pub mod define;
pub mod fit;

use ankunft_platform::web::file::{File, Format};
use ankunft_platform::web::{App, City, Failure, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::view::Comparison;
use super::{api, pages};
use crate::permissions::SEE;

/// The code of a Kernindikator in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct Code {
    code: String,
}

async fn comparison(app: &App) -> Result<Comparison, Failure> {
    let read = Comparison::read(&mut *app.store.read().await?).await?;
    read.ok_or_else(Failure::not_found)
}

/// The comparison as somebody reads it: what came as files, who may see what is exchanged.
async fn seen(app: &App, city: &City, viewer: &Viewer) -> Result<Option<Comparison>, Failure> {
    let mut read = app.store.read().await?;
    Ok(match Comparison::read(&mut read).await? {
        Some(it) if viewer.may(SEE) => {
            Some(it.with_files(&mut read, (city.tenant(), app.today())).await?)
        }
        it => it,
    })
}

/// `GET /{kommune}/kernindikatoren`
pub async fn overview(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let it = seen(&app, &city, &viewer).await?;
    Ok(pages::overview(&viewer, &city, it.as_ref()).answer())
}

/// `GET /{kommune}/kernindikatoren.csv`
pub async fn csv(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let it = seen(&app, &city, &viewer).await?.ok_or_else(Failure::not_found)?;
    Ok(File::new(Format::Csv, "kernindikatoren", api::csv(&it)).answer())
}

/// `GET /{kommune}/kernindikatoren.json`
pub async fn json(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let it = seen(&app, &city, &viewer).await?.ok_or_else(Failure::not_found)?;
    Ok(File::json(&api::CoreDocument::of(&it))?.answer())
}

/// `GET /{kommune}/kernindikatoren/{code}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Code { code }): PathOf<Code>,
) -> Result<Response, Failure> {
    let it = seen(&app, &city, &viewer).await?.ok_or_else(Failure::not_found)?;
    let line = it.line(&code).ok_or_else(Failure::not_found)?;
    Ok(pages::line(&viewer, &city, &it, line).answer())
}
