use std::ops::Deref;

use ankunft_platform::store::Store;
use tempfile::TempDir;

/// An empty store for one test.
#[derive(Debug)]
pub struct TestStore {
    /// Which database it is, for messages.
    pub name: &'static str,
    /// The store.
    pub store: Store,
    // The file of a SQLite database lives as long as its test.
    _folder: Option<TempDir>,
}

impl Deref for TestStore {
    type Target = Store;
    fn deref(&self) -> &Store {
        &self.store
    }
}

/// An empty SQLite store in a folder of its own.
///
/// # Panics
///
/// If it cannot be made.
pub async fn sqlite() -> TestStore {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open_file(&folder.path().join("ankunft.db")).await.expect("a database");
    TestStore { name: "sqlite", store, _folder: Some(folder) }
}

/// An empty store on each database there is: SQLite, and PostgreSQL (see [`crate::postgres`]).
///
/// # Panics
///
/// If one cannot be made.
pub async fn stores() -> Vec<TestStore> {
    let mut stores = vec![sqlite().await];
    if let Some(address) = crate::postgres() {
        let store = Store::open(&address).await.expect("a database");
        stores.push(TestStore { name: "postgres", store, _folder: None });
    }
    stores
}
