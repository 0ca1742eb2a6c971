//! Doors of the signed paper of a commitment.

use ankunft_platform::attachments;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{Reading, Typed};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Sent, Viewer, scan};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{Number, find, refused};
use crate::commitments::address;
use crate::commitments::store::KIND;
use crate::taking_back;

/// `POST /{kommune}/steuerung/zusagen/{number}/urkunde`
pub async fn attach(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    sent: Sent,
) -> Result<Response, Failure> {
    find(&app, &city, number).await?;
    let scan = match scan::scan(sent) {
        Ok(scan) => scan,
        Err(text) => {
            let mut problems = Problems::default();
            problems.add("datei", viewer.t.get(text));
            return refused(&app, &city, &viewer, (number, &Typed::new(), &problems)).await;
        }
    };
    let thing = number.to_string();
    let (thing, file) = ((KIND, thing.as_str()), (scan.name.as_str(), scan.kind));
    let mut change = app.store.change(viewer.author()).await?;
    attachments::attach(&mut change, city.tenant(), thing, file, &scan.bytes).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-scan-hinterlegt")))
}

/// A file of a commitment in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OneFile {
    number: i64,
    id: i64,
}

/// `GET /{kommune}/steuerung/zusagen/{number}/urkunde/{id}`
pub async fn read(
    Of(app): Of<App>,
    city: City,
    PathOf(OneFile { number, id }): PathOf<OneFile>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let files = attachments::of(&mut read, city.tenant(), (KIND, &number.to_string())).await?;
    let file = files.into_iter().find(|it| it.id == id).ok_or_else(Failure::not_found)?;
    let bytes = attachments::read(&mut read, city.tenant(), &file).await?;
    Ok(scan::handed_out("zusage", &file, bytes.ok_or_else(Failure::not_found)?))
}

/// `POST /{kommune}/steuerung/zusagen/{number}/urkunde/zurueck`: takes a file back, with the reason.
pub async fn take_back(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let one = find(&app, &city, number).await?;
    let (file, reason) = match taking_back::asked(Reading::new(&viewer.t, &typed), &one.papers) {
        Ok(asked) => asked,
        Err(problems) => {
            return refused(&app, &city, &viewer, (number, &typed, &problems)).await;
        }
    };
    let here = address(&city, number);
    let mut change = app.store.change(viewer.author()).await?;
    if !attachments::take_back(&mut change, city.tenant(), file, &reason).await? {
        drop(change);
        return Ok(viewer.done(&here, Some("meldung-datei-schon-zurueck")));
    }
    change.commit().await?;
    Ok(viewer.done(&here, Some("meldung-datei-zurueck")))
}
