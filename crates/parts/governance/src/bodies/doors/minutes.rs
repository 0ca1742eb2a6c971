//! Doors through which minutes are written while the meeting goes on, item by item.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{OfItem, OfMeeting, open_meeting, refuse, written};
use crate::bodies::model::{Attended, Item, Presence, Says, Vote};
use crate::bodies::pages::meeting::{self as page, Sent};
use crate::bodies::store::agenda as store;
use crate::bodies::view::{Bodies, MeetingView};
use crate::bodies::{address_of, at, resolving, voting};
use crate::papers::model::{Outcome, Paper};
use crate::permissions::SIT;

/// `GET …/sitzungen/{sitzung}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfMeeting>,
) -> Result<Response, Failure> {
    if !viewer.may(SIT) {
        // Who is only invited has one page for all meetings.
        let all = Bodies::read(&mut app.store.read().await?, city.tenant()).await?;
        if !all.seats_of(viewer.actor.post, app.today()).contains(&it.id().0) {
            return Err(Failure::not_found());
        }
        return Ok(viewer.done(&at(&city, ""), None));
    }
    let view = MeetingView::read(&app, &city, &viewer, it.id()).await?;
    Ok(page::show(&viewer, &city, &view, &Sent::default()))
}

/// What was typed for an item. Names of fields end with its number: a page has many of them.
fn checked(
    it: Reading<'_>,
    (was, is_closed): (&Item, bool),
    put: Option<&Paper>,
) -> Result<Says, Problems> {
    let mut it = it;
    let field = |name: &str| format!("{name}-{}", was.number);
    let title = it.needed(&field("titel"), LONGEST_LINE, "punkt-titel-fehlt");
    let minutes = it.text(&field("protokoll"), LONGEST_TEXT);
    let outcome = put.and_then(|_| Outcome::from_code(it.sent(&field("ergebnis"))));
    let decision = decided(&mut it, was, (put, outcome));
    let vote = voted(&mut it, was.number, (&decision, outcome));
    let reason = match is_closed {
        true => it.needed(&field("grund"), LONGEST_LINE, "berichtigung-grund-fehlt"),
        false => String::new(),
    };
    let is_public = it.sent(&field("oeffentlich")) == "ja";
    it.result(Says {
        title,
        is_public,
        minutes,
        decision,
        vote: vote.unwrap_or(Vote::None),
        outcome,
        reason,
    })
}

/// What was decided: what was typed, or of a Vorlage what its result says already.
fn decided(
    it: &mut Reading<'_>,
    was: &Item,
    (put, outcome): (Option<&Paper>, Option<Outcome>),
) -> String {
    let field = |name: &str| format!("{name}-{}", was.number);
    let mut decision = it.text(&field("beschluss"), LONGEST_TEXT);
    // What stood there already is of the Vorlage as it was then.
    let is_new = (&decision, outcome) != (&was.says.decision, was.says.outcome);
    if let (true, Some(put), Some(outcome)) = (is_new, put, outcome) {
        let says = |other| is_same_wording(&decision, &worded(it, put, Some(other)));
        let all = [Outcome::AsProposed, Outcome::Rejected];
        if all.into_iter().any(|other| other != outcome && says(other)) {
            // These words were written for another result.
            decision = String::new();
        } else if outcome == Outcome::AsProposed && !decision.is_empty() && !says(outcome) {
            it.wrong(&field("ergebnis"), "ergebnis-anderer-wortlaut");
        }
    }
    if let (true, Some(put)) = (decision.is_empty(), put) {
        decision = worded(it, put, outcome);
    }
    if decision.is_empty() && outcome == Some(Outcome::Deviating) {
        it.wrong(&field("beschluss"), "ergebnis-wortlaut-fehlt");
    }
    decision
}

/// Whether the words are the same, however the lines break.
fn is_same_wording(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// How it was voted, if that fits what was decided.
fn voted(
    it: &mut Reading<'_>,
    number: i64,
    (decision, outcome): (&str, Option<Outcome>),
) -> Option<Vote> {
    let vote = voting::voted(it, number, outcome);
    if decision.is_empty()
        && outcome != Some(Outcome::Deviating)
        && vote.is_some_and(|it| it != Vote::None)
    {
        it.wrong(&format!("beschluss-{number}"), "beschluss-fehlt");
    }
    vote
}

/// The wording of a decision about a Vorlage that nobody has to type.
fn worded(it: &Reading<'_>, put: &Paper, outcome: Option<Outcome>) -> String {
    let proposal = put.draft.proposal.as_str();
    match outcome {
        Some(Outcome::AsProposed) => proposal.to_owned(),
        Some(Outcome::Rejected) => {
            it.t.with("beschluss-abgelehnt", &[("vorschlag", Arg::from(proposal))])
        }
        _ => String::new(),
    }
}

/// Whether the script asks, which keeps what is written without a new page.
fn asks_for_script(typed: &Typed) -> bool {
    sent(typed, "selbst") == "1"
}

fn told(status: StatusCode, document: &serde_json::Value) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (status, kind, document.to_string()).into_response()
}

