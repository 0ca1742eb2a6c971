//! The doors of measures: extract, ask, change, render.

pub mod evidence;
pub mod paper;
pub mod plan;
pub mod search;
pub mod table;

use ankunft_platform::changes;
use ankunft_platform::citing;
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::Typed;
use ankunft_platform::web::file::{File, Format};
use ankunft_platform::web::{App, City, Failure, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::model::{Plan, State};
use super::pages::measure::{self as page, MeasureView};
use super::store::{self, KIND};
use super::view::{Board, Depth, Wanted};
use super::{api, board as board_page};
use crate::around::store as around;
use crate::effects::doors::may_accept;
use crate::effects::view::Staircase;
use crate::enquiries::filing;
use crate::evidence::Evidence;
use crate::goals;
use crate::permissions::{PLAN, STEER};
use crate::spending::store as spending;

/// So many entries of the change log are read for the history of a measure.
const MOST_ENTRIES: i64 = 200;

/// The number of a measure in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    pub(crate) number: i64,
}

/// What of the board is asked for, as the address says it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    stand: String,
    #[serde(default)]
    quartier: String,
    #[serde(default)]
    stelle: String,
}

impl Asked {
    pub(crate) fn wanted(&self) -> Wanted {
        let place = self.quartier.split_once(':');
        Wanted {
            state: State::from_code(&self.stand),
            post: self.stelle.parse().ok(),
            place: place.map(|(level, area)| (level.to_owned(), area.to_owned())),
        }
    }
}

/// Whether a viewer may change a measure: all of them, or those of the own Stelle.
pub(crate) fn may_change(viewer: &Viewer, plan: &Plan) -> bool {
    let own = viewer.actor.post.is_some_and(|it| plan.is_of(it));
    viewer.may(STEER) || (viewer.may(PLAN) && own)
}

/// Says no to who may not change a measure, and who may.
pub(crate) fn refuse_others(viewer: &Viewer, plan: &Plan) -> Result<(), Failure> {
    if may_change(viewer, plan) {
        return Ok(());
    }
    Err(Failure::forbidden("a measure of another Stelle")
        .advice(viewer.t.get("massnahme-nicht-ihre")))
}

/// `GET /{kommune}/steuerung`
pub async fn board(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let board = Board::read(&mut read, city.tenant(), app.today()).await?;
    drop(read);
    Ok(board_page::board(&viewer, &city, &board, &asked.wanted()).answer())
}

/// `GET /{kommune}/steuerung/massnahmen.csv`
pub async fn csv(
    Of(app): Of<App>,
    city: City,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let board = Board::read(&mut read, city.tenant(), app.today()).await?;
    let depth = Depth::read(&mut read, city.tenant()).await?;
    let csv = api::csv((&board, &asked.wanted()), &depth);
    Ok(File::new(Format::Csv, "massnahmen", csv).answer())
}

/// `GET /{kommune}/steuerung/massnahmen.json`
pub async fn json(
    Of(app): Of<App>,
    city: City,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let board = Board::read(&mut read, city.tenant(), app.today()).await?;
    let depth = Depth::read(&mut read, city.tenant()).await?;
    let wanted = asked.wanted();
    let all = api::MeasuresDocument::of(&city.name, (&board, &wanted), &depth);
    Ok(File::json(&all)?.answer())
}

/// `GET /{kommune}/steuerung/massnahmen/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let view = view(&app, &city, &viewer, number).await?;
    Ok(page::show(&viewer, &city, &view, (&Typed::new(), &Problems::default())).answer())
}

/// Refuses who may not change a measure, and what is none.
///
/// # Errors
///
/// - [`Failure`]: 404 for no measure, 403 for who may not.
pub async fn changeable(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: i64,
) -> Result<(), Failure> {
    let mut read = app.store.read().await?;
    let versions = store::versions(&mut read, city.tenant(), number).await?;
    refuse_others(viewer, &versions.first().ok_or_else(Failure::not_found)?.plan)
}

/// The page of a measure with what is wrong in one of its forms.
///
/// # Errors
///
/// - [`Failure`] as for the page.
pub async fn refused(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (number, (typed, problems)): (i64, (&Typed, Problems)),
) -> Result<Response, Failure> {
    let view = view(app, city, viewer, number).await?;
    Ok(page::show(viewer, city, &view, (typed, &problems)).refused())
}

/// Everything of a measure, or 404.
pub(super) async fn view(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: i64,
) -> Result<MeasureView, Failure> {
    let mut read = app.store.read().await?;
    let versions = store::versions(&mut read, city.tenant(), number).await?;
    let newest = versions.first().ok_or_else(Failure::not_found)?;
    let names = Names::read(&mut read, city.tenant()).await?;
    let baselines = read.kept::<store::Baselines>(city.tenant()).await?;
    let goals = goals::served_by(&mut read, city.tenant(), number).await?;
    let sheets = around::sheets(&mut read, city.tenant(), Some(number)).await?;
    let book = spending::book(&mut read, city.tenant(), number).await?;
    let own = (KIND, &*number.to_string());
    let file_number = filing::file_number(&mut read, city.tenant(), own).await?;
    let log = changes::of_thing(&mut read, city.tenant(), own, MOST_ENTRIES).await?;
    drop(read);
    let staircase = Staircase::read(app, viewer, city, newest).await?;
    let may_ask = may_accept(viewer, newest);
    let id = number.to_string();
    let thing = citing::Thing { id: id.clone(), name: newest.plan.title.clone() };
    let remember = citing::buttons(app, viewer, city, KIND, vec![thing]).await?;
    let may_change = may_change(viewer, &newest.plan);
    let evidence = Evidence::read(app, viewer, city, (KIND, &id), may_change).await?;
    Ok(MeasureView {
        baselines: baselines.get(&number).into_iter().flatten().copied().collect(),
        remember: remember.into_iter().flatten().next(),
        versions,
        names,
        staircase,
        sheets,
        book,
        log,
        file_number,
        today: app.today(),
        evidence,
        goals,
        may_ask,
        may_change,
    })
}
