//! Goals: Leitbild → field of action → strategic goal → recommendation, as cities have them.
//!
//! A body adopts an edition of the tree; what changes later is written into the next edition. A
//! measure serves a goal by citing it, so that the red thread knows it and nobody keeps a second
//! list.

mod api;
mod citable;
mod discards;
mod doors;
mod form;
pub mod indicators;
pub mod model;
mod outline;
mod pages;
mod paste;
mod placing;
mod serve;
pub mod store;
pub(crate) mod view;
mod words;

use std::sync::Arc;

use ankunft_platform::parts::{Duty, Nav, Part};
use ankunft_platform::web::{City, Data, Route};

use crate::inside::Cited;
use crate::measures;
use crate::permissions::{EDIT_GOALS, PLAN, SEE};

pub(crate) use doors::title;
pub use serve::{Served, served_by};

/// Where goals are, behind the address of their city.
const PATH: &str = "/steuerung/ziele";

/// An address of the goals of a city.
pub(crate) fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

/// The address of a goal.
pub(crate) fn address(city: &City, number: i64) -> String {
    at(city, &format!("/{number}"))
}

/// What goals register.
pub(crate) fn part() -> Part {
    Part {
        routes: routes(),
        nav: vec![Nav { text: "nav-ziele", path: PATH, action: SEE, of: Some(measures::PATH) }],
        citables: vec![Arc::new(Cited::<citable::CitableGoal>::new())],
        duties: vec![Duty {
            text: "haengt-ziele",
            way: Some((PATH, SEE)),
            count: "select count(*) from goal_version v where v.tenant = $1 \
                    and v.owner_post = $2 and v.dropped = 0 \
                    and v.edition = (select max(e.edition) from goal_edition e \
                    where e.tenant = v.tenant and not exists (select 1 from goal_discard d \
                    where d.tenant = e.tenant and d.edition = e.edition)) \
                    and v.version = (select max(n.version) from goal_version n \
                    where n.tenant = v.tenant and n.edition = v.edition and n.goal = v.goal)",
        }],
        ..Part::default()
    }
    .with(indicators::part())
}

fn routes() -> Vec<Route> {
    let refusals = measures::REFUSALS;
    vec![
        Route::get("/{kommune}/steuerung/ziele", SEE, doors::show_all),
        Route::get("/{kommune}/steuerung/ziele.csv", SEE, doors::csv)
            .data(Data::file("text/csv", "The goals of a city").refusing(refusals)),
        Route::get("/{kommune}/steuerung/ziele.json", SEE, doors::json)
            .data(Data::json::<api::GoalsDocument>("The goals of a city").refusing(refusals)),
        Route::post("/{kommune}/steuerung/ziele/fassung", EDIT_GOALS, doors::edition::begin),
        Route::post("/{kommune}/steuerung/ziele/beschluss", EDIT_GOALS, doors::edition::adopt),
        Route::get("/{kommune}/steuerung/ziele/verwerfen", EDIT_GOALS, doors::discard::ask),
        Route::post("/{kommune}/steuerung/ziele/verwerfen", EDIT_GOALS, doors::discard::discard),
        Route::get("/{kommune}/steuerung/ziele/neu", EDIT_GOALS, doors::edit::show_new),
        Route::post("/{kommune}/steuerung/ziele/neu", EDIT_GOALS, doors::edit::add),
        Route::get("/{kommune}/steuerung/ziele/tabelle", EDIT_GOALS, doors::table::show),
        Route::post("/{kommune}/steuerung/ziele/tabelle", EDIT_GOALS, doors::table::paste).table(),
        Route::post("/{kommune}/steuerung/ziele/dokument", EDIT_GOALS, doors::table::bring)
            .upload_of(doors::table::LARGEST),
        Route::get("/{kommune}/steuerung/ziele/{number}", SEE, doors::show),
        Route::get(
            "/{kommune}/steuerung/ziele/{number}/aendern",
            EDIT_GOALS,
            doors::edit::show_edit,
        ),
        Route::post("/{kommune}/steuerung/ziele/{number}/aendern", EDIT_GOALS, doors::edit::save),
        Route::post("/{kommune}/steuerung/ziele/{number}/streichen", EDIT_GOALS, doors::edit::drop),
        Route::post("/{kommune}/steuerung/ziele/{number}/befunde", EDIT_GOALS, doors::cite),
        Route::post("/{kommune}/steuerung/ziele/{number}/befunde/weg", EDIT_GOALS, doors::take_out),
        Route::post("/{kommune}/steuerung/massnahmen/{number}/ziele", PLAN, serve::serve),
    ]
}
