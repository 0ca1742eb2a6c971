//! Doors of rounds: seeing how far one is, opening it, widening it, closing it.

use ankunft_platform::accounts;
use ankunft_platform::languages::Arg;
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::permission::Verdict;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant;
use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::{LONGEST_TEXT, all_sent, sent};
use crate::candidates::pages::at;
use crate::candidates::pages::rounds::{self as page, RoundsView, Said, Typed};
use crate::candidates::permissions::{PROPOSE, SCORE};
use crate::candidates::store::rounds::{self, Invited, NewRound};
use crate::candidates::view::{Closed, Running, Scoring, who};

type Pairs = Vec<(String, String)>;

/// How many days a team usually has.
const USUAL_DAYS: i32 = 14;

/// Who may score in this city, by what they are called; for who invites them.
async fn people(
    app: &App,
    connection: &mut AnyConnection,
    (city, viewer, names): (&City, &Viewer, &Names),
) -> Result<Vec<(Invited, String)>, StoreError> {
    let mut people = Vec::new();
    if !viewer.may(PROPOSE) {
        return Ok(people);
    }
    for it in accounts::accounts_of_city(connection, city.tenant()).await? {
        let actor = accounts::actor(connection, city.tenant(), it.id, app.today()).await?;
        if !it.is_disabled() && app.permissions.decide(&actor, SCORE) == Verdict::Yes {
            let name = who(&viewer.t, names, Some(it.id), actor.post);
            people.push((Invited { account: it.id, post: actor.post }, name));
        }
    }
    people.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(people)
}

async fn view(
    app: &App,
    connection: &mut AnyConnection,
    (city, viewer): (&City, &Viewer),
) -> Result<RoundsView, StoreError> {
    let names = Names::read(connection, city.tenant()).await?;
    Ok(RoundsView {
        scoring: Scoring::read(connection, city.tenant()).await?,
        closed: Closed::all(connection, city.tenant()).await?,
        people: people(app, connection, (city, viewer, &names)).await?,
        names,
        today: app.today(),
    })
}

/// Begins a change that nobody else of this city can come between, with what is true in it.
async fn change(
    app: &App,
    (city, viewer): (&City, &Viewer),
) -> Result<(Change, RoundsView), StoreError> {
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let view = view(app, &mut change, (city, viewer)).await?;
    Ok((change, view))
}

/// What stands in the form before anybody typed.
fn usual(view: &RoundsView) -> Typed {
    let in_time = view.today.checked_add(USUAL_DAYS.days()).unwrap_or(view.today);
    let due = match &view.scoring.round {
        Some(running) => running.round.due.clone().unwrap_or_default(),
        None => in_time.to_string(),
    };
    Typed { due, ..Typed::default() }
}

/// `GET /{kommune}/atlas/kandidaten/runde`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let view = view(&app, &mut *app.store.read().await?, (&city, &viewer)).await?;
    let form = (&usual(&view), Problems::default());
    Ok(page::rounds(&viewer, &city, &view, form, None).answer())
}

fn typed(pairs: &Pairs) -> Typed {
    Typed {
        due: sent(pairs, "bis").to_owned(),
        invited: all_sent(pairs, "eingeladen").iter().filter_map(|it| it.parse().ok()).collect(),
        reason: sent(pairs, "grund").to_owned(),
    }
}

/// The page again, because somebody else was faster.
fn too_late(viewer: &Viewer, city: &City, view: &RoundsView, said: Said) -> Response {
    let form = (&usual(view), Problems::default());
    page::rounds(viewer, city, view, form, said).refused()
}

/// The last day and who is asked, or what is wrong with them.
fn asked(
    viewer: &Viewer,
    view: &RoundsView,
    typed: &Typed,
) -> Result<(Date, Vec<Invited>), Problems> {
    let t = &viewer.t;
    let mut problems = Problems::default();
    let due = typed.due.parse::<Date>().ok().filter(|it| *it >= view.today);
    if due.is_none() {
        problems.add("bis", t.with("runde-bis-fehlt", &[("tag", Arg::from(t.date(view.today)))]));
    }
    let people = view.people.iter().map(|it| it.0);
    let invited: Vec<Invited> = people.filter(|it| typed.invited.contains(&it.account)).collect();
    if invited.is_empty() && view.scoring.round.is_none() {
        problems.add_choices("eingeladen", t.get("runde-wen-fehlt"));
    }
    due.filter(|_| problems.is_empty()).map(|due| (due, invited)).ok_or(problems)
}

