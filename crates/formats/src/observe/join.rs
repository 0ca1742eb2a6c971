use std::collections::{BTreeMap, HashMap};

use super::areas::NameMatch;
use super::plan::Plan;
use super::{Target, fits};
use crate::table::{Collector, RawTable, Row};
use crate::{Finding, KeyKind, Reason, RowRule};

/// The rows of a table, sorted by what they are. Positions, in the order of the file.
#[derive(Default)]
pub(super) struct Sorted {
    pub(super) areas: Vec<usize>,
    pub(super) whole: Vec<usize>,
    pub(super) sums: Vec<usize>,
    pub(super) set_aside: u64,
}

/// Sorts rows into those of area units and others; the others are notes.
pub(super) fn sort(table: &RawTable, plan: &Plan<'_>, findings: &mut Collector) -> Sorted {
    let mut sorted = Sorted::default();
    let mut aside: BTreeMap<(Reason, &str, &str), Vec<u64>> = BTreeMap::new();
    let marker = plan.profile.sum_rows.as_ref().map(|it| it.marker.as_str());
    for (at, row) in table.rows().enumerate() {
        let fits_rule = |(column, rule): &&(usize, &RowRule)| {
            fits(row.field(*column), &rule.equals) != rule.keep
        };
        if let Some((column, rule)) = plan.set_aside.iter().find(fits_rule) {
            let what = (rule.reason, rule.column.as_str(), row.field(*column));
            aside.entry(what).or_default().push(row.line());
            sorted.set_aside += 1;
        } else if plan.whole.iter().any(|it| fits_rule(&it)) {
            sorted.whole.push(at);
        } else if marker.is_some_and(|it| row.field(plan.key).ends_with(it)) {
            sorted.sums.push(at);
        } else {
            sorted.areas.push(at);
        }
    }
    for ((reason, column, text), lines) in aside {
        let finding = findings.note("rows-set-aside").line(lines[0]);
        let finding = finding
            .arg("reason", reason.as_str())
            .arg("count", lines.len())
            .arg("name", column)
            .arg("text", text);
        findings.push(finding);
    }
    sorted.set_aside += (sorted.whole.len() + sorted.sums.len()) as u64;
    sorted
}

/// Which area unit each row stands for, in the order of the file, and how many rows stand
/// for none and are refused.
/// From how many unknown keys on it is the boundaries that do not fit, not single keys.
const MANY: usize = 20;

pub(super) fn join(
    table: &RawTable,
    plan: &Plan<'_>,
    target: &Target<'_>,
    sorted: &mut Sorted,
    findings: &mut Collector,
) -> (Vec<(usize, usize)>, u64) {
    let mut joiner = Joiner { plan, target, padded: Vec::new(), similar: BTreeMap::new() };
    let mut joined = Vec::new();
    let mut unknown: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut refused = 0;
    for at in &sorted.areas {
        let Some(row) = table.row(*at) else { continue };
        match joiner.resolve(row) {
            Ok(Some(area)) => joined.push((*at, area)),
            Ok(None) => {
                let group = plan.version.map_or("", |it| row.field(it));
                unknown.entry(group).or_default().push(*at);
            }
            Err(candidates) => {
                refused += 1;
                let finding = findings.error("ambiguous-name").line(row.line());
                let finding = finding.column(plan.key as u64 + 1).excerpt(&row.excerpt());
                let names = candidates.join(", ");
                let key = row.field(plan.key);
                findings.push(finding.arg("key", key).arg("candidates", names));
            }
        }
    }
    joiner.report(findings);
    for (group, rows) in unknown {
        let of_group = |it: &(usize, usize)| {
            let row = table.row(it.0);
            plan.version.is_none_or(|at| row.is_some_and(|it| it.field(at) == group))
        };
        let known = joined.iter().filter(|it| of_group(it)).count();
        let lost = rows.len() as u64;
        if plan.profile.area.by == KeyKind::GridCell {
            refused += lost;
            report_no_cells(table, plan, &rows, findings);
            continue;
        }
        match better_version(table, plan, target, &rows, known) {
            Some(finding) if plan.version.is_some() => {
                joined.retain(|it| !of_group(it));
                sorted.set_aside += lost + known as u64;
                findings.push(Finding { severity: crate::Severity::Note, ..finding });
            }
            Some(finding) => {
                joined.clear();
                refused += lost + known as u64;
                findings.push(finding);
            }
            None if plan.version.is_none() && rows.len() > MANY && rows.len() > known => {
                joined.clear();
                refused += lost + known as u64;
                report_boundaries(table, plan, target, (known, &rows), findings);
            }
            None => {
                refused += lost;
                report_unknown(table, plan, target, &rows, findings);
            }
        }
    }
    joined.sort_unstable();
    (joined, refused)
}

