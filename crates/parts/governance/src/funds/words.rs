//! Funds in words.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use jiff::civil::Date;

use super::ledger::Balance;
use super::model::{Part, Shares, State, Step, Terms};
use super::store::applications::Application;
use crate::known::{place, post, posts};

/// The name of a field.
#[must_use]
pub fn field(t: &Texts, part: Part) -> String {
    t.get(&format!("fonds-feld-{}", part.code()))
}

/// The name of a state.
#[must_use]
pub fn state(t: &Texts, state: State) -> String {
    t.get(&format!("antrag-stand-{}", state.code()))
}

/// How far an application is: what was closed without a proof says so, and what is looked at again.
#[must_use]
pub fn how_far(t: &Texts, it: &Application) -> String {
    match it.state() {
        _ if it.is_given_up() => t.get("antrag-stand-aufgegeben"),
        _ if it.is_taken_up_again() => t.get(AGAIN),
        other => state(t, other),
    }
}

/// The text for what was declined and is looked at again.
pub const AGAIN: &str = "antrag-stand-wieder";

/// The steps of an application, each with its name.
pub fn steps<'a>(
    t: &'a Texts,
    it: &'a Application,
) -> impl DoubleEndedIterator<Item = (&'a Step, String)> {
    let last = it.steps.len();
    it.steps.iter().enumerate().map(move |(at, step)| {
        let is_again = step.state == State::Received && at > 0;
        let name = match at + 1 == last {
            true => how_far(t, it),
            false if is_again => t.get(AGAIN),
            false => state(t, step.state),
        };
        (step, name)
    })
}

/// What is to be reclaimed of an application, in words; nothing where nothing is.
#[must_use]
pub fn to_reclaim(t: &Texts, it: &Application, own: Balance) -> Option<String> {
    let cents = it.to_reclaim(own);
    let args = [("betrag", Arg::from(t.euros(cents)))];
    (cents > 0).then(|| t.with("antrag-zurueckfordern", &args))
}

/// A share in permille as percent.
#[must_use]
pub fn share(t: &Texts, permille: i64) -> String {
    let whole = permille % 10 == 0;
    let tenth = i32::try_from(permille).unwrap_or_default();
    t.percent(f64::from(tenth) / 10.0, u8::from(!whole))
}

/// How much a fund pays, in a sentence.
#[must_use]
pub fn rule(t: &Texts, shares: Shares) -> String {
    let args = [
        ("anteil", Arg::from(share(t, shares.permille))),
        ("voll", Arg::from(t.euros(shares.full_up_to))),
        ("hoechstens", Arg::from(t.euros(shares.largest))),
    ];
    if shares.permille == 1000 {
        t.with("fonds-regel-alles", &args)
    } else if shares.full_up_to > 0 {
        t.with("fonds-regel-voll", &args)
    } else {
        t.with("fonds-regel-anteil", &args)
    }
}

/// Whether and until when one can apply.
#[must_use]
pub fn call(t: &Texts, terms: &Terms, today: Date) -> String {
    let Some((from, to)) = terms.call else { return t.get("fonds-aufruf-keiner") };
    let args = [("von", Arg::from(t.date(from))), ("bis", Arg::from(t.date(to)))];
    let id = if today < from {
        "fonds-aufruf-kommt"
    } else if today <= to {
        "fonds-aufruf-laeuft"
    } else {
        "fonds-aufruf-vorbei"
    };
    t.with(id, &args)
}

/// What is left of a year, in a sentence.
#[must_use]
pub fn left(t: &Texts, year: i64, balance: Balance) -> String {
    let args = [
        ("jahr", Arg::from(year.to_string())),
        ("frei", Arg::from(t.euros(balance.left()))),
        ("haushalt", Arg::from(t.euros(balance.budget))),
    ];
    t.with(if balance.budget > 0 { "fonds-rest" } else { "fonds-ohne-haushalt" }, &args)
}

/// What terms say in a field; nothing where they say nothing.
#[must_use]
pub fn value(t: &Texts, names: &Names, terms: &Terms, part: Part) -> String {
    match part {
        Part::Name => terms.name.clone(),
        Part::Place => place(t, terms.place.as_ref()),
        Part::Programme => terms.programme.clone(),
        Part::FileNumber => terms.file_number.clone(),
        Part::Share => share(t, terms.shares.permille),
        Part::FullUpTo if terms.shares.full_up_to == 0 => String::new(),
        Part::FullUpTo => t.euros(terms.shares.full_up_to),
        Part::Largest => t.euros(terms.shares.largest),
        Part::Spending => t.get(&format!("fonds-wofuer-{}", terms.spending.code())),
        Part::Criteria => terms.criteria.clone(),
        Part::CallFrom => terms.call.map_or_else(String::new, |it| t.date(it.0)),
        Part::CallTo => terms.call.map_or_else(String::new, |it| t.date(it.1)),
        Part::Lead => post(t, names, terms.lead),
        Part::Payer => post(t, names, terms.payer),
        Part::Members => posts(t, names, &terms.members),
        Part::Quorum => t.count(terms.quorum),
        Part::Majority => t.get(&format!("fonds-mehrheit-{}", terms.majority.code())),
    }
}

/// From when to when something takes place.
#[must_use]
pub fn when(t: &Texts, it: &Application) -> String {
    let (from, to) = (it.request.starts_on, it.request.ends_on);
    if from == to {
        return t.date(from);
    }
    t.with("antrag-von-bis", &[("von", Arg::from(t.date(from))), ("bis", Arg::from(t.date(to)))])
}
