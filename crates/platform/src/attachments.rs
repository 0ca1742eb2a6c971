//! Files that belong to a document for good, in parts of one mebibyte: a signed scan.
//!
//! They are never changed. A Sperrung of a figure that the document cites takes their bytes, as
//! nobody can know whether they show it; name, size and hash stay.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::ids;
use crate::store::{Change, StoreError, lists};
use crate::tenant::Tenant;

const PART: usize = 1 << 20;

/// A file of a document.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Attachment {
    /// Its number.
    pub id: i64,
    /// The name of the file.
    pub file_name: String,
    /// Its media type, found in its bytes.
    pub media_type: String,
    /// SHA-256 of the file.
    pub hash: Vec<u8>,
    /// Its length in bytes.
    pub size: i64,
    /// The account that attached it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub created_at: i64,
    /// When a Sperrung or somebody took its bytes, if one did.
    pub withdrawn_at: Option<i64>,
}

/// The media type of a scan by its first bytes: PDF, JPEG or PNG. What a file is called says
/// nothing.
///
/// ```
/// use ankunft_platform::attachments::scan_type;
///
/// assert_eq!(scan_type(b"%PDF-1.7 ..."), Some("application/pdf"));
/// assert_eq!(scan_type(b"<html>"), None);
/// ```
#[must_use]
pub fn scan_type(bytes: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 3] = [
        (b"%PDF-", "application/pdf"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
    ];
    known.into_iter().find(|(begin, _)| bytes.starts_with(begin)).map(|(_, kind)| kind)
}

/// The media types that [`scan_type`] finds, each with how its files end.
pub const SCANS: [(&str, &str); 3] =
    [("application/pdf", "pdf"), ("image/jpeg", "jpg"), ("image/png", "png")];

/// Attaches a file to a document.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn attach(
    change: &mut Change,
    tenant: Tenant,
    (kind, thing): (&str, &str),
    (file_name, media_type): (&str, &str),
    bytes: &[u8],
) -> Result<i64, StoreError> {
    let (id, hash) = (ids::next(), Sha256::digest(bytes).to_vec());
    let author = change.author().clone();
    sqlx::query(
        "insert into attachment (id, tenant, thing_kind, thing, file_name, media_type, hash, \
         size, account, post, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(kind.to_owned())
    .bind(thing.to_owned())
    .bind(file_name.to_owned())
    .bind(media_type.to_owned())
    .bind(hash.clone())
    .bind(i64::try_from(bytes.len()).unwrap_or(i64::MAX))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    for (number, part) in (0_i64..).zip(bytes.chunks(PART)) {
        sqlx::query(
            "insert into attachment_part (attachment, number, tenant, bytes) \
             values ($1, $2, $3, $4)",
        )
        .bind(id)
        .bind(number)
        .bind(tenant.id())
        .bind(part.to_vec())
        .execute(&mut **change)
        .await?;
    }
    record(change, tenant, ("attachment.add", (kind, thing)), Some(&hash)).await?;
    Ok(id)
}

/// The files of a document, the oldest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, thing): (&str, &str),
) -> Result<Vec<Attachment>, StoreError> {
    Ok(sqlx::query_as(
        "select id, file_name, media_type, hash, size, account, created_at, withdrawn_at \
         from attachment where tenant = $1 and thing_kind = $2 and thing = $3 order by id",
    )
    .bind(tenant.id())
    .bind(kind.to_owned())
    .bind(thing.to_owned())
    .fetch_all(connection)
    .await?)
}

/// The documents of a kind that have a file which is still there, by their ids.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn things_with_files(
    connection: &mut AnyConnection,
    tenant: Tenant,
    kind: &str,
) -> Result<BTreeSet<String>, StoreError> {
    let rows: Vec<(String,)> = sqlx::query_as(
        "select distinct thing from attachment where tenant = $1 and thing_kind = $2 \
         and withdrawn_at is null",
    )
    .bind(tenant.id())
    .bind(kind.to_owned())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|it| it.0).collect())
}

