//! `…/sitzungen/neu` and `…/aendern`: when and where does the body meet, and how often?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Choices, Problems, Select};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{field, frame, words};
use crate::asks;
use crate::bodies::model::calendar::local;
use crate::bodies::model::{Body, Meeting, Slot};
use crate::bodies::view::placing::{FIELD, Open};
use crate::bodies::view::{BodyView, MeetingView};
use crate::bodies::{address, address_of};

/// The form before anybody typed: as the last meeting was.
#[must_use]
pub fn usual(view: &BodyView) -> Typed {
    let mut typed = match view.meetings.last() {
        Some(last) => typed(&last.slot),
        None => {
            vec![("von".to_owned(), "17:00".to_owned()), ("bis".to_owned(), "19:00".to_owned())]
        }
    };
    typed.retain(|it| !["tag", "titel", "faellt-aus"].contains(&it.0.as_str()));
    typed
}

/// A meeting as the fields of its form.
#[must_use]
pub fn typed(it: &Slot) -> Typed {
    let (starts, ends) = (local(it.starts), local(it.ends));
    let yes = |it: bool| if it { "ja" } else { "" }.to_owned();
    let all = [
        ("titel", it.title.clone()),
        ("tag", starts.date().to_string()),
        ("von", starts.strftime("%H:%M").to_string()),
        ("bis", ends.strftime("%H:%M").to_string()),
        ("ort", it.place.clone()),
        ("oeffentlich", yes(it.is_public)),
        ("faellt-aus", yes(it.cancelled)),
    ];
    all.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

fn fields(t: &Texts, form: FormBlock, typed: (&Typed, &Problems)) -> FormBlock {
    let public = Choice {
        value: "ja".to_owned(),
        label: t.get("sitzung-oeffentlich-ja"),
        hint: Some(t.get("sitzung-oeffentlich-ja.hinweis")),
        chosen: sent(typed.0, "oeffentlich") == "ja",
    };
    form.field(field(t, typed, "tag", "sitzung-tag").kind("date"))
        .field(field(t, typed, "von", "sitzung-von").kind("time"))
        .field(field(t, typed, "bis", "sitzung-bis").kind("time"))
        .field(field(t, typed, "ort", "sitzung-ort").optional())
        .field(field(t, typed, "titel", "sitzung-titel").optional())
        .choices(Choices::several("oeffentlich", t.get("sitzung-oeffentlich"), vec![public]))
}

/// The form for a new meeting, or a series of them; with what the first of them is called for.
pub fn new(
    viewer: &Viewer,
    city: &City,
    (body, about): (&Body, Option<&Open>),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let above = vec![Link::new(body.charter.name.clone(), address(city, body.number))];
    let words = (t.get("sitzung-neu-titel"), t.get("sitzung-neu-leit"));
    let shell = frame(viewer, city, above, words);
    let form = (typed, &problems);
    let current = match sent(typed, "wiederholung") {
        "" => "keine",
        it => it,
    };
    let rhythms = ["keine", "weekly", "monthly"]
        .map(|it| Choice::new(it, t.get(&format!("sitzung-wiederholung-{it}")), current));
    let mut every = field(t, form, "alle", "sitzung-alle").inputmode("numeric").optional();
    if every.value.is_empty() {
        every.value = "1".to_owned();
    }
    let action = format!("{}/sitzungen/neu", address(city, body.number));
    let block = FormBlock::new(action, Button::primary(t.get("sitzung-speichern")));
    let block = fields(t, block, form)
        .select(Select::new("wiederholung", t.get("sitzung-wiederholung"), rhythms.to_vec()))
        .field(every)
        .field(field(t, form, "letzter", "sitzung-letzter").kind("date").optional());
    let mut blocks = vec![Block::Problems(problems)];
    let block = match about {
        Some(it) => {
            let args = [("titel", Arg::from(it.title.as_str()))];
            blocks.push(Block::Text(t.with("tagesordnung-danach", &args)));
            block.hidden(FIELD, it.name())
        }
        None => block,
    };
    blocks.push(Block::Form(block));
    Sheet::new(shell, blocks)
}

/// The form that moves or cancels a meeting; with what stood there before somebody else did.
pub fn change(
    viewer: &Viewer,
    city: &City,
    view: &MeetingView,
    (typed, problems): (&Typed, Problems),
    before: Option<&Meeting>,
) -> Sheet {
    let t = &viewer.t;
    let meeting = view.meeting();
    let here = address_of(city, (meeting.body, meeting.number));
    let above = vec![
        Link::new(view.body.charter.name.clone(), address(city, meeting.body)),
        Link::new(words::when(t, &meeting.slot), here.clone()),
    ];
    let lead = match meeting.series {
        Some(_) => t.get("sitzung-aendern-leit-reihe"),
        None => t.get("sitzung-aendern-leit"),
    };
    let shell = frame(viewer, city, above, (t.get("sitzung-aendern-titel"), lead));
    let block =
        FormBlock::new(format!("{here}/aendern"), Button::primary(t.get("sitzung-speichern")));
    let block = block.hidden("version", meeting.version.to_string());
    let cancelled = Choice {
        value: "ja".to_owned(),
        label: t.get("sitzung-faellt-aus-ja"),
        hint: Some(t.get("sitzung-faellt-aus-ja.hinweis")),
        chosen: sent(typed, "faellt-aus") == "ja",
    };
    let block = fields(t, block, (typed, &problems)).choices(Choices::several(
        "faellt-aus",
        t.get("sitzung-faellt-aus"),
        vec![cancelled],
    ));
    let mut blocks = vec![Block::Problems(problems)];
    if let Some(before) = before {
        blocks.extend(difference(t, view, before, typed));
    }
    blocks.push(Block::Form(block));
    Sheet::new(shell, blocks)
}

fn difference(t: &Texts, view: &MeetingView, before: &Meeting, sent_now: &Typed) -> Vec<Block> {
    let now = view.meeting();
    let (was, is) = (typed(&before.slot), typed(&now.slot));
    let names = [
        ("tag", "sitzung-tag"),
        ("von", "sitzung-von"),
        ("bis", "sitzung-bis"),
        ("ort", "sitzung-ort"),
        ("titel", "sitzung-titel"),
        ("oeffentlich", "sitzung-oeffentlich"),
        ("faellt-aus", "sitzung-faellt-aus"),
    ];
    let changed = names.into_iter().filter(|(name, _)| sent(&was, name) != sent(&is, name));
    let say = |name: &str, typed: &Typed| match (name, sent(typed, name)) {
        ("tag", day) => day.parse().map_or_else(|_| day.to_owned(), |it| t.date(it)),
        ("oeffentlich" | "faellt-aus", "ja") => t.get("sitzung-ja"),
        ("oeffentlich" | "faellt-aus", _) => t.get("sitzung-nein"),
        (_, text) => text.to_owned(),
    };
    let all = changed.map(|(name, label)| asks::Difference {
        field: t.get(label),
        before: say(name, &was),
        now: say(name, &is),
        typed: say(name, sent_now),
    });
    let who = view.known.names.account(t, now.account);
    let heading = t.with("sitzung-inzwischen", &[("wer", Arg::from(who))]);
    asks::meanwhile(t, heading, all.collect())
}
