//! Doors of the register: candidates side by side, one candidate, its steps.

use ankunft_platform::downloads;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::page::html;
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Sheet, Viewer, answer};
use axum::extract::State as Of;
use axum::response::Response;
use jiff::civil::Date;
use serde::Deserialize;

use super::{LONGEST_TEXT, Number, asker, setting};
use crate::api as files;
use crate::candidates::model::State;
use crate::candidates::pages::register::{self as page, About, Typed};
use crate::candidates::pages::{at, day as shown_day};
use crate::candidates::profiles::{self, Sides};
use crate::candidates::store::decisions;
use crate::candidates::store::register::{self, Candidate, NewStep};
use crate::candidates::view::{Register, Scoring};
use crate::candidates::{actions, api};
use crate::permissions::ASSESS;
use crate::state::Atlas;
use crate::view::profile;

/// `GET /{kommune}/atlas/kandidaten`
pub async fn show(
    Of(app): Of<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let view = Register::read(&mut read, asker(&app, &atlas, &city, &viewer)).await?;
    let scoring = Scoring::read(&mut read, city.tenant()).await?;
    let decisions = decisions::decisions(&mut read, city.tenant()).await?;
    let asker = asker(&app, &atlas, &city, &viewer);
    let sides = Sides::read(&mut read, asker, (&view, viewer.may(ASSESS))).await?;
    drop(read);
    let base = city.at("");
    let setting = setting(&viewer, &city, &base);
    let profiles = profiles::panel(&setting, &city, &sides)?;
    let about = About { scoring: &scoring, decisions: &decisions, profiles };
    let page = page::register(&viewer, &city, &setting, &view, about);
    Ok(html(&page))
}

async fn view(
    app: &App,
    atlas: &Atlas,
    city: &City,
    viewer: &Viewer,
    format: &str,
) -> Result<Register, Failure> {
    let view = {
        let mut read = app.store.read().await?;
        Register::read(&mut read, asker(app, atlas, city, viewer)).await?
    };
    let profiles = view.rows.iter().filter_map(|it| it.1.as_ref());
    let mut sources: Vec<_> = profiles.flat_map(|it| it.sources.clone()).collect();
    sources.sort_by_key(|it| (it.dataset.id, it.nutzung));
    sources.dedup_by_key(|it| it.dataset.id);
    // The register is internal, whatever its figures are.
    let mut change = app.store.change(viewer.author()).await?;
    downloads::record_thing(&mut change, city.tenant(), ("candidates", ""), format).await?;
    let versions = files::internal_versions(&sources);
    downloads::record(&mut change, city.tenant(), &versions, format).await?;
    change.commit().await?;
    Ok(view)
}

/// `GET /{kommune}/atlas/kandidaten.csv`
pub async fn csv(
    Of(app): Of<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
) -> Result<Response, Failure> {
    let view = view(&app, &atlas, &city, &viewer, "csv").await?;
    let text = api::register_csv(&view, viewer.actor.audience());
    Ok(files::file("text/csv; charset=utf-8", "kandidaten.csv", text))
}

/// `GET /{kommune}/atlas/kandidaten.json`
pub async fn json(
    Of(app): Of<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
) -> Result<Response, Failure> {
    let view = view(&app, &atlas, &city, &viewer, "json").await?;
    answer("application/json", &api::RegisterDocument::of(&view, viewer.actor.audience()))
}

/// A quarter to be noted.
#[derive(Clone, Debug, Deserialize)]
pub struct Proposed {
    ebene: String,
    gebiet: String,
    #[serde(default)]
    tag: String,
}

/// `POST /{kommune}/atlas/kandidaten`: notes a quarter as a candidate.
pub async fn propose(
    Of(app): Of<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Form(it): Form<Proposed>,
) -> Result<Response, Failure> {
    let found = {
        let mut read = app.store.read().await?;
        let asker = asker(&app, &atlas, &city, &viewer);
        profile::profile(&mut read, asker, Some(&it.ebene), &it.gebiet).await?
    };
    let name = found.ok_or_else(Failure::not_found)?.area.name;
    let place = (it.ebene.as_str(), it.gebiet.as_str(), name.as_str());
    let today = app.today();
    let typed = if it.tag.trim().is_empty() { Some(today) } else { it.tag.trim().parse().ok() };
    let Some(on_date) = typed.filter(|it| *it <= today) else {
        let mut problems = Problems::default();
        problems.add("tag", viewer.t.get("kandidat-tag-fehlt"));
        return Ok(page::proposing(&viewer, &city, place, (&it.tag, problems)).refused());
    };
    let number = actions::propose(&app, &viewer, &city, place, on_date).await?;
    Ok(viewer.done(&at(&city, &format!("/{number}")), Some("meldung-kandidat-vorgemerkt")))
}

