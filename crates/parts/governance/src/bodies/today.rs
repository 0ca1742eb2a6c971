//! What bodies ask of people in the morning: tasks of their Stelle, and minutes left open.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};
use jiff::civil::Date;

use super::model::calendar::local;
use super::model::{Meeting, MemberRole, Seat, Task};
use super::pages::words;
use super::view::Bodies;
use super::{address, address_of, address_of_task, at};
use crate::permissions::{ATTEND, DO_TASKS, HOLD, SIT};

/// Tasks of one's own Stelle, and meetings that it leads whose minutes are still open.
pub struct Asked;

impl TodayItem for Asked {
    fn items<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>> {
        Box::pin(items(app, viewer))
    }
}

async fn items(app: &App, viewer: &Viewer) -> Result<Vec<Today>, StoreError> {
    let Some(city) = viewer.city.clone().map(City) else { return Ok(Vec::new()) };
    let today = app.today();
    if viewer.may(ATTEND) && !viewer.may(SIT) {
        return invitations(app, viewer, &city, today).await;
    }
    let post = viewer.actor.post.filter(|_| viewer.may(DO_TASKS));
    let Some(post) = post else { return Ok(Vec::new()) };
    let all = Bodies::read(&mut app.store.read().await?, city.tenant()).await?;
    let own = all.tasks.iter().filter(|it| it.is_open() && it.duty.post == post);
    let mut items: Vec<Today> = own.map(|it| of_task(viewer, &city, it, today)).collect();
    let chairs = |body: i64| {
        all.members.iter().any(|(of, it)| {
            let is_post = it.seat == Seat::Post(post) && it.role == MemberRole::Chair;
            *of == body && is_post && it.holds_on(today)
        })
    };
    let is_open = |it: &&Meeting| {
        let past = local(it.slot.ends).date() < today;
        past && !it.is_closed() && !it.slot.cancelled && viewer.may(HOLD) && chairs(it.body)
    };
    let open: Vec<&Meeting> = all.meetings.iter().filter(is_open).collect();
    let mut bodies: Vec<i64> = open.iter().map(|it| it.body).collect();
    bodies.sort_unstable();
    bodies.dedup();
    items.extend(bodies.into_iter().filter_map(|body| {
        let own: Vec<&Meeting> = open.iter().filter(|it| it.body == body).copied().collect();
        let name = all.body(body).map_or("", |it| it.charter.name.as_str());
        minutes(viewer, &city, name, &own)
    }));
    Ok(items)
}

/// The minutes of a body that are still open: one line, however many.
fn minutes(viewer: &Viewer, city: &City, body: &str, open: &[&Meeting]) -> Option<Today> {
    let oldest = open.iter().min_by_key(|it| it.slot.starts)?;
    let day = viewer.t.date(local(oldest.slot.starts).date());
    let args =
        [("gremium", Arg::from(body)), ("tag", Arg::from(day)), ("anzahl", Arg::from(open.len()))];
    let (text, href) = match open.len() {
        1 => ("heute-protokoll", address_of(city, (oldest.body, oldest.number))),
        _ => ("heute-protokolle", address(city, oldest.body)),
    };
    Some(Today { text: viewer.t.with(text, &args), href, due: None, done: None })
}

/// So many days before a meeting who is outside the administration is told of it.
const AHEAD_DAYS: i64 = 14;

/// The meetings of the next days that the Stelle of somebody outside sits in.
async fn invitations(
    app: &App,
    viewer: &Viewer,
    city: &City,
    today: Date,
) -> Result<Vec<Today>, StoreError> {
    if viewer.actor.post.is_none() {
        return Ok(Vec::new());
    }
    let all = Bodies::read(&mut app.store.read().await?, city.tenant()).await?;
    let last = today.saturating_add(jiff::Span::new().days(AHEAD_DAYS));
    let is_soon = |it: &&Meeting| {
        let day = local(it.slot.starts).date();
        !it.slot.cancelled && (today..=last).contains(&day)
    };
    let one = |it: &Meeting| {
        let body = all.body(it.body).map_or("", |it| it.charter.name.as_str());
        let when = words::when(&viewer.t, &it.slot);
        let args = [("gremium", Arg::from(body)), ("wann", Arg::from(when))];
        let text = viewer.t.with("heute-eingeladen", &args);
        Today { text, href: at(city, ""), due: None, done: None }
    };
    Ok(all.invitations(viewer.actor.post, today).filter(is_soon).map(one).collect())
}

fn of_task(viewer: &Viewer, city: &City, it: &Task, today: Date) -> Today {
    let text = match (it.is_late(today), it.wants_review(today)) {
        (true, _) => "heute-aufgabe-spaet",
        (_, true) => "heute-aufgabe-wiedervorlage",
        _ => "heute-aufgabe",
    };
    let text = viewer.t.with(text, &[("was", Arg::from(it.duty.what.as_str()))]);
    let href = address_of_task(city, it.number);
    Today { text, href, due: Some(it.duty.due), done: None }
}
