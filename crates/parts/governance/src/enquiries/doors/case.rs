//! Doors of a Vorgang: its page, and all of it as one file for the E-Akte.

use ankunft_atlas::papers::{Format, letterhead, print, print_archive};
use ankunft_platform::attachments::{self, Attachment};
use ankunft_platform::citing::{self, Cited};
use ankunft_platform::typed::LONGEST_LINE;
use ankunft_platform::web::{App, City, Failure, File, Query, Viewer};
use ankunft_report::paper::{Attached, Block};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use crate::commitments::case as commitments;
use crate::commitments::store::KIND as COMMITMENT;
use crate::commitments::view::All as Commitments;
use crate::enquiries::case::{Thing, things};
use crate::enquiries::doors::sheets;
use crate::enquiries::pages::case as page;
use crate::enquiries::paper;
use crate::enquiries::store::KIND;
use crate::enquiries::view::OneView;
use crate::funds::store::PROOF;
use crate::inside::Here;
use crate::papers::case as papers;

/// More bytes of files do not go into one paper: whoever has more takes them one by one.
const LARGEST: i64 = 60_000_000;

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
    let numbers = all.iter().filter(|it| it.kind == KIND).map(|it| it.id.parse());
    let numbers: Vec<i64> = numbers.collect::<Result<_, _>>().map_err(Failure::internal)?;
    let enquiries = OneView::read_several(&app, &city, &viewer, &numbers).await?;
    let cited: Vec<&Cited> = enquiries.iter().flat_map(|it| &it.cited).collect();
    citing::note_handed_out(&app, &viewer, &city, cited, "pdf").await?;
    let mut files = Vec::new();
    for view in &enquiries {
        let readable = view.cited.iter().all(|it| it.text.is_some());
        let Some(answer) = view.answer().filter(|_| readable) else { continue };
        let paper = paper::answer(&head, view, answer, &app.config.base_address);
        let enquiry = view.it();
        files.push(Attached {
            name: format!("antwort-{}.docx", enquiry.number),
            media_type: Format::Docx.media_type().to_owned(),
            description: enquiry.frame.subject.clone(),
            bytes: print(paper, Format::Docx).await?,
        });
    }
    files.extend(sheets::sheets(&app, &city, &viewer, &all).await?);
    let mut left = LARGEST;
    let papers: Vec<i64> =
        all.iter().filter_map(|it| papers::number_of(it.kind, &it.path)).collect();
    let (attached, mut inside) = papers::files(&app, &city, &viewer, (&papers, &mut left)).await?;
    files.extend(attached);
    let (attached, others) = kept(&app, &city, (&all, left)).await?;
    files.extend(attached);
    inside.extend(others);
    let own = (file_number.as_str(), all.as_slice());
    let annex = paper::Annex {
        attached: files.len(),
        missing: missing(&all, &inside),
        chapters: promised(&app, &city, &viewer, &all).await?,
    };
    let paper = paper::case(&head, own, (&enquiries, annex), &app.config.base_address);
    let bytes = print_archive(paper, files).await?;
    Ok(File::attached("application/pdf", "pdf", "vorgang.pdf".to_owned(), bytes).answer())
}

/// What was promised in commitments of the Vorgang; nothing is read where there are none.
async fn promised(
    app: &App,
    city: &City,
    viewer: &Viewer,
    all: &[Thing],
) -> Result<Vec<Block>, Failure> {
    let own = all.iter().filter(|it| it.kind == COMMITMENT);
    let numbers: Vec<i64> = own.filter_map(|it| it.id.parse().ok()).collect();
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let promised = Commitments::read(&mut app.store.read().await?, city.tenant()).await?;
    let here = Here { t: &viewer.t, city, today: app.today() };
    Ok(commitments::chapters(here, (&promised, &numbers)))
}

fn has_own_door(it: &Thing) -> bool {
    ["decision", PROOF].contains(&it.kind) || papers::number_of(it.kind, &it.path).is_some()
}

/// What is counted and lies not in the paper, each with why.
fn missing<'a>(all: &'a [Thing], inside: &[i64]) -> Vec<paper::Missing<'a>> {
    let beyond = sheets::beyond(all);
    let beyond = beyond.map(|of| paper::Missing { of, file: "", why: "vorgang-zu-viele" });
    let each = all.iter().flat_map(|it| it.files.iter().map(move |file| (it, file)));
    let is_out = |it: &(&Thing, &Attachment)| !inside.contains(&it.1.id);
    let out = each.filter(is_out).map(|(of, file)| match has_own_door(of) {
        true => paper::Missing { of, file: "", why: "vorgang-eigene-seite" },
        false => paper::Missing { of, file: &file.file_name, why: "vorgang-zu-gross" },
    });
    out.chain(beyond).collect()
}

/// The files of things whose page hands them out to every reader of the Vorgang; a scan that cites
/// figures has its own door, which looks at each of them, and so have the files of Vorlagen.
async fn kept(
    app: &App,
    city: &City,
    (all, mut left): (&[Thing], i64),
) -> Result<papers::Files, Failure> {
    let kept = all.iter().filter(|it| !has_own_door(it));
    let kept = kept.flat_map(|it| it.files.iter().map(move |file| (it, file)));
    // Nobody waits for more bytes than one paper takes.
    let fits = |(_, file): &(&Thing, &Attachment)| {
        let fits = file.size <= left;
        left -= if fits { file.size } else { 0 };
        fits
    };
    let kept: Vec<(&Thing, &Attachment)> = kept.filter(fits).collect();
    let asked: Vec<&Attachment> = kept.iter().map(|it| it.1).collect();
    let mut read = app.store.read().await?;
    let mut bytes = attachments::read_several(&mut read, city.tenant(), &asked).await?;
    let file = |(it, file): (&Thing, &Attachment)| {
        let ending = attachments::SCANS.iter().find(|it| it.0 == file.media_type);
        let ending = ending.map_or("bin", |it| it.1);
        Some(Attached {
            name: format!("{}-{}-{}.{ending}", it.kind, it.id, file.id),
            media_type: file.media_type.clone(),
            description: format!("{}: {}", it.title, file.file_name),
            bytes: bytes.remove(&file.id)?,
        })
    };
    let inside = asked.iter().map(|it| it.id).collect();
    Ok((kept.into_iter().filter_map(file).collect(), inside))
}
