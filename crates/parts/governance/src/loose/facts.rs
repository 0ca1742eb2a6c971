//! What loose ends are read from: everything of a city that could stop the thread.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ankunft_atlas::candidates;
use ankunft_atlas::candidates::permissions::SEE as SEE_CANDIDATES;
use ankunft_atlas::candidates::store::{decisions, register};
use ankunft_platform::citations::{self, Edge};
use ankunft_platform::languages::Texts;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;

use super::model::{self, Decided, Doing, End};
use super::taken::Taken;
use crate::bodies::model::calendar::local;
use crate::bodies::model::{Item, Meeting, MemberRole, Seat, Subject};
use crate::bodies::store::{DECISION, OBSERVATION, agenda, bodies, meetings, observations, tasks};
use crate::commitments::model::State as Commitment;
use crate::commitments::store as commitments;
use crate::effects::store as effects;
use crate::enquiries::store as enquiries;
use crate::goals::store as goals;
use crate::goals::view::{Concept, Current};
use crate::measures::model::State;
use crate::measures::store as measures;
use crate::papers::model::{Outcome, Paper, Step, decision};
use crate::papers::store as papers;
use crate::permissions::{SEE_PAPERS, SIT};
use crate::reporting::model::ObstacleState;
use crate::reporting::obstacles::Obstacles;

/// Something whose citations are looked after: it is being written or done.
#[derive(Clone, Debug)]
pub struct Writing {
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub at: String,
    /// The Stelle that writes it.
    pub owner: i64,
    /// Whether it can still take up a newer value: it has not begun, or not left the house.
    pub is_draft: bool,
}

/// What a city has, as far as loose ends are read from it.
#[derive(Debug)]
pub struct Facts {
    /// The ends that show without asking any other kind of thing.
    pub ends: Vec<End>,
    /// What is being written or done, by the kind and id under which it cites.
    pub writing: BTreeMap<(String, String), Writing>,
    /// Who cites what.
    pub edges: Arc<citations::Edges>,
    /// The citations that effects are measured against: that they have newer values is the point.
    pub baselines: BTreeSet<i64>,
}

impl Facts {
    /// Reads them: a constant number of statements, however much a city has.
    pub async fn read(
        read: &mut Read,
        (tenant, t): (Tenant, &Texts),
        today: Date,
    ) -> Result<Self, StoreError> {
        let edges = read.kept::<citations::Edges>(tenant).await?;
        let baselines = read.kept::<measures::Baselines>(tenant).await?;
        let doing = doing(read, tenant, (&edges, &baselines)).await?;
        let mut ends: Vec<End> = doing.iter().flat_map(model::of_measure).collect();
        let mut writing = BTreeMap::new();
        for it in doing.iter().filter(|it| it.state.is_open()) {
            let key = (measures::KIND.to_owned(), it.number.to_string());
            let at = format!("/steuerung/massnahmen/{}", it.number);
            let is_draft = it.state == State::Planned;
            let (title, owner) = (it.title.clone(), it.lead);
            writing.insert(key, Writing { title, at, owner, is_draft });
        }
        let taken = Taken::new(&edges, &doing);
        ends.extend(of_promises(read, tenant, &taken).await?);
        ends.extend(of_goals(read, tenant, &taken).await?);
        ends.extend(of_bodies(read, tenant, (&taken, &doing, today)).await?);
        ends.extend(of_papers(read, tenant, (&taken, &mut writing, today)).await?);
        ends.extend(of_candidates(read, (tenant, t), &taken).await?);
        drafts(read, tenant, &mut writing).await?;
        Ok(Self {
            ends,
            writing,
            edges,
            baselines: baselines.values().flatten().copied().collect(),
        })
    }
}

fn day(at: i64) -> Option<Date> {
    jiff::Timestamp::from_microsecond(at).ok().map(|it| local(it).date())
}

async fn doing(
    read: &mut Read,
    tenant: Tenant,
    (edges, baselines): (&[Edge], &BTreeMap<i64, BTreeSet<i64>>),
) -> Result<Vec<Doing>, StoreError> {
    // A goal says what for, not why.
    let is_reason = |it: &&Edge| it.citing_kind == measures::KIND && it.cited_kind != goals::KIND;
    let reasoned: BTreeSet<i64> =
        edges.iter().filter(is_reason).filter_map(|it| it.citing.parse().ok()).collect();
    let seen = read.kept::<effects::AllSeen>(tenant).await?;
    let all = read.kept::<measures::Measures>(tenant).await?;
    let doing = all.iter().map(|it| Doing {
        has_evidence: reasoned.contains(&it.number),
        has_baseline: baselines.get(&it.number).is_some_and(|it| !it.is_empty()),
        has_outcome: seen.get(&it.number).is_some_and(|it| it.is_asked),
        has_value: seen.get(&it.number).is_some_and(|it| it.has_value),
        number: it.number,
        title: it.plan.title.clone(),
        lead: it.plan.lead,
        state: it.plan.state,
        due: it.plan.due,
    });
    Ok(doing.collect())
}

