//! The door of criteria.

use ankunft_platform::page::components::Problems;
use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{LONGEST_LINE, LONGEST_TEXT, all_sent, sent};
use crate::candidates::pages::at;
use crate::candidates::pages::criteria::{self as page, Typed};
use crate::candidates::store::ballots;
use crate::candidates::view::Scoring;

/// `GET /{kommune}/atlas/kandidaten/kriterien`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let scoring = Scoring::read(&mut *app.store.read().await?, city.tenant()).await?;
    let form = (&Typed::default(), Problems::default());
    Ok(page::criteria(&viewer, &city, &scoring, form).answer())
}

/// What is wrong with the criteria as they were sent.
fn wrong(viewer: &Viewer, scoring: &Scoring, pairs: &[(String, String)]) -> Problems {
    let t = &viewer.t;
    let mut problems = Problems::default();
    let gone = all_sent(pairs, "streichen");
    let stays = |id: i64| !gone.contains(&id.to_string().as_str());
    let mut names: Vec<String> = Vec::new();
    let fields = scoring.criteria.iter().filter(|it| stays(it.id)).map(|it| it.id.to_string());
    for id in fields.chain(std::iter::once("neu".to_owned())) {
        let (name, question) = (format!("name-{id}"), format!("frage-{id}"));
        let (typed, asked) = (sent(pairs, &name), sent(pairs, &question));
        if typed.is_empty() && (id != "neu" || !asked.is_empty()) {
            problems.add(&name, t.get("kriterium-ohne-namen"));
        } else if typed.chars().count() > LONGEST_LINE {
            problems.add(&name, t.get("text-zu-lang"));
        } else if names.iter().any(|it| it == typed) {
            problems.add(&name, t.get("kriterium-doppelt"));
        }
        if asked.chars().count() > LONGEST_TEXT {
            problems.add(&question, t.get("text-zu-lang"));
        }
        if !typed.is_empty() {
            names.push(typed.to_owned());
        }
    }
    if names.is_empty() && problems.is_empty() {
        problems.add_choices("streichen", t.get("kriterien-keines"));
    }
    problems
}

/// `POST /{kommune}/atlas/kandidaten/kriterien`: names, describes, adds and retires, while no round
/// of scoring is open.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let tenant = city.tenant();
    let mut change = app.store.change(viewer.author()).await?;
    ankunft_platform::tenant::lock(&mut change, tenant).await?;
    let scoring = Scoring::read(&mut change, tenant).await?;
    let problems = wrong(&viewer, &scoring, &pairs);
    if !problems.is_empty() || scoring.round.is_some() {
        let form = (&Typed(pairs), problems);
        return Ok(page::criteria(&viewer, &city, &scoring, form).refused());
    }
    let mut changed = false;
    let gone = all_sent(&pairs, "streichen");
    for it in &scoring.criteria {
        let id = it.id.to_string();
        if gone.contains(&id.as_str()) {
            ballots::retire_criterion(&mut change, tenant, it.id).await?;
            changed = true;
            continue;
        }
        let (name, question) = (format!("name-{id}"), format!("frage-{id}"));
        let new = (sent(&pairs, &name), sent(&pairs, &question));
        if new != (it.name.as_str(), it.description.as_str()) {
            ballots::describe_criterion(&mut change, tenant, it.id, new).await?;
            changed = true;
        }
    }
    let new = (sent(&pairs, "name-neu"), sent(&pairs, "frage-neu"));
    if !new.0.is_empty() {
        ballots::add_criterion(&mut change, tenant, new).await?;
        changed = true;
    }
    if changed {
        change.commit().await?;
    }
    Ok(viewer.done(&at(&city, "/kriterien"), Some("meldung-gespeichert")))
}
