//! The workbook before anybody filled it.

use ankunft_formats::fillable::{Check, Column, Sheet as Page, fillable};
use ankunft_formats::workbook::{Entry, WorkbookError, sheet_name};
use ankunft_platform::languages::Texts;

use super::{ABOUT, STATES, Sheet, WHOLE};
use crate::core::model::Core;

fn column(t: &Texts, name: &str, width: u16, check: Check) -> Column {
    let id = format!("vorlage-spalte-{name}");
    Column { title: t.get(&id), note: t.get(&format!("{id}.hinweis")), width, check }
}

fn text(text: impl Into<String>) -> Entry {
    Entry::Text(text.into())
}

/// The workbook for these Kernindikatoren.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn blank(t: &Texts, core: &[&Core]) -> Result<Vec<u8>, WorkbookError> {
    let name = |it: Sheet| sheet_name(&t.get(it.text()));
    let about = ABOUT.map(|it| {
        let id = format!("vorlage-angabe-{it}");
        vec![text(t.get(&id)), Entry::Empty, text(t.get(&format!("{id}.hinweis")))]
    });
    let about = Page {
        name: name(Sheet::About),
        columns: vec![
            column(t, "angabe", 34, Check::Any),
            column(t, "eintrag", 40, Check::Any),
            column(t, "hinweis", 60, Check::Any),
        ],
        rows: about.to_vec(),
        room: 20,
        frozen_columns: 0,
    };
    let areas = Page {
        name: name(Sheet::Areas),
        columns: vec![column(t, "schluessel", 16, Check::Any), column(t, "gebiet", 40, Check::Any)],
        rows: vec![vec![text(WHOLE), text(t.get("vorlage-ganze-stadt"))]],
        room: 2_000,
        frozen_columns: 0,
    };
    let states = STATES.map(|it| t.get(&format!("vorlage-zustand-{it}"))).to_vec();
    let values = Page {
        name: name(Sheet::Values),
        columns: vec![
            column(t, "schluessel", 16, Check::Listed(name(Sheet::Areas), 0)),
            column(t, "kern", 28, Check::Listed(name(Sheet::Core), 0)),
            column(t, "stichtag", 16, Check::Any),
            column(t, "wert", 14, Check::Any),
            column(t, "zustand", 18, Check::OneOf(states)),
            column(t, "unsicher", 14, Check::OneOf(vec![t.get("offen-ja"), t.get("offen-nein")])),
        ],
        rows: Vec::new(),
        room: 20_000,
        frozen_columns: 0,
    };
    fillable(&t.get("vorlage-titel"), &[about, areas, values, list_of(t, core)])
}

/// What the programme fixes, to be looked up; beside it a city writes where it differs.
fn list_of(t: &Texts, core: &[&Core]) -> Page {
    let row = |it: &&Core| {
        vec![
            text(it.code.clone()),
            text(it.text.name.clone()),
            text(it.text.definition.clone()),
            text(it.text.population_concept.clone()),
            text(it.text.reference_day.clone()),
            text(t.get(&format!("kern-einheit-{}", it.text.unit))),
            text(it.text.deviations.clone()),
        ]
    };
    Page {
        name: sheet_name(&t.get(Sheet::Core.text())),
        columns: vec![
            column(t, "kern", 28, Check::Any),
            column(t, "name", 30, Check::Any),
            column(t, "definition", 50, Check::Any),
            column(t, "bevoelkerung", 24, Check::Any),
            column(t, "tag", 20, Check::Any),
            column(t, "einheit", 18, Check::Any),
            column(t, "abweichungen", 40, Check::Any),
            column(t, "abweichung", 40, Check::Any),
        ],
        rows: core.iter().map(row).collect(),
        room: 1,
        frozen_columns: 0,
    }
}
