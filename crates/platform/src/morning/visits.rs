//! When somebody last looked at the board. Nobody else reads that.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use crate::store::{Store, StoreError};
use crate::tenant::Tenant;

/// A log-in within four hours of the beginning of a visit belongs to it, in microseconds.
const PAUSE: i64 = 4 * 3600 * 1_000_000;

/// Whose visit it is: account, and hash of the session.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guest<'a> {
    pub(super) account: i64,
    pub(super) session: &'a [u8],
}

/// A visit to the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Visit {
    /// When it began.
    pub(super) began: Timestamp,
    /// When the one before began; none at the first visit of all.
    pub(super) before: Option<Timestamp>,
    /// Whether this is not its first look.
    pub(super) again: bool,
}

impl Visit {
    /// By what is stored, and the moment of this look, in microseconds.
    fn of((began, before): (i64, Option<i64>), now: i64) -> Self {
        let at = |it: i64| Timestamp::from_microsecond(it).unwrap_or_default();
        Self { began: at(began), before: before.map(at), again: began != now }
    }
}

/// The visit that a look belongs to.
///
/// A visit begins with a log-in's first look at the board on a day. Later looks of the same log-in
/// belong to it all day long, and so do those of another log-in within [`PAUSE`] of its beginning:
/// who opens a second browser, or is logged out over lunch, finds the same list. The night ends a
/// visit by its length, not by its date.
///
/// No change of anybody's, so it stands in no log: who looks when is nobody's business.
pub(super) async fn of(
    store: &Store,
    tenant: Tenant,
    guest: Guest<'_>,
    today: Date,
) -> Result<Visit, StoreError> {
    let (day, now) = (today.to_string(), Timestamp::now().as_microsecond());
    let known = of_today(&mut *store.read().await?, tenant, guest, &day).await?;
    if let Some(known) = known {
        return Ok(Visit::of(known, now));
    }
    let mut upkeep = store.upkeep().await?;
    let newest: Option<(i64, Option<i64>)> = sqlx::query_as(
        "select at, since from board_visit where tenant = $1 and account = $2 \
         order by at desc limit 1",
    )
    .bind(tenant.id())
    .bind(guest.account)
    .fetch_optional(&mut *upkeep)
    .await?;
    let (at, since) = look(newest, now);
    sqlx::query(
        "insert into board_visit (tenant, account, session, day, at, since) \
         values ($1, $2, $3, $4, $5, $6) on conflict (tenant, account, session, day) do nothing",
    )
    .bind(tenant.id())
    .bind(guest.account)
    .bind(guest.session.to_vec())
    .bind(day.clone())
    .bind(at)
    .bind(since)
    .execute(&mut *upkeep)
    .await?;
    // What was before stands in the visits of today.
    sqlx::query("delete from board_visit where tenant = $1 and account = $2 and day <> $3")
        .bind(tenant.id())
        .bind(guest.account)
        .bind(day.clone())
        .execute(&mut *upkeep)
        .await?;
    let stored = of_today(&mut upkeep, tenant, guest, &day).await?;
    upkeep.commit().await?;
    Ok(Visit::of(stored.unwrap_or((at, since)), now))
}

/// The beginning of the visit that a first look of a log-in belongs to, and of the one before it:
/// by those of the newest visit there is, in microseconds.
fn look(newest: Option<(i64, Option<i64>)>, now: i64) -> (i64, Option<i64>) {
    match newest {
        Some((began, before)) if now.saturating_sub(began) < PAUSE => (began, before),
        newest => (now, newest.map(|it| it.0)),
    }
}

async fn of_today(
    connection: &mut AnyConnection,
    tenant: Tenant,
    guest: Guest<'_>,
    day: &str,
) -> Result<Option<(i64, Option<i64>)>, StoreError> {
    Ok(sqlx::query_as(
        "select at, since from board_visit \
         where tenant = $1 and account = $2 and session = $3 and day = $4",
    )
    .bind(tenant.id())
    .bind(guest.account)
    .bind(guest.session.to_vec())
    .bind(day.to_owned())
    .fetch_optional(connection)
    .await?)
}

/// The first day on which the person of an account holds a Stelle that somebody else held before.
pub(super) async fn taken_over(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (account, post): (i64, i64),
    today: Date,
) -> Result<Option<Date>, StoreError> {
    let row: Option<(String,)> = sqlx::query_as(
        "select t.from_date from tenure t \
         join membership m on m.tenant = t.tenant and m.person = t.person \
         where t.tenant = $1 and m.account = $2 and t.post = $3 and t.kind = 'holder' \
         and t.from_date <= $4 and (t.to_date is null or t.to_date >= $4) \
         and exists (select 1 from tenure o where o.tenant = t.tenant and o.post = t.post \
         and o.kind = 'holder' and o.person <> t.person and o.from_date < t.from_date) \
         order by t.from_date desc limit 1",
    )
    .bind(tenant.id())
    .bind(account)
    .bind(post)
    .bind(today.to_string())
    .fetch_optional(connection)
    .await?;
    Ok(row.and_then(|it| it.0.parse().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60 * 1_000_000;

    #[test]
    fn a_second_log_in_soon_belongs_to_the_visit_and_one_after_lunch_begins_another() {
        let first = look(None, 0);
        assert_eq!(first, (0, None));
        assert_eq!(look(Some(first), MINUTE), (0, None), "still the first visit");
        let next = look(Some(first), 24 * 60 * MINUTE);
        assert_eq!(next, (24 * 60 * MINUTE, Some(0)));
        assert_eq!(look(Some(next), 25 * 60 * MINUTE), next);
        let later = look(Some(next), 29 * 60 * MINUTE);
        assert_eq!(later, (29 * 60 * MINUTE, Some(next.0)));
    }

    /// However looks follow one another, nothing that happened is told at no visit: what is told from
    /// is never later than the beginning of the visit before.
    #[test]
    fn no_time_falls_between_two_visits() {
        let steps = [1, 30, 239, 240, 241, 500, 3, 1440, 10, 230, 9, 2];
        let (mut now, mut newest, mut told_until) = (0, None, None);
        for minutes in steps.iter().cycle().take(200) {
            now += minutes * MINUTE;
            let (at, since) = look(newest, now);
            assert!(at <= now && since.is_none_or(|it| it < at));
            if newest.is_some_and(|it: (i64, _)| it.0 != at) {
                assert_eq!(since, told_until, "the visit before is told from its beginning on");
            }
            (newest, told_until) = (Some((at, since)), Some(at));
        }
    }
}
