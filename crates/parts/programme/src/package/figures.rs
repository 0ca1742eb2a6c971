//! `figures.csv`: one line a figure. What is zero, what is not shown and what nobody has are told
//! apart by a word, never by the number.

use std::collections::BTreeMap;

use ankunft_disclosure::{Cell, Column, Figure};
use ankunft_formats::{Finding, Period, Severity};
use ankunft_platform::web::file::csv;

use super::content::{AreaNote, Outgoing};
use super::words::bare;
use super::{FIGURES, READER};

const HEADER: [&str; 7] = ["area", "name", "indicator", "period", "value", "state", "unreliable"];

/// So many findings are told of a file; who mends them sees the others.
const MOST: usize = 200;

/// So many figures of units a file may have room for: each indicator and period has room for all
/// units as soon as one line names it, so that a few lines could ask for all memory.
pub const MOST_CELLS: usize = 2_000_000;

/// Whether there is room for one more series of so many units.
#[must_use]
pub(crate) const fn has_room(series: usize, units: usize) -> bool {
    (series + 1).saturating_mul(units) <= MOST_CELLS
}

/// The file. The line of the whole city has no key of a unit. A column that its reader may not see
/// has no lines.
#[must_use]
pub fn write(areas: &[AreaNote], columns: &[Outgoing]) -> String {
    let mut rows = vec![HEADER.map(str::to_owned)];
    for it in columns {
        let Some(column) = it.column.show(READER) else { continue };
        let row = |(code, name): (&str, &str), cell: &Cell| {
            [
                code.to_owned(),
                name.to_owned(),
                it.indicator.clone(),
                it.period.clone(),
                cell.number().map_or_else(String::new, |it| it.to_string()),
                cell.figure().code().to_owned(),
                if cell.is_unreliable() { "1" } else { "0" }.to_owned(),
            ]
        };
        let units = areas.iter().zip(&column.cells);
        rows.extend(units.map(|(area, cell)| row((&area.code, &area.name), cell)));
        rows.push(row(("", ""), &column.total));
    }
    csv(rows)
}

/// Figures of an indicator in a period, as they were read.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The code of the indicator.
    pub indicator: String,
    /// Stichtag or Berichtszeitraum.
    pub period: String,
    /// The figures, in the order of the units.
    pub column: Column,
}

/// A column that fills up line by line.
struct Filling {
    cells: Vec<Option<Cell>>,
    total: Option<Cell>,
}

/// Reads the file: every unit and the whole city once for each indicator and period.
///
/// # Errors
///
/// What is wrong, with line and column.
pub fn read(
    (bytes, file_name): (&[u8], &str),
    areas: &[AreaNote],
    indicators: &[&str],
) -> Result<Vec<Series>, Vec<Finding>> {
    let mut lines = Lines { file: format!("{file_name}!{FIGURES}"), findings: Vec::new() };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let header_fits = reader.headers().is_ok_and(|it| it.iter().eq(HEADER));
    if !header_fits {
        return Err(vec![lines.error(1, None, "package-header")]);
    }
    let positions: BTreeMap<&str, usize> =
        areas.iter().enumerate().map(|(at, it)| (it.code.as_str(), at)).collect();
    let mut filling: BTreeMap<(String, String), Filling> = BTreeMap::new();
    for record in reader.records() {
        if lines.findings.len() >= MOST {
            break;
        }
        let Ok(record) = record else {
            let finding = lines.error(0, None, "package-not-text");
            lines.findings.push(finding);
            break;
        };
        let line = record.position().map_or(0, csv::Position::line);
        match figure(&record, (&positions, indicators)) {
            Ok((_, key, _))
                if !filling.contains_key(&key) && !has_room(filling.len(), areas.len()) =>
            {
                let finding = lines.error(line, None, "package-too-many-figures");
                lines.findings.push(finding.arg("most", MOST_CELLS));
                return Err(lines.findings);
            }
            Ok((area, key, cell)) => {
                let column = filling
                    .entry(key)
                    .or_insert_with(|| Filling { cells: vec![None; areas.len()], total: None });
                let place = match area {
                    Some(at) => &mut column.cells[at],
                    None => &mut column.total,
                };
                if place.replace(cell).is_some() {
                    let finding = lines.error(line, Some(1), "package-figure-twice");
                    lines.findings.push(finding);
                }
            }
            Err((at, code)) => {
                let text = record.get(at).unwrap_or_default();
                let finding = lines.error(line, Some(at as u64 + 1), code).excerpt(text);
                lines.findings.push(finding);
            }
        }
    }
    lines.finish(filling)
}

