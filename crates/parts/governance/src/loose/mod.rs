//! Loose ends: where the red thread stops though it should go on.
//!
//! They are read from what there is ([`model`]), so nobody keeps a list. Each is owned by one Stelle,
//! says what to do, and is closed by doing it or with a reason; who closes one writes a step
//! ([`store`]). When its thing changes, a closed end is open again. What lies in a Mappe is no loose
//! end: what somebody collects is no reason yet.

mod api;
mod doors;
mod facts;
pub mod model;
mod pages;
mod stale;
pub mod store;
mod taken;
mod today;
mod view;

use std::sync::Arc;

use ankunft_platform::parts::{Nav, Part};
use ankunft_platform::web::{Data, Route};

use crate::measures::REFUSALS;
use crate::permissions::{PLAN, SEE};

/// Where loose ends are, behind the address of their city.
pub(crate) const PATH: &str = "/steuerung/lose-enden";

/// What loose ends register; the name and the rules are those of the whole part.
pub(crate) fn part() -> Part {
    Part {
        routes: vec![
            Route::get("/{kommune}/steuerung/lose-enden", SEE, doors::show),
            Route::get("/{kommune}/steuerung/lose-enden.csv", SEE, doors::csv)
                .data(Data::file("text/csv", "The loose ends of a reader").refusing(REFUSALS)),
            Route::get("/{kommune}/steuerung/lose-enden.json", SEE, doors::json).data(
                Data::json::<api::LooseDocument<'_>>("The loose ends of a reader")
                    .refusing(REFUSALS),
            ),
            Route::post("/{kommune}/steuerung/lose-enden", PLAN, doors::close),
            Route::post("/{kommune}/steuerung/lose-enden/oeffnen", PLAN, doors::open_again),
        ],
        nav: vec![Nav {
            text: "nav-lose-enden",
            path: PATH,
            action: SEE,
            of: Some(crate::measures::PATH),
        }],
        today: vec![Arc::new(today::Asked)],
        ..Part::default()
    }
}
