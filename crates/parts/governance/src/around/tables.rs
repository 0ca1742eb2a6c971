//! The plan of costs and financing as tables: pages, papers and files show the same.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Row, RowCell, Table};

use super::money::{Budget, CostKind, Source};
use super::plan::{Gap, Grid, Payer};
use super::words;
use crate::effects::words::as_f64;
use crate::funding::model::share;

/// The name of a year of a plan.
#[must_use]
pub fn year(t: &Texts, year: Option<i16>) -> String {
    year.map_or_else(|| t.get("plan-ohne-jahr"), |it| it.to_string())
}

/// A kind of cost, or what is not divided.
#[must_use]
pub fn kind(t: &Texts, kind: Option<CostKind>) -> String {
    kind.map_or_else(|| t.get("plan-nicht-aufgeteilt"), |it| words::cost_kind(t, it))
}

/// The columns of the years and of their sum; without years there is the sum alone.
fn columns<K>(t: &Texts, grid: &Grid<K>) -> Vec<Column> {
    if !grid.has_years() {
        return vec![Column::numbers(t.get("geld-betrag"))];
    }
    let years = grid.years.iter().map(|it| Column::numbers(year(t, *it)));
    years.chain([Column::numbers(t.get("geld-zusammen"))]).collect()
}

fn amounts<K>(t: &Texts, grid: &Grid<K>, row: &[i64]) -> Vec<RowCell> {
    let total = RowCell::new(t.euros(row.iter().sum()));
    if !grid.has_years() {
        return vec![total];
    }
    row.iter().map(|it| RowCell::new(t.euros(*it))).chain([total]).collect()
}

fn totals<K>(t: &Texts, grid: &Grid<K>) -> Vec<RowCell> {
    let columns: Vec<i64> = (0..grid.years.len()).map(|at| grid.column(at)).collect();
    amounts(t, grid, &columns)
}

/// The Ausgabenplan: kinds of cost by year; the last row is what all of it costs.
#[must_use]
pub fn costs(t: &Texts, budget: &Budget) -> Table {
    let grid = budget.cost_plan();
    let row = |(of, row): &(Option<CostKind>, Vec<i64>)| Row {
        head: RowCell::new(kind(t, *of)),
        cells: amounts(t, &grid, row),
    };
    let total = Row { head: RowCell::new(t.get("plan-gesamtkosten")), cells: totals(t, &grid) };
    Table {
        caption: t.get("plan-ausgaben"),
        quiet_caption: true,
        columns: std::iter::once(Column::words(t.get("plan-ausgabeart")))
            .chain(columns(t, &grid))
            .collect(),
        rows: grid.rows.iter().map(row).chain([total]).collect(),
    }
}

/// A source with its programme and what was agreed as its share.
#[must_use]
pub fn source(t: &Texts, it: &Source) -> RowCell {
    let quota = it.quota.map(|it| words::quota(t, it));
    let programme = Some(it.programme.clone()).filter(|it| !it.is_empty());
    let notes: Vec<String> = programme.into_iter().chain(quota).collect();
    let cell = RowCell::new(it.name.clone());
    if notes.is_empty() { cell } else { cell.note(notes.join(", ")) }
}

/// The Finanzierungsplan: who pays in which year, and which part of the whole; the city's own part is
/// the rest and stands before the sum.
#[must_use]
pub fn financing(t: &Texts, budget: &Budget) -> Table {
    let grid = budget.financing_plan();
    let percent = |cents: i64| {
        let part = share(cents, budget.cents);
        RowCell::new(part.map_or_else(String::new, |it| t.percent(as_f64(it), 2)))
    };
    let row = |(payer, row): &(Payer, Vec<i64>)| {
        let head = match payer {
            Payer::Source(at) => source(t, &budget.sources[*at]),
            Payer::Own => RowCell::new(t.get("geld-eigenanteil")),
        };
        let part = percent(row.iter().sum());
        Row { head, cells: amounts(t, &grid, row).into_iter().chain([part]).collect() }
    };
    let total = Row {
        head: RowCell::new(t.get("plan-gesamtfinanzierung")),
        cells: totals(t, &grid).into_iter().chain([percent(budget.cents)]).collect(),
    };
    Table {
        caption: t.get("plan-finanzierung"),
        quiet_caption: true,
        columns: std::iter::once(Column::words(t.get("geld-wer")))
            .chain(columns(t, &grid))
            .chain([Column::numbers(t.get("plan-anteil"))])
            .collect(),
        rows: grid.rows.iter().map(row).chain([total]).collect(),
    }
}

/// What does not fit together, a sentence each.
#[must_use]
pub fn gaps(t: &Texts, budget: &Budget) -> Vec<String> {
    let say = |it: Gap| {
        let (of, cents, name) = match it {
            Gap::Costs(cents) => ("kosten", cents, ""),
            Gap::Source(at, cents) => ("geber", cents, budget.sources[at].name.as_str()),
        };
        let side = if cents > 0 { "mehr" } else { "weniger" };
        let args = [("betrag", Arg::from(t.euros(cents.abs()))), ("geber", Arg::from(name))];
        t.with(&format!("plan-luecke-{of}-{side}"), &args)
    };
    budget.gaps().into_iter().map(say).collect()
}
