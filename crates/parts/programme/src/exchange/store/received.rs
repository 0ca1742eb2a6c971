//! Packages that came as files, and workbooks of cities without Ankunft: these have no signature, so
//! that their key is empty.

use ankunft_platform::signing::PublicKey;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::{RECEIVED, day, record, said};
use crate::package::content::CoreSaid;
use crate::package::open::Opened;

/// A package that came and was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Its number in the tenant.
    pub number: i64,
    /// The number of the package.
    pub package: String,
    /// What its issuer is called.
    pub issuer: String,
    /// The key of its issuer; none if it is a workbook.
    pub key: Option<PublicKey>,
    /// What it is about.
    pub title: String,
    /// For what it may be used.
    pub purpose: String,
    /// The last day.
    pub until: Date,
    /// SHA-256 of its manifest, or of the workbook.
    pub hash: Vec<u8>,
    /// The dataset version that its figures became.
    pub dataset_version: i64,
    /// When, in microseconds UTC.
    pub at: i64,
    /// When its issuer took it back.
    pub revoked_at: Option<i64>,
    /// When its figures went here: by a Widerruf, after the last day, by a Sperrung.
    pub taken_at: Option<i64>,
    /// When somebody said that all copies are deleted.
    pub deleted_at: Option<i64>,
    /// When its issuer made it, where that is known.
    pub made_at: Option<i64>,
    /// The number of what took its place: the package that its issuer made anew.
    pub replaced_by: Option<i64>,
}

impl Received {
    /// Whether its figures are here and may be used.
    #[must_use]
    pub fn is_usable(&self, today: Date) -> bool {
        self.is_here() && !self.waits_for_deletion(today)
    }

    /// Whether it may be used no more and nobody has said that its copies are deleted.
    #[must_use]
    pub fn waits_for_deletion(&self, today: Date) -> bool {
        let is_over = self.revoked_at.is_some() || self.taken_at.is_some() || self.until < today;
        self.deleted_at.is_none() && is_over
    }

    /// Whether its figures are here.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.deleted_at.is_none() && self.taken_at.is_none()
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    package: String,
    issuer_name: String,
    issuer_key: Vec<u8>,
    title: String,
    purpose: String,
    until: String,
    hash: Vec<u8>,
    dataset_version: i64,
    at: i64,
    revoked_at: Option<i64>,
    taken_at: Option<i64>,
    deleted_at: Option<i64>,
    made_at: Option<i64>,
    replaced_by: Option<i64>,
}

impl Row {
    fn read(self) -> Result<Received, StoreError> {
        let key = PublicKey::from_bytes(&self.issuer_key);
        if key.is_none() && !self.issuer_key.is_empty() {
            return Err(StoreError::Unreadable { what: "a key", text: self.package });
        }
        Ok(Received {
            number: self.number,
            package: self.package,
            issuer: self.issuer_name,
            key,
            title: self.title,
            purpose: self.purpose,
            until: day(self.until)?,
            hash: self.hash,
            dataset_version: self.dataset_version,
            at: self.at,
            revoked_at: self.revoked_at,
            taken_at: self.taken_at,
            deleted_at: self.deleted_at,
            made_at: self.made_at,
            replaced_by: self.replaced_by,
        })
    }
}

/// All packages that came, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Received>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select r.number, r.package, r.issuer_name, r.issuer_key, r.title, r.purpose, r.until, \
         r.hash, r.dataset_version, r.at, k.at as revoked_at, (select max(w.withdrawn_at) \
         from release w where w.dataset_version = r.dataset_version) as taken_at, r.deleted_at, \
         r.made_at, r.replaced_by from exchange_received r left join exchange_revoked k on k.tenant = r.tenant \
         and k.issuer_key = r.issuer_key and k.package = r.package \
         where r.tenant = $1 order by r.number desc",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// The package of this number that an issuer gave, the newest of them.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (key, package): (&PublicKey, &str),
) -> Result<Option<Received>, StoreError> {
    let all = all(connection, tenant).await?;
    Ok(all.into_iter().find(|it| it.key.as_ref() == Some(key) && it.package == package))
}

/// Whether the issuer of a package has taken it back by a file.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn is_revoked(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (key, package): (&PublicKey, &str),
) -> Result<bool, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "select at from exchange_revoked where tenant = $1 and issuer_key = $2 and package = $3",
    )
    .bind(tenant.id())
    .bind(key.bytes().to_vec())
    .bind(package.to_owned())
    .fetch_optional(connection)
    .await?;
    Ok(row.is_some())
}

