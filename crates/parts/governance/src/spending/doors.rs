//! Doors through which spending is seen, booked and corrected.

use ankunft_platform::ids;
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Sheet, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::model::{Line, Says};
use super::pages::{self, Asked};
use super::store::{self, New};
use super::view::View;
use super::{address, form};
use crate::measures::doors::{Number, may_change, refuse_others};

/// A line of a measure in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct One {
    number: i64,
    line: i64,
}

async fn view(app: &App, city: &City, number: i64) -> Result<View, Failure> {
    let mut read = app.store.read().await?;
    let view = View::read(&mut read, city.tenant(), number).await?;
    view.ok_or_else(Failure::not_found)
}

/// The same for who may book.
async fn own(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<View, Failure> {
    let view = view(app, city, number).await?;
    refuse_others(viewer, &view.measure.plan)?;
    Ok(view)
}

/// A form that nobody has sent yet.
fn new_key() -> String {
    ids::next().to_string()
}

/// By what a form is known; a number as [`new_key`] gave it.
fn key_of(typed: &Typed) -> Result<String, Failure> {
    let key: i64 = sent(typed, "schluessel").parse().map_err(Failure::bad_request)?;
    Ok(key.to_string())
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/ausgaben`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let view = view(&app, &city, number).await?;
    let typed = vec![("tag".to_owned(), app.today().to_string())];
    let asked = may_change(&viewer, &view.measure.plan).then(|| Asked {
        typed: &typed,
        problems: Problems::default(),
        key: new_key(),
    });
    Ok(pages::show(&viewer, &city, &view, asked.as_ref()).answer())
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/ausgaben`: appends a line, once for each form.
pub async fn book(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let at_desk = own(&app, &city, &viewer, number).await?;
    let key = key_of(&typed)?;
    let refused = |view: &View, problems: Problems, key: String| {
        let asked = Asked { typed: &typed, problems, key };
        Ok(pages::show(&viewer, &city, view, Some(&asked)).refused())
    };
    let payers = form::payers(&at_desk.budget, None);
    let known = form::Known { payers: &payers, today: app.today(), corrects: false };
    let says = match form::checked(&viewer.t, &typed, known) {
        Ok((says, _)) => says,
        Err(problems) => return refused(&at_desk, problems, key),
    };
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let book = store::book(&mut change, city.tenant(), number).await?;
    if let Some(before) = book.lines().iter().find(|it| it.form_key == key) {
        let is_same = before.says == says;
        drop(change);
        if is_same {
            return Ok(viewer.done(&address(&city, number), Some("meldung-ausgabe-schon-gebucht")));
        }
        // The form was sent before and says something else now: a line of its own, if it is meant so.
        let mut problems = Problems::default();
        problems.add("betrag", viewer.t.get("ausgabe-schon-gesendet"));
        return refused(&own(&app, &city, &viewer, number).await?, problems, new_key());
    }
    let next = book.lines().last().map_or(0, |it| it.number) + 1;
    let new = New { says: &says, corrects: None, form_key: &key };
    store::append(&mut change, city.tenant(), (number, next), new).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-ausgabe-gebucht")))
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/ausgaben/{line}/berichtigen`
pub async fn show_line(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(One { number, line }): PathOf<One>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, number).await?;
    let line = view.book.newest(line).ok_or_else(Failure::not_found)?;
    let typed = form::typed(&viewer.t, &line.says);
    let asked = Asked { typed: &typed, problems: Problems::default(), key: new_key() };
    Ok(pages::correct(&viewer, &city, (&view, line), (&asked, None)).answer())
}

/// What a correction says, or the page with what is wrong.
fn corrected(
    (viewer, city): (&Viewer, &City),
    (view, line): (&View, &Line),
    (typed, key, today): (&Typed, &str, jiff::civil::Date),
) -> Result<(Says, String), Box<Sheet>> {
    let payers = form::payers(&view.budget, Some(&line.says.payer));
    let known = form::Known { payers: &payers, today, corrects: true };
    let read = form::checked(&viewer.t, typed, known).and_then(|read| {
        let mut problems = Problems::default();
        if read.0 == line.says {
            problems.add("betrag", viewer.t.get("ausgabe-nichts-anders"));
            return Err(problems);
        }
        Ok(read)
    });
    read.map_err(|problems| {
        let asked = Asked { typed, problems, key: key.to_owned() };
        Box::new(pages::correct(viewer, city, (view, line), (&asked, None)))
    })
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/ausgaben/{line}/berichtigen`: a line in the place of
/// another, with its reason. The second of two who correct the same line sees what the first has written.
pub async fn correct(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(One { number, line }): PathOf<One>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let at_desk = own(&app, &city, &viewer, number).await?;
    let key = key_of(&typed)?;
    let before = at_desk.book.line(line).ok_or_else(Failure::not_found)?.clone();
    let asked = (&typed, key.as_str(), app.today());
    let (says, reason) = match corrected((&viewer, &city), (&at_desk, &before), asked) {
        Ok(read) => read,
        Err(page) => return Ok(page.refused()),
    };
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let book = store::book(&mut change, city.tenant(), number).await?;
    if let Some(other) = book.correction(line) {
        let is_same = other.form_key == key && other.says == says;
        drop(change);
        if is_same {
            return Ok(viewer.done(&address(&city, number), Some("meldung-ausgabe-schon-gebucht")));
        }
        let view = own(&app, &city, &viewer, number).await?;
        let newest = view.book.newest(line).ok_or_else(Failure::not_found)?;
        let asked = Asked { typed: &typed, problems: Problems::default(), key: new_key() };
        let page = pages::correct(&viewer, &city, (&view, newest), (&asked, Some(&before)));
        return Ok(page.refused());
    }
    let next = book.lines().last().map_or(0, |it| it.number) + 1;
    let corrects = Some((line, reason.as_str()));
    let new = New { says: &says, corrects, form_key: &key };
    store::append(&mut change, city.tenant(), (number, next), new).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-ausgabe-berichtigt")))
}
