//! The measures of a city as a workbook: handed out, edited with whatever program, and brought back.
//!
//! Each row has a [`key`] that says what it speaks of and from which version it was written. What comes back is
//! compared cell by cell with that version and with the newest ([`compare`]), shown, and then taken
//! over in one transaction: what changed is a version, a value is handed in as by its form. What
//! nobody touched stays as it is, and what has no row is left alone.

pub mod columns;
mod compare;
mod desk;
mod doors;
mod export;
mod index;
pub mod key;
mod model;
mod pages;
mod parts;
mod sheets;
mod spent;
mod store;
mod take;
mod terms;
mod things;

use ankunft_platform::parts::Part;
use ankunft_platform::web::{Data, Route};

use crate::measures::{ASKED, REFUSALS};
use crate::permissions::{PLAN, SEE};

/// The sheet with what can be chosen.
const LISTS: &str = "arbeitsmappe-blatt-listen";
/// The sheet that explains.
const GUIDE: &str = "arbeitsmappe-blatt-anleitung";
/// The sheets that nobody reads back.
const BESIDE: [&str; 2] = [LISTS, GUIDE];

/// Where a workbook is brought back, behind the address of its city.
pub(crate) const PATH: &str = "/steuerung/massnahmen/abgleich";
/// Where it is handed out.
pub(crate) const FILE: &str = "/steuerung/massnahmen.xlsx";

/// What the workbook registers.
pub(crate) fn part() -> Part {
    const BRING: &str = "/{kommune}/steuerung/massnahmen/abgleich";
    const ONE: &str = "/{kommune}/steuerung/massnahmen/abgleich/{id}";
    const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let file = Data::file(XLSX, "The measures of a city to be edited and brought back");
    Part {
        routes: vec![
            Route::get("/{kommune}/steuerung/massnahmen.xlsx", SEE, doors::file)
                .data(file.asking(&ASKED).refusing(REFUSALS)),
            Route::get(BRING, PLAN, doors::show_bring),
            Route::post(BRING, PLAN, doors::bring).upload(),
            Route::get(ONE, PLAN, doors::show),
            Route::post(
                "/{kommune}/steuerung/massnahmen/abgleich/{id}/uebernehmen",
                PLAN,
                doors::accept,
            ),
            Route::post(
                "/{kommune}/steuerung/massnahmen/abgleich/{id}/verwerfen",
                PLAN,
                doors::discard,
            ),
        ],
        ..Part::default()
    }
}
