//! Observations on the ground.

use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use sqlx::AnyConnection;

use super::{OBSERVATION, now, record};
use crate::bodies::model::{Handover, Observation};
use crate::known::Place;

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    title: String,
    what: String,
    geography: Option<String>,
    area: Option<String>,
    place_name: Option<String>,
    how_often: String,
    body: Option<i64>,
    post: Option<i64>,
    at: i64,
}

impl From<Row> for Observation {
    fn from(it: Row) -> Self {
        let place = it.geography.zip(it.area).zip(it.place_name);
        let place = place.map(|((geography, area), name)| Place { geography, area, name });
        let Row { number, title, what, how_often, body, post, at, .. } = it;
        Self { number, title, what, place, how_often, body, post, at }
    }
}

keep! {
    /// [`observations`] for pages.
    Observations(Vec<Observation>) = |connection, tenant| observations(connection, tenant);
}

/// All observations of a city, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn observations(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Observation>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select o.number, o.title, o.what, o.geography, o.area, o.place_name, o.how_often, \
         coalesce(h.body, o.body) as body, o.post, o.at from observation o \
         left join observation_handover h on h.tenant = o.tenant and h.observation = o.number \
         and h.number = (select max(n.number) from observation_handover n \
         where n.tenant = o.tenant and n.observation = o.number) \
         where o.tenant = $1 order by o.number desc",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Observation::from).collect())
}

/// Writes an observation down; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the body does not exist.
pub async fn add(change: &mut Change, tenant: Tenant, it: &Observation) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from observation where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let (author, place) = (change.author().clone(), it.place.as_ref());
    sqlx::query(
        "insert into observation (tenant, number, title, what, geography, area, place_name, \
         how_often, body, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(it.title.clone())
    .bind(it.what.clone())
    .bind(place.map(|it| it.geography.clone()))
    .bind(place.map(|it| it.area.clone()))
    .bind(place.map(|it| it.name.clone()))
    .bind(it.how_often.clone())
    .bind(it.body)
    .bind(author.account)
    .bind(author.post)
    .bind(now())
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("observation.note", OBSERVATION, &number.to_string()), "", it).await?;
    Ok(number)
}

/// To which bodies an observation was given, the first time first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn handovers(
    connection: &mut AnyConnection,
    tenant: Tenant,
    observation: i64,
) -> Result<Vec<Handover>, StoreError> {
    let rows: Vec<(i64, i64, String, i64)> = sqlx::query_as(
        "select number, body, reason, at from observation_handover \
         where tenant = $1 and observation = $2 order by number",
    )
    .bind(tenant.id())
    .bind(observation)
    .fetch_all(connection)
    .await?;
    let read = |(number, body, reason, at)| Handover { observation, number, body, reason, at };
    Ok(rows.into_iter().map(read).collect())
}

/// Gives an observation to another body, after the handovers that the giver has seen.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has given it on.
pub async fn give(change: &mut Change, tenant: Tenant, it: &Handover) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into observation_handover (tenant, observation, number, body, reason, account, \
         post, at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tenant.id())
    .bind(it.observation)
    .bind(it.number)
    .bind(it.body)
    .bind(it.reason.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(now())
    .execute(&mut **change)
    .await?;
    let (thing, note) = (it.observation.to_string(), it.body.to_string());
    record(change, tenant, ("observation.give", OBSERVATION, &thing), &note, it).await
}
