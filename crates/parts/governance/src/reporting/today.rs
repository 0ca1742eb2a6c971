//! What reports ask of the Federführung in the morning.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::address;
use super::model::{Request, Round, State};
use super::view::Reports;
use crate::permissions::{PLAN, STEER};

/// Reports of measures that one's own Stelle leads: to accept, to ask somebody else for, late. To
/// who steers, all that wait for their Abnahme.
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
    let Some(post) = viewer.actor.post.filter(|_| viewer.may(PLAN)) else { return Ok(Vec::new()) };
    let today = app.today();
    let reports = Reports::recent(&mut *app.store.read().await?, city.tenant(), today).await?;
    let steers = viewer.may(STEER);
    let item = |(round, request): (&Round, &Request)| {
        let measure = reports.measure(round.measure)?;
        let state = request.state();
        // Who steers accepts too: a report waits for nobody who is away.
        if measure.plan.lead != post && !(steers && state == State::HandedIn) {
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
        let args = [
            ("titel", Arg::from(measure.plan.title.as_str())),
            ("zeitraum", Arg::from(round.period.words(&viewer.t))),
        ];
        let text = viewer.t.with(text, &args);
        let due = (state != State::HandedIn).then_some(round.due);
        Some(Today { text, href: address(&city, round.number), due, done: None })
    };
    let mut items: Vec<Today> = reports.each().filter_map(item).collect();
    // Several partners of one round ask the same once.
    items.dedup_by(|a, b| a.text == b.text && a.href == b.href);
    Ok(items)
}
