//! What an adopted paper has placed, so that it goes with the paper.

use ankunft_platform::citations;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;

/// A citation and where it stands.
type Placed = (i64, String, String);

/// Places a citation for a file of a Vorlage. What stood there before stays when the file goes.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn place(
    change: &mut Change,
    tenant: Tenant,
    file: i64,
    (citation, citing): (i64, (&str, &str)),
) -> Result<(), StoreError> {
    let is_own = !citations::is_placed(change, tenant, citation, citing).await?
        || is_kept(change, tenant, &(citation, citing.0.to_owned(), citing.1.to_owned())).await?;
    if is_own {
        sqlx::query(
            "insert into paper_placed (tenant, attachment, citation, citing_kind, citing) \
             values ($1, $2, $3, $4, $5) \
             on conflict (tenant, attachment, citation, citing_kind, citing) do nothing",
        )
        .bind(tenant.id())
        .bind(file)
        .bind(citation)
        .bind(citing.0.to_owned())
        .bind(citing.1.to_owned())
        .execute(&mut **change)
        .await?;
    }
    citations::place(change, tenant, citation, citing).await
}

/// Whether a file that is still there has placed it.
async fn is_kept(
    change: &mut Change,
    tenant: Tenant,
    (citation, kind, citing): &Placed,
) -> Result<bool, StoreError> {
    let (count,): (i64,) = sqlx::query_as(
        "select count(*) from paper_placed p join attachment a on a.tenant = p.tenant \
         and a.id = p.attachment where p.tenant = $1 and p.citation = $2 and p.citing_kind = $3 \
         and p.citing = $4 and a.withdrawn_at is null",
    )
    .bind(tenant.id())
    .bind(*citation)
    .bind(kind.clone())
    .bind(citing.clone())
    .fetch_one(&mut **change)
    .await?;
    Ok(count > 0)
}

/// Takes out what a file that is gone has placed, and no other file has.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take_out(change: &mut Change, tenant: Tenant, file: i64) -> Result<(), StoreError> {
    let all: Vec<Placed> = sqlx::query_as(
        "select citation, citing_kind, citing from paper_placed \
         where tenant = $1 and attachment = $2 order by citation, citing_kind, citing",
    )
    .bind(tenant.id())
    .bind(file)
    .fetch_all(&mut **change)
    .await?;
    for it in all {
        if !is_kept(change, tenant, &it).await? {
            citations::remove(change, tenant, it.0, (&it.1, &it.2)).await?;
        }
    }
    Ok(())
}
