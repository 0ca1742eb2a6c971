//! Anfragen of council, press, audit office and residents: what was asked, by when, and what the city
//! answers, with what it rests on.
//!
//! The page of an enquiry gathers what fits ([`crate::picker`]): figures, decisions, measures, earlier
//! answers; each is taken with one press, and the thread knows. An answer leaves the house once, and
//! never with what its reader may not read. A Vorgang ([`case`]) is everything of one Aktenzeichen.

pub mod calendar;
mod case;
mod citable;
mod doors;
pub(crate) mod filing;
mod form;
pub mod model;
mod money;
pub(crate) mod pages;
mod paper;
pub mod permissions;
pub mod store;
mod today;
pub(crate) mod view;
mod words;

use std::sync::Arc;

use ankunft_platform::parts::{Case, Duty, Nav, Part};
use ankunft_platform::web::{City, Route};

use crate::inside::Cited;
use permissions::{ANSWER, SEE};

/// Where enquiries are, behind the address of their city.
pub(crate) const PATH: &str = "/anfragen";
/// Where a Vorgang is, behind that.
const CASE: &str = "/vorgang";
/// Where something is put into one, behind that.
const FILING: &str = "/ablegen";

/// The address of an enquiry.
#[must_use]
pub(crate) fn address(city: &City, number: i64) -> String {
    city.at(&format!("{PATH}/{number}"))
}

/// The address of a Vorgang.
#[must_use]
pub(crate) fn case_address(city: &City, file_number: &str) -> String {
    let plain = |it: u8| it.is_ascii_alphanumeric() || b"-_.".contains(&it);
    let sign = |it: u8| match plain(it) {
        true => char::from(it).to_string(),
        false => format!("%{it:02X}"),
    };
    let encoded: String = file_number.bytes().map(sign).collect();
    city.at(&format!("{PATH}{CASE}?az={encoded}"))
}

/// Enquiries by their Aktenzeichen.
const OWN_CASE: Case = Case {
    kind: store::KIND,
    action: SEE,
    list: "select cast(v.enquiry as text), v.subject, \
           '/anfragen/' || cast(v.enquiry as text), v.received_on from enquiry_version v \
           where v.tenant = $1 and v.file_number = $2 and v.version = \
           (select max(n.version) from enquiry_version n where n.tenant = v.tenant \
           and n.enquiry = v.enquiry)",
};

/// What enquiries register; the name is that of the whole part.
pub(crate) fn part() -> Part {
    Part {
        routes: routes(),
        rules: permissions::RULES.to_vec(),
        nav: vec![Nav {
            text: "nav-anfragen",
            path: PATH,
            action: SEE,
            of: Some(crate::measures::PATH),
        }],
        citables: vec![Arc::new(Cited::<citable::CitableEnquiry>::new())],
        today: vec![Arc::new(today::Asked)],
        duties: vec![Duty {
            text: "haengt-anfragen",
            way: Some((PATH, SEE)),
            count: "select count(*) from enquiry_version v where v.tenant = $1 \
                    and v.lead_post = $2 and v.version = (select max(n.version) \
                    from enquiry_version n where n.tenant = v.tenant and n.enquiry = v.enquiry) \
                    and not exists (select 1 from enquiry_sent s where s.tenant = v.tenant \
                    and s.enquiry = v.enquiry)",
        }],
        cases: std::iter::once(OWN_CASE).chain(filing::cases()).collect(),
        ..Part::default()
    }
}

fn routes() -> Vec<Route> {
    use doors::{answer, case, filing, frame};
    vec![
        Route::get("/{kommune}/anfragen", SEE, doors::list),
        Route::get("/{kommune}/anfragen/neu", ANSWER, frame::show_new),
        Route::post("/{kommune}/anfragen/neu", ANSWER, frame::add),
        Route::get("/{kommune}/anfragen/vorgang", SEE, case::show),
        Route::get("/{kommune}/anfragen/vorgang.pdf", SEE, case::archive),
        Route::get("/{kommune}/anfragen/vorgang/ablegen", ANSWER, filing::show),
        Route::post("/{kommune}/anfragen/vorgang/ablegen", ANSWER, filing::put),
        Route::get("/{kommune}/anfragen/{number}", SEE, doors::show),
        Route::get("/{kommune}/anfragen/{number}/aendern", ANSWER, frame::show_edit),
        Route::post("/{kommune}/anfragen/{number}/aendern", ANSWER, frame::save),
        Route::post("/{kommune}/anfragen/{number}/befunde", ANSWER, answer::take),
        Route::post("/{kommune}/anfragen/{number}/befunde/weg", ANSWER, answer::take_out),
        Route::post("/{kommune}/anfragen/{number}/geld", ANSWER, answer::take_money),
        Route::post("/{kommune}/anfragen/{number}/antwort", ANSWER, answer::write),
        Route::post("/{kommune}/anfragen/{number}/absenden", ANSWER, answer::send),
        Route::get("/{kommune}/anfragen/{number}/papier/{format}", SEE, doors::print_answer),
    ]
}
