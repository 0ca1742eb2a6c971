//! `/{kommune}/gremien/beobachtungen/…`: what was seen on the ground, and what did a body make of it?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Pair, Problems, Select};
use ankunft_platform::private::{Ours, Place, warning};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{field, frame, words};
use crate::asks;
use crate::bodies::model::{Body, Handover};
use crate::bodies::store::OBSERVATION;
use crate::bodies::view::ObservationView;
use crate::bodies::{address_of, at, placing};
use crate::known::{self, Known};
use crate::permissions::HOLD;
use crate::thread;

/// The form.
pub fn new(
    viewer: &Viewer,
    city: &City,
    (known, bodies): (&Known, &[Body]),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let words = (t.get("beobachtung-neu-titel"), t.get("beobachtung-neu-leit"));
    let shell = frame(viewer, city, Vec::new(), words);
    let form = (typed, &problems);
    let places = asks::places(t, known, sent(typed, "quartier"));
    let mut place = Select::new("quartier", t.get("beobachtung-wo"), places);
    place.error = problems.of("quartier");
    let current = sent(typed, "gremium");
    let all = bodies
        .iter()
        .map(|it| Choice::new(it.number.to_string(), it.charter.name.clone(), current));
    let first = Choice::new("", t.get("beobachtung-kein-gremium"), current);
    let bodies = std::iter::once(first).chain(all).collect();
    let mut body = Select::new("gremium", t.get("beobachtung-gremium"), bodies);
    body.hint = Some(t.get("beobachtung-gremium.hinweis"));
    let button = Button::primary(t.get("beobachtung-speichern"));
    let block = FormBlock::new(at(city, "/beobachtungen/neu"), button)
        .field(field(t, form, "titel", "beobachtung-titel"))
        .field(field(t, form, "was", "beobachtung-was").rows(4))
        .select(place)
        .field(field(t, form, "wie-oft", "beobachtung-wie-oft"))
        .select(body);
    Sheet::new(shell, vec![Block::Problems(problems), Block::Form(block)])
}

/// The page; what was sent to it and refused stands in its form.
pub fn show(
    viewer: &Viewer,
    city: &City,
    view: &ObservationView,
    form: (&Typed, &Problems),
) -> Sheet {
    let t = &viewer.t;
    let it = &view.observation;
    let decided = view.items.iter().filter(|it| it.1.has_decision()).count();
    let lead = match (view.items.len(), decided) {
        (0, _) => "beobachtung-leit-offen",
        (_, 0) => "beobachtung-leit-beraten",
        _ => "beobachtung-leit-beschlossen",
    };
    let shell = frame(viewer, city, Vec::new(), (it.title.clone(), t.get(lead)));
    let by = view.all.names.post(it.post).unwrap_or_else(|| t.get("beobachtung-quelle"));
    let pairs = vec![
        Pair::new(t.get("beobachtung-wo"), known::place(t, it.place.as_ref())),
        Pair::new(t.get("beobachtung-wie-oft"), it.how_often.clone()),
        Pair::new(t.get("beobachtung-von"), by),
        Pair::new(t.get("beobachtung-wann"), ankunft_platform::words::instant(t, it.at)),
    ];
    let mut blocks = vec![Block::Problems(form.1.clone())];
    blocks.extend([Block::Pairs(pairs), Block::Text(it.what.clone())]);
    if viewer.may(HOLD) {
        let ours = Ours::of(&view.all.names);
        let texts = [it.title.as_str(), &it.what];
        blocks.extend(warning(t, (Place::Ground, &ours), texts).map(Block::Notice));
    }
    blocks.extend(heard(t, city, view));
    let faden = thread::address(city, (OBSERVATION, &it.number.to_string()));
    let mut ways = vec![Link::new(t.get("faden-zeigen"), faden)];
    if viewer.may(HOLD) {
        let placing = placing((OBSERVATION, &it.number.to_string()));
        ways.insert(0, Link::new(t.get("tagesordnung-auf"), city.at(&placing)));
    }
    blocks.push(Block::Ways(ways));
    if let Some(remember) = view.remember.clone() {
        blocks.push(Block::Panel(crate::asks::remember(t, remember)));
    }
    let asked = it.body.and_then(|it| view.all.body(it));
    if let Some(body) = asked.filter(|_| view.items.is_empty()) {
        let args = [("gremium", Arg::from(body.charter.name.as_str()))];
        blocks.push(Block::Reading(t.with("beobachtung-geht-an", &args)));
    }
    blocks.extend(handed_over(t, view));
    if viewer.may(HOLD) {
        blocks.push(Block::Heading(t.get("beobachtung-weitergeben")));
        blocks.push(Block::Text(t.get("beobachtung-weitergeben-leit")));
        blocks.push(Block::Form(give(t, city, view, form)));
    }
    Sheet::new(shell, blocks)
}

/// In which meetings it was heard, and what they decided.
fn heard(t: &Texts, city: &City, view: &ObservationView) -> Vec<Block> {
    if view.items.is_empty() {
        return Vec::new();
    }
    let door = |(id, item): &((i64, i64), crate::bodies::model::Item)| {
        let meeting = view.all.meetings.iter().find(|it| (it.body, it.number) == *id);
        let body = view.all.body(id.0).map_or("", |it| it.charter.name.as_str());
        let when = meeting.map_or_else(String::new, |it| words::when(t, &it.slot));
        let link = Link::new(
            format!("{body}, {when}"),
            format!("{}#punkt-{}", address_of(city, *id), item.number),
        );
        (link, item.says.decision.clone())
    };
    let doors = Block::Doors(view.items.iter().map(door).collect());
    vec![Block::Heading(t.get("beobachtung-im-gremium")), doors]
}

/// To which bodies it was given, and why.
fn handed_over(t: &Texts, view: &ObservationView) -> Vec<Block> {
    if view.handovers.is_empty() {
        return Vec::new();
    }
    let way = |it: &Handover| {
        let body = view.all.body(it.body).map_or("", |it| it.charter.name.as_str());
        let args = [
            ("tag", Arg::from(ankunft_platform::words::instant(t, it.at))),
            ("gremium", Arg::from(body)),
            ("grund", Arg::from(it.reason.as_str())),
        ];
        t.with("beobachtung-weg", &args)
    };
    let ways: Vec<String> = view.handovers.iter().map(way).collect();
    vec![Block::Heading(t.get("beobachtung-wege")), Block::Text(ways.join("\n"))]
}

/// Another body, and why.
fn give(t: &Texts, city: &City, view: &ObservationView, form: (&Typed, &Problems)) -> FormBlock {
    let it = &view.observation;
    let current = sent(form.0, "gremium");
    let others = view.all.bodies.iter();
    let others = others.filter(|body| !body.charter.closed && Some(body.number) != it.body);
    let others =
        others.map(|it| Choice::new(it.number.to_string(), it.charter.name.clone(), current));
    let first = Choice::new("", t.get("bitte-waehlen"), current);
    let others = std::iter::once(first).chain(others).collect();
    let mut body = Select::new("gremium", t.get("beobachtung-weiter-an"), others);
    body.error = form.1.of("gremium");
    let button = Button::secondary(t.get("beobachtung-weitergeben"));
    FormBlock::new(at(city, &format!("/beobachtungen/{}", it.number)), button)
        .hidden("stand", view.handovers.len().to_string())
        .select(body)
        .field(field(t, form, "grund", "beobachtung-weiter-grund"))
}
