//! Many measures as one table, as it is copied out of a spreadsheet.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::typed::{Typed, day};

use super::form::checked;
use super::model::{Measure, Part, Plan, State};

use super::words;
use crate::asks;
use crate::known::{Known, Spot, WHOLE_CITY};

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
}

/// Reads a pasted table. Cells stand between tabs, or between semicolons where there are no tabs;
/// a heading may put the columns into another order.
pub fn read(t: &Texts, text: &str, known: &Known, there: &[Measure]) -> Read {
    let delimiter = asks::delimiter(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut read = Read::default();
    let mut order: Vec<Option<Part>> = COLUMNS.map(Some).to_vec();
    let mut is_first = true;
    for record in reader.records() {
        let Ok(record) = record else {
            read.findings.push(Finding { line: 1, part: None, text: t.get("tabelle-unlesbar") });
            return read;
        };
        let line = record.position().map_or(0, |it| usize::try_from(it.line()).unwrap_or_default());
        if record.iter().all(|it| it.trim().is_empty()) {
            continue;
        }
        if std::mem::take(&mut is_first)
            && let Some(named) = heading(t, &record)
        {
            order = named;
            continue;
        }
        if read.plans.len() + read.findings.len() >= MOST_ROWS {
            let most = [("anzahl", Arg::from(MOST_ROWS))];
            read.findings.push(Finding {
                line,
                part: None,
                text: t.with("tabelle-zu-lang", &most),
            });
            return read;
        }
        row(t, (line, &record), &order, (known, there), &mut read);
    }
    read
}

/// The columns of a heading; none if the row is none. A column of another name is left out.
fn heading(t: &Texts, record: &csv::StringRecord) -> Option<Vec<Option<Part>>> {
    let part = |cell: &str| {
        let cell = cell.trim().to_lowercase();
        let is_it = |it: &&Part| {
            cell == it.code()
                || cell == words::field(t, **it).to_lowercase()
                || (**it == Part::Title && cell == t.get("massnahme").to_lowercase())
        };
        COLUMNS.iter().find(is_it).copied()
    };
    let order: Vec<Option<Part>> = record.iter().map(part).collect();
    (order.iter().flatten().count() > 1).then_some(order)
}

fn row(
    t: &Texts,
    (line, record): (usize, &csv::StringRecord),
    order: &[Option<Part>],
    (known, there): (&Known, &[Measure]),
    read: &mut Read,
) {
    let mut typed: Typed = vec![(Part::State.code().into(), State::Planned.code().into())];
    let mut findings = Vec::new();
    for (cell, part) in record.iter().zip(order) {
        let Some(part) = part else { continue };
        match value(t, *part, cell.trim(), known) {
            Ok(value) => typed.push((part.code().to_owned(), value)),
            Err(text) => findings.push(Finding { line, part: Some(*part), text }),
        }
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
            for part in COLUMNS.into_iter().filter(|it| !said.contains(it)) {
                if let Some(text) = problems.of(part.code()) {
                    findings.push(Finding { line, part: Some(part), text });
                }
            }
        }
    }
    read.findings.extend(findings);
}

/// A cell as the form would send it.
fn value(t: &Texts, part: Part, cell: &str, known: &Known) -> Result<String, String> {
    if cell.is_empty() {
        return Ok(String::new());
    }
    let quoted = [("wert", Arg::from(cell))];
    match part {
        Part::Place => {
            place(t, cell, known).ok_or_else(|| t.with("tabelle-quartier-fremd", &quoted))
        }
        Part::Lead => {
            let is_it = |title: &str| title.to_lowercase() == cell.to_lowercase();
            let mut desks = known.desks.iter().filter(|it| is_it(&it.title));
            match (desks.next(), desks.next()) {
                (Some(it), None) => Ok(it.id.to_string()),
                (Some(_), Some(_)) => Err(t.with("tabelle-stelle-doppelt", &quoted)),
                _ => Err(t.with("tabelle-stelle-fremd", &quoted)),
            }
        }
        Part::Due => {
            day(cell).map(|it| it.to_string()).ok_or_else(|| t.with("tabelle-tag-unklar", &quoted))
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
