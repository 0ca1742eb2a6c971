//! The report as a workbook: a sheet a section.

use ankunft_formats::workbook::{Entry, Sheet, WorkbookError, sheet_name, workbook};
use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::{Row, RowCell, Table};
use jiff::Timestamp;

use super::pages::sections;
use super::view::Report;

/// The workbook.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn book(t: &Texts, made: Timestamp, it: &Report) -> Result<Vec<u8>, WorkbookError> {
    let sheets: Vec<Sheet> = sections(t, it).into_iter().map(sheet).collect();
    workbook(&t.get("programmbericht-titel"), made, &sheets)
}

fn sheet((title, table): (String, Table)) -> Sheet {
    let cell = |it: &RowCell| {
        let note = it.note.as_ref().map_or_else(String::new, |it| format!(" ({it})"));
        let text = format!("{}{note}", it.text);
        if text.is_empty() { Entry::Empty } else { Entry::Text(text) }
    };
    let row = |it: &Row| std::iter::once(&it.head).chain(&it.cells).map(cell).collect();
    Sheet {
        name: sheet_name(&title),
        header: table.columns.iter().map(|it| it.label.clone()).collect(),
        rows: table.rows.iter().map(row).collect(),
        frozen_columns: 1,
    }
}
