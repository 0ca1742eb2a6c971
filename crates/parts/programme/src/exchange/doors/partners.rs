//! Doors of the page of partners.

use ankunft_platform::page::components::Problems;
use ankunft_platform::signing::PublicKey;
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::Number;
use crate::exchange::at;
use crate::exchange::pages::partners as page;
use crate::exchange::parties::Parties;
use crate::exchange::store::partners;

/// `GET /{kommune}/austausch/partner`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let parties = Parties::read(&mut *app.store.read().await?, city.tenant()).await?;
    let form = (&Typed::new(), Problems::default());
    Ok(page::page(&app, &viewer, &city, &parties, form).answer())
}

/// `POST /{kommune}/austausch/partner`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    ankunft_platform::tenant::lock(&mut change, city.tenant()).await?;
    let parties = Parties::read(&mut change, city.tenant()).await?;
    match checked(&app, &viewer, (&city, &parties), &typed) {
        Ok((name, key)) => {
            partners::add(&mut change, city.tenant(), (&name, &key)).await?;
            change.commit().await?;
            Ok(viewer.done(&at(&city, "/partner"), Some("meldung-partner")))
        }
        Err(problems) => {
            drop(change);
            Ok(page::page(&app, &viewer, &city, &parties, (&typed, problems)).refused())
        }
    }
}

/// Name and key, if both are there and somebody says that the key was compared.
fn checked(
    app: &App,
    viewer: &Viewer,
    (city, parties): (&City, &Parties),
    typed: &Typed,
) -> Result<(String, PublicKey), Problems> {
    let mut form = Reading::new(&viewer.t, typed);
    let name = form.needed("name", LONGEST_LINE, "partner-name-fehlt");
    let key = PublicKey::read(sent(typed, "schluessel"));
    let own = app.keys.signing(city.tenant()).public();
    match key {
        None => form.wrong("schluessel", "partner-schluessel-unklar"),
        Some(key) if key == own => form.wrong("schluessel", "partner-schluessel-eigener"),
        Some(key) if parties.senders(app).iter().any(|it| it.0 == key) => {
            form.wrong("schluessel", "partner-schluessel-bekannt");
        }
        Some(_) => {}
    }
    if sent(typed, "verglichen") != "ja" {
        form.problems.add_choices("verglichen", viewer.t.get("partner-nicht-verglichen"));
    }
    // Without a key there is a problem, and nothing is read.
    form.result((name, key.unwrap_or(own)))
}

/// `POST /{kommune}/austausch/partner/{number}/ende`
pub async fn end(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    if partners::end(&mut change, city.tenant(), number).await? {
        change.commit().await?;
    }
    Ok(viewer.done(&at(&city, "/partner"), Some("meldung-partner-ende")))
}
