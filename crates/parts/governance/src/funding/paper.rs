//! Papers of financing: of a city, and the plan of costs and financing of a measure.

use ankunft_atlas::papers::Letterhead;
use ankunft_platform::languages::Arg;
use ankunft_report::paper::{Block, Column, Level, Note, Paper, Row, Table, Text};

use super::model::share;
use super::pages;
use super::view::{OneView, View};
use crate::around::words as around;
use crate::effects::words::as_f64;
use crate::{known, printed};

/// The financing of a city, as its page says it.
#[must_use]
pub fn city(head: &Letterhead<'_>, view: &View) -> Paper {
    let t = head.t;
    let mut blocks = vec![Block::paragraph(pages::lead(t, view))];
    if !view.report.rows.is_empty() {
        blocks.push(Block::heading(Level::One, t.get("foerderung-quellen")));
        blocks.push(Block::Table(printed::with_total(pages::sources(t, &view.report))));
        blocks.push(Block::heading(Level::One, t.get("massnahmen-alle")));
        blocks.push(Block::Table(printed::with_total(pages::rows(t, None, view))));
    }
    if !view.funds.is_empty() {
        blocks.push(Block::heading(Level::One, t.get("foerderung-fonds")));
        blocks.push(Block::Table(printed::with_total(pages::funds(t, None, &view.funds))));
    }
    let text = vec![Text::from(t.get("foerderung-lesen"))];
    blocks.push(Block::Note(Note { title: String::new(), text }));
    let year = view.wanted.year.map(|it| it.to_string());
    let parts: Vec<String> = [view.wanted.source.clone(), year].into_iter().flatten().collect();
    let kind = match parts.is_empty() {
        true => t.get("foerderung-papier"),
        false => format!("{}: {}", t.get("foerderung-papier"), parts.join(", ")),
    };
    let title = (t.get("foerderung-papier-titel"), kind);
    Paper { mark: Some(t.get("massnahme-nur-intern")), ..head.paper(title, &[], blocks) }
}

/// The plan of costs and financing of a measure.
#[must_use]
pub fn plan(head: &Letterhead<'_>, view: &OneView) -> Paper {
    let t = head.t;
    let it = &view.it;
    let args = [
        ("kosten", Arg::from(t.euros(it.budget.cents))),
        ("dritte", Arg::from(t.euros(it.given()))),
        ("eigen", Arg::from(t.euros(it.budget.own_cents()))),
        ("zeit", Arg::from(pages::period(t, it))),
        ("stelle", Arg::from(known::post(t, &view.names, view.lead))),
    ];
    let written = ankunft_platform::words::instant(t, view.at);
    let version = [("fassung", Arg::from(view.version)), ("zeit", Arg::from(written))];
    let blocks = vec![
        Block::paragraph(t.with("finanzplan-leit", &args)),
        Block::heading(Level::One, t.get("finanzplan-ausgaben")),
        Block::Table(costs(head, view)),
        Block::heading(Level::One, t.get("finanzplan-finanzierung")),
        Block::Table(financing(head, view)),
        Block::Note(Note {
            title: String::new(),
            text: vec![Text::from(t.get("finanzplan-nur-plan"))],
        }),
        Block::heading(Level::One, t.get("papier-unterschrift")),
        Block::paragraph(t.get("papier-unterschrift-zeile")),
        Block::Sources { lines: vec![Text::from(t.with("blatt-fassung", &version))] },
    ];
    let title = (it.title.clone(), t.get("finanzplan-titel"));
    Paper { mark: Some(t.get("massnahme-nur-intern")), ..head.paper(title, &[], blocks) }
}

fn costs(head: &Letterhead<'_>, view: &OneView) -> Table {
    let t = head.t;
    let row = |name: String, total| Row {
        cells: vec![name.into(), t.euros(view.it.budget.cents).into()],
        total,
    };
    Table {
        caption: t.get("finanzplan-ausgaben"),
        columns: vec![Column::words(t.get("papier-was")), Column::numbers(t.get("geld-betrag"))],
        row_headings: true,
        rows: vec![row(view.it.title.clone(), false), row(t.get("finanzplan-gesamtkosten"), true)],
        notes: Vec::new(),
    }
}

/// Who pays: what was agreed as a quota, the amount, and its part of the whole.
fn financing(head: &Letterhead<'_>, view: &OneView) -> Table {
    let t = head.t;
    let budget = &view.it.budget;
    let part = |cents: i64| {
        let part = share(cents, budget.cents);
        part.map_or_else(String::new, |it| t.percent(as_f64(it), 2))
    };
    let row = |cells: [String; 5], total| Row { cells: cells.map(Text::from).to_vec(), total };
    let source = |it: &crate::around::money::Source| {
        let quota = it.quota.map_or_else(String::new, |it| around::quota(t, it));
        let cells =
            [it.name.clone(), it.programme.clone(), quota, t.euros(it.cents), part(it.cents)];
        row(cells, false)
    };
    let own = budget.own_cents();
    let line = |id: &str, cents: i64, total| {
        row([t.get(id), String::new(), String::new(), t.euros(cents), part(cents)], total)
    };
    let rows = budget.sources.iter().map(source);
    let rest = [
        line("geld-eigenanteil", own, false),
        line("finanzplan-gesamtfinanzierung", budget.cents, true),
    ];
    Table {
        caption: t.get("finanzplan-finanzierung"),
        columns: vec![
            Column::words(t.get("geld-wer")),
            Column::words(t.get("geld-programm")),
            Column::numbers(t.get("geld-quote")),
            Column::numbers(t.get("geld-betrag")),
            Column::numbers(t.get("foerderung-anteil")),
        ],
        row_headings: true,
        rows: rows.chain(rest).collect(),
        notes: vec![Text::from(t.get("finanzplan-runden"))],
    }
}
