//! What loose ends ask of people in the morning: one entry, however many there are.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::PATH;
use super::view::{sees_all, waiting};
use crate::permissions::PLAN;

/// The loose ends of one's own Stelle, and for who steers those that no other Stelle owns.
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
    if !viewer.may(PLAN) || (viewer.actor.post.is_none() && !sees_all(viewer)) {
        return Ok(Vec::new());
    }
    let mine = waiting(app, viewer, &city).await?;
    if mine == 0 {
        return Ok(Vec::new());
    }
    let text = viewer.t.with("heute-lose-enden", &[("anzahl", Arg::from(mine))]);
    Ok(vec![Today { text, href: city.at(PATH), due: None, done: None }])
}
