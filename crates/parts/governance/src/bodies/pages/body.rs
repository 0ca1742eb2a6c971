//! `/{kommune}/gremien/{gremium}`: who sits in it, what is it for, when does it meet?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{
    Button, Choice, Choices, Column, Field, Pair, Problems, Row, RowCell, Select, Table,
};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Item, Sheet, Viewer, piece_with};
use jiff::civil::Date;

use super::{field, frame, words};
use crate::asks;
use crate::bodies::model::calendar::local;
use crate::bodies::model::{Body, BodyKind, Charter, Meeting, Member, MemberRole};
use crate::bodies::view::BodyView;
use crate::bodies::{address, address_of, at};
use crate::known::{Known, Place, WHOLE_CITY};

/// So many past meetings stand on the page.
const PAST: usize = 12;
/// So many meetings ahead stand on the page.
const AHEAD: usize = 8;

/// The page, with the form for a new member as it was typed.
pub fn show(
    viewer: &Viewer,
    city: &City,
    view: &BodyView,
    today: Date,
    (typed, problems): (&Typed, &Problems),
) -> Sheet {
    let t = &viewer.t;
    let (body, charter) = (view.body(), &view.body().charter);
    let ahead = |it: &&Meeting| local(it.slot.ends).date() >= today;
    let next = view.meetings.iter().find(|it| ahead(it) && !it.slot.cancelled);
    let lead = match next {
        Some(next) => t.with("gremium-leit", &[("wann", Arg::from(words::when(t, &next.slot)))]),
        None => t.get("gremium-leit-keine"),
    };
    let shell = frame(viewer, city, Vec::new(), (charter.name.clone(), lead));
    let mut blocks = vec![Block::Problems(problems.clone())];
    let mut pairs = vec![Pair::new(t.get("gremium-art"), words::kind(t, charter.kind))];
    if !charter.places.is_empty() {
        pairs.push(Pair::new(t.get("gremium-quartiere"), words::places(t, charter)));
    }
    if charter.closed {
        pairs.push(Pair::new(t.get("gremium-stand"), t.get("gremium-ruht")));
    }
    blocks.push(Block::Pairs(pairs));
    if !charter.mandate.is_empty() {
        blocks.push(Block::Heading(t.get("gremium-auftrag")));
        blocks.push(Block::Text(charter.mandate.clone()));
    }
    blocks.push(Block::Heading(t.get("gremium-sitzungen")));
    blocks.extend(meetings(viewer, city, view, today));
    let mut ways = Vec::new();
    if view.may_hold {
        let path = |rest: &str| format!("{}{rest}", address(city, body.number));
        ways.push(Link::new(t.get("sitzung-anlegen"), path("/sitzungen/neu")));
        ways.push(Link::new(t.get("gremium-aendern"), path("/aendern")));
    }
    if view.meetings.iter().any(|it| it.slot.is_public) {
        let path = format!("{}/kalender.ics", address(city, body.number));
        ways.push(Link::new(t.get("kalender-oeffentlich"), path));
    }
    if !ways.is_empty() {
        blocks.push(Block::Ways(ways));
    }
    blocks.push(Block::Heading(t.get("gremium-mitglieder")));
    blocks.extend(members(t, city, view, today));
    if view.may_hold {
        blocks.push(Block::Form(new_member(t, city, view, (typed, problems), today)));
    }
    Sheet::new(shell, blocks)
}

