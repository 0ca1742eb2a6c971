//! The file of a paper.

use std::sync::LazyLock;

use ankunft_platform::assets;
use ankunft_report::paper::{self, Attached, Fonts, Paper, PaperError};

/// As what a paper is given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// To read, print and keep.
    Pdf,
    /// To write on.
    Docx,
}

/// The fonts that the web build made.
static FONTS: LazyLock<Result<Fonts, PaperError>> = LazyLock::new(|| Fonts::new(assets::fonts()));

/// A paper with files in it, to be kept for ever. It takes the processor for a while too.
///
/// # Errors
///
/// - [`PaperError`] says what of the paper cannot be kept.
pub fn archive(paper: &Paper, files: &[Attached]) -> Result<Vec<u8>, PaperError> {
    paper::archive(paper, FONTS.as_ref().map_err(Clone::clone)?, files)
}

impl Format {
    /// Its name, which is the ending of its files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// The format of a name; none if there is no such format.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Pdf, Self::Docx].into_iter().find(|it| it.code().eq_ignore_ascii_case(code))
    }

    /// What answers call it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }

    /// The file of a paper. It takes the processor for a while: not for the threads that answer.
    ///
    /// # Errors
    ///
    /// - [`PaperError`] says what of the paper cannot be printed.
    pub fn file(self, paper: &Paper) -> Result<Vec<u8>, PaperError> {
        let fonts = FONTS.as_ref().map_err(Clone::clone)?;
        match self {
            Self::Pdf => paper::pdf(paper, fonts),
            Self::Docx => paper::docx(paper, fonts),
        }
    }
}
