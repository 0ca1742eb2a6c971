//! The SQL of effect cards. Every function takes the tenant.

use ankunft_platform::changes::Entry;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Card, Text};

/// The kind under which cards are cited, and under which citations stand in them.
pub const KIND: &str = "effect-card";

#[derive(sqlx::FromRow)]
struct Row {
    tenant: i64,
    number: i64,
    version: i64,
    measure: String,
    title: String,
    problem: String,
    done: String,
    marks: String,
    place: String,
    cost: String,
    evidence: String,
    effect: String,
    failed: String,
    advice: String,
    published: i64,
    account: Option<i64>,
    at: i64,
}

impl Row {
    fn card(self) -> Card {
        let marks = self.marks.split(',').filter(|it| !it.is_empty()).map(str::to_owned);
        Card {
            city: self.tenant,
            number: self.number,
            version: self.version,
            measure: self.measure,
            text: Text {
                title: self.title,
                problem: self.problem,
                done: self.done,
                marks: marks.collect(),
                place: self.place,
                cost: self.cost,
                evidence: self.evidence,
                effect: self.effect,
                failed: self.failed,
                advice: self.advice,
                published: self.published != 0,
            },
            account: self.account,
            at: self.at,
        }
    }
}

const SELECT: &str = "select c.tenant, c.number, c.version, c.measure, c.title, c.problem, c.done, \
     c.marks, c.place, c.cost, c.evidence, c.effect, c.failed, c.advice, \
     cast(c.published as bigint) as published, c.account, c.at from effect_card_version c";

/// The newest version of every card, for who reads from this tenant: of others those whose newest
/// version is published, so that a version without it takes a card back.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn readable(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Card>, StoreError> {
    let sql = format!(
        "{SELECT} where c.version = (select max(n.version) from effect_card_version n \
         where n.tenant = c.tenant and n.number = c.number) \
         and (c.published = 1 or c.tenant = $1) order by c.at desc, c.number",
    );
    let rows: Vec<Row> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?;
    Ok(rows.into_iter().map(Row::card).collect())
}

/// All versions of a city's card, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    city: Tenant,
    number: i64,
) -> Result<Vec<Card>, StoreError> {
    let sql = format!("{SELECT} where c.tenant = $1 and c.number = $2 order by c.version desc");
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(city.id())
        .bind(number)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(Row::card).collect())
}

/// Writes a version of a card; a new one has no number yet. Gives the number.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody was faster.
pub async fn write(
    change: &mut Change,
    city: Tenant,
    (number, version, measure): (Option<i64>, i64, &str),
    it: &Text,
) -> Result<i64, StoreError> {
    tenant::lock(change, city).await?;
    let sql = "select coalesce(max(number), 0) + 1 from effect_card_version where tenant = $1";
    let (next,): (i64,) = sqlx::query_as(sql).bind(city.id()).fetch_one(&mut **change).await?;
    let number = number.unwrap_or(next);
    let author = change.author().clone();
    let marks: Vec<&str> = it.marks.iter().map(String::as_str).collect();
    sqlx::query(
        "insert into effect_card_version (tenant, number, version, measure, title, problem, done, \
         marks, place, cost, evidence, effect, failed, advice, published, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
    )
    .bind(city.id())
    .bind(number)
    .bind(version)
    .bind(measure.to_owned())
    .bind(it.title.clone())
    .bind(it.problem.clone())
    .bind(it.done.clone())
    .bind(marks.join(","))
    .bind(it.place.clone())
    .bind(it.cost.clone())
    .bind(it.evidence.clone())
    .bind(it.effect.clone())
    .bind(it.failed.clone())
    .bind(it.advice.clone())
    .bind(i16::from(it.published))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let after = format!("{it:?}");
    let entry = Entry {
        tenant: Some(city),
        action: if it.published { "card.publish" } else { "card.write" },
        thing_kind: KIND,
        thing: &number.to_string(),
        note: &version.to_string(),
        before: None,
        after: Some(after.as_bytes()),
    };
    change.record(entry).await?;
    Ok(number)
}
