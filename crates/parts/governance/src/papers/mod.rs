//! Vorlagen und Beschlüsse: from the Mappe to the paper in the city's own Word template, through the
//! bodies, and back: the adopted PDF is read, and its Fundstellen become citations.
//!
//! A draft is for those inside. What was decided in a public step everybody may read ([`doors::public`]),
//! under an address by chance that tells of no other Vorlage.

pub(crate) mod case;
pub(crate) mod citable;
mod doors;
pub mod model;
mod pages;
pub mod store;
mod today;
pub(crate) mod view;
pub mod word;

use std::sync::Arc;

use ankunft_platform::parts::{Duty, FollowUp, Nav, Part};
use ankunft_platform::web::{City, Data, Route};

use crate::measures;
use crate::permissions::{DRAFT_PAPERS, READ_RESOLUTIONS, SEE_PAPERS, SIGN_PAPERS, STEER_PAPERS};

/// Where Vorlagen are, behind the address of their city.
pub(crate) const PATH: &str = "/beschluesse";
/// Where a Vorlage is drafted.
pub(crate) const NEW: &str = "/beschluesse/neu";

/// Where everybody reads what was decided in public.
const PUBLIC: &str = "/beschluesse/oeffentlich";

/// An address of the Vorlagen of a city.
#[must_use]
pub(crate) fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

/// The address of a Vorlage.
#[must_use]
pub(crate) fn address(city: &City, number: i64) -> String {
    at(city, &format!("/vorlagen/{number}"))
}

/// What Vorlagen register; the name is that of the whole part.
pub(crate) fn part() -> Part {
    Part {
        routes: routes().into_iter().chain(adopted()).collect(),
        rules: crate::permissions::PAPERS.to_vec(),
        nav: vec![
            Nav {
                text: "nav-beschluesse",
                path: PATH,
                action: SEE_PAPERS,
                of: Some(measures::PATH),
            },
            Nav {
                text: "nav-beschluesse-oeffentlich",
                path: PUBLIC,
                action: READ_RESOLUTIONS,
                of: Some(measures::PATH),
            },
        ],
        citables: vec![Arc::new(citable::Resolutions)],
        cases: case::CASES.to_vec(),
        today: vec![Arc::new(today::Asked)],
        follow_ups: vec![FollowUp {
            text: "vorlage-daraus",
            path: NEW,
            action: DRAFT_PAPERS,
            of: &[
                "enquiry",
                "folder",
                "goal",
                "measure",
                "meeting-decision",
                "observation",
                "promise",
            ],
        }],
        duties: vec![Duty {
            text: "haengt-vorlagen",
            way: Some((PATH, SEE_PAPERS)),
            count: concat!(
                "select count(*) from paper_version v where v.tenant = $1 and v.lead_post = $2 \
                 and v.version = (select max(n.version) from paper_version n \
                 where n.tenant = v.tenant and n.paper = v.paper) and not ",
                store::is_decided_sql!(),
            ),
        }],
        ..Part::default()
    }
}

fn routes() -> Vec<Route> {
    use doors::{acting, correcting, drafts, public, template};
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    vec![
        Route::get("/{kommune}/beschluesse", SEE_PAPERS, drafts::list),
        Route::get("/{kommune}/beschluesse/oeffentlich", READ_RESOLUTIONS, public::list),
        Route::get("/{kommune}/beschluesse/oeffentlich/{kennung}", READ_RESOLUTIONS, public::show),
        Route::get("/{kommune}/beschluesse/muster", SEE_PAPERS, template::show),
        Route::post("/{kommune}/beschluesse/muster", STEER_PAPERS, template::bring)
            .upload_of(template::LARGEST),
        Route::get("/{kommune}/beschluesse/muster/docx", SEE_PAPERS, template::default)
            .data(Data::file(WORD, "The template that ships, with all placeholders")),
        Route::get("/{kommune}/beschluesse/neu", DRAFT_PAPERS, drafts::show_new),
        Route::post("/{kommune}/beschluesse/neu", DRAFT_PAPERS, drafts::add),
        Route::get("/{kommune}/beschluesse/vorlagen/{nummer}", SEE_PAPERS, drafts::show),
        Route::get("/{kommune}/beschluesse/vorlagen/{nummer}/docx", SEE_PAPERS, template::word)
            .data(Data::file(WORD, "A Vorlage in the city's own template")),
        Route::get(
            "/{kommune}/beschluesse/vorlagen/{nummer}/aendern",
            DRAFT_PAPERS,
            drafts::show_edit,
        ),
        Route::post("/{kommune}/beschluesse/vorlagen/{nummer}/aendern", DRAFT_PAPERS, drafts::save),
        Route::post("/{kommune}/beschluesse/vorlagen/{nummer}/befunde", DRAFT_PAPERS, drafts::cite),
        Route::post(
            "/{kommune}/beschluesse/vorlagen/{nummer}/befunde/weg",
            DRAFT_PAPERS,
            drafts::take_out,
        ),
        Route::post("/{kommune}/beschluesse/vorlagen/{nummer}/bitten", DRAFT_PAPERS, acting::ask),
        Route::post("/{kommune}/beschluesse/vorlagen/{nummer}/zeichnen", SIGN_PAPERS, acting::sign),
        Route::post(
            "/{kommune}/beschluesse/vorlagen/{nummer}/schritte",
            DRAFT_PAPERS,
            acting::add_step,
        ),
        Route::post(
            "/{kommune}/beschluesse/vorlagen/{nummer}/schritte/{schritt}",
            DRAFT_PAPERS,
            acting::resolve,
        ),
        Route::get(
            "/{kommune}/beschluesse/vorlagen/{nummer}/schritte/{schritt}",
            DRAFT_PAPERS,
            correcting::show,
        ),
        Route::post(
            "/{kommune}/beschluesse/vorlagen/{nummer}/schritte/{schritt}/aendern",
            DRAFT_PAPERS,
            correcting::save,
        ),
    ]
}

/// The adopted paper that comes back, and what could not be read of it.
fn adopted() -> Vec<Route> {
    use doors::{returned, unread};
    vec![
        Route::post(
            "/{kommune}/beschluesse/vorlagen/{nummer}/beschlossen",
            DRAFT_PAPERS,
            returned::bring,
        )
        .upload_of(returned::LARGEST),
        Route::get(
            "/{kommune}/beschluesse/vorlagen/{nummer}/beschlossen/{datei}",
            SEE_PAPERS,
            returned::hand_out,
        ),
        Route::post(
            "/{kommune}/beschluesse/vorlagen/{nummer}/beschlossen/zurueck",
            DRAFT_PAPERS,
            returned::take_back,
        ),
        Route::post(
            "/{kommune}/beschluesse/vorlagen/{nummer}/beschlossen/{datei}/stellen/{stelle}",
            DRAFT_PAPERS,
            unread::settle,
        ),
    ]
}
