//! Kernindikatoren: what the twelve define alike, and how each city's own figures fit.
//!
//! The programme writes the definitions, each saving a version. A city says which of its measures is
//! meant, and where it differs. What it says here it says to the programme: everybody in it reads
//! the differences side by side. Figures cross by a Weitergabe alone ([`values`]).

mod api;
mod doors;
mod form;
pub mod model;
pub(crate) mod pages;
pub mod store;
mod today;
pub mod values;
pub mod view;

use std::sync::Arc;

use ankunft_platform::parts::{Nav, Part};
use ankunft_platform::web::{City, Data, Route};

use super::permissions::{COMPARE, DEFINE};

/// Where they are, behind the address of a tenant.
pub(crate) const PATH: &str = "/kernindikatoren";

/// An address of them.
#[must_use]
pub(crate) fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

const REFUSALS: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "There is no programme in this installation"),
];

/// What they register.
pub(crate) fn part() -> Part {
    Part {
        routes: vec![
            Route::get("/{kommune}/kernindikatoren", COMPARE, doors::overview),
            Route::get("/{kommune}/kernindikatoren.csv", COMPARE, doors::csv).data(
                Data::file("text/csv", "How the measures of the cities fit").refusing(REFUSALS),
            ),
            Route::get("/{kommune}/kernindikatoren.json", COMPARE, doors::json).data(
                Data::json::<api::CoreDocument>("How the measures of the cities fit")
                    .refusing(REFUSALS),
            ),
            Route::get("/{kommune}/kernindikatoren/neu", DEFINE, doors::define::show_new),
            Route::post("/{kommune}/kernindikatoren/neu", DEFINE, doors::define::add),
            Route::get("/{kommune}/kernindikatoren/{code}", COMPARE, doors::show),
            Route::get(
                "/{kommune}/kernindikatoren/{code}/aendern",
                DEFINE,
                doors::define::show_edit,
            ),
            Route::post("/{kommune}/kernindikatoren/{code}/aendern", DEFINE, doors::define::save),
            Route::get("/{kommune}/kernindikatoren/{code}/zuordnung", DEFINE, doors::fit::show),
            Route::post("/{kommune}/kernindikatoren/{code}/zuordnung", DEFINE, doors::fit::save),
        ],
        nav: vec![Nav {
            text: "nav-kernindikatoren",
            path: PATH,
            action: COMPARE,
            of: Some("/austausch"),
        }],
        today: vec![Arc::new(today::Asked)],
        ..Part::default()
    }
}
