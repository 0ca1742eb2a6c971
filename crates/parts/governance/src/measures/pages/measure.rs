//! `/{kommune}/steuerung/massnahmen/{number}`: what is done here, why, and what came of it?

use ankunft_platform::citing::Cited;
use ankunft_platform::csrf;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Column, Pair, Problems, Remember, Row, RowCell, Table,
};
use ankunft_platform::parts::{CitedThing, Panel};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::frame;
use crate::asks;
use crate::evidence::{self, Evidence, Says};
use crate::goals::Served;
use crate::known;
use crate::measures::model::{Measure, Part, Plan};
use crate::measures::store::KIND;
use crate::measures::{address, words};
use crate::thread;

/// Everything that the page of a measure shows.
#[derive(Debug)]
pub struct MeasureView {
    /// All versions, the newest first; never empty.
    pub versions: Vec<Measure>,
    /// Names of accounts and Stellen.
    pub names: Names,
    /// What it rests on.
    pub evidence: Evidence,
    /// The citations that its effect is measured against.
    pub baselines: Vec<i64>,
    /// The goals that it serves.
    pub goals: Served,
    /// The button for one's own Mappe.
    pub remember: Option<Remember>,
    /// Whether this reader may change it.
    pub may_change: bool,
}

impl MeasureView {
    /// The measure as it stands.
    #[must_use]
    pub fn measure(&self) -> &Measure {
        &self.versions[0]
    }

    /// What its effect is measured against, each with what it says today.
    fn baselines(&self) -> impl Iterator<Item = (&Cited, Option<&CitedThing>)> {
        self.evidence.with_today().filter(|(it, _)| self.baselines.contains(&it.citation().id))
    }
}

/// The page.
pub fn show(viewer: &Viewer, city: &City, view: &MeasureView, problems: &Problems) -> Sheet {
    let t = &viewer.t;
    let (measure, plan) = (view.measure(), &view.measure().plan);
    let shell = frame(viewer, city, (plan.title.clone(), lead(t, view)));
    let mut blocks = vec![Block::Problems(problems.clone()), Block::Pairs(pairs(t, view))];
    if !plan.description.is_empty() {
        blocks.push(Block::Heading(words::field(t, Part::Description)));
        blocks.push(Block::Text(plan.description.clone()));
    }
    blocks.push(Block::Panel(why(viewer, city, view)));
    if view.may_change {
        let action = format!("{}/befunde", address(city, measure.number));
        blocks.push(Block::Form(evidence::form(t, action, &view.evidence, problems)));
    }
    blocks.extend(view.goals.blocks(t, city, measure.number, view.may_change));
    blocks.push(Block::Heading(t.get("massnahme-wirkung")));
    blocks.extend(effect(t, view));
    let mut ways = Vec::new();
    if view.may_change {
        let way = format!("{}/aendern", address(city, measure.number));
        ways.push(Link::new(t.get("massnahme-aendern"), way));
    }
    let faden = thread::address(city, (KIND, &measure.number.to_string()));
    ways.push(Link::new(t.get("faden-zeigen"), faden));
    blocks.push(Block::Ways(ways));
    if let Some(remember) = view.remember.clone() {
        blocks.push(Block::Panel(asks::remember(t, remember)));
    }
    blocks.push(Block::Table(history(t, view)));
    Sheet::new(shell, blocks)
}

fn lead(t: &Texts, view: &MeasureView) -> String {
    let plan = &view.measure().plan;
    let args = [
        ("stelle", Arg::from(known::post(t, &view.names, plan.lead))),
        ("tag", Arg::from(t.date(plan.due))),
        ("ort", Arg::from(known::place(t, plan.place.as_ref()))),
    ];
    t.with(&format!("massnahme-leit-{}", plan.state.code()), &args)
}

/// What it says, but for title and description; nothing that is empty.
fn pairs(t: &Texts, view: &MeasureView) -> Vec<Pair> {
    let plan = &view.measure().plan;
    let shown = Part::ALL.into_iter().filter(|it| !matches!(it, Part::Title | Part::Description));
    let pair = |part: Part| {
        let text = words::value(t, &view.names, plan, part);
        (!text.is_empty()).then(|| Pair::new(words::field(t, part), text))
    };
    shown.filter_map(pair).collect()
}

