//! Weitergaben and their steps.

use std::collections::BTreeMap;

use ankunft_platform::downloads;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::{GRANT, day, record};
use crate::exchange::model::{Copy, Grant, Recipient, Step, Taken};

/// A Weitergabe to be proposed.
#[derive(Clone, Debug)]
pub struct NewGrant<'a> {
    /// The dataset version.
    pub dataset_version: i64,
    /// Who gets it.
    pub recipient: Recipient,
    /// For what.
    pub purpose: &'a str,
    /// The last day.
    pub until: Date,
    /// Whether the outlines go with it.
    pub with_outlines: bool,
    /// Whether the statistics office consents too.
    pub needs_office: bool,
    /// The releases that it covers.
    pub releases: &'a [i64],
}

#[derive(sqlx::FromRow)]
struct Row {
    tenant: i64,
    number: i64,
    dataset_version: i64,
    code: String,
    title: String,
    datenstand: i64,
    withdrawn_at: Option<i64>,
    alive: i64,
    lost_at: Option<i64>,
    recipient_tenant: Option<i64>,
    partner: Option<i64>,
    purpose: String,
    until: String,
    with_outlines: i64,
    needs_office: i64,
    account: Option<i64>,
    post: Option<i64>,
    at: i64,
    delivered_at: Option<i64>,
    confirmed_at: Option<i64>,
    confirmed_by: Option<String>,
}

impl Row {
    fn grant(self) -> Result<((i64, i64), Grant), StoreError> {
        let recipient = match (self.recipient_tenant, self.partner) {
            (Some(id), _) => Recipient::Here(id),
            (None, Some(number)) => Recipient::Elsewhere(number),
            (None, None) => {
                let text = self.number.to_string();
                return Err(StoreError::Unreadable { what: "a recipient", text });
            }
        };
        let (confirmed_at, confirmed_by) = (self.confirmed_at, self.confirmed_by);
        let copy = self.delivered_at;
        let copy = copy.map(|delivered_at| Copy { delivered_at, confirmed_at, confirmed_by });
        let grant = Grant {
            number: self.number,
            dataset_version: self.dataset_version,
            dataset: (self.code, self.title),
            datenstand: self.datenstand,
            is_withdrawn: self.withdrawn_at.is_some() || self.alive == 0,
            lost_at: self.lost_at,
            recipient,
            purpose: self.purpose,
            until: day(self.until)?,
            with_outlines: self.with_outlines != 0,
            needs_office: self.needs_office != 0,
            account: self.account,
            post: self.post,
            at: self.at,
            steps: Vec::new(),
            releases: Vec::new(),
            copy,
        };
        Ok(((self.tenant, self.number), grant))
    }
}

/// Tenant, number, step, note, account, Stelle, moment.
type StepRow = (i64, i64, String, String, Option<i64>, Option<i64>, i64);

/// Which Weitergaben are read: all that a tenant gives, one of them, or all that it gets.
#[derive(Clone, Copy)]
enum Side {
    Gives,
    GivesOne(i64),
    Gets,
}

/// What is read of a Weitergabe, with what is known of its releases and copies.
const SELECT: &str = "select g.tenant, g.number, g.dataset_version, d.code, d.title, \
     v.number as datenstand, v.withdrawn_at, (select count(*) from exchange_grant_release gr \
     join release r on r.id = gr.release where gr.tenant = g.tenant \
     and gr.grant_number = g.number and r.withdrawn_at is null) as alive, \
     (select max(r.withdrawn_at) from exchange_grant_release gr \
     join release r on r.id = gr.release where gr.tenant = g.tenant \
     and gr.grant_number = g.number) as lost_at, \
     g.recipient_tenant, g.partner, g.purpose, g.until, \
     cast(g.with_outlines as bigint) as with_outlines, \
     cast(g.needs_office as bigint) as needs_office, g.account, g.post, g.at, c.delivered_at, \
     c.confirmed_at, c.confirmed_by from exchange_grant g \
     join dataset_version v on v.id = g.dataset_version join dataset d on d.id = v.dataset \
     left join exchange_copy c on c.tenant = g.tenant and c.grant_number = g.number";

/// Three statements, however many there are.
async fn read(
    connection: &mut AnyConnection,
    tenant: Tenant,
    side: Side,
) -> Result<Vec<(Tenant, Grant)>, StoreError> {
    let (of, key) = match side {
        Side::Gives => ("g.tenant = $1 and $2 = 0", 0),
        Side::GivesOne(number) => ("g.tenant = $1 and g.number = $2", number),
        Side::Gets => ("g.recipient_tenant = $1 and $2 = 0", 0),
    };
    let sql = format!("{SELECT} where {of} order by g.at desc, g.number desc");
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(key)
        .fetch_all(&mut *connection)
        .await?;
    let mut all = rows.into_iter().map(Row::grant).collect::<Result<Vec<_>, _>>()?;
    let at: BTreeMap<(i64, i64), usize> =
        all.iter().enumerate().map(|(at, it)| (it.0, at)).collect();
    let sql = format!(
        "select s.tenant, s.grant_number, s.step, s.note, s.account, s.post, s.at \
         from exchange_step s join exchange_grant g on g.tenant = s.tenant \
         and g.number = s.grant_number where {of} order by s.at",
    );
    let steps: Vec<StepRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(key)
        .fetch_all(&mut *connection)
        .await?;
    for (city, number, step, note, account, post, moment) in steps {
        let Some(found) = at.get(&(city, number)) else { continue };
        let step =
            Step::from_code(&step).ok_or(StoreError::Unreadable { what: "a step", text: step })?;
        all[*found].1.steps.push(Taken { step, note, account, post, at: moment });
    }
    let sql = format!(
        "select r.tenant, r.grant_number, r.release from exchange_grant_release r \
         join exchange_grant g on g.tenant = r.tenant and g.number = r.grant_number \
         where {of} order by r.release",
    );
    let releases: Vec<(i64, i64, i64)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(key)
        .fetch_all(connection)
        .await?;
    for (city, number, release) in releases {
        if let Some(found) = at.get(&(city, number)) {
            all[*found].1.releases.push(release);
        }
    }
    Ok(all.into_iter().map(|((city, _), grant)| (Tenant::from_id(city), grant)).collect())
}

