//! What is open and could stand on an agenda.
//!
//! Each source is a function that says what it has; another kind of open item (an obstacle that a
//! partner reported, a Vorlage that wants this body) joins by one more line in [`read`].

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;
use sqlx::AnyConnection;

use crate::bodies::model::{Item, Observation, Subject, Task};
use crate::bodies::store::{OBSERVATION, TASK, agenda, observations};
use crate::measures;
use crate::measures::model::{Measure, State};

/// So many are proposed at once; who takes some sees the next.
const MOST: usize = 15;

/// Why something is proposed; its words are the text `vorschlag-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
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
    Some(Proposal { why, subject, title: plan.title.clone(), day })
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
    Some(Proposal { why, subject: subject(TASK, it.number), title: it.duty.what.clone(), day })
}

fn of_observation(it: &Observation) -> Proposal {
    let title = it.title.clone();
    let subject = subject(OBSERVATION, it.number);
    Proposal { why: Why::Observation, subject, title, day: None }
}

/// What is open for a body and does not stand on this agenda, the most pressing first.
pub async fn read(
    connection: &mut AnyConnection,
    tenant: Tenant,
    today: Date,
    (meeting, items, tasks): ((i64, i64), &[Item], &[Task]),
) -> Result<Vec<Proposal>, StoreError> {
    let measures = measures::store::measures(connection, tenant).await?;
    let seen = observations::observations(connection, tenant).await?;
    let decided = agenda::all_items(connection, tenant).await?;
    let is_answered = |it: &Proposal| {
        decided
            .iter()
            .any(|(_, item)| item.has_decision() && item.subject.as_ref() == Some(&it.subject))
    };
    // What this meeting itself has given out is not open for it.
    let own = |it: &&Task| it.made_in.0 == meeting.0 && it.made_in.1 != meeting.1;
    let mut all: Vec<Proposal> = measures.iter().filter_map(|it| of_measure(it, today)).collect();
    all.extend(tasks.iter().filter(own).filter_map(|it| of_task(it, today)));
    let for_us = |it: &&Observation| it.body.is_none_or(|it| it == meeting.0);
    all.extend(seen.iter().filter(for_us).map(of_observation).filter(|it| !is_answered(it)));
    all.retain(|it| !items.iter().any(|item| item.subject.as_ref() == Some(&it.subject)));
    all.sort_by_key(|it| (it.why, it.day));
    all.truncate(MOST);
    Ok(all)
}
