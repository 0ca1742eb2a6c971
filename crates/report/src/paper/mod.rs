//! Papers: a document as blocks, rendered as PDF/UA and as DOCX.
//!
//! A [`Paper`] says what stands in a document, in the reader's words and in reading order; how it
//! looks is decided here, alike for every paper. It knows nothing of figures: numbers come as
//! text, in the reader's language, with "nicht gezeigt" where something is withheld.
//!
//! | wanted | use |
//! |---|---|
//! | a file to read, print and keep: PDF/UA-1, tagged, with bookmarks | [`pdf`] |
//! | one file for an archive, with other files in it: PDF/A-3a and PDF/UA-1 | [`archive`] |
//! | a file in which people write on: Word, LibreOffice | [`docx`] |
//!
//! # What every paper keeps
//!
//! - The same paper gives the same bytes: no clock, no chance, no counter that lives on.
//! - Text is data. It is never read as markup, whatever signs it holds.
//! - A picture without alternative text, a skipped heading, a row that is too short are refused
//!   with a [`PaperError`], in both formats alike.
//! - No file, no network: fonts come as bytes ([`Fonts`]).
//!
//! # Accuracy
//!
//! A sign that no font has is printed as `\u{fffd}` or `?`, because PDF/UA allows no empty
//! boxes. Combining marks without a glyph are left out.

mod check;
mod docx;
mod drawn;
mod error;
mod fonts;
mod legible;
mod model;
mod pdf;
mod table;
pub mod template;

pub use docx::docx;
pub use error::PaperError;
pub use fonts::Fonts;
pub use model::{
    Block, Day, KeyFigure, LegendItem, Level, Note, PageWords, Paper, Picture, Span, Text,
};
pub use pdf::{Attached, archive, pdf};
pub use table::{Align, Column, Row, Table};
