//! What was spent on a measure (Mittelabfluss), beside what was planned.
//!
//! Lines are only appended. A correction is a line that stands for another, with its reason; the other
//! stays and no longer counts. Whoever may change a measure may book. All sums are derived from the
//! lines ([`model`]), and what is over the plan is said in words.

mod doors;
pub(crate) mod form;
pub mod model;
mod pages;
pub mod store;
pub mod tables;
pub mod view;

use ankunft_platform::parts::Part;
use ankunft_platform::web::{City, Route};

use crate::measures;
use crate::permissions::{PLAN, SEE};

/// The address of what was spent on a measure.
#[must_use]
pub(crate) fn address(city: &City, number: i64) -> String {
    format!("{}/ausgaben", measures::address(city, number))
}

/// What it registers.
pub(crate) fn part() -> Part {
    const ALL: &str = "/{kommune}/steuerung/massnahmen/{number}/ausgaben";
    const ONE: &str = "/{kommune}/steuerung/massnahmen/{number}/ausgaben/{line}/berichtigen";
    Part {
        routes: vec![
            Route::get(ALL, SEE, doors::show),
            Route::post(ALL, PLAN, doors::book),
            Route::get(ONE, PLAN, doors::show_line),
            Route::post(ONE, PLAN, doors::correct),
        ],
        ..Part::default()
    }
}
