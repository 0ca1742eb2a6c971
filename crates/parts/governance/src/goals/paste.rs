//! A concept as one table, as it is copied out of a spreadsheet or read from a document.

use std::collections::BTreeMap;

use ankunft_formats::table::bare;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT};

use super::form::year;
use super::model::{Goal, Kind, Tree, Wording};
use super::words::{Part, kind};
use crate::known::Known;
use crate::pasted;

/// More is no concept that a council has read.
pub const MOST_ROWS: usize = 2_000;

/// What is wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line, counted from 1 with the heading.
    pub line: usize,
    /// The field; none for the whole row.
    pub part: Option<Part>,
    /// What it is and what to do.
    pub text: String,
}

/// What a goal of a table stands below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Below {
    /// Nothing.
    Top,
    /// A goal that is there.
    Known(i64),
    /// A row of the table, by its place.
    Row(usize),
}

/// A table that was read.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The goals of its rows, with a parent set where it is known; an order in which each stands
    /// after the row that it stands below.
    pub rows: Vec<(Below, Wording)>,
    /// What is wrong, in the order of lines.
    pub findings: Vec<Finding>,
}

/// A row before its place in the tree is known.
struct Raw {
    line: usize,
    below: String,
    wording: Wording,
}

/// Reads a pasted table. Cells stand between tabs, or between semicolons or commas; a
/// heading may put the columns into another order. A row that names nothing that it stands below
/// stands below the last row of a wider kind.
pub fn read(t: &Texts, text: &str, known: &Known, tree: &Tree) -> Read {
    let mut read = Read::default();
    let raw = raws(t, text, known, &mut read.findings);
    let mut titles: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, it) in raw.iter().enumerate() {
        titles.entry(it.wording.title.to_lowercase()).or_default().push(at);
    }
    let there: BTreeMap<String, &Goal> =
        tree.in_order().iter().map(|(_, it)| (it.wording.title.to_lowercase(), *it)).collect();
    let mut below = Vec::new();
    for (at, it) in raw.iter().enumerate() {
        if there.contains_key(&it.wording.title.to_lowercase()) {
            let text = t.with("ziele-tabelle-schon-da", &[("titel", said(&it.wording.title))]);
            read.findings.push(Finding { line: it.line, part: Some(Part::Title), text });
        }
        below.push(placed(t, (at, &raw), (&titles, &there), &mut read.findings));
    }
    circles(t, &raw, &below, &mut read.findings);
    read.findings.sort_by_key(|it| it.line);
    if read.findings.is_empty() {
        read.rows = in_order(raw, &below);
    }
    read
}

fn said(text: &str) -> Arg {
    Arg::from(text)
}

/// What a row stands below; a finding where it names something that is not there or too narrow.
fn placed(
    t: &Texts,
    (at, raw): (usize, &[Raw]),
    (titles, there): (&BTreeMap<String, Vec<usize>>, &BTreeMap<String, &Goal>),
    findings: &mut Vec<Finding>,
) -> Below {
    let it = &raw[at];
    let kind = it.wording.kind;
    if it.below.is_empty() {
        let wider = raw[..at].iter().rposition(|above| above.wording.kind < kind);
        return wider.map_or(Below::Top, Below::Row);
    }
    let name = it.below.to_lowercase();
    let (found, above) = match (titles.get(&name), there.get(&name)) {
        // Of several rows of that name the nearest before counts.
        (Some(rows), _) => {
            let row = rows.iter().rfind(|row| **row < at).or_else(|| rows.first());
            let row = row.copied().unwrap_or_default();
            (Below::Row(row), raw[row].wording.kind)
        }
        (None, Some(goal)) => (Below::Known(goal.number), goal.wording.kind),
        (None, None) => {
            let text = t.with("ziele-tabelle-unter-fehlt", &[("titel", said(&it.below))]);
            findings.push(Finding { line: it.line, part: Some(Part::Parent), text });
            return Below::Top;
        }
    };
    if above > kind {
        let text = t.get("ziel-unter-enger");
        findings.push(Finding { line: it.line, part: Some(Part::Parent), text });
    }
    found
}

/// Rows that stand below themselves, each once.
fn circles(t: &Texts, raw: &[Raw], below: &[Below], findings: &mut Vec<Finding>) {
    for (at, it) in raw.iter().enumerate() {
        let mut here = below[at];
        for _ in 0..raw.len() {
            match here {
                Below::Row(above) if above == at => {
                    let text = t.get("ziel-unter-sich");
                    findings.push(Finding { line: it.line, part: Some(Part::Parent), text });
                    break;
                }
                Below::Row(above) => here = below[above],
                Below::Top | Below::Known(_) => break,
            }
        }
    }
}

