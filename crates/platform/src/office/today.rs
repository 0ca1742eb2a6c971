use super::SEE;
use super::store;
use super::view::State;
use crate::datasets;
use crate::languages::Arg;
use crate::parts::{BoxFuture, Today, TodayItem};
use crate::store::StoreError;
use crate::web::{App, City, Viewer};

/// Asks the statistics office for the releases that others wait for.
pub(super) struct Waiting;

impl TodayItem for Waiting {
    fn items<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>> {
        Box::pin(async move {
            let Some(city) = viewer.city.clone().map(City).filter(|_| viewer.may(SEE)) else {
                return Ok(Vec::new());
            };
            let mut read = app.store.read().await?;
            let versions = datasets::versions(&mut read, city.tenant()).await?;
            let releases = store::releases(&mut read, city.tenant(), None).await?;
            let waits = |it: &&datasets::DatasetVersion| {
                let own: Vec<_> =
                    releases.iter().filter(|release| release.dataset_version == it.id).collect();
                State::of(it, &own) == State::Waiting
            };
            let count = versions.iter().filter(waits).count();
            let text = viewer.t.with("office-heute", &[("anzahl", Arg::from(count))]);
            let href = city.at("/statistikstelle?zeigen=wartet");
            let item = Today { text, href, due: None, done: None };
            Ok(if count == 0 { Vec::new() } else { vec![item] })
        })
    }
}
