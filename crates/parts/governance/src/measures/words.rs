//! Measures in words.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use jiff::civil::Date;

use super::model::{Part, Plan, State};
use super::view::Board;
use crate::known::{Place, place, post, posts};

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

/// That a measure is in a part of the quarter alone.
#[must_use]
pub fn part(t: &Texts, place: &Place) -> String {
    t.with("massnahme-teil", &[("name", Arg::from(place.name.as_str()))])
}

/// How many measures for the whole city come on top of those of a quarter; nothing if there are none.
#[must_use]
pub fn of_whole_city(t: &Texts, board: &Board) -> Option<String> {
    let count = board.of_whole_city();
    (count > 0).then(|| t.with("massnahmen-ganze-stadt", &[("anzahl", Arg::from(count))]))
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
