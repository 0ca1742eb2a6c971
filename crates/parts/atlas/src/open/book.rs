//! A table as a workbook: figures on the first sheet, where they come from on the second.

use ankunft_disclosure::Figure;
use ankunft_formats::workbook::{Entry, Sheet, WorkbookError, sheet_name, workbook};
use ankunft_platform::languages::Texts;
use jiff::Timestamp;

use super::provenance::Provenance;
use super::table::{Table, Value};
use crate::store::Shelf;

/// The workbook of a table, in the words of a language.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn book(
    t: &Texts,
    shelf: &Shelf,
    table: &Table,
    (about, made): (&Provenance, Timestamp),
) -> Result<Vec<u8>, WorkbookError> {
    let figures = Sheet {
        name: sheet_name(&t.get("offen-blatt-werte")),
        header: table.columns.iter().map(|it| it.title(t, shelf)).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(|it| entry(t, it)).collect()).collect(),
        frozen_columns: 2,
    };
    workbook(&about.title, made, &[figures, origin(t, about)])
}

fn origin(t: &Texts, about: &Provenance) -> Sheet {
    let text = |text: &str| Entry::Text(text.to_owned());
    let whole = about.whole.iter().map(|pair| (String::new(), pair));
    let sources = about
        .sources
        .iter()
        .flat_map(|(name, pairs)| pairs.iter().map(move |pair| (name.clone(), pair)));
    let row = |(of, pair): (String, &ankunft_platform::page::components::Pair)| {
        vec![text(&of), text(&pair.term), text(&pair.text)]
    };
    Sheet {
        name: sheet_name(&t.get("offen-blatt-herkunft")),
        header: ["offen-wovon", "offen-was", "offen-angabe"].map(|id| t.get(id)).to_vec(),
        rows: whole.chain(sources).map(row).collect(),
        frozen_columns: 0,
    }
}

fn entry(t: &Texts, value: &Value) -> Entry {
    match value {
        Value::Text(text) if text.is_empty() => Entry::Empty,
        Value::Text(text) => Entry::Text(text.clone()),
        Value::Number(Some(number)) => Entry::Number(*number),
        Value::Number(None) | Value::Nothing => Entry::Empty,
        // Below two to the fifty-third nothing is lost; Datenstände are counted up one by one.
        Value::Whole(number) => Entry::Number(*number as f64),
        Value::State(cell) => Entry::Text(t.get(match cell.figure() {
            Figure::Value(_) => "zustand-wert",
            Figure::Zero => "zustand-null",
            Figure::Suppressed => "wert-geheim",
            Figure::Missing => "wert-fehlt",
        })),
        Value::Truth(it) => Entry::Text(t.get(if *it { "offen-ja" } else { "offen-nein" })),
    }
}
