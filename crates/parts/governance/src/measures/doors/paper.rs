//! The doors that print a measure, and give it as a workbook.

use ankunft_atlas::papers::{Format, letterhead, print};
use ankunft_disclosure::Audience;
use ankunft_platform::citing;
use ankunft_platform::web::{App, City, Failure, File, Format as FileFormat, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{Number, view};
use crate::effects::view::Staircase;
use crate::measures::book;
use crate::measures::pages::measure::MeasureView;
use crate::measures::paper::{self, Beside};
use crate::measures::store::KIND;
use crate::reporting::model::Obstacle;
use crate::reporting::obstacles;
use crate::thread::view::ThreadView;

/// A paper of a measure in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePaper {
    number: i64,
    format: String,
}

/// What is handed out: the measure, its thread and what hinders it. What it says of the quarter is what
/// everybody may know, because papers go from hand to hand.
struct Whole {
    view: MeasureView,
    thread: Option<ThreadView>,
    obstacles: Vec<Obstacle>,
}

impl Whole {
    async fn read(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<Self, Failure> {
        let mut view = view(app, city, viewer, number).await?;
        let everybody = (Audience::Public, &viewer.t);
        view.staircase = Staircase::read_as(app, everybody, city, view.measure()).await?;
        let id = number.to_string();
        let thread = ThreadView::read(app, viewer, city.tenant(), (KIND, &id)).await?;
        let mut read = app.store.read().await?;
        let obstacles = obstacles::of_measure(&mut read, city.tenant(), number).await?;
        Ok(Self { view, thread, obstacles })
    }

    fn beside<'a>(&'a self, app: &'a App, own: &'a [&'a Obstacle]) -> Beside<'a> {
        let address = app.config.base_address.as_str();
        Beside { thread: self.thread.as_ref(), obstacles: own, address }
    }
}

/// Notes who received what is not public.
async fn note(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (read, code): (&Whole, &str),
) -> Result<(), Failure> {
    let cited = read.view.evidence.cited.iter();
    citing::note_handed_out(app, viewer, city, cited, code).await
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/blatt/xlsx`: the same as a workbook.
pub async fn book(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let read = Whole::read(&app, &city, &viewer, number).await?;
    let own: Vec<_> = read.obstacles.iter().collect();
    let book = book::book(&viewer.t, &read.view, &read.beside(&app, &own));
    let bytes = book.map_err(Failure::internal)?;
    note(&app, &city, &viewer, (&read, "xlsx")).await?;
    Ok(File::new(FileFormat::Xlsx, &format!("massnahme-{number}"), bytes).answer())
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/blatt/{format}`: the measure, `docx` or `pdf`.
pub async fn sheet(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePaper { number, format }): PathOf<OnePaper>,
) -> Result<Response, Failure> {
    let format = Format::from_code(&format).ok_or_else(Failure::not_found)?;
    let bytes = printed(&app, &city, &viewer, (number, format)).await?;
    let name = format!("massnahme-{number}.{}", format.code());
    Ok(File::attached(format.media_type(), format.code(), name, bytes).answer())
}

/// A measure in print, for its reader.
pub(crate) async fn printed(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (number, format): (i64, Format),
) -> Result<Vec<u8>, Failure> {
    let read = Whole::read(app, city, viewer, number).await?;
    let head = letterhead(app, city, viewer);
    let own: Vec<_> = read.obstacles.iter().collect();
    let bytes = print(paper::sheet(&head, &read.view, &read.beside(app, &own)), format).await?;
    note(app, city, viewer, (&read, format.code())).await?;
    Ok(bytes)
}
