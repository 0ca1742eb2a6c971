//! What is done with one report of a round: accept, send back, remind, withdraw, ask somebody else.

use ankunft_platform::changes::Author;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_TEXT, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{RoundNumber, refuse_others, round_page};
use crate::effects::follow;
use crate::effects::model::State as Value;
use crate::effects::{actuals, model::Actual};
use crate::reporting::letters::{self, Why};
use crate::reporting::link::Case;
use crate::reporting::model::{Contact, State};
use crate::reporting::pages::Shown;
use crate::reporting::store::{self, Which};
use crate::reporting::{address, form, write};

/// What came of an act.
enum Done {
    /// It is done; this is said, and this letter goes out.
    Said(&'static str, Option<Why>),
    /// It is not done: what is wrong.
    Wrong(Problems),
}

/// `POST /{kommune}/steuerung/berichte/{round}`
pub async fn act(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(RoundNumber { round }): PathOf<RoundNumber>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let request: i64 = sent(&typed, "anfrage").parse().map_err(Failure::bad_request)?;
    let case = Case::read(&app, city.tenant(), request).await?;
    let case = case.filter(|it| it.round.number == round).ok_or_else(Failure::not_found)?;
    refuse_others(&viewer, &case.measure)?;
    let intent = sent(&typed, "absicht");
    if intent == "link-zeigen" && !app.mail.is_on() {
        let link = new_link(&app, viewer.author(), &case).await?;
        let links = vec![(case.request.contact.name.clone(), link)];
        let shown = Shown { typed: &typed, problems: Problems::default(), links };
        return Ok(round_page(&app, &city, &viewer, round, shown).await?.answer());
    }
    let done = match intent {
        "abnehmen" | "zurueckgeben" => decide(&app, &viewer, &case, &typed).await?,
        "jemand-anderes" => ask_another(&app, &viewer, &case, &typed).await?,
        intent => by_press(&app, &viewer, &case, intent).await?,
    };
    match done {
        Done::Said(text, why) => {
            if let Some(why) = why {
                tell(&app, &city, (viewer.author(), request), &why).await?;
            }
            Ok(viewer.done(&address(&city, round), Some(text)))
        }
        Done::Wrong(problems) => {
            let shown = Shown { typed: &typed, problems, links: Vec::new() };
            Ok(round_page(&app, &city, &viewer, round, shown).await?.refused())
        }
    }
}

/// Writes to whoever is asked, with a new link.
pub(in crate::reporting) async fn tell(
    app: &App,
    city: &City,
    (author, request): (Author, i64),
    why: &Why,
) -> Result<(), Failure> {
    let Some(case) = Case::read(app, city.tenant(), request).await? else { return Ok(()) };
    if case.request.contact.email.is_empty() || !app.mail.is_on() {
        return Ok(());
    }
    let link = new_link(app, author, &case).await?;
    letters::send(app, &case.about(&link), why);
    Ok(())
}

async fn new_link(app: &App, author: Author, case: &Case) -> Result<String, StoreError> {
    let mut change = app.store.change(author).await?;
    let of = (&case.round, case.request.id);
    let link = letters::link(app, &mut change, case.tenant, of).await?;
    change.commit().await?;
    Ok(letters::address(app, case.request.id, &link))
}

async fn by_press(app: &App, viewer: &Viewer, case: &Case, intent: &str) -> Result<Done, Failure> {
    let (tenant, id) = (case.tenant, case.request.id);
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, tenant).await?;
    let now = store::requests(&mut change, tenant, Which::One(id)).await?;
    let state = now.first().ok_or_else(Failure::not_found)?.state();
    let done = match intent {
        "erinnern" if state.is_with_reporter() => {
            write::remind(&mut change, tenant, id, "").await?;
            Done::Said("meldung-erinnert", Some(Why::Remind))
        }
        "zurueckziehen" if state.is_with_reporter() => {
            write::withdraw(&mut change, tenant, id, true).await?;
            Done::Said("meldung-bericht-zurueckgezogen", None)
        }
        "wieder-fragen" if state == State::Withdrawn => {
            write::withdraw(&mut change, tenant, id, false).await?;
            Done::Said("meldung-bericht-gefragt", Some(Why::Ask))
        }
        _ => return Err(Failure::refused("nothing that can be done with this report now")),
    };
    change.commit().await?;
    Ok(done)
}

