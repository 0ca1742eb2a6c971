//! Doors to the papers of a meeting.

use ankunft_platform::attachments::{self, Attachment};
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{Reading, Typed};
use ankunft_platform::uploads;
use ankunft_platform::web::{self, App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{OfMeeting, open_meeting, refuse, written};
use crate::bodies::address_of;
use crate::bodies::pages::meeting::{self as page, Sent};
use crate::bodies::store::MEETING;
use crate::bodies::view::MeetingView;
use crate::taking_back;

/// The largest paper of a meeting.
pub const LARGEST: usize = 50_000_000;

/// `POST …/unterlagen`
pub async fn attach(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfMeeting>,
    form: web::Sent,
) -> Result<Response, Failure> {
    let view = written(&app, &city, &viewer, it.id()).await?;
    let file = form.files.into_iter().find(|it| it.field == "datei");
    let (name, bytes) = file.map(|it| (it.name, it.bytes)).unwrap_or_default();
    let kind = uploads::paper_type(&bytes);
    let wrong = match (bytes.len(), kind) {
        (0, _) => Some("unterlage-keine-datei"),
        (it, _) if it > LARGEST => Some("unterlage-zu-gross"),
        (_, None) => Some("unterlage-falsche-art"),
        _ => None,
    };
    if let Some(text) = wrong {
        let mut problems = Problems::default();
        problems.add("datei", viewer.t.get(text));
        return Ok(page::show(&viewer, &city, &view, &Sent::of(&Typed::new(), problems)));
    }
    let mut change = app.store.change(viewer.author()).await?;
    let _ = open_meeting(&mut change, &city, &viewer, it.id()).await?;
    let thing = view.meeting().id();
    let file = (name.as_str(), kind.unwrap_or_default());
    attachments::attach(&mut change, city.tenant(), (MEETING, &thing), file, &bytes).await?;
    change.commit().await?;
    let page = format!("{}#unterlagen", address_of(&city, it.id()));
    Ok(viewer.done(&page, Some("meldung-unterlage")))
}

/// A paper in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OneFile {
    gremium: i64,
    sitzung: i64,
    datei: i64,
}

/// `GET …/unterlagen/{datei}`
pub async fn hand_out(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OneFile>,
) -> Result<Response, Failure> {
    let view = MeetingView::read(&app, &city, &viewer, (it.gremium, it.sitzung)).await?;
    let file = view.papers.into_iter().find(|file| file.id == it.datei);
    let file = file.ok_or_else(Failure::not_found)?;
    let bytes = attachments::read(&mut *app.store.read().await?, city.tenant(), &file).await?;
    Ok(handed_out(&file, bytes.ok_or_else(Failure::not_found)?))
}

/// Kept as a file, so that nothing in it runs under our address.
fn handed_out(file: &Attachment, bytes: Vec<u8>) -> Response {
    let ending = uploads::ending(&file.media_type);
    let disposition = format!("attachment; filename=\"unterlage-{}.{ending}\"", file.id);
    let kind = file.media_type.clone();
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}

/// `POST …/unterlagen/zurueck`: takes a paper back, with the reason; after the meeting too.
pub async fn take_back(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfMeeting>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = MeetingView::read(&app, &city, &viewer, it.id()).await?;
    if !view.may_hold {
        return Err(refuse(&viewer));
    }
    let (file, reason) = match taking_back::asked(Reading::new(&viewer.t, &typed), &view.papers) {
        Ok(asked) => asked,
        Err(problems) => {
            return Ok(page::show(&viewer, &city, &view, &Sent::of(&typed, problems)));
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let here = format!("{}#unterlagen", address_of(&city, it.id()));
    if !attachments::take_back(&mut change, city.tenant(), file, &reason).await? {
        drop(change);
        return Ok(viewer.done(&here, Some("meldung-datei-schon-zurueck")));
    }
    change.commit().await?;
    Ok(viewer.done(&here, Some("meldung-datei-zurueck")))
}
