//! Reporting in two minutes: who is asked, by a signed link, and what became of it.
//!
//! A measure opens a round for a Berichtszeitraum, and everybody who reports one of its indicators is
//! asked at once: partners outside and Stellen ([`model`]). Each gets a personal link ([`letters`])
//! that opens one report without account and script, and nothing else ([`link`]). What is handed in
//! becomes versions of values, checked in the same transaction; the Federführung or the coordination
//! accepts it or sends it back ([`doors`]); until then whoever wrote it can hand it in anew. What was
//! accepted stands until a correction of it is; a value that is sent back takes its report along
//! ([`returning`]), and who comes second with a link loses nothing ([`meanwhile`]). Free text warns of what
//! says who somebody is ([`ankunft_platform::private`]).
//! Many are asked with one press ([`many`]); who has not reported is reminded by itself ([`reminding`]).
//! What hinders is kept for a meeting ([`obstacles`]), and its answer shows behind the same link.

mod api;
mod doors;
mod form;
mod handing_in;
mod letters;
mod link;
mod link_pages;
mod many;
mod meanwhile;
pub mod model;
pub mod obstacles;
pub mod opening;
mod own;
mod pages;
mod paper;
mod partner;
mod reminding;
pub(crate) mod returning;
pub mod store;
mod today;
pub mod view;
pub mod write;

use std::sync::Arc;

use ankunft_platform::parts::{Nav, Part};
use ankunft_platform::web::{City, Data, Route};

use crate::permissions::{PLAN, REPORT, SEE};

pub use reminding::{Occasion, remind_due};

/// The purpose in links to reports.
const LINK: u8 = 3;

/// Where reports are, behind the address of their city.
const PATH: &str = "/steuerung/berichte";

/// Where somebody finds the reports that are asked of them.
const OWN: &str = "/steuerung/berichte/eigene";

/// The address of a round.
#[must_use]
pub(crate) fn address(city: &City, round: i64) -> String {
    city.at(&format!("{PATH}/{round}"))
}

/// Where a measure asks for reports.
#[must_use]
pub(crate) fn asking(city: &City, measure: i64) -> String {
    format!("{}/bericht", crate::measures::address(city, measure))
}

/// What reporting registers.
pub(crate) fn part() -> Part {
    const ASK: &str = "/{kommune}/steuerung/massnahmen/{number}/bericht";
    const HOW_COMPLETE: &str = "How complete the reports of a city are, by who is asked and period";
    const ROUND: &str = "/{kommune}/steuerung/berichte/{round}";
    Part {
        routes: vec![
            Route::get("/{kommune}/steuerung/berichte", SEE, doors::show),
            Route::get("/{kommune}/steuerung/berichte.csv", SEE, doors::file)
                .data(Data::file("text/csv", HOW_COMPLETE).refusing(crate::measures::REFUSALS)),
            Route::get("/{kommune}/steuerung/berichte.json", SEE, doors::file).data(
                Data::json::<api::ReportsDocument<'_>>(HOW_COMPLETE)
                    .refusing(crate::measures::REFUSALS),
            ),
            Route::post("/{kommune}/steuerung/berichte/hindernis", PLAN, doors::answer),
            Route::get("/{kommune}/steuerung/berichte/anfragen", PLAN, many::doors::show),
            Route::post("/{kommune}/steuerung/berichte/anfragen", PLAN, many::doors::ask),
            Route::get(ASK, PLAN, doors::show_ask),
            Route::post(ASK, PLAN, doors::ask),
            Route::post(
                "/{kommune}/steuerung/massnahmen/{number}/bericht/partner",
                PLAN,
                doors::partner::add,
            ),
            Route::get("/{kommune}/steuerung/berichte/eigene", REPORT, own::show),
            Route::post("/{kommune}/steuerung/berichte/eigene", REPORT, own::open),
            Route::get(ROUND, SEE, doors::show_round),
            Route::post(ROUND, PLAN, doors::act::act),
            Route::post(
                "/{kommune}/steuerung/berichte/{round}/schreiben",
                SEE,
                doors::own::write_own,
            ),
            Route::get(
                "/{kommune}/steuerung/berichte/{round}/{request}/docx",
                SEE,
                doors::sachbericht,
            ),
        ],
        nav: vec![
            Nav { text: "nav-berichte", path: PATH, action: SEE, of: Some("/steuerung") },
            // For who sees no others: a partner with an account has nothing else of reports.
            Nav { text: "nav-eigene-berichte", path: OWN, action: REPORT, of: Some(PATH) },
        ],
        links: vec![Arc::new(link::ReportLink)],
        today: vec![Arc::new(today::Asked)],
        ..Part::default()
    }
}
