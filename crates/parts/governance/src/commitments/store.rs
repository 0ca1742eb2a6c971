//! The SQL of commitments. Every function takes the tenant.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::model::{Commitment, Fate, Kind, Pledge, Promise, State, Terms};
use crate::measures;
use crate::stored::day;

/// The kind under which commitments are cited, and under which citations and files stand in them.
pub const KIND: &str = "commitment";
/// The kind under which promises are cited.
pub const PROMISE: &str = "promise";

#[derive(sqlx::FromRow)]
struct Row {
    commitment: i64,
    version: i64,
    kind: String,
    title: String,
    parties: String,
    signer: String,
    scope: String,
    state: String,
    signed_on: Option<String>,
    starts_on: Option<String>,
    ends_on: Option<String>,
    account: Option<i64>,
    post: Option<i64>,
    at: i64,
}

impl Row {
    fn commitment(self) -> Result<Commitment, StoreError> {
        let kind = Kind::from_code(&self.kind)
            .ok_or(StoreError::Unreadable { what: "a kind of commitment", text: self.kind })?;
        let state = State::from_code(&self.state)
            .ok_or(StoreError::Unreadable { what: "a state", text: self.state })?;
        let terms = Terms {
            kind,
            title: self.title,
            parties: self.parties,
            signer: self.signer,
            scope: self.scope,
            state,
            signed_on: self.signed_on.map(day).transpose()?,
            starts_on: self.starts_on.map(day).transpose()?,
            ends_on: self.ends_on.map(day).transpose()?,
        };
        let Self { commitment: number, version, account, post, at, .. } = self;
        Ok(Commitment { number, version, terms, account, post, at })
    }
}

/// All commitments of a city as they stand, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn commitments(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Commitment>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select v.commitment, v.version, v.kind, v.title, v.parties, v.signer, v.scope, v.state, \
         v.signed_on, v.starts_on, v.ends_on, v.account, v.post, v.at from commitment_version v \
         where v.tenant = $1 and v.version = (select max(n.version) from commitment_version n \
         where n.tenant = v.tenant and n.commitment = v.commitment) order by v.commitment desc",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Row::commitment).collect()
}

/// All versions of a commitment, the newest first; empty if there is none of this number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Vec<Commitment>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select v.commitment, v.version, v.kind, v.title, v.parties, v.signer, v.scope, v.state, \
         v.signed_on, v.starts_on, v.ends_on, v.account, v.post, v.at from commitment_version v \
         where v.tenant = $1 and v.commitment = $2 order by v.version desc",
    )
    .bind(tenant.id())
    .bind(number)
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Row::commitment).collect()
}

/// Number, commitment, version, text, party, Stelle, day, fate, reason, when.
type PromiseRow = (i64, i64, i64, String, String, Option<i64>, Option<String>, String, String, i64);

/// All promises of a city as they stand, in the order in which they were noted.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn promises(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Promise>, StoreError> {
    let rows: Vec<PromiseRow> = sqlx::query_as(
        "select v.promise, p.commitment, v.version, v.body, v.party, v.owner_post, v.due, \
         v.state, v.because, v.at from promise_version v \
         join promise p on p.tenant = v.tenant and p.number = v.promise \
         where v.tenant = $1 and v.version = (select max(n.version) from promise_version n \
         where n.tenant = v.tenant and n.promise = v.promise) order by v.promise",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let promise =
        |(number, commitment, version, body, party, owner, due, fate, because, at): PromiseRow| {
            let fate = Fate::from_code(&fate)
                .ok_or(StoreError::Unreadable { what: "a fate", text: fate })?;
            let due = due.map(day).transpose()?;
            let pledge = Pledge { body, party, owner, due, fate, because };
            Ok(Promise { number, commitment, version, pledge, at })
        };
    rows.into_iter().map(promise).collect()
}

/// Notes a new commitment; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn add(change: &mut Change, tenant: Tenant, terms: &Terms) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from commitment where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    sqlx::query("insert into commitment (tenant, number) values ($1, $2)")
        .bind(tenant.id())
        .bind(number)
        .execute(&mut **change)
        .await?;
    insert(change, tenant, (number, 1), terms).await?;
    record(change, tenant, ("commitment.add", KIND), number).await?;
    Ok(number)
}

/// Writes the next version of a commitment.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written
///   that version meanwhile.
pub async fn save(
    change: &mut Change,
    tenant: Tenant,
    (was, terms): (&Commitment, &Terms),
) -> Result<(), StoreError> {
    insert(change, tenant, (was.number, was.version + 1), terms).await?;
    record(change, tenant, ("commitment.change", KIND), was.number).await
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (number, version): (i64, i64),
    terms: &Terms,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let text = |it: Option<Date>| it.map(|it| it.to_string());
    sqlx::query(
        "insert into commitment_version (tenant, commitment, version, kind, title, parties, \
         signer, scope, state, signed_on, starts_on, ends_on, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(version)
    .bind(terms.kind.code())
    .bind(terms.title.clone())
    .bind(terms.parties.clone())
    .bind(terms.signer.clone())
    .bind(terms.scope.clone())
    .bind(terms.state.code())
    .bind(text(terms.signed_on))
    .bind(text(terms.starts_on))
    .bind(text(terms.ends_on))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Notes a new promise of a commitment; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such commitment.
pub async fn add_promise(
    change: &mut Change,
    tenant: Tenant,
    (commitment, pledge): (i64, &Pledge),
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from promise where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    sqlx::query("insert into promise (tenant, number, commitment) values ($1, $2, $3)")
        .bind(tenant.id())
        .bind(number)
        .bind(commitment)
        .execute(&mut **change)
        .await?;
    insert_promise(change, tenant, (number, 1), pledge).await?;
    record(change, tenant, ("promise.add", PROMISE), number).await?;
    Ok(number)
}

/// Writes the next version of a promise.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written
///   that version meanwhile.
pub async fn save_promise(
    change: &mut Change,
    tenant: Tenant,
    (was, pledge): (&Promise, &Pledge),
) -> Result<(), StoreError> {
    insert_promise(change, tenant, (was.number, was.version + 1), pledge).await?;
    record(change, tenant, ("promise.change", PROMISE), was.number).await
}

async fn insert_promise(
    change: &mut Change,
    tenant: Tenant,
    (number, version): (i64, i64),
    pledge: &Pledge,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into promise_version (tenant, promise, version, body, party, owner_post, due, \
         state, because, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(version)
    .bind(pledge.body.clone())
    .bind(pledge.party.clone())
    .bind(pledge.owner)
    .bind(pledge.due.map(|it| it.to_string()))
    .bind(pledge.fate.code())
    .bind(pledge.because.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    Ok(())
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, kind): (&str, &str),
    number: i64,
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: kind,
        thing: &number.to_string(),
        note: "",
        before: None,
        after: None,
    };
    change.record(entry).await
}

keep! {
    /// [`keeping`] for pages.
    Keeping(BTreeMap<i64, BTreeSet<i64>>) = |connection, tenant| keeping(connection, tenant);
    /// [`commitments`] for pages.
    Commitments(Vec<Commitment>) = |connection, tenant| commitments(connection, tenant);
    /// [`promises`] for pages.
    Promises(Vec<Promise>) = |connection, tenant| promises(connection, tenant);
}

/// Which measures keep which promises: those that cite them. One statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn keeping(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, BTreeSet<i64>>, StoreError> {
    measures::store::citing(connection, tenant, PROMISE).await
}
