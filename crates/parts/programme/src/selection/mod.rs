//! Which quarters do the cities choose among, how far are they, and why?
//!
//! What a city has published everybody reads. Its candidates are its own until it shows them
//! ([`model::Giving`]): to the office of the programme, to all municipalities or to research, for a
//! purpose, exactly as it stood in the form, in words and without figures. The newest stands until its
//! last day or until it is taken back; all of that stands in the register of transfers.

mod api;
mod doors;
pub(crate) mod ended;
mod figures;
pub mod model;
mod pages;
pub mod store;
mod view;

use std::sync::Arc;

use ankunft_platform::parts::{Nav, Part};
use ankunft_platform::web::{City, Data, Route};

use super::permissions::{COMPARE, GIVE_SELECTION, SEE_SELECTION};
pub use figures::figures;
pub use view::{Comparison, Own};

/// Where it is, behind the address of a tenant.
pub(crate) const PATH: &str = "/auswahl";

/// An address of it.
#[must_use]
pub(crate) fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

const REFUSALS: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "There is no programme in this installation"),
];

/// What it registers.
pub(crate) fn part() -> Part {
    let summary = "How the cities choose their quarters, as far as they show it to who reads";
    Part {
        routes: vec![
            Route::get("/{kommune}/auswahl", COMPARE, doors::show),
            Route::get("/{kommune}/auswahl.csv", SEE_SELECTION, doors::files::csv)
                .data(Data::file("text/csv", summary).refusing(REFUSALS)),
            Route::get("/{kommune}/auswahl.json", SEE_SELECTION, doors::files::json)
                .data(Data::json::<api::SelectionDocument>(summary).refusing(REFUSALS)),
            Route::get("/{kommune}/auswahl/stadt/{von}", SEE_SELECTION, doors::show_one),
            Route::get("/{kommune}/auswahl/zeigen", GIVE_SELECTION, doors::give::show),
            Route::post("/{kommune}/auswahl/zeigen", GIVE_SELECTION, doors::give::give),
            Route::post("/{kommune}/auswahl/zuruecknehmen", GIVE_SELECTION, doors::give::revoke),
        ],
        nav: vec![Nav {
            text: "nav-auswahl",
            path: PATH,
            action: COMPARE,
            of: Some(crate::together::PATH),
        }],
        news: vec![Arc::new(doors::news::Shown)],
        ..Part::default()
    }
}
