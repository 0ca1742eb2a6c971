use thiserror::Error;

/// Why a paper could not be made.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum PaperError {
    /// It has no title.
    #[error("the paper has no title: give it one that says what it is about")]
    NoTitle,
    /// The code of its language is none.
    #[error("{code:?} is no language: write a code of two or three letters, like de")]
    Language {
        /// What stands in its place.
        code: String,
    },
    /// Its day is not in the calendar.
    #[error("{year}-{month}-{day} is no day")]
    NoSuchDay {
        /// The year.
        year: u16,
        /// The month.
        month: u8,
        /// The day.
        day: u8,
    },
    /// A heading stands deeper than one level below the one before.
    #[error("the heading {text:?} skips a level: it stands below one that is missing")]
    SkippedHeading {
        /// Its words.
        text: String,
    },
    /// A heading is empty.
    #[error("block {block} is a heading without words")]
    EmptyHeading {
        /// Its place among the blocks, from 0.
        block: usize,
    },
    /// A picture says nothing to who does not see it.
    #[error("the picture in block {block} has no alternative text: say what is to be seen in it")]
    NoAlternative {
        /// Its place among the blocks, from 0.
        block: usize,
    },
    /// A small drawing within a line says nothing to who does not see it.
    #[error("a drawing within a line has no alternative text: say what is to be seen in it")]
    NoWords,
    /// A picture cannot be drawn.
    #[error("the picture in block {block} cannot be drawn: {cause}")]
    Picture {
        /// Its place among the blocks, from 0.
        block: usize,
        /// What the reader of SVG said.
        cause: String,
    },
    /// A table has no columns.
    #[error("the table {caption:?} has no columns")]
    NoColumns {
        /// What the table is called.
        caption: String,
    },
    /// A row has another number of cells than the table has columns.
    #[error("the table {caption:?} has {columns} columns, and its row {row} has {cells} cells")]
    RaggedRow {
        /// What the table is called.
        caption: String,
        /// Number of the row, from 0.
        row: usize,
        /// So many cells it has.
        cells: usize,
        /// So many it should have.
        columns: usize,
    },
    /// A link leads to something that is no web address.
    #[error("{href:?} is no whole web address: a paper links only https:// and http://")]
    Link {
        /// The address.
        href: String,
    },
    /// Bytes that were given as a font are none.
    #[error("font {position} cannot be read")]
    Font {
        /// Its place among the fonts, from 0.
        position: usize,
    },
    /// There is no font to write with.
    #[error("there is no font to write with")]
    NoFont,
    /// The typesetter refused; a fault of this crate.
    #[error("the paper could not be set: {cause}")]
    Typesetting {
        /// What it said.
        cause: String,
    },
    /// The file could not be put together; a fault of this crate.
    #[error("the file could not be written: {cause}")]
    File {
        /// What the writer said.
        cause: String,
    },
}
