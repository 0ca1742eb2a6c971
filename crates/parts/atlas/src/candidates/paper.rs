//! The paper of a decision, to be laid before the mayor and signed: what the page shows, on two
//! pages.

use ankunft_platform::citing::Cited;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_report::paper::{Block, Column, Level, Paper, Row, Table, Text};

use super::decision_view::DecisionView;
use super::frozen;
use super::model::Outcome;
use super::pages::decision;
use super::pages::result::{self, ResultPart};
use super::pages::{day, list};
use crate::papers::Letterhead;

/// How many figures of a Nullmessung stand in the paper; all of them stand on its page.
const FIGURES: usize = 6;
/// How many reasons, and how many lines on who should talk.
const LINES: usize = 6;

/// The paper, in the language of its reader: `address` is the whole address of the installation,
/// to which Fundstellen lead, `page` that of the decision. It is never public.
#[must_use]
pub fn paper(head: &Letterhead<'_>, view: &DecisionView, place: (&str, &str)) -> Paper {
    let t = head.t;
    let number = [("nummer", Arg::from(view.decision.number.to_string()))];
    let title = (t.with("entscheidung-titel", &number), t.get("papier-entscheidung"));
    let mark = Some(decision::mark(t, &view.decision));
    // On paper nobody can click: where a Fundstelle is looked up stands on every page.
    let foot = t.with("papier-fundstellen", &[("adresse", Arg::from(format!("{}/f/", place.0)))]);
    Paper { mark, foot, ..head.paper(title, &[], blocks(t, view, place)) }
}

/// What it says, in reading order.
fn blocks(t: &Texts, view: &DecisionView, (address, page): (&str, &str)) -> Vec<Block> {
    let it = &view.decision;
    let mut blocks = vec![Block::paragraph(view.sentence(t)), Block::Table(head(t, view))];
    section(&mut blocks, t.get("entscheidung-grund"), paragraphs(&it.reason));
    let cited = view.reasons.iter().take(LINES).map(|it| quoted(t, it, address)).collect();
    if !view.reasons.is_empty() {
        blocks.push(Block::List { numbered: false, items: cited });
    }
    if !it.minority.is_empty() {
        section(&mut blocks, t.get("entscheidung-minderheit"), paragraphs(&it.minority));
    }
    if !view.tally.ballots.is_empty() {
        let part = result::part(t, &view.tally, &Outcome::of(&view.tally));
        let people = [("personen", Arg::from(view.tally.ballots.len()))];
        let lead = t.with("entscheidung-ergebnis-leit", &people);
        section(&mut blocks, t.get("entscheidung-ergebnis"), scored(lead, part));
    }
    for quarter in view.decided.iter().filter(|it| it.chosen == 1) {
        let title = t.with("frozen-titel-von", &[("name", Arg::from(quarter.name.as_str()))]);
        section(&mut blocks, title, assessed(t, view, quarter.candidate));
        let title = t.with("nullmessung-titel", &[("name", Arg::from(quarter.name.as_str()))]);
        section(&mut blocks, title, measured(t, view, quarter.candidate, address));
    }
    section(
        &mut blocks,
        t.get("papier-unterschrift"),
        vec![Block::paragraph(t.get("papier-unterschrift-zeile"))],
    );
    let lines = vec![
        Text::from(t.with(
            "papier-entscheidung-quelle",
            &[("version", Arg::from(env!("CARGO_PKG_VERSION")))],
        )),
        Text::default().link(page, page),
    ];
    blocks.push(Block::Sources { lines });
    blocks
}

fn section(blocks: &mut Vec<Block>, title: String, content: Vec<Block>) {
    blocks.push(Block::heading(Level::One, title));
    blocks.extend(content);
}

fn paragraphs(text: &str) -> Vec<Block> {
    text.lines().filter(|it| !it.trim().is_empty()).map(Block::paragraph).collect()
}

fn head(t: &Texts, view: &DecisionView) -> Table {
    let it = &view.decision;
    let row =
        |id: &str, text: String| Row { cells: vec![t.get(id).into(), text.into()], total: false };
    let mut rows = vec![
        row("entscheidung-gewaehlt", list(t, view.names(true))),
        row("entscheidung-tag", day(t, &it.on_date)),
        row("entscheidung-wer", it.body.clone()),
    ];
    let others = list(t, view.names(false));
    if !others.is_empty() {
        rows.insert(1, row("entscheidung-nicht-gewaehlt", others));
    }
    if !it.file_number.is_empty() {
        rows.push(row("entscheidung-aktenzeichen", it.file_number.clone()));
    }
    Table {
        caption: t.get("papier-entscheidung-tabelle"),
        columns: vec![Column::words(t.get("papier-was")), Column::words(t.get("papier-inhalt"))],
        row_headings: true,
        rows,
        notes: Vec::new(),
    }
}

