//! What the twelve tell and ask one another: who they are, when they meet, questions and answers, what
//! they lay on the table.
//!
//! A profile belongs to its city; meetings and questions belong to the programme's tenant. Everybody
//! reads them from the pages of their own city ([`crate::members`]).

mod calendar;
mod citable;
mod documents;
mod doors;
pub mod model;
mod news;
mod pages;
mod sources;
pub mod store;
mod today;
pub(crate) mod view;

use std::sync::Arc;

use ankunft_platform::parts::{Nav, Part};
use ankunft_platform::web::{City, Route};

use super::permissions::{COMPARE, TELL};

/// Where the programme is, behind the address of a tenant.
pub(crate) const PATH: &str = "/programm";

/// An address of it.
#[must_use]
pub(crate) fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

/// What it registers.
pub(crate) fn part() -> Part {
    let room = |text, path| Nav { text, path, action: COMPARE, of: Some(PATH) };
    Part {
        routes: vec![
            Route::get("/{kommune}/programm", COMPARE, doors::overview),
            Route::get("/{kommune}/programm/profil", TELL, doors::profile::show),
            Route::post("/{kommune}/programm/profil", TELL, doors::profile::save),
            Route::get("/{kommune}/programm/termine", COMPARE, doors::meetings::list),
            Route::get("/{kommune}/programm/termine/neu", TELL, doors::meetings::show_new),
            Route::post("/{kommune}/programm/termine/neu", TELL, doors::meetings::add),
            Route::get("/{kommune}/programm/termine/{number}", TELL, doors::meetings::show_edit),
            Route::post("/{kommune}/programm/termine/{number}", TELL, doors::meetings::save),
            Route::get("/{kommune}/programm/unterlagen", COMPARE, doors::documents::list),
            Route::post("/{kommune}/programm/unterlagen", TELL, doors::documents::add)
                .upload_of(doors::documents::LARGEST),
            Route::get(
                "/{kommune}/programm/unterlagen/{number}",
                COMPARE,
                doors::documents::hand_out,
            ),
            Route::post(
                "/{kommune}/programm/unterlagen/{number}",
                TELL,
                doors::documents::withdraw,
            ),
            Route::get("/{kommune}/programm/fragen", COMPARE, doors::questions::list),
            Route::post("/{kommune}/programm/fragen", TELL, doors::questions::ask),
            Route::get("/{kommune}/programm/fragen/{number}", COMPARE, doors::questions::show),
            Route::post("/{kommune}/programm/fragen/{number}", TELL, doors::questions::answer),
        ],
        nav: vec![
            Nav { text: "nav-programm", path: PATH, action: COMPARE, of: None },
            room("nav-termine", "/programm/termine"),
            room("nav-fragen", "/programm/fragen"),
            room("nav-unterlagen", "/programm/unterlagen"),
        ],
        calendars: vec![Arc::new(calendar::Meetings)],
        front: vec![Arc::new(pages::Front)],
        citables: vec![Arc::new(citable::CitableProfile)],
        today: vec![Arc::new(today::Moved)],
        news: vec![Arc::new(news::FromOthers)],
        ..Part::default()
    }
}
