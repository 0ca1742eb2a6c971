//! Composed quarters in the database. Nothing that was joined is ever updated.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::changes::{Author, Entry};
use ankunft_platform::ids;
use ankunft_platform::register::areas::{self, AreaVersion};
use ankunft_platform::store::{Change, StoreError, lists};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Composed, Joint, after, before};

/// How many rows one statement writes.
const AT_ONCE: usize = 300;

/// What somebody joins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJoint<'a> {
    /// The version of the area units in which the parts are named.
    pub area_version: i64,
    /// What people call it.
    pub name: &'a str,
    /// Why it is joined so.
    pub reason: &'a str,
    /// Whether everybody may know of it.
    pub is_public: bool,
    /// The codes of its parts.
    pub parts: &'a BTreeSet<String>,
}

impl NewJoint<'_> {
    /// Whether it says something else than what is there.
    #[must_use]
    pub fn differs_from(&self, joint: &Joint) -> bool {
        *self != NewJoint::from(joint)
    }
}

impl<'a> From<&'a Joint> for NewJoint<'a> {
    fn from(it: &'a Joint) -> Self {
        Self {
            area_version: it.area_version,
            name: &it.name,
            reason: &it.reason,
            is_public: it.is_public,
            parts: &it.parts,
        }
    }
}

#[derive(sqlx::FromRow)]
struct QuarterRow {
    id: i64,
    geography: i64,
    code: String,
    retired_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    id: i64,
    composed: i64,
    number: i64,
    area_version: i64,
    name: String,
    reason: String,
    is_public: i16,
    made_at: i64,
}

/// All composed quarters of a city with all their versions, by code, given its area versions.
///
/// Three statements, and one for each step between versions of the area units that any is
/// joined from.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
    versions: &[AreaVersion],
) -> Result<Vec<Composed>, StoreError> {
    let quarters: Vec<QuarterRow> = sqlx::query_as(
        "select id, geography, code, retired_at from composed where tenant = $1 order by code",
    )
    .bind(tenant.id())
    .fetch_all(&mut *connection)
    .await?;
    if quarters.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<VersionRow> = sqlx::query_as(
        "select id, composed, number, area_version, name, reason, is_public, made_at \
         from composed_version where tenant = $1 order by composed, number",
    )
    .bind(tenant.id())
    .fetch_all(&mut *connection)
    .await?;
    let parts: Vec<(i64, String)> =
        sqlx::query_as("select composed_version, code from composed_part where tenant = $1")
            .bind(tenant.id())
            .fetch_all(&mut *connection)
            .await?;
    let mut of: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
    for (version, code) in parts {
        of.entry(version).or_default().insert(code);
    }
    let ways = Ways::read(connection, tenant, &quarters, versions).await?;
    let mut composed = Vec::new();
    for it in quarters {
        let mine = rows.iter().filter(|row| row.composed == it.id);
        let joint = |row: &VersionRow| {
            let parts = of.get(&row.id).cloned().unwrap_or_default();
            joint(row, it.geography, parts, &ways)
        };
        let versions: Vec<Joint> = mine.map(joint).collect();
        let QuarterRow { id, geography, code, retired_at } = it;
        composed.push(Composed { id, geography, code, retired_at, versions });
    }
    composed.retain(|it| !it.versions.is_empty());
    Ok(composed)
}

fn joint(row: &VersionRow, geography: i64, parts: BTreeSet<String>, ways: &Ways) -> Joint {
    Joint {
        id: row.id,
        number: row.number,
        area_version: row.area_version,
        name: row.name.clone(),
        reason: row.reason.clone(),
        is_public: row.is_public != 0,
        made_at: row.made_at,
        everywhere: ways.everywhere(geography, row.area_version, &parts),
        parts,
    }
}

/// The ground of some area units in each version in which it is made of whole units.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn everywhere(
    connection: &mut AnyConnection,
    tenant: Tenant,
    versions: &[AreaVersion],
    (geography, version): (i64, i64),
    parts: &BTreeSet<String>,
) -> Result<BTreeMap<i64, BTreeSet<String>>, StoreError> {
    let mut ways = Ways::default();
    ways.learn(connection, tenant, geography, versions).await?;
    Ok(ways.everywhere(geography, version, parts))
}

/// How the area units of one version became those of the next, by geography.
#[derive(Debug, Default)]
struct Ways(BTreeMap<i64, Vec<(i64, Vec<areas::Link>)>>);

