//! Citations: what was seen, frozen, with a short Fundstelle, and where it stands.
//!
//! A citation never changes. What it cites may: [`Citation::since`] says so. Only a Sperrung
//! empties a snapshot, and its salted hash stays.

mod code;
mod folders;
mod placing;
mod thread;

use std::collections::{BTreeMap, BTreeSet};

use ankunft_disclosure::{Audience, Nutzung};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::datasets;
use crate::ids;
use crate::store::lists::places;
use crate::store::{Change, StoreError};
use crate::tenant::{self, Tenant};

pub use code::read_code;
pub use folders::{
    Folder, Link, Owner, cited_by, cites, delete, folder, folders, folders_with, list, lists,
    lying_in, rename, replace,
};
pub use placing::{is_placed, place, remove, reorder};
pub use thread::{Direction, Edge, Edges, by_ids, edges, edges_of};

/// What was seen of a thing when it was cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// What it is called.
    pub title: String,
    /// What it says, in one sentence.
    pub text: String,
    /// The value as shown, if there is one.
    pub value: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// The day that it speaks about or was made, as ISO text.
    pub date: String,
    /// The address of the living thing.
    pub link: String,
}

/// A thing to be cited.
#[derive(Clone, Copy, Debug)]
pub struct NewCitation<'a> {
    /// Kind and id of the thing: `figure`, `population:2020:0103`.
    pub cited: (&'a str, &'a str),
    /// What is seen of it.
    pub snapshot: &'a Snapshot,
    /// Who may see that: the circle of the thing, which goes with the citation.
    pub nutzung: Nutzung,
    /// The releases that its figures come from, so that a Sperrung finds it.
    pub releases: &'a [i64],
}

/// A citation as one reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Its number.
    pub id: i64,
    /// Its Fundstelle: `7K3Q`, at `/f/7K3Q`.
    pub code: String,
    /// The kind of the cited thing.
    pub cited_kind: String,
    /// The id of the cited thing.
    pub cited: String,
    /// What was seen; none if this reader may not see it, or it was withdrawn.
    pub snapshot: Option<Snapshot>,
    /// Who may see it.
    pub nutzung: Nutzung,
    /// The salted hash of the snapshot, which fitted when it was read; it outlives a Sperrung.
    pub hash: Vec<u8>,
    /// The account that cited it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub created_at: i64,
    /// When it was withdrawn, if it was.
    pub withdrawn_at: Option<i64>,
}

/// What has become of a cited thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// It says the same as when it was cited.
    Same,
    /// It says something else.
    Changed,
    /// It is no more, or not for this reader; the snapshot stays.
    Gone,
    /// The snapshot is not for this reader, or was withdrawn: nothing can be compared.
    Unknown,
}

impl Citation {
    /// Compares what was seen with what the thing says now.
    ///
    /// A thing with a value has changed when its value or its day has: a newer Datenstand that
    /// says the same, or a sentence that is put better, changes no reason. Its address may change
    /// freely.
    #[must_use]
    pub fn since(&self, now: Option<&Snapshot>) -> Since {
        match (&self.snapshot, now) {
            (None, _) => Since::Unknown,
            (Some(_), None) => Since::Gone,
            (Some(then), Some(now)) if then.says_as_much_as(now) => Since::Same,
            (Some(_), Some(_)) => Since::Changed,
        }
    }

    /// Whether the circle of the citation includes this reader, withdrawn or not.
    #[must_use]
    pub const fn is_for(&self, audience: Audience) -> bool {
        self.nutzung.includes(audience)
    }
}

