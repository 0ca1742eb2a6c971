//! What was computed from releases and is kept, so that asking twice computes once.
//!
//! The key is made from everything that the result depends on: the releases that went in, the
//! plan, the version of the program. The content is sealed with the installation's key, and a
//! Sperrung of one of the releases empties it.

use std::collections::BTreeMap;

use ankunft_disclosure::{ReleaseKey, Released};
use jiff::Timestamp;
use sha2::Digest;
use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::ids;
use crate::releases;
use crate::store::{Change, StoreError, lists};
use crate::tenant::Tenant;

/// Under which name a result is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// What kind of result it is: `arrival`.
    pub kind: &'a str,
    /// What of its kind it is about: the geography and for whom.
    pub subject: &'a str,
    /// A hash of everything that it depends on.
    pub key: &'a str,
}

/// A kept result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The key under which it is kept.
    pub key: String,
    /// The result; none if a Sperrung has emptied it.
    pub content: Option<Vec<u8>>,
    /// When it was computed, in microseconds UTC.
    pub made_at: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    key: String,
    content: Vec<u8>,
    seal: Vec<u8>,
    made_at: i64,
    withdrawn_at: Option<i64>,
}

impl Row {
    fn open(
        self,
        tenant: Tenant,
        (kind, subject): (&str, &str),
        key: &ReleaseKey,
    ) -> Result<Derived, StoreError> {
        let Self { key: name, content, seal, made_at, withdrawn_at } = self;
        if withdrawn_at.is_some() {
            return Ok(Derived { key: name, content: None, made_at });
        }
        key.verify(&binding(tenant, Name { kind, subject, key: &name }, &content), &seal)?;
        Ok(Derived { key: name, content: Some(content), made_at })
    }
}

/// What the seal binds: each text behind its length, so that no two give the same bytes.
fn binding(tenant: Tenant, name: Name<'_>, content: &[u8]) -> Vec<u8> {
    let mut bytes = tenant.id().to_le_bytes().to_vec();
    for text in [name.kind, name.subject, name.key] {
        bytes.extend((text.len() as u64).to_le_bytes());
        bytes.extend(text.as_bytes());
    }
    bytes.extend(content);
    bytes
}

/// Keeps a result that was computed from these releases. What is there already stays.
///
/// # Errors
///
/// - [`StoreError::Withdrawn`] if one of the releases was withdrawn meanwhile.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn keep(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    name: Name<'_>,
    (content, releases): (&[u8], &[i64]),
) -> Result<(), StoreError> {
    crate::tenant::lock(change, tenant).await?;
    if are_withdrawn(change, tenant, releases).await? {
        return Err(StoreError::Withdrawn);
    }
    let id = ids::next();
    let sql = "insert into derived (id, tenant, kind, subject, key, content, seal, made_at) \
               values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (tenant, kind, key) do nothing";
    let kept = sqlx::query(sql)
        .bind(id)
        .bind(tenant.id())
        .bind(name.kind.to_owned())
        .bind(name.subject.to_owned())
        .bind(name.key.to_owned())
        .bind(content.to_vec())
        .bind(key.seal(&binding(tenant, name, content)).to_vec())
        .bind(Timestamp::now().as_microsecond())
        .execute(&mut **change)
        .await?;
    if kept.rows_affected() == 1 {
        for some in releases.chunks(400) {
            let values = lists::rows(some.len(), 3);
            let sql =
                format!("insert into derived_release (derived, release, tenant) values {values}");
            let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
            for release in some {
                query = query.bind(id).bind(*release).bind(tenant.id());
            }
            query.execute(&mut **change).await?;
        }
    }
    let entry = Entry {
        tenant: Some(tenant),
        action: "derived.keep",
        thing_kind: name.kind,
        thing: name.subject,
        note: "",
        before: None,
        after: Some(name.key.as_bytes()),
    };
    change.record(entry).await
}

