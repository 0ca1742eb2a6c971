//! Doors through which an enquiry is written down and changed.

use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::Number;
use crate::enquiries::form::{self, checked};
use crate::enquiries::model::{Circle, Enquiry, Frame, Part};
use crate::enquiries::pages::form::{self as page, Meanwhile};
use crate::enquiries::permissions::{ANSWER, STEER};
use crate::enquiries::{address, store};
use crate::known::Known;

/// `GET /{kommune}/anfragen/neu`
pub async fn show_new(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let known = Known::read(&mut *app.store.read().await?, city.tenant()).await?;
    let usual = |part: Part, value: String| (part.code().to_owned(), value);
    let typed = vec![
        usual(Part::Lead, viewer.actor.post.map_or_else(String::new, |it| it.to_string())),
        usual(Part::ReceivedOn, app.today().to_string()),
        usual(Part::Circle, Circle::Public.code().to_owned()),
    ];
    Ok(page::new(&viewer, &city, &known, (&typed, Problems::default())).answer())
}

/// Who does not steer everything writes down and changes only what their own Stelle answers or takes
/// part in.
fn permitted(viewer: &Viewer, frame: Frame) -> Result<Frame, Problems> {
    let own = viewer.actor.post.is_some_and(|it| frame.is_of(it));
    if viewer.may(STEER) || (viewer.may(ANSWER) && own) {
        return Ok(frame);
    }
    let mut problems = Problems::default();
    problems.add(Part::Lead.code(), viewer.t.get("anfrage-eigene-stelle"));
    Err(problems)
}

/// `POST /{kommune}/anfragen/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let known = Known::read(&mut *app.store.read().await?, city.tenant()).await?;
    let frame = checked(&viewer.t, &typed, (&known, app.today()), None)
        .and_then(|it| permitted(&viewer, it));
    let frame = match frame {
        Ok(frame) => frame,
        Err(problems) => {
            return Ok(page::new(&viewer, &city, &known, (&typed, problems)).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let number = store::add(&mut change, city.tenant(), &frame).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-anfrage-aufgenommen")))
}

/// All versions of an enquiry that is still open, for who may change it.
async fn own(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: i64,
) -> Result<(Vec<Enquiry>, Known), Failure> {
    let mut read = app.store.read().await?;
    let versions = store::versions(&mut read, city.tenant(), &[number]).await?;
    let newest = versions.first().ok_or_else(Failure::not_found)?;
    super::answer::refuse_others(viewer, &newest.frame)?;
    let sent = store::sent(&mut read, city.tenant()).await?;
    if sent.contains_key(&number) {
        return Err(Failure::refused("answered").advice(viewer.t.get("anfrage-ist-beantwortet")));
    }
    let known = Known::read(&mut read, city.tenant()).await?;
    let known = versions.iter().fold(known, |known, it| known.keeping(it.frame.place.as_ref()));
    Ok((versions, known))
}

/// `GET /{kommune}/anfragen/{number}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let (versions, known) = own(&app, &city, &viewer, number).await?;
    let typed = form::typed(&versions[0].frame);
    let form = (&typed, Problems::default());
    Ok(page::change(&viewer, &city, (&versions[0], &known), form, None).answer())
}

/// `POST /{kommune}/anfragen/{number}/aendern`: the next version, unless somebody else has written
/// one since the form was opened; then both see the difference and nothing is lost.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (versions, known) = own(&app, &city, &viewer, number).await?;
    let now = &versions[0];
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = versions.iter().find(|it| it.version == seen).ok_or_else(Failure::not_found)?;
    let meanwhile = Meanwhile { before: &before.frame, now };
    let meanwhile = (seen != now.version).then_some(&meanwhile);
    let read = checked(&viewer.t, &typed, (&known, app.today()), Some(&now.frame));
    let (frame, problems) = match read.and_then(|it| permitted(&viewer, it)) {
        Ok(frame) => (Some(frame), Problems::default()),
        Err(problems) => (None, problems),
    };
    let Some(frame) = frame.filter(|_| meanwhile.is_none()) else {
        let form = (&typed, problems);
        return Ok(page::change(&viewer, &city, (now, &known), form, meanwhile).refused());
    };
    if frame == now.frame {
        return Ok(viewer.done(&address(&city, number), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    super::answer::still_open(&mut change, (&city, &viewer), number).await?;
    match store::change_frame(&mut change, city.tenant(), now, &frame).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            // Between reading and writing: the next look shows the difference.
            let (versions, known) = own(&app, &city, &viewer, number).await?;
            let meanwhile = Meanwhile { before: &before.frame, now: &versions[0] };
            let form = (&typed, Problems::default());
            let was = (&versions[0], &known);
            return Ok(page::change(&viewer, &city, was, form, Some(&meanwhile)).refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, number), Some("meldung-gespeichert")))
}
