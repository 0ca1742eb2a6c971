//! Workbooks (XLSX) that people bring back: all sheets, each cell with its place and its kind, texts
//! to the letter, and what cannot be trusted about a cell.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Reader, Xlsx};
use jiff::civil::Date;

use super::{Collector, ReadOptions, archive};
use crate::Finding;

/// A workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// Its sheets in their order.
    pub sheets: Vec<Page>,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Its name.
    pub name: String,
    /// Its cells with something in them, row by row, each row from left to right.
    pub cells: Vec<Cell>,
    /// Cells that were made one: first and last row, first and last column, each from 1.
    pub merged: Vec<[u32; 4]>,
}

/// A cell with something in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its row, the first is 1.
    pub row: u32,
    /// Its column, the first is 1.
    pub column: u32,
    /// What stands in it.
    pub value: Value,
    /// Whether a formula gave it; then it is as the program that saved the file computed it.
    pub is_computed: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, to the letter.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
    /// Yes or no.
    Truth(bool),
    /// What a formula failed with, or what is no day of any calendar.
    Failed(String),
    /// A formula that nobody has computed.
    Uncomputed,
}

/// How a place in a sheet is called: `E14`.
///
/// ```
/// use ankunft_formats::table::book::place;
///
/// assert_eq!((place(1, 1), place(14, 27), place(2, 703)), ("A1".into(), "AA14".into(), "AAA2".into()));
/// ```
#[must_use]
pub fn place(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    format!("{}{row}", letters.into_iter().collect::<String>())
}

/// Reads a workbook: XLSX, told by its bytes and never by its name.
///
/// The limits hold for all sheets together. Nothing in it is computed, and nothing runs.
///
/// # Errors
///
/// Why it is no workbook, or which limit it breaks.
pub fn read(bytes: &[u8], file_name: &str, options: &ReadOptions) -> Result<Book, Vec<Finding>> {
    let mut findings = Collector::new(file_name, options.limits.findings_of_a_kind);
    if bytes.len() as u64 > options.limits.bytes {
        let limit = options.limits.bytes >> 20;
        findings.push(findings.error("file-too-large").arg("limit", limit));
        return Err(findings.finish());
    }
    let opened = archive::open(bytes, file_name, options, &mut findings);
    let content = match opened {
        Some(archive::Content::Workbook(bytes, archive::Workbook::Xlsx, _)) => bytes,
        Some(_) => {
            findings.push(findings.error("no-workbook"));
            return Err(findings.finish());
        }
        None => return Err(findings.finish()),
    };
    // The reader of workbooks is not ours, so a panic in it is taken for a broken file.
    let book = catch_unwind(AssertUnwindSafe(|| sheets(&content, options)));
    book.unwrap_or(Err("workbook-broken")).map_err(|code| {
        findings.push(findings.error(code).arg("limit", options.limits.sheet_cells));
        findings.finish()
    })
}

fn sheets(bytes: &[u8], options: &ReadOptions) -> Result<Book, &'static str> {
    let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    let mut left = options.limits.sheet_cells;
    let mut book = Book::default();
    for name in xlsx.sheet_names() {
        let merged = xlsx.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merged = merged.iter().map(|it| {
            let ((top, first), (bottom, last)) = (it.start, it.end);
            [top, bottom, first, last].map(|it| it.saturating_add(1))
        });
        let mut page = Page { name: name.clone(), merged: merged.collect(), ..Page::default() };
        // A sheet of charts has no cells.
        let Ok(mut cells) = xlsx.worksheet_cells_reader(&name) else {
            book.sheets.push(page);
            continue;
        };
        while let Some(it) = cells.next_cell_with_formula_metadata().map_err(|_| BROKEN)? {
            let value = value_of(it.value, it.formula.is_some());
            let Some(value) = value else { continue };
            left = left.checked_sub(1).ok_or("sheet-too-large")?;
            if matches!(&value, Value::Text(it) if it.len() > 4 * options.limits.cell_bytes) {
                return Err("workbook-too-large");
            }
            let (row, column) = (it.pos.0.saturating_add(1), it.pos.1.saturating_add(1));
            page.cells.push(Cell { row, column, value, is_computed: it.formula.is_some() });
        }
        page.cells.sort_by_key(|it| (it.row, it.column));
        book.sheets.push(page);
    }
    Ok(book)
}

const BROKEN: &str = "workbook-broken";

/// What stands in a cell; nothing if that is only how it looks.
fn value_of(value: DataRef<'_>, is_formula: bool) -> Option<Value> {
    let value = match value {
        DataRef::SharedString(text) => Value::Text(text.to_owned()),
        other => match Data::from(other) {
            Data::Empty => Value::Text(String::new()),
            Data::Int(number) => Value::Number(number as f64),
            Data::Float(number) => Value::Number(number),
            Data::Bool(it) => Value::Truth(it),
            Data::DateTime(it) => {
                let (year, month, day, ..) = it.to_ymd_hms_milli();
                let small = |it: u8| i8::try_from(it).unwrap_or_default();
                let year = i16::try_from(year).unwrap_or_default();
                let day = Date::new(year, small(month), small(day));
                day.map_or_else(|_| Value::Failed(it.as_f64().to_string()), Value::Day)
            }
            Data::DateTimeIso(text) => {
                let day = text.split('T').next().and_then(|it| it.parse().ok());
                day.map_or(Value::Text(text), Value::Day)
            }
            Data::String(text) | Data::DurationIso(text) => Value::Text(text),
            Data::Error(error) => Value::Failed(error.to_string()),
        },
    };
    match value {
        Value::Text(text) if text.is_empty() => is_formula.then_some(Value::Uncomputed),
        it => Some(it),
    }
}
