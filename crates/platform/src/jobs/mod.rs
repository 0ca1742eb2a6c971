//! Long work, in a queue in the database: it survives a restart and takes effect once.
//!
//! A job is asked for in the transaction of the change that needs it ([`enqueue`]). A worker
//! takes it on a lease; a worker that dies lets the lease run out, and another takes over.
//! The job's effect and its being done are one transaction ([`crate::parts::JobHandle::done`]):
//! who lost the lease cannot write any more.

mod board;
mod doors;
mod events;
mod pages;
mod worker;

use std::time::{Duration, Instant};

use futures_util::Stream;
use futures_util::stream::unfold;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::AnyConnection;

use crate::changes::{Author, Entry};
use crate::ids;
use crate::store::{Change, Store, StoreError};
use crate::tenant::Tenant;

pub(crate) use board::Board;
pub use doors::path;
pub(crate) use doors::{ALL, part};
pub use worker::{OfParts, Runner, Running, Worker};

/// How often a stream of progress looks.
const LOOK: Duration = Duration::from_millis(300);
/// How often somebody looks who waits for the end.
const GLANCE: Duration = Duration::from_millis(20);

/// A job as pages show it.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Job {
    /// Its number.
    pub id: i64,
    /// The city; none for the installation's own.
    pub tenant: Option<i64>,
    /// Its kind: `atlas.import`.
    pub kind: String,
    /// What it works on and who asked for it, as JSON: see [`Job::order`].
    pub input: String,
    /// `waiting`, `running`, `done`, `failed` or `cancelled`.
    pub state: String,
    /// How far it is, from 0 to 1.
    pub progress: f64,
    /// The [`Phrase`](crate::languages::Phrase) that says what it does.
    pub step: String,
    /// What it gave, as JSON; or the phrase that says why it failed.
    pub outcome: String,
    /// How often it was begun.
    pub attempts: i64,
    /// Who asked for it.
    pub account: Option<i64>,
    /// When it was asked for, in microseconds UTC.
    pub created_at: i64,
    /// When it ended.
    pub finished_at: Option<i64>,
    /// 1 if somebody asked it to stop.
    pub cancel_asked: i64,
}

/// What a job was asked to do, and by whom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// In whose name it works.
    pub author: Author,
    /// What it works on.
    pub input: Value,
}

impl Job {
    /// What it was asked to do, and by whom.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Unreadable`] if another version of the program wrote it.
    pub fn order(&self) -> Result<Order, StoreError> {
        serde_json::from_str(&self.input).map_err(|_| {
            let (what, text) = ("the order of a job", self.input.clone());
            StoreError::Unreadable { what, text }
        })
    }

    /// Whether nothing more will happen to it.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        !matches!(self.state.as_str(), "waiting" | "running")
    }
}

const COLUMNS: &str = "id, tenant, kind, input, state, progress, step, outcome, attempts, account, \
     created_at, finished_at, cast(cancel_asked as bigint) as cancel_asked";

/// Asks for a job within a change, in the name of its author. Asking again by the same key gives
/// the same job; one that failed or was cancelled is begun anew, with what is asked now.
///
/// A worker of this process begins as soon as the change is committed.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn enqueue(
    change: &mut Change,
    tenant: Option<Tenant>,
    kind: &str,
    once_key: &str,
    input: &Value,
) -> Result<i64, StoreError> {
    let order = Order { author: change.author().clone(), input: input.clone() };
    let account = order.author.account;
    let now = Timestamp::now().as_microsecond();
    let begun: Option<(i64,)> = sqlx::query_as(
        "insert into job (id, tenant, kind, once_key, input, state, progress, step, outcome, \
         attempts, leased_until, account, created_at) \
         values ($1, $2, $3, $4, $5, 'waiting', 0.0, '', '', 0, 0, $6, $7) \
         on conflict (once_key) do update set \
         input = excluded.input, account = excluded.account, created_at = excluded.created_at, \
         state = 'waiting', progress = 0.0, step = '', outcome = '', attempts = 0, \
         leased_until = 0, cancel_asked = 0, finished_at = null \
         where job.state in ('failed', 'cancelled') \
         returning id",
    )
    .bind(ids::next())
    .bind(tenant.map(Tenant::id))
    .bind(kind.to_owned())
    .bind(once_key.to_owned())
    .bind(serde_json::json!(order).to_string())
    .bind(account)
    .bind(now)
    .fetch_optional(&mut **change)
    .await?;
    let (id,): (i64,) = match begun {
        Some(it) => it,
        None => {
            sqlx::query_as("select id from job where once_key = $1")
                .bind(once_key.to_owned())
                .fetch_one(&mut **change)
                .await?
        }
    };
    record(change, tenant, "job.ask", id, kind).await?;
    change.asks_for_work = true;
    Ok(id)
}

