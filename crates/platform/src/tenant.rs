//! Tenants: the Kommunen, the programme, the research team.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::ids;
use crate::store::{Change, StoreError};

/// Whose data a statement concerns. Every store function of a part takes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tenant(i64);

impl Tenant {
    /// The number under which the database knows it.
    #[must_use]
    pub const fn id(self) -> i64 {
        self.0
    }

    /// The tenant of a stored number.
    #[must_use]
    pub const fn from_id(id: i64) -> Self {
        Self(id)
    }
}

/// What kind of tenant it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TenantKind {
    /// A municipality.
    Kommune,
    /// The programme of all of them.
    Programme,
    /// The research team.
    Research,
}

impl TenantKind {
    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kommune => "kommune",
            Self::Programme => "programme",
            Self::Research => "research",
        }
    }

    fn from_code(code: &str) -> Result<Self, StoreError> {
        [Self::Kommune, Self::Programme, Self::Research]
            .into_iter()
            .find(|it| it.code() == code)
            .ok_or_else(|| StoreError::Unreadable {
                what: "a kind of tenant",
                text: code.to_owned(),
            })
    }
}

/// The name of the programme's tenant in addresses.
pub const PROGRAMME_SLUG: &str = "programm";

/// A tenant with what is shown of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenantInfo {
    /// The tenant.
    pub tenant: Tenant,
    /// Municipality, programme or research team.
    pub kind: TenantKind,
    /// Its name in addresses: `kaiserslautern`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The Amtlicher Gemeindeschlüssel of a municipality.
    pub ags: Option<String>,
    /// Its language, if a reader asks for none: `de`.
    pub language: String,
}

/// A tenant to be founded.
#[derive(Clone, Debug)]
pub struct NewTenant<'a> {
    /// Municipality, programme or research team.
    pub kind: TenantKind,
    /// Its name in addresses.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The Amtlicher Gemeindeschlüssel of a municipality.
    pub ags: Option<&'a str>,
    /// Its language.
    pub language: &'a str,
}

/// First parts of addresses that are no city: a tenant of that name could not be reached. The
/// programme alone is at `/programm`.
const RESERVED: [&str; 23] = [
    "abmelden",
    "angebote",
    "anmelden",
    "api",
    "assets",
    "barrierefreiheit",
    "bausteine",
    "behalten",
    "darstellung",
    "datenschutz",
    "f",
    "healthz",
    "impressum",
    "konto",
    "kontakt",
    "l",
    "leichte-sprache",
    "openapi",
    "passwort-vergessen",
    "programm",
    "robots",
    "s",
    "system",
];

/// Whether a tenant can have this name in addresses: small letters, digits and hyphens, and none
/// of the installation's own pages.
///
/// ```
/// use ankunft_platform::tenant::is_slug;
///
/// assert!(is_slug("offenbach-am-main"));
/// assert!(!is_slug("anmelden") && !is_slug("Köln") && !is_slug("-") && !is_slug(""));
/// ```
#[must_use]
pub fn is_slug(slug: &str) -> bool {
    let fits = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    (1..=60).contains(&slug.len())
        && slug.bytes().all(fits)
        && !slug.starts_with('-')
        && !slug.ends_with('-')
        && !RESERVED.contains(&slug)
}

