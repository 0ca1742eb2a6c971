use std::collections::BTreeMap;

use ankunft_disclosure::Audience;
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::placing::remove;
use super::{COLUMNS, Citation, Row};
use crate::changes::Entry;
use crate::ids;
use crate::permission::Actor;
use crate::store::lists::places;
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;

/// Whose Mappe it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A Stelle: it stays when the person leaves.
    Post(i64),
    /// An account without a Stelle.
    Account(i64),
}

impl Owner {
    /// To whom a new Mappe of this actor belongs: the Stelle, or the account without one.
    #[must_use]
    pub fn of(actor: &Actor) -> Option<Self> {
        actor.post.map(Self::Post).or(actor.account.map(Self::Account))
    }

    /// Whose Mappen this actor opens: those of the Stelle, and those of the account itself.
    #[must_use]
    pub fn all_of(actor: &Actor) -> Vec<Self> {
        [actor.post.map(Self::Post), actor.account.map(Self::Account)]
            .into_iter()
            .flatten()
            .collect()
    }

    const fn columns(self) -> (Option<i64>, Option<i64>) {
        match self {
            Self::Post(post) => (Some(post), None),
            Self::Account(account) => (None, Some(account)),
        }
    }
}

/// A Mappe.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Folder {
    /// Its number; places in it are of kind `folder`.
    pub id: i64,
    /// The Stelle it belongs to.
    pub post: Option<i64>,
    /// The account it belongs to, if no Stelle.
    pub account: Option<i64>,
    /// What it is called.
    pub title: String,
    /// How many things are in it.
    pub count: i64,
}

/// That something cites something.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Link {
    /// The Fundstelle.
    pub code: String,
    /// The kind of the cited thing.
    pub cited_kind: String,
    /// The id of the cited thing.
    pub cited: String,
    /// The kind of the thing that cites it: `folder`, `measure`.
    pub citing_kind: String,
    /// The id of the thing that cites it.
    pub citing: String,
}

/// The Mappe of this owner and title, which is made if it is not there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn folder(
    change: &mut Change,
    tenant: Tenant,
    owner: Owner,
    title: &str,
) -> Result<i64, StoreError> {
    let known = folders(change, tenant, owner).await?;
    if let Some(known) = known.into_iter().find(|it| it.title == title) {
        return Ok(known.id);
    }
    let id = ids::next();
    let (post, account) = owner.columns();
    sqlx::query(
        "insert into folder (id, tenant, post, account, title, created_at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id)
    .bind(tenant.id())
    .bind(post)
    .bind(account)
    .bind(title.to_owned())
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    record(change, tenant, "folder.make", ("folder", &id.to_string()), "").await?;
    Ok(id)
}

/// The Mappen of an owner, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn folders(
    connection: &mut AnyConnection,
    tenant: Tenant,
    owner: Owner,
) -> Result<Vec<Folder>, StoreError> {
    let (post, account) = owner.columns();
    Ok(sqlx::query_as(
        "select f.id, f.post, f.account, f.title, (select count(*) from citation_place p \
         where p.tenant = f.tenant and p.citing_kind = 'folder' \
         and p.citing = cast(f.id as text)) as count \
         from folder f where f.tenant = $1 and (f.post = $2 or f.account = $3) order by f.id desc",
    )
    .bind(tenant.id())
    .bind(post)
    .bind(account)
    .fetch_all(connection)
    .await?)
}

/// All Mappen of several owners, the newest first: those of the Stelle that somebody holds, and
/// those from before they held one.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn folders_with(
    connection: &mut AnyConnection,
    tenant: Tenant,
    owners: &[Owner],
) -> Result<Vec<Folder>, StoreError> {
    let mut all = Vec::new();
    for owner in owners {
        all.extend(folders(connection, tenant, *owner).await?);
    }
    all.sort_by_key(|it| std::cmp::Reverse(it.id));
    Ok(all)
}

/// Gives a Mappe another title.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn rename(
    change: &mut Change,
    tenant: Tenant,
    folder: i64,
    title: &str,
) -> Result<(), StoreError> {
    sqlx::query("update folder set title = $1 where tenant = $2 and id = $3")
        .bind(title.to_owned())
        .bind(tenant.id())
        .bind(folder)
        .execute(&mut **change)
        .await?;
    record(change, tenant, "folder.rename", ("folder", &folder.to_string()), "").await
}

/// Deletes a Mappe. What was in it stays cited, with its Fundstellen.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn delete(change: &mut Change, tenant: Tenant, folder: i64) -> Result<(), StoreError> {
    let id = folder.to_string();
    sqlx::query(
        "delete from citation_place where tenant = $1 and citing_kind = 'folder' and citing = $2",
    )
    .bind(tenant.id())
    .bind(id.clone())
    .execute(&mut **change)
    .await?;
    sqlx::query("delete from folder where tenant = $1 and id = $2")
        .bind(tenant.id())
        .bind(folder)
        .execute(&mut **change)
        .await?;
    record(change, tenant, "folder.delete", ("folder", &id), "").await
}

