//! Doors of scores: handing in one's own, and the result.

use std::collections::BTreeMap;

use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::page::{html, html_with};
use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use axum::extract::State as Of;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::sent;
use crate::candidates::api;
use crate::candidates::model::{Outcome, POINTS, Tally, WEIGHTS};
use crate::candidates::pages::result::{self, Withheld};
use crate::candidates::pages::scores::{self as page, points_field, weight_field};
use crate::candidates::pages::{at, day};
use crate::candidates::permissions::SCORE;
use crate::candidates::store::ballots::{self, Ballot};
use crate::candidates::store::decisions;
use crate::candidates::view::Scoring;

/// `GET /{kommune}/atlas/kandidaten/bewertung`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let scoring = Scoring::read(&mut *app.store.read().await?, city.tenant()).await?;
    Ok(html(&page::scores(&viewer, &city, &scoring, (None, Problems::default()))))
}

/// What was sent as a ballot, or what is wrong with it.
fn ballot(
    viewer: &Viewer,
    scoring: &Scoring,
    account: i64,
    pairs: &[(String, String)],
) -> Result<Ballot, Problems> {
    let t = &viewer.t;
    let mut problems = Problems::default();
    let (mut points, mut weights) = (BTreeMap::new(), BTreeMap::new());
    for criterion in &scoring.criteria {
        for candidate in &scoring.candidates {
            let name = points_field(candidate.number, criterion.id);
            let typed = sent(pairs, &name);
            match typed.parse::<u8>() {
                Ok(it) if POINTS.contains(&it) => {
                    points.insert((candidate.number, criterion.id), it);
                }
                _ if typed.is_empty() => {}
                _ => problems.add(&name, t.get("bewertung-unbekannt")),
            }
        }
        let name = weight_field(criterion.id);
        match sent(pairs, &name).parse::<u8>() {
            Ok(it) if WEIGHTS.contains(&it) => {
                weights.insert(criterion.id, it);
            }
            _ => problems.add(&name, t.get("bewertung-gewicht-fehlt")),
        }
    }
    let first = scoring.criteria.first().zip(scoring.candidates.first());
    if let Some((criterion, candidate)) = first.filter(|_| problems.is_empty()) {
        if points.is_empty() {
            let name = points_field(candidate.number, criterion.id);
            problems.add(&name, t.get("bewertung-ohne-punkte"));
        }
        if weights.values().all(|it| *it == 0) {
            problems.add(&weight_field(criterion.id), t.get("bewertung-ohne-gewicht"));
        }
    }
    let ballot = Ballot { account, post: viewer.actor.post, points, weights };
    if problems.is_empty() { Ok(ballot) } else { Err(problems) }
}

/// `POST /{kommune}/atlas/kandidaten/bewertung`
pub async fn hand_in(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let account = viewer.actor.account.ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    ankunft_platform::tenant::lock(&mut change, city.tenant()).await?;
    let scoring = Scoring::read(&mut change, city.tenant()).await?;
    let refused = |problems: Problems| {
        let page = page::scores(&viewer, &city, &scoring, (Some(&pairs), problems));
        html_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    if scoring.candidates.is_empty() || scoring.criteria.is_empty() {
        return Ok(refused(Problems::default()));
    }
    match ballot(&viewer, &scoring, account, &pairs) {
        Ok(ballot) => {
            ballots::hand_in(&mut change, city.tenant(), &ballot).await?;
            change.commit().await?;
            Ok(viewer.done(&at(&city, "/ergebnis"), Some("meldung-bewertet")))
        }
        Err(problems) => Ok(refused(problems)),
    }
}

/// A result that this reader may see: with the day of the decision if it is that of one.
type Shown = (Tally, Option<String>);

/// What this reader may see: the open scores for who has handed in their own; otherwise, and for
/// who does not score, those of the newest decision. Nobody is swayed before they have said what
/// they think.
async fn shown(
    app: &App,
    city: &City,
    viewer: &Viewer,
) -> Result<Result<Shown, Withheld>, Failure> {
    let mut read = app.store.read().await?;
    let scoring = Scoring::read(&mut read, city.tenant()).await?;
    if !scoring.ballots.is_empty() {
        if scoring.own(viewer.actor.account).is_some() {
            let names = Names::read(&mut read, city.tenant()).await?;
            return Ok(Ok((scoring.tally(&viewer.t, &names), None)));
        }
        let hands_in = viewer.may(SCORE) && !scoring.candidates.is_empty();
        return Ok(Err(if hands_in { Withheld::HandInFirst } else { Withheld::WithDecision }));
    }
    let decisions = decisions::decisions(&mut read, city.tenant()).await?;
    let Some(newest) = decisions.into_iter().find(|it| it.tally.contains("\"who\"")) else {
        return Ok(Err(Withheld::Nothing));
    };
    let tally = serde_json::from_str(&newest.tally).map_err(Failure::internal)?;
    Ok(Ok((tally, Some(newest.on_date))))
}

/// `GET /{kommune}/atlas/kandidaten/ergebnis`
pub async fn show_result(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
) -> Result<Response, Failure> {
    Ok(html(&match shown(&app, &city, &viewer).await? {
        Ok((tally, of_decision)) => {
            let of_decision = of_decision.map(|it| day(&viewer.t, &it));
            let outcome = Outcome::of(&tally);
            result::result(&viewer, &city, (&tally, &outcome), of_decision.as_deref())
        }
        Err(why) => result::withheld(&viewer, &city, why),
    }))
}

/// `GET /{kommune}/atlas/kandidaten/ergebnis/json`
pub async fn result_json(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
) -> Result<Response, Failure> {
    let document = match shown(&app, &city, &viewer).await? {
        Ok((tally, _)) => api::outcome_json(&tally, &Outcome::of(&tally)),
        Err(_) => serde_json::Value::Null,
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], document.to_string()).into_response())
}
