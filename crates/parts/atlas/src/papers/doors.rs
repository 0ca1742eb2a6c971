//! Doors that give papers.

use ankunft_platform::page::Link;
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Failure, PathOf, Query, Viewer};
use ankunft_report::paper::{Attached, Block, Paper};
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use tokio::sync::Semaphore;

use super::quarter::Around;
use super::{Format, Letterhead, city as of_city, quarter as of_quarter};
use crate::api;
use crate::assess::{self, About};
use crate::doors::read::{Code, asker, find_quarter};
use crate::pages::overview::encode;
use crate::permissions::ASSESS;
use crate::state::Atlas;
use crate::view::overview::{Asker, Origin};
use crate::view::{profile, report};

/// So many papers are set at once; who comes later waits, and pages do not.
static PRINTING: Semaphore = Semaphore::const_new(2);

/// The kind of area unit in the address, and whether an annex is wanted.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Level {
    ebene: Option<String>,
    #[serde(default)]
    anhang: String,
}

impl Level {
    /// A form sends what was not chosen as an empty text.
    fn chosen(&self) -> Option<&str> {
        self.ebene.as_deref().filter(|it| !it.is_empty())
    }
}

/// The links to the report of a city, for the pages of its atlas.
pub(crate) fn report_links(viewer: &Viewer, city: &City, geography: &str) -> [Link; 2] {
    [Format::Pdf, Format::Docx].map(|format| {
        let path = format!("/atlas/bericht/{}?ebene={}", format.code(), encode(geography));
        Link::new(viewer.t.get(&format!("papier-bericht-{}", format.code())), city.at(&path))
    })
}

/// `GET /{kommune}/atlas/quartiere/{code}/pdf`
pub(crate) async fn quarter_pdf(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(code): PathOf<Code>,
    Query(level): Query<Level>,
) -> Result<Response, Failure> {
    quarter((&app, &atlas), (&city, &viewer), (&code, &level), Format::Pdf).await
}

/// `GET /{kommune}/atlas/quartiere/{code}/docx`
pub(crate) async fn quarter_docx(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(code): PathOf<Code>,
    Query(level): Query<Level>,
) -> Result<Response, Failure> {
    quarter((&app, &atlas), (&city, &viewer), (&code, &level), Format::Docx).await
}

/// `GET /{kommune}/atlas/bericht/pdf`
pub(crate) async fn report_pdf(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(level): Query<Level>,
) -> Result<Response, Failure> {
    report((&app, &atlas), (&city, &viewer), &level, Format::Pdf).await
}

/// `GET /{kommune}/atlas/bericht/docx`
pub(crate) async fn report_docx(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(level): Query<Level>,
) -> Result<Response, Failure> {
    report((&app, &atlas), (&city, &viewer), &level, Format::Docx).await
}

async fn quarter(
    (app, atlas): (&App, &Atlas),
    (city, viewer): (&City, &Viewer),
    (code, level): (&Code, &Level),
    format: Format,
) -> Result<Response, Failure> {
    let place = (level.chosen(), code.code.as_str());
    let view = find_quarter(app, atlas, city, viewer, place).await?;
    let about = about(app, atlas, (city, viewer), &view.geography.code).await?;
    let around = Around { about: &about, with_annex: level.anhang == "ja" };
    let paper = of_quarter::paper(&letterhead(app, city, viewer), &view, around);
    let sources = [view.sources.as_slice(), about.sources()].concat();
    hand_out((app, city, viewer), paper, &sources, (format, "quartier")).await
}

async fn report(
    (app, atlas): (&App, &Atlas),
    (city, viewer): (&City, &Viewer),
    level: &Level,
    format: Format,
) -> Result<Response, Failure> {
    let found = {
        let mut read = app.store.read().await?;
        let asker = Asker {
            tenant: city.tenant(),
            audience: viewer.actor.audience(),
            key: &app.keys.release,
            memory: &atlas.memory,
        };
        report::report(&mut read, asker, level.chosen()).await?
    };
    let view = found.ok_or_else(Failure::not_found)?;
    let about = about(app, atlas, (city, viewer), &view.geography.code).await?;
    let paper = of_city::paper(&letterhead(app, city, viewer), &view, &about);
    let sources = [view.sources.as_slice(), about.sources()].concat();
    hand_out((app, city, viewer), paper, &sources, (format, "bericht")).await
}

/// What is known of arrival quarters, and how much of it this reader is told.
pub(crate) async fn about(
    app: &App,
    atlas: &Atlas,
    (city, viewer): (&City, &Viewer),
    geography: &str,
) -> Result<About, StoreError> {
    let asker = Asker {
        tenant: city.tenant(),
        audience: viewer.actor.audience(),
        key: &app.keys.release,
        memory: &atlas.memory,
    };
    let mut read = app.store.read().await?;
    assess::about(&mut read, asker, (geography, viewer.may(ASSESS))).await
}

