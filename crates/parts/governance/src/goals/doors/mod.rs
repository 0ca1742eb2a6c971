//! The doors of goals: extract, ask, change, render.

pub mod discard;
pub mod edit;
pub mod edition;
pub mod table;

use ankunft_disclosure::Audience;
use ankunft_platform::citations;
use ankunft_platform::citing;
use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant;
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{App, City, Failure, File, Form, Format, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::indicators::{self, view::Gauges};
use super::pages::goal::{self as page, GoalView};
use super::pages::tree;
use super::store::{self, KIND, Written};
use super::view::{Goals, is_for_all};
use super::{address, api, words};
use crate::evidence::{self, Evidence};
use crate::permissions::EDIT_GOALS;

/// The number of a goal in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    pub(in crate::goals) number: i64,
}

/// Which edition is asked for; empty asks for the one in force.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    fassung: String,
}

impl Asked {
    /// The number of the edition, or 404 for what can be none.
    fn edition(&self) -> Result<Option<i64>, Failure> {
        match self.fassung.as_str() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| Failure::not_found()),
        }
    }
}

/// `GET /{kommune}/steuerung/ziele`
pub async fn show_all(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let edition = asked.edition()?;
    let nothing = (&Typed::new(), Problems::default());
    let Some(goals) = readable(&mut read, (&city, &viewer), edition).await? else {
        return match edition {
            Some(edition) => Err(discard::no_edition(&mut read, (&city, &viewer), edition).await?),
            None => Ok(tree::empty(&viewer, &city, nothing).answer()),
        };
    };
    let names = Names::read(&mut read, city.tenant()).await?;
    drop(read);
    let gauges = Gauges::read(&app, city.tenant(), reader(&viewer), &goals).await?;
    let shown = tree::Shown { goals: &goals, gauges: &gauges, names: &names, today: app.today() };
    Ok(tree::show(&viewer, &city, &shown, nothing).answer())
}

/// Whose figures are shown, and in which language.
pub(in crate::goals) fn reader(viewer: &Viewer) -> (Audience, &Texts) {
    (viewer.actor.audience(), &viewer.t)
}

/// An edition that a reader may see.
pub(in crate::goals) async fn readable(
    read: &mut Read,
    (city, viewer): (&City, &Viewer),
    edition: Option<i64>,
) -> Result<Option<Goals>, StoreError> {
    let goals = Goals::read(read, city.tenant(), edition).await?;
    Ok(match viewer.may(EDIT_GOALS) {
        true => goals,
        false => goals.and_then(Goals::without_draft),
    })
}

/// What a file is made of; without goals where a city has written none down yet.
async fn of_file(
    app: &App,
    (city, viewer): (&City, &Viewer),
    asked: &Asked,
) -> Result<(Option<Goals>, Names), Failure> {
    let mut read = app.store.read().await?;
    let edition = asked.edition()?;
    let goals = readable(&mut read, (city, viewer), edition).await?;
    if goals.is_none() && edition.is_some() {
        return Err(Failure::not_found());
    }
    Ok((goals, Names::read(&mut read, city.tenant()).await?))
}

/// `GET /{kommune}/steuerung/ziele.csv`
pub async fn csv(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (goals, names) = of_file(&app, (&city, &viewer), &asked).await?;
    Ok(File::new(Format::Csv, "ziele", api::csv(&viewer.t, goals.as_ref(), &names)).answer())
}

/// `GET /{kommune}/steuerung/ziele.json`
pub async fn json(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (goals, names) = of_file(&app, (&city, &viewer), &asked).await?;
    let gauges = match &goals {
        // A file leaves the house without a note of who took it: only what everybody may know.
        Some(goals) => {
            let everybody = (Audience::Public, &viewer.t);
            Gauges::read(&app, city.tenant(), everybody, goals).await?
        }
        None => Gauges::default(),
    };
    let of = goals.as_ref().map(|it| (it, &gauges));
    Ok(File::json(&api::GoalsDocument::of(&city.name, of, (&names, app.today())))?.answer())
}

