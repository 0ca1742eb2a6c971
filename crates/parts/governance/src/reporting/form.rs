//! The form behind a link: from what was typed to values, or to what is wrong with it.

use std::collections::BTreeMap;

use ankunft_platform::languages::Texts;
use ankunft_platform::mail;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent, written};

use super::model::{Contact, Request};
use crate::effects::form::{read_parts, read_value};
use crate::effects::held;
use crate::effects::model::{Actual, Hundredths, Value};
use crate::effects::period::Period;
use crate::effects::view::Stand;

/// The field that asks what happened.
pub const TOLD: &str = "geschehen";

/// The hidden field that says which draft a form was opened with: when it was kept, or 0.
pub const SEEN: &str = "entwurf";

/// The hidden field of a form that changes what waits for its Abnahme.
pub const CHANGES: &str = "aendert";

/// The fields of an indicator: what was counted, of how many, whether there was nothing.
#[must_use]
pub fn fields(indicator: i64) -> [String; 3] {
    ["wert", "von", "fehlanzeige"].map(|it| format!("{it}-{indicator}"))
}

/// The field that says with which version of an indicator a form was opened.
#[must_use]
pub fn seen_field(indicator: i64) -> String {
    format!("{}-{indicator}", held::SEEN)
}

/// The field of a category of an indicator, by its place among them.
#[must_use]
pub fn part_field(indicator: i64, at: usize) -> String {
    format!("teil-{indicator}-{at}")
}

fn put(t: &Texts, typed: &mut Typed, stand: &Stand, actual: &Actual) {
    let indicator = stand.known.number;
    let [part, whole, nothing] = fields(indicator);
    let own_parts = format!("teil-{indicator}-");
    typed.retain(|it| it.0 != part && it.0 != whole && it.0 != nothing);
    typed.retain(|it| !it.0.starts_with(&own_parts));
    let number = |it| written(t.language(), it);
    for (category, at) in stand.known.says.categories.iter().zip(1..) {
        if let Some((_, value)) = actual.parts.iter().find(|it| it.0 == *category) {
            typed.push((part_field(indicator, at), number(*value)));
        }
    }
    match actual.value {
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
    if !last.note.is_empty() {
        typed.push((TOLD.to_owned(), last.note.clone()));
    }
    for stand in stands {
        let number = stand.known.number;
        let is_it =
            |it: &&Actual| it.period == period && last.values.get(&number) == Some(&it.version);
        if let Some(actual) = stand.actuals.iter().find(is_it) {
            put(t, &mut typed, stand, actual);
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
            put(t, typed, stand, last);
        }
    }
}

/// A value with what it was told apart by.
pub type Told = (Value, Vec<(String, Hundredths)>);

/// The values that were typed, by indicator; each needs one. What is wrong stands beside its field.
///
/// # Errors
///
/// - [`Problems`], all of them.
pub fn values(
    t: &Texts,
    typed: &Typed,
    stands: &[&Stand],
) -> Result<BTreeMap<i64, Told>, Problems> {
    let mut form = Reading::new(t, typed);
    let mut values = BTreeMap::new();
    for stand in stands {
        let number = stand.known.number;
        let [part, whole, nothing] = fields(number);
        let before = form.problems.items.len();
        match read_value(&mut form, stand.known.says.kind, (&part, &whole, &nothing)) {
            Some(value) => {
                let name = |at| part_field(number, at);
                let parts = read_parts(&mut form, &stand.known.says.categories, name);
                values.insert(number, (value, parts));
            }
            None if form.problems.items.len() == before => form.wrong(&part, "wert-kein-wert"),
            None => {}
        }
    }
    form.text(TOLD, LONGEST_TEXT);
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
        .filter(|it| !["csrf", "absicht", "nummer", "trotzdem", SEEN, CHANGES].contains(&&*it.0))
        .collect();
    serde_json::to_string(&kept).unwrap_or_default()
}

/// A draft as a form.
#[must_use]
pub fn of_draft(text: &str) -> Typed {
    serde_json::from_str(text).unwrap_or_default()
}
