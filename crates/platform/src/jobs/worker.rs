use std::collections::HashMap;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde_json::Value;
use tokio::sync::watch;

use super::{COLUMNS, Job, enqueue};
use crate::changes::Author;
use crate::languages::Phrase;
use crate::parts::{BoxFuture, JobFailure, JobHandle, Notes};
use crate::store::{Change, Store, StoreError};
use crate::tenant::{self, Tenant};
use crate::web::App;

/// How long a worker has a job before it must say that it lives.
const LEASE: Duration = Duration::from_secs(20);
/// How often it says so, and looks whether the job was cancelled.
const RENEW: Duration = Duration::from_secs(1);
/// How long a worker without work waits before it looks again.
const POLL: Duration = Duration::from_secs(1);
/// Progress is written at most this often.
const PROGRESS: Duration = Duration::from_millis(250);
/// A job that fails or kills its worker so often is given up.
const ATTEMPTS: i64 = 3;

/// Knows how to do each kind of job. [`OfParts`] is what the program has.
pub trait Runner: Send + Sync + 'static {
    /// Does the job; what it gives is kept as its outcome. It may be begun again after a crash,
    /// so its effect belongs into one transaction with [`JobHandle::done`].
    fn run<'a>(
        &'a self,
        job: &'a Job,
        running: &'a Running,
    ) -> BoxFuture<'a, Result<Value, JobFailure>>;

    /// Asks for the jobs that a change in a city makes necessary; see [`JobKind::wanted`].
    ///
    /// [`JobKind::wanted`]: crate::parts::JobKind::wanted
    fn ask_for_wanted(&self, _tenant: Tenant) -> BoxFuture<'_, Result<(), StoreError>> {
        Box::pin(async { Ok(()) })
    }
}

/// Runs the kinds of jobs that the parts registered.
#[derive(Clone, Debug)]
pub struct OfParts(pub App);

impl Runner for OfParts {
    fn run<'a>(
        &'a self,
        job: &'a Job,
        running: &'a Running,
    ) -> BoxFuture<'a, Result<Value, JobFailure>> {
        Box::pin(async move {
            let Some(kind) = self.0.parts.job(&job.kind) else {
                return Err(JobFailure::Refused(Phrase::new("auftrag-art-unbekannt")));
            };
            let input = job.order()?.input;
            kind.run(&self.0, job.tenant.map(Tenant::from_id), input, running).await
        })
    }

    fn ask_for_wanted(&self, tenant: Tenant) -> BoxFuture<'_, Result<(), StoreError>> {
        Box::pin(async move {
            let app = &self.0;
            for kind in app.parts.jobs() {
                let wanted = kind.wanted(app, tenant).await?;
                if wanted.is_empty() {
                    continue;
                }
                let mut change = app.store.change(Author::program(kind.name())).await?;
                for (key, input) in &wanted {
                    enqueue(&mut change, Some(tenant), kind.name(), key, input).await?;
                }
                change.commit().await?;
            }
            Ok(())
        })
    }
}

/// A job in the hands of a worker.
#[derive(Clone, Debug)]
pub struct Running {
    store: Store,
    id: i64,
    author: Author,
    // The number of the attempt: who has an older one has lost the lease.
    attempt: i64,
    cancelled: Arc<AtomicBool>,
    told: Arc<Mutex<Option<Instant>>>,
}

impl Running {
    async fn tell(&self, share: f64, step: &Phrase) -> Result<(), StoreError> {
        self.note(share, step);
        if !self.may_tell() {
            return Ok(());
        }
        // The job may hold SQLite's only writing connection: then this would wait for itself.
        let Ok(upkeep) = tokio::time::timeout(PROGRESS, self.store.upkeep()).await else {
            return Ok(());
        };
        let mut upkeep = upkeep?;
        sqlx::query(
            "update job set progress = $1, step = $2 where id = $3 and state = 'running' \
             and attempts = $4",
        )
        .bind(share.clamp(0.0, 1.0))
        .bind(step.written())
        .bind(self.id)
        .bind(self.attempt)
        .execute(&mut *upkeep)
        .await?;
        upkeep.commit().await
    }

    fn note(&self, share: f64, step: &Phrase) {
        self.store.board.tell(self.id, share.clamp(0.0, 1.0), step.written());
    }

    fn may_tell(&self) -> bool {
        let mut told = self.told.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let may = told.is_none_or(|last| last.elapsed() >= PROGRESS);
        if may {
            *told = Some(Instant::now());
        }
        may
    }

    async fn end(
        &self,
        connection: &mut sqlx::AnyConnection,
        state: &str,
        outcome: &str,
    ) -> Result<bool, StoreError> {
        let sql = "update job set state = $1, outcome = $2, finished_at = $3, \
                   progress = case when $1 = 'done' then 1.0 else progress end \
                   where id = $4 and state = 'running' and attempts = $5";
        let ended = sqlx::query(sql)
            .bind(state.to_owned())
            .bind(outcome.to_owned())
            .bind(Timestamp::now().as_microsecond())
            .bind(self.id)
            .bind(self.attempt)
            .execute(connection)
            .await?;
        Ok(ended.rows_affected() == 1)
    }

