//! The office's own questions to the database. Figures come from `datasets` and `releases`.

use std::collections::BTreeMap;

use ankunft_disclosure::{Nutzung, Policy};
use sqlx::AnyConnection;

use crate::datasets;
use crate::store::StoreError;
use crate::tenant::Tenant;

/// A release without its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Release {
    pub(super) id: i64,
    pub(super) dataset_version: i64,
    pub(super) area_version: i64,
    pub(super) policy: Policy,
    pub(super) nutzung: Nutzung,
    pub(super) account: Option<i64>,
    pub(super) post: Option<i64>,
    pub(super) released_at: i64,
    pub(super) withdrawn_at: Option<i64>,
    pub(super) columns: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    dataset_version: i64,
    area_version: i64,
    policy: String,
    nutzung: String,
    account: Option<i64>,
    post: Option<i64>,
    released_at: i64,
    withdrawn_at: Option<i64>,
    columns: i64,
}

impl Row {
    fn read(self) -> Result<Release, StoreError> {
        let policy = Policy::from_code(&self.policy)
            .ok_or(StoreError::Unreadable { what: "a policy", text: self.policy })?;
        Ok(Release {
            id: self.id,
            dataset_version: self.dataset_version,
            area_version: self.area_version,
            policy,
            nutzung: datasets::nutzung(self.nutzung)?,
            account: self.account,
            post: self.post,
            released_at: self.released_at,
            withdrawn_at: self.withdrawn_at,
            columns: self.columns,
        })
    }
}

/// The releases of a city, or of one of its dataset versions, the newest first.
pub(super) async fn releases(
    connection: &mut AnyConnection,
    tenant: Tenant,
    dataset_version: Option<i64>,
) -> Result<Vec<Release>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select r.id, r.dataset_version, r.area_version, r.policy, r.nutzung, r.account, r.post, \
         r.released_at, r.withdrawn_at, \
         (select count(*) from release_column c where c.release = r.id) as columns \
         from release r where r.tenant = $1 \
         and (cast($2 as bigint) is null or r.dataset_version = $2) order by r.id desc",
    )
    .bind(tenant.id())
    .bind(dataset_version)
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// From when to when a dataset version has figures, and how many columns they are.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Span {
    pub(super) dataset_version: i64,
    pub(super) first: String,
    pub(super) last: String,
    pub(super) columns: i64,
}

/// The spans of all dataset versions of a city.
pub(super) async fn spans(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, Span>, StoreError> {
    let rows: Vec<Span> = sqlx::query_as(
        "select k.dataset_version, min(k.period) as first, max(k.period) as last, \
         count(*) as columns from ( \
         select s.dataset_version, s.indicator_version, s.period from dataset_version v \
         join source_column s on s.dataset_version = v.id where v.tenant = $1 union \
         select r.dataset_version, c.indicator_version, c.period from release r \
         join release_column c on c.release = r.id where r.tenant = $1) k \
         group by k.dataset_version",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|it| (it.dataset_version, it)).collect())
}

/// That a dataset version has a column: in its source, or in a release that is not withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Held {
    pub(super) indicator_version: i64,
    pub(super) period: String,
    /// The release; none for the source.
    pub(super) release: Option<i64>,
}

/// The columns of a dataset version, by indicator and period; of releases the oldest first.
pub(super) async fn held(
    connection: &mut AnyConnection,
    tenant: Tenant,
    dataset_version: i64,
) -> Result<Vec<Held>, StoreError> {
    Ok(sqlx::query_as(
        "select k.indicator_version, k.period, k.release from ( \
         select indicator_version, period, cast(null as bigint) as release from source_column \
         where tenant = $1 and dataset_version = $2 union all \
         select c.indicator_version, c.period, r.id as release from release r \
         join release_column c on c.release = r.id \
         where r.tenant = $1 and r.dataset_version = $2 and r.withdrawn_at is null) k \
         order by k.indicator_version, k.period, k.release",
    )
    .bind(tenant.id())
    .bind(dataset_version)
    .fetch_all(connection)
    .await?)
}

/// Another Datenstand through which the same indicators of the same periods are out already.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Sibling {
    pub(super) number: i64,
    pub(super) area_version: i64,
}

/// What of the same indicators and periods other dataset versions have released: the attack does
/// not lay the two side by side.
pub(super) async fn siblings(
    connection: &mut AnyConnection,
    tenant: Tenant,
    dataset_version: i64,
) -> Result<Vec<Sibling>, StoreError> {
    Ok(sqlx::query_as(
        "select distinct v.number, r.area_version from source_column s \
         join indicator_version mine on mine.id = s.indicator_version \
         join indicator_version its on its.indicator = mine.indicator \
         join release_column c on c.indicator_version = its.id and c.period = s.period \
         join release r on r.id = c.release join dataset_version v on v.id = r.dataset_version \
         where s.tenant = $1 and s.dataset_version = $2 and r.withdrawn_at is null \
         and r.dataset_version <> $2 order by r.area_version, v.number",
    )
    .bind(tenant.id())
    .bind(dataset_version)
    .fetch_all(connection)
    .await?)
}

/// The titles of a city's Mappen, by number.
pub(super) async fn folders(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<String, String>, StoreError> {
    let sql = "select cast(id as text), title from folder where tenant = $1";
    let rows: Vec<(String, String)> =
        sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?;
    Ok(rows.into_iter().collect())
}

/// The name of the area units of each version: `Quartiere seit 2019`.
pub(super) async fn grounds(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, String>, StoreError> {
    let sql = "select v.id, g.name, v.label from area_version v \
               join geography g on g.id = v.geography where v.tenant = $1";
    let rows: Vec<(i64, String, String)> =
        sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(id, name, label)| (id, format!("{name} {label}"))).collect())
}
