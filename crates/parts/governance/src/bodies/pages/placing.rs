//! `/{kommune}/gremien/tagesordnung`: which meeting shall speak about it?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Button, Choice, Choices, Empty, Notice, Problems};
use ankunft_platform::page::{Kind, Link};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{frame, words};
use crate::bodies::model::Body;
use crate::bodies::view::placing::{FIELD, Placing};
use crate::bodies::{address, address_of, at};
use crate::permissions::{CONVENE, HOLD};

/// The page.
pub fn show(
    viewer: &Viewer,
    city: &City,
    view: &Placing,
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let title = t.with("tagesordnung-titel", &[("titel", Arg::from(view.open.title.as_str()))]);
    let shell = frame(viewer, city, Vec::new(), (title, t.get("tagesordnung-leit")));
    let mut blocks = vec![Block::Problems(problems.clone())];
    blocks.extend(stands(t, city, view));
    let choices = choices(t, view, sent(typed, "sitzung"));
    if viewer.may(HOLD) && !choices.is_empty() {
        let mut meeting = Choices::one("sitzung", t.get("tagesordnung-sitzung"), choices);
        meeting.error = problems.of("sitzung");
        let form = FormBlock::new(
            at(city, "/tagesordnung"),
            Button::primary(t.get("tagesordnung-setzen")),
        );
        blocks.push(Block::Form(form.hidden(FIELD, view.open.name()).choices(meeting)));
    }
    blocks.extend(others(t, city, view, viewer.may(HOLD)));
    let mut ways = vec![Link::new(t.get("tagesordnung-ding"), city.at(&view.open.at))];
    if viewer.may(CONVENE) {
        ways.push(Link::new(t.get("gremium-anlegen"), at(city, "/neu")));
    }
    if view.bodies().next().is_none() {
        blocks.push(Block::Empty(Empty { text: t.get("gremien-leer"), step: None }));
    }
    blocks.push(Block::Links(ways));
    Sheet::new(shell, blocks)
}

/// Where it stands already.
fn stands(t: &Texts, city: &City, view: &Placing) -> Vec<Block> {
    let meeting = |id: &(i64, i64)| {
        let meeting = view.all.meetings.iter().find(|it| (it.body, it.number) == *id)?;
        let body = view.all.body(id.0).map_or("", |it| it.charter.name.as_str());
        let label = format!("{body}, {}", words::meeting(t, meeting));
        Some(Link::new(label, address_of(city, *id)))
    };
    let links: Vec<Link> = view.open.stands.iter().filter_map(meeting).collect();
    if links.is_empty() {
        return Vec::new();
    }
    let notice = Notice {
        kind: Kind::Info,
        title: t.get("tagesordnung-schon"),
        text: t.get("tagesordnung-schon.text"),
    };
    vec![Block::Notice(notice), Block::Links(links)]
}

/// The meetings that this reader can choose; the next one of the body that it is meant for is chosen.
fn choices(t: &Texts, view: &Placing, current: &str) -> Vec<Choice> {
    let held = view.bodies().filter(|it| view.holds(it.number));
    let all = held.flat_map(|body| view.ahead(body.number).map(move |it| (body, it)));
    let meant = |body: &Body| Some(body.number) == view.open.body;
    let mut choices: Vec<(bool, Choice)> = all
        .map(|(body, it)| {
            let label = format!("{}, {}", body.charter.name, words::meeting(t, it));
            (meant(body), Choice::new(it.id(), label, current))
        })
        .collect();
    if let Some(first) = choices.iter_mut().find(|it| it.0).filter(|_| current.is_empty()) {
        first.1.chosen = true;
    }
    choices.into_iter().map(|it| it.1).collect()
}

/// The other bodies: where a meeting is to be called first, and whom to ask where others keep it.
fn others(t: &Texts, city: &City, view: &Placing, may_hold: bool) -> Vec<Block> {
    let mut calls = Vec::new();
    let mut asks = Vec::new();
    for body in view.bodies() {
        let name = body.charter.name.as_str();
        if may_hold && view.holds(body.number) {
            let way = format!(
                "{}/sitzungen/neu?{FIELD}={}",
                address(city, body.number),
                view.open.name()
            );
            let label = t.with("tagesordnung-einberufen", &[("gremium", Arg::from(name))]);
            let next = view.ahead(body.number).next();
            let says = if next.is_some() { "" } else { "tagesordnung-keine-sitzung" };
            let says = if says.is_empty() { String::new() } else { t.get(says) };
            calls.push((Link::new(label, way), says));
        } else {
            let chair = view.chair(body.number).map(|it| words::member(t, &view.all.names, it));
            let next = view.ahead(body.number).next().map(|it| words::when(t, &it.slot));
            let says = match (chair, next) {
                (Some(chair), Some(next)) => t.with(
                    "tagesordnung-fragen-vor",
                    &[("wer", Arg::from(chair)), ("wann", Arg::from(next))],
                ),
                (Some(chair), None) => t.with("tagesordnung-fragen", &[("wer", Arg::from(chair))]),
                (None, _) => t.get("tagesordnung-ohne-vorsitz"),
            };
            asks.push((Link::new(name, address(city, body.number)), says));
        }
    }
    let mut blocks = Vec::new();
    for (heading, doors) in [("tagesordnung-neue", calls), ("tagesordnung-andere", asks)] {
        if !doors.is_empty() {
            blocks.push(Block::Heading(t.get(heading)));
            blocks.push(Block::Doors(doors));
        }
    }
    blocks
}
