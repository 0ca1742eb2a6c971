//! Bodies and who sits in them.

use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::{BODY, day, now, record};
use crate::bodies::model::{Body, BodyKind, Charter, Member, MemberRole, Seat};
use crate::known::Place;

#[derive(sqlx::FromRow)]
struct Row {
    body: i64,
    version: i64,
    kind: String,
    name: String,
    mandate: String,
    closed: i16,
    account: Option<i64>,
}

impl Row {
    fn body(self) -> Result<Body, StoreError> {
        let kind = BodyKind::from_code(&self.kind)
            .ok_or(StoreError::Unreadable { what: "a kind of body", text: self.kind })?;
        let (name, mandate, closed) = (self.name, self.mandate, self.closed == 1);
        let charter = Charter { kind, name, mandate, places: Vec::new(), closed };
        Ok(Body { number: self.body, version: self.version, charter, account: self.account })
    }
}

const COLUMNS: &str = "v.body, v.version, v.kind, v.name, v.mandate, v.closed, v.account";

/// All bodies of a city as they stand, by name.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn bodies(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Body>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from body_version v where v.tenant = $1 and v.version = \
         (select max(n.version) from body_version n where n.tenant = v.tenant and n.body = v.body) \
         order by v.closed, v.name, v.body",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .fetch_all(&mut *connection)
        .await?;
    with_places(connection, (tenant, None), rows).await
}

/// Bodies with their places: one statement.
async fn with_places(
    connection: &mut AnyConnection,
    (tenant, body): (Tenant, Option<i64>),
    rows: Vec<Row>,
) -> Result<Vec<Body>, StoreError> {
    let mut all = rows.into_iter().map(Row::body).collect::<Result<Vec<_>, _>>()?;
    let sql = "select body, version, geography, area, name from body_place where tenant = $1 \
               and (cast($2 as bigint) is null or body = $2) order by position";
    let query = sqlx::query_as(sql).bind(tenant.id()).bind(body);
    let places: Vec<(i64, i64, String, String, String)> = query.fetch_all(connection).await?;
    for (body, version, geography, area, name) in places {
        let of = all.iter_mut().find(|it| (it.number, it.version) == (body, version));
        if let Some(it) = of {
            it.charter.places.push(Place { geography, area, name });
        }
    }
    Ok(all)
}

/// All versions of a body, the newest first; none if there is no such body.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Vec<Body>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from body_version v where v.tenant = $1 and v.body = $2 \
         order by v.version desc",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(number)
        .fetch_all(&mut *connection)
        .await?;
    with_places(connection, (tenant, Some(number)), rows).await
}

/// Notes a new body; gives its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn add(change: &mut Change, tenant: Tenant, it: &Charter) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from body where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    sqlx::query("insert into body (tenant, number) values ($1, $2)")
        .bind(tenant.id())
        .bind(number)
        .execute(&mut **change)
        .await?;
    insert(change, tenant, (number, 1), it).await?;
    record(change, tenant, ("body.found", BODY, &number.to_string()), "", it).await?;
    Ok(number)
}

/// Writes the next version of a body.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written it.
pub async fn change_charter(
    change: &mut Change,
    tenant: Tenant,
    was: &Body,
    it: &Charter,
) -> Result<(), StoreError> {
    insert(change, tenant, (was.number, was.version + 1), it).await?;
    record(change, tenant, ("body.change", BODY, &was.number.to_string()), "", it).await
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (number, version): (i64, i64),
    it: &Charter,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into body_version (tenant, body, version, kind, name, mandate, closed, account, \
         post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(version)
    .bind(it.kind.code())
    .bind(it.name.clone())
    .bind(it.mandate.clone())
    .bind(i16::from(it.closed))
    .bind(author.account)
    .bind(author.post)
    .bind(now())
    .execute(&mut **change)
    .await?;
    for (place, position) in it.places.iter().zip(1_i64..) {
        sqlx::query(
            "insert into body_place (tenant, body, version, geography, area, name, position) \
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(tenant.id())
        .bind(number)
        .bind(version)
        .bind(place.geography.clone())
        .bind(place.area.clone())
        .bind(place.name.clone())
        .bind(position)
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    body: i64,
    number: i64,
    kind: String,
    member_post: Option<i64>,
    name: String,
    role: String,
    substitute: String,
    from_date: String,
    to_date: Option<String>,
}

impl MemberRow {
    fn member(self) -> Result<(i64, Member), StoreError> {
        let unreadable = |what, text| StoreError::Unreadable { what, text };
        let seat = match (self.kind.as_str(), self.member_post) {
            ("post", Some(post)) => Seat::Post(post),
            ("organisation", None) => Seat::Organisation(self.name),
            ("person", None) => Seat::Person(self.name),
            _ => return Err(unreadable("a seat", self.kind)),
        };
        let role = MemberRole::from_code(&self.role).ok_or(unreadable("a role", self.role))?;
        let member = Member {
            number: self.number,
            seat,
            role,
            substitute: self.substitute,
            from: day(self.from_date)?,
            to: self.to_date.map(day).transpose()?,
        };
        Ok((self.body, member))
    }
}

keep! {
    /// [`members`] for pages.
    Members(Vec<(i64, Member)>) = |connection, tenant| members(connection, tenant);
}

/// Who sits or sat in which body: all of a city, each with the number of its body.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn members(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<(i64, Member)>, StoreError> {
    let rows: Vec<MemberRow> = sqlx::query_as(
        "select body, number, kind, member_post, name, role, substitute, from_date, to_date \
         from body_member where tenant = $1 order by body, role, number",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(MemberRow::member).collect()
}

/// Notes that somebody sits in a body from a day on; `number` of the member is given anew.
///
/// # Errors
///
/// - [`StoreError::Database`] if body or Stelle do not exist.
pub async fn add_member(
    change: &mut Change,
    tenant: Tenant,
    body: i64,
    it: &Member,
) -> Result<(), StoreError> {
    tenant::lock(change, tenant).await?;
    let (kind, post, name) = match &it.seat {
        Seat::Post(post) => ("post", Some(*post), String::new()),
        Seat::Organisation(name) => ("organisation", None, name.clone()),
        Seat::Person(name) => ("person", None, name.clone()),
    };
    let author = change.author().clone();
    sqlx::query(
        "insert into body_member (tenant, body, number, kind, member_post, name, role, substitute, \
         from_date, to_date, account, post, at) \
         select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 \
         from body_member where tenant = $1 and body = $2",
    )
    .bind(tenant.id())
    .bind(body)
    .bind(kind)
    .bind(post)
    .bind(name)
    .bind(it.role.code())
    .bind(it.substitute.clone())
    .bind(it.from.to_string())
    .bind(it.to.map(|it| it.to_string()))
    .bind(author.account)
    .bind(author.post)
    .bind(now())
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("body.seat", BODY, &body.to_string()), it.role.code(), it).await
}

/// Ends a membership with a day; whether it had none before.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn end_member(
    change: &mut Change,
    tenant: Tenant,
    (body, member): (i64, i64),
    last: Date,
) -> Result<bool, StoreError> {
    let written = sqlx::query(
        "update body_member set to_date = $1 where tenant = $2 and body = $3 and number = $4 \
         and to_date is null",
    )
    .bind(last.to_string())
    .bind(tenant.id())
    .bind(body)
    .bind(member)
    .execute(&mut **change)
    .await?;
    let note = member.to_string();
    record(change, tenant, ("body.unseat", BODY, &body.to_string()), &note, &last).await?;
    Ok(written.rows_affected() == 1)
}
