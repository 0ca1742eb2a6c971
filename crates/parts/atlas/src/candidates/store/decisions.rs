//! Decisions: written once, never changed. A correction is a decision of its own.

use std::collections::BTreeMap;

use ankunft_platform::ids;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use sqlx::AnyConnection;

use super::{record, rounds};

/// The kind under which a decision cites, is cited, and has files.
pub const KIND: &str = "decision";

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Decision {
    /// Its number in the city.
    pub number: i64,
    /// The decision that it corrects.
    pub predecessor: Option<i64>,
    /// The decision that corrects it.
    pub successor: Option<i64>,
    /// What was corrected and why; empty for one that corrects nothing.
    pub correction: String,
    /// The day of the decision, as ISO text.
    pub on_date: String,
    /// Who decided.
    pub body: String,
    /// Why.
    pub reason: String,
    /// What others thought.
    pub minority: String,
    /// The Aktenzeichen.
    pub file_number: String,
    /// What was scored, as JSON.
    pub tally: String,
    /// The account that wrote it down.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
    /// Whether everybody may read it: 1 is yes.
    pub is_public: i64,
}

impl Decision {
    /// Whether everybody may read it. What was corrected is read in its correction.
    #[must_use]
    pub const fn is_published(&self) -> bool {
        self.is_public == 1 && self.successor.is_none()
    }
}

/// A candidate in a decision.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Decided {
    /// The number of the candidate.
    pub candidate: i64,
    /// The code of its geography.
    pub geography: String,
    /// The key of the area unit.
    pub area: String,
    /// Its name.
    pub name: String,
    /// Whether it was chosen: 1 is yes.
    pub chosen: i64,
    /// How many of its indicators had no value that could be cited.
    pub withheld: i64,
}

/// A Vergleichsquartier. How far it is stands beside what it is computed from
/// (`frozen`).
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Comparison {
    /// The candidate that it is compared with.
    pub candidate: i64,
    /// The key of the area unit.
    pub area: String,
    /// Its name.
    pub name: String,
}

/// A decision to be written down.
#[derive(Clone, Debug, Default)]
pub struct NewDecision {
    /// The decision that it corrects.
    pub predecessor: Option<i64>,
    /// What is corrected and why.
    pub correction: String,
    /// The day of the decision.
    pub on_date: String,
    /// Who decided.
    pub body: String,
    /// Why.
    pub reason: String,
    /// What others thought.
    pub minority: String,
    /// The Aktenzeichen.
    pub file_number: String,
    /// What was scored, as JSON.
    pub tally: String,
    /// The candidates with whether they are chosen, and how many indicators had no value.
    pub candidates: Vec<(i64, bool, usize)>,
    /// The Vergleichsquartiere.
    pub comparisons: Vec<Comparison>,
}

const SELECT: &str = "select d.number, d.predecessor, s.number as successor, d.correction, \
     d.on_date, d.body, d.reason, d.minority, d.file_number, d.tally, d.account, d.post, d.at, \
     cast(coalesce((select p.is_public from decision_publication p where p.tenant = d.tenant \
     and p.decision = d.number order by p.id desc limit 1), 0) as bigint) as is_public \
     from decision d left join decision s on s.tenant = d.tenant and s.predecessor = d.number \
     where d.tenant = $1";

keep! {
    /// [`decisions`] for pages.
    Decisions(Vec<Decision>) = |connection, tenant| decisions(connection, tenant);
    /// [`all_decided`] for pages.
    AllDecided(BTreeMap<i64, Vec<Decided>>) = |connection, tenant| all_decided(connection, tenant);
}

/// All decisions of a city, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn decisions(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Decision>, StoreError> {
    let sql = format!("{SELECT} order by d.number desc");
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?)
}

/// One decision.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn decision(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Option<Decision>, StoreError> {
    let sql = format!("{SELECT} and d.number = $2");
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(number);
    Ok(query.fetch_optional(connection).await?)
}

/// A decision and those that it corrects, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Vec<i64>, StoreError> {
    let all = decisions(connection, tenant).await?;
    let before = |number: &i64| all.iter().find(|it| it.number == *number)?.predecessor;
    Ok(std::iter::successors(Some(number), before).collect())
}

/// The candidates of a decision in alphabetical order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn decided(
    connection: &mut AnyConnection,
    tenant: Tenant,
    decision: i64,
) -> Result<Vec<Decided>, StoreError> {
    let mut all: Vec<Decided> = sqlx::query_as(
        "select d.candidate, c.geography, c.area, c.name, cast(d.chosen as bigint) as chosen, \
         d.withheld from decision_candidate d \
         join candidate c on c.tenant = d.tenant and c.number = d.candidate \
         where d.tenant = $1 and d.decision = $2",
    )
    .bind(tenant.id())
    .bind(decision)
    .fetch_all(connection)
    .await?;
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.candidate.cmp(&b.candidate)));
    Ok(all)
}

#[derive(sqlx::FromRow)]
struct DecidedIn {
    decision: i64,
    #[sqlx(flatten)]
    decided: Decided,
}

/// The same of all decisions of a city, by their numbers.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all_decided(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, Vec<Decided>>, StoreError> {
    let rows: Vec<DecidedIn> = sqlx::query_as(
        "select d.decision, d.candidate, c.geography, c.area, c.name, \
         cast(d.chosen as bigint) as chosen, d.withheld from decision_candidate d \
         join candidate c on c.tenant = d.tenant and c.number = d.candidate where d.tenant = $1",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let mut all: BTreeMap<i64, Vec<Decided>> = BTreeMap::new();
    for DecidedIn { decision, decided } in rows {
        all.entry(decision).or_default().push(decided);
    }
    for each in all.values_mut() {
        each.sort_by(|a, b| a.name.cmp(&b.name).then(a.candidate.cmp(&b.candidate)));
    }
    Ok(all)
}