/// The words of a cited thing with its Fundstelle; what was withdrawn says so.
fn quoted(t: &Texts, it: &Cited, address: &str) -> Text {
    let words = it.text.clone().unwrap_or_else(|| it.title.clone());
    let note = it.note.as_ref().map_or_else(String::new, |it| format!(" [{}]", it.title));
    let text = Text::from(format!("{words}{note} {} ", t.get("fund")));
    text.link(it.reference(), format!("{address}{}", it.reference()))
}

fn scored(lead: String, part: ResultPart) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph(lead)];
    for table in std::iter::once(part.points).chain(part.front) {
        let columns = table.columns.iter().map(|it| Column::words(it.label.clone())).collect();
        let row = |it: &ankunft_platform::page::components::Row| Row {
            cells: std::iter::once(&it.head)
                .chain(&it.cells)
                .map(|it| it.text.clone().into())
                .collect(),
            total: false,
        };
        blocks.push(Block::Table(Table {
            rows: table.rows.iter().map(row).collect(),
            caption: table.caption,
            columns,
            row_headings: true,
            notes: Vec::new(),
        }));
    }
    blocks.extend(part.notes.into_iter().map(Block::paragraph));
    if !part.disagreements.is_empty() {
        let items = part.disagreements.into_iter().take(LINES).map(Text::from).collect();
        blocks.push(Block::List { numbered: false, items });
    }
    blocks
}

/// What the assessment said, in a line, and in another how it was found.
fn assessed(t: &Texts, view: &DecisionView, candidate: i64) -> Vec<Block> {
    let pairs = decision::arrival(t, view, candidate);
    let said = pairs.iter().enumerate().fold(Text::default(), |text, (at, it)| {
        let begin = if at == 0 { "" } else { "; " };
        text.and(format!("{begin}{}: ", it.term)).strong(it.text.as_str())
    });
    let mut blocks = vec![Block::Paragraph { text: said }];
    let shown = view.frozen(candidate).and_then(|it| it.show(view.reader));
    let line = shown.map(|it| Block::Sources { lines: vec![frozen::line(t, it).into()] });
    blocks.extend(line);
    blocks
}

fn measured(t: &Texts, view: &DecisionView, candidate: i64, address: &str) -> Vec<Block> {
    let own = view.baseline.iter().find(|it| it.0 == candidate);
    let quarter = view.decided.iter().find(|it| it.candidate == candidate);
    let name = quarter.map_or_else(String::new, |it| format!(", {}", it.name));
    let cited = own.map_or(&[][..], |it| it.1.as_slice());
    let row = |it: &Cited| {
        let value = match (&it.value, &it.note) {
            (Some(value), _) => value.clone(),
            (None, Some(note)) => note.title.clone(),
            (None, None) => t.get("wert-fehlt"),
        };
        let reference = it.reference();
        let link = Text::default().link(reference.clone(), format!("{address}{reference}"));
        // The heading says which quarter it is; what is withdrawn has no time any more.
        let title = it.title.strip_suffix(name.as_str()).unwrap_or(&it.title);
        let time = it.facts.first().filter(|_| it.text.is_some()).cloned().unwrap_or_default();
        Row { cells: vec![title.into(), time.into(), value.into(), link], total: false }
    };
    let mut blocks = Vec::new();
    if !cited.is_empty() {
        let args =
            [("anzahl", Arg::from(cited.len())), ("gezeigt", Arg::from(cited.len().min(FIGURES)))];
        blocks.push(Block::Table(Table {
            caption: t.with("papier-nullmessung", &args),
            columns: vec![
                Column::words(t.get("papier-merkmal")),
                Column::words(t.get("profil-stichtag")),
                Column::numbers(t.get("papier-wert")),
                Column::words(t.get("fund")),
            ],
            row_headings: true,
            rows: cited.iter().take(FIGURES).map(row).collect(),
            notes: Vec::new(),
        }));
    }
    let near = view.near(candidate);
    let near: Vec<String> =
        near.map(|(it, far)| format!("{} ({})", it.name, decision::far(t, *far))).collect();
    if !near.is_empty() {
        let args = [("namen", Arg::from(t.list(&near)))];
        blocks.push(Block::paragraph(t.with("papier-vergleichsquartiere", &args)));
    }
    blocks
}
