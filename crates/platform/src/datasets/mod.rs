//! Datasets: what a city has been given, in numbered states (Datenstand).
//!
//! A dataset version says how its figures are protected. *Bereits geheimgehalten*: its columns
//! become a release at once. *Ungeschützt*: they are kept for the statistics office alone, and
//! what leaves is a release by rounding, if one is asked for.

mod accept;
mod release;

use ankunft_disclosure::{Column, Declaration, Nutzung, Policy, Unprotected};
use sqlx::AnyConnection;

use crate::permission::StatisticsOffice;
use crate::store::StoreError;
use crate::tenant::Tenant;

pub use accept::{
    AcceptError, Accepted, NewColumn, NewVersion, Rounded, accept, accept_rounded, round_ahead,
};
pub use release::{Prepared, Proposal, ReleaseError, covering, prepare, release};

/// How the figures of a dataset are protected, by declaration of who brings it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Protection {
    /// _Bereits geheimgehalten_: an office did it before, by this rule.
    Already(Declaration),
    /// _Ungeschützt_: for the statistics office alone.
    Unprotected,
}

impl Protection {
    /// The text under which it is stored.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Already(declaration) => Policy::AlreadyProtected(declaration.clone()).code(),
            Self::Unprotected => "unprotected".to_owned(),
        }
    }

    fn from_code(text: String) -> Result<Self, StoreError> {
        match Policy::from_code(&text) {
            Some(Policy::AlreadyProtected(declaration)) => Ok(Self::Already(declaration)),
            None if text == "unprotected" => Ok(Self::Unprotected),
            _ => Err(StoreError::Unreadable { what: "a protection", text }),
        }
    }
}

/// A dataset version without its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatasetVersion {
    /// Its number in the database.
    pub id: i64,
    /// The code of the dataset: `berlin-ewr-t1`.
    pub dataset: String,
    /// What a person calls the dataset.
    pub title: String,
    /// The Datenstand: counted up in the city.
    pub number: i64,
    /// The version that it corrects or continues.
    pub predecessor: Option<i64>,
    /// The version of the area units.
    pub area_version: i64,
    /// The file it was read from.
    pub file_name: String,
    /// SHA-256 of that file.
    pub file_hash: Vec<u8>,
    /// The profile it was read by.
    pub profile: String,
    /// Who publishes it.
    pub publisher: String,
    /// On which terms.
    pub licence: String,
    /// Which people are counted: `Hauptwohnung`, `wohnberechtigt`.
    pub population_concept: String,
    /// How it is protected.
    pub protection: Protection,
    /// The circle its figures are for once protected.
    pub nutzung: Nutzung,
    /// The account that accepted it.
    pub account: Option<i64>,
    /// The Stelle in whose duty that was.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub accepted_at: i64,
    /// When it was withdrawn (Sperrung), if it was.
    pub withdrawn_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    dataset: String,
    title: String,
    number: i64,
    predecessor: Option<i64>,
    area_version: i64,
    file_name: String,
    file_hash: Vec<u8>,
    profile: String,
    publisher: String,
    licence: String,
    population_concept: String,
    protection: String,
    nutzung: String,
    account: Option<i64>,
    post: Option<i64>,
    accepted_at: i64,
    withdrawn_at: Option<i64>,
}

impl Row {
    fn read(self) -> Result<DatasetVersion, StoreError> {
        Ok(DatasetVersion {
            id: self.id,
            dataset: self.dataset,
            title: self.title,
            number: self.number,
            predecessor: self.predecessor,
            area_version: self.area_version,
            file_name: self.file_name,
            file_hash: self.file_hash,
            profile: self.profile,
            publisher: self.publisher,
            licence: self.licence,
            population_concept: self.population_concept,
            protection: Protection::from_code(self.protection)?,
            nutzung: nutzung(self.nutzung)?,
            account: self.account,
            post: self.post,
            accepted_at: self.accepted_at,
            withdrawn_at: self.withdrawn_at,
        })
    }
}

