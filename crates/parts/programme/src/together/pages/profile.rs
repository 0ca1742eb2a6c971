//! `/{kommune}/programm/profil`: how do we work?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::{Button, Choice, Field, Problems, Select};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, Difference, FormBlock, Sheet, Viewer, meanwhile};

use super::frame;
use crate::together::at;
use crate::together::model::{INTENTS, ORGANISATIONS, Told};

/// The form; with what somebody else has changed meanwhile.
pub fn page(
    viewer: &Viewer,
    city: &City,
    now: Option<&Told>,
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
    let form = FormBlock::new(at(city, "/profil"), button)
        .hidden("version", now.map_or(0, |it| it.version).to_string())
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
    let words = |name: &str, text: String| match name {
        _ if text.is_empty() => text,
        "organisation" | "loi" => t.get(&format!("{name}-{text}")),
        _ => text,
    };
    let names = now.map(|it| it.profile.fields().map(|it| it.0)).into_iter().flatten();
    let all = names.enumerate().map(|(at, name)| Difference {
        field: t.get(&format!("profil-{name}")),
        before: words(name, of(before, at)),
        now: words(name, of(now, at)),
        typed: words(name, sent(typed, name).to_owned()),
    });
    all.filter(|it| it.before != it.now).collect()
}
