//! By what goals are measured: an indicator has a value before, a path by years, and values.
//!
//! What it says belongs to an edition of the goals and is adopted with it; its number and its values
//! stay. Values are written down, read in the atlas at each release, or added up from the indicators
//! of the measures that serve the goal ([`model`] says what adds). One without a value is a hint.

pub mod actuals;
mod citable;
mod doors;
pub mod form;
#[cfg(test)]
mod laws;
pub mod model;
mod pages;
pub mod store;
pub mod view;
pub mod words;

use std::sync::Arc;

use ankunft_platform::parts::Part;
use ankunft_platform::web::{City, Route};

use crate::inside::Cited;
use crate::permissions::{EDIT_GOALS, PLAN, SEE};

/// The address of an indicator of a goal.
pub(crate) fn address(city: &City, goal: i64, indicator: i64) -> String {
    format!("{}/indikatoren/{indicator}", super::address(city, goal))
}

/// The address of the form for a new one.
pub(crate) fn address_of_new(city: &City, goal: i64) -> String {
    format!("{}/indikatoren/neu", super::address(city, goal))
}

/// Where the form that changes one is sent to.
pub(crate) fn address_of_change(city: &City, (goal, indicator): (i64, i64)) -> String {
    format!("{}/aendern", address(city, goal, indicator))
}

/// What indicators of goals register.
pub(crate) fn part() -> Part {
    const NEW: &str = "/{kommune}/steuerung/ziele/{number}/indikatoren/neu";
    const ONE: &str = "/{kommune}/steuerung/ziele/{number}/indikatoren/{indicator}";
    const EDIT: &str = "/{kommune}/steuerung/ziele/{number}/indikatoren/{indicator}/aendern";
    const DROP: &str = "/{kommune}/steuerung/ziele/{number}/indikatoren/{indicator}/streichen";
    const VALUES: &str = "/{kommune}/steuerung/ziele/{number}/indikatoren/{indicator}/werte";
    Part {
        routes: vec![
            Route::get(NEW, EDIT_GOALS, doors::edit::show_new),
            Route::post(NEW, EDIT_GOALS, doors::edit::add),
            Route::get(ONE, SEE, doors::show),
            Route::get(EDIT, EDIT_GOALS, doors::edit::show_edit),
            Route::post(EDIT, EDIT_GOALS, doors::edit::save),
            Route::post(DROP, EDIT_GOALS, doors::edit::take_out),
            Route::post(VALUES, PLAN, doors::write),
        ],
        citables: vec![Arc::new(Cited::<citable::CitableValue>::new())],
        ..Part::default()
    }
}
