//! How it is computed: each method in plain words, with its formula, and step by step on the
//! city's own released figures, beside what other choices would change.
//!
//! [`features`] are the figures that a method is shown on, [`variants`] what else could have been
//! chosen, [`recipe`] a published index where the city has its indicators; [`pages`] puts them into
//! words.

mod doors;
mod features;
mod pages;
mod recipe;
mod variants;

use ankunft_platform::web::Route;

pub(crate) use variants::{Variant, arrival};

use crate::permissions::SEE;

/// The pages that explain methods.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/{kommune}/atlas/methoden", SEE, doors::show_methods).tagged(),
        Route::get("/{kommune}/atlas/methoden/ankunft", SEE, doors::show_arrival).tagged(),
        Route::get("/{kommune}/atlas/methoden/index", SEE, doors::show_index).tagged(),
        Route::get("/{kommune}/atlas/methoden/punkte", SEE, doors::show_points).tagged(),
    ]
}
