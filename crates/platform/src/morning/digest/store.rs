//! The SQL of letters of the morning. They belong to an account, which may be at home in several
//! cities.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use sqlx::AnyConnection;

use super::JOB;
use super::model::Rhythm;
use crate::changes::Entry;
use crate::ids;
use crate::store::{Change, StoreError, Upkeep};

/// A letter that failed is tried again so much later.
const AGAIN: SignedDuration = SignedDuration::from_mins(15);
/// So many letters of an account are remembered.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 60);

/// What somebody has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) rhythm: Rhythm,
    /// What the link in the letter is bound to.
    pub(super) chance: Vec<u8>,
}

/// The key by which a letter is written once.
pub(super) fn key(account: i64, day: Date) -> String {
    format!("{JOB}/{account}/{day}")
}

/// What an account has chosen; none if it wants no letter.
pub(super) async fn choice(
    connection: &mut AnyConnection,
    account: i64,
) -> Result<Option<Choice>, StoreError> {
    let row: Option<(String, Vec<u8>)> =
        sqlx::query_as("select rhythm, chance from digest where account = $1")
            .bind(account)
            .fetch_optional(connection)
            .await?;
    let choice = |(rhythm, chance): (String, Vec<u8>)| {
        let known = Rhythm::from_code(&rhythm);
        let rhythm = known.ok_or(StoreError::Unreadable { what: "a rhythm", text: rhythm })?;
        Ok(Choice { rhythm, chance })
    };
    row.map(choice).transpose()
}

/// Sets how often an account wants the letter. Links in letters before stay good, and what the letters
/// have told stays told, unless none was wanted in between.
pub(super) async fn choose(
    change: &mut Change,
    account: i64,
    rhythm: Option<Rhythm>,
) -> Result<(), StoreError> {
    match rhythm {
        Some(rhythm) => {
            let sql = "insert into digest (account, rhythm, chance, chosen_at) \
                       values ($1, $2, $3, $4) on conflict (account) do update set \
                       rhythm = excluded.rhythm";
            sqlx::query(sql)
                .bind(account)
                .bind(rhythm.code())
                .bind(ids::secret::<16>().to_vec())
                .bind(Timestamp::now().as_microsecond())
                .execute(&mut **change)
                .await?;
        }
        None => {
            let sql = "delete from digest where account = $1";
            sqlx::query(sql).bind(account).execute(&mut **change).await?;
        }
    }
    let note = rhythm.map_or("never", Rhythm::code);
    record(change, "account.digest", account, note).await
}

/// Ends the letters of an account, if it still has chosen this; whether it had.
pub(super) async fn end(
    change: &mut Change,
    account: i64,
    choice: &Choice,
) -> Result<bool, StoreError> {
    let ended = sqlx::query("delete from digest where account = $1 and chance = $2")
        .bind(account)
        .bind(choice.chance.clone())
        .execute(&mut **change)
        .await?;
    if ended.rows_affected() == 0 {
        return Ok(false);
    }
    record(change, "account.digest", account, "never").await?;
    Ok(true)
}

/// The accounts that want letters and have none of a day yet, nor one under way. What was taken in hand
/// long ago and never began to leave is none.
pub(super) async fn without_letter(
    connection: &mut AnyConnection,
    day: Date,
    now: Timestamp,
) -> Result<Vec<(i64, Rhythm)>, StoreError> {
    let again = now.saturating_sub(AGAIN).unwrap_or(now);
    let sql = format!(
        "select d.account, d.rhythm from digest d \
         join account a on a.id = d.account and a.disabled = 0 \
         where not exists (select 1 from digest_letter l \
         where l.account = d.account and l.day = $1 \
         and (l.leaving_at is not null or l.sent_at is not null or l.taken_at > $2)) \
         and not exists (select 1 from job j \
         where j.once_key = '{JOB}/' || cast(d.account as text) || '/' || cast($1 as text) \
         and (j.state <> 'failed' or j.finished_at > $2)) order by d.account",
    );
    let rows: Vec<(i64, String)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(day.to_string())
        .bind(again.as_microsecond())
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().filter_map(|it| Some((it.0, Rhythm::from_code(&it.1)?))).collect())
}

