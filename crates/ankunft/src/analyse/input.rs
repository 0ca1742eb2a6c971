//! Tables as commands read them: columns by name, numbers with their place, findings in words.

use std::collections::BTreeMap;
use std::path::Path;

use ankunft_formats::table::{NumberFault, RawTable, ReadOptions, TextEncoding};
use ankunft_formats::{Finding, Severity, table};
use ankunft_platform::languages::{Arg, Texts};

use super::ReadingArgs;
use super::output::InputFile;
use crate::console::{Problem, say};
use crate::findings;

/// A table that was read, and what was found in it.
pub struct Sheet {
    /// The table.
    pub table: RawTable,
    /// What was found so far.
    pub findings: Vec<Finding>,
    /// The file, for the provenance.
    pub file: InputFile,
}

/// Reads a table.
pub fn read(t: &Texts, path: &Path, how: &ReadingArgs) -> Result<Sheet, Problem> {
    let bytes = std::fs::read(path)
        .map_err(|cause| Problem::input(format!("{}: {cause}", path.display())))?;
    let name = path.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let encoding = how.encoding.as_deref().map(|text| {
        let known = TextEncoding::named(text);
        known.ok_or_else(|| wrong(t, "analyse-encoding-unknown", &[("text", text)]))
    });
    let options = ReadOptions {
        delimiter: how.delimiter,
        decimal: how.decimal,
        encoding: encoding.transpose()?,
        sheet: how.sheet.clone(),
        ..ReadOptions::default()
    };
    let file = InputFile::of(&name, &bytes);
    match table::read(&bytes, &name, &options) {
        Ok((table, findings)) => Ok(Sheet { table, findings, file }),
        Err(findings) => Err(refuse(t, &findings)),
    }
}

/// Wrong usage, in words.
pub fn wrong(t: &Texts, id: &str, args: &[(&str, &str)]) -> Problem {
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, it)| (*name, Arg::from(*it))).collect();
    Problem::usage(t.with(id, &args))
}

/// Says what was found.
pub fn tell(t: &Texts, findings: &[Finding]) {
    findings.iter().for_each(|it| say(&findings::line(t, it)));
}

fn refuse(t: &Texts, findings: &[Finding]) -> Problem {
    tell(t, findings);
    Problem::input("")
}

impl Sheet {
    /// The position of the column that a flag names.
    pub fn column(&self, t: &Texts, flag: &str, name: &str) -> Result<usize, Problem> {
        self.table.column(name).ok_or_else(|| {
            let has = self.table.header().join(", ");
            let file = self.table.file();
            let args = [("flag", flag), ("name", name), ("file", file), ("columns", &has)];
            wrong(t, "analyse-column-missing", &args)
        })
    }

    /// The texts of a column of keys, none of them empty.
    pub fn keys(&mut self, column: usize) -> Vec<String> {
        let keys: Vec<String> = self.table.rows().map(|row| row.field(column).to_owned()).collect();
        for row in (0..keys.len()).filter(|row| keys[*row].is_empty()) {
            let finding = self.at(Severity::Error, "analyse-key-empty", self.line(row), column);
            self.findings.push(finding);
        }
        keys
    }

    /// The keys of a table with one row an area; the second of two rows is an error.
    pub fn unique_keys(&mut self, column: usize) -> Vec<String> {
        let keys = self.keys(column);
        let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
        for (at, key) in keys.iter().enumerate() {
            let line = self.line(at);
            if let Some(first) = seen.insert(key, line) {
                let finding = self.at(Severity::Error, "duplicate-key", line, column);
                let finding = finding.arg("key", key).arg("first", first).arg("second", line);
                self.findings.push(finding.arg("suggested", "none"));
            }
        }
        keys
    }

    /// The numbers of a column; an empty cell is a missing value, and no number is an error.
    pub fn numbers(&mut self, column: usize) -> Vec<Option<f64>> {
        let style = self.table.reading().numbers;
        let name = self.table.header()[column].clone();
        let mut numbers = Vec::with_capacity(self.table.len());
        let mut faults = Vec::new();
        for row in self.table.rows() {
            let text = row.field(column);
            let number = (!text.is_empty()).then(|| style.parse(text));
            if let Some(Err(fault)) = number {
                // Here an empty field is the one way to say that there is no number.
                let code = match fault {
                    NumberFault::NotANumber => "analyse-not-a-number",
                    other => other.code(),
                };
                let finding = self.at(Severity::Error, code, row.line(), column);
                let finding = finding.arg("text", text).arg("name", &name);
                faults.push(finding.excerpt(&row.excerpt()));
            }
            numbers.push(number.and_then(Result::ok));
        }
        self.findings.extend(faults);
        numbers
    }

    /// A finding at a field.
    pub fn at(&self, severity: Severity, code: &str, line: u64, column: usize) -> Finding {
        let name = self.table.header().get(column).cloned().unwrap_or_default();
        let finding = Finding::new(severity, self.table.file(), code).line(line);
        finding.column(column as u64 + 1).arg("column", name)
    }

    /// A finding about the whole file.
    pub fn about(&self, severity: Severity, code: &str) -> Finding {
        Finding::new(severity, self.table.file(), code)
    }

    /// The line of a row.
    pub fn line(&self, row: usize) -> u64 {
        self.table.row(row).map_or(0, ankunft_formats::table::Row::line)
    }

    /// Ends with status 1 if an error was found.
    pub fn check(&self, t: &Texts) -> Result<(), Problem> {
        let is_bad = self.findings.iter().any(|it| it.severity == Severity::Error);
        if is_bad { Err(refuse(t, &self.findings)) } else { Ok(()) }
    }

    /// Adds an error and ends with status 1.
    pub fn fail(&mut self, t: &Texts, finding: Finding) -> Problem {
        self.findings.push(finding);
        refuse(t, &self.findings)
    }
}
