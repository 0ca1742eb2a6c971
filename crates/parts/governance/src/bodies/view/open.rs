//! What is open and could stand on an agenda.
//!
//! Each source is a function that says what it has; another kind of open item joins by one more line
//! in [`read`].

use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::typed::LONGEST_LINE;
use jiff::civil::Date;

use crate::bodies::model::{Item, Observation, Subject, Task};
use crate::bodies::store::{OBSERVATION, TASK, agenda, observations};
use crate::known::Place;
use crate::measures::model::{Measure, State};
use crate::reporting::model::{Obstacle, ObstacleState};
use crate::reporting::obstacles;
use crate::{measures, papers};

/// So many are shown at once; who takes some sees the next.
pub const MOST: usize = 15;

/// Why something is proposed; its words are the text `vorschlag-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A Vorlage whose Beratungsfolge leads to this body.
    Paper,
    /// What hinders a measure, as those who report on it say.
    Obstacle,
    /// A measure whose day has passed.
    LateMeasure,
    /// A task whose day has passed.
    LateTask,
    /// A measure that is to be looked at again.
    ReviewMeasure,
    /// A task that is to be looked at again.
    ReviewTask,
    /// Something that was seen on the ground.
    Observation,
    /// A task of this body that is still open.
    OpenTask,
}

impl Why {
    /// The word of its text.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Paper => "vorlage",
            Self::Obstacle => "hindernis",
            Self::LateMeasure => "massnahme-spaet",
            Self::LateTask => "aufgabe-spaet",
            Self::ReviewMeasure => "massnahme-wiedervorlage",
            Self::ReviewTask => "aufgabe-wiedervorlage",
            Self::Observation => "beobachtung",
            Self::OpenTask => "aufgabe-offen",
        }
    }
}

/// Something that could stand on the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Why.
    pub why: Why,
    /// What it is.
    pub subject: Subject,
    /// What it is called.
    pub title: String,
    /// The day that matters, if there is one.
    pub day: Option<Date>,
    /// Whether it is to be heard in public, where a part of the meeting is.
    pub is_public: bool,
    /// Where; none is the whole city, or nobody knows.
    pub place: Option<Place>,
    /// Whether it is for this body: its Vorlagen, its tasks, what was given to it, and what is in its Quartiere.
    pub is_near: bool,
}

fn subject(kind: &str, id: i64) -> Subject {
    Subject { kind: kind.to_owned(), id: id.to_string() }
}

fn of_measure(it: &Measure, today: Date) -> Option<Proposal> {
    let plan = &it.plan;
    let (why, day) = match (plan.is_late(today), plan.wants_review(today)) {
        (true, _) => (Why::LateMeasure, Some(plan.due)),
        (_, true) => (Why::ReviewMeasure, plan.review_on),
        _ => return None,
    };
    debug_assert!(
        matches!(plan.state, State::Planned | State::Running),
        "what is done is not late"
    );
    let subject = subject(measures::store::KIND, it.number);
    let (title, place) = (plan.title.clone(), plan.place.clone());
    Some(Proposal { why, subject, title, day, is_public: false, place, is_near: false })
}

fn of_task(it: &Task, today: Date) -> Option<Proposal> {
    if !it.is_open() {
        return None;
    }
    let (why, day) = match (it.is_late(today), it.wants_review(today)) {
        (true, _) => (Why::LateTask, Some(it.duty.due)),
        (_, true) => (Why::ReviewTask, it.duty.review_on),
        _ => (Why::OpenTask, Some(it.duty.due)),
    };
    let (subject, title) = (subject(TASK, it.number), it.duty.what.clone());
    Some(Proposal { why, subject, title, day, is_public: false, place: None, is_near: true })
}

fn of_observation(it: &Observation) -> Proposal {
    Proposal {
        why: Why::Observation,
        subject: subject(OBSERVATION, it.number),
        title: it.title.clone(),
        day: None,
        is_public: false,
        place: it.place.clone(),
        is_near: it.body.is_some(),
    }
}

