//! What commitments and their promises ask of people in the morning.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};
use jiff::civil::Date;

use super::address;
use super::model::{Commitment, Loose, Promise};
use super::view::All;
use crate::permissions::{COMMIT, SEE};

/// Promises that one's own Stelle sees to and whose day has passed, and commitments that it has written down
/// and whose term is over: each is renewed or closed once.
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
    let Some(post) = viewer.actor.post.filter(|_| viewer.may(SEE)) else { return Ok(Vec::new()) };
    let all = All::read(&mut app.store.read().await?, city.tenant()).await?;
    let mut items = late(app.today(), (&city, viewer), (post, &all.promises));
    if viewer.may(COMMIT) {
        items.extend(over(app.today(), (&city, viewer), (post, &all.commitments)));
    }
    Ok(items)
}

fn late(
    today: Date,
    (city, viewer): (&City, &Viewer),
    (post, promises): (i64, &[Promise]),
) -> Vec<Today> {
    let own = promises.iter().filter(|it| it.pledge.owner == Some(post));
    let late = own.filter(|it| it.loose(today) == Some(Loose::Late));
    let item = |it: &Promise| Today {
        text: viewer.t.with("heute-versprechen", &[("text", Arg::from(it.pledge.body.as_str()))]),
        href: address(city, it.commitment),
        due: it.pledge.due,
        done: None,
    };
    late.map(item).collect()
}

fn over(
    today: Date,
    (city, viewer): (&City, &Viewer),
    (post, commitments): (i64, &[Commitment]),
) -> Vec<Today> {
    // What no Stelle has written is seen to by whoever may.
    let own = commitments.iter().filter(|it| it.post.is_none_or(|it| it == post));
    let item = |it: &Commitment| {
        let day = it.terms.ran_out(today)?;
        Some(Today {
            text: viewer.t.with("heute-zusage", &[("titel", Arg::from(&*it.terms.title))]),
            href: address(city, it.number),
            due: Some(day),
            done: None,
        })
    };
    own.filter_map(item).collect()
}
