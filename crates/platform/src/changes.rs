//! The change log: who changed what, when, in which post and role.
//!
//! An entry is written in the transaction of its change (see [`crate::store::Change`]). What
//! was there before and after stands in it as salted hash: it proves, and tells nothing.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use crate::ids;
use crate::permission::Role;
use crate::store::StoreError;
use crate::store::lists::{places, rows};
use crate::tenant::Tenant;

/// In whose name something is done. A job keeps it, so that what it does later is done in the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The account; none for the program itself and for the public.
    pub account: Option<i64>,
    /// The Stelle in whose duty it is done.
    pub post: Option<i64>,
    /// The role that permits it.
    pub role: Option<Role>,
    /// The request, so that the log of the server and this one can be laid side by side.
    pub request: String,
}

impl Author {
    /// The program itself: a job, a command at the console.
    #[must_use]
    pub fn program(what: &str) -> Self {
        Self { request: what.to_owned(), ..Self::default() }
    }
}

/// One change, to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The city; none for what concerns the installation.
    pub tenant: Option<Tenant>,
    /// What was done: `dataset.accept`, `session.begin`, `file.download`.
    pub action: &'a str,
    /// The kind of thing: `dataset-version`.
    pub thing_kind: &'a str,
    /// The thing: its id or code.
    pub thing: &'a str,
    /// A word for people, without figures and without what the thing says.
    pub note: &'a str,
    /// What the thing was before, serialised; hashed at once.
    pub before: Option<&'a [u8]>,
    /// What it is now.
    pub after: Option<&'a [u8]>,
}

impl Entry<'_> {
    /// Whether pages of the city may say something else afterwards. Who took a file away, what
    /// lies there unaccepted, how far a job is and what somebody has seen to change none that is kept.
    pub(crate) fn changes_pages(&self) -> bool {
        self.action != crate::downloads::ACTION
            && !matches!(self.thing_kind, "upload" | "fund-draft" | "job" | crate::today::KIND)
    }
}

/// An entry as it is read.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Recorded {
    /// Number of the entry; later ones are larger.
    pub id: i64,
    /// When, in microseconds UTC.
    pub at: i64,
    /// The account.
    pub account: Option<i64>,
    /// The Stelle.
    pub post: Option<i64>,
    /// The role, as its code.
    pub role: Option<String>,
    /// What was done.
    pub action: String,
    /// The kind of thing.
    pub thing_kind: String,
    /// The thing.
    pub thing: String,
    /// A word for people.
    pub note: String,
    /// The request.
    pub request: String,
}

/// So many entries are written with one statement.
const AT_ONCE: usize = 200;

/// Writes entries of one author, many with one statement.
pub(crate) async fn insert(
    connection: &mut AnyConnection,
    author: &Author,
    entries: &[Entry<'_>],
) -> Result<(), StoreError> {
    for entries in entries.chunks(AT_ONCE) {
        let sql = format!(
            "insert into change_entry (id, tenant, at, account, post, role, action, thing_kind, \
             thing, note, salt, before_hash, after_hash, request) values {}",
            rows(entries.len(), 14),
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for entry in entries {
            let salt = ids::secret::<16>();
            let hash = |bytes: &[u8]| {
                Sha256::new().chain_update(salt).chain_update(bytes).finalize().to_vec()
            };
            query = query
                .bind(ids::next())
                .bind(entry.tenant.map(Tenant::id))
                .bind(Timestamp::now().as_microsecond())
                .bind(author.account)
                .bind(author.post)
                .bind(author.role.map(Role::code))
                .bind(entry.action.to_owned())
                .bind(entry.thing_kind.to_owned())
                .bind(entry.thing.to_owned())
                .bind(entry.note.to_owned())
                .bind(salt.to_vec())
                .bind(entry.before.map(hash))
                .bind(entry.after.map(hash))
                .bind(author.request.clone());
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// The newest entries of a city, newest first; those of one kind of thing if it is named.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn newest(
    connection: &mut AnyConnection,
    tenant: Tenant,
    thing: Option<(&str, &str)>,
    limit: i64,
) -> Result<Vec<Recorded>, StoreError> {
    let (kind, id) = thing.map_or((None, None), |(kind, id)| (Some(kind), Some(id)));
    Ok(sqlx::query_as(
        "select id, at, account, post, role, action, thing_kind, thing, note, request \
         from change_entry where tenant = $1 \
         and (cast($2 as text) is null or (thing_kind = $2 and thing = $3)) \
         order by id desc limit $4",
    )
    .bind(tenant.id())
    .bind(kind.map(str::to_owned))
    .bind(id.map(str::to_owned))
    .bind(limit)
    .fetch_all(connection)
    .await?)
}

/// What is looked for in the change log; what is left out fits everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a> {
    /// What the action begins with: `file.`.
    pub action_begins: &'a str,
    /// The kind of thing.
    pub thing_kind: Option<&'a str>,
    /// The thing.
    pub thing: Option<&'a str>,
}

/// The newest entries about one thing, newest first; found by its index, however long the log is.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of_thing(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, id): (&str, &str),
    limit: i64,
) -> Result<Vec<Recorded>, StoreError> {
    Ok(sqlx::query_as(
        "select id, at, account, post, role, action, thing_kind, thing, note, request \
         from change_entry where tenant = $1 and thing_kind = $2 and thing = $3 \
         order by id desc limit $4",
    )
    .bind(tenant.id())
    .bind(kind.to_owned())
    .bind(id.to_owned())
    .bind(limit)
    .fetch_all(connection)
    .await?)
}

/// The newest entries of a city that fit, newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn search(
    connection: &mut AnyConnection,
    tenant: Tenant,
    filter: Filter<'_>,
    limit: i64,
) -> Result<Vec<Recorded>, StoreError> {
    Ok(sqlx::query_as(
        "select id, at, account, post, role, action, thing_kind, thing, note, request \
         from change_entry where tenant = $1 \
         and substr(action, 1, length($2)) = $2 \
         and (cast($3 as text) is null or thing_kind = $3) \
         and (cast($4 as text) is null or thing = $4) \
         order by id desc limit $5",
    )
    .bind(tenant.id())
    .bind(filter.action_begins.to_owned())
    .bind(filter.thing_kind.map(str::to_owned))
    .bind(filter.thing.map(str::to_owned))
    .bind(limit)
    .fetch_all(connection)
    .await?)
}

/// What others than an account have changed after a moment (in microseconds UTC) in things of these
/// kinds, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of_others(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (account, after): (Option<i64>, i64),
    (kinds, limit): (&[&str], i64),
) -> Result<Vec<Recorded>, StoreError> {
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select id, at, account, post, role, action, thing_kind, thing, note, request \
         from change_entry where tenant = $1 and at > $2 \
         and (account is null or cast($3 as bigint) is null or account <> $3) \
         and thing_kind in ({}) order by id desc limit $4",
        places(5, kinds.len()),
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(after)
        .bind(account)
        .bind(limit);
    for kind in kinds {
        query = query.bind((*kind).to_owned());
    }
    Ok(query.fetch_all(connection).await?)
}
