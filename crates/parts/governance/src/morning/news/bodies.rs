//! Meetings of bodies that the Stelle sits in, and tasks that are its own or were given there.

use std::collections::BTreeSet;

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, News, NewsSource};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, Viewer};

use super::{Told, number};
use crate::bodies::model::Seat;
use crate::bodies::model::calendar::local;
use crate::bodies::store::{BODY, MEETING, TASK};
use crate::bodies::view::Bodies;
use crate::bodies::{address, address_of, address_of_task};
use crate::permissions::SIT;

const ABOUT: &str = "neues-gremien";

/// What happened in bodies.
pub(crate) struct Changed;

impl NewsSource for Changed {
    fn kinds(&self) -> &'static [&'static str] {
        &[BODY, MEETING, TASK]
    }

    fn news<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        changes: &'a [Recorded],
    ) -> BoxFuture<'a, Result<Vec<News>, StoreError>> {
        Box::pin(news(app, viewer, changes))
    }
}

async fn news(app: &App, viewer: &Viewer, changes: &[Recorded]) -> Result<Vec<News>, StoreError> {
    let Some(told) = Told::of(viewer).filter(|_| viewer.may(SIT)) else { return Ok(Vec::new()) };
    let today = app.today();
    let all = Bodies::read(&mut *app.store.read().await?, told.city.tenant()).await?;
    let sits =
        all.members.iter().filter(|(_, it)| it.seat == Seat::Post(told.post) && it.holds_on(today));
    let own: BTreeSet<i64> = sits.map(|it| it.0).collect();
    let one = |change: &Recorded| match change.thing_kind.as_str() {
        MEETING => of_meeting(&told, (&all, &own), change),
        TASK => of_task(&told, (&all, &own), change),
        _ => of_body(&told, (&all, &own), change),
    };
    Ok(changes.iter().filter_map(one).collect())
}

fn of_meeting(
    told: &Told<'_>,
    (all, own): (&Bodies, &BTreeSet<i64>),
    change: &Recorded,
) -> Option<News> {
    let (body, sitting) = change.thing.split_once('-')?;
    let id: (i64, i64) = (body.parse().ok()?, sitting.parse().ok()?);
    let is_it = |it: &&crate::bodies::model::Meeting| (it.body, it.number) == id;
    let meeting = all.meetings.iter().find(is_it).filter(|it| own.contains(&it.body))?;
    let text = match change.action.as_str() {
        "meeting.change" if meeting.slot.cancelled => "neues-sitzung-abgesagt",
        "meeting.call" => "neues-sitzung",
        "meeting.call-series" => "neues-sitzungen",
        "meeting.change" => "neues-sitzung-verlegt",
        "meeting.agenda-add" => "neues-tagesordnung",
        "meeting.close" => "neues-protokoll",
        "meeting.correct" => "neues-protokoll-berichtigt",
        _ => return None,
    };
    let args = [
        ("gremium", Arg::from(all.body(meeting.body)?.charter.name.as_str())),
        ("tag", Arg::from(told.viewer.t.date(local(meeting.slot.starts).date()))),
    ];
    Some(told.news(ABOUT, (text, &args), (address_of(&told.city, id), change)))
}

fn of_task(
    told: &Told<'_>,
    (all, own): (&Bodies, &BTreeSet<i64>),
    change: &Recorded,
) -> Option<News> {
    let wanted = number(change)?;
    let task = all.tasks.iter().find(|it| it.number == wanted)?;
    if task.duty.post != told.post && !own.contains(&task.made_in.0) {
        return None;
    }
    let text = match change.action.as_str() {
        "task.give" => "neues-aufgabe",
        "task.change" => "neues-aufgabe-geaendert",
        "task.done" => "neues-aufgabe-erledigt",
        "task.reopen" => "neues-aufgabe-wieder-offen",
        _ => return None,
    };
    let what = [("was", Arg::from(task.duty.what.as_str()))];
    Some(told.news(ABOUT, (text, &what), (address_of_task(&told.city, task.number), change)))
}

fn of_body(
    told: &Told<'_>,
    (all, own): (&Bodies, &BTreeSet<i64>),
    change: &Recorded,
) -> Option<News> {
    let body = all.body(number(change)?).filter(|it| own.contains(&it.number))?;
    let text = match change.action.as_str() {
        "body.seat" | "body.unseat" => "neues-mitglieder",
        "body.found" | "body.change" => "neues-gremium",
        _ => return None,
    };
    let name = [("gremium", Arg::from(body.charter.name.as_str()))];
    Some(told.news(ABOUT, (text, &name), (address(&told.city, body.number), change)))
}
