//! What changed in the figures that somebody sees.

use std::collections::BTreeMap;

use ankunft_platform::changes::Recorded;
use ankunft_platform::datasets;
use ankunft_platform::parts::{Chronicle, Said, Whom, number};
use ankunft_platform::releases;
use ankunft_platform::store::StoreError;
use ankunft_platform::web::App;

/// Releases that this viewer sees, by the title of their dataset. Who is only outside is told nothing.
pub(crate) struct Released;

impl Chronicle for Released {
    const KINDS: &'static [&'static str] = &["release"];
    const ABOUT: &'static str = "neues-zahlen";
    type Seen = BTreeMap<i64, String>;

    fn tells(_: &Whom<'_>) -> bool {
        true
    }

    async fn read(app: &App, whom: &Whom<'_>, _: &[Recorded]) -> Result<Self::Seen, StoreError> {
        let (tenant, audience) = (whom.city.tenant(), whom.viewer.actor.audience());
        let mut read = app.store.read().await?;
        let seen = releases::visible(&mut read, tenant, audience).await?;
        let versions = datasets::versions(&mut read, tenant).await?;
        let titles: BTreeMap<i64, String> =
            versions.into_iter().map(|it| (it.id, it.title)).collect();
        let titled = seen.into_iter().filter_map(|it| {
            let title = titles.get(&it.dataset_version)?;
            Some((it.release, title.clone()))
        });
        Ok(titled.collect())
    }

    fn say(whom: &Whom<'_>, seen: &Self::Seen, change: &Recorded) -> Option<Said> {
        let title = seen.get(&number(change)?).filter(|_| change.action == "release.make")?;
        Some(Said::of("neues-freigabe", ("titel", title), whom.city.at("/atlas")))
    }
}
