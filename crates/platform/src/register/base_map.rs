//! Lines for orientation on every map of a city: rivers, railways, main streets.

use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::ids;
use crate::store::{Change, StoreError, lists};
use crate::tenant::Tenant;

/// How many lines one statement writes.
const AT_ONCE: usize = 200;

/// A line as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct BaseLine {
    /// `river`, `rail` or `street`.
    pub kind: String,
    /// Its name; may be empty.
    pub name: String,
    /// Its course in degrees, as JSON: `[[7.7, 49.4], [7.8, 49.5]]`.
    pub course: String,
}

/// Keeps these lines in place of what was there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it, or a kind is none of the three.
pub async fn replace(
    change: &mut Change,
    tenant: Tenant,
    lines: &[BaseLine],
    file_hash: &[u8],
) -> Result<(), StoreError> {
    sqlx::query("delete from base_line where tenant = $1")
        .bind(tenant.id())
        .execute(&mut **change)
        .await?;
    for some in lines.chunks(AT_ONCE) {
        let sql = format!(
            "insert into base_line (id, tenant, kind, name, course) values {}",
            lists::rows(some.len(), 5),
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for line in some {
            query = query
                .bind(ids::next())
                .bind(tenant.id())
                .bind(line.kind.clone())
                .bind(line.name.clone())
                .bind(line.course.clone());
        }
        query.execute(&mut **change).await?;
    }
    change
        .record(Entry {
            tenant: Some(tenant),
            action: "base-map.replace",
            thing_kind: "base-map",
            thing: &tenant.id().to_string(),
            note: &lines.len().to_string(),
            before: None,
            after: Some(file_hash),
        })
        .await
}

/// The lines of a city, in the order in which they are drawn.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<BaseLine>, StoreError> {
    let sql = "select kind, name, course from base_line where tenant = $1 order by id";
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?)
}

/// The number of the newest line, which tells one base map from the one before; 0 without any.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn edition(connection: &mut AnyConnection, tenant: Tenant) -> Result<i64, StoreError> {
    let sql = "select coalesce(max(id), 0) from base_line where tenant = $1";
    let (newest,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(connection).await?;
    Ok(newest)
}
