//! Sperrung: withdraws figures everywhere. Date, reason and salted hash stay.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use crate::attachments;
use crate::changes::Entry;
use crate::derived;
use crate::files;
use crate::ids;
use crate::store::{Change, StoreError, lists};
use crate::tenant::{self, Tenant};

/// What is withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A release, and what cites it.
    Release(i64),
    /// A dataset version: its source, its releases, its drafts, and what cites them.
    DatasetVersion(i64),
    /// A single citation.
    Citation(i64),
}

impl Thing {
    /// The thing of a [`Withdrawal`]; none if it is of another kind.
    #[must_use]
    pub fn of(withdrawal: &Withdrawal) -> Option<Self> {
        let id = withdrawal.thing.parse().ok()?;
        [Self::Release(id), Self::DatasetVersion(id), Self::Citation(id)]
            .into_iter()
            .find(|it| it.parts().0 == withdrawal.thing_kind)
    }

    const fn parts(self) -> (&'static str, i64) {
        match self {
            Self::Release(id) => ("release", id),
            Self::DatasetVersion(id) => ("dataset-version", id),
            Self::Citation(id) => ("citation", id),
        }
    }
}

/// A document with a withdrawn citation, and who is to be told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
pub struct Affected {
    /// The Fundstelle.
    pub code: String,
    /// The kind of the document; none if the citation stands nowhere.
    pub citing_kind: Option<String>,
    /// The id of the document.
    pub citing: Option<String>,
    /// The Stelle that owns it, if it is a Mappe of a Stelle.
    pub post: Option<i64>,
    /// The account that owns it, or that cited the figure.
    pub account: Option<i64>,
}

/// That something was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Withdrawal {
    /// `release`, `dataset-version` or `citation`.
    pub thing_kind: String,
    /// Its number.
    pub thing: String,
    /// Why.
    pub reason: String,
    /// Salted SHA-256 of what was withdrawn: it proves, and tells nothing.
    pub hash: Vec<u8>,
    /// The account that did it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// Withdraws a thing: its bytes are overwritten in every table, and files attached to documents
/// that cite it are emptied. Gives whom to tell.
///
/// After committing, call [`crate::store::Store::forget`], so that they leave the files too.
/// Withdrawing twice changes nothing more. Backups made before keep them.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn withdraw(
    change: &mut Change,
    tenant: Tenant,
    thing: Thing,
    reason: &str,
) -> Result<Vec<Affected>, StoreError> {
    let now = Timestamp::now().as_microsecond();
    tenant::lock(change, tenant).await?;
    let releases = releases_of(change, tenant, thing).await?;
    let citations = citations_of(change, tenant, thing, &releases).await?;
    let salt = ids::secret::<16>();
    let mut hash = Sha256::new().chain_update(salt);
    for release in &releases {
        empty_release(change, tenant, *release, now, &mut hash).await?;
        derived::empty(change, tenant, *release, now, &mut hash).await?;
        attachments::empty_those_computed_from(change, tenant, *release, now).await?;
        empty_packages(change, tenant, *release, now).await?;
    }
    if let Thing::DatasetVersion(version) = thing {
        empty_version(change, tenant, version, now, &mut hash).await?;
    }
    for citation in &citations {
        // Its own salted hash stays with it.
        let sql = "update citation set snapshot = '', withdrawn_at = $1 where tenant = $2 \
                   and id = $3 and withdrawn_at is null";
        sqlx::query(sql).bind(now).bind(tenant.id()).bind(*citation).execute(&mut **change).await?;
    }
    attachments::empty_those_that_cite(change, tenant, &citations, now).await?;
    let hash = hash.finalize().to_vec();
    let (kind, id) = thing.parts();
    insert(change, tenant, (kind, id, reason), (&salt, &hash, now)).await?;
    let entry = Entry {
        tenant: Some(tenant),
        action: "thing.withdraw",
        thing_kind: kind,
        thing: &id.to_string(),
        note: reason,
        before: Some(&hash),
        after: None,
    };
    change.record(entry).await?;
    affected(change, tenant, &citations).await
}

