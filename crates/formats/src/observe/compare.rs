use ankunft_disclosure::Cell;

use crate::{Finding, Severity};

/// Warns for each area unit where two tables say different things about the same figure:
/// persons with migration background as the sum of origins, and as the register counts them.
///
/// Both columns are in the order of `areas`. Cells without a number are not compared.
#[must_use]
pub fn compare_totals(
    file: &str,
    areas: &[String],
    (name, cells): (&str, &[Cell]),
    (earlier_name, earlier): (&str, &[Cell]),
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for ((area, cell), earlier) in areas.iter().zip(cells).zip(earlier) {
        let (Some(number), Some(before)) = (cell.number(), earlier.number()) else { continue };
        if number.total_cmp(&before).is_ne() {
            let finding = Finding::new(Severity::Warning, file, "totals-differ")
                .arg("key", area)
                .arg("name", name)
                .arg("value", number)
                .arg("earlier", earlier_name)
                .arg("before", before)
                .arg("difference", number - before);
            findings.push(finding);
        }
    }
    findings
}
