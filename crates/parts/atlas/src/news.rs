//! What changed in the figures that somebody sees.

use std::collections::BTreeMap;

use ankunft_platform::changes::Recorded;
use ankunft_platform::datasets;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, News, NewsSource};
use ankunft_platform::releases;
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

const ABOUT: &str = "neues-zahlen";

/// Releases that this viewer sees, by the title of their dataset. Who is only outside is told nothing.
pub(crate) struct Released;

impl NewsSource for Released {
    fn kinds(&self) -> &'static [&'static str] {
        &["release"]
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
    let Some(city) = viewer.city.clone().map(City) else { return Ok(Vec::new()) };
    let mut read = app.store.read().await?;
    let seen = releases::visible(&mut read, city.tenant(), viewer.actor.audience()).await?;
    let versions = datasets::versions(&mut read, city.tenant()).await?;
    let titles: BTreeMap<i64, &str> =
        versions.iter().map(|it| (it.id, it.title.as_str())).collect();
    let one = |change: &Recorded| {
        let release: i64 = change.thing.parse().ok()?;
        let seen = seen.iter().find(|it| it.release == release);
        let title = titles.get(&seen?.dataset_version)?;
        let args = [("titel", Arg::from(*title))];
        Some(News {
            about: ABOUT,
            text: viewer.t.with("neues-freigabe", &args),
            href: city.at("/atlas"),
            at: change.at,
        })
    };
    Ok(changes.iter().filter(|it| it.action == "release.make").filter_map(one).collect())
}
