//! DOCX (Office Open XML, ISO/IEC 29500, transitional): a package of a few XML files.
//!
//! They are written here: what makes a document accessible (title, language, heading rows,
//! alternative texts) and the same bytes twice is most of it, and styles and settings are fixed.

mod body;
mod package;
mod xml;

use super::error::PaperError;
use super::fonts::Fonts;
use super::model::Paper;

/// A paper as DOCX for Word and LibreOffice.
///
/// Headings, captions and notes carry styles, so a city that has its own template finds
/// everything under the names that Word knows. Pictures are dots, three for each printed point.
///
/// # When to choose it
///
/// Where people write on. To print and keep, take [`super::pdf`].
///
/// # Errors
///
/// - [`PaperError`] as for [`super::pdf`], and [`PaperError::Picture`] for a picture that cannot be drawn.
///
/// # Examples
///
/// ```
/// # #![allow(clippy::disallowed_methods)]
/// use ankunft_report::paper::{
///     Block, Column, Day, Fonts, Level, PageWords, Paper, PaperError, Row, Table, docx,
/// };
/// # let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/dist");
/// # let font = std::fs::read_dir(dist)?.flatten().map(|it| it.path());
/// # let font = font.filter(|it| it.extension().is_some_and(|it| it == "ttf")).max();
/// # let bytes = std::fs::read(font.expect("make assets"))?;
///
/// let fonts = Fonts::new([bytes])?;
/// let mut table = Table {
///     caption: "Menschen".to_owned(),
///     columns: vec![Column::words("Quartier"), Column::numbers("Anzahl")],
///     row_headings: true,
///     rows: vec![Row { cells: vec!["Hafen".into(), "5.120".into()], total: false }],
///     notes: Vec::new(),
/// };
/// let paper = |table: &Table| Paper {
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
///     blocks: vec![Block::Table(table.clone())],
/// };
/// assert!(docx(&paper(&table), &fonts)?.starts_with(b"PK"));
///
/// table.rows[0].cells.pop();
/// let ragged =
///     PaperError::RaggedRow { caption: "Menschen".to_owned(), row: 0, cells: 1, columns: 2 };
/// assert_eq!(docx(&paper(&table), &fonts), Err(ragged));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn docx(paper: &Paper, fonts: &Fonts) -> Result<Vec<u8>, PaperError> {
    paper.check()?;
    let body = body::write(paper, fonts)?;
    package::pack(paper, &body)
}
