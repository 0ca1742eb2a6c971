//! The same as a workbook: a sheet a section.

use ankunft_formats::workbook::{Entry, Sheet, WorkbookError, sheet_name, workbook};
use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::{Row, RowCell};
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
    let cell = |it: &RowCell| match it.text.is_empty() {
        true => Entry::Empty,
        false => Entry::Text(it.text.clone()),
    };
    let row = |it: &Row| std::iter::once(&it.head).chain(&it.cells).map(cell).collect();
    let sheets = sections(t, None, view, today).map(|(title, table, _)| Sheet {
        name: sheet_name(&title),
        header: table.columns.iter().map(|it| it.label.clone()).collect(),
        rows: table.rows.iter().map(row).collect(),
        frozen_columns: 1,
    });
    workbook(name, made, &sheets)
}
