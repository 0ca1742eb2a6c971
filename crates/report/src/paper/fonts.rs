use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

use resvg::usvg::{self, fontdb};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontVariant, FontWeight};
use typst::utils::LazyHash;

use super::error::PaperError;

/// The fonts that papers are set with. Clones share them.
///
/// The first one is the font of the text; the others help out with weights and scripts that it
/// lacks, in the order given.
///
/// # Examples
///
/// ```
/// use ankunft_report::paper::{Fonts, PaperError};
///
/// assert_eq!(Fonts::new([b"no font".to_vec()]).err(), Some(PaperError::Font { position: 0 }));
/// ```
#[derive(Clone)]
pub struct Fonts(Arc<Inner>);

struct Inner {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    /// The same for pictures that are drawn as dots, with what each font is called there.
    drawing: Arc<fontdb::Database>,
    names: Vec<Option<fontdb::ID>>,
}

impl Fonts {
    /// Reads fonts: TrueType or OpenType, one each.
    ///
    /// # Errors
    ///
    /// - [`PaperError::NoFont`] if there is none.
    /// - [`PaperError::Font`] names one that cannot be read.
    pub fn new(files: impl IntoIterator<Item = Vec<u8>>) -> Result<Self, PaperError> {
        let mut fonts = Vec::new();
        let mut names = Vec::new();
        let mut drawing = fontdb::Database::new();
        for (position, file) in files.into_iter().enumerate() {
            let bytes = Bytes::new(file);
            let font = Font::new(bytes.clone(), 0).ok_or(PaperError::Font { position })?;
            let loaded = drawing.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
            names.push(loaded.first().copied());
            fonts.push(font);
        }
        if fonts.is_empty() {
            return Err(PaperError::NoFont);
        }
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Ok(Self(Arc::new(Inner { fonts, book, drawing: Arc::new(drawing), names })))
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.0.book
    }

    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.0.fonts.get(index).cloned()
    }

    pub(super) fn drawing(&self) -> Arc<fontdb::Database> {
        Arc::clone(&self.0.drawing)
    }

    /// The font of a drawing's text: of its first family that there is, else of ours.
    pub(super) fn for_drawing(&self, wanted: &usvg::Font) -> Option<fontdb::ID> {
        let variant = FontVariant {
            weight: FontWeight::from_number(wanted.weight()),
            ..FontVariant::default()
        };
        let named = wanted.families().iter().filter_map(|it| match it {
            usvg::FontFamily::Named(name) => Some(name.as_str()),
            _ => None,
        });
        let mut families = named.chain(self.families());
        let index = families.find_map(|it| self.0.book.select(&it.to_lowercase(), variant))?;
        self.0.names.get(index).copied().flatten()
    }

    /// The families in their order, each once.
    pub(super) fn families(&self) -> Vec<&str> {
        let mut families: Vec<&str> = Vec::new();
        for font in &self.0.fonts {
            let family = font.info().family.as_str();
            if !families.contains(&family) {
                families.push(family);
            }
        }
        families
    }

    /// Whether one font has all of these signs.
    pub(super) fn has(&self, signs: &[char]) -> bool {
        let covers =
            |font: &Font| signs.iter().all(|sign| font.info().coverage.contains(u32::from(*sign)));
        self.0.fonts.iter().any(covers)
    }
}

impl Debug for Fonts {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Fonts").field(&self.families()).finish()
    }
}
