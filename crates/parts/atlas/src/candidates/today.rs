//! What candidates ask of people in the morning.

use ankunft_platform::citations;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::pages::at;
use super::permissions::{DECIDE, SCORE};
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

async fn items(app: &App, viewer: &Viewer) -> Result<Vec<Today>, StoreError> {
    let Some(city) = viewer.city.clone().map(City) else { return Ok(Vec::new()) };
    let t = &viewer.t;
    let mut items = Vec::new();
    let mut read = app.store.read().await?;
    if viewer.may(SCORE) {
        let scoring = Scoring::read(&mut read, city.tenant()).await?;
        // Others have begun: only then is it more than a list that somebody is still making.
        let waits = !scoring.ballots.is_empty() && scoring.own(viewer.actor.account).is_none();
        if waits && scoring.candidates.len() > 1 {
            let text = t.get("heute-bewerten");
            items.push(Today { text, href: at(&city, "/bewertung"), due: None });
        }
    }
    if viewer.may(DECIDE) {
        let audience = viewer.actor.audience();
        for it in decisions::decisions(&mut read, city.tenant()).await? {
            let number = it.number.to_string();
            let cited =
                citations::list(&mut read, city.tenant(), (KIND, &number), audience).await?;
            if it.successor.is_none() && cited.iter().any(|it| it.withdrawn_at.is_some()) {
                let text = t.with("heute-entscheidung-gesperrt", &[("nummer", Arg::from(number))]);
                let href = at(&city, &format!("/entscheidungen/{}", it.number));
                items.push(Today { text, href, due: None });
            }
        }
    }
    Ok(items)
}
