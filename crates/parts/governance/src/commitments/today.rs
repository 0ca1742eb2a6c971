//! What commitments and their promises ask of people in the morning.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::address;
use super::model::{Commitment, Loose};
use super::store;
use super::view::All;
use crate::permissions::{COMMIT, SEE};

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

/// Commitments that one's own Stelle has written down and whose term is over: each is renewed or closed once.
pub struct RanOut;

impl TodayItem for RanOut {
    fn items<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>> {
        Box::pin(over(app, viewer))
    }
}

async fn over(app: &App, viewer: &Viewer) -> Result<Vec<Today>, StoreError> {
    let Some(city) = viewer.city.clone().map(City) else { return Ok(Vec::new()) };
    let Some(post) = viewer.actor.post.filter(|_| viewer.may(COMMIT)) else {
        return Ok(Vec::new());
    };
    let all = store::commitments(&mut *app.store.read().await?, city.tenant()).await?;
    // What no Stelle has written is seen to by whoever may.
    let own = all.iter().filter(|it| it.post.is_none_or(|it| it == post));
    let item = |it: &Commitment| {
        let day = it.terms.ran_out(app.today())?;
        Some(Today {
            text: viewer.t.with("heute-zusage", &[("titel", Arg::from(&*it.terms.title))]),
            href: address(&city, it.number),
            due: Some(day),
            done: None,
        })
    };
    Ok(own.filter_map(item).collect())
}
