//! `/{kommune}/programm/profil`: how do we work?

use std::collections::BTreeMap;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Field, Kind, Notice, Problems, Select,
};
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::{Block, City, Difference, FormBlock, Sheet, Viewer, meanwhile};

use super::frame;
use crate::together::at;
use crate::together::model::{INTENTS, ORGANISATIONS, Told};
use crate::together::sources::{Source, Taken, has_moved};

/// The boxes by which a field is taken from what the city has written down.
pub const FROM: &str = "aus";

/// The hidden field that says what a box offered when the form was opened.
pub fn saw(name: &str) -> String {
    format!("angebot-{name}")
}

/// From what a profile can be taken, and was.
#[derive(Debug)]
pub struct About {
    /// By field, what is offered now.
    pub offered: BTreeMap<String, Taken>,
    /// From what the newest version was taken.
    pub sources: Vec<Source>,
}

impl About {
    fn was_taken(&self, field: &str) -> bool {
        self.sources.iter().any(|it| it.field == field)
    }
}

/// The value of a field in words.
pub fn value(t: &Texts, name: &str, value: &str) -> String {
    match name {
        _ if value.is_empty() => String::new(),
        "organisation" | "loi" => t.get(&format!("{name}-{value}")),
        _ => value.to_owned(),
    }
}

/// The form before anybody has typed: a new profile is taken from what is there; one that was taken
/// offers what its source says by now.
#[must_use]
pub fn prefilled(about: &About, now: Option<&Told>) -> Typed {
    let mut typed = now.map_or_else(Typed::new, |it| {
        it.profile.fields().map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec()
    });
    for (field, offered) in &about.offered {
        if now.is_none() || about.was_taken(field) {
            typed.retain(|it| it.0 != *field);
            typed.push((field.clone(), offered.value.clone()));
            typed.push((FROM.to_owned(), field.clone()));
        }
    }
    typed
}

/// What the sources of a profile say by now, where that is something else.
fn moved(t: &Texts, about: &About, now: Option<&Told>) -> Vec<Block> {
    let Some(told) = now else { return Vec::new() };
    let fields = ["loi", "quartiere"].into_iter();
    let fields = fields.filter(|it| has_moved(&about.sources, it, about.offered.get(*it)));
    let notice = |field: &str| {
        let offered = about.offered.get(field);
        let args = [
            ("angabe", Arg::from(t.get(&format!("profil-{field}")))),
            ("vorher", Arg::from(value(t, field, told.profile.field(field)))),
            ("jetzt", Arg::from(offered.map_or_else(String::new, |it| value(t, field, &it.value)))),
        ];
        let id = if offered.is_some() { "profil-quelle-neu" } else { "profil-quelle-weg" };
        let title = t.with("profil-quelle-geaendert", &args);
        Block::Notice(Notice { kind: Kind::Info, title, text: t.with(id, &args) })
    };
    fields.map(notice).collect()
}

/// The box of a field that can be taken.
fn from(t: &Texts, about: &About, typed: &Typed, name: &str) -> Option<Choice> {
    let offered = about.offered.get(name)?;
    let args = [
        ("wert", Arg::from(value(t, name, &offered.value))),
        ("woher", Arg::from(t.list(&offered.said))),
    ];
    let chosen = all_sent(typed, FROM).any(|it| it == name);
    let label = t.with(&format!("profil-aus-{name}"), &args);
    Some(Choice { value: name.to_owned(), label, hint: None, chosen })
}

/// The form; with what somebody else has changed meanwhile.
pub fn page(
    viewer: &Viewer,
    city: &City,
    (about, now): (&About, Option<&Told>),
    (typed, problems): (&Typed, Problems),
    overtaken: Option<(Option<&Told>, &Names)>,
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("profil-titel"), t.get("profil-leit")));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if let Some((before, names)) = overtaken {
        let who = [("wer", Arg::from(names.account(t, now.and_then(|it| it.account))))];
        let heading = t.with("kern-zuordnung-inzwischen", &who);
        blocks.extend(meanwhile(t, heading, differences(t, typed, (before, now))));
    }
    if overtaken.is_none() {
        blocks.extend(moved(t, about, now));
    }
    let choices = |name: &str, prefix: &str, codes: &[&str]| {
        let current = sent(typed, name);
        let please = Choice::new("", t.get("bitte-waehlen"), current);
        let all =
            codes.iter().map(|it| Choice::new(*it, t.get(&format!("{prefix}-{it}")), current));
        let all = std::iter::once(please).chain(all).collect();
        let mut select = Select::new(name, t.get(&format!("profil-{name}")), all);
        select.error = problems.of(name);
        select
    };
    let field = |name: &str| {
        Field::new(name, t.get(&format!("profil-{name}")))
            .value(sent(typed, name))
            .error(problems.of(name))
    };
    let button = Button::primary(t.get("kern-speichern"));
    let mut form = FormBlock::new(at(city, "/profil"), button)
        .hidden("version", now.map_or(0, |it| it.version).to_string());
    for (name, offered) in &about.offered {
        form = form.hidden(&saw(name), offered.value.clone());
    }
    let boxes: Vec<Choice> =
        ["loi", "quartiere"].into_iter().filter_map(|it| from(t, about, typed, it)).collect();
    if !boxes.is_empty() {
        let mut from = Choices::several(FROM, t.get("profil-aus"), boxes);
        from.hint = Some(t.get("profil-aus-hinweis"));
        form = form.choices(from);
    }
    let form = form
        .select(choices("organisation", "organisation", &ORGANISATIONS))
        .field(field("federfuehrung"))
        .field(field("kontakt").rows(2).optional().hint(t.get("profil-kontakt-hinweis")))
        .field(field("quartiere").optional())
        .select(choices("loi", "loi", &INTENTS))
        .field(field("woran").rows(3).optional().hint(t.get("profil-woran-hinweis")));
    blocks.push(Block::Form(form));
    Sheet::new(shell, blocks)
}

fn differences(
    t: &Texts,
    typed: &Typed,
    (before, now): (Option<&Told>, Option<&Told>),
) -> Vec<Difference> {
    let of = |it: Option<&Told>, at: usize| {
        it.map_or_else(String::new, |it| it.profile.fields()[at].1.to_owned())
    };
    let words = |name: &str, text: String| value(t, name, &text);
    let names = now.map(|it| it.profile.fields().map(|it| it.0)).into_iter().flatten();
    let all = names.enumerate().map(|(at, name)| Difference {
        field: t.get(&format!("profil-{name}")),
        before: words(name, of(before, at)),
        now: words(name, of(now, at)),
        typed: words(name, sent(typed, name).to_owned()),
    });
    all.filter(|it| it.before != it.now).collect()
}