/// A letter of a day that somebody holds: whoever takes it after them holds it alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    account: i64,
    day: Date,
    taken_at: i64,
}

/// Takes a letter in hand, also out of the hand of who has died with it; none if it has begun to
/// leave the house, or left.
pub(super) async fn take(
    upkeep: &mut Upkeep,
    account: i64,
    day: Date,
) -> Result<Option<Held>, StoreError> {
    let now = Timestamp::now();
    let old = now.saturating_sub(KEPT).unwrap_or(now);
    sqlx::query("delete from digest_letter where account = $1 and taken_at < $2")
        .bind(account)
        .bind(old.as_microsecond())
        .execute(&mut **upkeep)
        .await?;
    let taken: Option<(i64,)> = sqlx::query_as(
        "insert into digest_letter (account, day, taken_at) values ($1, $2, $3) \
         on conflict (account, day) do update set \
         taken_at = case when digest_letter.taken_at < excluded.taken_at \
         then excluded.taken_at else digest_letter.taken_at + 1 end \
         where digest_letter.leaving_at is null and digest_letter.sent_at is null \
         returning taken_at",
    )
    .bind(account)
    .bind(day.to_string())
    .bind(now.as_microsecond())
    .fetch_optional(&mut **upkeep)
    .await?;
    Ok(taken.map(|(taken_at,)| Held { account, day, taken_at }))
}

/// Says that a letter begins to leave the house, so that nobody sends it again; false if somebody else
/// holds it meanwhile.
pub(super) async fn leave(upkeep: &mut Upkeep, held: Held) -> Result<bool, StoreError> {
    let sql = "update digest_letter set leaving_at = $1 where account = $2 and day = $3 \
               and taken_at = $4 and leaving_at is null and sent_at is null";
    let begun = sqlx::query(sql)
        .bind(Timestamp::now().as_microsecond())
        .bind(held.account)
        .bind(held.day.to_string())
        .bind(held.taken_at)
        .execute(&mut **upkeep)
        .await?;
    Ok(begun.rows_affected() == 1)
}

/// Puts back a letter that the server did not take.
pub(super) async fn put_back(upkeep: &mut Upkeep, held: Held) -> Result<(), StoreError> {
    let sql = "delete from digest_letter where account = $1 and day = $2 and taken_at = $3 \
               and sent_at is null";
    sqlx::query(sql)
        .bind(held.account)
        .bind(held.day.to_string())
        .bind(held.taken_at)
        .execute(&mut **upkeep)
        .await?;
    Ok(())
}

/// Until when the letters of an account have told what changed; none if it wants letters anew and
/// has got none since.
pub(super) async fn told_until(
    connection: &mut AnyConnection,
    account: i64,
) -> Result<Option<Timestamp>, StoreError> {
    let sql = "select max(l.taken_at) from digest_letter l \
               join digest d on d.account = l.account and l.taken_at >= d.chosen_at \
               where l.account = $1 and l.sent_at is not null";
    let (at,): (Option<i64>,) = sqlx::query_as(sql).bind(account).fetch_one(connection).await?;
    Ok(at.and_then(|it| Timestamp::from_microsecond(it).ok()))
}

/// Notes that a letter has left the house, or that there was nothing to write; false if somebody else
/// holds it meanwhile.
pub(super) async fn sent(change: &mut Change, held: Held, note: &str) -> Result<bool, StoreError> {
    let sql = "update digest_letter set sent_at = $1 where account = $2 and day = $3 \
               and taken_at = $4";
    let noted = sqlx::query(sql)
        .bind(Timestamp::now().as_microsecond())
        .bind(held.account)
        .bind(held.day.to_string())
        .bind(held.taken_at)
        .execute(&mut **change)
        .await?;
    if noted.rows_affected() == 0 {
        return Ok(false);
    }
    record(change, "account.letter", held.account, note).await?;
    Ok(true)
}

async fn record(
    change: &mut Change,
    action: &str,
    account: i64,
    note: &str,
) -> Result<(), StoreError> {
    let thing = account.to_string();
    let (tenant, thing_kind, after) = (None, "account", Some(note.as_bytes()));
    let entry = Entry { tenant, action, thing_kind, thing: &thing, note, before: None, after };
    change.record(entry).await
}
