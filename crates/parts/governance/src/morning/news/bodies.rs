//! Meetings of bodies that the Stelle sits in, and tasks that are its own or were given there.

use std::collections::BTreeSet;

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{Chronicle, Said, Whom, number};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::App;

use super::on_duty;
use crate::bodies::model::calendar::local;
use crate::bodies::model::{Meeting, Seat};
use crate::bodies::store::{BODY, MEETING, TASK};
use crate::bodies::view::Bodies;
use crate::bodies::{address, address_of, address_of_task};
use crate::permissions::SIT;

/// What happened in bodies.
pub(super) struct Sittings;

/// All bodies, and those that the Stelle sits in.
pub(super) struct Seen {
    all: Bodies,
    own: BTreeSet<i64>,
}

impl Chronicle for Sittings {
    const KINDS: &'static [&'static str] = &[BODY, MEETING, TASK];
    const ABOUT: &'static str = "neues-gremien";
    type Seen = Seen;

    fn tells(whom: &Whom<'_>) -> bool {
        on_duty(whom, SIT)
    }

    async fn read(app: &App, whom: &Whom<'_>, _: &[Recorded]) -> Result<Seen, StoreError> {
        let today = app.today();
        let all = Bodies::read(&mut app.store.read().await?, whom.city.tenant()).await?;
        let sits = all.members.iter().filter(|(_, it)| {
            it.holds_on(today) && matches!(it.seat, Seat::Post(post) if whom.is(post))
        });
        let own = sits.map(|it| it.0).collect();
        Ok(Seen { all, own })
    }

    fn say(whom: &Whom<'_>, seen: &Seen, change: &Recorded) -> Option<Said> {
        match change.thing_kind.as_str() {
            MEETING => of_meeting(whom, seen, change),
            TASK => of_task(whom, seen, change),
            _ => of_body(whom, seen, change),
        }
    }
}

fn of_meeting(whom: &Whom<'_>, seen: &Seen, change: &Recorded) -> Option<Said> {
    let (body, sitting) = change.thing.split_once('-')?;
    let id: (i64, i64) = (body.parse().ok()?, sitting.parse().ok()?);
    let is_it = |it: &&Meeting| (it.body, it.number) == id;
    let meeting = seen.all.meetings.iter().find(is_it).filter(|it| seen.own.contains(&it.body))?;
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
    let args = vec![
        ("gremium", Arg::from(seen.all.body(meeting.body)?.charter.name.as_str())),
        ("tag", Arg::from(whom.viewer.t.date(local(meeting.slot.starts).date()))),
    ];
    Some(Said { text, args, href: address_of(&whom.city, id) })
}

fn of_task(whom: &Whom<'_>, seen: &Seen, change: &Recorded) -> Option<Said> {
    let wanted = number(change)?;
    let task = seen.all.tasks.iter().find(|it| it.number == wanted)?;
    if !whom.is(task.duty.post) && !seen.own.contains(&task.made_in.0) {
        return None;
    }
    let text = match change.action.as_str() {
        "task.give" => "neues-aufgabe",
        "task.change" => "neues-aufgabe-geaendert",
        "task.done" => "neues-aufgabe-erledigt",
        "task.reopen" => "neues-aufgabe-wieder-offen",
        _ => return None,
    };
    Some(Said::of(text, ("was", &task.duty.what), address_of_task(&whom.city, task.number)))
}

fn of_body(whom: &Whom<'_>, seen: &Seen, change: &Recorded) -> Option<Said> {
    let body = seen.all.body(number(change)?).filter(|it| seen.own.contains(&it.number))?;
    let text = match change.action.as_str() {
        "body.seat" | "body.unseat" => "neues-mitglieder",
        "body.found" | "body.change" => "neues-gremium",
        _ => return None,
    };
    Some(Said::of(text, ("gremium", &body.charter.name), address(&whom.city, body.number)))
}
