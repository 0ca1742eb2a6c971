//! Releases: what has left the statistics office, and the only figures that pages get.
//!
//! One row is one column: an indicator in a period over all area units of a version, sealed
//! with the installation's key. Reading verifies the seal of each column.

mod many;
mod protect;
mod write;

use ankunft_disclosure::{Audience, Column, Head, Nutzung, Policy, ReleaseKey, Released, Sealed};
use sqlx::AnyConnection;

use crate::datasets;
use crate::store::{StoreError, lists};
use crate::tenant::Tenant;

pub use many::{NamedColumn, named, opened};
pub use protect::{Found, Rounding, Sum, Why, Withheld};
pub(crate) use protect::{Plan, Source, protect};
pub use write::NewRelease;
pub(crate) use write::{ROWS_AT_ONCE, admit, rounded};

/// Which columns are wanted. An empty list means all.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Codes of indicators.
    pub indicators: &'a [&'a str],
    /// Periods.
    pub periods: &'a [&'a str],
    /// Versions of area units.
    pub area_versions: &'a [i64],
}

/// A column with what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedColumn {
    /// What the seal binds: release, area version, indicator version, period, policy, Nutzung.
    pub head: Head,
    /// The code of the indicator.
    pub indicator: String,
    /// The dataset version it comes from.
    pub dataset_version: i64,
    /// The Datenstand of that version.
    pub number: i64,
    /// When it was released, in microseconds UTC.
    pub released_at: i64,
    /// Its figures.
    pub column: Released<Column>,
}

#[derive(sqlx::FromRow)]
struct Row {
    release: i64,
    area_version: i64,
    indicator_version: i64,
    period: String,
    policy: String,
    nutzung: String,
    indicator: String,
    dataset_version: i64,
    number: i64,
    released_at: i64,
    cells: Vec<u8>,
    seal: Vec<u8>,
}

impl Row {
    fn open(self, tenant: Tenant, key: &ReleaseKey) -> Result<OpenedColumn, StoreError> {
        let policy = Policy::from_code(&self.policy)
            .ok_or(StoreError::Unreadable { what: "a policy", text: self.policy })?;
        let head = Head {
            tenant: tenant.id(),
            release: self.release,
            area_version: self.area_version,
            indicator_version: self.indicator_version,
            period: self.period,
            policy,
            nutzung: datasets::nutzung(self.nutzung)?,
        };
        let seal = self.seal.try_into().map_err(|_| ankunft_disclosure::BrokenSeal)?;
        let column = head.open(&Sealed { bytes: self.cells, seal }, key)?;
        Ok(OpenedColumn {
            head,
            indicator: self.indicator,
            dataset_version: self.dataset_version,
            number: self.number,
            released_at: self.released_at,
            column,
        })
    }
}

