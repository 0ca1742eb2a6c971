//! What a reader reads: texts from Fluent files, numbers and dates as the language writes them.
//!
//! [`Languages`] is loaded once at the start; [`Languages::texts`] gives the [`Texts`] of one
//! language, which pages carry with them and templates ask: `t.get("zum-inhalt")`.
//!
//! A text is looked up by its id in `locales/<language>/*.ftl`. The file does not matter, ids
//! are unique over all files of a language.

mod arg;
mod choice;
mod figures;
mod phrase;
mod pseudo;
mod texts;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use arg::Arg;
pub use choice::{Wishes, remember_language};
pub use phrase::Phrase;
use rust_embed::RustEmbed;
pub use texts::Texts;
use texts::Voice;

#[derive(RustEmbed)]
#[folder = "../../locales"]
struct Files;

/// A language that pages can be read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// German, as in Germany.
    German,
    /// English, as in the United Kingdom.
    English,
    /// English with accents and brackets, for tests: what stands unbracketed on a page does not
    /// come from the language files.
    Pseudo,
}

impl Language {
    /// The languages that a reader may choose, in the order of the language links.
    pub const OFFERED: [Self; 2] = [Self::German, Self::English];

    /// The language of a code as [`code`](Self::code) writes it.
    ///
    /// ```
    /// use ankunft_platform::languages::Language;
    ///
    /// assert_eq!(Language::from_code("en"), Some(Language::English));
    /// assert_eq!(Language::from_code("tlh"), None);
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::German, Self::English, Self::Pseudo].into_iter().find(|it| it.code() == code)
    }

    /// The BCP 47 tag: `de`, `en`, `x-pseudo`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
            Self::Pseudo => "x-pseudo",
        }
    }

    /// The writing direction for the attribute `dir`.
    #[must_use]
    pub fn dir(self) -> &'static str {
        "ltr"
    }

    /// The language's name in itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::German => "Deutsch",
            Self::English => "English",
            Self::Pseudo => "⟦Þŝéûðö⟧",
        }
    }

    /// The folder under `locales/` with this language's files.
    fn folder(self) -> &'static str {
        match self {
            Self::German => "de/",
            Self::English | Self::Pseudo => "en/",
        }
    }
}

/// Why the language files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LanguageError {
    /// A file is not Fluent.
    #[error("locales/{file} is not valid Fluent: {cause}")]
    Syntax {
        /// The path under `locales/`.
        file: String,
        /// What the parser says.
        cause: String,
    },
    /// Two files of a language hold the same id.
    #[error("locales/{file}: {cause}")]
    Twice {
        /// The path under `locales/` of the second.
        file: String,
        /// Which id it is.
        cause: String,
    },
    /// The number and date formats of a language are missing from the program.
    #[error("no number and date formats for {language}")]
    Formats {
        /// The code of the language.
        language: &'static str,
    },
}

/// The texts of all languages. Clones share them.
#[derive(Clone, Debug)]
pub struct Languages(Arc<BTreeMap<Language, Texts>>);

impl Languages {
    /// Reads the language files that were built into the program.
    ///
    /// # Errors
    ///
    /// [`LanguageError`] if a file is not valid Fluent or an id stands twice. A program whose
    /// tests passed does not meet it.
    pub fn load() -> Result<Self, LanguageError> {
        let languages = [Language::German, Language::English, Language::Pseudo];
        let texts =
            languages.into_iter().map(|it| Ok((it, Texts::new(Voice::new(it, sources(it))?))));
        Ok(Self(Arc::new(texts.collect::<Result<_, _>>()?)))
    }

    /// The texts of one language.
    ///
    /// # Panics
    ///
    /// Never: [`Languages::load`] fills in every language.
    #[must_use]
    pub fn texts(&self, language: Language) -> Texts {
        self.0[&language].clone()
    }
}

/// Path and text of each file of a language, in the order of the paths.
fn sources(language: Language) -> Vec<(String, String)> {
    let mut paths: Vec<Cow<'static, str>> = Files::iter()
        .filter(|path| path.starts_with(language.folder()) && path.ends_with(".ftl"))
        .collect();
    paths.sort_unstable();
    let text = |path: &str| {
        let bytes = Files::get(path).map(|file| file.data).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    paths
        .into_iter()
        .map(|path| {
            let source = text(&path);
            let source =
                if language == Language::Pseudo { pseudo::transform(&source) } else { source };
            (path.into_owned(), source)
        })
        .collect()
}

#[cfg(test)]
mod tests;
