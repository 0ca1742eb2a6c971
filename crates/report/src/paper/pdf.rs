//! PDF/UA-1 through Typst. The template is fixed; a paper is a file of data that it reads.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::drawn;
use super::error::PaperError;
use super::fonts::Fonts;
use super::legible::legible;
use super::model::{Block, Paper};

static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(id("paper.typ"), include_str!("paper.typ").to_owned()));

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Headings of rows are still a feature that has to be asked for.
    let features: Features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// What was set for earlier papers is remembered for so many later ones.
const REMEMBERED: usize = 4;

/// A paper as PDF that passes Typst's checks for PDF/UA-1.
///
/// # When to choose it
///
/// To read, print, send and keep. Where people write on, take [`super::docx`].
///
/// # Errors
///
/// - [`PaperError`] names what of the paper cannot be printed so that everybody can read it.
///
/// # Complexity
///
/// Linear in text and pictures: some tenths of a second for a profile or the report of a city.
///
/// # Examples
///
/// ```
/// # #![allow(clippy::disallowed_methods)]
/// use ankunft_report::paper::{Block, Day, Fonts, Level, PageWords, Paper, PaperError, pdf};
/// # let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/dist");
/// # let font = std::fs::read_dir(dist)?.flatten().map(|it| it.path());
/// # let font = font.filter(|it| it.extension().is_some_and(|it| it == "ttf")).max();
/// # let bytes = std::fs::read(font.expect("make assets"))?;
///
/// let fonts = Fonts::new([bytes])?;
/// let mut paper = Paper {
///     title: "Hafen".to_owned(),
///     subtitle: String::new(),
///     mark: None,
///     language: "de".to_owned(),
///     author: "Stadt Musterstadt".to_owned(),
///     date: Day { year: 2026, month: 11, day: 26 },
///     date_words: "26.11.2026".to_owned(),
///     keywords: Vec::new(),
///     foot: String::new(),
///     landscape: false,
///     page_words: PageWords { page: "Seite".to_owned(), of: "von".to_owned() },
///     blocks: vec![Block::heading(Level::One, "Kennzahlen")],
/// };
/// assert!(pdf(&paper, &fonts)?.starts_with(b"%PDF-1.7"));
///
/// paper.blocks.push(Block::heading(Level::Three, "Zu tief"));
/// let skipped = PaperError::SkippedHeading { text: "Zu tief".to_owned() };
/// assert_eq!(pdf(&paper, &fonts), Err(skipped));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// - ISO 14289-1:2014, Document management applications: electronic document file format
///   enhancement for accessibility, part 1.
pub fn pdf(paper: &Paper, fonts: &Fonts) -> Result<Vec<u8>, PaperError> {
    print(paper, fonts, &[], &[PdfStandard::Ua_1])
}

/// A file that goes with a paper.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Attached {
    /// Its name: letters, digits, points and hyphens, and no other file's of the same paper.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What it is, in words.
    pub description: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A paper with files in it, to be kept for ever: PDF/A-3a and PDF/UA-1 at once.
///
/// # When to choose it
///
/// For an E-Akte, which takes one file for a whole matter. A reader of PDF lists the attached
/// files beside the pages.
///
/// # Errors
///
/// - [`PaperError`] names what of the paper cannot be kept, as for [`pdf`]; a name of a file that
///   is none is a fault of typesetting.
///
/// # Complexity
///
/// Linear in pages and in the bytes of the files, which stand in it compressed.
///
/// # References
///
/// - ISO 19005-3:2012, Document management: electronic document file format for long-term
///   preservation, part 3.
pub fn archive(paper: &Paper, fonts: &Fonts, files: &[Attached]) -> Result<Vec<u8>, PaperError> {
    print(paper, fonts, files, &[PdfStandard::A_3a, PdfStandard::Ua_1])
}

