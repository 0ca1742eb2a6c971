//! The door of scores: handing in one's own.

use std::collections::BTreeMap;

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::Problems;
use ankunft_platform::page::{html, html_with};
use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use axum::extract::State as Of;
use axum::http::StatusCode;
use axum::response::Response;

use super::sent;
use crate::candidates::model::{POINTS, WEIGHTS};
use crate::candidates::pages::rounds::Said;
use crate::candidates::pages::scores::{self as page, CANNOT_JUDGE, points_field, weight_field};
use crate::candidates::pages::{at, list};
use crate::candidates::store::ballots::{self, Ballot};
use crate::candidates::view::Scoring;

/// `GET /{kommune}/atlas/kandidaten/bewertung`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let scoring = Scoring::read(&mut *app.store.read().await?, city.tenant()).await?;
    Ok(html(&page::scores(&viewer, &city, &scoring, (None, Problems::default()), None)))
}

/// What was sent as a ballot, or what is wrong with it. Nothing counts as an answer that nobody
/// gave: who cannot judge says so.
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
        let mut open = Vec::new();
        for candidate in &scoring.candidates {
            let name = points_field(candidate.number, criterion.id);
            let typed = sent(pairs, &name);
            match typed.parse::<u8>() {
                Ok(it) if POINTS.contains(&it) => {
                    points.insert((candidate.number, criterion.id), it);
                }
                _ if typed == CANNOT_JUDGE => {}
                _ if typed.is_empty() => open.push((name, candidate.name.as_str())),
                _ => problems.add(&name, t.get("bewertung-unbekannt")),
            }
        }
        let args = [("kriterium", Arg::from(criterion.name.as_str()))];
        if let Some((first, _)) = open.first() {
            let names = list(t, open.iter().map(|it| it.1));
            let args = [args[0].clone(), ("namen", Arg::from(names))];
            problems.add(first, t.with("bewertung-offen", &args));
        }
        let name = weight_field(criterion.id);
        match sent(pairs, &name).parse::<u8>() {
            Ok(it) if WEIGHTS.contains(&it) => {
                weights.insert(criterion.id, it);
            }
            _ => problems.add(&name, t.with("bewertung-gewicht-fehlt", &args)),
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

/// `POST /{kommune}/atlas/kandidaten/bewertung`: hands in, or changes what was handed in, while the
/// round is open that the form was made for.
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
    let refused = |problems: Problems, said: Said| {
        let page = page::scores(&viewer, &city, &scoring, (Some(&pairs), problems), said);
        html_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let running = scoring.round.as_ref().map(|it| it.round.number.to_string());
    if running.as_deref() != Some(sent(&pairs, "runde")) {
        return Ok(refused(Problems::default(), Some("bewertung-zu-spaet")));
    }
    if page::closed(&viewer, &scoring).is_some() {
        return Ok(refused(Problems::default(), None));
    }
    match ballot(&viewer, &scoring, account, &pairs) {
        Ok(ballot) => {
            ballots::hand_in(&mut change, city.tenant(), &ballot).await?;
            change.commit().await?;
            Ok(viewer.done(&at(&city, "/runde"), Some("meldung-bewertet")))
        }
        Err(problems) => Ok(refused(problems, None)),
    }
}
