//! `/{kommune}/kernindikatoren/neu` and `…/aendern`: what do all define alike?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::{Button, Choice, Choices, Field, Problems, Select};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, Difference, FormBlock, Sheet, Viewer, meanwhile};

use super::{frame, value};
use crate::core::at;
use crate::core::model::{Core, Part, UNITS};

/// The form for a new one.
pub fn new(viewer: &Viewer, city: &City, (typed, problems): (&Typed, Problems)) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("kern-neu"), t.get("kern-neu-leit")));
    let code = Field::new("code", t.get("kern-code")).value(sent(typed, "code"));
    let code = code.hint(t.get("kern-code-hinweis")).error(problems.of("code"));
    let form = FormBlock::new(at(city, "/neu"), Button::primary(t.get("kern-speichern")));
    let form = fields(t, form.field(code), (typed, &problems));
    Sheet::new(shell, vec![Block::Problems(problems), Block::Form(form)])
}

/// The form that changes one; with what somebody else has changed meanwhile.
pub fn change(
    viewer: &Viewer,
    city: &City,
    now: &Core,
    (typed, problems): (&Typed, Problems),
    overtaken: Option<(&Core, &Names)>,
) -> Sheet {
    let t = &viewer.t;
    let title = t.with("kern-aendern-titel", &[("name", Arg::from(now.text.name.as_str()))]);
    let shell = frame(viewer, city, (title, t.get("kern-aendern-leit")));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if let Some((before, names)) = overtaken {
        let who = [("wer", Arg::from(names.account(t, now.account)))];
        let difference = |part: Part| Difference {
            field: t.get(&format!("kern-feld-{}", part.code())),
            before: value(t, before, part),
            now: value(t, now, part),
            typed: sent(typed, part.code()).to_owned(),
        };
        let all = before.text.differences(&now.text).into_iter().map(difference).collect();
        blocks.extend(meanwhile(t, t.with("kern-inzwischen", &who), all));
    }
    let action = at(city, &format!("/{}/aendern", now.code));
    let form = FormBlock::new(action, Button::primary(t.get("kern-speichern")))
        .hidden("version", now.version.to_string());
    let mut form = fields(t, form, (typed, &problems));
    let retired = Choice {
        value: "ja".to_owned(),
        label: t.get("kern-feld-ruht-ja"),
        hint: None,
        chosen: sent(typed, Part::Retired.code()) == "ja",
    };
    form = form.choices(Choices::several(
        Part::Retired.code(),
        t.get("kern-feld-ruht"),
        vec![retired],
    ));
    blocks.push(Block::Form(form));
    Sheet::new(shell, blocks)
}

fn fields(t: &Texts, form: FormBlock, (typed, problems): (&Typed, &Problems)) -> FormBlock {
    let field = |part: Part| {
        let id = format!("kern-feld-{}", part.code());
        let hint = format!("{id}.hinweis");
        let field = Field::new(part.code(), t.get(&id)).value(sent(typed, part.code()));
        let field = field.error(problems.of(part.code()));
        if t.has(&hint) { field.hint(t.get(&hint)) } else { field }
    };
    let current = sent(typed, Part::Unit.code());
    let unit = |it: &str| Choice::new(it, t.get(&format!("kern-einheit-{it}")), current);
    let please = Choice::new("", t.get("bitte-waehlen"), current);
    let units = std::iter::once(please).chain(UNITS.map(unit)).collect();
    let mut units = Select::new(Part::Unit.code(), t.get("kern-feld-einheit"), units);
    units.error = problems.of(Part::Unit.code());
    form.field(field(Part::Name))
        .field(field(Part::Definition).rows(3))
        .field(field(Part::Population))
        .field(field(Part::Day))
        .select(units)
        .field(field(Part::Deviations).rows(3).optional())
}