/// For each indicator, period and area version the column of the newest dataset version that
/// this reader may see and nobody has withdrawn; by indicator, area version, period.
///
/// One statement, however many columns. A column whose reader is outside its circle is not
/// even fetched.
///
/// # Errors
///
/// - [`StoreError::BrokenSeal`] if a stored column was altered or sealed with another key.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn latest(
    connection: &mut AnyConnection,
    tenant: Tenant,
    key: &ReleaseKey,
    wanted: Wanted<'_>,
    audience: Audience,
) -> Result<Vec<OpenedColumn>, StoreError> {
    let circles = circles(audience);
    let mut next = 2;
    let mut among = |column: &str, count: usize| {
        let text = match count {
            0 => String::new(),
            _ => format!(" and {column} in ({})", lists::places(next, count)),
        };
        next += count;
        text
    };
    let conditions = among("r.nutzung", circles.len())
        + &among("i.code", wanted.indicators.len())
        + &among("c.period", wanted.periods.len())
        + &among("r.area_version", wanted.area_versions.len());
    // The bytes are fetched for the chosen columns alone: the window sees only keys.
    let sql = format!(
        "select k.release, k.area_version, k.indicator_version, k.period, k.policy, k.nutzung, \
         k.indicator, k.dataset_version, k.number, k.released_at, c.cells, c.seal from ( \
         select r.id as release, r.area_version, c.indicator_version, c.period, r.policy, \
         r.nutzung, i.code as indicator, r.dataset_version, v.number, r.released_at, \
         row_number() over (partition by i.id, c.period, r.area_version \
         order by v.number desc, r.id desc) as place \
         from indicator i \
         join indicator_version iv on iv.indicator = i.id \
         join release_column c on c.tenant = i.tenant and c.indicator_version = iv.id \
         join release r on r.id = c.release \
         join dataset_version v on v.id = r.dataset_version \
         where i.tenant = $1 and r.withdrawn_at is null and v.withdrawn_at is null{conditions} \
         ) k join release_column c on c.release = k.release \
         and c.indicator_version = k.indicator_version and c.period = k.period \
         where k.place = 1 order by k.indicator, k.area_version, k.period",
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    for circle in circles {
        query = query.bind(circle.code());
    }
    for code in wanted.indicators {
        query = query.bind((*code).to_owned());
    }
    for period in wanted.periods {
        query = query.bind((*period).to_owned());
    }
    for version in wanted.area_versions {
        query = query.bind(*version);
    }
    let rows: Vec<Row> = query.fetch_all(connection).await?;
    let opened = rows.into_iter().map(|row| row.open(tenant, key));
    let shown = |it: &OpenedColumn| it.column.show(audience).is_some();
    opened.filter(|it| it.as_ref().map_or(true, shown)).collect()
}

/// All periods of some indicators over some area versions; see [`latest`].
///
/// # Errors
///
/// As for [`latest`].
pub async fn series(
    connection: &mut AnyConnection,
    tenant: Tenant,
    key: &ReleaseKey,
    (indicators, area_versions): (&[&str], &[i64]),
    audience: Audience,
) -> Result<Vec<OpenedColumn>, StoreError> {
    let wanted = Wanted { indicators, periods: &[], area_versions };
    latest(connection, tenant, key, wanted, audience).await
}

/// The columns of one dataset version that this reader may see, whatever has followed since.
///
/// # Errors
///
/// As for [`latest`].
pub async fn of_version(
    connection: &mut AnyConnection,
    tenant: Tenant,
    key: &ReleaseKey,
    dataset_version: i64,
    audience: Audience,
) -> Result<Vec<OpenedColumn>, StoreError> {
    let circles = circles(audience);
    let sql = format!(
        "select r.id as release, r.area_version, c.indicator_version, c.period, r.policy, \
         r.nutzung, i.code as indicator, r.dataset_version, v.number, r.released_at, c.cells, \
         c.seal from release r join dataset_version v on v.id = r.dataset_version \
         join release_column c on c.release = r.id \
         join indicator_version iv on iv.id = c.indicator_version \
         join indicator i on i.id = iv.indicator \
         where r.tenant = $1 and r.dataset_version = $2 and r.withdrawn_at is null \
         and v.withdrawn_at is null and r.nutzung in ({}) order by i.code, c.period, r.id",
        lists::places(3, circles.len()),
    );
    let mut query =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(dataset_version);
    for circle in circles {
        query = query.bind(circle.code());
    }
    let rows: Vec<Row> = query.fetch_all(connection).await?;
    let opened = rows.into_iter().map(|row| row.open(tenant, key));
    let shown = |it: &OpenedColumn| it.column.show(audience).is_some();
    opened.filter(|it| it.as_ref().map_or(true, shown)).collect()
}

/// One column of one release, if this reader may see it and nobody has withdrawn it.
///
/// # Errors
///
/// As for [`latest`].
pub async fn column(
    connection: &mut AnyConnection,
    tenant: Tenant,
    key: &ReleaseKey,
    (release, indicator_version, period): (i64, i64, &str),
    audience: Audience,
) -> Result<Option<OpenedColumn>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "select r.id as release, r.area_version, c.indicator_version, c.period, r.policy, \
         r.nutzung, i.code as indicator, r.dataset_version, v.number, r.released_at, c.cells, \
         c.seal from release r join dataset_version v on v.id = r.dataset_version \
         join release_column c on c.release = r.id \
         join indicator_version iv on iv.id = c.indicator_version \
         join indicator i on i.id = iv.indicator \
         where r.tenant = $1 and r.id = $2 and c.indicator_version = $3 and c.period = $4 \
         and r.withdrawn_at is null and v.withdrawn_at is null",
    )
    .bind(tenant.id())
    .bind(release)
    .bind(indicator_version)
    .bind(period.to_owned())
    .fetch_optional(connection)
    .await?;
    let opened = row.map(|row| row.open(tenant, key)).transpose()?;
    Ok(opened.filter(|it| it.column.show(audience).is_some()))
}

/// For each of these releases that nobody has withdrawn, that it is what it was: one column of it,
/// opened. What was computed from releases is shown with them alone.
///
/// # Errors
///
/// As for [`latest`].
pub(crate) async fn witnesses(
    connection: &mut AnyConnection,
    tenant: Tenant,
    key: &ReleaseKey,
    releases: &[i64],
) -> Result<Vec<Released<()>>, StoreError> {
    let mut witnesses = Vec::new();
    for some in releases.chunks(ROWS_AT_ONCE) {
        let sql = format!(
            "select r.id as release, r.area_version, c.indicator_version, c.period, r.policy, \
             r.nutzung, i.code as indicator, r.dataset_version, v.number, r.released_at, c.cells, \
             c.seal from release r join dataset_version v on v.id = r.dataset_version \
             join release_column c on c.release = r.id \
             join indicator_version iv on iv.id = c.indicator_version \
             join indicator i on i.id = iv.indicator \
             where r.tenant = $1 and r.withdrawn_at is null and v.withdrawn_at is null \
             and not exists (select 1 from release_column o where o.release = c.release \
             and (o.period < c.period or (o.period = c.period \
             and o.indicator_version < c.indicator_version))) and r.id in ({}) order by r.id",
            lists::places(2, some.len()),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        for release in some {
            query = query.bind(*release);
        }
        let rows: Vec<Row> = query.fetch_all(&mut *connection).await?;
        for row in rows {
            witnesses.push(row.open(tenant, key)?.column.map(|_| ()));
        }
    }
    Ok(witnesses)
}

/// A release that a reader may see, without its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Visible {
    /// Its number in the database.
    pub release: i64,
    /// The geography.
    pub geography: i64,
    /// The version of its area units.
    pub area_version: i64,
    /// The dataset version that it is made from.
    pub dataset_version: i64,
}

