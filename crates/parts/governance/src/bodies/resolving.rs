//! What a body decides about a Vorlage in its minutes is the result of the step of that Vorlage:
//! nobody writes it down twice.

use std::collections::BTreeMap;

use ankunft_platform::parts::CitedThing;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::web::{App, City};

use super::model::calendar::local;
use super::model::{Body, Item, Meeting, Says, Vote};
use super::store::{DECISION, bodies, meetings};
use crate::evidence;
use crate::papers::citable::as_decided;
use crate::papers::model::{Outcome, Paper, Resolved, Step, decision, open_step, outcome_of};
use crate::papers::store::{self, KIND};

/// The decisions about Vorlagen, by the number of the item: the code, and the decision as it is cited.
pub(super) type Resolutions = BTreeMap<i64, (String, CitedThing)>;

/// Writes what a meeting that is being closed says of Vorlagen as results of their open steps. The
/// caller holds the lock of the tenant.
pub(super) async fn resolve(
    app: &App,
    city: &City,
    change: &mut Change,
    (id, items): ((i64, i64), &[Item]),
) -> Result<Resolutions, StoreError> {
    let tenant = city.tenant();
    let mut decided = Resolutions::new();
    if items.iter().all(|it| paper_of(it).is_none()) {
        return Ok(decided);
    }
    let body = bodies::versions(change, tenant, id.0).await?.into_iter().next();
    let meeting = meetings::versions(change, tenant, id).await?.into_iter().next();
    let Some((body, meeting)) = body.zip(meeting) else { return Ok(decided) };
    for item in items {
        let Some(number) = paper_of(item) else { continue };
        let found = write(app, city, change, (&body, &meeting), (number, item, i64::MAX)).await?;
        decided.extend(found.map(|it| (item.number, it)));
    }
    Ok(decided)
}

fn paper_of(item: &Item) -> Option<i64> {
    item.subject.as_ref()?.paper()
}

/// What the minutes say of a Vorlage; nothing where a body that decides never came to it.
fn said(says: &Says, step: &Step, put: &Paper) -> Option<Resolved> {
    let is_silent = says.outcome.is_none() && says.vote == Vote::None;
    let is_empty = [&says.decision, &says.minutes].iter().all(|it| it.trim().is_empty());
    if step.kind.decides() && is_silent && is_empty {
        return None;
    }
    let proposal = put.draft.proposal.as_str();
    let outcome = says.outcome.unwrap_or_else(|| {
        let wording = (says.decision.as_str(), proposal);
        outcome_of(step.kind, wording, says.vote)
    });
    let is_own = outcome == Outcome::Deviating;
    let decided = if is_own { says.decision.clone() } else { String::new() };
    let (version, vote) = (put.version, says.vote);
    Some(Resolved { version, outcome, decided, vote, at: 0, corrected: None })
}

/// What is not heard in public is not for the public; a meeting that is not has no item that is.
const fn is_public(meeting: &Meeting, says: &Says) -> bool {
    meeting.slot.is_public && says.is_public
}

/// Writes what an item says of its Vorlage as it stood until a moment.
async fn write(
    app: &App,
    city: &City,
    change: &mut Change,
    (body, meeting): (&Body, &Meeting),
    (number, item, until): (i64, &Item, i64),
) -> Result<Option<(String, CitedThing)>, StoreError> {
    let (tenant, t) = (city.tenant(), app.texts_of(city));
    let all = store::steps(change, tenant).await?;
    let steps: Vec<Step> = all.into_iter().filter(|it| it.0 == number).map(|it| it.1).collect();
    let day = local(meeting.slot.starts).date();
    let Some(open) = open_step(&steps, body.number, day) else { return Ok(None) };
    let versions = store::versions(change, tenant, number).await?;
    let before = decision(&steps).map(|it| it.1.version);
    let mut heard = versions.iter().filter(|it| it.at <= until);
    let put = heard.find(|it| before.is_none_or(|version| version == it.version));
    let Some(put) = put else { return Ok(None) };
    let Some(result) = said(&item.says, open, put) else { return Ok(None) };
    // It was heard on the day of the meeting.
    let is_public = open.is_public && is_public(meeting, &item.says);
    let mut step = Step { on: day, is_public, ..open.clone() };
    if step != *open {
        step.moved = t.get("schritt-nach-protokoll");
        store::move_step(change, tenant, number, &step).await?;
    }
    store::resolve(change, tenant, (number, step.number), &result).await?;
    step.result = Some(result);
    let decides = decision(std::slice::from_ref(&step));
    let thing = |(step, result): (&Step, &Resolved)| {
        let name = &body.charter.name;
        (put.code.clone(), as_decided(&t, city, (put, step, result), name))
    };
    Ok(decides.map(thing))
}

