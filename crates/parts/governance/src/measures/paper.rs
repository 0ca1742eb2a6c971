//! The measure as a paper (Maßnahmenblatt): what its page says, on a page or two.

use ankunft_atlas::papers::Letterhead;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::parts::Stage;
use ankunft_report::paper::{Block, Column, Level, Paper, Row, Table, Text};

use super::model::Part;
use super::pages::measure::{MeasureView, lead, pairs};
use super::words;
use crate::around::model::Kind as Sheets;
use crate::around::{tables, words as around};
use crate::effects::model::{Actual, accepted};
use crate::effects::view::Stand;
use crate::effects::words as effects;
use crate::printed;
use crate::reporting::model::{Obstacle, ObstacleState};
use crate::spending::tables as spent;
use crate::thread::view::ThreadView;

/// So many of the newest accepted values of an indicator are printed.
const VALUES: usize = 8;

/// What is printed beside the page's own values.
#[derive(Debug)]
pub struct Beside<'a> {
    /// The thread of the measure.
    pub thread: Option<&'a ThreadView>,
    /// What hinders.
    pub obstacles: &'a [&'a Obstacle],
    /// The whole address of the installation, for Fundstellen.
    pub address: &'a str,
}

/// The paper of a measure.
#[must_use]
pub fn sheet(head: &Letterhead<'_>, view: &MeasureView, beside: &Beside<'_>) -> Paper {
    let t = head.t;
    let plan = &view.measure().plan;
    let mut blocks = vec![Block::paragraph(lead(t, view)), Block::Table(facts(t, view))];
    let mut section = |title: String, mut content: Vec<Block>| {
        if !content.is_empty() {
            blocks.push(Block::heading(Level::One, title));
            blocks.append(&mut content);
        }
    };
    section(words::field(t, Part::Description), printed::paragraphs(&plan.description).collect());
    section(t.get("massnahme-warum"), why(t, view, beside.address));
    let goals = view.goals.titles(t);
    section(t.get("massnahme-ziele"), list(goals.into_iter().map(Text::from)));
    section(t.get("treppe"), stairs(t, view));
    section(t.get("indikator-werte"), values(t, view));
    section(t.get("blatt-sachstand"), standing(t, view, beside.obstacles));
    let it = view.around();
    section(around::sheet(t, Sheets::Money), money(t, view));
    if !it.risks.is_empty() {
        let risks = Block::Table(printed::table(around::risks(t, &it.risks)));
        section(around::sheet(t, Sheets::Risks), vec![risks]);
    }
    section(t.get("blatt-faden"), beside.thread.map_or_else(Vec::new, |it| thread(t, it)));
    let written = ankunft_platform::words::instant(t, view.measure().at);
    let args = [("fassung", Arg::from(view.measure().version)), ("zeit", Arg::from(written))];
    blocks.push(Block::Sources { lines: vec![Text::from(t.with("blatt-fassung", &args))] });
    let address = [("adresse", Arg::from(format!("{}/f/", beside.address)))];
    let foot = t.with("papier-fundstellen", &address);
    let mark = Some(t.get("massnahme-nur-intern"));
    Paper { mark, foot, ..head.paper((plan.title.clone(), t.get("blatt-titel")), &[], blocks) }
}

fn list(items: impl Iterator<Item = Text>) -> Vec<Block> {
    let items: Vec<Text> = items.collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { numbered: false, items }] }
}

fn facts(t: &Texts, view: &MeasureView) -> Table {
    let row = |it: ankunft_platform::page::components::Pair| Row {
        cells: vec![it.term.into(), it.text.into()],
        total: false,
    };
    Table {
        caption: t.get("blatt-angaben"),
        columns: vec![Column::words(t.get("papier-was")), Column::words(t.get("papier-inhalt"))],
        row_headings: true,
        rows: pairs(t, view).into_iter().map(row).collect(),
        notes: Vec::new(),
    }
}

/// What it rests on, each with its Fundstelle; a value only where this reader may see it.
fn why(t: &Texts, view: &MeasureView, address: &str) -> Vec<Block> {
    let cited = view.evidence.cited.iter();
    let blocks = list(cited.map(|it| printed::cited_with_value(t, it, address)));
    if blocks.is_empty() { vec![Block::paragraph(t.get("blatt-kein-befund"))] } else { blocks }
}

fn stairs(t: &Texts, view: &MeasureView) -> Vec<Block> {
    let row = |it: &Stand| {
        let says = &it.known.says;
        let known = (&view.staircase.names, &view.staircase.organisations);
        let now = it.now().map_or_else(
            || t.get("blatt-kein-wert"),
            |(value, day)| {
                let shown = it.course.last().map(|it| it.shown.clone());
                let shown = shown.unwrap_or_else(|| effects::amount(t, says, value));
                let args = [("wert", Arg::from(shown)), ("tag", Arg::from(t.date(day)))];
                t.with("wert-am", &args)
            },
        );
        let said = |part| effects::says(t, known, says, part);
        use crate::effects::model::Part as Of;
        let cells = [
            effects::step(t, says.step),
            says.name.clone(),
            said(Of::Baseline),
            now,
            said(Of::Targets),
            said(Of::Reporter),
        ];
        Row { cells: cells.map(Text::from).to_vec(), total: false }
    };
    let rows: Vec<Row> = view.staircase.open().map(row).collect();
    if rows.is_empty() {
        return vec![Block::paragraph(t.get("blatt-keine-treppe"))];
    }
    let columns = [
        "indikator-feld-stufe",
        "arbeitsmappe-indikator",
        "indikator-feld-ausgangswert",
        "blatt-erreicht",
        "indikator-feld-zielpfad",
        "indikator-feld-wer-berichtet",
    ];
    let table = Table {
        caption: t.get("treppe"),
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        row_headings: false,
        rows,
        notes: Vec::new(),
    };
    let hints = view.staircase.lacks();
    let hint = |it: &crate::effects::checks::Hint| t.get(&format!("treppe-hinweis-{}", it.code()));
    let hints = hints.iter().map(hint).map(Block::paragraph);
    std::iter::once(Block::Table(table)).chain(hints).collect()
}