/// The releases that a reader may see and nobody has withdrawn, the oldest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn visible(
    connection: &mut AnyConnection,
    tenant: Tenant,
    audience: Audience,
) -> Result<Vec<Visible>, StoreError> {
    let circles = circles(audience);
    let sql = format!(
        "select r.id as release, a.geography, r.area_version, r.dataset_version from release r \
         join area_version a on a.id = r.area_version \
         join dataset_version v on v.id = r.dataset_version \
         where r.tenant = $1 and r.withdrawn_at is null and v.withdrawn_at is null \
         and r.nutzung in ({}) order by r.id",
        lists::places(2, circles.len()),
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    for circle in circles {
        query = query.bind(circle.code());
    }
    Ok(query.fetch_all(connection).await?)
}

/// A column of a release: the code of its indicator, and its period.
pub type ColumnName = (String, String);

/// Which columns releases have, each with the number of its release. They never change, so they
/// can be kept; whether a release is still to be seen is asked of [`visible`] anew each time.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn columns(
    connection: &mut AnyConnection,
    tenant: Tenant,
    releases: &[i64],
) -> Result<Vec<(i64, ColumnName)>, StoreError> {
    let mut columns = Vec::new();
    for some in releases.chunks(ROWS_AT_ONCE) {
        let sql = format!(
            "select c.release, i.code, c.period from release_column c \
             join indicator_version iv on iv.id = c.indicator_version \
             join indicator i on i.id = iv.indicator \
             where c.tenant = $1 and c.release in ({}) order by c.release, i.code, c.period",
            lists::places(2, some.len()),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        for release in some {
            query = query.bind(*release);
        }
        let rows: Vec<(i64, String, String)> = query.fetch_all(&mut *connection).await?;
        columns.extend(rows.into_iter().map(|(release, code, period)| (release, (code, period))));
    }
    Ok(columns)
}

/// The dataset versions that releases are made from, each once.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn dataset_versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    releases: &[i64],
) -> Result<Vec<i64>, StoreError> {
    let mut versions = Vec::new();
    for some in releases.chunks(ROWS_AT_ONCE) {
        let sql = format!(
            "select distinct dataset_version from release where tenant = $1 and id in ({})",
            lists::places(2, some.len()),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        for release in some {
            query = query.bind(*release);
        }
        let rows: Vec<(i64,)> = query.fetch_all(&mut *connection).await?;
        versions.extend(rows.into_iter().map(|(version,)| version));
    }
    Ok(versions)
}

/// The periods that the releases of each dataset version speak about, for this reader.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn coverage(
    connection: &mut AnyConnection,
    tenant: Tenant,
    audience: Audience,
) -> Result<Vec<(i64, String)>, StoreError> {
    let circles = circles(audience);
    let sql = format!(
        "select distinct r.dataset_version, c.period from release r \
         join release_column c on c.release = r.id \
         where r.tenant = $1 and r.withdrawn_at is null and r.nutzung in ({})",
        lists::places(2, circles.len()),
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    for circle in circles {
        query = query.bind(circle.code());
    }
    Ok(query.fetch_all(connection).await?)
}

/// That something of a dataset version is out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Out {
    /// The dataset version.
    pub dataset_version: i64,
    /// How it is protected.
    pub policy: Policy,
    /// The circle that it is released for.
    pub nutzung: Nutzung,
}

/// The releases that a reader has, the newest first.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if what is stored is no policy.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn out(
    connection: &mut AnyConnection,
    tenant: Tenant,
    audience: Audience,
) -> Result<Vec<Out>, StoreError> {
    let rows: Vec<(i64, String, String)> = sqlx::query_as(
        "select dataset_version, policy, nutzung from release where tenant = $1 \
         and withdrawn_at is null order by id desc",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let read = |(dataset_version, policy, circle): (i64, String, String)| {
        let policy = Policy::from_code(&policy)
            .ok_or(StoreError::Unreadable { what: "a policy", text: policy })?;
        Ok(Out { dataset_version, policy, nutzung: datasets::nutzung(circle)? })
    };
    let all: Vec<Out> = rows.into_iter().map(read).collect::<Result<_, StoreError>>()?;
    Ok(all.into_iter().filter(|it| it.nutzung.includes(audience)).collect())
}

/// The circles that include a reader.
fn circles(audience: Audience) -> Vec<Nutzung> {
    Nutzung::ALL.into_iter().filter(|it| it.includes(audience)).collect()
}
