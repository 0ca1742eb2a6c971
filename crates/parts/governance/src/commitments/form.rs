//! From what was typed to terms and pledges, or to what is wrong with them.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed};
use jiff::civil::Date;

use super::model::{Fate, Kind, Pledge, Promise, State, Terms};
use crate::known::Known;

/// The fields of a commitment, in the order of the form; each is named by the text
/// `zusage-feld-<code>`.
pub const FIELDS: [&str; 9] = [
    "art",
    "titel",
    "beteiligte",
    "unterschrift",
    "umfang",
    "stand",
    "unterschrieben",
    "ab",
    "bis",
];

fn iso(day: Option<Date>) -> String {
    day.map_or_else(String::new, |it| it.to_string())
}

/// Terms as the fields of their form.
#[must_use]
pub fn typed(it: &Terms) -> Typed {
    let values = [
        it.kind.code().to_owned(),
        it.title.clone(),
        it.parties.clone(),
        it.signer.clone(),
        it.scope.clone(),
        it.state.code().to_owned(),
        iso(it.signed_on),
        iso(it.starts_on),
        iso(it.ends_on),
    ];
    FIELDS.map(str::to_owned).into_iter().zip(values).collect()
}

/// The terms that were typed, or what is wrong with them.
pub fn checked(t: &Texts, typed: &Typed, today: Date) -> Result<Terms, Problems> {
    let mut form = Reading::new(t, typed);
    let kind = Kind::from_code(form.sent("art"));
    if kind.is_none() {
        form.wrong("art", "zusage-art-fehlt");
    }
    let title = form.needed("titel", LONGEST_LINE, "zusage-titel-fehlt");
    let parties = form.needed("beteiligte", LONGEST_TEXT, "zusage-beteiligte-fehlen");
    let signer = form.text("unterschrift", LONGEST_LINE);
    let scope = form.text("umfang", LONGEST_TEXT);
    let state = State::from_code(form.sent("stand"));
    if state.is_none() {
        form.wrong("stand", "zusage-stand-fehlt");
    }
    let signed_on = form.day("unterschrieben");
    if state == Some(State::Signed) && form.sent("unterschrieben").is_empty() {
        form.wrong("unterschrieben", "zusage-tag-fehlt");
    }
    if signed_on.is_some_and(|it| it > today) {
        form.wrong("unterschrieben", "zusage-tag-kuenftig");
    }
    let (starts_on, ends_on) = (form.day("ab"), form.day("bis"));
    if starts_on.zip(ends_on).is_some_and(|(starts, ends)| starts > ends) {
        form.wrong("bis", "zusage-bis-vor-ab");
    }
    let (kind, state) = (kind.unwrap_or(Kind::Intent), state.unwrap_or(State::Draft));
    form.result(Terms { kind, title, parties, signer, scope, state, signed_on, starts_on, ends_on })
}

/// A pledge as the fields of its form.
#[must_use]
pub fn typed_pledge(it: &Pledge) -> Typed {
    let one = |name: &str, value: String| (name.to_owned(), value);
    vec![
        one("text", it.body.clone()),
        one("wer", it.party.clone()),
        one("stelle", it.owner.map_or_else(String::new, |it| it.to_string())),
        one("bis", iso(it.due)),
        one("ergebnis", it.fate.code().to_owned()),
        one("weil", it.because.clone()),
    ]
}

/// The pledge that was typed, or what is wrong with it. What is kept or dropped says why.
pub fn checked_pledge(
    t: &Texts,
    typed: &Typed,
    (known, terms): (&Known, &Terms),
    was: Option<&Promise>,
) -> Result<Pledge, Problems> {
    let mut form = Reading::new(t, typed);
    let body = form.needed("text", LONGEST_TEXT, "versprechen-text-fehlt");
    let party = form.needed("wer", LONGEST_LINE, "versprechen-wer-fehlt");
    let stays = was.is_some_and(|it| it.pledge.party == party);
    if !party.is_empty() && !stays && !terms.each_party().any(|it| it == party) {
        form.wrong("wer", "versprechen-wer-fehlt");
    }
    let owner: Option<i64> = form.sent("stelle").parse().ok();
    let stays = was.and_then(|it| it.pledge.owner);
    let owner =
        owner.filter(|it| Some(*it) == stays || known.desks.iter().any(|desk| desk.id == *it));
    let due = form.day("bis");
    let fate = Fate::from_code(form.sent("ergebnis")).unwrap_or(Fate::Open);
    let because = form.text("weil", LONGEST_TEXT);
    if fate != Fate::Open && because.is_empty() {
        form.wrong("weil", "versprechen-weil-fehlt");
    }
    form.result(Pledge { body, party, owner, due, fate, because })
}
