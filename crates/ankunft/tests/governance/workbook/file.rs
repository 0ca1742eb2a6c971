//! A workbook in the hands of people: read, changed and written again, also by another program.

use std::process::Command;

use ankunft_formats::ReadOptions;
use ankunft_formats::table::book::{self, Value};
use ankunft_formats::workbook::{Entry, Sheet, workbook};
use ankunft_testkit::peers;
use jiff::Timestamp;

/// The sheets of a workbook, as somebody sees them.
pub fn open(bytes: &[u8]) -> Vec<Sheet> {
    let book = book::read(bytes, "a.xlsx", &ReadOptions::default()).expect("a workbook");
    let sheet = |page: &book::Page| {
        let width = page.cells.iter().map(|it| it.column).max().unwrap_or(0) as usize;
        let height = page.cells.iter().map(|it| it.row).max().unwrap_or(0) as usize;
        let mut rows = vec![vec![Entry::Empty; width]; height];
        for cell in &page.cells {
            rows[cell.row as usize - 1][cell.column as usize - 1] = match &cell.value {
                Value::Text(it) => Entry::Text(it.clone()),
                Value::Number(it) => Entry::Number(*it),
                Value::Day(it) => Entry::Day(*it),
                other => panic!("{other:?}"),
            };
        }
        let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let text = |it: &Entry| match it {
            Entry::Text(it) => it.clone(),
            _ => String::new(),
        };
        let header = head.iter().map(text).collect();
        Sheet { name: page.name.clone(), header, rows, frozen_columns: 0 }
    };
    book.sheets.iter().map(sheet).collect()
}

pub fn close(sheets: &[Sheet]) -> Vec<u8> {
    workbook("", Timestamp::UNIX_EPOCH, sheets).expect("a workbook")
}

/// The cell of a row in the column of this name.
pub fn cell<'a>(sheet: &'a mut Sheet, row: usize, column: &str) -> &'a mut Entry {
    let at = sheet.header.iter().position(|it| it == column);
    &mut sheet.rows[row][at.unwrap_or_else(|| panic!("no {column} among {:?}", sheet.header))]
}

pub fn text(text: &str) -> Entry {
    Entry::Text(text.to_owned())
}

/// A row of a sheet with these cells.
pub fn add(sheet: &mut Sheet, cells: &[(&str, Entry)]) {
    sheet.rows.push(vec![Entry::Empty; sheet.header.len()]);
    for (column, entry) in cells {
        *cell(sheet, sheet.rows.len() - 1, column) = entry.clone();
    }
}

/// A workbook after openpyxl has done this to `book`; none where it is not installed.
pub fn by_openpyxl(bytes: &[u8], script: &str) -> Option<Vec<u8>> {
    let python = peers::python("openpyxl")?;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.xlsx");
    std::fs::write(&file, bytes).expect("a file");
    let whole = format!(
        "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n{script}\nbook.save(sys.argv[1])\n"
    );
    let output = Command::new(&python).args(["-c", &whole]).arg(&file).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(std::fs::read(&file).expect("a file"))
}
