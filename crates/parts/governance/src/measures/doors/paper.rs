//! The door that prints a measure.

use ankunft_atlas::papers::{Format, letterhead, print};
use ankunft_disclosure::Audience;
use ankunft_platform::citing;
use ankunft_platform::web::{App, City, Failure, File, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::view;
use crate::effects::view::Staircase;
use crate::measures::paper::{self, Beside};
use crate::measures::store::KIND;
use crate::reporting::obstacles;
use crate::thread::view::ThreadView;

/// A paper of a measure in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePaper {
    number: i64,
    format: String,
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/blatt/{format}`: the measure, `docx` or `pdf`. What
/// it says of the quarter is what everybody may know, because papers go from hand to hand.
pub async fn sheet(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePaper { number, format }): PathOf<OnePaper>,
) -> Result<Response, Failure> {
    let format = Format::from_code(&format).ok_or_else(Failure::not_found)?;
    let mut view = view(&app, &city, &viewer, number).await?;
    let everybody = (Audience::Public, &viewer.t);
    view.staircase = Staircase::read_as(&app, everybody, &city, view.measure()).await?;
    let id = number.to_string();
    let thread = ThreadView::read(&app, &viewer, city.tenant(), (KIND, &id)).await?;
    let all = obstacles::of_measure(&mut *app.store.read().await?, city.tenant(), number).await?;
    let own: Vec<_> = all.iter().collect();
    let beside =
        Beside { thread: thread.as_ref(), obstacles: &own, address: &app.config.base_address };
    let head = letterhead(&app, &city, &viewer);
    let bytes = print(paper::sheet(&head, &view, &beside), format).await?;
    let cited = view.evidence.cited.iter();
    citing::note_handed_out(&app, &viewer, &city, cited, format.code()).await?;
    let name = format!("massnahme-{number}.{}", format.code());
    Ok(File::attached(format.media_type(), format.code(), name, bytes).answer())
}
