//! The door of the candidates' paper.

use ankunft_platform::web::{App, City, Failure, PathOf, Viewer};
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::{Sides, paper};
use crate::candidates::doors::asker;
use crate::candidates::view::Register;
use crate::papers::{Format, doors as papers};
use crate::permissions::ASSESS;
use crate::state::Atlas;

/// The format in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct Asked {
    format: String,
}

/// `GET /{kommune}/atlas/kandidaten/papier/{format}`: `pdf` or `docx`.
pub async fn print(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(Asked { format }): PathOf<Asked>,
) -> Result<Response, Failure> {
    let format = Format::from_code(&format).ok_or_else(Failure::not_found)?;
    let (paper, sources) = {
        let mut read = app.store.read().await?;
        let asker = asker(&app, &atlas, &city, &viewer);
        let view = Register::read(&mut read, asker).await?;
        if view.rows.is_empty() {
            return Err(Failure::not_found());
        }
        let sides = Sides::read(&mut read, asker, (&view, viewer.may(ASSESS))).await?;
        (paper(&papers::letterhead(&app, &city, &viewer), &sides), sides.sources())
    };
    papers::hand_out((&app, &city, &viewer), paper, &sources, (format, "kandidaten")).await
}
