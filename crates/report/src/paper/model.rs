use serde::Serialize;

use super::table::{ROOM, ROOM_OF_A_TURNED_PAGE, Table};

/// A document.
///
/// # Examples
///
/// ```
/// use ankunft_report::paper::{Block, Day, Level, PageWords, Paper};
///
/// let paper = Paper {
///     title: "Hafen".to_owned(),
///     subtitle: "Quartiersprofil".to_owned(),
///     mark: None,
///     language: "de".to_owned(),
///     author: "Stadt Musterstadt".to_owned(),
///     date: Day { year: 2026, month: 11, day: 26 },
///     date_words: "26. November 2026".to_owned(),
///     keywords: vec!["Ankunftsquartier".to_owned()],
///     foot: String::new(),
///     landscape: false,
///     page_words: PageWords { page: "Seite".to_owned(), of: "von".to_owned() },
///     blocks: vec![
///         Block::heading(Level::One, "Kennzahlen"),
///         Block::paragraph("44,6 % der Menschen haben keinen deutschen Pass."),
///     ],
/// };
/// assert_eq!(paper.blocks.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Paper {
    /// The title; it stands above all and in the file's properties.
    pub title: String,
    /// What kind of paper this is; may be empty.
    pub subtitle: String,
    /// What stands at the head of every page ("nur intern"), if anything.
    pub mark: Option<String>,
    /// The language as a code of two or three letters: `de`.
    pub language: String,
    /// Who issues it.
    pub author: String,
    /// Its day.
    pub date: Day,
    /// The same in words.
    pub date_words: String,
    /// By which words it is found.
    pub keywords: Vec<String>,
    /// What stands at the foot of every page beside the title: where references of the paper are
    /// looked up. May be empty.
    pub foot: String,
    /// Whether its pages lie on their side: for tables that are wide.
    pub landscape: bool,
    /// What stands around page numbers.
    pub page_words: PageWords,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
}

impl Paper {
    /// Whether the caption of the table at this place says more than the heading that it stands under.
    pub(super) fn says_caption(&self, at: usize) -> bool {
        let Some(Block::Table(table)) = self.blocks.get(at) else { return true };
        let above = self.blocks[..at].iter().rev().find_map(|it| match it {
            Block::Heading { text, .. } => Some(text),
            _ => None,
        });
        above != Some(&table.caption)
    }

    /// So many characters stand side by side in a table as wide as the text.
    pub(super) const fn room(&self) -> usize {
        if self.landscape { ROOM_OF_A_TURNED_PAGE } else { ROOM }
    }
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct Day {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, 1 to 31.
    pub day: u8,
}

/// The words of page numbers: `Seite` 2 `von` 7.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct PageWords {
    /// Before the number.
    pub page: String,
    /// Before how many there are.
    pub of: String,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A heading; it is a bookmark too.
    Heading {
        /// How deep it stands. No level is skipped on the way down.
        level: Level,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: Text,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        numbered: bool,
        /// Its items.
        items: Vec<Text>,
    },
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// The figures that matter most, side by side.
    KeyFigures {
        /// The figures.
        figures: Vec<KeyFigure>,
    },
    /// Something to heed, in a box.
    Note(Note),
    /// Where everything comes from, in small print.
    Sources {
        /// One line each.
        lines: Vec<Text>,
    },
    /// What follows begins on a new page.
    PageBreak,
}

impl Block {
    /// A heading.
    pub fn heading(level: Level, text: impl Into<String>) -> Self {
        Self::Heading { level, text: text.into() }
    }

    /// A paragraph.
    pub fn paragraph(text: impl Into<Text>) -> Self {
        Self::Paragraph { text: text.into() }
    }
}

/// The level of a heading below the title.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(into = "u8")]
pub enum Level {
    /// A section.
    One,
    /// A part of a section.
    Two,
    /// A part of that.
    Three,
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        match level {
            Level::One => 1,
            Level::Two => 2,
            Level::Three => 3,
        }
    }
}

/// A line of text with its emphasis and links.
///
/// # Examples
///
/// ```
/// use ankunft_report::paper::Text;
///
/// let text = Text::from("Der Anteil beträgt ").strong("44,6 %").link(" (7K3Q)", "https://ankunft.example/f/7K3Q");
/// assert_eq!(text.spans().len(), 3);
/// assert_eq!(text.plain(), "Der Anteil beträgt 44,6 % (7K3Q)");
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Text(Vec<Span>);

/// A run of text that looks alike.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Span {
    /// As it is.
    Plain {
        /// The words.
        text: String,
    },
    /// Emphasised.
    Strong {
        /// The words.
        text: String,
    },
    /// Leads somewhere.
    Link {
        /// The words.
        text: String,
        /// A whole address: a paper has no page that a path could begin at.
        href: String,
    },
    /// A small figure of this crate: a trend or a map in a row of a table.
    Drawing {
        /// The figure as its `draw` gave it.
        svg: String,
        /// Its height in points.
        height_pt: u8,
        /// What is to be seen, for who does not see it.
        alt: String,
    },
}

impl Text {
    /// Adds words.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Plain { text: text.into() });
        self
    }

    /// Adds emphasised words.
    #[must_use]
    pub fn strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Strong { text: text.into() });
        self
    }

    /// Adds words that lead to an address.
    #[must_use]
    pub fn link(mut self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.0.push(Span::Link { text: text.into(), href: href.into() });
        self
    }

    /// Adds a small figure, so many points high.
    #[must_use]
    pub fn drawing(
        mut self,
        svg: impl Into<String>,
        height_pt: u8,
        alt: impl Into<String>,
    ) -> Self {
        self.0.push(Span::Drawing { svg: svg.into(), height_pt, alt: alt.into() });
        self
    }

    /// Its runs.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    pub(super) fn has_drawing(&self) -> bool {
        self.0.iter().any(|it| matches!(it, Span::Drawing { .. }))
    }

    /// Its words alone.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(Span::text).collect()
    }
}

impl Span {
    /// Its words; a drawing has none.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Plain { text } | Self::Strong { text } | Self::Link { text, .. } => text,
            Self::Drawing { .. } => "",
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::default().and(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::default().and(text)
    }
}

/// A figure of this crate, set into a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Picture {
    /// The figure as its `draw` gave it.
    pub svg: String,
    /// What is to be seen, for who does not see it.
    pub alt: String,
    /// What stands below it.
    pub caption: Text,
    /// Fields and their words, for a map.
    pub legend: Vec<LegendItem>,
    /// How much of the width it takes, in percent: 20 to 100.
    pub width_percent: u8,
    /// What stands beside it, if it leaves room: paragraphs, the first of them strong.
    pub beside: Vec<Text>,
}

/// One field of a legend.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct LegendItem {
    /// The field, of [`crate::swatch`] with the id of the map.
    pub svg: String,
    /// Its words.
    pub text: String,
}

/// A figure that matters.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct KeyFigure {
    /// What it is.
    pub name: String,
    /// The number with its unit, or why there is none.
    pub value: Text,
    /// What it is compared with, from when it is, how many people stand behind it.
    pub notes: Vec<Text>,
}

/// Something to heed.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Note {
    /// Its heading, which is no bookmark; may be empty.
    pub title: String,
    /// Its paragraphs.
    pub text: Vec<Text>,
}
