use std::collections::{BTreeMap, BTreeSet};

use ankunft_disclosure::Cell;

use super::ages::{self, Fit};
use super::cells::{self, Read};
use super::join::Sorted;
use super::plan::Plan;
use super::{Periods, Target, sums};
use crate::table::{Collector, RawTable, Row};
use crate::{Kind, Layout, Meaning, Period, Series};

/// The reading of all figures of joined rows.
pub(super) struct Work<'a> {
    pub(super) table: &'a RawTable,
    pub(super) plan: &'a Plan<'a>,
    pub(super) target: &'a Target<'a>,
    pub(super) sorted: &'a Sorted,
}

/// What came of it.
pub(super) struct Done {
    pub(super) series: Vec<Series>,
    pub(super) joined: u64,
}

/// What was counted on the way, for notes at the end.
#[derive(Default)]
struct Tally {
    /// For each mark: how often, and where first.
    marks: BTreeMap<usize, (u64, u64, u64)>,
    unreliable: u64,
    /// Columns with an age group that is only partly inside, with its label.
    astride: BTreeMap<usize, String>,
}

impl Work<'_> {
    pub(super) fn read(
        &self,
        rows: &[(usize, usize, usize)],
        periods: &mut Periods<'_>,
        findings: &mut Collector,
    ) -> Done {
        let is_long = self.plan.profile.layout == Layout::Long;
        let checks = if is_long { Vec::new() } else { sums::plan_sums(self.plan) };
        let shares = sums::plan_shares(self.plan, self.table).filter(|_| !is_long);
        let mut tally = Tally::default();
        let mut grid = Grid::new(self.plan.columns.len(), self.target.areas.len());
        let mut parts = BTreeMap::new();
        let mut joined = 0;
        for (at, area, period) in rows {
            let Some(row) = self.table.row(*at) else { continue };
            let Some(reads) = self.row(row, &mut tally, findings) else { continue };
            joined += 1;
            let holds = sums::check_sums(&checks, row, &reads, self.plan, findings);
            if let Some(shares) = shares.as_ref().filter(|_| holds) {
                sums::check_shares(shares, row, &reads, self.table, findings);
            }
            if self.plan.profile.sum_rows.is_some() {
                let bounds = reads.iter().map(|it| it.and_then(|it| it.bounds)).collect();
                parts.insert(row.field(self.plan.key).to_owned(), bounds);
            }
            for (column, read) in reads.into_iter().enumerate() {
                if let Some(read) = read {
                    grid.put(column, *period, *area, read.cell);
                }
            }
        }
        let totals = self.totals(&parts, periods, &mut tally, findings);
        self.report(&tally, findings);
        let series = self.series(grid, &totals, &periods.list, &tally, findings);
        Done { series, joined }
    }

    /// The figures of a row, one for each planned column that it belongs to; `None` if one
    /// of them cannot be read, which is a finding.
    fn row(
        &self,
        row: Row<'_>,
        tally: &mut Tally,
        findings: &mut Collector,
    ) -> Option<Vec<Option<Read>>> {
        let profile = self.plan.profile;
        let style = self.table.reading().numbers;
        let flag = profile.flag.as_ref().zip(self.plan.flag);
        let flagged = flag.is_some_and(|(rule, at)| row.field(at) == rule.text);
        let mut reads = Vec::with_capacity(self.plan.columns.len());
        let mut is_whole = true;
        for (number, column) in self.plan.columns.iter().enumerate() {
            if !self.belongs(row, number, tally) {
                reads.push(None);
                continue;
            }
            let text = row.field(column.at);
            let at = |finding: crate::Finding| {
                let finding = finding.line(row.line()).column(column.at as u64 + 1);
                let finding = finding.arg("text", text).arg("name", &column.rule.column);
                finding.arg("key", row.field(self.plan.key)).excerpt(&row.excerpt())
            };
            match cells::read(text, column.rule.kind, &profile.marks, style) {
                Ok(read) => {
                    let cell = if flagged { read.cell.unreliable() } else { read.cell };
                    tally.count(&read, row.line(), column.at as u64 + 1);
                    if column.rule.kind == Kind::Count && is_never(profile, cell) {
                        findings.push(at(findings.warning("count-never-shown")));
                    }
                    reads.push(Some(Read { cell, ..read }));
                }
                Err("empty-cell") => {
                    findings.push(at(findings.warning("empty-cell")));
                    reads.push(Some(Read { cell: Cell::MISSING, bounds: None, mark: None }));
                }
                Err(code) => {
                    is_whole = false;
                    findings.push(at(findings.error(code)));
                    reads.push(None);
                }
            }
        }
        tally.unreliable += u64::from(flagged && is_whole);
        is_whole.then_some(reads)
    }

    /// Whether a row of a long table belongs to the indicator of this planned column.
    fn belongs(&self, row: Row<'_>, column: usize, tally: &mut Tally) -> bool {
        self.plan.columns[column].when.iter().all(|(at, when)| {
            let text = row.field(*at);
            let equal = |it: &String| it.to_lowercase() == text.to_lowercase();
            let named = when.equals.is_empty() || when.equals.iter().any(equal);
            let aged = match when.ages.map(|span| ages::fit(text, span)) {
                None | Some(Fit::Inside) => true,
                Some(Fit::Outside) => false,
                Some(Fit::Astride) => {
                    tally.astride.entry(column).or_insert_with(|| text.to_owned());
                    false
                }
            };
            named && aged
        })
    }

    /// The figures of rows that hold the whole, by planned column and period.
    fn totals(
        &self,
        parts: &BTreeMap<String, Vec<Option<(f64, f64)>>>,
        periods: &mut Periods<'_>,
        tally: &mut Tally,
        findings: &mut Collector,
    ) -> BTreeMap<(usize, usize), Cell> {
        let mut totals = BTreeMap::new();
        let marker = self.plan.profile.sum_rows.as_ref().map_or("", |it| it.marker.as_str());
        let mut sum_rows = Vec::new();
        for at in self.sorted.whole.iter().chain(&self.sorted.sums) {
            let Some(row) = self.table.row(*at) else { continue };
            let Some(reads) = self.row(row, tally, findings) else { continue };
            let Some(period) = periods.of_row(*at, findings) else { continue };
            let key = row.field(self.plan.key);
            let is_whole = self.sorted.whole.contains(at)
                || (!marker.is_empty() && key.replace(marker, "").is_empty());
            for (column, read) in reads.iter().enumerate() {
                if let Some(read) = read.filter(|_| is_whole) {
                    totals.insert((column, period), read.cell);
                }
            }
            if self.sorted.sums.contains(at) {
                sum_rows.push((*at, reads));
            }
        }
        sums::check_sum_rows(self.table, self.plan, &sum_rows, parts, findings);
        totals
    }

    fn report(&self, tally: &Tally, findings: &mut Collector) {
        let profile = self.plan.profile;
        for (mark, (count, line, column)) in &tally.marks {
            let mark = &profile.marks[*mark];
            let means = match mark.means {
                Meaning::Zero => "zero",
                Meaning::Suppressed => "suppressed",
                Meaning::Missing => "missing",
            };
            let (from, to) = mark.interval.unwrap_or_default();
            let text = if mark.text.is_empty() { "empty" } else { &mark.text };
            let finding = findings.note("marks-read").line(*line).column(*column);
            let finding = finding.arg("count", count).arg("text", text).arg("means", means);
            let interval = if mark.interval.is_some() { "given" } else { "none" };
            let finding = finding.arg("interval", interval).arg("from", from).arg("to", to);
            findings.push(finding.arg("profile", &profile.title));
        }
        if tally.unreliable > 0 {
            let finding = findings.note("unreliable-read").arg("count", tally.unreliable);
            let text = profile.flag.as_ref().map_or("", |it| it.text.as_str());
            findings.push(finding.arg("text", text));
        }
        for (column, label) in &tally.astride {
            let rule = self.plan.columns[*column].rule;
            let finding = findings.warning("age-group-astride").arg("text", label);
            findings.push(finding.arg("indicator", &rule.indicator));
        }
    }

    fn series(
        &self,
        mut grid: Grid,
        totals: &BTreeMap<(usize, usize), Cell>,
        periods: &[Period],
        tally: &Tally,
        findings: &mut Collector,
    ) -> Vec<Series> {
        let mut renamed = BTreeSet::new();
        let mut series = Vec::new();
        for (number, column) in self.plan.columns.iter().enumerate() {
            for (at, period) in periods.iter().enumerate() {
                if tally.astride.contains_key(&number) {
                    continue;
                }
                let total = totals.get(&(number, at)).copied();
                let Some(cells) = grid.take(number, at, total.is_some()) else { continue };
                let wrong = column.rule.until.as_ref().filter(|it| {
                    let until = Period::read(&it.period);
                    until.is_some_and(|until| period.last_day() <= until.last_day())
                });
                if let Some(wrong) = wrong {
                    renamed.insert((column.at, &column.rule.column, &wrong.indicator));
                }
                let indicator = wrong.map_or(&column.rule.indicator, |it| &it.indicator).clone();
                series.push(Series { indicator, period: period.clone(), cells, total });
            }
        }
        if let Some((at, ..)) = renamed.first() {
            let names = renamed.iter().map(|(_, name, really)| format!("{name} → {really}"));
            let names: Vec<String> = names.collect();
            let finding = findings.note("wrong-column-names").line(1).column(*at as u64 + 1);
            let finding = finding.arg("count", names.len()).arg("names", names.join(", "));
            findings.push(finding.arg("profile", &self.plan.profile.title));
        }
        series
    }
}

