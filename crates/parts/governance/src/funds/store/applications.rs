//! Applications, their steps and how their groups are reached.

use std::collections::BTreeMap;

use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::drafts::{self, Draft};
use super::{APPLICATION, contacts, day, record, word};
use crate::funds::ledger::Balance;
use crate::funds::model::{Contact, Cost, Request, State, Step};

/// An application as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Its number in the city.
    pub number: i64,
    /// The fund.
    pub fund: i64,
    /// The language of the group.
    pub language: String,
    /// What is applied for.
    pub request: Request,
    /// All steps, the first one first; never empty.
    pub steps: Vec<Step>,
    /// The title under which everybody may read of it, if anybody may.
    pub published: Option<String>,
}

impl Application {
    /// How far it is.
    #[must_use]
    pub fn state(&self) -> State {
        self.steps.last().map_or(State::Received, |it| it.state)
    }

    /// Whether it was closed without a proof of use.
    #[must_use]
    pub fn is_given_up(&self) -> bool {
        let mut back = self.steps.iter().rev().map(|it| it.state);
        back.next() == Some(State::Closed) && back.next() != Some(State::Proven)
    }

    /// Whether it was declined and is looked at again.
    #[must_use]
    pub fn is_taken_up_again(&self) -> bool {
        self.state() == State::Received && self.steps.len() > 1
    }

    /// Whether the fund gives something for it: the board has said yes, and it was not withdrawn, nor given
    /// up before anything was paid.
    #[must_use]
    pub fn is_funded(&self) -> bool {
        let got_nothing = self.is_given_up() && self.step(State::Paid).is_none();
        self.state().is_funded() && !got_nothing
    }

    /// What is to be reclaimed of its money: what was paid, not shown and did not come back.
    #[must_use]
    pub fn to_reclaim(&self, own: Balance) -> i64 {
        if self.is_given_up() { own.paid - own.returned } else { 0 }
    }

    /// Its newest step of a state.
    #[must_use]
    pub fn step(&self, state: State) -> Option<&Step> {
        self.steps.iter().rfind(|it| it.state == state)
    }
}

/// Which applications are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of<'a> {
    /// All of the city.
    City,
    /// Those of a fund.
    Fund(i64),
    /// One by its number.
    Number(i64),
    /// The one behind the hash of a secret.
    Secret(&'a [u8]),
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    fund: i64,
    language: String,
    title: String,
    what: String,
    place: String,
    for_whom: String,
    starts_on: String,
    ends_on: String,
    own: i64,
    applicant: String,
    conflict: String,
    published: Option<String>,
}

impl Row {
    fn application(self) -> Result<Application, StoreError> {
        let request = Request {
            title: self.title,
            what: self.what,
            place: self.place,
            for_whom: self.for_whom,
            starts_on: day(self.starts_on)?,
            ends_on: day(self.ends_on)?,
            costs: Vec::new(),
            own: self.own,
            applicant: self.applicant,
            conflict: self.conflict,
        };
        let Self { number, fund, language, published, .. } = self;
        Ok(Application { number, fund, language, request, steps: Vec::new(), published })
    }
}

keep! {
    /// [`list`] of all funds, for pages.
    Applications(Vec<Application>) = |connection, tenant| list(connection, tenant, Of::City);
}

/// Applications by number: three statements, however many.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn list(
    connection: &mut AnyConnection,
    tenant: Tenant,
    of: Of<'_>,
) -> Result<Vec<Application>, StoreError> {
    let (filter, key, secret) = match of {
        Of::City => ("$2 = 0 and length($3) = 0", 0, &[][..]),
        Of::Fund(it) => ("a.fund = $2 and length($3) = 0", it, &[][..]),
        Of::Number(it) => ("a.number = $2 and length($3) = 0", it, &[][..]),
        Of::Secret(it) => ("$2 = 0 and a.secret = $3", 0, it),
    };
    let ask = |what: &str, order: &str| {
        format!("{what} where a.tenant = $1 and {filter} order by a.number{order}")
    };
    let sql = ask(
        "select a.number, a.fund, a.language, a.title, a.what, a.place, a.for_whom, a.starts_on, \
         a.ends_on, a.own, a.applicant, a.conflict, p.title as published from fund_application a \
         left join fund_published p on p.tenant = a.tenant and p.application = a.number",
        "",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(key)
        .bind(secret.to_vec())
        .fetch_all(&mut *connection)
        .await?;
    let mut all = rows.into_iter().map(Row::application).collect::<Result<Vec<_>, _>>()?;
    let at: BTreeMap<i64, usize> = all.iter().enumerate().map(|(at, it)| (it.number, at)).collect();
    let sql = ask(
        "select c.application, c.what, c.cents from fund_cost c join fund_application a \
         on a.tenant = c.tenant and a.number = c.application",
        ", c.number",
    );
    let costs: Vec<(i64, String, i64)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(key)
        .bind(secret.to_vec())
        .fetch_all(&mut *connection)
        .await?;
    for (application, what, cents) in costs {
        if let Some(at) = at.get(&application) {
            all[*at].request.costs.push(Cost { what, cents });
        }
    }
    let sql = ask(
        "select s.application, s.state, s.reason, s.account, s.on_day from fund_step s \
         join fund_application a on a.tenant = s.tenant and a.number = s.application",
        ", s.number",
    );
    let steps: Vec<(i64, String, String, Option<i64>, String)> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(tenant.id())
            .bind(key)
            .bind(secret.to_vec())
            .fetch_all(connection)
            .await?;
    for (application, state, reason, account, on_day) in steps {
        if let Some(at) = at.get(&application) {
            let state = word(State::from_code, state)?;
            all[*at].steps.push(Step { state, reason, account, on_day: day(on_day)? });
        }
    }
    Ok(all)
}

/// One application.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn one(
    connection: &mut AnyConnection,
    tenant: Tenant,
    of: Of<'_>,
) -> Result<Option<Application>, StoreError> {
    Ok(list(connection, tenant, of).await?.into_iter().next())
}