fn why(viewer: &Viewer, city: &City, view: &MeasureView) -> Panel {
    let t = &viewer.t;
    let number = view.measure().number;
    let line = |it: &Cited| {
        let is_baseline = view.baselines.contains(&it.citation().id);
        let code = it.citation().code.clone();
        let form = |path: &str, label: &str| {
            let action = format!("{}/{path}", address(city, number));
            FormBlock::new(action, Button::secondary(t.get(label)))
                .hidden(csrf::FIELD, viewer.csrf())
                .hidden("befund", code.clone())
        };
        let mut forms = Vec::new();
        if view.may_change && (is_baseline || it.value.is_some()) {
            let (label, value) = match is_baseline {
                true => ("massnahme-nicht-messen", "nein"),
                false => ("massnahme-daran-messen", "ja"),
            };
            forms.push(form("ausgangswert", label).hidden("messen", value));
        }
        if view.may_change {
            forms.push(form("befunde/weg", "befund-weg"));
        }
        (is_baseline.then(|| t.get("massnahme-ausgangswert")), forms)
    };
    let (title, empty) = (t.get("massnahme-warum"), t.get("massnahme-kein-befund"));
    evidence::panel(t, city, &view.evidence, Says { title, empty, line: &line })
}

/// What it was when it was cited, and what it is now.
fn effect(t: &Texts, view: &MeasureView) -> Vec<Block> {
    let row = |(it, now): (&Cited, Option<&CitedThing>)| {
        let snapshot = it.citation().snapshot.as_ref();
        let then = match snapshot {
            Some(then) => dated(t, then.value.as_deref(), &then.date),
            None => RowCell::new(it.note.as_ref().map_or_else(String::new, |it| it.title.clone())),
        };
        let now = match now {
            Some(now) => RowCell {
                href: Some(now.link.clone()),
                ..dated(t, now.value.as_deref(), &now.date)
            },
            None => RowCell::new(t.get("massnahme-noch-kein-neuer-wert")),
        };
        Row { head: RowCell::new(it.title.clone()), cells: vec![then, now] }
    };
    let rows: Vec<Row> = view.baselines().map(row).collect();
    if rows.is_empty() {
        return vec![Block::Text(t.get("massnahme-ohne-ausgangswert"))];
    }
    let columns = ["massnahme-woran-gemessen", "massnahme-damals", "massnahme-heute"];
    let table = Table {
        caption: t.get("massnahme-wirkung"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows,
    };
    vec![Block::Table(table), Block::Reading(t.get("massnahme-wirkung-lesen"))]
}

/// A value with the day that it speaks about.
fn dated(t: &Texts, value: Option<&str>, day: &str) -> RowCell {
    let day = day.parse().map_or_else(|_| day.to_owned(), |it| t.date(it));
    RowCell::new(value.unwrap_or_default()).note(day)
}

/// Who wrote what when, the newest first.
fn history(t: &Texts, view: &MeasureView) -> Table {
    let row = |(at, it): (usize, &Measure)| {
        let before = view.versions.get(at + 1).map(|it| &it.plan);
        let what = before.map_or_else(
            || t.get("massnahme-angelegt"),
            |before: &Plan| {
                let parts = before.differences(&it.plan);
                let change = |part: Part| {
                    let now = words::value(t, &view.names, &it.plan, part);
                    let was = words::value(t, &view.names, before, part);
                    let short =
                        matches!(part, Part::State | Part::Due | Part::Lead | Part::ReviewOn);
                    match short && !was.is_empty() {
                        true => format!("{}: {was} → {now}", words::field(t, part)),
                        false => words::field(t, part),
                    }
                };
                parts.into_iter().map(change).collect::<Vec<_>>().join("; ")
            },
        );
        let who = view.names.account(t, it.account);
        let who =
            view.names.post(it.post).map_or_else(|| who.clone(), |it| format!("{it} · {who}"));
        Row {
            head: RowCell::new(ankunft_platform::words::instant(t, it.at)),
            cells: vec![RowCell::new(who), RowCell::new(what)],
        }
    };
    let columns = ["massnahme-wann", "massnahme-wer", "massnahme-geaendert"];
    Table {
        caption: t.get("massnahme-verlauf"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: view.versions.iter().enumerate().map(row).collect(),
    }
}
