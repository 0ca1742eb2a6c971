//! When somebody last looked at the board. Nobody else reads that.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use crate::store::{Store, StoreError};
use crate::tenant::Tenant;

/// Whose visit it is: account, and hash of the session.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guest<'a> {
    pub(super) account: i64,
    pub(super) session: &'a [u8],
}

/// When the visit before this one began. A session's first look at the board on a day begins a
/// visit; later looks belong to it. None at the first visit of all.
///
/// No change of anybody's, so it stands in no log: who looks when is nobody's business.
pub(super) async fn before(
    store: &Store,
    tenant: Tenant,
    guest: Guest<'_>,
    today: Date,
) -> Result<Option<Timestamp>, StoreError> {
    let day = today.to_string();
    let known = of_today(&mut *store.read().await?, tenant, guest, &day).await?;
    if let Some(since) = known {
        return Ok(since.and_then(|it| Timestamp::from_microsecond(it).ok()));
    }
    let mut upkeep = store.upkeep().await?;
    sqlx::query(
        "insert into board_visit (tenant, account, session, day, at, since) \
         values ($1, $2, $3, $4, $5, (select max(v.at) from board_visit v \
         where v.tenant = $1 and v.account = $2)) \
         on conflict (tenant, account, session, day) do nothing",
    )
    .bind(tenant.id())
    .bind(guest.account)
    .bind(guest.session.to_vec())
    .bind(day.clone())
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut *upkeep)
    .await?;
    // What was before stands in the visits of today.
    sqlx::query("delete from board_visit where tenant = $1 and account = $2 and day <> $3")
        .bind(tenant.id())
        .bind(guest.account)
        .bind(day.clone())
        .execute(&mut *upkeep)
        .await?;
    let since = of_today(&mut upkeep, tenant, guest, &day).await?;
    upkeep.commit().await?;
    Ok(since.flatten().and_then(|it| Timestamp::from_microsecond(it).ok()))
}

async fn of_today(
    connection: &mut AnyConnection,
    tenant: Tenant,
    guest: Guest<'_>,
    day: &str,
) -> Result<Option<Option<i64>>, StoreError> {
    let row: Option<(Option<i64>,)> = sqlx::query_as(
        "select since from board_visit \
         where tenant = $1 and account = $2 and session = $3 and day = $4",
    )
    .bind(tenant.id())
    .bind(guest.account)
    .bind(guest.session.to_vec())
    .bind(day.to_owned())
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|it| it.0))
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
