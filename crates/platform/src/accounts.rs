//! Accounts, and what they may be in which city.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::ids;
use crate::permission::{Actor, Role};
use crate::register::acting;
use crate::sessions::{self, Which};
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;

/// In place of a password's hash: with it nobody can log in, but a link can set a password.
const NO_PASSWORD: &str = "!";

/// An account. Its password's hash stays in this crate.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// The address with which one logs in, in lower case.
    pub email: String,
    /// The name shown.
    pub name: String,
    /// The hash of its password, to say which one a change replaces.
    pub password_hash: String,
    /// The language of its letters and pages.
    pub language: String,
    disabled: i16,
}

impl Account {
    /// Whether nobody can log in with it.
    #[must_use]
    pub const fn is_disabled(&self) -> bool {
        self.disabled != 0
    }

    /// Whether somebody has set a password already.
    #[must_use]
    pub fn has_password(&self) -> bool {
        !self.password_hash.starts_with(NO_PASSWORD)
    }
}

/// An account to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewAccount<'a> {
    /// The address with which one logs in.
    pub email: &'a str,
    /// The name shown.
    pub name: &'a str,
    /// The hash of its password ([`crate::password::hash`]); without one a link must set it.
    pub password_hash: Option<&'a str>,
    /// Its language: `de`.
    pub language: &'a str,
}

/// That an account may be something in a city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The city.
    pub tenant: Tenant,
    /// The account.
    pub account: i64,
    /// What it may be.
    pub role: Role,
    /// The person of the register that it is.
    pub person: Option<i64>,
}

/// An address as it is stored and compared.
#[must_use]
pub fn plain_email(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Makes an account.
///
/// # Errors
///
/// - [`StoreError::Database`] if the address has one already ([`StoreError::is_duplicate`]).
pub async fn create(change: &mut Change, new: NewAccount<'_>) -> Result<i64, StoreError> {
    let id = ids::next();
    // Different each time, because links to set a password are bound to what stands here.
    let none = format!("{NO_PASSWORD}{}", crate::secrets::hex(&ids::secret::<16>()));
    sqlx::query(
        "insert into account (id, email, name, password_hash, language, created_at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id)
    .bind(plain_email(new.email))
    .bind(new.name.trim().to_owned())
    .bind(new.password_hash.map_or(none, str::to_owned))
    .bind(new.language.to_owned())
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    record(change, None, "account.create", id, "").await?;
    Ok(id)
}

const SELECT: &str = "select id, email, name, password_hash, language, disabled from account";

/// The account of an address.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn by_email(
    connection: &mut AnyConnection,
    email: &str,
) -> Result<Option<Account>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where email = $1"));
    Ok(sqlx::query_as(sql).bind(plain_email(email)).fetch_optional(connection).await?)
}

/// The account of a number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn by_id(connection: &mut AnyConnection, id: i64) -> Result<Option<Account>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where id = $1"));
    Ok(sqlx::query_as(sql).bind(id).fetch_optional(connection).await?)
}

/// Sets a password, if the old hash is still the one named, and ends all sessions.
///
/// Gives whether it was: of two that use one link at the same time, one wins.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn set_password(
    change: &mut Change,
    account: i64,
    old_hash: &str,
    new_hash: &str,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "update account set password_hash = $1 where id = $2 and password_hash = $3 \
         and disabled = 0",
    )
    .bind(new_hash.to_owned())
    .bind(account)
    .bind(old_hash.to_owned())
    .execute(&mut **change)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    record(change, None, "account.set-password", account, "").await?;
    sessions::end(change, account, Which::All).await?;
    Ok(true)
}

/// Sets whether nobody can log in with an account; then its sessions end.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn disable(
    change: &mut Change,
    tenant: Tenant,
    account: i64,
    disabled: bool,
) -> Result<(), StoreError> {
    sqlx::query("update account set disabled = $1 where id = $2")
        .bind(i16::from(disabled))
        .bind(account)
        .execute(&mut **change)
        .await?;
    let action = if disabled { "account.disable" } else { "account.enable" };
    record(change, Some(tenant), action, account, "").await?;
    if disabled {
        sessions::end(change, account, Which::All).await?;
    }
    Ok(())
}

