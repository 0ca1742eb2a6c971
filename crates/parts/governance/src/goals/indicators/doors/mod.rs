//! The doors of indicators of goals.

pub mod edit;

use ankunft_platform::citing::{self, Thing};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::{Problems, Remember};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Sheet, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::model::{Indicator, Known as Version};
use super::pages::indicator as page;
use super::view::{self, Gauge, Gauges};
use super::{actuals, address, citable, form, store};
use crate::effects::held::is_alike;
use crate::goals::discards;
use crate::goals::doors::discard::{self, OPENED};
use crate::goals::doors::{readable, reader, seen};
use crate::goals::model::Goal;
use crate::goals::pages::discard::late as late_page;
use crate::goals::store as goals;
use crate::goals::view::{Goals, draft, in_force};
use crate::known::Known;
use crate::permissions::{EDIT_GOALS, PLAN};

/// The numbers of a goal and its indicator in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Numbers {
    number: i64,
    indicator: i64,
}

/// Whether a viewer may write values: who writes goals, and the Stelle that answers for this one.
fn may_count(viewer: &Viewer, goal: Option<&Goal>) -> bool {
    let owner = goal.and_then(|it| it.wording.owner);
    viewer.may(EDIT_GOALS) || (viewer.may(PLAN) && owner.is_some() && viewer.actor.post == owner)
}

/// The goals in force with what they are measured by; those of the draft only for an indicator that
/// is not in force.
async fn standing(
    app: &App,
    city: &City,
    viewer: &Viewer,
    Numbers { number, indicator }: Numbers,
) -> Result<(Goals, Gauges), Failure> {
    let mut read = app.store.read().await?;
    let in_force = readable(&mut read, (city, viewer), None).await?;
    drop(read);
    if let Some(goals) = in_force {
        let gauges = Gauges::read(app, city.tenant(), reader(viewer), &goals).await?;
        if gauges.find(number, indicator).is_some() {
            return Ok((goals, gauges));
        }
    }
    let mut read = app.store.read().await?;
    let (goals, _) = seen(&mut read, city, viewer, number).await?;
    drop(read);
    let gauges = Gauges::read(app, city.tenant(), reader(viewer), &goals).await?;
    Ok((goals, gauges))
}

/// `GET /{kommune}/steuerung/ziele/{number}/indikatoren/{indicator}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(numbers): PathOf<Numbers>,
) -> Result<Response, Failure> {
    let typed = Typed::new();
    Ok(shown(&app, &city, &viewer, numbers, (&typed, Problems::default())).await?.answer())
}

/// The page of an indicator, with what was typed into its form.
async fn shown(
    app: &App,
    city: &City,
    viewer: &Viewer,
    numbers: Numbers,
    (typed, problems): (&Typed, Problems),
) -> Result<Sheet, Failure> {
    let Numbers { number, indicator } = numbers;
    let (goals, gauges) = standing(app, city, viewer, numbers).await?;
    let mut read = app.store.read().await?;
    let mut history = store::history(&mut read, city.tenant(), number).await?;
    history.retain(|it| goals.editions.iter().any(|of| of.number == it.edition));
    let known = Known::read(&mut read, city.tenant()).await?;
    let names = Names::read(&mut read, city.tenant()).await?;
    drop(read);
    let gauge = gauges.find(number, indicator).ok_or_else(Failure::not_found)?;
    let figures = edit::figures(app, city, viewer, &known).await?;
    let terms = view::offered(app, city.tenant(), (&goals, number)).await?;
    let goal = goals.concept.tree.get(number);
    let drafted = draft(&goals.editions).and_then(|draft| {
        history.iter().find(|it| it.number == indicator && it.edition == draft.number)
    });
    let drafted = drafted.filter(|it| !it.is_dropped && viewer.may(EDIT_GOALS));
    let asked = page::Asked {
        goal: (number, goal.map_or("", |it| &it.wording.title)),
        gauge,
        editions: &goals.editions,
        history: history.iter().filter(|it| it.number == indicator).collect(),
        said: super::words::Names { known: &known, figures: &figures, terms: &terms },
        names: &names,
        remember: remember(app, city, viewer, gauge).await?,
        typed,
        problems,
        today: app.today(),
        may_count: may_count(viewer, goal),
        drafted: drafted.map(|it| (it.edition, it.version)),
    };
    Ok(page::show(viewer, city, &asked))
}

/// The button that puts the newest value into one's own Mappe.
async fn remember(
    app: &App,
    city: &City,
    viewer: &Viewer,
    gauge: &Gauge,
) -> Result<Option<Remember>, Failure> {
    let Some(id) = citable::newest_id(gauge) else { return Ok(None) };
    let thing = Thing { id, name: gauge.known.says.name.clone() };
    let all = citing::buttons(app, viewer, city, actuals::KIND, vec![thing]).await?;
    Ok(all.into_iter().flatten().next())
}

/// What an indicator says that takes values now: in the edition in force, or in the draft where it stands
/// there alone.
async fn held_to(
    change: &mut Change,
    tenant: Tenant,
    Numbers { number, indicator }: Numbers,
) -> Result<Option<Indicator>, StoreError> {
    let editions = goals::editions(change, tenant).await?;
    for edition in in_force(&editions).into_iter().chain(draft(&editions)) {
        let all = store::indicators(change, tenant, edition.number).await?;
        let found = all.into_iter().find(|it| (it.goal, it.number) == (number, indicator));
        if let Some(found) = found {
            return Ok(Some(found.says));
        }
    }
    Ok(None)
}

