//! The register: what went or came, when, to or from whom, for what, by whom.
//!
//! A line is never changed. It is kept five years; who opens the register later than that takes away
//! what is older, which the change log notes.

use ankunft_platform::changes::Entry;
use ankunft_platform::ids;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use sqlx::AnyConnection;

use crate::exchange::model::KEPT_YEARS;

/// What happened to a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file went to another installation.
    Exported,
    /// Somebody of this installation took a copy.
    Fetched,
    /// A file came and was accepted.
    Imported,
    /// Consent was taken back.
    Revoked,
    /// Copies were deleted.
    Deleted,
    /// It went into a frozen state.
    Frozen,
    /// A city showed its candidates.
    Shown,
    /// The last day of what a city showed is over.
    Ended,
    /// A workbook came from a city without Ankunft.
    Template,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Exported,
        Self::Fetched,
        Self::Imported,
        Self::Revoked,
        Self::Deleted,
        Self::Frozen,
        Self::Shown,
        Self::Ended,
        Self::Template,
    ];

    /// The word under which it is stored; its name is the text `register-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exported => "exported",
            Self::Fetched => "fetched",
            Self::Imported => "imported",
            Self::Revoked => "revoked",
            Self::Deleted => "deleted",
            Self::Frozen => "frozen",
            Self::Shown => "shown",
            Self::Ended => "ended",
            Self::Template => "template",
        }
    }
}

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Transfer {
    /// Its number; later ones are larger.
    pub id: i64,
    /// What happened.
    pub kind: String,
    /// The number of the package.
    pub package: String,
    /// What it is about.
    pub title: String,
    /// To or from whom.
    pub counterpart: String,
    /// For what.
    pub purpose: String,
    /// SHA-256 of the manifest.
    pub hash: Option<Vec<u8>>,
    /// Who did it.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// A line to be written.
#[derive(Clone, Copy, Debug)]
pub struct NewTransfer<'a> {
    /// What happened.
    pub kind: Kind,
    /// The number of the package.
    pub package: &'a str,
    /// What it is about.
    pub title: &'a str,
    /// To or from whom.
    pub counterpart: &'a str,
    /// For what.
    pub purpose: &'a str,
    /// SHA-256 of the manifest.
    pub hash: Option<&'a [u8]>,
}

/// Writes a line, in a change that has its own entry in the change log.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn note(
    change: &mut Change,
    tenant: Tenant,
    today: Date,
    it: &NewTransfer<'_>,
) -> Result<(), StoreError> {
    let keep_until = today.saturating_add(Span::new().years(KEPT_YEARS));
    let author = change.author().clone();
    sqlx::query(
        "insert into transfer (id, tenant, kind, package, title, counterpart, purpose, hash, \
         account, post, at, keep_until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(ids::next())
    .bind(tenant.id())
    .bind(it.kind.code())
    .bind(it.package.to_owned())
    .bind(it.title.to_owned())
    .bind(it.counterpart.to_owned())
    .bind(it.purpose.to_owned())
    .bind(it.hash.map(<[u8]>::to_vec))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .bind(keep_until.to_string())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// The register of a tenant, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Transfer>, StoreError> {
    Ok(sqlx::query_as(
        "select id, kind, package, title, counterpart, purpose, hash, account, post, at \
         from transfer where tenant = $1 order by id desc",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?)
}

/// Whether there are lines whose time is over.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn has_old(
    connection: &mut AnyConnection,
    tenant: Tenant,
    today: Date,
) -> Result<bool, StoreError> {
    let row: Option<(i64,)> =
        sqlx::query_as("select id from transfer where tenant = $1 and keep_until < $2 limit 1")
            .bind(tenant.id())
            .bind(today.to_string())
            .fetch_optional(connection)
            .await?;
    Ok(row.is_some())
}

/// Takes away the lines whose time is over.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn clear(change: &mut Change, tenant: Tenant, today: Date) -> Result<(), StoreError> {
    let gone = sqlx::query("delete from transfer where tenant = $1 and keep_until < $2")
        .bind(tenant.id())
        .bind(today.to_string())
        .execute(&mut **change)
        .await?;
    let note = gone.rows_affected().to_string();
    let entry = Entry {
        tenant: Some(tenant),
        action: "transfer.clear",
        thing_kind: "transfer",
        thing: &today.to_string(),
        note: &note,
        before: None,
        after: None,
    };
    change.record(entry).await
}
