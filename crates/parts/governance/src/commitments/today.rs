//! What promises ask of people in the morning.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::address;
use super::model::Loose;
use super::view::All;
use crate::permissions::SEE;

/// Promises that one's own Stelle sees to and whose day has passed.
pub struct Promised;

impl TodayItem for Promised {
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
    let Some(post) = viewer.actor.post.filter(|_| viewer.may(SEE)) else { return Ok(Vec::new()) };
    let all = All::read(&mut *app.store.read().await?, city.tenant()).await?;
    let own = all.promises.iter().filter(|it| it.pledge.owner == Some(post));
    let late = own.filter(|it| it.loose(app.today()) == Some(Loose::Late));
    let item = |it: &super::model::Promise| Today {
        text: viewer.t.with("heute-versprechen", &[("text", Arg::from(it.pledge.body.as_str()))]),
        href: address(&city, it.commitment),
        due: it.pledge.due,
        done: None,
    };
    Ok(late.map(item).collect())
}
