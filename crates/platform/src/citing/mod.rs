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
mod shapes;
mod today;
mod view;

use std::sync::Arc;

use crate::parts::{Nav, Part};
use crate::permission::{Action, Role, Rule};
use crate::web::{City, Data, Route};

pub use document::{Cited, cited_in, cited_in_several, in_folders, note_handed_out};
pub use pages::Note;
pub use remember::{Thing, buttons};
pub use shapes::EntryDocument;

/// Keeping Mappen and remembering for them.
pub const KEEP: Action = Action("folder.keep");
/// Looking a Fundstelle up; what it shows follows from the circle of its citation.
const SEE: Action = Action("citation.see");

/// What a Mappe refuses: it belongs to a Stelle.
const OF_STAFF: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "No such Mappe of this reader"),
];

/// Where a city's Mappen are, behind its address.
pub(crate) const PATH: &str = "/mappe";

/// Where somebody searches for what a thing can rest on ([`crate::parts::Citable::rests`]).
#[must_use]
pub fn search_for(city: &City, (kind, id): (&str, &str)) -> String {
    city.at(&format!("/befunde/{kind}/{id}"))
}

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
        only_cities: true,
        routes: routes(),
        rules: vec![keep, see],
        nav: vec![Nav { text: "nav-mappe", path: PATH, action: KEEP, of: None }],
        today: vec![Arc::new(today::ChangedFindings)],
        ..Part::default()
    }
}

fn routes() -> Vec<Route> {
    vec![
        Route::get("/{kommune}/mappe", KEEP, folder::open_one),
        Route::post("/{kommune}/mappe", KEEP, folder::make),
        Route::get("/{kommune}/mappe/{id}", KEEP, folder::show),
        Route::get("/{kommune}/mappe/{id}/text", KEEP, api::text).data(
            Data::file("text/plain", "A Mappe as text to be put into a paper").refusing(OF_STAFF),
        ),
        Route::get("/{kommune}/mappe/{id}/csv", KEEP, api::csv)
            .data(Data::file("text/csv", "A Mappe, one row a citation").refusing(OF_STAFF)),
        Route::get("/{kommune}/mappe/{id}/json", KEEP, api::json)
            .data(Data::json::<shapes::FolderDocument<'_>>("A Mappe").refusing(OF_STAFF)),
        Route::post("/{kommune}/mappe/{id}/name", KEEP, folder::rename),
        Route::post("/{kommune}/mappe/{id}/reihenfolge", KEEP, folder::reorder),
        Route::post("/{kommune}/mappe/{id}/neuer-stand", KEEP, folder::renew),
        Route::post("/{kommune}/mappe/{id}/herausnehmen", KEEP, folder::take_out),
        Route::post("/{kommune}/mappe/{id}/loeschen", KEEP, folder::delete),
        Route::post("/{kommune}/merken", KEEP, remember::remember),
        Route::get("/f", SEE, reference::find),
        Route::get("/f/{fundstelle}", SEE, reference::show),
        Route::get("/f/{fundstelle}/json", SEE, reference::json).data(Data::json::<
            shapes::ReferenceDocument<'_>,
        >(
            "What a printed Fundstelle names",
        )),
    ]
}
