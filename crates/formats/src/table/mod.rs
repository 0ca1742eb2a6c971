//! Tables: delimited text, workbooks, and archives with one of these inside.

mod archive;
pub mod book;
mod collect;
mod delimited;
mod encoding;
mod guard;
mod limits;
mod number;
mod raw;
mod repeats;
mod sheet;

pub(crate) use collect::Collector;
pub use encoding::TextEncoding;
pub use guard::bare;
pub(crate) use guard::computes;
pub use limits::Limits;
pub use number::{NumberFault, NumberStyle};
pub use raw::{RawTable, Reading, Row};

use crate::Finding;

/// Whether a row is needed, as it is read; the number is the share of the file behind it.
pub type Keep<'a> = &'a mut dyn FnMut(&RawTable, Row<'_>, f64) -> bool;

/// How many cells are looked at to recognise the signs of numbers.
const SAMPLE: usize = 400_000;

/// What a person wishes about how to read a file. What is not given is recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The sign between fields.
    pub delimiter: Option<char>,
    /// The decimal sign.
    pub decimal: Option<char>,
    /// The sign between groups of three digits.
    pub thousands: Option<char>,
    /// How bytes stand for letters.
    pub encoding: Option<TextEncoding>,
    /// The sheet of a workbook, by name.
    pub sheet: Option<String>,
    /// The member of an archive, by name or a part of it.
    pub member: Option<String>,
    /// What a file may be at most.
    pub limits: Limits,
}

/// Reads a table: delimited text, XLSX or ODS, also in a ZIP archive or gzip.
///
/// A row that cannot be read is a finding and counts as refused; the others are there.
/// Never panics, and never takes much more memory than the limits say.
///
/// # Errors
///
/// All findings, at least one of them an error, if there is no table to work with.
pub fn read(
    bytes: &[u8],
    file_name: &str,
    options: &ReadOptions,
) -> Result<(RawTable, Vec<Finding>), Vec<Finding>> {
    read_watched(bytes, file_name, options, &mut |_, _, _| true)
}

/// Reads a table as [`read`] does, and asks of each row of a delimited text whether to keep it.
///
/// # Errors
///
/// As [`read`].
pub fn read_watched(
    bytes: &[u8],
    file_name: &str,
    options: &ReadOptions,
    keep: Keep<'_>,
) -> Result<(RawTable, Vec<Finding>), Vec<Finding>> {
    let mut findings = Collector::new(file_name, options.limits.findings_of_a_kind);
    if bytes.len() as u64 > options.limits.bytes {
        let limit = options.limits.bytes >> 20;
        findings.push(findings.error("file-too-large").arg("limit", limit));
        return Err(findings.finish());
    }
    match archive::open(bytes, file_name, options, &mut findings) {
        Some(archive::Content::Text(bytes, name)) => {
            findings.rename(&name);
            read_text(&bytes, &name, options, keep, findings)
        }
        Some(archive::Content::Workbook(bytes, kind, name)) => {
            findings.rename(&name);
            match sheet::read(&bytes, kind, &name, options, &mut findings) {
                Some(table) => finish(table, options, findings),
                None => Err(findings.finish()),
            }
        }
        None => Err(findings.finish()),
    }
}

/// The header and the first rows of a table; `None` if there is none. Of a text, and of a text
/// in an archive, only the beginning is unpacked.
#[must_use]
pub fn head(bytes: &[u8], file_name: &str, options: &ReadOptions, rows: usize) -> Option<RawTable> {
    let limits = Limits { rows, ..options.limits };
    let options = ReadOptions { limits, ..options.clone() };
    match archive::head(bytes, file_name, &options) {
        Some((text, name)) => read(&text, &name, &options).ok().map(|it| it.0),
        None => {
            let limits = Limits { rows: Limits::default().rows, ..options.limits };
            read(bytes, file_name, &ReadOptions { limits, ..options }).ok().map(|it| it.0)
        }
    }
}