/// Founds a tenant, with its entry in the change log.
///
/// # Errors
///
/// - [`StoreError::Database`] if slug or AGS are taken ([`StoreError::is_duplicate`]).
pub async fn found(change: &mut Change, new: NewTenant<'_>) -> Result<Tenant, StoreError> {
    let tenant = Tenant(ids::next());
    sqlx::query(
        "insert into tenant (id, kind, slug, name, ags, language, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tenant.0)
    .bind(new.kind.code())
    .bind(new.slug.to_owned())
    .bind(new.name.to_owned())
    .bind(new.ags.map(str::to_owned))
    .bind(new.language.to_owned())
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    change
        .record(Entry {
            tenant: Some(tenant),
            action: "tenant.found",
            thing_kind: "tenant",
            thing: new.slug,
            note: new.name,
            before: None,
            after: Some(new.slug.as_bytes()),
        })
        .await?;
    Ok(tenant)
}

/// Makes whoever else would count on in this tenant wait until the transaction ends.
///
/// SQLite lets one writer in at a time anyway; PostgreSQL keeps the row for this one.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn lock(connection: &mut AnyConnection, tenant: Tenant) -> Result<(), StoreError> {
    sqlx::query("update tenant set created_at = created_at where id = $1")
        .bind(tenant.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// The same for several tenants, always in one order, so that no two wait for each other.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn lock_all(
    connection: &mut AnyConnection,
    tenants: impl IntoIterator<Item = Tenant>,
) -> Result<(), StoreError> {
    let all: std::collections::BTreeSet<i64> = tenants.into_iter().map(Tenant::id).collect();
    for id in all {
        lock(connection, Tenant::from_id(id)).await?;
    }
    Ok(())
}

/// The number of a tenant's state, another one after each change; 0 if nothing was ever changed.
///
/// What was made from the tenant's data under this number is good for as long as it stands: it is
/// renewed in the transaction of every change, so a number that was read before the data is never
/// newer than they are.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn state(connection: &mut AnyConnection, tenant: Tenant) -> Result<i64, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as("select state from city_state where tenant = $1")
        .bind(tenant.0)
        .fetch_optional(connection)
        .await?;
    Ok(row.map_or(0, |(state,)| state))
}

/// The states of all tenants that were ever changed; see [`state`].
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub(crate) async fn states(
    connection: &mut AnyConnection,
) -> Result<Vec<(Tenant, i64)>, StoreError> {
    let rows: Vec<(i64, i64)> =
        sqlx::query_as("select tenant, state from city_state").fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(tenant, state)| (Tenant(tenant), state)).collect())
}

/// Gives the tenant a new state. An id rather than a count, so that a backup that was restored
/// never gets to a number that stood for other data.
pub(crate) async fn renew_state(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into city_state (tenant, state) values ($1, $2) \
         on conflict (tenant) do update set state = excluded.state",
    )
    .bind(tenant.0)
    .bind(ids::next())
    .execute(connection)
    .await?;
    Ok(())
}

const SELECT: &str = "select id, kind, slug, name, ags, language from tenant";

type Row = (i64, String, String, String, Option<String>, String);

fn info((id, kind, slug, name, ags, language): Row) -> Result<TenantInfo, StoreError> {
    let kind = TenantKind::from_code(&kind)?;
    Ok(TenantInfo { tenant: Tenant(id), kind, slug, name, ags, language })
}

/// All tenants by name.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(connection: &mut AnyConnection) -> Result<Vec<TenantInfo>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} order by name"));
    let rows: Vec<Row> = sqlx::query_as(sql).fetch_all(connection).await?;
    rows.into_iter().map(info).collect()
}

/// The tenant of an address.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn by_slug(
    connection: &mut AnyConnection,
    slug: &str,
) -> Result<Option<TenantInfo>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where slug = $1"));
    let row: Option<Row> =
        sqlx::query_as(sql).bind(slug.to_owned()).fetch_optional(connection).await?;
    row.map(info).transpose()
}

/// What is shown of a tenant.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn info_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Option<TenantInfo>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where id = $1"));
    let row: Option<Row> = sqlx::query_as(sql).bind(tenant.0).fetch_optional(connection).await?;
    row.map(info).transpose()
}

/// The Kommune of an Amtlicher Gemeindeschlüssel.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn by_ags(
    connection: &mut AnyConnection,
    ags: &str,
) -> Result<Option<TenantInfo>, StoreError> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where ags = $1"));
    let row: Option<Row> =
        sqlx::query_as(sql).bind(ags.to_owned()).fetch_optional(connection).await?;
    row.map(info).transpose()
}