async fn ask_another(
    app: &App,
    viewer: &Viewer,
    case: &Case,
    typed: &Typed,
) -> Result<Done, Failure> {
    let id = case.request.id;
    let (name, email) = (format!("name-{id}"), format!("email-{id}"));
    let contact: Contact = match form::instead(&viewer.t, typed, (&name, &email)) {
        Ok(contact) => contact,
        Err(problems) => return Ok(Done::Wrong(problems)),
    };
    let mut change = app.store.change(viewer.author()).await?;
    write::set_contact(&mut change, case.tenant, id, &contact).await?;
    change.commit().await?;
    Ok(Done::Said("meldung-bericht-gefragt", Some(Why::Ask)))
}

/// Accepts the report with all its values, or sends it back with a reason; one of both, once.
async fn decide(app: &App, viewer: &Viewer, case: &Case, typed: &Typed) -> Result<Done, Failure> {
    let id = case.request.id;
    let field = format!("grund-{id}");
    let wrong = |text: &str| {
        let mut problems = Problems::default();
        problems.add(&field, viewer.t.get(text));
        Ok(Done::Wrong(problems))
    };
    let is_return = sent(typed, "absicht") == "zurueckgeben";
    let reason = sent(typed, &field);
    if is_return && (reason.is_empty() || reason.chars().count() > LONGEST_TEXT) {
        return wrong("abnahme-grund-fehlt");
    }
    let number: i64 = sent(typed, "nummer").parse().map_err(Failure::bad_request)?;
    if !case.request.submissions.iter().any(|it| it.number == number) {
        return Err(Failure::not_found());
    }
    let seen = follow::measure_as_seen(app, case.tenant, case.measure.number).await?;
    let because = is_return.then_some(reason);
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, case.tenant).await?;
    if newest(&mut change, case).await? != Some(number) {
        return wrong("abnahme-bericht-geaendert");
    }
    match write::decide(&mut change, case.tenant, (id, number), because).await {
        Ok(()) => {}
        Err(error) if error.is_duplicate() => return wrong("abnahme-schon"),
        Err(error) => return Err(error.into()),
    }
    let there = actuals::of_measure(&mut change, case.tenant, case.measure.number).await?;
    if !is_return && values(case, number, &there).any(|it| it.0.state == Value::Returned) {
        return wrong("bericht-hat-wert-zurueck");
    }
    for (actual, is_outcome) in values(case, number, &there) {
        if actual.state != Value::Checked {
            // Somebody has decided on it apart: a value is decided once.
            continue;
        }
        let Actual { measure, indicator, period, version, .. } = *actual;
        let key = (measure, indicator, period, version);
        actuals::decide(&mut change, case.tenant, key, because).await?;
        if is_outcome && !is_return {
            let effect = (measure, indicator, period);
            follow::follow(&mut change, case.tenant, effect, seen.as_ref()).await?;
        }
    }
    change.commit().await?;
    Ok(match because {
        Some(reason) => Done::Said("meldung-wert-zurueck", Some(Why::Returned(reason.to_owned()))),
        None => Done::Said("meldung-bericht-abgenommen", Some(Why::Accepted)),
    })
}

/// What was handed in last. Nobody decides on what its writer has put something else in place of.
async fn newest(change: &mut Change, case: &Case) -> Result<Option<i64>, StoreError> {
    let now = store::requests(change, case.tenant, Which::One(case.request.id)).await?;
    Ok(now.first().and_then(|it| it.submissions.last()).map(|it| it.number))
}

/// The values of a submission as they are now, each with whether it is an outcome.
fn values<'a>(
    case: &'a Case,
    number: i64,
    there: &'a [Actual],
) -> impl Iterator<Item = (&'a Actual, bool)> {
    let submission = case.request.submissions.iter().find(move |it| it.number == number);
    case.stands.iter().filter_map(move |stand| {
        let version = *submission?.values.get(&stand.known.number)?;
        let is_it = |it: &&Actual| {
            it.indicator == stand.known.number
                && (it.period, it.version) == (case.round.period, version)
        };
        let actual = there.iter().find(is_it)?;
        Some((actual, !stand.known.says.step.is_output()))
    })
}
