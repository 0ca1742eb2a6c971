//! The doors of bodies: extract, ask, change, render.

pub mod agenda;
pub mod bodies;
pub mod closing;
pub mod feeds;
pub mod files;
pub mod meetings;
pub mod minutes;
pub mod observations;
pub mod papers;
pub mod placing;
pub mod tasks;

use ankunft_platform::store::Change;
use ankunft_platform::tenant;
use ankunft_platform::web::{App, City, Failure, Viewer};
use jiff::civil::Date;
use serde::Deserialize;

use super::model::{Meeting, Member};
use super::store::meetings as store;
use super::view::MeetingView;
use crate::permissions::{CONVENE, HOLD};

/// A body in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfBody {
    gremium: i64,
}

/// A meeting in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfMeeting {
    gremium: i64,
    sitzung: i64,
}

impl OfMeeting {
    const fn id(self) -> (i64, i64) {
        (self.gremium, self.sitzung)
    }
}

/// An item in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfItem {
    gremium: i64,
    sitzung: i64,
    punkt: i64,
}

impl OfItem {
    const fn meeting(self) -> (i64, i64) {
        (self.gremium, self.sitzung)
    }
}

/// A task or an observation in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfNumber {
    nummer: i64,
}

/// Whether a viewer may keep a body: every one, or where the own Stelle acts.
pub(crate) fn may_hold(viewer: &Viewer, members: &[Member], today: Date) -> bool {
    let acts = |post: i64| members.iter().any(|it| it.acts(post, today));
    viewer.may(CONVENE) || (viewer.may(HOLD) && viewer.actor.post.is_some_and(acts))
}

/// Says no to who may not keep the body, and who may.
fn refuse(viewer: &Viewer) -> Failure {
    Failure::forbidden("a body of others").advice(viewer.t.get("gremium-nicht-ihres"))
}

/// The meeting, for who writes its minutes now.
async fn written(
    app: &App,
    city: &City,
    viewer: &Viewer,
    id: (i64, i64),
) -> Result<MeetingView, Failure> {
    let view = MeetingView::read(app, city, viewer, id).await?;
    if !view.may_hold {
        return Err(refuse(viewer));
    }
    if !view.writes() {
        return Err(closed(viewer));
    }
    Ok(view)
}

fn closed(viewer: &Viewer) -> Failure {
    Failure::refused("a meeting that is closed or cancelled")
        .advice(viewer.t.get("sitzung-schon-geschlossen"))
}

/// The meeting as it stands while nobody else can change it; refused once its minutes are closed.
/// What a page has read before may have changed since.
async fn open_meeting(
    change: &mut Change,
    city: &City,
    viewer: &Viewer,
    id: (i64, i64),
) -> Result<Meeting, Failure> {
    tenant::lock(change, city.tenant()).await?;
    let newest = store::versions(change, city.tenant(), id).await?.into_iter().next();
    let meeting = newest.ok_or_else(Failure::not_found)?;
    if meeting.is_closed() { Err(closed(viewer)) } else { Ok(meeting) }
}
