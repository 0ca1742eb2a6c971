//! That a city shows its candidates, for who may read them elsewhere. It stands in the change log of
//! that city, so it is read from the things themselves.

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, News, NewsSource};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};
use jiff::Timestamp;

use crate::permissions::{SEE_SELECTION, TELL};
use crate::selection::at;
use crate::selection::view::{Comparison, Reads};

/// News of what other cities show.
pub struct Shown;

impl NewsSource for Shown {
    fn kinds(&self) -> &'static [&'static str] {
        &[]
    }

    fn news<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        (_, from): (&'a [Recorded], Timestamp),
    ) -> BoxFuture<'a, Result<Vec<News>, StoreError>> {
        Box::pin(news(app, viewer, from.as_microsecond()))
    }
}

async fn news(app: &App, viewer: &Viewer, from: i64) -> Result<Vec<News>, StoreError> {
    let may = viewer.may(SEE_SELECTION) && viewer.may(TELL);
    let Some(city) = viewer.city.clone().map(City).filter(|_| may) else { return Ok(Vec::new()) };
    let mut read = app.store.read().await?;
    let all = Comparison::read(&mut read, (city.tenant(), Reads::of(viewer)), app.today()).await?;
    let lines = all.map_or_else(Vec::new, |it| it.lines);
    let others = lines.into_iter().filter(|it| it.city.tenant != city.tenant());
    let told = others.filter_map(|it| {
        let at_moment = it.given.as_ref()?.at;
        let args = [("wer", Arg::from(it.city.name.as_str()))];
        let news = News {
            about: "neues-programm",
            text: viewer.t.with("neues-auswahl", &args),
            href: at(&city, &format!("/stadt/{}", it.city.slug)),
            at: at_moment,
        };
        (at_moment > from).then_some(news)
    });
    Ok(told.collect())
}
