//! The form behind a link: from what was typed to values, or to what is wrong with it.

use std::collections::BTreeMap;

use ankunft_platform::languages::Texts;
use ankunft_platform::mail;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent, written};

use super::model::{Contact, Request};
use crate::effects::form::read_value;
use crate::effects::model::Value;
use crate::effects::period::Period;
use crate::effects::view::Stand;

/// The fields of an indicator: what was counted, of how many, whether there was nothing.
#[must_use]
pub fn fields(indicator: i64) -> [String; 3] {
    ["wert", "von", "fehlanzeige"].map(|it| format!("{it}-{indicator}"))
}

fn put(t: &Texts, typed: &mut Typed, indicator: i64, value: Value) {
    let [part, whole, nothing] = fields(indicator);
    typed.retain(|it| it.0 != part && it.0 != whole && it.0 != nothing);
    let number = |it| written(t.language(), it);
    match value {
        Value::Nothing => typed.push((nothing, "ja".to_owned())),
        Value::Count(it) => typed.push((part, number(it))),
        Value::Share(it, of) => {
            typed.push((part, number(it)));
            typed.push((whole, number(of)));
        }
    }
}

/// The form as it was handed in last.
#[must_use]
pub fn as_handed_in(t: &Texts, request: &Request, stands: &[&Stand], period: Period) -> Typed {
    let mut typed = Typed::new();
    let Some(last) = request.submissions.last() else { return typed };
    for stand in stands {
        let number = stand.known.number;
        let is_it = |it: &&crate::effects::model::Actual| {
            it.period == period && last.values.get(&number) == Some(&it.version)
        };
        if let Some(actual) = stand.actuals.iter().find(is_it) {
            put(t, &mut typed, number, actual.value);
        }
    }
    typed
}

/// What the press of a button for "unchanged" does: the last value stands in the field of one
/// indicator, or of all in which nothing is typed.
pub fn fill_in(
    t: &Texts,
    typed: &mut Typed,
    stands: &[&Stand],
    (one, period): (Option<i64>, Period),
) {
    for stand in stands {
        let number = stand.known.number;
        let is_wanted = match one {
            Some(it) => it == number,
            None => fields(number).iter().all(|it| sent(typed, it).is_empty()),
        };
        if let Some(last) = stand.before(period).filter(|_| is_wanted) {
            put(t, typed, number, last.value);
        }
    }
}

/// The values that were typed, by indicator; each needs one. What is wrong stands beside its field.
///
/// # Errors
///
/// - [`Problems`], all of them.
pub fn values(
    t: &Texts,
    typed: &Typed,
    stands: &[&Stand],
) -> Result<BTreeMap<i64, Value>, Problems> {
    let mut form = Reading::new(t, typed);
    let mut values = BTreeMap::new();
    for stand in stands {
        let number = stand.known.number;
        let [part, whole, nothing] = fields(number);
        let before = form.problems.items.len();
        match read_value(&mut form, stand.known.says.kind, (&part, &whole, &nothing)) {
            Some(value) => {
                values.insert(number, value);
            }
            None if form.problems.items.len() == before => form.wrong(&part, "wert-kein-wert"),
            None => {}
        }
    }
    form.text("hindernis", LONGEST_TEXT);
    form.result(values)
}

/// Whom to ask instead, or what is wrong.
///
/// # Errors
///
/// - [`Problems`], all of them.
pub fn instead(t: &Texts, typed: &Typed, (name, email): (&str, &str)) -> Result<Contact, Problems> {
    let mut form = Reading::new(t, typed);
    let contact = Contact {
        name: form.needed(name, LONGEST_LINE, "bericht-name-fehlt"),
        email: form.needed(email, LONGEST_LINE, "bericht-email-fehlt"),
    };
    if !contact.email.is_empty() && !mail::is_address(&contact.email) {
        form.wrong(email, "partner-email-unklar");
    }
    form.result(contact)
}

/// What of a form is kept as a draft.
#[must_use]
pub fn draft(typed: &Typed) -> String {
    let kept: Vec<&(String, String)> = typed
        .iter()
        .filter(|it| !["csrf", "absicht", "nummer", "trotzdem"].contains(&&*it.0))
        .collect();
    serde_json::to_string(&kept).unwrap_or_default()
}

/// A draft as a form.
#[must_use]
pub fn of_draft(text: &str) -> Typed {
    serde_json::from_str(text).unwrap_or_default()
}
