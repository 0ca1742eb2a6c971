//! What a measure is to bring about, and what was reached: the Wirkungstreppe with its indicators.
//!
//! An indicator stands on one of seven steps ([`model`]). Its values are handed in for a
//! Berichtszeitraum, checked at once ([`findings`]) and accepted (Abnahme) or sent back; what was
//! accepted is locked, and a correction is a new version. An indicator of the quarter has no values of
//! its own: they are read from what is released ([`ankunft_atlas::course`]). What a staircase lacks is
//! a hint in words ([`checks`]), never a refusal. An accepted value of steps 4 to 7 cites its measure,
//! so that the red thread ends with it.

pub mod actuals;
pub mod checks;
mod citable;
pub(crate) mod doors;
pub mod findings;
pub mod follow;
pub(crate) mod form;
pub mod held;
#[cfg(test)]
mod laws;
pub mod model;
pub(crate) mod pages;
pub mod period;
pub(crate) mod picture;
pub mod stairs;
pub mod store;
pub mod view;
pub mod words;

use std::sync::Arc;

use ankunft_platform::parts::{Duty, Part};
use ankunft_platform::web::{City, Route};

use crate::measures;
use crate::permissions::{PLAN, SEE};

/// The address of an indicator.
#[must_use]
pub(crate) fn address(city: &City, measure: i64, indicator: i64) -> String {
    format!("{}/indikatoren/{indicator}", measures::address(city, measure))
}

/// What indicators register.
pub(crate) fn part() -> Part {
    const NEW: &str = "/{kommune}/steuerung/massnahmen/{number}/indikatoren/neu";
    const ONE: &str = "/{kommune}/steuerung/massnahmen/{number}/indikatoren/{indicator}";
    const EDIT: &str = "/{kommune}/steuerung/massnahmen/{number}/indikatoren/{indicator}/aendern";
    const VALUES: &str = "/{kommune}/steuerung/massnahmen/{number}/indikatoren/{indicator}/werte";
    const ACCEPT: &str = "/{kommune}/steuerung/massnahmen/{number}/indikatoren/{indicator}/abnahme";
    Part {
        routes: vec![
            Route::get(NEW, PLAN, doors::show_new),
            Route::post(NEW, PLAN, doors::add),
            Route::get(ONE, SEE, doors::show),
            Route::get(EDIT, PLAN, doors::show_edit),
            Route::post(EDIT, PLAN, doors::save),
            Route::post(VALUES, PLAN, doors::values::hand_in),
            Route::post(ACCEPT, PLAN, doors::values::decide),
        ],
        citables: vec![Arc::new(citable::CitableEffect)],
        duties: vec![Duty {
            text: "haengt-indikatoren",
            count: "select count(*) from measure_indicator_version v where v.tenant = $1 \
                    and v.reporter_post = $2 and v.ended = 0 and v.version = \
                    (select max(n.version) from measure_indicator_version n \
                    where n.tenant = v.tenant and n.measure = v.measure \
                    and n.indicator = v.indicator)",
        }],
        ..Part::default()
    }
}
