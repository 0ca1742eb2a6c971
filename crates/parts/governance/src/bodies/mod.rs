//! Gremien and their Sitzungen: who decides, when, about what, and who does it until when.
//!
//! An agenda is put together from what is open ([`view::open`]): late measures, tasks left undone,
//! observations on the ground. Minutes, decisions and tasks are written where the item stands, while
//! the meeting goes on. Closing the minutes is done once; it writes the citations that nobody then
//! has to draw ([`closing`]). Calendars subscribe ([`model::ical`]).

pub(crate) mod ahead;
mod citable;
pub mod closing;
pub(crate) mod doors;
pub mod model;
pub(crate) mod pages;
mod panel;
mod paper;
mod resolving;
pub mod store;
mod today;
pub(crate) mod view;
pub(crate) mod voting;

use std::sync::Arc;

use ankunft_platform::parts::{Duty, Nav, Part};
use ankunft_platform::web::{City, Data, Route};

use super::permissions::{ATTEND, CONVENE, DO_TASKS, HOLD, SIT, SUBSCRIBE};
use crate::inside::Cited;
use crate::measures;

/// Where bodies are, behind the address of their city.
pub(crate) const PATH: &str = "/gremien";

/// An address of the bodies of a city.
#[must_use]
pub(crate) fn at(city: &City, path: &str) -> String {
    city.at(&format!("{PATH}{path}"))
}

/// The address of a body.
#[must_use]
pub(crate) fn address(city: &City, body: i64) -> String {
    at(city, &format!("/{body}"))
}

/// The address of a meeting.
#[must_use]
pub(crate) fn address_of(city: &City, (body, meeting): (i64, i64)) -> String {
    at(city, &format!("/{body}/sitzungen/{meeting}"))
}

/// The address of a task.
#[must_use]
pub(crate) fn address_of_task(city: &City, number: i64) -> String {
    at(city, &format!("/aufgaben/{number}"))
}

/// The address of an observation.
#[must_use]
pub(crate) fn address_of_observation(city: &City, number: i64) -> String {
    at(city, &format!("/beobachtungen/{number}"))
}

/// The way to a meeting that shall speak about something, behind the address of its city.
#[must_use]
pub(crate) fn placing((kind, id): (&str, &str)) -> String {
    format!("{PATH}/tagesordnung?{}={kind}:{id}", view::placing::FIELD)
}

/// What bodies register; the name is that of the whole part.
pub(crate) fn part() -> Part {
    Part {
        panels: vec![Arc::new(panel::OfQuarter)],
        routes: routes().into_iter().chain(of_meetings()).chain(files_of_meetings()).collect(),
        rules: crate::permissions::BODIES.to_vec(),
        nav: vec![Nav {
            text: "nav-gremien",
            path: PATH,
            action: ATTEND,
            of: Some(measures::PATH),
        }],
        citables: vec![
            Arc::new(Cited::<citable::Decisions>::new()),
            Arc::new(Cited::<citable::Tasks>::new()),
            Arc::new(Cited::<citable::Observations>::new()),
        ],
        today: vec![Arc::new(today::Asked)],
        duties: vec![
            Duty {
                text: "haengt-aufgaben",
                way: Some((PATH, ATTEND)),
                count: "select count(*) from task_version v where v.tenant = $1 \
                        and v.task_post = $2 and v.done = 0 and v.version = \
                        (select max(n.version) from task_version n \
                        where n.tenant = v.tenant and n.task = v.task)",
            },
            Duty {
                text: "haengt-sitze",
                way: Some((PATH, ATTEND)),
                count: "select count(*) from body_member m where m.tenant = $1 \
                        and m.member_post = $2 and m.to_date is null",
            },
        ],
        ..Part::default()
    }
}

