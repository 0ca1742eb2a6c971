//! `/{kommune}/steuerung/massnahmen/neu` and `…/aendern`: what do we agree?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Column, Field, Kind, Notice, Problems, Row, RowCell, Select, Table,
};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{frame, frame_of};
use crate::measures::form::{Typed, WHOLE_CITY, place_value, sent};
use crate::measures::model::{Measure, Part, Plan, State};
use crate::measures::view::{Desk, Known, Spot};
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
    known: &Known,
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("massnahme-neu-titel"), t.get("massnahme-neu-leit")));
    let button = Button::primary(t.get("massnahme-speichern"));
    let form = FormBlock::new(at(city, "/massnahmen/neu"), button);
    let form = five(t, form, known, (typed, &problems));
    let form = form.hidden(Part::State.code(), State::Planned.code());
    page(shell, Vec::new(), form, problems)
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
    let notice = Notice {
        kind: Kind::Warning,
        title: t.with("massnahme-inzwischen", &[("wer", Arg::from(who))]),
        text: t.get("massnahme-inzwischen.text"),
    };
    let now = &it.now.plan;
    let row = |part: Part| Row {
        head: RowCell::new(words::field(t, part)),
        cells: vec![
            RowCell::new(words::value(t, &known.names, it.before, part)),
            RowCell::new(words::value(t, &known.names, now, part)),
            RowCell::new(as_typed(t, known, typed, part)),
        ],
    };
    let columns = ["massnahme-feld", "massnahme-vorher", "massnahme-jetzt", "massnahme-eingabe"];
    let table = Table {
        caption: t.get("massnahme-unterschied"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: it.before.differences(now).into_iter().map(row).collect(),
    };
    vec![Block::Notice(notice), Block::Table(table)]
}

/// What stands in a field of the form, in words.
fn as_typed(t: &Texts, known: &Known, typed: &Typed, part: Part) -> String {
    let value = sent(typed, part.code());
    match part {
        Part::Place => {
            let spot = known.spots.iter().find(|it| place_value(&it.place) == value);
            words::place(t, spot.map(|it| &it.place))
        }
        Part::Lead | Part::Contributing | Part::Informed => {
            let all = typed.iter().filter(|it| it.0 == part.code());
            let ids: Vec<i64> = all.filter_map(|it| it.1.parse().ok()).collect();
            words::posts(t, &known.names, &ids)
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
    let places = places(t, known, sent(typed, Part::Place.code()));
    let leads = leads(t, known, sent(typed, Part::Lead.code()));
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
    let current = sent(typed, Part::State.code());
    let states = State::ALL.map(|it| Choice::new(it.code(), words::state(t, it), current));
    form.select(select(t, problems, Part::State, states.to_vec()))
        .field(field(Part::Description).rows(5).optional())
        .field(field(Part::TargetGroup).optional())
        .field(field(Part::StartsOn).kind("date").optional())
        .field(field(Part::ReviewOn).kind("date").optional())
        .field(field(Part::RegularService).rows(2).optional())
        .choices(desks(t, known, typed, Part::Contributing))
        .choices(desks(t, known, typed, Part::Informed))
}

fn places(t: &Texts, known: &Known, current: &str) -> Vec<Choice> {
    let levels = known.spots.windows(2).any(|it| it[0].level != it[1].level);
    let label = |it: &Spot| match levels {
        true => format!("{} ({})", it.place.name, it.level),
        false => it.place.name.clone(),
    };
    let spots =
        known.spots.iter().map(|it| Choice::new(place_value(&it.place), label(it), current));
    let first = [
        Choice::new("", t.get("massnahme-waehlen"), current),
        Choice::new(WHOLE_CITY, t.get("massnahme-ganze-stadt"), current),
    ];
    first.into_iter().chain(spots).collect()
}

fn label(it: &Desk) -> String {
    it.unit.as_ref().map_or_else(|| it.title.clone(), |unit| format!("{} ({unit})", it.title))
}

fn leads(t: &Texts, known: &Known, current: &str) -> Vec<Choice> {
    let desks = known.desks.iter().map(|it| Choice::new(it.id.to_string(), label(it), current));
    std::iter::once(Choice::new("", t.get("massnahme-waehlen"), current)).chain(desks).collect()
}

/// Boxes for Stellen; those of a unit are told apart by it.
fn desks(t: &Texts, known: &Known, typed: &Typed, part: Part) -> Choices {
    let is_ticked = |id: &str| typed.iter().any(|it| it.0 == part.code() && it.1 == id);
    let choice = |it: &Desk| {
        let id = it.id.to_string();
        Choice { chosen: is_ticked(&id), value: id, label: label(it), hint: None }
    };
    let choices = known.desks.iter().map(choice).collect();
    let mut group = Choices::several(part.code(), words::field(t, part), choices);
    group.hint = Some(t.get(&format!("massnahme-feld-{}.hinweis", part.code())));
    group
}
