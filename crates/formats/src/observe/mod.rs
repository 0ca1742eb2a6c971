//! Tables to observations: rows joined with area units, figures checked.

mod ages;
mod areas;
mod cells;
mod compare;
mod figures;
mod join;
mod names;
mod period;
mod plan;
mod sums;

use std::collections::BTreeMap;

pub use areas::AreaIndex;
pub use compare::compare_totals;
pub(crate) use names::fold;

use crate::table::{Collector, Limits, RawTable};
use crate::{Finding, Observations, Period, PeriodRule, Profile, RowCount};
use plan::Plan;

/// What a table is to be joined with.
#[derive(Clone, Debug)]
pub struct Target<'a> {
    /// The area units of the version.
    pub areas: &'a AreaIndex,
    /// Other area versions that are known, to say it if the table belongs to one of them.
    pub others: &'a [&'a AreaIndex],
    /// The period, if the person said it. It wins over the name of the file.
    pub period: Option<Period>,
    /// Codes that the person accepted in the place of what a line says, by line.
    pub corrections: BTreeMap<u64, String>,
}

impl<'a> Target<'a> {
    /// These area units and nothing else.
    #[must_use]
    pub fn of(areas: &'a AreaIndex) -> Self {
        Self { areas, others: &[], period: None, corrections: BTreeMap::new() }
    }
}

/// Reads a table's rows as figures of area units, as its profile says.
///
/// Area units that the table does not name are missing, never zero. With an error among the
/// findings the observations are not fit to be accepted; they are what could be read.
#[must_use]
pub fn observe(
    table: &RawTable,
    profile: &Profile,
    target: &Target<'_>,
) -> (Observations, Vec<Finding>) {
    let mut findings = Collector::new(table.file(), Limits::default().findings_of_a_kind);
    let read = table.len() as u64 + table.refused();
    let mut observations = Observations {
        areas: target.areas.codes().to_vec(),
        series: Vec::new(),
        rows: RowCount { read, refused: read, ..RowCount::default() },
    };
    let Some(plan) = Plan::new(table, profile, &mut findings) else {
        return (observations, findings.finish());
    };
    plan.report_other_columns(table, &mut findings);
    let mut sorted = join::sort(table, &plan, &mut findings);
    let (joined, _) = join::join(table, &plan, target, &mut sorted, &mut findings);
    let mut periods = Periods::new(table, &plan, target, &mut findings);
    let mut dated = Vec::with_capacity(joined.len());
    for (row, area) in joined {
        if let Some(period) = periods.of_row(row, &mut findings) {
            dated.push((row, area, period));
        }
    }
    let kept = join::refuse_twice(table, &plan, target, dated, &mut findings);
    let work = figures::Work { table, plan: &plan, target, sorted: &sorted };
    let done = work.read(&kept, &mut periods, &mut findings);
    observations.series = done.series;
    observations.rows = RowCount {
        read,
        joined: done.joined,
        set_aside: sorted.set_aside,
        refused: read - done.joined - sorted.set_aside,
    };
    if !kept.is_empty() {
        report_missing(&kept, target, &periods.list, &mut findings);
    }
    (observations, findings.finish())
}

/// The area units of a table of grid cells: its own cells, in the order of the file.
#[must_use]
pub fn grid_cells(table: &RawTable, profile: &Profile) -> AreaIndex {
    let column = table.column(&profile.area.column);
    let mut seen = std::collections::HashSet::new();
    let cells = column.into_iter().flat_map(|at| table.rows().map(move |row| row.field(at)));
    let codes = cells.filter_map(grid_cell).filter(|code| seen.insert(code.clone()));
    AreaIndex::new(table.file(), codes.map(|code| (code, String::new())).collect())
}

/// The position of the area version that knows most keys of a table; `None` if none does.
#[must_use]
pub fn best_version(table: &RawTable, profile: &Profile, versions: &[&AreaIndex]) -> Option<usize> {
    let column = table.column(&profile.area.column)?;
    let keys: BTreeMap<&str, u64> =
        table.rows().map(|row| (row.field(column), row.line())).collect();
    let known = versions.iter().map(|it| it.known(&keys, profile.area.pad)).enumerate();
    let fitting = known.filter(|(_, known)| *known > 0);
    // Of versions that know the same keys, the one with least beside them.
    let rank = |(at, known): &(usize, usize)| {
        (*known, std::cmp::Reverse(versions[*at].len()), std::cmp::Reverse(*at))
    };
    fitting.max_by_key(rank).map(|(at, _)| at)
}

