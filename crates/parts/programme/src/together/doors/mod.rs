//! The doors of the programme: extract, ask, change, render.

pub mod documents;
pub mod meetings;
pub mod profile;
pub mod questions;

use ankunft_platform::store::Read;
use ankunft_platform::web::{App, City, Failure, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::pages;
use super::view::Together;

/// The number of a thing in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    number: i64,
}

/// What the twelve tell, or 404 in an installation without a programme.
async fn together(read: &mut Read) -> Result<Together, Failure> {
    Together::read(read).await?.ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/programm`
pub async fn overview(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let it = Together::read(&mut app.store.read().await?).await?;
    Ok(pages::overview(&app, &viewer, &city, it.as_ref()).answer())
}
