//! Bodies, meetings and votes in words.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;

use crate::bodies::model::calendar::local;
use crate::bodies::model::{BodyKind, Charter, Meeting, Member, Seat, Slot, Vote};
use crate::known;
use crate::papers::model::Outcome;

/// The name of a kind of body.
#[must_use]
pub fn kind(t: &Texts, kind: BodyKind) -> String {
    t.get(&format!("gremium-art-{}", kind.code()))
}

/// Who sits there.
#[must_use]
pub fn seat(t: &Texts, names: &Names, it: &Seat) -> String {
    match it {
        Seat::Post(id) => known::post(t, names, *id),
        Seat::Organisation(name) | Seat::Person(name) => name.clone(),
    }
}

/// Who sits there, with who stands in.
#[must_use]
pub fn member(t: &Texts, names: &Names, it: &Member) -> String {
    seat(t, names, &it.seat)
}

/// When a meeting is: `13.01.2026, 17:00 bis 19:00 Uhr`.
#[must_use]
pub fn when(t: &Texts, it: &Slot) -> String {
    let (starts, ends) = (local(it.starts), local(it.ends));
    let time = |it: jiff::civil::DateTime| it.strftime("%H:%M").to_string();
    let args = [
        ("tag", Arg::from(t.date(starts.date()))),
        ("von", Arg::from(time(starts))),
        ("bis", Arg::from(time(ends))),
    ];
    t.with("sitzung-wann", &args)
}

/// What a meeting is called in a list: its day, and its title if it has one.
#[must_use]
pub fn meeting(t: &Texts, it: &Meeting) -> String {
    match it.slot.title.as_str() {
        "" => when(t, &it.slot),
        title => format!("{} · {title}", when(t, &it.slot)),
    }
}

/// How it was voted, as a sentence; nothing if it was not. Who says what came of it for a Vorlage says
/// by that what the vote was for; otherwise the votes say it.
#[must_use]
pub fn vote(t: &Texts, it: Vote, outcome: Option<Outcome>) -> String {
    if it == Vote::None {
        return String::new();
    }
    let end = match outcome {
        // It was voted on the day or on a statement, not on what was proposed.
        Some(Outcome::Postponed | Outcome::Noted) => "gestimmt",
        Some(Outcome::Rejected) => "abgelehnt",
        None if it.is_rejected() => "abgelehnt",
        Some(Outcome::AsProposed | Outcome::Deviating) | None => "angenommen",
    };
    let is_unanimous = matches!(it, Vote::Unanimous(_));
    let how = if is_unanimous { "einstimmig" } else { "gezaehlt" };
    let votes = it.votes();
    let args = [
        ("ja", Arg::from(votes.yes)),
        ("nein", Arg::from(votes.no)),
        ("enthaltung", Arg::from(votes.abstain)),
    ];
    t.with(&format!("abstimmung-satz-{how}-{end}"), &args)
}

/// What came of it for a Vorlage.
#[must_use]
pub fn outcome(t: &Texts, it: Outcome) -> String {
    t.get(&format!("ergebnis-{}", it.code()))
}

/// The Quartiere that a body is there for; nothing where it is there for the whole city.
#[must_use]
pub fn places(t: &Texts, it: &Charter) -> String {
    t.list(&it.places.iter().map(|it| it.name.as_str()).collect::<Vec<_>>())
}
