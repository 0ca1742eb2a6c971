//! The sheets of a workbook that came back, as rows of cells by column.

use std::collections::BTreeMap;

use ankunft_formats::table::book::{Book, Cell, Page, Value, place};
use ankunft_platform::languages::{Language, Texts};

use super::columns::{Column, KEY, Leaf};
use super::terms::{clean, text};

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The sheet.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
    /// The column, from 1; 0 for a whole row.
    pub column: u32,
}

impl At {
    /// As people find it: `Maßnahmen, E14`; a whole row by its first cell.
    #[must_use]
    pub fn told(&self) -> String {
        format!("{}, {}", self.sheet, place(self.row, self.column.max(1)))
    }
}

/// What cannot be read, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub at: At,
    /// What stands there.
    pub found: String,
    /// What it is and what to do.
    pub text: String,
}

/// A sheet that was found.
#[derive(Clone, Debug)]
pub struct Table {
    /// Which one it is.
    pub leaf: Leaf,
    /// Its name in the file.
    pub name: String,
    /// In which language its columns are named.
    pub language: Language,
    /// Where its columns stand.
    pub columns: BTreeMap<&'static str, u32>,
    /// Its rows with something in them.
    pub rows: Vec<Row>,
}

/// A row of a sheet.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number in the file.
    pub line: u32,
    cells: BTreeMap<&'static str, Cell>,
}

static NOTHING: Value = Value::Text(String::new());

impl Row {
    /// What stands in a column; nothing if it has no cell there.
    #[must_use]
    pub fn value(&self, column: &Column) -> &Value {
        self.cells.get(column.code).map_or(&NOTHING, |it| &it.value)
    }

    /// The text in the column of this code.
    #[must_use]
    pub fn text(&self, code: &str) -> String {
        self.cells.get(code).map_or_else(String::new, |it| text(&it.value))
    }
}

impl Table {
    /// Where a cell of a row stands.
    #[must_use]
    pub fn at(&self, row: &Row, code: &str) -> At {
        let column = self.columns.get(code).copied().unwrap_or_default();
        At { sheet: self.name.clone(), row: row.line, column }
    }

    /// The columns of the sheet that the file has.
    pub fn said(&self) -> impl Iterator<Item = &'static Column> + '_ {
        self.leaf.columns().iter().filter(|it| self.columns.contains_key(it.code))
    }
}

/// What was found in a workbook.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Its sheets, in the order of [`Leaf::ALL`].
    pub tables: Vec<Table>,
    /// What cannot be read.
    pub faults: Vec<Fault>,
    /// What is left out: sheets and columns that nobody knows, formulas, and columns that are not there.
    pub notes: Vec<String>,
}

/// The header is looked for in so many rows.
const ROWS_ABOVE: u32 = 10;

/// Finds the sheets of the workbook, whatever their order, and the columns of each, whatever theirs.
pub fn find(t: &Texts, all: &[Texts], book: &Book) -> Found {
    let mut found = Found::default();
    let mut strangers = Vec::new();
    for page in &book.sheets {
        let name = clean(&page.name).to_lowercase();
        let is_it = |id: &str| all.iter().any(|t| t.get(id).to_lowercase() == name);
        match Leaf::ALL.into_iter().find(|it| is_it(it.text())) {
            Some(leaf) if !found.tables.iter().any(|it| it.leaf == leaf) => {
                found.read(t, all, (leaf, page));
            }
            None if super::BESIDE.into_iter().any(is_it) => {}
            _ if page.cells.is_empty() => {}
            _ => strangers.push(page.name.clone()),
        }
    }
    if !strangers.is_empty() {
        let names = [("namen", t.list(&strangers).into())];
        found.notes.push(t.with("abgleich-blatt-fremd", &names));
    }
    if found.tables.is_empty() && found.faults.is_empty() {
        let sheet = book.sheets.first().map_or_else(String::new, |it| it.name.clone());
        let at = At { sheet, row: 1, column: 0 };
        let text = t.get("abgleich-ohne-blatt");
        found.faults.push(Fault { at, found: String::new(), text });
    }
    found.tables.sort_by_key(|it| it.leaf);
    found
}

