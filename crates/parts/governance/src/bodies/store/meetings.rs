//! Meetings and the series that they are of.

use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::civil::{Date, Time};
use sqlx::AnyConnection;

use super::{MEETING, day, moment, now, record};
use crate::bodies::model::calendar::{Rhythm, Series};
use crate::bodies::model::{Meeting, Slot};

#[derive(sqlx::FromRow)]
struct Row {
    body: i64,
    meeting: i64,
    version: i64,
    series: Option<i64>,
    occurs_on: Option<String>,
    title: String,
    starts_at: i64,
    ends_at: i64,
    place: String,
    is_public: i16,
    cancelled: i16,
    closed_at: Option<i64>,
    closed_account: Option<i64>,
    account: Option<i64>,
    at: i64,
}

impl Row {
    fn meeting(self) -> Result<Meeting, StoreError> {
        let slot = Slot {
            title: self.title,
            starts: moment(self.starts_at)?,
            ends: moment(self.ends_at)?,
            place: self.place,
            is_public: self.is_public == 1,
            cancelled: self.cancelled == 1,
        };
        let occurs_on = self.occurs_on.map(day).transpose()?;
        Ok(Meeting {
            body: self.body,
            number: self.meeting,
            version: self.version,
            series: self.series.zip(occurs_on),
            slot,
            closed_at: self.closed_at,
            closed_account: self.closed_account,
            account: self.account,
            at: self.at,
        })
    }
}

const COLUMNS: &str = "v.body, v.meeting, v.version, m.series, m.occurs_on, v.title, v.starts_at, \
     v.ends_at, v.place, v.is_public, v.cancelled, m.closed_at, m.closed_account, v.account, v.at";
const JOIN: &str = "from meeting_version v join meeting m \
     on m.tenant = v.tenant and m.body = v.body and m.number = v.meeting";
const NEWEST: &str = "v.version = (select max(n.version) from meeting_version n \
     where n.tenant = v.tenant and n.body = v.body and n.meeting = v.meeting)";

keep! {
    /// [`meetings`] of all bodies, for pages.
    Meetings(Vec<Meeting>) = |connection, tenant| meetings(connection, tenant, None);
}

/// All meetings of a city as they stand, the earliest first; those of one body if it is named.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn meetings(
    connection: &mut AnyConnection,
    tenant: Tenant,
    body: Option<i64>,
) -> Result<Vec<Meeting>, StoreError> {
    let sql = format!(
        "select {COLUMNS} {JOIN} where v.tenant = $1 \
         and (cast($2 as bigint) is null or v.body = $2) and {NEWEST} \
         order by v.starts_at, v.body, v.meeting",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(body)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::meeting).collect()
}

/// All versions of a meeting, the newest first; none if there is no such meeting.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (body, number): (i64, i64),
) -> Result<Vec<Meeting>, StoreError> {
    let sql = format!(
        "select {COLUMNS} {JOIN} where v.tenant = $1 and v.body = $2 and v.meeting = $3 \
         order by v.version desc",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(body)
        .bind(number)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::meeting).collect()
}

async fn next_number(
    change: &mut Change,
    tenant: Tenant,
    body: i64,
    table: &'static str,
) -> Result<i64, StoreError> {
    let sql = format!(
        "select coalesce(max(number), 0) + 1 from {table} where tenant = $1 and body = $2",
    );
    let (number,): (i64,) = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(body)
        .fetch_one(&mut **change)
        .await?;
    Ok(number)
}

/// Notes a meeting; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the body does not exist.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    body: i64,
    slot: &Slot,
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let number = next_number(change, tenant, body, "meeting").await?;
    insert(change, tenant, (body, number), None, slot).await?;
    let id = format!("{body}-{number}");
    record(change, tenant, ("meeting.call", MEETING, &id), "", slot).await?;
    Ok(number)
}

