//! Doors that hand out files of what the pages show.

use ankunft_platform::languages::{Language, Texts};
use ankunft_platform::web::{App, City, Failure, PathOf, Query, Viewer, answer};
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use super::read::{Asked, Code, ask, find_quarter};
use super::{Place, audience};
use crate::api;
use crate::assess::doors::{self as arrivals, Found};
use crate::assess::{self, Ready};
use crate::open::provenance::{self, Provenance, made};
use crate::open::{self, Both, Table, book, csvw, package};
use crate::state::Atlas;
use crate::view::overview::{Figures, Overview};
use crate::view::profile::Profile;

const CSV: &str = "text/csv; charset=utf-8";
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub(super) const GPKG: &str = "application/geopackage+sqlite3";
pub(super) const JSON: &str = "application/json";
pub(super) const GEOJSON: &str = "application/geo+json";

/// `GET /{kommune}/atlas.csv`
pub async fn overview_csv(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    if asked.names_arrival() {
        let found = asked.arrival(&app, &atlas, (&city, &viewer)).await?;
        let file = arrivals::classes_file(&app, (&city, &viewer), &found, "csv").await?;
        return Ok(described(file, &viewer, "atlas.csv-metadata.json"));
    }
    let view = ask(&app, &atlas, &city, &viewer, &asked.question()).await?;
    let it = shown(&view)?;
    let text = table(it, &viewer)?.csv();
    api::note_download(&app, &city, &viewer, (&it.sources, "csv")).await?;
    Ok(described(api::file(CSV, "atlas.csv", text), &viewer, "atlas.csv-metadata.json"))
}

/// `GET /{kommune}/atlas.csv-metadata.json`
pub async fn overview_csvw(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let both = both(&app);
    let url = beside("atlas.csv", &viewer);
    if asked.names_arrival() {
        let found = asked.arrival(&app, &atlas, (&city, &viewer)).await?;
        let (ready, table) = classes(&found, &viewer)?;
        let [de, en] = [&both.de, &both.en].map(|t| about_classes(t, &city, &viewer, &found));
        let about = ([&de?, &en?], ready.sources.as_slice());
        let document = csvw::describe(&both, &found.shelf, &table, (&url, None), about);
        return answer(csvw::MEDIA_TYPE, &document);
    }
    let view = ask(&app, &atlas, &city, &viewer, &asked.question()).await?;
    let it = shown(&view)?;
    let about =
        [&both.de, &both.en].map(|t| provenance::of_figures(t, &city.name, &view.shelf, it));
    let measure = Some(it.measure.code.as_str());
    let table = table(it, &viewer)?;
    let about = (about.each_ref(), it.sources.as_slice());
    answer(csvw::MEDIA_TYPE, &csvw::describe(&both, &view.shelf, &table, (&url, measure), about))
}

/// `GET /{kommune}/atlas.json`
pub async fn overview_json(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    if asked.names_arrival() {
        let found = asked.arrival(&app, &atlas, (&city, &viewer)).await?;
        return arrivals::classes_file(&app, (&city, &viewer), &found, "json").await;
    }
    let view = ask(&app, &atlas, &city, &viewer, &asked.question()).await?;
    let it = shown(&view)?;
    let document = api::json(it, audience(&viewer.actor)).ok_or_else(Failure::not_found)?;
    api::note_download(&app, &city, &viewer, (&it.sources, "json")).await?;
    answer(JSON, &document)
}

/// `GET /{kommune}/atlas.geojson`
pub async fn overview_geojson(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let view = ask(&app, &atlas, &city, &viewer, &asked.question()).await?;
    let it = shown(&view)?;
    let place = Place::of(&city);
    let setting = place.setting(&viewer, &city, asked.klassen.as_deref());
    let outlines = {
        let mut read = app.store.read().await?;
        atlas.outlines(&mut read, city.tenant(), it.version.id).await?
    };
    let document = api::geojson(&setting, it, &outlines).ok_or_else(Failure::not_found)?;
    api::note_download(&app, &city, &viewer, (&it.sources, "geojson")).await?;
    answer(GEOJSON, &document)
}

/// `GET /{kommune}/atlas.xlsx`
pub async fn overview_xlsx(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    if asked.names_arrival() {
        let found = asked.arrival(&app, &atlas, (&city, &viewer)).await?;
        let (ready, table) = classes(&found, &viewer)?;
        let about = about_classes(&viewer.t, &city, &viewer, &found)?;
        let made = made(&ready.sources);
        let bytes = book::book(&viewer.t, &found.shelf, &table, (&about, made))
            .map_err(Failure::internal)?;
        api::note_download(&app, &city, &viewer, (&ready.sources, "xlsx")).await?;
        return Ok(api::file(XLSX, "ankunftsquartiere.xlsx", bytes));
    }
    let view = ask(&app, &atlas, &city, &viewer, &asked.question()).await?;
    let it = shown(&view)?;
    let about = provenance::of_figures(&viewer.t, &city.name, &view.shelf, it);
    let table = table(it, &viewer)?;
    let bytes = book::book(&viewer.t, &view.shelf, &table, (&about, made(&it.sources)))
        .map_err(Failure::internal)?;
    api::note_download(&app, &city, &viewer, (&it.sources, "xlsx")).await?;
    Ok(api::file(XLSX, "atlas.xlsx", bytes))
}

