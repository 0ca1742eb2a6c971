//! The exchange: what a city gives, to whom and for what, by whose consent; what it gets; and the
//! register of both.
//!
//! A Weitergabe names one state of one table and the releases it covers. The coordination consents
//! by proposing it, the statistics office where figures are not public. Who gets it in this
//! installation reads the living package until the last day or a Widerruf; somebody of another
//! installation, whose key was compared by phone, gets the same package as a file.

pub mod accept;
pub mod check;
mod doors;
pub mod make;
pub mod model;
mod pages;
pub mod parties;
pub mod store;
pub mod taken;
pub(crate) mod term;
mod today;
mod view;

use std::sync::Arc;

use ankunft_platform::parts::{Nav, Part};
use ankunft_platform::web::{City, Data, Format, Route};

use super::permissions::{CONSENT, RECEIVE, SEE, SHARE};

/// Where the exchange is, behind the address of its tenant.
pub(crate) const PATH: &str = "/austausch";

/// An address of the exchange.
#[must_use]
pub(crate) fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

const REFUSALS: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "No such package, or its consent has ended"),
];

fn zip(summary: &'static str) -> Data {
    Data::file("application/zip", summary).refusing(REFUSALS)
}

/// What the exchange registers.
pub(crate) fn part() -> Part {
    let room = |text, path| Nav { text, path, action: SEE, of: Some(PATH) };
    Part {
        routes: [given(), gotten(), known()].concat(),
        nav: vec![
            Nav { text: "nav-austausch", path: PATH, action: SEE, of: None },
            room("nav-partner", "/austausch/partner"),
            room("nav-register", "/austausch/register"),
        ],
        today: vec![Arc::new(today::Asked)],
        passed_on: vec![Arc::new(taken::TakenIn)],
        ..Part::default()
    }
}

/// What a city gives.
fn given() -> Vec<Route> {
    use doors::give;
    vec![
        Route::get("/{kommune}/austausch", SEE, doors::overview),
        Route::get("/{kommune}/austausch/weitergaben/neu", SHARE, give::show_new),
        Route::post("/{kommune}/austausch/weitergaben/neu", SHARE, give::propose),
        Route::get("/{kommune}/austausch/weitergaben/{number}", SEE, give::show),
        Route::post("/{kommune}/austausch/weitergaben/{number}/zustimmen", CONSENT, give::consent),
        Route::post("/{kommune}/austausch/weitergaben/{number}/ablehnen", CONSENT, give::refuse),
        Route::post("/{kommune}/austausch/weitergaben/{number}/widerruf", SHARE, give::revoke),
        Route::post("/{kommune}/austausch/weitergaben/{number}/geloescht", SHARE, give::confirm),
        Route::get("/{kommune}/austausch/weitergaben/{number}/paket.zip", SHARE, give::package)
            .data(zip("The package of a grant")),
        Route::get("/{kommune}/austausch/weitergaben/{number}/widerruf.zip", SHARE, give::notice)
            .data(zip("That a package may be used no more")),
    ]
}

/// What a tenant gets.
fn gotten() -> Vec<Route> {
    use doors::{bring, get};
    vec![
        Route::get("/{kommune}/austausch/erhalten/{von}/{number}", RECEIVE, get::show),
        Route::get("/{kommune}/austausch/erhalten/{von}/{number}/paket.zip", RECEIVE, get::package)
            .data(zip("A package that somebody of this installation grants")),
        Route::post(
            "/{kommune}/austausch/erhalten/{von}/{number}/geloescht",
            RECEIVE,
            get::confirm,
        ),
        Route::get("/{kommune}/austausch/vorlage.xlsx", RECEIVE, bring::template).data(
            Data::file(Format::Xlsx.media_type(), "The workbook that a city without Ankunft fills")
                .refusing(REFUSALS),
        ),
        Route::get("/{kommune}/austausch/pakete/neu", RECEIVE, bring::show_bring),
        Route::post("/{kommune}/austausch/pakete/neu", RECEIVE, bring::bring).upload(),
        Route::get("/{kommune}/austausch/pakete/neu/{id}", RECEIVE, bring::show_check),
        Route::post("/{kommune}/austausch/pakete/neu/{id}/annehmen", RECEIVE, bring::accept),
        Route::post("/{kommune}/austausch/pakete/neu/{id}/verwerfen", RECEIVE, bring::discard),
        Route::get("/{kommune}/austausch/pakete/{number}", RECEIVE, get::show_received),
        Route::post("/{kommune}/austausch/pakete/{number}/loeschen", RECEIVE, get::delete),
        Route::get(
            "/{kommune}/austausch/pakete/{number}/loeschbestaetigung.zip",
            RECEIVE,
            get::certificate,
        )
        .data(zip("That the copies of a package are deleted")),
    ]
}

/// Whom a tenant knows, and the register.
fn known() -> Vec<Route> {
    use doors::{partners, register};
    vec![
        Route::get("/{kommune}/austausch/partner", SEE, partners::show),
        Route::post("/{kommune}/austausch/partner", SHARE, partners::add),
        Route::post("/{kommune}/austausch/partner/{number}/ende", SHARE, partners::end),
        Route::get("/{kommune}/austausch/register", SEE, register::show),
        Route::get("/{kommune}/austausch/register.csv", SEE, register::csv).data(
            Data::file("text/csv", "What a tenant gave and got, to and from whom, for what")
                .refusing(REFUSALS),
        ),
    ]
}