/// Asks a job to stop: one that waits is cancelled at once, one that runs when it next looks.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn cancel(change: &mut Change, tenant: Tenant, id: i64) -> Result<(), StoreError> {
    sqlx::query(
        "update job set cancel_asked = 1, \
         finished_at = case when state = 'waiting' then $1 else finished_at end, \
         state = case when state = 'waiting' then 'cancelled' else state end \
         where tenant = $2 and id = $3 and state in ('waiting', 'running')",
    )
    .bind(Timestamp::now().as_microsecond())
    .bind(tenant.id())
    .bind(id)
    .execute(&mut **change)
    .await?;
    record(change, Some(tenant), "job.cancel", id, "").await
}

async fn record(
    change: &mut Change,
    tenant: Option<Tenant>,
    action: &str,
    id: i64,
    note: &str,
) -> Result<(), StoreError> {
    let thing = id.to_string();
    let (before, after) = (None, None);
    let entry = Entry { tenant, action, thing_kind: "job", thing: &thing, note, before, after };
    change.record(entry).await
}

/// One job of a city.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn one(
    connection: &mut AnyConnection,
    tenant: Tenant,
    id: i64,
) -> Result<Option<Job>, StoreError> {
    let sql = format!("select {COLUMNS} from job where tenant = $1 and id = $2");
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(id)
        .fetch_optional(connection)
        .await?)
}

/// The job of a key that waits or runs.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn under_way(
    connection: &mut AnyConnection,
    tenant: Tenant,
    once_key: &str,
) -> Result<Option<i64>, StoreError> {
    let sql = "select id from job where tenant = $1 and once_key = $2 \
               and state in ('waiting', 'running')";
    let row: Option<(i64,)> = sqlx::query_as(sql)
        .bind(tenant.id())
        .bind(once_key.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|(id,)| id))
}

/// The newest jobs of a city that somebody asked for, the newest first; those of one account if it
/// is named. What the program wants of itself is nobody's order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn newest(
    connection: &mut AnyConnection,
    tenant: Tenant,
    account: Option<i64>,
    limit: i64,
) -> Result<Vec<Job>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from job where tenant = $1 and account is not null \
         and (cast($2 as bigint) is null or account = $2) order by created_at desc, id desc limit $3"
    );
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(account)
        .bind(limit)
        .fetch_all(connection)
        .await?)
}

/// How far a job is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Its state.
    pub state: String,
    /// From 0 to 1.
    pub share: f64,
    /// The [`Phrase`](crate::languages::Phrase) that says what it does.
    pub step: String,
    /// Whether somebody asked it to stop, and it has not yet.
    pub stopping: bool,
}

impl Progress {
    /// How far a job is that was read just now. What it told within this process is newer than
    /// what it could write.
    #[must_use]
    pub fn of(store: &Store, job: &Job) -> Self {
        let is_running = job.state == "running";
        let told = store.board.told(job.id).filter(|_| is_running);
        let (share, step) = told.unwrap_or_else(|| (job.progress, job.step.clone()));
        let stopping = is_running && job.cancel_asked != 0;
        Self { state: job.state.clone(), share, step, stopping }
    }
}

/// The progress of a job whenever it changes, until it has ended. Any process can watch.
pub fn watch(store: Store, tenant: Tenant, id: i64) -> impl Stream<Item = Progress> + Send {
    unfold((store, None, false), move |(store, last, ended)| async move {
        if ended {
            return None;
        }
        loop {
            let mut read = store.read().await.ok()?;
            let job = one(&mut read, tenant, id).await.ok()??;
            drop(read);
            let now = Progress::of(&store, &job);
            if last.as_ref() != Some(&now) {
                return Some((now.clone(), (store, Some(now), job.has_ended())));
            }
            tokio::time::sleep(LOOK).await;
        }
    })
}

/// The job once it has ended, or as it is when the patience is over.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn wait(
    store: &Store,
    tenant: Tenant,
    id: i64,
    patience: Duration,
) -> Result<Option<Job>, StoreError> {
    let until = Instant::now() + patience;
    loop {
        let job = one(&mut *store.read().await?, tenant, id).await?;
        if job.as_ref().is_none_or(Job::has_ended) || Instant::now() >= until {
            return Ok(job);
        }
        tokio::time::sleep(GLANCE).await;
    }
}
