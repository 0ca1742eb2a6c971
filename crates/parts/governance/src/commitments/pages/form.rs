//! `/{kommune}/steuerung/zusagen/neu`, `…/aendern` and `…/versprechen/{promise}`.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Choices, Field, Problems, Select};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::frame;
use crate::asks::{self, Difference};
use crate::commitments::form::{self, FIELDS};
use crate::commitments::model::{Commitment, Fate, Kind, Promise, State};
use crate::commitments::store::PROMISE;
use crate::commitments::view::One;
use crate::commitments::{address, at};
use crate::evidence::Evidence;
use crate::made_from;
use crate::picking;

/// The form for a new commitment.
pub fn new(viewer: &Viewer, city: &City, (typed, problems): (&Typed, Problems)) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("zusage-neu-titel"), t.get("zusage-neu-leit")));
    let form = FormBlock::new(at(city, "/neu"), Button::primary(t.get("ziel-speichern")));
    let form = fields(t, form, (typed, &problems));
    Sheet::new(shell, vec![Block::Problems(problems), Block::Form(form)])
}

/// The form that changes a commitment; with what somebody else has changed meanwhile, by the
/// version that stood there when the form was opened.
pub fn change(
    viewer: &Viewer,
    city: &City,
    one: &One,
    (typed, problems): (&Typed, Problems),
    before: Option<&Commitment>,
) -> Sheet {
    let t = &viewer.t;
    let now = one.commitment();
    let title = [("titel", Arg::from(now.terms.title.as_str()))];
    let shell =
        frame(viewer, city, (t.with("ziel-aendern-titel", &title), t.get("zusage-aendern-leit")));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if let Some(before) = before {
        let who = [("wer", Arg::from(one.known.names.account(t, now.account)))];
        let all = differences((t, before, now), typed);
        blocks.extend(asks::meanwhile(t, t.with("zusage-inzwischen", &who), all));
    }
    let action = format!("{}/aendern", address(city, now.number));
    let form = FormBlock::new(action, Button::primary(t.get("ziel-speichern")))
        .hidden("version", now.version.to_string());
    blocks.push(Block::Form(fields(t, form, (typed, &problems))));
    Sheet::new(shell, blocks)
}

fn differences(
    (t, before, now): (&Texts, &Commitment, &Commitment),
    typed: &Typed,
) -> Vec<Difference> {
    let (before, now) = (form::typed(&before.terms), form::typed(&now.terms));
    let word = |name: &str, value: &str| in_words(t, name, value);
    let difference = |name: &&str| Difference {
        field: t.get(&format!("zusage-feld-{name}")),
        before: word(name, sent(&before, name)),
        now: word(name, sent(&now, name)),
        typed: word(name, sent(typed, name)),
    };
    FIELDS.iter().filter(|it| sent(&before, it) != sent(&now, it)).map(difference).collect()
}

/// What a field holds, in words.
fn in_words(t: &Texts, name: &str, value: &str) -> String {
    let id = format!("zusage-{name}-{value}");
    match name {
        "art" | "stand" if t.has(&id) => t.get(&id),
        "unterschrieben" | "ab" | "bis" => {
            value.parse().map_or_else(|_| value.to_owned(), |it| t.date(it))
        }
        _ => value.to_owned(),
    }
}

fn fields(t: &Texts, form: FormBlock, (typed, problems): (&Typed, &Problems)) -> FormBlock {
    let field = |name: &str| {
        let id = format!("zusage-feld-{name}");
        let hint = format!("{id}.hinweis");
        let field = Field::new(name, t.get(&id)).value(sent(typed, name)).error(problems.of(name));
        if t.has(&hint) { field.hint(t.get(&hint)) } else { field }
    };
    let select = |name: &str, choices: Vec<Choice>| {
        let mut select = Select::new(name, t.get(&format!("zusage-feld-{name}")), choices);
        select.error = problems.of(name);
        select
    };
    let choice = |name: &str, code: &str| {
        Choice::new(code, t.get(&format!("zusage-{name}-{code}")), sent(typed, name))
    };
    let kinds = Kind::ALL.map(|it| choice("art", it.code())).to_vec();
    let states = State::ALL.map(|it| choice("stand", it.code())).to_vec();
    form.select(select("art", kinds))
        .field(field("titel"))
        .field(field("beteiligte").rows(3))
        .field(field("unterschrift").optional())
        .field(field("umfang").rows(4).optional())
        .select(select("stand", states))
        .field(field("unterschrieben").kind("date").optional())
        .field(field("ab").kind("date").optional())
        .field(field("bis").kind("date").optional())
}

