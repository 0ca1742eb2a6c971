//! The ledger of a fund: read whole, and only appended.

use std::collections::BTreeMap;

use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::{KIND, day, record, word};
use crate::funds::ledger::{Booking, Kind, Ledger, Refusal};

/// A booking as it was written.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its number in the fund.
    pub number: i64,
    /// What was booked.
    pub booking: Booking,
    /// Why, in words.
    pub note: String,
    /// By which account.
    pub account: Option<i64>,
    /// On which day.
    pub on_day: Date,
    /// When, in microseconds UTC.
    pub at: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    fund: i64,
    number: i64,
    year: i64,
    kind: String,
    application: Option<i64>,
    cents: i64,
    note: String,
    account: Option<i64>,
    on_day: String,
    at: i64,
}

impl Row {
    fn line(self) -> Result<(i64, Line), StoreError> {
        let kind = word(Kind::from_code, self.kind)?;
        let Self { fund, number, year, application, cents, note, account, at, .. } = self;
        let booking = Booking { year, kind, application, cents };
        Ok((fund, Line { number, booking, note, account, on_day: day(self.on_day)?, at }))
    }
}

const COLUMNS: &str = "fund, number, year, kind, application, cents, note, account, on_day, at";

/// All bookings of a fund, the oldest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn lines(
    connection: &mut AnyConnection,
    tenant: Tenant,
    fund: i64,
) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from fund_booking where tenant = $1 and fund = $2 order by number",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(fund)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|it| it.line().map(|it| it.1)).collect()
}

/// The bookings of one application of a fund, the oldest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn lines_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (fund, application): (i64, i64),
) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from fund_booking where tenant = $1 and fund = $2 \
         and application = $3 order by number",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(fund)
        .bind(application)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|it| it.line().map(|it| it.1)).collect()
}

/// When money was granted to each application of a city, in microseconds UTC.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn granted(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, i64>, StoreError> {
    let rows: Vec<(i64, i64)> = sqlx::query_as(
        "select application, at from fund_booking where tenant = $1 and kind = $2 \
         and application is not null order by number desc",
    )
    .bind(tenant.id())
    .bind(Kind::Grant.code())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().collect())
}

/// The ledger that these lines are.
#[must_use]
pub fn ledger(lines: &[Line]) -> Ledger {
    Ledger::of(lines.iter().map(|it| it.booking.clone()).collect())
}

keep! {
    /// [`ledgers`] for pages.
    Ledgers(BTreeMap<i64, Ledger>) = |connection, tenant| ledgers(connection, tenant);
}

/// The ledgers of all funds of a city, in one statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn ledgers(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, Ledger>, StoreError> {
    let sql = format!("select {COLUMNS} from fund_booking where tenant = $1 order by fund, number");
    let rows: Vec<Row> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?;
    let mut all: BTreeMap<i64, Vec<Booking>> = BTreeMap::new();
    for row in rows {
        let (fund, line) = row.line()?;
        all.entry(fund).or_default().push(line.booking);
    }
    Ok(all.into_iter().map(|(fund, it)| (fund, Ledger::of(it))).collect())
}

/// Why nothing was booked.
#[derive(Debug)]
pub enum NotBooked {
    /// The ledger refuses it.
    Refused(Refusal),
    /// The database does.
    Store(StoreError),
}

impl<E: Into<StoreError>> From<E> for NotBooked {
    fn from(error: E) -> Self {
        Self::Store(error.into())
    }
}

/// Appends a booking, if the ledger takes it: whoever else books in this city waits.
///
/// # Errors
///
/// - [`NotBooked`] says why not; then the change must not be committed.
pub async fn book(
    change: &mut Change,
    tenant: Tenant,
    fund: i64,
    booking: Booking,
    (note, today): (&str, Date),
) -> Result<Booking, NotBooked> {
    tenant::lock(change, tenant).await?;
    let lines = lines(change, tenant, fund).await?;
    let number = lines.last().map_or(1, |it| it.number + 1);
    let mut ledger = ledger(&lines);
    let booked = ledger.book(booking).map_err(NotBooked::Refused)?.clone();
    let author = change.author().clone();
    sqlx::query(
        "insert into fund_booking (tenant, fund, number, year, kind, application, cents, note, \
         account, post, at, on_day) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(tenant.id())
    .bind(fund)
    .bind(number)
    .bind(booked.year)
    .bind(booked.kind.code())
    .bind(booked.application)
    .bind(booked.cents)
    .bind(note.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .bind(today.to_string())
    .execute(&mut **change)
    .await?;
    let after = format!("{number} {booked:?}");
    let what = (booked.kind.code(), None, Some(after.as_str()));
    record(change, tenant, ("fund.book", (KIND, fund)), what).await?;
    Ok(booked)
}
