//! What the macros of `components.html` print, one struct for each component.
//!
//! Texts arrive in the reader's language and numbers formatted; a macro only prints. Each
//! component's examples stand in [`gallery`](super::gallery).

mod figures;
mod forms;

pub use figures::{
    Column, Excerpt, Hint, HintKind, KeyFigure, Picture, Remember, Row, RowCell, Table,
};
pub use forms::{Button, Choice, Choices, Field, Problems, Select, Upload};

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

impl Link {
    /// A link.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into() }
    }
}

/// How a notice is meant. Never a verdict on a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Good to know.
    Info,
    /// Something was done.
    Success,
    /// Attention.
    Warning,
    /// Something failed.
    Danger,
}

impl Kind {
    /// The modifier of its class: `info`, `success`, `warning`, `danger`.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    /// The id of the word that says it without colour.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Info => "art-info",
            Self::Success => "art-erfolg",
            Self::Warning => "art-warnung",
            Self::Danger => "art-fehler",
        }
    }
}

/// A notice within a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub kind: Kind,
    /// Its first words.
    pub title: String,
    /// The rest.
    pub text: String,
}

/// One of several views of a page, chosen by a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// What it shows.
    pub label: String,
    /// Its address.
    pub href: String,
    /// Whether it is open.
    pub current: bool,
}

/// The way through a list in pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    /// Where the reader is: `21 bis 40 von 542`.
    pub position: String,
    /// The piece before.
    pub previous: Option<Link>,
    /// The piece after.
    pub next: Option<Link>,
}

/// A term and what it is; of a definition list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The term.
    pub term: String,
    /// What it is.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
    /// The language of what it is, if another than the page's.
    pub lang: Option<&'static str>,
}

impl Pair {
    /// A pair without link.
    pub fn new(term: impl Into<String>, text: impl Into<String>) -> Self {
        Self { term: term.into(), text: text.into(), href: None, lang: None }
    }

    /// The same pair, whose text is in this language.
    #[must_use]
    pub fn lang(self, lang: Option<&'static str>) -> Self {
        Self { lang, ..self }
    }
}

/// How far a long work is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The element's id.
    pub id: String,
    /// What is being done.
    pub label: String,
    /// Steps done.
    pub done: u64,
    /// Steps in all; zero while unknown.
    pub total: u64,
    /// Where `jobs.js` listens for progress.
    pub events: Option<String>,
}

/// What stands where nothing is yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Empty {
    /// What belongs here.
    pub text: String,
    /// The first step.
    pub step: Option<Link>,
}
