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
}

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
    type Row = (i64, i64, String, String, Option<i64>);
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
        "select v.application, v.post, v.vote, v.reason, v.account from fund_vote v \
         where v.tenant = $1 and {filter} order by v.application, v.post",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(key)
        .fetch_all(connection)
        .await?;
    let cast = |(application, post, vote, reason, account): Row| {
        let vote = word(Vote::from_code, vote)?;
        Ok(Cast { application, post, vote, reason, account })
    };
    rows.into_iter().map(cast).collect()
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