/// A goal in the edition in force, or in the newest that has it, with all that was written of it; or
/// 404. Who writes goals sees the draft, and nobody else does once something is adopted.
pub(in crate::goals) async fn seen(
    read: &mut Read,
    city: &City,
    viewer: &Viewer,
    number: i64,
) -> Result<(Goals, Vec<Written>), Failure> {
    let mut history = store::history(read, city.tenant(), number).await?;
    if !viewer.may(EDIT_GOALS) {
        let editions = store::editions(read, city.tenant()).await?;
        history.retain(|it| is_for_all(&editions, it.0));
    }
    let Some(newest) = history.first().map(|it| it.0) else {
        return Err(discard::missing(read, (city, viewer), number).await?);
    };
    let asked = viewer.may(EDIT_GOALS).then_some(newest);
    let mut goals = readable(read, (city, viewer), asked).await?;
    if goals.as_ref().is_none_or(|it| it.concept.tree.get(number).is_none()) {
        goals = readable(read, (city, viewer), Some(newest)).await?;
    }
    Ok((goals.ok_or_else(Failure::not_found)?, history))
}

/// What a goal is called that may be in the draft alone, for who writes goals; or 404.
pub(crate) async fn title(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: i64,
) -> Result<String, Failure> {
    let mut read = app.store.read().await?;
    let (goals, history) = seen(&mut read, city, viewer, number).await?;
    let wording = &goals.concept.tree.get(number).unwrap_or(&history[0].1).wording;
    Ok(format!("{}: {}", words::kind(&viewer.t, wording.kind), wording.title))
}

/// Everything of a goal, or 404.
async fn view(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<GoalView, Failure> {
    let mut read = app.store.read().await?;
    let (goals, history) = seen(&mut read, city, viewer, number).await?;
    let may_edit = viewer.may(EDIT_GOALS);
    let names = Names::read(&mut read, city.tenant()).await?;
    drop(read);
    let id = number.to_string();
    let name = goals.concept.tree.get(number).unwrap_or(&history[0].1).wording.title.clone();
    let thing = citing::Thing { id: id.clone(), name };
    let things = if goals.holds(number) { vec![thing] } else { Vec::new() };
    let remember = citing::buttons(app, viewer, city, KIND, things).await?;
    let evidence = Evidence::read(app, viewer, city, (KIND, &id), may_edit).await?;
    let remember = remember.into_iter().flatten().next();
    let gauges = Gauges::read(app, city.tenant(), reader(viewer), &goals).await?;
    let can_add =
        !indicators::view::offered(app, city.tenant(), (&goals, number)).await?.is_empty();
    let today = app.today();
    Ok(GoalView { goals, number, history, names, evidence, remember, gauges, can_add, today })
}

/// `GET /{kommune}/steuerung/ziele/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let view = view(&app, &city, &viewer, number).await?;
    Ok(page::show(&viewer, &city, &view, (&Typed::new(), &Problems::default())).answer())
}

/// `POST /{kommune}/steuerung/ziele/{number}/befunde`: what the goal is measured against.
pub async fn cite(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = view(&app, &city, &viewer, number).await?;
    let ids = match evidence::asked(&app, &city, &viewer, (&view.evidence, &typed)).await? {
        Ok(ids) => ids,
        Err(problems) => {
            return Ok(page::show(&viewer, &city, &view, (&typed, &problems)).refused());
        }
    };
    evidence::place(&app, &city, &viewer, ((KIND, &number.to_string()), &ids)).await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-befund-genommen")))
}

/// One citation of a goal.
#[derive(Clone, Debug, Deserialize)]
pub struct One {
    befund: String,
}

/// `POST /{kommune}/steuerung/ziele/{number}/befunde/weg`
pub async fn take_out(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(it): Form<One>,
) -> Result<Response, Failure> {
    let view = view(&app, &city, &viewer, number).await?;
    let cited = view.evidence.find(&it.befund).ok_or_else(Failure::not_found)?;
    let id = cited.citation().id;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    citations::remove(&mut change, city.tenant(), id, (KIND, &number.to_string())).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-befund-weg")))
}
