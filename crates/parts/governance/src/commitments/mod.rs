//! Commitments: a Letter of Intent, an agreement, a pledge. What was promised stands against what was
//! done: a measure keeps a promise by citing it, so that the red thread knows it.

pub(crate) mod case;
mod citable;
mod doors;
mod form;
pub mod model;
mod offer;
mod pages;
pub mod store;
mod today;
pub(crate) mod view;
mod words;

use std::sync::Arc;

use ankunft_platform::parts::{Duty, Nav, Part};
use ankunft_platform::web::{City, Route, scan};

use crate::inside::Cited;
use crate::measures;
use crate::permissions::{COMMIT, SEE};

/// Where commitments are, behind the address of their city.
const PATH: &str = "/steuerung/zusagen";

/// An address of the commitments of a city.
fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

/// The address of a commitment.
pub(crate) fn address(city: &City, number: i64) -> String {
    at(city, &format!("/{number}"))
}

/// What commitments register.
pub(crate) fn part() -> Part {
    Part {
        routes: routes(),
        nav: vec![Nav { text: "nav-zusagen", path: PATH, action: SEE, of: Some(measures::PATH) }],
        citables: vec![
            Arc::new(Cited::<citable::CitableCommitment>::new()),
            Arc::new(Cited::<citable::CitablePromise>::new()),
        ],
        today: vec![Arc::new(today::Asked)],
        offers: vec![Arc::new(offer::Intent)],
        duties: vec![Duty {
            text: "haengt-zusagen",
            way: Some((PATH, SEE)),
            count: "select count(*) from promise_version v where v.tenant = $1 \
                    and v.owner_post = $2 and v.state = 'open' \
                    and v.version = (select max(n.version) from promise_version n \
                    where n.tenant = v.tenant and n.promise = v.promise)",
        }],
        ..Part::default()
    }
}

fn routes() -> Vec<Route> {
    vec![
        Route::get("/{kommune}/steuerung/zusagen", SEE, doors::show_all),
        Route::get("/{kommune}/steuerung/zusagen/neu", COMMIT, doors::write::show_new),
        Route::post("/{kommune}/steuerung/zusagen/neu", COMMIT, doors::write::add),
        Route::get("/{kommune}/steuerung/zusagen/{number}", SEE, doors::show),
        Route::get(
            "/{kommune}/steuerung/zusagen/{number}/aendern",
            COMMIT,
            doors::write::show_edit,
        ),
        Route::post("/{kommune}/steuerung/zusagen/{number}/aendern", COMMIT, doors::write::save),
        Route::post(
            "/{kommune}/steuerung/zusagen/{number}/versprechen",
            COMMIT,
            doors::promise::add,
        ),
        Route::get(
            "/{kommune}/steuerung/zusagen/{number}/versprechen/{promise}",
            COMMIT,
            doors::promise::show,
        ),
        Route::post(
            "/{kommune}/steuerung/zusagen/{number}/versprechen/{promise}",
            COMMIT,
            doors::promise::save,
        ),
        Route::post(
            "/{kommune}/steuerung/zusagen/{number}/versprechen/{promise}/massnahme",
            COMMIT,
            doors::promise::keep,
        ),
        Route::post("/{kommune}/steuerung/zusagen/{number}/urkunde", COMMIT, doors::paper::attach)
            .upload_of(scan::LARGEST),
        Route::post(
            "/{kommune}/steuerung/zusagen/{number}/urkunde/zurueck",
            COMMIT,
            doors::paper::take_back,
        ),
        Route::get("/{kommune}/steuerung/zusagen/{number}/urkunde/{id}", SEE, doors::paper::read),
    ]
}
