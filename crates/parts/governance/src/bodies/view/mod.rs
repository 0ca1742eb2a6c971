//! What pages of bodies are made from.

pub mod open;
pub mod placing;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ankunft_disclosure::Audience;
use ankunft_platform::attachments::{self, Attachment, TakenBack};
use ankunft_platform::citations::{self, Citation, Edge};
use ankunft_platform::citing;
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Remember;
use ankunft_platform::parts::CitedThing;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Failure, Viewer};
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::doors::may_hold;
use super::model::calendar::local;
use super::model::{
    Attended, Body, Charter, Handover, Item, Meeting, Member, Observation, Seat, Subject, Task,
};
use super::store::bodies::Members;
use super::store::meetings::Meetings;
use super::store::tasks::Tasks;
use super::store::{self, DECISION, MEETING, agenda, bodies, meetings, observations};
use crate::enquiries::filing;
use crate::known::Known;
use crate::papers::model::Paper;
use crate::papers::store::Papers;
use crate::permissions::SEE_PAPERS;
use crate::within::Within;
use open::Proposal;

/// All bodies of a city with what is ahead of them.
#[derive(Debug)]
pub struct Bodies {
    /// The bodies by name, those that meet no more last.
    pub bodies: Vec<Body>,
    /// All meetings, the earliest first.
    pub meetings: Arc<Meetings>,
    /// Who sits where, each with the number of the body.
    pub members: Arc<Members>,
    /// All tasks, the nearest day first.
    pub tasks: Arc<Tasks>,
    /// Names of accounts and Stellen.
    pub names: Names,
}

impl Bodies {
    /// Reads them: six statements, however many bodies.
    pub async fn read(read: &mut Read, tenant: Tenant) -> Result<Self, StoreError> {
        Ok(Self {
            bodies: bodies::bodies(read, tenant).await?,
            meetings: read.kept(tenant).await?,
            members: read.kept(tenant).await?,
            tasks: read.kept(tenant).await?,
            names: Names::read(read, tenant).await?,
        })
    }

    /// The next meeting of a body from a day on that takes place.
    #[must_use]
    pub fn next(&self, body: i64, today: Date) -> Option<&Meeting> {
        let ahead = |it: &&Meeting| {
            it.body == body && !it.slot.cancelled && local(it.slot.starts).date() >= today
        };
        self.meetings.iter().find(ahead)
    }

    /// The bodies that a Stelle sits in on a day.
    #[must_use]
    pub fn seats_of(&self, post: Option<i64>, today: Date) -> BTreeSet<i64> {
        let is_own = |it: &Member| matches!(it.seat, Seat::Post(id) if Some(id) == post);
        let own = self.members.iter().filter(|(_, it)| is_own(it) && it.holds_on(today));
        own.map(|it| it.0).collect()
    }

    /// The meetings that a Stelle is invited to: of the bodies that it sits in, each on a day on which
    /// it sits there.
    pub fn invitations(&self, post: Option<i64>, today: Date) -> impl Iterator<Item = &Meeting> {
        let own = self.seats_of(post, today);
        let sits = move |it: &&Meeting| {
            let day = local(it.slot.starts).date();
            own.contains(&it.body) && self.seats_of(post, day).contains(&it.body)
        };
        self.meetings.iter().filter(sits)
    }

    /// The body of a number.
    #[must_use]
    pub fn body(&self, number: i64) -> Option<&Body> {
        self.bodies.iter().find(|it| it.number == number)
    }
}

/// One body with its members and meetings.
#[derive(Debug)]
pub struct BodyView {
    /// All its versions, the newest first; never empty.
    pub versions: Vec<Body>,
    /// Who sits or sat in it.
    pub members: Vec<Member>,
    /// Its meetings, the earliest first.
    pub meetings: Vec<Meeting>,
    /// Names, Stellen and places.
    pub known: Known,
    /// Whether this reader may keep it.
    pub may_hold: bool,
}

