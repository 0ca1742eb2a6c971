//! The SQL of measures. Every function takes the tenant.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Measure, Plan, State};
use crate::known::Place;
use crate::stored::day;

/// The kind under which measures are cited, and under which citations stand in them.
pub const KIND: &str = "measure";

const COLUMNS: &str = "v.measure, v.version, v.title, v.geography, v.area, v.place_name, \
     v.lead_post, v.due, v.sign, v.state, v.description, v.target_group, v.starts_on, v.review_on, \
     v.regular_service, v.account, v.post, v.at";

#[derive(sqlx::FromRow)]
struct Row {
    measure: i64,
    version: i64,
    title: String,
    geography: Option<String>,
    area: Option<String>,
    place_name: Option<String>,
    lead_post: i64,
    due: String,
    sign: String,
    state: String,
    description: String,
    target_group: String,
    starts_on: Option<String>,
    review_on: Option<String>,
    regular_service: String,
    account: Option<i64>,
    post: Option<i64>,
    at: i64,
}

impl Row {
    fn measure(self) -> Result<Measure, StoreError> {
        let state = State::from_code(&self.state)
            .ok_or(StoreError::Unreadable { what: "a state", text: self.state })?;
        let place = self.geography.zip(self.area).zip(self.place_name);
        let place = place.map(|((geography, area), name)| Place { geography, area, name });
        let plan = Plan {
            title: self.title,
            place,
            lead: self.lead_post,
            due: day(self.due)?,
            sign: self.sign,
            state,
            description: self.description,
            target_group: self.target_group,
            starts_on: self.starts_on.map(day).transpose()?,
            review_on: self.review_on.map(day).transpose()?,
            regular_service: self.regular_service,
            contributing: Vec::new(),
            informed: Vec::new(),
        };
        let Self { measure: number, version, account, post, at, .. } = self;
        Ok(Measure { number, version, plan, account, post, at })
    }
}

/// Measure, version, role, Stelle.
type PartyRow = (i64, i64, String, i64);

/// Puts Stellen into the versions that they belong to.
fn with_parties(rows: Vec<Row>, parties: Vec<PartyRow>) -> Result<Vec<Measure>, StoreError> {
    let mut all = rows.into_iter().map(Row::measure).collect::<Result<Vec<_>, _>>()?;
    let at: BTreeMap<(i64, i64), usize> =
        all.iter().enumerate().map(|(at, it)| ((it.number, it.version), at)).collect();
    for (measure, version, role, post) in parties {
        let Some(plan) = at.get(&(measure, version)).map(|at| &mut all[*at].plan) else { continue };
        match role.as_str() {
            "contributes" => plan.contributing.push(post),
            _ => plan.informed.push(post),
        }
    }
    Ok(all)
}

/// When each measure was written down, in microseconds UTC.
async fn begun(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, i64>, StoreError> {
    let sql = "select measure, min(at) from measure_version where tenant = $1 group by measure";
    let rows: Vec<(i64, i64)> = sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?;
    Ok(rows.into_iter().collect())
}

keep! {
    /// When each measure was written down, in microseconds UTC.
    Begun(BTreeMap<i64, i64>) = |connection, tenant| begun(connection, tenant);
    /// [`measures`] for pages.
    Measures(Vec<Measure>) = |connection, tenant| measures(connection, tenant);
    /// [`citation_counts`] for pages.
    CitationCounts(BTreeMap<i64, usize>) = |connection, tenant| citation_counts(connection, tenant);
    /// [`baselines`] for pages.
    Baselines(BTreeMap<i64, BTreeSet<i64>>) = |connection, tenant| baselines(connection, tenant);
}

/// All measures of a city as they stand, the nearest last day first.
///
/// Two statements, however many measures.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn measures(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Measure>, StoreError> {
    const NEWEST: &str = "(select max(n.version) from measure_version n \
         where n.tenant = v.tenant and n.measure = v.measure)";
    let sql = format!(
        "select {COLUMNS} from measure_version v where v.tenant = $1 and v.version = {NEWEST} \
         order by v.due, v.measure",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .fetch_all(&mut *connection)
        .await?;
    let sql = format!(
        "select v.measure, v.version, v.role, v.post from measure_party v where v.tenant = $1 \
         and v.version = {NEWEST} order by v.post",
    );
    let parties =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?;
    with_parties(rows, parties)
}

/// All versions of a measure, the newest first; none if there is no such measure.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Vec<Measure>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from measure_version v where v.tenant = $1 and v.measure = $2 \
         order by v.version desc",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(number)
        .fetch_all(&mut *connection)
        .await?;
    let parties = sqlx::query_as(
        "select measure, version, role, post from measure_party \
         where tenant = $1 and measure = $2 order by post",
    )
    .bind(tenant.id())
    .bind(number)
    .fetch_all(connection)
    .await?;
    with_parties(rows, parties)
}

/// All versions of all measures of a city, by number, the oldest first.
///
/// Two statements, however many.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all_versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Measure>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from measure_version v where v.tenant = $1 \
         order by v.measure, v.version",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .fetch_all(&mut *connection)
        .await?;
    let parties = sqlx::query_as(
        "select measure, version, role, post from measure_party where tenant = $1 order by post",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    with_parties(rows, parties)
}

/// Notes a new measure; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if a Stelle does not exist.
pub async fn add(change: &mut Change, tenant: Tenant, plan: &Plan) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from measure where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    sqlx::query("insert into measure (tenant, number) values ($1, $2)")
        .bind(tenant.id())
        .bind(number)
        .execute(&mut **change)
        .await?;
    insert_version(change, tenant, (number, 1), plan).await?;
    record(change, tenant, ("measure.plan", number), ("", None, Some(plan))).await?;
    Ok(number)
}