/// `GET /{kommune}/atlas.gpkg`
pub async fn overview_gpkg(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let view = ask(&app, &atlas, &city, &viewer, &asked.question()).await?;
    let it = shown(&view)?;
    let outlines = {
        let mut read = app.store.read().await?;
        atlas.outlines(&mut read, city.tenant(), it.version.id).await?
    };
    let epsg = match asked.bezugssystem.as_deref().filter(|it| !it.is_empty()) {
        None => package::zone(&outlines),
        Some(text) => {
            let known = text.parse().ok().filter(|it| package::SYSTEMS.contains(it));
            known.ok_or_else(|| Failure::bad_request("an unknown reference system"))?
        }
    };
    let about = provenance::of_figures(&viewer.t, &city.name, &view.shelf, it);
    let table = table(it, &viewer)?;
    let about = (&about, made(&it.sources));
    let bytes = package::package(&viewer.t, &view.shelf, (&table, &outlines), about, epsg)
        .map_err(Failure::internal)?;
    api::note_download(&app, &city, &viewer, (&it.sources, "gpkg")).await?;
    Ok(api::file(GPKG, "atlas.gpkg", bytes))
}

/// `GET /{kommune}/atlas/quartiere/{code}/csv`
pub async fn quarter_csv(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(code): PathOf<Code>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let view = quarter(&app, &atlas, &city, &viewer, (&asked, &code)).await?;
    let text = open::series(&view, audience(&viewer.actor)).csv();
    api::note_download(&app, &city, &viewer, (&view.sources, "csv")).await?;
    Ok(described(api::file(CSV, "quartier.csv", text), &viewer, "csv-metadata.json"))
}

/// `GET /{kommune}/atlas/quartiere/{code}/csv-metadata.json`
pub async fn quarter_csvw(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(code): PathOf<Code>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let view = quarter(&app, &atlas, &city, &viewer, (&asked, &code)).await?;
    let both = both(&app);
    let about: [Provenance; 2] =
        [&both.de, &both.en].map(|t| provenance::of_profile(t, &city.name, &view));
    let url = beside("csv", &viewer);
    let table = open::series(&view, audience(&viewer.actor));
    let about = (about.each_ref(), view.sources.as_slice());
    answer(csvw::MEDIA_TYPE, &csvw::describe(&both, &view.shelf, &table, (&url, None), about))
}

/// `GET /{kommune}/atlas/quartiere/{code}/json`
pub async fn quarter_json(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(code): PathOf<Code>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let view = quarter(&app, &atlas, &city, &viewer, (&asked, &code)).await?;
    api::note_download(&app, &city, &viewer, (&view.sources, "json")).await?;
    answer(JSON, &api::series_json(&view, audience(&viewer.actor)))
}

/// `GET /{kommune}/atlas/quartiere/{code}/xlsx`
pub async fn quarter_xlsx(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(code): PathOf<Code>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let view = quarter(&app, &atlas, &city, &viewer, (&asked, &code)).await?;
    let about = provenance::of_profile(&viewer.t, &city.name, &view);
    let table = open::series(&view, audience(&viewer.actor));
    let bytes = book::book(&viewer.t, &view.shelf, &table, (&about, made(&view.sources)))
        .map_err(Failure::internal)?;
    api::note_download(&app, &city, &viewer, (&view.sources, "xlsx")).await?;
    Ok(api::file(XLSX, "quartier.xlsx", bytes))
}

async fn quarter(
    app: &App,
    atlas: &Atlas,
    city: &City,
    viewer: &Viewer,
    (asked, code): (&Asked, &Code),
) -> Result<Profile, Failure> {
    let geography = asked.ebene.as_deref().filter(|it| !it.is_empty());
    find_quarter(app, atlas, city, viewer, (geography, &code.code)).await
}

/// The classes of arrival quarters, and what they are made from.
fn classes<'a>(found: &'a Found, viewer: &Viewer) -> Result<(&'a Ready, Table), Failure> {
    let ready = found.ready().ok_or_else(Failure::not_found)?;
    let table = assess::open::table(ready, audience(&viewer.actor), found.detail());
    Ok((ready, table.ok_or_else(Failure::not_found)?))
}

fn about_classes(
    t: &Texts,
    city: &City,
    viewer: &Viewer,
    found: &Found,
) -> Result<Provenance, Failure> {
    let reader = (city.name.as_str(), audience(&viewer.actor));
    let about = found.ready().and_then(|it| assess::open::provenance(t, reader, &found.shelf, it));
    about.ok_or_else(Failure::not_found)
}

fn shown(view: &Overview) -> Result<&Figures, Failure> {
    view.figures.as_ref().ok_or_else(Failure::not_found)
}

fn table(figures: &Figures, viewer: &Viewer) -> Result<Table, Failure> {
    open::overview(figures, audience(&viewer.actor)).ok_or_else(Failure::not_found)
}

fn both(app: &App) -> Both {
    let texts = |language| app.languages.texts(language);
    Both { de: texts(Language::German), en: texts(Language::English) }
}

/// A file beside the one that was asked for, with the same question.
fn beside(name: &str, viewer: &Viewer) -> String {
    match viewer.address.split_once('?') {
        Some((_, query)) => format!("{name}?{query}"),
        None => name.to_owned(),
    }
}

/// Says where the description of a file is (RFC 8288, CSVW 5.2).
fn described(mut response: Response, viewer: &Viewer, name: &str) -> Response {
    let link =
        format!("<{}>; rel=\"describedby\"; type=\"{}\"", beside(name, viewer), csvw::MEDIA_TYPE);
    if let Ok(link) = HeaderValue::try_from(link) {
        response.headers_mut().insert(header::LINK, link);
    }
    response
}
