//! Doors of what went otherwise: a vote that was written down wrongly, a group that nobody reaches.

use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::one::{answer, open_for, vote};
use super::{Number, finish, here};
use crate::funds::model::State;
use crate::funds::{actions, correcting};

/// Corrects the vote of a Stelle; none if nobody chose whose.
pub(super) async fn correct_vote(
    app: &App,
    (city, viewer): (&City, &Viewer),
    (number, post): (i64, Option<i64>),
    typed: &Typed,
) -> Result<Response, Failure> {
    let seen: i64 = sent(typed, "stand").parse().map_err(Failure::bad_request)?;
    let mut read = vote(viewer, typed, ("stimme-neu", "grund-neu"));
    if post.is_none() {
        let mut problems = read.err().unwrap_or_default();
        problems.add("mitglied-neu", viewer.t.get("antrag-mitglied-fehlt"));
        read = Err(problems);
    }
    let problems = match read {
        Err(problems) => problems,
        Ok((vote, reason)) => {
            let t = app.texts_of(city);
            let whose = (number, post.unwrap_or_default());
            let said = (vote, reason.as_str());
            let mut change = app.store.change(viewer.author()).await?;
            let here = here(city, &t, app);
            let done = correcting::correct(&mut change, here, whose, seen, said).await;
            finish(viewer, (change, done), "stimme-neu-1").await?
        }
    };
    answer(app, (city, viewer), number, (typed, problems), "meldung-stimme-berichtigt").await
}

/// `POST /{kommune}/fonds/antraege/{number}/abschluss`: closes an application without a proof of use, books
/// what came back after that, or takes up again what was declined.
pub async fn close(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    open_for(&app, &city, &viewer, (number, |it| it.leads)).await?;
    let by = (&city, &viewer);
    let (problems, is_told, flash) = match sent(&typed, "was") {
        "zurueck" => (book_back(&app, by, number, &typed).await?, false, "meldung-gebucht"),
        "wieder" => (again(&app, by, number, &typed).await?, true, "meldung-antrag-wieder"),
        _ => (give_up(&app, by, number, &typed).await?, true, "meldung-antrag-aufgegeben"),
    };
    if problems.is_empty() && is_told {
        super::secret::tell(&app, &city, number).await?;
    }
    answer(&app, (&city, &viewer), number, (&typed, problems), flash).await
}

/// Why, as the group will read it.
fn reason(
    viewer: &Viewer,
    typed: &Typed,
    (field, missing): (&str, &str),
) -> Result<String, Problems> {
    let mut form = Reading::new(&viewer.t, typed);
    let reason = form.needed(field, LONGEST_TEXT, missing);
    form.result(reason)
}

async fn give_up(
    app: &App,
    (city, viewer): (&City, &Viewer),
    number: i64,
    typed: &Typed,
) -> Result<Problems, Failure> {
    let seen = State::from_code(sent(typed, "stand"));
    let seen = seen.ok_or_else(|| Failure::refused("no state"))?;
    let field = ("grund-abschluss", "antrag-aufgeben-grund-fehlt");
    let reason = match reason(viewer, typed, field) {
        Ok(reason) => reason,
        Err(problems) => return Ok(problems),
    };
    let t = app.texts_of(city);
    let mut change = app.store.change(viewer.author()).await?;
    let here = here(city, &t, app);
    let done = actions::give_up(&mut change, here, (number, seen), &reason).await;
    finish(viewer, (change, done), "grund-abschluss").await
}

async fn book_back(
    app: &App,
    (city, viewer): (&City, &Viewer),
    number: i64,
    typed: &Typed,
) -> Result<Problems, Failure> {
    let mut form = Reading::new(&viewer.t, typed);
    let cents = form.cents("rueckzahlung").unwrap_or_default();
    let cents = match form.result(cents) {
        Ok(cents) => cents,
        Err(problems) => return Ok(problems),
    };
    let t = app.texts_of(city);
    let mut change = app.store.change(viewer.author()).await?;
    let done = actions::take_back(&mut change, here(city, &t, app), (number, cents)).await;
    finish(viewer, (change, done), "rueckzahlung").await
}

async fn again(
    app: &App,
    (city, viewer): (&City, &Viewer),
    number: i64,
    typed: &Typed,
) -> Result<Problems, Failure> {
    let reason = match reason(viewer, typed, ("grund-wieder", "antrag-wieder-grund-fehlt")) {
        Ok(reason) => reason,
        Err(problems) => return Ok(problems),
    };
    let t = app.texts_of(city);
    let mut change = app.store.change(viewer.author()).await?;
    let here = here(city, &t, app);
    let done = correcting::take_up_again(&mut change, here, number, &reason).await;
    finish(viewer, (change, done), "grund-wieder").await
}