/// Corrects with the minutes of a closed meeting what they have brought for a Vorlage, if they say
/// something else of it than before: what was corrected at the Vorlage stands. What they left open
/// because they said nothing of it, they answer now.
pub(super) async fn correct(
    app: &App,
    city: &City,
    change: &mut Change,
    (meeting, item, says): (&Meeting, &Item, &Says),
) -> Result<(), StoreError> {
    let tenant = city.tenant();
    let Some(number) = paper_of(item) else { return Ok(()) };
    let day = local(meeting.slot.starts).date();
    let all = store::steps(change, tenant).await?;
    let own = all.into_iter().filter(|it| it.0 == number).map(|it| it.1);
    let own = own.filter(|it| it.body == meeting.body && it.on == day && it.result.is_some());
    let step = own.min_by_key(|it| !it.kind.decides());
    let Some((mut step, was)) = step.and_then(|it| it.result.clone().map(|was| (it, was))) else {
        return answer_late(app, city, change, (meeting, number, item, says)).await;
    };
    let versions = store::versions(change, tenant, number).await?;
    let Some(put) = versions.iter().find(|it| it.version == was.version) else { return Ok(()) };
    let (before, now) = (said(&item.says, &step, put), said(says, &step, put));
    // Where the minutes had said nothing, the result was written down at the Vorlage.
    if let Some((_, now)) = before.zip(now).filter(|(before, now)| before != now) {
        let now = Resolved { at: was.at, corrected: was.corrected.clone(), ..now };
        if now != was {
            store::correct(change, tenant, (number, step.number), (&now, &says.reason)).await?;
        }
    }
    if step.is_public && !is_public(meeting, says) {
        (step.is_public, step.moved) = (false, says.reason.clone());
        store::move_step(change, tenant, number, &step).await?;
    }
    Ok(())
}

/// The result of a Vorlage of which closed minutes said nothing until they were corrected, as closing
/// them would have written it; nothing once the Vorlage was put on another day.
async fn answer_late(
    app: &App,
    city: &City,
    change: &mut Change,
    (meeting, number, item, says): (&Meeting, i64, &Item, &Says),
) -> Result<(), StoreError> {
    let tenant = city.tenant();
    let body = bodies::versions(change, tenant, meeting.body).await?.into_iter().next();
    let day = local(meeting.slot.starts).date();
    let steps = store::steps(change, tenant).await?;
    let is_open = |it: &Step| it.body == meeting.body && it.on == day && it.result.is_none();
    let waits = steps.iter().any(|it| it.0 == number && is_open(&it.1));
    let Some(body) = body.filter(|_| waits) else { return Ok(()) };
    let until = meeting.closed_at.unwrap_or(i64::MAX);
    let now = Item { says: says.clone(), ..item.clone() };
    let found = write(app, city, change, (&body, meeting), (number, &now, until)).await?;
    let Some((code, thing)) = found.filter(|_| now.has_decision()) else { return Ok(()) };
    let decision = format!("{}-{}-{}", meeting.body, meeting.number, item.number);
    evidence::link(change, tenant, (DECISION, &decision), ((KIND, &code), &thing)).await
}
