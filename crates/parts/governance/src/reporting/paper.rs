//! The Sachbericht: what was reported and accepted, as a paper for the partner's own funder.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_report::paper::{Block, Column, Day, Level, PageWords, Paper, Row, Table, Text};
use jiff::civil::Date;

use super::link::{Case, moment};
use super::model::{ObstacleState, Verdict};
use crate::effects::model::{Actual, State};
use crate::effects::period::Period;
use crate::effects::view::Stand;
use crate::effects::words;
use crate::known;
use crate::spending::view::View;

/// The paper of an accepted report.
#[must_use]
pub fn paper(t: &Texts, (case, money): (&Case, Option<&View>), day: Date) -> Paper {
    let plan = &case.measure.plan;
    let period = case.round.period.words(t);
    let mut blocks = vec![Block::paragraph(t.with(
        "sachbericht-leit",
        &[
            ("massnahme", Arg::from(plan.title.as_str())),
            ("ort", Arg::from(known::place(t, plan.place.as_ref()))),
            ("zeitraum", Arg::from(period.as_str())),
            ("woran", Arg::from(plan.sign.as_str())),
        ],
    ))];
    let told = case.request.accepted().map_or("", |it| &it.note);
    if !told.is_empty() {
        blocks.push(Block::heading(Level::One, t.get("sachbericht-geschehen")));
        let lines = told.lines().filter(|it| !it.trim().is_empty());
        blocks.extend(lines.map(|it| Block::paragraph(it.to_owned())));
    }
    blocks.push(Block::heading(Level::One, t.get("sachbericht-werte")));
    blocks.push(Block::Table(values(t, case)));
    let money = money.filter(|it| !it.budget.is_empty() || !it.book.is_empty());
    if let Some(money) = money {
        blocks.push(Block::heading(Level::One, t.get("sachbericht-geld")));
        blocks.push(Block::Table(spent(t, money, case.round.period)));
    }
    if !case.obstacles.is_empty() {
        blocks.push(Block::heading(Level::One, t.get("sachbericht-hindernisse")));
        for it in &case.obstacles {
            blocks.push(Block::paragraph(it.text.clone()));
            if it.state == ObstacleState::Answered {
                blocks.push(Block::paragraph(it.answer.clone()));
            }
        }
    }
    blocks.push(Block::Sources { lines: vec![Text::from(accepted(t, case))] });
    let language = t.language().code();
    let part = |it: i8| u8::try_from(it).unwrap_or(1);
    Paper {
        title: t.with("sachbericht-titel", &[("massnahme", Arg::from(plan.title.as_str()))]),
        subtitle: period,
        mark: None,
        language: language.split('-').next().unwrap_or(language).to_owned(),
        author: case.city.name.clone(),
        date: Day {
            year: u16::try_from(day.year()).unwrap_or(1),
            month: part(day.month()),
            day: part(day.day()),
        },
        date_words: t.date_long(day),
        keywords: vec![case.city.name.clone(), plan.title.clone()],
        foot: String::new(),
        landscape: false,
        page_words: PageWords { page: t.get("papier-seite"), of: t.get("papier-seite-von") },
        blocks,
    }
}

/// What was planned for the measure, and what was spent in the period and until its end.
fn spent(t: &Texts, money: &View, period: Period) -> Table {
    let until = |first: Option<Date>| -> i64 {
        let is_in = |day: Date| day <= period.last() && first.is_none_or(|it| it <= day);
        money.book.counting().filter(|it| is_in(it.says.day)).map(|it| it.says.cents).sum()
    };
    let planned = match money.budget.is_empty() {
        true => String::new(),
        false => t.euros(money.budget.cents),
    };
    let row = |head: String, planned: String, cents: i64| Row {
        cells: [head, planned, t.euros(cents)].map(Text::from).to_vec(),
        total: false,
    };
    let end = [("tag", Arg::from(t.date(period.last())))];
    Table {
        caption: t.get("sachbericht-geld"),
        columns: vec![
            Column::words(t.get("wert-zeitraum")),
            Column::numbers(t.get("sachbericht-geplant")),
            Column::numbers(t.get("sachbericht-ausgegeben")),
        ],
        row_headings: true,
        rows: vec![
            row(period.words(t), String::new(), until(Some(period.first()))),
            row(t.with("sachbericht-bis", &end), planned, until(None)),
        ],
        notes: vec![Text::from(t.get("sachbericht-geld.lesen"))],
    }
}

/// The values that were accepted; what was sent back apart from its report is none of them.
fn values(t: &Texts, case: &Case) -> Table {
    let stands = case.request.accepted();
    let row = |stand: &Stand| {
        let says = &stand.known.says;
        let version = stands.and_then(|it| it.values.get(&stand.known.number).copied());
        let is_it = |it: &&Actual| {
            (it.period, Some(it.version)) == (case.round.period, version)
                && it.state == State::Accepted
        };
        let actual = stand.actuals.iter().find(is_it);
        let value = actual.map(|it| words::value(t, says, it.value));
        let target = says.targets.iter().find(|it| it.0 >= case.round.period.last());
        let target = target.map(|it| words::target(t, says, *it));
        let cells = [Some(says.name.clone()), value, target, Some(says.source.clone())];
        let first = Row {
            cells: cells.map(|it| Text::from(it.unwrap_or_default())).to_vec(),
            total: false,
        };
        let part = |(category, value): &(String, i64)| {
            let head = t.with("wert-teil", &[("teil", Arg::from(category.as_str()))]);
            let cells = [head, words::number(t, *value), String::new(), String::new()];
            Row { cells: cells.map(Text::from).to_vec(), total: false }
        };
        let parts = actual.map(|it| it.parts.as_slice()).unwrap_or_default().iter().map(part);
        std::iter::once(first).chain(parts).collect::<Vec<Row>>()
    };
    Table {
        caption: t.get("sachbericht-werte"),
        columns: vec![
            Column::words(t.get("bericht-was")),
            Column::numbers(t.get("wert")),
            Column::words(t.get("ziel-wert")),
            Column::words(t.get("indikator-feld-quelle")),
        ],
        row_headings: true,
        rows: case.stands.iter().flat_map(row).collect(),
        notes: Vec::new(),
    }
}

/// When it was handed in by whom, and accepted.
fn accepted(t: &Texts, case: &Case) -> String {
    let stands = case.request.accepted();
    let at = match stands.and_then(|it| it.verdict.as_ref()) {
        Some(Verdict::Accepted(at)) => t.instant(moment(*at)),
        _ => String::new(),
    };
    let args = [
        ("name", Arg::from(stands.map_or("", |it| it.contact.as_str()))),
        ("eingereicht", Arg::from(stands.map_or_else(String::new, |it| t.instant(moment(it.at))))),
        ("abgenommen", Arg::from(at)),
        ("stadt", Arg::from(case.city.name.as_str())),
    ];
    t.with("sachbericht-abnahme", &args)
}