    /// Gives the job back to the queue, not before `wait` has passed.
    async fn give_back(&self, wait: Duration) -> Result<(), StoreError> {
        let mut upkeep = self.store.upkeep().await?;
        sqlx::query(
            "update job set state = 'waiting', leased_until = $1 where id = $2 \
             and state = 'running' and attempts = $3",
        )
        .bind(later(wait))
        .bind(self.id)
        .bind(self.attempt)
        .execute(&mut *upkeep)
        .await?;
        upkeep.commit().await
    }

    /// Puts the job back as if it had not been begun: that the program stops is no fault of it.
    async fn put_back(&self) -> Result<(), StoreError> {
        let mut upkeep = self.store.upkeep().await?;
        sqlx::query(
            "update job set state = 'waiting', leased_until = 0, attempts = attempts - 1 \
             where id = $1 and state = 'running' and attempts = $2",
        )
        .bind(self.id)
        .bind(self.attempt)
        .execute(&mut *upkeep)
        .await?;
        upkeep.commit().await
    }

    /// Renews the lease as long as the job runs.
    async fn keep_alive(&self) {
        loop {
            tokio::time::sleep(RENEW).await;
            match self.renew().await {
                Ok(Some(0)) => {}
                Ok(_) => self.cancelled.store(true, Ordering::Relaxed),
                Err(error) => tracing::warn!(job = self.id, %error, "the lease is not renewed"),
            }
        }
    }

    async fn renew(&self) -> Result<Option<i64>, StoreError> {
        let mut upkeep = self.store.upkeep().await?;
        let row: Option<(i64,)> = sqlx::query_as(
            "update job set leased_until = $1 where id = $2 and state = 'running' \
             and attempts = $3 returning cast(cancel_asked as bigint)",
        )
        .bind(later(LEASE))
        .bind(self.id)
        .bind(self.attempt)
        .fetch_optional(&mut *upkeep)
        .await?;
        upkeep.commit().await?;
        Ok(row.map(|(asked,)| asked))
    }
}

impl JobHandle for Running {
    fn id(&self) -> i64 {
        self.id
    }

    fn author(&self) -> &Author {
        &self.author
    }

    /// Called often, it writes seldom; while the job itself is writing, it writes nothing.
    fn progress<'a>(
        &'a self,
        share: f64,
        step: &'a Phrase,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(self.tell(share, step))
    }

    fn notes(&self) -> Notes {
        let running = self.clone();
        Box::new(move |share, step| running.note(share, step))
    }

    fn cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    fn done<'a>(
        &'a self,
        change: &'a mut Change,
        outcome: &'a Value,
    ) -> BoxFuture<'a, Result<(), JobFailure>> {
        Box::pin(async move {
            let ended = self.end(change, "done", &outcome.to_string()).await?;
            if ended { Ok(()) } else { Err(JobFailure::Lost) }
        })
    }
}

/// Takes what a job has told off the board when its worker is through with it.
struct Told<'a>(&'a Running);

impl Drop for Told<'_> {
    fn drop(&mut self) {
        self.0.store.board.forget(self.0.id);
    }
}

fn later(wait: Duration) -> i64 {
    let wait = i64::try_from(wait.as_micros()).unwrap_or(i64::MAX);
    Timestamp::now().as_microsecond().saturating_add(wait)
}

/// Takes jobs and does them, one after the other.
#[derive(Clone)]
pub struct Worker {
    store: Store,
    runner: Arc<dyn Runner>,
    /// The states of the cities after which it was asked what is to be done.
    seen: HashMap<Tenant, i64>,
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker").finish_non_exhaustive()
    }
}

impl Worker {
    /// A worker. Who asks for a job in this process wakes it; those of others it finds.
    #[must_use]
    pub fn new(store: Store, runner: Arc<dyn Runner>) -> Self {
        Self { store, runner, seen: HashMap::new() }
    }

