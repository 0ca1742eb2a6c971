use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Ods, Reader, Xlsx};

use super::archive::Workbook;
use super::collect::Collector;
use super::raw::RawTable;
use super::{Limits, NumberStyle, ReadOptions};

/// Reads one sheet of a workbook; `None` with an error among the findings.
///
/// The reader of workbooks is not ours, so a panic in it is taken for a broken file.
pub(crate) fn read(
    bytes: &[u8],
    kind: Workbook,
    name: &str,
    options: &ReadOptions,
    findings: &mut Collector,
) -> Option<RawTable> {
    let mut builder = Builder::new(super::blank(name), &options.limits);
    let result = catch_unwind(AssertUnwindSafe(|| match kind {
        Workbook::Xlsx => xlsx(bytes, options, &mut builder, findings),
        Workbook::Ods => ods(bytes, options, &mut builder, findings),
    }));
    match result {
        Ok(Ok(())) => builder.finish(findings),
        Ok(Err(code)) => {
            if code != "said" {
                findings.push(findings.error(code).arg("limit", options.limits.sheet_cells));
            }
            None
        }
        Err(_) => {
            findings.push(findings.error("workbook-broken"));
            None
        }
    }
}

const BROKEN: &str = "workbook-broken";

fn xlsx(
    bytes: &[u8],
    options: &ReadOptions,
    builder: &mut Builder<'_>,
    findings: &mut Collector,
) -> Result<(), &'static str> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    let sheet = choose(&book.sheet_names(), options, findings)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| BROKEN)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| BROKEN)? {
        let value = match cell.value {
            DataRef::SharedString(text) => Value::Text(text.to_owned()),
            other => value_of(other.into()),
        };
        builder.put(cell.pos, value, cell.formula.is_some(), findings)?;
    }
    builder.table.reading.sheet = Some(sheet);
    Ok(())
}

fn ods(
    bytes: &[u8],
    options: &ReadOptions,
    builder: &mut Builder<'_>,
    findings: &mut Collector,
) -> Result<(), &'static str> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    let sheet = choose(&book.sheet_names(), options, findings)?;
    let range = book.worksheet_range(&sheet).map_err(|_| BROKEN)?;
    let formulas = book.worksheet_formula(&sheet).map_err(|_| BROKEN)?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.cells() {
        let at = |first: u32, number: usize| first + u32::try_from(number).unwrap_or(u32::MAX);
        let pos = (at(top, row), at(left, column));
        let formula = formulas.get_value(pos).is_some_and(|it| !it.is_empty());
        builder.put(pos, value_of(value.clone()), formula, findings)?;
    }
    builder.table.reading.sheet = Some(sheet);
    Ok(())
}

/// The wished sheet, or the first; others are named in a note.
fn choose(
    names: &[String],
    options: &ReadOptions,
    findings: &mut Collector,
) -> Result<String, &'static str> {
    let all = names.join(", ");
    let Some(wish) = &options.sheet else {
        let first = names.first().ok_or("empty-file")?;
        if names.len() > 1 {
            let finding = findings.note("several-sheets").arg("sheet", first);
            findings.push(finding.arg("sheets", all));
        }
        return Ok(first.clone());
    };
    if names.contains(wish) {
        return Ok(wish.clone());
    }
    findings.push(findings.error("sheet-missing").arg("sheet", wish).arg("sheets", all));
    Err("said")
}

enum Value {
    Text(String),
    Error(String),
}

fn value_of(value: Data) -> Value {
    Value::Text(match value {
        Data::Empty => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(it) => it.to_string(),
        Data::DateTime(it) => {
            let (year, month, day, ..) = it.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or("").to_owned(),
        Data::String(text) | Data::DurationIso(text) => text,
        Data::Error(error) => return Value::Error(error.to_string()),
    })
}

/// Rows of cells that come one by one, from top left to bottom right.
struct Builder<'a> {
    table: RawTable,
    limits: &'a Limits,
    row: Option<u32>,
    fields: Vec<String>,
    is_bad: bool,
    formulas: u64,
    first_formula: Option<(u64, u64)>,
}

impl<'a> Builder<'a> {
    fn new(mut table: RawTable, limits: &'a Limits) -> Self {
        table.reading.numbers = NumberStyle { decimal: '.', thousands: None };
        Self {
            table,
            limits,
            row: None,
            fields: Vec::new(),
            is_bad: false,
            formulas: 0,
            first_formula: None,
        }
    }

    fn put(
        &mut self,
        (row, column): (u32, u32),
        value: Value,
        is_formula: bool,
        findings: &mut Collector,
    ) -> Result<(), &'static str> {
        if self.row != Some(row) {
            if self.row.is_some_and(|before| before > row) {
                return Err(BROKEN);
            }
            self.close(findings)?;
            self.row = Some(row);
        }
        let (line, place) = (u64::from(row) + 1, u64::from(column) + 1);
        let text = match value {
            Value::Text(text) => text,
            Value::Error(text) => {
                let finding = findings.error("error-value").line(line).column(place);
                findings.push(finding.arg("text", &text));
                self.is_bad = true;
                text
            }
        };
        if is_formula && text.is_empty() {
            findings.push(findings.error("formula-without-value").line(line).column(place));
            self.is_bad = true;
        }
        if is_formula {
            self.formulas += 1;
            self.first_formula.get_or_insert((line, place));
        }
        let column = column as usize;
        if text.is_empty() {
            return Ok(());
        }
        if column >= self.limits.columns {
            return Err("sheet-too-large");
        }
        if text.len() > self.limits.cell_bytes {
            return Err("workbook-too-large");
        }
        if column >= self.fields.len() {
            self.fields.resize(column + 1, String::new());
        }
        self.fields[column] = text.trim().replace(['\n', '\r', '\0'], " ");
        Ok(())
    }

    fn close(&mut self, findings: &mut Collector) -> Result<(), &'static str> {
        let Some(row) = self.row.take() else { return Ok(()) };
        let mut fields = std::mem::take(&mut self.fields);
        let is_bad = std::mem::take(&mut self.is_bad);
        let line = u64::from(row) + 1;
        if fields.iter().all(String::is_empty) && !is_bad {
            return Ok(());
        }
        let want = self.table.header.len();
        if want == 0 {
            self.table.header = fields;
            return Ok(());
        }
        if is_bad || fields.len() > want {
            self.table.refused += 1;
            if !is_bad {
                let finding = findings.error("field-count").line(line).column(want as u64 + 1);
                let finding = finding.arg("have", fields.len()).arg("want", want);
                findings.push(finding.excerpt(&fields.join(";")));
            }
            return Ok(());
        }
        fields.resize(want, String::new());
        let cells = (self.table.len() as u64 + 1) * want as u64;
        if cells > self.limits.sheet_cells || self.table.text.len() as u64 > self.limits.bytes {
            return Err("sheet-too-large");
        }
        fields.iter().for_each(|field| self.table.push_field(field));
        self.table.close_row(line);
        Ok(())
    }

    fn finish(mut self, findings: &mut Collector) -> Option<RawTable> {
        let closed = self.close(findings);
        if closed.is_err() || self.table.header.is_empty() {
            let code = closed.err().unwrap_or("empty-file");
            findings.push(findings.error(code).arg("limit", self.limits.sheet_cells));
            return None;
        }
        if let Some((line, column)) = self.first_formula {
            let finding = findings.note("formula").line(line).column(column);
            findings.push(finding.arg("count", self.formulas));
        }
        Some(self.table)
    }
}
