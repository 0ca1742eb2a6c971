//! The SQL that opens many rounds at once. Every function takes the tenant.

use std::collections::BTreeSet;

use ankunft_platform::changes::Entry;
use ankunft_platform::ids;
use ankunft_platform::store::{Change, StoreError, lists};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection};

use super::model::Offer;
use crate::effects::model::Reporter;
use crate::effects::period::Period;
use crate::reporting::model::{Asking, Link, Round};
use crate::reporting::write::KIND;

/// So many rows are written with one statement.
const AT_ONCE: usize = 500;

/// The measures that ask for a period.
pub(super) async fn asking(
    connection: &mut AnyConnection,
    tenant: Tenant,
    period: Period,
) -> Result<BTreeSet<i64>, StoreError> {
    let sql = "select measure from report_round where tenant = $1 and period = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(period.to_string());
    let rows: Vec<(i64,)> = query.fetch_all(connection).await?;
    Ok(rows.into_iter().map(|it| it.0).collect())
}

/// A report that is asked for now.
pub(super) struct Opened<'a> {
    pub(super) round: Round,
    pub(super) request: i64,
    pub(super) asking: &'a Asking,
    /// The link of who can be written to.
    pub(super) link: Option<Link>,
}

/// Opens the rounds of a period that are not open yet, in the transaction of the change: as many
/// statements as rows need, not as there are measures.
pub(super) async fn open_all<'a>(
    change: &mut Change,
    tenant: Tenant,
    offers: &'a [Offer<'a>],
    (wanted, link): (impl Fn(i64, i64) -> Round, impl Fn(&Round) -> Link),
) -> Result<Vec<Opened<'a>>, StoreError> {
    tenant::lock(change, tenant).await?;
    let Some(period) = offers.first().map(|it| wanted(0, it.measure.number).period) else {
        return Ok(Vec::new());
    };
    let open = asking(change, tenant, period).await?;
    let sql = "select coalesce(max(number), 0) + 1 from report_round where tenant = $1";
    let (first,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let missing = offers.iter().filter(|it| !open.contains(&it.measure.number));
    let mut rounds = Vec::new();
    let mut opened = Vec::new();
    for (number, offer) in (first..).zip(missing) {
        let round = wanted(number, offer.measure.number);
        for asking in &offer.asked {
            let link = (!asking.1.email.is_empty()).then(|| link(&round));
            opened.push(Opened { round: round.clone(), request: ids::next(), asking, link });
        }
        rounds.push(round);
    }
    write_rounds(change, tenant, &rounds).await?;
    write_requests(change, tenant, &opened).await?;
    write_links(change, tenant, &opened).await?;
    record(change, tenant, (&rounds, &opened)).await?;
    Ok(opened)
}

/// A statement that writes.
type Write = Query<'static, Any, AnyArguments>;

/// Writes rows of a table, many with one statement.
async fn insert<T>(
    change: &mut Change,
    (table, columns): (&str, &str),
    all: &[T],
    bind: impl Fn(Write, &T) -> Write,
) -> Result<(), StoreError> {
    let width = columns.split(',').count();
    for some in all.chunks(AT_ONCE) {
        let rows = lists::rows(some.len(), width);
        let sql = format!("insert into {table} ({columns}) values {rows}");
        let query = some.iter().fold(sqlx::query(sqlx::AssertSqlSafe(sql)), &bind);
        query.execute(&mut **change).await?;
    }
    Ok(())
}

async fn write_rounds(
    change: &mut Change,
    tenant: Tenant,
    rounds: &[Round],
) -> Result<(), StoreError> {
    let (author, now) = (change.author().clone(), Timestamp::now().as_microsecond());
    let columns = "tenant, number, measure, period, due, account, post, at";
    insert(change, ("report_round", columns), rounds, |query, it| {
        let query = query.bind(tenant.id()).bind(it.number).bind(it.measure);
        let query = query.bind(it.period.to_string()).bind(it.due.to_string());
        query.bind(author.account).bind(author.post).bind(now)
    })
    .await
}

async fn write_requests(
    change: &mut Change,
    tenant: Tenant,
    opened: &[Opened<'_>],
) -> Result<(), StoreError> {
    let columns = "id, tenant, round, reporter_post, reporter_organisation";
    insert(change, ("report_request", columns), opened, |query, it| {
        let (post, organisation) = match it.asking.0 {
            Reporter::Post(it) => (Some(it), None),
            Reporter::Organisation(it) => (None, Some(it)),
        };
        let query = query.bind(it.request).bind(tenant.id()).bind(it.round.number);
        query.bind(post).bind(organisation)
    })
    .await?;
    let asked: Vec<(i64, i64, i64)> = opened
        .iter()
        .flat_map(|it| it.asking.2.iter().map(|of| (it.request, it.round.measure, *of)))
        .collect();
    let columns = "tenant, request, measure, indicator";
    insert(change, ("report_asked", columns), &asked, |query, it| {
        query.bind(tenant.id()).bind(it.0).bind(it.1).bind(it.2)
    })
    .await?;
    let now = Timestamp::now().as_microsecond();
    let columns = "tenant, request, version, name, email, at";
    insert(change, ("report_contact", columns), opened, |query, it| {
        let contact = &it.asking.1;
        let query = query.bind(tenant.id()).bind(it.request).bind(1_i64);
        query.bind(contact.name.clone()).bind(contact.email.clone()).bind(now)
    })
    .await
}

async fn write_links(
    change: &mut Change,
    tenant: Tenant,
    opened: &[Opened<'_>],
) -> Result<(), StoreError> {
    let links: Vec<(i64, &Link)> =
        opened.iter().filter_map(|it| Some((it.request, it.link.as_ref()?))).collect();
    let columns = "tenant, request, number, chance, made_at, expires_at";
    insert(change, ("report_link", columns), &links, |query, (request, link)| {
        let query = query.bind(tenant.id()).bind(*request).bind(link.number);
        query.bind(link.chance.clone()).bind(link.made_at).bind(link.expires_at)
    })
    .await
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    (rounds, opened): (&[Round], &[Opened<'_>]),
) -> Result<(), StoreError> {
    let entry = |it: &Round| {
        ("report.ask", it.number.to_string(), format!("{}, {}", it.measure, it.period))
    };
    let made = opened.iter().filter(|it| it.link.is_some());
    let made = made.map(|it| ("report.link", it.request.to_string(), String::new()));
    let said: Vec<(&str, String, String)> = rounds.iter().map(entry).chain(made).collect();
    let entries: Vec<Entry<'_>> = said
        .iter()
        .map(|(action, thing, note)| Entry {
            tenant: Some(tenant),
            action,
            thing_kind: KIND,
            thing,
            note,
            before: None,
            after: Some(b""),
        })
        .collect();
    change.record_all(&entries).await
}
