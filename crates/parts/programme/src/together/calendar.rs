//! The meetings of the twelve in the calendars that people subscribe to at home.

use ankunft_platform::parts::{BoxFuture, Calendar, Dated};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City};
use jiff::Timestamp;

use super::at;
use super::model::Meeting;
use super::view::Together;

/// Meetings of the programme.
pub(super) struct Meetings;

impl Calendar for Meetings {
    fn days<'a>(
        &'a self,
        app: &'a App,
        city: &'a City,
    ) -> BoxFuture<'a, Result<Vec<Dated>, StoreError>> {
        Box::pin(async move {
            let it = Together::read(&mut app.store.read().await?).await?;
            let Some(it) = it else { return Ok(Vec::new()) };
            let dated = |meeting: &Meeting| Dated {
                uid: format!("termin-{}@{}.ankunft", meeting.number, it.programme.slug),
                sequence: meeting.version - 1,
                changed: Timestamp::from_microsecond(meeting.at).unwrap_or_default(),
                title: format!("{}: {}", it.programme.name, meeting.it.title),
                place: meeting.it.place.clone(),
                page: at(city, "/termine"),
                days: (meeting.it.starts_on, meeting.it.ends_on.unwrap_or(meeting.it.starts_on)),
                cancelled: meeting.it.cancelled,
            };
            Ok(it.meetings().into_iter().map(dated).collect())
        })
    }
}
