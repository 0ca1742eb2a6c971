//! The door that closes the minutes of a meeting.

use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{OfMeeting, refuse};
use crate::bodies::pages::meeting::{self as page, Sent};
use crate::bodies::view::MeetingView;
use crate::bodies::{address_of, closing};

/// `POST …/abschliessen`: once.
pub async fn close(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfMeeting>,
    Form(_): Form<Typed>,
) -> Result<Response, Failure> {
    let view = MeetingView::read(&app, &city, &viewer, it.id()).await?;
    if !view.may_hold || view.meeting().slot.cancelled {
        return Err(refuse(&viewer));
    }
    if let Some(why) = view.not_to_be_closed().filter(|_| !view.meeting().is_closed()) {
        return Err(Failure::refused(why).advice(viewer.t.get(why)));
    }
    // Nobody closes over a sentence that is not saved yet.
    let unsaved = page::unsaved(&viewer, &city, &view);
    if let Some(first) = unsaved.first().filter(|_| !view.meeting().is_closed()) {
        let mut problems = Problems::default();
        problems
            .add(first.href.trim_start_matches("#feld-"), viewer.t.get("protokoll-ungesichert"));
        let sent = Sent::of(&Typed::new(), problems);
        return Ok(page::show(&viewer, &city, &view, &sent));
    }
    let page = address_of(&city, it.id());
    if !closing::close(&app, &city, viewer.author(), it.id()).await? {
        return Ok(viewer.done(&page, Some("meldung-schon-geschlossen")));
    }
    Ok(viewer.done(&page, Some("meldung-geschlossen")))
}