/// A package or a workbook that became a dataset version.
#[derive(Clone, Copy, Debug)]
pub struct NewReceived<'a> {
    /// The number of the package.
    pub package: &'a str,
    /// What its issuer is called.
    pub issuer: &'a str,
    /// The key of its issuer; none if it is a workbook.
    pub key: Option<&'a PublicKey>,
    /// What it is about.
    pub title: &'a str,
    /// For what it may be used.
    pub purpose: &'a str,
    /// The last day.
    pub until: &'a str,
    /// When its issuer made it, where that is known.
    pub made_at: Option<i64>,
    /// What it says of Kernindikatoren.
    pub core: &'a [CoreSaid],
    /// SHA-256 of its manifest, or of the workbook.
    pub hash: &'a [u8],
    /// The file.
    pub bytes: &'a [u8],
    /// The dataset version.
    pub dataset_version: i64,
}

/// Notes a package that became a dataset version.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if it came before.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    it: &NewReceived<'_>,
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from exchange_received where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let author = change.author().clone();
    sqlx::query(
        "insert into exchange_received (tenant, number, package, issuer_name, issuer_key, title, \
         purpose, until, hash, bytes, dataset_version, account, post, at, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(it.package.to_owned())
    .bind(it.issuer.to_owned())
    .bind(it.key.map_or_else(Vec::new, |it| it.bytes().to_vec()))
    .bind(it.title.to_owned())
    .bind(it.purpose.to_owned())
    .bind(it.until.to_owned())
    .bind(it.hash.to_vec())
    .bind(it.bytes.to_vec())
    .bind(it.dataset_version)
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .bind(it.made_at)
    .execute(&mut **change)
    .await?;
    said::add(change, (tenant, number), it.core).await?;
    let note = (it.package, Some(it.hash));
    record(change, tenant, "package.accept", (RECEIVED, number), note).await?;
    Ok(number)
}

/// Notes that another package took the place of one, which its issuer made anew.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn replace(
    change: &mut Change,
    tenant: Tenant,
    (before, number): (&Received, i64),
) -> Result<(), StoreError> {
    let sql = "update exchange_received set replaced_by = $1 where tenant = $2 and number = $3";
    let query = sqlx::query(sql).bind(number).bind(tenant.id()).bind(before.number);
    query.execute(&mut **change).await?;
    let note = (before.package.as_str(), Some(before.hash.as_slice()));
    record(change, tenant, "package.replace", (RECEIVED, before.number), note).await
}

/// Notes that an issuer took a package back; whether that was not known.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn revoke(
    change: &mut Change,
    tenant: Tenant,
    opened: &Opened,
) -> Result<bool, StoreError> {
    let written = sqlx::query(
        "insert into exchange_revoked (tenant, issuer_key, package, at) values ($1, $2, $3, $4) \
         on conflict (tenant, issuer_key, package) do nothing",
    )
    .bind(tenant.id())
    .bind(opened.issuer.bytes().to_vec())
    .bind(opened.manifest.package.clone())
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    if written.rows_affected() == 0 {
        return Ok(false);
    }
    let note = (opened.manifest.package.as_str(), Some(opened.hash.as_slice()));
    record(change, tenant, "package.revoked", (RECEIVED, 0), note).await?;
    Ok(true)
}

/// Notes that all copies of a package are deleted; whether that was not known.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn delete(change: &mut Change, tenant: Tenant, number: i64) -> Result<bool, StoreError> {
    let written = sqlx::query(
        "update exchange_received set deleted_at = $1, bytes = $4 where tenant = $2 \
         and number = $3 and deleted_at is null",
    )
    .bind(Timestamp::now().as_microsecond())
    .bind(tenant.id())
    .bind(number)
    .bind(Vec::new())
    .execute(&mut **change)
    .await?;
    if written.rows_affected() == 0 {
        return Ok(false);
    }
    said::forget(change, (tenant, number)).await?;
    record(change, tenant, "package.delete", (RECEIVED, number), ("", None)).await?;
    Ok(true)
}

/// The file of a package as it came; none once its figures are deleted.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn bytes(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "select bytes from exchange_received where tenant = $1 and number = $2 \
               and deleted_at is null";
    let row: Option<(Vec<u8>,)> =
        sqlx::query_as(sql).bind(tenant.id()).bind(number).fetch_optional(connection).await?;
    Ok(row.map(|it| it.0))
}
