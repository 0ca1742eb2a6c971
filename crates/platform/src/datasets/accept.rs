use std::collections::{BTreeMap, BTreeSet};

use ankunft_disclosure::{Base, Column, Nutzung, ReleaseKey, Released, Unprotected};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::Protection;
use crate::changes::Entry;
use crate::ids;
use crate::indicators::{self, Kind};
use crate::releases::{self, NewRelease, Plan, Sum, Why};
use crate::store::{Change, StoreError, lists};
use crate::tenant::{self, Tenant};

/// A dataset version to be accepted.
#[derive(Clone, Debug)]
pub struct NewVersion<'a> {
    /// Code and title of the dataset, which is made if it is not there.
    pub dataset: (&'a str, &'a str),
    /// The version of the area units, in whose order the cells stand.
    pub area_version: i64,
    /// The name of the file.
    pub file_name: &'a str,
    /// SHA-256 of the file.
    pub file_hash: &'a [u8],
    /// The profile it was read by.
    pub profile: &'a str,
    /// Who publishes it.
    pub publisher: &'a str,
    /// On which terms.
    pub licence: &'a str,
    /// Which people are counted.
    pub population_concept: &'a str,
    /// How it is protected.
    pub protection: &'a Protection,
    /// The circle that its released figures are for.
    pub nutzung: Nutzung,
    /// For unprotected figures: release the counts among them at once, rounded to this.
    pub round: Option<Base>,
}

/// A column to be accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct NewColumn {
    /// The version of the indicator, from [`indicators::ensure`].
    pub indicator_version: i64,
    /// Stichtag or Berichtszeitraum.
    pub period: String,
    /// Its cells in the order of the area version, and the total.
    pub column: Column,
}

/// What was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The dataset version.
    pub version: i64,
    /// Its Datenstand.
    pub number: i64,
    /// The release of its figures, if one was made.
    pub release: Option<i64>,
}