/// What was accepted, the newest periods of each indicator.
fn values(t: &Texts, view: &MeasureView) -> Vec<Block> {
    let mut rows = Vec::new();
    for stand in view.staircase.open() {
        let all: Vec<&Actual> = accepted(&stand.actuals);
        for it in &all[all.len().saturating_sub(VALUES)..] {
            let says = &stand.known.says;
            let cells = [
                says.name.clone(),
                it.period.words(t),
                effects::value(t, says, it.value),
                says.source.clone(),
            ];
            rows.push(Row { cells: cells.map(Text::from).to_vec(), total: false });
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(Table {
        caption: t.get("blatt-abgenommen"),
        columns: vec![
            Column::words(t.get("arbeitsmappe-indikator")),
            Column::words(t.get("wert-zeitraum")),
            Column::numbers(t.get("wert")),
            Column::words(t.get("indikator-feld-quelle")),
        ],
        row_headings: true,
        rows,
        notes: Vec::new(),
    })]
}

/// What it costs and who pays, and what was spent of it.
fn money(t: &Texts, view: &MeasureView) -> Vec<Block> {
    let (around_it, book) = (view.around(), &view.book);
    let budget = &around_it.budget;
    let mut blocks = Vec::new();
    if !budget.is_empty() {
        blocks.push(Block::Table(printed::with_total(around::money(t, budget))));
    }
    if !budget.costs.is_empty() {
        blocks.push(Block::Table(printed::with_total(tables::costs(t, budget))));
    }
    if !book.is_empty() {
        let lead = std::iter::once(spent::lead(t, budget, book));
        let said: Vec<String> = lead.chain(spent::over(t, budget, book)).collect();
        blocks.push(Block::paragraph(said.join(" ")));
        let tables = spent::compared(t, budget, book).into_iter();
        blocks.extend(tables.map(|it| Block::Table(printed::with_total(it))));
    }
    blocks
}

/// How it stands: whether it is in time, where each indicator is, what waits, and what hinders.
fn standing(t: &Texts, view: &MeasureView, obstacles: &[&Obstacle]) -> Vec<Block> {
    let plan = &view.measure().plan;
    let mut sentences = Vec::new();
    if plan.is_late(view.today) {
        sentences.push(t.with("blatt-spaet", &[("tag", Arg::from(t.date(plan.due)))]));
    }
    let waiting: usize = view.staircase.open().map(|it| it.waiting().len()).sum();
    if waiting > 0 {
        sentences.push(t.with("indikator-wartet", &[("anzahl", Arg::from(waiting))]));
    }
    let mut blocks = Vec::new();
    if !sentences.is_empty() {
        blocks.push(Block::paragraph(sentences.join(" ")));
    }
    let open = view.staircase.open().map(|it| {
        Text::default()
            .strong(format!("{}: ", it.known.says.name))
            .and(effects::stands(t, it, view.today))
    });
    blocks.extend(list(open));
    if !obstacles.is_empty() {
        blocks.push(Block::heading(Level::Two, t.get("blatt-hindernisse")));
        let line = |it: &&Obstacle| {
            let answer = match it.state {
                ObstacleState::Answered => it.answer.clone(),
                _ => t.get("blatt-offen"),
            };
            Text::from(format!("{} – {answer}", it.text))
        };
        blocks.extend(list(obstacles.iter().map(line)));
    }
    if blocks.is_empty() {
        blocks.push(Block::paragraph(t.get("blatt-nichts-berichtet")));
    }
    blocks
}

/// What is before and behind it on the red thread, by stage; titles and Fundstellen, no figures.
fn thread(t: &Texts, it: &ThreadView) -> Vec<Block> {
    let stages = [
        (Stage::Evidence, "faden-befund"),
        (Stage::Decision, "faden-entscheidung"),
        (Stage::Measure, "faden-massnahme"),
        (Stage::Effect, "faden-wirkung"),
    ];
    let mut blocks = Vec::new();
    for (stage, name) in stages {
        let line = |node: &crate::thread::view::Node| {
            let day =
                node.thing.date.parse().map_or_else(|_| node.thing.date.clone(), |it| t.date(it));
            Text::from(format!("{} ({day})", node.thing.title))
        };
        let items = it.of(stage).filter(|node| node.id != it.start).map(line);
        let items = list(items);
        if !items.is_empty() {
            blocks.push(Block::heading(Level::Two, t.get(name)));
            blocks.extend(items);
        }
    }
    blocks
}
