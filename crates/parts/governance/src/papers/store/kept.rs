//! What pages read of all Vorlagen of a city, in memory until it changes.

use std::collections::BTreeSet;

use ankunft_platform::attachments::things_with_files;
use ankunft_platform::keep;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::{COLUMNS, KIND, Row, asked, papers, signs, steps};
use crate::papers::model::{Paper, Sign, Step};

keep! {
    /// [`papers`] for pages.
    Papers(Vec<Paper>) = |connection, tenant| papers(connection, tenant);
    /// The versions that results name, for pages.
    Put(Vec<Paper>) = |connection, tenant| put_before_bodies(connection, tenant);
    /// [`asked`] for pages.
    Asked(Vec<(i64, i64)>) = |connection, tenant| asked(connection, tenant);
    /// [`signs`] for pages.
    Signs(Vec<(i64, Sign)>) = |connection, tenant| signs(connection, tenant);
    /// [`steps`] for pages.
    Steps(Vec<(i64, Step)>) = |connection, tenant| steps(connection, tenant);
    /// The papers that have their adopted file.
    Adopted(BTreeSet<String>) = |connection, tenant| things_with_files(connection, tenant, KIND);
}

/// The versions that a result names: what was put before a body, whatever was written later.
async fn put_before_bodies(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Paper>, StoreError> {
    let sql = format!(
        "select {COLUMNS} where v.tenant = $1 and exists (select 1 from paper_result r \
         where r.tenant = v.tenant and r.paper = v.paper and r.version = v.version) \
         order by v.paper desc, v.version",
    );
    let rows: Vec<Row> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?;
    Ok(rows.into_iter().map(Paper::from).collect())
}