impl BodyView {
    /// Reads it; 404 if there is no such body.
    pub async fn read(
        app: &App,
        city: &City,
        viewer: &Viewer,
        number: i64,
    ) -> Result<Self, Failure> {
        let mut read = app.store.read().await?;
        let versions = bodies::versions(&mut read, city.tenant(), number).await?;
        if versions.is_empty() {
            return Err(Failure::not_found());
        }
        let members = members_of(&mut read, city.tenant(), number).await?;
        let meetings = meetings::meetings(&mut read, city.tenant(), Some(number)).await?;
        let known = Known::read(&mut read, city.tenant()).await?;
        let may_hold = may_hold(viewer, &members, app.today());
        Ok(Self { versions, members, meetings, known, may_hold })
    }

    /// The body as it stands.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.versions[0]
    }
}

/// The members of one body.
pub async fn members_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    body: i64,
) -> Result<Vec<Member>, StoreError> {
    let all = bodies::members(connection, tenant).await?;
    Ok(all.into_iter().filter(|it| it.0 == body).map(|it| it.1).collect())
}

/// Everything that the page of a meeting shows.
#[derive(Debug)]
pub struct MeetingView {
    /// The body.
    pub body: Body,
    /// All versions, the newest first; never empty.
    pub versions: Vec<Meeting>,
    /// Who sits in the body on the day of the meeting.
    pub members: Vec<Member>,
    /// Who was there, and the number of that version.
    pub attendance: (i64, Vec<Attended>),
    /// The agenda in its order.
    pub items: Vec<Item>,
    /// The tasks that were made in it.
    pub tasks: Vec<Task>,
    /// What items are about, as this reader may see it.
    pub subjects: BTreeMap<Subject, CitedThing>,
    /// The Vorlagen that items are about, by number: a draft can be cited by nobody.
    pub put: BTreeMap<i64, Paper>,
    /// What was cited for items by hand: the number of the item, and the citation.
    pub rests: Vec<(i64, Citation)>,
    /// The papers.
    pub papers: Vec<Attachment>,
    /// Those that somebody has taken back.
    pub gone: Vec<TakenBack>,
    /// The Aktenzeichen of the Vorgang that it lies in; empty without.
    pub file_number: String,
    /// What is open and not on the agenda; for who may put it there.
    pub proposals: Vec<Proposal>,
    /// The open measures that do not stand on the agenda, by title; for who may put one there.
    pub measures: Vec<(i64, String)>,
    /// The buttons for one's own Mappe, by item.
    pub remember: BTreeMap<i64, Remember>,
    /// Names, Stellen and places.
    pub known: Known,
    /// Whether this reader may write.
    pub may_hold: bool,
    /// The day on which this is read.
    pub today: Date,
}

/// What can be put on an agenda: what is open, and the measures that do not stand on it; nothing where
/// nobody writes.
async fn offered(
    read: &mut Read,
    tenant: Tenant,
    (writes, charter, today): (bool, &Charter, Date),
    (id, items, tasks): ((i64, i64), &[Item], &[Task]),
) -> Result<(Vec<Proposal>, Vec<(i64, String)>), StoreError> {
    if !writes {
        return Ok(Default::default());
    }
    let mut proposals = open::read(read, tenant, today, (id, items, tasks)).await?;
    let within = read.kept::<Within>(tenant).await?;
    for it in &mut proposals {
        it.is_near |= charter.places.is_empty() || charter.is_for(it.place.as_ref(), &within);
    }
    Ok((proposals, open::measures(read, tenant, items).await?))
}