#[derive(sqlx::FromRow)]
struct Attached {
    thing: String,
    #[sqlx(flatten)]
    file: Attachment,
}

/// The files of several documents of a kind, by their ids.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of_several(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, things): (&str, &[&str]),
) -> Result<BTreeMap<String, Vec<Attachment>>, StoreError> {
    let mut all: BTreeMap<String, Vec<Attachment>> = BTreeMap::new();
    for some in things.chunks(1000) {
        let sql = format!(
            "select thing, id, file_name, media_type, hash, size, account, created_at, \
             withdrawn_at from attachment where tenant = $1 and thing_kind = $2 \
             and thing in ({}) order by id",
            lists::places(3, some.len()),
        );
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        let query = query.bind(kind.to_owned());
        let query = some.iter().fold(query, |query, it| query.bind((*it).to_owned()));
        let rows: Vec<Attached> = query.fetch_all(&mut *connection).await?;
        for Attached { thing, file } in rows {
            all.entry(thing).or_default().push(file);
        }
    }
    Ok(all)
}

/// The bytes of a file, compared with the hash of what was attached; `None` if a Sperrung took
/// them.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if they differ.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn read(
    connection: &mut AnyConnection,
    tenant: Tenant,
    file: &Attachment,
) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(read_several(connection, tenant, &[file]).await?.remove(&file.id))
}

/// The same of several files at once, by their numbers; nothing for one whose bytes a Sperrung took.
///
/// # Errors
///
/// As for [`read`].
pub async fn read_several(
    connection: &mut AnyConnection,
    tenant: Tenant,
    files: &[&Attachment],
) -> Result<BTreeMap<i64, Vec<u8>>, StoreError> {
    let there = files.iter().copied().filter(|it| it.withdrawn_at.is_none());
    let mut all: BTreeMap<i64, (&Attachment, Vec<u8>)> =
        there.map(|it| (it.id, (it, Vec::new()))).collect();
    let ids: Vec<i64> = all.keys().copied().collect();
    for some in ids.chunks(1000) {
        let sql = format!(
            "select attachment, bytes from attachment_part where tenant = $1 \
             and attachment in ({}) order by attachment, number",
            lists::places(2, some.len()),
        );
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        let query = some.iter().fold(query, |query, it| query.bind(*it));
        let parts: Vec<(i64, Vec<u8>)> = query.fetch_all(&mut *connection).await?;
        for (id, part) in parts {
            if let Some((_, bytes)) = all.get_mut(&id) {
                bytes.extend(part);
            }
        }
    }
    let checked = |(id, (file, bytes)): (i64, (&Attachment, Vec<u8>))| {
        if Sha256::digest(&bytes).as_slice() == file.hash {
            Ok((id, bytes))
        } else {
            Err(StoreError::Unreadable { what: "an attached file", text: id.to_string() })
        }
    };
    all.into_iter().map(checked).collect()
}

/// A file that somebody has taken back.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TakenBack {
    /// Its number.
    pub id: i64,
    /// The name of the file.
    pub file_name: String,
    /// Why.
    pub reason: String,
    /// The account that took it back.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// The files of a document that somebody has taken back, the first one first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn taken_back(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, thing): (&str, &str),
) -> Result<Vec<TakenBack>, StoreError> {
    Ok(sqlx::query_as(
        "select a.id, a.file_name, w.reason, w.account, w.at from attachment a \
         join attachment_withdrawal w on w.attachment = a.id where a.tenant = $1 \
         and a.thing_kind = $2 and a.thing = $3 order by w.at, a.id",
    )
    .bind(tenant.id())
    .bind(kind.to_owned())
    .bind(thing.to_owned())
    .fetch_all(connection)
    .await?)
}

