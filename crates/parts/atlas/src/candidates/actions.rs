//! What changes more than one thing at once: a decision with everything that it freezes.

use std::collections::BTreeMap;

use ankunft_disclosure::Audience;
use ankunft_platform::citations;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::{App, City, Failure, Viewer};
use jiff::civil::Date;

use super::model::{State, Tally};
use super::store::decisions::{self, KIND, NewDecision};
use super::store::register::{self, Candidate, NewStep};
use super::store::rounds;
use super::view::Closed;
use super::{baseline, frozen};
use crate::state::Atlas;
use crate::view::overview::Asker;

/// The criteria that every city begins with: ids of texts with a name, and a description in the
/// attribute `frage`.
const USUAL_CRITERIA: [&str; 5] = [
    "kriterium-bedarf",
    "kriterium-chance",
    "kriterium-infrastruktur",
    "kriterium-wille",
    "kriterium-foerderung",
];

/// Notes a quarter as a candidate, and with the first one the usual criteria, in the language of
/// the city.
///
/// # Errors
///
/// - [`Failure`] if the database refuses it.
pub async fn propose(
    app: &App,
    viewer: &Viewer,
    city: &City,
    place: (&str, &str, &str),
    on_date: Date,
) -> Result<i64, Failure> {
    let tenant = city.tenant();
    let mut change = app.store.change(viewer.author()).await?;
    let step = NewStep { state: State::Proposed, on_date, note: "" };
    let number = register::propose(&mut change, tenant, place, step).await?;
    if !super::store::ballots::has_criteria(&mut change, tenant).await? {
        let t = app.texts_of(city);
        for id in USUAL_CRITERIA {
            let words = (t.get(id), t.get(&format!("{id}.frage")));
            let words = (words.0.as_str(), words.1.as_str());
            super::store::ballots::add_criterion(&mut change, tenant, words).await?;
        }
    }
    change.commit().await?;
    Ok(number)
}

/// A decision that a person has written and that was found in order.
#[derive(Debug)]
pub struct Draft {
    /// What is written down; its candidates, counts of missing values and tally are filled in.
    pub new: NewDecision,
    /// The candidates that are decided on, with whether they are chosen.
    pub candidates: Vec<(Candidate, bool)>,
    /// The day.
    pub day: Date,
    /// The citations that are its reasons, in their order.
    pub reasons: Vec<i64>,
    /// How far the Vergleichsquartiere are.
    pub distances: Vec<frozen::New>,
    /// Whether everybody may read it.
    pub is_public: bool,
}

/// What became of a decision that was to be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was, and has this number.
    Decided(i64),
    /// A candidate moved, or somebody else corrected the same decision; nothing was written.
    Overtaken,
}

/// Writes a decision down: the candidates take their last step, reasons, Nullmessung and what the
/// assessment says are frozen with the decision, in one transaction.
///
/// # Errors
///
/// - [`Failure`] (422) if what is to be cited was withdrawn meanwhile.
/// - [`Failure`] if the database refuses it.
pub async fn decide(
    app: &App,
    viewer: &Viewer,
    city: &City,
    mut draft: Draft,
) -> Result<Done, Failure> {
    let tenant = city.tenant();
    let kept = baseline::kept(app, tenant, draft.new.predecessor).await?;
    let (mut baselines, mut new) = (Vec::new(), std::mem::take(&mut draft.distances));
    for (candidate, chosen) in &draft.candidates {
        if *chosen && !kept.contains_key(&candidate.number) {
            baselines.push(baseline::today(app, viewer, tenant, candidate).await?);
            new.extend(assessed(app, city, candidate).await?);
        }
    }
    let withheld = |number: i64| {
        let new = baselines.iter().find(|it| it.candidate == number).map(|it| it.withheld);
        new.or_else(|| kept.get(&number).map(|it| it.withheld)).unwrap_or_default()
    };
    let all = draft.candidates.iter();
    draft.new.candidates =
        all.map(|(it, chosen)| (it.number, *chosen, withheld(it.number))).collect();

    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, tenant).await?;
    if is_overtaken(&mut change, tenant, &draft).await? {
        return Ok(Done::Overtaken);
    }
    if draft.new.predecessor.is_none() {
        draft.new.tally = tally(viewer, &mut change, tenant).await?;
    }
    let number = decisions::decide(&mut change, tenant, &draft.new).await?;
    take_last_steps(&mut change, tenant, &draft).await?;
    let place = (KIND, number.to_string());
    for citation in &draft.reasons {
        citations::place(&mut change, tenant, *citation, (place.0, &place.1)).await?;
        decisions::add_reason(&mut change, tenant, number, *citation).await?;
    }
    let key = &app.keys.release;
    for it in &baselines {
        it.freeze(&mut change, tenant, number).await?;
    }
    frozen::keep(&mut change, tenant, key, number, &new).await.map_err(baseline::withdrawn)?;
    let chosen = draft.candidates.iter().filter(|it| it.1).map(|it| it.0.number);
    for (candidate, before) in chosen.filter_map(|it| Some((it, kept.get(&it)?))) {
        before.take_over(&mut change, tenant, (number, candidate)).await?;
        let ways = (before.version, number, candidate);
        frozen::take_over(&mut change, tenant, key, ways).await?;
    }
    if draft.is_public {
        decisions::publish(&mut change, tenant, number, true).await?;
    }
    change.commit().await?;
    Ok(Done::Decided(number))
}

