//! `/{kommune}/steuerung/massnahmen/{number}/ausgaben`: what was spent, beside what was planned?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Empty, Field, Kind, Notice, Problems, Select,
};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::model::{Line, Payer};
use super::view::View;
use super::{address, form, tables};
use crate::around::money::{Budget, CostKind};
use crate::around::words as around;
use crate::asks::{self, Difference};
use crate::measures;
use crate::measures::pages::frame_of;

/// A form as it stands: what was typed, what is wrong with it, and by what it is known.
#[derive(Debug)]
pub struct Asked<'a> {
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: Problems,
    /// By what the form is known.
    pub key: String,
}

/// What was spent on a measure, for who may book with the form.
pub fn show(viewer: &Viewer, city: &City, view: &View, asked: Option<&Asked<'_>>) -> Sheet {
    let t = &viewer.t;
    let (number, title) = (view.measure.number, view.measure.plan.title.as_str());
    let lead = tables::lead(t, &view.budget, &view.book);
    let shell = frame_of(viewer, city, (number, title), (t.get("ausgaben"), lead));
    let mut blocks = Vec::new();
    blocks.extend(asked.map(|it| Block::Problems(it.problems.clone())));
    blocks.extend(over(t, &view.budget, view));
    if view.book.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("ausgabe-leer"), step: None }));
    }
    blocks.extend(tables::compared(t, &view.budget, &view.book).into_iter().map(Block::Table));
    if !view.book.is_empty() {
        let link = |line: i64| format!("{}/{line}/berichtigen", address(city, number));
        let link: Option<&dyn Fn(i64) -> String> = if asked.is_some() { Some(&link) } else { None };
        blocks.push(Block::Heading(t.get("ausgabe-buchungen")));
        blocks.push(Block::Table(tables::lines(t, (&view.book, &view.names), link)));
    }
    if let Some(asked) = asked {
        blocks.push(Block::Heading(t.get("ausgabe-neu")));
        let button = Button::primary(t.get("ausgabe-buchen"));
        let form = FormBlock::new(address(city, number), button);
        let payers = form::payers(&view.budget, None);
        blocks.push(Block::Form(fields(t, form, (asked, &payers))));
    }
    if !view.budget.is_empty() {
        let own = measures::address(city, number);
        let plan = |kind: &str| {
            let label = t.get(&format!("finanzplan-{kind}"));
            let path = if kind == "xlsx" { ".xlsx".to_owned() } else { format!("/{kind}") };
            Link::new(label, format!("{own}/finanzplan{path}"))
        };
        blocks.push(Block::Links(["pdf", "docx", "xlsx"].map(plan).to_vec()));
    }
    Sheet::new(shell, blocks)
}

fn over(t: &Texts, budget: &Budget, view: &View) -> Option<Block> {
    let over = tables::over(t, budget, &view.book);
    (!over.is_empty()).then(|| {
        let title = t.get("ausgabe-ueber-plan-titel");
        Block::Notice(Notice { kind: Kind::Warning, title, text: over.join(" ") })
    })
}

fn fields(t: &Texts, form: FormBlock, (asked, payers): (&Asked<'_>, &[Payer])) -> FormBlock {
    let field = |name: &str, text: &str| {
        let field = Field::new(name, t.get(text)).value(sent(asked.typed, name));
        let field = field.error(asked.problems.of(name));
        let hint = format!("{text}.hinweis");
        if t.has(&hint) { field.hint(t.get(&hint)) } else { field }
    };
    let select = |name: &str, text: &str, choices: Vec<Choice>| {
        let mut select = Select::new(name, t.get(text), choices);
        select.error = asked.problems.of(name);
        select
    };
    let current = |name: &str| sent(asked.typed, name).to_owned();
    let open = |of: &str| Choice::new("", t.get("ausgabe-nicht-zugeordnet"), of);
    let (side, kind, payer) = (current("richtung"), current("art"), current("mittel"));
    let sides = vec![
        Choice::new("", t.get("ausgabe-richtung-hinaus"), &side),
        Choice::new(form::BACK, t.get("ausgabe-richtung-zurueck"), &side),
    ];
    let kinds = CostKind::ALL.map(|it| Choice::new(it.code(), around::cost_kind(t, it), &kind));
    let paid =
        payers.iter().map(|it| Choice::new(form::payer_value(it), tables::payer(t, it), &payer));
    form.hidden("schluessel", asked.key.clone())
        .field(field("tag", "ausgabe-tag").kind("date"))
        .field(field("betrag", "ausgabe-betrag").inputmode("decimal"))
        .select(select("richtung", "ausgabe-richtung", sides))
        .select(select(
            "art",
            "plan-ausgabeart",
            std::iter::once(open(&kind)).chain(kinds).collect(),
        ))
        .select(select(
            "mittel",
            "ausgabe-mittel",
            std::iter::once(open(&payer)).chain(paid).collect(),
        ))
        .field(field("notiz", "ausgabe-notiz").optional())
}

/// The form that corrects a line; with what somebody else has written in its place meanwhile.
pub fn correct(
    viewer: &Viewer,
    city: &City,
    (view, line): (&View, &Line),
    (asked, meanwhile): (&Asked<'_>, Option<&Line>),
) -> Sheet {
    let t = &viewer.t;
    let number = view.measure.number;
    let title = view.measure.plan.title.as_str();
    let args = [("nummer", Arg::from(line.number.to_string()))];
    let head = (t.with("ausgabe-berichtigen-titel", &args), t.get("ausgabe-berichtigen-leit"));
    let mut blocks = vec![Block::Problems(asked.problems.clone())];
    if let Some(before) = meanwhile {
        let who = view.names.account(t, line.account);
        let heading = t.with("ausgabe-inzwischen", &[("wer", Arg::from(who))]);
        let known = form::payers(&view.budget, Some(&line.says.payer));
        let today = line.says.day;
        let known = form::Known { payers: &known, today, corrects: true };
        let typed = form::checked(t, asked.typed, known).map(|it| tables::line(t, &it.0));
        let difference = Difference {
            field: t.get("ausgabe-eine"),
            before: tables::line(t, &before.says),
            now: tables::line(t, &line.says),
            typed: typed.unwrap_or_default(),
        };
        blocks.extend(asks::meanwhile(t, heading, vec![difference]));
    }
    let action = format!("{}/{}/berichtigen", address(city, number), line.number);
    let button = Button::primary(t.get("ausgabe-berichtigen"));
    let payers = form::payers(&view.budget, Some(&line.says.payer));
    let reason = Field::new("grund", t.get("ausgabe-grund"))
        .hint(t.get("ausgabe-grund.hinweis"))
        .value(sent(asked.typed, "grund"))
        .error(asked.problems.of("grund"));
    let form = fields(t, FormBlock::new(action, button), (asked, &payers)).field(reason);
    blocks.push(Block::Form(form));
    let all = Link::new(t.get("ausgabe-alle"), address(city, number));
    blocks.push(Block::Links(vec![all]));
    Sheet::new(frame_of(viewer, city, (number, title), head), blocks)
}