/// The page on which a promise is changed, said to be kept, or given up; with what somebody else
/// has changed meanwhile.
pub fn promise(
    viewer: &Viewer,
    city: &City,
    (one, promise, evidence): (&One, &Promise, &Evidence),
    (typed, problems): (&Typed, Problems),
    is_stale: bool,
) -> Sheet {
    let t = &viewer.t;
    let now = one.commitment();
    let shell = frame(viewer, city, (t.get("versprechen-titel"), promise.pledge.body.clone()));
    let way = Link::new(now.terms.title.clone(), address(city, now.number));
    let mut blocks = vec![Block::Links(vec![way]), Block::Problems(problems.clone())];
    if is_stale {
        let stands = form::typed_pledge(&promise.pledge);
        let difference = |(name, value): &(String, String)| Difference {
            field: t.get(&format!("versprechen-feld-{name}")),
            before: String::new(),
            now: of_pledge(t, one, name, value),
            typed: of_pledge(t, one, name, sent(typed, name)),
        };
        let differs = |it: &&(String, String)| sent(typed, &it.0) != it.1.trim();
        let all = stands.iter().filter(differs).map(difference).collect();
        blocks.extend(asks::meanwhile(t, t.get("versprechen-inzwischen"), all));
    }
    let action = format!("{}/versprechen/{}", address(city, now.number), promise.number);
    let keep = keep(t, format!("{action}/massnahme"), (one, promise), &problems);
    let form = FormBlock::new(action, Button::primary(t.get("ziel-speichern")))
        .hidden("version", promise.version.to_string());
    let form = pledge(t, form, one, (typed, &problems));
    let fates = Fate::ALL.map(|it| Choice {
        value: it.code().to_owned(),
        label: t.get(&format!("versprechen-{}", it.code())),
        hint: None,
        chosen: sent(typed, "ergebnis") == it.code(),
    });
    let because = Field::new("weil", t.get("versprechen-feld-weil"))
        .hint(t.get("versprechen-feld-weil.hinweis"))
        .value(sent(typed, "weil"))
        .error(problems.of("weil"))
        .rows(2)
        .optional();
    let fates = Choices::one("ergebnis", t.get("versprechen-feld-ergebnis"), fates.to_vec());
    blocks.push(Block::Form(form.choices(fates).field(because)));
    let id = promise.number.to_string();
    let here = format!("{}/versprechen/{id}", address(city, now.number));
    let thing = ((PROMISE, id.as_str()), here.as_str());
    blocks.push(Block::Panel(picking::cited(viewer, city, thing, evidence)));
    blocks.push(Block::Links(vec![picking::way(t, city, (PROMISE, &id))]));
    let plan = made_from::measure(viewer, city, (PROMISE, &id));
    let plan = plan.filter(|_| promise.pledge.fate != Fate::Dropped);
    if keep.is_some() || plan.is_some() {
        blocks.push(Block::Heading(t.get("versprechen-was-getan")));
        blocks.extend(keep.map(Block::Form));
        blocks.extend(plan.map(|it| Block::Ways(vec![it])));
    }
    Sheet::new(shell, blocks)
}

/// Says which measure keeps a promise, where one is left that could.
fn keep(
    t: &Texts,
    action: String,
    (one, it): (&One, &Promise),
    problems: &Problems,
) -> Option<FormBlock> {
    let keeps: Vec<i64> = one.keep(it.number).map(|it| it.number).collect();
    let open = one.measures.iter().filter(|it| !keeps.contains(&it.number));
    let choice = |it: &crate::measures::model::Measure| {
        Choice::new(it.number.to_string(), it.plan.title.clone(), "")
    };
    let first = Choice::new("", t.get("bitte-waehlen"), "");
    let choices: Vec<Choice> = std::iter::once(first).chain(open.map(choice)).collect();
    if choices.len() == 1 || it.pledge.fate == Fate::Dropped {
        return None;
    }
    let mut select = Select::new("massnahme", t.get("versprechen-massnahme"), choices);
    select.error = problems.of("massnahme");
    let button = Button::secondary(t.get("versprechen-massnahme-nehmen"));
    Some(FormBlock::new(action, button).select(select))
}

fn of_pledge(t: &Texts, one: &One, name: &str, value: &str) -> String {
    match name {
        "ergebnis" => t.get(&format!("versprechen-{value}")),
        "stelle" => one.known.names.post(value.parse().ok()).unwrap_or_default(),
        "bis" => value.parse().map_or_else(|_| value.to_owned(), |it| t.date(it)),
        _ => value.to_owned(),
    }
}

/// The fields that a promise begins with.
pub fn pledge(
    t: &Texts,
    form: FormBlock,
    one: &One,
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let field = |name: &str| {
        let label = t.get(&format!("versprechen-feld-{name}"));
        Field::new(name, label).value(sent(typed, name)).error(problems.of(name))
    };
    let current = sent(typed, "wer");
    let mut parties: Vec<&str> = one.commitment().terms.each_party().collect();
    if !current.is_empty() && !parties.contains(&current) {
        parties.push(current);
    }
    let parties = parties.into_iter().map(|it| Choice::new(it, it, current));
    let first = Choice::new("", t.get("bitte-waehlen"), current);
    let parties = std::iter::once(first).chain(parties).collect();
    let mut who = Select::new("wer", t.get("versprechen-feld-wer"), parties);
    who.error = problems.of("wer");
    let desks = asks::leads(t, &one.known, sent(typed, "stelle"));
    form.field(field("text").rows(2))
        .select(who)
        .select(Select::new("stelle", t.get("versprechen-feld-stelle"), desks))
        .field(field("bis").kind("date").optional())
}
