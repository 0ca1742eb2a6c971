//! What the doors themselves register: health, log-in, account, start and legal pages.

use axum::response::Response;

use super::{Data, Failure, Limit, Route, Viewer, account, desk, health, link, login, start};
use crate::morning::{self, digest};
use crate::openapi;
use crate::page;
use crate::page::gallery::GalleryPage;
use crate::parts::Part;
use crate::permission::{Action, Role, Rule};
use crate::today;

const HEALTH: Action = Action("health.see");
const THEME: Action = Action("theme.choose");
const LOG_IN: Action = Action("session.begin");
const LOG_OUT: Action = Action("session.end");
const PASSWORD: Action = Action("password.reset");
const ACCOUNT: Action = Action("account.own");
const START: Action = Action("start.see");
const LEGAL: Action = Action("legal.see");
const GALLERY: Action = Action("gallery.see");
const OPENAPI: Action = Action("openapi.see");

/// The part of the doors.
pub(crate) fn part() -> Part {
    let public = [HEALTH, THEME, LOG_IN, LOG_OUT, PASSWORD, START, LEGAL, GALLERY, OPENAPI]
        .map(|action| Rule { action, public: true, roles: &Role::ALL, known: true });
    let own = Rule { action: ACCOUNT, public: false, roles: &Role::ALL, known: true };
    Part {
        name: "doors",
        routes: entrances().into_iter().chain(legal()).collect(),
        rules: public.into_iter().chain([own]).chain(today::rules()).collect(),
        ..Part::default()
    }
}

fn entrances() -> Vec<Route> {
    vec![
        Route::get("/healthz", HEALTH, health::health)
            .data(Data::file("text/plain", "Whether the program lives and reaches its database")),
        Route::get("/openapi.json", OPENAPI, openapi::show)
            .data(Data::file("application/json", "This document")),
        Route::post("/darstellung", THEME, page::choose).without_token(),
        Route::get("/", START, start::installation),
        Route::get("/{kommune}", START, start::city),
        Route::post("/{kommune}/heute/erledigt", today::DONE, start::done),
        Route::post("/{kommune}/heute/stelle", today::POST, morning::choose),
        Route::get("/bausteine", GALLERY, gallery),
        Route::get("/anmelden", LOG_IN, login::show),
        Route::post("/anmelden", LOG_IN, login::begin),
        Route::post("/abmelden", LOG_OUT, login::end),
        Route::get("/passwort-vergessen", PASSWORD, link::ask),
        Route::post("/passwort-vergessen", PASSWORD, link::send).limited(Limit::Reset),
        Route::get("/l/{token}", PASSWORD, link::show),
        Route::post("/l/{token}", PASSWORD, link::set),
        Route::get("/l/{token}/abbestellen", PASSWORD, digest::by_hand),
        Route::post("/l/{token}/abbestellen", PASSWORD, digest::one_click).without_token(),
        Route::get("/konto", ACCOUNT, account::show),
        Route::post(desk::KEEP, ACCOUNT, desk::keep),
        Route::post("/konto/tagesbrief", ACCOUNT, digest::choose),
        Route::post("/konto/passwort", ACCOUNT, account::change_password),
        Route::post("/konto/sitzung", ACCOUNT, account::end_session),
    ]
}

/// `GET /bausteine`: every component with its example, for who builds pages or checks them.
async fn gallery(viewer: Viewer) -> Result<Response, Failure> {
    let t = &viewer.t;
    let shell = viewer.page(t.get("galerie-titel")).lead(t.get("galerie-leit"));
    Ok(page::html(&GalleryPage::new(shell).map_err(Failure::internal)?))
}

fn legal() -> Vec<Route> {
    vec![
        Route::get("/impressum", LEGAL, start::imprint),
        Route::get("/{kommune}/impressum", LEGAL, start::imprint_of_city),
        Route::get("/datenschutz", LEGAL, start::privacy),
        Route::get("/{kommune}/datenschutz", LEGAL, start::privacy_of_city),
        Route::get("/barrierefreiheit", LEGAL, start::accessibility),
        Route::get("/{kommune}/barrierefreiheit", LEGAL, start::accessibility_of_city),
        Route::get("/leichte-sprache", LEGAL, start::easy_language),
        Route::get("/{kommune}/leichte-sprache", LEGAL, start::easy_language_of_city),
        Route::get("/kontakt", LEGAL, start::contact),
        Route::get("/{kommune}/kontakt", LEGAL, start::contact_of_city),
    ]
}
