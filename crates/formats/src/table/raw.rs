use super::encoding::TextEncoding;
use super::number::NumberStyle;

/// A table as it stands in its file: a header and rows of texts, each with its line.
///
/// All texts stand in one buffer: a cell costs its bytes and four more.
#[derive(Clone, Debug, PartialEq)]
pub struct RawTable {
    pub(crate) file: String,
    pub(crate) header: Vec<String>,
    pub(crate) text: String,
    pub(crate) ends: Vec<u32>,
    pub(crate) lines: Vec<u32>,
    pub(crate) refused: u64,
    pub(crate) passed: u64,
    pub(crate) reading: Reading,
}

/// How a file was read, as recognised or as wished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// How its bytes stand for letters; `None` for a sheet.
    pub encoding: Option<TextEncoding>,
    /// The sign between fields; `None` for a sheet.
    pub delimiter: Option<char>,
    /// The sheet, if the file has sheets.
    pub sheet: Option<String>,
    /// How it writes its numbers.
    pub numbers: NumberStyle,
}

impl RawTable {
    /// The name of the file, with the member of an archive behind `!`.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The names of the columns.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// How the file was read.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The position of the column with this name, the first is 0.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|it| it == name)
    }

    /// How many rows could be read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether no row could be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many rows an error kept out.
    #[must_use]
    pub fn refused(&self) -> u64 {
        self.refused
    }

    /// How many rows were read and not kept, because whoever reads does not need them.
    #[must_use]
    pub fn passed(&self) -> u64 {
        self.passed
    }

    /// The row at this position, the first is 0.
    #[must_use]
    pub fn row(&self, at: usize) -> Option<Row<'_>> {
        (at < self.lines.len()).then_some(Row { table: self, at })
    }

    /// The rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.lines.len()).map(|at| Row { table: self, at })
    }

    /// Takes the fields that were written behind the last row as one more row.
    pub(crate) fn close_row(&mut self, line: u64) {
        self.lines.push(u32::try_from(line).unwrap_or(u32::MAX));
    }

    /// Drops the last row, which is not needed.
    pub(crate) fn pass(&mut self) {
        self.lines.pop();
        self.drop_open();
        self.passed += 1;
    }

    /// Drops the fields that were written behind the last row.
    pub(crate) fn drop_open(&mut self) {
        let kept = self.lines.len() * self.header.len();
        self.ends.truncate(kept);
        self.text.truncate(self.ends.last().map_or(0, |end| *end as usize));
    }

    pub(crate) fn push_field(&mut self, field: &str) {
        self.text.push_str(field);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// How many fields were written behind the last row.
    pub(crate) fn open_fields(&self) -> usize {
        self.ends.len() - self.lines.len() * self.header.len()
    }
}

/// One row of a [`RawTable`].
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: &'a RawTable,
    at: usize,
}

impl<'a> Row<'a> {
    /// Its line in the file, the first is 1; of a sheet its row.
    #[must_use]
    pub fn line(self) -> u64 {
        u64::from(self.table.lines[self.at])
    }

    /// The text of the field at this position, the first is 0; empty beyond the last.
    #[must_use]
    pub fn field(self, column: usize) -> &'a str {
        let width = self.table.header.len();
        if column >= width {
            return "";
        }
        let field = self.at * width + column;
        let start = field.checked_sub(1).map_or(0, |before| self.table.ends[before]);
        &self.table.text[start as usize..self.table.ends[field] as usize]
    }

    /// Its fields.
    pub fn fields(self) -> impl Iterator<Item = &'a str> {
        (0..self.table.header.len()).map(move |column| self.field(column))
    }

    /// Its fields with a sign between them, for the eyes of who delivered it.
    #[must_use]
    pub fn excerpt(self) -> String {
        let delimiter = self.table.reading.delimiter.unwrap_or(';');
        let mut line = String::new();
        for (at, field) in self.fields().enumerate() {
            if line.len() > 200 {
                break;
            }
            if at > 0 {
                line.push(delimiter);
            }
            line.push_str(field);
        }
        line
    }
}
