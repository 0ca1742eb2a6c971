//! The city's own structure: units (Dezernat, Amt), Stellen in them, and who holds them.

use sqlx::AnyConnection;

use crate::changes::Entry;
use crate::ids;
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;

/// A Dezernat, an Amt, a Referat.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Unit {
    /// Its number.
    pub id: i64,
    /// The unit above it.
    pub parent: Option<i64>,
    /// What the city calls this kind: `Dezernat`.
    pub kind: String,
    /// Its name.
    pub name: String,
}

/// A Stelle: duties belong to it, whoever holds it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Post {
    /// Its number.
    pub id: i64,
    /// The unit it stands in.
    pub unit: Option<i64>,
    /// Its title.
    pub title: String,
    /// The last day of a Stelle that is no more.
    pub closed_on: Option<String>,
}

/// A person of the register.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Person {
    /// Their number.
    pub id: i64,
    /// Their name.
    pub name: String,
    /// Where mail reaches them.
    pub email: Option<String>,
}

/// That a person holds a Stelle, or stands in for it, from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Tenure {
    /// Its number.
    pub id: i64,
    /// The Stelle.
    pub post: i64,
    /// The person.
    pub person: i64,
    /// `holder` or `substitute`.
    pub kind: String,
    /// The first day.
    pub from_date: String,
    /// The last day, included, if it is known.
    pub to_date: Option<String>,
}

/// Adds a unit.
///
/// # Errors
///
/// - [`StoreError::Database`] if the unit above it does not exist.
pub async fn add_unit(
    change: &mut Change,
    tenant: Tenant,
    (kind, name): (&str, &str),
    parent: Option<i64>,
) -> Result<i64, StoreError> {
    let id = ids::next();
    sqlx::query("insert into unit (id, tenant, parent, kind, name) values ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(tenant.id())
        .bind(parent)
        .bind(kind.to_owned())
        .bind(name.to_owned())
        .execute(&mut **change)
        .await?;
    record(change, tenant, "unit.add", ("unit", id), name).await?;
    Ok(id)
}

/// Adds a Stelle.
///
/// # Errors
///
/// - [`StoreError::Database`] if its unit does not exist.
pub async fn add_post(
    change: &mut Change,
    tenant: Tenant,
    title: &str,
    unit: Option<i64>,
) -> Result<i64, StoreError> {
    let id = ids::next();
    sqlx::query("insert into post (id, tenant, unit, title) values ($1, $2, $3, $4)")
        .bind(id)
        .bind(tenant.id())
        .bind(unit)
        .bind(title.to_owned())
        .execute(&mut **change)
        .await?;
    record(change, tenant, "post.add", ("post", id), title).await?;
    Ok(id)
}

/// Adds a person.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn add_person(
    change: &mut Change,
    tenant: Tenant,
    name: &str,
    email: Option<&str>,
) -> Result<i64, StoreError> {
    let id = ids::next();
    sqlx::query("insert into person (id, tenant, name, email) values ($1, $2, $3, $4)")
        .bind(id)
        .bind(tenant.id())
        .bind(name.to_owned())
        .bind(email.map(str::to_owned))
        .execute(&mut **change)
        .await?;
    record(change, tenant, "person.add", ("person", id), "").await?;
    Ok(id)
}

/// Adds that a person holds a Stelle (`holder`) or stands in for it (`substitute`).
///
/// # Errors
///
/// - [`StoreError::Database`] if Stelle or person do not exist.
pub async fn add_tenure(
    change: &mut Change,
    tenant: Tenant,
    tenure: &Tenure,
) -> Result<i64, StoreError> {
    let id = ids::next();
    sqlx::query(
        "insert into tenure (id, tenant, post, person, kind, from_date, to_date) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(tenure.post)
    .bind(tenure.person)
    .bind(tenure.kind.clone())
    .bind(tenure.from_date.clone())
    .bind(tenure.to_date.clone())
    .execute(&mut **change)
    .await?;
    record(change, tenant, "tenure.add", ("post", tenure.post), &tenure.kind).await?;
    Ok(id)
}

/// Hands a Stelle over: whoever holds it does so until the day before, the successor from then on.
///
/// What hangs on the Stelle needs no moving, because it hangs on the Stelle.
///
/// # Errors
///
/// - [`StoreError::Database`] if Stelle or person do not exist.
pub async fn hand_over(
    change: &mut Change,
    tenant: Tenant,
    (post, successor): (i64, i64),
    first_day: jiff::civil::Date,
) -> Result<(), StoreError> {
    let last_day = first_day.yesterday().unwrap_or(first_day);
    sqlx::query(
        "update tenure set to_date = $1 where tenant = $2 and post = $3 and kind = 'holder' \
         and (to_date is null or to_date >= $4)",
    )
    .bind(last_day.to_string())
    .bind(tenant.id())
    .bind(post)
    .bind(first_day.to_string())
    .execute(&mut **change)
    .await?;
    let tenure = Tenure {
        id: 0,
        post,
        person: successor,
        kind: "holder".to_owned(),
        from_date: first_day.to_string(),
        to_date: None,
    };
    add_tenure(change, tenant, &tenure).await?;
    record(change, tenant, "post.hand-over", ("post", post), &first_day.to_string()).await
}

/// Who holds a Stelle last, and from which day on: a handing over before it would end a time that has
/// not begun.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn last_holder(
    connection: &mut AnyConnection,
    tenant: Tenant,
    post: i64,
) -> Result<Option<(i64, String)>, StoreError> {
    Ok(sqlx::query_as(
        "select person, from_date from tenure where tenant = $1 and post = $2 \
         and kind = 'holder' order by from_date desc, id desc limit 1",
    )
    .bind(tenant.id())
    .bind(post)
    .fetch_optional(connection)
    .await?)
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    action: &str,
    (thing_kind, id): (&str, i64),
    note: &str,
) -> Result<(), StoreError> {
    let thing = id.to_string();
    let after = Some(note.as_bytes());
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind,
        thing: &thing,
        note,
        before: None,
        after,
    };
    change.record(entry).await
}

/// All units of a city by name.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn units(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Unit>, StoreError> {
    let sql = "select id, parent, kind, name from unit where tenant = $1 order by name, id";
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?)
}

/// All Stellen of a city by title.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn posts(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Post>, StoreError> {
    let sql = "select id, unit, title, closed_on from post where tenant = $1 order by title, id";
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?)
}

/// All people of a city by name.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn people(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Person>, StoreError> {
    let sql = "select id, name, email from person where tenant = $1 order by name, id";
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?)
}

/// Who held which Stelle when, by Stelle and day.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn tenures(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Tenure>, StoreError> {
    Ok(sqlx::query_as(
        "select id, post, person, kind, from_date, to_date from tenure where tenant = $1 \
         order by post, from_date, id",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?)
}
