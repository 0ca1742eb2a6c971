//! The same as a workbook: a sheet a section.

use ankunft_atlas::papers::sheet;
use ankunft_formats::workbook::{WorkbookError, workbook};
use ankunft_platform::languages::Texts;
use jiff::Timestamp;
use jiff::civil::Date;

use super::pages::sections;
use super::view::View;

/// The workbook of a quarter of this name.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn book(
    t: &Texts,
    (name, made): (&str, Timestamp),
    view: &View,
    today: Date,
) -> Result<Vec<u8>, WorkbookError> {
    let sheets = sections(t, None, view, today).map(|(title, table, _)| sheet(&title, &table));
    workbook(name, made, &sheets)
}
