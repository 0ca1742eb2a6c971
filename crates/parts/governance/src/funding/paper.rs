//! Papers of financing: of a city, and the plan of costs and financing of a measure.

use ankunft_atlas::papers::Letterhead;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_report::paper::{Block, Level, Note, Paper, Table, Text};
use jiff::civil::Date;

use super::model::Planned;
use super::pages;
use super::view::{OneView, View};
use crate::around::money::Budget;
use crate::around::tables;
use crate::spending::tables as spent;
use crate::{known, printed};

/// What stands on a paper that is made for who pays.
const FOR_FUNDERS: &str = "papier-fuer-geber";

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
        if let Some(years) = pages::years(t, view) {
            blocks.push(Block::heading(Level::One, t.get("foerderung-jahre")));
            blocks.push(Block::Table(printed::with_total(years)));
        }
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
    // What is about one funder goes to that funder.
    let for_whom = if view.wanted.source.is_some() { FOR_FUNDERS } else { "massnahme-nur-intern" };
    let mark = Some(t.get(for_whom));
    // Amounts beside one another are wide.
    Paper { mark, landscape: true, ..head.paper(title, &[], blocks) }
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
    let mut blocks = vec![
        Block::paragraph(t.with("finanzplan-leit", &args)),
        Block::heading(Level::One, t.get("plan-ausgaben")),
        Block::Table(printed::with_total(tables::costs(t, &it.budget))),
        Block::heading(Level::One, t.get("plan-finanzierung")),
        Block::Table(Table {
            notes: rounding(t, &it.budget).into_iter().collect(),
            ..printed::with_total(tables::financing(t, &it.budget))
        }),
    ];
    let gaps = tables::gaps(t, &it.budget);
    if !gaps.is_empty() {
        let text = gaps.into_iter().map(Text::from).collect();
        blocks.push(Block::Note(Note { title: String::new(), text }));
    }
    blocks.extend(spending(t, it, head.day));
    blocks.extend([
        Block::heading(Level::One, t.get("papier-unterschrift")),
        Block::paragraph(t.get("papier-unterschrift-zeile")),
        Block::Sources { lines: vec![Text::from(t.with("blatt-fassung", &version))] },
    ]);
    let title = (it.title.clone(), t.get("finanzplan-titel"));
    let mark = Some(t.get(FOR_FUNDERS));
    let landscape = it.budget.financing_plan().years.len() > WIDE;
    Paper { mark, landscape, ..head.paper(title, &[], blocks) }
}

/// From so many years on a page is turned.
const WIDE: usize = 3;

/// How shares are divided, where there are any.
fn rounding(t: &Texts, budget: &Budget) -> Option<Text> {
    let has_quota = budget.sources.iter().any(|it| it.quota.is_some());
    has_quota.then(|| Text::from(t.get("finanzplan-runden")))
}

/// What was spent of it until today; that it is only planned, where nothing was booked.
fn spending(t: &Texts, it: &Planned, today: Date) -> Vec<Block> {
    let note = |id: &str| {
        let text = vec![Text::from(t.get(id))];
        Block::Note(Note { title: String::new(), text })
    };
    if it.book.is_empty() {
        return vec![note("finanzplan-nur-plan")];
    }
    let args = [("tag", Arg::from(t.date(today)))];
    let lead = std::iter::once(spent::lead(t, &it.budget, &it.book));
    let said: Vec<String> = lead.chain(spent::over(t, &it.budget, &it.book)).collect();
    let mut blocks = vec![
        Block::heading(Level::One, t.with("finanzplan-abfluss", &args)),
        Block::paragraph(said.join(" ")),
    ];
    let tables = spent::compared(t, &it.budget, &it.book).into_iter();
    blocks.extend(tables.map(|it| Block::Table(printed::with_total(it))));
    blocks.push(note("finanzplan-gebucht"));
    blocks
}
