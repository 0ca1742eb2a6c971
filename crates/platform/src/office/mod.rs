//! Statistikstelle: what there is, what has left, what waits, who received it, what was withdrawn.
//!
//! The only pages that show unprotected figures. Whoever reads them proves it with
//! [`StatisticsOffice`](crate::permission::StatisticsOffice).

mod csv;
mod elsewhere;
mod letters;
mod overview;
mod received;
mod release;
mod store;
mod today;
mod version;
mod view;
mod withdraw;
mod withdrawn;

use std::sync::Arc;

use serde::Deserialize;

use crate::datasets::{self, DatasetVersion};
use crate::languages::Arg;
use crate::page::Link;
use crate::parts::{Nav, Part};
use crate::permission::{Action, Role, Rule, StatisticsOffice};
use crate::web::{App, City, Failure, Route, Viewer};

/// Where the Statistikstelle is, behind the address of its city.
pub(crate) const PATH: &str = "/statistikstelle";
/// Seeing what there is, what is released and what waits.
pub(crate) const SEE: Action = Action("office.see");
const RELEASE: Action = Action("office.release");
const WITHDRAW: Action = Action("office.withdraw");

/// The part of the Statistikstelle.
pub(crate) fn part() -> Part {
    let rules = [SEE, RELEASE, WITHDRAW].map(|action| Rule {
        action,
        public: false,
        roles: &[Role::StatisticsOffice],
        known: true,
    });
    Part {
        name: "office",
        only_cities: true,
        routes: routes(),
        rules: rules.to_vec(),
        nav: vec![Nav { text: "office-nav", path: PATH, action: SEE, of: None }],
        today: vec![Arc::new(today::Waiting)],
        ..Part::default()
    }
}

fn routes() -> Vec<Route> {
    vec![
        Route::get("/{kommune}/statistikstelle", SEE, overview::show),
        Route::get("/{kommune}/statistikstelle/sperrungen", SEE, withdrawn::show),
        Route::get("/{kommune}/statistikstelle/{number}", SEE, version::show),
        Route::get("/{kommune}/statistikstelle/{number}/csv", SEE, csv::file)
            .data(csv::described()),
        Route::get("/{kommune}/statistikstelle/{number}/weitergaben", SEE, received::show),
        Route::get("/{kommune}/statistikstelle/{number}/freigabe", RELEASE, release::show),
        Route::post("/{kommune}/statistikstelle/{number}/freigabe", RELEASE, release::make),
        Route::get("/{kommune}/statistikstelle/{number}/sperrung", WITHDRAW, withdraw::show),
        Route::post("/{kommune}/statistikstelle/{number}/sperrung", WITHDRAW, withdraw::make),
    ]
}

/// The Datenstand in the address.
#[derive(Clone, Copy, Deserialize)]
struct OneVersion {
    number: i64,
}

impl OneVersion {
    /// The dataset version of this Datenstand; 404 if there is none.
    async fn find(self, app: &App, city: &City) -> Result<DatasetVersion, Failure> {
        let mut read = app.store.read().await?;
        let found = datasets::by_number(&mut read, city.tenant(), self.number).await?;
        found.ok_or_else(Failure::not_found)
    }
}

/// The proof, which the gate has seen to: the actions are the statistics office's alone.
fn proof(viewer: &Viewer) -> Result<StatisticsOffice, Failure> {
    viewer.actor.statistics_office().ok_or_else(|| Failure::forbidden("not the statistics office"))
}

/// Where a page of a Datenstand lies.
fn path(city: &City, number: i64, page: &str) -> String {
    city.at(&format!("/statistikstelle/{number}{page}"))
}

/// The way to a page of the Statistikstelle.
fn crumbs(viewer: &Viewer, city: &City) -> Vec<Link> {
    vec![Link::new(viewer.t.get("office-nav"), city.at("/statistikstelle"))]
}

/// The way to a page about a Datenstand.
fn crumbs_of(viewer: &Viewer, city: &City, number: i64) -> Vec<Link> {
    let mut crumbs = crumbs(viewer, city);
    crumbs.push(Link::new(name(viewer, number), path(city, number, "")));
    crumbs
}

/// `Datenstand 7`.
fn name(viewer: &Viewer, number: i64) -> String {
    viewer.t.with("office-datenstand", &[("nummer", number.to_string().into())])
}

/// `Datenstand 7`, within a sentence.
fn said(viewer: &Viewer, number: i64) -> Arg {
    Arg::from(viewer.t.with("office-stand-im-satz", &[("nummer", number.to_string().into())]))
}
