//! A concept as one table, as it is copied out of a spreadsheet or read from a document.

use ankunft_formats::table::bare;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT};

use super::form::year;
use super::model::{Goal, Kind, Tree, Wording};
use super::placing::{Below, Called, Placed};
use super::words::{Part, kind};
use crate::known::Known;
use crate::pasted;

/// More is no concept that a council has read.
pub const MOST_ROWS: usize = 2_000;

/// What is wrong in a row, or to be known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line, counted from 1 with the heading.
    pub line: usize,
    /// The field; none for the whole row.
    pub part: Option<Part>,
    /// What it is and what to do.
    pub text: String,
}

/// A goal of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it stands below.
    pub below: Below,
    /// What it will say.
    pub wording: Wording,
    /// The goal of the edition that it is; none for a new one.
    pub was: Option<Goal>,
    /// What that goal will say otherwise.
    pub otherwise: Vec<Part>,
}

impl Row {
    /// Whether taking it over changes the edition.
    #[must_use]
    pub const fn changes(&self) -> bool {
        self.was.is_none() || !self.otherwise.is_empty()
    }
}

/// A table that was read.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The goals of its rows, in an order in which each stands after the row that it stands below.
    pub rows: Vec<Row>,
    /// What is wrong, in the order of lines.
    pub findings: Vec<Finding>,
    /// What is not wrong and yet to be known, in the order of lines.
    pub notes: Vec<Finding>,
    /// How many goals of the edition are in no row, although others of it are.
    pub untouched: usize,
}

impl Read {
    /// How many of its goals are new or say something else.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.rows.iter().filter(|it| it.changes()).count()
    }
}

/// A row before its place in the tree is known.
pub(super) struct Raw {
    pub(super) line: usize,
    pub(super) below: String,
    pub(super) wording: Wording,
}

/// Reads a pasted table. Cells stand between tabs, or between semicolons or commas; a
/// heading may put the columns into another order. A row with title and kind of a goal of the
/// edition is that goal: where it says nothing the goal stays as it is. A new one that names nothing
/// that it stands below stands below the last row of a wider kind.
pub fn read(t: &Texts, text: &str, known: &Known, tree: &Tree) -> Read {
    let mut read = Read::default();
    let raw = raws(t, text, known, &mut read);
    let called = Called::of(&raw, tree);
    let places = called.placed(t, &mut read.findings);
    let new = (0..raw.len()).filter(|at| places.was[*at].is_none());
    read.notes.extend(new.filter_map(|at| of_other_kind(t, (at, &raw[at]), &called)));
    read.findings.sort_by_key(|it| it.line);
    read.notes.sort_by_key(|it| it.line);
    let found = places.was.iter().flatten().count();
    read.untouched = if found == 0 { 0 } else { tree.in_order().len() - found };
    if read.findings.is_empty() {
        read.rows = rows(&raw, &places);
    }
    read
}

/// That a new goal is called like one of the edition that is something else.
fn of_other_kind(t: &Texts, (at, it): (usize, &Raw), called: &Called<'_>) -> Option<Finding> {
    let likes = called.goals_like(at);
    let other = likes
        .first()
        .filter(|_| likes.iter().all(|other| other.wording.kind != it.wording.kind))?;
    let args = [
        ("titel", said(&other.wording.title)),
        ("art", Arg::from(kind(t, other.wording.kind))),
        ("neu", Arg::from(kind(t, it.wording.kind))),
    ];
    let text = t.with("ziele-tabelle-andere-art", &args);
    Some(Finding { line: it.line, part: Some(Part::Kind), text })
}

fn said(text: &str) -> Arg {
    Arg::from(text)
}

/// The goals of the rows, each after the one that it stands below.
fn rows(raw: &[Raw], places: &Placed<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (at, below) in places.in_order() {
        let parent = match below {
            Below::Top => None,
            Below::Known(number) => Some(number),
            Below::Row(row) => rows[row].was.as_ref().map(|it| it.number),
        };
        let said = raw[at].wording.clone();
        rows.push(match places.was[at] {
            None => {
                let wording = Wording { parent, ..said };
                Row { below, wording, was: None, otherwise: Vec::new() }
            }
            Some(was) => {
                let is_below_new = parent.is_none() && below != Below::Top;
                let wording = Wording { parent, ..kept(said, &was.wording) };
                let otherwise = otherwise(&was.wording, &wording, is_below_new);
                Row { below, wording, was: Some(was.clone()), otherwise }
            }
        });
    }
    rows
}

