//! What came as files says of Kernindikatoren.

use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use crate::core::model::unit_of;
use crate::core::store::Said;
use crate::package::content::CoreSaid;

#[derive(sqlx::FromRow)]
struct Row {
    received: i64,
    code: String,
    core_version: i64,
    measure: String,
    unit: Option<String>,
    population_concept: String,
    reference_day: String,
    deviation: String,
}

/// What all files of a tenant say: by number of what was received and code of the Kernindikator.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<(i64, String, Said)>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select received, code, core_version, measure, unit, population_concept, reference_day, \
         deviation from exchange_received_core where tenant = $1 order by received, code",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let said = |it: Row| {
        let unit = unit_of(&it.measure, it.unit.as_deref()).map(str::to_owned);
        let said = Said {
            core_version: it.core_version,
            measure: Some(it.measure),
            unit,
            population_concept: it.population_concept,
            reference_day: it.reference_day,
            deviation: it.deviation,
        };
        (it.received, it.code, said)
    };
    Ok(rows.into_iter().map(said).collect())
}

/// Notes what a file says, in the change that notes the file; of two statements about one
/// Kernindikator the first.
pub(super) async fn add(
    change: &mut Change,
    (tenant, received): (Tenant, i64),
    core: &[CoreSaid],
) -> Result<(), StoreError> {
    for it in core {
        sqlx::query(
            "insert into exchange_received_core (tenant, received, code, core_version, measure, \
             unit, population_concept, reference_day, deviation) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
             on conflict (tenant, received, code) do nothing",
        )
        .bind(tenant.id())
        .bind(received)
        .bind(it.code.clone())
        .bind(it.version)
        .bind(it.measure.clone())
        .bind(it.unit.clone())
        .bind(it.population_concept.clone())
        .bind(it.reference_day.clone())
        .bind(it.deviation.clone())
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}

/// Forgets what a file says, in the change that deletes the file.
pub(super) async fn forget(
    change: &mut Change,
    (tenant, received): (Tenant, i64),
) -> Result<(), StoreError> {
    let sql = "delete from exchange_received_core where tenant = $1 and received = $2";
    sqlx::query(sql).bind(tenant.id()).bind(received).execute(&mut **change).await?;
    Ok(())
}
