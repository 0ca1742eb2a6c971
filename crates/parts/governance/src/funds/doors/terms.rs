//! Doors through which a fund is founded, its terms are changed and its budget is booked.

use ankunft_platform::page::components::Problems;
use ankunft_platform::store::StoreError;
use ankunft_platform::typed::{Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use sqlx::AnyConnection;

use super::{Number, finish, here, open};
use crate::funds::actions;
use crate::funds::address;
use crate::funds::form::{self, checked};
use crate::funds::model::{Fund, Majority, Part};
use crate::funds::pages::form::{self as page, Meanwhile};
use crate::funds::pages::fund;
use crate::funds::rights::Rights;
use crate::funds::store;
use crate::known::Known;

/// The longest reason of a booking.
const LONGEST_NOTE: usize = 200;

/// `GET /{kommune}/fonds/neu`
pub async fn show_new(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let known = known(&mut *app.store.read().await?, &city).await?;
    let usual = |part: Part, value: &str| (part.code().to_owned(), value.to_owned());
    let typed = vec![
        usual(Part::Share, "50"),
        usual(Part::Quorum, "3"),
        usual(Part::Majority, Majority::Simple.code()),
        usual(Part::Lead, &viewer.actor.post.map_or_else(String::new, |it| it.to_string())),
    ];
    Ok(page::new(&viewer, &city, &known, (&typed, Problems::default())).answer())
}

/// `POST /{kommune}/fonds/neu`
pub async fn found(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let known = known(&mut *app.store.read().await?, &city).await?;
    let terms = match checked(&viewer.t, &typed, &known, None) {
        Ok(terms) => terms,
        Err(problems) => {
            return Ok(page::new(&viewer, &city, &known, (&typed, problems)).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let number = store::found(&mut change, city.tenant(), &terms).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-fonds-angelegt")))
}

/// All versions of a fund, for who leads it.
async fn own(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: i64,
) -> Result<(Vec<Fund>, Known), Failure> {
    let mut read = app.store.read().await?;
    let versions = store::versions(&mut read, city.tenant(), number).await?;
    let newest = versions.first().ok_or_else(Failure::not_found)?;
    refuse_others(viewer, newest)?;
    let known = known(&mut read, city).await?;
    let known = versions.iter().fold(known, |known, it| known.keeping(it.terms.place.as_ref()));
    Ok((versions, known))
}

/// What can be named where everybody reads it.
async fn known(connection: &mut AnyConnection, city: &City) -> Result<Known, StoreError> {
    Ok(Known::read(connection, city.tenant()).await?.for_everybody())
}

/// Says no to who does not lead a fund, and who does.
pub(super) fn refuse_others(viewer: &Viewer, fund: &Fund) -> Result<(), Failure> {
    if Rights::of(viewer, fund).leads {
        return Ok(());
    }
    Err(Failure::forbidden("a fund of another Stelle").advice(viewer.t.get("fonds-nicht-ihrer")))
}

/// `GET /{kommune}/fonds/{number}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let (versions, known) = own(&app, &city, &viewer, number).await?;
    let typed = form::typed(&viewer.t, &versions[0].terms);
    let form = (&typed, Problems::default());
    Ok(page::change(&viewer, &city, (&versions[0], &known), form, None).answer())
}

/// `POST /{kommune}/fonds/{number}/aendern`: the next version, unless somebody else has written one
/// since the form was opened; then both see the difference and nothing is lost.
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
    let meanwhile = Meanwhile { before: &before.terms, now };
    let meanwhile = (seen != now.version).then_some(&meanwhile);
    let (terms, problems) = match checked(&viewer.t, &typed, &known, Some(&now.terms)) {
        Ok(terms) => (Some(terms), Problems::default()),
        Err(problems) => (None, problems),
    };
    let Some(terms) = terms.filter(|_| meanwhile.is_none()) else {
        let form = (&typed, problems);
        return Ok(page::change(&viewer, &city, (now, &known), form, meanwhile).refused());
    };
    if terms == now.terms {
        return Ok(viewer.done(&address(&city, number), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    match store::change_terms(&mut change, city.tenant(), now, &terms).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            // Between reading and writing: the next look shows the difference.
            let (versions, known) = own(&app, &city, &viewer, number).await?;
            let meanwhile = Meanwhile { before: &before.terms, now: &versions[0] };
            let form = (&typed, Problems::default());
            let was = (&versions[0], &known);
            return Ok(page::change(&viewer, &city, was, form, Some(&meanwhile)).refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, number), Some("meldung-gespeichert")))
}

/// `POST /{kommune}/fonds/{number}/haushalt`: a booking, unless somebody has booked since the form
/// was opened, so that a second press books nothing.
pub async fn book(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (view, rights) = open(&app, &city, &viewer, number).await?;
    refuse_others(&viewer, view.fund())?;
    let mut form = Reading::new(&viewer.t, &typed);
    let year = form.sent("jahr").parse().ok().filter(|it| (2000..=2200).contains(it));
    if year.is_none() {
        form.wrong("jahr", "fonds-jahr-unklar");
    }
    let amount = form.cents("betrag");
    if form.sent("betrag").is_empty() {
        form.wrong("betrag", "antrag-betrag-fehlt");
    }
    let note = form.needed("vermerk", LONGEST_NOTE, "fonds-vermerk-fehlt");
    let sign = if form.sent("richtung") == "minus" { -1 } else { 1 };
    let seen = form.sent("stand").parse().map_err(Failure::bad_request)?;
    let read = form.result((year.unwrap_or_default(), amount.unwrap_or_default() * sign));
    let problems = match read {
        Err(problems) => problems,
        Ok((year, cents)) => {
            let t = app.texts_of(&city);
            let mut change = app.store.change(viewer.author()).await?;
            let (fund, what) = ((number, seen), (year, cents, note.as_str()));
            let done = actions::change_budget(&mut change, here(&city, &t, &app), fund, what).await;
            finish(&viewer, (change, done), "betrag").await?
        }
    };
    if problems.is_empty() {
        return Ok(viewer.done(&address(&city, number), Some("meldung-gebucht")));
    }
    let (view, _) = open(&app, &city, &viewer, number).await?;
    let form = (&typed, problems);
    Ok(fund::show(&viewer, &city, &view, (rights, app.today()), form).refused())
}
