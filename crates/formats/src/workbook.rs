//! Workbooks (XLSX) as they are handed out: numbers as numbers, texts as nothing but texts.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::table::computes;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A text. It stays a text, whatever it begins with: no program computes it.
    Text(String),
    /// A finite number.
    Number(f64),
    /// A day; the program that opens it writes it in the way of its reader.
    Day(Date),
    /// Nothing.
    Empty,
}

/// One sheet: a header that stays in sight, and rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its name, as [`sheet_name`] makes one.
    pub name: String,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Entry>>,
    /// How many columns on the left stay in sight.
    pub frozen_columns: u16,
}

/// Why a workbook cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("no workbook: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// Columns are at most so wide, in characters; longer texts are wrapped.
const WIDEST: usize = 60;
const NARROWEST: usize = 8;
/// The format takes 31 characters for the name of a sheet, and 32,767 in a cell.
const LONGEST_NAME: usize = 31;
const LONGEST_TEXT: usize = 32_767;

/// A workbook with a title, which says when its content was made; the same for the same values.
///
/// # Errors
///
/// - [`WorkbookError`] if a name of a sheet is no name, or there are more than 1,048,575 rows or
///   16,384 columns.
///
/// # Examples
///
/// ```
/// use ankunft_formats::workbook::{Entry, Sheet, workbook};
///
/// let row = vec![Entry::Text("=1+1".to_owned()), Entry::Number(12.5)];
/// let sheet = Sheet {
///     name: "Werte".to_owned(),
///     header: vec!["Gebiet".to_owned(), "Wert".to_owned()],
///     rows: vec![row],
///     frozen_columns: 1,
/// };
/// let bytes = workbook("Ein Titel", jiff::Timestamp::UNIX_EPOCH, &[sheet]).unwrap();
/// assert!(bytes.starts_with(b"PK"));
/// ```
///
/// A sheet without a name is none:
///
/// ```
/// use ankunft_formats::workbook::{Sheet, workbook};
///
/// let sheet =
///     Sheet { name: String::new(), header: Vec::new(), rows: Vec::new(), frozen_columns: 0 };
/// assert!(workbook("", jiff::Timestamp::UNIX_EPOCH, &[sheet]).is_err());
/// ```
pub fn workbook(title: &str, made: Timestamp, sheets: &[Sheet]) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    book.set_zip_compression_level(ZIP_LEVEL);
    let day = Offset::UTC.to_datetime(made);
    let at = |number: i8| u8::try_from(number).unwrap_or_default();
    let made = excel_day(day.date())?.and_hms(
        u16::from(at(day.hour())),
        at(day.minute()),
        f64::from(day.second()),
    )?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    for sheet in sheets {
        if sheet.name.is_empty() {
            return Err(XlsxError::SheetnameCannotBeBlank(String::new()).into());
        }
        write(book.add_worksheet(), sheet)?;
    }
    Ok(book.save_to_buffer()?)
}

/// A day as the format counts days.
pub(crate) fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let at = |number: i8| u8::try_from(number).unwrap_or_default();
    let year = u16::try_from(day.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, at(day.month()), at(day.day()))
}

/// A twelfth more bytes than level 6, where compressing was a quarter of what a workbook costs.
pub(crate) const ZIP_LEVEL: u8 = 3;

/// The format of days that each program shows in the way of its reader.
pub(crate) const DAY_FORMAT: u8 = 14;

/// A text as the name of a sheet: at most 31 characters, none of those that the format forbids.
///
/// ```
/// assert_eq!(ankunft_formats::workbook::sheet_name("Ab/zu: [alle]"), "Ab zu alle");
/// ```
#[must_use]
pub fn sheet_name(text: &str) -> String {
    let plain = text.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LONGEST_NAME).collect::<String>().trim_end().to_owned()
}

fn write(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap();
    let wrapped = Format::new().set_text_wrap();
    // Else a person who edits the cell would make a formula of it.
    let quoted = Format::new().set_text_wrap().set_quote_prefix();
    let day = Format::new().set_num_format_index(DAY_FORMAT);
    page.set_name(&sheet.name)?;
    for (column, name) in (0..).zip(&sheet.header) {
        page.write_string_with_format(0, column, cut(name), &bold)?;
        page.set_column_width(column, width(sheet, usize::from(column)) as f64)?;
    }
    for (row, entries) in (1..).zip(&sheet.rows) {
        for (column, entry) in (0..).zip(entries) {
            match entry {
                Entry::Number(number) => _ = page.write_number(row, column, *number)?,
                Entry::Day(it) => {
                    page.write_datetime_with_format(row, column, excel_day(*it)?, &day)?;
                }
                Entry::Text(text) => {
                    let format = if computes(text) { &quoted } else { &wrapped };
                    page.write_string_with_format(row, column, cut(text), format)?;
                }
                Entry::Empty => {}
            }
        }
    }
    page.set_freeze_panes(1, sheet.frozen_columns)?;
    if let (Ok(last), Ok(rows)) =
        (u16::try_from(sheet.header.len()), u32::try_from(sheet.rows.len()))
        && last > 0
    {
        page.autofilter(0, 0, rows, last - 1)?;
    }
    Ok(())
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

fn width(sheet: &Sheet, column: usize) -> usize {
    let entries = sheet.rows.iter().filter_map(|row| row.get(column));
    let widths = entries.map(|entry| match entry {
        Entry::Text(text) => text.chars().count(),
        Entry::Number(number) => number.to_string().len().min(12),
        Entry::Day(_) => 10,
        Entry::Empty => 0,
    });
    let header = sheet.header.get(column).map_or(0, |it| it.chars().count().min(30));
    (widths.max().unwrap_or(0).max(header) + 2).clamp(NARROWEST, WIDEST)
}
