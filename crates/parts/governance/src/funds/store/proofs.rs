//! Proofs of use.

use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::{PROOF, record};
use crate::funds::model::{Cost, Proof};

/// The newest proof of an application with the number of its version.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn newest(
    connection: &mut AnyConnection,
    tenant: Tenant,
    application: i64,
) -> Result<Option<(i64, Proof)>, StoreError> {
    let row: Option<(i64, String, i64)> = sqlx::query_as(
        "select version, report, own from fund_proof where tenant = $1 and application = $2 \
         order by version desc limit 1",
    )
    .bind(tenant.id())
    .bind(application)
    .fetch_optional(&mut *connection)
    .await?;
    let Some((version, report, own)) = row else { return Ok(None) };
    let spent: Vec<(String, i64)> = sqlx::query_as(
        "select what, cents from fund_spent where tenant = $1 and application = $2 \
         and version = $3 order by number",
    )
    .bind(tenant.id())
    .bind(application)
    .bind(version)
    .fetch_all(connection)
    .await?;
    let spent = spent.into_iter().map(|(what, cents)| Cost { what, cents }).collect();
    Ok(Some((version, Proof { spent, own, report })))
}

/// Writes a proof down as the next version.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if that version is there already.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    (application, version): (i64, i64),
    proof: &Proof,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into fund_proof (tenant, application, version, report, own) \
         values ($1, $2, $3, $4, $5)",
    )
    .bind(tenant.id())
    .bind(application)
    .bind(version)
    .bind(proof.report.clone())
    .bind(proof.own)
    .execute(&mut **change)
    .await?;
    for (number, it) in (1_i64..).zip(&proof.spent) {
        sqlx::query(
            "insert into fund_spent (tenant, application, version, number, what, cents) \
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(tenant.id())
        .bind(application)
        .bind(version)
        .bind(number)
        .bind(it.what.clone())
        .bind(it.cents)
        .execute(&mut **change)
        .await?;
    }
    let (note, after) = (version.to_string(), format!("{proof:?}"));
    let what = (note.as_str(), None, Some(after.as_str()));
    record(change, tenant, ("fund.prove", (PROOF, application)), what).await
}
