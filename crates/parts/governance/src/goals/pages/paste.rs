//! `/{kommune}/steuerung/ziele/tabelle`: a whole concept at once, from a document or a table.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{
    Button, Column, Field, Kind as Tone, Notice, Problems, Row, RowCell, Table, Upload,
};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::frame;
use crate::goals::at;
use crate::goals::doors::discard::OPENED;
use crate::goals::model::Tree;
use crate::goals::outline::LeftOut;
use crate::goals::paste::{self, Finding, Read};
use crate::goals::placing::Below;
use crate::goals::words::Part;
use crate::known::Known;

/// What stands on the page.
pub struct Shown<'a> {
    /// The edition in which it was opened.
    pub edition: String,
    /// The table in its field.
    pub text: &'a str,
    /// What was read of it, if it was sent.
    pub read: Option<&'a Read>,
    /// The tables of the document that it was made from.
    pub left_out: &'a [LeftOut],
    /// What goals name, and those of the edition.
    pub there: (&'a Known, &'a Tree),
}

/// The forms, with what was read of the table if one was sent.
pub fn paste(viewer: &Viewer, city: &City, shown: Shown<'_>, problems: Problems) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("ziele-tabelle-titel"), t.get("ziele-tabelle-leit")));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if !shown.left_out.is_empty() {
        blocks.extend(left_out(t, shown.left_out));
    }
    let mut button = Button::primary(t.get("tabelle-pruefen")).sends("absicht", "pruefen");
    match shown.read {
        None => blocks.push(Block::Form(bring(t, city, &problems))),
        Some(read) if !read.findings.is_empty() => {
            let count = [("anzahl", Arg::from(read.findings.len()))];
            let (title, text) =
                (t.with("tabelle-hinweise", &count), t.get("tabelle-hinweise.text"));
            blocks.push(Block::Notice(Notice { kind: Tone::Warning, title, text }));
            blocks.push(Block::Table(findings(t, "tabelle-hinweise-tabelle", &read.findings)));
        }
        Some(read) if read.rows.is_empty() => {
            let (title, text) = (t.get("tabelle-leer"), t.get("tabelle-leer.text"));
            blocks.push(Block::Notice(Notice { kind: Tone::Warning, title, text }));
        }
        Some(read) => {
            blocks.extend(ready(t, read, shown.there));
            let count = [("anzahl", Arg::from(read.changes()))];
            if read.changes() > 0 {
                let label = t.with("ziele-tabelle-uebernehmen", &count);
                button = Button::primary(label).sends("absicht", "uebernehmen");
            }
        }
    }
    let field = Field::new("tabelle", t.get("tabelle-feld"))
        .hint(t.get("ziele-tabelle-feld.hinweis"))
        .rows(14)
        .value(shown.text)
        .error(problems.of("tabelle"));
    let form = FormBlock::new(at(city, "/tabelle"), button).hidden(OPENED, shown.edition);
    blocks.push(Block::Form(form.field(field)));
    Sheet::new(shell, blocks)
}

/// What would be taken over, and what is to be known of it.
fn ready(t: &Texts, read: &Read, there: (&Known, &Tree)) -> Vec<Block> {
    let changes = read.changes();
    let new = read.rows.iter().filter(|it| it.was.is_none()).count();
    let title = match changes {
        0 => t.get("ziele-tabelle-nichts"),
        _ => t.with("ziele-tabelle-bereit", &[("anzahl", Arg::from(changes))]),
    };
    let mut text = Vec::new();
    if new < read.rows.len() {
        let args = [
            ("neu", Arg::from(new)),
            ("anders", Arg::from(changes - new)),
            ("gleich", Arg::from(read.rows.len() - changes)),
        ];
        text.push(t.with("ziele-tabelle-davon", &args));
    }
    if read.untouched > 0 {
        let count = [("anzahl", Arg::from(read.untouched))];
        text.push(t.with("ziele-tabelle-unberuehrt", &count));
    }
    if changes > 0 {
        text.push(t.get("tabelle-bereit.text"));
    }
    let mut blocks = vec![Block::Notice(Notice { kind: Tone::Info, title, text: text.join(" ") })];
    if !read.notes.is_empty() {
        blocks.push(Block::Table(findings(t, "ziele-tabelle-anmerkungen", &read.notes)));
    }
    blocks.push(Block::Table(preview(t, read, there)));
    blocks
}

