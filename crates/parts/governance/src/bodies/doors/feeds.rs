//! Doors to calendars. A calendar program cannot log in: public meetings have an address for
//! everybody, all others a secret one of the Stelle that sits there.

use std::collections::BTreeMap;

use ankunft_platform::accounts;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::Dated;
use ankunft_platform::permission::Verdict;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, File, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use super::OfBody;
use crate::bodies::model::calendar::{Series, local};
use crate::bodies::model::ical::{self, Event, Part};
use crate::bodies::model::{Body, Meeting, Seat};
use crate::bodies::pages::calendar as page;
use crate::bodies::store::{addresses, bodies, meetings};
use crate::bodies::{address_of, at};
use crate::permissions::SIT;

/// `GET /{kommune}/gremien/{gremium}/kalender.ics`: the public meetings of a body; 404 for one that
/// has none, so that nobody learns that there is one.
pub async fn public(
    Of(app): Of<App>,
    city: City,
    PathOf(OfBody { gremium }): PathOf<OfBody>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let body = bodies::versions(&mut read, city.tenant(), gremium).await?;
    let body = body.into_iter().next().ok_or_else(Failure::not_found)?;
    let all = meetings::meetings(&mut read, city.tenant(), Some(gremium)).await?;
    if !all.iter().any(|it| it.slot.is_public) {
        return Err(Failure::not_found());
    }
    let series = meetings::series(&mut read, city.tenant()).await?;
    let name = body.charter.name.clone();
    let feed = Feed { app: &app, city: &city, bodies: vec![body], series, public: true };
    Ok(answer(&ical::calendar(&name, &feed.events(&all))))
}

/// The secret in an address.
#[derive(Clone, Debug, Deserialize)]
pub struct Secret {
    geheim: String,
}

/// `GET /{kommune}/gremien/kalender/{geheim}/sitzungen.ics`: all meetings of the bodies that a
/// Stelle sits in, and the days to which parts call all of them. Made by who is only invited it tells no
/// more than they see on their page.
pub async fn secret(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Secret { geheim }): PathOf<Secret>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let owner = addresses::owner(&mut read, city.tenant(), &geheim).await?;
    let (post, maker) = owner.ok_or_else(Failure::not_found)?;
    let is_inside = sees_bodies(&mut read, (&app, &city), maker).await?;
    let today = app.today();
    let members = bodies::members(&mut read, city.tenant()).await?;
    let sits = |body: i64, day: Date| {
        let seat = Seat::Post(post);
        members.iter().any(|it| it.0 == body && it.1.seat == seat && it.1.holds_on(day))
    };
    let mut own = bodies::bodies(&mut read, city.tenant()).await?;
    own.retain(|it| sits(it.number, today));
    let mut all = meetings::meetings(&mut read, city.tenant(), None).await?;
    all.retain(|it| own.iter().any(|body| body.number == it.body));
    if !is_inside {
        all.retain(|it| sits(it.body, local(it.slot.starts).date()));
        for it in &mut all {
            only_when_and_where(it);
        }
    }
    let series = meetings::series(&mut read, city.tenant()).await?;
    let title = [("stadt", Arg::from(city.name.as_str()))];
    let name = viewer.t.with("kalender-name", &title);
    drop(read);
    let feed = Feed { app: &app, city: &city, bodies: own, series, public: false };
    let mut events = feed.events(&all);
    for of in app.parts.calendars().filter(|_| is_inside) {
        events.extend(of.days(&app, &city).await?.into_iter().map(|it| feed.dated(it)));
    }
    Ok(answer(&ical::calendar(&name, &events)))
}

/// Whether an account sees more of bodies today than when its own meet.
async fn sees_bodies(
    read: &mut Read,
    (app, city): (&App, &City),
    account: Option<i64>,
) -> Result<bool, StoreError> {
    let Some(account) = account else { return Ok(false) };
    let actor = accounts::actor(read, city.tenant(), account, app.today()).await?;
    Ok(app.permissions.decide(&actor, SIT) == Verdict::Yes)
}

/// Leaves of a meeting what who is only invited may know. It stands alone: a series would tell of
/// meetings that are not theirs.
fn only_when_and_where(it: &mut Meeting) {
    it.series = None;
    if !it.slot.is_public {
        it.slot.title.clear();
    }
}

fn answer(text: &str) -> Response {
    File::shown("text/calendar; charset=utf-8", "ics", text).answer()
}

/// Meetings on their way to a calendar.
struct Feed<'a> {
    app: &'a App,
    city: &'a City,
    bodies: Vec<Body>,
    series: Vec<(i64, i64, Series, i64)>,
    public: bool,
}

