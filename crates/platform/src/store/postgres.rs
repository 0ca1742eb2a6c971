//! What only PostgreSQL has.

use sqlx::any::AnyPoolOptions;
use sqlx::{AnyConnection, AnyPool};

use super::StoreError;

/// The number under which programs that start together wait for one another.
const SCHEMA_LOCK: i64 = 0x414e_4b55;

pub(super) async fn pool(address: &str) -> Result<AnyPool, StoreError> {
    Ok(AnyPoolOptions::new().max_connections(16).connect(address).await?)
}

/// Lets one program after the other look at the schema, until the transaction ends.
pub(super) async fn lock_schema(connection: &mut AnyConnection) -> Result<(), StoreError> {
    sqlx::query("select 1 from (select pg_advisory_xact_lock($1)) as waited")
        .bind(SCHEMA_LOCK)
        .execute(connection)
        .await?;
    Ok(())
}

/// Frees the room of rows that were overwritten or deleted.
pub(super) async fn vacuum(pool: &AnyPool) -> Result<(), StoreError> {
    sqlx::query("vacuum release_column, source_column, citation, upload_part")
        .execute(pool)
        .await?;
    Ok(())
}
