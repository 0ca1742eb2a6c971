//! What Vorlagen ask of people in the morning: to countersign.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::address;
use super::view::Papers;
use crate::permissions::SIGN_PAPERS;

/// Vorlagen that one's own Stelle is asked to countersign.
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
    let post = viewer.actor.post.filter(|_| viewer.may(SIGN_PAPERS));
    let Some(post) = post else { return Ok(Vec::new()) };
    let all = Papers::read(&mut app.store.read().await?, city.tenant()).await?;
    let wanted = all.papers.iter().filter(|it| all.wants_sign(it, post));
    let item = |it: &super::model::Paper| {
        let args = [("betreff", Arg::from(it.draft.subject.as_str()))];
        let text = viewer.t.with("heute-mitzeichnung", &args);
        Today { text, href: address(&city, it.number), due: None, done: None }
    };
    Ok(wanted.map(item).collect())
}
