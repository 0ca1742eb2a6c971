//! Many measures as one table, as it is copied out of a spreadsheet.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::typed::{Typed, day, sent};

use super::form::checked;
use super::model::{Measure, Part, Plan, State};
use super::words;
use crate::known::{Known, Spot, WHOLE_CITY};
use crate::pasted::{self, Row};

/// The columns in their usual order: the five fields that make a measure.
const COLUMNS: [Part; 5] = [Part::Title, Part::Place, Part::Lead, Part::Due, Part::Sign];
/// More is no list that a person has looked at.
pub const MOST_ROWS: usize = 500;

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

/// A table that was read: the plans of its rows, and what is wrong.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The plans of the rows that are in order.
    pub plans: Vec<Plan>,
    /// What is wrong, in the order of lines.
    pub findings: Vec<Finding>,
    /// The fields that it has beside the five.
    pub more: Vec<Part>,
    /// The columns that are left out, as a person finds them.
    pub left_out: Vec<String>,
}

/// Reads a pasted table (`pasted::rows`); a heading with names of fields may put the columns into
/// another order and bring more of them.
pub fn read(t: &Texts, text: &str, known: &Known, there: &[Measure]) -> Read {
    let rows = pasted::rows(text);
    let named = rows.first().filter(|it| !it.is_open).and_then(|it| heading(t, &it.cells));
    let (head, rows) = rows.split_at(usize::from(named.is_some()));
    let order = named.unwrap_or_else(|| COLUMNS.map(Some).to_vec());
    let mut read = Read {
        more: order.iter().flatten().copied().filter(|it| !COLUMNS.contains(it)).collect(),
        left_out: left_out(t, (head.first(), rows), &order),
        ..Read::default()
    };
    for (at, it) in rows.iter().enumerate() {
        let line = it.line;
        if at >= MOST_ROWS {
            let most = [("anzahl", Arg::from(MOST_ROWS))];
            let text = t.with("tabelle-zu-lang", &most);
            read.findings.push(Finding { line, part: None, text });
            return read;
        }
        if it.is_open {
            read.findings.push(Finding { line, part: None, text: t.get("tabelle-offen") });
            continue;
        }
        row(t, it, &order, (known, there), &mut read);
    }
    read
}

/// The columns of a heading; none if the row is none. A column of another name is none, and of two of
/// one name the second.
fn heading(t: &Texts, cells: &[String]) -> Option<Vec<Option<Part>>> {
    let part = |cell: &String| {
        let cell = cell.to_lowercase();
        let is_it = |it: &Part| {
            cell == it.code()
                || cell == words::field(t, *it).to_lowercase()
                || (*it == Part::Title && cell == t.get("massnahme").to_lowercase())
        };
        Part::ALL.into_iter().find(is_it)
    };
    let mut order: Vec<Option<Part>> = Vec::new();
    for found in cells.iter().map(part) {
        order.push(found.filter(|it| !order.contains(&Some(*it))));
    }
    (order.iter().flatten().count() > 1).then_some(order)
}

/// The columns that are no field: by their heading, else by their place if something stands in them.
fn left_out(
    t: &Texts,
    (head, rows): (Option<&Row>, &[Row]),
    order: &[Option<Part>],
) -> Vec<String> {
    let width = rows.iter().chain(head).map(|it| it.cells.len()).max().unwrap_or_default();
    let is_used =
        |at: usize| rows.iter().any(|it| it.cells.get(at).is_some_and(|it| !it.is_empty()));
    let name = |at: usize| match head.and_then(|it| it.cells.get(at)).filter(|it| !it.is_empty()) {
        Some(name) => Some(name.clone()),
        None => is_used(at).then(|| t.with("tabelle-spalte", &[("nummer", Arg::from(at + 1))])),
    };
    let none = |at: &usize| order.get(*at).copied().flatten().is_none();
    (0..width).filter(none).filter_map(name).collect()
}

