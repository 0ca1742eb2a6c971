//! What is expensive to read, kept in memory for as long as what it was read from stays the same.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OwnedMutexGuard;

type Slot<V, S> = Arc<tokio::sync::Mutex<Option<(S, V)>>>;

/// Values by what they are about, one of each, with a stamp of what each was read from. Clones
/// share them.
#[derive(Clone, Debug)]
pub struct Kept<K, V, S>(Arc<Mutex<HashMap<K, Slot<V, S>>>>);

impl<K, V, S> Default for Kept<K, V, S> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K: Eq + Hash, V: Clone, S: Eq> Kept<K, V, S> {
    /// The place of one value. As long as somebody holds it, others who ask for it wait: so what
    /// many ask for at once is read once.
    pub async fn place(&self, key: K) -> Place<V, S> {
        let slot = {
            let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(slots.entry(key).or_default())
        };
        Place(slot.lock_owned().await)
    }

    /// Lets go of all values.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// The place of a value, held by one asker at a time.
#[derive(Debug)]
pub struct Place<V, S>(OwnedMutexGuard<Option<(S, V)>>);

impl<V: Clone, S: Eq> Place<V, S> {
    /// The value, if it was read from what bears this stamp.
    #[must_use]
    pub fn get(&self, stamp: &S) -> Option<V> {
        self.0.as_ref().filter(|it| it.0 == *stamp).map(|it| it.1.clone())
    }

    /// The value, whatever it was read from.
    #[must_use]
    pub fn last(&self) -> Option<V> {
        self.0.as_ref().map(|it| it.1.clone())
    }

    /// Keeps a value in place of the one before.
    pub fn put(&mut self, stamp: S, value: V) -> V {
        self.0.insert((stamp, value)).1.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    const OLD: i64 = 1;
    const NEW: i64 = 2;

    #[tokio::test]
    async fn a_value_is_good_for_its_stamp_alone() {
        let kept: Kept<&str, u32, i64> = Kept::default();
        assert_eq!(kept.place("a").await.get(&OLD), None);
        kept.place("a").await.put(OLD, 7);
        assert_eq!(kept.place("a").await.get(&OLD), Some(7));
        assert_eq!(kept.place("b").await.get(&OLD), None);
        assert_eq!(kept.place("a").await.get(&NEW), None);
        assert_eq!(kept.place("a").await.last(), Some(7));
        kept.clear();
        assert_eq!(kept.place("a").await.last(), None);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn what_many_ask_for_at_once_is_read_once() {
        let kept: Kept<&str, usize, i64> = Kept::default();
        let reads = Arc::new(AtomicUsize::new(0));
        let ask = |kept: Kept<&'static str, usize, i64>, reads: Arc<AtomicUsize>| async move {
            let mut place = kept.place("a").await;
            if let Some(known) = place.get(&NEW) {
                return known;
            }
            let read = reads.fetch_add(1, Ordering::Relaxed) + 1;
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            place.put(NEW, read)
        };
        let asked: Vec<_> =
            (0..16).map(|_| tokio::spawn(ask(kept.clone(), Arc::clone(&reads)))).collect();
        for it in asked {
            assert_eq!(it.await.expect("an answer"), 1);
        }
        assert_eq!(reads.load(Ordering::Relaxed), 1);
    }
}
