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
mod citable;
pub mod composed;
mod doors;
mod draft;
mod drafts;
mod front;
pub mod geojson;
pub mod import;
mod kept;
mod methods;
pub mod model;
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
        Route::get("/{kommune}/atlas/ankunft/csv", ASSESS, assess::doors::list_csv)
            .data(doors::offers::of_arrival_list(false)),
        Route::get("/{kommune}/atlas/ankunft/json", ASSESS, assess::doors::list_json)
            .data(doors::offers::of_arrival_list(true)),
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
    routes.extend(candidates::routes());
    routes.extend(files());
    routes.extend(ogc::routes());
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

/// The addresses that hand out files of what the pages show.
fn files() -> Vec<Route> {
    use doors::files::{
        overview_csv, overview_csvw, overview_geojson, overview_gpkg, overview_json, overview_xlsx,
        quarter_csv, quarter_csvw, quarter_json, quarter_xlsx,
    };
    use doors::offers::{of_overview, of_quarter};
    use permissions::SEE;
    let [csv, described, json, geojson, xlsx, gpkg] = of_overview();
    let [series, series_described, series_json, series_xlsx] = of_quarter();
    vec![
        Route::get("/{kommune}/atlas.csv", SEE, overview_csv).data(csv),
        Route::get("/{kommune}/atlas.csv-metadata.json", SEE, overview_csvw).data(described),
        Route::get("/{kommune}/atlas.json", SEE, overview_json).data(json),
        Route::get("/{kommune}/atlas.geojson", SEE, overview_geojson).data(geojson),
        Route::get("/{kommune}/atlas.xlsx", SEE, overview_xlsx).data(xlsx),
        Route::get("/{kommune}/atlas.gpkg", SEE, overview_gpkg).data(gpkg),
        Route::get("/{kommune}/atlas/quartiere/{code}/csv", SEE, quarter_csv).data(series),
        Route::get("/{kommune}/atlas/quartiere/{code}/csv-metadata.json", SEE, quarter_csvw)
            .data(series_described),
        Route::get("/{kommune}/atlas/quartiere/{code}/json", SEE, quarter_json).data(series_json),
        Route::get("/{kommune}/atlas/quartiere/{code}/xlsx", SEE, quarter_xlsx).data(series_xlsx),
    ]
    .into_iter()
    .map(Route::tagged)
    .collect()
}
