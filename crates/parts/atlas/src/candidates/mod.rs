//! Candidates and decision: which quarters come into question, what does a team make of them, and
//! what was decided, so that anyone can follow it years later.
//!
//! A coordination proposes quarters (`store::register`) and opens a round of scoring
//! (`store::rounds`); those whom it invites score independently (`store::ballots`). Closing the
//! round freezes the [`model::Tally`] from which the result is computed; a decision
//! (`store::decisions`) freezes that tally, its reasons and the Nullmessung. What is written down is
//! never changed: a correction is a decision of its own.

mod actions;
mod api;
mod baseline;
mod citable;
mod decision_view;
mod doors;
mod frozen;
pub mod model;
mod nearest;
mod news;
mod offer;
mod pages;
mod panel;
mod paper;
pub mod permissions;
mod profiles;
pub mod store;
mod today;
mod view;

use std::sync::Arc;

use ankunft_platform::languages::Texts;
use ankunft_platform::parts::{Case, Citable, NewsSource, Offer, QuarterPanel, TodayItem};
use ankunft_platform::web::{Data, Route, scan};

/// What of it can be cited.
pub(crate) fn citable() -> Arc<dyn Citable> {
    Arc::new(citable::CitableDecision)
}

/// What a decision for these quarters is called wherever it is cited.
#[must_use]
pub fn title(t: &Texts, quarters: &[String]) -> String {
    citable::title(t, pages::list(t, quarters.iter().map(String::as_str)))
}

/// What it shows on the page of a quarter.
pub(crate) fn panel() -> Arc<dyn QuarterPanel> {
    Arc::new(panel::OfQuarter)
}

/// What it asks in the morning.
pub(crate) fn today() -> Arc<dyn TodayItem> {
    Arc::new(today::Asked)
}

/// What the profile of its city can be taken from.
pub(crate) fn offer() -> Arc<dyn Offer> {
    Arc::new(offer::Chosen)
}

/// What it tells of what has changed.
pub(crate) fn news() -> Arc<dyn NewsSource> {
    Arc::new(news::Decisions)
}

/// Decisions by their Aktenzeichen; what was corrected is read in its correction.
pub(crate) const CASE: Case = Case {
    kind: store::decisions::KIND,
    action: permissions::SEE,
    list: "select cast(d.number as text), d.body, \
           '/atlas/kandidaten/entscheidungen/' || cast(d.number as text), d.on_date \
           from decision d where d.tenant = $1 and d.file_number = $2 and not exists \
           (select 1 from decision n where n.tenant = d.tenant and n.predecessor = d.number)",
};

/// What it gives to programs: path, and what it is.
const FILES: [(&str, Data); 6] = [
    (
        "/{kommune}/atlas/kandidaten.csv",
        Data::file("text/csv", "The register of candidates, for those inside"),
    ),
    (
        "/{kommune}/atlas/kandidaten.json",
        Data::json::<api::RegisterDocument<'static>>(
            "The register of candidates, for those inside",
        ),
    ),
    (
        "/{kommune}/atlas/kandidaten/ergebnis/json",
        Data::json::<Option<api::OutcomeDocument<'static>>>(
            "What the team makes of the candidates, for those inside; null while a round is open",
        ),
    ),
    (
        "/{kommune}/atlas/kandidaten/ergebnis/{number}/json",
        Data::json::<Option<api::OutcomeDocument<'static>>>(
            "What a closed round of scoring made of the candidates, for those inside",
        ),
    ),
    (
        "/{kommune}/atlas/kandidaten/entscheidungen/{number}/json",
        Data::json::<api::DecisionDocument<'static>>(
            "A decision with all that it froze, for those inside",
        ),
    ),
    (
        "/{kommune}/atlas/entscheidungen/{number}/json",
        Data::json::<pages::public::PublicDocument<'static>>("A decision as it was published"),
    ),
];
const REFUSALS: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "Nothing of that number is there for this reader"),
];

/// Its addresses; those of files say what they give.
pub(crate) fn routes() -> Vec<Route> {
    let described = |route: Route| match FILES.iter().find(|it| it.0 == route.path()) {
        Some((_, data)) => route.data(data.refusing(REFUSALS)),
        None => route,
    };
    candidates().into_iter().chain(decisions()).map(described).collect()
}

