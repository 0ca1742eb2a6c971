//! Doors through which the programme says what is defined alike.

use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{Code, comparison};
use crate::core::model::is_code;
use crate::core::pages::define as page;
use crate::core::view::Comparison;
use crate::core::{at, form, store};
use crate::members::is_programme;

/// Only the programme defines.
fn only_programme(city: &City) -> Result<(), Failure> {
    if is_programme(city) { Ok(()) } else { Err(Failure::not_found()) }
}

/// `GET /{kommune}/kernindikatoren/neu`
pub async fn show_new(city: City, viewer: Viewer) -> Result<Response, Failure> {
    only_programme(&city)?;
    Ok(page::new(&viewer, &city, (&Typed::new(), Problems::default())).answer())
}

/// `POST /{kommune}/kernindikatoren/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    only_programme(&city)?;
    let code = sent(&typed, "code");
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let known = store::versions(&mut change, city.tenant()).await?;
    let mut problems = Problems::default();
    if !is_code(code) {
        problems.add("code", viewer.t.get("kern-code-unklar"));
    } else if known.iter().any(|it| it.code == code) {
        problems.add("code", viewer.t.get("kern-code-vergeben"));
    }
    let text = match form::checked(&viewer.t, &typed) {
        Ok(text) if problems.is_empty() => text,
        Ok(_) => return Ok(page::new(&viewer, &city, (&typed, problems)).refused()),
        Err(more) => {
            problems.items.extend(more.items);
            return Ok(page::new(&viewer, &city, (&typed, problems)).refused());
        }
    };
    store::write(&mut change, city.tenant(), (code, 1), &text).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, &format!("/{code}")), Some("meldung-gespeichert")))
}

/// `GET /{kommune}/kernindikatoren/{code}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Code { code }): PathOf<Code>,
) -> Result<Response, Failure> {
    only_programme(&city)?;
    let it = comparison(&app).await?;
    let now = it.line(&code).ok_or_else(Failure::not_found)?.newest();
    let typed = form::typed(&now.text);
    Ok(page::change(&viewer, &city, now, (&typed, Problems::default()), None).answer())
}

/// `POST /{kommune}/kernindikatoren/{code}/aendern`: the next version, unless somebody else has
/// written one since the form was opened.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Code { code }): PathOf<Code>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    only_programme(&city)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let it = Comparison::read(&mut change).await?.ok_or_else(Failure::not_found)?;
    let line = it.line(&code).ok_or_else(Failure::not_found)?;
    let now = line.newest();
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = line.versions.iter().find(|it| it.version == seen);
    let before = before.ok_or_else(Failure::not_found)?;
    let names = Names::read(&mut change, city.tenant()).await?;
    let meanwhile = (seen != now.version).then_some((before, &names));
    let text = form::checked(&viewer.t, &typed);
    let text = match text {
        Ok(text) if meanwhile.is_none() => text,
        other => {
            drop(change);
            let problems = other.err().unwrap_or_default();
            let form = (&typed, problems);
            return Ok(page::change(&viewer, &city, now, form, meanwhile).refused());
        }
    };
    let address = at(&city, &format!("/{code}"));
    if text == now.text {
        return Ok(viewer.done(&address, None));
    }
    store::write(&mut change, city.tenant(), (&code, now.version + 1), &text).await?;
    change.commit().await?;
    Ok(viewer.done(&address, Some("meldung-gespeichert")))
}
