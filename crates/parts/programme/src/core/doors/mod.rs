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

/// The code of a Kernindikator in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct Code {
    code: String,
}

async fn comparison(app: &App) -> Result<Comparison, Failure> {
    let read = Comparison::read(&mut *app.store.read().await?).await?;
    read.ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/kernindikatoren`
pub async fn overview(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let it = Comparison::read(&mut *app.store.read().await?).await?;
    Ok(pages::overview(&viewer, &city, it.as_ref()).answer())
}

/// `GET /{kommune}/kernindikatoren.csv`
pub async fn csv(Of(app): Of<App>) -> Result<Response, Failure> {
    let it = comparison(&app).await?;
    Ok(File::new(Format::Csv, "kernindikatoren", api::csv(&it)).answer())
}

/// `GET /{kommune}/kernindikatoren.json`
pub async fn json(Of(app): Of<App>) -> Result<Response, Failure> {
    let it = comparison(&app).await?;
    Ok(File::json(&api::CoreDocument::of(&it))?.answer())
}

/// `GET /{kommune}/kernindikatoren/{code}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Code { code }): PathOf<Code>,
) -> Result<Response, Failure> {
    let it = comparison(&app).await?;
    let line = it.line(&code).ok_or_else(Failure::not_found)?;
    Ok(pages::line(&viewer, &city, &it, line).answer())
}
