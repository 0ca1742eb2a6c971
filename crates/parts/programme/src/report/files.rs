//! The report as a workbook: a sheet a section.

use ankunft_atlas::papers::sheet;
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
    let sheets: Vec<Sheet> =
        sections(t, it).iter().map(|(title, table)| sheet(title, table)).collect();
    workbook(&t.get("programmbericht-titel"), made, &sheets)
}
