//! The SQL of the Beratungsfolge: steps, what they have brought, and how both are corrected.

use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::record;
use crate::bodies::model::{Vote, Votes};
use crate::papers::model::{Correction, Outcome, Resolved, Step, StepKind, decision};

#[derive(sqlx::FromRow)]
struct StepRow {
    paper: i64,
    number: i64,
    body: i64,
    on_date: String,
    kind: String,
    is_public: i16,
    moved: Option<i64>,
    why: Option<String>,
    version: Option<i64>,
    result: Option<String>,
    decided: Option<String>,
    vote: Option<String>,
    yes: Option<i64>,
    no: Option<i64>,
    abstain: Option<i64>,
    at: Option<i64>,
    correction: Option<i64>,
    reason: Option<String>,
    corrected_at: Option<i64>,
}

impl StepRow {
    fn step(self) -> Result<(i64, Step), StoreError> {
        let unreadable = |what, text| StoreError::Unreadable { what, text };
        let corrected = self.correction.map(|number| Correction {
            number,
            reason: self.reason.unwrap_or_default(),
            at: self.corrected_at.unwrap_or_default(),
        });
        let result = match (self.version, self.result) {
            (Some(version), Some(result)) => {
                let [yes, no, abstain] =
                    [self.yes, self.no, self.abstain].map(Option::unwrap_or_default);
                let vote = self.vote.unwrap_or_default();
                Some(Resolved {
                    version,
                    outcome: Outcome::from_code(&result).ok_or(unreadable("a result", result))?,
                    decided: self.decided.unwrap_or_default(),
                    vote: Vote::from_code(&vote, Votes { yes, no, abstain })
                        .ok_or(unreadable("a vote", vote))?,
                    at: self.at.unwrap_or_default(),
                    corrected,
                })
            }
            _ => None,
        };
        let step = Step {
            number: self.number,
            body: self.body,
            on: self.on_date.parse().map_err(|_| unreadable("a day", self.on_date))?,
            kind: StepKind::from_code(&self.kind).ok_or(unreadable("a step", self.kind))?,
            is_public: self.is_public == 1,
            version: self.moved.unwrap_or_default(),
            moved: self.why.unwrap_or_default(),
            result,
        };
        Ok((self.paper, step))
    }
}

/// Whether the Vorlage of the row `v` is decided, as a condition of SQL.
macro_rules! is_decided_sql {
    () => {
        "exists (select 1 from paper_result r join paper_step s on s.tenant = r.tenant \
         and s.paper = r.paper and s.number = r.step \
         left join paper_result_version c on c.tenant = r.tenant and c.paper = r.paper \
         and c.step = r.step and c.correction = (select max(n.correction) \
         from paper_result_version n where n.tenant = r.tenant and n.paper = r.paper \
         and n.step = r.step) where r.tenant = v.tenant and r.paper = v.paper \
         and s.kind in ('deciding', 'order') \
         and coalesce(c.result, r.result) in ('as-proposed', 'deviating', 'rejected'))"
    };
}
pub(crate) use is_decided_sql;

/// The steps of all Vorlagen of a city in their order as they stand, each with the number of its
/// Vorlage.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn steps(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<(i64, Step)>, StoreError> {
    let rows: Vec<StepRow> = sqlx::query_as(
        "select s.paper, s.number, coalesce(m.body, s.body) as body, \
         coalesce(m.on_date, s.on_date) as on_date, s.kind, \
         coalesce(m.is_public, s.is_public) as is_public, m.version as moved, m.reason as why, \
         r.version, \
         coalesce(c.result, r.result) as result, coalesce(c.decided, r.decided) as decided, \
         coalesce(c.vote, r.vote) as vote, coalesce(c.yes, r.yes) as yes, \
         coalesce(c.no, r.no) as no, coalesce(c.abstain, r.abstain) as abstain, r.at, \
         c.correction, c.reason, c.at as corrected_at from paper_step s \
         left join paper_step_version m on m.tenant = s.tenant and m.paper = s.paper \
         and m.step = s.number and m.version = (select max(n.version) from paper_step_version n \
         where n.tenant = s.tenant and n.paper = s.paper and n.step = s.number) \
         left join paper_result r on r.tenant = s.tenant and r.paper = s.paper \
         and r.step = s.number \
         left join paper_result_version c on c.tenant = s.tenant and c.paper = s.paper \
         and c.step = s.number and c.correction = (select max(n.correction) \
         from paper_result_version n where n.tenant = s.tenant and n.paper = s.paper \
         and n.step = s.number) where s.tenant = $1 and coalesce(m.removed, 0) = 0 \
         order by s.paper, coalesce(m.on_date, s.on_date), s.number",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(StepRow::step).collect()
}

