//! The SQL of funds. Every function takes the tenant.

pub mod applications;
pub mod book;
pub mod contacts;
pub mod drafts;
pub mod proofs;
pub mod votes;

use std::collections::BTreeMap;

use ankunft_platform::changes::Entry;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Fund, Majority, Shares, Spending, Terms};
use crate::known::Place;
pub(super) use crate::stored::{day, word};

/// The kind of a fund in the change log.
pub const KIND: &str = "fund";
/// The kind under which a granted application is cited.
pub const APPLICATION: &str = "fund-application";
/// The kind under which the decision on an application is cited.
pub const DECISION: &str = "fund-decision";
/// The kind under which an accepted proof of use is cited, and to which receipts belong.
pub const PROOF: &str = "fund-proof";

const COLUMNS: &str = "v.fund, v.version, v.name, v.geography, v.area, v.place_name, v.programme, \
     v.file_number, v.share_permille, v.full_up_to, v.largest, v.spending, v.criteria, v.call_from, \
     v.call_to, v.lead_post, v.pay_post, v.quorum, v.majority, v.account, v.post, v.at";

#[derive(sqlx::FromRow)]
struct Row {
    fund: i64,
    version: i64,
    name: String,
    geography: Option<String>,
    area: Option<String>,
    place_name: Option<String>,
    programme: String,
    file_number: String,
    share_permille: i64,
    full_up_to: i64,
    largest: i64,
    spending: String,
    criteria: String,
    call_from: Option<String>,
    call_to: Option<String>,
    lead_post: i64,
    pay_post: i64,
    quorum: i64,
    majority: String,
    account: Option<i64>,
    post: Option<i64>,
    at: i64,
}

impl Row {
    fn fund(self) -> Result<Fund, StoreError> {
        let place = self.geography.zip(self.area).zip(self.place_name);
        let from = self.call_from.map(day).transpose()?;
        let terms = Terms {
            name: self.name,
            place: place.map(|((geography, area), name)| Place { geography, area, name }),
            programme: self.programme,
            file_number: self.file_number,
            shares: Shares {
                permille: self.share_permille,
                full_up_to: self.full_up_to,
                largest: self.largest,
            },
            spending: word(Spending::from_code, self.spending)?,
            criteria: self.criteria,
            call: from.zip(self.call_to.map(day).transpose()?),
            lead: self.lead_post,
            payer: self.pay_post,
            members: Vec::new(),
            quorum: usize::try_from(self.quorum).unwrap_or(usize::MAX),
            majority: word(Majority::from_code, self.majority)?,
        };
        let Self { fund: number, version, account, post, at, .. } = self;
        Ok(Fund { number, version, terms, account, post, at })
    }
}

/// Fund, version, Stelle.
type MemberRow = (i64, i64, i64);

fn with_members(rows: Vec<Row>, members: Vec<MemberRow>) -> Result<Vec<Fund>, StoreError> {
    let mut all = rows.into_iter().map(Row::fund).collect::<Result<Vec<_>, _>>()?;
    let at: BTreeMap<(i64, i64), usize> =
        all.iter().enumerate().map(|(at, it)| ((it.number, it.version), at)).collect();
    for (fund, version, post) in members {
        if let Some(at) = at.get(&(fund, version)) {
            all[*at].terms.members.push(post);
        }
    }
    Ok(all)
}

/// All funds of a city as they stand, by number: two statements.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn funds(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Fund>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from fund_version v where v.tenant = $1 and v.version = \
         (select max(n.version) from fund_version n where n.tenant = v.tenant and n.fund = v.fund) \
         order by v.fund",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .fetch_all(&mut *connection)
        .await?;
    let members = sqlx::query_as(
        "select fund, version, post from fund_member where tenant = $1 order by fund, version, post",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    with_members(rows, members)
}

/// All versions of a fund, the newest first; none if there is no such fund.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Vec<Fund>, StoreError> {
    versions_of(connection, tenant, Some(number)).await
}

/// All versions of all funds of a city, those of each fund the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all_versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Fund>, StoreError> {
    versions_of(connection, tenant, None).await
}