fn print(
    paper: &Paper,
    fonts: &Fonts,
    files: &[Attached],
    standards: &[PdfStandard],
) -> Result<Vec<u8>, PaperError> {
    paper.check()?;
    let fault = |it: &dyn std::fmt::Debug| PaperError::Typesetting { cause: format!("{it:?}") };
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {} {}", paper.title, paper.subtitle, paper.author)),
        creator: Smart::Custom(Some("Ankunft".to_owned())),
        standards: PdfStandards::new(standards).map_err(|it| fault(&it))?,
        ..PdfOptions::default()
    };
    let desk = Desk::new(paper, fonts, files)?;
    let set = typst::compile::<PagedDocument>(&desk).output;
    let printed = set.and_then(|document| typst_pdf::pdf(&document, &options));
    typst::comemo::evict(REMEMBERED);
    printed.map_err(|causes| refusal(&causes))
}

fn refusal(causes: &[SourceDiagnostic]) -> PaperError {
    let causes: Vec<&str> = causes.iter().map(|it| it.message.as_str()).collect();
    PaperError::Typesetting { cause: causes.join("; ") }
}

/// The name of a file in the world of one paper.
fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).unwrap_or_else(|_| unreachable!("{name} is a plain name"));
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

/// Everything that the typesetter can see: the template, the paper, its pictures and the fonts.
struct Desk<'a> {
    fonts: &'a Fonts,
    files: BTreeMap<String, Bytes>,
}

impl<'a> Desk<'a> {
    fn new(paper: &Paper, fonts: &'a Fonts, attached: &[Attached]) -> Result<Self, PaperError> {
        let mut files = BTreeMap::new();
        let fault = |it: serde_json::Error| PaperError::File { cause: it.to_string() };
        let mut data = serde_json::to_value(paper).map_err(fault)?;
        data["fonts"] = fonts.families().into_iter().collect();
        for (at, block) in paper.blocks.iter().enumerate() {
            if let Block::Table(table) = block {
                data["blocks"][at]["widths"] = table.widths(paper.room()).into();
                data["blocks"][at]["together"] = table.is_small().into();
                for (row, it) in table.rows.iter().enumerate() {
                    data["blocks"][at]["rows"][row]["together"] = it.is_small().into();
                }
                if !paper.says_caption(at) {
                    data["blocks"][at]["caption"] = String::new().into();
                }
            }
            let Block::Picture(picture) = block else { continue };
            let mut lay = |name: String, svg: String| {
                files.insert(name.clone(), Bytes::from_string(svg));
                Value::String(name)
            };
            let place = &mut data["blocks"][at];
            place["svg"] = lay(format!("picture-{at}.svg"), drawn::figure(picture, fonts));
            for (field, svg) in drawn::fields(picture, fonts).into_iter().enumerate() {
                place["legend"][field]["svg"] = lay(format!("picture-{at}-{field}.svg"), svg);
            }
        }
        lay_drawings(&mut data, &mut files, fonts);
        make_legible(&mut data, fonts);
        let listed = attached.iter().map(|it| {
            files.insert(it.name.clone(), Bytes::new(it.bytes.clone()));
            let description = legible(&it.description, fonts);
            serde_json::json!({
                "name": it.name, "media_type": it.media_type, "description": description,
            })
        });
        data["attached"] = listed.collect();
        files.insert("paper.json".to_owned(), Bytes::from_string(data.to_string()));
        Ok(Self { fonts, files })
    }
}

/// Small figures within lines become files like pictures, wherever they stand.
fn lay_drawings(value: &mut Value, files: &mut BTreeMap<String, Bytes>, fonts: &Fonts) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|it| lay_drawings(it, files, fonts)),
        Value::Object(fields) if fields.get("kind").is_some_and(|it| it == "drawing") => {
            let Some(Value::String(svg)) = fields.get("svg") else { return };
            let name = format!("drawing-{}.svg", files.len());
            files.insert(name.clone(), Bytes::from_string(drawn::standing_alone(svg, "", fonts)));
            fields.insert("svg".to_owned(), Value::String(name));
        }
        Value::Object(fields) => {
            fields.values_mut().for_each(|it| lay_drawings(it, files, fonts));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn make_legible(value: &mut Value, fonts: &Fonts) {
    match value {
        Value::String(text) => *text = legible(text, fonts),
        Value::Array(items) => items.iter_mut().for_each(|it| make_legible(it, fonts)),
        Value::Object(fields) => fields.values_mut().for_each(|it| make_legible(it, fonts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = id.vpath().get_without_slash();
        self.files.get(name).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
