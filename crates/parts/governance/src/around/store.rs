//! The SQL of sheets. Every function takes the tenant.

use std::collections::BTreeMap;

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Around, Content, Degree, Kind, Partner, Risk, Role, Sheet};
use super::money::{Budget, CostKind, Position, Quota, Source};

/// Measure and version of a row.
type Of = (i64, i64);

#[derive(sqlx::FromRow)]
struct Row {
    measure: i64,
    kind: String,
    version: i64,
    budget: Option<i64>,
    account: Option<i64>,
    post: Option<i64>,
    at: i64,
}

#[derive(sqlx::FromRow)]
struct FundingRow {
    measure: i64,
    version: i64,
    position: i64,
    name: String,
    programme: String,
    quota: Option<i64>,
    cents: i64,
}

#[derive(sqlx::FromRow)]
struct FundingYearRow {
    measure: i64,
    version: i64,
    position: i64,
    year: i64,
    cents: i64,
}

#[derive(sqlx::FromRow)]
struct CostRow {
    measure: i64,
    version: i64,
    kind: String,
    year: Option<i64>,
    cents: i64,
}

#[derive(sqlx::FromRow)]
struct PartnerRow {
    measure: i64,
    version: i64,
    organisation: i64,
    role: String,
    contact: String,
    email: String,
}

#[derive(sqlx::FromRow)]
struct RiskRow {
    measure: i64,
    version: i64,
    risk: String,
    likelihood: String,
    consequence: String,
    response: String,
}

/// What rows are asked for: those of a measure, which are found by their key, or of all.
const fn of(measure: Option<i64>) -> &'static str {
    match measure {
        Some(_) => "tenant = $1 and measure = $2",
        None => "tenant = $1 and cast($2 as bigint) is null",
    }
}

/// Rows by measure and version.
type Rows<T> = BTreeMap<Of, Vec<T>>;

/// What stands around each measure.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn arounds(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, Around>, StoreError> {
    let mut all: BTreeMap<i64, Vec<Sheet>> = BTreeMap::new();
    for it in sheets(connection, tenant, None).await? {
        all.entry(it.measure).or_default().push(it);
    }
    Ok(all.into_iter().map(|(of, all)| (of, Around::of(&all))).collect())
}

keep! {
    /// What stands around each measure, for pages.
    Arounds(BTreeMap<i64, Around>) = |connection, tenant| arounds(connection, tenant);
}

