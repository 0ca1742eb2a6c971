//! Area units, in versions.
//!
//! A geography is a kind of area units (Planungsräume); a version of it is how they stand from
//! a day to a day. Figures are stored in the order of the units of one version.

use jiff::Timestamp;
use serde::Serialize;
use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::ids;
use crate::store::{Change, StoreError, lists};
use crate::tenant::Tenant;

/// How many rows go into one statement: both databases take more than its placeholders.
const ROWS_AT_ONCE: usize = 400;

/// A kind of area units.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow, Serialize)]
pub struct Geography {
    /// Its number.
    pub id: i64,
    /// Its name in addresses: `planungsraum`.
    pub code: String,
    /// What a person calls it: `Planungsräume`.
    pub name: String,
    /// The coarsest is 1; sub-zones have the greatest.
    pub rank: i64,
}

/// How the units of a geography stand from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow, Serialize)]
pub struct AreaVersion {
    /// Its number.
    pub id: i64,
    /// The geography.
    pub geography: i64,
    /// What a person calls it: `bis 2020`.
    pub label: String,
    /// The first day, as `2021-01-01`.
    pub valid_from: String,
    /// The last day, if it has passed.
    pub valid_to: Option<String>,
    /// Who publishes it.
    pub source: String,
    /// On which terms.
    pub licence: String,
}

/// An area unit without its outline.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow, Serialize)]
pub struct Area {
    /// Where its cell stands in a column; the first is 0.
    pub position: i64,
    /// The key by which tables name it.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The key of the unit above it.
    pub parent: Option<String>,
    /// Its size on the ground, in square metres.
    pub area_m2: f64,
}

/// A version to be accepted.
#[derive(Clone, Debug)]
pub struct NewAreaVersion<'a> {
    /// Code, name and rank of the geography, which is made if it is not there.
    pub geography: (&'a str, &'a str, i64),
    /// What a person calls the version.
    pub label: &'a str,
    /// The first day.
    pub valid_from: &'a str,
    /// The last day, if it has passed.
    pub valid_to: Option<&'a str>,
    /// Who publishes it.
    pub source: &'a str,
    /// On which terms.
    pub licence: &'a str,
    /// SHA-256 of the file.
    pub file_hash: &'a [u8],
    /// The drawn map of the version, ready for pages.
    pub map: &'a str,
    /// The units in their order, each with its outline as WKB in degrees.
    pub areas: &'a [(Area, Vec<u8>)],
}

/// Accepts a version, with its entry in the change log.
///
/// # Errors
///
/// - [`StoreError::Database`] if a key of a unit is there twice.
pub async fn accept(
    change: &mut Change,
    tenant: Tenant,
    new: NewAreaVersion<'_>,
) -> Result<i64, StoreError> {
    let geography = geography_id(change, tenant, new.geography).await?;
    let id = ids::next();
    sqlx::query(
        "insert into area_version (id, tenant, geography, label, valid_from, valid_to, source, \
         licence, file_hash, map, accepted_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(geography)
    .bind(new.label.to_owned())
    .bind(new.valid_from.to_owned())
    .bind(new.valid_to.map(str::to_owned))
    .bind(new.source.to_owned())
    .bind(new.licence.to_owned())
    .bind(new.file_hash.to_vec())
    .bind(new.map.to_owned())
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    insert_units(change, tenant, id, new.areas).await?;
    change
        .record(Entry {
            tenant: Some(tenant),
            action: "area-version.accept",
            thing_kind: "area-version",
            thing: &id.to_string(),
            note: new.label,
            before: None,
            after: Some(new.file_hash),
        })
        .await?;
    Ok(id)
}

async fn insert_units(
    change: &mut Change,
    tenant: Tenant,
    version: i64,
    units: &[(Area, Vec<u8>)],
) -> Result<(), StoreError> {
    for (piece, some) in units.chunks(ROWS_AT_ONCE).enumerate() {
        let sql = format!(
            "insert into area (area_version, position, tenant, code, name, parent, outline, \
             area_m2) values {}",
            lists::rows(some.len(), 8),
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for (area, outline) in some {
            query = query
                .bind(version)
                .bind(area.position)
                .bind(tenant.id())
                .bind(area.code.clone())
                .bind(area.name.clone())
                .bind(area.parent.clone())
                .bind(outline.clone())
                .bind(area.area_m2);
        }
        query.execute(&mut **change).await?;
        change.wrote(piece * ROWS_AT_ONCE + some.len(), units.len());
    }
    Ok(())
}

async fn geography_id(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (code, name, rank): (&str, &str, i64),
) -> Result<i64, StoreError> {
    if let Some(known) = geography(connection, tenant, code).await? {
        return Ok(known.id);
    }
    let id = ids::next();
    sqlx::query("insert into geography (id, tenant, code, name, rank) values ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(tenant.id())
        .bind(code.to_owned())
        .bind(name.to_owned())
        .bind(rank)
        .execute(connection)
        .await?;
    Ok(id)
}

/// The geography of a code.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn geography(
    connection: &mut AnyConnection,
    tenant: Tenant,
    code: &str,
) -> Result<Option<Geography>, StoreError> {
    Ok(sqlx::query_as("select id, code, name, rank from geography where tenant = $1 and code = $2")
        .bind(tenant.id())
        .bind(code.to_owned())
        .fetch_optional(connection)
        .await?)
}

/// All geographies of a city, the coarsest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn geographies(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Geography>, StoreError> {
    let sql = "select id, code, name, rank from geography where tenant = $1 order by rank, code";
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?)
}