async fn are_withdrawn(
    connection: &mut AnyConnection,
    tenant: Tenant,
    releases: &[i64],
) -> Result<bool, StoreError> {
    for some in releases.chunks(400) {
        let sql = format!(
            "select count(*) from release where tenant = $1 and withdrawn_at is not null \
             and id in ({})",
            lists::places(2, some.len()),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        for release in some {
            query = query.bind(*release);
        }
        let (count,): (i64,) = query.fetch_one(&mut *connection).await?;
        if count > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The result of this name; none if it was not computed yet.
///
/// # Errors
///
/// - [`StoreError::BrokenSeal`] if it was altered or sealed with another key.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn find(
    connection: &mut AnyConnection,
    tenant: Tenant,
    key: &ReleaseKey,
    name: Name<'_>,
) -> Result<Option<Derived>, StoreError> {
    let sql = "select key, content, seal, made_at, withdrawn_at from derived \
               where tenant = $1 and kind = $2 and subject = $3 and key = $4";
    let row: Option<Row> = sqlx::query_as(sql)
        .bind(tenant.id())
        .bind(name.kind.to_owned())
        .bind(name.subject.to_owned())
        .bind(name.key.to_owned())
        .fetch_optional(connection)
        .await?;
    row.map(|it| it.open(tenant, (name.kind, name.subject), key)).transpose()
}

/// What became of a kept result.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// It is there, for the narrowest circle of the releases that it was computed from.
    Shown(Released<Vec<u8>>),
    /// A Sperrung has emptied it.
    Withdrawn,
}

/// The result of this name together with the releases that it was computed from, whose seals are
/// verified with its own; none if nothing was kept.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if nothing is left of what it was computed from.
/// - As for [`find`].
pub async fn open(
    connection: &mut AnyConnection,
    tenant: Tenant,
    key: &ReleaseKey,
    name: Name<'_>,
) -> Result<Option<Opened>, StoreError> {
    let Some(kept) = find(connection, tenant, key, name).await? else { return Ok(None) };
    let Some(content) = kept.content else { return Ok(Some(Opened::Withdrawn)) };
    let from = releases_of(connection, tenant, name).await?;
    let witnesses = releases::witnesses(connection, tenant, key, &from).await?;
    let unreadable =
        || StoreError::Unreadable { what: "the releases of a result", text: name.key.to_owned() };
    let all = witnesses.into_iter().reduce(|one, other| one.zip(other).map(|_| ()));
    let all = all.ok_or_else(unreadable)?;
    Ok(Some(Opened::Shown(all.map(|()| content))))
}

/// Keeps a result under a second name too; one that was withdrawn, or is not there, stays alone.
///
/// # Errors
///
/// As for [`keep`] and [`find`].
pub async fn keep_as(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    (name, other): (Name<'_>, Name<'_>),
) -> Result<(), StoreError> {
    let kept = find(change, tenant, key, name).await?;
    let Some(content) = kept.and_then(|it| it.content) else { return Ok(()) };
    let releases = releases_of(change, tenant, name).await?;
    keep(change, tenant, key, other, (&content, &releases)).await
}

/// When a Sperrung last emptied something of each subject of a kind; nothing where none did.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn last_withdrawn(
    connection: &mut AnyConnection,
    tenant: Tenant,
    kind: &str,
) -> Result<BTreeMap<String, i64>, StoreError> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "select subject, max(withdrawn_at) from derived where tenant = $1 and kind = $2 \
         and withdrawn_at is not null group by subject",
    )
    .bind(tenant.id())
    .bind(kind.to_owned())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().collect())
}

async fn releases_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    name: Name<'_>,
) -> Result<Vec<i64>, StoreError> {
    let sql = "select r.release from derived d join derived_release r on r.derived = d.id \
               where d.tenant = $1 and d.kind = $2 and d.key = $3 order by r.release";
    let rows: Vec<(i64,)> = sqlx::query_as(sql)
        .bind(tenant.id())
        .bind(name.kind.to_owned())
        .bind(name.key.to_owned())
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(|(release,)| release).collect())
}

/// The results about one subject that nobody has withdrawn, the newest first.
///
/// # Errors
///
/// As for [`find`].
pub async fn newest(
    connection: &mut AnyConnection,
    tenant: Tenant,
    key: &ReleaseKey,
    (kind, subject): (&str, &str),
    limit: i64,
) -> Result<Vec<Derived>, StoreError> {
    let sql = "select key, content, seal, made_at, withdrawn_at from derived \
               where tenant = $1 and kind = $2 and subject = $3 and withdrawn_at is null \
               order by id desc limit $4";
    let rows: Vec<Row> = sqlx::query_as(sql)
        .bind(tenant.id())
        .bind(kind.to_owned())
        .bind(subject.to_owned())
        .bind(limit)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|it| it.open(tenant, (kind, subject), key)).collect()
}

/// Empties what was computed from a release. A result is opened by its releases alone, so one
/// that lost any says nothing that could still be shown.
pub(crate) async fn empty(
    change: &mut Change,
    tenant: Tenant,
    release: i64,
    now: i64,
    hash: &mut impl Digest,
) -> Result<(), StoreError> {
    let of = "tenant = $1 and withdrawn_at is null \
              and id in (select derived from derived_release where tenant = $1 and release = $2)";
    let sql = format!("select content from derived where {of} order by id");
    let contents: Vec<(Vec<u8>,)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(release)
        .fetch_all(&mut **change)
        .await?;
    contents.iter().for_each(|(content,)| hash.update(content));
    let sql = format!("update derived set content = $3, seal = $3, withdrawn_at = $4 where {of}");
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(release)
        .bind(Vec::new())
        .bind(now)
        .execute(&mut **change)
        .await?;
    Ok(())
}
