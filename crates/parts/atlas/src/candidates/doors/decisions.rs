//! Doors of a decision that is written down: reading it, its scan, its publication.

use ankunft_platform::attachments;
use ankunft_platform::citing;
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::page::{html, html_with};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Sent, Viewer, answer, scan};
use axum::extract::State as Of;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::Number;
use crate::candidates::api;
use crate::candidates::decision_view::DecisionView;
use crate::candidates::model::Outcome;
use crate::candidates::pages::at;
use crate::candidates::pages::decision as page;
use crate::candidates::paper;
use crate::candidates::store::decisions::{self, KIND};
use crate::papers::{Format, doors as papers};

async fn show_with(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: i64,
    problems: Problems,
) -> Result<Response, Failure> {
    let view = DecisionView::read(app, city, viewer, number).await?;
    let names = Names::read(&mut *app.store.read().await?, city.tenant()).await?;
    let is_refused = !problems.is_empty();
    let page = page::decision(viewer, city, &view, &names, problems);
    Ok(if is_refused { html_with(StatusCode::UNPROCESSABLE_ENTITY, &page) } else { html(&page) })
}

/// `GET /{kommune}/atlas/kandidaten/entscheidungen/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    show_with(&app, &city, &viewer, number, Problems::default()).await
}

/// `GET /{kommune}/atlas/kandidaten/entscheidungen/{number}/json`
pub async fn json(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let view = DecisionView::read(&app, &city, &viewer, number).await?;
    citing::note_handed_out(&app, &viewer, &city, view.cited(), "json").await?;
    let outcome = Outcome::of(&view.tally);
    answer("application/json", &api::DecisionDocument::of(&app, &view, &outcome))
}

/// A paper of a decision in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePaper {
    number: i64,
    format: String,
}

/// `GET /{kommune}/atlas/kandidaten/entscheidungen/{number}/papier/{format}`: `pdf` or `docx`, made
/// from what the page shows.
pub async fn print_paper(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePaper { number, format }): PathOf<OnePaper>,
) -> Result<Response, Failure> {
    let format = Format::from_code(&format).ok_or_else(Failure::not_found)?;
    let view = DecisionView::read(&app, &city, &viewer, number).await?;
    let head = papers::letterhead(&app, &city, &viewer);
    let page = app.config.base_address.clone() + &at(&city, &format!("/entscheidungen/{number}"));
    let paper = paper::paper(&head, &view, (&app.config.base_address, &page));
    let bytes = papers::print(paper, format).await?;
    let code = format.code();
    citing::note_handed_out(&app, &viewer, &city, view.cited(), code).await?;
    let disposition = format!("attachment; filename=\"entscheidung-{number}.{code}\"");
    let kind = (header::CONTENT_TYPE, format.media_type().to_owned());
    Ok(([kind, (header::CONTENT_DISPOSITION, disposition)], bytes).into_response())
}

/// Whether everybody may read it.
#[derive(Clone, Debug, Deserialize)]
pub struct SentPublication {
    #[serde(default)]
    oeffentlich: String,
}

/// `POST /{kommune}/atlas/kandidaten/entscheidungen/{number}/veroeffentlichung`
pub async fn publish(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(it): Form<SentPublication>,
) -> Result<Response, Failure> {
    let is_public = match it.oeffentlich.as_str() {
        "ja" => true,
        "nein" => false,
        _ => return Err(Failure::refused("neither yes nor no")),
    };
    let mut change = app.store.change(viewer.author()).await?;
    let known = decisions::decision(&mut change, city.tenant(), number).await?;
    // What was corrected is read in its correction.
    known.filter(|it| it.successor.is_none()).ok_or_else(Failure::not_found)?;
    decisions::publish(&mut change, city.tenant(), number, is_public).await?;
    change.commit().await?;
    let flash = if is_public { "meldung-veroeffentlicht" } else { "meldung-nicht-oeffentlich" };
    Ok(viewer.done(&at(&city, &format!("/entscheidungen/{number}")), Some(flash)))
}

/// `POST /{kommune}/atlas/kandidaten/entscheidungen/{number}/scan`
pub async fn attach(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    sent: Sent,
) -> Result<Response, Failure> {
    let scan = match scan::scan(sent) {
        Ok(scan) => scan,
        Err(text) => {
            let mut problems = Problems::default();
            problems.add("datei", viewer.t.get(text));
            return show_with(&app, &city, &viewer, number, problems).await;
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let known = decisions::decision(&mut change, city.tenant(), number).await?;
    known.filter(|it| it.successor.is_none()).ok_or_else(Failure::not_found)?;
    let thing = number.to_string();
    let (thing, file) = ((KIND, thing.as_str()), (scan.name.as_str(), scan.kind));
    attachments::attach(&mut change, city.tenant(), thing, file, &scan.bytes).await?;
    change.commit().await?;
    let page = at(&city, &format!("/entscheidungen/{number}"));
    Ok(viewer.done(&page, Some("meldung-scan-hinterlegt")))
}

/// A file of a decision in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OneFile {
    number: i64,
    id: i64,
}

/// `GET /{kommune}/atlas/kandidaten/entscheidungen/{number}/scan/{id}`
pub async fn scan(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OneFile { number, id }): PathOf<OneFile>,
) -> Result<Response, Failure> {
    // It is the paper with all its figures: who may not see one of them does not get it.
    let cited = citing::cited_in(&app, &viewer, &city, (KIND, &number.to_string())).await?;
    if cited.iter().any(|it| it.text.is_none()) {
        return Err(Failure::not_found());
    }
    citing::note_handed_out(&app, &viewer, &city, cited.iter(), "scan").await?;
    let mut read = app.store.read().await?;
    let files = attachments::of(&mut read, city.tenant(), (KIND, &number.to_string())).await?;
    let file = files.into_iter().find(|it| it.id == id).ok_or_else(Failure::not_found)?;
    let bytes = attachments::read(&mut read, city.tenant(), &file).await?;
    Ok(scan::handed_out("entscheidung", &file, bytes.ok_or_else(Failure::not_found)?))
}