impl Feed<'_> {
    fn events(&self, all: &[Meeting]) -> Vec<Event> {
        let mut rows: BTreeMap<(i64, i64), Vec<&Meeting>> = BTreeMap::new();
        let mut events = Vec::new();
        for meeting in all {
            match meeting.series {
                Some((series, _)) => rows.entry((meeting.body, series)).or_default().push(meeting),
                None if self.shows(meeting) => events.push(self.alone(meeting)),
                None => {}
            }
        }
        for ((body, number), meetings) in rows {
            let known = self.series.iter().find(|it| (it.0, it.1) == (body, number));
            if let Some((_, _, series, at)) = known {
                events.extend(self.row((number, series, *at), &meetings));
            }
        }
        events
    }

    /// Whether a meeting stands in this calendar at all.
    const fn shows(&self, it: &Meeting) -> bool {
        !self.public || it.slot.is_public
    }

    /// What others have called, with its days.
    fn dated(&self, it: Dated) -> Event {
        let base = self.app.config.base_address.trim_end_matches('/');
        Event {
            uid: it.uid,
            sequence: it.sequence,
            changed: it.changed,
            title: it.title,
            place: it.place,
            page: format!("{base}{}", it.page),
            from_to: (it.changed, it.changed),
            part: Part::Days(it.days.0, it.days.1, !it.cancelled),
        }
    }

    fn alone(&self, it: &Meeting) -> Event {
        let part = if it.slot.cancelled { Part::Cancelled } else { Part::Alone };
        let uid = format!("sitzung-{}-{}@{}.ankunft", it.body, it.number, self.city.slug);
        self.event(it, uid, part)
    }

    fn event(&self, it: &Meeting, uid: String, part: Part) -> Event {
        let body = self.bodies.iter().find(|body| body.number == it.body);
        let name = body.map_or("", |it| it.charter.name.as_str());
        let title = match it.slot.title.as_str() {
            "" => name.to_owned(),
            title => format!("{name}: {title}"),
        };
        let page = address_of(self.city, (it.body, it.number));
        let base = self.app.config.base_address.trim_end_matches('/');
        Event {
            uid,
            sequence: it.version - 1,
            changed: Timestamp::from_microsecond(it.at).unwrap_or_default(),
            title,
            place: it.slot.place.clone(),
            page: if self.public { String::new() } else { format!("{base}{page}") },
            from_to: (it.slot.starts, it.slot.ends),
            part,
        }
    }

    /// A series as one event, and what was moved of it as events of their own. A rule would tell of
    /// every meeting that does not stand in this calendar: of such a series each stands alone.
    fn row(&self, (number, series, at): (i64, &Series, i64), all: &[&Meeting]) -> Vec<Event> {
        if !all.iter().all(|it| self.shows(it)) {
            return all.iter().filter(|it| self.shows(it)).map(|it| self.alone(it)).collect();
        }
        let held = || all.iter().filter(|it| !it.slot.cancelled);
        let usual = |it: &&&Meeting| {
            let (_, day) = it.series.unwrap_or_default();
            (it.slot.starts, it.slot.ends) == series.on(day)
        };
        // What most of them say is what the rule says; it carries no title of a single one.
        let Some(first) = held().find(usual).or(held().next()) else { return Vec::new() };
        let uid = format!("reihe-{}-{number}@{}.ankunft", first.body, self.city.slug);
        let mut without = Vec::new();
        let mut moved = Vec::new();
        let mut sequence = 0;
        for it in all {
            let (_, day) = it.series.unwrap_or_default();
            let planned = series.on(day).0;
            sequence += it.version - 1;
            let is_usual = usual(&it)
                && (&it.slot.title, &it.slot.place) == (&first.slot.title, &first.slot.place);
            if it.slot.cancelled {
                without.push(planned);
            } else if !is_usual {
                moved.push(self.event(it, uid.clone(), Part::Moved(planned)));
            }
        }
        let changed = all.iter().map(|it| it.at).max().unwrap_or(at);
        let rule = Event {
            sequence,
            changed: Timestamp::from_microsecond(changed).unwrap_or_default(),
            from_to: series.on(series.first),
            page: String::new(),
            ..self.event(first, uid, Part::Series(series.clone(), without))
        };
        std::iter::once(rule).chain(moved).collect()
    }
}

/// `GET /{kommune}/gremien/kalender`: the calendar of one's own Stelle.
pub async fn own(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let made_at = match viewer.actor.post {
        Some(post) => addresses::made_at(&mut read, city.tenant(), post).await?,
        None => None,
    };
    Ok(page::own(&viewer, &city, made_at).answer())
}

/// `POST /{kommune}/gremien/kalender`: a new secret address, or none any more.
pub async fn make(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let post = viewer.actor.post.ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    if sent(&typed, "absicht") == "zurueck" {
        addresses::revoke(&mut change, city.tenant(), post).await?;
        change.commit().await?;
        return Ok(viewer.done(&at(&city, "/kalender"), Some("meldung-kalender-zurueck")));
    }
    let secret = addresses::make(&mut change, city.tenant(), post).await?;
    change.commit().await?;
    let path = at(&city, &format!("/kalender/{secret}/sitzungen.ics"));
    let base = app.config.base_address.trim_end_matches('/');
    Ok(page::made(&viewer, &city, &format!("{base}{path}")).answer())
}
