//! Papers of enquiries: the answer, and a whole Vorgang.

use ankunft_atlas::papers::Letterhead;
use ankunft_platform::citing::Cited;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_report::paper::{Block, Column, Level, Paper, Row, Table, Text};

use super::case::Thing;
use super::model::{Answer, Circle};
use super::view::OneView;
use crate::printed::{self, paragraphs};

/// An answer: to whom, what was asked, what is answered, what it rests on.
#[must_use]
pub fn answer(head: &Letterhead<'_>, view: &OneView, answer: &Answer, address: &str) -> Paper {
    let t = head.t;
    let frame = &view.it().frame;
    let title = (frame.subject.clone(), t.get("anfrage-papier-art"));
    let foot = t.with("papier-fundstellen", &[("adresse", Arg::from(format!("{address}/f/")))]);
    let mark = (frame.circle != Circle::Public || view.sent().is_none())
        .then(|| t.get("anfrage-nur-intern"));
    let blocks = body(t, view, Some(answer), (address, Level::One));
    Paper { mark, foot, ..head.paper(title, &[], blocks) }
}

fn body(
    t: &Texts,
    view: &OneView,
    answer: Option<&Answer>,
    (address, level): (&str, Level),
) -> Vec<Block> {
    let frame = &view.it().frame;
    let mut rows = vec![
        (t.get("anfrage-feld-fragender"), frame.asker_name.clone()),
        (t.get("anfrage-feld-eingang"), t.date(frame.received_on)),
    ];
    if !frame.file_number.is_empty() {
        rows.push((t.get("anfrage-feld-aktenzeichen"), frame.file_number.clone()));
    }
    if let Some(sent) = view.sent() {
        rows.push((t.get("anfrage-beantwortet-am"), t.date(sent.on_day)));
        rows.push((t.get("anfrage-unterschrift"), sent.signed_by.clone()));
    }
    let row = |(term, text): (String, String)| Row {
        cells: vec![term.into(), text.into()],
        total: false,
    };
    let table = Table {
        caption: t.get("anfrage-papier-tabelle"),
        columns: vec![Column::words(t.get("papier-was")), Column::words(t.get("papier-inhalt"))],
        row_headings: true,
        rows: rows.into_iter().map(row).collect(),
        notes: Vec::new(),
    };
    let mut blocks = vec![Block::Table(table), Block::heading(level, t.get("anfrage-feld-frage"))];
    blocks.extend(paragraphs(&frame.question));
    blocks.push(Block::heading(level, t.get("anfrage-antwort")));
    match answer {
        Some(answer) => blocks.extend(paragraphs(&answer.text)),
        None => blocks.push(Block::paragraph(t.get("anfrage-ohne-antwort"))),
    }
    if !view.cited.is_empty() {
        let line = |it: &Cited| printed::cited(t, it, address);
        blocks.push(Block::heading(level, t.get("anfrage-zitiert")));
        blocks.push(Block::List { numbered: false, items: view.cited.iter().map(line).collect() });
    }
    blocks
}

/// What lies in the paper of a Vorgang beside its text.
pub struct Annex<'a> {
    /// How many files.
    pub attached: usize,
    /// The files that do not.
    pub missing: Vec<Missing<'a>>,
    /// What stands in its text between the list and the enquiries.
    pub chapters: Vec<Block>,
}

/// A file that lies not in the paper.
pub struct Missing<'a> {
    /// What it belongs to, on whose page it is.
    pub of: &'a Thing,
    /// What it is called; empty where its page says to whom it does.
    pub file: &'a str,
    /// The text that says why.
    pub why: &'static str,
}

fn missing(head: &Letterhead<'_>, all: &[Missing<'_>]) -> Table {
    let t = head.t;
    let row = |it: &Missing<'_>| {
        let link = format!("{}{}", head.address.as_deref().unwrap_or_default(), it.of.path);
        let file = if it.file.is_empty() { t.get("vorgang-datei") } else { it.file.to_owned() };
        let cells = vec![
            file.into(),
            Text::default().link(it.of.title.clone(), link),
            t.get(it.why).into(),
        ];
        Row { cells, total: false }
    };
    Table {
        caption: t.get("vorgang-nicht-darin"),
        columns: ["vorgang-datei", "vorgang-was", "vorgang-warum"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        row_headings: true,
        rows: all.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

/// Everything of one Aktenzeichen, to be kept.
#[must_use]
pub fn case(
    head: &Letterhead<'_>,
    (file_number, things): (&str, &[Thing]),
    (enquiries, annex): (&[OneView], Annex<'_>),
    address: &str,
) -> Paper {
    let t = head.t;
    let attached = [("anzahl", Arg::from(annex.attached))];
    let args = [("az", Arg::from(file_number)), ("anzahl", Arg::from(things.len()))];
    let row = |it: &Thing| {
        let day = it.day.parse().map_or_else(|_| it.day.clone(), |it| t.date(it));
        let link = format!("{}{}", head.address.as_deref().unwrap_or_default(), it.path);
        Row {
            cells: vec![
                Text::default().link(it.title.clone(), link),
                t.get(&format!("ding-{}", it.kind)).into(),
                day.into(),
                t.count(it.files.len()).into(),
            ],
            total: false,
        }
    };
    let mut blocks = vec![
        Block::paragraph(t.with("vorgang-leit", &args)),
        Block::Table(Table {
            caption: t.get("vorgang-tabelle"),
            columns: vec![
                Column::words(t.get("vorgang-was")),
                Column::words(t.get("vorgang-art")),
                Column::words(t.get("fonds-tag")),
                Column::numbers(t.get("vorgang-dateien")),
            ],
            row_headings: true,
            rows: things.iter().map(row).collect(),
            notes: vec![Text::from(t.with("vorgang-anlagen", &attached))],
        }),
    ];
    if !annex.missing.is_empty() {
        blocks.push(Block::Table(missing(head, &annex.missing)));
    }
    blocks.extend(annex.chapters);
    for view in enquiries {
        blocks.push(Block::PageBreak);
        blocks.push(Block::heading(Level::One, view.it().frame.subject.clone()));
        // Who may not see a figure of it reads the question, and that there is an answer.
        let readable = view.cited.iter().all(|it| it.text.is_some());
        let answer = view.answer().filter(|_| readable);
        blocks.extend(body(t, view, answer, (address, Level::Two)));
    }
    let title = (t.with("vorgang-titel", &args), t.get("vorgang-papier-art"));
    Paper { mark: Some(t.get("anfrage-nur-intern")), ..head.paper(title, &[], blocks) }
}
