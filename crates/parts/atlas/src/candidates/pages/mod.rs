//! The pages of candidates: what is known of them, in words.

pub mod criteria;
pub mod decide;
pub mod decision;
mod overtaken;
pub mod public;
pub mod register;
pub mod result;
pub mod rounds;
pub mod scores;

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Tab;
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};
use jiff::civil::Date;

use super::permissions::SCORE;
pub use super::view::who;

/// Where candidates are, behind the address of their city.
pub const PATH: &str = "/atlas/kandidaten";
/// Where everybody reads decisions.
pub const PUBLIC_PATH: &str = "/atlas/entscheidungen";

/// An address of the candidates of a city.
#[must_use]
pub fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

/// The frame of a page of candidates, which is never public.
pub fn frame(viewer: &Viewer, city: &City, title: String, lead: String) -> Shell {
    let t = &viewer.t;
    let mut crumbs = vec![Link::new(t.get("nav-atlas"), city.at("/atlas"))];
    if !viewer.address.split('?').next().is_some_and(|it| it.ends_with(PATH)) {
        crumbs.push(Link::new(t.get("nav-kandidaten"), at(city, "")));
    }
    viewer.page(title).lead(lead).crumbs(crumbs).mark(t.get("atlas-nur-intern"))
}

/// The views of candidates, with the open one.
#[must_use]
pub fn tabs(viewer: &Viewer, city: &City, current: &str) -> Vec<Tab> {
    let mut views = vec![
        ("", "kandidaten-reiter"),
        ("/kriterien", "kriterien-reiter"),
        ("/runde", "runde-reiter"),
    ];
    if viewer.may(SCORE) {
        views.push(("/bewertung", "bewertung-reiter"));
    }
    views.push(("/ergebnis", "ergebnis-reiter"));
    let tab = |(path, text): (&str, &str)| Tab {
        label: viewer.t.get(text),
        href: at(city, path),
        current: path == current,
    };
    views.into_iter().map(tab).collect()
}

/// A stored day as the reader's language writes it.
#[must_use]
pub fn day(t: &Texts, iso: &str) -> String {
    iso.parse::<Date>().map_or_else(|_| iso.to_owned(), |it| t.date(it))
}

/// Names as one list: `Hafen, Nord und West`.
#[must_use]
pub fn list<'a>(t: &Texts, names: impl IntoIterator<Item = &'a str>) -> String {
    t.list(&names.into_iter().collect::<Vec<_>>())
}