/// For this reader, today, in the name of the city.
#[must_use]
pub fn letterhead<'a>(app: &App, city: &'a City, viewer: &'a Viewer) -> Letterhead<'a> {
    Letterhead {
        t: &viewer.t,
        reader: viewer.actor.audience(),
        city: &city.name,
        address: Some(format!("{}{}", app.config.base_address, city.at(""))),
        day: app.today(),
    }
}

/// Makes the file of a paper, beside the threads that answer.
///
/// # Errors
///
/// - [`Failure`] if something of it cannot be printed.
pub async fn print(paper: Paper, format: Format) -> Result<Vec<u8>, Failure> {
    // Kept by the work itself: who goes away does not make room for another while it is done.
    let turn = PRINTING.acquire().await.map_err(Failure::internal)?;
    let made = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        format.file(&paper)
    });
    let made = made.await;
    made.map_err(Failure::internal)?.map_err(Failure::internal)
}

/// As [`print()`], with files in it, to be kept for ever.
///
/// # Errors
///
/// - [`Failure`] if something of it cannot be kept.
pub async fn print_archive(paper: Paper, files: Vec<Attached>) -> Result<Vec<u8>, Failure> {
    let turn = PRINTING.acquire().await.map_err(Failure::internal)?;
    let made = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        super::file::archive(&paper, &files)
    });
    made.await.map_err(Failure::internal)?.map_err(Failure::internal)
}

/// Makes the file of a paper and hands it out; the change log says so if it is not public.
///
/// # Errors
///
/// - [`Failure`] if it cannot be made or the log refuses the entry; then nothing is handed out.
pub(crate) async fn hand_out(
    (app, city, viewer): (&App, &City, &Viewer),
    paper: Paper,
    sources: &[Origin],
    (format, name): (Format, &str),
) -> Result<Response, Failure> {
    let file = print(paper, format).await?;
    api::note_download(app, city, viewer, (sources, format.code())).await?;
    Ok(api::file(format.media_type(), &format!("{name}.{}", format.code()), file))
}

/// What an area unit by geography and key is called, as this viewer may know it.
///
/// # Errors
///
/// - [`Failure`] 404 if there is no such unit for this viewer.
pub async fn quarter_name(
    app: &App,
    (city, viewer): (&City, &Viewer),
    (geography, code): (&str, &str),
) -> Result<String, Failure> {
    let atlas = app.parts.state::<Atlas>().ok_or_else(Failure::not_found)?;
    let mut read = app.store.read().await?;
    let asker = asker(app, atlas, city, viewer);
    let name = profile::name(&mut read, asker, Some(geography), code).await?;
    name.ok_or_else(Failure::not_found)
}

/// The paper of a quarter, to which another part adds what it knows.
#[derive(Clone, Debug)]
pub struct QuarterPaper {
    paper: Paper,
    sources: Vec<Origin>,
}

impl QuarterPaper {
    /// The profile of an area unit by geography and key, as this viewer may see it.
    ///
    /// # Errors
    ///
    /// - [`Failure`] 404 if there is no such unit for this viewer.
    pub async fn read(
        app: &App,
        (city, viewer): (&City, &Viewer),
        (geography, code): (&str, &str),
    ) -> Result<Self, Failure> {
        let atlas = app.parts.state::<Atlas>().ok_or_else(Failure::not_found)?;
        let place = (Some(geography), code);
        let view = find_quarter(app, atlas, city, viewer, place).await?;
        let about = about(app, atlas, (city, viewer), &view.geography.code).await?;
        let around = Around { about: &about, with_annex: false };
        let paper = of_quarter::paper(&letterhead(app, city, viewer), &view, around);
        let sources = [view.sources.as_slice(), about.sources()].concat();
        Ok(Self { paper, sources })
    }

    /// The same with more behind it, under another subtitle, for those whom this mark names.
    #[must_use]
    pub fn with(mut self, (subtitle, mark): (String, String), blocks: Vec<Block>) -> Self {
        self.paper.subtitle = subtitle;
        self.paper.mark = Some(mark);
        self.paper.blocks.extend(blocks);
        self
    }

    /// Makes the file and hands it out; the change log says so if its figures are not public.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if it cannot be made or the log refuses the entry; then nothing is handed out.
    pub async fn hand_out(
        self,
        here: (&App, &City, &Viewer),
        how: (Format, &str),
    ) -> Result<Response, Failure> {
        hand_out(here, self.paper, &self.sources, how).await
    }
}
