//! Decisions of meetings, tasks and observations, as papers and measures cite them. For those inside
//! the administration.

use std::collections::BTreeMap;

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::finding::best;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{self, Tenant, TenantInfo};
use ankunft_platform::web::{App, City, Viewer};
use sqlx::AnyConnection;

use super::PATH;
use super::model::calendar::local;
use super::model::{Body, Item, Meeting, Observation, Task};
use super::pages::words;
use super::store::{DECISION, OBSERVATION, TASK, agenda, bodies, meetings, observations, tasks};
use crate::known;
use crate::permissions::SIT;

/// What meetings have decided, once their minutes are closed.
pub struct Decisions;
/// Tasks.
pub struct Tasks;
/// Observations on the ground.
pub struct Observations;

/// For each id, what is found of it; nothing for who is outside.
type Found<'a> = BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>>;

macro_rules! citable {
    ($($name:ident, $kind:ident, $stage:ident, $look_up:ident;)*) => {$(
        impl Citable for $name {
            fn kind(&self) -> &'static str {
                $kind
            }

            fn stage(&self) -> Stage {
                Stage::$stage
            }

            fn shows_reasons(&self, viewer: &Viewer) -> bool {
                viewer.may(SIT)
            }

            fn search<'a>(
                &'a self,
                app: &'a App,
                tenant: Tenant,
                words: &'a [String],
                audience: Audience,
            ) -> BoxFuture<'a, Result<Vec<String>, StoreError>> {
                Box::pin(async move {
                    if !Nutzung::Administration.includes(audience) {
                        return Ok(Vec::new());
                    }
                    let mut read = app.store.read().await?;
                    let Some(city) = tenant::info_of(&mut read, tenant).await? else {
                        return Ok(Vec::new());
                    };
                    let all = $look_up(&mut read, &app.texts_of(&city), &city, None).await?;
                    let text = |(id, it): (String, CitedThing)| (id, format!("{} {}", it.title, it.text));
                    Ok(best(words, all.into_iter().map(text)))
                })
            }

            fn look_up<'a>(
                &'a self,
                app: &'a App,
                tenant: Tenant,
                ids: &'a [&'a str],
                audience: Audience,
            ) -> Found<'a> {
                Box::pin(async move {
                    let nothing = || ids.iter().map(|_| None).collect();
                    if !Nutzung::Administration.includes(audience) {
                        return Ok(nothing());
                    }
                    let mut read = app.store.read().await?;
                    let Some(city) = tenant::info_of(&mut read, tenant).await? else {
                        return Ok(nothing());
                    };
                    let t = app.texts_of(&city);
                    let all = $look_up(&mut read, &t, &city, Some(ids)).await?;
                    let find = |id: &&str| all.get(*id).cloned();
                    Ok(ids.iter().map(find).collect())
                })
            }
        }
    )*};
}
citable! {
    Decisions, DECISION, Decision, decisions;
    Tasks, TASK, Measure, all_tasks;
    Observations, OBSERVATION, Evidence, all_observations;
}

/// Things by their ids: those that are asked for, or all.
type Things = BTreeMap<String, CitedThing>;

/// Body and meeting of a decision's id: `3-12-4`.
fn meeting_of(id: &&str) -> Option<(i64, i64)> {
    let mut pieces = id.splitn(3, '-');
    Some((pieces.next()?.parse().ok()?, pieces.next()?.parse().ok()?))
}

