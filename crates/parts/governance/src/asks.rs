//! Pieces of forms that all of governance asks with.

use std::collections::BTreeSet;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Choice, Choices, Remember};
use ankunft_platform::parts::Panel;
use ankunft_platform::typed::{Typed, all_sent};
use ankunft_platform::web::Desk as OnDesk;
pub use ankunft_platform::web::{Difference, meanwhile};
use askama::Template;

use crate::known::{Desk, Known, Level, Place, Spot, WHOLE_CITY};

/// The places that can be chosen, the whole city first.
#[must_use]
pub fn places(t: &Texts, known: &Known, current: &str) -> Vec<Choice> {
    let levels: BTreeSet<&str> = known.spots.iter().filter_map(|it| it.level.unit()).collect();
    let label = |it: &Spot| match &it.level {
        Level::Unit(level) if levels.len() > 1 => {
            format!("{} ({})", it.place.name, level_of_one(t, &it.place, level))
        }
        Level::Unit(_) | Level::Gone => it.place.name.clone(),
        Level::Composed { .. } => {
            t.with("ort-zusammengesetzt", &[("name", Arg::from(it.place.name.as_str()))])
        }
    };
    let spots = known.spots.iter().map(|it| Choice::new(it.place.value(), label(it), current));
    let first = [
        Choice::new("", t.get("bitte-waehlen"), current),
        Choice::new(WHOLE_CITY, t.get("ganze-stadt"), current),
    ];
    first.into_iter().chain(spots).collect()
}

/// The level of one place in the singular: a city's own name for it is that of all of them.
fn level_of_one(t: &Texts, place: &Place, level: &str) -> String {
    let id = format!("ebene-{}", place.geography);
    let (name, one) = (format!("{id}.name"), format!("{id}.eine"));
    let is_usual = t.has(&one) && t.get(&name) == level;
    if is_usual { t.get(&one) } else { level.to_owned() }
}

fn label(it: &Desk) -> String {
    it.unit.as_ref().map_or_else(|| it.title.clone(), |unit| format!("{} ({unit})", it.title))
}

/// The Stellen of which one is chosen.
#[must_use]
pub fn leads(t: &Texts, known: &Known, current: &str) -> Vec<Choice> {
    let told = |it: &Desk| match known.out_of_reach.contains(&it.id) {
        true => t.with("stelle-ohne-zugang", &[("stelle", Arg::from(label(it)))]),
        false => label(it),
    };
    let desks = known.desks.iter().map(|it| Choice::new(it.id.to_string(), told(it), current));
    std::iter::once(Choice::new("", t.get("bitte-waehlen"), current)).chain(desks).collect()
}

/// Boxes for Stellen; those of a unit are told apart by it.
#[must_use]
pub fn desks(known: &Known, typed: &Typed, (name, label): (&str, String)) -> Choices {
    let is_ticked = |id: &str| all_sent(typed, name).any(|it| it == id);
    let choice = |it: &Desk| {
        let id = it.id.to_string();
        Choice { chosen: is_ticked(&id), value: id, label: self::label(it), hint: None }
    };
    Choices::several(name, label, known.desks.iter().map(choice).collect())
}

#[derive(Template)]
#[template(path = "remember.html")]
struct RememberTemplate {
    remember: Remember,
    /// Where its button sends, if it lies on the desk of its page.
    at: Option<String>,
}

/// The button for one's own Mappe, as a panel of a page.
#[must_use]
pub fn remember(t: &Texts, remember: Remember) -> Panel {
    remember_on(t, remember, None)
}

/// The same on the desk of its page.
#[must_use]
pub fn remember_on(t: &Texts, remember: Remember, desk: Option<&OnDesk>) -> Panel {
    let at = desk.map(|it| it.press(&remember.action, &remember.fields));
    let html = RememberTemplate { remember, at }.render().unwrap_or_default();
    Panel { title: t.get("massnahme-vorlage"), html }
}
