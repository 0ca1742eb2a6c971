//! The votes of a board.

use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::{APPLICATION, record, word};
use crate::funds::model::Vote;

/// A vote that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast {
    /// The application.
    pub application: i64,
    /// The Stelle whose vote it is.
    pub post: i64,
    /// What it says.
    pub vote: Vote,
    /// Why, for who stands back.
    pub reason: String,
    /// The account that wrote it down.
    pub account: Option<i64>,
    /// The number of the version; the first is 1.
    pub version: i64,
    /// When it was written down, in microseconds UTC.
    pub at: i64,
}

/// Application, Stelle, vote, reason, account, version, when.
type Row = (i64, i64, String, String, Option<i64>, i64, i64);

/// Whose votes are read.
#[derive(Clone, Copy, Debug)]
pub enum On {
    /// On all applications of a city.
    City,
    /// On those of a fund.
    Fund(i64),
    /// On one application.
    Application(i64),
}

/// Votes on applications in one statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn votes(
    connection: &mut AnyConnection,
    tenant: Tenant,
    on: On,
) -> Result<Vec<Cast>, StoreError> {
    let (filter, key) = match on {
        On::City => ("$2 = 0", 0),
        On::Fund(it) => (
            "v.application in (select a.number from fund_application a where a.tenant = $1 \
             and a.fund = $2)",
            it,
        ),
        On::Application(it) => ("v.application = $2", it),
    };
    let sql = format!(
        "select v.application, v.post, v.vote, v.reason, v.account, v.version, v.at from fund_vote v \
         where v.tenant = $1 and {filter} order by v.application, v.post",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(key)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(read).collect()
}

/// What stood before the votes on an application, the oldest version first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn before(
    connection: &mut AnyConnection,
    tenant: Tenant,
    application: i64,
) -> Result<Vec<Cast>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select application, post, vote, reason, account, version, at from fund_vote_before \
         where tenant = $1 and application = $2 order by post, version",
    )
    .bind(tenant.id())
    .bind(application)
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(read).collect()
}

fn read((application, post, vote, reason, account, version, at): Row) -> Result<Cast, StoreError> {
    let vote = word(Vote::from_code, vote)?;
    Ok(Cast { application, post, vote, reason, account, version, at })
}

/// Writes a vote down, once for each Stelle.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if it has voted already.
pub async fn cast(
    change: &mut Change,
    tenant: Tenant,
    (application, post): (i64, i64),
    (vote, reason): (Vote, &str),
) -> Result<(), StoreError> {
    let account = change.author().account;
    sqlx::query(
        "insert into fund_vote (tenant, application, post, vote, reason, account, at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tenant.id())
    .bind(application)
    .bind(post)
    .bind(vote.code())
    .bind(reason.to_owned())
    .bind(account)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    // How somebody votes is what the vote says: it does not stand in the log.
    let action = if vote == Vote::Conflict { "fund.stand-back" } else { "fund.vote" };
    let (note, after) = (post.to_string(), vote.code());
    record(change, tenant, (action, (APPLICATION, application)), (&note, None, Some(after))).await
}

/// Writes the next version of a vote; what stood before is kept.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has corrected it.
pub async fn correct(
    change: &mut Change,
    tenant: Tenant,
    was: &Cast,
    (vote, reason): (Vote, &str),
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into fund_vote_before (tenant, application, post, version, vote, reason, account, \
         at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tenant.id())
    .bind(was.application)
    .bind(was.post)
    .bind(was.version)
    .bind(was.vote.code())
    .bind(was.reason.clone())
    .bind(was.account)
    .bind(was.at)
    .execute(&mut **change)
    .await?;
    let account = change.author().account;
    sqlx::query(
        "update fund_vote set vote = $1, reason = $2, account = $3, at = $4, version = $5 \
         where tenant = $6 and application = $7 and post = $8",
    )
    .bind(vote.code())
    .bind(reason.to_owned())
    .bind(account)
    .bind(Timestamp::now().as_microsecond())
    .bind(was.version + 1)
    .bind(tenant.id())
    .bind(was.application)
    .bind(was.post)
    .execute(&mut **change)
    .await?;
    let (note, before, after) = (was.post.to_string(), was.vote.code(), vote.code());
    let thing = (APPLICATION, was.application);
    record(change, tenant, ("fund.correct-vote", thing), (&note, Some(before), Some(after))).await
}
