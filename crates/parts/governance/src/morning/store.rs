//! What is late, and what it waits for, in one statement a kind. Every function takes the tenant.

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;
use sqlx::AnyConnection;

use crate::effects::model::Reporter;
use crate::effects::period::Period;
use crate::papers::store::is_decided_sql;
use crate::stored::day;

/// A measure whose last day is over.
pub(super) struct LateMeasure {
    pub(super) number: i64,
    pub(super) title: String,
    pub(super) lead: i64,
    pub(super) due: Date,
}

/// The open measures whose last day is before this one.
pub(super) async fn measures(
    connection: &mut AnyConnection,
    tenant: Tenant,
    today: Date,
) -> Result<Vec<LateMeasure>, StoreError> {
    let rows: Vec<(i64, String, i64, String)> = sqlx::query_as(
        "select v.measure, v.title, v.lead_post, v.due from measure_version v \
         where v.tenant = $1 and v.due < $2 and v.state in ('planned', 'running') \
         and v.version = (select max(n.version) from measure_version n \
         where n.tenant = v.tenant and n.measure = v.measure)",
    )
    .bind(tenant.id())
    .bind(today.to_string())
    .fetch_all(connection)
    .await?;
    let measure =
        |(number, title, lead, due)| Ok(LateMeasure { number, title, lead, due: day(due)? });
    rows.into_iter().map(measure).collect()
}

