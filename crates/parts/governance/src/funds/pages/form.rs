//! `/{kommune}/fonds/neu` and `…/aendern`: by which rules is money given?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{Button, Choice, Choices, Field, Problems, Select};
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{frame, frame_of};
use crate::asks;
use crate::funds::model::{Fund, Majority, Part, Spending, Terms};
use crate::funds::{PATH, address, words};
use crate::known::{self, Known};

/// What somebody else has written meanwhile.
#[derive(Debug)]
pub struct Meanwhile<'a> {
    /// What stood there when the form was opened.
    pub before: &'a Terms,
    /// What stands there now.
    pub now: &'a Fund,
}

/// The form for a new fund.
pub fn new(
    viewer: &Viewer,
    city: &City,
    known: &Known,
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("fonds-neu-titel"), t.get("fonds-neu-leit")));
    let button = Button::primary(t.get("fonds-speichern"));
    let form = FormBlock::new(city.at(&format!("{PATH}/neu")), button);
    page(shell, Vec::new(), fields(t, form, known, (typed, &problems)), problems)
}

/// The form that changes a fund; with what somebody else has changed meanwhile.
pub fn change(
    viewer: &Viewer,
    city: &City,
    (was, known): (&Fund, &Known),
    (typed, problems): (&Typed, Problems),
    meanwhile: Option<&Meanwhile<'_>>,
) -> Sheet {
    let t = &viewer.t;
    let name = [("name", Arg::from(was.terms.name.as_str()))];
    let words = (t.with("fonds-aendern-titel", &name), t.get("fonds-aendern-leit"));
    let shell = frame_of(viewer, city, was, words);
    let action = format!("{}/aendern", address(city, was.number));
    let form = FormBlock::new(action, Button::primary(t.get("fonds-speichern")))
        .hidden("version", was.version.to_string());
    let before = meanwhile.map_or_else(Vec::new, |it| difference(t, known, it, typed));
    page(shell, before, fields(t, form, known, (typed, &problems)), problems)
}

fn page(shell: Shell, before: Vec<Block>, form: FormBlock, problems: Problems) -> Sheet {
    let mut blocks = vec![Block::Problems(problems)];
    blocks.extend(before);
    blocks.push(Block::Form(form));
    Sheet::new(shell, blocks)
}

fn difference(t: &Texts, known: &Known, it: &Meanwhile<'_>, typed: &Typed) -> Vec<Block> {
    let who = known.names.account(t, it.now.account);
    let difference = |part: Part| asks::Difference {
        field: words::field(t, part),
        before: words::value(t, &known.names, it.before, part),
        now: words::value(t, &known.names, &it.now.terms, part),
        typed: as_typed(t, known, typed, part),
    };
    let heading = t.with("fonds-inzwischen", &[("wer", Arg::from(who))]);
    let all = it.before.differences(&it.now.terms).into_iter().map(difference).collect();
    asks::meanwhile(t, heading, all)
}

/// What stands in a field of the form, in words.
fn as_typed(t: &Texts, known: &Known, typed: &Typed, part: Part) -> String {
    let value = sent(typed, part.code());
    match part {
        Part::Place => {
            let spot = known.spots.iter().find(|it| it.place.value() == value);
            known::place(t, spot.map(|it| &it.place))
        }
        Part::Lead | Part::Payer | Part::Members => {
            let ids = all_sent(typed, part.code()).filter_map(|it| it.parse().ok());
            known::posts(t, &known.names, &ids.collect::<Vec<i64>>())
        }
        Part::Spending => Spending::from_code(value)
            .map_or_else(String::new, |it| t.get(&format!("fonds-wofuer-{}", it.code()))),
        Part::Majority => Majority::from_code(value)
            .map_or_else(String::new, |it| t.get(&format!("fonds-mehrheit-{}", it.code()))),
        Part::CallFrom | Part::CallTo => {
            value.parse().map_or_else(|_| value.to_owned(), |it| t.date(it))
        }
        _ => value.to_owned(),
    }
}

fn fields(
    t: &Texts,
    form: FormBlock,
    known: &Known,
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let field = |part: Part| {
        let id = format!("fonds-feld-{}", part.code());
        let hint = format!("{id}.hinweis");
        let field = Field::new(part.code(), t.get(&id)).value(sent(typed, part.code()));
        let field = field.error(problems.of(part.code()));
        if t.has(&hint) { field.hint(t.get(&hint)) } else { field }
    };
    let select = |part: Part, choices: Vec<Choice>| {
        let mut select = Select::new(part.code(), words::field(t, part), choices);
        select.error = problems.of(part.code());
        select
    };
    let current = |part: Part| sent(typed, part.code());
    let spending = Spending::ALL.map(|it| {
        let label = t.get(&format!("fonds-wofuer-{}", it.code()));
        Choice::new(it.code(), label, current(Part::Spending))
    });
    let majority = Majority::ALL.map(|it| {
        let label = t.get(&format!("fonds-mehrheit-{}", it.code()));
        Choice::new(it.code(), label, current(Part::Majority))
    });
    let mut members: Choices =
        asks::desks(known, typed, (Part::Members.code(), words::field(t, Part::Members)));
    members.hint = Some(t.get("fonds-feld-gremium.hinweis"));
    members.error = problems.of(Part::Members.code());
    form.field(field(Part::Name))
        .select(select(Part::Place, asks::places(t, known, current(Part::Place))))
        .field(field(Part::Programme).optional())
        .field(field(Part::FileNumber).optional())
        .field(field(Part::Share).inputmode("decimal"))
        .field(field(Part::FullUpTo).inputmode("decimal").optional())
        .field(field(Part::Largest).inputmode("decimal"))
        .select(select(Part::Spending, spending.to_vec()))
        .field(field(Part::Criteria).rows(6))
        .field(field(Part::CallFrom).kind("date").optional())
        .field(field(Part::CallTo).kind("date").optional())
        .select(select(Part::Lead, asks::leads(t, known, current(Part::Lead))))
        .select(select(Part::Payer, asks::leads(t, known, current(Part::Payer))))
        .choices(members)
        .field(field(Part::Quorum).inputmode("numeric"))
        .select(select(Part::Majority, majority.to_vec()))
}