async fn find(app: &App, city: &City, number: i64) -> Result<Candidate, Failure> {
    let mut read = app.store.read().await?;
    let all = register::candidates(&mut read, city.tenant()).await?;
    all.into_iter().find(|it| it.number == number).ok_or_else(Failure::not_found)
}

async fn candidate_page(
    app: &App,
    city: &City,
    viewer: &Viewer,
    it: &Candidate,
    form: (&Typed, Problems),
) -> Result<Sheet, Failure> {
    let mut read = app.store.read().await?;
    let steps = register::steps(&mut read, city.tenant(), it.number).await?;
    let names = Names::read(&mut read, city.tenant()).await?;
    Ok(page::candidate(viewer, city, it, (&steps, &names), form))
}

/// `GET /{kommune}/atlas/kandidaten/{number}`
pub async fn show_one(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let it = find(&app, &city, number).await?;
    let typed = Typed { day: app.today().to_string(), ..Typed::default() };
    let page = candidate_page(&app, &city, &viewer, &it, (&typed, Problems::default())).await?;
    Ok(page.answer())
}

/// A step as it is sent.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SentStep {
    #[serde(default)]
    stand: String,
    #[serde(default)]
    tag: String,
    #[serde(default)]
    notiz: String,
}

/// `POST /{kommune}/atlas/kandidaten/{number}/schritt`
pub async fn step(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(it): Form<SentStep>,
) -> Result<Response, Failure> {
    let candidate = find(&app, &city, number).await?;
    let typed = Typed { state: it.stand, day: it.tag, note: it.notiz };
    // A button that was pressed twice: the step is there already.
    let is_there = (candidate.state.code(), candidate.since.as_str());
    if is_there == (typed.state.as_str(), typed.day.trim()) {
        return Ok(viewer.done(&at(&city, &format!("/{number}")), Some("meldung-gespeichert")));
    }
    let (to, on_date) = match checked(&viewer.t, &candidate, &typed, app.today()) {
        Ok(found) => found,
        Err(problems) => {
            let form = (&typed, problems);
            return Ok(candidate_page(&app, &city, &viewer, &candidate, form).await?.refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    ankunft_platform::tenant::lock(&mut change, city.tenant()).await?;
    let now = register::candidates(&mut change, city.tenant()).await?;
    if !now.contains(&candidate) {
        let advice = viewer.t.get("kandidat-inzwischen");
        return Err(Failure::refused("the candidate moved meanwhile").advice(advice));
    }
    let note = typed.note.trim();
    let step = NewStep { state: to, on_date, note };
    register::step(&mut change, city.tenant(), number, step).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, &format!("/{number}")), Some("meldung-gespeichert")))
}

/// Where a step leads and on which day, or what is wrong with it.
fn checked(
    t: &Texts,
    candidate: &Candidate,
    typed: &Typed,
    today: Date,
) -> Result<(State, Date), Problems> {
    let mut problems = Problems::default();
    let to = State::from_code(&typed.state).filter(|it| candidate.state.steps().contains(it));
    if to.is_none() {
        problems.add("stand", t.get("kandidat-stand-fehlt"));
    }
    let day = typed.day.trim().parse::<Date>().ok().filter(|it| *it <= today);
    if day.is_none() {
        problems.add("tag", t.get("kandidat-tag-fehlt"));
    } else if day.is_some_and(|it| it.to_string() < candidate.since) {
        let args = [
            ("stand", Arg::from(page::state(t, candidate.state))),
            ("tag", Arg::from(shown_day(t, &candidate.since))),
        ];
        problems.add("tag", t.with("kandidat-tag-zu-frueh", &args));
    }
    let note = typed.note.trim();
    if note.is_empty() && to.is_some_and(|it| candidate.state.needs_reason(it)) {
        problems.add("notiz", t.get("kandidat-grund-fehlt"));
    }
    if note.chars().count() > LONGEST_TEXT {
        problems.add("notiz", t.get("text-zu-lang"));
    }
    to.zip(day).filter(|_| problems.is_empty()).ok_or(problems)
}
