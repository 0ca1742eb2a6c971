//! Doors to tasks.

use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{OfItem, OfNumber, may_hold, open_meeting, written};
use crate::bodies::model::{Duty, Task};
use crate::bodies::pages::meeting::{self as meeting_page, Sent};
use crate::bodies::pages::task::{self as page, TaskView};
use crate::bodies::store::{TASK, agenda, bodies, meetings, tasks as store};
use crate::bodies::{address_of, address_of_task, view};
use crate::known::Known;
use crate::permissions::DO_TASKS;

/// What was typed of a task; `had` is the Stelle that it had.
fn checked(
    it: Reading<'_>,
    field: &dyn Fn(&str) -> String,
    (known, had): (&Known, Option<i64>),
) -> Result<Duty, Problems> {
    let mut it = it;
    let what = it.needed(&field("aufgabe"), LONGEST_LINE, "aufgabe-was-fehlt");
    let post = it.sent(&field("stelle")).parse().ok();
    let post = post.filter(|id| Some(*id) == had || known.desks.iter().any(|it| it.id == *id));
    if post.is_none() {
        it.wrong(&field("stelle"), "aufgabe-stelle-fehlt");
    }
    let due = it.needed_day(&field("bis"), "aufgabe-bis-fehlt");
    let review_on = it.day(&field("wiedervorlage"));
    it.result(Duty {
        what,
        post: post.unwrap_or_default(),
        due: due.unwrap_or_default(),
        review_on,
        done: None,
    })
}

/// `POST …/punkte/{punkt}/aufgaben`: made where the item stands.
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfItem>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = written(&app, &city, &viewer, it.meeting()).await?;
    if !view.items.iter().any(|item| item.number == it.punkt) {
        return Err(Failure::not_found());
    }
    let field = |name: &str| format!("{name}-{}", it.punkt);
    let duty = match checked(Reading::new(&viewer.t, &typed), &field, (&view.known, None)) {
        Ok(duty) => duty,
        Err(problems) => {
            let sent = Sent { gives: Some(it.punkt), ..Sent::of(&typed, problems) };
            return Ok(meeting_page::show(&viewer, &city, &view, &sent));
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let _ = open_meeting(&mut change, &city, &viewer, it.meeting()).await?;
    let item = (it.gremium, it.sitzung, it.punkt);
    if agenda::versions(&mut change, city.tenant(), item).await?.is_empty() {
        return Err(Failure::not_found());
    }
    store::add(&mut change, city.tenant(), item, &duty).await?;
    change.commit().await?;
    let page = format!("{}#punkt-{}", address_of(&city, it.meeting()), it.punkt);
    Ok(viewer.done(&page, Some("meldung-aufgabe")))
}

async fn read(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<TaskView, Failure> {
    let mut read = app.store.read().await?;
    let versions = store::versions(&mut read, city.tenant(), number).await?;
    let task: &Task = versions.first().ok_or_else(Failure::not_found)?;
    let (body, meeting, _) = task.made_in;
    let members = view::members_of(&mut read, city.tenant(), body).await?;
    let own = viewer.actor.post.is_some_and(|it| it == task.duty.post);
    let may_change = (own && viewer.may(DO_TASKS)) || may_hold(viewer, &members, app.today());
    let made = meetings::versions(&mut read, city.tenant(), (body, meeting)).await?;
    let made_in = made.into_iter().next().ok_or_else(Failure::not_found)?;
    let name = bodies::versions(&mut read, city.tenant(), body).await?;
    let body = name.into_iter().next().ok_or_else(Failure::not_found)?;
    let known = Known::asking(&mut read, city.tenant(), app.today()).await?;
    drop(read);
    let id = number.to_string();
    let evidence = crate::evidence::Evidence::read(app, viewer, city, (TASK, &id), false).await?;
    Ok(TaskView { versions, body, made_in, known, evidence, may_change })
}

/// `GET /{kommune}/gremien/aufgaben/{nummer}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfNumber { nummer }): PathOf<OfNumber>,
) -> Result<Response, Failure> {
    let view = read(&app, &city, &viewer, nummer).await?;
    let typed = page::typed(&view.task().duty);
    Ok(page::show(&viewer, &city, &view, (&typed, Problems::default()), None).answer())
}

/// `POST /{kommune}/gremien/aufgaben/{nummer}`: done, opened again, or changed.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfNumber { nummer }): PathOf<OfNumber>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = read(&app, &city, &viewer, nummer).await?;
    if !view.may_change {
        let advice = viewer.t.get("aufgabe-nicht-ihre");
        return Err(Failure::forbidden("a task of another Stelle").advice(advice));
    }
    let task = view.task();
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = view.versions.iter().find(|it| it.version == seen);
    let before = before.ok_or_else(Failure::not_found)?;
    let duty = wanted(Reading::new(&viewer.t, &typed), &view, sent(&typed, "absicht"));
    let (duty, problems) = match duty {
        Ok(duty) => (Some(duty), Problems::default()),
        Err(problems) => (None, problems),
    };
    let is_old = seen != task.version;
    let Some(duty) = duty.filter(|_| !is_old) else {
        let before = is_old.then_some(before);
        return Ok(page::show(&viewer, &city, &view, (&typed, problems), before).refused());
    };
    if duty == task.duty {
        return Ok(viewer.done(&address_of_task(&city, nummer), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    match store::change_duty(&mut change, city.tenant(), task, &duty).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            let now = read(&app, &city, &viewer, nummer).await?;
            let form = (&typed, Problems::default());
            return Ok(page::show(&viewer, &city, &now, form, Some(before)).refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address_of_task(&city, nummer), Some("meldung-gespeichert")))
}

/// The duty that follows from what was pressed.
fn wanted(it: Reading<'_>, view: &TaskView, intent: &str) -> Result<Duty, Problems> {
    let was = &view.task().duty;
    match intent {
        "erledigt" => {
            let mut it = it;
            let because = it.needed("weil", LONGEST_TEXT, "aufgabe-weil-fehlt");
            it.result(Duty { done: Some(because), ..was.clone() })
        }
        "wieder-offen" => Ok(Duty { done: None, ..was.clone() }),
        _ => {
            let field = |name: &str| name.to_owned();
            let duty = checked(it, &field, (&view.known, Some(was.post)))?;
            Ok(Duty { done: was.done.clone(), ..duty })
        }
    }
}
