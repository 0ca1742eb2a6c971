//! Doors of the result: what the team makes of the candidates, once a round is closed.

use ankunft_platform::downloads;
use ankunft_platform::names::Names;
use ankunft_platform::page::html;
use ankunft_platform::web::{App, City, Failure, PathOf, Viewer, answer};
use axum::extract::State as Of;
use axum::response::Response;
use sqlx::AnyConnection;

use super::Number;
use crate::candidates::api;
use crate::candidates::model::{Outcome, Tally};
use crate::candidates::pages::result::{self as page, Basis, Withheld};
use crate::candidates::store::{decisions, rounds};
use crate::candidates::view::{Closed, Scoring};

/// What this reader may see: the newest closed round, or that of a number; without rounds the
/// scores of the newest decision. Of a round that is open nobody sees anything, so that nobody is
/// swayed before they have said what they think, nor changes it afterwards.
async fn shown(
    connection: &mut AnyConnection,
    city: &City,
    number: Option<i64>,
) -> Result<Result<(Tally, Basis), Withheld>, Failure> {
    let closed = Closed::all(connection, city.tenant()).await?;
    if let Some(number) = number {
        let is_it = |it: &Closed| it.round.number == number && !it.tally.ballots.is_empty();
        let found = closed.into_iter().find(is_it).ok_or_else(Failure::not_found)?;
        return Ok(Ok((found.tally.clone(), Basis::Round(Box::new(found)))));
    }
    let scoring = Scoring::read(connection, city.tenant()).await?;
    if scoring.round.is_some() {
        let rounds = closed.into_iter().filter(|it| !it.tally.ballots.is_empty());
        return Ok(Err(Withheld::Open(Box::new(scoring), rounds.map(|it| it.round).collect())));
    }
    if let Some(found) = closed.into_iter().find(Closed::counts) {
        return Ok(Ok((found.tally.clone(), Basis::Round(Box::new(found)))));
    }
    for decision in decisions::decisions(connection, city.tenant()).await? {
        let tally: Tally = serde_json::from_str(&decision.tally).map_err(Failure::internal)?;
        if !tally.ballots.is_empty() {
            return Ok(Ok((tally, Basis::Decision(decision.number, decision.on_date))));
        }
    }
    Ok(Err(Withheld::Nothing))
}

async fn page(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: Option<i64>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let names = Names::read(&mut read, city.tenant()).await?;
    Ok(html(&match shown(&mut read, city, number).await? {
        Ok((tally, basis)) => {
            let outcome = Outcome::of(&tally);
            page::result(viewer, city, (&tally, &outcome), (&basis, &names))
        }
        Err(why) => page::withheld(viewer, city, &why),
    }))
}

/// `GET /{kommune}/atlas/kandidaten/ergebnis`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    page(&app, &city, &viewer, None).await
}

/// `GET /{kommune}/atlas/kandidaten/ergebnis/{number}`
pub async fn show_round(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    page(&app, &city, &viewer, Some(number)).await
}

async fn document(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: Option<i64>,
) -> Result<Response, Failure> {
    let found = shown(&mut *app.store.read().await?, city, number).await?;
    match found {
        Ok((tally, basis)) => {
            let mut change = app.store.change(viewer.author()).await?;
            let (kind, thing) = match basis {
                Basis::Round(it) => (rounds::KIND, it.round.number.to_string()),
                Basis::Decision(number, _) => (decisions::KIND, number.to_string()),
            };
            downloads::record_thing(&mut change, city.tenant(), (kind, &thing), "json").await?;
            change.commit().await?;
            answer(
                "application/json",
                &Some(api::OutcomeDocument::of(&tally, &Outcome::of(&tally))),
            )
        }
        Err(_) => answer("application/json", &None::<api::OutcomeDocument<'_>>),
    }
}

/// `GET /{kommune}/atlas/kandidaten/ergebnis/json`
pub async fn json(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    document(&app, &city, &viewer, None).await
}

/// `GET /{kommune}/atlas/kandidaten/ergebnis/{number}/json`
pub async fn round_json(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    document(&app, &city, &viewer, Some(number)).await
}