/// Whether the city has decided about a Vorlage.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn is_decided(
    connection: &mut AnyConnection,
    tenant: Tenant,
    paper: i64,
) -> Result<bool, StoreError> {
    let all = steps(connection, tenant).await?;
    let own: Vec<Step> = all.into_iter().filter(|it| it.0 == paper).map(|it| it.1).collect();
    Ok(decision(&own).is_some())
}

/// Adds a step to the Beratungsfolge.
///
/// # Errors
///
/// - [`StoreError::Database`] if the body does not exist.
pub async fn add_step(
    change: &mut Change,
    tenant: Tenant,
    paper: i64,
    it: &Step,
) -> Result<(), StoreError> {
    tenant::lock(change, tenant).await?;
    sqlx::query(
        "insert into paper_step (tenant, paper, number, body, on_date, kind, is_public) \
         select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from paper_step \
         where tenant = $1 and paper = $2",
    )
    .bind(tenant.id())
    .bind(paper)
    .bind(it.body)
    .bind(it.on.to_string())
    .bind(it.kind.code())
    .bind(i16::from(it.is_public))
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("paper.step", paper), (it.kind.code(), it)).await
}

/// Moves a step to another day or body, for the reason that stands in it, after the version that the
/// writer has seen.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has moved it.
pub async fn move_step(
    change: &mut Change,
    tenant: Tenant,
    paper: i64,
    it: &Step,
) -> Result<(), StoreError> {
    revise(change, tenant, paper, (it, false)).await?;
    record(change, tenant, ("paper.step-move", paper), (&it.number.to_string(), it)).await
}

/// Takes a step that has brought nothing out of the Beratungsfolge.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has moved it.
pub async fn remove_step(
    change: &mut Change,
    tenant: Tenant,
    paper: i64,
    it: &Step,
) -> Result<(), StoreError> {
    revise(change, tenant, paper, (it, true)).await?;
    record(change, tenant, ("paper.step-remove", paper), (&it.number.to_string(), it)).await
}

async fn revise(
    change: &mut Change,
    tenant: Tenant,
    paper: i64,
    (it, removed): (&Step, bool),
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into paper_step_version (tenant, paper, step, version, body, on_date, is_public, \
         removed, reason, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(tenant.id())
    .bind(paper)
    .bind(it.number)
    .bind(it.version + 1)
    .bind(it.body)
    .bind(it.on.to_string())
    .bind(i16::from(it.is_public))
    .bind(i16::from(removed))
    .bind(it.moved.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Writes down what a step has brought.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody has done so already.
pub async fn resolve(
    change: &mut Change,
    tenant: Tenant,
    (paper, step): (i64, i64),
    it: &Resolved,
) -> Result<(), StoreError> {
    let (author, votes) = (change.author().clone(), it.vote.votes());
    sqlx::query(
        "insert into paper_result (tenant, paper, step, version, result, decided, vote, yes, no, \
         abstain, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(tenant.id())
    .bind(paper)
    .bind(step)
    .bind(it.version)
    .bind(it.outcome.code())
    .bind(it.decided.clone())
    .bind(it.vote.code())
    .bind(votes.yes)
    .bind(votes.no)
    .bind(votes.abstain)
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("paper.resolve", paper), (it.outcome.code(), it)).await
}

/// Corrects what a step has brought, with the reason, after the corrections that the writer has seen.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has corrected it.
pub async fn correct(
    change: &mut Change,
    tenant: Tenant,
    (paper, step): (i64, i64),
    (it, reason): (&Resolved, &str),
) -> Result<(), StoreError> {
    let (author, votes) = (change.author().clone(), it.vote.votes());
    sqlx::query(
        "insert into paper_result_version (tenant, paper, step, correction, result, decided, vote, \
         yes, no, abstain, reason, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(tenant.id())
    .bind(paper)
    .bind(step)
    .bind(it.corrections() + 1)
    .bind(it.outcome.code())
    .bind(it.decided.clone())
    .bind(it.vote.code())
    .bind(votes.yes)
    .bind(votes.no)
    .bind(votes.abstain)
    .bind(reason.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("paper.correct", paper), (it.outcome.code(), it)).await
}
