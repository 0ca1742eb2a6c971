//! The red thread as a graph: everything that a thing rests on, and everything that rests on it.

use ankunft_disclosure::Audience;
use sqlx::AnyConnection;

use super::{COLUMNS, Citation, Row};
use crate::keep;
use crate::store::{StoreError, lists};
use crate::tenant::Tenant;

/// So far is a thread followed; a decision that cites a decision that cites a figure is three.
const DEEPEST: i64 = 6;

/// One citation between two things.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
pub struct Edge {
    /// The kind of the citing thing.
    pub citing_kind: String,
    /// The citing thing.
    pub citing: String,
    /// The kind of the cited thing.
    pub cited_kind: String,
    /// The cited thing.
    pub cited: String,
    /// The number of the citation.
    pub citation: i64,
    /// Its Fundstelle.
    pub code: String,
}

/// Which way a thread is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what a thing rests on.
    Back,
    /// To what rests on it.
    Forth,
}

/// The edges that lead from a thing, one statement in one direction. Mappen are left out: what
/// somebody collects is no reason yet.
///
/// Whoever shows them asks first what its reader may see of each thing.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn edges(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, id): (&str, &str),
    direction: Direction,
) -> Result<Vec<Edge>, StoreError> {
    // Joined in the order in which an index leads on; the sign before a tenant keeps a planner from
    // reading all that the city cites.
    let (there, reached) = match direction {
        Direction::Back => (
            "c.cited_kind, c.cited",
            "cross join citation_place p cross join citation c \
             where p.tenant = $1 and p.citing_kind = r.kind and p.citing = r.id \
             and c.id = p.citation and +c.tenant = $1",
        ),
        Direction::Forth => (
            "p.citing_kind, p.citing",
            "cross join citation c cross join citation_place p \
             where c.tenant = $1 and c.cited_kind = r.kind and c.cited = r.id \
             and p.citation = c.id and +p.tenant = $1",
        ),
    };
    let reached = format!("{reached} and p.citing_kind <> 'folder'");
    let sql = format!(
        "with recursive reached (kind, id, depth) as ( \
         select cast($2 as text), cast($3 as text), cast(0 as bigint) union \
         select {there}, r.depth + 1 from reached r {reached} and r.depth < {DEEPEST}) \
         select distinct p.citing_kind, p.citing, c.cited_kind, c.cited, c.id as citation, c.code \
         from (select distinct kind, id from reached) r {reached} \
         order by p.citing_kind, p.citing, c.id",
    );
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(kind.to_owned())
        .bind(id.to_owned())
        .fetch_all(connection)
        .await?)
}

async fn all_edges(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Edge>, StoreError> {
    let sql = "select p.citing_kind, p.citing, c.cited_kind, c.cited, c.id as citation, c.code \
               from citation_place p join citation c on c.id = p.citation and c.tenant = p.tenant \
               where p.tenant = $1 and p.citing_kind <> 'folder' \
               order by p.citing_kind, p.citing, c.id";
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?)
}

keep! {
    /// Everything that cites something in a city, but for Mappen.
    Edges(Vec<Edge>) = |connection, tenant| all_edges(connection, tenant);
}

/// What some things of one kind cite, by the citing thing: one statement for a thousand of them.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn edges_of(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, citing): (&str, &[String]),
) -> Result<Vec<Edge>, StoreError> {
    let mut all = Vec::new();
    for some in citing.chunks(1000) {
        let sql = format!(
            "select p.citing_kind, p.citing, c.cited_kind, c.cited, c.id as citation, c.code \
             from citation_place p join citation c on c.id = p.citation and c.tenant = p.tenant \
             where p.tenant = $1 and p.citing_kind = $2 and p.citing in ({}) \
             order by p.citing, c.id",
            lists::places(3, some.len()),
        );
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        let mut query = query.bind(kind.to_owned());
        for it in some {
            query = query.bind(it.clone());
        }
        let rows: Vec<Edge> = query.fetch_all(&mut *connection).await?;
        all.extend(rows);
    }
    Ok(all)
}

/// Citations by their numbers, as this audience sees them.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if a snapshot does not fit its hash.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn by_ids(
    connection: &mut AnyConnection,
    tenant: Tenant,
    ids: &[i64],
    audience: Audience,
) -> Result<Vec<Citation>, StoreError> {
    let mut all = Vec::new();
    for some in ids.chunks(1000) {
        let sql = format!(
            "select {COLUMNS} from citation c where c.tenant = $1 and c.id in ({}) order by c.id",
            lists::places(2, some.len()),
        );
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        for id in some {
            query = query.bind(*id);
        }
        let rows: Vec<Row> = query.fetch_all(&mut *connection).await?;
        all.extend(
            rows.into_iter().map(|row| row.seen_by(audience)).collect::<Result<Vec<_>, _>>()?,
        );
    }
    Ok(all)
}
