//! The quarter atlas: where do people arrive?
//!
//! Reading goes `doors` → [`view`] (released figures from [`store`] and [`model`]) → [`pages`]
//! or [`api`] and [`open`], or onto [`papers`]. Writing goes [`import`] → the platform's datasets and
//! register; a brought file is a `draft` until the job in `accept` takes that way.

mod accept;
pub mod api;
pub mod assess;
pub mod candidates;
mod changed;
mod chapter;
mod citable;
pub mod composed;
pub mod course;
mod doors;
mod draft;
mod drafts;
mod front;
pub mod geojson;
pub mod import;
mod means;
mod methods;
pub mod model;
mod news;
mod ogc;
pub mod open;
pub mod pages;
pub mod papers;
pub mod permissions;
mod state;
pub mod store;
pub mod view;

use std::sync::Arc;

use ankunft_platform::parts::{Nav, Part};
use ankunft_platform::web::Route;

pub use citable::FigureId;
pub use state::Atlas;

/// What the atlas registers.
#[must_use]
pub fn part() -> Part {
    use permissions::{ASSESS, BRING, PUBLISH, SEE};
    let mut routes = vec![
        Route::get("/{kommune}/atlas", SEE, doors::read::show_overview).tagged(),
        Route::get("/{kommune}/atlas/ankunft", ASSESS, assess::doors::show_list),
        Route::post("/{kommune}/atlas/ankunft/veroeffentlichung", PUBLISH, assess::doors::publish),
        Route::get("/{kommune}/atlas/veraenderungen", SEE, changed::doors::show).tagged(),
        Route::get("/{kommune}/atlas/vergleich", SEE, doors::compare::show_comparison).tagged(),
        Route::get("/{kommune}/atlas/quelle", SEE, doors::read::show_source).tagged(),
        Route::get("/{kommune}/atlas/daten", SEE, doors::read::show_data).tagged(),
        Route::get("/{kommune}/atlas/daten/neu", BRING, doors::bring::show_bring),
        Route::post("/{kommune}/atlas/daten/neu", BRING, doors::bring::bring).upload(),
        Route::get("/{kommune}/atlas/daten/neu/{id}", BRING, doors::bring::show_check),
        Route::post("/{kommune}/atlas/daten/neu/{id}", BRING, doors::bring::answer),
        Route::get(
            "/{kommune}/atlas/daten/neu/{id}/hinweise.csv",
            BRING,
            doors::bring::findings_csv,
        )
        .data(doors::bring::of_findings()),
        Route::post("/{kommune}/atlas/daten/neu/{id}/annehmen", BRING, doors::bring::accept),
        Route::post("/{kommune}/atlas/daten/neu/{id}/verwerfen", BRING, doors::bring::discard),
        Route::get("/{kommune}/atlas/quartiere/{code}", SEE, doors::read::show_quarter).tagged(),
        Route::get("/{kommune}/atlas/quartiere/{code}/pdf", SEE, papers::doors::quarter_pdf)
            .tagged(),
        Route::get("/{kommune}/atlas/quartiere/{code}/docx", SEE, papers::doors::quarter_docx)
            .tagged(),
        Route::get("/{kommune}/atlas/bericht/pdf", SEE, papers::doors::report_pdf).tagged(),
        Route::get("/{kommune}/atlas/bericht/docx", SEE, papers::doors::report_docx).tagged(),
    ];
    routes.extend(composed::doors::routes());
    routes.extend(methods::routes());
    routes.extend(assess::source::routes().into_iter().chain(means::routes()));
    routes.extend(candidates::routes());
    routes.extend(files());
    routes.extend(ogc::routes());
    Part {
        name: "atlas",
        only_cities: true,
        routes,
        rules: [permissions::RULES.as_slice(), &candidates::permissions::RULES].concat(),
        nav: nav(),
        citables: vec![Arc::new(citable::CitableFigure), candidates::citable()],
        today: vec![candidates::today()],
        news: vec![Arc::new(news::Released), candidates::news()],
        panels: vec![Arc::new(assess::panel::OfQuarter), candidates::panel()],
        chapters: vec![Arc::new(chapter::Figures)],
        front: vec![Arc::new(front::Front)],
        jobs: vec![Arc::new(accept::AcceptFile), Arc::new(assess::Assess)],
        cases: vec![candidates::CASE],
        offers: vec![candidates::offer()],
        state: Some(Arc::new(Atlas::default())),
        ..Part::default()
    }
}

/// Its entries in the navigation.
fn nav() -> Vec<Nav> {
    use permissions::SEE;
    vec![
        Nav { text: "nav-atlas", path: "/atlas", action: SEE, of: None },
        Nav {
            text: "nav-kandidaten",
            path: "/atlas/kandidaten",
            action: candidates::permissions::SEE,
            of: None,
        },
        Nav { text: "nav-daten", path: "/atlas/daten", action: SEE, of: None },
    ]
}

/// The addresses that hand out files of what the pages show: one door for all formats of a thing.
fn files() -> Vec<Route> {
    use doors::offers::{
        LIST_FORMATS, OVERVIEW_FORMATS, QUARTER_FORMATS, of_arrival_list, of_overview, of_quarter,
    };
    use permissions::{ASSESS, SEE};
    const OVERVIEW: [&str; 6] = [
        "/{kommune}/atlas.csv",
        "/{kommune}/atlas.csv-metadata.json",
        "/{kommune}/atlas.json",
        "/{kommune}/atlas.geojson",
        "/{kommune}/atlas.xlsx",
        "/{kommune}/atlas.gpkg",
    ];
    const QUARTER: [&str; 4] = [
        "/{kommune}/atlas/quartiere/{code}/csv",
        "/{kommune}/atlas/quartiere/{code}/csv-metadata.json",
        "/{kommune}/atlas/quartiere/{code}/json",
        "/{kommune}/atlas/quartiere/{code}/xlsx",
    ];
    const LIST: [&str; 4] = [
        "/{kommune}/atlas/ankunft/csv",
        "/{kommune}/atlas/ankunft/csv-metadata.json",
        "/{kommune}/atlas/ankunft/json",
        "/{kommune}/atlas/ankunft/xlsx",
    ];
    let overview = OVERVIEW.into_iter().zip(OVERVIEW_FORMATS).map(|(path, format)| {
        Route::get(path, SEE, doors::files::overview).data(of_overview(format)).tagged()
    });
    let quarter = QUARTER.into_iter().zip(QUARTER_FORMATS).map(|(path, format)| {
        Route::get(path, SEE, doors::files::quarter).data(of_quarter(format)).tagged()
    });
    let list = LIST.into_iter().zip(LIST_FORMATS).map(|(path, format)| {
        Route::get(path, ASSESS, assess::doors::list_files).data(of_arrival_list(format))
    });
    overview.chain(quarter).chain(list).collect()
}