fn meetings(viewer: &Viewer, city: &City, view: &BodyView, today: Date) -> Vec<Block> {
    let t = &viewer.t;
    let is_ahead = |it: &&Meeting| local(it.slot.ends).date() >= today;
    let ahead: Vec<&Meeting> = view.meetings.iter().filter(is_ahead).collect();
    let mut past: Vec<&Meeting> = view.meetings.iter().filter(|it| !is_ahead(it)).rev().collect();
    // Minutes that nobody has closed yet come first, however old they are.
    past.sort_by_key(|it| it.is_closed() || it.slot.cancelled);
    let row = |it: &&Meeting| {
        let state = match (it.is_closed(), it.slot.cancelled, is_ahead(it)) {
            (true, _, _) => "sitzung-stand-geschlossen",
            (_, true, _) => "sitzung-stand-faellt-aus",
            (_, _, true) => "sitzung-stand-geplant",
            _ => "sitzung-stand-offen",
        };
        let head = RowCell::link(words::meeting(t, it), address_of(city, (it.body, it.number)));
        Row { head, cells: vec![RowCell::new(it.slot.place.clone()), RowCell::new(t.get(state))] }
    };
    let table = |caption: &str, all: &[&Meeting]| Table {
        caption: t.get(caption),
        quiet_caption: false,
        columns: ["sitzung", "sitzung-ort", "sitzung-stand"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: all.iter().map(row).collect(),
    };
    if view.meetings.is_empty() {
        return vec![Block::Text(t.get("sitzungen-leer"))];
    }
    let page = address(city, view.body().number);
    let mut blocks = Vec::new();
    for (name, all, most) in [("kommend", ahead, AHEAD), ("gewesen", past, PAST)] {
        if all.is_empty() {
            continue;
        }
        let (all, pages) = piece_with(viewer, (&page, name), (most, all), |_| false);
        blocks.push(Block::Table(table(&format!("sitzungen-{name}"), &all)));
        blocks.extend(pages);
    }
    blocks
}

fn members(t: &Texts, city: &City, view: &BodyView, today: Date) -> Vec<Block> {
    let mut now: Vec<&Member> =
        view.members.iter().filter(|it| it.to.is_none_or(|to| to >= today)).collect();
    now.sort_by_key(|it| (it.role, words::member(t, &view.known.names, it)));
    if now.is_empty() {
        return vec![Block::Text(t.get("mitglieder-leer"))];
    }
    let end = |it: &Member| {
        let action = format!("{}/mitglieder/ende", address(city, view.body().number));
        let who = words::member(t, &view.known.names, it);
        let button = Button::quiet(t.get("mitglied-beenden"), who);
        FormBlock::new(action, button).hidden("mitglied", it.number.to_string())
    };
    let item = |it: &&Member| {
        let mut notes = vec![t.get(&format!("mitglied-rolle-{}", it.role.code()))];
        if !it.substitute.is_empty() {
            let args = [("wer", Arg::from(it.substitute.as_str()))];
            notes.push(t.with("mitglied-vertretung-durch", &args));
        }
        let from = [("tag", Arg::from(t.date(it.from)))];
        notes.push(t.with("mitglied-seit", &from));
        if let Some(to) = it.to {
            notes.push(t.with("mitglied-bis", &[("tag", Arg::from(t.date(to)))]));
        }
        let may_end = view.may_hold && it.to.is_none();
        Item {
            lang: None,
            title: words::member(t, &view.known.names, it),
            href: None,
            notes: vec![notes.join(" · ")],
            forms: if may_end { vec![end(it)] } else { Vec::new() },
        }
    };
    vec![Block::Items(now.iter().map(item).collect())]
}

fn new_member(
    t: &Texts,
    city: &City,
    view: &BodyView,
    (typed, problems): (&Typed, &Problems),
    today: Date,
) -> FormBlock {
    let form = (typed, problems);
    let posts = asks::leads(t, &view.known, sent(typed, "stelle"));
    let mut post = Select::new("stelle", t.get("mitglied-stelle"), posts);
    post.hint = Some(t.get("mitglied-stelle.hinweis"));
    post.error = problems.of("stelle");
    let current = match sent(typed, "rolle") {
        "" => MemberRole::Member.code(),
        role => role,
    };
    let roles = MemberRole::ALL
        .map(|it| Choice::new(it.code(), t.get(&format!("mitglied-rolle-{}", it.code())), current));
    let mut role = Select::new("rolle", t.get("mitglied-rolle"), roles.to_vec());
    role.error = problems.of("rolle");
    let mut from: Field = field(t, form, "ab", "mitglied-ab").kind("date");
    if from.value.is_empty() && typed.is_empty() {
        from.value = today.to_string();
    }
    let action = format!("{}/mitglieder", address(city, view.body().number));
    FormBlock::new(action, Button::secondary(t.get("mitglied-aufnehmen")))
        .select(post)
        .field(field(t, form, "organisation", "mitglied-organisation").optional())
        .field(field(t, form, "person", "mitglied-person").optional())
        .select(role)
        .field(field(t, form, "vertretung", "mitglied-vertretung").optional())
        .field(from)
}

/// What is written down of a body as the fields of its form.
#[must_use]
pub fn typed(it: &Charter) -> Typed {
    let closed = if it.closed { "ja" } else { "" };
    let mut typed = [
        ("name", it.name.as_str()),
        ("art", it.kind.code()),
        ("auftrag", &it.mandate),
        ("ruht", closed),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec();
    let places = it.places.iter().enumerate();
    typed.extend(places.map(|(at, it)| (place_field(at), it.value())));
    typed
}

/// A body is there for so many Quartiere at most; one for more is there for the city.
pub const MOST_PLACES: usize = 6;

/// The field of a place, by its number in the form.
#[must_use]
pub fn place_field(at: usize) -> String {
    format!("quartier-{at}")
}

/// The form for a new body.
pub fn new(
    viewer: &Viewer,
    city: &City,
    known: &Known,
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let words = (t.get("gremium-neu-titel"), t.get("gremium-neu-leit"));
    let shell = frame(viewer, city, Vec::new(), words);
    let form = FormBlock::new(at(city, "/neu"), Button::primary(t.get("gremium-speichern")));
    let form = fields(t, form, (known, &[]), (typed, &problems));
    page(shell, Vec::new(), form, problems)
}

/// The form that changes a body; with what stood there before somebody else changed it.
pub fn change(
    viewer: &Viewer,
    city: &City,
    view: &BodyView,
    (typed, problems): (&Typed, Problems),
    before: Option<&Body>,
) -> Sheet {
    let t = &viewer.t;
    let body = view.body();
    let name = body.charter.name.as_str();
    let title = t.with("gremium-aendern-titel", &[("name", Arg::from(name))]);
    let above = vec![Link::new(name, address(city, body.number))];
    let shell = frame(viewer, city, above, (title, t.get("gremium-aendern-leit")));
    let action = format!("{}/aendern", address(city, body.number));
    let form = FormBlock::new(action, Button::primary(t.get("gremium-speichern")));
    let form = form.hidden("version", body.version.to_string());
    let places = (&view.known, &body.charter.places[..]);
    let mut form = fields(t, form, places, (typed, &problems));
    let rests = Choice {
        value: "ja".to_owned(),
        label: t.get("gremium-ruht"),
        hint: Some(t.get("gremium-ruht.hinweis")),
        chosen: sent(typed, "ruht") == "ja",
    };
    form = form.choices(Choices::several("ruht", t.get("gremium-stand"), vec![rests]));
    let difference = before.map_or_else(Vec::new, |it| difference(t, view, it, typed));
    page(shell, difference, form, problems)
}

fn page(shell: Shell, before: Vec<Block>, form: FormBlock, problems: Problems) -> Sheet {
    let mut blocks = vec![Block::Problems(problems)];
    blocks.extend(before);
    blocks.push(Block::Form(form));
    Sheet::new(shell, blocks)
}

fn fields(
    t: &Texts,
    form: FormBlock,
    known: (&Known, &[Place]),
    typed: (&Typed, &Problems),
) -> FormBlock {
    let current = sent(typed.0, "art");
    let kinds = BodyKind::ALL.map(|it| Choice::new(it.code(), words::kind(t, it), current));
    let first = Choice::new("", t.get("bitte-waehlen"), current);
    let kinds = std::iter::once(first).chain(kinds).collect();
    let mut kind = Select::new("art", t.get("gremium-art"), kinds);
    kind.error = typed.1.of("art");
    let mut form = form
        .field(field(t, typed, "name", "gremium-name"))
        .select(kind)
        .field(field(t, typed, "auftrag", "gremium-auftrag").rows(4).optional());
    let mut filled = (0..MOST_PLACES).filter(|at| !sent(typed.0, &place_field(*at)).is_empty());
    // One more than are chosen: no script is needed to add the next.
    let shown = filled.next_back().map_or(1, |it| it + 2).min(MOST_PLACES);
    for at in 0..shown {
        form = form.select(place(t, known, typed, at));
    }
    form
}

/// One Quartier that a body is there for; one that is no area unit any more can stay.
fn place(
    t: &Texts,
    (known, before): (&Known, &[Place]),
    (typed, problems): (&Typed, &Problems),
    at: usize,
) -> Select {
    let name = place_field(at);
    let current = sent(typed, &name);
    let mut choices = asks::places(t, known, current);
    choices.retain(|it| it.value != WHOLE_CITY);
    choices[0].label = t.get(if at == 0 { "ganze-stadt" } else { "gremium-quartier-keins" });
    let gone = before.iter().filter(|it| !known.spots.iter().any(|spot| spot.place == **it));
    choices.extend(gone.map(|it| Choice::new(it.value(), it.name.clone(), current)));
    let label = match at {
        0 => t.get("gremium-quartier"),
        _ => t.with("gremium-quartier-weiteres", &[("nummer", Arg::from(at + 1))]),
    };
    let mut select = Select::new(name.as_str(), label, choices);
    select.hint = (at == 0).then(|| t.get("gremium-quartier.hinweis"));
    select.error = problems.of(&name);
    select
}

fn difference(t: &Texts, view: &BodyView, before: &Body, sent_now: &Typed) -> Vec<Block> {
    let (was, now) = (typed(&before.charter), typed(&view.body().charter));
    let say = |name: &str, typed: &Typed| {
        let value = sent(typed, name);
        match name {
            "art" => BodyKind::from_code(value).map_or_else(String::new, |it| words::kind(t, it)),
            "ruht" if value == "ja" => t.get("gremium-ruht"),
            _ => value.to_owned(),
        }
    };
    let names = [
        ("name", "gremium-name"),
        ("art", "gremium-art"),
        ("auftrag", "gremium-auftrag"),
        ("ruht", "gremium-stand"),
    ];
    let changed = names.into_iter().filter(|(name, _)| sent(&was, name) != sent(&now, name));
    let all = changed.map(|(name, label)| asks::Difference {
        field: t.get(label),
        before: say(name, &was),
        now: say(name, &now),
        typed: say(name, sent_now),
    });
    let named = |value: &str| {
        let spot = view.known.spots.iter().find(|it| it.place.value() == value);
        spot.map_or_else(|| value.to_owned(), |it| it.place.name.clone())
    };
    let places = |typed: &Typed| {
        let all = (0..MOST_PLACES).map(|at| sent(typed, &place_field(at)).to_owned());
        t.list(&all.filter(|it| !it.is_empty()).map(|it| named(&it)).collect::<Vec<_>>())
    };
    let moved = (places(&was) != places(&now)).then(|| asks::Difference {
        field: t.get("gremium-quartiere"),
        before: places(&was),
        now: places(&now),
        typed: places(sent_now),
    });
    let all = all.chain(moved);
    let who = view.known.names.account(t, view.body().account);
    let heading = t.with("gremium-inzwischen", &[("wer", Arg::from(who))]);
    asks::meanwhile(t, heading, all.collect())
}
