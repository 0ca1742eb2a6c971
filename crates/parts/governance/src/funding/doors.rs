//! Doors of financing: a page, files and papers.

use ankunft_atlas::papers::{Format as PaperFormat, letterhead, print};
use ankunft_platform::web::{App, City, Failure, File, Format, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::model::Wanted;
use super::view::{OneView, View};
use super::{files, pages, paper as papers};
use crate::measures::doors::Number;

/// What is asked for, as the address says it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    jahr: String,
    #[serde(default)]
    geber: String,
}

/// A paper in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct Paper {
    format: String,
}

/// A paper of a measure in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePaper {
    number: i64,
    format: String,
}

async fn view(app: &App, city: &City, asked: &Asked) -> Result<View, Failure> {
    let source = Some(asked.geber.trim().to_owned()).filter(|it| !it.is_empty());
    let wanted = Wanted { year: asked.jahr.parse().ok(), source };
    let mut read = app.store.read().await?;
    Ok(View::read(&mut read, city.tenant(), (wanted, app.today())).await?)
}

/// `GET /{kommune}/steuerung/foerderung`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    Ok(pages::show(&viewer, &city, &view(&app, &city, &asked).await?).answer())
}

/// `GET /{kommune}/steuerung/foerderung.csv` and `….xlsx`
pub async fn file(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let view = view(&app, &city, &asked).await?;
    let content = match format {
        Format::Xlsx => files::city(&viewer.t, app.now(), &view).map_err(Failure::internal)?,
        _ => files::csv(&view).into_bytes(),
    };
    Ok(File::new(format, "foerderung", content).answer())
}

/// `GET /{kommune}/steuerung/foerderung/papier/{format}`
pub async fn paper(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Paper { format }): PathOf<Paper>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let format = PaperFormat::from_code(&format).ok_or_else(Failure::not_found)?;
    let view = view(&app, &city, &asked).await?;
    let paper = papers::city(&letterhead(&app, &city, &viewer), &view);
    let name = format!("foerderung.{}", format.code());
    let bytes = print(paper, format).await?;
    Ok(File::attached(format.media_type(), format.code(), name, bytes).answer())
}

async fn one(app: &App, city: &City, number: i64) -> Result<OneView, Failure> {
    let mut read = app.store.read().await?;
    let view = OneView::read(&mut read, city.tenant(), number).await?;
    view.ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/finanzplan/{format}`
pub async fn plan(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePaper { number, format }): PathOf<OnePaper>,
) -> Result<Response, Failure> {
    let format = PaperFormat::from_code(&format).ok_or_else(Failure::not_found)?;
    let view = one(&app, &city, number).await?;
    let paper = papers::plan(&letterhead(&app, &city, &viewer), &view);
    let name = format!("finanzplan-{number}.{}", format.code());
    let bytes = print(paper, format).await?;
    Ok(File::attached(format.media_type(), format.code(), name, bytes).answer())
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/finanzplan.xlsx`
pub async fn plan_file(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let view = one(&app, &city, number).await?;
    let content = files::plan(&viewer.t, &view).map_err(Failure::internal)?;
    Ok(File::new(Format::Xlsx, &format!("finanzplan-{number}"), content).answer())
}