/// The rows in their order, but each after the one that it stands below.
fn in_order(raw: Vec<Raw>, below: &[Below]) -> Vec<(Below, Wording)> {
    let mut place: Vec<Option<usize>> = vec![None; raw.len()];
    let mut order = Vec::new();
    for at in 0..raw.len() {
        let mut chain = vec![at];
        while let Some(Below::Row(above)) = chain.last().map(|it| below[*it]) {
            chain.push(above);
        }
        for at in chain.into_iter().rev() {
            if place[at].is_none() {
                place[at] = Some(order.len());
                order.push(at);
            }
        }
    }
    let mut wordings: Vec<Option<Wording>> = raw.into_iter().map(|it| Some(it.wording)).collect();
    let row = |at: usize| {
        let below = match below[at] {
            Below::Row(above) => Below::Row(place[above]?),
            other => other,
        };
        Some((below, wordings[at].take()?))
    };
    order.into_iter().filter_map(row).collect()
}

fn raws(t: &Texts, text: &str, known: &Known, findings: &mut Vec<Finding>) -> Vec<Raw> {
    let mut raw = Vec::new();
    let rows = pasted::rows(text);
    let named = rows.first().filter(|it| !it.is_open).and_then(|it| heading(t, &it.cells));
    let without = usize::from(named.is_some());
    let order = named.unwrap_or_else(|| Part::ALL.map(Some).to_vec());
    for (at, it) in rows.iter().skip(without).enumerate() {
        let line = it.line;
        if at >= MOST_ROWS {
            let text = t.with("tabelle-zu-lang", &[("anzahl", Arg::from(MOST_ROWS))]);
            findings.push(Finding { line, part: None, text });
            return raw;
        }
        match it.is_open {
            true => findings.push(Finding { line, part: None, text: t.get("tabelle-offen") }),
            false => raw.push(row(t, (line, &it.cells), (&order, known), findings)),
        }
    }
    raw
}

/// The columns of a heading; none if the row is none.
fn heading(t: &Texts, cells: &[String]) -> Option<Vec<Option<Part>>> {
    let part = |cell: &String| {
        let cell = cell.to_lowercase();
        Part::ALL.into_iter().find(|it| it.name(t).to_lowercase() == cell || it.code() == cell)
    };
    let named: Vec<Option<Part>> = cells.iter().map(part).collect();
    let has = |part: Part| named.contains(&Some(part));
    (has(Part::Title) && has(Part::Kind)).then_some(named)
}

fn row(
    t: &Texts,
    (line, cells): (usize, &[String]),
    (order, known): (&[Option<Part>], &Known),
    findings: &mut Vec<Finding>,
) -> Raw {
    let cell = |part: Part| {
        let at = order.iter().position(|it| *it == Some(part));
        bare(at.and_then(|at| cells.get(at)).map_or("", String::as_str))
    };
    let mut wrong = |part: Part, text: String| {
        findings.push(Finding { line, part: Some(part), text });
    };
    let named = cell(Part::Kind).to_lowercase();
    let found =
        Kind::ALL.into_iter().find(|it| it.code() == named || kind(t, *it).to_lowercase() == named);
    if found.is_none() {
        wrong(Part::Kind, t.with("ziele-tabelle-art-fremd", &[("art", said(cell(Part::Kind)))]));
    }
    if cell(Part::Title).is_empty() {
        wrong(Part::Title, t.get("ziel-titel-fehlt"));
    }
    let longest =
        [(Part::Title, LONGEST_LINE), (Part::Body, LONGEST_TEXT), (Part::Sign, LONGEST_TEXT)];
    for (part, longest) in longest {
        if cell(part).chars().count() > longest {
            wrong(part, t.get("eingabe-zu-lang"));
        }
    }
    let owner = cell(Part::Owner).to_lowercase();
    let desk = known.desks.iter().find(|it| it.title.to_lowercase() == owner);
    if desk.is_none() && !owner.is_empty() {
        wrong(
            Part::Owner,
            t.with("ziele-tabelle-stelle-fremd", &[("stelle", said(cell(Part::Owner)))]),
        );
    }
    let horizon = year(cell(Part::Horizon));
    if horizon.is_err() {
        wrong(Part::Horizon, t.get("ziel-jahr-unklar"));
    }
    let wording = Wording {
        kind: found.unwrap_or(Kind::Goal),
        parent: None,
        rank: 0,
        title: cell(Part::Title).to_owned(),
        body: cell(Part::Body).to_owned(),
        sign: cell(Part::Sign).to_owned(),
        owner: desk.map(|it| it.id),
        horizon: horizon.unwrap_or_default(),
    };
    Raw { line, below: cell(Part::Parent).to_owned(), wording }
}
