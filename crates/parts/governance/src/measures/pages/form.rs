//! `/{kommune}/steuerung/massnahmen/neu` and `…/aendern`: what do we agree?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{Button, Choice, Field, Problems, Select};
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{frame, frame_of};
use crate::asks;
use crate::known::{self, Known};
use crate::made_from::{self, Source};
use crate::measures::model::{Measure, Part, Plan, State};
use crate::measures::{address, at, words};

/// What somebody else has written meanwhile.
#[derive(Debug)]
pub struct Meanwhile<'a> {
    /// What stood there when the form was opened.
    pub before: &'a Plan,
    /// What stands there now.
    pub now: &'a Measure,
}

/// The form for a new measure.
pub fn new(
    viewer: &Viewer,
    city: &City,
    (known, sources): (&Known, &[Source]),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("massnahme-neu-titel"), t.get("massnahme-neu-leit")));
    let button = Button::primary(t.get("massnahme-speichern"));
    let form = FormBlock::new(at(city, "/massnahmen/neu"), button);
    let form = five(t, form, known, (typed, &problems));
    let form = form.hidden(Part::State.code(), State::Planned.code());
    page(shell, made_from::told(viewer, sources), made_from::form(form, sources), problems)
}

/// The form that changes a measure; with what somebody else has changed meanwhile.
pub fn change(
    viewer: &Viewer,
    city: &City,
    (was, known): (&Measure, &Known),
    (typed, problems): (&Typed, Problems),
    meanwhile: Option<&Meanwhile<'_>>,
) -> Sheet {
    let t = &viewer.t;
    let name = was.plan.title.as_str();
    let title = t.with("massnahme-aendern-titel", &[("titel", Arg::from(name))]);
    let shell =
        frame_of(viewer, city, (was.number, name), (title, t.get("massnahme-aendern-leit")));
    let button = Button::primary(t.get("massnahme-speichern"));
    let form = FormBlock::new(format!("{}/aendern", address(city, was.number)), button)
        .hidden("version", was.version.to_string());
    let before = meanwhile.map_or_else(Vec::new, |it| difference(t, known, it, typed));
    let form = five(t, form, known, (typed, &problems));
    page(shell, before, rest(t, form, known, (typed, &problems)), problems)
}

fn page(shell: Shell, before: Vec<Block>, form: FormBlock, problems: Problems) -> Sheet {
    let mut blocks = vec![Block::Problems(problems)];
    blocks.extend(before);
    blocks.push(Block::Form(form));
    Sheet::new(shell, blocks)
}

/// What the other has changed, beside what stood there.
fn difference(t: &Texts, known: &Known, it: &Meanwhile<'_>, typed: &Typed) -> Vec<Block> {
    let who = known.names.account(t, it.now.account);
    let now = &it.now.plan;
    let difference = |part: Part| asks::Difference {
        field: words::field(t, part),
        before: words::value(t, &known.names, it.before, part),
        now: words::value(t, &known.names, now, part),
        typed: as_typed(t, known, typed, part),
    };
    let heading = t.with("massnahme-inzwischen", &[("wer", Arg::from(who))]);
    let all = it.before.differences(now).into_iter().map(difference).collect();
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
        Part::Lead | Part::Contributing | Part::Informed => {
            let ids: Vec<i64> =
                all_sent(typed, part.code()).filter_map(|it| it.parse().ok()).collect();
            known::posts(t, &known.names, &ids)
        }
        Part::State => State::from_code(value).map_or_else(String::new, |it| words::state(t, it)),
        Part::Due | Part::StartsOn | Part::ReviewOn => {
            value.parse().map_or_else(|_| value.to_owned(), |it| t.date(it))
        }
        _ => value.to_owned(),
    }
}

fn field(t: &Texts, (typed, problems): (&Typed, &Problems), part: Part) -> Field {
    let id = format!("massnahme-feld-{}", part.code());
    let hint = format!("{id}.hinweis");
    let field = Field::new(part.code(), t.get(&id)).value(sent(typed, part.code()));
    let field = field.error(problems.of(part.code()));
    if t.has(&hint) { field.hint(t.get(&hint)) } else { field }
}

fn select(t: &Texts, problems: &Problems, part: Part, choices: Vec<Choice>) -> Select {
    let mut select = Select::new(part.code(), words::field(t, part), choices);
    select.error = problems.of(part.code());
    select
}

/// The five fields that make a measure.
fn five(
    t: &Texts,
    form: FormBlock,
    known: &Known,
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let field = |part| field(t, (typed, problems), part);
    let places = asks::places(t, known, sent(typed, Part::Place.code()));
    let leads = asks::leads(t, known, sent(typed, Part::Lead.code()));
    form.field(field(Part::Title))
        .select(select(t, problems, Part::Place, places))
        .select(select(t, problems, Part::Lead, leads))
        .field(field(Part::Due).kind("date"))
        .field(field(Part::Sign).rows(2))
}

/// What is asked once a measure is there.
fn rest(
    t: &Texts,
    form: FormBlock,
    known: &Known,
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let field = |part| field(t, (typed, problems), part);
    let desks = |part: Part| {
        let mut group = asks::desks(known, typed, (part.code(), words::field(t, part)));
        group.hint = Some(t.get(&format!("massnahme-feld-{}.hinweis", part.code())));
        group
    };
    let current = sent(typed, Part::State.code());
    let states = State::ALL.map(|it| Choice::new(it.code(), words::state(t, it), current));
    form.select(select(t, problems, Part::State, states.to_vec()))
        .field(field(Part::Description).rows(5).optional())
        .field(field(Part::TargetGroup).optional())
        .field(field(Part::StartsOn).kind("date").optional())
        .field(field(Part::ReviewOn).kind("date").optional())
        .field(field(Part::RegularService).rows(2).optional())
        .choices(desks(Part::Contributing))
        .choices(desks(Part::Informed))
}
