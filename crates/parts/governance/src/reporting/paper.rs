//! The Sachbericht: what was reported and accepted, as a paper for the partner's own funder.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_report::paper::{Block, Column, Day, Level, PageWords, Paper, Row, Table, Text};
use jiff::civil::Date;

use super::link::{Case, moment};
use super::model::{ObstacleState, Verdict};
use crate::effects::model::Actual;
use crate::effects::view::Stand;
use crate::effects::words;
use crate::known;

/// The paper of an accepted report.
#[must_use]
pub fn paper(t: &Texts, case: &Case, day: Date) -> Paper {
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
    blocks.push(Block::heading(Level::One, t.get("sachbericht-werte")));
    blocks.push(Block::Table(values(t, case)));
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
        page_words: PageWords { page: t.get("papier-seite"), of: t.get("papier-seite-von") },
        blocks,
    }
}

fn values(t: &Texts, case: &Case) -> Table {
    let last = case.request.submissions.last();
    let row = |stand: &Stand| {
        let says = &stand.known.says;
        let version = last.and_then(|it| it.values.get(&stand.known.number).copied());
        let is_it = |it: &&Actual| it.period == case.round.period && Some(it.version) == version;
        let value = stand.actuals.iter().find(is_it).map(|it| words::value(t, says, it.value));
        let target = says.targets.iter().find(|it| it.0 >= case.round.period.last());
        let target = target.map(|(day, value)| {
            let args = [
                ("wert", Arg::from(words::amount(t, says, *value))),
                ("tag", Arg::from(t.date(*day))),
            ];
            t.with("ziel-bis", &args)
        });
        let cells = [Some(says.name.clone()), value, target, Some(says.source.clone())];
        Row { cells: cells.map(|it| Text::from(it.unwrap_or_default())).to_vec(), total: false }
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
        rows: case.stands.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

/// When it was handed in by whom, and accepted.
fn accepted(t: &Texts, case: &Case) -> String {
    let last = case.request.submissions.last();
    let at = match last.and_then(|it| it.verdict.as_ref()) {
        Some(Verdict::Accepted(at)) => t.instant(moment(*at)),
        _ => String::new(),
    };
    let args = [
        ("name", Arg::from(last.map_or("", |it| it.contact.as_str()))),
        ("eingereicht", Arg::from(last.map_or_else(String::new, |it| t.instant(moment(it.at))))),
        ("abgenommen", Arg::from(at)),
        ("stadt", Arg::from(case.city.name.as_str())),
    ];
    t.with("sachbericht-abnahme", &args)
}
