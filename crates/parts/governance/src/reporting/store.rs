//! The SQL that reads rounds and requests. Every function takes the tenant.

use std::collections::BTreeMap;

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;
use sqlx::any::AnyArguments;
use sqlx::query::QueryAs;
use sqlx::{Any, AnyConnection};

use super::model::{Contact, Link, Objection, Request, Round, Submission, Verdict};
use crate::effects::actuals::Key;
use crate::effects::model::Reporter;
use crate::effects::period::Period;
use crate::stored::day;

/// The city of a request, for links, which name none.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn tenant_of(
    connection: &mut AnyConnection,
    request: i64,
) -> Result<Option<Tenant>, StoreError> {
    let sql = "select tenant from report_request where id = $1";
    let row: Option<(i64,)> = sqlx::query_as(sql).bind(request).fetch_optional(connection).await?;
    Ok(row.map(|it| Tenant::from_id(it.0)))
}

/// Which reports are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// One request, with everything of it.
    One(i64),
    /// Those of a round, with everything of them.
    Of(i64),
    /// Those that were due on a day or later, without their links and values: how far they are.
    Since(Date),
}

impl Which {
    const fn has_details(self) -> bool {
        !matches!(self, Self::Since(_))
    }

    /// The numbers of the requests that are asked for; `$1` is the tenant, `$2` what [`Self::bind`]
    /// binds. Each is read by its own key, not by looking at every request of the city.
    const fn asked(self) -> &'static str {
        match self {
            Self::One(_) => "select q.id from report_request q where q.tenant = $1 and q.id = $2",
            Self::Of(_) => "select q.id from report_request q where q.tenant = $1 and q.round = $2",
            Self::Since(_) => {
                "select q.id from report_round o join report_request q on q.tenant = o.tenant \
                 and q.round = o.number where o.tenant = $1 and o.due >= $2"
            }
        }
    }

    fn bind<T>(self, tenant: Tenant, query: Query<T>) -> Query<T> {
        let query = query.bind(tenant.id());
        match self {
            Self::One(it) | Self::Of(it) => query.bind(it),
            Self::Since(it) => query.bind(it.to_string()),
        }
    }
}

/// A statement that gives rows of a kind.
type Query<T> = QueryAs<'static, Any, T, AnyArguments>;

#[derive(sqlx::FromRow)]
struct RoundRow {
    number: i64,
    measure: i64,
    period: String,
    due: String,
}

/// The rounds of such reports, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn rounds(
    connection: &mut AnyConnection,
    tenant: Tenant,
    which: Which,
) -> Result<Vec<Round>, StoreError> {
    let asked = which.asked();
    let sql = format!(
        "select number, measure, period, due from report_round where tenant = $1 and number in \
         (select r.round from report_request r where r.tenant = $1 and r.id in ({asked})) \
         order by number desc",
    );
    let query = which.bind(tenant, sqlx::query_as(sqlx::AssertSqlSafe(sql)));
    let rows: Vec<RoundRow> = query.fetch_all(connection).await?;
    let round = |it: RoundRow| {
        let period = Period::parse(&it.period);
        Ok(Round {
            number: it.number,
            measure: it.measure,
            period: period.ok_or(StoreError::Unreadable { what: "a period", text: it.period })?,
            due: day(it.due)?,
        })
    };
    rows.into_iter().map(round).collect()
}