/// Why a dataset version is not accepted. Nothing of it stays.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AcceptError {
    /// The same file has been accepted before.
    #[error("this very file is Datenstand {number} already")]
    Duplicate {
        /// The Datenstand it is.
        number: i64,
    },
    /// A column has not as many cells as there are area units, or no column was brought.
    #[error("a column has {cells} cells for {areas} area units")]
    Shape {
        /// How many cells; 0 if there is no column.
        cells: usize,
        /// How many area units the version has.
        areas: usize,
    },
    /// Two columns of the same indicator and period.
    #[error("indicator version {indicator_version} stands twice in {period}")]
    Twice {
        /// The version of the indicator.
        indicator_version: i64,
        /// The period.
        period: String,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for AcceptError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Accepts a dataset version: its figures, its Datenstand, and the release that follows from
/// its protection, with their entries in the change log.
///
/// # Errors
///
/// - [`AcceptError::Duplicate`] if the file is there already for these area units.
/// - [`AcceptError::Shape`] or [`AcceptError::Twice`] if the columns do not fit.
/// - [`AcceptError::Store`] if the database refuses it.
pub async fn accept(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    new: NewVersion<'_>,
    columns: Vec<NewColumn>,
) -> Result<Accepted, AcceptError> {
    accept_by(change, tenant, key, (new, When::Within), columns).await
}

/// As [`accept`], with what is released already rounded and attacked: see [`round_ahead`].
///
/// # Errors
///
/// As for [`accept`].
pub async fn accept_rounded(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    (new, rounded): (NewVersion<'_>, Rounded),
    columns: Vec<NewColumn>,
) -> Result<Accepted, AcceptError> {
    accept_by(change, tenant, key, (new, When::Ahead(rounded)), columns).await
}

/// Figures that were rounded and attacked before the change that stores them.
#[derive(Debug)]
pub struct Rounded(Vec<(i64, String, Released<Column>)>);

impl Rounded {
    /// The same, with the versions of the indicators in place of the numbers given ahead.
    #[must_use]
    pub fn of_versions(self, version: impl Fn(i64) -> Option<i64>) -> Self {
        let named = self.0.into_iter();
        Self(
            named.filter_map(|(it, period, column)| Some((version(it)?, period, column))).collect(),
        )
    }
}

/// Rounds and attacks counts. It takes long for large tables, and others wait for a change: so
/// this comes before it. The indicators have any numbers, each its own; the sums use the same.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if a cell is no count.
pub fn round_ahead(
    columns: Vec<(i64, String, Column)>,
    sums: &[Sum],
    base: Base,
    nutzung: Nutzung,
) -> Result<Rounded, StoreError> {
    let columns: Vec<_> = columns
        .into_iter()
        .map(|(it, period, column)| (it, period, Unprotected::new(column)))
        .collect();
    let rounding = releases::protect(&columns, Plan { base, nutzung, sums, earlier: &[] });
    // Who brings a file with fractions where counts are promised learns it at once.
    if let Some(it) = rounding.withheld.iter().find(|it| it.why == Why::NotACount) {
        let text = format!("{}/{}", it.indicator_version, it.period);
        return Err(StoreError::Unreadable { what: "a column of counts", text });
    }
    Ok(Rounded(rounding.columns))
}

/// When figures are rounded that leave unprotected tables.
enum When {
    /// Within the change.
    Within,
    /// It was done before.
    Ahead(Rounded),
}

async fn accept_by(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    (new, when): (NewVersion<'_>, When),
    columns: Vec<NewColumn>,
) -> Result<Accepted, AcceptError> {
    tenant::lock(change, tenant).await?;
    fits(change, tenant, new.area_version, &columns).await?;
    let dataset = dataset_id(change, tenant, new.dataset).await?;
    if let Some(number) = known_file(change, tenant, dataset, &new).await? {
        return Err(AcceptError::Duplicate { number });
    }
    let (version, number) = insert_version(change, tenant, dataset, &new).await?;
    let mut after = new.file_hash.to_vec();
    after.extend_from_slice(new.protection.code().as_bytes());
    let entry = Entry {
        tenant: Some(tenant),
        action: "dataset.accept",
        thing_kind: "dataset-version",
        thing: &version.to_string(),
        note: new.dataset.0,
        before: None,
        after: Some(&after),
    };
    change.record(entry).await?;
    let head = NewRelease {
        dataset_version: version,
        area_version: new.area_version,
        nutzung: new.nutzung,
    };
    let release = match new.protection {
        Protection::Already(declaration) => {
            Some(releases::admit(change, tenant, key, &head, declaration, columns).await?)
        }
        Protection::Unprotected => {
            insert_sources(change, tenant, version, &columns).await?;
            let rounded = match (new.round, when) {
                (None, _) => None,
                (Some(base), When::Ahead(rounded)) => Some((base, rounded)),
                (Some(base), When::Within) => {
                    let counts = counts_of(change, tenant, columns).await?;
                    Some((base, round_ahead(counts, &[], base, new.nutzung)?))
                }
            };
            match rounded {
                Some((base, Rounded(it))) if !it.is_empty() => {
                    Some(releases::rounded(change, tenant, key, (&head, base), it).await?)
                }
                _ => None,
            }
        }
    };
    Ok(Accepted { version, number, release })
}

/// The columns that count persons or things.
async fn counts_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    columns: Vec<NewColumn>,
) -> Result<Vec<(i64, String, Column)>, StoreError> {
    let counted = count_indicators(connection, tenant).await?;
    let columns = columns.into_iter().filter(|it| counted.contains(&it.indicator_version));
    Ok(columns.map(|it| (it.indicator_version, it.period, it.column)).collect())
}

/// The versions of indicators that count persons or things.
pub(super) async fn count_indicators(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeSet<i64>, StoreError> {
    let all = indicators::all(connection, tenant).await?.into_iter();
    Ok(all.filter(|it| it.definition.kind == Kind::Count).map(|it| it.id).collect())
}

async fn fits(
    connection: &mut AnyConnection,
    tenant: Tenant,
    area_version: i64,
    columns: &[NewColumn],
) -> Result<(), AcceptError> {
    let (areas,): (i64,) =
        sqlx::query_as("select count(*) from area where tenant = $1 and area_version = $2")
            .bind(tenant.id())
            .bind(area_version)
            .fetch_one(connection)
            .await?;
    let areas = usize::try_from(areas).unwrap_or(0);
    if columns.is_empty() || areas == 0 {
        return Err(AcceptError::Shape { cells: 0, areas });
    }
    let mut seen = BTreeMap::new();
    for it in columns {
        if it.column.cells.len() != areas {
            return Err(AcceptError::Shape { cells: it.column.cells.len(), areas });
        }
        if seen.insert((it.indicator_version, it.period.as_str()), ()).is_some() {
            let (indicator_version, period) = (it.indicator_version, it.period.clone());
            return Err(AcceptError::Twice { indicator_version, period });
        }
    }
    Ok(())
}

async fn known_file(
    connection: &mut AnyConnection,
    tenant: Tenant,
    dataset: i64,
    new: &NewVersion<'_>,
) -> Result<Option<i64>, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "select number from dataset_version where tenant = $1 and file_hash = $2 \
         and area_version = $3 and (dataset = $4 or profile = $5) and withdrawn_at is null \
         order by number limit 1",
    )
    .bind(tenant.id())
    .bind(new.file_hash.to_vec())
    .bind(new.area_version)
    .bind(dataset)
    .bind(new.profile.to_owned())
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|(number,)| number))
}

