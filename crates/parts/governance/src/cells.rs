//! Cells of workbooks that nobody brings back: numbers as numbers, money in euros, days as days.

use ankunft_formats::workbook::{Entry, Sheet, sheet_name};
use ankunft_platform::languages::Texts;

/// A text; an empty one is no cell.
pub fn text(text: impl Into<String>) -> Entry {
    let text = text.into();
    if text.is_empty() { Entry::Empty } else { Entry::Text(text) }
}

/// Cents as euros, or hundredths as what they are of.
#[expect(clippy::cast_precision_loss, reason = "exact to the cent far beyond any city")]
pub fn hundredths(it: i64) -> Entry {
    Entry::Number(it as f64 / 100.0)
}

/// How many.
#[expect(clippy::cast_precision_loss, reason = "a small count")]
pub fn count(count: usize) -> Entry {
    Entry::Number(count as f64)
}

/// A sheet by the text that names it, with columns by theirs.
pub fn sheet(t: &Texts, name: &str, header: &[&str], rows: Vec<Vec<Entry>>) -> Sheet {
    Sheet {
        name: sheet_name(&t.get(name)),
        header: header.iter().map(|it| t.get(it)).collect(),
        rows,
        frozen_columns: 1,
    }
}
