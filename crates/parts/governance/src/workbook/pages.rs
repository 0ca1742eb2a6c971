//! `/{kommune}/steuerung/massnahmen/abgleich`: what does the file say differently?

use ankunft_atlas::pages::incoming;
use ankunft_formats::Finding;
use ankunft_platform::files::Upload;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Column, Kind, Notice, Problems, Row, RowCell, Table, Upload as File,
};
use ankunft_platform::web::{App, Block, City, FormBlock, Sheet, Viewer};

use super::model::{Changed, Comparison, Conflict, MOST, New};
use super::sheets::Fault;
use super::{FILE, PATH};
use crate::measures::pages::frame;

/// So many rows of a table are shown with which nothing is taken over; the rest is counted.
const SHOWN: usize = 300;

/// The page on which a workbook is brought back.
pub fn bring(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (waiting, problem): (&[Upload], Option<String>),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("abgleich-titel"), t.get("abgleich-leit")));
    let mb = i64::try_from(app.config.limits.upload_mb).unwrap_or(i64::MAX);
    let mut problems = Problems::default();
    if let Some(text) = &problem {
        problems.add("datei", text.clone());
    }
    let upload = File::new("datei", t.get("abgleich-datei"))
        .hint(t.with("abgleich-datei.hinweis", &[("mb", Arg::from(mb))]))
        .accept(".xlsx")
        .error(problem);
    let form = FormBlock::new(city.at(PATH), Button::primary(t.get("abgleich-vergleichen")));
    let file = Link::new(t.get("abgleich-holen"), city.at(FILE));
    let mut blocks = vec![
        Block::Problems(problems),
        Block::Text(t.get("abgleich-schritte")),
        Block::Links(vec![file]),
        Block::Form(form.file(upload)),
        Block::Reading(t.get("abgleich-lesen")),
    ];
    if !waiting.is_empty() {
        blocks.push(Block::Heading(t.get("abgleich-wartet")));
        let link =
            |it: &Upload| Link::new(it.file_name.clone(), city.at(&format!("{PATH}/{}", it.id)));
        blocks.push(Block::Links(waiting.iter().map(link).collect()));
    }
    Sheet::new(shell, blocks)
}

/// What is known of a file: what it says differently, or why it is none. And whether it was to be
/// taken over.
type Looked<'a> = (Result<&'a Comparison, &'a [Finding]>, bool);

/// The page of a brought workbook.
pub fn check(viewer: &Viewer, city: &City, upload: &Upload, (it, is_sent): Looked<'_>) -> Sheet {
    let t = &viewer.t;
    let own = city.at(&format!("{PATH}/{}", upload.id));
    let (words, mut blocks) = match it {
        Ok(it) => (verdict(t, it), compared(t, it, (&own, is_sent))),
        Err(findings) => {
            let words = (t.get("abgleich-keine-mappe"), t.get("abgleich-keine-mappe.text"));
            (words, vec![Block::Table(unreadable(t, findings))])
        }
    };
    let shell = frame(viewer, city, words).crumbs(vec![
        Link::new(t.get("nav-steuerung"), city.at(crate::measures::PATH)),
        Link::new(t.get("abgleich-titel"), city.at(PATH)),
    ]);
    let name = [("datei", Arg::from(upload.file_name.as_str()))];
    blocks.push(Block::Text(t.with("abgleich-datei-heisst", &name)));
    let discard = Button::secondary(t.get("abgleich-verwerfen"));
    blocks.push(Block::Form(FormBlock::new(format!("{own}/verwerfen"), discard)));
    Sheet::new(shell, blocks)
}

fn verdict(t: &Texts, it: &Comparison) -> (String, String) {
    let with = |id: &str, count: usize| {
        let args = [("anzahl", Arg::from(count))];
        (t.with(id, &args), t.get(&format!("{id}.text")))
    };
    if !it.faults.is_empty() {
        with("abgleich-fehler", it.faults.len())
    } else if it.is_same() {
        (t.get("abgleich-gleich"), t.get("abgleich-gleich.text"))
    } else {
        with("abgleich-anders", it.differences())
    }
}

