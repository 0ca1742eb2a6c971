//! The Nullmessung: every indicator of a chosen quarter at its newest Datenstand, as citations.

use std::collections::BTreeMap;

use ankunft_platform::citations::{self, NewCitation};
use ankunft_platform::parts::CitedThing;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, Failure, Viewer};

use super::store::decisions::{self, KIND};
use super::store::register::Candidate;
use crate::citable::{self, FigureId};
use crate::model::measure::Measure;
use crate::state::Atlas;

/// What one reader sees of a chosen quarter's indicators today.
#[derive(Debug)]
pub struct Baseline {
    /// The number of the candidate.
    pub candidate: i64,
    /// How many indicators have no value that could be cited.
    pub withheld: usize,
    things: Vec<(String, CitedThing)>,
}

/// The Nullmessung of a candidate in an earlier version of a decision.
#[derive(Debug)]
pub struct Kept {
    /// The version in which it was chosen last.
    pub version: i64,
    /// How many indicators had no value.
    pub withheld: usize,
    citations: Vec<i64>,
}

/// What was measured in the decision that is corrected, by candidate, and of who was chosen in none
/// but earlier versions what was measured in these: what was measured then stays what was measured
/// then.
///
/// # Errors
///
/// - [`Failure`] if the database refuses it.
pub async fn kept(
    app: &App,
    tenant: Tenant,
    predecessor: Option<i64>,
) -> Result<BTreeMap<i64, Kept>, Failure> {
    let mut kept: BTreeMap<i64, Kept> = BTreeMap::new();
    let Some(predecessor) = predecessor else { return Ok(kept) };
    let mut read = app.store.read().await?;
    for version in decisions::versions(&mut read, tenant, predecessor).await? {
        let decided = decisions::decided(&mut read, tenant, version).await?;
        let cited = decisions::baseline(&mut read, tenant, version).await?;
        for it in decided.iter().filter(|it| it.chosen == 1) {
            kept.entry(it.candidate).or_insert_with(|| {
                let own = cited.iter().filter(|(candidate, _)| *candidate == it.candidate);
                let withheld = usize::try_from(it.withheld).unwrap_or_default();
                Kept { version, withheld, citations: own.map(|it| it.1).collect() }
            });
        }
    }
    Ok(kept)
}

/// Every indicator of a quarter at its newest Datenstand. A joined quarter is named by the version
/// that it is today, so that what was measured means the same area for ever.
///
/// # Errors
///
/// - [`Failure`] if the database refuses it.
pub async fn today(
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
        let place = shelf.place(Some(&candidate.geography), &candidate.area);
        let area = place.as_ref().map_or(candidate.area.as_str(), |it| it.cited_as());
        let newest = |geography, measure: &Measure| {
            let period = shelf.periods(geography, measure).into_iter().next()?.0;
            let id = FigureId {
                geography: &candidate.geography,
                measure: &measure.code,
                period: &period,
                area: Some(area),
            };
            Some(id.to_string())
        };
        let holdings = geography.and_then(|it| Some((it, shelf.holdings.get(&it.id)?)));
        let measures = holdings.into_iter().flat_map(|(geography, holdings)| {
            let newest = &newest;
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

impl Baseline {
    /// Freezes it as citations of a decision.
    ///
    /// # Errors
    ///
    /// - [`Failure`] (422) if what is to be cited was withdrawn meanwhile.
    /// - [`Failure`] if the database refuses it.
    pub async fn freeze(
        &self,
        change: &mut Change,
        tenant: Tenant,
        decision: i64,
    ) -> Result<(), Failure> {
        for (id, thing) in &self.things {
            let snapshot = thing.snapshot();
            let new = NewCitation {
                cited: (citable::KIND, id),
                snapshot: &snapshot,
                nutzung: thing.nutzung,
                releases: &thing.releases,
            };
            let citation = citations::cite(change, tenant, new).await.map_err(withdrawn)?;
            stand(change, tenant, (decision, self.candidate), citation.id).await?;
        }
        Ok(())
    }
}

impl Kept {
    /// Puts it into a correction.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the database refuses it.
    pub async fn take_over(
        &self,
        change: &mut Change,
        tenant: Tenant,
        (decision, candidate): (i64, i64),
    ) -> Result<(), Failure> {
        for citation in &self.citations {
            stand(change, tenant, (decision, candidate), *citation).await?;
        }
        Ok(())
    }
}

/// What was withdrawn while somebody decided is no fault of the program.
pub fn withdrawn(error: StoreError) -> Failure {
    match error {
        StoreError::Withdrawn => Failure::refused("withdrawn meanwhile"),
        other => other.into(),
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
