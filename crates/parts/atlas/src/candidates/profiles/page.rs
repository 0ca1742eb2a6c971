//! The profiles on the page of candidates.

use ankunft_platform::page::Link;
use ankunft_platform::page::components::Pair;
use ankunft_platform::parts::Panel;
use ankunft_platform::store::StoreError;
use ankunft_platform::web::City;
use askama::Template;

use super::Sides;
use crate::candidates::pages::at;
use crate::pages::key::KeyRow;
use crate::pages::overview::Setting;

#[derive(Template)]
#[template(path = "candidate_profiles.html")]
struct Profiles<'a> {
    city: &'a str,
    cards: Vec<Card>,
}

/// One candidate.
struct Card {
    name: Link,
    pairs: Vec<Pair>,
    warning: Option<String>,
    map: Option<String>,
    rows: Vec<KeyRow>,
}

/// The profiles, side by side as far as there is room.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if the template cannot be filled.
pub fn panel(setting: &Setting<'_>, city: &City, sides: &Sides<'_>) -> Result<Panel, StoreError> {
    let card = |it: super::Side| Card {
        name: Link::new(it.name, at(city, &format!("/{}", it.number))),
        pairs: it.pairs,
        warning: it.warning,
        map: it.map,
        rows: it.rows,
    };
    let cards = sides.words(setting).into_iter().map(card).collect();
    let profiles = Profiles { city: setting.city, cards };
    let unreadable =
        |error: askama::Error| StoreError::Unreadable { what: "a page", text: error.to_string() };
    let html = profiles.render().map_err(unreadable)?;
    Ok(Panel { title: setting.t.get("profile-titel"), html })
}
