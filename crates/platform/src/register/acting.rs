//! As which of their Stellen somebody works: the own one, or one they stand in for.

use jiff::civil::Date;
use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;

/// A Stelle that somebody works as, or can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPost {
    /// Its number.
    pub post: i64,
    /// Its title.
    pub title: String,
    /// Whether it is another's, who cannot be there.
    pub standing_in: bool,
}

/// The Stellen that a person holds or stands in for on a day, each once: first the one that their
/// account works as, which is what it has chosen, else what they hold, the latest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn posts_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (account, person): (i64, i64),
    day: Date,
) -> Result<Vec<OwnPost>, StoreError> {
    let rows: Vec<(i64, String, String)> = sqlx::query_as(
        "select t.post, p.title, t.kind from tenure t \
         join post p on p.tenant = t.tenant and p.id = t.post \
         left join acting_post a on a.tenant = t.tenant and a.account = $3 and a.post = t.post \
         where t.tenant = $1 and t.person = $2 and t.from_date <= $4 \
         and (t.to_date is null or t.to_date >= $4) \
         order by case when a.post is null then 1 else 0 end, t.kind, t.from_date desc, t.id",
    )
    .bind(tenant.id())
    .bind(person)
    .bind(account)
    .bind(day.to_string())
    .fetch_all(connection)
    .await?;
    let mut all: Vec<OwnPost> = Vec::new();
    for (post, title, kind) in rows {
        // Holding comes before standing in, so of two times at one Stelle the first says it.
        if all.iter().all(|it| it.post != post) {
            all.push(OwnPost { post, title, standing_in: kind == "substitute" });
        }
    }
    Ok(all)
}

/// Lets an account work as one of its Stellen from now on; whose they are is for the caller to know.
///
/// # Errors
///
/// - [`StoreError::Database`] if account or Stelle do not exist.
pub async fn choose(
    change: &mut Change,
    tenant: Tenant,
    (account, own): (i64, &OwnPost),
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into acting_post (tenant, account, post) values ($1, $2, $3) \
         on conflict (tenant, account) do update set post = excluded.post",
    )
    .bind(tenant.id())
    .bind(account)
    .bind(own.post)
    .execute(&mut **change)
    .await?;
    let thing = own.post.to_string();
    let entry = Entry {
        tenant: Some(tenant),
        action: "post.act",
        thing_kind: "post",
        thing: &thing,
        note: &own.title,
        before: None,
        after: None,
    };
    change.record(entry).await
}