impl Snapshot {
    fn says_as_much_as(&self, other: &Self) -> bool {
        let day = self.date == other.date;
        match (&self.value, &other.value) {
            (None, None) => day && self.title == other.title && self.text == other.text,
            (mine, others) => day && mine == others,
        }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    code: String,
    cited_kind: String,
    cited: String,
    snapshot: String,
    nutzung: String,
    salt: Vec<u8>,
    hash: Vec<u8>,
    account: Option<i64>,
    created_at: i64,
    withdrawn_at: Option<i64>,
}

impl Row {
    fn seen_by(self, audience: Audience) -> Result<Citation, StoreError> {
        let nutzung = datasets::nutzung(self.nutzung)?;
        let snapshot = if self.withdrawn_at.is_none() && nutzung.includes(audience) {
            let read = serde_json::from_str(&self.snapshot).ok();
            match read.filter(|_| hashed(&self.salt, &self.snapshot) == self.hash) {
                Some(snapshot) => Some(snapshot),
                None => {
                    return Err(StoreError::Unreadable { what: "a citation", text: self.code });
                }
            }
        } else {
            None
        };
        Ok(Citation {
            id: self.id,
            code: self.code,
            cited_kind: self.cited_kind,
            cited: self.cited,
            snapshot,
            nutzung,
            hash: self.hash,
            account: self.account,
            created_at: self.created_at,
            withdrawn_at: self.withdrawn_at,
        })
    }
}

/// A bare hash of a small count is found by trying; the salt stays with it.
fn hashed(salt: &[u8], snapshot: &str) -> Vec<u8> {
    Sha256::new().chain_update(salt).chain_update(snapshot).finalize().to_vec()
}

const COLUMNS: &str = "c.id, c.code, c.cited_kind, c.cited, c.snapshot, c.nutzung, c.salt, c.hash, \
     c.account, c.created_at, c.withdrawn_at";

/// Freezes what is seen of a thing. The same sight cited again is the same citation.
///
/// # Errors
///
/// - [`StoreError::Withdrawn`] if a release that it comes from was withdrawn meanwhile.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn cite(
    change: &mut Change,
    tenant: Tenant,
    new: NewCitation<'_>,
) -> Result<Citation, StoreError> {
    // A Sperrung takes the same lock: it finds this citation, or this finds the Sperrung.
    tenant::lock(change, tenant).await?;
    for release in new.releases {
        refuse_withdrawn(change, tenant, *release).await?;
    }
    let text = serde_json::json!(new.snapshot).to_string();
    if let Some(known) = known(change, tenant, &new, &text).await? {
        // The same words from another release: a Sperrung of either finds them.
        link_releases(change, tenant, known.id, new.releases).await?;
        return Ok(known);
    }
    let (id, salt) = (ids::next(), ids::secret::<16>());
    let code = insert(change, tenant, (id, &new, &text), &salt).await?;
    link_releases(change, tenant, id, new.releases).await?;
    let entry = Entry {
        tenant: Some(tenant),
        action: "citation.cite",
        thing_kind: new.cited.0,
        thing: new.cited.1,
        note: &code,
        before: None,
        after: Some(text.as_bytes()),
    };
    change.record(entry).await?;
    by_code(change, tenant, &code, Audience::StatisticsOffice)
        .await?
        .ok_or(StoreError::Unreadable { what: "a citation", text: code })
}

async fn link_releases(
    connection: &mut AnyConnection,
    tenant: Tenant,
    citation: i64,
    releases: &[i64],
) -> Result<(), StoreError> {
    for release in releases {
        sqlx::query(
            "insert into citation_release (citation, release, tenant) values ($1, $2, $3) \
             on conflict (citation, release) do nothing",
        )
        .bind(citation)
        .bind(*release)
        .bind(tenant.id())
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

async fn refuse_withdrawn(
    connection: &mut AnyConnection,
    tenant: Tenant,
    release: i64,
) -> Result<(), StoreError> {
    let standing: Option<(i64,)> = sqlx::query_as(
        "select id from release where tenant = $1 and id = $2 and withdrawn_at is null",
    )
    .bind(tenant.id())
    .bind(release)
    .fetch_optional(connection)
    .await?;
    standing.map(|_| ()).ok_or(StoreError::Withdrawn)
}

async fn known(
    connection: &mut AnyConnection,
    tenant: Tenant,
    new: &NewCitation<'_>,
    text: &str,
) -> Result<Option<Citation>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from citation c where c.tenant = $1 and c.cited_kind = $2 \
         and c.cited = $3 and c.snapshot = $4 and c.nutzung = $5 and c.withdrawn_at is null \
         order by c.id limit 1",
    );
    let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(new.cited.0.to_owned())
        .bind(new.cited.1.to_owned())
        .bind(text.to_owned())
        .bind(new.nutzung.code())
        .fetch_optional(connection)
        .await?;
    row.map(|row| row.seen_by(Audience::StatisticsOffice)).transpose()
}

