//! What looks like a Fundstelle in an adopted paper and could not be read, and what somebody said of it.

use ankunft_platform::store::{Change, StoreError, lists};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::record;

/// So many places are written with one statement.
const AT_ONCE: usize = 400;

/// The page of a Fundstelle that the Vorlage cites and that was found on none.
pub const MISSING: i64 = 0;

/// A place that could not be read, and of which nobody has said anything yet.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Unread {
    /// The file in which it stands.
    pub attachment: i64,
    /// Its number in that file.
    pub number: i64,
    /// Its page, from one; [`MISSING`] of what the Vorlage cites and no page shows.
    pub page: i64,
    /// The signs that were read there.
    pub printed: String,
}

impl Unread {
    /// Whether it is what the Vorlage cites and no page shows; then `printed` is its code.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        self.page == MISSING
    }
}

/// Notes the places of a file, each with its page.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    attachment: i64,
    places: &[(i64, &str)],
) -> Result<(), StoreError> {
    let numbered: Vec<(i64, (i64, &str))> = (1_i64..).zip(places.iter().copied()).collect();
    for some in numbered.chunks(AT_ONCE) {
        let sql = format!(
            "insert into paper_unread (tenant, attachment, number, page, printed) values {}",
            lists::rows(some.len(), 5),
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for (number, (page, printed)) in some.iter().copied() {
            query = query
                .bind(tenant.id())
                .bind(attachment)
                .bind(number)
                .bind(page)
                .bind(printed.to_owned());
        }
        query.execute(&mut **change).await?;
    }
    Ok(())
}

/// The places of a file of which nobody has said anything yet, in their order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn open(
    connection: &mut AnyConnection,
    tenant: Tenant,
    attachment: i64,
) -> Result<Vec<Unread>, StoreError> {
    Ok(sqlx::query_as(
        "select u.attachment, u.number, u.page, u.printed from paper_unread u \
         where u.tenant = $1 and u.attachment = $2 and not exists (select 1 \
         from paper_unread_settled s where s.tenant = u.tenant and s.attachment = u.attachment \
         and s.number = u.number) order by u.number",
    )
    .bind(tenant.id())
    .bind(attachment)
    .fetch_all(connection)
    .await?)
}

/// Writes down what a place stands for, once; no citation if it is no Fundstelle.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody has said it already.
pub async fn settle(
    change: &mut Change,
    tenant: Tenant,
    paper: i64,
    (it, citation): (&Unread, Option<i64>),
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into paper_unread_settled (tenant, attachment, number, citation, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tenant.id())
    .bind(it.attachment)
    .bind(it.number)
    .bind(citation)
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let note = format!("{}, {}", it.attachment, it.number);
    record(change, tenant, ("paper.settle", paper), (&note, &citation)).await
}