fn compared(t: &Texts, it: &Comparison, (own, is_sent): (&str, bool)) -> Vec<Block> {
    let mut problems = Problems::default();
    if is_sent && it.is_ready() {
        for conflict in it.conflicts.iter().filter(|it| it.file_holds.is_none()) {
            problems.add_choices(&conflict.name, t.get("abgleich-entscheiden"));
        }
    }
    let mut blocks = vec![Block::Problems(problems.clone())];
    if is_sent && it.is_ready() && problems.is_empty() {
        let (title, text) = (t.get("abgleich-inzwischen"), t.get("abgleich-inzwischen.text"));
        blocks.push(Block::Notice(Notice { kind: Kind::Warning, title, text }));
    }
    if it.is_too_much() {
        let args = [("anzahl", Arg::from(it.differences())), ("hoechstens", Arg::from(MOST))];
        let title = t.with("abgleich-zu-viel", &args);
        let text = t.get("abgleich-zu-viel.text");
        blocks.push(Block::Notice(Notice { kind: Kind::Warning, title, text }));
    }
    if !it.faults.is_empty() {
        blocks.push(Block::Heading(t.get("abgleich-zu-klaeren")));
        blocks.extend(some(t, faults(t, &it.faults), it.faults.len()));
    }
    if !it.changes.is_empty() {
        blocks.push(Block::Heading(t.get("abgleich-geaendert")));
        blocks.extend(some(t, changes(t, &it.changes), it.changes.len()));
    }
    if !it.new.is_empty() {
        blocks.push(Block::Heading(t.get("abgleich-neu")));
        blocks.extend(some(t, new(t, &it.new), it.new.len()));
    }
    if !it.conflicts.is_empty() {
        blocks.push(Block::Heading(t.get("abgleich-konflikte")));
        blocks.push(Block::Text(t.get("abgleich-konflikte.text")));
        if !it.is_ready() {
            blocks.extend(some(t, conflicts(t, &it.conflicts), it.conflicts.len()));
        }
    }
    if it.is_ready() {
        blocks.push(Block::Form(form(t, it, own, &problems)));
    }
    blocks.push(Block::Heading(t.get("abgleich-sonst")));
    blocks.push(Block::Text(notes(t, it).join("\n")));
    blocks
}

/// What is left alone, and what was not read.
fn notes(t: &Texts, it: &Comparison) -> Vec<String> {
    let mut notes = vec![t.with("abgleich-gleiche", &[("anzahl", Arg::from(it.same))])];
    for (leaf, count) in it.absent.iter().filter(|it| it.1 > 0) {
        let args = [("anzahl", Arg::from(*count)), ("blatt", Arg::from(t.get(leaf.text())))];
        notes.push(t.with("abgleich-ohne-zeile", &args));
    }
    notes.extend(it.notes.iter().cloned());
    notes
}

fn form(t: &Texts, it: &Comparison, own: &str, problems: &Problems) -> FormBlock {
    let rows = [("anzahl", Arg::from(it.differences()))];
    let button = Button::primary(t.with("abgleich-uebernehmen", &rows));
    let form = FormBlock::new(format!("{own}/uebernehmen"), button).hidden("gesehen", it.mark());
    it.conflicts.iter().fold(form, |form, it| form.choices(choice(t, it, problems)))
}

fn choice(t: &Texts, it: &Conflict, problems: &Problems) -> Choices {
    let cell = &it.cell;
    let current = match it.file_holds {
        Some(true) => "datei",
        Some(false) => "jetzt",
        None => "",
    };
    let empty = |text: &str| if text.is_empty() { t.get("abgleich-leer") } else { text.to_owned() };
    let says = |id: &str, text: &str| t.with(id, &[("wert", Arg::from(empty(text)))]);
    let all = vec![
        Choice::new("jetzt", says("abgleich-jetzt", &cell.was), current),
        Choice::new("datei", says("abgleich-aus-datei", &cell.says), current),
    ];
    let label = format!("{}: {} ({})", cell.thing, cell.field, cell.at.told());
    let mut choices = Choices::one(it.name.clone(), label, all);
    choices.hint = Some(says("abgleich-davor", &it.before));
    choices.error = problems.of(&it.name);
    choices
}