impl Tally {
    fn count(&mut self, read: &Read, line: u64, column: u64) {
        if let Some(mark) = read.mark {
            self.marks.entry(mark).or_insert((0, line, column)).0 += 1;
        }
    }
}

#[allow(clippy::cast_precision_loss)]
fn is_never(profile: &crate::Profile, cell: Cell) -> bool {
    cell.number().is_some_and(|number| profile.never.iter().any(|it| *it as f64 == number))
}

/// The cells of all planned columns and periods.
struct Grid {
    columns: usize,
    areas: usize,
    /// By period, then column; empty until the first cell.
    cells: Vec<Vec<Cell>>,
    /// Cells to which a row gave a missing figure: no sum of them is known.
    missing: BTreeSet<(usize, usize)>,
}

impl Grid {
    fn new(columns: usize, areas: usize) -> Self {
        Self { columns, areas, cells: Vec::new(), missing: BTreeSet::new() }
    }

    fn put(&mut self, column: usize, period: usize, area: usize, cell: Cell) {
        let at = period * self.columns + column;
        if at >= self.cells.len() {
            self.cells.resize((period + 1) * self.columns, Vec::new());
        }
        if self.cells[at].is_empty() {
            self.cells[at] = vec![Cell::MISSING; self.areas];
        }
        if cell == Cell::MISSING {
            self.missing.insert((at, area));
        }
        self.cells[at][area] = cells::together(self.cells[at][area], cell);
    }

    /// The cells of one column and period; `None` if no row has any, unless asked for.
    fn take(&mut self, column: usize, period: usize, always: bool) -> Option<Vec<Cell>> {
        let at = period * self.columns + column;
        let mut cells = self.cells.get_mut(at).map(std::mem::take).unwrap_or_default();
        if cells.is_empty() {
            return always.then(|| vec![Cell::MISSING; self.areas]);
        }
        for (_, area) in self.missing.range((at, 0)..(at + 1, 0)) {
            cells[*area] = Cell::MISSING;
        }
        Some(cells)
    }
}
