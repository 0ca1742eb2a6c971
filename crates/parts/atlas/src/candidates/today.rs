//! What candidates ask of people in the morning.

use ankunft_platform::citations;
use ankunft_platform::derived;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::pages::at;
use super::pages::rounds::name;
use super::permissions::{DECIDE, PROPOSE, SCORE};
use super::store::decisions::{self, KIND};
use super::view::Scoring;

/// One's own scores, and figures of decisions that were withdrawn.
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

/// One's own scores that are missing, and for who opened it a round that can be closed.
fn scoring(viewer: &Viewer, city: &City, scoring: &Scoring) -> Vec<Today> {
    let Some(running) = &scoring.round else { return Vec::new() };
    let round = [("runde", Arg::from(name(&viewer.t, &running.round)))];
    let due = running.round.due.as_ref().and_then(|it| it.parse().ok());
    let mut items = Vec::new();
    if viewer.may(SCORE) && scoring.waits_for(viewer.actor.account) {
        let text = viewer.t.with("heute-bewerten", &round);
        items.push(Today { text, href: at(city, "/bewertung"), due, done: None });
    }
    if viewer.may(PROPOSE) && scoring.is_complete() {
        let text = viewer.t.with("heute-runde-schliessen", &round);
        items.push(Today { text, href: at(city, "/runde"), due: None, done: None });
    }
    items
}

async fn items(app: &App, viewer: &Viewer) -> Result<Vec<Today>, StoreError> {
    let Some(city) = viewer.city.clone().map(City) else { return Ok(Vec::new()) };
    let t = &viewer.t;
    let mut items = Vec::new();
    let mut read = app.store.read().await?;
    items.extend(scoring(viewer, &city, &Scoring::read(&mut read, city.tenant()).await?));
    if viewer.may(DECIDE) {
        let audience = viewer.actor.audience();
        let all = decisions::decisions(&mut read, city.tenant()).await?;
        let numbers: Vec<String> = all.iter().map(|it| it.number.to_string()).collect();
        let cited = citations::lists(&mut read, city.tenant(), (KIND, &numbers), audience).await?;
        let frozen = derived::last_withdrawn(&mut read, city.tenant(), KIND).await?;
        for (it, number) in all.into_iter().zip(numbers) {
            let cited = cited.get(&number).into_iter().flatten();
            let frozen = frozen.get(&number).copied();
            let newest = cited.filter_map(|it| it.withdrawn_at).chain(frozen).max();
            if let Some(newest) = newest.filter(|_| it.successor.is_none()) {
                let text = t.with("heute-entscheidung-gesperrt", &[("nummer", Arg::from(number))]);
                let href = at(&city, &format!("/entscheidungen/{}", it.number));
                let done = Some(format!("decision/{}/withdrawn/{newest}", it.number));
                items.push(Today { text, href, due: None, done });
            }
        }
    }
    Ok(items)
}