#[derive(sqlx::FromRow)]
struct RequestRow {
    id: i64,
    round: i64,
    reporter_post: Option<i64>,
    reporter_organisation: Option<i64>,
    withdrawn_at: Option<i64>,
    name: String,
    email: String,
    at: i64,
    draft: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct LinkRow {
    request: i64,
    number: i64,
    chance: Vec<u8>,
    made_at: i64,
    expires_at: i64,
    ended_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct SubmissionRow {
    request: i64,
    number: i64,
    contact: String,
    note: String,
    at: i64,
    verdict: Option<String>,
    reason: Option<String>,
    decided_at: Option<i64>,
}

/// Such requests; those of a round stand together, in the order in which they were asked.
///
/// Five statements, however many.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn requests(
    connection: &mut AnyConnection,
    tenant: Tenant,
    which: Which,
) -> Result<Vec<Request>, StoreError> {
    let asked = which.asked();
    let sql = format!(
        "select r.id, r.round, r.reporter_post, r.reporter_organisation, r.withdrawn_at, c.name, \
         c.email, c.at, d.at as draft from report_request r \
         join report_contact c on c.tenant = r.tenant and c.request = r.id and c.version = \
         (select max(n.version) from report_contact n where n.tenant = r.tenant and n.request = r.id) \
         left join report_draft d on d.tenant = r.tenant and d.request = r.id \
         where r.tenant = $1 and r.id in ({asked}) order by r.round, r.id",
    );
    let query = which.bind(tenant, sqlx::query_as(sqlx::AssertSqlSafe(sql)));
    let rows: Vec<RequestRow> = query.fetch_all(&mut *connection).await?;
    let mut links = links(connection, tenant, which).await?;
    let mut submissions = submissions(connection, tenant, which).await?;
    let sql = format!(
        "select request, name, email, at from report_objection where tenant = $1 \
         and request in ({asked}) order by number",
    );
    let query = which.bind(tenant, sqlx::query_as(sqlx::AssertSqlSafe(sql)));
    let mut objections: BTreeMap<i64, Vec<Objection>> = BTreeMap::new();
    let found: Vec<(i64, String, String, i64)> = query.fetch_all(connection).await?;
    for (request, name, email, at) in found {
        let instead = Contact { name, email };
        objections.entry(request).or_default().push(Objection { instead, at });
    }
    let request = |it: RequestRow| {
        let post = it.reporter_post.map(Reporter::Post);
        let organisation = it.reporter_organisation.map(Reporter::Organisation);
        let unreadable = StoreError::Unreadable { what: "who reports", text: it.id.to_string() };
        Ok(Request {
            id: it.id,
            round: it.round,
            reporter: post.or(organisation).ok_or(unreadable)?,
            contact: Contact { name: it.name, email: it.email },
            contact_at: it.at,
            withdrawn_at: it.withdrawn_at,
            links: links.remove(&it.id).unwrap_or_default(),
            draft_at: it.draft,
            submissions: submissions.remove(&it.id).unwrap_or_default(),
            objections: objections.remove(&it.id).unwrap_or_default(),
        })
    };
    rows.into_iter().map(request).collect()
}

async fn links(
    connection: &mut AnyConnection,
    tenant: Tenant,
    which: Which,
) -> Result<BTreeMap<i64, Vec<Link>>, StoreError> {
    let mut links: BTreeMap<i64, Vec<Link>> = BTreeMap::new();
    if !which.has_details() {
        return Ok(links);
    }
    let asked = which.asked();
    let sql = format!(
        "select request, number, chance, made_at, expires_at, ended_at from report_link \
         where tenant = $1 and request in ({asked}) order by number",
    );
    let query = which.bind(tenant, sqlx::query_as(sqlx::AssertSqlSafe(sql)));
    let rows: Vec<LinkRow> = query.fetch_all(connection).await?;
    for it in rows {
        let LinkRow { request, number, chance, made_at, expires_at, ended_at } = it;
        let link = Link { number, chance, made_at, expires_at, ended_at };
        links.entry(request).or_default().push(link);
    }
    Ok(links)
}

/// Indicators and versions of submissions, by request and number.
type Values = BTreeMap<(i64, i64), BTreeMap<i64, i64>>;

async fn values(
    connection: &mut AnyConnection,
    tenant: Tenant,
    which: Which,
) -> Result<Values, StoreError> {
    let mut values = Values::new();
    if !which.has_details() {
        return Ok(values);
    }
    let asked = which.asked();
    let sql = format!(
        "select request, number, indicator, version from report_value where tenant = $1 \
         and request in ({asked})",
    );
    let query = which.bind(tenant, sqlx::query_as(sqlx::AssertSqlSafe(sql)));
    let found: Vec<(i64, i64, i64, i64)> = query.fetch_all(connection).await?;
    for (request, number, indicator, version) in found {
        values.entry((request, number)).or_default().insert(indicator, version);
    }
    Ok(values)
}

async fn submissions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    which: Which,
) -> Result<BTreeMap<i64, Vec<Submission>>, StoreError> {
    let mut values = values(connection, tenant, which).await?;
    let asked = which.asked();
    let sql = format!(
        "select s.request, s.number, s.contact, s.note, s.at, v.verdict, v.reason, \
         v.at as decided_at from report_submission s left join report_verdict v \
         on v.tenant = s.tenant and v.request = s.request and v.number = s.number \
         where s.tenant = $1 and s.request in ({asked}) order by s.number",
    );
    let query = which.bind(tenant, sqlx::query_as(sqlx::AssertSqlSafe(sql)));
    let rows: Vec<SubmissionRow> = query.fetch_all(connection).await?;
    let mut submissions: BTreeMap<i64, Vec<Submission>> = BTreeMap::new();
    for it in rows {
        let verdict = it.verdict.map(|verdict| match verdict.as_str() {
            "accepted" => Verdict::Accepted(it.decided_at.unwrap_or_default()),
            _ => Verdict::Returned(it.reason.unwrap_or_default()),
        });
        submissions.entry(it.request).or_default().push(Submission {
            number: it.number,
            contact: it.contact,
            note: it.note,
            at: it.at,
            values: values.remove(&(it.request, it.number)).unwrap_or_default(),
            verdict,
        });
    }
    Ok(submissions)
}

