//! Decisions of meetings, tasks and observations, as papers and measures cite them. For those inside
//! the administration.

use std::collections::BTreeMap;
use std::sync::Arc;

use ankunft_disclosure::Nutzung;
use ankunft_platform::languages::Arg;
use ankunft_platform::names::Names;
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Viewer};
use sqlx::AnyConnection;

use super::PATH;
use super::model::calendar::local;
use super::model::{Body, Item, Meeting, Observation, Task};
use super::pages::words;
use super::store::agenda::{self, AllItems};
use super::store::meetings::{self, Meetings};
use super::store::tasks;
use super::store::{DECISION, OBSERVATION, TASK, bodies, observations};
use crate::inside::{Here, Inside};
use crate::known;
use crate::permissions::SIT;

/// What meetings have decided, once their minutes are closed.
pub struct Decisions;
/// Tasks.
pub struct Tasks;
/// Observations on the ground.
pub struct Observations;

/// Bodies, their meetings, and what these are about.
type Agendas = (Vec<Body>, Arc<Meetings>, Arc<AllItems>);

impl Inside for Decisions {
    const KIND: &'static str = DECISION;
    const STAGE: Stage = Stage::Decision;
    type All = Agendas;

    fn shows_reasons(viewer: &Viewer) -> bool {
        viewer.may(SIT)
    }

    async fn read(read: &mut Read, tenant: Tenant) -> Result<Agendas, StoreError> {
        let bodies = bodies::bodies(read, tenant).await?;
        Ok((bodies, read.kept(tenant).await?, read.kept(tenant).await?))
    }

    fn texts(all: &Agendas, here: Here<'_>) -> Vec<(String, String)> {
        let closed: BTreeMap<(i64, i64), &Meeting> =
            all.1.iter().map(|it| ((it.body, it.number), it)).collect();
        let thing = |(at, item): &((i64, i64), Item)| {
            let meeting = closed.get(at)?;
            let thing = decided(all, meeting, item, here)?;
            Some((format!("{}-{}", meeting.id(), item.number), in_words(&thing)))
        };
        all.2.iter().filter_map(thing).collect()
    }

    fn thing(all: &Agendas, id: &str, here: Here<'_>) -> Option<CitedThing> {
        let mut pieces = id.splitn(3, '-').map(str::parse);
        let at = (pieces.next()?.ok()?, pieces.next()?.ok()?);
        let number: i64 = pieces.next()?.ok()?;
        let meeting = all.1.iter().find(|it| (it.body, it.number) == at)?;
        let item = all.2.iter().find(|it| it.0 == at && it.1.number == number)?;
        decided(all, meeting, &item.1, here)
    }
}

/// What a meeting has decided on an item, once its minutes are closed.
fn decided(
    (bodies, ..): &Agendas,
    meeting: &Meeting,
    item: &Item,
    here: Here<'_>,
) -> Option<CitedThing> {
    let body = bodies.iter().find(|it| it.number == meeting.body)?;
    let is_decided = meeting.is_closed() && item.has_decision();
    is_decided.then(|| decision(here, (body, meeting), item))
}

/// In which words a thing is found that has no more of them than it says.
fn in_words(it: &CitedThing) -> String {
    format!("{} {}", it.title, it.text)
}

fn decision(
    Here { t, city, .. }: Here<'_>,
    (body, meeting): (&Body, &Meeting),
    item: &Item,
) -> CitedThing {
    let title = [("punkt", Arg::from(item.says.title.as_str()))];
    let vote = words::vote(t, item.says.vote, item.says.outcome);
    let text = [item.says.decision.trim(), vote.as_str()];
    let text: Vec<&str> = text.into_iter().filter(|it| !it.is_empty()).collect();
    let page = city.at(&format!("{PATH}/{}/sitzungen/{}", body.number, meeting.number));
    CitedThing {
        title: t.with("beschluss-zitat", &title),
        text: text.join(" "),
        value: None,
        source: body.charter.name.clone(),
        date: local(meeting.slot.starts).date().to_string(),
        link: format!("{page}#punkt-{}", item.number),
        nutzung: Nutzung::Administration,
        releases: Vec::new(),
    }
}

