//! What figures mean. A definition never changes; a changed one is a new version.

use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::ids;
use crate::store::{Change, StoreError};
use crate::tenant::{self, Tenant};

/// What the figures of an indicator are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Whole persons or things. Only counts can be protected by rounding.
    Count,
    /// A share in percent.
    Percent,
    /// A mean or another measure.
    Measure,
    /// A class or a code.
    Class,
}

/// Whether a figure holds at a day or over a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reference {
    /// A stock (Bestand) at a Stichtag.
    Stock,
    /// A flow (Bewegung) over a Berichtszeitraum.
    Flow,
}

/// By what a share is divided, and where that number comes from: register and official
/// counts of the same people differ by two percent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Denominator {
    /// The code of the indicator.
    pub indicator: String,
    /// Its source in words: `Melderegister, Hauptwohnung`.
    pub source: String,
}

/// What an indicator means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// Its name in addresses and files: `foreigners`.
    pub code: String,
    /// A count, a share, a measure, a class.
    pub kind: Kind,
    /// The unit: `persons`, `percent`, `points`.
    pub unit: String,
    /// By what it is divided, if it is.
    pub denominator: Option<Denominator>,
    /// How it is computed from others, if it is.
    pub formula: Option<String>,
    /// At a day or over a time.
    pub reference: Reference,
}

/// One version of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorVersion {
    /// Its number in the database.
    pub id: i64,
    /// The first definition is version 1.
    pub number: i64,
    /// What the city calls it, if the program knows no name for its code.
    pub name: Option<String>,
    /// What it means.
    pub definition: Definition,
}

/// The version with this definition, which is made if there is none.
///
/// If the newest version says something else, a new one is added: what was counted by the
/// old definition keeps it.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn ensure(
    change: &mut Change,
    tenant: Tenant,
    definition: &Definition,
    name: Option<&str>,
) -> Result<i64, StoreError> {
    let found = newest(change, tenant, &definition.code).await?;
    if let Some((_, version, _)) = found.as_ref().filter(|it| it.2 == *definition) {
        return Ok(*version);
    }
    // Between looking and locking somebody else may have added it.
    tenant::lock(change, tenant).await?;
    let found = newest(change, tenant, &definition.code).await?;
    let before = match &found {
        Some((_, version, known)) if known == definition => return Ok(*version),
        Some((_, _, known)) => Some(written(known)),
        None => None,
    };
    let indicator = match &found {
        Some((indicator, ..)) => *indicator,
        None => insert_indicator(change, tenant, &definition.code, name).await?,
    };
    let (id, text) = (ids::next(), written(definition));
    sqlx::query(
        "insert into indicator_version (id, tenant, indicator, number, definition) \
         select $1, $2, $3, coalesce(max(number), 0) + 1, $4 from indicator_version \
         where indicator = $3",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(indicator)
    .bind(text.clone())
    .execute(&mut **change)
    .await?;
    let entry = Entry {
        tenant: Some(tenant),
        action: "indicator.define",
        thing_kind: "indicator",
        thing: &definition.code,
        note: "",
        before: before.as_deref().map(str::as_bytes),
        after: Some(text.as_bytes()),
    };
    change.record(entry).await?;
    Ok(id)
}

async fn newest(
    connection: &mut AnyConnection,
    tenant: Tenant,
    code: &str,
) -> Result<Option<(i64, i64, Definition)>, StoreError> {
    let row: Option<(i64, i64, String)> = sqlx::query_as(
        "select i.id, v.id, v.definition from indicator i \
         join indicator_version v on v.indicator = i.id \
         where i.tenant = $1 and i.code = $2 order by v.number desc limit 1",
    )
    .bind(tenant.id())
    .bind(code.to_owned())
    .fetch_optional(connection)
    .await?;
    row.map(|(indicator, version, text)| Ok((indicator, version, read(text)?))).transpose()
}

async fn insert_indicator(
    change: &mut Change,
    tenant: Tenant,
    code: &str,
    name: Option<&str>,
) -> Result<i64, StoreError> {
    let id = ids::next();
    sqlx::query("insert into indicator (id, tenant, code, name) values ($1, $2, $3, $4)")
        .bind(id)
        .bind(tenant.id())
        .bind(code.to_owned())
        .bind(name.map(str::to_owned))
        .execute(&mut **change)
        .await?;
    Ok(id)
}

fn written(definition: &Definition) -> String {
    serde_json::json!(definition).to_string()
}

/// A definition as it is stored.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if it is none.
pub fn read(text: String) -> Result<Definition, StoreError> {
    serde_json::from_str(&text).map_err(|_| StoreError::Unreadable { what: "a definition", text })
}

/// Every version of every indicator of a city, by code, the oldest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<IndicatorVersion>, StoreError> {
    let rows: Vec<(i64, i64, Option<String>, String)> = sqlx::query_as(
        "select v.id, v.number, i.name, v.definition from indicator_version v \
         join indicator i on i.id = v.indicator where i.tenant = $1 order by i.code, v.number",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|(id, number, name, text)| {
            Ok(IndicatorVersion { id, number, name, definition: read(text)? })
        })
        .collect()
}

/// That a series says something else from a period on.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow, Serialize)]
pub struct Break {
    /// The code of the indicator; none if it concerns all.
    pub indicator: Option<String>,
    /// The first period that is to be read differently.
    pub at_period: String,
    /// What changed, in German.
    pub note_de: String,
    /// What changed, in English.
    pub note_en: String,
}

/// Notes a break in a series.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn note_break(change: &mut Change, tenant: Tenant, it: &Break) -> Result<(), StoreError> {
    sqlx::query(
        "insert into series_break (id, tenant, indicator, at_period, note_de, note_en) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(ids::next())
    .bind(tenant.id())
    .bind(it.indicator.clone())
    .bind(it.at_period.clone())
    .bind(it.note_de.clone())
    .bind(it.note_en.clone())
    .execute(&mut **change)
    .await?;
    let entry = Entry {
        tenant: Some(tenant),
        action: "series-break.note",
        thing_kind: "indicator",
        thing: it.indicator.as_deref().unwrap_or("*"),
        note: &it.at_period,
        before: None,
        after: Some(it.note_de.as_bytes()),
    };
    change.record(entry).await
}

/// The breaks of all series of a city, by period.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn breaks(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Break>, StoreError> {
    Ok(sqlx::query_as(
        "select indicator, at_period, note_de, note_en from series_break where tenant = $1 \
         order by at_period, id",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?)
}