fn row(
    t: &Texts,
    of: &Row,
    order: &[Option<Part>],
    (known, there): (&Known, &[Measure]),
    read: &mut Read,
) {
    let line = of.line;
    let mut typed = Typed::new();
    let mut findings = Vec::new();
    for (cell, part) in of.cells.iter().zip(order) {
        let Some(part) = part else { continue };
        match values(t, *part, cell, known) {
            Ok(values) => typed.extend(values.into_iter().map(|it| (part.code().to_owned(), it))),
            Err(text) => findings.push(Finding { line, part: Some(*part), text }),
        }
    }
    if sent(&typed, Part::State.code()).is_empty() {
        typed.push((Part::State.code().to_owned(), State::Planned.code().to_owned()));
    }
    match checked(t, &typed, known, None) {
        Ok(plan) => {
            let same = |it: &Plan| it.title == plan.title && it.place == plan.place;
            if there.iter().map(|it| &it.plan).chain(&read.plans).any(same) {
                let args = [("titel", Arg::from(plan.title.as_str()))];
                let text = t.with("tabelle-doppelt", &args);
                findings.push(Finding { line, part: Some(Part::Title), text });
            } else {
                read.plans.push(plan);
            }
        }
        Err(problems) => {
            // What is said of a cell already is not said again as missing.
            let said: Vec<Part> = findings.iter().filter_map(|it| it.part).collect();
            for part in Part::ALL.into_iter().filter(|it| !said.contains(it)) {
                if let Some(text) = problems.of(part.code()) {
                    findings.push(Finding { line, part: Some(part), text });
                }
            }
        }
    }
    read.findings.extend(findings);
}

/// A cell as the form would send it: several Stellen are several values, and nothing is none.
fn values(t: &Texts, part: Part, cell: &str, known: &Known) -> Result<Vec<String>, String> {
    let read = |it: &str| value(t, part, it.trim(), known);
    let says = |it: &&str| !it.trim().is_empty();
    if !matches!(part, Part::Contributing | Part::Informed) {
        return Some(cell).filter(says).map(read).into_iter().collect();
    }
    let mut all = Vec::new();
    for piece in cell.split(['\n', ';']).filter(says) {
        match read(piece) {
            Ok(it) => all.push(it),
            // A comma can be one of a name.
            Err(_) => {
                for it in piece.split(',').filter(says) {
                    all.push(read(it)?);
                }
            }
        }
    }
    Ok(all)
}

fn value(t: &Texts, part: Part, cell: &str, known: &Known) -> Result<String, String> {
    let quoted = [("wert", Arg::from(cell))];
    let lower = cell.to_lowercase();
    match part {
        Part::Place => {
            place(t, cell, known).ok_or_else(|| t.with("tabelle-quartier-fremd", &quoted))
        }
        Part::Lead | Part::Contributing | Part::Informed => {
            let mut desks = known.desks.iter().filter(|it| it.title.to_lowercase() == lower);
            match (desks.next(), desks.next()) {
                (Some(it), None) => Ok(it.id.to_string()),
                (Some(_), Some(_)) => Err(t.with("tabelle-stelle-doppelt", &quoted)),
                _ => Err(t.with("tabelle-stelle-fremd", &quoted)),
            }
        }
        Part::Due | Part::StartsOn | Part::ReviewOn => {
            day(cell).map(|it| it.to_string()).ok_or_else(|| t.with("tabelle-tag-unklar", &quoted))
        }
        Part::State => {
            let is_it =
                |it: &State| it.code() == lower || words::state(t, *it).to_lowercase() == lower;
            let found = State::ALL.into_iter().find(is_it).map(|it| it.code().to_owned());
            found.ok_or_else(|| t.with("abgleich-stand-fremd", &quoted))
        }
        _ => Ok(cell.to_owned()),
    }
}

/// An area unit by its name or key; the whole city by its word.
fn place(t: &Texts, cell: &str, known: &Known) -> Option<String> {
    let lower = cell.to_lowercase();
    if lower == t.get("ganze-stadt").to_lowercase() || lower == WHOLE_CITY {
        return Some(WHOLE_CITY.to_owned());
    }
    let is_it = |it: &&Spot| it.place.area == cell || it.place.name.to_lowercase() == lower;
    // Of several levels with one name the coarsest: that is what a person calls a quarter.
    known.spots.iter().find(is_it).map(|it| it.place.value())
}
