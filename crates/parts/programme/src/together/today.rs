//! That a profile says something else than what it was taken from, for who speaks for the city.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::TenantKind;
use ankunft_platform::web::{App, City, Viewer};

use super::{at, sources, store};
use crate::permissions::TELL;

/// A profile to be brought up to date.
pub(super) struct Moved;

impl TodayItem for Moved {
    fn items<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>> {
        Box::pin(items(app, viewer))
    }
}

async fn items(app: &App, viewer: &Viewer) -> Result<Vec<Today>, StoreError> {
    let own = viewer.city.clone().map(City);
    let own = own.filter(|it| it.kind == TenantKind::Kommune && viewer.may(TELL));
    let Some(city) = own else { return Ok(Vec::new()) };
    let mut read = app.store.read().await?;
    let told = store::profile_versions(&mut read, city.tenant()).await?;
    let Some(newest) = told.first() else { return Ok(Vec::new()) };
    let taken = sources::of(&mut read, city.tenant(), newest.version).await?;
    drop(read);
    if taken.is_empty() {
        return Ok(Vec::new());
    }
    let offered = sources::offered(app, &city, viewer).await?;
    let t = &viewer.t;
    let moved = ["loi", "quartiere"]
        .into_iter()
        .filter(|field| sources::has_moved(&taken, field, offered.get(*field)));
    let item = |field: &str| {
        let args = [("angabe", Arg::from(t.get(&format!("profil-{field}"))))];
        let text = t.with("heute-profil", &args);
        Today { text, href: at(&city, "/profil"), due: None, done: None }
    };
    Ok(moved.map(item).collect())
}