pub(crate) fn nutzung(text: String) -> Result<Nutzung, StoreError> {
    Nutzung::from_code(&text).ok_or(StoreError::Unreadable { what: "a Nutzung", text })
}

const SELECT: &str = "select v.id, d.code as dataset, d.title, v.number, v.predecessor, \
     v.area_version, v.file_name, v.file_hash, v.profile, v.publisher, v.licence, \
     v.population_concept, v.protection, v.nutzung, v.account, v.post, v.accepted_at, \
     v.withdrawn_at from dataset_version v join dataset d on d.id = v.dataset \
     where v.tenant = $1";

/// All dataset versions of a city, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<DatasetVersion>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} order by v.number desc"));
    let rows: Vec<Row> = sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?;
    rows.into_iter().map(Row::read).collect()
}

/// One dataset version.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn version(
    connection: &mut AnyConnection,
    tenant: Tenant,
    id: i64,
) -> Result<Option<DatasetVersion>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} and v.id = $2"));
    let row: Option<Row> =
        sqlx::query_as(sql).bind(tenant.id()).bind(id).fetch_optional(connection).await?;
    row.map(Row::read).transpose()
}

/// The dataset version of a Datenstand.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn by_number(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Option<DatasetVersion>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} and v.number = $2"));
    let row: Option<Row> =
        sqlx::query_as(sql).bind(tenant.id()).bind(number).fetch_optional(connection).await?;
    row.map(Row::read).transpose()
}

/// A column that nobody has protected.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceColumn {
    /// The version of the indicator.
    pub indicator_version: i64,
    /// Stichtag or Berichtszeitraum.
    pub period: String,
    /// Its figures.
    pub column: Unprotected<Column>,
}

/// The unprotected columns of a dataset version, for the statistics office.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if what is stored is no column.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn sources(
    connection: &mut AnyConnection,
    tenant: Tenant,
    _proof: StatisticsOffice,
    dataset_version: i64,
) -> Result<Vec<SourceColumn>, StoreError> {
    let rows: Vec<(i64, String, Vec<u8>)> = sqlx::query_as(
        "select indicator_version, period, cells from source_column \
         where tenant = $1 and dataset_version = $2 order by indicator_version, period",
    )
    .bind(tenant.id())
    .bind(dataset_version)
    .fetch_all(connection)
    .await?;
    let read = |(indicator_version, period, bytes): (i64, String, Vec<u8>)| {
        read_source(dataset_version, indicator_version, period, &bytes)
    };
    rows.into_iter().map(read).collect()
}

/// One unprotected column of a dataset version, for the statistics office.
///
/// # Errors
///
/// As for [`sources`].
pub async fn source(
    connection: &mut AnyConnection,
    tenant: Tenant,
    _proof: StatisticsOffice,
    (dataset_version, indicator_version, period): (i64, i64, &str),
) -> Result<Option<SourceColumn>, StoreError> {
    let row: Option<(Vec<u8>,)> = sqlx::query_as(
        "select cells from source_column where tenant = $1 and dataset_version = $2 \
         and indicator_version = $3 and period = $4",
    )
    .bind(tenant.id())
    .bind(dataset_version)
    .bind(indicator_version)
    .bind(period.to_owned())
    .fetch_optional(connection)
    .await?;
    let period = period.to_owned();
    row.map(|(bytes,)| read_source(dataset_version, indicator_version, period, &bytes)).transpose()
}

fn read_source(
    dataset_version: i64,
    indicator_version: i64,
    period: String,
    bytes: &[u8],
) -> Result<SourceColumn, StoreError> {
    let column = Column::decode(bytes).ok_or_else(|| StoreError::Unreadable {
        what: "a column",
        text: format!("{dataset_version}/{indicator_version}/{period}"),
    })?;
    Ok(SourceColumn { indicator_version, period, column: Unprotected::new(column) })
}