/// The indicators that a request asks for.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn indicators(
    connection: &mut AnyConnection,
    tenant: Tenant,
    request: i64,
) -> Result<Vec<i64>, StoreError> {
    let sql = "select indicator from report_asked where tenant = $1 and request = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(request);
    let rows: Vec<(i64,)> = query.fetch_all(connection).await?;
    Ok(rows.into_iter().map(|it| it.0).collect())
}

/// The submission, by request and number, in which a value came, while it waits for its Abnahme.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn waiting_with(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (measure, indicator, period, version): Key,
) -> Result<Option<(i64, i64)>, StoreError> {
    let sql = "select v.request, v.number from report_round o join report_request q \
               on q.tenant = o.tenant and q.round = o.number \
               join report_value v on v.tenant = q.tenant and v.request = q.id \
               where o.tenant = $1 and o.measure = $2 and o.period = $3 and v.indicator = $4 \
               and v.version = $5 and not exists (select 1 from report_verdict d \
               where d.tenant = v.tenant and d.request = v.request and d.number = v.number)";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(measure).bind(period.to_string());
    Ok(query.bind(indicator).bind(version).fetch_optional(connection).await?)
}

/// The values of a submission that nobody has decided on.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn undecided(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (request, number): (i64, i64),
) -> Result<Vec<Key>, StoreError> {
    let sql = "select v.measure, v.indicator, v.period, v.version from report_value v \
               where v.tenant = $1 and v.request = $2 and v.number = $3 and not exists \
               (select 1 from measure_actual_verdict d where d.tenant = v.tenant \
               and d.measure = v.measure and d.indicator = v.indicator and d.period = v.period \
               and d.version = v.version) order by v.indicator";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(request).bind(number);
    let rows: Vec<(i64, i64, String, i64)> = query.fetch_all(connection).await?;
    let key = |(measure, indicator, text, version): (i64, i64, String, i64)| {
        let period = Period::parse(&text);
        let period = period.ok_or(StoreError::Unreadable { what: "a period", text })?;
        Ok((measure, indicator, period, version))
    };
    rows.into_iter().map(key).collect()
}

/// What the same reporter told last of the same measure, in another round, and for which period.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn told_last(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (round, reporter): (&Round, Reporter),
) -> Result<Option<(Period, String)>, StoreError> {
    let (column, id) = match reporter {
        Reporter::Post(it) => ("reporter_post", it),
        Reporter::Organisation(it) => ("reporter_organisation", it),
    };
    let sql = format!(
        "select o.period, s.note from report_round o join report_request q \
         on q.tenant = o.tenant and q.round = o.number join report_submission s \
         on s.tenant = q.tenant and s.request = q.id where o.tenant = $1 and o.measure = $2 \
         and o.number <> $3 and o.due <= $4 and q.{column} = $5 and s.note <> '' \
         order by s.at desc, s.number desc limit 1",
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(round.measure);
    let query = query.bind(round.number).bind(round.due.to_string()).bind(id);
    let row: Option<(String, String)> = query.fetch_optional(connection).await?;
    Ok(row.and_then(|(period, told)| Some((Period::parse(&period)?, told))))
}

/// What is typed and not handed in yet, as JSON.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn draft(
    connection: &mut AnyConnection,
    tenant: Tenant,
    request: i64,
) -> Result<Option<String>, StoreError> {
    let sql = "select content from report_draft where tenant = $1 and request = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(request);
    let row: Option<(String,)> = query.fetch_optional(connection).await?;
    Ok(row.map(|it| it.0))
}
