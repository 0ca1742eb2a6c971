//! Doors to the city's own Word template, and to Vorlagen in it.

use ankunft_platform::attachments;
use ankunft_platform::citing;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Problems;
use ankunft_platform::web::{App, City, Failure, PathOf, Sent, Viewer};
use ankunft_report::paper::template::{self as report, TemplateError};
use axum::extract::State as Of;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::{OfPaper, file_of};
use crate::papers::at;
use crate::papers::pages::template as page;
use crate::papers::view::PaperView;
use crate::papers::word::{self, NEEDED, PLACEHOLDERS, TEMPLATE};

/// The largest template.
pub const LARGEST: usize = 20_000_000;
pub(crate) const WORD: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// All templates of a city hang on one thing; the newest is good.
const THING: (&str, &str) = (TEMPLATE, "vorlage");

/// `GET /{kommune}/beschluesse/muster`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let files = attachments::of(&mut *app.store.read().await?, city.tenant(), THING).await?;
    Ok(page::show(&viewer, &city, files.last(), &Problems::default()))
}

/// Why a file is no template, in words.
fn wrong(t: &Texts, error: TemplateError) -> String {
    let of = |text: &str, part: String| t.with(text, &[("teil", Arg::from(part))]);
    match error {
        TemplateError::NotDocx => t.get("muster-kein-docx"),
        TemplateError::Active { what } => t.with("muster-makros", &[("was", Arg::from(what))]),
        TemplateError::External { part } => of("muster-von-aussen", part),
        TemplateError::TooDeep { part } => of("muster-zu-tief", part),
        TemplateError::TooLarge => t.get("muster-zu-gross"),
        TemplateError::Broken { part } => of("muster-kaputt", part),
    }
}

/// What is wrong with a template, in words, each with what to do.
fn findings(t: &Texts, bytes: &[u8]) -> Vec<String> {
    if bytes.is_empty() {
        return vec![t.get("unterlage-keine-datei")];
    }
    if bytes.len() > LARGEST {
        return vec![t.get("muster-zu-gross")];
    }
    match report::placeholders(bytes) {
        Err(error) => vec![wrong(t, error)],
        Ok(found) => {
            let says = |text: &str, name: &str| t.with(text, &[("name", Arg::from(name))]);
            let unknown = found.iter().filter(|it| !PLACEHOLDERS.contains(&it.as_str()));
            let unknown = unknown.map(|it| says("muster-unbekannt", it));
            let missing = NEEDED.iter().filter(|it| !found.contains(**it));
            unknown.chain(missing.map(|it| says("muster-fehlt", it))).collect()
        }
    }
}

/// `POST /{kommune}/beschluesse/muster`: kept when all of its placeholders are known and none that a
/// paper needs is missing.
pub async fn bring(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    sent: Sent,
) -> Result<Response, Failure> {
    let (name, bytes) = file_of(sent);
    let mut problems = Problems::default();
    let (t, template) = (viewer.t.clone(), bytes.clone());
    let found = tokio::task::spawn_blocking(move || findings(&t, &template)).await;
    for text in found.map_err(Failure::internal)? {
        problems.add("datei", text);
    }
    if !problems.is_empty() {
        let files = attachments::of(&mut *app.store.read().await?, city.tenant(), THING).await?;
        return Ok(page::show(&viewer, &city, files.last(), &problems));
    }
    let mut change = app.store.change(viewer.author()).await?;
    let file = (name, WORD);
    attachments::attach(&mut change, city.tenant(), THING, (file.0.as_str(), file.1), &bytes)
        .await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, "/muster"), Some("meldung-muster")))
}

fn handed_out(name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}.docx\"");
    ([(header::CONTENT_TYPE, WORD.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}

/// `GET /{kommune}/beschluesse/muster/docx`: the template that ships.
pub async fn default(Of(app): Of<App>, city: City) -> Result<Response, Failure> {
    let t = app.texts_of(&city);
    Ok(handed_out("muster-vorlage", word::shipped(&t).map_err(Failure::internal)?))
}

/// `GET …/vorlagen/{nummer}/docx`: the Vorlage in the city's template, or in the one that ships.
pub async fn word(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
) -> Result<Response, Failure> {
    let view = PaperView::read(&app, &city, &viewer, nummer).await?;
    let template = template(&app, &city).await?;
    let bytes = filled(&app, &city, (&view, template)).await?;
    citing::note_handed_out(&app, &viewer, &city, view.reasons.cited.iter(), "docx").await?;
    Ok(handed_out(&format!("vorlage-{nummer}"), bytes))
}

/// The city's template, or the one that ships.
pub(crate) async fn template(app: &App, city: &City) -> Result<Vec<u8>, Failure> {
    let own = {
        let mut read = app.store.read().await?;
        let files = attachments::of(&mut read, city.tenant(), THING).await?;
        match files.last() {
            Some(file) => attachments::read(&mut read, city.tenant(), file).await?,
            None => None,
        }
    };
    match own {
        Some(bytes) => Ok(bytes),
        None => word::shipped(&app.texts_of(city)).map_err(Failure::internal),
    }
}

/// A Vorlage in a template.
pub(crate) async fn filled(
    app: &App,
    city: &City,
    (view, template): (&PaperView, Vec<u8>),
) -> Result<Vec<u8>, Failure> {
    let t = app.texts_of(city);
    let values = word::values(&t, &city.name, view);
    let filled = tokio::task::spawn_blocking(move || report::fill(&template, &values)).await;
    // What was kept once may be more than is taken now.
    let refused = |it: TemplateError| Failure::refused(&it).advice(wrong(&t, it));
    Ok(filled.map_err(Failure::internal)?.map_err(refused)?.bytes)
}
