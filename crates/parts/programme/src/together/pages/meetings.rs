//! `/{kommune}/programm/termine`: when do the twelve meet?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Choices, Empty, Field, Problems};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{
    App, Block, City, Difference, FormBlock, Item, Sheet, Viewer, meanwhile,
};

use super::frame;
use crate::members::is_programme;
use crate::permissions::TELL;
use crate::together::at;
use crate::together::model::{Appointment, Meeting};
use crate::together::view::Together;

/// When it is.
fn days(t: &Texts, it: &Appointment) -> String {
    match it.ends_on.filter(|last| *last != it.starts_on) {
        Some(last) => {
            let args = [("von", Arg::from(t.date(it.starts_on))), ("bis", Arg::from(t.date(last)))];
            t.with("austausch-von-bis", &args)
        }
        None => t.date(it.starts_on),
    }
}

/// A meeting in a line.
pub fn line(t: &Texts, it: &Meeting) -> String {
    let place = &it.it.place;
    let place = if place.is_empty() { String::new() } else { format!(", {place}") };
    format!("{}: {}{place}", days(t, &it.it), it.it.title)
}

/// All meetings.
pub fn list(app: &App, viewer: &Viewer, city: &City, it: &Together) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("termine-titel"), t.get("termine-leit")));
    let may = is_programme(city) && viewer.may(TELL);
    let mut blocks = Vec::new();
    if may {
        blocks.push(Block::Ways(vec![Link::new(t.get("termin-neu"), at(city, "/termine/neu"))]));
    }
    let item = |it: &&Meeting| {
        let mut notes = Vec::new();
        if it.it.cancelled {
            notes.push(t.get("termin-abgesagt"));
        }
        notes.extend(Some(it.it.about.clone()).filter(|it| !it.is_empty()));
        let href = may.then(|| at(city, &format!("/termine/{}", it.number)));
        Item { href, notes, ..Item::new(line(t, it)) }
    };
    let (over, coming): (Vec<&Meeting>, Vec<&Meeting>) =
        it.meetings().into_iter().partition(|it| it.is_over(app.today()));
    if coming.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("termine-leer"), step: None }));
    } else {
        blocks.push(Block::Items(coming.iter().map(item).collect()));
    }
    if !over.is_empty() {
        blocks.push(Block::Heading(t.get("termine-vorbei")));
        blocks.push(Block::Items(over.iter().rev().map(item).collect()));
    }
    Sheet::new(shell, blocks)
}

/// The form of a meeting; with what somebody else has changed meanwhile.
pub fn form(
    viewer: &Viewer,
    city: &City,
    now: Option<&Meeting>,
    (typed, problems): (&Typed, Problems),
    overtaken: Option<(&Meeting, &Names)>,
) -> Sheet {
    let t = &viewer.t;
    let title = now.map_or_else(|| t.get("termin-neu"), |it| it.it.title.clone());
    let shell = frame(viewer, city, (title, t.get("termin-leit")));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if let Some(((before, names), now)) = overtaken.zip(now) {
        let who = [("wer", Arg::from(names.account(t, now.account)))];
        let heading = t.with("kern-zuordnung-inzwischen", &who);
        blocks.extend(meanwhile(t, heading, differences(t, typed, (&before.it, &now.it))));
    }
    let field = |name: &str| {
        Field::new(name, t.get(&format!("termin-{name}")))
            .value(sent(typed, name))
            .error(problems.of(name))
    };
    let path =
        now.map_or_else(|| "/termine/neu".to_owned(), |it| format!("/termine/{}", it.number));
    let mut form = FormBlock::new(at(city, &path), Button::primary(t.get("kern-speichern")))
        .hidden("version", now.map_or(0, |it| it.version).to_string())
        .field(field("titel"))
        .field(field("ab").kind("date"))
        .field(field("bis").kind("date").optional())
        .field(field("ort").optional())
        .field(field("worum").rows(3).optional());
    if now.is_some() {
        let cancelled = Choice {
            value: "ja".to_owned(),
            label: t.get("termin-abgesagt-ja"),
            hint: None,
            chosen: sent(typed, "abgesagt") == "ja",
        };
        form = form.choices(Choices::several("abgesagt", t.get("termin-absage"), vec![cancelled]));
    }
    blocks.push(Block::Form(form));
    Sheet::new(shell, blocks)
}

fn differences(
    t: &Texts,
    typed: &Typed,
    (before, now): (&Appointment, &Appointment),
) -> Vec<Difference> {
    let texts = |it: &Appointment| {
        let day = |it: Option<jiff::civil::Date>| it.map_or_else(String::new, |it| t.date(it));
        let cancelled = if it.cancelled { t.get("termin-abgesagt") } else { String::new() };
        [
            it.title.clone(),
            day(Some(it.starts_on)),
            day(it.ends_on),
            it.place.clone(),
            it.about.clone(),
            cancelled,
        ]
    };
    let names = ["titel", "ab", "bis", "ort", "worum", "abgesagt"];
    let both = texts(before).into_iter().zip(texts(now));
    let all = names.into_iter().zip(both).map(|(name, (before, now))| Difference {
        field: t.get(&format!("termin-{name}")),
        before,
        now,
        typed: sent(typed, name).to_owned(),
    });
    all.filter(|it| it.before != it.now).collect()
}
