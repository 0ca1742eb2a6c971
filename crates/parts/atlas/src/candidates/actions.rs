//! What changes more than one thing at once: a decision with everything that it freezes.

use std::collections::BTreeMap;

use ankunft_platform::citations::{self, NewCitation};
use ankunft_platform::parts::CitedThing;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::{App, City, Failure, Viewer};
use jiff::civil::Date;

use super::model::{State, Tally};
use super::store::decisions::{self, KIND, NewDecision};
use super::store::register::{self, Candidate, NewStep};
use super::store::rounds;
use super::view::Closed;
use crate::citable::{self, FigureId};
use crate::state::Atlas;

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
    /// Whether everybody may read it.
    pub is_public: bool,
}

/// What one reader sees of a chosen quarter's indicators today.
struct Baseline {
    candidate: i64,
    things: Vec<(String, CitedThing)>,
    withheld: usize,
}

/// Writes a decision down: the candidates take their last step, reasons and Nullmessung are
/// frozen as citations of the decision, in one transaction.
///
/// # Errors
///
/// - [`Failure`] (422) if a candidate, or what is to be cited, changed meanwhile.
/// - [`Failure`] if the database refuses it.
pub async fn decide(
    app: &App,
    viewer: &Viewer,
    city: &City,
    mut draft: Draft,
) -> Result<i64, Failure> {
    let tenant = city.tenant();
    let kept = kept_baseline(app, tenant, draft.new.predecessor).await?;
    let mut baselines = Vec::new();
    for (candidate, chosen) in &draft.candidates {
        if *chosen && !kept.contains_key(&candidate.number) {
            baselines.push(baseline(app, viewer, tenant, candidate).await?);
        }
    }
    let withheld = |number: i64| {
        let new = baselines.iter().find(|it| it.candidate == number).map(|it| it.withheld);
        new.or_else(|| kept.get(&number).map(|it| it.1)).unwrap_or_default()
    };
    let all = draft.candidates.iter();
    draft.new.candidates =
        all.map(|(it, chosen)| (it.number, *chosen, withheld(it.number))).collect();

    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, tenant).await?;
    refuse_what_moved(viewer, &mut change, tenant, &draft).await?;
    if draft.new.predecessor.is_none() {
        draft.new.tally = tally(viewer, &mut change, tenant).await?;
    }
    let number = decisions::decide(&mut change, tenant, &draft.new)
        .await
        .map_err(|it| meanwhile(viewer, it))?;
    take_last_steps(&mut change, tenant, &draft).await?;
    let place = (KIND, number.to_string());
    for citation in &draft.reasons {
        citations::place(&mut change, tenant, *citation, (place.0, &place.1)).await?;
        decisions::add_reason(&mut change, tenant, number, *citation).await?;
    }
    for it in &baselines {
        for (id, thing) in &it.things {
            let citation = freeze(&mut change, tenant, id, thing).await?;
            stand(&mut change, tenant, (number, it.candidate), citation).await?;
        }
    }
    for (candidate, (citations, _)) in &kept {
        let stays = draft.candidates.iter().any(|(it, chosen)| *chosen && it.number == *candidate);
        for citation in citations.iter().filter(|_| stays) {
            stand(&mut change, tenant, (number, *candidate), *citation).await?;
        }
    }
    if draft.is_public {
        decisions::publish(&mut change, tenant, number, true).await?;
    }
    change.commit().await?;
    Ok(number)
}

