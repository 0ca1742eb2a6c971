//! The SQL of Kernindikatoren. Every function takes the tenant.

use ankunft_platform::changes::Entry;
use ankunft_platform::indicators;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Core, Own, Text, unit_of};

/// The kind of Kernindikatoren in the change log.
pub const KIND: &str = "core-indicator";
/// The kind of what a city says of its own.
pub const MAPPING: &str = "core-mapping";

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    version: i64,
    name: String,
    definition: String,
    population_concept: String,
    reference_day: String,
    unit: String,
    deviations: String,
    retired: i64,
    account: Option<i64>,
    at: i64,
}

impl Row {
    fn core(self) -> Core {
        Core {
            code: self.code,
            version: self.version,
            text: Text {
                name: self.name,
                definition: self.definition,
                population_concept: self.population_concept,
                reference_day: self.reference_day,
                unit: self.unit,
                deviations: self.deviations,
                retired: self.retired != 0,
            },
            account: self.account,
            at: self.at,
        }
    }
}

/// All versions of all Kernindikatoren of a programme: by code, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    programme: Tenant,
) -> Result<Vec<Core>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select code, version, name, definition, population_concept, reference_day, unit, \
         deviations, cast(retired as bigint) as retired, account, at from core_indicator_version \
         where tenant = $1 order by code, version desc",
    )
    .bind(programme.id())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Row::core).collect())
}

/// Writes a version of a Kernindikator.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   version meanwhile.
pub async fn write(
    change: &mut Change,
    programme: Tenant,
    (code, version): (&str, i64),
    text: &Text,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into core_indicator_version (tenant, code, version, name, definition, \
         population_concept, reference_day, unit, deviations, retired, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(programme.id())
    .bind(code.to_owned())
    .bind(version)
    .bind(text.name.clone())
    .bind(text.definition.clone())
    .bind(text.population_concept.clone())
    .bind(text.reference_day.clone())
    .bind(text.unit.clone())
    .bind(text.deviations.clone())
    .bind(i16::from(text.retired))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let after = format!("{text:?}");
    let entry = Entry {
        tenant: Some(programme),
        action: "core.define",
        thing_kind: KIND,
        thing: code,
        note: &version.to_string(),
        before: None,
        after: Some(after.as_bytes()),
    };
    change.record(entry).await
}

/// What a city says of its measure, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The number of the city.
    pub city: i64,
    /// The code of the Kernindikator.
    pub code: String,
    /// The first is 1.
    pub version: i64,
    /// What it says.
    pub said: Said,
    /// The account that wrote it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// What a city says of its measure, here or in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The version of the definition that it was said of.
    pub core_version: i64,
    /// The code of its measure; none if it has none.
    pub measure: Option<String>,
    /// The unit of that measure today, where it is known.
    pub unit: Option<String>,
    /// Which people it counts.
    pub population_concept: String,
    /// Its Stichtag; empty if a file does not say it.
    pub reference_day: String,
    /// How it differs.
    pub deviation: String,
}

impl Said {
    /// The same as it is typed.
    #[must_use]
    pub fn own(&self) -> Own {
        Own {
            measure: self.measure.clone(),
            population_concept: self.population_concept.clone(),
            reference_day: self.reference_day.clone(),
            deviation: self.deviation.clone(),
        }
    }
}

#[derive(sqlx::FromRow)]
struct MappingRow {
    tenant: i64,
    code: String,
    version: i64,
    core_version: i64,
    measure: Option<String>,
    population_concept: String,
    reference_day: String,
    deviation: String,
    account: Option<i64>,
    at: i64,
    definition: Option<String>,
}

impl MappingRow {
    fn mapping(self) -> Result<Mapping, StoreError> {
        let own = self.definition.map(indicators::read).transpose()?;
        let own = own.as_ref().map(|it| it.unit.as_str());
        let unit = self.measure.as_deref().and_then(|it| unit_of(it, own)).map(str::to_owned);
        let said = Said {
            core_version: self.core_version,
            measure: self.measure,
            unit,
            population_concept: self.population_concept,
            reference_day: self.reference_day,
            deviation: self.deviation,
        };
        Ok(Mapping {
            city: self.tenant,
            code: self.code,
            version: self.version,
            said,
            account: self.account,
            at: self.at,
        })
    }
}

const SELECT: &str = "select m.tenant, m.code, m.version, m.core_version, m.measure, \
     m.population_concept, m.reference_day, m.deviation, m.account, m.at, \
     (select v.definition from indicator i join indicator_version v on v.indicator = i.id \
     where i.tenant = m.tenant and i.code = m.measure order by v.number desc limit 1) \
     as definition from core_mapping_version m";

const NEWEST: &str = "m.version = (select max(n.version) \
     from core_mapping_version n where n.tenant = m.tenant and n.programme = m.programme \
     and n.code = m.code)";

/// What all cities say to a programme, by code and city.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn mappings_for(
    connection: &mut AnyConnection,
    programme: Tenant,
) -> Result<Vec<Mapping>, StoreError> {
    let sql = format!("{SELECT} where {NEWEST} and m.programme = $1 order by m.code, m.tenant");
    read(connection, sql, programme).await
}

/// What a city says.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn mappings_of(
    connection: &mut AnyConnection,
    city: Tenant,
) -> Result<Vec<Mapping>, StoreError> {
    let sql = format!("{SELECT} where {NEWEST} and m.tenant = $1 order by m.code");
    read(connection, sql, city).await
}

/// One version of what a city says; none if there is none.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn mapping(
    connection: &mut AnyConnection,
    city: Tenant,
    (code, version): (&str, i64),
) -> Result<Option<Mapping>, StoreError> {
    let sql = format!("{SELECT} where m.tenant = $1 and m.code = $2 and m.version = $3");
    let row: Option<MappingRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(city.id())
        .bind(code.to_owned())
        .bind(version)
        .fetch_optional(connection)
        .await?;
    row.map(MappingRow::mapping).transpose()
}

async fn read(
    connection: &mut AnyConnection,
    sql: String,
    tenant: Tenant,
) -> Result<Vec<Mapping>, StoreError> {
    let rows: Vec<MappingRow> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?;
    rows.into_iter().map(MappingRow::mapping).collect()
}

/// Writes what a city says of its measure.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   version meanwhile.
pub async fn map(
    change: &mut Change,
    (city, programme): (Tenant, Tenant),
    (code, version, core_version): (&str, i64, i64),
    own: &Own,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into core_mapping_version (tenant, programme, code, version, core_version, \
         measure, population_concept, reference_day, deviation, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(city.id())
    .bind(programme.id())
    .bind(code.to_owned())
    .bind(version)
    .bind(core_version)
    .bind(own.measure.clone())
    .bind(own.population_concept.clone())
    .bind(own.reference_day.clone())
    .bind(own.deviation.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let after = format!("{own:?}");
    let entry = Entry {
        tenant: Some(city),
        action: "core.map",
        thing_kind: MAPPING,
        thing: code,
        note: &version.to_string(),
        before: None,
        after: Some(after.as_bytes()),
    };
    change.record(entry).await
}
