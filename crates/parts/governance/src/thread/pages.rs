//! `/{kommune}/faden/{art}/{id}`: why is this so, and what followed from it?

use std::collections::BTreeSet;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::parts::Stage;
use ankunft_platform::web::{City, Viewer};
use askama::Template;

use super::view::{Aim, Effect, Node, ThreadView, is_decision};
use super::{Id, address, picture};
use crate::commitments::store::PROMISE;
use crate::effects;

/// So many things of a stage stand on the page at once; the others open.
const SHOWN: usize = 6;

/// One link of the chain.
struct LinkCard {
    title: Link,
    is_here: bool,
    text: String,
    /// Whether the text is in the language of the city, not in the reader's.
    is_city_text: bool,
    facts: Vec<String>,
    reference: Option<String>,
    news: Option<String>,
    thread: Option<Link>,
}

/// One of the stages.
struct StageCard {
    /// By what a link finds it.
    id: String,
    title: String,
    /// What is said where there is nothing.
    empty: String,
    cards: Vec<LinkCard>,
    more: Vec<LinkCard>,
    more_title: String,
}

/// Everything that the page of a thread prints.
#[derive(Template)]
#[template(path = "thread.html")]
pub struct ThreadPage {
    shell: Shell,
    lang: String,
    stages: Vec<StageCard>,
    here: String,
    picture: Picture,
}

/// The same as a picture.
struct Picture {
    title: String,
    /// The way to it, for who wants no list.
    jump: String,
    says: String,
    svg: String,
}

/// The stages that a thread is read by. That of goals is left out where there are none.
pub(super) const STAGES: [(Stage, &str); 5] = [
    (Stage::Evidence, "faden-befund"),
    (Stage::Goal, "faden-ziel"),
    (Stage::Decision, "faden-entscheidung"),
    (Stage::Measure, "faden-massnahme"),
    (Stage::Effect, "faden-wirkung"),
];

/// The stages that this thread is read by.
pub(super) fn stages(view: &ThreadView) -> impl Iterator<Item = (Stage, &'static str)> {
    let has_goals = view.of(Stage::Goal).next().is_some();
    STAGES.into_iter().filter(move |it| it.0 != Stage::Goal || has_goals)
}

/// The page.
pub fn page(viewer: &Viewer, city: &City, view: &ThreadView) -> ThreadPage {
    let t = &viewer.t;
    let title = view.asked().map_or_else(String::new, |it| it.thing.title.clone());
    let shell =
        viewer.page(t.with("faden-titel", &[("titel", Arg::from(title))])).lead(lead(t, view));
    let prov = format!("{}/prov.json", address(city, (&view.start.0, &view.start.1)));
    let shell = shell.data(vec![Link::new("PROV-JSON", prov)]);
    let mut cards = Vec::new();
    for (stage, name) in stages(view) {
        let mut all: Vec<LinkCard> = Vec::new();
        if stage == Stage::Effect {
            all.extend(view.effects.iter().map(|it| effect(t, it)));
            all.extend(view.aims.iter().map(|it| aim(t, city, it)));
        }
        all.extend(view.of(stage).map(|it| card(t, city, it, view)));
        cards.push(stage_card(t, name, all));
    }
    let picture = Picture {
        title: t.get("faden-bild"),
        jump: t.get("faden-bild-weg"),
        says: t.get("faden-bild-lesen"),
        svg: picture::draw(t, city, view),
    };
    ThreadPage {
        shell,
        lang: city.language.clone(),
        stages: cards,
        here: t.get("faden-hier"),
        picture,
    }
}

/// How many of each there are, as one sentence. A decision that rests on a measure is no reason of it.
pub(super) fn lead(t: &Texts, view: &ThreadView) -> String {
    let asked = view.asked().map(|it| it.stage);
    let count = |is: &dyn Fn(&Node) -> bool, side: &BTreeSet<Id>| {
        view.nodes.iter().filter(|it| is(it) && side.contains(&it.id)).count()
    };
    let of = |stage| move |it: &Node| it.stage == stage;
    let decisions = match asked {
        Some(Stage::Evidence) => &view.ahead,
        _ => &view.behind,
    };
    let promises = |it: &Node| it.id.0 == PROMISE;
    let args = [
        ("befunde", Arg::from(count(&of(Stage::Evidence), &view.behind))),
        ("entscheidungen", Arg::from(count(&|it| is_decision(it.stage, &it.id.0), decisions))),
        ("zusagen", Arg::from(count(&promises, &view.behind))),
        ("massnahmen", Arg::from(count(&of(Stage::Measure), &view.ahead))),
        (
            "wirkungen",
            Arg::from(view.effects.len() + view.aims.len() + view.of(Stage::Effect).count()),
        ),
    ];
    let own = match asked {
        Some(Stage::Evidence) => "faden-leit-befund",
        Some(Stage::Goal) => "faden-leit-ziel",
        Some(Stage::Decision) => "faden-leit-entscheidung",
        _ => "faden-leit-massnahme",
    };
    t.with(own, &args)
}

