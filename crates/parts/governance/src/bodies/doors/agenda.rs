//! Doors through which the agenda is put together.

use ankunft_platform::page::components::Problems;
use ankunft_platform::store::Change;
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{OfItem, OfMeeting, open_meeting, written};
use crate::bodies::address_of;
use crate::bodies::model::{Item, Says, Subject};
use crate::bodies::pages::meeting::{self as page, Sent};
use crate::bodies::store::{agenda as store, tasks};
use crate::bodies::view::MeetingView;
use crate::measures;

/// What is put on the agenda: something that is open, by one press, or a title that was typed.
fn wanted(
    view: &MeetingView,
    typed: &Typed,
    it: &mut Reading<'_>,
) -> (Option<Subject>, String, bool) {
    let (kind, id) = (sent(typed, "art"), sent(typed, "ding"));
    if !kind.is_empty() {
        // What is typed for an item of one's own lies on the same desk and belongs to another press.
        let mut all = view.proposals.iter();
        return match all.find(|it| it.subject.kind == kind && it.subject.id == id) {
            Some(it) => (Some(it.subject.clone()), it.title.clone(), it.is_public),
            // It was put there or done meanwhile.
            None => {
                (Some(Subject { kind: kind.to_owned(), id: id.to_owned() }), String::new(), false)
            }
        };
    }
    let is_public = sent(typed, "punkt-oeffentlich") == "ja";
    let chosen = sent(typed, "massnahme");
    if let Some((number, title)) = view.measures.iter().find(|it| it.0.to_string() == chosen) {
        let kind = measures::store::KIND.to_owned();
        return (Some(Subject { kind, id: number.to_string() }), title.clone(), is_public);
    }
    (None, it.needed("punkt", LONGEST_LINE, "punkt-titel-fehlt"), is_public)
}

/// `POST …/sitzungen/{sitzung}/punkte`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfMeeting>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = written(&app, &city, &viewer, it.id()).await?;
    let page = address_of(&city, it.id());
    let mut reading = Reading::new(&viewer.t, &typed);
    let (subject, title, is_public) = wanted(&view, &typed, &mut reading);
    let is_public = is_public && view.meeting().slot.is_public;
    let says = match reading.result(Says::titled(title, is_public)) {
        Ok(says) => says,
        Err(problems) => {
            let sent = Sent::of(&typed, problems);
            return Ok(page::show(&viewer, &city, &view, &sent));
        }
    };
    if says.title.is_empty() {
        return Ok(viewer.done(&page, Some("meldung-punkt-fort")));
    }
    let mut change = app.store.change(viewer.author()).await?;
    let _ = open_meeting(&mut change, &city, &viewer, it.id()).await?;
    let subject = subject.as_ref();
    // Somebody else has put it there since the page was read.
    let items = store::items(&mut change, city.tenant(), it.id()).await?;
    let there = items.iter().any(|it| it.subject.is_some() && it.subject.as_ref() == subject);
    if there {
        return Ok(viewer.done(&page, Some("meldung-punkt-fort")));
    }
    let number = store::add(&mut change, city.tenant(), it.id(), subject, &says).await?;
    change.commit().await?;
    Ok(viewer.done(&format!("{page}#punkt-{number}"), Some("meldung-punkt")))
}

/// `POST …/punkte/{punkt}/ordnen`: up, down, or off the agenda.
pub async fn order(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfItem>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let _ = written(&app, &city, &viewer, it.meeting()).await?;
    let mut change = app.store.change(viewer.author()).await?;
    let _ = open_meeting(&mut change, &city, &viewer, it.meeting()).await?;
    let items = store::items(&mut change, city.tenant(), it.meeting()).await?;
    let at = items.iter().position(|item| item.number == it.punkt);
    let at = at.ok_or_else(Failure::not_found)?;
    let neighbour: Option<&Item> = match sent(&typed, "wohin") {
        "hoch" => at.checked_sub(1).and_then(|at| items.get(at)),
        "tief" => items.get(at + 1),
        "weg" => return remove(&app, &city, &viewer, (change, it, &items[at])).await,
        other => return Err(Failure::bad_request(format!("no direction {other}"))),
    };
    if let Some(neighbour) = neighbour {
        let both = (&items[at], neighbour);
        store::swap(&mut change, city.tenant(), it.meeting(), both).await?;
        change.commit().await?;
    }
    let page = format!("{}#punkt-{}", address_of(&city, it.meeting()), it.punkt);
    Ok(viewer.done(&page, None))
}

/// What has minutes, a decision or tasks stays.
async fn remove(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (mut change, it, item): (Change, OfItem, &Item),
) -> Result<Response, Failure> {
    let id = (it.gremium, it.sitzung, it.punkt);
    let tasks = tasks::tasks(&mut change, city.tenant()).await?;
    let is_written = !item.says.minutes.is_empty() || item.has_decision();
    if is_written || tasks.iter().any(|it| it.made_in == id) {
        drop(change);
        let view = written(app, city, viewer, it.meeting()).await?;
        let mut problems = Problems::default();
        let field = format!("protokoll-{}", it.punkt);
        problems.add(&field, viewer.t.get("punkt-hat-inhalt"));
        return Ok(page::show(viewer, city, &view, &Sent::of(&Typed::new(), problems)));
    }
    store::remove(&mut change, city.tenant(), id).await?;
    change.commit().await?;
    Ok(viewer.done(&address_of(city, it.meeting()), Some("meldung-punkt-weg")))
}