/// In what a goal is to say something else.
fn otherwise(was: &Wording, now: &Wording, is_below_new: bool) -> Vec<Part> {
    let differs = |part: &Part| match part {
        Part::Kind => was.kind != now.kind,
        Part::Title => was.title != now.title,
        Part::Parent => is_below_new || was.parent != now.parent,
        Part::Body => was.body != now.body,
        Part::Sign => was.sign != now.sign,
        Part::Owner => was.owner != now.owner,
        Part::Horizon => was.horizon != now.horizon,
    };
    Part::ALL.into_iter().filter(differs).collect()
}

/// What a goal says once a row of a table was taken for it: what the row does not say stays.
fn kept(row: Wording, was: &Wording) -> Wording {
    let text = |said: String, was: &str| match said.is_empty() || said == unix(was) {
        true => was.to_owned(),
        false => said,
    };
    Wording {
        title: was.title.clone(),
        body: text(row.body, &was.body),
        sign: text(row.sign, &was.sign),
        owner: row.owner.or(was.owner),
        horizon: row.horizon.or(was.horizon),
        ..*was
    }
}

/// A text with the ends of lines as they are kept.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// A title in so many signs as one may have, cut at a word; none if it is no longer than that.
#[must_use]
pub fn shortened(title: &str) -> Option<String> {
    if title.chars().count() <= LONGEST_LINE {
        return None;
    }
    let head: String = title.chars().take(LONGEST_LINE - 1).collect();
    let words = head.rfind(char::is_whitespace).map_or(&*head, |at| &head[..at]);
    let words = words.trim_end_matches(|it: char| !it.is_alphanumeric());
    Some(format!("{words} …"))
}

fn raws(t: &Texts, text: &str, known: &Known, read: &mut Read) -> Vec<Raw> {
    let mut raw = Vec::new();
    let rows = pasted::rows(text);
    let named = rows.first().filter(|it| !it.is_open).and_then(|it| heading(t, &it.cells));
    let without = usize::from(named.is_some());
    let order = named.unwrap_or_else(|| Part::ALL.map(Some).to_vec());
    for (at, it) in rows.iter().skip(without).enumerate() {
        let line = it.line;
        if at >= MOST_ROWS {
            let text = t.with("tabelle-zu-lang", &[("anzahl", Arg::from(MOST_ROWS))]);
            read.findings.push(Finding { line, part: None, text });
            return raw;
        }
        match it.is_open {
            true => read.findings.push(Finding { line, part: None, text: t.get("tabelle-offen") }),
            false => raw.push(row(t, (line, &it.cells), (&order, known), read)),
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
    read: &mut Read,
) -> Raw {
    let cell = |part: Part| {
        let at = order.iter().position(|it| *it == Some(part));
        bare(at.and_then(|at| cells.get(at)).map_or("", String::as_str))
    };
    let mut wrong = |part: Part, text: String| {
        read.findings.push(Finding { line, part: Some(part), text });
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
    let (title, body) = titled(cell(Part::Title), unix(cell(Part::Body)));
    let sign = unix(cell(Part::Sign));
    for (part, text) in [(Part::Body, &body), (Part::Sign, &sign)] {
        if text.chars().count() > LONGEST_TEXT {
            wrong(part, t.get("eingabe-zu-lang"));
        }
    }
    if title != cell(Part::Title) {
        let text = t.with("ziele-tabelle-gekuerzt", &[("titel", said(&title))]);
        read.notes.push(Finding { line, part: Some(Part::Title), text });
    }
    let wording = Wording {
        kind: found.unwrap_or(Kind::Goal),
        parent: None,
        rank: 0,
        title,
        body,
        sign,
        owner: desk.map(|it| it.id),
        horizon: horizon.unwrap_or_default(),
    };
    let below = cell(Part::Parent);
    Raw { line, below: shortened(below).unwrap_or_else(|| below.to_owned()), wording }
}

/// Title and text of a row; a title that is too long stands in full before the text.
fn titled(title: &str, body: String) -> (String, String) {
    match shortened(title) {
        None => (title.to_owned(), body),
        Some(short) if body.is_empty() => (short, title.to_owned()),
        Some(short) => (short, format!("{title}\n{body}")),
    }
}
