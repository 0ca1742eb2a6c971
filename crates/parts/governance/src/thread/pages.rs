//! `/{kommune}/faden/{art}/{id}`: why is this so, and what followed from it?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::parts::Stage;
use ankunft_platform::web::{City, Viewer};
use askama::Template;

use super::address;
use super::view::{Effect, Node, ThreadView};

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

/// One of the four stages.
struct StageCard {
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
}

/// The page.
pub fn page(viewer: &Viewer, city: &City, view: &ThreadView) -> ThreadPage {
    let t = &viewer.t;
    let title = view.asked().map_or_else(String::new, |it| it.thing.title.clone());
    let shell =
        viewer.page(t.with("faden-titel", &[("titel", Arg::from(title))])).lead(lead(t, view));
    let stages = [
        (Stage::Evidence, "faden-befund"),
        (Stage::Decision, "faden-entscheidung"),
        (Stage::Measure, "faden-massnahme"),
    ];
    let mut stages: Vec<StageCard> = stages
        .into_iter()
        .map(|(stage, name)| {
            let cards = view.of(stage).map(|it| card(t, city, it, view));
            stage_card(t, name, cards.collect())
        })
        .collect();
    let effects = view.of(Stage::Effect).map(|it| card(t, city, it, view));
    let effects = view.effects.iter().map(|it| effect(t, it)).chain(effects).collect();
    stages.push(stage_card(t, "faden-wirkung", effects));
    ThreadPage { shell, lang: city.language.clone(), stages, here: t.get("faden-hier") }
}

/// How many of each there are, as one sentence.
fn lead(t: &Texts, view: &ThreadView) -> String {
    let count = |stage| view.of(stage).filter(|it| it.id != view.start).count();
    let args = [
        ("befunde", Arg::from(count(Stage::Evidence))),
        ("entscheidungen", Arg::from(count(Stage::Decision))),
        ("massnahmen", Arg::from(count(Stage::Measure))),
        ("wirkungen", Arg::from(view.effects.len() + count(Stage::Effect))),
    ];
    let own = match view.asked().map(|it| it.stage) {
        Some(Stage::Evidence) => "faden-leit-befund",
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
        title: t.get(name),
        empty: t.get(&format!("{name}.leer")),
        more_title: t.with("faden-weitere", &count),
        cards,
        more,
    }
}

fn day(t: &Texts, iso: &str) -> String {
    iso.parse().map_or_else(|_| iso.to_owned(), |it| t.date(it))
}

fn card(t: &Texts, city: &City, it: &Node, view: &ThreadView) -> LinkCard {
    let thing = &it.thing;
    let value = thing.value.as_ref().map_or_else(String::new, |it| format!(": {it}"));
    let is_here = it.id == view.start;
    let then =
        it.then.as_ref().map(|then| t.with("faden-damals", &[("wert", Arg::from(then.as_str()))]));
    LinkCard {
        title: Link::new(format!("{}{value}", thing.title), thing.link.clone()),
        is_here,
        // A figure says in its sentence what stands in its title already.
        text: if thing.value.is_some() { String::new() } else { thing.text.clone() },
        is_city_text: true,
        facts: vec![thing.source.clone(), day(t, &thing.date)],
        reference: it.code.as_ref().map(|it| format!("/f/{it}")),
        news: then,
        thread: (!is_here)
            .then(|| Link::new(t.get("faden-von-hier"), address(city, (&it.id.0, &it.id.1)))),
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