fn stage_card(t: &Texts, name: &str, mut cards: Vec<LinkCard>) -> StageCard {
    // The thing that was asked for is never among those that have to be opened.
    cards.sort_by_key(|it| !it.is_here);
    let more = if cards.len() > SHOWN { cards.split_off(SHOWN) } else { Vec::new() };
    let count = [("anzahl", Arg::from(more.len()))];
    StageCard {
        id: name.to_owned(),
        title: t.get(name),
        empty: t.get(&format!("{name}.leer")),
        more_title: t.with("faden-weitere", &count),
        cards,
        more,
    }
}

pub(super) fn day(t: &Texts, iso: &str) -> String {
    iso.parse().map_or_else(|_| iso.to_owned(), |it| t.date(it))
}

fn card(t: &Texts, city: &City, it: &Node, view: &ThreadView) -> LinkCard {
    let thing = &it.thing;
    let value = thing.value.as_ref().map_or_else(String::new, |it| format!(": {it}"));
    let is_here = it.id == view.start;
    let then =
        it.then.as_ref().map(|then| t.with("faden-damals", &[("wert", Arg::from(then.as_str()))]));
    let mut facts = vec![thing.source.clone(), day(t, &thing.date)];
    if let Some(cents) = view.money.get(&it.id) {
        facts.push(t.with("faden-kosten", &[("betrag", Arg::from(t.euros(*cents)))]));
    }
    LinkCard {
        title: Link::new(format!("{}{value}", thing.title), thing.link.clone()),
        is_here,
        // A figure says in its sentence what stands in its title already.
        text: if thing.value.is_some() { String::new() } else { thing.text.clone() },
        is_city_text: true,
        facts,
        reference: it.code.as_ref().map(|it| format!("/f/{it}")),
        news: then,
        thread: (!is_here)
            .then(|| Link::new(t.get("faden-von-hier"), address(city, (&it.id.0, &it.id.1)))),
    }
}

/// Where an indicator is to go, while no accepted value speaks of it.
pub(super) fn aims_at(t: &Texts, it: &Aim) -> String {
    let says = &it.known.says;
    let text = match (&says.figure, says.targets.last()) {
        (Some(_), None) => "faden-soll-atlas",
        (_, Some(_)) => "faden-soll-ziel",
        (None, None) => "faden-soll",
    };
    let (tag, ziel) = says.targets.last().map_or_else(Default::default, |(day, value)| {
        (t.date(*day), effects::words::amount(t, says, *value))
    });
    t.with(text, &[("ziel", Arg::from(ziel)), ("tag", Arg::from(tag))])
}

fn aim(t: &Texts, city: &City, it: &Aim) -> LinkCard {
    let known = &it.known;
    let address = effects::address(city, known.measure, known.number);
    let mut text = aims_at(t, it);
    // What the atlas says nobody has to accept.
    if known.says.figure.is_none() {
        text = format!("{text} {}", t.get("faden-soll-noch-nicht"));
    }
    LinkCard {
        title: Link::new(known.says.name.clone(), address),
        is_here: false,
        text,
        is_city_text: false,
        facts: vec![effects::words::step(t, known.says.step)],
        reference: None,
        news: None,
        thread: None,
    }
}

/// Then and now.
fn effect(t: &Texts, it: &Effect) -> LinkCard {
    let reference = format!("/f/{}", it.citation.code);
    let Some(then) = &it.citation.snapshot else {
        return LinkCard {
            title: Link::new(t.get("faden-nicht-zu-sehen"), reference.clone()),
            is_here: false,
            text: String::new(),
            is_city_text: false,
            facts: Vec::new(),
            reference: Some(reference),
            news: None,
            thread: None,
        };
    };
    let args = |value: &Option<String>, date: &str| {
        [("wert", Arg::from(value.clone().unwrap_or_default())), ("tag", Arg::from(day(t, date)))]
    };
    let was = t.with("faden-damals-am", &args(&then.value, &then.date));
    let (text, link) = match &it.now {
        Some(now) => (t.with("faden-heute-am", &args(&now.value, &now.date)), now.link.clone()),
        None => (t.get("faden-noch-nichts-neues"), then.link.clone()),
    };
    LinkCard {
        title: Link::new(then.title.clone(), link),
        is_here: false,
        text: format!("{was} {text}"),
        is_city_text: false,
        facts: vec![then.source.clone()],
        reference: Some(reference),
        news: None,
        thread: None,
    }
}
