//! The report of the programme: what each city tells of itself, how its figures fit what the twelve
//! define alike, what it gives, when they met and what helped where. Only what cities gave: a figure
//! stands in it by a Weitergabe that goes to who reads, and a file with one that is not public is noted
//! in the registers of both ([`handed`]).

mod doors;
mod files;
mod handed;
mod pages;
mod paper;
mod view;

use ankunft_platform::parts::{Nav, Part};
use ankunft_platform::web::{Data, Route};

use super::permissions::COMPARE;
use crate::together::PATH as PROGRAMME;

/// Where it is, behind the address of a tenant.
const PATH: &str = "/programm/bericht";

const REFUSALS: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "There is no programme in this installation"),
];

/// What it registers.
pub(crate) fn part() -> Part {
    const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let file = Data::file(XLSX, "What the cities of the programme tell, define and give");
    Part {
        routes: vec![
            Route::get("/{kommune}/programm/bericht", COMPARE, doors::show),
            Route::get("/{kommune}/programm/bericht.xlsx", COMPARE, doors::book)
                .data(file.refusing(REFUSALS)),
            Route::get("/{kommune}/programm/bericht/{format}", COMPARE, doors::print),
        ],
        nav: vec![Nav {
            text: "nav-programmbericht",
            path: PATH,
            action: COMPARE,
            of: Some(PROGRAMME),
        }],
        ..Part::default()
    }
}
