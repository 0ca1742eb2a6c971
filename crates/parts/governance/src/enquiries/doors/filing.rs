//! Doors through which something comes into a Vorgang.

use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use crate::enquiries::filing::{self, FIELD, Filed};
use crate::enquiries::pages::filing as page;

/// What is named, for who may see it.
fn seen(viewer: &Viewer, found: Option<Filed>) -> Result<Filed, Failure> {
    found.filter(|it| viewer.may(it.action)).ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/anfragen/vorgang/ablegen?ding=…`: into which Vorgang does it belong?
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let found = filing::find(&mut read, city.tenant(), sent(&asked, FIELD)).await?;
    let it = seen(&viewer, found)?;
    Ok(page::show(&viewer, &city, &it, (&it.file_number, &Problems::default())).answer())
}

/// `POST /{kommune}/anfragen/vorgang/ablegen`: puts it there; without an Aktenzeichen it lies nowhere.
pub async fn put(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut reading = Reading::new(&viewer.t, &typed);
    let file_number = reading.text("az", LONGEST_LINE);
    let mut change = app.store.change(viewer.author()).await?;
    let found = filing::find(&mut change, city.tenant(), sent(&typed, FIELD)).await?;
    let it = seen(&viewer, found)?;
    // What somebody else has chosen meanwhile is shown, not overwritten.
    if sent(&typed, "war") != it.file_number && file_number != it.file_number {
        reading.wrong("az", "ablegen-inzwischen");
    }
    if let Err(problems) = reading.result(()) {
        return Ok(page::show(&viewer, &city, &it, (&file_number, &problems)).refused());
    }
    if filing::put(&mut change, city.tenant(), (&it, &file_number), app.today()).await? {
        change.commit().await?;
    }
    let said = if file_number.is_empty() { "meldung-nicht-abgelegt" } else { "meldung-abgelegt" };
    Ok(viewer.done(&city.at(&it.path), Some(said)))
}