/// What it said when a form was opened, if the form knows.
async fn opened(
    change: &mut Change,
    tenant: Tenant,
    (Numbers { number, indicator }, typed): (Numbers, &Typed),
) -> Result<Option<Indicator>, StoreError> {
    let (edition, version) = (sent(typed, OPENED).parse(), sent(typed, "angabe").parse());
    let (Ok(edition), Ok(version)) = (edition, version) else { return Ok(None) };
    let all = store::history(change, tenant, number).await?;
    let is_it = |it: &Version| (it.number, it.edition, it.version) == (indicator, edition, version);
    Ok(all.into_iter().find(is_it).map(|it| it.says))
}

/// What is wrong with a value.
fn wrong(viewer: &Viewer, text: &str) -> Problems {
    let mut problems = Problems::default();
    problems.add("wert", viewer.t.get(text));
    problems
}

/// Whether a value would be counted otherwise than its writer saw and the door read; none where the
/// indicator is gone meanwhile.
async fn counts_otherwise(
    change: &mut Change,
    tenant: Tenant,
    (numbers, typed): (Numbers, &Typed),
    read: &Indicator,
) -> Result<Option<bool>, StoreError> {
    let Some(now) = held_to(change, tenant, numbers).await? else { return Ok(None) };
    let then = opened(change, tenant, (numbers, typed)).await?;
    let is_other = |it: &Indicator| !it.counts_like(&now);
    Ok(Some(is_other(read) || then.as_ref().is_some_and(is_other)))
}

/// What is answered to a value for an indicator that went with a discarded edition: all that was typed.
/// Only who writes goals is told which edition that was.
async fn late(
    app: &App,
    city: &City,
    viewer: &Viewer,
    typed: &Typed,
) -> Result<Option<Response>, Failure> {
    let Ok(edition) = sent(typed, OPENED).parse() else { return Ok(None) };
    let mut read = app.store.read().await?;
    let was = discards::find(&mut read, city.tenant(), edition).await?;
    let labels = [
        ("tag", "ziel-wert-tag"),
        ("wert", "wert"),
        ("von", "wert-nenner"),
        ("quelle", "indikator-feld-quelle"),
    ];
    let said =
        labels.map(|(name, label)| (viewer.t.get(label), sent(typed, name).to_owned())).to_vec();
    let text = was.map(|it| match viewer.may(EDIT_GOALS) {
        true => discard::said(&viewer.t, &it),
        false => viewer.t.get("ziel-wert-ohne-indikator"),
    });
    Ok(text.map(|text| late_page(viewer, city, text, said).refused()))
}

/// `POST /{kommune}/steuerung/ziele/{number}/indikatoren/{indicator}/werte`: what was counted on a
/// day; for a day that has a value it is a correction.
pub async fn write(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(numbers): PathOf<Numbers>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let Numbers { number, indicator } = numbers;
    let found = standing(&app, &city, &viewer, numbers).await;
    if !found.as_ref().is_ok_and(|it| it.1.find(number, indicator).is_some())
        && let Some(refused) = late(&app, &city, &viewer, &typed).await?
    {
        return Ok(refused);
    }
    let (goals, gauges) = found?;
    if !may_count(&viewer, goals.concept.tree.get(number)) {
        return Err(Failure::forbidden("a value of another Stelle")
            .advice(viewer.t.get("ziel-wert-nicht-ihrer")));
    }
    let gauge = gauges.find(number, indicator).ok_or_else(Failure::not_found)?;
    let says = &gauge.known.says;
    if says.origin != super::model::Origin::Kept {
        return Err(Failure::refused("values that are read or added are not typed"));
    }
    let (on, counted) = match form::value(&viewer.t, &typed, says, app.today()) {
        Ok(read) => read,
        Err(problems) => {
            return Ok(shown(&app, &city, &viewer, numbers, (&typed, problems)).await?.refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    match counts_otherwise(&mut change, city.tenant(), (numbers, &typed), says).await? {
        Some(false) => {}
        Some(true) => {
            drop(change);
            let problems = wrong(&viewer, "ziel-wert-zaehlt-anders");
            return Ok(shown(&app, &city, &viewer, numbers, (&typed, problems)).await?.refused());
        }
        None => {
            drop(change);
            let late = late(&app, &city, &viewer, &typed).await?;
            return late.ok_or_else(Failure::not_found);
        }
    }
    let all = actuals::actuals(&mut change, city.tenant()).await?;
    let own = all.get(&(number, indicator)).map_or(&[][..], Vec::as_slice);
    // The form says how many values it was opened with: who comes second sees the first.
    let shown_of = own.iter().filter(|it| is_alike(&it.value, says.kind)).count();
    if shown_of.to_string() != sent(&typed, "gesehen") {
        drop(change);
        let problems = wrong(&viewer, "ziel-wert-inzwischen");
        return Ok(shown(&app, &city, &viewer, numbers, (&typed, problems)).await?.refused());
    }
    let before = own.iter().filter(|it| it.on == on).map(|it| it.version).max();
    let key = (number, indicator, on, before.unwrap_or(0) + 1);
    actuals::write(&mut change, city.tenant(), key, &counted).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number, indicator), Some("meldung-ziel-wert")))
}
