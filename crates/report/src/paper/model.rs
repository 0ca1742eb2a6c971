use serde::Serialize;

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
    /// What stands around page numbers.
    pub page_words: PageWords,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
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

    fn has_drawing(&self) -> bool {
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

/// A table with one row of column headings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// What it is called; it stands above.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Whether the first cell of each row names the row.
    pub row_headings: bool,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Row>,
    /// What stands below it in small print.
    pub notes: Vec<Text>,
}

impl Table {
    /// How wide the columns are, in thousandths of the width. No word is broken while there is room for
    /// all longest words side by side; what is left over goes to those that have more to say.
    pub(super) fn widths(&self) -> Vec<u32> {
        let (least, wished): (Vec<usize>, Vec<usize>) =
            self.columns.iter().enumerate().map(|it| self.needs(it)).unzip();
        let taken: usize = least.iter().sum();
        let more: Vec<usize> =
            wished.iter().zip(&least).map(|(a, b)| a.saturating_sub(*b)).collect();
        let asked: usize = more.iter().sum();
        let left = ROOM.saturating_sub(taken);
        let wide = |(least, more): (&usize, &usize)| match asked {
            0 => 1000 * least,
            _ => 1000 * least + 1000 * more * left / asked,
        };
        let wide: Vec<usize> = least.iter().zip(&more).map(wide).collect();
        let all = wide.iter().sum::<usize>().max(1);
        wide.into_iter().map(|it| u32::try_from(1000 * it / all).unwrap_or(1)).collect()
    }

    /// What a column needs, so that no word of it is broken, and so that no name is.
    fn needs(&self, (at, column): (usize, &Column)) -> (usize, usize) {
        let length = |text: &str| text.chars().count();
        let word = |text: &str| text.split([' ', '-', '\n']).map(length).max().unwrap_or(0);
        let of = |it: &Text| match (it.has_drawing(), column.align, it.plain()) {
            (true, ..) => (DRAWN, DRAWN),
            (_, Align::Start, it) => (word(&it), length(&it).min(LONG_NAME).max(word(&it))),
            (_, Align::End, it) => (length(&it), length(&it)),
        };
        let title = (word(&column.title), word(&column.title));
        let cells = self.rows.iter().filter_map(|row| row.cells.get(at)).map(of).chain([title]);
        let (least, wished) = cells.fold((0, 0), |a, b| (a.0.max(b.0), a.1.max(b.1)));
        (least.clamp(4, 40) + EDGES, wished.clamp(4, 40) + EDGES)
    }
}

/// So many characters stand side by side in a table as wide as the text.
const ROOM: usize = 88;

/// The edges of a cell take the room of so many characters.
const EDGES: usize = 2;

/// From so many characters on a name may be broken into lines.
const LONG_NAME: usize = 26;

/// A drawing takes the room of so many characters.
const DRAWN: usize = 14;

/// A column of a table.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Where its cells are set.
    pub align: Align,
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::Start }
    }

    /// A column of numbers.
    pub fn numbers(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::End }
    }
}

/// Where cells are set.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Words: where a line begins.
    Start,
    /// Numbers: where it ends.
    End,
}

/// A row of a table.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Text>,
    /// Whether it sums up the others.
    pub total: bool,
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
