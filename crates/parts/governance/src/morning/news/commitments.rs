//! Promises that the Stelle sees to.

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, News, NewsSource};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, Viewer};

use super::{Told, number};
use crate::commitments::address;
use crate::commitments::store::PROMISE;
use crate::commitments::view::All;
use crate::permissions::SEE;

/// What happened to promises.
pub(crate) struct Changed;

impl NewsSource for Changed {
    fn kinds(&self) -> &'static [&'static str] {
        &[PROMISE]
    }

    fn news<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        changes: &'a [Recorded],
    ) -> BoxFuture<'a, Result<Vec<News>, StoreError>> {
        Box::pin(news(app, viewer, changes))
    }
}

async fn news(app: &App, viewer: &Viewer, changes: &[Recorded]) -> Result<Vec<News>, StoreError> {
    let Some(told) = Told::of(viewer).filter(|_| viewer.may(SEE)) else { return Ok(Vec::new()) };
    let all = All::read(&mut *app.store.read().await?, told.city.tenant()).await?;
    let one = |change: &Recorded| {
        let wanted = number(change)?;
        let promise = all.promises.iter().find(|it| it.number == wanted)?;
        let text = match change.action.as_str() {
            "promise.add" => "neues-versprechen",
            "promise.change" => "neues-versprechen-geaendert",
            _ => return None,
        };
        let body = [("text", Arg::from(promise.pledge.body.as_str()))];
        let place = (address(&told.city, promise.commitment), change);
        let concerns = promise.pledge.owner == Some(told.post);
        concerns.then(|| told.news("neues-zusagen", (text, &body), place))
    };
    Ok(changes.iter().filter_map(one).collect())
}
