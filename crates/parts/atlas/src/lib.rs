//! The quarter atlas: where do people arrive?
//!
//! Reading goes `doors` → [`view`] (released figures from [`store`] and [`model`]) → [`pages`]
//! or [`api`]. Writing goes [`import`] → the platform's datasets and register.

pub mod api;
mod doors;
pub mod import;
pub mod model;
pub mod pages;
pub mod permissions;
mod state;
pub mod store;
pub mod view;

use std::sync::Arc;

use ankunft_platform::parts::{Nav, Part};
use ankunft_platform::web::Route;

pub use state::Atlas;

/// What the atlas registers.
#[must_use]
pub fn part() -> Part {
    use permissions::SEE;
    let routes = vec![
        Route::get("/{kommune}/atlas", SEE, doors::show_overview),
        Route::get("/{kommune}/atlas.csv", SEE, doors::overview_csv),
        Route::get("/{kommune}/atlas.json", SEE, doors::overview_json),
        Route::get("/{kommune}/atlas.geojson", SEE, doors::overview_geojson),
        Route::get("/{kommune}/atlas/vergleich", SEE, doors::show_comparison),
        Route::get("/{kommune}/atlas/quelle", SEE, doors::show_source),
        Route::get("/{kommune}/atlas/daten", SEE, doors::show_data),
        Route::get("/{kommune}/atlas/quartiere/{code}", SEE, doors::show_quarter),
        Route::get("/{kommune}/atlas/quartiere/{code}/csv", SEE, doors::quarter_csv),
        Route::get("/{kommune}/atlas/quartiere/{code}/json", SEE, doors::quarter_json),
    ];
    Part {
        name: "atlas",
        routes,
        rules: permissions::RULES.to_vec(),
        nav: vec![
            Nav { text: "nav-atlas", path: "/atlas", action: SEE },
            Nav { text: "nav-daten", path: "/atlas/daten", action: SEE },
        ],
        state: Some(Arc::new(Atlas::default())),
        ..Part::default()
    }
}
