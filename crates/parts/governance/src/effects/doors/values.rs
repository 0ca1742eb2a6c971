//! Doors through which values are handed in, accepted and sent back.

use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_TEXT, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{Numbers, may_accept, measure, shown};
use crate::effects::actuals::{self, HandedIn};
use crate::effects::findings;
use crate::effects::form::{self, Typing};
use crate::effects::period::Period;
use crate::effects::view::Staircase;
use crate::effects::{address, follow, held};
use crate::measures::doors::refuse_others;

/// `POST /{kommune}/steuerung/massnahmen/{number}/indikatoren/{indicator}/werte`: a value for a
/// period, checked at once. After an Abnahme it is a correction: the accepted one counts until then.
pub async fn hand_in(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(numbers): PathOf<Numbers>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let Numbers { number, indicator } = numbers;
    let of = measure(&app, &city, number).await?;
    refuse_others(&viewer, &of.plan)?;
    let staircase = Staircase::read(&app, &viewer, &city, &of).await?;
    let stand = staircase.find(indicator).ok_or_else(Failure::not_found)?;
    let says = &stand.known.says;
    if says.figure.is_some() {
        return Err(Failure::refused("values of the quarter are read, not typed"));
    }
    let read = form::value(&viewer.t, &typed, says, app.today());
    let Typing { period, value, parts, note } = match read {
        Ok(read) => read,
        Err(problems) => {
            return Ok(shown(&app, &city, &viewer, numbers, (&typed, problems)).await?.refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let (of, read) = ((city.tenant(), number), [(&stand.known, held::SEEN.to_owned())]);
    if !held::counting_otherwise(&mut change, of, &read, &typed).await?.is_empty() {
        drop(change);
        let mut problems = Problems::default();
        problems.add("wert", viewer.t.get("wert-zaehlt-anders"));
        return Ok(shown(&app, &city, &viewer, numbers, (&typed, problems)).await?.refused());
    }
    let all = actuals::of_measure(&mut change, city.tenant(), number).await?;
    let own = all.iter().filter(|it| it.indicator == indicator);
    // The form says how many values it was opened with: who comes second sees the first.
    if own.clone().count().to_string() != sent(&typed, "gesehen") {
        drop(change);
        let mut problems = Problems::default();
        problems.add("wert", viewer.t.get("wert-inzwischen"));
        return Ok(shown(&app, &city, &viewer, numbers, (&typed, problems)).await?.refused());
    }
    let version = own.filter(|it| it.period == period).map(|it| it.version).max().unwrap_or(0) + 1;
    let before = stand.before(period).map(|it| it.value);
    let found = findings::with_parts(says, (value, &parts), before);
    let it = HandedIn { value, parts: &parts, note: &note, findings: &found };
    actuals::hand_in(&mut change, city.tenant(), (number, indicator, period, version), &it).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number, indicator), Some("meldung-wert-eingereicht")))
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/indikatoren/{indicator}/abnahme`: accepts a value or
/// sends it back with a reason; one of both, once.
pub async fn decide(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(numbers): PathOf<Numbers>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let Numbers { number, indicator } = numbers;
    let of = measure(&app, &city, number).await?;
    if !may_accept(&viewer, &of) {
        return Err(Failure::forbidden("an Abnahme of another Stelle")
            .advice(viewer.t.get("abnahme-nicht-ihre")));
    }
    let staircase = Staircase::read(&app, &viewer, &city, &of).await?;
    let stand = staircase.find(indicator).ok_or_else(Failure::not_found)?;
    let period = Period::parse(sent(&typed, "zeitraum")).ok_or_else(Failure::not_found)?;
    let version: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let is_it = |it: &&crate::effects::model::Actual| it.period == period && it.version == version;
    let _ = stand.actuals.iter().find(is_it).ok_or_else(Failure::not_found)?;
    let reason = sent(&typed, "grund");
    let is_return = sent(&typed, "absicht") == "zurueckgeben";
    if is_return && (reason.is_empty() || reason.chars().count() > LONGEST_TEXT) {
        let mut problems = Problems::default();
        problems.add("grund", viewer.t.get("abnahme-grund-fehlt"));
        return Ok(shown(&app, &city, &viewer, numbers, (&typed, problems)).await?.refused());
    }
    let seen = follow::measure_as_seen(&app, city.tenant(), number).await?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let key = (number, indicator, period, version);
    let decided = actuals::decide(&mut change, city.tenant(), key, is_return.then_some(reason));
    match decided.await {
        Ok(()) => {}
        Err(error) if error.is_duplicate() => {
            drop(change);
            let mut problems = Problems::default();
            problems.add("grund", viewer.t.get("abnahme-schon"));
            return Ok(shown(&app, &city, &viewer, numbers, (&typed, problems)).await?.refused());
        }
        Err(error) => return Err(error.into()),
    }
    if !is_return && !stand.known.says.step.is_output() {
        let effect = (number, indicator, period);
        follow::follow(&mut change, city.tenant(), effect, seen.as_ref()).await?;
    }
    change.commit().await?;
    let said = if is_return { "meldung-wert-zurueck" } else { "meldung-wert-abgenommen" };
    Ok(viewer.done(&address(&city, number, indicator), Some(said)))
}