/// The names of the tables in a ZIP archive, of the wished ones if any are; empty if the file is
/// none, or a workbook.
#[must_use]
pub fn members(bytes: &[u8], options: &ReadOptions) -> Vec<String> {
    archive::members(bytes, options)
}

pub use archive::{finest, is_workbook};

fn read_text(
    bytes: &[u8],
    file_name: &str,
    options: &ReadOptions,
    keep: Keep<'_>,
    mut findings: Collector,
) -> Result<(RawTable, Vec<Finding>), Vec<Finding>> {
    let (text, encoding) = encoding::decode(bytes, options.encoding, &mut findings);
    let recognised = || delimited::recognise_delimiter(&text);
    let Some(delimiter) = options.delimiter.or_else(recognised) else {
        let code = if text.trim().is_empty() { "empty-file" } else { "no-delimiter" };
        findings.push(findings.error(code));
        return Err(findings.finish());
    };
    let mut table = blank(file_name);
    table.reading.encoding = Some(encoding);
    table.reading.delimiter = Some(delimiter);
    let into = (&mut table, keep);
    if delimited::read(&text, delimiter, &options.limits, into, &mut findings).is_none() {
        return Err(findings.finish());
    }
    finish(table, options, findings)
}

fn blank(file_name: &str) -> RawTable {
    let numbers = NumberStyle { decimal: ',', thousands: None };
    RawTable {
        file: file_name.to_owned(),
        header: Vec::new(),
        text: String::new(),
        ends: Vec::new(),
        lines: Vec::new(),
        refused: 0,
        passed: 0,
        reading: Reading { encoding: None, delimiter: None, sheet: None, numbers },
    }
}

/// What is the same for all tables: names of columns, suspicious texts, signs of numbers.
fn finish(
    mut table: RawTable,
    options: &ReadOptions,
    mut findings: Collector,
) -> Result<(RawTable, Vec<Finding>), Vec<Finding>> {
    check_header(&table, &mut findings);
    check_texts(&table, &mut findings);
    let mut numbers = table.reading.numbers;
    if table.reading.sheet.is_none() {
        let cells = table.rows().flat_map(Row::fields).take(SAMPLE);
        numbers = NumberStyle::recognise(cells, table.reading.delimiter);
    }
    if let Some(decimal) = options.decimal {
        numbers.decimal = decimal;
        numbers.thousands = numbers.thousands.filter(|it| *it != decimal);
    }
    numbers.thousands = options.thousands.or(numbers.thousands);
    table.reading.numbers = numbers;
    Ok((table, findings.finish()))
}

fn check_header(table: &RawTable, findings: &mut Collector) {
    let mut seen = std::collections::BTreeMap::new();
    for (name, column) in table.header.iter().zip(1_u64..) {
        if name.is_empty() {
            let at = column as usize - 1;
            let finding = if table.rows().any(|row| !row.field(at).is_empty()) {
                findings.warning("empty-column-name")
            } else {
                findings.note("empty-column")
            };
            findings.push(finding.line(1).column(column));
        } else if let Some(first) = seen.insert(name, column) {
            let finding = findings.error("duplicate-column").line(1).column(column);
            findings.push(finding.arg("name", name).arg("first", first));
        }
    }
}

fn check_texts(table: &RawTable, findings: &mut Collector) {
    for row in table.rows() {
        for (field, column) in row.fields().zip(1_u64..) {
            let is_formula = match field.as_bytes() {
                [b'=' | b'@', _, ..] => true,
                [b'+' | b'-', rest @ ..] => rest.iter().any(u8::is_ascii_alphabetic),
                _ => false,
            };
            let code = if is_formula {
                "formula-in-text"
            } else if field.is_ascii() {
                continue;
            } else if field.contains('\u{fffd}') {
                "replacement-character"
            } else if encoding::is_mojibake(field) {
                "mojibake"
            } else {
                continue;
            };
            let finding = findings.warning(code).line(row.line()).column(column);
            findings.push(finding.arg("text", field).excerpt(&row.excerpt()));
        }
    }
}