/// The Vorlagen that this body is to hear, by the day of their step.
async fn papers_for(
    read: &mut Read,
    tenant: Tenant,
    body: i64,
) -> Result<Vec<Proposal>, StoreError> {
    let known = read.kept::<papers::store::Papers>(tenant).await?;
    let steps = read.kept::<papers::store::Steps>(tenant).await?;
    let proposal = |(paper, step): &(i64, papers::model::Step)| {
        let wanted = step.body == body && step.result.is_none();
        let paper = known.iter().find(|it| wanted && it.number == *paper)?;
        let title = paper.draft.subject.clone();
        let subject = subject(papers::store::DRAFT, paper.number);
        let (why, day, is_public) = (Why::Paper, Some(step.on), step.is_public);
        Some(Proposal { why, subject, title, day, is_public, place: None, is_near: true })
    };
    Ok(steps.iter().filter_map(proposal).collect())
}

fn of_obstacle(it: &Obstacle, measures: &[Measure]) -> Option<Proposal> {
    let of = measures.iter().find(|measure| measure.number == it.measure);
    let place = of.and_then(|it| it.plan.place.clone());
    let subject = subject(obstacles::KIND, it.number);
    // What a title has no room for stands in the report.
    let title = it.text.lines().next().unwrap_or_default().chars().take(LONGEST_LINE).collect();
    (it.state == ObstacleState::Open).then_some(Proposal {
        why: Why::Obstacle,
        subject,
        title,
        day: None,
        is_public: false,
        place,
        is_near: false,
    })
}

/// What is open for a body and does not stand on this agenda, the most pressing first.
pub async fn read(
    read: &mut Read,
    tenant: Tenant,
    today: Date,
    (meeting, items, tasks): ((i64, i64), &[Item], &[Task]),
) -> Result<Vec<Proposal>, StoreError> {
    let measures = read.kept::<measures::store::Measures>(tenant).await?;
    let seen = read.kept::<observations::Observations>(tenant).await?;
    let decided = agenda::about(read, tenant, OBSERVATION).await?;
    let is_answered = |it: &Proposal| {
        decided
            .iter()
            .any(|(_, item)| item.has_decision() && item.subject.as_ref() == Some(&it.subject))
    };
    // What this meeting itself has given out is not open for it.
    let own = |it: &&Task| it.made_in.0 == meeting.0 && it.made_in.1 != meeting.1;
    let mut all = papers_for(read, tenant, meeting.0).await?;
    let hinders = read.kept::<obstacles::Obstacles>(tenant).await?;
    all.extend(hinders.iter().filter_map(|it| of_obstacle(it, &measures)));
    all.extend(measures.iter().filter_map(|it| of_measure(it, today)));
    all.extend(tasks.iter().filter(own).filter_map(|it| of_task(it, today)));
    let for_us = |it: &&Observation| it.body.is_none_or(|it| it == meeting.0);
    all.extend(seen.iter().filter(for_us).map(of_observation).filter(|it| !is_answered(it)));
    all.retain(|it| !items.iter().any(|item| item.subject.as_ref() == Some(&it.subject)));
    all.sort_by_key(|it| (it.why, it.day));
    Ok(all)
}

/// The open measures that do not stand on this agenda, by title.
pub async fn measures(
    read: &mut Read,
    tenant: Tenant,
    items: &[Item],
) -> Result<Vec<(i64, String)>, StoreError> {
    let is_there = |it: &Measure| {
        let own = subject(measures::store::KIND, it.number);
        items.iter().any(|item| item.subject.as_ref() == Some(&own))
    };
    let all = read.kept::<measures::store::Measures>(tenant).await?;
    let open = all.iter().filter(|it| it.plan.state.is_open() && !is_there(it));
    let mut open: Vec<(i64, String)> = open.map(|it| (it.number, it.plan.title.clone())).collect();
    open.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(open)
}