/// What a city gives, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn given(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Grant>, StoreError> {
    Ok(read(connection, tenant, Side::Gives).await?.into_iter().map(|it| it.1).collect())
}

/// One of them.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn one(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Option<Grant>, StoreError> {
    let found = read(connection, tenant, Side::GivesOne(number)).await?;
    Ok(found.into_iter().next().map(|it| it.1))
}

/// What a tenant gets from others of this installation, the newest first, each with its giver.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn granted_to(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<(Tenant, Grant)>, StoreError> {
    read(connection, tenant, Side::Gets).await
}

/// Proposes a Weitergabe, to which who proposes it consents; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn propose(
    change: &mut Change,
    tenant: Tenant,
    new: &NewGrant<'_>,
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from exchange_grant where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let (here, elsewhere) = match new.recipient {
        Recipient::Here(id) => (Some(id), None),
        Recipient::Elsewhere(number) => (None, Some(number)),
    };
    let author = change.author().clone();
    sqlx::query(
        "insert into exchange_grant (tenant, number, dataset_version, recipient_tenant, partner, \
         purpose, until, with_outlines, needs_office, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(new.dataset_version)
    .bind(here)
    .bind(elsewhere)
    .bind(new.purpose.to_owned())
    .bind(new.until.to_string())
    .bind(i16::from(new.with_outlines))
    .bind(i16::from(new.needs_office))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    for release in new.releases {
        sqlx::query(
            "insert into exchange_grant_release (tenant, grant_number, release) \
             values ($1, $2, $3)",
        )
        .bind(tenant.id())
        .bind(number)
        .bind(*release)
        .execute(&mut **change)
        .await?;
    }
    let note = format!("{}, {}", new.dataset_version, new.until);
    let after = new.purpose.as_bytes();
    record(change, tenant, "grant.propose", (GRANT, number), (&note, Some(after))).await?;
    take(change, tenant, number, (Step::Coordination, "")).await?;
    Ok(number)
}

/// Takes a step.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if it was taken before.
pub async fn take(
    change: &mut Change,
    tenant: Tenant,
    number: i64,
    (step, note): (Step, &str),
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into exchange_step (tenant, grant_number, step, note, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(step.code())
    .bind(note.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let action = match step {
        Step::Coordination | Step::Office => "grant.consent",
        Step::Refuse => "grant.refuse",
        Step::Revoke => "grant.revoke",
    };
    record(change, tenant, action, (GRANT, number), (step.code(), Some(note.as_bytes()))).await
}

/// Notes that a copy went out, and for the statistics office in which form and to whom.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn deliver(
    change: &mut Change,
    tenant: Tenant,
    number: i64,
    (hash, to): (&[u8], (&str, &str)),
) -> Result<(), StoreError> {
    // Who gets it once more has a copy again, whatever was confirmed before; what was confirmed is
    // no copy that still holds what was withdrawn since.
    sqlx::query(
        "insert into exchange_copy (tenant, grant_number, delivered_at) values ($1, $2, $3) \
         on conflict (tenant, grant_number) do update set delivered_at = case \
         when exchange_copy.confirmed_at is null then exchange_copy.delivered_at \
         else excluded.delivered_at end, confirmed_at = null, confirmed_by = null",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let sql = "select dataset_version from exchange_grant where tenant = $1 and number = $2";
    let (version,): (i64,) =
        sqlx::query_as(sql).bind(tenant.id()).bind(number).fetch_one(&mut **change).await?;
    downloads::record_for(change, tenant, version, to).await?;
    record(change, tenant, "grant.deliver", (GRANT, number), ("", Some(hash))).await
}

/// Notes that the copies of before are deleted; one is out since a moment, made anew after a Sperrung.
/// Whether it was not known before.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn confirm_older(
    change: &mut Change,
    tenant: Tenant,
    (number, since): (i64, i64),
    by: &str,
) -> Result<bool, StoreError> {
    let written = sqlx::query(
        "update exchange_copy set delivered_at = $1 where tenant = $2 and grant_number = $3 \
         and delivered_at < $1 and confirmed_at is null",
    )
    .bind(since)
    .bind(tenant.id())
    .bind(number)
    .execute(&mut **change)
    .await?;
    if written.rows_affected() == 0 {
        return Ok(false);
    }
    record(change, tenant, "grant.deleted", (GRANT, number), ("", Some(by.as_bytes()))).await?;
    Ok(true)
}

/// Notes that all copies are deleted, and how that is known; whether it was not known before.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn confirm(
    change: &mut Change,
    tenant: Tenant,
    number: i64,
    by: &str,
) -> Result<bool, StoreError> {
    let written = sqlx::query(
        "update exchange_copy set confirmed_at = $1, confirmed_by = $2 where tenant = $3 \
         and grant_number = $4 and confirmed_at is null",
    )
    .bind(Timestamp::now().as_microsecond())
    .bind(by.to_owned())
    .bind(tenant.id())
    .bind(number)
    .execute(&mut **change)
    .await?;
    if written.rows_affected() == 0 {
        return Ok(false);
    }
    record(change, tenant, "grant.deleted", (GRANT, number), ("", Some(by.as_bytes()))).await?;
    Ok(true)
}