    /// Works until `stop` becomes true. What is under way then goes back into the queue.
    ///
    /// What people asked for comes first; between it the worker looks for what has become
    /// necessary, one city at a time.
    pub async fn work(mut self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let worked = match self.step(&mut stop).await {
                Ok(false) => self.look_at_one().await,
                done => done,
            };
            match worked {
                Ok(true) => {}
                Ok(false) => {
                    tokio::select! {
                        () = self.store.board.rung() => {}
                        () = tokio::time::sleep(POLL) => {}
                        _ = stop.wait_for(|it| *it) => {}
                    }
                }
                Err(error) => {
                    tracing::error!(%error, "the queue of jobs cannot be read");
                    tokio::time::sleep(POLL).await;
                }
            }
        }
    }

    /// Asks for what has become necessary in the cities that have changed since the last look.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the states of the cities cannot be read.
    pub async fn look_around(&mut self) -> Result<(), StoreError> {
        while self.look_at_one().await? {}
        Ok(())
    }

    /// Looks at one city that has changed; gives whether there was one.
    async fn look_at_one(&mut self) -> Result<bool, StoreError> {
        let states = {
            let mut read = self.store.read().await?;
            tenant::states(&mut read).await?
        };
        let changed = states.into_iter().find(|(city, it)| self.seen.get(city) != Some(it));
        let Some((tenant, state)) = changed else { return Ok(false) };
        // A city that cannot be read keeps no other from being looked at, and is looked at again
        // when it has changed.
        if let Err(error) = self.runner.ask_for_wanted(tenant).await {
            tracing::error!(tenant = tenant.id(), %error, "what became necessary is not known");
        }
        self.seen.insert(tenant, state);
        Ok(true)
    }

    /// Does one job, if one waits; gives whether there was one.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the queue cannot be read or written.
    pub async fn work_once(&self) -> Result<bool, StoreError> {
        let (_keep, mut stop) = watch::channel(false);
        self.step(&mut stop).await
    }

    async fn step(&self, stop: &mut watch::Receiver<bool>) -> Result<bool, StoreError> {
        let Some(job) = self.take().await? else { return Ok(false) };
        let running = Running {
            store: self.store.clone(),
            id: job.id,
            author: job.order().map(|it| it.author).unwrap_or_default(),
            attempt: job.attempts,
            cancelled: Arc::default(),
            told: Arc::default(),
        };
        if job.attempts > ATTEMPTS {
            self.end(&running, "failed", &Phrase::new("auftrag-aufgegeben").written()).await?;
            return Ok(true);
        }
        let _told = Told(&running);
        let (runner, handle) = (self.runner.clone(), running.clone());
        let mut task = tokio::spawn(async move { runner.run(&job, &handle).await });
        let ended = tokio::select! {
            ended = &mut task => Some(ended),
            () = running.keep_alive() => None,
            _ = stop.wait_for(|it| *it) => None,
        };
        let Some(ended) = ended else {
            task.abort();
            // The writing connection is free again only when the work is really gone.
            let _ = task.await;
            running.put_back().await?;
            return Ok(true);
        };
        match ended {
            Ok(Ok(outcome)) => self.end(&running, "done", &outcome.to_string()).await?,
            Ok(Err(JobFailure::Cancelled)) => self.end(&running, "cancelled", "").await?,
            Ok(Err(JobFailure::Refused(why))) => {
                self.end(&running, "failed", &why.written()).await?
            }
            Ok(Err(JobFailure::Lost)) => self.lost(&running).await?,
            Ok(Err(JobFailure::Store(error))) => {
                tracing::warn!(job = running.id, %error, "a job is tried again");
                running.give_back(Duration::from_secs(2)).await?;
            }
            Err(error) => {
                tracing::error!(job = running.id, %error, "a job panicked");
                self.end(&running, "failed", &Phrase::new("auftrag-innerer-fehler").written())
                    .await?;
            }
        }
        Ok(true)
    }

    async fn end(&self, running: &Running, state: &str, outcome: &str) -> Result<(), StoreError> {
        let mut upkeep = self.store.upkeep().await?;
        running.end(&mut upkeep, state, outcome).await?;
        upkeep.commit().await
    }

    /// Somebody else has it, or nobody: then the queue has it.
    async fn lost(&self, running: &Running) -> Result<(), StoreError> {
        running.give_back(Duration::from_secs(2)).await
    }

    /// Takes the oldest job that waits or whose worker has died, those of people first.
    ///
    /// One statement, so that two workers never take the same.
    async fn take(&self) -> Result<Option<Job>, StoreError> {
        let now = Timestamp::now().as_microsecond();
        let due = "state in ('waiting', 'running') and leased_until <= $1";
        let mut read = self.store.read().await?;
        // What nobody asked for waits until nobody waits.
        let sql = format!(
            "select id from job where {due} \
             order by case when account is null then 1 else 0 end, created_at, id limit 1",
        );
        let next: Option<(i64,)> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(now).fetch_optional(&mut *read).await?;
        drop(read);
        let Some((id,)) = next else { return Ok(None) };
        let mut upkeep = self.store.upkeep().await?;
        let sql = format!(
            "update job set state = 'running', attempts = attempts + 1, leased_until = $2 \
             where id = $3 and {due} returning {COLUMNS}",
        );
        let job: Option<Job> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(now)
            .bind(later(LEASE))
            .bind(id)
            .fetch_optional(&mut *upkeep)
            .await?;
        upkeep.commit().await?;
        Ok(job)
    }
}