/// Takes a file back: its bytes go; who did it, when and why stays. False, and nothing else, if it is
/// gone already or was never there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take_back(
    change: &mut Change,
    tenant: Tenant,
    id: i64,
    reason: &str,
) -> Result<bool, StoreError> {
    let author = change.author().clone();
    let now = Timestamp::now().as_microsecond();
    let done = sqlx::query(
        "insert into attachment_withdrawal (attachment, tenant, reason, account, post, at) \
         select a.id, a.tenant, $3, $4, $5, $6 from attachment a \
         where a.tenant = $1 and a.id = $2 and a.withdrawn_at is null \
         on conflict (attachment) do nothing",
    )
    .bind(tenant.id())
    .bind(id)
    .bind(reason.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(now)
    .execute(&mut **change)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    let (kind, thing): (String, String) =
        sqlx::query_as("select thing_kind, thing from attachment where tenant = $1 and id = $2")
            .bind(tenant.id())
            .bind(id)
            .fetch_one(&mut **change)
            .await?;
    without_bytes(change, tenant, id, now).await?;
    let action = ("attachment.take-back", (kind.as_str(), thing.as_str()));
    record(change, tenant, action, Some(reason.as_bytes())).await?;
    Ok(true)
}

/// Takes the bytes of all files whose documents cite one of these, after a Sperrung.
pub(crate) async fn empty_those_that_cite(
    change: &mut Change,
    tenant: Tenant,
    citations: &[i64],
    now: i64,
) -> Result<(), StoreError> {
    let mut found: Vec<Found> = Vec::new();
    for some in citations.chunks(1000) {
        let sql = format!(
            "select distinct a.id, a.thing_kind, a.thing from attachment a \
             join citation_place p on p.tenant = a.tenant and p.citing_kind = a.thing_kind \
             and p.citing = a.thing where a.tenant = $1 and a.withdrawn_at is null \
             and p.citation in ({})",
            lists::places(2, some.len()),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        for id in some {
            query = query.bind(*id);
        }
        found.extend(query.fetch_all(&mut **change).await?);
    }
    empty(change, tenant, found, now).await
}

/// Takes the bytes of all files whose documents keep something that was computed from a release:
/// what is derived is kept under the kind and the id of its document.
pub(crate) async fn empty_those_computed_from(
    change: &mut Change,
    tenant: Tenant,
    release: i64,
    now: i64,
) -> Result<(), StoreError> {
    let found = sqlx::query_as(
        "select distinct a.id, a.thing_kind, a.thing from attachment a \
         join derived d on d.tenant = a.tenant and d.kind = a.thing_kind and d.subject = a.thing \
         join derived_release r on r.derived = d.id \
         where a.tenant = $1 and a.withdrawn_at is null and r.release = $2",
    )
    .bind(tenant.id())
    .bind(release)
    .fetch_all(&mut **change)
    .await?;
    empty(change, tenant, found, now).await
}

/// Number of a file, kind and id of its document.
type Found = (i64, String, String);

async fn empty(
    change: &mut Change,
    tenant: Tenant,
    mut found: Vec<Found>,
    now: i64,
) -> Result<(), StoreError> {
    found.sort();
    found.dedup();
    for (id, kind, thing) in found {
        without_bytes(change, tenant, id, now).await?;
        record(change, tenant, ("attachment.withdraw", (&kind, &thing)), None).await?;
    }
    Ok(())
}

async fn without_bytes(
    change: &mut Change,
    tenant: Tenant,
    id: i64,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query("delete from attachment_part where tenant = $1 and attachment = $2")
        .bind(tenant.id())
        .bind(id)
        .execute(&mut **change)
        .await?;
    sqlx::query("update attachment set withdrawn_at = $1 where tenant = $2 and id = $3")
        .bind(now)
        .bind(tenant.id())
        .bind(id)
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, (thing_kind, thing)): (&str, (&str, &str)),
    after: Option<&[u8]>,
) -> Result<(), StoreError> {
    let tenant = Some(tenant);
    let entry = Entry { tenant, action, thing_kind, thing, note: "", before: None, after };
    change.record(entry).await
}
