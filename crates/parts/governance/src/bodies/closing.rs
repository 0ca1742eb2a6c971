//! Closing the minutes: once, and then the citations write themselves.

use ankunft_disclosure::Audience;
use ankunft_platform::changes::Author;
use ankunft_platform::parts::CitedThing;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::{App, City};

use super::model::{Item, Subject, Task};
use super::store::{DECISION, OBSERVATION, TASK, agenda, meetings, tasks};
use super::{citable, resolving, view};
use crate::papers::store::KIND as RESOLUTION;
use crate::reporting::model::Obstacle;
use crate::reporting::obstacles;
use crate::{evidence, measures};

/// Closes the minutes of a meeting and writes what follows from what; false, and nothing else, if
/// they were closed already.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn close(
    app: &App,
    city: &City,
    author: Author,
    id: (i64, i64),
) -> Result<bool, StoreError> {
    let tenant = city.tenant();
    // Other kinds of things are asked before the lock: whoever holds it waits for no connection.
    let mut read = app.store.read().await?;
    let items = agenda::items(&mut read, tenant, id).await?;
    let items = about_measures(items, &obstacles::obstacles(&mut read, tenant).await?);
    drop(read);
    let things = view::subjects(app, tenant, Audience::Administration, &items).await?;
    let mut change = app.store.change(author).await?;
    tenant::lock(&mut change, tenant).await?;
    if !meetings::close(&mut change, tenant, id).await? {
        return Ok(false);
    }
    // What was written meanwhile is part of what is closed.
    let items = agenda::items(&mut change, tenant, id).await?;
    answer(&mut change, tenant, &items).await?;
    let resolved = resolving::resolve(app, city, &mut change, (id, &items)).await?;
    let items = about_measures(items, &obstacles::obstacles(&mut change, tenant).await?);
    let decided = citable::as_closed(app, city, &mut change, id).await?;
    let tasks = tasks::tasks(&mut change, tenant).await?;
    for item in &items {
        let subject = item.subject.as_ref().and_then(|it| Some((it, things.get(it)?)));
        let made_here = |it: &&Task| it.made_in == (id.0, id.1, item.number);
        let chain = Chain {
            id: format!("{}-{}-{}", id.0, id.1, item.number),
            decision: decided.iter().find(|it| it.0 == item.number).map(|it| &it.1),
            subject,
            resolution: resolved.get(&item.number),
            tasks: tasks.iter().filter(made_here).map(|it| it.number.to_string()).collect(),
        };
        link(&mut change, city, item, chain).await?;
    }
    change.commit().await?;
    Ok(true)
}

/// An item about what hinders a measure is about the measure.
fn about_measures(mut items: Vec<Item>, hinders: &[Obstacle]) -> Vec<Item> {
    for item in &mut items {
        let number = item.subject.as_ref().and_then(Subject::obstacle);
        if let Some(it) = hinders.iter().find(|it| Some(it.number) == number) {
            let kind = measures::store::KIND.to_owned();
            item.subject = Some(Subject { kind, id: it.measure.to_string() });
        }
    }
    items
}

/// What was decided or said about what hinders a measure is the answer to who reported it.
async fn answer(change: &mut Change, tenant: Tenant, items: &[Item]) -> Result<(), StoreError> {
    for item in items {
        let Some(number) = item.subject.as_ref().and_then(Subject::obstacle) else { continue };
        let said = match item.has_decision() {
            true => &item.says.decision,
            false => &item.says.minutes,
        };
        if !said.is_empty() {
            obstacles::answer(change, tenant, number, said).await?;
        }
    }
    Ok(())
}

/// What hangs together at an item.
struct Chain<'a> {
    /// The id of its decision.
    id: String,
    /// The decision as it stands now.
    decision: Option<&'a CitedThing>,
    /// What it is about.
    subject: Option<(&'a Subject, &'a CitedThing)>,
    /// What it decides about a Vorlage.
    resolution: Option<&'a (String, CitedThing)>,
    /// The numbers of the tasks that were made there.
    tasks: Vec<String>,
}

/// What was found is the reason of the decision, and so is what it decides about a Vorlage; the
/// decision is the reason of the measure and the task that it is about, and of the tasks that it
/// gave out. So the thread runs from Befund over Entscheidung to Maßnahme.
async fn link(
    change: &mut Change,
    city: &City,
    item: &Item,
    chain: Chain<'_>,
) -> Result<(), StoreError> {
    let follows = |it: &Subject| [measures::store::KIND, TASK].contains(&it.kind.as_str());
    let mut citing: Vec<(&str, &str)> = chain.tasks.iter().map(|it| (TASK, it.as_str())).collect();
    if let Some((subject, thing)) = chain.subject {
        let cited = (subject.kind.as_str(), subject.id.as_str());
        match chain.decision {
            Some(_) if follows(subject) => citing.push(cited),
            Some(_) => {
                evidence::link(change, city.tenant(), (DECISION, &chain.id), (cited, thing)).await?
            }
            // Nothing was decided: the tasks follow from what was found.
            None if subject.kind == OBSERVATION => {
                for task in &chain.tasks {
                    evidence::link(change, city.tenant(), (TASK, task), (cited, thing)).await?;
                }
            }
            None => {}
        }
    }
    if let (Some(_), Some((code, thing))) = (chain.decision, chain.resolution) {
        let cited = (RESOLUTION, code.as_str());
        evidence::link(change, city.tenant(), (DECISION, &chain.id), (cited, thing)).await?;
    }
    debug_assert_eq!(chain.decision.is_some(), item.has_decision(), "a decision was looked up");
    if let Some(decision) = chain.decision {
        for it in citing {
            evidence::link(change, city.tenant(), it, ((DECISION, &chain.id), decision)).await?;
        }
    }
    Ok(())
}