/// A report that was due and is not accepted.
pub(super) struct OpenReport {
    pub(super) measure: i64,
    pub(super) title: String,
    pub(super) lead: i64,
    pub(super) round: i64,
    pub(super) period: Period,
    pub(super) due: Date,
    pub(super) reporter: Reporter,
    /// When it was handed in, if it waits for its Abnahme, in microseconds UTC.
    pub(super) handed_in: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct ReportRow {
    measure: i64,
    title: String,
    lead_post: i64,
    round: i64,
    period: String,
    due: String,
    reporter_post: Option<i64>,
    reporter_organisation: Option<i64>,
    handed_in: Option<i64>,
}

/// The reports that were due before this day and are not accepted, or whose correction waits for it. Joined
/// in the order in which most rows fall away first.
pub(super) async fn reports(
    connection: &mut AnyConnection,
    tenant: Tenant,
    today: Date,
) -> Result<Vec<OpenReport>, StoreError> {
    let rows: Vec<ReportRow> = sqlx::query_as(
        "select o.measure, v.title, v.lead_post, o.number as round, o.period, o.due, \
         q.reporter_post, q.reporter_organisation, \
         (select s.at from report_submission s where s.request = q.id and s.number = \
         (select max(n.number) from report_submission n where n.request = q.id) \
         and not exists (select 1 from report_verdict d \
         where d.request = s.request and d.number = s.number)) as handed_in \
         from report_request q cross join report_round o cross join measure_version v \
         where q.tenant = $1 and q.withdrawn_at is null \
         and not exists (select 1 from report_verdict d where d.request = q.id \
         and d.verdict = 'accepted' and exists (select 1 from report_verdict e \
         where e.request = q.id and e.number = \
         (select max(n.number) from report_submission n where n.request = q.id))) \
         and o.tenant = $1 and o.number = q.round and o.due < $2 \
         and v.tenant = $1 and v.measure = o.measure \
         and v.version = (select max(n.version) from measure_version n \
         where n.tenant = v.tenant and n.measure = v.measure) \
         order by o.number, q.id",
    )
    .bind(tenant.id())
    .bind(today.to_string())
    .fetch_all(connection)
    .await?;
    let report = |it: ReportRow| {
        let period = Period::parse(&it.period);
        let reporter = match it.reporter_organisation {
            Some(id) => Reporter::Organisation(id),
            None => Reporter::Post(it.reporter_post.unwrap_or(it.lead_post)),
        };
        Ok(OpenReport {
            measure: it.measure,
            title: it.title,
            lead: it.lead_post,
            round: it.round,
            period: period.ok_or(StoreError::Unreadable { what: "a period", text: it.period })?,
            due: day(it.due)?,
            reporter,
            handed_in: it.handed_in,
        })
    };
    rows.into_iter().map(report).collect()
}

/// What hinders measures and is not answered: measure, and when it was named.
pub(super) async fn obstacles(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<(i64, i64)>, StoreError> {
    Ok(sqlx::query_as(
        "select measure, min(raised_at) from obstacle where tenant = $1 \
         and state in ('open', 'taken') group by measure",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?)
}

/// A Vorlage that waits for a Stelle to countersign it.
#[derive(sqlx::FromRow)]
pub(super) struct Unsigned {
    pub(super) paper: i64,
    pub(super) subject: String,
    pub(super) lead_post: i64,
    pub(super) asked_post: i64,
    /// When the version was written, or the Stelle was asked about it later, in microseconds UTC.
    pub(super) since: i64,
}

/// The Mitzeichnungen that are open since before a moment; none of what is decided.
pub(super) async fn unsigned(
    connection: &mut AnyConnection,
    tenant: Tenant,
    before: i64,
) -> Result<Vec<Unsigned>, StoreError> {
    Ok(sqlx::query_as(concat!(
        "select v.paper, v.subject, v.lead_post, k.asked_post, \
         case when k.asked_at > v.at then k.asked_at else v.at end as since \
         from paper_version v join paper_asked k on k.tenant = v.tenant and k.paper = v.paper \
         where v.tenant = $1 and v.at < $2 and coalesce(k.asked_at, 0) < $2 and v.version = (select max(n.version) \
         from paper_version n where n.tenant = v.tenant and n.paper = v.paper) \
         and not exists (select 1 from paper_sign s where s.tenant = v.tenant \
         and s.paper = v.paper and s.version = v.version and s.signing_post = k.asked_post) \
         and not ",
        is_decided_sql!(),
        " order by v.paper, k.asked_post",
    ))
    .bind(tenant.id())
    .bind(before)
    .fetch_all(connection)
    .await?)
}

/// An enquiry whose deadline is over and whose answer has not left the house.
pub(super) struct LateEnquiry {
    pub(super) number: i64,
    pub(super) subject: String,
    pub(super) lead: i64,
    pub(super) due: Date,
    /// When somebody last wrote at the answer, in microseconds UTC.
    pub(super) written: Option<i64>,
}

/// The enquiries whose deadline was before this day.
pub(super) async fn enquiries(
    connection: &mut AnyConnection,
    tenant: Tenant,
    today: Date,
) -> Result<Vec<LateEnquiry>, StoreError> {
    let rows: Vec<(i64, String, i64, String, Option<i64>)> = sqlx::query_as(
        "select v.enquiry, v.subject, v.lead_post, v.due, (select max(a.at) \
         from enquiry_answer a where a.tenant = v.tenant and a.enquiry = v.enquiry) \
         from enquiry_version v where v.tenant = $1 and v.due < $2 \
         and v.version = (select max(n.version) from enquiry_version n \
         where n.tenant = v.tenant and n.enquiry = v.enquiry) \
         and not exists (select 1 from enquiry_sent s \
         where s.tenant = v.tenant and s.enquiry = v.enquiry)",
    )
    .bind(tenant.id())
    .bind(today.to_string())
    .fetch_all(connection)
    .await?;
    let enquiry = |(number, subject, lead, due, written)| {
        Ok(LateEnquiry { number, subject, lead, due: day(due)?, written })
    };
    rows.into_iter().map(enquiry).collect()
}

/// What citations cite: number of the citation, kind and thing.
pub(super) async fn cited(
    connection: &mut AnyConnection,
    tenant: Tenant,
    citations: &[i64],
) -> Result<Vec<(i64, String, String)>, StoreError> {
    if citations.is_empty() {
        return Ok(Vec::new());
    }
    let places = ankunft_platform::store::lists::places(2, citations.len());
    let sql = format!(
        "select id, cited_kind, cited from citation where tenant = $1 and id in ({places})"
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    for it in citations {
        query = query.bind(*it);
    }
    Ok(query.fetch_all(connection).await?)
}
