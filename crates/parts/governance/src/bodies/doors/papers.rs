//! The door to a meeting on paper.

use ankunft_atlas::papers::{Format, letterhead, print};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, File, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use crate::bodies::paper::{self, Edition};
use crate::bodies::view::{Bodies, MeetingView};
use crate::permissions::SIT;

/// A paper of a meeting in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePaper {
    gremium: i64,
    sitzung: i64,
    format: String,
}

/// `GET …/sitzungen/{sitzung}/papier/{format}`: the invitation before, the minutes after it, `docx` or
/// `pdf`; with `?teil=oeffentlich` what is heard in public alone. Who is only invited has no more.
pub async fn hand_out(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OnePaper>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let format = Format::from_code(&it.format).ok_or_else(Failure::not_found)?;
    let id = (it.gremium, it.sitzung);
    let mut edition = match sent(&asked, "teil") {
        "oeffentlich" => Edition::Public,
        _ => Edition::Whole,
    };
    if !viewer.may(SIT) {
        let all = Bodies::read(&mut app.store.read().await?, city.tenant()).await?;
        let mut own = all.invitations(viewer.actor.post, app.today());
        if !own.any(|it| (it.body, it.number) == id) {
            return Err(Failure::not_found());
        }
        edition = Edition::Public;
    }
    let (bytes, name) = in_print(&app, &city, &viewer, (id, edition, format)).await?;
    Ok(File::attached(format.media_type(), format.code(), name, bytes).answer())
}

/// A meeting in print, and what its file is called.
async fn in_print(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (id, edition, format): ((i64, i64), Edition, Format),
) -> Result<(Vec<u8>, String), Failure> {
    let view = MeetingView::read(app, city, viewer, id).await?;
    let head = letterhead(app, city, viewer);
    let (paper, name) = paper::meeting(&head, &view, (edition, app.today()));
    let bytes = print(paper, format).await?;
    Ok((bytes, format!("{name}-{}.{}", view.meeting().id(), format.code())))
}

/// All of a meeting in print, for a file of a Vorgang that only those inside see.
pub(crate) async fn printed(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (id, format): ((i64, i64), Format),
) -> Result<(Vec<u8>, String), Failure> {
    in_print(app, city, viewer, (id, Edition::Whole, format)).await
}