async fn of_promises(
    read: &mut Read,
    tenant: Tenant,
    taken: &Taken<'_>,
) -> Result<Vec<End>, StoreError> {
    let all = read.kept::<commitments::Commitments>(tenant).await?;
    let signed = all.iter().filter(|it| it.terms.state == Commitment::Signed);
    let signed: BTreeSet<i64> = signed.map(|it| it.number).collect();
    let promises = read.kept::<commitments::Promises>(tenant).await?;
    let binding = promises.iter().filter(|it| signed.contains(&it.commitment));
    let end = |it: &crate::commitments::model::Promise| {
        let is_kept = taken.by_measure((commitments::PROMISE, &it.number.to_string()));
        model::of_promise(it, is_kept)
    };
    Ok(binding.filter_map(end).collect())
}

/// Of the edition in force, once a body has adopted it: a draft is not to be served yet.
async fn of_goals(
    read: &mut Read,
    tenant: Tenant,
    taken: &Taken<'_>,
) -> Result<Vec<End>, StoreError> {
    let concept = read.kept::<Current>(tenant).await?;
    let Some(Concept { edition, tree }) = &**concept else { return Ok(Vec::new()) };
    let served = |number: i64| taken.by_measure((goals::KIND, &number.to_string()));
    let is_loose = |number: i64| !tree.whole(number).into_iter().any(served);
    let goals = tree.in_order().into_iter().map(|it| it.1);
    let goals = goals.filter(|it| edition.adoption.is_some() && it.wording.kind.is_served());
    let loose = goals.filter(|it| is_loose(it.number));
    Ok(loose.map(|it| model::of_goal(it, edition.number)).collect())
}

