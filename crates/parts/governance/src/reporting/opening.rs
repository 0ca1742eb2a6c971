//! The SQL that asks for reports: a round, who is asked in it, and for what. Every function takes the
//! tenant.

use ankunft_platform::ids;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::civil::Date;

use super::model::Asking;
use super::write::{insert_contact, now, record};
use crate::effects::model::Reporter;
use crate::effects::period::Period;

/// Asks for a period: opens its round, or adds to it who and what is not asked for in it yet, and sets
/// until when. Gives its number and the new requests; none if all of it is asked already.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn ask<'a>(
    change: &mut Change,
    tenant: Tenant,
    of @ (measure, period, due): (i64, Period, Date),
    asked: &'a [Asking],
) -> Result<Option<(i64, Vec<(i64, &'a Asking)>)>, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select number, due from report_round \
               where tenant = $1 and measure = $2 and period = $3";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(measure).bind(period.to_string());
    let open: Option<(i64, String)> = query.fetch_optional(&mut **change).await?;
    let is_other_day = open.as_ref().is_some_and(|it| it.1 != due.to_string());
    let number = match &open {
        Some((number, _)) => *number,
        None => insert_round(change, tenant, of).await?,
    };
    let there = requests(change, tenant, number).await?;
    let (mut new, mut is_more) = (Vec::new(), is_other_day);
    for one @ (reporter, contact, indicators) in asked {
        match there.iter().find(|it| it.1 == *reporter) {
            Some((_, _, true)) => {}
            Some((request, ..)) => {
                is_more |= insert_asked(change, tenant, (*request, measure), indicators).await?;
            }
            None => {
                let request = insert_request(change, tenant, (number, *reporter)).await?;
                let _ = insert_asked(change, tenant, (request, measure), indicators).await?;
                insert_contact(change, tenant, (request, 1), contact).await?;
                new.push((request, one));
            }
        }
    }
    if open.is_some() && new.is_empty() && !is_more {
        return Ok(None);
    }
    if is_other_day {
        let sql = "update report_round set due = $3 where tenant = $1 and number = $2";
        let query = sqlx::query(sql).bind(tenant.id()).bind(number).bind(due.to_string());
        query.execute(&mut **change).await?;
    }
    let note = format!("{measure}, {period}");
    record(change, tenant, ("report.ask", number), (&note, b"")).await?;
    Ok(Some((number, new)))
}

async fn insert_round(
    change: &mut Change,
    tenant: Tenant,
    (measure, period, due): (i64, Period, Date),
) -> Result<i64, StoreError> {
    let sql = "select coalesce(max(number), 0) + 1 from report_round where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let author = change.author().clone();
    sqlx::query(
        "insert into report_round (tenant, number, measure, period, due, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(measure)
    .bind(period.to_string())
    .bind(due.to_string())
    .bind(author.account)
    .bind(author.post)
    .bind(now())
    .execute(&mut **change)
    .await?;
    Ok(number)
}

/// Who is asked in a round: the request, who reports, and whether they have handed in.
async fn requests(
    change: &mut Change,
    tenant: Tenant,
    round: i64,
) -> Result<Vec<(i64, Reporter, bool)>, StoreError> {
    let sql = "select r.id, r.reporter_post, r.reporter_organisation, \
               (select count(*) from report_submission s \
                where s.tenant = r.tenant and s.request = r.id) \
               from report_request r \
               where r.tenant = $1 and r.round = $2 and r.withdrawn_at is null";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(round);
    let rows: Vec<(i64, Option<i64>, Option<i64>, i64)> = query.fetch_all(&mut **change).await?;
    let one = |(id, post, organisation, handed_in): (i64, Option<i64>, Option<i64>, i64)| {
        let post = post.map(Reporter::Post);
        Some((id, post.or(organisation.map(Reporter::Organisation))?, handed_in > 0))
    };
    Ok(rows.into_iter().filter_map(one).collect())
}

async fn insert_request(
    change: &mut Change,
    tenant: Tenant,
    (round, reporter): (i64, Reporter),
) -> Result<i64, StoreError> {
    let id = ids::next();
    let (post, organisation) = match reporter {
        Reporter::Post(it) => (Some(it), None),
        Reporter::Organisation(it) => (None, Some(it)),
    };
    sqlx::query(
        "insert into report_request (id, tenant, round, reporter_post, reporter_organisation) \
         values ($1, $2, $3, $4, $5)",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(round)
    .bind(post)
    .bind(organisation)
    .execute(&mut **change)
    .await?;
    Ok(id)
}

/// Asks for indicators in a request; whether any of them is new there.
async fn insert_asked(
    change: &mut Change,
    tenant: Tenant,
    (request, measure): (i64, i64),
    indicators: &[i64],
) -> Result<bool, StoreError> {
    let sql = "select indicator from report_asked where tenant = $1 and request = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(request);
    let there: Vec<(i64,)> = query.fetch_all(&mut **change).await?;
    let new: Vec<i64> = indicators.iter().copied().filter(|it| !there.contains(&(*it,))).collect();
    for indicator in &new {
        sqlx::query(
            "insert into report_asked (tenant, request, measure, indicator) \
             values ($1, $2, $3, $4)",
        )
        .bind(tenant.id())
        .bind(request)
        .bind(measure)
        .bind(*indicator)
        .execute(&mut **change)
        .await?;
    }
    Ok(!new.is_empty())
}