impl Found {
    fn read(&mut self, t: &Texts, all: &[Texts], (leaf, page): (Leaf, &Page)) {
        let Some((line, language)) = header(all, leaf, page) else {
            let at = At { sheet: page.name.clone(), row: 1, column: 0 };
            self.faults.push(Fault { at, found: String::new(), text: t.get("abgleich-ohne-kopf") });
            return;
        };
        let mut table = Table {
            leaf,
            name: page.name.clone(),
            language,
            columns: BTreeMap::new(),
            rows: Vec::new(),
        };
        let mut strangers = Vec::new();
        for cell in page.cells.iter().filter(|it| it.row == line) {
            let name = text(&cell.value);
            let at = At { sheet: page.name.clone(), row: line, column: cell.column };
            match column_of(all, leaf, &name) {
                Some(it) if table.columns.contains_key(it.code) => {
                    self.faults.push(Fault {
                        at,
                        found: name,
                        text: t.get("abgleich-spalte-doppelt"),
                    });
                }
                Some(it) => _ = table.columns.insert(it.code, cell.column),
                None if name.is_empty() => {}
                None => strangers.push(name),
            }
        }
        self.note_columns(t, &table, &strangers);
        self.faults.extend(merged(t, &table, page, line));
        let computed = fill(&mut table, page, line);
        if computed > 0 {
            let args = [("anzahl", computed.into()), ("blatt", table.name.as_str().into())];
            self.notes.push(t.with("abgleich-formeln", &args));
        }
        self.tables.push(table);
    }

    fn note_columns(&mut self, t: &Texts, table: &Table, strangers: &[String]) {
        let sheet = |names: &[String]| {
            [("blatt", table.name.as_str().into()), ("namen", t.list(names).into())]
        };
        if !strangers.is_empty() {
            self.notes.push(t.with("abgleich-spalten-fremd", &sheet(strangers)));
        }
        let missing = table
            .leaf
            .columns()
            .iter()
            .filter(|it| it.kind.is_said() && !table.columns.contains_key(it.code));
        let missing: Vec<String> = missing.map(|it| t.get(it.text)).collect();
        if !missing.is_empty() {
            self.notes.push(t.with("abgleich-spalten-fehlen", &sheet(&missing)));
        }
    }
}

/// The row with the names of columns: the first that names the one with the keys. And their language.
fn header(all: &[Texts], leaf: Leaf, page: &Page) -> Option<(u32, Language)> {
    let is_key = |it: &&Cell| {
        let name = text(&it.value);
        it.row <= ROWS_ABOVE && column_of(all, leaf, &name).is_some_and(|it| it.code == KEY)
    };
    let line = page.cells.iter().find(is_key)?.row;
    let names = || page.cells.iter().filter(|it| it.row == line).map(|it| text(&it.value));
    let fits = |t: &Texts| {
        let is_its = |name: &String| leaf.columns().iter().any(|it| t.get(it.text) == *name);
        names().filter(is_its).count()
    };
    // Of two languages that fit alike the first.
    let best = all.iter().rev().max_by_key(|t| fits(t))?;
    Some((line, best.language()))
}

/// The column of a name, in whatever language, or of a code.
fn column_of(all: &[Texts], leaf: Leaf, name: &str) -> Option<&'static Column> {
    let lower = name.to_lowercase();
    let is_it = |it: &&Column| {
        it.code == lower || all.iter().any(|t| t.get(it.text).to_lowercase() == lower)
    };
    leaf.columns().iter().find(is_it)
}

/// Cells that were made one hide what stood in them: nobody can say what is meant.
fn merged(t: &Texts, table: &Table, page: &Page, header: u32) -> Vec<Fault> {
    let touches = |it: &&[u32; 4]| {
        let [_, bottom, first, last] = **it;
        bottom > header && table.columns.values().any(|it| (first..=last).contains(it))
    };
    let fault = |it: &[u32; 4]| {
        let [top, bottom, first, last] = *it;
        let at = At { sheet: page.name.clone(), row: top.max(header + 1), column: first };
        let found = format!("{}:{}", place(top, first), place(bottom, last));
        Fault { at, found, text: t.get("abgleich-verbunden") }
    };
    page.merged.iter().filter(touches).map(fault).collect()
}

/// Puts cells into rows; gives how many of them a formula gave.
fn fill(table: &mut Table, page: &Page, header: u32) -> usize {
    let codes: BTreeMap<u32, &'static str> =
        table.columns.iter().map(|(code, column)| (*column, *code)).collect();
    let mut computed = 0;
    for cell in page.cells.iter().filter(|it| it.row > header) {
        let Some(code) = codes.get(&cell.column) else { continue };
        if text(&cell.value).is_empty() && cell.value != Value::Uncomputed {
            continue;
        }
        computed += usize::from(cell.is_computed);
        if table.rows.last().is_none_or(|it| it.line != cell.row) {
            table.rows.push(Row { line: cell.row, cells: BTreeMap::new() });
        }
        if let Some(row) = table.rows.last_mut() {
            row.cells.insert(*code, cell.clone());
        }
    }
    computed
}