/// All versions of the sheets of a measure, or of all measures; the oldest first.
///
/// Six statements, however many.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn sheets(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: Option<i64>,
) -> Result<Vec<Sheet>, StoreError> {
    let sql = format!(
        "select measure, kind, version, budget, account, post, at from measure_sheet \
         where {} order by measure, kind, version",
        of(measure),
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(measure);
    let rows: Vec<Row> = query.fetch_all(&mut *connection).await?;
    let mut funding = funding(connection, tenant, measure).await?;
    let mut costs = costs(connection, tenant, measure).await?;
    let mut partners = partners(connection, tenant, measure).await?;
    let mut risks = risks(connection, tenant, measure).await?;
    let sheet = |row: Row| {
        let of = (row.measure, row.version);
        let mut content = Content::empty(
            Kind::from_code(&row.kind)
                .ok_or(StoreError::Unreadable { what: "a sheet", text: row.kind })?,
        );
        match &mut content {
            Content::Money(it) => {
                it.cents = row.budget.unwrap_or_default();
                it.sources = funding.remove(&of).unwrap_or_default();
                it.costs = costs.remove(&of).unwrap_or_default();
            }
            Content::Partners(it) => *it = partners.remove(&of).unwrap_or_default(),
            Content::Risks(it) => *it = risks.remove(&of).unwrap_or_default(),
        }
        let Row { measure, version, account, post, at, .. } = row;
        Ok(Sheet { measure, version, content, account, post, at })
    };
    rows.into_iter().map(sheet).collect()
}

async fn funding(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: Option<i64>,
) -> Result<Rows<Source>, StoreError> {
    let mut years = funding_years(connection, tenant, measure).await?;
    let sql = format!(
        "select measure, version, position, name, programme, quota, cents from measure_funding \
         where {} order by position",
        of(measure),
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(measure);
    let mut funding = Rows::new();
    for it in query.fetch_all(connection).await? {
        let FundingRow { measure, version, position, name, programme, quota, cents } = it;
        let quota = quota.and_then(Quota::new);
        let years = years.remove(&(measure, version, position)).unwrap_or_default();
        let source = Source { name, programme, quota, cents, years };
        funding.entry((measure, version)).or_default().push(source);
    }
    Ok(funding)
}

/// What sources pay in which year: by measure, version and place.
async fn funding_years(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: Option<i64>,
) -> Result<BTreeMap<(i64, i64, i64), Vec<(i16, i64)>>, StoreError> {
    let sql = format!(
        "select measure, version, position, year, cents from measure_funding_year \
         where {} order by year",
        of(measure),
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(measure);
    let mut years: BTreeMap<_, Vec<(i16, i64)>> = BTreeMap::new();
    for it in query.fetch_all(connection).await? {
        let FundingYearRow { measure, version, position, year, cents } = it;
        years.entry((measure, version, position)).or_default().push((short(year)?, cents));
    }
    Ok(years)
}

/// A year as it is stored.
fn short(year: i64) -> Result<i16, StoreError> {
    let unreadable = |_| StoreError::Unreadable { what: "a year", text: year.to_string() };
    i16::try_from(year).map_err(unreadable)
}

async fn costs(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: Option<i64>,
) -> Result<Rows<Position>, StoreError> {
    let sql = format!(
        "select measure, version, kind, year, cents from measure_cost where {} order by position",
        of(measure),
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(measure);
    let mut costs = Rows::new();
    for it in query.fetch_all(connection).await? {
        let CostRow { measure, version, kind, year, cents } = it;
        let kind = crate::stored::word(CostKind::from_code, kind)?;
        let position = Position { kind, year: year.map(short).transpose()?, cents };
        costs.entry((measure, version)).or_default().push(position);
    }
    Ok(costs)
}

async fn partners(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: Option<i64>,
) -> Result<Rows<Partner>, StoreError> {
    let sql = format!(
        "select measure, version, organisation, role, contact, email from measure_partner \
         where {} order by position",
        of(measure),
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(measure);
    let mut partners = Rows::new();
    for it in query.fetch_all(connection).await? {
        let PartnerRow { measure, version, organisation, role, contact, email } = it;
        let unreadable = StoreError::Unreadable { what: "a role", text: role.clone() };
        let role = Role::from_code(&role).ok_or(unreadable)?;
        let partner = Partner { organisation, role, contact, email };
        partners.entry((measure, version)).or_default().push(partner);
    }
    Ok(partners)
}

async fn risks(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: Option<i64>,
) -> Result<Rows<Risk>, StoreError> {
    let sql = format!(
        "select measure, version, risk, likelihood, consequence, response from measure_risk \
         where {} order by position",
        of(measure),
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(measure);
    let mut risks = Rows::new();
    for it in query.fetch_all(connection).await? {
        let RiskRow { measure, version, risk, likelihood, consequence, response } = it;
        let degree = |code: &str| {
            let unreadable = StoreError::Unreadable { what: "a degree", text: code.to_owned() };
            Degree::from_code(code).ok_or(unreadable)
        };
        let (likelihood, consequence) = (degree(&likelihood)?, degree(&consequence)?);
        let risk = Risk { text: risk, likelihood, consequence, response };
        risks.entry((measure, version)).or_default().push(risk);
    }
    Ok(risks)
}

/// Writes a version of a sheet.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   version meanwhile.
pub async fn write(
    change: &mut Change,
    tenant: Tenant,
    (measure, version): Of,
    (before, content): (Option<&Content>, &Content),
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let budget = match content {
        Content::Money(it) => Some(it.cents),
        _ => None,
    };
    sqlx::query(
        "insert into measure_sheet (tenant, measure, kind, version, budget, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tenant.id())
    .bind(measure)
    .bind(content.kind().code())
    .bind(version)
    .bind(budget)
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    write_rows(change, tenant, (measure, version), content).await?;
    let bytes = |it: &Content| format!("{it:?}").into_bytes();
    let before = before.map(bytes);
    let entry = Entry {
        tenant: Some(tenant),
        action: match content.kind() {
            Kind::Money => "measure.money",
            Kind::Partners => "measure.partners",
            Kind::Risks => "measure.risks",
        },
        thing_kind: crate::measures::store::KIND,
        thing: &measure.to_string(),
        note: "",
        before: before.as_deref(),
        after: Some(&bytes(content)),
    };
    change.record(entry).await
}

async fn write_rows(
    change: &mut Change,
    tenant: Tenant,
    (measure, version): Of,
    content: &Content,
) -> Result<(), StoreError> {
    let rows = match content {
        Content::Money(it) => it.sources.len(),
        Content::Partners(it) => it.len(),
        Content::Risks(it) => it.len(),
    };
    for (at, position) in (0..rows).zip(1_i64..) {
        let insert = match content.kind() {
            Kind::Money => {
                "insert into measure_funding (tenant, measure, version, position, name, programme, \
                 quota, cents) values ($1, $2, $3, $4, $5, $6, $7, $8)"
            }
            Kind::Partners => {
                "insert into measure_partner (tenant, measure, version, position, organisation, \
                 role, contact, email) values ($1, $2, $3, $4, $5, $6, $7, $8)"
            }
            Kind::Risks => {
                "insert into measure_risk (tenant, measure, version, position, risk, likelihood, \
                 consequence, response) values ($1, $2, $3, $4, $5, $6, $7, $8)"
            }
        };
        let query =
            sqlx::query(insert).bind(tenant.id()).bind(measure).bind(version).bind(position);
        let query = match content {
            Content::Money(it) => {
                let it = &it.sources[at];
                let query = query.bind(it.name.clone()).bind(it.programme.clone());
                query.bind(it.quota.map(Quota::thirds)).bind(it.cents)
            }
            Content::Partners(it) => {
                let it = &it[at];
                let query = query.bind(it.organisation).bind(it.role.code());
                query.bind(it.contact.clone()).bind(it.email.clone())
            }
            Content::Risks(it) => {
                let it = &it[at];
                let query = query.bind(it.text.clone()).bind(it.likelihood.code());
                query.bind(it.consequence.code()).bind(it.response.clone())
            }
        };
        query.execute(&mut **change).await?;
    }
    match content {
        Content::Money(it) => write_plan(change, tenant, (measure, version), it).await,
        Content::Partners(_) | Content::Risks(_) => Ok(()),
    }
}

/// What a version says of kinds of cost and of years.
async fn write_plan(
    change: &mut Change,
    tenant: Tenant,
    (measure, version): Of,
    it: &Budget,
) -> Result<(), StoreError> {
    for (cost, position) in it.costs.iter().zip(1_i64..) {
        sqlx::query(
            "insert into measure_cost (tenant, measure, version, position, kind, year, cents) \
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(tenant.id())
        .bind(measure)
        .bind(version)
        .bind(position)
        .bind(cost.kind.code())
        .bind(cost.year.map(i64::from))
        .bind(cost.cents)
        .execute(&mut **change)
        .await?;
    }
    for (source, position) in it.sources.iter().zip(1_i64..) {
        for (year, cents) in &source.years {
            sqlx::query(
                "insert into measure_funding_year (tenant, measure, version, position, year, \
                 cents) values ($1, $2, $3, $4, $5, $6)",
            )
            .bind(tenant.id())
            .bind(measure)
            .bind(version)
            .bind(position)
            .bind(i64::from(*year))
            .bind(*cents)
            .execute(&mut **change)
            .await?;
        }
    }
    Ok(())
}
