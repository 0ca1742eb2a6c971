//! Doors through which a promise is noted, changed and said to be kept.

use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{Number, find, refused};
use crate::commitments::form::{checked_pledge, typed_pledge};
use crate::commitments::model::Promise;
use crate::commitments::pages::form as page;
use crate::commitments::store::{self, KIND, PROMISE};
use crate::commitments::view::One;
use crate::commitments::{address, citable};
use crate::evidence::{self, Evidence};
use crate::inside::Here;
use crate::measures;

/// A promise in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OnePromise {
    number: i64,
    promise: i64,
}

fn of(one: &One, promise: i64) -> Result<&Promise, Failure> {
    one.promises.iter().find(|it| it.number == promise).ok_or_else(Failure::not_found)
}

/// What a promise cites.
async fn evidence(
    app: &App,
    city: &City,
    viewer: &Viewer,
    promise: i64,
) -> Result<Evidence, Failure> {
    Evidence::read(app, viewer, city, (PROMISE, &promise.to_string()), false).await
}

/// `POST /{kommune}/steuerung/zusagen/{number}/versprechen`: it cites the commitment that it stands
/// in, so that the thread leads from one to the other.
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let one = find(&app, &city, number).await?;
    let terms = &one.commitment().terms;
    let pledge = match checked_pledge(&viewer.t, &typed, (&one.known, terms), None) {
        Ok(pledge) => pledge,
        Err(problems) => return refused(&app, &city, &viewer, (number, &typed, &problems)).await,
    };
    let t = app.texts_of(&city);
    let here = Here { t: &t, city: &city, today: app.today() };
    let seen = citable::commitment(here, one.commitment());
    let mut change = app.store.change(viewer.author()).await?;
    let promise = store::add_promise(&mut change, city.tenant(), (number, &pledge)).await?;
    let (citing, cited) = (promise.to_string(), number.to_string());
    let cited = ((KIND, cited.as_str()), &seen);
    evidence::link(&mut change, city.tenant(), (PROMISE, &citing), cited).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-versprechen")))
}

/// `GET /{kommune}/steuerung/zusagen/{number}/versprechen/{promise}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(at): PathOf<OnePromise>,
) -> Result<Response, Failure> {
    let one = find(&app, &city, at.number).await?;
    let promise = of(&one, at.promise)?;
    let evidence = evidence(&app, &city, &viewer, at.promise).await?;
    let typed = typed_pledge(&promise.pledge);
    let form = (&typed, Problems::default());
    Ok(page::promise(&viewer, &city, (&one, promise, &evidence), form, false).answer())
}

/// `POST /{kommune}/steuerung/zusagen/{number}/versprechen/{promise}`
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(at): PathOf<OnePromise>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut one = find(&app, &city, at.number).await?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let was = of(&one, at.promise)?;
    let mut is_stale = seen != was.version;
    let known = (&one.known, &one.commitment().terms);
    let (pledge, problems) = match checked_pledge(&viewer.t, &typed, known, Some(was)) {
        Ok(pledge) => (Some(pledge), Problems::default()),
        Err(problems) => (None, problems),
    };
    if let Some(pledge) = pledge.filter(|_| !is_stale) {
        let mut change = app.store.change(viewer.author()).await?;
        match store::save_promise(&mut change, city.tenant(), (was, &pledge)).await {
            Ok(()) => {
                change.commit().await?;
                return Ok(viewer.done(&address(&city, at.number), Some("meldung-gespeichert")));
            }
            Err(error) if error.is_duplicate() => is_stale = true,
            Err(error) => return Err(error.into()),
        }
        drop(change);
        one = find(&app, &city, at.number).await?;
    }
    let promise = of(&one, at.promise)?;
    let evidence = evidence(&app, &city, &viewer, at.promise).await?;
    let form = (&typed, problems);
    Ok(page::promise(&viewer, &city, (&one, promise, &evidence), form, is_stale).refused())
}

/// `POST /{kommune}/steuerung/zusagen/{number}/versprechen/{promise}/massnahme`: the measure cites
/// the promise that it keeps.
pub async fn keep(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(at): PathOf<OnePromise>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let one = find(&app, &city, at.number).await?;
    let promise = of(&one, at.promise)?;
    let chosen = sent(&typed, "massnahme");
    let Some(measure) = one.measures.iter().find(|it| it.number.to_string() == chosen) else {
        let mut problems = Problems::default();
        problems.add("massnahme", viewer.t.get("versprechen-massnahme-fehlt"));
        let evidence = evidence(&app, &city, &viewer, at.promise).await?;
        let form = (&typed_pledge(&promise.pledge), problems);
        return Ok(page::promise(&viewer, &city, (&one, promise, &evidence), form, false).refused());
    };
    let t = app.texts_of(&city);
    let here = Here { t: &t, city: &city, today: app.today() };
    let seen = citable::promise(here, (one.commitment(), promise));
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let (citing, cited) = (measure.number.to_string(), promise.number.to_string());
    let citing = (measures::store::KIND, citing.as_str());
    let cited = ((PROMISE, cited.as_str()), &seen);
    evidence::link(&mut change, city.tenant(), citing, cited).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, at.number), Some("meldung-gespeichert")))
}
