use std::collections::BTreeMap;

use super::cells::Read;
use super::plan::Plan;
use crate::SumRule;
use crate::table::{Collector, RawTable, Row};

/// A sum rule with the positions of its columns among the planned ones.
pub(super) struct PlannedSum<'a> {
    rule: &'a SumRule,
    whole: usize,
    parts: Vec<usize>,
}

/// A share that repeats a count: the planned count, and the column of its share.
pub(super) struct PlannedShare {
    whole: usize,
    shares: Vec<(usize, usize)>,
}

pub(super) fn plan_sums<'a>(plan: &Plan<'a>) -> Vec<PlannedSum<'a>> {
    let find = |name: &String| plan.columns.iter().position(|it| it.rule.column == *name);
    let planned = |rule: &'a SumRule| {
        let parts = rule.parts.iter().map(find).collect::<Option<Vec<_>>>()?;
        Some(PlannedSum { rule, whole: find(&rule.whole)?, parts })
    };
    plan.profile.sums.iter().filter_map(planned).collect()
}

pub(super) fn plan_shares(plan: &Plan<'_>, table: &RawTable) -> Option<PlannedShare> {
    let rule = plan.profile.shares.as_ref()?;
    let whole = plan.columns.iter().position(|it| it.rule.column == rule.whole)?;
    let share =
        |at: usize| table.column(&format!("{}{}", plan.columns[at].rule.column, rule.suffix));
    let shares = (0..plan.columns.len()).filter_map(|at| Some((at, share(at)?))).collect();
    Some(PlannedShare { whole, shares })
}

/// Whether all sums of a row hold; each that does not is an error.
pub(super) fn check_sums(
    sums: &[PlannedSum<'_>],
    row: Row<'_>,
    reads: &[Option<Read>],
    plan: &Plan<'_>,
    findings: &mut Collector,
) -> bool {
    let number = |at: usize| reads[at].and_then(|it| it.cell.number());
    let mut all = true;
    for sum in sums {
        let parts: Option<Vec<f64>> = sum.parts.iter().map(|at| number(*at)).collect();
        let (Some(whole), Some(parts)) = (number(sum.whole), parts) else { continue };
        let total: f64 = parts.iter().sum();
        let off = if sum.rule.at_most { (total - whole).max(0.0) } else { (total - whole).abs() };
        #[allow(clippy::cast_precision_loss)]
        let tolerance = sum.rule.tolerance as f64;
        if off <= tolerance {
            continue;
        }
        all = false;
        let text = |at: usize| {
            let column = &plan.columns[at];
            format!("{} {}", column.rule.column, row.field(column.at))
        };
        let named: Vec<String> = sum.parts.iter().map(|at| text(*at)).collect();
        let code = if sum.rule.at_most { "part-exceeds-whole" } else { "sum-mismatch" };
        let finding = findings.error(code).line(row.line());
        let finding = finding.column(plan.columns[sum.whole].at as u64 + 1);
        let finding = finding
            .arg("key", row.field(plan.key))
            .arg("whole", &sum.rule.whole)
            .arg("value", row.field(plan.columns[sum.whole].at))
            .arg("parts", named.join(" + "))
            .arg("sum", total);
        findings.push(finding.excerpt(&row.excerpt()));
    }
    all
}

/// Warns where a share that the row repeats does not fit its count.
pub(super) fn check_shares(
    planned: &PlannedShare,
    row: Row<'_>,
    reads: &[Option<Read>],
    table: &RawTable,
    findings: &mut Collector,
) {
    const ROUNDED: f64 = 0.051;
    let number = |at: usize| reads[at].and_then(|it| it.cell.number());
    let Some(whole) = number(planned.whole).filter(|it| *it > 0.0) else { return };
    for (count, column) in &planned.shares {
        let text = row.field(*column);
        if text.is_empty() {
            continue;
        }
        let finding = match (number(*count), table.reading().numbers.parse(text)) {
            (None, _) => continue,
            (_, Err(fault)) => findings.error(fault.code()).arg("text", text),
            (_, Ok(share)) if !(0.0..=100.0).contains(&share) => {
                findings.error("percent-range").arg("text", text)
            }
            (Some(count), Ok(share)) if (100.0 * count / whole - share).abs() > ROUNDED => {
                let expected = format!("{:.2}", 100.0 * count / whole);
                let finding = findings.warning("share-mismatch").arg("text", text);
                finding.arg("count", count).arg("whole", whole).arg("expected", expected)
            }
            _ => continue,
        };
        let name = &table.header()[*column];
        let finding = finding.line(row.line()).column(*column as u64 + 1).arg("name", name);
        findings.push(finding.excerpt(&row.excerpt()));
    }
}

/// Checks the rows whose key ends in the marker against the rows that they sum up.
///
/// `parts` has for each key, in the order of keys, the bounds of its planned columns.
pub(super) fn check_sum_rows(
    table: &RawTable,
    plan: &Plan<'_>,
    sum_rows: &[(usize, Vec<Option<Read>>)],
    parts: &BTreeMap<String, Vec<Option<(f64, f64)>>>,
    findings: &mut Collector,
) {
    let Some(rule) = &plan.profile.sum_rows else { return };
    for (at, reads) in sum_rows {
        let Some(row) = table.row(*at) else { continue };
        let mut prefix = row.field(plan.key);
        while let Some(shorter) = prefix.strip_suffix(rule.marker.as_str()) {
            prefix = shorter;
        }
        for (number, (planned, read)) in plan.columns.iter().zip(reads).enumerate() {
            let Some((low, high)) = read.and_then(|it| it.bounds) else { continue };
            let inside =
                parts.range(prefix.to_owned()..).take_while(|(key, _)| key.starts_with(prefix));
            let bounds: Option<Vec<(f64, f64)>> = inside.map(|(_, it)| it[number]).collect();
            let Some(bounds) = bounds.filter(|it| !it.is_empty()) else { continue };
            let least: f64 = bounds.iter().map(|it| it.0).sum();
            let most: f64 = bounds.iter().map(|it| it.1).sum();
            if least > high || most < low {
                let finding = findings.error("sum-row-mismatch").line(row.line());
                let finding = finding
                    .column(planned.at as u64 + 1)
                    .arg("key", row.field(plan.key))
                    .arg("name", &planned.rule.column)
                    .arg("value", row.field(planned.at))
                    .arg("least", least)
                    .arg("most", most)
                    .arg("parts", bounds.len());
                findings.push(finding.excerpt(&row.excerpt()));
            }
        }
    }
}
