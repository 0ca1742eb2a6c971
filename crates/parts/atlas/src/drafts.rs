//! The last checked drafts, kept in memory: who reloads the page of a large file does not wait
//! for it to be read again, and its acceptance need not check it again.

use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ankunft_platform::tenant::Tenant;
use tokio::sync::OnceCell;

use crate::draft::Draft;

/// So many bytes all of them may take.
const LIMIT: usize = 128 << 20;

/// What a check depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) tenant: Tenant,
    pub(crate) upload: i64,
    /// What the person has said about it.
    pub(crate) answers: String,
    /// What the city knew then: see [`crate::store`].
    pub(crate) stamp: i64,
}

type Cell = Arc<OnceCell<Arc<Draft>>>;

/// The drafts, the last asked for at the end. Clones share them.
#[derive(Clone, Default)]
pub(crate) struct Drafts(Arc<Mutex<Vec<(Key, Cell)>>>);

impl std::fmt::Debug for Drafts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.lock().iter().map(|(key, _)| key)).finish()
    }
}

impl Drafts {
    /// The draft of a key; made if it is not there, once for all who ask meanwhile.
    pub(crate) async fn get<E>(
        &self,
        key: Key,
        make: impl Future<Output = Result<Draft, E>>,
    ) -> Result<Arc<Draft>, E> {
        let cell = self.cell(key);
        let draft = cell.get_or_try_init(async || make.await.map(Arc::new)).await.cloned();
        self.trim(LIMIT);
        draft
    }

    /// Lets go of a file that is gone.
    pub(crate) fn forget(&self, upload: i64) {
        self.lock().retain(|(key, _)| key.upload != upload);
    }

    fn cell(&self, key: Key) -> Cell {
        let mut drafts = self.lock();
        let known = drafts.iter().position(|it| it.0 == key).map(|at| drafts.remove(at).1);
        // Nobody asks again for what is checked against something older.
        drafts.retain(|(it, _)| it.tenant != key.tenant || it.upload != key.upload);
        let cell = known.unwrap_or_default();
        drafts.push((key, Arc::clone(&cell)));
        cell
    }

    /// Keeps the newest that fit together.
    fn trim(&self, limit: usize) {
        let mut drafts = self.lock();
        let mut weight = 0;
        let mut kept: Vec<(Key, Cell)> = Vec::new();
        for (key, cell) in drafts.drain(..).rev() {
            weight += cell.get().map_or(0, |it| it.weight());
            let is_in_work = cell.get().is_none() && Arc::strong_count(&cell) > 1;
            if is_in_work || (cell.initialized() && weight <= limit) {
                kept.push((key, cell));
            }
        }
        kept.reverse();
        *drafts = kept;
    }

    fn lock(&self) -> MutexGuard<'_, Vec<(Key, Cell)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use ankunft_platform::files::Upload;

    use super::*;
    use crate::draft::{Checked, Said};
    use crate::import::{Known, tables};

    fn key(upload: i64, stamp: i64) -> Key {
        Key { tenant: Tenant::from_id(1), upload, answers: "{}".to_owned(), stamp }
    }

    fn draft() -> Draft {
        let known = Known::default();
        let answers = tables::Answers::default();
        let checked = tables::check(b"a;b\n1;2\n", "x.csv", &answers, &known);
        Draft {
            upload: Upload {
                id: 1,
                account: None,
                post: None,
                file_name: "x.csv".to_owned(),
                hash: Vec::new(),
                size: 8,
                kind: "file".to_owned(),
                answers: "{}".to_owned(),
                created_at: 0,
            },
            known: Arc::new(known),
            said: Said::default(),
            checked: Checked::Table(Box::new(checked)),
        }
    }

    async fn ask(drafts: &Drafts, key: Key, made: &AtomicUsize) {
        let make = async {
            made.fetch_add(1, Ordering::SeqCst);
            tokio::task::yield_now().await;
            Ok::<_, Infallible>(draft())
        };
        drafts.get(key, make).await.unwrap();
    }

    #[tokio::test]
    async fn a_file_is_checked_once_until_something_changes() {
        let (drafts, made) = (Drafts::default(), AtomicUsize::new(0));
        tokio::join!(ask(&drafts, key(1, 7), &made), ask(&drafts, key(1, 7), &made));
        assert_eq!(made.load(Ordering::SeqCst), 1);
        ask(&drafts, key(1, 7), &made).await;
        assert_eq!(made.load(Ordering::SeqCst), 1);
        ask(&drafts, key(1, 8), &made).await;
        assert_eq!(made.load(Ordering::SeqCst), 2);
        drafts.forget(1);
        ask(&drafts, key(1, 8), &made).await;
        assert_eq!(made.load(Ordering::SeqCst), 3);
    }

    #[tokio::test]
    async fn the_oldest_go_when_there_are_too_many_bytes() {
        let (drafts, made) = (Drafts::default(), AtomicUsize::new(0));
        for upload in 1..=3 {
            ask(&drafts, key(upload, 0), &made).await;
        }
        drafts.trim(2 * draft().weight());
        let kept: Vec<i64> = drafts.lock().iter().map(|(key, _)| key.upload).collect();
        assert_eq!(kept, [2, 3]);
        drafts.trim(1);
        assert!(drafts.lock().is_empty());
    }
}