/// All versions of all geographies of a city, the oldest of each first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<AreaVersion>, StoreError> {
    Ok(sqlx::query_as(
        "select id, geography, label, valid_from, valid_to, source, licence from area_version \
         where tenant = $1 order by geography, valid_from, id",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?)
}

/// The number of the newest change of area versions or of the crosswalks between them; 0 if there
/// was none. Nothing changes without its entry in the change log.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn edition(connection: &mut AnyConnection, tenant: Tenant) -> Result<i64, StoreError> {
    let sql = "select coalesce(max(id), 0) from change_entry \
               where tenant = $1 and thing_kind = 'area-version'";
    let (newest,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(connection).await?;
    Ok(newest)
}

/// The units of a version in their order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn areas(
    connection: &mut AnyConnection,
    tenant: Tenant,
    version: i64,
) -> Result<Vec<Area>, StoreError> {
    Ok(sqlx::query_as(
        "select position, code, name, parent, area_m2 from area \
         where tenant = $1 and area_version = $2 order by position",
    )
    .bind(tenant.id())
    .bind(version)
    .fetch_all(connection)
    .await?)
}

/// The outlines of a version as WKB, in the order of its units.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn outlines(
    connection: &mut AnyConnection,
    tenant: Tenant,
    version: i64,
) -> Result<Vec<Vec<u8>>, StoreError> {
    let sql = "select outline from area where tenant = $1 and area_version = $2 order by position";
    let rows: Vec<(Vec<u8>,)> =
        sqlx::query_as(sql).bind(tenant.id()).bind(version).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(outline,)| outline).collect())
}

/// The drawn map of a version.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn map(
    connection: &mut AnyConnection,
    tenant: Tenant,
    version: i64,
) -> Result<Option<String>, StoreError> {
    let sql = "select map from area_version where tenant = $1 and id = $2";
    let row: Option<(String,)> =
        sqlx::query_as(sql).bind(tenant.id()).bind(version).fetch_optional(connection).await?;
    Ok(row.map(|(map,)| map))
}

/// One link of a crosswalk: which share of a unit goes to which other.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow, Serialize)]
pub struct Link {
    /// The unit of the version that is left.
    pub from_code: String,
    /// The unit of the version that is entered.
    pub to_code: String,
    /// The share of the former that goes to the latter, above 0 and up to 1.
    pub weight: f64,
}

/// Keeps how the units of one version became those of another, in place of what was known.
///
/// # Errors
///
/// - [`StoreError::Database`] if a weight is outside its range.
pub async fn keep_crosswalk(
    change: &mut Change,
    tenant: Tenant,
    (from, to): (i64, i64),
    method: &str,
    links: &[Link],
) -> Result<(), StoreError> {
    sqlx::query(
        "delete from crosswalk where tenant = $1 and from_version = $2 and to_version = $3",
    )
    .bind(tenant.id())
    .bind(from)
    .bind(to)
    .execute(&mut **change)
    .await?;
    for some in links.chunks(ROWS_AT_ONCE) {
        let sql = format!(
            "insert into crosswalk (tenant, from_version, to_version, from_code, to_code, weight, \
             method) values {}",
            lists::rows(some.len(), 7),
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for link in some {
            query = query
                .bind(tenant.id())
                .bind(from)
                .bind(to)
                .bind(link.from_code.clone())
                .bind(link.to_code.clone())
                .bind(link.weight)
                .bind(method.to_owned());
        }
        query.execute(&mut **change).await?;
    }
    change
        .record(Entry {
            tenant: Some(tenant),
            action: "crosswalk.keep",
            thing_kind: "area-version",
            thing: &to.to_string(),
            note: method,
            before: None,
            after: Some(format!("{links:?}").as_bytes()),
        })
        .await
}

/// How the units of one version became those of another; empty if nobody has said.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn crosswalk(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (from, to): (i64, i64),
) -> Result<Vec<Link>, StoreError> {
    Ok(sqlx::query_as(
        "select from_code, to_code, weight from crosswalk \
         where tenant = $1 and from_version = $2 and to_version = $3 order by from_code, to_code",
    )
    .bind(tenant.id())
    .bind(from)
    .bind(to)
    .fetch_all(connection)
    .await?)
}
