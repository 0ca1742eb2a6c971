//! The register of candidates and their steps.

use std::collections::BTreeMap;

use ankunft_platform::ids;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use sqlx::AnyConnection;

use super::record;
use crate::candidates::model::State;

/// A candidate as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its number in the city.
    pub number: i64,
    /// The code of the geography.
    pub geography: String,
    /// The key of the area unit.
    pub area: String,
    /// What it was called when it was proposed.
    pub name: String,
    /// Where it stands.
    pub state: State,
    /// Since when, as ISO text.
    pub since: String,
}

/// One step of a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where it led.
    pub state: State,
    /// The day, as ISO text.
    pub on_date: String,
    /// What was noted; why, for a step back.
    pub note: String,
    /// The account that noted it.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
}

/// A step to be taken.
#[derive(Clone, Copy, Debug)]
pub struct NewStep<'a> {
    /// Where it leads.
    pub state: State,
    /// The day.
    pub on_date: jiff::civil::Date,
    /// What is noted.
    pub note: &'a str,
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    geography: String,
    area: String,
    name: String,
    state: String,
    on_date: String,
}

/// State, day, note, account, Stelle.
type StepRow = (String, String, String, Option<i64>, Option<i64>);

fn state(code: String) -> Result<State, StoreError> {
    State::from_code(&code).ok_or(StoreError::Unreadable { what: "a state", text: code })
}

keep! {
    /// [`candidates`] for pages.
    Candidates(Vec<Candidate>) = |connection, tenant| candidates(connection, tenant);
}

/// All candidates of a city in alphabetical order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn candidates(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Candidate>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select c.number, c.geography, c.area, c.name, s.state, s.on_date from candidate c \
         join candidate_step s on s.tenant = c.tenant and s.candidate = c.number \
         where c.tenant = $1 and s.id = (select max(n.id) from candidate_step n \
         where n.tenant = c.tenant and n.candidate = c.number)",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let candidate = |it: Row| {
        Ok::<_, StoreError>(Candidate {
            number: it.number,
            geography: it.geography,
            area: it.area,
            name: it.name,
            state: state(it.state)?,
            since: it.on_date,
        })
    };
    let mut all: Vec<Candidate> = rows.into_iter().map(candidate).collect::<Result<_, _>>()?;
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.number.cmp(&b.number)));
    Ok(all)
}

/// The steps of a candidate, the first first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn steps(
    connection: &mut AnyConnection,
    tenant: Tenant,
    candidate: i64,
) -> Result<Vec<Step>, StoreError> {
    let rows: Vec<StepRow> = sqlx::query_as(
        "select state, on_date, note, account, post from candidate_step \
         where tenant = $1 and candidate = $2 order by id",
    )
    .bind(tenant.id())
    .bind(candidate)
    .fetch_all(connection)
    .await?;
    let step = |(code, on_date, note, account, post)| {
        Ok(Step { state: state(code)?, on_date, note, account, post })
    };
    rows.into_iter().map(step).collect()
}

/// By candidate the day of its newest step before a decision, as ISO text: no decision on it was
/// made earlier.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn undecided_since(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, String>, StoreError> {
    let rows: Vec<(i64, String)> = sqlx::query_as(
        "select s.candidate, s.on_date from candidate_step s where s.tenant = $1 and s.id = \
         (select max(n.id) from candidate_step n where n.tenant = s.tenant \
         and n.candidate = s.candidate and n.state in ('proposed', 'presented', 'agreed'))",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().collect())
}

/// Notes a quarter as a candidate; gives its number. One that is there already stays as it is.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn propose(
    change: &mut Change,
    tenant: Tenant,
    (geography, area, name): (&str, &str, &str),
    step: NewStep<'_>,
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let known: Option<(i64,)> = sqlx::query_as(
        "select number from candidate where tenant = $1 and geography = $2 and area = $3",
    )
    .bind(tenant.id())
    .bind(geography.to_owned())
    .bind(area.to_owned())
    .fetch_optional(&mut **change)
    .await?;
    if let Some((number,)) = known {
        let thing = number.to_string();
        record(change, tenant, ("candidate.propose", "candidate", &thing), "", area).await?;
        return Ok(number);
    }
    let sql = "select coalesce(max(number), 0) + 1 from candidate where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    sqlx::query(
        "insert into candidate (tenant, number, geography, area, name) values ($1, $2, $3, $4, $5)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(geography.to_owned())
    .bind(area.to_owned())
    .bind(name.to_owned())
    .execute(&mut **change)
    .await?;
    insert_step(change, tenant, number, step).await?;
    let thing = number.to_string();
    record(change, tenant, ("candidate.propose", "candidate", &thing), "", area).await?;
    Ok(number)
}

/// Takes a step. Whether the way of a candidate allows it was asked before.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such candidate.
pub async fn step(
    change: &mut Change,
    tenant: Tenant,
    candidate: i64,
    step: NewStep<'_>,
) -> Result<(), StoreError> {
    insert_step(change, tenant, candidate, step).await?;
    let (thing, state) = (candidate.to_string(), step.state.code());
    record(change, tenant, ("candidate.step", "candidate", &thing), state, step.note).await
}

async fn insert_step(
    change: &mut Change,
    tenant: Tenant,
    candidate: i64,
    step: NewStep<'_>,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into candidate_step (id, tenant, candidate, state, on_date, note, account, post, \
         at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(ids::next())
    .bind(tenant.id())
    .bind(candidate)
    .bind(step.state.code())
    .bind(step.on_date.to_string())
    .bind(step.note.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(jiff::Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    Ok(())
}
