//! The doors of commitments: extract, ask, change, render.

pub mod paper;
pub mod promise;
pub mod write;

use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{App, City, Failure, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::pages::{list, one as page};
use super::view::{All, One};

/// The number of a commitment in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    number: i64,
}

/// A commitment, or 404.
async fn find(app: &App, city: &City, number: i64) -> Result<One, Failure> {
    One::read(app, city, number).await?.ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/steuerung/zusagen`
pub async fn show_all(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let all = All::read(&mut app.store.read().await?, city.tenant()).await?;
    Ok(list::show(&viewer, &city, &all, app.today()).answer())
}

/// `GET /{kommune}/steuerung/zusagen/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let one = find(&app, &city, number).await?;
    let nothing = (&Typed::new(), &Problems::default());
    Ok(page::show(&viewer, &city, (&one, app.today()), nothing).answer())
}

/// The page of a commitment with what is wrong in one of its forms.
async fn refused(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (number, typed, problems): (i64, &Typed, &Problems),
) -> Result<Response, Failure> {
    let one = find(app, city, number).await?;
    Ok(page::show(viewer, city, (&one, app.today()), (typed, problems)).refused())
}
