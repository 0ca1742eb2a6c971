//! Doors of the meetings of the twelve.

use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{Number, together};
use crate::members::is_programme;
use crate::together::at;
use crate::together::model::{Appointment, Meeting};
use crate::together::pages::meetings as page;
use crate::together::store;

/// Only the programme calls the twelve together.
fn only_programme(city: &City) -> Result<(), Failure> {
    if is_programme(city) { Ok(()) } else { Err(Failure::not_found()) }
}

fn checked(t: &Texts, typed: &Typed) -> Result<Appointment, Problems> {
    let mut form = Reading::new(t, typed);
    let title = form.needed("titel", LONGEST_LINE, "termin-titel-fehlt");
    let starts_on = form.needed_day("ab", "termin-tag-fehlt");
    let ends_on = form.day("bis");
    if starts_on.zip(ends_on).is_some_and(|(starts, ends)| ends < starts) {
        form.wrong("bis", "termin-bis-vor-ab");
    }
    let place = form.text("ort", LONGEST_LINE);
    let about = form.text("worum", LONGEST_TEXT);
    let cancelled = form.sent("abgesagt") == "ja";
    let starts_on = starts_on.unwrap_or_default();
    form.result(Appointment { title, starts_on, ends_on, place, about, cancelled })
}

/// `GET /{kommune}/programm/termine`
pub async fn list(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let it = together(&mut app.store.read().await?).await?;
    Ok(page::list(&app, &viewer, &city, &it).answer())
}

/// `GET /{kommune}/programm/termine/neu`
pub async fn show_new(city: City, viewer: Viewer) -> Result<Response, Failure> {
    only_programme(&city)?;
    Ok(page::form(&viewer, &city, None, (&Typed::new(), Problems::default()), None).answer())
}

/// `POST /{kommune}/programm/termine/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    only_programme(&city)?;
    let it = match checked(&viewer.t, &typed) {
        Ok(it) => it,
        Err(problems) => {
            return Ok(page::form(&viewer, &city, None, (&typed, problems), None).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    store::appoint(&mut change, city.tenant(), (None, 1), &it).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, "/termine"), Some("meldung-gespeichert")))
}

fn typed_of(it: &Appointment) -> Typed {
    let pair = |name: &str, text: String| (name.to_owned(), text);
    vec![
        pair("titel", it.title.clone()),
        pair("ab", it.starts_on.to_string()),
        pair("bis", it.ends_on.map_or_else(String::new, |it| it.to_string())),
        pair("ort", it.place.clone()),
        pair("worum", it.about.clone()),
        pair("abgesagt", if it.cancelled { "ja" } else { "" }.to_owned()),
    ]
}

/// `GET /{kommune}/programm/termine/{number}`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    only_programme(&city)?;
    let all = together(&mut app.store.read().await?).await?;
    let it = all.meetings().into_iter().find(|it| it.number == number);
    let it = it.ok_or_else(Failure::not_found)?;
    let typed = typed_of(&it.it);
    let form = (&typed, Problems::default());
    Ok(page::form(&viewer, &city, Some(it), form, None).answer())
}

/// `POST /{kommune}/programm/termine/{number}`
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    only_programme(&city)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    // The programme's own page: its tenant is the one that asks.
    let all = store::meeting_versions(&mut change, city.tenant()).await?;
    let versions: Vec<&Meeting> = all.iter().filter(|it| it.number == number).collect();
    let now = *versions.first().ok_or_else(Failure::not_found)?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = versions.iter().find(|it| it.version == seen).ok_or_else(Failure::not_found)?;
    let names = Names::read(&mut change, city.tenant()).await?;
    let it = match checked(&viewer.t, &typed) {
        Ok(it) if seen == now.version => it,
        other => {
            drop(change);
            let form = (&typed, other.err().unwrap_or_default());
            let overtaken = (seen != now.version).then_some((*before, &names));
            return Ok(page::form(&viewer, &city, Some(now), form, overtaken).refused());
        }
    };
    let version = (Some(number), now.version + 1);
    store::appoint(&mut change, city.tenant(), version, &it).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, "/termine"), Some("meldung-gespeichert")))
}
