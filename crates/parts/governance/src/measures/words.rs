//! Measures in words.

use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use jiff::civil::Date;

use super::model::{Part, Plan, State};
use crate::known::{place, post, posts};

/// The name of a state.
#[must_use]
pub fn state(t: &Texts, state: State) -> String {
    t.get(&format!("massnahme-stand-{}", state.code()))
}

/// The name of a field.
#[must_use]
pub fn field(t: &Texts, part: Part) -> String {
    t.get(&format!("massnahme-feld-{}", part.code()))
}

fn day(t: &Texts, day: Option<Date>) -> String {
    day.map_or_else(String::new, |it| t.date(it))
}

/// What a plan says in a field; nothing where it says nothing.
#[must_use]
pub fn value(t: &Texts, names: &Names, plan: &Plan, part: Part) -> String {
    match part {
        Part::Title => plan.title.clone(),
        Part::Place => place(t, plan.place.as_ref()),
        Part::Lead => post(t, names, plan.lead),
        Part::Due => t.date(plan.due),
        Part::Sign => plan.sign.clone(),
        Part::State => state(t, plan.state),
        Part::Description => plan.description.clone(),
        Part::TargetGroup => plan.target_group.clone(),
        Part::StartsOn => day(t, plan.starts_on),
        Part::ReviewOn => day(t, plan.review_on),
        Part::RegularService => plan.regular_service.clone(),
        Part::Contributing => posts(t, names, &plan.contributing),
        Part::Informed => posts(t, names, &plan.informed),
    }
}
