//! Tables of papers, and how much room their columns need.

use serde::Serialize;

use super::model::Text;

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
    /// How wide the columns are, in thousandths of the width, where so many characters have room. No word is broken while there is room for
    /// all longest words side by side; what is left over goes to those that have more to say.
    pub(super) fn widths(&self, room: usize) -> Vec<u32> {
        let (least, wished): (Vec<usize>, Vec<usize>) =
            self.columns.iter().enumerate().map(|it| self.needs(it)).unzip();
        let taken: usize = least.iter().sum();
        let more: Vec<usize> =
            wished.iter().zip(&least).map(|(a, b)| a.saturating_sub(*b)).collect();
        let asked: usize = more.iter().sum();
        let left = room.saturating_sub(taken);
        let wide = |(least, more): (&usize, &usize)| match asked {
            0 => 1000 * least,
            _ => 1000 * least + 1000 * more * left / asked,
        };
        let wide: Vec<usize> = least.iter().zip(&more).map(wide).collect();
        let all = wide.iter().sum::<usize>().max(1);
        wide.into_iter().map(|it| u32::try_from(1000 * it / all).unwrap_or(1)).collect()
    }

    /// Whether it stands on one page: a table of a few lines that is broken is hard to read.
    pub(super) fn is_small(&self) -> bool {
        let said: usize = self.rows.iter().map(Row::length).sum();
        self.rows.len() <= 12 && said <= SMALL_TABLE
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

/// See [`Paper::room`].
pub(super) const ROOM: usize = 88;

/// See [`Paper::room`].
pub(super) const ROOM_OF_A_TURNED_PAGE: usize = 134;

/// A table with so many characters and few rows has room on a page, whatever its columns are.
const SMALL_TABLE: usize = 600;

/// The same of one row.
const SMALL_ROW: usize = 400;

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

impl Row {
    fn length(&self) -> usize {
        self.cells.iter().map(|it| it.plain().chars().count()).sum()
    }

    /// Whether it stands on one page.
    pub(super) fn is_small(&self) -> bool {
        self.length() <= SMALL_ROW
    }
}
