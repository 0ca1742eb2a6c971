//! The same as a workbook: a sheet a section.

use ankunft_atlas::papers::sheet;
use ankunft_formats::workbook::{WorkbookError, workbook};
use ankunft_platform::languages::Texts;
use ankunft_platform::parts::Chapter;
use jiff::Timestamp;

/// The workbook of a quarter of this name.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn book(
    (t, name, made): (&Texts, &str, Timestamp),
    chapters: &[Chapter],
) -> Result<Vec<u8>, WorkbookError> {
    let tables = chapters.iter().flat_map(|it| &it.sections).map(|it| &it.table);
    let sheets: Vec<_> = tables.map(|it| sheet(t, &it.caption, it)).collect();
    workbook(name, made, &sheets)
}
