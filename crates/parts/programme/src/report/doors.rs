//! The doors of the report.

use ankunft_atlas::papers::{Format as PaperFormat, letterhead, print as set};
use ankunft_platform::web::{App, City, Failure, File, Format, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::view::Report;
use super::{files, handed, pages, paper};
use crate::permissions::SEE;

/// So often a file is made again because a Weitergabe ended while it was made.
const TRIES: usize = 3;

/// A paper in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePaper {
    format: String,
}

async fn report(app: &App, city: &City, viewer: &Viewer) -> Result<Option<Report>, Failure> {
    let mut read = app.store.read().await?;
    let reader = (&*city.0, viewer.may(SEE));
    Ok(Report::read(&mut read, &app.keys.release, reader, app.today()).await?)
}

/// `GET /{kommune}/programm/bericht`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    Ok(pages::show(&viewer, &city, report(&app, &city, &viewer).await?.as_ref()).answer())
}

/// `GET /{kommune}/programm/bericht.xlsx`
pub async fn book(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    for _ in 0..TRIES {
        let it = report(&app, &city, &viewer).await?.ok_or_else(Failure::not_found)?;
        let book = files::book(&viewer.t, app.now(), &it).map_err(Failure::internal)?;
        if handed::note(&app, (&city, &viewer), &it, ("xlsx", &book)).await? {
            return Ok(File::new(Format::Xlsx, "programmbericht", book).answer());
        }
    }
    Err(Failure::not_found())
}

/// `GET /{kommune}/programm/bericht/{format}`: `docx` or `pdf`.
pub async fn print(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePaper { format }): PathOf<OnePaper>,
) -> Result<Response, Failure> {
    let format = PaperFormat::from_code(&format).ok_or_else(Failure::not_found)?;
    for _ in 0..TRIES {
        let it = report(&app, &city, &viewer).await?.ok_or_else(Failure::not_found)?;
        let paper = paper::paper(&letterhead(&app, &city, &viewer), &it);
        let name = format!("programmbericht.{}", format.code());
        let file = set(paper, format).await?;
        if handed::note(&app, (&city, &viewer), &it, (format.code(), &file)).await? {
            return Ok(File::attached(format.media_type(), format.code(), name, file).answer());
        }
    }
    Err(Failure::not_found())
}