fn routes() -> Vec<Route> {
    use doors::{bodies, feeds, observations, placing, tasks};
    let calendar = |about| Data::file("text/calendar", about);
    vec![
        Route::get("/{kommune}/gremien", ATTEND, bodies::list),
        Route::get("/{kommune}/gremien/neu", CONVENE, bodies::show_new),
        Route::post("/{kommune}/gremien/neu", CONVENE, bodies::add),
        Route::get("/{kommune}/gremien/kalender", ATTEND, feeds::own),
        Route::post("/{kommune}/gremien/kalender", ATTEND, feeds::make),
        Route::get("/{kommune}/gremien/kalender/{geheim}/sitzungen.ics", SUBSCRIBE, feeds::secret)
            .data(calendar("The meetings of a Stelle, behind its secret address")),
        Route::get("/{kommune}/gremien/tagesordnung", SIT, placing::show),
        Route::post("/{kommune}/gremien/tagesordnung", HOLD, placing::put),
        Route::get("/{kommune}/gremien/aufgaben/{nummer}", SIT, tasks::show),
        Route::post("/{kommune}/gremien/aufgaben/{nummer}", DO_TASKS, tasks::save),
        Route::get("/{kommune}/gremien/beobachtungen/neu", HOLD, observations::show_new),
        Route::post("/{kommune}/gremien/beobachtungen/neu", HOLD, observations::add),
        Route::get("/{kommune}/gremien/beobachtungen/{nummer}", SIT, observations::show),
        Route::post("/{kommune}/gremien/beobachtungen/{nummer}", HOLD, observations::give),
        Route::get("/{kommune}/gremien/{gremium}", SIT, bodies::show),
        Route::get("/{kommune}/gremien/{gremium}/kalender.ics", SUBSCRIBE, feeds::public)
            .data(calendar("The public meetings of a body")),
        Route::get("/{kommune}/gremien/{gremium}/aendern", HOLD, bodies::show_edit),
        Route::post("/{kommune}/gremien/{gremium}/aendern", HOLD, bodies::save),
        Route::post("/{kommune}/gremien/{gremium}/mitglieder", HOLD, bodies::seat),
        Route::post("/{kommune}/gremien/{gremium}/mitglieder/ende", HOLD, bodies::unseat),
    ]
}

fn of_meetings() -> Vec<Route> {
    use doors::{agenda, closing, meetings, minutes, tasks};
    vec![
        Route::get("/{kommune}/gremien/{gremium}/sitzungen/neu", HOLD, meetings::show_new),
        Route::post("/{kommune}/gremien/{gremium}/sitzungen/neu", HOLD, meetings::add),
        Route::get("/{kommune}/gremien/{gremium}/sitzungen/{sitzung}", ATTEND, minutes::show),
        Route::get(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/aendern",
            HOLD,
            meetings::show_edit,
        ),
        Route::post(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/aendern",
            HOLD,
            meetings::save,
        ),
        Route::post("/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/punkte", HOLD, agenda::add),
        Route::post(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/punkte/{punkt}",
            HOLD,
            minutes::write,
        ),
        Route::post(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/punkte/{punkt}/ordnen",
            HOLD,
            agenda::order,
        ),
        Route::post(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/punkte/{punkt}/aufgaben",
            HOLD,
            tasks::add,
        ),
        Route::post(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/anwesenheit",
            HOLD,
            minutes::attend,
        ),
        Route::post(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/abschliessen",
            HOLD,
            closing::close,
        ),
    ]
}

/// What is attached to a meeting, and the meeting on paper.
fn files_of_meetings() -> Vec<Route> {
    use doors::{files, papers};
    vec![
        Route::post(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/unterlagen",
            HOLD,
            files::attach,
        )
        .upload_of(files::LARGEST),
        Route::post(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/unterlagen/zurueck",
            HOLD,
            files::take_back,
        ),
        Route::get(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/unterlagen/{datei}",
            SIT,
            files::hand_out,
        ),
        Route::get(
            "/{kommune}/gremien/{gremium}/sitzungen/{sitzung}/papier/{format}",
            ATTEND,
            papers::hand_out,
        ),
    ]
}