async fn decisions(
    connection: &mut AnyConnection,
    t: &Texts,
    city: &TenantInfo,
    ids: Option<&[&str]>,
) -> Result<Things, StoreError> {
    let bodies = bodies::bodies(connection, city.tenant).await?;
    let mut meetings = meetings::meetings(connection, city.tenant, None).await?;
    meetings.retain(Meeting::is_closed);
    let meetings: BTreeMap<(i64, i64), Meeting> =
        meetings.into_iter().map(|it| ((it.body, it.number), it)).collect();
    let asked = match ids {
        Some(ids) => ids.iter().filter_map(meeting_of).collect(),
        None => meetings.keys().copied().collect(),
    };
    let items = agenda::decided(connection, city.tenant, &asked).await?;
    let thing = |((body, meeting), item): ((i64, i64), Item)| {
        let body = bodies.iter().find(|it| it.number == body)?;
        let meeting = meetings.get(&(body.number, meeting))?;
        let id = format!("{}-{}", meeting.id(), item.number);
        item.has_decision().then(|| (id, decision(t, city, (body, meeting), &item)))
    };
    Ok(items.into_iter().filter_map(thing).collect())
}

fn decision(
    t: &Texts,
    city: &TenantInfo,
    (body, meeting): (&Body, &Meeting),
    item: &Item,
) -> CitedThing {
    let title = [("punkt", Arg::from(item.says.title.as_str()))];
    let vote = words::vote(t, item.says.vote);
    let text = [item.says.decision.trim(), vote.as_str()];
    let text: Vec<&str> = text.into_iter().filter(|it| !it.is_empty()).collect();
    let page = format!("/{}{PATH}/{}/sitzungen/{}", city.slug, body.number, meeting.number);
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
    Ok(decided.map(|it| (it.number, decision(&t, city, (body, meeting), it))).collect())
}

async fn all_tasks(
    connection: &mut AnyConnection,
    t: &Texts,
    city: &TenantInfo,
    ids: Option<&[&str]>,
) -> Result<Things, StoreError> {
    let names = Names::read(connection, city.tenant).await?;
    let all = tasks::tasks(connection, city.tenant).await?;
    let thing = |it: &Task| {
        let post = known::post(t, &names, it.duty.post);
        let args = [
            ("stelle", Arg::from(post.as_str())),
            ("tag", Arg::from(t.date(it.duty.due))),
            ("weil", Arg::from(it.duty.done.clone().unwrap_or_default())),
        ];
        let text = if it.is_open() { "aufgabe-satz" } else { "aufgabe-satz-erledigt" };
        let written = jiff::Timestamp::from_microsecond(it.at).unwrap_or_default();
        let thing = CitedThing {
            title: it.duty.what.clone(),
            text: t.with(text, &args),
            value: None,
            source: post,
            date: local(written).date().to_string(),
            link: format!("/{}{PATH}/aufgaben/{}", city.slug, it.number),
            nutzung: Nutzung::Administration,
            releases: Vec::new(),
        };
        (it.number.to_string(), thing)
    };
    let is_asked = |it: &&Task| ids.is_none_or(|ids| ids.contains(&it.number.to_string().as_str()));
    Ok(all.iter().filter(is_asked).map(thing).collect())
}

async fn all_observations(
    connection: &mut AnyConnection,
    t: &Texts,
    city: &TenantInfo,
    ids: Option<&[&str]>,
) -> Result<Things, StoreError> {
    let names = Names::read(connection, city.tenant).await?;
    let all = observations::observations(connection, city.tenant).await?;
    let thing = |it: &Observation| {
        let args = [
            ("ort", Arg::from(known::place(t, it.place.as_ref()))),
            ("was", Arg::from(it.what.trim())),
            ("wie-oft", Arg::from(it.how_often.as_str())),
        ];
        let written = jiff::Timestamp::from_microsecond(it.at).unwrap_or_default();
        let thing = CitedThing {
            title: it.title.clone(),
            text: t.with("beobachtung-satz", &args),
            value: None,
            source: names.post(it.post).unwrap_or_else(|| t.get("beobachtung-quelle")),
            date: local(written).date().to_string(),
            link: format!("/{}{PATH}/beobachtungen/{}", city.slug, it.number),
            nutzung: Nutzung::Administration,
            releases: Vec::new(),
        };
        (it.number.to_string(), thing)
    };
    let is_asked =
        |it: &&Observation| ids.is_none_or(|ids| ids.contains(&it.number.to_string().as_str()));
    Ok(all.iter().filter(is_asked).map(thing).collect())
}
