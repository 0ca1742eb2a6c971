//! `/{kommune}/steuerung/ziele/tabelle`: a whole concept at once, from a document or a table.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{
    Button, Column, Field, Kind as Tone, Notice, Problems, Row, RowCell, Table, Upload,
};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::frame;
use crate::goals::at;
use crate::goals::doors::discard::OPENED;
use crate::goals::model::Wording;
use crate::goals::paste::{Below, Finding, Read};
use crate::goals::words;

/// The forms, with what was read of the table if one was sent.
pub fn paste(
    viewer: &Viewer,
    city: &City,
    (edition, text, read): (String, &str, Option<&Read>),
    problems: Problems,
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("ziele-tabelle-titel"), t.get("ziele-tabelle-leit")));
    let mut blocks = vec![Block::Problems(problems.clone())];
    let count = [("anzahl", Arg::from(read.map_or(0, |it| it.rows.len())))];
    let mut button = Button::primary(t.get("tabelle-pruefen")).sends("absicht", "pruefen");
    match read {
        None => blocks.push(Block::Form(bring(t, city, &problems))),
        Some(read) if !read.findings.is_empty() => {
            let count = [("anzahl", Arg::from(read.findings.len()))];
            let (title, text) =
                (t.with("tabelle-hinweise", &count), t.get("tabelle-hinweise.text"));
            blocks.push(Block::Notice(Notice { kind: Tone::Warning, title, text }));
            blocks.push(Block::Table(findings(t, &read.findings)));
        }
        Some(read) if read.rows.is_empty() => {
            let (title, text) = (t.get("tabelle-leer"), t.get("tabelle-leer.text"));
            blocks.push(Block::Notice(Notice { kind: Tone::Warning, title, text }));
        }
        Some(read) => {
            let (title, text) =
                (t.with("ziele-tabelle-bereit", &count), t.get("tabelle-bereit.text"));
            blocks.push(Block::Notice(Notice { kind: Tone::Info, title, text }));
            blocks.push(Block::Table(preview(t, &read.rows)));
            let label = t.with("ziele-tabelle-uebernehmen", &count);
            button = Button::primary(label).sends("absicht", "uebernehmen");
        }
    }
    let field = Field::new("tabelle", t.get("tabelle-feld"))
        .hint(t.get("ziele-tabelle-feld.hinweis"))
        .rows(14)
        .value(text)
        .error(problems.of("tabelle"));
    let form = FormBlock::new(at(city, "/tabelle"), button).hidden(OPENED, edition);
    blocks.push(Block::Form(form.field(field)));
    Sheet::new(shell, blocks)
}

fn bring(t: &Texts, city: &City, problems: &Problems) -> FormBlock {
    let file = Upload::new("datei", t.get("ziele-dokument"))
        .hint(t.get("ziele-dokument.hinweis"))
        .accept(".docx")
        .error(problems.of("datei"));
    FormBlock::new(at(city, "/dokument"), Button::secondary(t.get("ziele-dokument-lesen")))
        .file(file)
}

fn findings(t: &Texts, findings: &[Finding]) -> Table {
    let row = |it: &Finding| Row {
        head: RowCell::new(t.count(it.line)),
        cells: vec![
            RowCell::new(it.part.map_or_else(String::new, |it| it.name(t))),
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

fn preview(t: &Texts, rows: &[(Below, Wording)]) -> Table {
    let row = |(below, it): &(Below, Wording)| {
        let above = match below {
            Below::Row(at) => rows[*at].1.title.clone(),
            Below::Top | Below::Known(_) => String::new(),
        };
        Row {
            head: RowCell::new(it.title.clone()),
            cells: vec![RowCell::new(words::kind(t, it.kind)), RowCell::new(above)],
        }
    };
    Table {
        caption: t.get("ziele-tabelle-vorschau"),
        quiet_caption: true,
        columns: ["ziel-feld-titel", "ziel-feld-art", "ziel-feld-unter"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: rows.iter().map(row).collect(),
    }
}