/// What was scored in the newest round that nobody has decided after. While one is open there is
/// nothing to decide from: somebody may still say what they think.
async fn tally(viewer: &Viewer, change: &mut Change, tenant: Tenant) -> Result<String, Failure> {
    if rounds::running(change, tenant).await?.is_some() {
        let advice = viewer.t.get("entscheidung-runde-offen");
        return Err(Failure::refused("a round of scoring is open").advice(advice));
    }
    let closed = Closed::all(change, tenant).await?;
    let newest = closed.into_iter().find(Closed::counts).map(|it| it.round.tally);
    let none = || serde_json::to_string(&Tally::default()).map_err(Failure::internal);
    newest.map_or_else(none, Ok)
}

/// What the assessments say of a candidate today.
async fn assessed(
    app: &App,
    city: &City,
    candidate: &Candidate,
) -> Result<Vec<frozen::New>, Failure> {
    let atlas = app.parts.state::<Atlas>().ok_or_else(|| Failure::internal("no atlas"))?;
    let asker = Asker {
        tenant: city.tenant(),
        audience: Audience::Administration,
        key: &app.keys.release,
        memory: &atlas.memory,
    };
    let quarter = (candidate.number, candidate.geography.as_str(), candidate.area.as_str());
    let t = app.texts_of(city);
    Ok(frozen::today(&mut *app.store.read().await?, asker, &t, quarter).await?)
}

/// Between the question and the answer somebody else may have moved a candidate, or corrected.
async fn is_overtaken(change: &mut Change, tenant: Tenant, draft: &Draft) -> Result<bool, Failure> {
    let now = register::candidates(change, tenant).await?;
    let stands = |it: &Candidate| now.iter().any(|now| now == it);
    let before = match draft.new.predecessor {
        Some(number) => decisions::decision(change, tenant, number).await?,
        None => None,
    };
    let is_corrected = before.is_some_and(|it| it.successor.is_some());
    Ok(is_corrected || !draft.candidates.iter().all(|(it, _)| stands(it)))
}

/// What a correction leaves as it is: by candidate whether it was chosen in the decision that is
/// corrected, and `None` if another decision has said something of it since.
async fn settled(
    change: &mut Change,
    tenant: Tenant,
    predecessor: i64,
) -> Result<BTreeMap<i64, Option<bool>>, StoreError> {
    let before = decisions::decided(change, tenant, predecessor).await?;
    let mut settled: BTreeMap<i64, Option<bool>> =
        before.iter().map(|it| (it.candidate, Some(it.chosen == 1))).collect();
    for later in decisions::decisions(change, tenant).await? {
        let is_other = later.number > predecessor && later.predecessor != Some(predecessor);
        if is_other {
            let decided = decisions::decided(change, tenant, later.number).await?;
            settled.extend(decided.iter().map(|it| (it.candidate, None)));
        }
    }
    Ok(settled)
}

async fn take_last_steps(
    change: &mut Change,
    tenant: Tenant,
    draft: &Draft,
) -> Result<(), StoreError> {
    let settled = match draft.new.predecessor {
        Some(predecessor) => settled(change, tenant, predecessor).await?,
        None => BTreeMap::new(),
    };
    for (candidate, chosen) in &draft.candidates {
        let state = if *chosen { State::Chosen } else { State::NotChosen };
        let stays =
            settled.get(&candidate.number).is_some_and(|it| it.is_none_or(|it| it == *chosen));
        if candidate.state == state || stays {
            continue;
        }
        let step = NewStep { state, on_date: draft.day, note: &draft.new.file_number };
        register::step(change, tenant, candidate.number, step).await?;
    }
    Ok(())
}
