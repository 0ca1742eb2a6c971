//! The doors of the report of a quarter.

use ankunft_atlas::papers::{Format as PaperFormat, QuarterPaper, quarter_name};
use ankunft_platform::languages::Arg;
use ankunft_platform::web::{App, City, Failure, File, Format, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::view::View;
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

/// What the quarter is called, or 404, and what governance knows of it.
async fn named(
    app: &App,
    (city, viewer): (&City, &Viewer),
    place: (&str, &str),
) -> Result<(String, View), Failure> {
    let name = quarter_name(app, (city, viewer), place).await?;
    Ok((name, View::read(app, (city, viewer), place).await?))
}

/// `GET /{kommune}/steuerung/quartiere/{level}/{area}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Place { level, area }): PathOf<Place>,
) -> Result<Response, Failure> {
    let (name, view) = named(&app, (&city, &viewer), (&level, &area)).await?;
    Ok(pages::show(&viewer, &city, &name, &view, app.today()).answer())
}

/// `GET /{kommune}/steuerung/quartiere/{level}/{area}/xlsx`: what governance knows of it; figures have
/// workbooks of their own.
pub async fn book(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Place { level, area }): PathOf<Place>,
) -> Result<Response, Failure> {
    let (name, view) = named(&app, (&city, &viewer), (&level, &area)).await?;
    let about = (name.as_str(), app.now());
    let book = files::book(&viewer.t, about, &view, app.today()).map_err(Failure::internal)?;
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
    let view = View::read(&app, (&city, &viewer), place).await?;
    let t = &viewer.t;
    let subtitle = t.with("quartiersbericht-art", &[("stadt", Arg::from(city.name.as_str()))]);
    let blocks = paper::blocks(t, &view, app.today());
    let whole = profile.with((subtitle, t.get("massnahme-nur-intern")), blocks);
    whole.hand_out((&app, &city, &viewer), (format, "quartiersbericht")).await
}
