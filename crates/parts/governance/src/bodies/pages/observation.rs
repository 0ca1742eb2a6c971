//! `/{kommune}/gremien/beobachtungen/…`: what was seen on the ground, and what did a body make of it?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Pair, Problems, Select};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{field, frame, words};
use crate::asks;
use crate::bodies::model::Body;
use crate::bodies::store::OBSERVATION;
use crate::bodies::view::ObservationView;
use crate::bodies::{address_of, at};
use crate::known::{self, Known};
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

/// The page.
pub fn show(viewer: &Viewer, city: &City, view: &ObservationView) -> Sheet {
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
    let mut blocks = vec![Block::Pairs(pairs), Block::Text(it.what.clone())];
    if !view.items.is_empty() {
        blocks.push(Block::Heading(t.get("beobachtung-im-gremium")));
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
        blocks.push(Block::Doors(view.items.iter().map(door).collect()));
    }
    let faden = thread::address(city, (OBSERVATION, &it.number.to_string()));
    blocks.push(Block::Ways(vec![Link::new(t.get("faden-zeigen"), faden)]));
    if let Some(remember) = view.remember.clone() {
        blocks.push(Block::Panel(crate::asks::remember(t, remember)));
    }
    let asked = it.body.and_then(|it| view.all.body(it));
    if let Some(body) = asked.filter(|_| view.items.is_empty()) {
        let args = [("gremium", Arg::from(body.charter.name.as_str()))];
        blocks.push(Block::Reading(t.with("beobachtung-geht-an", &args)));
    }
    Sheet::new(shell, blocks)
}