struct Joiner<'a> {
    plan: &'a Plan<'a>,
    target: &'a Target<'a>,
    padded: Vec<(u64, String, usize)>,
    similar: BTreeMap<(String, usize), u64>,
}

impl Joiner<'_> {
    /// The area unit of a row; an error has the names between which nothing decides.
    fn resolve(&mut self, row: Row<'_>) -> Result<Option<usize>, Vec<String>> {
        let areas = self.target.areas;
        if let Some(code) = self.target.corrections.get(&row.line()) {
            return Ok(areas.position(code));
        }
        let key = row.field(self.plan.key);
        match self.plan.profile.area.by {
            KeyKind::Name => match areas.named(key) {
                NameMatch::Same(at) => Ok(Some(at)),
                NameMatch::Similar(at) => {
                    self.similar.entry((key.to_owned(), at)).or_insert(row.line());
                    Ok(Some(at))
                }
                NameMatch::Several(all) => {
                    Err(all.into_iter().map(|at| areas.names()[at].clone()).collect())
                }
                NameMatch::None => Ok(areas.position(key)),
            },
            KeyKind::GridCell => Ok(super::grid_cell(key).and_then(|it| areas.position(&it))),
            KeyKind::Code => {
                if let Some(at) = areas.position(key) {
                    return Ok(Some(at));
                }
                let found = areas.position_padded(key, self.plan.profile.area.pad);
                if let Some(at) = found {
                    self.padded.push((row.line(), key.to_owned(), at));
                }
                Ok(found)
            }
        }
    }

    fn report(&self, findings: &mut Collector) {
        let areas = self.target.areas;
        let column = self.plan.key as u64 + 1;
        if let Some((line, key, at)) = self.padded.first() {
            let finding = findings.note("key-padded").line(*line).column(column);
            let finding = finding.arg("count", self.padded.len()).arg("key", key);
            findings.push(finding.arg("code", &areas.codes()[*at]));
        }
        for ((key, at), line) in &self.similar {
            let finding = findings.note("name-matched").line(*line).column(column);
            findings.push(finding.arg("key", key).arg("name", &areas.names()[*at]));
        }
    }
}

/// The finding that the rows belong to another known area version, if they do: most are
/// unknown here, and more of them are known there.
fn better_version(
    table: &RawTable,
    plan: &Plan<'_>,
    target: &Target<'_>,
    unknown: &[usize],
    known: usize,
) -> Option<Finding> {
    if unknown.len() <= known {
        return None;
    }
    let mut keys = BTreeMap::new();
    for row in unknown.iter().filter_map(|at| table.row(*at)) {
        keys.entry(row.field(plan.key)).or_insert_with(|| row.line());
    }
    let pad = plan.profile.area.pad;
    let counts = target.others.iter().map(|other| (other.known(&keys, pad), other));
    let (fitting, best) = counts.max_by_key(|(fitting, _)| *fitting)?;
    if fitting * 2 < keys.len() {
        return None;
    }
    let finding = Finding::new(crate::Severity::Error, table.file(), "other-area-version");
    let line = table.row(unknown[0]).map_or(1, Row::line);
    Some(
        finding
            .line(line)
            .column(plan.key as u64 + 1)
            .arg("version", target.areas.label())
            .arg("other", best.label())
            .arg("known", known)
            .arg("fitting", fitting)
            .arg("rows", unknown.len() + known),
    )
}

