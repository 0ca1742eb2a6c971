//! The SQL of the workbook: what it is compared with lies in tables of others.

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

/// How many versions of measures, of indicators, of values and of plans of money there are, how many
/// values are decided, and how many bookings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Written {
    measures: i64,
    indicators: i64,
    actuals: i64,
    verdicts: i64,
    sheets: i64,
    spending: i64,
}

/// How much is written of what a workbook is compared with. Versions are only ever added, so while this
/// is the same, what was read is the newest.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn written(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Written, StoreError> {
    let sql = "select (select count(*) from measure_version where tenant = $1) as measures, \
         (select count(*) from measure_indicator_version where tenant = $1) as indicators, \
         (select count(*) from measure_actual where tenant = $1) as actuals, \
         (select count(*) from measure_actual_verdict where tenant = $1) as verdicts, \
         (select count(*) from measure_sheet where tenant = $1) as sheets, \
         (select count(*) from measure_spending where tenant = $1) as spending";
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_one(connection).await?)
}
