//! The SQL of frozen states. Every function takes the tenant. Nothing of a state is changed; only the
//! files of its packages can go.

use ankunft_platform::changes::Entry;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Frozen, State, hash_of};

/// The kind of states in the change log.
pub const KIND: &str = "frozen-state";

/// Where the file of a package comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A Weitergabe of this number, by a tenant of this installation.
    Granted(Tenant, i64),
    /// A received package of this number.
    Received(i64),
}

/// A package to be frozen.
#[derive(Clone, Debug)]
pub struct NewPackage {
    /// What is kept of it.
    pub it: Frozen,
    /// Where it comes from.
    pub origin: Origin,
    /// Its file.
    pub bytes: Vec<u8>,
}

/// Number, title, hash, account, moment.
type StateRow = (i64, String, Vec<u8>, Option<i64>, i64);
/// State, number, title, issuer, hash, end.
type PackageRow = (i64, String, String, String, Vec<u8>, Option<i64>);

/// All states of a tenant, the newest first. Two statements, and no file is read.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(connection: &mut AnyConnection, tenant: Tenant) -> Result<Vec<State>, StoreError> {
    let rows: Vec<StateRow> = sqlx::query_as(
        "select number, title, hash, account, at from frozen_state where tenant = $1 \
         order by number desc",
    )
    .bind(tenant.id())
    .fetch_all(&mut *connection)
    .await?;
    let packages: Vec<PackageRow> = sqlx::query_as(
        "select state, package, title, issuer, hash, gone_at from frozen_package \
         where tenant = $1 order by state, position",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let of = |number: i64| {
        let its = packages.iter().filter(move |it| it.0 == number).cloned();
        its.map(|(_, package, title, issuer, hash, gone_at)| Frozen {
            package,
            title,
            issuer,
            hash,
            gone_at,
        })
    };
    let state = |(number, title, hash, account, at): StateRow| State {
        number,
        title,
        hash,
        account,
        at,
        packages: of(number).collect(),
    };
    Ok(rows.into_iter().map(state).collect())
}

/// Freezes packages as the next state; gives its number. The tenant is locked by the caller.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn freeze(
    change: &mut Change,
    tenant: Tenant,
    title: &str,
    packages: &[NewPackage],
) -> Result<i64, StoreError> {
    let sql = "select coalesce(max(number), 0) + 1 from frozen_state where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let hash = hash_of(packages.iter().map(|it| (it.it.package.as_str(), it.it.hash.as_slice())));
    let author = change.author().clone();
    sqlx::query(
        "insert into frozen_state (tenant, number, title, hash, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(title.to_owned())
    .bind(hash.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    for (position, it) in (0_i64..).zip(packages) {
        insert(change, (tenant, number, position), it).await?;
    }
    let entry = Entry {
        tenant: Some(tenant),
        action: "state.freeze",
        thing_kind: KIND,
        thing: &number.to_string(),
        note: &packages.len().to_string(),
        before: None,
        after: Some(&hash),
    };
    change.record(entry).await?;
    Ok(number)
}

async fn insert(
    change: &mut Change,
    (tenant, state, position): (Tenant, i64, i64),
    it: &NewPackage,
) -> Result<(), StoreError> {
    let (issuer, grant, received) = match it.origin {
        Origin::Granted(issuer, grant) => (Some(issuer.id()), Some(grant), None),
        Origin::Received(number) => (None, None, Some(number)),
    };
    sqlx::query(
        "insert into frozen_package (tenant, state, position, package, title, issuer, \
         issuer_tenant, grant_number, received, hash, bytes) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(tenant.id())
    .bind(state)
    .bind(position)
    .bind(it.it.package.clone())
    .bind(it.it.title.clone())
    .bind(it.it.issuer.clone())
    .bind(issuer)
    .bind(grant)
    .bind(received)
    .bind(it.it.hash.clone())
    .bind(it.bytes.clone())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// The file of a package in a state, with where it comes from.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The number of the package.
    pub package: String,
    /// Where it comes from.
    pub origin: Option<Origin>,
    /// Its file.
    pub bytes: Vec<u8>,
}

/// The files of a state that are still there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn files(
    connection: &mut AnyConnection,
    tenant: Tenant,
    state: i64,
) -> Result<Vec<Kept>, StoreError> {
    type Row = (String, Option<i64>, Option<i64>, Option<i64>, Vec<u8>);
    let rows: Vec<Row> = sqlx::query_as(
        "select package, issuer_tenant, grant_number, received, bytes from frozen_package \
         where tenant = $1 and state = $2 and gone_at is null order by position",
    )
    .bind(tenant.id())
    .bind(state)
    .fetch_all(connection)
    .await?;
    let kept = |(package, issuer, grant, received, bytes): Row| {
        let granted = issuer.zip(grant);
        let granted = granted.map(|(it, number)| Origin::Granted(Tenant::from_id(it), number));
        Kept { package, origin: granted.or(received.map(Origin::Received)), bytes }
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// Takes the files of a Weitergabe out of the states of a tenant; numbers and hashes stay. In a
/// change that has its own entry in the change log.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take_bytes(
    change: &mut Change,
    (tenant, issuer): (Tenant, Tenant),
    grant: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "update frozen_package set bytes = $1, gone_at = $2 where tenant = $3 \
         and issuer_tenant = $4 and grant_number = $5 and gone_at is null",
    )
    .bind(Vec::new())
    .bind(Timestamp::now().as_microsecond())
    .bind(tenant.id())
    .bind(issuer.id())
    .bind(grant)
    .execute(&mut **change)
    .await?;
    Ok(())
}
