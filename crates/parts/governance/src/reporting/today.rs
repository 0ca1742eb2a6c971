//! What reports ask in the morning: of a Stelle to write its own and to see to those that it leads, of who is
//! asked by a letter alone to write them.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use jiff::civil::Date;

use super::model::{Request, Round, State};
use super::view::Reports;
use super::{OWN, address, own};
use crate::effects::model::Reporter;
use crate::measures::model::Measure;
use crate::permissions::{PLAN, REPORT, SEE, STEER};

/// Reports that one's own Stelle is asked for, until they are handed in. Of measures that it leads: to
/// accept, to ask somebody else for, late. To who steers, all that wait for their Abnahme.
pub struct Asked;

impl TodayItem for Asked {
    fn items<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>> {
        Box::pin(items(app, viewer))
    }
}

async fn items(app: &App, viewer: &Viewer) -> Result<Vec<Today>, StoreError> {
    let Some(city) = viewer.city.clone().map(City) else { return Ok(Vec::new()) };
    let post = viewer.actor.post.filter(|_| viewer.may(SEE));
    if post.is_none() && !viewer.may(REPORT) {
        return Ok(Vec::new());
    }
    let today = app.today();
    let reports = Reports::recent(&mut app.store.read().await?, city.tenant(), today).await?;
    let mut items: Vec<Today> = match viewer.may(REPORT) {
        true => {
            own::of(viewer, &reports).map(|it| of_oneself(viewer, &city, &reports, it)).collect()
        }
        false => Vec::new(),
    };
    let Some(post) = post else { return Ok(items) };
    let steers = viewer.may(STEER);
    let item = |text: &str, measure: &Measure, round: &Round, due: Option<Date>| {
        let args = [
            ("titel", Arg::from(measure.plan.title.as_str())),
            ("zeitraum", Arg::from(round.period.words(&viewer.t))),
        ];
        let text = viewer.t.with(text, &args);
        Today { text, href: address(&city, round.number), due, done: None }
    };
    let asked = |(round, request): (&Round, &Request)| {
        let measure = reports.measure(round.measure)?;
        let state = request.state();
        let leads = measure.plan.lead == post;
        let names_another = leads && request.objection().is_some();
        let is_own = request.reporter == Reporter::Post(post);
        if is_own && state.is_with_reporter() && !names_another {
            return Some(item("heute-bericht-schreiben", measure, round, Some(round.due)));
        }
        if !viewer.may(PLAN) {
            return None;
        }
        // Who steers accepts too: a report waits for nobody who is away.
        if !(leads || steers && state == State::HandedIn) {
            return None;
        }
        let text = match state {
            State::HandedIn => "heute-bericht-abnehmen",
            _ if state.is_with_reporter() && request.objection().is_some() => {
                "heute-bericht-anderer"
            }
            State::NoAddress => "heute-bericht-ohne-adresse",
            _ if state.is_with_reporter() && round.due < today => "heute-bericht-fehlt",
            _ => return None,
        };
        let due = (state != State::HandedIn).then_some(round.due);
        Some(item(text, measure, round, due))
    };
    items.extend(reports.each().filter_map(asked));
    // Several partners of one round ask the same once.
    items.dedup_by(|a, b| a.text == b.text && a.href == b.href);
    Ok(items)
}

/// A report that somebody is asked for.
fn of_oneself(
    viewer: &Viewer,
    city: &City,
    reports: &Reports,
    (round, _): (&Round, &Request),
) -> Today {
    let title = reports.measure(round.measure).map_or("", |it| it.plan.title.as_str());
    let args =
        [("titel", Arg::from(title)), ("zeitraum", Arg::from(round.period.words(&viewer.t)))];
    let text = viewer.t.with("heute-bericht-eigener", &args);
    Today { text, href: city.at(OWN), due: Some(round.due), done: None }
}