/// Of the register, of rounds of scoring and their result.
fn candidates() -> Vec<Route> {
    use permissions::{PROPOSE, SCORE, SEE};
    vec![
        Route::get("/{kommune}/atlas/kandidaten", SEE, doors::register::show),
        Route::get("/{kommune}/atlas/kandidaten.csv", SEE, doors::register::csv),
        Route::get("/{kommune}/atlas/kandidaten.json", SEE, doors::register::json),
        Route::post("/{kommune}/atlas/kandidaten", PROPOSE, doors::register::propose),
        Route::get("/{kommune}/atlas/kandidaten/papier/{format}", SEE, profiles::doors::print),
        Route::get("/{kommune}/atlas/kandidaten/{number}", SEE, doors::register::show_one),
        Route::post("/{kommune}/atlas/kandidaten/{number}/schritt", PROPOSE, doors::register::step),
        Route::get("/{kommune}/atlas/kandidaten/kriterien", SEE, doors::criteria::show),
        Route::post("/{kommune}/atlas/kandidaten/kriterien", PROPOSE, doors::criteria::save),
        Route::get("/{kommune}/atlas/kandidaten/bewertung", SCORE, doors::scores::show),
        Route::post("/{kommune}/atlas/kandidaten/bewertung", SCORE, doors::scores::hand_in),
        Route::get("/{kommune}/atlas/kandidaten/runde", SEE, doors::rounds::show),
        Route::post("/{kommune}/atlas/kandidaten/runde", PROPOSE, doors::rounds::open),
        Route::post("/{kommune}/atlas/kandidaten/runde/aendern", PROPOSE, doors::rounds::widen),
        Route::post("/{kommune}/atlas/kandidaten/runde/schliessen", PROPOSE, doors::rounds::close),
        Route::get("/{kommune}/atlas/kandidaten/ergebnis", SEE, doors::result::show),
        Route::get("/{kommune}/atlas/kandidaten/ergebnis/json", SEE, doors::result::json),
        Route::get("/{kommune}/atlas/kandidaten/ergebnis/{number}", SEE, doors::result::show_round),
        Route::get(
            "/{kommune}/atlas/kandidaten/ergebnis/{number}/json",
            SEE,
            doors::result::round_json,
        ),
    ]
}

/// Of decisions, inside and for everybody.
fn decisions() -> Vec<Route> {
    use permissions::{DECIDE, PUBLISH, READ, SEE};
    vec![
        Route::get("/{kommune}/atlas/kandidaten/entscheidung", DECIDE, doors::decide::show),
        Route::post("/{kommune}/atlas/kandidaten/entscheidung", DECIDE, doors::decide::save),
        Route::get(
            "/{kommune}/atlas/kandidaten/entscheidungen/{number}",
            SEE,
            doors::decisions::show,
        ),
        Route::get(
            "/{kommune}/atlas/kandidaten/entscheidungen/{number}/json",
            SEE,
            doors::decisions::json,
        ),
        Route::post(
            "/{kommune}/atlas/kandidaten/entscheidungen/{number}/veroeffentlichung",
            PUBLISH,
            doors::decisions::publish,
        ),
        Route::post(
            "/{kommune}/atlas/kandidaten/entscheidungen/{number}/scan",
            DECIDE,
            doors::decisions::attach,
        )
        .upload_of(scan::LARGEST),
        Route::get(
            "/{kommune}/atlas/kandidaten/entscheidungen/{number}/scan/{id}",
            SEE,
            doors::decisions::scan,
        ),
        Route::get(
            "/{kommune}/atlas/kandidaten/entscheidungen/{number}/papier/{format}",
            SEE,
            doors::decisions::print_paper,
        ),
        Route::get("/{kommune}/atlas/entscheidungen", READ, doors::public::show_all).tagged(),
        Route::get("/{kommune}/atlas/entscheidungen/{number}", READ, doors::public::show).tagged(),
        Route::get("/{kommune}/atlas/entscheidungen/{number}/json", READ, doors::public::json)
            .tagged(),
    ]
}