impl MeetingView {
    /// Reads it, a constant number of statements; 404 if there is no such meeting.
    pub async fn read(
        app: &App,
        city: &City,
        viewer: &Viewer,
        (number, sitting): (i64, i64),
    ) -> Result<Self, Failure> {
        let (tenant, id) = (city.tenant(), (number, sitting));
        let mut read = app.store.read().await?;
        let versions = meetings::versions(&mut read, tenant, id).await?;
        let meeting = versions.first().ok_or_else(Failure::not_found)?;
        let body = bodies::versions(&mut read, tenant, number).await?;
        let body = body.into_iter().next().ok_or_else(Failure::not_found)?;
        let day = local(meeting.slot.starts).date();
        let mut members = members_of(&mut read, tenant, number).await?;
        let may_hold = may_hold(viewer, &members, app.today());
        members.retain(|it| it.holds_on(day));
        let attendance = agenda::attendance(&mut read, tenant, id).await?;
        let items = agenda::items(&mut read, tenant, id).await?;
        let all_tasks = read.kept::<Tasks>(tenant).await?;
        let thing = meeting.id();
        let papers = attachments::of(&mut read, tenant, (MEETING, &thing)).await?;
        let gone = attachments::taken_back(&mut read, tenant, (MEETING, &thing)).await?;
        let file_number = filing::file_number(&mut read, tenant, (MEETING, &thing)).await?;
        let known = Known::asking(&mut read, tenant, app.today()).await?;
        let writes = may_hold && !meeting.is_closed() && !meeting.slot.cancelled;
        let on = (writes, &body.charter, app.today());
        let (proposals, measures) =
            offered(&mut read, tenant, on, (id, &items, &all_tasks)).await?;
        let put = match viewer.may(SEE_PAPERS) {
            true => put(&read.kept::<Papers>(tenant).await?, &items),
            false => BTreeMap::new(),
        };
        let rests = rests(&mut read, tenant, (&thing, &items, viewer.actor.audience())).await?;
        drop(read);
        let subjects = subjects(app, tenant, viewer.actor.audience(), &items).await?;
        let is_mine = |it: &&Task| (it.made_in.0, it.made_in.1) == id;
        let mut view = Self {
            body,
            members,
            attendance,
            tasks: all_tasks.iter().filter(is_mine).cloned().collect(),
            subjects,
            put,
            rests,
            papers,
            gone,
            file_number,
            proposals,
            measures,
            remember: BTreeMap::new(),
            known,
            may_hold,
            today: app.today(),
            items,
            versions,
        };
        if view.meeting().is_closed() {
            view.remember = view.buttons(app, city, viewer).await?;
        }
        Ok(view)
    }

    async fn buttons(
        &self,
        app: &App,
        city: &City,
        viewer: &Viewer,
    ) -> Result<BTreeMap<i64, Remember>, Failure> {
        let decided: Vec<&Item> = self.items.iter().filter(|it| it.has_decision()).collect();
        let id = self.meeting().id();
        let thing = |it: &&Item| citing::Thing {
            id: format!("{id}-{}", it.number),
            name: it.says.title.clone(),
        };
        let things = decided.iter().map(thing).collect();
        let buttons = citing::buttons(app, viewer, city, DECISION, things).await?;
        let all = decided.iter().zip(buttons).filter_map(|(it, button)| Some((it.number, button?)));
        Ok(all.collect())
    }

    /// The meeting as it stands.
    #[must_use]
    pub fn meeting(&self) -> &Meeting {
        &self.versions[0]
    }

    /// Whether this reader writes minutes now.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.may_hold && !self.meeting().is_closed() && !self.meeting().slot.cancelled
    }

    /// Why the minutes cannot be closed yet, as the id of a text: the day of the meeting is still to
    /// come, or nothing stands in them.
    #[must_use]
    pub fn not_to_be_closed(&self) -> Option<&'static str> {
        match (local(self.meeting().slot.starts).date() > self.today, self.items.is_empty()) {
            (true, _) => Some("protokoll-zu-frueh"),
            (_, true) => Some("protokoll-ohne-punkte"),
            _ => None,
        }
    }

    /// The Vorlage that an item is about.
    #[must_use]
    pub fn paper_of(&self, item: &Item) -> Option<&Paper> {
        self.put.get(&item.subject.as_ref()?.paper()?)
    }

    /// The tasks of an item.
    pub fn tasks_of(&self, item: i64) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(move |it| it.made_in.2 == item)
    }
}

