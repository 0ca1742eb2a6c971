//! What the exchange asks of people in the morning.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::at;
use super::model::State;
use super::view::Overview;
use crate::permissions::{CONSENT, RECEIVE, SHARE};

/// To consent, to have copies deleted, to delete what came.
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
    if ![CONSENT, RECEIVE, SHARE].into_iter().any(|it| viewer.may(it)) {
        return Ok(Vec::new());
    }
    let view = Overview::read(&mut *app.store.read().await?, city.tenant()).await?;
    let today = app.today();
    let item = |text: &str, title: &str, whom: &str, path: String| {
        let args = [("titel", Arg::from(title)), ("wer", Arg::from(whom))];
        let text = viewer.t.with(text, &args);
        Today { text, href: at(&city, &path), due: None, done: None }
    };
    let mut all = Vec::new();
    for it in &view.given {
        let (title, whom) = (&it.dataset.1, view.parties.name(it.recipient));
        let path = format!("/weitergaben/{}", it.number);
        if it.state(today) == State::Waiting && viewer.may(CONSENT) {
            all.push(item("heute-weitergabe-zustimmen", title, &whom, path));
        } else if it.waits_for_deletion(today) && viewer.may(SHARE) {
            all.push(item("heute-weitergabe-loeschung", title, &whom, path));
        }
    }
    if viewer.may(RECEIVE) {
        for (giver, it) in view.granted.iter().filter(|it| it.1.waits_for_deletion(today)) {
            let path = format!("/erhalten/{}/{}", giver.slug, it.number);
            all.push(item("heute-paket-loeschen", &it.dataset.1, &giver.name, path));
        }
        for it in view.received.iter().filter(|it| it.waits_for_deletion(today)) {
            let path = format!("/pakete/{}", it.number);
            all.push(item("heute-paket-loeschen", &it.title, &it.issuer, path));
        }
    }
    Ok(all)
}