async fn of_bodies(
    read: &mut Read,
    tenant: Tenant,
    (taken, doing, today): (&Taken<'_>, &[Doing], Date),
) -> Result<Vec<End>, StoreError> {
    let all = read.kept::<meetings::Meetings>(tenant).await?;
    let items = read.kept::<agenda::AllItems>(tenant).await?;
    let given = read.kept::<tasks::Tasks>(tenant).await?;
    let chairs = chairs(read, tenant, today).await?;
    let all: BTreeMap<(i64, i64), &Meeting> =
        all.iter().map(|it| ((it.body, it.number), it)).collect();
    let given: BTreeSet<(i64, i64, i64)> = given.iter().map(|it| it.made_in).collect();
    let mut ends = Vec::new();
    for (id, item) in items.iter().filter(|it| it.1.has_decision()) {
        let Some(closed) = all.get(id).filter(|it| it.is_closed()) else { continue };
        // What is decided about a Vorlage is looked after there.
        if !item.says.vote.is_rejected() && paper_of(item).is_none() {
            let decided = decided((closed, item), chairs.get(&id.0).copied());
            let follows = taken.is_followed((DECISION, &decided.thing.1))
                || given.contains(&(id.0, id.1, item.number));
            ends.extend(model::of_decision(decided, follows, SIT));
        }
    }
    let spoken = |(id, item): &&((i64, i64), Item)| {
        item.has_decision() || all.get(id).is_some_and(|it| !it.is_closed() && !it.slot.cancelled)
    };
    let spoken = items.iter().filter(spoken).filter_map(|it| it.1.subject.as_ref());
    let spoken: BTreeSet<&Subject> = spoken.collect();
    for it in read.kept::<observations::Observations>(tenant).await?.iter() {
        let number = it.number.to_string();
        let subject = Subject { kind: OBSERVATION.to_owned(), id: number.clone() };
        if !spoken.contains(&subject) && !taken.is_answered((OBSERVATION, &number)) {
            let chair = it.body.and_then(|it| chairs.get(&it).copied());
            ends.push(model::of_observation(it, chair, day(it.at)));
        }
    }
    let doing: BTreeMap<i64, &Doing> = doing.iter().map(|it| (it.number, it)).collect();
    for it in read.kept::<Obstacles>(tenant).await?.iter() {
        if it.state == ObstacleState::Open {
            let measure = doing.get(&it.measure).copied();
            ends.push(model::of_obstacle(it, measure, day(it.raised_at)));
        }
    }
    Ok(ends)
}

fn paper_of(item: &Item) -> Option<i64> {
    item.subject.as_ref()?.paper()
}

/// The Vorlagen that something follows from which a meeting has given out when it decided them.
async fn followed_in_meetings(
    read: &mut Read,
    tenant: Tenant,
    taken: &Taken<'_>,
) -> Result<BTreeSet<i64>, StoreError> {
    let items = read.kept::<agenda::AllItems>(tenant).await?;
    let given = read.kept::<tasks::Tasks>(tenant).await?;
    let follows = |((body, meeting), item): &((i64, i64), Item)| {
        let id = format!("{body}-{meeting}-{}", item.number);
        taken.is_followed((DECISION, &id))
            || given.iter().any(|it| it.made_in == (*body, *meeting, item.number))
    };
    let about = items.iter().filter_map(|it| Some((paper_of(&it.1)?, it)));
    Ok(about.filter(|it| follows(it.1)).map(|it| it.0).collect())
}

/// The Stelle in the chair of each body.
async fn chairs(
    read: &mut Read,
    tenant: Tenant,
    today: Date,
) -> Result<BTreeMap<i64, i64>, StoreError> {
    let members = read.kept::<bodies::Members>(tenant).await?;
    let chair = |(body, it): &(i64, crate::bodies::model::Member)| match it.seat {
        Seat::Post(post) if it.role == MemberRole::Chair && it.holds_on(today) => {
            Some((*body, post))
        }
        _ => None,
    };
    Ok(members.iter().filter_map(chair).collect())
}

fn decided((meeting, item): (&Meeting, &Item), chair: Option<i64>) -> Decided {
    let page = format!("/gremien/{}/sitzungen/{}", meeting.body, meeting.number);
    Decided {
        thing: (DECISION, format!("{}-{}", meeting.id(), item.number)),
        title: item.says.title.clone(),
        at: format!("{page}#punkt-{}", item.number),
        owner: chair,
        on: Some(local(meeting.slot.starts).date()),
        version: item.version,
    }
}

/// What was decided about Vorlagen; those about which nothing was are being written.
async fn of_papers(
    read: &mut Read,
    tenant: Tenant,
    (taken, writing, today): (&Taken<'_>, &mut BTreeMap<(String, String), Writing>, Date),
) -> Result<Vec<End>, StoreError> {
    let adopted = read.kept::<papers::Adopted>(tenant).await?;
    let in_meetings = followed_in_meetings(read, tenant, taken).await?;
    let mut by_paper: BTreeMap<i64, Vec<Step>> = BTreeMap::new();
    for (paper, step) in read.kept::<papers::Steps>(tenant).await?.iter() {
        by_paper.entry(*paper).or_default().push(step.clone());
    }
    let mut ends = Vec::new();
    for it in read.kept::<papers::Papers>(tenant).await?.iter() {
        let Paper { number, code, draft, .. } = it;
        let at = format!("{}/vorlagen/{number}", crate::papers::PATH);
        let steps = by_paper.get(number).map_or(&[][..], Vec::as_slice);
        let Some((step, result)) = decision(steps) else {
            let key = (papers::DRAFT.to_owned(), code.clone());
            let (title, owner) = (draft.subject.clone(), draft.lead);
            writing.insert(key, Writing { title, at, owner, is_draft: true });
            continue;
        };
        let follows = taken.is_followed((papers::KIND, code)) || in_meetings.contains(number);
        let has_paper = adopted.contains(code);
        let decided = Decided {
            thing: (papers::KIND, code.clone()),
            title: draft.subject.clone(),
            at,
            owner: Some(draft.lead),
            on: Some(step.on),
            version: step.number,
        };
        ends.extend(model::of_adopted(&decided, has_paper, today));
        if result.outcome != Outcome::Rejected {
            ends.extend(model::of_decision(decided, follows, SEE_PAPERS));
        }
    }
    Ok(ends)
}

/// Candidates, and decisions for quarters. One that is not published can be cited by nobody.
async fn of_candidates(
    read: &mut Read,
    (tenant, t): (Tenant, &Texts),
    taken: &Taken<'_>,
) -> Result<Vec<End>, StoreError> {
    let known = read.kept::<register::Candidates>(tenant).await?;
    let mut ends: Vec<End> = known.iter().filter_map(model::of_candidate).collect();
    let all = read.kept::<decisions::Decisions>(tenant).await?;
    let quarters = read.kept::<decisions::AllDecided>(tenant).await?;
    for it in all.iter().filter(|it| it.is_published()) {
        let number = it.number.to_string();
        let follows = taken.is_followed((decisions::KIND, &number));
        let mine = quarters.get(&it.number).into_iter().flatten().filter(|it| it.chosen == 1);
        let chosen: Vec<String> = mine.map(|it| it.name.clone()).collect();
        let decided = Decided {
            at: format!("/atlas/kandidaten/entscheidungen/{number}"),
            thing: (decisions::KIND, number),
            title: if chosen.is_empty() { it.body.clone() } else { candidates::title(t, &chosen) },
            owner: None,
            on: it.on_date.parse().ok(),
            version: it.number,
        };
        ends.extend(model::of_decision(decided, follows, SEE_CANDIDATES));
    }
    Ok(ends)
}

/// Answers that have not left the house.
async fn drafts(
    read: &mut Read,
    tenant: Tenant,
    writing: &mut BTreeMap<(String, String), Writing>,
) -> Result<(), StoreError> {
    let sent = read.kept::<enquiries::AllSent>(tenant).await?;
    let all = read.kept::<enquiries::Enquiries>(tenant).await?;
    for it in all.iter().filter(|it| !sent.contains_key(&it.number)) {
        let key = (enquiries::KIND.to_owned(), it.number.to_string());
        let at = format!("{}/{}", crate::enquiries::PATH, it.number);
        let (title, owner) = (it.frame.subject.clone(), it.frame.lead);
        writing.insert(key, Writing { title, at, owner, is_draft: true });
    }
    Ok(())
}
