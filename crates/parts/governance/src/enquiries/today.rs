//! What enquiries ask of people in the morning.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::address;
use super::calendar::working_days;
use super::model::Enquiry;
use super::permissions::ANSWER;
use super::view::Board;

/// From so many working days before the deadline on it stands in the morning.
const SOON: usize = 5;

/// Enquiries that one's own Stelle answers and that are due soon or late.
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
    let Some(post) = viewer.actor.post.filter(|_| viewer.may(ANSWER)) else {
        return Ok(Vec::new());
    };
    let board = Board::read(&mut app.store.read().await?, city.tenant()).await?;
    let today = app.today();
    let item = |it: &Enquiry| {
        let text = match working_days(today, it.frame.due) {
            None => "heute-anfrage-spaet",
            Some(days) if days <= SOON => "heute-anfrage-frist",
            Some(_) => return None,
        };
        let text = viewer.t.with(text, &[("betreff", Arg::from(it.frame.subject.as_str()))]);
        Some(Today { text, href: address(&city, it.number), due: Some(it.frame.due), done: None })
    };
    let open = board.enquiries.iter().filter(|it| !board.sent.contains_key(&it.number));
    Ok(open.filter(|it| it.frame.is_of(post)).filter_map(item).collect())
}