/// A grid cell's key in its long form, `CRS3035RES100mN2691700E4341100`.
fn grid_cell(key: &str) -> Option<String> {
    key.parse::<crate::grid::GridCell>().ok().map(|it| it.to_string())
}

/// Whether a text fits a pattern in which `*` stands for anything.
pub(crate) fn fits(text: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or("");
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// The periods of a table, in the order in which its rows name them.
pub(crate) struct Periods<'a> {
    table: &'a RawTable,
    column: Option<usize>,
    fixed: Option<usize>,
    pub(crate) list: Vec<Period>,
    known: BTreeMap<String, Option<usize>>,
}

impl<'a> Periods<'a> {
    fn new(
        table: &'a RawTable,
        plan: &Plan<'_>,
        target: &Target<'_>,
        findings: &mut Collector,
    ) -> Self {
        let mut periods = Self {
            table,
            column: plan.period,
            fixed: None,
            list: Vec::new(),
            known: BTreeMap::new(),
        };
        let name = table.file().rsplit(['/', '!']).next().unwrap_or_default();
        let of_file = || match &plan.profile.period {
            PeriodRule::Fixed(text) => Period::read(text),
            PeriodRule::FileName(pattern) => Period::in_file_name(name, pattern),
            PeriodRule::Asked | PeriodRule::Column(_) => None,
        };
        if periods.column.is_none() {
            match target.period.clone().or_else(of_file) {
                Some(period) => {
                    periods.list.push(period);
                    periods.fixed = Some(0);
                }
                // That the column is missing has been said.
                None if matches!(plan.profile.period, PeriodRule::Column(_)) => {}
                None => findings.push(findings.error("period-missing")),
            }
        }
        periods
    }

    /// The position of a row's period in the list.
    pub(crate) fn of_row(&mut self, row: usize, findings: &mut Collector) -> Option<usize> {
        let Some(column) = self.column else { return self.fixed };
        let row = self.table.row(row)?;
        let text = row.field(column);
        let list = &mut self.list;
        let found = *self.known.entry(text.to_owned()).or_insert_with(|| {
            let period = Period::read(text)?;
            Some(list.iter().position(|it| *it == period).unwrap_or_else(|| {
                list.push(period);
                list.len() - 1
            }))
        });
        if found.is_none() {
            let finding = findings.error("period-unreadable").line(row.line());
            let finding = finding.column(column as u64 + 1).arg("text", text);
            findings.push(finding.excerpt(&row.excerpt()));
        }
        found
    }
}

/// Names the area units that no row of a period names; periods that lack the same together.
fn report_missing(
    kept: &[(usize, usize, usize)],
    target: &Target<'_>,
    periods: &[Period],
    findings: &mut Collector,
) {
    const NAMED: usize = 30;
    let mut there = vec![vec![false; target.areas.len()]; periods.len()];
    for (_, area, period) in kept {
        there[*period][*area] = true;
    }
    let mut lacking: BTreeMap<Vec<usize>, Vec<&str>> = BTreeMap::new();
    for (there, period) in there.iter().zip(periods) {
        let missing: Vec<usize> = (0..there.len()).filter(|at| !there[*at]).collect();
        if !missing.is_empty() && missing.len() < there.len() {
            lacking.entry(missing).or_default().push(period.as_str());
        }
    }
    for (missing, periods) in lacking {
        let name =
            |at: &usize| format!("{} {}", target.areas.codes()[*at], target.areas.names()[*at]);
        let named: Vec<String> = missing.iter().take(NAMED).map(name).collect();
        let more = if missing.len() > NAMED { ", …" } else { "" };
        let finding = findings.warning("areas-missing").arg("count", missing.len());
        let finding = finding.arg("areas", format!("{}{more}", named.join(", ")));
        findings.push(finding.arg("periods", periods.join(", ")));
    }
}
