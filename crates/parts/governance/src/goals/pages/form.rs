//! `/{kommune}/steuerung/ziele/neu` and `…/aendern`: what do we want to reach?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Button, Choice, Field, Problems, Select};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::frame;
use crate::asks::{self, Difference};
use crate::goals::doors::discard::OPENED;
use crate::goals::model::{Goal, Kind, Tree};
use crate::goals::words::{self, Part};
use crate::goals::{address, at};
use crate::known::Known;

/// The form for a new goal.
pub fn new(
    viewer: &Viewer,
    city: &City,
    (known, tree): (&Known, &Tree),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("ziel-neu-titel"), t.get("ziel-neu-leit")));
    let form = FormBlock::new(at(city, "/neu"), Button::primary(t.get("ziel-speichern")))
        .hidden(OPENED, sent(typed, OPENED));
    let form = fields(t, form, (known, tree), (typed, &problems), None);
    Sheet::new(shell, vec![Block::Problems(problems), Block::Form(form)])
}

/// The form that changes a goal; with what somebody else has changed meanwhile, by the goal as it
/// stood when the form was opened.
pub fn change(
    viewer: &Viewer,
    city: &City,
    (now, known, tree): (&Goal, &Known, &Tree),
    (typed, problems): (&Typed, Problems),
    before: Option<&Goal>,
) -> Sheet {
    let t = &viewer.t;
    let title = [("titel", Arg::from(now.wording.title.as_str()))];
    let title = t.with("ziel-aendern-titel", &title);
    let shell = frame(viewer, city, (title, t.get("ziel-aendern-leit")));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if let Some(before) = before {
        let who = [("wer", Arg::from(known.names.account(t, now.account)))];
        let all = differences(t, (known, tree), (before, now), typed);
        blocks.extend(asks::meanwhile(t, t.with("ziel-inzwischen", &who), all));
    }
    let action = format!("{}/aendern", address(city, now.number));
    let form = FormBlock::new(action, Button::primary(t.get("ziel-speichern")))
        .hidden(OPENED, sent(typed, OPENED))
        .hidden("version", now.version.to_string());
    let form = fields(t, form, (known, tree), (typed, &problems), Some(now.number));
    blocks.push(Block::Form(form));
    Sheet::new(shell, blocks)
}

fn differences(
    t: &Texts,
    (known, tree): (&Known, &Tree),
    (before, now): (&Goal, &Goal),
    typed: &Typed,
) -> Vec<Difference> {
    let of = |part: Part, it: &Goal| part.value(t, (&known.names, tree), &it.wording);
    let difference = |part: Part| Difference {
        field: part.name(t),
        before: of(part, before),
        now: of(part, now),
        typed: as_typed(t, (known, tree), typed, part),
    };
    let parts = Part::ALL.into_iter().filter(|it| of(*it, before) != of(*it, now));
    parts.map(difference).collect()
}

/// What stands in a field of the form, in words.
fn as_typed(t: &Texts, (known, tree): (&Known, &Tree), typed: &Typed, part: Part) -> String {
    let value = sent(typed, part.code());
    let number = value.parse().ok();
    let found = match part {
        Part::Kind => Kind::from_code(value).map(|it| words::kind(t, it)),
        Part::Parent => number.and_then(|it| tree.get(it)).map(|it| it.wording.title.clone()),
        Part::Owner => known.names.post(number),
        _ => None,
    };
    found.unwrap_or_else(|| value.to_owned())
}

fn fields(
    t: &Texts,
    form: FormBlock,
    (known, tree): (&Known, &Tree),
    (typed, problems): (&Typed, &Problems),
    own: Option<i64>,
) -> FormBlock {
    let field = |part: Part| {
        let id = format!("ziel-feld-{}", part.code());
        let hint = format!("{id}.hinweis");
        let field = Field::new(part.code(), t.get(&id)).value(sent(typed, part.code()));
        let field = field.error(problems.of(part.code()));
        if t.has(&hint) { field.hint(t.get(&hint)) } else { field }
    };
    let select = |part: Part, choices: Vec<Choice>| {
        let mut select = Select::new(part.code(), part.name(t), choices);
        select.error = problems.of(part.code());
        select
    };
    let kind = sent(typed, Part::Kind.code());
    let kinds = Kind::ALL.map(|it| Choice::new(it.code(), words::kind(t, it), kind));
    let owners = asks::leads(t, known, sent(typed, Part::Owner.code()));
    form.select(select(Part::Kind, kinds.to_vec()))
        .field(field(Part::Title))
        .select(select(Part::Parent, parents(t, tree, sent(typed, Part::Parent.code()), own)))
        .field(field(Part::Body).rows(5).optional())
        .field(field(Part::Sign).rows(2).optional())
        .select(select(Part::Owner, owners))
        .field(field(Part::Horizon).optional())
}

/// What it can stand below: everything but itself and what stands below it.
fn parents(t: &Texts, tree: &Tree, current: &str, own: Option<i64>) -> Vec<Choice> {
    let below = own.map(|it| tree.whole(it)).unwrap_or_default();
    let all = tree.in_order().into_iter().filter(|(_, it)| !below.contains(&it.number));
    let choice = |(depth, it): (usize, &Goal)| {
        let label = format!("{}{}", "\u{2003}".repeat(depth), it.wording.title);
        Choice::new(it.number.to_string(), label, current)
    };
    let first = Choice::new("", t.get("ziel-unter-nichts"), current);
    std::iter::once(first).chain(all.map(choice)).collect()
}