/// The Vergleichsquartiere of a decision, in alphabetical order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn comparisons(
    connection: &mut AnyConnection,
    tenant: Tenant,
    decision: i64,
) -> Result<Vec<Comparison>, StoreError> {
    let mut all: Vec<Comparison> = sqlx::query_as(
        "select candidate, area, name from decision_comparison where tenant = $1 and decision = $2",
    )
    .bind(tenant.id())
    .bind(decision)
    .fetch_all(connection)
    .await?;
    all.sort_by(|a, b| (a.candidate, &a.name, &a.area).cmp(&(b.candidate, &b.name, &b.area)));
    Ok(all)
}

/// The citations that are reasons of a decision.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn reasons(
    connection: &mut AnyConnection,
    tenant: Tenant,
    decision: i64,
) -> Result<Vec<i64>, StoreError> {
    let rows: Vec<(i64,)> =
        sqlx::query_as("select citation from decision_reason where tenant = $1 and decision = $2")
            .bind(tenant.id())
            .bind(decision)
            .fetch_all(connection)
            .await?;
    Ok(rows.into_iter().map(|(citation,)| citation).collect())
}

/// The Nullmessung of a decision: candidate and citation.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn baseline(
    connection: &mut AnyConnection,
    tenant: Tenant,
    decision: i64,
) -> Result<Vec<(i64, i64)>, StoreError> {
    Ok(sqlx::query_as(
        "select candidate, citation from decision_baseline where tenant = $1 and decision = $2",
    )
    .bind(tenant.id())
    .bind(decision)
    .fetch_all(connection)
    .await?)
}

/// Writes a decision down and gives its number. What was scored is kept in it, and its rounds are
/// behind it, so that a later choice begins anew.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it; [`StoreError::is_duplicate`] if somebody
///   else has corrected the same decision meanwhile.
pub async fn decide(
    change: &mut Change,
    tenant: Tenant,
    new: &NewDecision,
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from decision where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let author = change.author().clone();
    sqlx::query(
        "insert into decision (tenant, number, predecessor, correction, on_date, body, reason, \
         minority, file_number, tally, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(new.predecessor)
    .bind(new.correction.clone())
    .bind(new.on_date.clone())
    .bind(new.body.clone())
    .bind(new.reason.clone())
    .bind(new.minority.clone())
    .bind(new.file_number.clone())
    .bind(new.tally.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(jiff::Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    insert_quarters(change, tenant, number, new).await?;
    if new.predecessor.is_none() {
        rounds::settle(change, tenant, number).await?;
    }
    let text = format!("{} {} {} {}", new.on_date, new.body, new.reason, new.minority);
    let predecessor = new.predecessor.map_or_else(String::new, |it| it.to_string());
    record(change, tenant, ("decision.make", KIND, &number.to_string()), &predecessor, &text)
        .await?;
    Ok(number)
}

async fn insert_quarters(
    change: &mut Change,
    tenant: Tenant,
    decision: i64,
    new: &NewDecision,
) -> Result<(), StoreError> {
    for (candidate, chosen, withheld) in &new.candidates {
        sqlx::query(
            "insert into decision_candidate (tenant, decision, candidate, chosen, withheld) \
             values ($1, $2, $3, $4, $5)",
        )
        .bind(tenant.id())
        .bind(decision)
        .bind(*candidate)
        .bind(i16::from(*chosen))
        .bind(i64::try_from(*withheld).unwrap_or(i64::MAX))
        .execute(&mut **change)
        .await?;
    }
    for it in &new.comparisons {
        sqlx::query(
            "insert into decision_comparison (tenant, decision, candidate, area, name) \
             values ($1, $2, $3, $4, $5)",
        )
        .bind(tenant.id())
        .bind(decision)
        .bind(it.candidate)
        .bind(it.area.clone())
        .bind(it.name.clone())
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}

/// Makes a citation that stands in a decision one of its reasons; it is one once.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn add_reason(
    change: &mut Change,
    tenant: Tenant,
    decision: i64,
    citation: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into decision_reason (tenant, decision, citation) values ($1, $2, $3) \
         on conflict (tenant, decision, citation) do nothing",
    )
    .bind(tenant.id())
    .bind(decision)
    .bind(citation)
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Makes a citation that stands in a decision part of the Nullmessung of a candidate.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn add_baseline(
    change: &mut Change,
    tenant: Tenant,
    (decision, candidate): (i64, i64),
    citation: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into decision_baseline (tenant, decision, candidate, citation) \
         values ($1, $2, $3, $4) on conflict (tenant, decision, candidate, citation) do nothing",
    )
    .bind(tenant.id())
    .bind(decision)
    .bind(candidate)
    .bind(citation)
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Says whether everybody may read a decision from now on.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such decision.
pub async fn publish(
    change: &mut Change,
    tenant: Tenant,
    decision: i64,
    is_public: bool,
) -> Result<(), StoreError> {
    let account = change.author().account;
    sqlx::query(
        "insert into decision_publication (id, tenant, decision, is_public, account, at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(ids::next())
    .bind(tenant.id())
    .bind(decision)
    .bind(i16::from(is_public))
    .bind(account)
    .bind(jiff::Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let action = if is_public { "decision.publish" } else { "decision.unpublish" };
    record(change, tenant, (action, KIND, &decision.to_string()), "", "").await
}
