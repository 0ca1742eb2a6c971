//! Doors through which something that is open comes onto an agenda that somebody chooses.

use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::open_meeting;
use crate::bodies::address_of;
use crate::bodies::model::Says;
use crate::bodies::pages::placing as page;
use crate::bodies::store::agenda;
use crate::bodies::view::placing::{self, Open, Placing};

/// What is asked for, if it is open and there.
async fn wanted(app: &App, city: &City, name: &str) -> Result<Open, Failure> {
    let mut read = app.store.read().await?;
    let found = placing::find(&mut read, city.tenant(), name).await?;
    found.ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/gremien/tagesordnung?ding=…`: which meeting shall speak about it?
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let open = wanted(&app, &city, sent(&asked, placing::FIELD)).await?;
    let view = Placing::read(&app, &city, &viewer, open).await?;
    Ok(page::show(&viewer, &city, &view, (&asked, Problems::default())).answer())
}

/// `POST /{kommune}/gremien/tagesordnung`: puts it onto the agenda of the meeting that was chosen.
pub async fn put(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let open = wanted(&app, &city, sent(&typed, placing::FIELD)).await?;
    let view = Placing::read(&app, &city, &viewer, open).await?;
    let chosen = view.find(sent(&typed, "sitzung"));
    let Some(id) = chosen.map(|it| (it.body, it.number)) else {
        let mut problems = Problems::default();
        problems.add("sitzung", viewer.t.get("tagesordnung-sitzung-fehlt"));
        return Ok(page::show(&viewer, &city, &view, (&typed, problems)).refused());
    };
    let mut change = app.store.change(viewer.author()).await?;
    let _ = open_meeting(&mut change, &city, &viewer, id).await?;
    let items = agenda::items(&mut change, city.tenant(), id).await?;
    let there = items.iter().find(|it| it.subject.as_ref() == Some(&view.open.subject));
    if let Some(there) = there {
        let page = format!("{}#punkt-{}", address_of(&city, id), there.number);
        return Ok(viewer.done(&page, Some("meldung-punkt-fort")));
    }
    let says = Says::titled(view.open.title.clone(), false);
    let subject = Some(&view.open.subject);
    let number = agenda::add(&mut change, city.tenant(), id, subject, &says).await?;
    change.commit().await?;
    let page = format!("{}#punkt-{number}", address_of(&city, id));
    Ok(viewer.done(&page, Some("meldung-punkt")))
}
