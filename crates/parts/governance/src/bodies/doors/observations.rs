//! Doors to observations on the ground.

use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::OfNumber;
use crate::bodies::address_of_observation;
use crate::bodies::model::{Body, Handover, Observation};
use crate::bodies::pages::observation as page;
use crate::bodies::store::{bodies, observations as store};
use crate::bodies::view::ObservationView;
use crate::known::{Known, WHOLE_CITY};

async fn offered(app: &App, city: &City) -> Result<(Known, Vec<Body>), Failure> {
    let mut read = app.store.read().await?;
    let known = Known::read(&mut read, city.tenant()).await?;
    let mut all = bodies::bodies(&mut read, city.tenant()).await?;
    all.retain(|it| !it.charter.closed);
    Ok((known, all))
}

/// `GET /{kommune}/gremien/beobachtungen/neu`; the quarter can stand in the address.
pub async fn show_new(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let (known, bodies) = offered(&app, &city).await?;
    let form = (&asked, Problems::default());
    Ok(page::new(&viewer, &city, (&known, &bodies), form).answer())
}

fn checked(it: Reading<'_>, known: &Known, bodies: &[Body]) -> Result<Observation, Problems> {
    let mut it = it;
    let title = it.needed("titel", LONGEST_LINE, "beobachtung-titel-fehlt");
    let what = it.needed("was", LONGEST_TEXT, "beobachtung-was-fehlt");
    let value = it.sent("quartier");
    let place = known.spots.iter().map(|it| &it.place).find(|it| it.value() == value);
    if place.is_none() && value != WHOLE_CITY {
        it.wrong("quartier", "beobachtung-quartier-fehlt");
    }
    let how_often = it.needed("wie-oft", LONGEST_LINE, "beobachtung-wie-oft-fehlt");
    let body = it.sent("gremium").parse().ok();
    let body = body.filter(|number| bodies.iter().any(|it| it.number == *number));
    let place = place.cloned();
    it.result(Observation { number: 0, title, what, place, how_often, body, post: None, at: 0 })
}

/// `POST /{kommune}/gremien/beobachtungen/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (known, bodies) = offered(&app, &city).await?;
    let it = match checked(Reading::new(&viewer.t, &typed), &known, &bodies) {
        Ok(it) => it,
        Err(problems) => {
            let form = (&typed, problems);
            return Ok(page::new(&viewer, &city, (&known, &bodies), form).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let number = store::add(&mut change, city.tenant(), &it).await?;
    change.commit().await?;
    let page = address_of_observation(&city, number);
    Ok(viewer.done(&page, Some("meldung-beobachtung")))
}

/// `GET /{kommune}/gremien/beobachtungen/{nummer}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfNumber { nummer }): PathOf<OfNumber>,
) -> Result<Response, Failure> {
    let view = ObservationView::read(&app, &city, &viewer, nummer).await?;
    Ok(page::show(&viewer, &city, &view, (&Typed::new(), &Problems::default())).answer())
}

/// `POST /{kommune}/gremien/beobachtungen/{nummer}`: gives it to another body.
pub async fn give(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfNumber { nummer }): PathOf<OfNumber>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = ObservationView::read(&app, &city, &viewer, nummer).await?;
    let seen: i64 = sent(&typed, "stand").parse().map_err(Failure::bad_request)?;
    let mut it = Reading::new(&viewer.t, &typed);
    let body = it.sent("gremium").parse().ok().and_then(|number| view.all.body(number));
    let body = body.filter(|it| !it.charter.closed && Some(it.number) != view.observation.body);
    if body.is_none() {
        it.wrong("gremium", "beobachtung-weiter-fehlt");
    }
    let handover = Handover {
        observation: nummer,
        number: seen + 1,
        body: body.map_or(0, |it| it.number),
        reason: it.needed("grund", LONGEST_LINE, "beobachtung-weiter-grund-fehlt"),
        at: 0,
    };
    if i64::try_from(view.handovers.len()).is_ok_and(|it| it != seen) {
        it.problems = Problems::default();
        it.wrong("gremium", "beobachtung-weiter-inzwischen");
    }
    let handover = match it.result(handover) {
        Ok(handover) => handover,
        Err(problems) => {
            return Ok(page::show(&viewer, &city, &view, (&typed, &problems)).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    match store::give(&mut change, city.tenant(), &handover).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            let view = ObservationView::read(&app, &city, &viewer, nummer).await?;
            let mut problems = Problems::default();
            problems.add("gremium", viewer.t.get("beobachtung-weiter-inzwischen"));
            return Ok(page::show(&viewer, &city, &view, (&typed, &problems)).refused());
        }
        Err(error) => return Err(error.into()),
    }
    let page = address_of_observation(&city, nummer);
    Ok(viewer.done(&page, Some("meldung-beobachtung-weitergegeben")))
}
