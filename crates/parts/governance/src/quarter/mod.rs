//! The report of a quarter: what the atlas says of it, what is done there and what that brought about,
//! what was decided for it and what was promised.
//!
//! Each part that has something to say registers a chapter ([`ankunft_platform::parts::QuarterChapter`]);
//! page, paper and workbook show all of them. On paper the profile of the atlas
//! ([`ankunft_atlas::papers::QuarterPaper`]) opens it. The chapter of governance is made from the measures
//! of the quarter and what they cite.

mod chapter;
mod doors;
mod files;
mod pages;
mod paper;
mod sections;
mod view;

use std::sync::Arc;

use ankunft_platform::parts::Part;
use ankunft_platform::web::{City, Data, Route};

use crate::permissions::SEE;

const REFUSALS: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "No such area unit, or none that this reader may name"),
];

/// The address of the report of an area unit.
#[must_use]
pub(crate) fn address(city: &City, (geography, area): (&str, &str)) -> String {
    city.at(&format!("/steuerung/quartiere/{geography}/{area}"))
}

/// What it registers.
pub(crate) fn part() -> Part {
    const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const ONE: &str = "/{kommune}/steuerung/quartiere/{level}/{area}";
    const BOOK: &str = "/{kommune}/steuerung/quartiere/{level}/{area}/xlsx";
    const PAPER: &str = "/{kommune}/steuerung/quartiere/{level}/{area}/papier/{format}";
    let about = "What is done in a quarter, decided for it and promised";
    Part {
        routes: vec![
            Route::get(ONE, SEE, doors::show),
            Route::get(BOOK, SEE, doors::book).data(Data::file(XLSX, about).refusing(REFUSALS)),
            Route::get(PAPER, SEE, doors::print),
        ],
        chapters: vec![Arc::new(chapter::Agreed)],
        ..Part::default()
    }
}
