//! `…/neu` and `…/aendern`: what is put before the bodies, and why?

use ankunft_platform::citing::Cited;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Choices, Problems, Select};
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{field, frame};
use crate::asks;
use crate::known::{self, Known};
use crate::made_from::{self, Source};
use crate::papers::model::{Draft, Paper};
use crate::papers::view::PaperView;
use crate::papers::{address, at};

/// The fields with their texts, in the order of the form.
const FIELDS: [(&str, &str); 8] = [
    ("betreff", "vorlage-betreff"),
    ("aktenzeichen", "vorlage-aktenzeichen"),
    ("federfuehrung", "vorlage-federfuehrung"),
    ("beschlussvorschlag", "vorlage-beschlussvorschlag"),
    ("begruendung", "vorlage-begruendung"),
    ("finanzen", "vorlage-finanzen"),
    ("kosten", "vorlage-kosten"),
    ("ratsinfo", "vorlage-ratsinfo"),
];

/// A Vorlage as the fields of its form.
#[must_use]
pub fn typed(t: &Texts, it: &Draft) -> Typed {
    let cost = it.cost.map_or_else(String::new, |it| t.euros(it));
    let values = [
        it.subject.clone(),
        it.file_number.clone(),
        it.lead.to_string(),
        it.proposal.clone(),
        it.reasons.clone(),
        it.finance.clone(),
        cost.trim_matches(['€', ' ', '\u{a0}']).to_owned(),
        it.council_address.clone(),
    ];
    FIELDS.iter().zip(values).map(|((name, _), value)| ((*name).to_owned(), value)).collect()
}

fn fields(t: &Texts, mut form: FormBlock, known: &Known, typed: (&Typed, &Problems)) -> FormBlock {
    for (name, text) in FIELDS {
        let field = field(t, typed, name, text);
        form = match name {
            "federfuehrung" => {
                let leads = asks::leads(t, known, sent(typed.0, name));
                let mut lead = Select::new(name, t.get(text), leads);
                lead.error = typed.1.of(name);
                form.select(lead)
            }
            "betreff" => form.field(field),
            "beschlussvorschlag" => form.field(field.rows(4)),
            "begruendung" => form.field(field.rows(8).optional()),
            "finanzen" => form.field(field.rows(3).optional()),
            "kosten" => form.field(field.inputmode("decimal").optional()),
            _ => form.field(field.optional()),
        };
    }
    form
}

/// The form for a new Vorlage, with what lies in the reader's Mappen.
pub fn new(
    viewer: &Viewer,
    city: &City,
    known: &Known,
    (folders, sources): (&[(String, Vec<Cited>)], &[Source]),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let words = (t.get("vorlage-neu-titel"), t.get("vorlage-neu-leit"));
    let shell = frame(viewer, city, Vec::new(), words);
    let form = FormBlock::new(at(city, "/neu"), Button::primary(t.get("vorlage-speichern")));
    let mut form = fields(t, form, known, (typed, &problems));
    let ticked: Vec<&str> = all_sent(typed, "befund").collect();
    let choice = |folder: &str, it: &Cited| {
        let value = it.value.as_ref().map_or_else(String::new, |it| format!(": {it}"));
        let code = it.citation().code.clone();
        Choice {
            chosen: ticked.contains(&code.as_str()),
            value: code,
            label: format!("{}{value}", it.title),
            hint: Some(folder.to_owned()),
        }
    };
    let mut choices: Vec<Choice> = Vec::new();
    for (folder, all) in folders {
        for it in all {
            let choice = choice(folder, it);
            if !choices.iter().any(|other| other.value == choice.value) {
                choices.push(choice);
            }
        }
    }
    if !choices.is_empty() {
        let mut group = Choices::several("befund", t.get("vorlage-aus-mappe"), choices);
        group.hint = Some(t.get("vorlage-aus-mappe.hinweis"));
        form = form.choices(group);
    }
    let mut blocks = vec![Block::Problems(problems)];
    blocks.extend(made_from::told(viewer, sources));
    blocks.push(Block::Form(made_from::form(form, sources)));
    Sheet::new(shell, blocks)
}

/// The form that changes a Vorlage; with what stood there before somebody else changed it.
pub fn change(
    viewer: &Viewer,
    city: &City,
    view: &PaperView,
    (typed, problems): (&Typed, Problems),
    before: Option<&Paper>,
) -> Sheet {
    let t = &viewer.t;
    let paper = view.paper();
    let name = paper.draft.subject.as_str();
    let title = t.with("vorlage-aendern-titel", &[("betreff", Arg::from(name))]);
    let above = vec![Link::new(name, address(city, paper.number))];
    let shell = frame(viewer, city, above, (title, t.get("vorlage-aendern-leit")));
    let action = format!("{}/aendern", address(city, paper.number));
    let form = FormBlock::new(action, Button::primary(t.get("vorlage-speichern")));
    let form = form.hidden("version", paper.version.to_string());
    let form = fields(t, form, &view.known, (typed, &problems));
    let mut blocks = vec![Block::Problems(problems)];
    if let Some(before) = before {
        blocks.extend(difference(t, view, before, typed));
    }
    blocks.push(Block::Form(form));
    Sheet::new(shell, blocks)
}

fn difference(t: &Texts, view: &PaperView, before: &Paper, sent_now: &Typed) -> Vec<Block> {
    let (was, now) = (typed(t, &before.draft), typed(t, &view.paper().draft));
    let say = |name: &str, typed: &Typed| {
        let value = sent(typed, name);
        match (name, value.parse()) {
            ("federfuehrung", Ok(post)) => known::post(t, &view.known.names, post),
            _ => value.to_owned(),
        }
    };
    let changed = FIELDS.into_iter().filter(|it| sent(&was, it.0) != sent(&now, it.0));
    let all = changed.map(|(name, label)| asks::Difference {
        field: t.get(label),
        before: say(name, &was),
        now: say(name, &now),
        typed: say(name, sent_now),
    });
    let who = view.known.names.account(t, view.paper().account);
    let heading = t.with("vorlage-inzwischen", &[("wer", Arg::from(who))]);
    asks::meanwhile(t, heading, all.collect())
}