struct Lines {
    file: String,
    findings: Vec<Finding>,
}

impl Lines {
    fn error(&self, line: u64, column: Option<u64>, code: &str) -> Finding {
        let finding = Finding::new(Severity::Error, &self.file, code);
        let finding = if line > 0 { finding.line(line) } else { finding };
        column.map_or(finding.clone(), |it| finding.column(it))
    }

    fn finish(
        mut self,
        filling: BTreeMap<(String, String), Filling>,
    ) -> Result<Vec<Series>, Vec<Finding>> {
        let mut all = Vec::new();
        for ((indicator, period), it) in filling {
            let cells: Option<Vec<Cell>> = it.cells.into_iter().collect();
            match cells.zip(it.total) {
                Some((cells, total)) => {
                    all.push(Series { indicator, period, column: Column { cells, total } });
                }
                None if self.findings.len() >= MOST => break,
                None => {
                    let finding = self.error(0, None, "package-incomplete");
                    let finding = finding.arg("indicator", &indicator).arg("period", &period);
                    self.findings.push(finding);
                }
            }
        }
        if all.is_empty() && self.findings.is_empty() {
            let finding = self.error(0, None, "package-no-figures");
            self.findings.push(finding);
        }
        if self.findings.is_empty() { Ok(all) } else { Err(self.findings) }
    }
}

/// The unit (none: the whole city), indicator and period, and the cell.
type Placed = (Option<usize>, (String, String), Cell);

/// One line, or the field that is wrong and how.
fn figure(
    record: &csv::StringRecord,
    (positions, indicators): (&BTreeMap<&str, usize>, &[&str]),
) -> Result<Placed, (usize, &'static str)> {
    if record.len() != HEADER.len() {
        return Err((0, "package-fields"));
    }
    let field = |at: usize| bare(record.get(at).unwrap_or_default());
    let area = match field(0) {
        "" => None,
        code => Some(*positions.get(code).ok_or((0, "package-unknown-area"))?),
    };
    let indicator = field(2);
    if !indicators.contains(&indicator) {
        return Err((2, "package-unknown-indicator"));
    }
    let period = field(3);
    if Period::read(period).is_none() {
        return Err((3, "package-period"));
    }
    let cell = cell(field(4), field(5)).ok_or((4, "package-state"))?;
    let cell = match field(6) {
        "0" => cell,
        "1" => cell.unreliable(),
        _ => return Err((6, "package-flag")),
    };
    Ok((area, (indicator.to_owned(), period.to_owned()), cell))
}

/// The cell of a number and its state, if they say the same.
///
/// ```
/// use ankunft_programme::package::figures::cell;
///
/// assert!(cell("12.5", "value").is_some() && cell("0", "zero").is_some());
/// assert!(cell("", "suppressed").is_some() && cell("", "missing").is_some());
/// // An empty field is no zero, and a zero is no value.
/// assert!(cell("", "zero").is_none() && cell("0", "value").is_none());
/// assert!(cell("3", "suppressed").is_none() && cell("NaN", "value").is_none());
/// ```
#[must_use]
pub fn cell(value: &str, state: &str) -> Option<Cell> {
    let number = || value.parse::<f64>().ok().and_then(Cell::of);
    let cell = match state {
        "value" | "zero" => number()?,
        "suppressed" if value.is_empty() => Cell::SUPPRESSED,
        "missing" if value.is_empty() => Cell::MISSING,
        _ => return None,
    };
    let fits = matches!(
        (cell.figure(), state),
        (Figure::Value(_), "value")
            | (Figure::Zero, "zero")
            | (Figure::Suppressed | Figure::Missing, _)
    );
    fits.then_some(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_lines_do_not_ask_for_all_memory() {
        let unit = |at: usize| AreaNote { code: at.to_string(), name: String::new(), parent: None };
        let units: Vec<AreaNote> = (0..MOST_CELLS / 2).map(unit).collect();
        let mut file = format!("{}\n", HEADER.join(","));
        for year in 2001..2004 {
            file.push_str(&format!("7,,population,{year}-12-31,1,value,0\n"));
        }
        let read = read((file.as_bytes(), "a.zip"), &units, &["population"]);
        let findings = read.expect_err("no room");
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].code, "package-too-many-figures");
    }
}