/// Makes an application of a draft, once: its number; none if the draft was sent already.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn submit(
    change: &mut Change,
    tenant: Tenant,
    (draft, secret): (&Draft, &[u8]),
    (request, contact): (&Request, &Contact),
    today: Date,
) -> Result<Option<i64>, StoreError> {
    tenant::lock(change, tenant).await?;
    if !drafts::delete(change, tenant, draft.id).await? {
        return Ok(None);
    }
    let sql = "select coalesce(max(number), 0) + 1 from fund_application where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    insert(change, tenant, (number, draft, secret), request).await?;
    contacts::insert(change, tenant, number, contact).await?;
    let after = format!("{request:?}");
    let what = (&*draft.fund.to_string(), None, Some(after.as_str()));
    record(change, tenant, ("fund.apply", (APPLICATION, number)), what).await?;
    insert_step(change, tenant, (number, 1), (State::Received, ""), today).await?;
    Ok(Some(number))
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (number, draft, secret): (i64, &Draft, &[u8]),
    it: &Request,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into fund_application (tenant, number, fund, secret, language, title, what, place, \
         for_whom, starts_on, ends_on, own, applicant, conflict) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(draft.fund)
    .bind(secret.to_vec())
    .bind(draft.language.clone())
    .bind(it.title.clone())
    .bind(it.what.clone())
    .bind(it.place.clone())
    .bind(it.for_whom.clone())
    .bind(it.starts_on.to_string())
    .bind(it.ends_on.to_string())
    .bind(it.own)
    .bind(it.applicant.clone())
    .bind(it.conflict.clone())
    .execute(&mut **change)
    .await?;
    for (at, cost) in (1_i64..).zip(&it.costs) {
        sqlx::query(
            "insert into fund_cost (tenant, application, number, what, cents) \
             values ($1, $2, $3, $4, $5)",
        )
        .bind(tenant.id())
        .bind(number)
        .bind(at)
        .bind(cost.what.clone())
        .bind(cost.cents)
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}

/// Takes the next step of an application.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else took one.
pub async fn step(
    change: &mut Change,
    tenant: Tenant,
    it: &Application,
    (state, reason): (State, &str),
    today: Date,
) -> Result<(), StoreError> {
    let number = i64::try_from(it.steps.len()).unwrap_or(i64::MAX - 1) + 1;
    insert_step(change, tenant, (it.number, number), (state, reason), today).await?;
    let note = state.code();
    record(change, tenant, ("fund.step", (APPLICATION, it.number)), (note, None, None)).await
}

async fn insert_step(
    change: &mut Change,
    tenant: Tenant,
    (application, number): (i64, i64),
    (state, reason): (State, &str),
    today: Date,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into fund_step (tenant, application, number, state, reason, account, post, at, \
         on_day) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(tenant.id())
    .bind(application)
    .bind(number)
    .bind(state.code())
    .bind(reason.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .bind(today.to_string())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Says whether everybody may read of it, and under which title.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn publish(
    change: &mut Change,
    tenant: Tenant,
    number: i64,
    title: Option<&str>,
) -> Result<(), StoreError> {
    sqlx::query("delete from fund_published where tenant = $1 and application = $2")
        .bind(tenant.id())
        .bind(number)
        .execute(&mut **change)
        .await?;
    if let Some(title) = title {
        let account = change.author().account;
        sqlx::query(
            "insert into fund_published (tenant, application, title, account, at) \
             values ($1, $2, $3, $4, $5)",
        )
        .bind(tenant.id())
        .bind(number)
        .bind(title.to_owned())
        .bind(account)
        .bind(Timestamp::now().as_microsecond())
        .execute(&mut **change)
        .await?;
    }
    let action = if title.is_some() { "fund.publish" } else { "fund.unpublish" };
    record(change, tenant, (action, (APPLICATION, number)), ("", None, title)).await
}
