//! The SQL that changes requests once they are asked. Every function takes the tenant.

use ankunft_platform::changes::Entry;
use ankunft_platform::ids;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;

use super::model::{Contact, Link, Request};
use crate::effects::period::Period;

/// The kind of thing in the change log.
pub const KIND: &str = "report";

pub(super) fn now() -> i64 {
    Timestamp::now().as_microsecond()
}

pub(super) async fn insert_contact(
    change: &mut Change,
    tenant: Tenant,
    (request, version): (i64, i64),
    contact: &Contact,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into report_contact (tenant, request, version, name, email, at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(tenant.id())
    .bind(request)
    .bind(version)
    .bind(contact.name.clone())
    .bind(contact.email.clone())
    .bind(now())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Says whom to ask from now on; links to who was asked before end.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn set_contact(
    change: &mut Change,
    tenant: Tenant,
    request: i64,
    contact: &Contact,
) -> Result<(), StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(version), 0) + 1 from report_contact \
               where tenant = $1 and request = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(request);
    let (version,): (i64,) = query.fetch_one(&mut **change).await?;
    insert_contact(change, tenant, (request, version), contact).await?;
    end_links(change, tenant, request).await?;
    let bytes = format!("{contact:?}");
    record(change, tenant, ("report.contact", request), ("", bytes.as_bytes())).await
}

/// Makes a link of a request, good until an instant.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such request.
pub async fn new_link(
    change: &mut Change,
    tenant: Tenant,
    request: i64,
    (made, until): (Timestamp, Timestamp),
) -> Result<Link, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from report_link \
               where tenant = $1 and request = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(request);
    let (number,): (i64,) = query.fetch_one(&mut **change).await?;
    let link = Link {
        number,
        chance: ids::secret::<16>().to_vec(),
        made_at: made.as_microsecond(),
        expires_at: until.as_microsecond(),
        ended_at: None,
    };
    sqlx::query(
        "insert into report_link (tenant, request, number, chance, made_at, expires_at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(tenant.id())
    .bind(request)
    .bind(number)
    .bind(link.chance.clone())
    .bind(link.made_at)
    .bind(link.expires_at)
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("report.link", request), ("", b"")).await?;
    Ok(link)
}

async fn end_links(change: &mut Change, tenant: Tenant, request: i64) -> Result<(), StoreError> {
    sqlx::query(
        "update report_link set ended_at = $1 where tenant = $2 and request = $3 \
         and ended_at is null",
    )
    .bind(now())
    .bind(tenant.id())
    .bind(request)
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Withdraws a request, or asks again; its links end.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn withdraw(
    change: &mut Change,
    tenant: Tenant,
    request: i64,
    is_withdrawn: bool,
) -> Result<(), StoreError> {
    sqlx::query("update report_request set withdrawn_at = $1 where tenant = $2 and id = $3")
        .bind(is_withdrawn.then(now))
        .bind(tenant.id())
        .bind(request)
        .execute(&mut **change)
        .await?;
    end_links(change, tenant, request).await?;
    let action = if is_withdrawn { "report.withdraw" } else { "report.ask-again" };
    record(change, tenant, (action, request), ("", b"")).await
}

/// Notes that somebody was reminded, and on which occasion; none is that somebody pressed.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn remind(
    change: &mut Change,
    tenant: Tenant,
    request: i64,
    occasion: &str,
) -> Result<(), StoreError> {
    record(change, tenant, ("report.remind", request), (occasion, b"")).await
}

/// Keeps what is typed, in place of what was typed before.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such request.
pub async fn keep_draft(
    change: &mut Change,
    tenant: Tenant,
    request: i64,
    content: &str,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into report_draft (request, tenant, content, at) values ($1, $2, $3, $4) \
         on conflict (request) do update set content = excluded.content, at = excluded.at",
    )
    .bind(request)
    .bind(tenant.id())
    .bind(content.to_owned())
    .bind(now())
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("report.draft", request), ("", content.as_bytes())).await
}

