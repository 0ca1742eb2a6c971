//! The door that closes the minutes of a meeting.

use ankunft_platform::web::{App, City, Failure, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{OfMeeting, refuse};
use crate::bodies::view::MeetingView;
use crate::bodies::{address_of, closing};

/// `POST …/abschliessen`: once.
pub async fn close(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfMeeting>,
) -> Result<Response, Failure> {
    let view = MeetingView::read(&app, &city, &viewer, it.id()).await?;
    if !view.may_hold || view.meeting().slot.cancelled {
        return Err(refuse(&viewer));
    }
    let page = address_of(&city, it.id());
    if !closing::close(&app, &city, viewer.author(), it.id()).await? {
        return Ok(viewer.done(&page, Some("meldung-schon-geschlossen")));
    }
    Ok(viewer.done(&page, Some("meldung-geschlossen")))
}
