//! The library of what helped where: effect cards, each written from a measure of a city.
//!
//! A card belongs to its city and cites its measure, so it stands on the red thread. Each saving is a
//! version; the newest published one is read by the whole programme. Cards say words and rough marks of
//! a quarter, and of figures only what everybody may know: others go by [`crate::exchange`].

mod chapter;
mod citable;
mod doors;
mod form;
pub mod model;
mod pages;
pub mod quarters;
pub mod store;
pub(crate) mod view;
pub mod words;

use std::sync::Arc;

use ankunft_platform::parts::{FollowUp, Nav, Part};
use ankunft_platform::web::{City, Route};

use super::permissions::{COMPARE, WRITE};

/// Where the library is, behind the address of a tenant.
pub(crate) const PATH: &str = "/bibliothek";

/// An address of it.
#[must_use]
pub(crate) fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

/// What it registers.
pub(crate) fn part() -> Part {
    Part {
        routes: vec![
            Route::get("/{kommune}/bibliothek", COMPARE, doors::list),
            Route::get("/{kommune}/bibliothek/neu", WRITE, doors::show_new),
            Route::post("/{kommune}/bibliothek/neu", WRITE, doors::add),
            Route::get("/{kommune}/bibliothek/{von}/{number}", COMPARE, doors::show),
            Route::get("/{kommune}/bibliothek/{number}/aendern", WRITE, doors::show_edit),
            Route::post("/{kommune}/bibliothek/{number}/aendern", WRITE, doors::save),
        ],
        nav: vec![Nav {
            text: "nav-bibliothek",
            path: PATH,
            action: COMPARE,
            of: Some("/programm"),
        }],
        follow_ups: vec![FollowUp {
            text: "wirkungskarte-neu",
            path: "/bibliothek/neu",
            action: WRITE,
            of: &["measure"],
        }],
        citables: vec![Arc::new(citable::CitableCard)],
        chapters: vec![Arc::new(chapter::Cards)],
        ..Part::default()
    }
}