/// Inserts under a code that nobody has; the fuller the shorter codes, the longer it gets.
async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (id, new, text): (i64, &NewCitation<'_>, &str),
    salt: &[u8],
) -> Result<String, StoreError> {
    let account = change.author().account;
    let mut tries = 0;
    loop {
        let code = code::draw(code::DRAWN_SHORTEST + tries / 4);
        tries += 1;
        let inserted = sqlx::query(
            "insert into citation (id, tenant, code, cited_kind, cited, snapshot, nutzung, salt, \
             hash, account, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
             on conflict (code) do nothing",
        )
        .bind(id)
        .bind(tenant.id())
        .bind(code.clone())
        .bind(new.cited.0.to_owned())
        .bind(new.cited.1.to_owned())
        .bind(text.to_owned())
        .bind(new.nutzung.code())
        .bind(salt.to_vec())
        .bind(hashed(salt, text))
        .bind(account)
        .bind(Timestamp::now().as_microsecond())
        .execute(&mut **change)
        .await?;
        if inserted.rows_affected() == 1 {
            return Ok(code);
        }
    }
}

/// The citation of a Fundstelle, as this audience sees it.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if the snapshot does not fit its hash.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn by_code(
    connection: &mut AnyConnection,
    tenant: Tenant,
    code: &str,
    audience: Audience,
) -> Result<Option<Citation>, StoreError> {
    let sql = format!("select {COLUMNS} from citation c where c.tenant = $1 and c.code = $2");
    let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(code.to_owned())
        .fetch_optional(connection)
        .await?;
    row.map(|row| row.seen_by(audience)).transpose()
}

/// The citations of several Fundstellen at once, by their codes; nothing for a code that is none of this
/// city.
///
/// # Errors
///
/// As for [`by_code`].
pub async fn by_codes(
    connection: &mut AnyConnection,
    tenant: Tenant,
    codes: &[&str],
    audience: Audience,
) -> Result<BTreeMap<String, Citation>, StoreError> {
    let mut all = BTreeMap::new();
    for some in codes.chunks(1000) {
        let sql = format!(
            "select {COLUMNS} from citation c where c.tenant = $1 and c.code in ({})",
            places(2, some.len()),
        );
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        let query = some.iter().fold(query, |query, it| query.bind((*it).to_owned()));
        let rows: Vec<Row> = query.fetch_all(&mut *connection).await?;
        for row in rows {
            let citation = row.seen_by(audience)?;
            all.insert(citation.code.clone(), citation);
        }
    }
    Ok(all)
}

/// Whose Fundstelle it is: the address `/f/…` names no city.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn tenant_of(
    connection: &mut AnyConnection,
    code: &str,
) -> Result<Option<Tenant>, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as("select tenant from citation where code = $1")
        .bind(code.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|(tenant,)| Tenant::from_id(tenant)))
}

/// The dataset versions that the figures of these citations come from, for the change log.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn dataset_versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    citations: &[i64],
) -> Result<Vec<i64>, StoreError> {
    let mut all = BTreeSet::new();
    for some in citations.chunks(1000) {
        let sql = format!(
            "select distinct r.dataset_version from citation_release c \
             join release r on r.id = c.release where c.tenant = $1 and c.citation in ({})",
            places(2, some.len()),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        for id in some {
            query = query.bind(*id);
        }
        let rows: Vec<(i64,)> = query.fetch_all(&mut *connection).await?;
        all.extend(rows.into_iter().map(|(version,)| version));
    }
    Ok(all.into_iter().collect())
}

/// Whether a thing is cited anywhere: then it may not be deleted without a trace.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn is_cited(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, id): (&str, &str),
) -> Result<bool, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "select id from citation where tenant = $1 and cited_kind = $2 and cited = $3 limit 1",
    )
    .bind(tenant.id())
    .bind(kind.to_owned())
    .bind(id.to_owned())
    .fetch_optional(connection)
    .await?;
    Ok(row.is_some())
}
