//! Doors of a Vorgang: its page, and all of it as one file for the E-Akte.

use ankunft_atlas::papers::{Format, letterhead, print, print_archive};
use ankunft_platform::attachments;
use ankunft_platform::citing;
use ankunft_platform::typed::LONGEST_LINE;
use ankunft_platform::web::{App, City, Failure, File, Query, Viewer};
use ankunft_report::paper::Attached;
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use crate::enquiries::case::{Thing, things};
use crate::enquiries::pages::case as page;
use crate::enquiries::paper;
use crate::enquiries::store::KIND;
use crate::enquiries::view::OneView;

/// More bytes of files do not go into one paper: whoever has more takes them one by one.
const LARGEST: usize = 60_000_000;

/// The Aktenzeichen in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    az: String,
}

impl Asked {
    fn file_number(&self) -> String {
        self.az.trim().chars().take(LONGEST_LINE).collect()
    }
}

/// `GET /{kommune}/anfragen/vorgang`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let file_number = asked.file_number();
    let all = found(&app, &city, &viewer, &file_number).await?;
    Ok(page::show(&viewer, &city, &file_number, &all).answer())
}

async fn found(
    app: &App,
    city: &City,
    viewer: &Viewer,
    file_number: &str,
) -> Result<Vec<Thing>, Failure> {
    if file_number.is_empty() {
        return Ok(Vec::new());
    }
    Ok(things(app, viewer, city.tenant(), file_number).await?)
}

/// `GET /{kommune}/anfragen/vorgang.pdf`: one PDF/A-3 with the list, the questions and answers, and
/// the files in it.
pub async fn archive(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let file_number = asked.file_number();
    if file_number.is_empty() {
        return Ok(viewer.done(&city.at("/anfragen/vorgang"), None));
    }
    let all = found(&app, &city, &viewer, &file_number).await?;
    if all.is_empty() {
        return Err(Failure::not_found());
    }
    let head = letterhead(&app, &city, &viewer);
    let mut enquiries = Vec::new();
    let mut files = Vec::new();
    for it in all.iter().filter(|it| it.kind == KIND) {
        let number = it.id.parse().map_err(Failure::internal)?;
        let view = OneView::read(&app, &city, &viewer, number).await?;
        citing::note_handed_out(&app, &viewer, &city, view.cited.iter(), "pdf").await?;
        if let Some(answer) =
            view.answer().filter(|_| view.cited.iter().all(|it| it.text.is_some()))
        {
            let paper = paper::answer(&head, &view, answer, &app.config.base_address);
            files.push(Attached {
                name: format!("antwort-{number}.docx"),
                media_type: Format::Docx.media_type().to_owned(),
                description: it.title.clone(),
                bytes: print(paper, Format::Docx).await?,
            });
        }
        enquiries.push(view);
    }
    files.extend(kept(&app, &city, &all).await?);
    let paper = paper::case(&head, (&file_number, &all), &enquiries, &app.config.base_address);
    let bytes = print_archive(paper, files).await?;
    Ok(File::attached("application/pdf", "pdf", "vorgang.pdf".to_owned(), bytes).answer())
}

/// The files of things whose page hands them out to every reader of the Vorgang; a scan that cites
/// figures has its own door, which looks at each of them.
async fn kept(app: &App, city: &City, all: &[Thing]) -> Result<Vec<Attached>, Failure> {
    let mut read = app.store.read().await?;
    let mut files = Vec::new();
    let mut size = 0;
    for it in all.iter().filter(|it| it.kind != "decision") {
        for file in &it.files {
            let Some(bytes) = attachments::read(&mut read, city.tenant(), file).await? else {
                continue;
            };
            size += bytes.len();
            if size > LARGEST {
                return Ok(files);
            }
            let ending = attachments::SCANS.iter().find(|it| it.0 == file.media_type);
            let ending = ending.map_or("bin", |it| it.1);
            files.push(Attached {
                name: format!("{}-{}-{}.{ending}", it.kind, it.id, file.id),
                media_type: file.media_type.clone(),
                description: format!("{}: {}", it.title, file.file_name),
                bytes,
            });
        }
    }
    Ok(files)
}