/// Hands in what was written as these versions of values (indicator and version), and what was told
/// beside them. The draft is gone.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if it was handed in meanwhile.
pub async fn submit(
    change: &mut Change,
    tenant: Tenant,
    (request, number): (&Request, i64),
    (measure, period): (i64, Period),
    (values, told): (&[(i64, i64)], &str),
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into report_submission (tenant, request, number, contact, note, at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(tenant.id())
    .bind(request.id)
    .bind(number)
    .bind(request.contact.name.clone())
    .bind(told.to_owned())
    .bind(now())
    .execute(&mut **change)
    .await?;
    for (indicator, version) in values {
        sqlx::query(
            "insert into report_value (tenant, request, number, measure, indicator, period, \
             version) values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(tenant.id())
        .bind(request.id)
        .bind(number)
        .bind(measure)
        .bind(*indicator)
        .bind(period.to_string())
        .bind(*version)
        .execute(&mut **change)
        .await?;
    }
    sqlx::query("delete from report_draft where tenant = $1 and request = $2")
        .bind(tenant.id())
        .bind(request.id)
        .execute(&mut **change)
        .await?;
    record(change, tenant, ("report.submit", request.id), (&number.to_string(), b"")).await
}

/// Accepts what was handed in, or sends it back: one of both, once.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody has decided already.
pub async fn decide(
    change: &mut Change,
    tenant: Tenant,
    (request, number): (i64, i64),
    returned_because: Option<&str>,
) -> Result<(), StoreError> {
    let verdict = if returned_because.is_some() { "returned" } else { "accepted" };
    let of = (request, number);
    insert_verdict(change, tenant, of, (verdict, returned_because.unwrap_or_default())).await?;
    let action = if returned_because.is_some() { "report.return" } else { "report.accept" };
    record(change, tenant, (action, request), (&number.to_string(), verdict.as_bytes())).await
}

/// Who has handed something in takes it back: it is returned, and nobody gives a reason.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody has decided already.
pub async fn take_back(
    change: &mut Change,
    tenant: Tenant,
    (request, number): (i64, i64),
) -> Result<(), StoreError> {
    insert_verdict(change, tenant, (request, number), ("returned", "")).await?;
    record(change, tenant, ("report.take-back", request), (&number.to_string(), b"")).await
}

/// The same, because something else is handed in for it.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody has decided already.
pub async fn replace(
    change: &mut Change,
    tenant: Tenant,
    (request, number): (i64, i64),
) -> Result<(), StoreError> {
    insert_verdict(change, tenant, (request, number), ("returned", "")).await?;
    record(change, tenant, ("report.change", request), (&number.to_string(), b"")).await
}

async fn insert_verdict(
    change: &mut Change,
    tenant: Tenant,
    (request, number): (i64, i64),
    (verdict, reason): (&str, &str),
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into report_verdict (tenant, request, number, verdict, reason, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tenant.id())
    .bind(request)
    .bind(number)
    .bind(verdict.to_owned())
    .bind(reason.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(now())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Notes that somebody says it is not them, and whom to ask instead.
///
/// # Errors
///
/// - [`StoreError::Database`] if there is no such request.
pub async fn object(
    change: &mut Change,
    tenant: Tenant,
    request: i64,
    instead: &Contact,
) -> Result<(), StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from report_objection \
               where tenant = $1 and request = $2";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(request);
    let (number,): (i64,) = query.fetch_one(&mut **change).await?;
    sqlx::query(
        "insert into report_objection (tenant, request, number, name, email, at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(tenant.id())
    .bind(request)
    .bind(number)
    .bind(instead.name.clone())
    .bind(instead.email.clone())
    .bind(now())
    .execute(&mut **change)
    .await?;
    let bytes = format!("{instead:?}");
    record(change, tenant, ("report.object", request), ("", bytes.as_bytes())).await
}

pub(super) async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, thing): (&str, i64),
    (note, after): (&str, &[u8]),
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: KIND,
        thing: &thing.to_string(),
        note,
        before: None,
        after: Some(after),
    };
    change.record(entry).await
}
