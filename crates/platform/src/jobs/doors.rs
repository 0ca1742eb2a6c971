//! The doors of the queue: what runs, how far it is, and the way to stop it.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::pages::{JobPage, JobsPage, Names};
use super::{Job, Progress, cancel, events, newest, one};
use crate::accounts;
use crate::page::html;
use crate::parts::Part;
use crate::permission::{Action, Role, Rule};
use crate::web::{App, City, Failure, PathOf, Route, Viewer};

/// Seeing and stopping what one has asked for oneself.
const OWN: Action = Action("jobs.own");
/// Seeing and stopping whatever the city's people have asked for.
pub(crate) const ALL: Action = Action("jobs.all");

/// So many jobs the list shows.
const SHOWN: i64 = 100;

/// The part of the queue.
pub(crate) fn part() -> Part {
    let rule = |action, roles| Rule { action, public: false, roles, known: true };
    let keepers = &[Role::StatisticsOffice];
    Part {
        name: "jobs",
        routes: vec![
            Route::get("/{kommune}/auftraege", OWN, list),
            Route::get("/{kommune}/auftraege/{id}", OWN, show),
            Route::get("/{kommune}/auftraege/{id}/ereignisse", OWN, events::listen),
            Route::post("/{kommune}/auftraege/{id}/abbrechen", OWN, stop),
        ],
        rules: vec![rule(OWN, &Role::ALL), rule(ALL, keepers)],
        ..Part::default()
    }
}

/// The page of a job, within its city.
#[must_use]
pub fn path(id: i64) -> String {
    format!("/auftraege/{id}")
}

/// The number of a job in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Numbered {
    pub(super) id: i64,
}

/// The job, if it is of this city and this reader may know of it.
pub(super) async fn find(app: &App, city: &City, viewer: &Viewer, id: i64) -> Result<Job, Failure> {
    let job = one(&mut *app.store.read().await?, city.tenant(), id).await?;
    let is_own = |job: &Job| job.account.is_some() && job.account == viewer.actor.account;
    job.filter(|it| viewer.may(ALL) || is_own(it)).ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/auftraege`
async fn list(State(app): State<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let account = if viewer.may(ALL) { None } else { viewer.actor.account };
    let jobs = newest(&mut read, city.tenant(), account, SHOWN).await?;
    let names = names(&mut read, &city).await?;
    drop(read);
    Ok(html(&JobsPage::new(&app, &city, &viewer, &names, &jobs)))
}

/// `GET /{kommune}/auftraege/{id}`
async fn show(
    State(app): State<App>,
    city: City,
    viewer: Viewer,
    PathOf(Numbered { id }): PathOf<Numbered>,
) -> Result<Response, Failure> {
    let job = find(&app, &city, &viewer, id).await?;
    let names = names(&mut *app.store.read().await?, &city).await?;
    let progress = Progress::of(&app.store, &job);
    Ok(html(&JobPage::new(&app, &city, &viewer, &names, &job, &progress)))
}

/// `POST /{kommune}/auftraege/{id}/abbrechen`
async fn stop(
    State(app): State<App>,
    city: City,
    viewer: Viewer,
    PathOf(Numbered { id }): PathOf<Numbered>,
) -> Result<Response, Failure> {
    let job = find(&app, &city, &viewer, id).await?;
    if !job.has_ended() {
        let mut change = app.store.change(viewer.author()).await?;
        cancel(&mut change, city.tenant(), id).await?;
        change.commit().await?;
    }
    Ok(viewer.done(&city.at(&path(id)), None))
}

async fn names(connection: &mut sqlx::AnyConnection, city: &City) -> Result<Names, Failure> {
    let accounts = accounts::accounts_of_city(connection, city.tenant()).await?;
    Ok(accounts.into_iter().map(|it| (it.id, it.name)).collect())
}