/// Notes a series and all its meetings; gives the number of the first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the body does not exist.
pub async fn add_series(
    change: &mut Change,
    tenant: Tenant,
    body: i64,
    (series, slot): (&Series, &Slot),
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let number = next_number(change, tenant, body, "meeting_series").await?;
    let (rhythm, every) = series.rhythm.parts();
    let minute = |it: Time| i64::from(it.hour()) * 60 + i64::from(it.minute());
    sqlx::query(
        "insert into meeting_series (tenant, body, number, rhythm, every, first_day, \
         begins_minute, ends_minute, until, title, place, is_public, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(tenant.id())
    .bind(body)
    .bind(number)
    .bind(rhythm)
    .bind(every)
    .bind(series.first.to_string())
    .bind(minute(series.begins))
    .bind(minute(series.ends))
    .bind(series.until.to_string())
    .bind(slot.title.clone())
    .bind(slot.place.clone())
    .bind(i16::from(slot.is_public))
    .bind(now())
    .execute(&mut **change)
    .await?;
    let first = next_number(change, tenant, body, "meeting").await?;
    for (meeting, on) in (first..).zip(series.days()) {
        let (starts, ends) = series.on(on);
        let slot = Slot { starts, ends, ..slot.clone() };
        insert(change, tenant, (body, meeting), Some((number, on)), &slot).await?;
    }
    let (id, note) = (format!("{body}-{first}"), format!("{rhythm} {every}"));
    record(change, tenant, ("meeting.call-series", MEETING, &id), &note, series).await?;
    Ok(first)
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (body, number): (i64, i64),
    series: Option<(i64, Date)>,
    slot: &Slot,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into meeting (tenant, body, number, series, occurs_on) \
         values ($1, $2, $3, $4, $5)",
    )
    .bind(tenant.id())
    .bind(body)
    .bind(number)
    .bind(series.map(|it| it.0))
    .bind(series.map(|it| it.1.to_string()))
    .execute(&mut **change)
    .await?;
    insert_version(change, tenant, (body, number, 1), slot).await
}

async fn insert_version(
    change: &mut Change,
    tenant: Tenant,
    (body, number, version): (i64, i64, i64),
    slot: &Slot,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into meeting_version (tenant, body, meeting, version, title, starts_at, ends_at, \
         place, is_public, cancelled, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(tenant.id())
    .bind(body)
    .bind(number)
    .bind(version)
    .bind(slot.title.clone())
    .bind(slot.starts.as_microsecond())
    .bind(slot.ends.as_microsecond())
    .bind(slot.place.clone())
    .bind(i16::from(slot.is_public))
    .bind(i16::from(slot.cancelled))
    .bind(author.account)
    .bind(author.post)
    .bind(now())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Writes the next version of a meeting: moved, cancelled, elsewhere.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written it.
pub async fn change_slot(
    change: &mut Change,
    tenant: Tenant,
    was: &Meeting,
    slot: &Slot,
) -> Result<(), StoreError> {
    insert_version(change, tenant, (was.body, was.number, was.version + 1), slot).await?;
    let note = if slot.cancelled && !was.slot.cancelled { "cancelled" } else { "" };
    record(change, tenant, ("meeting.change", MEETING, &was.id()), note, slot).await
}

/// Closes the minutes of a meeting; whether they were open.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn close(
    change: &mut Change,
    tenant: Tenant,
    (body, number): (i64, i64),
) -> Result<bool, StoreError> {
    let author = change.author().clone();
    let written = sqlx::query(
        "update meeting set closed_at = $1, closed_account = $2, closed_post = $3 \
         where tenant = $4 and body = $5 and number = $6 and closed_at is null",
    )
    .bind(now())
    .bind(author.account)
    .bind(author.post)
    .bind(tenant.id())
    .bind(body)
    .bind(number)
    .execute(&mut **change)
    .await?;
    let id = format!("{body}-{number}");
    record(change, tenant, ("meeting.close", MEETING, &id), "", &number).await?;
    Ok(written.rows_affected() == 1)
}

type SeriesRow = (i64, i64, String, i64, String, i64, i64, String, i64);

/// The series of a city: body, number, rule, and when it was written.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn series(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<(i64, i64, Series, i64)>, StoreError> {
    let rows: Vec<SeriesRow> = sqlx::query_as(
        "select body, number, rhythm, every, first_day, begins_minute, ends_minute, until, at \
         from meeting_series where tenant = $1 order by body, number",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let read = |it: SeriesRow| {
        let (body, number, rhythm, every, first, begins, ends, until, at) = it;
        let rule = Rhythm::from_parts(&rhythm, every);
        let rhythm = rule.ok_or(StoreError::Unreadable { what: "a rhythm", text: rhythm })?;
        let time = |minutes: i64| {
            let [hour, minute] = [minutes / 60, minutes % 60].map(i8::try_from);
            let time = hour.ok().zip(minute.ok());
            let time = time.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
            time.ok_or(StoreError::Unreadable { what: "a time", text: minutes.to_string() })
        };
        let (begins, ends) = (time(begins)?, time(ends)?);
        let series = Series { rhythm, first: day(first)?, begins, ends, until: day(until)? };
        Ok((body, number, series, at))
    };
    rows.into_iter().map(read).collect()
}