/// Whether a thing was withdrawn before.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn is_withdrawn(
    connection: &mut AnyConnection,
    tenant: Tenant,
    thing: Thing,
) -> Result<bool, StoreError> {
    let (kind, id) = thing.parts();
    let sql = "select at from withdrawal where tenant = $1 and thing_kind = $2 and thing = $3";
    let row: Option<(i64,)> = sqlx::query_as(sql)
        .bind(tenant.id())
        .bind(kind.to_owned())
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// What a withdrawal concerns, before or after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concerned {
    /// The releases, withdrawn ones too.
    pub releases: Vec<i64>,
    /// The documents, and who is to be told.
    pub documents: Vec<Affected>,
}

/// What a withdrawal of this thing concerns.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn concerned(
    connection: &mut AnyConnection,
    tenant: Tenant,
    thing: Thing,
) -> Result<Concerned, StoreError> {
    let releases = releases_of(connection, tenant, thing).await?;
    let citations = citations_of(connection, tenant, thing, &releases).await?;
    let documents = affected(connection, tenant, &citations).await?;
    Ok(Concerned { releases, documents })
}

async fn releases_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    thing: Thing,
) -> Result<Vec<i64>, StoreError> {
    let (sql, id) = match thing {
        Thing::Citation(_) => return Ok(Vec::new()),
        Thing::Release(id) => ("select id from release where tenant = $1 and id = $2", id),
        Thing::DatasetVersion(id) => {
            ("select id from release where tenant = $1 and dataset_version = $2", id)
        }
    };
    let rows: Vec<(i64,)> =
        sqlx::query_as(sql).bind(tenant.id()).bind(id).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

async fn citations_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    thing: Thing,
    releases: &[i64],
) -> Result<Vec<i64>, StoreError> {
    let mut citations = Vec::new();
    if let Thing::Citation(id) = thing {
        citations.push(id);
    }
    for release in releases {
        let rows: Vec<(i64,)> = sqlx::query_as(
            "select citation from citation_release where tenant = $1 and release = $2",
        )
        .bind(tenant.id())
        .bind(*release)
        .fetch_all(&mut *connection)
        .await?;
        citations.extend(rows.into_iter().map(|(id,)| id));
    }
    citations.sort_unstable();
    citations.dedup();
    Ok(citations)
}