/// Grants a role in a city. An account that has it keeps it.
///
/// # Errors
///
/// - [`StoreError::Database`] if account or person do not exist.
pub async fn grant(change: &mut Change, new: &Membership) -> Result<(), StoreError> {
    sqlx::query(
        "insert into membership (id, tenant, account, role, person) values ($1, $2, $3, $4, $5) \
         on conflict (tenant, account, role) do update set person = excluded.person",
    )
    .bind(ids::next())
    .bind(new.tenant.id())
    .bind(new.account)
    .bind(new.role.code())
    .bind(new.person)
    .execute(&mut **change)
    .await?;
    record(change, Some(new.tenant), "role.grant", new.account, new.role.code()).await
}

/// Takes a role in a city away.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn revoke(
    change: &mut Change,
    tenant: Tenant,
    account: i64,
    role: Role,
) -> Result<(), StoreError> {
    sqlx::query("delete from membership where tenant = $1 and account = $2 and role = $3")
        .bind(tenant.id())
        .bind(account)
        .bind(role.code())
        .execute(&mut **change)
        .await?;
    record(change, Some(tenant), "role.revoke", account, role.code()).await
}

type Row = (i64, i64, String, Option<i64>);

fn memberships(rows: Vec<Row>) -> Vec<Membership> {
    let membership = |(tenant, account, role, person): Row| {
        let role = Role::from_code(&role)?;
        Some(Membership { tenant: Tenant::from_id(tenant), account, role, person })
    };
    rows.into_iter().filter_map(membership).collect()
}

/// What an account may be, in all cities.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of_account(
    connection: &mut AnyConnection,
    account: i64,
) -> Result<Vec<Membership>, StoreError> {
    let sql = "select tenant, account, role, person from membership where account = $1 \
               order by tenant, role";
    Ok(memberships(sqlx::query_as(sql).bind(account).fetch_all(connection).await?))
}

/// Who may be what in a city.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of_city(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Membership>, StoreError> {
    let sql = "select tenant, account, role, person from membership where tenant = $1 \
               order by account, role";
    Ok(memberships(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?))
}

/// The accounts that may be something in a city, by name.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn accounts_of_city(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Account>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT} where id in (select account from membership where tenant = $1) order by name, id"
    ));
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?)
}

/// The roles of an account in whatever city: they open its own pages, nothing else.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn roles_anywhere(
    connection: &mut AnyConnection,
    account: i64,
) -> Result<Vec<Role>, StoreError> {
    let mut roles: Vec<Role> =
        of_account(connection, account).await?.into_iter().map(|it| it.role).collect();
    roles.sort_unstable();
    roles.dedup();
    Ok(roles)
}

/// Who an account is in a city on a day: its roles there, and the Stellen that its person holds.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn actor(
    connection: &mut AnyConnection,
    tenant: Tenant,
    account: i64,
    day: Date,
) -> Result<Actor, StoreError> {
    let sql = "select tenant, account, role, person from membership \
               where tenant = $1 and account = $2 order by role";
    let rows = sqlx::query_as(sql).bind(tenant.id()).bind(account);
    let found = memberships(rows.fetch_all(&mut *connection).await?);
    let posts = match found.iter().find_map(|it| it.person) {
        Some(person) => acting::posts_of(connection, tenant, (account, person), day).await?,
        None => Vec::new(),
    };
    let mut roles: Vec<Role> = found.into_iter().map(|it| it.role).collect();
    roles.sort_unstable();
    Ok(Actor { account: Some(account), roles, post: posts.first().map(|it| it.post), posts })
}

async fn record(
    change: &mut Change,
    tenant: Option<Tenant>,
    action: &str,
    account: i64,
    note: &str,
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant,
        action,
        thing_kind: "account",
        thing: &account.to_string(),
        note,
        before: None,
        after: Some(note.as_bytes()),
    };
    change.record(entry).await
}
