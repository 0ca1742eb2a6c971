//! What is expensive to read, kept in memory for as long as what it was read from stays the same.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OwnedMutexGuard;

/// A hash of everything that a value was read from.
pub(crate) type Stamp = [u8; 32];

type Slot<V> = Arc<tokio::sync::Mutex<Option<(Stamp, V)>>>;

/// Values by what they are about, one of each. Clones share them.
#[derive(Clone, Debug)]
pub(crate) struct Kept<K, V>(Arc<Mutex<HashMap<K, Slot<V>>>>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K: Eq + Hash, V: Clone> Kept<K, V> {
    /// The place of one value. As long as somebody holds it, others who ask for it wait: so what
    /// many ask for at once is read once.
    pub(crate) async fn place(&self, key: K) -> Place<V> {
        let slot = {
            let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(slots.entry(key).or_default())
        };
        Place(slot.lock_owned().await)
    }
}

/// The place of a value, held by one asker at a time.
#[derive(Debug)]
pub(crate) struct Place<V>(OwnedMutexGuard<Option<(Stamp, V)>>);

impl<V: Clone> Place<V> {
    /// The value, if it was read from what bears this stamp.
    pub(crate) fn get(&self, stamp: Stamp) -> Option<V> {
        self.0.as_ref().filter(|it| it.0 == stamp).map(|it| it.1.clone())
    }

    /// The value, whatever it was read from.
    pub(crate) fn last(&self) -> Option<V> {
        self.0.as_ref().map(|it| it.1.clone())
    }

    /// Keeps a value in place of the one before.
    pub(crate) fn put(&mut self, stamp: Stamp, value: V) -> V {
        self.0.insert((stamp, value)).1.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    const OLD: Stamp = [1; 32];
    const NEW: Stamp = [2; 32];

    #[tokio::test]
    async fn a_value_is_good_for_its_stamp_alone() {
        let kept: Kept<&str, u32> = Kept::default();
        assert_eq!(kept.place("a").await.get(OLD), None);
        kept.place("a").await.put(OLD, 7);
        assert_eq!(kept.place("a").await.get(OLD), Some(7));
        assert_eq!(kept.place("b").await.get(OLD), None);
        assert_eq!(kept.place("a").await.get(NEW), None);
        assert_eq!(kept.place("a").await.last(), Some(7));
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn what_many_ask_for_at_once_is_read_once() {
        let kept: Kept<&str, usize> = Kept::default();
        let reads = Arc::new(AtomicUsize::new(0));
        let ask = |kept: Kept<&'static str, usize>, reads: Arc<AtomicUsize>| async move {
            let mut place = kept.place("a").await;
            if let Some(known) = place.get(NEW) {
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