async fn dataset_id(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (code, title): (&str, &str),
) -> Result<i64, StoreError> {
    let known: Option<(i64,)> =
        sqlx::query_as("select id from dataset where tenant = $1 and code = $2")
            .bind(tenant.id())
            .bind(code.to_owned())
            .fetch_optional(&mut *connection)
            .await?;
    if let Some((id,)) = known {
        return Ok(id);
    }
    let id = ids::next();
    sqlx::query("insert into dataset (id, tenant, code, title) values ($1, $2, $3, $4)")
        .bind(id)
        .bind(tenant.id())
        .bind(code.to_owned())
        .bind(title.to_owned())
        .execute(connection)
        .await?;
    Ok(id)
}

/// Inserts the version as the next Datenstand of the tenant, which is locked.
async fn insert_version(
    change: &mut Change,
    tenant: Tenant,
    dataset: i64,
    new: &NewVersion<'_>,
) -> Result<(i64, i64), StoreError> {
    let id = ids::next();
    let author = change.author().clone();
    let (number, predecessor): (i64, Option<i64>) = sqlx::query_as(
        "select coalesce(max(number), 0) + 1, max(case when dataset = $2 then id end) \
         from dataset_version where tenant = $1",
    )
    .bind(tenant.id())
    .bind(dataset)
    .fetch_one(&mut **change)
    .await?;
    sqlx::query(
        "insert into dataset_version (id, tenant, dataset, number, predecessor, area_version, \
         file_name, file_hash, profile, publisher, licence, population_concept, protection, \
         nutzung, account, post, accepted_at) values \
         ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(dataset)
    .bind(number)
    .bind(predecessor)
    .bind(new.area_version)
    .bind(new.file_name.to_owned())
    .bind(new.file_hash.to_vec())
    .bind(new.profile.to_owned())
    .bind(new.publisher.to_owned())
    .bind(new.licence.to_owned())
    .bind(new.population_concept.to_owned())
    .bind(new.protection.code())
    .bind(new.nutzung.code())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    Ok((id, number))
}

async fn insert_sources(
    connection: &mut AnyConnection,
    tenant: Tenant,
    version: i64,
    columns: &[NewColumn],
) -> Result<(), StoreError> {
    for some in columns.chunks(releases::ROWS_AT_ONCE) {
        let sql = format!(
            "insert into source_column (dataset_version, indicator_version, period, tenant, cells) \
             values {}",
            lists::rows(some.len(), 5),
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for it in some {
            query = query
                .bind(version)
                .bind(it.indicator_version)
                .bind(it.period.clone())
                .bind(tenant.id())
                .bind(it.column.encode());
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}
