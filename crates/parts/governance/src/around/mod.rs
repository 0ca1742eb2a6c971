//! What stands around a measure: outside partners, money, risks.
//!
//! Each is a sheet with versions of its own, so that who plans the money does not stand in the way of
//! who writes down the next date; two people who write on one sheet at once see each other's
//! difference. Nothing of it is compulsory.

mod doors;
mod form;
pub mod model;
pub mod money;
mod money_form;
mod money_pages;
mod pages;
pub mod plan;
pub mod store;
pub mod tables;
pub mod words;

use ankunft_platform::parts::Part;
use ankunft_platform::web::Route;

use crate::permissions::PLAN;

/// What sheets register.
pub(crate) fn part() -> Part {
    Part {
        routes: vec![
            Route::get("/{kommune}/steuerung/massnahmen/{number}/geld", PLAN, doors::show_money),
            Route::post("/{kommune}/steuerung/massnahmen/{number}/geld", PLAN, doors::save_money),
            Route::get(
                "/{kommune}/steuerung/massnahmen/{number}/partner",
                PLAN,
                doors::show_partners,
            ),
            Route::post(
                "/{kommune}/steuerung/massnahmen/{number}/partner",
                PLAN,
                doors::save_partners,
            ),
            Route::get("/{kommune}/steuerung/massnahmen/{number}/risiken", PLAN, doors::show_risks),
            Route::post(
                "/{kommune}/steuerung/massnahmen/{number}/risiken",
                PLAN,
                doors::save_risks,
            ),
        ],
        ..Part::default()
    }
}
