//! The doors of the report of a quarter.

use std::collections::BTreeSet;

use ankunft_atlas::papers::{Format as PaperFormat, QuarterPaper, quarter_name};
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{Chapter, Quarter};
use ankunft_platform::web::file::note;
use ankunft_platform::web::{App, City, Failure, File, Format, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{files, pages, paper};

/// An area unit in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct Place {
    level: String,
    area: String,
}

/// A paper of an area unit in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePaper {
    level: String,
    area: String,
    format: String,
}

/// What the quarter is called, or 404, and what parts say of it; on paper the profile says some of it.
async fn told(
    app: &App,
    (city, viewer): (&City, &Viewer),
    (place, on_paper): ((&str, &str), bool),
) -> Result<(String, Vec<Chapter>), Failure> {
    let name = quarter_name(app, (city, viewer), place).await?;
    let quarter = Quarter { geography: place.0, area: place.1 };
    let mut chapters = Vec::new();
    for part in app.parts.chapters().filter(|it| !on_paper || it.is_printed()) {
        chapters.extend(part.tell(app, (city, viewer), (quarter, &name)).await?);
    }
    Ok((name, chapters))
}

/// `GET /{kommune}/steuerung/quartiere/{level}/{area}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Place { level, area }): PathOf<Place>,
) -> Result<Response, Failure> {
    let place = (level.as_str(), area.as_str());
    let (name, chapters) = told(&app, (&city, &viewer), (place, false)).await?;
    Ok(pages::show(&viewer, &city, (place, &name), &chapters).answer())
}

/// `GET /{kommune}/steuerung/quartiere/{level}/{area}/xlsx`
pub async fn book(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Place { level, area }): PathOf<Place>,
) -> Result<Response, Failure> {
    let place = (level.as_str(), area.as_str());
    let (name, chapters) = told(&app, (&city, &viewer), (place, false)).await?;
    let book = files::book((&viewer.t, &name, app.now()), &chapters).map_err(Failure::internal)?;
    let internal: BTreeSet<i64> = chapters.iter().flat_map(|it| it.internal.clone()).collect();
    let internal: Vec<i64> = internal.into_iter().collect();
    note(&app, (&viewer, city.tenant()), &internal, "xlsx").await?;
    Ok(File::new(Format::Xlsx, &format!("quartiersbericht-{area}"), book).answer())
}

/// `GET /{kommune}/steuerung/quartiere/{level}/{area}/papier/{format}`: `docx` or `pdf`.
pub async fn print(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePaper { level, area, format }): PathOf<OnePaper>,
) -> Result<Response, Failure> {
    let format = PaperFormat::from_code(&format).ok_or_else(Failure::not_found)?;
    let place = (level.as_str(), area.as_str());
    let profile = QuarterPaper::read(&app, (&city, &viewer), place).await?;
    let (_, chapters) = told(&app, (&city, &viewer), (place, true)).await?;
    let t = &viewer.t;
    let subtitle = t.with("quartiersbericht-art", &[("stadt", Arg::from(city.name.as_str()))]);
    let mark = t.get("massnahme-nur-intern");
    let whole = profile.with((subtitle, mark), paper::blocks(chapters));
    whole.hand_out((&app, &city, &viewer), (format, "quartiersbericht")).await
}
