use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// What jobs tell within this process: that one waits, and how far the running ones are.
///
/// The database knows it too, a little later; a job that holds SQLite's only writing connection
/// can be heard here alone.
#[derive(Debug, Default)]
pub(crate) struct Board {
    bell: Notify,
    told: Mutex<HashMap<i64, (f64, String)>>,
}

impl Board {
    /// Wakes a worker, or the next that looks.
    pub(crate) fn ring(&self) {
        self.bell.notify_one();
    }

    /// Waits until somebody rings.
    pub(crate) async fn rung(&self) {
        self.bell.notified().await;
    }

    pub(super) fn tell(&self, job: i64, share: f64, step: String) {
        self.lock().insert(job, (share, step));
    }

    pub(super) fn told(&self, job: i64) -> Option<(f64, String)> {
        self.lock().get(&job).cloned()
    }

    pub(super) fn forget(&self, job: i64) {
        self.lock().remove(&job);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<i64, (f64, String)>> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