fn meanwhile(viewer: &Viewer, error: StoreError) -> Failure {
    if !error.is_duplicate() {
        return error.into();
    }
    let advice = viewer.t.get("berichtigung-gibt-es-schon");
    Failure::refused("corrected meanwhile").advice(advice)
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

/// Between the question and the answer somebody else may have moved a candidate.
async fn refuse_what_moved(
    viewer: &Viewer,
    change: &mut Change,
    tenant: Tenant,
    draft: &Draft,
) -> Result<(), Failure> {
    let now = register::candidates(change, tenant).await?;
    let stands = |it: &Candidate| now.iter().any(|now| now == it);
    if draft.candidates.iter().all(|(it, _)| stands(it)) {
        return Ok(());
    }
    let advice = viewer.t.get("entscheidung-inzwischen");
    Err(Failure::refused("a candidate moved meanwhile").advice(advice))
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

/// The Nullmessung of the decision that is corrected: by candidate, its citations, and how many
/// indicators had no value. What was measured then stays what was measured then.
async fn kept_baseline(
    app: &App,
    tenant: Tenant,
    predecessor: Option<i64>,
) -> Result<BTreeMap<i64, (Vec<i64>, usize)>, StoreError> {
    let Some(predecessor) = predecessor else { return Ok(BTreeMap::new()) };
    let mut read = app.store.read().await?;
    let mut kept = BTreeMap::new();
    for it in decisions::decided(&mut read, tenant, predecessor).await? {
        if it.chosen == 1 {
            let withheld = usize::try_from(it.withheld).unwrap_or_default();
            kept.insert(it.candidate, (Vec::new(), withheld));
        }
    }
    for (candidate, citation) in decisions::baseline(&mut read, tenant, predecessor).await? {
        kept.entry(candidate).or_default().0.push(citation);
    }
    Ok(kept)
}

/// Every indicator of a quarter at its newest Datenstand.
async fn baseline(
    app: &App,
    viewer: &Viewer,
    tenant: Tenant,
    candidate: &Candidate,
) -> Result<Baseline, Failure> {
    let atlas = app.parts.state::<Atlas>().ok_or_else(|| Failure::internal("no atlas"))?;
    let audience = viewer.actor.audience();
    let ids: Vec<String> = {
        let mut read = app.store.read().await?;
        let shelf = atlas.memory.shelf(&mut read, tenant, audience).await?;
        let geography = shelf.geographies.iter().find(|it| it.code == candidate.geography);
        let newest = |geography, measure: &crate::model::measure::Measure| {
            let period = shelf.periods(geography, measure).into_iter().next()?.0;
            let id = FigureId {
                geography: &candidate.geography,
                measure: &measure.code,
                period: &period,
                area: Some(&candidate.area),
            };
            Some(id.to_string())
        };
        let holdings = geography.and_then(|it| Some((it, shelf.holdings.get(&it.id)?)));
        let measures = holdings.into_iter().flat_map(|(geography, holdings)| {
            holdings.measures.iter().filter_map(move |it| newest(geography, it))
        });
        measures.collect()
    };
    let named: Vec<&str> = ids.iter().map(String::as_str).collect();
    let figure = app.parts.citable(citable::KIND).ok_or_else(|| Failure::internal("no figures"))?;
    let seen = figure.look_up(app, tenant, &named, audience).await?;
    let withheld = seen.iter().filter(|it| it.is_none()).count();
    let things = ids.into_iter().zip(seen).filter_map(|(id, it)| Some((id, it?))).collect();
    Ok(Baseline { candidate: candidate.number, things, withheld })
}

async fn freeze(
    change: &mut Change,
    tenant: Tenant,
    id: &str,
    thing: &CitedThing,
) -> Result<i64, Failure> {
    let snapshot = thing.snapshot();
    let new = NewCitation {
        cited: (citable::KIND, id),
        snapshot: &snapshot,
        nutzung: thing.nutzung,
        releases: &thing.releases,
    };
    match citations::cite(change, tenant, new).await {
        Ok(citation) => Ok(citation.id),
        Err(StoreError::Withdrawn) => Err(Failure::refused("withdrawn meanwhile")),
        Err(error) => Err(error.into()),
    }
}

/// Puts a citation into a decision as part of the Nullmessung of a candidate.
async fn stand(
    change: &mut Change,
    tenant: Tenant,
    (decision, candidate): (i64, i64),
    citation: i64,
) -> Result<(), StoreError> {
    citations::place(change, tenant, citation, (KIND, &decision.to_string())).await?;
    decisions::add_baseline(change, tenant, (decision, candidate), citation).await
}