/// A table, and how many rows it does not show.
fn some(t: &Texts, table: Table, all: usize) -> Vec<Block> {
    let more = all.saturating_sub(table.rows.len());
    let rest = (more > 0).then(|| t.with("abgleich-weitere", &[("anzahl", Arg::from(more))]));
    std::iter::once(Block::Table(table)).chain(rest.map(Block::Text)).collect()
}

fn table(t: &Texts, caption: &str, columns: &[&str], rows: Vec<Row>) -> Table {
    let columns = columns.iter().map(|it| Column::words(t.get(it))).collect();
    Table { caption: t.get(caption), quiet_caption: true, columns, rows }
}

fn faults(t: &Texts, all: &[Fault]) -> Table {
    let row = |it: &Fault| Row {
        head: RowCell::new(it.at.told()),
        cells: vec![RowCell::new(short(&it.found)), RowCell::new(it.text.clone())],
    };
    let rows = all.iter().take(SHOWN).map(row).collect();
    table(t, "abgleich-zu-klaeren", &["abgleich-zelle", "abgleich-steht", "tabelle-was"], rows)
}

fn changes(t: &Texts, all: &[Changed]) -> Table {
    let empty = |text: &str| if text.is_empty() { t.get("abgleich-leer") } else { text.to_owned() };
    let row = |it: &Changed| {
        let says = RowCell::new(empty(&it.says));
        Row {
            head: RowCell::new(it.thing.clone()).note(it.at.told()),
            cells: vec![
                RowCell::new(it.field.clone()),
                RowCell::new(empty(&it.was)),
                if it.note.is_empty() { says } else { says.note(it.note.clone()) },
            ],
        }
    };
    let columns = ["abgleich-was", "inzwischen-feld", "abgleich-bisher", "abgleich-kuenftig"];
    table(t, "abgleich-geaendert", &columns, all.iter().take(MOST).map(row).collect())
}

fn conflicts(t: &Texts, all: &[Conflict]) -> Table {
    let row = |it: &Conflict| Row {
        head: RowCell::new(it.cell.thing.clone()).note(it.cell.at.told()),
        cells: [&it.cell.field, &it.before, &it.cell.was, &it.cell.says]
            .map(|it| RowCell::new(it.clone()))
            .to_vec(),
    };
    let columns = [
        "abgleich-was",
        "inzwischen-feld",
        "abgleich-damals",
        "abgleich-bisher",
        "abgleich-kuenftig",
    ];
    table(t, "abgleich-konflikte", &columns, all.iter().take(SHOWN).map(row).collect())
}

fn new(t: &Texts, all: &[New]) -> Table {
    let row = |it: &New| Row {
        head: RowCell::new(it.thing.clone()).note(it.at.told()),
        cells: vec![RowCell::new(it.says.clone())],
    };
    let rows = all.iter().take(MOST).map(row).collect();
    table(t, "abgleich-neu", &["abgleich-was", "abgleich-sagt"], rows)
}

fn unreadable(t: &Texts, findings: &[Finding]) -> Table {
    let row = |it: &Finding| {
        let (message, advice) = incoming::words(t, it);
        Row { head: RowCell::new(message), cells: vec![RowCell::new(advice)] }
    };
    let rows = findings.iter().take(SHOWN).map(row).collect();
    table(t, "abgleich-zu-klaeren", &["abgleich-was", "tabelle-was"], rows)
}

/// The beginning of what stands in a cell.
fn short(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.chars().count() {
        0..=LONGEST => text.to_owned(),
        _ => text.chars().take(LONGEST).chain(['…']).collect(),
    }
}