/// The decisions of a meeting as they stand while it is being closed, by item.
pub(super) async fn as_closed(
    app: &App,
    city: &City,
    connection: &mut AnyConnection,
    (number, sitting): (i64, i64),
) -> Result<Vec<(i64, CitedThing)>, StoreError> {
    let t = app.texts_of(city);
    let body = bodies::versions(connection, city.tenant(), number).await?;
    let meeting = meetings::versions(connection, city.tenant(), (number, sitting)).await?;
    let (Some(body), Some(meeting)) = (body.first(), meeting.first()) else {
        return Ok(Vec::new());
    };
    let items = agenda::items(connection, city.tenant(), (number, sitting)).await?;
    let decided = items.iter().filter(|it| it.has_decision());
    let here = Here { t: &t, city, today: app.today() };
    Ok(decided.map(|it| (it.number, decision(here, (body, meeting), it))).collect())
}

impl Inside for Tasks {
    const KIND: &'static str = TASK;
    const STAGE: Stage = Stage::Measure;
    type All = (Arc<tasks::Tasks>, Names);

    fn shows_reasons(viewer: &Viewer) -> bool {
        viewer.may(SIT)
    }

    async fn read(read: &mut Read, tenant: Tenant) -> Result<Self::All, StoreError> {
        Ok((read.kept(tenant).await?, Names::read(read, tenant).await?))
    }

    fn texts((all, names): &Self::All, here: Here<'_>) -> Vec<(String, String)> {
        let text = |it: &Task| (it.number.to_string(), in_words(&task(here, names, it)));
        all.iter().map(text).collect()
    }

    fn thing((all, names): &Self::All, id: &str, here: Here<'_>) -> Option<CitedThing> {
        let number: i64 = id.parse().ok()?;
        Some(task(here, names, all.iter().find(|it| it.number == number)?))
    }
}

fn task(Here { t, city, .. }: Here<'_>, names: &Names, it: &Task) -> CitedThing {
    let post = known::post(t, names, it.duty.post);
    let args = [
        ("stelle", Arg::from(post.as_str())),
        ("tag", Arg::from(t.date(it.duty.due))),
        ("weil", Arg::from(it.duty.done.clone().unwrap_or_default())),
    ];
    let text = if it.is_open() { "aufgabe-satz" } else { "aufgabe-satz-erledigt" };
    let written = jiff::Timestamp::from_microsecond(it.at).unwrap_or_default();
    CitedThing {
        title: it.duty.what.clone(),
        text: t.with(text, &args),
        value: None,
        source: post,
        date: local(written).date().to_string(),
        link: city.at(&format!("{PATH}/aufgaben/{}", it.number)),
        nutzung: Nutzung::Administration,
        releases: Vec::new(),
    }
}

impl Inside for Observations {
    const KIND: &'static str = OBSERVATION;
    const STAGE: Stage = Stage::Evidence;
    type All = (Arc<observations::Observations>, Names);

    fn shows_reasons(viewer: &Viewer) -> bool {
        viewer.may(SIT)
    }

    async fn read(read: &mut Read, tenant: Tenant) -> Result<Self::All, StoreError> {
        Ok((read.kept(tenant).await?, Names::read(read, tenant).await?))
    }

    fn texts((all, names): &Self::All, here: Here<'_>) -> Vec<(String, String)> {
        let text =
            |it: &Observation| (it.number.to_string(), in_words(&observation(here, names, it)));
        all.iter().map(text).collect()
    }

    fn thing((all, names): &Self::All, id: &str, here: Here<'_>) -> Option<CitedThing> {
        let number: i64 = id.parse().ok()?;
        Some(observation(here, names, all.iter().find(|it| it.number == number)?))
    }
}

fn observation(Here { t, city, .. }: Here<'_>, names: &Names, it: &Observation) -> CitedThing {
    let args = [
        ("ort", Arg::from(known::place(t, it.place.as_ref()))),
        ("was", Arg::from(it.what.trim())),
        ("wie-oft", Arg::from(it.how_often.as_str())),
    ];
    let written = jiff::Timestamp::from_microsecond(it.at).unwrap_or_default();
    CitedThing {
        title: it.title.clone(),
        text: t.with("beobachtung-satz", &args),
        value: None,
        source: names.post(it.post).unwrap_or_else(|| t.get("beobachtung-quelle")),
        date: local(written).date().to_string(),
        link: city.at(&format!("{PATH}/beobachtungen/{}", it.number)),
        nutzung: Nutzung::Administration,
        releases: Vec::new(),
    }
}
