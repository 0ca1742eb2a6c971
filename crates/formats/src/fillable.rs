//! Workbooks (XLSX) that people fill: notes beside the heads, lists to choose from, and checks while
//! somebody types. What is filled is read like any other table ([`crate::table`]).

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, Formula, Note, Workbook, Worksheet, XlsxError,
};

use crate::workbook::{DAY_FORMAT, Entry, WorkbookError, ZIP_LEVEL, excel_day};

/// What may stand in the cells of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// Anything.
    Any,
    /// One of the texts of a column of another sheet: its name, and its column, the first is 0. Other
    /// texts are warned of.
    Listed(String, u16),
    /// One of these few texts.
    OneOf(Vec<String>),
}

/// A column that people fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// How it is filled; shown beside the head.
    pub note: String,
    /// How wide it is, in characters.
    pub width: u16,
    /// What may stand in it.
    pub check: Check,
}

/// A sheet that people fill.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its name, as [`crate::workbook::sheet_name`] makes one.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// What stands there already.
    pub rows: Vec<Vec<Entry>>,
    /// So many rows below the head are checked.
    pub room: u32,
    /// How many columns on the left stay in sight.
    pub frozen_columns: u16,
}

/// The workbook of these sheets; the same for the same sheets.
///
/// # Errors
///
/// - [`WorkbookError`] if a name of a sheet is no name.
///
/// # Examples
///
/// ```
/// use ankunft_formats::fillable::{Check, Column, Sheet, fillable};
/// use ankunft_formats::table::{ReadOptions, read};
/// use ankunft_formats::workbook::Entry;
///
/// let column = Column {
///     title: "Zustand".to_owned(),
///     note: "Warum eine Zahl da steht oder nicht".to_owned(),
///     width: 16,
///     check: Check::OneOf(vec!["Wert".to_owned(), "fehlt".to_owned()]),
/// };
/// let rows = vec![vec![Entry::Text("fehlt".to_owned())]];
/// let (name, columns) = ("Werte".to_owned(), vec![column]);
/// let sheet = Sheet { name, columns, rows, room: 100, frozen_columns: 0 };
/// let bytes = fillable("Vorlage", &[sheet]).unwrap();
/// let (table, _) = read(&bytes, "vorlage.xlsx", &ReadOptions::default()).unwrap();
/// assert_eq!(table.header(), ["Zustand"]);
/// ```
pub fn fillable(title: &str, sheets: &[Sheet]) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    book.set_zip_compression_level(ZIP_LEVEL);
    let made = rust_xlsxwriter::ExcelDateTime::from_ymd(2000, 1, 1)?;
    let about = rust_xlsxwriter::DocProperties::new().set_title(title);
    book.set_properties(&about.set_creation_datetime(&made));
    for sheet in sheets {
        write(book.add_worksheet(), sheet)?;
    }
    Ok(book.save_to_buffer()?)
}

fn write(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap();
    // Keys like 0103 are texts: without this a program makes a number of what somebody types.
    let text = Format::new().set_text_wrap().set_num_format("@");
    let day = Format::new().set_num_format_index(DAY_FORMAT);
    page.set_name(&sheet.name)?;
    for (at, column) in (0..).zip(&sheet.columns) {
        page.write_string_with_format(0, at, &column.title, &bold)?;
        page.set_column_width(at, f64::from(column.width))?;
        if !column.note.is_empty() {
            page.insert_note(0, at, &Note::new(column.note.as_str()))?;
        }
        if is_words(sheet, usize::from(at)) {
            page.set_column_format(at, &text)?;
        }
        if let Some(check) = validation(&column.check)? {
            page.add_data_validation(1, at, sheet.room.max(1), at, &check)?;
        }
    }
    let words: Vec<bool> = (0..sheet.columns.len()).map(|at| is_words(sheet, at)).collect();
    for (row, entries) in (1..).zip(&sheet.rows) {
        for (column, entry) in (0..).zip(entries) {
            match entry {
                Entry::Number(number) => _ = page.write_number(row, column, *number)?,
                // What its column looks like is looked up once, and not for each of thousands of cells.
                Entry::Text(it) if words.get(usize::from(column)) == Some(&true) => {
                    page.write_string(row, column, it)?;
                }
                Entry::Text(it) => _ = page.write_string_with_format(row, column, it, &text)?,
                Entry::Day(it) => {
                    page.write_datetime_with_format(row, column, excel_day(*it)?, &day)?;
                }
                Entry::Empty => {}
            }
        }
    }
    page.set_freeze_panes(1, sheet.frozen_columns)?;
    Ok(())
}

/// Whether a column has texts and nothing else.
fn is_words(sheet: &Sheet, column: usize) -> bool {
    let entries = sheet.rows.iter().filter_map(|it| it.get(column));
    let mut said = entries.filter(|it| **it != Entry::Empty).peekable();
    said.peek().is_some() && said.all(|it| matches!(it, Entry::Text(_)))
}

fn validation(check: &Check) -> Result<Option<DataValidation>, XlsxError> {
    let list = match check {
        Check::Any => return Ok(None),
        Check::OneOf(texts) => DataValidation::new().allow_list_strings(texts)?,
        Check::Listed(sheet, column) => {
            let letter = char::from(b'A' + u8::try_from(*column).unwrap_or(25).min(25));
            let range = format!("='{sheet}'!${letter}$2:${letter}$2000");
            DataValidation::new().allow_list_formula(Formula::new(range))
        }
    };
    Ok(Some(list.ignore_blank(true).set_error_style(DataValidationErrorStyle::Warning)))
}
