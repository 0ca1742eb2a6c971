//! Rounds of scoring: opened, widened while they are open, closed once.

use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::{ballots, record};

/// A round of scoring.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Round {
    /// Its number in the city.
    pub number: i64,
    /// The last day to hand in, as ISO text; none if ballots were there before rounds were.
    pub due: Option<String>,
    /// The account that opened it.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC; none if ballots were there before rounds were.
    pub opened_at: Option<i64>,
    /// When it was closed; none while it is open.
    pub closed_at: Option<i64>,
    /// The account that closed it.
    pub closed_account: Option<i64>,
    /// In which Stelle.
    pub closed_post: Option<i64>,
    /// Why it was closed before all had handed in; empty if they had.
    pub closed_reason: String,
    /// What was scored, as JSON; empty while it is open.
    pub tally: String,
    /// The decision that was made after it.
    pub decision: Option<i64>,
}

/// Somebody who is asked to score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Invited {
    /// The account.
    pub account: i64,
    /// The Stelle that it held then.
    pub post: Option<i64>,
}

/// A round to be opened.
#[derive(Clone, Debug)]
pub struct NewRound {
    /// The last day to hand in.
    pub due: Date,
    /// Who is asked.
    pub invited: Vec<Invited>,
    /// The numbers of the candidates.
    pub candidates: Vec<i64>,
}

/// Under which kind a round stands in the change log.
pub const KIND: &str = "scoring-round";

const SELECT: &str = "select number, due, account, post, opened_at, closed_at, closed_account, \
     closed_post, closed_reason, tally, decision from scoring_round where tenant = $1";

/// All rounds of a city, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn rounds(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Round>, StoreError> {
    let sql = format!("{SELECT} order by number desc");
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?)
}

/// The round that is open.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn running(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Option<Round>, StoreError> {
    let sql = format!("{SELECT} and closed_at is null");
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    Ok(query.fetch_optional(connection).await?)
}

/// Who was invited to a round.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn invited(
    connection: &mut AnyConnection,
    tenant: Tenant,
    round: i64,
) -> Result<Vec<Invited>, StoreError> {
    let sql = "select account, post from scoring_invited where tenant = $1 and round = $2 \
               order by account";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(round);
    Ok(query.fetch_all(connection).await?)
}

/// The numbers of the candidates that are scored in a round.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn candidates(
    connection: &mut AnyConnection,
    tenant: Tenant,
    round: i64,
) -> Result<Vec<i64>, StoreError> {
    let sql = "select candidate from scoring_candidate where tenant = $1 and round = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(round);
    let rows: Vec<(i64,)> = query.fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(candidate,)| candidate).collect())
}

/// Opens a round and gives its number. That no other is open was asked under the same lock.
///
/// # Errors
///
/// - [`StoreError::Database`] if it names what is not there; [`StoreError::is_duplicate`] if a
///   round is open.
pub async fn open(change: &mut Change, tenant: Tenant, new: &NewRound) -> Result<i64, StoreError> {
    let sql = "select coalesce(max(number), 0) + 1 from scoring_round where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let author = change.author().clone();
    sqlx::query(
        "insert into scoring_round (tenant, number, due, account, post, opened_at, closed_reason, \
         tally) values ($1, $2, $3, $4, $5, $6, '', '')",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(new.due.to_string())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    for candidate in &new.candidates {
        sqlx::query("insert into scoring_candidate (tenant, round, candidate) values ($1, $2, $3)")
            .bind(tenant.id())
            .bind(number)
            .bind(*candidate)
            .execute(&mut **change)
            .await?;
    }
    invite(change, tenant, number, &new.invited).await?;
    let (thing, until) = (number.to_string(), new.due.to_string());
    let what = format!("{:?} {:?}", new.candidates, new.invited);
    record(change, tenant, ("round.open", KIND, &thing), &until, &what).await?;
    Ok(number)
}

async fn invite(
    change: &mut Change,
    tenant: Tenant,
    round: i64,
    more: &[Invited],
) -> Result<(), StoreError> {
    for it in more {
        sqlx::query(
            "insert into scoring_invited (tenant, round, account, post) values ($1, $2, $3, $4) \
             on conflict (tenant, round, account) do nothing",
        )
        .bind(tenant.id())
        .bind(round)
        .bind(it.account)
        .bind(it.post)
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}

/// Gives an open round another last day and invites more people. Nobody is taken out of it: whose
/// scores are waited for is not for one person to say.
///
/// # Errors
///
/// - [`StoreError::Database`] if it names what is not there.
pub async fn widen(
    change: &mut Change,
    tenant: Tenant,
    round: i64,
    (due, more): (Date, &[Invited]),
) -> Result<(), StoreError> {
    sqlx::query(
        "update scoring_round set due = $1 where tenant = $2 and number = $3 \
         and closed_at is null",
    )
    .bind(due.to_string())
    .bind(tenant.id())
    .bind(round)
    .execute(&mut **change)
    .await?;
    invite(change, tenant, round, more).await?;
    let (thing, until, what) = (round.to_string(), due.to_string(), format!("{more:?}"));
    record(change, tenant, ("round.widen", KIND, &thing), &until, &what).await
}

/// Closes a round: what was handed in is kept as its tally and deleted elsewhere. Says whether it
/// was open until now; otherwise nothing was changed.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn close(
    change: &mut Change,
    tenant: Tenant,
    round: i64,
    (reason, tally): (&str, &str),
) -> Result<bool, StoreError> {
    let author = change.author().clone();
    let closed = sqlx::query(
        "update scoring_round set closed_at = $1, closed_account = $2, closed_post = $3, \
         closed_reason = $4, tally = $5 where tenant = $6 and number = $7 and closed_at is null",
    )
    .bind(Timestamp::now().as_microsecond())
    .bind(author.account)
    .bind(author.post)
    .bind(reason.to_owned())
    .bind(tally.to_owned())
    .bind(tenant.id())
    .bind(round)
    .execute(&mut **change)
    .await?;
    if closed.rows_affected() == 0 {
        return Ok(false);
    }
    ballots::delete(change, tenant, None).await?;
    record(change, tenant, ("round.close", KIND, &round.to_string()), reason, tally).await?;
    Ok(true)
}

/// Puts what was scored so far behind a decision, so that the next choice begins anew.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such decision.
pub(super) async fn settle(
    change: &mut Change,
    tenant: Tenant,
    decision: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "update scoring_round set decision = $1 where tenant = $2 and decision is null \
         and closed_at is not null",
    )
    .bind(decision)
    .bind(tenant.id())
    .execute(&mut **change)
    .await?;
    Ok(())
}
