//! `/{kommune}/steuerung/massnahmen/tabelle`: many measures at once.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{
    Button, Column, Field, Kind, Notice, Row, RowCell, Table,
};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::frame;
use crate::known::Known;
use crate::measures::model::{Part, Plan};
use crate::measures::paste::{Finding, Read};
use crate::measures::{at, words};

/// The form, with what was read of the table if one was sent.
pub fn paste(
    viewer: &Viewer,
    city: &City,
    known: &Known,
    (text, read): (&str, Option<&Read>),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("tabelle-titel"), t.get("tabelle-leit")));
    let mut blocks = Vec::new();
    blocks.extend(read.filter(|it| !it.left_out.is_empty()).map(|it| left_out(t, it)));
    let mut is_ready = false;
    match read {
        None => blocks.push(Block::Reading(t.get("tabelle-lesen"))),
        Some(read) if !read.findings.is_empty() => {
            blocks.push(Block::Notice(notice(t, read)));
            blocks.push(Block::Table(findings(t, &read.findings)));
        }
        Some(read) if read.plans.is_empty() => {
            let title = t.get("tabelle-leer");
            let text = t.get("tabelle-leer.text");
            blocks.push(Block::Notice(Notice { kind: Kind::Warning, title, text }));
        }
        Some(read) => {
            is_ready = true;
            let count = [("anzahl", Arg::from(read.plans.len()))];
            let (title, text) = (t.with("tabelle-bereit", &count), t.get("tabelle-bereit.text"));
            blocks.push(Block::Notice(Notice { kind: Kind::Info, title, text }));
            blocks.push(Block::Table(preview(t, known, read)));
        }
    }
    let button = match (is_ready, read) {
        (true, Some(read)) => {
            let count = [("anzahl", Arg::from(read.plans.len()))];
            let label = t.with("tabelle-uebernehmen", &count);
            Button::primary(label).sends("absicht", "uebernehmen")
        }
        _ => Button::primary(t.get("tabelle-pruefen")).sends("absicht", "pruefen"),
    };
    let field = Field::new("tabelle", t.get("tabelle-feld"))
        .hint(t.get("tabelle-feld.hinweis"))
        .rows(10)
        .value(text);
    blocks.push(Block::Form(FormBlock::new(at(city, "/massnahmen/tabelle"), button).field(field)));
    Sheet::new(shell, blocks)
}

fn notice(t: &Texts, read: &Read) -> Notice {
    let count = [("anzahl", Arg::from(read.findings.len()))];
    let text = t.get("tabelle-hinweise.text");
    Notice { kind: Kind::Warning, title: t.with("tabelle-hinweise", &count), text }
}

/// Which columns are left out, and which would be read.
fn left_out(t: &Texts, read: &Read) -> Block {
    let fields = Part::ALL.map(|it| words::field(t, it));
    let args = [
        ("anzahl", Arg::from(read.left_out.len())),
        ("namen", Arg::from(t.list(&read.left_out))),
        ("felder", Arg::from(t.list(&fields))),
    ];
    let (title, text) = (t.with("tabelle-ohne", &args), t.with("tabelle-ohne.text", &args));
    Block::Notice(Notice { kind: Kind::Warning, title, text })
}

fn findings(t: &Texts, findings: &[Finding]) -> Table {
    let row = |it: &Finding| Row {
        head: RowCell::new(t.count(it.line)),
        cells: vec![
            RowCell::new(it.part.map_or_else(String::new, |it| words::field(t, it))),
            RowCell::new(it.text.clone()),
        ],
    };
    Table {
        caption: t.get("tabelle-hinweise-tabelle"),
        quiet_caption: true,
        columns: ["tabelle-zeile", "inzwischen-feld", "tabelle-was"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: findings.iter().map(row).collect(),
    }
}

fn preview(t: &Texts, known: &Known, read: &Read) -> Table {
    let five = [Part::Place, Part::Lead, Part::Due, Part::Sign];
    let shown: Vec<Part> = five.into_iter().chain(read.more.iter().copied()).collect();
    let cell = |plan: &Plan, it: &Part| RowCell::new(words::value(t, &known.names, plan, *it));
    let row = |plan: &Plan| Row {
        head: RowCell::new(plan.title.clone()),
        cells: shown.iter().map(|it| cell(plan, it)).collect(),
    };
    let columns = [Part::Title].into_iter().chain(shown.iter().copied());
    Table {
        caption: t.get("tabelle-vorschau"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(words::field(t, it))).collect(),
        rows: read.plans.iter().map(row).collect(),
    }
}