/// Puts a citation where another one stood. If it stands in that place already, the other goes.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn replace(
    change: &mut Change,
    tenant: Tenant,
    (old, new): (i64, i64),
    (kind, id): (&str, &str),
) -> Result<(), StoreError> {
    if old == new {
        return record(change, tenant, "citation.replace", (kind, id), &new.to_string()).await;
    }
    sqlx::query(
        "insert into citation_place (citation, citing_kind, citing, tenant, position) \
         select $1, citing_kind, citing, tenant, position from citation_place \
         where tenant = $2 and citation = $3 and citing_kind = $4 and citing = $5 \
         on conflict (citation, citing_kind, citing) do nothing",
    )
    .bind(new)
    .bind(tenant.id())
    .bind(old)
    .bind(kind.to_owned())
    .bind(id.to_owned())
    .execute(&mut **change)
    .await?;
    remove(change, tenant, old, (kind, id)).await?;
    record(change, tenant, "citation.replace", (kind, id), &new.to_string()).await
}

/// Which of these things lie in one of these Mappen and are not withdrawn: the Mappe, by id.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn lying_in(
    connection: &mut AnyConnection,
    tenant: Tenant,
    folders: &[i64],
    (kind, ids): (&str, &[&str]),
) -> Result<BTreeMap<String, i64>, StoreError> {
    if folders.is_empty() || ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let sql = format!(
        "select c.cited, p.citing from citation c join citation_place p on p.citation = c.id \
         and p.citing_kind = 'folder' and p.citing in ({}) \
         where c.tenant = $1 and c.cited_kind = $2 and c.withdrawn_at is null \
         and c.cited in ({}) order by c.id",
        places(3, folders.len()),
        places(3 + folders.len(), ids.len()),
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(kind.to_owned());
    let query = folders.iter().fold(query, |query, id| query.bind(id.to_string()));
    let query = ids.iter().fold(query, |query, id| query.bind((*id).to_owned()));
    let rows: Vec<(String, String)> = query.fetch_all(connection).await?;
    let known = rows.into_iter().filter_map(|(cited, folder)| Some((cited, folder.parse().ok()?)));
    Ok(known.collect())
}

/// The citations of a place in their order, as this audience sees them.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if a snapshot does not fit its hash.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn list(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, id): (&str, &str),
    audience: Audience,
) -> Result<Vec<Citation>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from citation_place p join citation c on c.id = p.citation \
         where p.tenant = $1 and p.citing_kind = $2 and p.citing = $3 order by p.position, c.id",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(kind.to_owned())
        .bind(id.to_owned())
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|row| row.seen_by(audience)).collect()
}

#[derive(sqlx::FromRow)]
struct Placed {
    citing: String,
    #[sqlx(flatten)]
    row: Row,
}

/// The same of several places of a kind at once, by their ids; nothing for a place without any.
///
/// # Errors
///
/// As for [`list`].
pub async fn lists(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, ids): (&str, &[String]),
    audience: Audience,
) -> Result<BTreeMap<String, Vec<Citation>>, StoreError> {
    let mut all: BTreeMap<String, Vec<Citation>> = BTreeMap::new();
    for some in ids.chunks(1000) {
        let sql = format!(
            "select p.citing, {COLUMNS} from citation_place p join citation c on c.id = p.citation \
             where p.tenant = $1 and p.citing_kind = $2 and p.citing in ({}) \
             order by p.position, c.id",
            places(3, some.len()),
        );
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        let query =
            some.iter().fold(query.bind(kind.to_owned()), |query, it| query.bind(it.clone()));
        let rows: Vec<Placed> = query.fetch_all(&mut *connection).await?;
        for Placed { citing, row } in rows {
            all.entry(citing).or_default().push(row.seen_by(audience)?);
        }
    }
    Ok(all)
}

const LINKS: &str = "select c.code, c.cited_kind, c.cited, p.citing_kind, p.citing \
     from citation_place p join citation c on c.id = p.citation where p.tenant = $1";

/// What cites a thing: the thread forwards.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn cited_by(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, id): (&str, &str),
) -> Result<Vec<Link>, StoreError> {
    let sql = format!("{LINKS} and c.cited_kind = $2 and c.cited = $3 order by c.id, p.citing");
    links(connection, tenant, sql, (kind, id)).await
}

/// What a thing cites: the thread backwards.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn cites(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, id): (&str, &str),
) -> Result<Vec<Link>, StoreError> {
    let sql = format!("{LINKS} and p.citing_kind = $2 and p.citing = $3 order by p.position, c.id");
    links(connection, tenant, sql, (kind, id)).await
}

async fn links(
    connection: &mut AnyConnection,
    tenant: Tenant,
    sql: String,
    (kind, id): (&str, &str),
) -> Result<Vec<Link>, StoreError> {
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).bind(kind.to_owned());
    Ok(query.bind(id.to_owned()).fetch_all(connection).await?)
}

pub(super) async fn record(
    change: &mut Change,
    tenant: Tenant,
    action: &str,
    (thing_kind, thing): (&str, &str),
    note: &str,
) -> Result<(), StoreError> {
    let tenant = Some(tenant);
    let entry = Entry { tenant, action, thing_kind, thing, note, before: None, after: None };
    change.record(entry).await
}
