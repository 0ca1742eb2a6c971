//! A table of a page, on paper and as a sheet of a workbook.

use ankunft_formats::workbook::{Entry, Sheet, sheet_name};
use ankunft_platform::languages::Texts;
use ankunft_platform::page::components as page;
use ankunft_report::paper::{Column, Row, Table, Text};

fn told(it: &page::RowCell) -> String {
    match &it.note {
        Some(note) => format!("{} ({note})", it.text),
        None => it.text.clone(),
    }
}

/// A table of a page on paper.
#[must_use]
pub fn table(table: page::Table) -> Table {
    let column = |it: &page::Column| match it.numeric {
        true => Column::numbers(it.label.clone()),
        false => Column::words(it.label.clone()),
    };
    let row = |it: &page::Row| Row {
        cells: std::iter::once(&it.head).chain(&it.cells).map(|it| Text::from(told(it))).collect(),
        total: false,
    };
    Table {
        columns: table.columns.iter().map(column).collect(),
        rows: table.rows.iter().map(row).collect(),
        caption: table.caption,
        row_headings: true,
        notes: Vec::new(),
    }
}

/// A table of a page as a sheet of this title: numbers and days are such, so that programs reckon with
/// them; what says more beside stays words.
#[must_use]
pub fn sheet(t: &Texts, title: &str, table: &page::Table) -> Sheet {
    let entry = |(it, column): (&page::RowCell, &page::Column)| {
        let text = told(it);
        let number = column.numeric.then(|| t.read_number(&text)).flatten();
        match (number, t.read_date(&text)) {
            (Some(number), _) => Entry::Number(number),
            (None, Some(day)) => Entry::Day(day),
            _ if text.is_empty() => Entry::Empty,
            _ => Entry::Text(text),
        }
    };
    let row = |it: &page::Row| {
        std::iter::once(&it.head).chain(&it.cells).zip(&table.columns).map(entry).collect()
    };
    Sheet {
        name: sheet_name(title),
        header: table.columns.iter().map(|it| it.label.clone()).collect(),
        rows: table.rows.iter().map(row).collect(),
        frozen_columns: 1,
    }
}
