//! A decision with everything that page, paper and JSON show of it.

use std::collections::BTreeSet;

use ankunft_disclosure::Audience;
use ankunft_platform::attachments::{self, Attachment};
use ankunft_platform::citing::{self, Cited};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Failure, Viewer};
use sqlx::AnyConnection;

use super::frozen::{self, Frozen, Kept};
use super::model::Tally;
use super::pages::{day, list};
use super::store::decisions::{self, Comparison, Decided, Decision, KIND};
use crate::assess;
use crate::assess::open::Detail;
use crate::permissions::ASSESS;

/// A decision with everything that page and JSON show of it.
#[derive(Debug)]
pub struct DecisionView {
    /// The decision.
    pub decision: Decision,
    /// The candidates, in alphabetical order.
    pub decided: Vec<Decided>,
    /// Its Vergleichsquartiere, each with how far it is, the nearest first; without where a Sperrung
    /// has withdrawn what that was computed from.
    pub comparisons: Vec<(Comparison, Option<f64>)>,
    /// What the assessment said of each chosen candidate, by its number.
    pub frozen: Vec<(i64, Kept<Frozen>)>,
    /// How much of that this reader is told.
    pub detail: Detail,
    /// For whom it is.
    pub reader: Audience,
    /// An earlier version that chose the same, where the one between did not.
    pub restores: Option<i64>,
    /// Its reasons as this reader may know them.
    pub reasons: Vec<Cited>,
    /// The Nullmessung: each chosen candidate by its number, with its citations.
    pub baseline: Vec<(i64, Vec<Cited>)>,
    /// What was scored.
    pub tally: Tally,
    /// The signed scans.
    pub files: Vec<Attachment>,
}

/// What was frozen of each chosen candidate, and how far its Vergleichsquartiere are.
struct Froze {
    frozen: Vec<(i64, Kept<Frozen>)>,
    comparisons: Vec<(Comparison, Option<f64>)>,
}

impl DecisionView {
    /// Reads it, as far as this reader may know it.
    ///
    /// # Errors
    ///
    /// - [`Failure`] (404) if there is no such decision.
    /// - [`Failure`] if the database refuses it, or what is kept was altered.
    pub async fn read(
        app: &App,
        city: &City,
        viewer: &Viewer,
        number: i64,
    ) -> Result<Self, Failure> {
        let (tenant, reader) = (city.tenant(), viewer.actor.audience());
        let mut read = app.store.read().await?;
        let decision = decisions::decision(&mut read, tenant, number).await?;
        let decision = decision.ok_or_else(Failure::not_found)?;
        let decided = decisions::decided(&mut read, tenant, number).await?;
        let reasons = decisions::reasons(&mut read, tenant, number).await?;
        let baseline = decisions::baseline(&mut read, tenant, number).await?;
        let files = attachments::of(&mut read, tenant, (KIND, &number.to_string())).await?;
        let versions = decisions::versions(&mut read, tenant, number).await?;
        let restores = restored(&mut read, tenant, &versions).await?;
        let Froze { frozen, comparisons } =
            froze(&mut read, app, (tenant, reader), (&versions, &decided)).await?;
        let detail = assess::detail(&mut read, tenant, viewer.may(ASSESS)).await?;
        drop(read);
        // One and the same citation may be a reason and part of the Nullmessung.
        let place = (KIND, number.to_string());
        let take = async |wanted: Vec<i64>| -> Result<Vec<Cited>, Failure> {
            let mut cited = citing::cited_in(app, viewer, city, (place.0, &place.1)).await?;
            cited.retain(|it| wanted.contains(&it.citation().id));
            Ok(cited)
        };
        let mut quarters = Vec::new();
        for it in decided.iter().filter(|it| it.chosen == 1) {
            let own = baseline.iter().filter(|(candidate, _)| *candidate == it.candidate);
            quarters.push((it.candidate, take(own.map(|it| it.1).collect()).await?));
        }
        Ok(Self {
            tally: serde_json::from_str(&decision.tally).map_err(Failure::internal)?,
            reasons: take(reasons).await?,
            baseline: quarters,
            decision,
            decided,
            comparisons,
            frozen,
            detail,
            reader,
            restores,
            files,
        })
    }