/// The Vorlagen that items are about.
fn put(all: &[Paper], items: &[Item]) -> BTreeMap<i64, Paper> {
    let numbers = items.iter().filter_map(|it| it.subject.as_ref()?.paper());
    let find = |number| Some((number, all.iter().find(|it| it.number == number)?.clone()));
    numbers.filter_map(find).collect()
}

/// What the items of a meeting cite, as far as an audience may see it: two statements.
async fn rests(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (meeting, items, audience): (&str, &[Item], Audience),
) -> Result<Vec<(i64, Citation)>, StoreError> {
    let citing: Vec<String> = items.iter().map(|it| format!("{meeting}-{}", it.number)).collect();
    let edges = citations::edges_of(connection, tenant, (DECISION, &citing)).await?;
    let item = |it: &Edge| -> Option<(i64, i64)> {
        let item = it.citing.strip_prefix(meeting)?.strip_prefix('-')?.parse().ok()?;
        Some((it.citation, item))
    };
    let placed: Vec<(i64, i64)> = edges.iter().filter_map(item).collect();
    let ids: Vec<i64> = placed.iter().map(|it| it.0).collect();
    let seen = citations::by_ids(connection, tenant, &ids, audience).await?;
    let with = |(citation, item): (i64, i64)| {
        let found = seen.iter().find(|it| it.id == citation && it.snapshot.is_some())?;
        Some((item, found.clone()))
    };
    Ok(placed.into_iter().filter_map(with).collect())
}

/// What items are about, as an audience may see it: one question to each kind of thing.
pub async fn subjects(
    app: &App,
    tenant: Tenant,
    audience: Audience,
    items: &[Item],
) -> Result<BTreeMap<Subject, CitedThing>, StoreError> {
    let mut kinds: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for subject in items.iter().filter_map(|it| it.subject.as_ref()) {
        kinds.entry(&subject.kind).or_default().push(&subject.id);
    }
    let mut all = BTreeMap::new();
    for (kind, ids) in kinds {
        let Some(citable) = app.parts.citable(kind) else { continue };
        let things = citable.look_up(app, tenant, &ids, audience).await?;
        for (id, thing) in ids.into_iter().zip(things) {
            if let Some(thing) = thing {
                all.insert(Subject { kind: kind.to_owned(), id: id.to_owned() }, thing);
            }
        }
    }
    Ok(all)
}

/// An observation, and where bodies have spoken about it.
#[derive(Debug)]
pub struct ObservationView {
    /// What was seen.
    pub observation: Observation,
    /// To which bodies it was given, the first time first.
    pub handovers: Vec<Handover>,
    /// The items that are about it: body, meeting, item.
    pub items: Vec<((i64, i64), Item)>,
    /// The bodies and meetings.
    pub all: Bodies,
    /// The button for one's own Mappe.
    pub remember: Option<Remember>,
}

impl ObservationView {
    /// Reads it; 404 if there is no such observation.
    pub async fn read(
        app: &App,
        city: &City,
        viewer: &Viewer,
        number: i64,
    ) -> Result<Self, Failure> {
        let mut read = app.store.read().await?;
        let known = read.kept::<observations::Observations>(city.tenant()).await?;
        let found = known.iter().find(|it| it.number == number).cloned();
        let observation = found.ok_or_else(Failure::not_found)?;
        let handovers = observations::handovers(&mut read, city.tenant(), number).await?;
        let subject = Subject { kind: store::OBSERVATION.to_owned(), id: number.to_string() };
        let items = agenda::about(&mut read, city.tenant(), store::OBSERVATION).await?;
        let is_mine = |it: &((i64, i64), Item)| it.1.subject.as_ref() == Some(&subject);
        let items = items.into_iter().filter(is_mine).collect();
        let all = Bodies::read(&mut read, city.tenant()).await?;
        drop(read);
        let thing = citing::Thing { id: subject.id, name: observation.title.clone() };
        let kind = store::OBSERVATION;
        let remember = citing::buttons(app, viewer, city, kind, vec![thing]).await?;
        let remember = remember.into_iter().flatten().next();
        Ok(Self { observation, handovers, items, all, remember })
    }
}
