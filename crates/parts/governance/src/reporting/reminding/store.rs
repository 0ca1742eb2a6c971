//! The SQL of reminders.

use ankunft_platform::store::{Change, StoreError, Upkeep};
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use sqlx::AnyConnection;

use super::model::Occasion;
use crate::reporting::model::{Link, Round};
use crate::reporting::store::{self, Which};
use crate::stored::day;

/// What was taken in hand and never began to leave is taken by another so much later.
const AGAIN: SignedDuration = SignedDuration::from_mins(15);
/// Who got a link so shortly before is not reminded yet.
const SHORTLY: SignedDuration = SignedDuration::from_hours(48);

/// A reminder that is due.
#[derive(Clone, Debug)]
pub(super) struct Due {
    pub(super) tenant: i64,
    pub(super) request: i64,
    pub(super) occasion: Occasion,
    pub(super) period: String,
    pub(super) last_day: Date,
    /// When the round opened, in microseconds UTC.
    pub(super) asked_at: i64,
    pub(super) name: String,
    pub(super) email: String,
}

type Row = (i64, i64, String, String, i64, String, String);

/// What is due in all cities: asked for, with an address, nothing handed in or sent back, nothing accepted
/// that stands, and not reminded of. One statement for each occasion.
pub(super) async fn due(
    connection: &mut AnyConnection,
    today: Date,
    now: Timestamp,
) -> Result<Vec<Due>, StoreError> {
    let again = now.saturating_sub(AGAIN).unwrap_or(now).as_microsecond();
    let shortly = now.saturating_sub(SHORTLY).unwrap_or(now).as_microsecond();
    let mut all = Vec::new();
    for occasion in [Occasion::Before, Occasion::After] {
        let (first, last) = occasion.last_days(today);
        let rows: Vec<Row> = sqlx::query_as(
            "select q.tenant, q.id, o.period, o.due, o.at, c.name, c.email from tenant h \
             cross join report_round o \
             join report_request q on q.tenant = o.tenant and q.round = o.number \
             join report_contact c on c.request = q.id and c.version = \
             (select max(n.version) from report_contact n where n.request = q.id) \
             where o.tenant = h.id and o.due >= $1 and o.due <= $2 \
             and q.withdrawn_at is null and c.email <> '' \
             and not exists (select 1 from report_submission s where s.request = q.id \
             and s.number = (select max(n.number) from report_submission n where n.request = q.id) \
             and not exists (select 1 from report_verdict v where v.request = s.request \
             and v.number = s.number and v.verdict = 'returned')) \
             and not exists (select 1 from report_verdict v where v.request = q.id \
             and v.verdict = 'accepted') \
             and not exists (select 1 from report_link l where l.request = q.id and l.made_at > $3 \
             and not exists (select 1 from report_reminder p where p.request = q.id \
             and p.occasion = $4 and p.taken_at <= l.made_at)) \
             and not exists (select 1 from report_reminder r where r.request = q.id \
             and r.occasion = $4 and (r.leaving_at is not null or r.sent_at is not null \
             or r.taken_at > $5)) order by q.id",
        )
        .bind(first.to_string())
        .bind(last.to_string())
        .bind(shortly)
        .bind(occasion.code())
        .bind(again)
        .fetch_all(&mut *connection)
        .await?;
        for (tenant, request, period, last_day, asked_at, name, email) in rows {
            let last_day = day(last_day)?;
            all.push(Due { tenant, request, occasion, period, last_day, asked_at, name, email });
        }
    }
    Ok(all)
}

/// Takes the reminders of these reports in hand, also out of the hand of who has died with them; which
/// were there to take and still are with the reporter.
pub(super) async fn take(
    change: &mut Change,
    (tenant, occasion, taken_at): (Tenant, Occasion, i64),
    requests: &[i64],
) -> Result<Vec<i64>, StoreError> {
    let again = taken_at - i64::try_from(AGAIN.as_micros()).unwrap_or_default();
    let mut taken = Vec::new();
    for request in requests {
        let now = store::requests(change, tenant, Which::One(*request)).await?;
        if !now.first().is_some_and(|it| it.state().is_with_reporter()) {
            continue;
        }
        let done = sqlx::query(
            "insert into report_reminder (tenant, request, occasion, taken_at) \
             values ($1, $2, $3, $4) on conflict (request, occasion) do update set \
             taken_at = excluded.taken_at where report_reminder.leaving_at is null \
             and report_reminder.sent_at is null and report_reminder.taken_at <= $5",
        )
        .bind(tenant.id())
        .bind(*request)
        .bind(occasion.code())
        .bind(taken_at)
        .bind(again)
        .execute(&mut **change)
        .await?;
        if done.rows_affected() == 1 {
            taken.push(*request);
        }
    }
    Ok(taken)
}

/// The round of a report, and its links.
pub(super) async fn round_and_links(
    change: &mut Change,
    tenant: Tenant,
    request: i64,
) -> Result<(Round, Vec<Link>), StoreError> {
    let gone = || StoreError::Unreadable { what: "a report", text: request.to_string() };
    let round = store::rounds(change, tenant, Which::One(request)).await?;
    let all = store::requests(change, tenant, Which::One(request)).await?;
    let links = all.into_iter().next().map(|it| it.links).unwrap_or_default();
    Ok((round.into_iter().next().ok_or_else(gone)?, links))
}

/// Says that a letter begins to leave the house, so that nobody sends it again; false if somebody else
/// holds it meanwhile.
pub(super) async fn leave(
    upkeep: &mut Upkeep,
    (tenant, occasion, taken_at): (Tenant, Occasion, i64),
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "update report_reminder set leaving_at = $1 where tenant = $2 and occasion = $3 \
               and taken_at = $4 and leaving_at is null and sent_at is null";
    let begun = sqlx::query(sql)
        .bind(now.as_microsecond())
        .bind(tenant.id())
        .bind(occasion.code())
        .bind(taken_at)
        .execute(&mut **upkeep)
        .await?;
    Ok(begun.rows_affected() > 0)
}

/// Puts back a letter that the server did not take; it is tried again when it may be taken from the hand
/// that holds it.
pub(super) async fn put_back(
    upkeep: &mut Upkeep,
    (tenant, occasion, taken_at): (Tenant, Occasion, i64),
) -> Result<(), StoreError> {
    let sql = "update report_reminder set leaving_at = null where tenant = $1 and occasion = $2 \
               and taken_at = $3 and sent_at is null";
    let query = sqlx::query(sql).bind(tenant.id()).bind(occasion.code()).bind(taken_at);
    query.execute(&mut **upkeep).await?;
    Ok(())
}

/// Notes that a letter has left the house.
pub(super) async fn sent(
    upkeep: &mut Upkeep,
    (tenant, occasion, taken_at): (Tenant, Occasion, i64),
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "update report_reminder set sent_at = $1 where tenant = $2 and occasion = $3 \
               and taken_at = $4";
    sqlx::query(sql)
        .bind(now.as_microsecond())
        .bind(tenant.id())
        .bind(occasion.code())
        .bind(taken_at)
        .execute(&mut **upkeep)
        .await?;
    Ok(())
}
