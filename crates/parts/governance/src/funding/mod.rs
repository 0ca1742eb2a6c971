//! Who pays what: the plan of costs and financing of a measure, and of all measures of a city by
//! source and year, with the small funds beside it.
//!
//! What is granted and spent is known of small funds from their books, and what is spent of measures
//! from theirs ([`crate::spending`]). Sums are those of the rows ([`model`]), to the cent.

mod doors;
pub(crate) mod files;
#[cfg(test)]
mod laws;
pub mod model;
mod pages;
mod paper;
pub mod sums;
mod view;

use ankunft_platform::parts::{Nav, Part};
use ankunft_platform::web::{Data, Route};

use crate::measures::{PATH as STEERING, REFUSALS, REFUSALS_OF_ONE};
use crate::permissions::SEE;

/// Where it is, behind the address of its city.
pub(crate) const PATH: &str = "/steuerung/foerderung";

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What it registers.
pub(crate) fn part() -> Part {
    const PLAN: &str = "/{kommune}/steuerung/massnahmen/{number}/finanzplan/{format}";
    const BOOK: &str = "/{kommune}/steuerung/massnahmen/{number}/finanzplan.xlsx";
    let file = |kind, summary| Data::file(kind, summary).refusing(REFUSALS);
    let of_city = "Costs and financing of the measures of a city, by source and by measure";
    let of_one = Data::file(XLSX, "Costs and financing of a measure").refusing(REFUSALS_OF_ONE);
    Part {
        routes: vec![
            Route::get("/{kommune}/steuerung/foerderung", SEE, doors::show),
            Route::get("/{kommune}/steuerung/foerderung.csv", SEE, doors::file)
                .data(file("text/csv", of_city)),
            Route::get("/{kommune}/steuerung/foerderung.xlsx", SEE, doors::file)
                .data(file(XLSX, of_city)),
            Route::get("/{kommune}/steuerung/foerderung/papier/{format}", SEE, doors::paper),
            Route::get(PLAN, SEE, doors::plan),
            Route::get(BOOK, SEE, doors::plan_file).data(of_one),
        ],
        nav: vec![Nav { text: "nav-foerderung", path: PATH, action: SEE, of: Some(STEERING) }],
        ..Part::default()
    }
}
