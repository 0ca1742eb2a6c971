//! Released columns of several tenants at once, for who was given figures by each of them.
//!
//! Which releases somebody was given is not known here: who asks names them, each with its tenant, and
//! gets no column of any other.

use std::collections::BTreeSet;

use ankunft_disclosure::{Audience, ReleaseKey};
use sqlx::AnyConnection;

use super::{OpenedColumn, ROWS_AT_ONCE, Row, circles};
use crate::store::{StoreError, lists};
use crate::tenant::Tenant;

/// So many columns are opened in a statement: each is named by three values.
const COLUMNS_AT_ONCE: usize = 200;

/// A column of a release of some tenant, without its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedColumn {
    /// Whose it is.
    pub tenant: Tenant,
    /// The release.
    pub release: i64,
    /// The dataset version that it is made from.
    pub dataset_version: i64,
    /// The version of its area units.
    pub area_version: i64,
    /// What its geography is called, and which edition of it this is.
    pub geography: (String, String),
    /// The version of its indicator.
    pub indicator_version: i64,
    /// The code of its indicator.
    pub indicator: String,
    /// Its period.
    pub period: String,
}

#[derive(sqlx::FromRow)]
struct NamedRow {
    tenant: i64,
    release: i64,
    dataset_version: i64,
    area_version: i64,
    geography: String,
    label: String,
    indicator_version: i64,
    indicator: String,
    period: String,
}

/// The columns of these indicators that these releases have, as far as a reader may see them and
/// nobody has withdrawn them; by tenant, release, indicator and period. One statement for every four
/// hundred releases, of however many tenants.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn named(
    connection: &mut AnyConnection,
    releases: &[(Tenant, i64)],
    indicators: &[&str],
    audience: Audience,
) -> Result<Vec<NamedColumn>, StoreError> {
    let mut all = Vec::new();
    if indicators.is_empty() {
        return Ok(all);
    }
    let circles = circles(audience);
    for some in releases.chunks(ROWS_AT_ONCE) {
        let tenants: BTreeSet<i64> = some.iter().map(|it| it.0.id()).collect();
        let sql = format!(
            "select r.tenant, r.id as release, r.dataset_version, r.area_version, \
             g.name as geography, a.label, c.indicator_version, i.code as indicator, c.period \
             from release r join dataset_version v on v.id = r.dataset_version \
             join area_version a on a.id = r.area_version join geography g on g.id = a.geography \
             join release_column c on c.release = r.id \
             join indicator_version iv on iv.id = c.indicator_version \
             join indicator i on i.id = iv.indicator \
             where r.withdrawn_at is null and v.withdrawn_at is null and r.nutzung in ({}) \
             and r.tenant in ({}) and r.id in ({}) and i.code in ({}) \
             order by r.tenant, r.id, i.code, c.period",
            lists::places(1, circles.len()),
            lists::places(1 + circles.len(), tenants.len()),
            lists::places(1 + circles.len() + tenants.len(), some.len()),
            lists::places(1 + circles.len() + tenants.len() + some.len(), indicators.len()),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql));
        for circle in &circles {
            query = query.bind(circle.code());
        }
        for number in tenants.into_iter().chain(some.iter().map(|it| it.1)) {
            query = query.bind(number);
        }
        for code in indicators {
            query = query.bind((*code).to_owned());
        }
        let rows: Vec<NamedRow> = query.fetch_all(&mut *connection).await?;
        let asked: BTreeSet<(i64, i64)> = some.iter().map(|it| (it.0.id(), it.1)).collect();
        let is_asked = |it: &NamedRow| asked.contains(&(it.tenant, it.release));
        all.extend(rows.into_iter().filter(is_asked).map(NamedRow::named));
    }
    Ok(all)
}

impl NamedRow {
    fn named(self) -> NamedColumn {
        NamedColumn {
            tenant: Tenant::from_id(self.tenant),
            release: self.release,
            dataset_version: self.dataset_version,
            area_version: self.area_version,
            geography: (self.geography, self.label),
            indicator_version: self.indicator_version,
            indicator: self.indicator,
            period: self.period,
        }
    }
}

/// Opens columns, each with the seal of its own tenant verified, as far as the reader may still see
/// them; by tenant, release, indicator and period. One statement for every two hundred columns.
///
/// # Errors
///
/// As for [`super::latest`].
pub async fn opened(
    connection: &mut AnyConnection,
    key: &ReleaseKey,
    columns: &[&NamedColumn],
    audience: Audience,
) -> Result<Vec<OpenedColumn>, StoreError> {
    let mut all = Vec::new();
    for some in columns.chunks(COLUMNS_AT_ONCE) {
        let one = |at: usize| {
            let [tenant, release, version, period] = [1, 2, 3, 4].map(|it| at * 4 + it);
            format!(
                "(r.tenant = ${tenant} and c.release = ${release} \
                 and c.indicator_version = ${version} and c.period = ${period})",
            )
        };
        let sql = format!(
            "select r.tenant, r.id as release, r.area_version, c.indicator_version, c.period, \
             r.policy, r.nutzung, i.code as indicator, r.dataset_version, v.number, r.released_at, \
             c.cells, c.seal from release r join dataset_version v on v.id = r.dataset_version \
             join release_column c on c.release = r.id \
             join indicator_version iv on iv.id = c.indicator_version \
             join indicator i on i.id = iv.indicator \
             where r.withdrawn_at is null and v.withdrawn_at is null and ({}) \
             order by r.tenant, r.id, i.code, c.period",
            (0..some.len()).map(one).collect::<Vec<_>>().join(" or "),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql));
        for it in some {
            query = query.bind(it.tenant.id()).bind(it.release).bind(it.indicator_version);
            query = query.bind(it.period.clone());
        }
        let rows: Vec<OfTenant> = query.fetch_all(&mut *connection).await?;
        for OfTenant { tenant, row } in rows {
            let column = row.open(Tenant::from_id(tenant), key)?;
            all.extend(Some(column).filter(|it| it.column.show(audience).is_some()));
        }
    }
    Ok(all)
}

#[derive(sqlx::FromRow)]
struct OfTenant {
    tenant: i64,
    #[sqlx(flatten)]
    row: Row,
}