/// Says that the keys belong to boundaries that nobody has brought yet.
fn report_boundaries(
    table: &RawTable,
    plan: &Plan<'_>,
    target: &Target<'_>,
    (known, rows): (usize, &[usize]),
    findings: &mut Collector,
) {
    let finding = findings.error("unknown-boundaries").column(plan.key as u64 + 1);
    let finding = finding.arg("known", known).arg("rows", rows.len() + known);
    let key = table.row(rows[0]).map_or("", |row| row.field(plan.key));
    findings.push(finding.arg("key", key).arg("version", target.areas.label()));
}

/// Says of each key why it names no grid cell.
fn report_no_cells(table: &RawTable, plan: &Plan<'_>, rows: &[usize], findings: &mut Collector) {
    for row in rows.iter().filter_map(|at| table.row(*at)) {
        let key = row.field(plan.key);
        let fault = key.parse::<crate::grid::GridCell>().err();
        let finding = findings.error(fault.map_or("unknown-area", |it| it.fault.code()));
        let finding = finding.line(row.line()).column(plan.key as u64 + 1).arg("key", key);
        findings.push(finding.excerpt(&row.excerpt()));
    }
}

fn report_unknown(
    table: &RawTable,
    plan: &Plan<'_>,
    target: &Target<'_>,
    rows: &[usize],
    findings: &mut Collector,
) {
    for row in rows.iter().filter_map(|at| table.row(*at)) {
        let finding = findings.error("unknown-area").line(row.line());
        let finding = finding
            .column(plan.key as u64 + 1)
            .arg("key", row.field(plan.key))
            .arg("version", target.areas.label())
            .arg("suggested", suggested(row, plan, target, None));
        findings.push(finding.excerpt(&row.excerpt()));
    }
}

/// The code to which the name beside a key points, `none` if to no other one.
fn suggested(row: Row<'_>, plan: &Plan<'_>, target: &Target<'_>, not: Option<usize>) -> String {
    let name = plan.name.map_or("", |at| row.field(at));
    let candidates = match target.areas.named(name) {
        NameMatch::Same(at) | NameMatch::Similar(at) => vec![at],
        NameMatch::Several(all) => all,
        NameMatch::None => Vec::new(),
    };
    let mut others = candidates.into_iter().filter(|at| Some(*at) != not);
    match (others.next(), others.next()) {
        (Some(one), None) => target.areas.codes()[one].clone(),
        _ => "none".to_owned(),
    }
}

/// Keeps the first of all rows for the same area unit, period and categories; the others
/// are errors that name both lines. The third of a row is its period.
pub(super) fn refuse_twice(
    table: &RawTable,
    plan: &Plan<'_>,
    target: &Target<'_>,
    rows: Vec<(usize, usize, usize)>,
    findings: &mut Collector,
) -> Vec<(usize, usize, usize)> {
    let mut seen: HashMap<(usize, usize, String), u64> = HashMap::new();
    let mut kept = Vec::with_capacity(rows.len());
    for (at, area, period) in rows {
        let Some(row) = table.row(at) else { continue };
        let mut category = String::new();
        for column in &plan.categories {
            category.push_str(row.field(*column));
            category.push('\u{1f}');
        }
        match seen.entry((area, period, category)) {
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(row.line());
                kept.push((at, area, period));
            }
            std::collections::hash_map::Entry::Occupied(first) => {
                let finding = findings.error("duplicate-key").line(row.line());
                let finding = finding
                    .column(plan.key as u64 + 1)
                    .arg("key", row.field(plan.key))
                    .arg("first", first.get())
                    .arg("second", row.line())
                    .arg("suggested", suggested(row, plan, target, Some(area)));
                findings.push(finding.excerpt(&row.excerpt()));
            }
        }
    }
    kept
}
