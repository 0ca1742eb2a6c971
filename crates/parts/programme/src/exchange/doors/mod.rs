//! The doors of the exchange: extract, ask, change, render.

pub mod bring;
pub mod get;
pub mod give;
pub mod partners;
pub mod register;

use ankunft_platform::web::file::File;
use ankunft_platform::web::{App, City, Failure, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::pages::overview as page;
use super::view::Overview;

/// The number of a thing in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    number: i64,
}

/// `GET /{kommune}/austausch`
pub async fn overview(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let view = Overview::read(&mut *app.store.read().await?, city.tenant()).await?;
    Ok(page::page(&app, &viewer, &city, &view).answer())
}

/// An archive as a file.
fn archive(name: String, bytes: Vec<u8>) -> Response {
    File::attached("application/zip", "zip", name, bytes).answer()
}
