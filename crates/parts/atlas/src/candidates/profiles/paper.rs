//! The paper of candidates: their profiles side by side, to be laid on a table.

use ankunft_platform::languages::Arg;
use ankunft_report::paper::{Block, Column, Paper, Row, Table, Text};

use super::{Side, Sides};
use crate::pages::key::KeyRow;
use crate::papers::{Letterhead, origins};

/// So many candidates find room side by side.
const ACROSS: usize = 3;
/// The height of a map and of the course of a measure, in points.
const MAP_PT: u8 = 96;
const TREND_PT: u8 = 15;

/// The paper, in the language of its reader. It is never public.
#[must_use]
pub fn paper(head: &Letterhead<'_>, sides: &Sides<'_>) -> Paper {
    let t = head.t;
    let all = sides.words(&head.setting());
    let args = [("stadt", Arg::from(head.city)), ("anzahl", Arg::from(all.len()))];
    let title = (t.get("kandidaten-titel"), t.with("profile-papier-unter", &args));
    let mut blocks = vec![Block::paragraph(t.get("kandidaten-lesen"))];
    for (at, some) in all.chunks(ACROSS).enumerate() {
        if at > 0 {
            blocks.push(Block::PageBreak);
        }
        blocks.push(Block::Table(table(head, some)));
    }
    blocks.push(Block::Sources { lines: origins(head, &sides.sources()) });
    let paper = head.paper(title, &[], blocks);
    Paper { mark: Some(t.get("atlas-nur-intern")), ..paper }
}

fn table(head: &Letterhead<'_>, sides: &[Side]) -> Table {
    let t = head.t;
    let none = || Text::from(t.get("papier-kein-vergleich"));
    let mut rows: Vec<Row> = Vec::new();
    let mut row = |name: String, cells: Vec<Option<Text>>| {
        if cells.iter().any(Option::is_some) {
            let cells = cells.into_iter().map(|it| it.unwrap_or_else(none));
            let cells = std::iter::once(Text::from(name)).chain(cells).collect();
            rows.push(Row { cells, total: false });
        }
    };
    let map = |it: &Side| {
        let names = [("gebiet", Arg::from(it.name.as_str())), ("stadt", Arg::from(head.city))];
        let alt = t.with("papier-lage-text", &names);
        it.map.clone().map(|svg| Text::default().drawing(svg, MAP_PT, alt))
    };
    row(t.get("profil-lage"), sides.iter().map(map).collect());
    for term in terms(sides, |it| it.pairs.iter().map(|it| it.term.as_str()).collect()) {
        let text = |it: &Side| {
            let pair = it.pairs.iter().find(|it| it.term == term)?;
            Some(Text::from(pair.text.as_str()))
        };
        row(term.to_owned(), sides.iter().map(text).collect());
    }
    let parts = |it: &Side| it.warning.as_deref().map(Text::from);
    row(t.get("profil-teile"), sides.iter().map(parts).collect());
    for name in terms(sides, |it| it.rows.iter().map(|it| it.name.as_str()).collect()) {
        let cell = |it: &Side| Some(figure(head, it.rows.iter().find(|it| it.name == name)?));
        row(name.to_owned(), sides.iter().map(cell).collect());
    }
    let names = sides.iter().map(|it| Column::words(it.name.as_str()));
    Table {
        caption: t.get("kandidaten-tabelle"),
        columns: std::iter::once(Column::words(t.get("papier-was"))).chain(names).collect(),
        row_headings: true,
        rows,
        notes: Vec::new(),
    }
}

/// What any of them says, in the order in which it is said first.
fn terms<'a>(sides: &'a [Side], of: impl Fn(&'a Side) -> Vec<&'a str>) -> Vec<&'a str> {
    let mut terms: Vec<&str> = Vec::new();
    for term in sides.iter().flat_map(of) {
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// `44,6 % (31.12.2024; Musterstadt 21,0 %; +3,2 Prozentpunkte seit 2019)` and its course.
fn figure(head: &Letterhead<'_>, it: &KeyRow) -> Text {
    let city = it.city.as_ref().map(|value| {
        let args = [("stadt", Arg::from(head.city)), ("wert", Arg::from(value.as_str()))];
        head.t.with("profil-stadt", &args)
    });
    let notes = [Some(it.period.clone()), city, it.change.clone()];
    let notes = notes.into_iter().flatten().collect::<Vec<_>>().join("; ");
    let text = Text::default().strong(it.value.as_str()).and(format!(" ({notes}) "));
    match &it.trend {
        Some((svg, alt)) => text.drawing(svg.as_str(), TREND_PT, alt.as_str()),
        None => text,
    }
}
