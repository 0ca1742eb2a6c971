//! Log-ins that last: the browser keeps a token, the database only its hash.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::config;
use crate::ids;
use crate::secrets::hex;
use crate::store::{Change, StoreError, Upkeep};

/// How long a session may be seen without its being written down again.
const SEEN_GRAIN: SignedDuration = SignedDuration::from_mins(5);

/// A session with its account, as a request finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The hash of its token.
    pub token_hash: Vec<u8>,
    /// The account.
    pub account: i64,
    /// Its address.
    pub email: String,
    /// Its name.
    pub name: String,
    /// Its language.
    pub language: String,
    /// When it was last seen, give or take five minutes.
    pub seen_at: i64,
}

/// A session as its owner sees it in the list.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Listed {
    /// The hash of its token.
    pub token_hash: Vec<u8>,
    /// When it began, in microseconds UTC.
    pub created_at: i64,
    /// When it was last seen.
    pub seen_at: i64,
    /// What the browser says it is.
    pub agent: String,
}

/// Who begins a session, and from where.
#[derive(Clone, Copy, Debug)]
pub struct Begin<'a> {
    /// The account.
    pub account: i64,
    /// The address it comes from.
    pub address: &'a str,
    /// What the browser says it is.
    pub agent: &'a str,
}

/// Begins a session and gives its token, which stands nowhere else.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn begin(
    change: &mut Change,
    begin: Begin<'_>,
    now: Timestamp,
    limits: &config::Sessions,
) -> Result<String, StoreError> {
    let token = URL_SAFE_NO_PAD.encode(ids::secret::<32>());
    let longest = SignedDuration::from_hours(24 * i64::from(limits.longest_days));
    sqlx::query(
        "insert into session (token_hash, account, created_at, seen_at, expires_at, address, agent) \
         values ($1, $2, $3, $3, $4, $5, $6)",
    )
    .bind(hash(&token))
    .bind(begin.account)
    .bind(now.as_microsecond())
    .bind(now.saturating_add(longest).map_or(i64::MAX, Timestamp::as_microsecond))
    .bind(begin.address.to_owned())
    .bind(begin.agent.chars().take(200).collect::<String>())
    .execute(&mut **change)
    .await?;
    record(change, "session.begin", begin.account).await?;
    Ok(token)
}

/// The session of a token, if it is neither expired nor its account disabled.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn find(
    connection: &mut AnyConnection,
    token: &str,
    now: Timestamp,
    limits: &config::Sessions,
) -> Result<Option<Session>, StoreError> {
    let idle = SignedDuration::from_hours(limits.idle_hours.into());
    let seen_after = now.saturating_sub(idle).map_or(i64::MIN, Timestamp::as_microsecond);
    let hash = hash(token);
    let row: Option<(i64, String, String, String, i64)> = sqlx::query_as(
        "select a.id, a.email, a.name, a.language, s.seen_at from session s \
         join account a on a.id = s.account \
         where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $3 and a.disabled = 0",
    )
    .bind(hash.clone())
    .bind(now.as_microsecond())
    .bind(seen_after)
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|(account, email, name, language, seen_at)| Session {
        token_hash: hash,
        account,
        email,
        name,
        language,
        seen_at,
    }))
}

/// Whose session it was that has ended by itself, as long as it is remembered.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn ended_of(
    connection: &mut AnyConnection,
    token: &str,
) -> Result<Option<i64>, StoreError> {
    let sql = "select s.account from session s join account a on a.id = s.account \
               where s.token_hash = $1 and a.disabled = 0";
    let query = sqlx::query_as(sql).bind(hash(token));
    let found: Option<(i64,)> = query.fetch_optional(connection).await?;
    Ok(found.map(|(account,)| account))
}

/// Whether it is time to write down that a session was seen.
#[must_use]
pub fn is_stale(session: &Session, now: Timestamp) -> bool {
    let passed = now.as_microsecond().saturating_sub(session.seen_at);
    i128::from(passed) > SEEN_GRAIN.as_micros()
}

/// Writes down that a session was seen, and forgets those long over.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn seen(
    upkeep: &mut Upkeep,
    session: &Session,
    now: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("update session set seen_at = $1 where token_hash = $2")
        .bind(now.as_microsecond())
        .bind(session.token_hash.clone())
        .execute(&mut **upkeep)
        .await?;
    sqlx::query("delete from session where expires_at <= $1")
        .bind(now.as_microsecond())
        .execute(&mut **upkeep)
        .await?;
    Ok(())
}

/// The sessions of an account, the last seen first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of_account(
    connection: &mut AnyConnection,
    account: i64,
    now: Timestamp,
) -> Result<Vec<Listed>, StoreError> {
    Ok(sqlx::query_as(
        "select token_hash, created_at, seen_at, agent from session \
         where account = $1 and expires_at > $2 order by seen_at desc, token_hash",
    )
    .bind(account)
    .bind(now.as_microsecond())
    .fetch_all(connection)
    .await?)
}

/// Which sessions of an account end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which<'a> {
    /// All.
    All,
    /// The one of this hash.
    One(&'a [u8]),
    /// All but the one of this hash.
    Others(&'a [u8]),
}

/// Ends sessions of an account and says how many.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn end(change: &mut Change, account: i64, which: Which<'_>) -> Result<u64, StoreError> {
    const OTHERS: &str = "delete from session where account = $1 and token_hash <> $2";
    let (sql, hash) = match which {
        Which::One(hash) => ("delete from session where account = $1 and token_hash = $2", hash),
        Which::Others(hash) => (OTHERS, hash),
        // No session has the empty hash.
        Which::All => (OTHERS, &[][..]),
    };
    let done = sqlx::query(sql).bind(account).bind(hash.to_vec()).execute(&mut **change).await?;
    record(change, "session.end", account).await?;
    Ok(done.rows_affected())
}

/// The hash under which a token is stored.
#[must_use]
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}

/// The name of a session in forms: the beginning of its hash.
#[must_use]
pub fn short_name(token_hash: &[u8]) -> String {
    hex(&token_hash[..token_hash.len().min(8)])
}

async fn record(change: &mut Change, action: &str, account: i64) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: None,
        action,
        thing_kind: "account",
        thing: &account.to_string(),
        note: "",
        before: None,
        after: None,
    };
    change.record(entry).await
}
