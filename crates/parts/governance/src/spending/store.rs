//! The SQL of what was spent. Every function takes the tenant.

use std::collections::BTreeMap;

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Book, Line, Payer, Says};
use crate::around::money::CostKind;
use crate::measures::store::KIND;
use crate::stored::{day, word};

#[derive(sqlx::FromRow)]
struct Row {
    measure: i64,
    number: i64,
    on_day: String,
    cents: i64,
    kind: Option<String>,
    payer: String,
    source: String,
    programme: String,
    note: String,
    corrects: Option<i64>,
    reason: String,
    form_key: String,
    account: Option<i64>,
    post: Option<i64>,
    at: i64,
}

fn line(it: Row) -> Result<Line, StoreError> {
    let payer = match it.payer.as_str() {
        "source" => Payer::Source { name: it.source, programme: it.programme },
        "own" => Payer::Own,
        _ => Payer::Open,
    };
    let kind = it.kind.map(|it| word(CostKind::from_code, it)).transpose()?;
    let says = Says { day: day(it.on_day)?, cents: it.cents, kind, payer, note: it.note };
    Ok(Line {
        measure: it.measure,
        number: it.number,
        says,
        corrects: it.corrects,
        reason: it.reason,
        form_key: it.form_key,
        account: it.account,
        post: it.post,
        at: it.at,
    })
}

const COLUMNS: &str = "measure, number, on_day, cents, kind, payer, source, programme, note, \
                       corrects, reason, form_key, account, post, at";

/// The book of a measure: one statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn book(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: i64,
) -> Result<Book, StoreError> {
    let sql = format!(
        "select {COLUMNS} from measure_spending where tenant = $1 and measure = $2 order by number"
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(measure);
    let rows: Vec<Row> = query.fetch_all(connection).await?;
    Ok(Book::of(rows.into_iter().map(line).collect::<Result<_, _>>()?))
}

keep! {
    /// [`books`] for pages.
    Books(BTreeMap<i64, Book>) = |connection, tenant| books(connection, tenant);
}

/// The books of all measures of which there are any: one statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn books(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, Book>, StoreError> {
    let sql = format!("select {COLUMNS} from measure_spending where tenant = $1");
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    let rows: Vec<Row> = query.fetch_all(connection).await?;
    let mut lines: BTreeMap<i64, Vec<Line>> = BTreeMap::new();
    for it in rows {
        let it = line(it)?;
        lines.entry(it.measure).or_default().push(it);
    }
    Ok(lines.into_iter().map(|(of, lines)| (of, Book::of(lines))).collect())
}

/// A line to be written.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// What it says.
    pub says: &'a Says,
    /// The line that it stands for, and why.
    pub corrects: Option<(i64, &'a str)>,
    /// The form that it comes by.
    pub form_key: &'a str,
}

/// Appends a line to the book of a measure. The keys of the table refuse a form that was sent before,
/// and a second correction of the same line.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it; [`StoreError::is_duplicate`] where somebody
///   was before.
pub async fn append(
    change: &mut Change,
    tenant: Tenant,
    (measure, number): (i64, i64),
    new: New<'_>,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let says = new.says;
    let (payer, source, programme) = match &says.payer {
        Payer::Source { name, programme } => ("source", name.as_str(), programme.as_str()),
        Payer::Own => ("own", "", ""),
        Payer::Open => ("open", "", ""),
    };
    let sql = format!(
        "insert into measure_spending (tenant, {COLUMNS}) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
    );
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(measure)
        .bind(number)
        .bind(says.day.to_string())
        .bind(says.cents)
        .bind(says.kind.map(CostKind::code))
        .bind(payer)
        .bind(source.to_owned())
        .bind(programme.to_owned())
        .bind(says.note.clone())
        .bind(new.corrects.map(|it| it.0))
        .bind(new.corrects.map_or("", |it| it.1).to_owned())
        .bind(new.form_key.to_owned())
        .bind(author.account)
        .bind(author.post)
        .bind(Timestamp::now().as_microsecond())
        .execute(&mut **change)
        .await?;
    let note = match new.corrects {
        Some((corrected, _)) => format!("{number} {corrected}"),
        None => number.to_string(),
    };
    let after = format!("{says:?}").into_bytes();
    let entry = Entry {
        tenant: Some(tenant),
        action: if new.corrects.is_some() { "measure.spend-correct" } else { "measure.spend" },
        thing_kind: KIND,
        thing: &measure.to_string(),
        note: &note,
        before: None,
        after: Some(&after),
    };
    change.record(entry).await
}