async fn versions_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    fund: Option<i64>,
) -> Result<Vec<Fund>, StoreError> {
    let only = if fund.is_some() { "and v.fund = $2" } else { "" };
    let sql = format!(
        "select {COLUMNS} from fund_version v where v.tenant = $1 {only} \
         order by v.fund, v.version desc",
    );
    let mut rows = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    let sql = format!(
        "select v.fund, v.version, v.post from fund_member v where v.tenant = $1 {only} \
         order by v.fund, v.version, v.post",
    );
    let mut members = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    if let Some(fund) = fund {
        (rows, members) = (rows.bind(fund), members.bind(fund));
    }
    let rows: Vec<Row> = rows.fetch_all(&mut *connection).await?;
    with_members(rows, members.fetch_all(connection).await?)
}

/// A fund as it stands.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn fund(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Option<Fund>, StoreError> {
    Ok(versions(connection, tenant, number).await?.into_iter().next())
}

/// Founds a fund; its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn found(change: &mut Change, tenant: Tenant, terms: &Terms) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from fund where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    sqlx::query("insert into fund (tenant, number) values ($1, $2)")
        .bind(tenant.id())
        .bind(number)
        .execute(&mut **change)
        .await?;
    insert_version(change, tenant, (number, 1), terms).await?;
    let after = format!("{terms:?}");
    record(change, tenant, ("fund.found", (KIND, number)), ("", None, Some(&after))).await?;
    Ok(number)
}

/// Writes the next version of a fund.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   version meanwhile.
pub async fn change_terms(
    change: &mut Change,
    tenant: Tenant,
    was: &Fund,
    terms: &Terms,
) -> Result<(), StoreError> {
    tenant::lock(change, tenant).await?;
    insert_version(change, tenant, (was.number, was.version + 1), terms).await?;
    let parts = was.terms.differences(terms);
    let note = parts.into_iter().map(|it| it.code()).collect::<Vec<_>>().join(", ");
    let (before, after) = (format!("{:?}", was.terms), format!("{terms:?}"));
    let what = (note.as_str(), Some(before.as_str()), Some(after.as_str()));
    record(change, tenant, ("fund.change", (KIND, was.number)), what).await
}

async fn insert_version(
    change: &mut Change,
    tenant: Tenant,
    (number, version): (i64, i64),
    terms: &Terms,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let place = terms.place.as_ref();
    sqlx::query(
        "insert into fund_version (tenant, fund, version, name, geography, area, place_name, \
         programme, file_number, share_permille, full_up_to, largest, spending, criteria, \
         call_from, call_to, lead_post, pay_post, quorum, majority, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, \
         $19, $20, $21, $22, $23)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(version)
    .bind(terms.name.clone())
    .bind(place.map(|it| it.geography.clone()))
    .bind(place.map(|it| it.area.clone()))
    .bind(place.map(|it| it.name.clone()))
    .bind(terms.programme.clone())
    .bind(terms.file_number.clone())
    .bind(terms.shares.permille)
    .bind(terms.shares.full_up_to)
    .bind(terms.shares.largest)
    .bind(terms.spending.code())
    .bind(terms.criteria.clone())
    .bind(terms.call.map(|it| it.0.to_string()))
    .bind(terms.call.map(|it| it.1.to_string()))
    .bind(terms.lead)
    .bind(terms.payer)
    .bind(i64::try_from(terms.quorum).unwrap_or(i64::MAX))
    .bind(terms.majority.code())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    for post in &terms.members {
        sqlx::query(
            "insert into fund_member (tenant, fund, version, post) values ($1, $2, $3, $4)",
        )
        .bind(tenant.id())
        .bind(number)
        .bind(version)
        .bind(*post)
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}

/// Notes a change: ids and codes, never what was said.
pub(super) async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, (kind, number)): (&str, (&str, i64)),
    (note, before, after): (&str, Option<&str>, Option<&str>),
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: kind,
        thing: &number.to_string(),
        note,
        before: before.map(str::as_bytes),
        after: after.map(str::as_bytes),
    };
    change.record(entry).await
}
