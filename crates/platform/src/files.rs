//! Files that somebody has brought and nobody has accepted yet, in parts of one mebibyte.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use crate::changes::{Author, Entry};
use crate::ids;
use crate::permission::Actor;
use crate::store::{Change, Store, StoreError};
use crate::tenant::{self, Tenant};

const PART: usize = 1 << 20;

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Upload {
    /// Its number.
    pub id: i64,
    /// The account that brought it.
    pub account: Option<i64>,
    /// The Stelle in whose duty that was.
    pub post: Option<i64>,
    /// The name of the file.
    pub file_name: String,
    /// SHA-256 of the file.
    pub hash: Vec<u8>,
    /// Its length in bytes.
    pub size: i64,
    /// What it is taken for: `table`, `areas`.
    pub kind: String,
    /// What the person has answered about it so far, as JSON.
    pub answers: String,
    /// When it came, in microseconds UTC.
    pub created_at: i64,
}

impl Upload {
    /// Whether somebody may look at it: who brought it, who stands in the same Stelle, and the
    /// statistics office, because nobody has said yet whether its figures are protected.
    #[must_use]
    pub fn is_for(&self, actor: &Actor) -> bool {
        let same = |mine: Option<i64>, its: Option<i64>| mine.is_some() && mine == its;
        same(actor.account, self.account)
            || same(actor.post, self.post)
            || actor.statistics_office().is_some()
    }
}

/// Why a file is not kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// It is longer than the configuration allows.
    #[error("the file has {size} bytes; {limit} are allowed")]
    TooLong {
        /// Its length in bytes.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// What is stored is not what was brought.
    #[error("draft {0} is not what was brought; bring the file again")]
    Damaged(i64),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for FileError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Keeps a file as a draft of the author, of a kind, with the first answers about it.
///
/// # Errors
///
/// - [`FileError::TooLong`] above `limit` bytes; nothing is kept then.
/// - [`FileError::Store`] if the database refuses it.
pub async fn keep(
    change: &mut Change,
    tenant: Tenant,
    (file_name, kind, answers): (&str, &str, &str),
    bytes: &[u8],
    limit: usize,
) -> Result<i64, FileError> {
    if bytes.len() > limit {
        return Err(FileError::TooLong { size: bytes.len(), limit });
    }
    let (id, hash) = (ids::next(), Sha256::digest(bytes).to_vec());
    let author = change.author().clone();
    sqlx::query(
        "insert into upload (id, tenant, account, post, file_name, hash, size, kind, answers, \
         created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(author.account)
    .bind(author.post)
    .bind(file_name.to_owned())
    .bind(hash.clone())
    .bind(i64::try_from(bytes.len()).unwrap_or(i64::MAX))
    .bind(kind.to_owned())
    .bind(answers.to_owned())
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    for (number, part) in (0_i64..).zip(bytes.chunks(PART)) {
        sqlx::query(
            "insert into upload_part (upload, number, tenant, bytes) values ($1, $2, $3, $4)",
        )
        .bind(id)
        .bind(number)
        .bind(tenant.id())
        .bind(part.to_vec())
        .execute(&mut **change)
        .await?;
    }
    record(change, tenant, "upload.keep", id, Some(&hash)).await?;
    Ok(id)
}

const SELECT: &str = "select id, account, post, file_name, hash, size, kind, answers, created_at \
     from upload where tenant = $1";

/// One draft without its bytes.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn one(
    connection: &mut AnyConnection,
    tenant: Tenant,
    id: i64,
) -> Result<Option<Upload>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} and id = $2"));
    Ok(sqlx::query_as(sql).bind(tenant.id()).bind(id).fetch_optional(connection).await?)
}

/// All drafts of a city, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Upload>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} order by id desc"));
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?)
}

