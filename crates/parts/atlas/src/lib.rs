//! The quarter atlas: where do people arrive?
//!
//! Reading goes `doors` → [`view`] (released figures from [`store`] and [`model`]) → [`pages`]
//! or [`api`], or onto [`papers`]. Writing goes [`import`] → the platform's datasets and register; a brought file is
//! a `draft` until the job in `accept` takes that way.

mod accept;
pub mod api;
pub mod assess;
pub mod candidates;
mod changed;
mod citable;
pub mod composed;
mod doors;
mod draft;
mod drafts;
mod front;
pub mod import;
mod methods;
pub mod model;
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
        Route::get("/{kommune}/atlas.csv", SEE, doors::read::overview_csv).tagged(),
        Route::get("/{kommune}/atlas.json", SEE, doors::read::overview_json).tagged(),
        Route::get("/{kommune}/atlas.geojson", SEE, doors::read::overview_geojson).tagged(),
        Route::get("/{kommune}/atlas/ankunft", ASSESS, assess::doors::show_list),
        Route::get("/{kommune}/atlas/ankunft/csv", ASSESS, assess::doors::list_csv),
        Route::get("/{kommune}/atlas/ankunft/json", ASSESS, assess::doors::list_json),
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
        ),
        Route::post("/{kommune}/atlas/daten/neu/{id}/annehmen", BRING, doors::bring::accept),
        Route::post("/{kommune}/atlas/daten/neu/{id}/verwerfen", BRING, doors::bring::discard),
        Route::get("/{kommune}/atlas/quartiere/{code}", SEE, doors::read::show_quarter).tagged(),
        Route::get("/{kommune}/atlas/quartiere/{code}/csv", SEE, doors::read::quarter_csv).tagged(),
        Route::get("/{kommune}/atlas/quartiere/{code}/json", SEE, doors::read::quarter_json)
            .tagged(),
        Route::get("/{kommune}/atlas/quartiere/{code}/pdf", SEE, papers::doors::quarter_pdf)
            .tagged(),
        Route::get("/{kommune}/atlas/quartiere/{code}/docx", SEE, papers::doors::quarter_docx)
            .tagged(),
        Route::get("/{kommune}/atlas/bericht/pdf", SEE, papers::doors::report_pdf).tagged(),
        Route::get("/{kommune}/atlas/bericht/docx", SEE, papers::doors::report_docx).tagged(),
    ];
    routes.extend(composed::doors::routes());
    routes.extend(methods::routes());
    routes.extend(candidates::routes());
    Part {
        name: "atlas",
        routes,
        rules: [permissions::RULES.as_slice(), &candidates::permissions::RULES].concat(),
        nav: vec![
            Nav { text: "nav-atlas", path: "/atlas", action: SEE },
            Nav {
                text: "nav-kandidaten",
                path: "/atlas/kandidaten",
                action: candidates::permissions::SEE,
            },
            Nav { text: "nav-daten", path: "/atlas/daten", action: SEE },
        ],
        citables: vec![Arc::new(citable::CitableFigure), candidates::citable()],
        today: vec![candidates::today()],
        panels: vec![Arc::new(assess::panel::OfQuarter), candidates::panel()],
        front: vec![Arc::new(front::Front)],
        jobs: vec![Arc::new(accept::AcceptFile), Arc::new(assess::Assess)],
        state: Some(Arc::new(Atlas::default())),
        ..Part::default()
    }
}
