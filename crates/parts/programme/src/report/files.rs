//! The report as a workbook: a sheet a section.

use ankunft_formats::workbook::{Sheet, WorkbookError, workbook};
use ankunft_platform::languages::Texts;
use jiff::Timestamp;

use super::pages::sections;
use super::view::Report;

/// The workbook.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn book(t: &Texts, made: Timestamp, it: &Report) -> Result<Vec<u8>, WorkbookError> {
    let sheets: Vec<Sheet> = sections(t, it).into_iter().map(|it| it.sheet).collect();
    workbook(&t.get("programmbericht-titel"), made, &sheets)
}
