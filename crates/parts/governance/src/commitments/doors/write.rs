//! Doors through which a commitment is written down and changed.

use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{Number, find};
use crate::commitments::form::{self, checked};
use crate::commitments::pages::form as page;
use crate::commitments::{address, store};

/// `GET /{kommune}/steuerung/zusagen/neu`
pub async fn show_new(city: City, viewer: Viewer) -> Result<Response, Failure> {
    let typed = vec![("beteiligte".to_owned(), city.name.clone())];
    Ok(page::new(&viewer, &city, (&typed, Problems::default())).answer())
}

/// `POST /{kommune}/steuerung/zusagen/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let terms = match checked(&viewer.t, &typed, app.today()) {
        Ok(terms) => terms,
        Err(problems) => return Ok(page::new(&viewer, &city, (&typed, problems)).refused()),
    };
    let mut change = app.store.change(viewer.author()).await?;
    let number = store::add(&mut change, city.tenant(), &terms).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-zusage-angelegt")))
}

/// `GET /{kommune}/steuerung/zusagen/{number}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let one = find(&app, &city, number).await?;
    let typed = form::typed(&one.commitment().terms);
    Ok(page::change(&viewer, &city, &one, (&typed, Problems::default()), None).answer())
}

/// `POST /{kommune}/steuerung/zusagen/{number}/aendern`: the next version, unless somebody else has
/// written one since the form was opened.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let one = find(&app, &city, number).await?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = one.versions.iter().find(|it| it.version == seen);
    let before = before.ok_or_else(Failure::not_found)?;
    let is_stale = seen != one.commitment().version;
    let (terms, problems) = match checked(&viewer.t, &typed, app.today()) {
        Ok(terms) => (Some(terms), Problems::default()),
        Err(problems) => (None, problems),
    };
    let Some(terms) = terms.filter(|_| !is_stale) else {
        let before = is_stale.then_some(before);
        return Ok(page::change(&viewer, &city, &one, (&typed, problems), before).refused());
    };
    if terms == one.commitment().terms {
        return Ok(viewer.done(&address(&city, number), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    match store::save(&mut change, city.tenant(), (one.commitment(), &terms)).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            // Between reading and writing: the next look shows the difference.
            let one = find(&app, &city, number).await?;
            let before = one.versions.iter().find(|it| it.version == seen);
            let form = (&typed, Problems::default());
            return Ok(page::change(&viewer, &city, &one, form, before).refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, number), Some("meldung-gespeichert")))
}
