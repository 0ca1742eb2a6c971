use std::collections::BTreeMap;

use super::{GridCell, Quarters};
use crate::table::{self, Collector, RawTable, ReadOptions, Row};
use crate::{Finding, KeyKind, Profile};

/// So many rows are looked at to see whether a table is one of cells.
const SAMPLE: usize = 5;

/// Whether a file is a table of grid cells: a field of its first rows names one.
///
/// Only the beginning of a text is unpacked and looked at; of a workbook all of it.
#[must_use]
pub fn holds_cells(bytes: &[u8], file_name: &str, options: &ReadOptions) -> bool {
    let Some(table) = table::head(bytes, file_name, options, SAMPLE) else { return false };
    key_column(&table).is_some()
}

/// The column whose first fields name cells, or whose name is the official one.
pub(crate) fn key_column(table: &RawTable) -> Option<usize> {
    let official = |name: &String| name.starts_with("GITTER_ID");
    let names_a_cell = |at: &usize| {
        let mut rows = table.rows().take(SAMPLE);
        rows.any(|row| row.field(*at).parse::<GridCell>().is_ok())
    };
    (0..table.header().len())
        .find(names_a_cell)
        .or_else(|| table.header().iter().position(official))
}

/// A table of grid cells without the rows of cells that lie far from these area units.
///
/// Memory holds the rows that are kept, however long the file is. Rows whose key names no cell
/// are kept, to be named. `watch` is told, now and then, which share of the file has been read.
///
/// # Errors
///
/// As [`table::read`].
pub fn read(
    bytes: &[u8],
    file_name: &str,
    options: &ReadOptions,
    quarters: &Quarters,
    watch: &dyn Fn(f64),
) -> Result<(RawTable, Vec<Finding>), Vec<Finding>> {
    let mut key = None;
    let mut keep = |table: &RawTable, row: Row<'_>, done: f64| {
        watch(done);
        let at = *key.get_or_insert_with(|| {
            let official = |name: &String| name.starts_with("GITTER_ID");
            table.header().iter().position(official).or_else(|| {
                let names_a_cell = |at: &usize| row.field(*at).parse::<GridCell>().is_ok();
                (0..table.header().len()).find(names_a_cell)
            })
        });
        let cell = at.map(|at| row.field(at).parse::<GridCell>());
        !matches!(cell, Some(Ok(cell)) if !quarters.may_hold(cell))
    };
    table::read_watched(bytes, file_name, options, &mut keep)
}

/// Names cells of another width than most, and centres that do not lie in their cell.
pub(super) fn check_cells(table: &RawTable, profile: &Profile, findings: &mut Collector) {
    let Some(key) = table.column(&profile.area.column) else { return };
    if profile.area.by != KeyKind::GridCell {
        return;
    }
    let mut widths: BTreeMap<u32, usize> = BTreeMap::new();
    let cell_of = |row: Row<'_>| row.field(key).parse::<GridCell>().ok();
    for cell in table.rows().filter_map(cell_of) {
        *widths.entry(cell.width_m()).or_default() += 1;
    }
    let usual = widths.iter().max_by_key(|(_, count)| **count).map(|(width, _)| *width);
    let centre = |axis: &str| table.header().iter().position(|it| it.starts_with(axis));
    let centres = centre("x_mp").zip(centre("y_mp"));
    for row in table.rows() {
        let Some(cell) = cell_of(row) else { continue };
        if Some(cell.width_m()) != usual {
            let finding = findings.error("grid-cell-mixed-width").line(row.line());
            let finding = finding.column(key as u64 + 1).arg("key", row.field(key));
            let finding = finding.arg("width", cell.width_m()).arg("usual", usual.unwrap_or(0));
            findings.push(finding.excerpt(&row.excerpt()));
        } else if let Some((x, y)) = centres {
            check_centre(table, row, cell, (key, x, y), findings);
        }
    }
}

fn check_centre(
    table: &RawTable,
    row: Row<'_>,
    cell: GridCell,
    (key, x, y): (usize, usize, usize),
    findings: &mut Collector,
) {
    let number = |at: usize| table.reading().numbers.parse(row.field(at)).ok();
    let centre = cell.centre();
    for (at, expected) in [(x, centre.x()), (y, centre.y())] {
        if number(at).is_none_or(|it| (it - expected).abs() > 0.5) {
            let finding = findings.error("grid-centre-mismatch").line(row.line());
            let finding = finding.column(at as u64 + 1).arg("key", row.field(key));
            let finding = finding.arg("text", row.field(at)).arg("expected", expected);
            findings.push(finding.excerpt(&row.excerpt()));
            return;
        }
    }
}
