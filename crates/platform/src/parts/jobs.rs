//! Long work of parts, as the worker does it.

use serde_json::Value;

use super::BoxFuture;
use crate::changes::Author;
use crate::jobs::Job;
use crate::languages::{Phrase, Texts};
use crate::page;
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;
use crate::web::App;

/// A kind of long work that the worker does.
pub trait JobKind: Send + Sync {
    /// The kind's code: `atlas.import`.
    fn name(&self) -> &'static str;

    /// Does the work; what it gives is kept as the outcome. It may be run again after a crash,
    /// so it takes effect in its last transaction or not at all.
    fn run<'a>(
        &'a self,
        app: &'a App,
        tenant: Option<Tenant>,
        input: Value,
        handle: &'a dyn JobHandle,
    ) -> BoxFuture<'a, Result<Value, JobFailure>>;

    /// What of this kind is to be done in a city without anybody asking, because something has
    /// changed there: each with the key by which it is done once, and its input. Asked after
    /// every change, so it only looks.
    fn wanted<'a>(
        &'a self,
        _app: &'a App,
        _tenant: Tenant,
    ) -> BoxFuture<'a, Result<Vec<(String, Value)>, StoreError>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    /// How pages speak of such a job. Never figures.
    fn about(&self, job: &Job, t: &Texts) -> AboutJob;
}

/// How pages speak of a job.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutJob {
    /// What it is about, as a heading: `bevoelkerung.csv übernehmen`.
    pub title: String,
    /// What it has given, in one sentence, if it is done.
    pub outcome: Option<String>,
    /// Where one goes on from here when it has ended, within its city: `/atlas/daten`.
    pub next: Option<page::Link>,
}

/// Says how far a job is (0–1) and what it does, from wherever it works.
pub type Notes = Box<dyn Fn(f64, &Phrase) + Send + Sync>;

/// How a running job speaks with the outside.
pub trait JobHandle: Send + Sync {
    /// The number of the job.
    fn id(&self) -> i64;

    /// Who asked for it: in whose name it changes something.
    fn author(&self) -> &Author;

    /// Says how far it is (0–1) and what it does.
    fn progress<'a>(
        &'a self,
        share: f64,
        step: &'a Phrase,
    ) -> BoxFuture<'a, Result<(), StoreError>>;

    /// Says the same to this process alone, from within the transaction of its effect or from
    /// another thread.
    fn notes(&self) -> Notes;

    /// Whether somebody asked it to stop.
    fn cancelled(&self) -> bool;

    /// Marks the job done within the transaction of its effect, so that it takes effect once.
    fn done<'a>(
        &'a self,
        change: &'a mut Change,
        outcome: &'a Value,
    ) -> BoxFuture<'a, Result<(), JobFailure>>;
}

/// Why a job has no outcome.
#[derive(Debug, thiserror::Error)]
pub enum JobFailure {
    /// Somebody asked it to stop, and it did.
    #[error("cancelled")]
    Cancelled,
    /// It can never succeed; the words are for people.
    #[error("{0}")]
    Refused(Phrase),
    /// Another worker has it now: what this one did takes no effect.
    #[error("another worker has taken over")]
    Lost,
    /// The database; it may be tried again.
    #[error(transparent)]
    Store(#[from] StoreError),
}
