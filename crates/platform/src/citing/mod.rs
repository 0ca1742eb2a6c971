//! Remembering for a paper, the Mappe and the Fundstelle: what citations are for people.
//!
//! Frozen snapshots come from [`crate::citations`], what has become of their things from the
//! [`Citable`](crate::parts::Citable)s of the parts. One [`view`] is what page, text, CSV and JSON
//! print.

mod api;
mod document;
mod folder;
mod pages;
mod reference;
mod remember;
mod today;
mod view;

use std::sync::Arc;

use crate::parts::{Nav, Part};
use crate::permission::{Action, Role, Rule};
use crate::web::Route;

pub use document::{Cited, cited_in, in_folders, note_handed_out};
pub use pages::Note;
pub use remember::{Thing, buttons};

/// Keeping Mappen and remembering for them.
pub const KEEP: Action = Action("folder.keep");
/// Looking a Fundstelle up; what it shows follows from the circle of its citation.
const SEE: Action = Action("citation.see");

/// Where a city's Mappen are, behind its address.
pub(crate) const PATH: &str = "/mappe";

/// The part of Mappen and Fundstellen.
pub(crate) fn part() -> Part {
    // Who writes papers or gathers reasons inside the programme. An admin reads no figures, an
    // institution cites on its own pages.
    let keep = Rule {
        action: KEEP,
        public: false,
        roles: &[
            Role::Coordination,
            Role::StatisticsOffice,
            Role::Department,
            Role::Research,
            Role::Reader,
        ],
        known: true,
    };
    let see = Rule { action: SEE, public: true, roles: &Role::ALL, known: true };
    Part {
        name: "citing",
        routes: routes(),
        rules: vec![keep, see],
        nav: vec![Nav { text: "nav-mappe", path: PATH, action: KEEP }],
        today: vec![Arc::new(today::ChangedFindings)],
        ..Part::default()
    }
}

fn routes() -> Vec<Route> {
    vec![
        Route::get("/{kommune}/mappe", KEEP, folder::open_one),
        Route::post("/{kommune}/mappe", KEEP, folder::make),
        Route::get("/{kommune}/mappe/{id}", KEEP, folder::show),
        Route::get("/{kommune}/mappe/{id}/text", KEEP, api::text),
        Route::get("/{kommune}/mappe/{id}/csv", KEEP, api::csv),
        Route::get("/{kommune}/mappe/{id}/json", KEEP, api::json),
        Route::post("/{kommune}/mappe/{id}/name", KEEP, folder::rename),
        Route::post("/{kommune}/mappe/{id}/reihenfolge", KEEP, folder::reorder),
        Route::post("/{kommune}/mappe/{id}/neuer-stand", KEEP, folder::renew),
        Route::post("/{kommune}/mappe/{id}/herausnehmen", KEEP, folder::take_out),
        Route::post("/{kommune}/mappe/{id}/loeschen", KEEP, folder::delete),
        Route::post("/{kommune}/merken", KEEP, remember::remember),
        Route::get("/f", SEE, reference::find),
        Route::get("/f/{fundstelle}", SEE, reference::show),
        Route::get("/f/{fundstelle}/json", SEE, reference::json),
    ]
}
