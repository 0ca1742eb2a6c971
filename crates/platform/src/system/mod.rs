//! Systemverwaltung: people, Stellen, roles, the change log, settings of a city. No figures.

mod log;
mod people;
mod posts;
mod settings;

pub(crate) use posts::hanging;

use axum::response::Response;

use crate::citing;
use crate::jobs;
use crate::office;
use crate::page::Link;
use crate::parts::{Duty, Nav, Part};
use crate::permission::{Action, Role, Rule};
use crate::web::{Block, City, Failure, Route, Sheet, Viewer};

const SEE: Action = Action("system.see");
const PEOPLE: Action = Action("system.people");
const POSTS: Action = Action("system.posts");
const SETTINGS: Action = Action("system.settings");
const LOG: Action = Action("system.log");

/// The part of the Systemverwaltung.
pub(crate) fn part() -> Part {
    let admin = [SEE, PEOPLE, POSTS, SETTINGS].map(|action| Rule {
        action,
        public: false,
        roles: &[Role::Admin],
        known: true,
    });
    let log = Rule {
        action: LOG,
        public: false,
        roles: &[Role::Admin, Role::StatisticsOffice],
        known: true,
    };
    Part {
        name: "system",
        routes: routes(),
        rules: admin.into_iter().chain([log]).collect(),
        nav: vec![Nav { text: "system-titel", path: "/system", action: SEE, of: None }],
        duties: duties(),
        ..Part::default()
    }
}

fn routes() -> Vec<Route> {
    vec![
        Route::get("/{kommune}/system", SEE, overview),
        Route::get("/{kommune}/system/personen", PEOPLE, people::show),
        Route::post("/{kommune}/system/personen", PEOPLE, people::invite),
        Route::post("/{kommune}/system/rolle", PEOPLE, people::revoke),
        Route::post("/{kommune}/system/konto", PEOPLE, people::account),
        Route::get("/{kommune}/system/stellen", POSTS, posts::show),
        Route::post("/{kommune}/system/einheiten", POSTS, posts::add_unit),
        Route::post("/{kommune}/system/stellen", POSTS, posts::add_post),
        Route::get("/{kommune}/system/stellen/{post}", POSTS, posts::one),
        Route::post("/{kommune}/system/stellen/{post}", POSTS, posts::hand_over),
        Route::get("/{kommune}/system/protokoll", LOG, log::show),
        Route::get("/{kommune}/system/einstellungen", SETTINGS, settings::show),
        Route::post("/{kommune}/system/einstellungen", SETTINGS, settings::save),
    ]
}

/// What of the platform itself hangs on a Stelle.
fn duties() -> Vec<Duty> {
    vec![
        Duty {
            text: "haengt-mappen",
            way: Some((citing::PATH, citing::KEEP)),
            count: "select count(*) from folder where tenant = $1 and post = $2",
        },
        Duty {
            text: "haengt-dateien",
            way: None,
            count: "select count(*) from upload where tenant = $1 and post = $2",
        },
        Duty {
            text: "haengt-datenstaende",
            way: Some((office::PATH, office::SEE)),
            count: "select count(*) from dataset_version where tenant = $1 and post = $2",
        },
        Duty {
            text: "haengt-freigaben",
            way: Some((office::PATH, office::SEE)),
            count: "select count(*) from release where tenant = $1 and post = $2",
        },
    ]
}

/// `GET /{kommune}/system`
async fn overview(viewer: Viewer, city: City) -> Result<Response, Failure> {
    let t = &viewer.t;
    let links = [
        ("system-personen", "/system/personen"),
        ("system-stellen", "/system/stellen"),
        ("system-protokoll", "/system/protokoll"),
        ("system-einstellungen", "/system/einstellungen"),
    ]
    .map(|(text, path)| Link::new(t.get(text), city.at(path)));
    let jobs =
        viewer.may(jobs::ALL).then(|| Link::new(t.get("auftraege-titel"), city.at("/auftraege")));
    let links = links.into_iter().chain(jobs).collect();
    let shell = viewer.page(t.get("system-titel")).lead(t.get("system-leit"));
    Ok(Sheet::new(shell, vec![Block::Links(links)]).answer())
}

/// The way to a page of the Systemverwaltung.
fn crumbs(viewer: &Viewer, city: &City) -> Vec<Link> {
    vec![Link::new(viewer.t.get("system-titel"), city.at("/system"))]
}
