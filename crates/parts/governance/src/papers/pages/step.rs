//! `…/schritte/{schritt}`: where and when is it heard after all, and what has it brought?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Problems};
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};
use axum::response::Response;

use super::paper::{outcome, when_and_where};
use super::{field, frame, words};
use crate::bodies::model::Votes;
use crate::papers::address;
use crate::papers::model::{Resolved, Step};
use crate::papers::view::PaperView;

/// A step as the fields of its form.
#[must_use]
pub fn typed(step: &Step) -> Typed {
    let public = if step.is_public { "ja" } else { "nein" };
    let all = [
        ("gremium", step.body.to_string()),
        ("tag", step.on.to_string()),
        ("oeffentlich", public.to_owned()),
    ];
    let mut all: Typed = all.map(|it| (it.0.to_owned(), it.1)).to_vec();
    if let Some(it) = &step.result {
        let votes = it.vote.votes();
        let is_counted = votes != Votes::default();
        let count = |count: i64| if is_counted { count.to_string() } else { String::new() };
        let values = [
            ("ergebnis", it.outcome.code().to_owned()),
            ("beschlossen", it.decided.clone()),
            ("abstimmung", it.vote.code().to_owned()),
            ("ja", count(votes.yes)),
            ("nein", count(votes.no)),
            ("enthaltung", count(votes.abstain)),
        ];
        all.extend(values.map(|(name, value)| (format!("{name}-{}", step.number), value)));
    }
    all
}

/// The page; 422 if it answers to something refused.
pub fn show(
    viewer: &Viewer,
    city: &City,
    (view, step): (&PaperView, &Step),
    (typed, problems): (&Typed, &Problems),
) -> Response {
    let t = &viewer.t;
    let here = address(city, view.paper().number);
    let above = vec![Link::new(view.paper().draft.subject.clone(), here.clone())];
    let args =
        [("gremium", Arg::from(view.all.body(step.body))), ("tag", Arg::from(t.date(step.on)))];
    let (title, lead) = match step.result {
        Some(_) => ("ergebnis-berichtigen-von", "ergebnis-berichtigen-leit"),
        None => ("schritt-aendern-von", "schritt-aendern-leit"),
    };
    let shell = frame(viewer, city, above, (t.with(title, &args), t.get(lead)));
    let mut blocks = vec![Block::Problems(problems.clone())];
    blocks.push(Block::Text(words::step(t, &view.all, step)));
    let to = format!("{here}/schritte/{}/aendern", step.number);
    match &step.result {
        Some(it) => {
            blocks.push(Block::Text(words::result(t, it)));
            blocks.push(Block::Form(correct(t, (&to, step, it), (typed, problems))));
        }
        None => {
            let form = FormBlock::new(to.clone(), Button::primary(t.get("schritt-verlegen")))
                .hidden("absicht", "verlegen")
                .hidden("stand", step.version.to_string());
            let form = when_and_where(t, form, view, (typed, problems));
            let why = field(t, (typed, problems), "grund", "schritt-grund");
            blocks.push(Block::Form(form.field(why)));
            blocks.push(Block::Heading(t.get("schritt-herausnehmen")));
            blocks.push(Block::Text(t.get("schritt-herausnehmen-leit")));
            let form = FormBlock::new(to, Button::secondary(t.get("schritt-herausnehmen")))
                .hidden("absicht", "herausnehmen")
                .hidden("stand", step.version.to_string());
            blocks.push(Block::Form(form));
        }
    }
    let sheet = Sheet::new(shell, blocks);
    if problems.is_empty() { sheet.answer() } else { sheet.refused() }
}

fn correct(
    t: &Texts,
    (to, step, it): (&str, &Step, &Resolved),
    typed: (&Typed, &Problems),
) -> FormBlock {
    let form = FormBlock::new(to, Button::primary(t.get("ergebnis-berichtigen")))
        .hidden("absicht", "berichtigen")
        .hidden("version", it.version.to_string())
        .hidden("stand", it.corrections().to_string());
    outcome(t, form, step.number, typed).field(field(t, typed, "grund", "berichtigung-grund"))
}
