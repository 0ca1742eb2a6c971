//! Measures: what was agreed, who does it, until when, and by what one will notice.
//!
//! Five fields make one. What is written down is never changed: each saving is a version
//! ([`store`]), and two people who save at once see each other's difference. A measure cites its
//! evidence from Mappen, and its effect is measured against a cited value.

mod api;
mod board;
mod book;
mod citable;
pub(crate) mod doors;
pub(crate) mod form;
pub mod model;
pub(crate) mod pages;
pub(crate) mod panel;
mod paper;
mod paste;
pub mod store;
mod tale;
mod today;
pub(crate) mod view;
pub(crate) mod words;

use std::sync::Arc;

use ankunft_platform::parts::{Duty, FollowUp, Nav, Part};
use ankunft_platform::web::{City, Data, Parameter, Route};

pub(crate) use doors::{changeable, refused};

use super::permissions::{PLAN, SEE};
use crate::inside::Cited;

/// Where governance is, behind the address of its city.
pub(crate) const PATH: &str = "/steuerung";
/// Where a measure is planned.
pub(crate) const NEW: &str = "/steuerung/massnahmen/neu";

/// An address of the measures of a city.
#[must_use]
pub(crate) fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

/// The address of a measure.
#[must_use]
pub(crate) fn address(city: &City, number: i64) -> String {
    at(city, &format!("/massnahmen/{number}"))
}

pub(crate) const REFUSALS: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
];

/// Of one measure.
pub(crate) const REFUSALS_OF_ONE: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "No such measure"),
];

/// What measures register; the name and the rules are those of the whole part.
pub(crate) fn part() -> Part {
    Part {
        routes: routes(),
        nav: vec![Nav { text: "nav-steuerung", path: PATH, action: SEE, of: None }],
        citables: vec![Arc::new(Cited::<citable::CitableMeasure>::new())],
        panels: vec![Arc::new(panel::OfQuarter)],
        today: vec![Arc::new(today::Asked)],
        follow_ups: vec![FollowUp {
            text: "massnahme-daraus",
            path: NEW,
            action: PLAN,
            of: &["decision", "goal", "meeting-decision", "observation", "promise", "resolution"],
        }],
        tales: vec![Arc::new(tale::Measures)],
        duties: vec![Duty {
            text: "haengt-massnahmen",
            way: Some(("/steuerung?stelle={stelle}", SEE)),
            count: "select count(*) from measure_version v where v.tenant = $1 \
                    and v.lead_post = $2 and v.state in ('planned', 'running') \
                    and v.version = (select max(n.version) from measure_version n \
                    where n.tenant = v.tenant and n.measure = v.measure)",
        }],
        ..Part::default()
    }
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What files of measures can be asked for, as the board can.
pub(crate) const ASKED: [Parameter; 3] = [
    Parameter::text("stand", "One state: `planned`, `running`, `done` or `ended`"),
    Parameter::text(
        "quartier",
        "One place and what lies in it: geography and key, `quartier:0103`",
    ),
    Parameter::text("stelle", "The number of one Stelle, in whatever role"),
];

fn routes() -> Vec<Route> {
    vec![
        Route::get("/{kommune}/steuerung", SEE, doors::board),
        Route::get("/{kommune}/steuerung/massnahmen.csv", SEE, doors::csv).data(
            Data::file("text/csv", "The measures of a city").asking(&ASKED).refusing(REFUSALS),
        ),
        Route::get("/{kommune}/steuerung/massnahmen.json", SEE, doors::json).data(
            Data::json::<api::MeasuresDocument<'_>>("The measures of a city")
                .asking(&ASKED)
                .refusing(REFUSALS),
        ),
        Route::get("/{kommune}/steuerung/massnahmen/neu", PLAN, doors::plan::show_new),
        Route::post("/{kommune}/steuerung/massnahmen/neu", PLAN, doors::plan::add),
        Route::get("/{kommune}/steuerung/massnahmen/tabelle", PLAN, doors::table::show),
        Route::post("/{kommune}/steuerung/massnahmen/tabelle", PLAN, doors::table::paste).table(),
        Route::get("/{kommune}/steuerung/massnahmen/{number}", SEE, doors::show),
        Route::get(
            "/{kommune}/steuerung/massnahmen/{number}/blatt/{format}",
            SEE,
            doors::paper::sheet,
        ),
        Route::get("/{kommune}/steuerung/massnahmen/{number}/blatt/xlsx", SEE, doors::paper::book)
            .data(Data::file(XLSX, "A measure on a sheet").refusing(REFUSALS_OF_ONE)),
        Route::get(
            "/{kommune}/steuerung/massnahmen/{number}/aendern",
            PLAN,
            doors::plan::show_edit,
        ),
        Route::post("/{kommune}/steuerung/massnahmen/{number}/aendern", PLAN, doors::plan::save),
        Route::get("/{kommune}/steuerung/massnahmen/{number}/suchen", PLAN, doors::search::show),
        Route::post("/{kommune}/steuerung/massnahmen/{number}/suchen", PLAN, doors::search::take),
        Route::post(
            "/{kommune}/steuerung/massnahmen/{number}/befunde",
            PLAN,
            doors::evidence::cite,
        ),
        Route::post(
            "/{kommune}/steuerung/massnahmen/{number}/befunde/weg",
            PLAN,
            doors::evidence::take_out,
        ),
        Route::post(
            "/{kommune}/steuerung/massnahmen/{number}/ausgangswert",
            PLAN,
            doors::evidence::measure_against,
        ),
    ]
}
