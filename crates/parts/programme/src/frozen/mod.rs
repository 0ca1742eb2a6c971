//! Numbered, frozen states of packages (Datenstände) that research cites.
//!
//! A state is a list of packages with their hashes, and one hash over all. It is never changed: what
//! is cited can be checked for ever. The files of its packages are handed out as long as their
//! consent lasts; a Widerruf takes the bytes, and the hash stays.

mod doors;
pub mod model;
mod pages;
pub mod store;

use ankunft_platform::parts::Part;
use ankunft_platform::web::{City, Data, Route};

use super::permissions::{FREEZE, SEE};

/// Where they are, behind the address of the programme or of research.
pub(crate) const PATH: &str = "/austausch/datenstaende";

/// An address of them.
#[must_use]
pub(crate) fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

const REFUSALS: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "No such state, or a city's address"),
];

/// What they register.
pub(crate) fn part() -> Part {
    Part {
        routes: vec![
            Route::get("/{kommune}/austausch/datenstaende", SEE, doors::list),
            Route::get("/{kommune}/austausch/datenstaende/neu", FREEZE, doors::show_new),
            Route::post("/{kommune}/austausch/datenstaende/neu", FREEZE, doors::freeze),
            Route::get("/{kommune}/austausch/datenstaende/{number}", SEE, doors::show),
            Route::get("/{kommune}/austausch/datenstaende/{number}/json", SEE, doors::json).data(
                Data::json::<model::StateDocument>("The packages of a frozen state, with hashes")
                    .refusing(REFUSALS),
            ),
            Route::get(
                "/{kommune}/austausch/datenstaende/{number}/datenstand.zip",
                FREEZE,
                doors::zip,
            )
            .data(
                Data::file("application/zip", "The packages of a frozen state").refusing(REFUSALS),
            ),
        ],
        ..Part::default()
    }
}