/// Writes the next version of a measure.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written
///   that version meanwhile.
pub async fn change_plan(
    change: &mut Change,
    tenant: Tenant,
    was: &Measure,
    plan: &Plan,
) -> Result<(), StoreError> {
    insert_version(change, tenant, (was.number, was.version + 1), plan).await?;
    let note: Vec<&str> = was.plan.differences(plan).into_iter().map(|it| it.code()).collect();
    let what = (note.join(", "), Some(&was.plan), Some(plan));
    record(change, tenant, ("measure.change", was.number), (&what.0, what.1, what.2)).await
}

async fn insert_version(
    change: &mut Change,
    tenant: Tenant,
    (number, version): (i64, i64),
    plan: &Plan,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let place = plan.place.as_ref();
    sqlx::query(
        "insert into measure_version (tenant, measure, version, title, geography, area, \
         place_name, lead_post, due, sign, state, description, target_group, starts_on, review_on, \
         regular_service, account, post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
         $12, $13, $14, $15, $16, $17, $18, $19)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(version)
    .bind(plan.title.clone())
    .bind(place.map(|it| it.geography.clone()))
    .bind(place.map(|it| it.area.clone()))
    .bind(place.map(|it| it.name.clone()))
    .bind(plan.lead)
    .bind(plan.due.to_string())
    .bind(plan.sign.clone())
    .bind(plan.state.code())
    .bind(plan.description.clone())
    .bind(plan.target_group.clone())
    .bind(plan.starts_on.map(|it| it.to_string()))
    .bind(plan.review_on.map(|it| it.to_string()))
    .bind(plan.regular_service.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let parties = plan.contributing.iter().map(|it| ("contributes", *it));
    for (role, post) in parties.chain(plan.informed.iter().map(|it| ("informed", *it))) {
        sqlx::query(
            "insert into measure_party (tenant, measure, version, role, post) \
             values ($1, $2, $3, $4, $5)",
        )
        .bind(tenant.id())
        .bind(number)
        .bind(version)
        .bind(role)
        .bind(post)
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, number): (&str, i64),
    (note, before, after): (&str, Option<&Plan>, Option<&Plan>),
) -> Result<(), StoreError> {
    let bytes = |it: &Plan| format!("{it:?}").into_bytes();
    let (before, after) = (before.map(bytes), after.map(bytes));
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: KIND,
        thing: &number.to_string(),
        note,
        before: before.as_deref(),
        after: after.as_deref(),
    };
    change.record(entry).await
}

/// How many things each measure cites: number → how many, in one statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn citation_counts(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, usize>, StoreError> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "select citing, count(*) from citation_place where tenant = $1 and citing_kind = $2 \
         group by citing",
    )
    .bind(tenant.id())
    .bind(KIND)
    .fetch_all(connection)
    .await?;
    let count = |(citing, count): (String, i64)| {
        Some((citing.parse().ok()?, usize::try_from(count).unwrap_or_default()))
    };
    Ok(rows.into_iter().filter_map(count).collect())
}

/// The citations that are baselines, of all measures: measure → citations.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn baselines(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, BTreeSet<i64>>, StoreError> {
    let rows: Vec<(i64, i64)> = sqlx::query_as(
        "select measure, citation from measure_baseline where tenant = $1 order by measure, citation",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let mut all: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    for (measure, citation) in rows {
        all.entry(measure).or_default().insert(citation);
    }
    Ok(all)
}

/// Says whether the effect of a measure is measured against a citation of it.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such citation.
pub async fn measure_against(
    change: &mut Change,
    tenant: Tenant,
    (number, citation): (i64, i64),
    is_baseline: bool,
) -> Result<(), StoreError> {
    let query = if is_baseline {
        // Somebody else may have taken the citation out meanwhile.
        sqlx::query(
            "insert into measure_baseline (tenant, measure, citation) \
             select p.tenant, $2, p.citation from citation_place p where p.tenant = $1 \
             and p.citation = $3 and p.citing_kind = $4 and p.citing = $5 \
             on conflict (tenant, measure, citation) do nothing",
        )
    } else {
        sqlx::query(
            "delete from measure_baseline where tenant = $1 and measure = $2 and citation = $3",
        )
    };
    let query = query.bind(tenant.id()).bind(number).bind(citation);
    let query = if is_baseline { query.bind(KIND).bind(number.to_string()) } else { query };
    query.execute(&mut **change).await?;
    let action = if is_baseline { "measure.baseline" } else { "measure.no-baseline" };
    let note = citation.to_string();
    record(change, tenant, (action, number), (&note, None, None)).await
}

/// Which measures cite which things of a kind that has numbers: number → measures. One statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn citing(
    connection: &mut AnyConnection,
    tenant: Tenant,
    kind: &str,
) -> Result<BTreeMap<i64, BTreeSet<i64>>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select c.cited, p.citing from citation_place p \
         join citation c on c.id = p.citation and c.tenant = p.tenant \
         where p.tenant = $1 and p.citing_kind = $2 and c.cited_kind = $3",
    )
    .bind(tenant.id())
    .bind(KIND)
    .bind(kind.to_owned())
    .fetch_all(connection)
    .await?;
    let mut all: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    for (cited, measure) in rows {
        if let (Ok(cited), Ok(measure)) = (cited.parse(), measure.parse()) {
            all.entry(cited).or_default().insert(measure);
        }
    }
    Ok(all)
}
