use ankunft_disclosure::{Base, Nutzung, Policy, ReleaseKey};
use sqlx::AnyConnection;

use super::accept::count_indicators;
use super::{sources, version};
use crate::permission::StatisticsOffice;
use crate::releases::{self, NewRelease, Plan, Rounding, Source, Sum, Why, Withheld};
use crate::store::{Change, StoreError};
use crate::tenant::{self, Tenant};

/// The unprotected figures of a dataset version, read and ready to be protected apart from the
/// database.
#[derive(Debug)]
pub struct Prepared {
    dataset_version: i64,
    area_version: i64,
    counts: Vec<Source>,
    others: Vec<Withheld>,
    earlier: Vec<Base>,
}

/// A release that is computed and not yet made.
#[derive(Debug)]
pub struct Proposal {
    head: NewRelease,
    base: Base,
    /// What would leave, what not, and why.
    pub rounding: Rounding,
    /// By what the same figures were rounded before, when that was computed.
    earlier: Vec<Base>,
}

/// Why a release is not made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReleaseError {
    /// There is no such dataset version, it was withdrawn, or it has no unprotected figures.
    #[error("there is no unprotected dataset version {0}")]
    NoSource(i64),
    /// The same figures, protected in the same way, are out for this circle or a wider one.
    #[error("released already, as {0}")]
    Covered(i64),
    /// Somebody has released the same figures since this was computed, and who has both releases
    /// lays them side by side: it must be computed anew.
    #[error("released differently meanwhile")]
    Overtaken,
    /// Nothing withstands the attack.
    #[error("nothing withstands the attack")]
    Nothing,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for ReleaseError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Reads what a release of a dataset version is made from, for the statistics office.
///
/// # Errors
///
/// - [`ReleaseError::NoSource`] if there is nothing unprotected to release.
/// - [`ReleaseError::Store`] if the database refuses it.
pub async fn prepare(
    connection: &mut AnyConnection,
    tenant: Tenant,
    proof: StatisticsOffice,
    dataset_version: i64,
) -> Result<Prepared, ReleaseError> {
    let known = version(connection, tenant, dataset_version).await?;
    let known = known.filter(|it| it.withdrawn_at.is_none());
    let area_version = known.ok_or(ReleaseError::NoSource(dataset_version))?.area_version;
    let columns = sources(connection, tenant, proof, dataset_version).await?;
    if columns.is_empty() {
        return Err(ReleaseError::NoSource(dataset_version));
    }
    let counted = count_indicators(connection, tenant).await?;
    let (counts, others): (Vec<_>, Vec<_>) =
        columns.into_iter().partition(|it| counted.contains(&it.indicator_version));
    let stays = |it: super::SourceColumn| Withheld {
        indicator_version: it.indicator_version,
        period: it.period,
        why: Why::NoCounts,
    };
    let made = made_before(connection, tenant, dataset_version).await?;
    Ok(Prepared {
        dataset_version,
        area_version,
        counts: counts.into_iter().map(|it| (it.indicator_version, it.period, it.column)).collect(),
        others: others.into_iter().map(stays).collect(),
        earlier: made.into_iter().map(|it| it.base).collect(),
    })
}

impl Prepared {
    /// Rounds and attacks; `sums` are known to add up, beside what is found to.
    ///
    /// This takes its time for many columns and many area units: let it run apart from the
    /// threads that answer requests.
    #[must_use]
    pub fn propose(&self, base: Base, nutzung: Nutzung, sums: &[Sum]) -> Proposal {
        let plan = Plan { base, nutzung, sums, earlier: &self.earlier };
        let mut rounding = releases::protect(&self.counts, plan);
        rounding.withheld.extend(self.others.iter().cloned());
        let (dataset_version, area_version) = (self.dataset_version, self.area_version);
        let head = NewRelease { dataset_version, area_version, nutzung };
        Proposal { head, base, rounding, earlier: self.earlier.clone() }
    }
}

/// Makes a proposed release.
///
/// # Errors
///
/// - [`ReleaseError::NoSource`] if the dataset version was withdrawn meanwhile.
/// - [`ReleaseError::Covered`] if the same figures are out already.
/// - [`ReleaseError::Nothing`] if no column withstands.
/// - [`ReleaseError::Store`] if the database refuses it.
pub async fn release(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    proposal: Proposal,
) -> Result<i64, ReleaseError> {
    let Proposal { head, base, rounding, earlier } = proposal;
    // Nobody withdraws the version between the question and the answer.
    tenant::lock(change, tenant).await?;
    let known = version(change, tenant, head.dataset_version).await?;
    if known.is_none_or(|it| it.withdrawn_at.is_some()) {
        return Err(ReleaseError::NoSource(head.dataset_version));
    }
    let wanted = (head.dataset_version, base, head.nutzung);
    if let Some(release) = covering(change, tenant, wanted).await? {
        return Err(ReleaseError::Covered(release));
    }
    let made = made_before(change, tenant, head.dataset_version).await?;
    if made.iter().map(|it| it.base).ne(earlier) {
        return Err(ReleaseError::Overtaken);
    }
    if rounding.columns.is_empty() {
        return Err(ReleaseError::Nothing);
    }
    Ok(releases::rounded(change, tenant, key, (&head, base), rounding.columns).await?)
}

/// The release, if there is one, through which a circle has the figures of a dataset version
/// already, rounded to this base.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn covering(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (dataset_version, base, nutzung): (i64, Base, Nutzung),
) -> Result<Option<i64>, StoreError> {
    let made = made_before(connection, tenant, dataset_version).await?;
    let covers = |it: &&Made| !it.withdrawn && it.base == base && it.nutzung >= nutzung;
    Ok(made.iter().find(covers).map(|it| it.release))
}

/// A release by rounding of a dataset version.
struct Made {
    release: i64,
    base: Base,
    nutzung: Nutzung,
    withdrawn: bool,
}

async fn made_before(
    connection: &mut AnyConnection,
    tenant: Tenant,
    dataset_version: i64,
) -> Result<Vec<Made>, StoreError> {
    let rows: Vec<(i64, String, String, Option<i64>)> = sqlx::query_as(
        "select id, policy, nutzung, withdrawn_at from release \
         where tenant = $1 and dataset_version = $2 order by id",
    )
    .bind(tenant.id())
    .bind(dataset_version)
    .fetch_all(connection)
    .await?;
    let mut made = Vec::new();
    for (release, policy, nutzung, withdrawn_at) in rows {
        let Some(Policy::Rounded(base)) = Policy::from_code(&policy) else { continue };
        let nutzung = super::nutzung(nutzung)?;
        made.push(Made { release, base, nutzung, withdrawn: withdrawn_at.is_some() });
    }
    Ok(made)
}