impl Ways {
    async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        quarters: &[QuarterRow],
        versions: &[AreaVersion],
    ) -> Result<Self, StoreError> {
        let geographies: BTreeSet<i64> = quarters.iter().map(|it| it.geography).collect();
        let mut ways = Self::default();
        for geography in geographies {
            ways.learn(connection, tenant, geography, versions).await?;
        }
        Ok(ways)
    }

    /// Reads the steps of one geography.
    async fn learn(
        &mut self,
        connection: &mut AnyConnection,
        tenant: Tenant,
        geography: i64,
        versions: &[AreaVersion],
    ) -> Result<(), StoreError> {
        let mut steps = Vec::new();
        let mut earlier = None;
        for version in versions.iter().filter(|it| it.geography == geography) {
            let links = match earlier {
                Some(earlier) => {
                    areas::crosswalk(connection, tenant, (earlier, version.id)).await?
                }
                None => Vec::new(),
            };
            steps.push((version.id, links));
            earlier = Some(version.id);
        }
        self.0.insert(geography, steps);
        Ok(())
    }

    /// The ground of these units in each version in which it is made of whole units.
    fn everywhere(
        &self,
        geography: i64,
        version: i64,
        parts: &BTreeSet<String>,
    ) -> BTreeMap<i64, BTreeSet<String>> {
        let mut everywhere = BTreeMap::from([(version, parts.clone())]);
        let steps = self.0.get(&geography).map_or(&[][..], Vec::as_slice);
        let Some(here) = steps.iter().position(|(id, _)| *id == version) else { return everywhere };
        let mut now = parts.clone();
        for at in (1..=here).rev() {
            let Some(then) = before(&now, &steps[at].1) else { break };
            everywhere.insert(steps[at - 1].0, then.clone());
            now = then;
        }
        now.clone_from(parts);
        for (id, links) in &steps[here + 1..] {
            let Some(then) = after(&now, links) else { break };
            everywhere.insert(*id, then.clone());
            now = then;
        }
        everywhere
    }
}

/// Keeps a new quarter with its first version; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if its code is taken.
pub async fn make(
    change: &mut Change,
    tenant: Tenant,
    author: &Author,
    (geography, code): (i64, &str),
    new: &NewJoint<'_>,
) -> Result<i64, StoreError> {
    let id = ids::next();
    sqlx::query(
        "insert into composed (id, tenant, geography, code, created_at) \
         values ($1, $2, $3, $4, $5)",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(geography)
    .bind(code.to_owned())
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    keep(change, tenant, author, (id, 1, None), new).await?;
    record(change, tenant, ("composed.make", code), None, Some(&told(new))).await?;
    Ok(id)
}

/// Keeps what a quarter is from now on, behind what it was.
///
/// # Errors
///
/// - [`StoreError::Database`] if somebody else was faster.
pub async fn change(
    change: &mut Change,
    tenant: Tenant,
    author: &Author,
    quarter: &Composed,
    new: &NewJoint<'_>,
) -> Result<(), StoreError> {
    let newest = quarter.versions.last();
    let (number, predecessor) = (newest.map_or(0, |it| it.number), newest.map(|it| it.id));
    keep(change, tenant, author, (quarter.id, number + 1, predecessor), new).await?;
    let before = newest.map(|it| told(&NewJoint::from(it)));
    let thing = ("composed.change", quarter.code.as_str());
    record(change, tenant, thing, before.as_deref(), Some(&told(new))).await
}

/// Gives a quarter up: it is offered no more, and what names it still finds it.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn retire(
    change: &mut Change,
    tenant: Tenant,
    quarter: &Composed,
) -> Result<(), StoreError> {
    let sql = "update composed set retired_at = $1 \
               where tenant = $2 and id = $3 and retired_at is null";
    sqlx::query(sql)
        .bind(Timestamp::now().as_microsecond())
        .bind(tenant.id())
        .bind(quarter.id)
        .execute(&mut **change)
        .await?;
    record(change, tenant, ("composed.retire", &quarter.code), None, None).await
}

async fn keep(
    change: &mut Change,
    tenant: Tenant,
    author: &Author,
    (quarter, number, predecessor): (i64, i64, Option<i64>),
    new: &NewJoint<'_>,
) -> Result<(), StoreError> {
    let id = ids::next();
    sqlx::query(
        "insert into composed_version (id, tenant, composed, number, predecessor, area_version, \
         name, reason, is_public, account, post, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(quarter)
    .bind(number)
    .bind(predecessor)
    .bind(new.area_version)
    .bind(new.name.to_owned())
    .bind(new.reason.to_owned())
    .bind(i16::from(new.is_public))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let parts: Vec<&String> = new.parts.iter().collect();
    for some in parts.chunks(AT_ONCE) {
        let values = lists::rows(some.len(), 3);
        let sql =
            format!("insert into composed_part (composed_version, code, tenant) values {values}");
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for code in some {
            query = query.bind(id).bind((*code).clone()).bind(tenant.id());
        }
        query.execute(&mut **change).await?;
    }
    Ok(())
}

/// What stands hashed in the change log.
fn told(new: &NewJoint<'_>) -> String {
    format!("{new:?}")
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, code): (&str, &str),
    before: Option<&str>,
    after: Option<&str>,
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: "composed",
        thing: code,
        note: "",
        before: before.map(str::as_bytes),
        after: after.map(str::as_bytes),
    };
    change.record(entry).await
}
