//! What only SQLite has.

use std::path::Path;

use sqlx::any::AnyPoolOptions;
use sqlx::{AnyPool, Executor};

use super::StoreError;

/// How many connections read a SQLite file side by side. Two cores answer faster with a few than with many.
pub const READERS: u32 = 4;

/// One connection that writes, and a few that read without waiting for it.
pub(super) async fn pools(address: &str) -> Result<(AnyPool, AnyPool), StoreError> {
    let address = if address.contains("mode=") {
        address.to_owned()
    } else {
        let sign = if address.contains('?') { '&' } else { '?' };
        format!("{address}{sign}mode=rwc")
    };
    let options = |connections: u32| {
        AnyPoolOptions::new().max_connections(connections).after_connect(|connection, _| {
            Box::pin(async move {
                connection
                    .execute(
                        "pragma journal_mode = wal; pragma synchronous = full; \
                         pragma foreign_keys = on; pragma busy_timeout = 10000; \
                         pragma cache_size = -16000; \
                         pragma secure_delete = on; pragma temp_store = memory;",
                    )
                    .await?;
                Ok(())
            })
        })
    };
    let writer = options(1).connect(&address).await?;
    let readers = options(READERS).connect(&address).await?;
    Ok((writer, readers))
}

/// Brings what is in the log into the file and empties the log, old pages and all.
pub(super) async fn empty_log(writer: &AnyPool) -> Result<(), StoreError> {
    sqlx::query("pragma wal_checkpoint(truncate)").execute(writer).await?;
    Ok(())
}

/// What speaks against a database file: its own check of its pages, and the number of its schema.
pub(super) async fn examine(path: &Path) -> Result<(String, i64), StoreError> {
    sqlx::any::install_default_drivers();
    // With a log beside it, the file alone may be half of a checkpoint. Without one, nothing is
    // written beside it either, so that a backup on a medium that cannot be written is examined.
    let alone = if is_without_log(path) { "&immutable=1" } else { "" };
    let address = format!("sqlite:{}?mode=ro{alone}", path.display());
    let pool = AnyPoolOptions::new().max_connections(1).connect(&address).await?;
    let (verdict,): (String,) = sqlx::query_as("pragma integrity_check").fetch_one(&pool).await?;
    let (schema,): (i64,) = sqlx::query_as("select coalesce(max(number), 0) from schema_history")
        .fetch_one(&pool)
        .await?;
    pool.close().await;
    Ok((verdict, schema))
}

fn is_without_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).map_or(true, |it| it.len() == 0)
}

/// `VACUUM INTO`, the way to copy a database that is in use.
pub(super) async fn copy_into(readers: &AnyPool, path: &Path) -> Result<(), StoreError> {
    sqlx::query("vacuum into $1").bind(path.display().to_string()).execute(readers).await?;
    Ok(())
}