/// The tables of a document that were not read.
fn left_out(t: &Texts, all: &[LeftOut]) -> [Block; 2] {
    let count = [("anzahl", Arg::from(all.len()))];
    let title = t.with("ziele-dokument-tabellen", &count);
    let text = t.get("ziele-dokument-tabellen.text");
    let row = |it: &LeftOut| Row {
        head: RowCell::new(short(it.heading.clone())),
        cells: vec![RowCell::new(t.count(it.rows))],
    };
    let table = Table {
        caption: t.get("ziele-dokument-tabellen-liste"),
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("ziele-dokument-tabelle-beginn")),
            Column::numbers(t.get("ziele-dokument-tabelle-zeilen")),
        ],
        rows: all.iter().map(row).collect(),
    };
    [Block::Notice(Notice { kind: Tone::Warning, title, text }), Block::Table(table)]
}

/// A text as a table shows it.
fn short(text: String) -> String {
    paste::shortened(&text).unwrap_or(text)
}

fn bring(t: &Texts, city: &City, problems: &Problems) -> FormBlock {
    let file = Upload::new("datei", t.get("ziele-dokument"))
        .hint(t.get("ziele-dokument.hinweis"))
        .accept(".docx")
        .error(problems.of("datei"));
    FormBlock::new(at(city, "/dokument"), Button::secondary(t.get("ziele-dokument-lesen")))
        .file(file)
}

fn findings(t: &Texts, caption: &str, findings: &[Finding]) -> Table {
    let row = |it: &Finding| Row {
        head: RowCell::new(t.count(it.line)),
        cells: vec![
            RowCell::new(it.part.map_or_else(String::new, |it| it.name(t))),
            RowCell::new(it.text.clone()),
        ],
    };
    Table {
        caption: t.get(caption),
        quiet_caption: true,
        columns: ["tabelle-zeile", "inzwischen-feld", "tabelle-was"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: findings.iter().map(row).collect(),
    }
}

/// What each goal will say, and whether it is new; a column where any says something in it.
fn preview(t: &Texts, read: &Read, (known, tree): (&Known, &Tree)) -> Table {
    let above = |it: &paste::Row| match it.below {
        Below::Top => String::new(),
        Below::Known(number) => {
            tree.get(number).map_or_else(String::new, |it| it.wording.title.clone())
        }
        Below::Row(at) => read.rows[at].wording.title.clone(),
    };
    let value = |part: Part, it: &paste::Row| match part {
        Part::Parent => above(it),
        part => short(part.value(t, (&known.names, tree), &it.wording)),
    };
    let says = |part: &Part| read.rows.iter().any(|it| !value(*part, it).is_empty());
    let more = [Part::Body, Part::Sign, Part::Owner, Part::Horizon].into_iter().filter(says);
    let parts: Vec<Part> = [Part::Kind, Part::Parent].into_iter().chain(more).collect();
    let row = |it: &paste::Row| Row {
        head: RowCell::new(it.wording.title.clone()),
        cells: std::iter::once(state(t, it))
            .chain(parts.iter().map(|part| value(*part, it)))
            .map(RowCell::new)
            .collect(),
    };
    let columns = [Part::Title.name(t), t.get("ziele-tabelle-stand")];
    Table {
        caption: t.get("ziele-tabelle-vorschau"),
        quiet_caption: true,
        columns: columns
            .into_iter()
            .chain(parts.iter().map(|it| it.name(t)))
            .map(Column::words)
            .collect(),
        rows: read.rows.iter().map(row).collect(),
    }
}

/// Whether a goal is new, there already, or there and to say something else.
fn state(t: &Texts, it: &paste::Row) -> String {
    if it.was.is_none() {
        return t.get("ziele-tabelle-neu");
    }
    if it.otherwise.is_empty() {
        return t.get("ziele-tabelle-da");
    }
    let parts: Vec<String> = it.otherwise.iter().map(|it| it.name(t)).collect();
    t.with("ziele-tabelle-anders", &[("felder", Arg::from(t.list(&parts)))])
}