/// `POST …/punkte/{punkt}`: what was said and decided. Once the minutes are closed it is a
/// correction, with its reason.
pub async fn write(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfItem>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = MeetingView::read(&app, &city, &viewer, it.meeting()).await?;
    if !view.may_hold || view.meeting().slot.cancelled {
        return Err(refuse(&viewer));
    }
    let item = view.items.iter().find(|item| item.number == it.punkt);
    let item = item.ok_or_else(Failure::not_found)?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let is_closed = view.meeting().is_closed();
    let says = checked(Reading::new(&viewer.t, &typed), (item, is_closed), view.paper_of(item));
    if seen != item.version {
        return other_was_faster(&app, &city, &viewer, (it, seen, &typed)).await;
    }
    let says = match says {
        Ok(says) => says,
        Err(problems) if asks_for_script(&typed) => {
            let texts: Vec<&str> = problems.items.iter().map(|it| it.label.as_str()).collect();
            let document = serde_json::json!({ "text": texts.join(" ") });
            return Ok(told(StatusCode::UNPROCESSABLE_ENTITY, &document));
        }
        Err(problems) => {
            let sent = Sent { open: Some(it.punkt), ..Sent::of(&typed, problems) };
            return Ok(page::show(&viewer, &city, &view, &sent));
        }
    };
    let same = Says { reason: item.says.reason.clone(), ..says.clone() } == item.says;
    if !same && !keep(&app, &city, &viewer, (it, item, &says, is_closed)).await? {
        return other_was_faster(&app, &city, &viewer, (it, seen, &typed)).await;
    }
    if asks_for_script(&typed) {
        let version = if same { item.version } else { item.version + 1 };
        let text = viewer.t.get("protokoll-gesichert");
        let document = serde_json::json!({ "version": version, "text": text });
        return Ok(told(StatusCode::OK, &document));
    }
    let page = format!("{}#punkt-{}", address_of(&city, it.meeting()), it.punkt);
    let said = if is_closed { "meldung-berichtigt" } else { "meldung-gespeichert" };
    Ok(viewer.done(&page, Some(said)))
}

/// Writes the next version; false if somebody was faster, closed the minutes meanwhile, or took the
/// item off the agenda.
async fn keep(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (it, item, says, was_closed): (OfItem, &Item, &Says, bool),
) -> Result<bool, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let meetings =
        crate::bodies::store::meetings::versions(&mut change, city.tenant(), it.meeting()).await?;
    let meeting = meetings.first().filter(|it| it.is_closed() == was_closed);
    let Some(meeting) = meeting else { return Ok(false) };
    let id = (it.gremium, it.sitzung, it.punkt);
    if store::versions(&mut change, city.tenant(), id).await?.is_empty() {
        return Ok(false);
    }
    match store::write(&mut change, city.tenant(), it.meeting(), (item, says)).await {
        Ok(()) => {}
        Err(error) if error.is_duplicate() => return Ok(false),
        Err(error) => return Err(error.into()),
    }
    if was_closed {
        resolving::correct(app, city, &mut change, (meeting, item, says)).await?;
    }
    change.commit().await?;
    Ok(true)
}

/// What somebody else has written stands beside what was typed; nothing is lost.
async fn other_was_faster(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (it, seen, typed): (OfItem, i64, &Typed),
) -> Result<Response, Failure> {
    if asks_for_script(typed) {
        let document = serde_json::json!({ "text": viewer.t.get("protokoll-inzwischen") });
        return Ok(told(StatusCode::CONFLICT, &document));
    }
    let view = MeetingView::read(app, city, viewer, it.meeting()).await?;
    let mut read = app.store.read().await?;
    let id = (it.gremium, it.sitzung, it.punkt);
    let versions = store::versions(&mut read, city.tenant(), id).await?;
    drop(read);
    let before = versions.into_iter().find(|it| it.version == seen);
    let before = before.ok_or_else(Failure::not_found)?;
    let sent =
        Sent { open: Some(it.punkt), before: Some(before), ..Sent::of(typed, Problems::default()) };
    Ok(page::show(viewer, city, &view, &sent))
}

/// `POST …/anwesenheit`
pub async fn attend(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfMeeting>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = written(&app, &city, &viewer, it.id()).await?;
    let seen: i64 = sent(&typed, "anwesenheit-version").parse().map_err(Failure::bad_request)?;
    let mut reading = Reading::new(&viewer.t, &typed);
    let entry = |member: i64| {
        let presence = Presence::from_code(sent(&typed, &format!("da-{member}")))?;
        let by = reading.text(&format!("durch-{member}"), LONGEST_LINE);
        let by = if presence == Presence::Substitute { by } else { String::new() };
        Some(Attended { member, presence, by })
    };
    let entries: Vec<Attended> =
        view.members.iter().map(|it| it.number).filter_map(entry).collect();
    let problems = reading.problems;
    let refused = |problems| {
        let sent = Sent { attends: true, ..Sent::of(&typed, problems) };
        Ok(page::show(&viewer, &city, &view, &sent))
    };
    if !problems.is_empty() {
        return refused(problems);
    }
    let mut change = app.store.change(viewer.author()).await?;
    let _ = open_meeting(&mut change, &city, &viewer, it.id()).await?;
    let id = (it.gremium, it.sitzung, seen);
    match store::attend(&mut change, city.tenant(), id, &entries).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            let mut problems = Problems::default();
            problems.add("anwesenheit", viewer.t.get("anwesenheit-inzwischen"));
            return refused(problems);
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address_of(&city, it.id()), Some("meldung-gespeichert")))
}