    /// The names of those that were chosen, or not.
    pub fn names(&self, chosen: bool) -> impl Iterator<Item = &str> {
        let all = self.decided.iter().filter(move |it| (it.chosen == 1) == chosen);
        all.map(|it| it.name.as_str())
    }

    /// What it says, in one sentence.
    #[must_use]
    pub fn sentence(&self, t: &Texts) -> String {
        let it = &self.decision;
        let args = [
            ("namen", Arg::from(list(t, self.names(true)))),
            ("anzahl", Arg::from(self.names(true).count())),
            ("tag", Arg::from(day(t, &it.on_date))),
            ("wer", Arg::from(it.body.as_str())),
        ];
        t.with("entscheidung-leit", &args)
    }

    /// What the assessment said of a candidate; none if there was no assessment.
    #[must_use]
    pub fn frozen(&self, candidate: i64) -> Option<&Kept<Frozen>> {
        self.frozen.iter().find(|it| it.0 == candidate).map(|it| &it.1)
    }

    /// The Vergleichsquartiere of a candidate.
    pub fn near(&self, candidate: i64) -> impl Iterator<Item = &(Comparison, Option<f64>)> {
        self.comparisons.iter().filter(move |it| it.0.candidate == candidate)
    }

    /// All its citations.
    pub fn cited(&self) -> impl Iterator<Item = &Cited> {
        self.reasons.iter().chain(self.baseline.iter().flat_map(|it| &it.1))
    }
}

/// What the newest of these versions froze, the newest first.
async fn froze(
    connection: &mut AnyConnection,
    app: &App,
    (tenant, reader): (Tenant, Audience),
    (versions, decided): (&[i64], &[Decided]),
) -> Result<Froze, StoreError> {
    let of = (tenant, &app.keys.release);
    let (mut frozen, mut far) = (Vec::new(), Vec::new());
    let number = versions.first().copied().unwrap_or_default();
    for it in decided.iter().filter(|it| it.chosen == 1) {
        let found = frozen::find(connection, of, (versions, it.candidate), reader).await?;
        frozen.extend(found.map(|found| (it.candidate, found)));
        let found = frozen::distances(connection, of, (number, it.candidate)).await?;
        far.extend(found.map(|found| (it.candidate, found)));
    }
    let distance = |it: &Comparison| {
        let of = far.iter().find(|(candidate, _)| *candidate == it.candidate);
        of?.1.show(reader)?.get(&it.area).copied()
    };
    let comparisons = decisions::comparisons(connection, tenant, number).await?;
    let mut comparisons: Vec<(Comparison, Option<f64>)> =
        comparisons.into_iter().map(|it| (it.clone(), distance(&it))).collect();
    comparisons.sort_by(|a, b| a.1.unwrap_or_default().total_cmp(&b.1.unwrap_or_default()));
    Ok(Froze { frozen, comparisons })
}

/// The newest earlier version that chose the same, where the one that it corrects did not.
async fn restored(
    connection: &mut AnyConnection,
    tenant: Tenant,
    versions: &[i64],
) -> Result<Option<i64>, StoreError> {
    let mut chosen: Vec<BTreeSet<i64>> = Vec::new();
    for version in versions {
        let decided = decisions::decided(connection, tenant, *version).await?;
        chosen.push(decided.iter().filter(|it| it.chosen == 1).map(|it| it.candidate).collect());
    }
    let [now, before, earlier @ ..] = chosen.as_slice() else { return Ok(None) };
    let same = earlier.iter().position(|it| it == now).filter(|_| now != before);
    Ok(same.and_then(|at| versions.get(at + 2).copied()))
}