/// `POST /{kommune}/atlas/kandidaten/runde`: opens a round.
pub async fn open(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Failure> {
    let (mut change, view) = change(&app, (&city, &viewer)).await?;
    if view.scoring.round.is_some() {
        return Ok(too_late(&viewer, &city, &view, Some("runde-schon-offen")));
    }
    if view.scoring.candidates.len() < 2 || view.scoring.criteria.is_empty() {
        return Ok(too_late(&viewer, &city, &view, None));
    }
    let typed = typed(&pairs);
    match asked(&viewer, &view, &typed) {
        Ok((due, invited)) => {
            let candidates = view.scoring.candidates.iter().map(|it| it.number).collect();
            let new = NewRound { due, invited, candidates };
            rounds::open(&mut change, city.tenant(), &new).await?;
            change.commit().await?;
            Ok(viewer.done(&at(&city, "/runde"), Some("meldung-runde-eroeffnet")))
        }
        Err(problems) => {
            Ok(page::rounds(&viewer, &city, &view, (&typed, problems), None).refused())
        }
    }
}

/// The open round, if it is the one that the form was made for.
fn meant<'a>(view: &'a RoundsView, pairs: &Pairs) -> Option<&'a Running> {
    let running = view.scoring.round.as_ref();
    running.filter(|it| it.round.number.to_string() == sent(pairs, "runde"))
}

/// `POST /{kommune}/atlas/kandidaten/runde/aendern`: another last day, more people.
pub async fn widen(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Failure> {
    let (mut change, view) = change(&app, (&city, &viewer)).await?;
    let Some(running) = meant(&view, &pairs) else {
        return Ok(too_late(&viewer, &city, &view, Some("runde-schon-geschlossen")));
    };
    let typed = typed(&pairs);
    match asked(&viewer, &view, &typed) {
        Ok((due, more)) => {
            let number = running.round.number;
            rounds::widen(&mut change, city.tenant(), number, (due, &more)).await?;
            change.commit().await?;
            Ok(viewer.done(&at(&city, "/runde"), Some("meldung-gespeichert")))
        }
        Err(problems) => {
            Ok(page::rounds(&viewer, &city, &view, (&typed, problems), None).refused())
        }
    }
}

/// `POST /{kommune}/atlas/kandidaten/runde/schliessen`
pub async fn close(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Failure> {
    let (mut change, view) = change(&app, (&city, &viewer)).await?;
    let Some(running) = meant(&view, &pairs) else {
        return Ok(too_late(&viewer, &city, &view, Some("runde-schon-geschlossen")));
    };
    let is_complete = view.scoring.is_complete();
    let reason = if is_complete { "" } else { sent(&pairs, "grund") };
    let mut problems = Problems::default();
    if reason.is_empty() && !is_complete {
        problems.add("grund", viewer.t.get("runde-grund-fehlt"));
    } else if reason.chars().count() > LONGEST_TEXT {
        problems.add("grund", viewer.t.get("text-zu-lang"));
    }
    if !problems.is_empty() {
        let typed = Typed { reason: sent(&pairs, "grund").to_owned(), ..usual(&view) };
        return Ok(page::rounds(&viewer, &city, &view, (&typed, problems), None).refused());
    }
    let tally = view.scoring.tally(&app.texts_of(&city), &view.names);
    let text = serde_json::to_string(&tally).map_err(Failure::internal)?;
    let number = running.round.number;
    if !rounds::close(&mut change, city.tenant(), number, (reason, &text)).await? {
        return Ok(too_late(&viewer, &city, &view, Some("runde-schon-geschlossen")));
    }
    change.commit().await?;
    let has_result = !tally.ballots.is_empty();
    let to = if has_result { format!("/ergebnis/{number}") } else { "/runde".to_owned() };
    Ok(viewer.done(&at(&city, &to), Some("meldung-runde-geschlossen")))
}