/// The bytes of a draft, compared with the hash of what was brought; `None` if it is gone.
///
/// # Errors
///
/// - [`FileError::Damaged`] if they differ.
/// - [`FileError::Store`] if the database refuses it.
pub async fn read(
    connection: &mut AnyConnection,
    tenant: Tenant,
    id: i64,
) -> Result<Option<Vec<u8>>, FileError> {
    let Some(upload) = one(&mut *connection, tenant, id).await? else { return Ok(None) };
    let parts: Vec<(Vec<u8>,)> = sqlx::query_as(
        "select bytes from upload_part where tenant = $1 and upload = $2 order by number",
    )
    .bind(tenant.id())
    .bind(id)
    .fetch_all(&mut *connection)
    .await?;
    let bytes = parts.into_iter().map(|(part,)| part).collect::<Vec<_>>().concat();
    if Sha256::digest(&bytes).as_slice() == upload.hash {
        return Ok(Some(bytes));
    }
    // Where a transaction sees what others commit, somebody may have taken it over between the two.
    match one(connection, tenant, id).await? {
        Some(_) => Err(FileError::Damaged(id)),
        None => Ok(None),
    }
}

/// Keeps what the person has answered about a draft.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn answer(
    change: &mut Change,
    tenant: Tenant,
    id: i64,
    answers: &str,
) -> Result<(), StoreError> {
    sqlx::query("update upload set answers = $1 where tenant = $2 and id = $3")
        .bind(answers.to_owned())
        .bind(tenant.id())
        .bind(id)
        .execute(&mut **change)
        .await?;
    record(change, tenant, "upload.answer", id, Some(answers.as_bytes())).await
}

/// Deletes a draft: refused, accepted, or withdrawn. Nothing of it stays.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn delete(change: &mut Change, tenant: Tenant, id: i64) -> Result<(), StoreError> {
    for sql in [
        "delete from upload_part where tenant = $1 and upload = $2",
        "delete from upload where tenant = $1 and id = $2",
    ] {
        sqlx::query(sql).bind(tenant.id()).bind(id).execute(&mut **change).await?;
    }
    record(change, tenant, "upload.delete", id, None).await
}

/// Deletes the drafts that came before an instant (microseconds UTC); gives how many.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn expire(change: &mut Change, tenant: Tenant, before: i64) -> Result<usize, StoreError> {
    let old: Vec<(i64,)> =
        sqlx::query_as("select id from upload where tenant = $1 and created_at < $2")
            .bind(tenant.id())
            .bind(before)
            .fetch_all(&mut **change)
            .await?;
    for (id,) in &old {
        delete(change, tenant, *id).await?;
    }
    Ok(old.len())
}

/// How long a draft waits for somebody to accept it.
const DRAFT_DAYS: i64 = 30;

/// Deletes the drafts of all cities that nobody has accepted within thirty days: what was brought
/// once and forgotten may be unprotected.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn expire_forgotten(store: &Store, now: Timestamp) -> Result<(), StoreError> {
    let before = now.as_microsecond() - DRAFT_DAYS * 24 * 3600 * 1_000_000;
    let cities = tenant::all(&mut *store.read().await?).await?;
    for city in cities {
        let mut change = store.change(Author::program("drafts expire")).await?;
        if expire(&mut change, city.tenant, before).await? > 0 {
            change.commit().await?;
        }
    }
    Ok(())
}

/// Deletes the drafts with this content.
pub(crate) async fn delete_by_hash(
    change: &mut Change,
    tenant: Tenant,
    hash: &[u8],
) -> Result<(), StoreError> {
    let known: Vec<(i64,)> =
        sqlx::query_as("select id from upload where tenant = $1 and hash = $2")
            .bind(tenant.id())
            .bind(hash.to_vec())
            .fetch_all(&mut **change)
            .await?;
    for (id,) in known {
        delete(change, tenant, id).await?;
    }
    Ok(())
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    action: &str,
    id: i64,
    after: Option<&[u8]>,
) -> Result<(), StoreError> {
    let thing = id.to_string();
    let tenant = Some(tenant);
    let entry = Entry {
        tenant,
        action,
        thing_kind: "upload",
        thing: &thing,
        note: "",
        before: None,
        after,
    };
    change.record(entry).await
}
