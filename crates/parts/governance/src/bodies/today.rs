//! What bodies ask of people in the morning: tasks of their Stelle, and minutes left open.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};
use jiff::civil::Date;

use super::model::calendar::local;
use super::model::{Meeting, MemberRole, Seat, Task};
use super::view::Bodies;
use super::{address_of, address_of_task};
use crate::permissions::HOLD;

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
    let Some(post) = viewer.actor.post.filter(|_| viewer.may(HOLD)) else { return Ok(Vec::new()) };
    let today = app.today();
    let all = Bodies::read(&mut *app.store.read().await?, city.tenant()).await?;
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
        past && !it.is_closed() && !it.slot.cancelled && chairs(it.body)
    };
    items.extend(all.meetings.iter().filter(is_open).map(|it| {
        let body = all.body(it.body).map_or("", |it| it.charter.name.as_str());
        let day = viewer.t.date(local(it.slot.starts).date());
        let args = [("gremium", Arg::from(body)), ("tag", Arg::from(day))];
        let text = viewer.t.with("heute-protokoll", &args);
        Today { text, href: address_of(&city, (it.body, it.number)), due: None, done: None }
    }));
    Ok(items)
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
