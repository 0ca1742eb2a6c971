//! Hands a report in, for the first time or once more.

use std::collections::BTreeMap;

use ankunft_platform::page::components::Problems;
use ankunft_platform::private;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, Failure, Viewer};
use axum::response::Response;

use super::link::{Case, as_seen, comes_second, kept_meanwhile};
use super::link_pages::{self as pages, Shown};
use super::{form, meanwhile, obstacles, returning, write};
use crate::effects::actuals::{self, HandedIn};
use crate::effects::findings::{self, Finding};

/// Hands in: values, what hinders, and the check in one transaction; once. What waited for its Abnahme
/// until then waits no more: this stands in its place.
pub(super) async fn hand_in(
    app: &App,
    viewer: &Viewer,
    (text, case): (&str, &Case),
    typed: &Typed,
) -> Result<Response, Failure> {
    let values = match form::values(&viewer.t, typed, &case.stands()) {
        Ok(values) => values,
        Err(problems) => {
            let shown = Shown { problems, ..Shown::of(typed) };
            return Ok(pages::form(viewer, text, case, shown).refused());
        }
    };
    let (hinders, told) = (sent(typed, "hindernis"), sent(typed, form::TOLD));
    let traces = &private::traces(hinders) | &private::traces(told);
    if !traces.is_empty() && sent(typed, "trotzdem") != "ja" {
        let mut problems = Problems::default();
        problems.add("trotzdem", viewer.t.get("bericht-personen.nicht-abgeschickt"));
        let shown = Shown { problems, traces, ..Shown::of(typed) };
        return Ok(pages::form(viewer, text, case, shown).refused());
    }
    let mut change = app.store.change(viewer.author()).await?;
    let (tenant, request) = (case.tenant, &case.request);
    let Some(now) = as_seen(&mut change, case).await? else {
        drop(change);
        return comes_second(app, viewer, (text, case), typed).await;
    };
    if let Some(other) = kept_meanwhile(&mut change, viewer, (case, &now), typed).await? {
        drop(change);
        let shown = Shown { other: Some(other), ..Shown::of(typed) };
        return Ok(pages::form(viewer, text, case, shown).refused());
    }
    let otherwise = meanwhile::counting_otherwise(&mut change, case, typed).await?;
    if !otherwise.is_empty() {
        drop(change);
        return match Case::read(app, tenant, request.id).await? {
            Some(now) => {
                Ok(meanwhile::otherwise(viewer, (text, &now), typed, &otherwise).refused())
            }
            None => comes_second(app, viewer, (text, case), typed).await,
        };
    }
    if let Some(waiting) = now.submissions.last().filter(|it| it.verdict.is_none()) {
        returning::replace(&mut change, tenant, (request.id, waiting.number)).await?;
    }
    let written = write_values(&mut change, case, &values).await?;
    let number = i64::try_from(request.submissions.len()).unwrap_or(i64::MAX) + 1;
    let of = (case.measure.number, case.round.period);
    write::submit(&mut change, tenant, (request, number), of, (&written, told)).await?;
    if !hinders.is_empty() {
        let of = (case.measure.number, Some(request.id));
        obstacles::raise(&mut change, tenant, of, hinders).await?;
    }
    change.commit().await?;
    Ok(viewer.done(&format!("/l/{text}"), Some("meldung-bericht-eingereicht")))
}

/// Writes the values as the next versions of their actuals: indicator and version of each.
async fn write_values(
    change: &mut Change,
    case: &Case,
    values: &BTreeMap<i64, form::Told>,
) -> Result<Vec<(i64, i64)>, StoreError> {
    let (measure, period) = (case.measure.number, case.round.period);
    let there = actuals::of_measure(change, case.tenant, measure).await?;
    let mut written = Vec::new();
    for stand in &case.stands {
        let number = stand.known.number;
        let Some((value, parts)) = values.get(&number) else { continue };
        let value = *value;
        let own = there.iter().filter(|it| it.indicator == number && it.period == period);
        let version = own.map(|it| it.version).max().unwrap_or(0) + 1;
        let before = stand.before(period).map(|it| it.value);
        let mut found = findings::check(&stand.known.says, value, before);
        found.extend(findings::do_parts_differ(value, parts).then_some(Finding::PartsDiffer));
        let it = HandedIn { value, parts, note: "", findings: &found };
        actuals::hand_in(change, case.tenant, (measure, number, period, version), &it).await?;
        written.push((number, version));
    }
    Ok(written)
}
