//! The doors of enquiries: extract, ask, change, render.

pub mod answer;
pub mod case;
pub mod filing;
pub mod frame;
mod sheets;
mod typed;

use std::collections::BTreeSet;

use ankunft_atlas::papers::{Format, letterhead, print};
use ankunft_platform::citing;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{App, City, Failure, File, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::model::subject_words;
use super::money::Money;
use super::pages::{board, one};
use super::paper;
use super::view::{Board, OneView};
use crate::measures::store as measures;
use crate::picker::{self, Found};

/// The number of an enquiry in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    pub(super) number: i64,
}

/// What is searched for on the page of an enquiry.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    suche: Option<String>,
}

/// `GET /{kommune}/anfragen`
pub async fn list(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let all = Board::read(&mut app.store.read().await?, city.tenant()).await?;
    Ok(board::board(&viewer, &city, &all, app.today()).answer())
}

/// What is searched for while nobody has said: the quarter and the subject.
fn usual(view: &OneView) -> String {
    let frame = &view.it().frame;
    let place = frame.place.as_ref().map(|it| it.name.clone());
    let named = place.as_deref().map(str::to_lowercase).unwrap_or_default();
    let words = subject_words(&frame.subject).into_iter().filter(|it| !named.contains(it.as_str()));
    place.into_iter().chain(words).collect::<Vec<_>>().join(" ")
}

/// What fits, for who may take it.
async fn gathered(
    app: &App,
    (city, viewer): (&City, &Viewer),
    view: &OneView,
    asked: Option<&str>,
) -> Result<(String, Vec<Found>), Failure> {
    let asked = asked.map_or_else(|| usual(view), str::to_owned);
    if !view.may_change || view.sent().is_some() {
        return Ok((asked, Vec::new()));
    }
    let mut found = picker::find(app, viewer, city, &asked).await?;
    // An enquiry is no evidence for its own answer.
    let own = view.it().number.to_string();
    found.retain(|it| it.kind != super::store::KIND || it.id != own);
    Ok((asked, found))
}

/// What is known of the money of measures that were found or are cited.
async fn money(
    app: &App,
    city: &City,
    view: &OneView,
    found: &[Found],
) -> Result<Vec<Money>, Failure> {
    let found = found.iter().filter(|it| it.kind == measures::KIND).map(|it| it.id.as_str());
    let cited = view.cited.iter().map(|it| it.citation());
    let cited = cited.filter(|it| it.cited_kind == measures::KIND).map(|it| it.cited.as_str());
    let of: BTreeSet<i64> = found.chain(cited).filter_map(|it| it.parse().ok()).collect();
    if of.is_empty() || view.sent().is_some() || !view.may_change {
        return Ok(Vec::new());
    }
    Ok(Money::read(&mut app.store.read().await?, city.tenant(), &of).await?)
}

/// The page with what was typed and what is wrong with it.
async fn page(
    app: &App,
    (city, viewer): (&City, &Viewer),
    view: &OneView,
    (asked, form): (Option<&str>, (&Typed, Problems)),
) -> Result<ankunft_platform::web::Sheet, Failure> {
    let (asked, found) = gathered(app, (city, viewer), view, asked).await?;
    let money = money(app, city, view, &found).await?;
    let seen = ankunft_platform::typed::sent(form.0, "stand").parse::<i64>().ok();
    let newest = view.answers.first().map_or(0, |it| it.version);
    let before = view.answers.iter().find(|it| Some(it.version) == seen);
    let meanwhile = before.filter(|it| it.version != newest);
    let shown = one::Shown { search: (&asked, &found), money: &money, form, meanwhile };
    Ok(one::show(viewer, city, view, app.today(), &shown))
}

/// `GET /{kommune}/anfragen/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let view = OneView::read(&app, &city, &viewer, number).await?;
    let form = (&Typed::new(), Problems::default());
    Ok(page(&app, (&city, &viewer), &view, (asked.suche.as_deref(), form)).await?.answer())
}

/// A paper in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePaper {
    number: i64,
    format: String,
}

/// `GET /{kommune}/anfragen/{number}/papier/{format}`: the answer, `docx` or `pdf`.
pub async fn print_answer(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePaper { number, format }): PathOf<OnePaper>,
) -> Result<Response, Failure> {
    let format = Format::from_code(&format).ok_or_else(Failure::not_found)?;
    let view = OneView::read(&app, &city, &viewer, number).await?;
    let answer = view.answer().ok_or_else(Failure::not_found)?;
    // It is the text with all its figures: who may not see one of them does not get it.
    if view.cited.iter().any(|it| it.text.is_none()) {
        return Err(Failure::not_found());
    }
    let head = letterhead(&app, &city, &viewer);
    let paper = paper::answer(&head, &view, answer, &app.config.base_address);
    let bytes = print(paper, format).await?;
    citing::note_handed_out(&app, &viewer, &city, view.cited.iter(), format.code()).await?;
    let name = format!("antwort-{number}.{}", format.code());
    Ok(File::attached(format.media_type(), format.code(), name, bytes).answer())
}
