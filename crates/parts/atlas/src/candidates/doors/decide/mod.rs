//! The door through which a decision is written down, or corrected.

mod case;
mod news;

use ankunft_platform::page::components::Problems;
use ankunft_platform::web::{App, City, Failure, Form, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use self::case::{Case, Pairs};
use super::sent;
use crate::candidates::actions::{self, Done};
use crate::candidates::pages::at;
use crate::candidates::pages::decide::UNSEEN;
use crate::state::Atlas;

/// `GET /{kommune}/atlas/kandidaten/entscheidung`: first which candidate, then everything else.
pub async fn show(
    Of(app): Of<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Failure> {
    let case = Case::open((&app, &atlas), (&city, &viewer), &pairs, false).await?;
    Ok(case.page(&city, &viewer, (None, Problems::default())).answer())
}

/// `POST /{kommune}/atlas/kandidaten/entscheidung`
pub async fn save(
    Of(app): Of<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Failure> {
    let case = Case::open((&app, &atlas), (&city, &viewer), &pairs, true).await?;
    let refuse =
        |case: &Case, problems| case.page(&city, &viewer, (Some(&pairs), problems)).refused();
    if case.question.waits {
        return Ok(refuse(&case, Problems::default()));
    }
    // Somebody else was faster: nothing is written, nothing typed is lost, and what differs is said.
    if case.is_overtaken() || !sent(&pairs, UNSEEN).is_empty() && !case.question.chosen.is_empty() {
        return Ok(refuse(&case, Problems::default()));
    }
    if case.question.chosen.is_empty() {
        let mut problems = Problems::default();
        problems.add_choices("gewaehlt", viewer.t.get("entscheidung-gewaehlt-fehlt"));
        return Ok(refuse(&case, problems));
    }
    let draft = match case.draft(&viewer, &pairs, app.today()) {
        Ok(draft) => draft,
        Err(problems) => return Ok(refuse(&case, problems)),
    };
    match actions::decide(&app, &viewer, &city, draft).await? {
        Done::Decided(number) => {
            let page = at(&city, &format!("/entscheidungen/{number}"));
            Ok(viewer.done(&page, Some("meldung-entschieden")))
        }
        Done::Overtaken => {
            let case = Case::open((&app, &atlas), (&city, &viewer), &pairs, true).await?;
            Ok(refuse(&case, Problems::default()))
        }
    }
}
