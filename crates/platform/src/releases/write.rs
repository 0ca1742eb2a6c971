use ankunft_disclosure::{
    Base, Column, Declaration, Head, Nutzung, Policy, ReleaseKey, Released, Unprotected,
};
use jiff::Timestamp;

use super::protect::{Sum, protect};
use crate::changes::Entry;
use crate::datasets::NewColumn;
use crate::ids;
use crate::store::{Change, StoreError, lists};
use crate::tenant::Tenant;

/// How many rows go into one statement: both databases take more than its placeholders.
pub(crate) const ROWS_AT_ONCE: usize = 400;

/// What the columns of a release have in common.
#[derive(Clone, Copy, Debug)]
pub struct NewRelease {
    /// The dataset version it is made from.
    pub dataset_version: i64,
    /// The version of the area units.
    pub area_version: i64,
    /// The circle it is for.
    pub nutzung: Nutzung,
}

type Columns = Vec<(i64, String, Released<Column>)>;

/// Releases columns that an office has declared protected.
pub(crate) async fn admit(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    new: &NewRelease,
    declaration: &Declaration,
    columns: Vec<NewColumn>,
) -> Result<i64, StoreError> {
    let admitted = columns.into_iter().map(|it| {
        let column = ankunft_disclosure::admit(it.column, declaration, new.nutzung)?;
        Ok((it.indicator_version, it.period, column))
    });
    let policy = Policy::AlreadyProtected(declaration.clone());
    store(change, tenant, key, (new, policy), admitted.collect::<Result<_, StoreError>>()?).await
}

/// Releases counts, rounded and attacked; none if nothing withstands.
pub(crate) async fn round(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    (new, base, sums): (&NewRelease, Base, &[Sum]),
    columns: &[(i64, String, Unprotected<Column>)],
) -> Result<Option<i64>, StoreError> {
    let protected = protect(columns, sums, base, new.nutzung)?;
    if protected.is_empty() {
        return Ok(None);
    }
    rounded(change, tenant, key, (new, base), protected).await.map(Some)
}

/// Releases counts that were rounded and attacked.
pub(crate) async fn rounded(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    (new, base): (&NewRelease, Base),
    columns: Columns,
) -> Result<i64, StoreError> {
    store(change, tenant, key, (new, Policy::Rounded(base)), columns).await
}

async fn store(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    (new, policy): (&NewRelease, Policy),
    columns: Columns,
) -> Result<i64, StoreError> {
    let id = ids::next();
    let author = change.author().clone();
    sqlx::query(
        "insert into release (id, tenant, dataset_version, area_version, policy, nutzung, \
         account, post, released_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(new.dataset_version)
    .bind(new.area_version)
    .bind(policy.code())
    .bind(new.nutzung.code())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    for (piece, some) in columns.chunks(ROWS_AT_ONCE).enumerate() {
        let sql = format!(
            "insert into release_column (release, indicator_version, period, tenant, cells, seal) \
             values {}",
            lists::rows(some.len(), 6),
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for (indicator_version, period, column) in some {
            let head = Head {
                tenant: tenant.id(),
                release: id,
                area_version: new.area_version,
                indicator_version: *indicator_version,
                period: period.clone(),
                policy: policy.clone(),
                nutzung: new.nutzung,
            };
            let sealed = head.seal(column, key)?;
            query = query
                .bind(id)
                .bind(*indicator_version)
                .bind(period.clone())
                .bind(tenant.id())
                .bind(sealed.bytes)
                .bind(sealed.seal.to_vec());
        }
        query.execute(&mut **change).await?;
        change.wrote(piece * ROWS_AT_ONCE + some.len(), columns.len());
    }
    let code = policy.code();
    let entry = Entry {
        tenant: Some(tenant),
        action: "release.make",
        thing_kind: "release",
        thing: &id.to_string(),
        note: new.nutzung.code(),
        before: None,
        after: Some(code.as_bytes()),
    };
    change.record(entry).await?;
    Ok(id)
}
