//! What measures ask of people in the morning.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::address;
use super::model::Pressing;
use super::view::Board;
use crate::permissions::PLAN;

/// Measures that one's own Stelle leads and that are late, or to be looked at again.
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
    let board = Board::read(&mut app.store.read().await?, city.tenant(), app.today()).await?;
    let own = board.lines.iter().filter(|it| it.measure.plan.lead == post);
    let item = |it: &super::view::Line| {
        let plan = &it.measure.plan;
        let (text, due) = match it.pressing? {
            Pressing::Late => ("heute-massnahme-spaet", Some(plan.due)),
            Pressing::Review => ("heute-massnahme-wiedervorlage", plan.review_on),
        };
        let text = viewer.t.with(text, &[("titel", Arg::from(plan.title.as_str()))]);
        Some(Today { text, href: address(&city, it.measure.number), due, done: None })
    };
    Ok(own.filter_map(item).collect())
}