async fn empty_release(
    change: &mut Change,
    tenant: Tenant,
    release: i64,
    now: i64,
    hash: &mut Sha256,
) -> Result<(), StoreError> {
    let columns: Vec<(Vec<u8>,)> = sqlx::query_as(
        "select cells from release_column where tenant = $1 and release = $2 \
         order by indicator_version, period",
    )
    .bind(tenant.id())
    .bind(release)
    .fetch_all(&mut **change)
    .await?;
    columns.iter().for_each(|(cells,)| hash.update(cells));
    sqlx::query(
        "update release_column set cells = $1, seal = $1 where tenant = $2 and release = $3",
    )
    .bind(Vec::new())
    .bind(tenant.id())
    .bind(release)
    .execute(&mut **change)
    .await?;
    sqlx::query(
        "update release set withdrawn_at = $1 where tenant = $2 and id = $3 \
         and withdrawn_at is null",
    )
    .bind(now)
    .bind(tenant.id())
    .bind(release)
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Takes the files of packages that hold figures of a release: the file that they came with, and
/// those that research has frozen. They are kept here and by others, and only the release is known.
async fn empty_packages(
    change: &mut Change,
    tenant: Tenant,
    release: i64,
    now: i64,
) -> Result<(), StoreError> {
    for sql in [
        "update frozen_package set bytes = $1, gone_at = $2 where gone_at is null and \
         issuer_tenant = $3 and grant_number in (select grant_number from exchange_grant_release \
         where tenant = $3 and release = $4)",
        "update frozen_package set bytes = $1, gone_at = $2 where gone_at is null and tenant = $3 \
         and received in (select x.number from exchange_received x join release r \
         on r.dataset_version = x.dataset_version where x.tenant = $3 and r.id = $4)",
    ] {
        sqlx::query(sql)
            .bind(Vec::new())
            .bind(now)
            .bind(tenant.id())
            .bind(release)
            .execute(&mut **change)
            .await?;
    }
    // Whether other copies of it are deleted is for people to say.
    sqlx::query(
        "update exchange_received set bytes = $1 where tenant = $2 and dataset_version in \
         (select dataset_version from release where tenant = $2 and id = $3)",
    )
    .bind(Vec::new())
    .bind(tenant.id())
    .bind(release)
    .execute(&mut **change)
    .await?;
    Ok(())
}

async fn empty_version(
    change: &mut Change,
    tenant: Tenant,
    version: i64,
    now: i64,
    hash: &mut Sha256,
) -> Result<(), StoreError> {
    let columns: Vec<(Vec<u8>,)> = sqlx::query_as(
        "select cells from source_column where tenant = $1 and dataset_version = $2 \
         order by indicator_version, period",
    )
    .bind(tenant.id())
    .bind(version)
    .fetch_all(&mut **change)
    .await?;
    columns.iter().for_each(|(cells,)| hash.update(cells));
    sqlx::query("delete from source_column where tenant = $1 and dataset_version = $2")
        .bind(tenant.id())
        .bind(version)
        .execute(&mut **change)
        .await?;
    let file: Option<(Vec<u8>,)> =
        sqlx::query_as("select file_hash from dataset_version where tenant = $1 and id = $2")
            .bind(tenant.id())
            .bind(version)
            .fetch_optional(&mut **change)
            .await?;
    if let Some((file,)) = file {
        files::delete_by_hash(change, tenant, &file).await?;
    }
    sqlx::query(
        "update dataset_version set withdrawn_at = $1 where tenant = $2 and id = $3 \
         and withdrawn_at is null",
    )
    .bind(now)
    .bind(tenant.id())
    .bind(version)
    .execute(&mut **change)
    .await?;
    Ok(())
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (kind, id, reason): (&str, i64, &str),
    (salt, hash, now): (&[u8], &[u8], i64),
) -> Result<(), StoreError> {
    let account = change.author().account;
    sqlx::query(
        "insert into withdrawal (id, tenant, thing_kind, thing, reason, salt, hash, account, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         on conflict (tenant, thing_kind, thing) do nothing",
    )
    .bind(ids::next())
    .bind(tenant.id())
    .bind(kind.to_owned())
    .bind(id.to_string())
    .bind(reason.to_owned())
    .bind(salt.to_vec())
    .bind(hash.to_vec())
    .bind(account)
    .bind(now)
    .execute(&mut **change)
    .await?;
    Ok(())
}

async fn affected(
    connection: &mut AnyConnection,
    tenant: Tenant,
    citations: &[i64],
) -> Result<Vec<Affected>, StoreError> {
    let mut all: Vec<Affected> = Vec::new();
    for some in citations.chunks(1000) {
        let sql = format!(
            "select c.code, p.citing_kind, p.citing, f.post, coalesce(f.account, c.account) as \
             account from citation c left join citation_place p on p.citation = c.id \
             left join folder f on p.citing_kind = 'folder' and p.citing = cast(f.id as text) \
             where c.tenant = $1 and c.id in ({})",
            lists::places(2, some.len()),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        for id in some {
            query = query.bind(*id);
        }
        all.extend(query.fetch_all(&mut *connection).await?);
    }
    all.sort();
    Ok(all)
}

/// All withdrawals of a city, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Withdrawal>, StoreError> {
    Ok(sqlx::query_as(
        "select thing_kind, thing, reason, hash, account, at from withdrawal where tenant = $1 \
         order by id desc",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?)
}

/// Why citations were withdrawn, each with the reason by its number: its own Sperrung, or that of
/// a release or dataset version that its figures come from.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn reasons(
    connection: &mut AnyConnection,
    tenant: Tenant,
    citations: &[i64],
) -> Result<BTreeMap<i64, String>, StoreError> {
    let mut all = BTreeMap::new();
    for some in citations.chunks(1000) {
        let sql = format!(
            "select c.id, w.reason from citation c \
             left join citation_release cr on cr.citation = c.id \
             left join release r on r.id = cr.release \
             join withdrawal w on w.tenant = c.tenant and ( \
             (w.thing_kind = 'citation' and w.thing = cast(c.id as text)) \
             or (w.thing_kind = 'release' and w.thing = cast(r.id as text)) \
             or (w.thing_kind = 'dataset-version' and w.thing = cast(r.dataset_version as text))) \
             where c.tenant = $1 and c.id in ({}) order by w.at desc",
            lists::places(2, some.len()),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        for id in some {
            query = query.bind(*id);
        }
        let rows: Vec<(i64, String)> = query.fetch_all(&mut *connection).await?;
        all.extend(rows);
    }
    Ok(all)
}
