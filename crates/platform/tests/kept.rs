//! What pages read again and again of a city is read once, and never older than the city.
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::atomic::{AtomicUsize, Ordering};

use ankunft_platform::register::posts;
use ankunft_platform::store::{Keep, Store, StoreError};
use ankunft_platform::tenant::{self, NewTenant, Tenant, TenantKind};
use ankunft_testkit::stores;
use common::author;
use sqlx::AnyConnection;

static READ: AtomicUsize = AtomicUsize::new(0);

/// The titles of the Stellen of a city; whether it is counted how often they are read.
#[derive(Debug)]
struct Titles<const COUNTED: bool>(Vec<String>);

impl<const COUNTED: bool> Keep for Titles<COUNTED> {
    type Since = ();

    async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        (): (),
    ) -> Result<Self, StoreError> {
        READ.fetch_add(usize::from(COUNTED), Ordering::Relaxed);
        let all = posts::posts(connection, tenant).await?;
        Ok(Self(all.into_iter().map(|it| it.title).collect()))
    }
}

/// The titles from one on, in the order of letters.
#[derive(Debug)]
struct Later(Vec<String>);

impl Keep for Later {
    type Since = &'static str;

    async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        since: &'static str,
    ) -> Result<Self, StoreError> {
        let all = posts::posts(connection, tenant).await?.into_iter().map(|it| it.title);
        Ok(Self(all.filter(|it| it.as_str() >= since).collect()))
    }
}

async fn titles<const COUNTED: bool>(store: &Store, tenant: Tenant) -> Vec<String> {
    store.read().await.unwrap().kept::<Titles<COUNTED>>(tenant).await.unwrap().0.clone()
}

async fn town(store: &Store, slug: &str) -> Tenant {
    let kind = TenantKind::Kommune;
    let new = NewTenant { kind, slug, name: slug, ags: None, language: "de" };
    let mut change = store.change(author()).await.unwrap();
    let town = tenant::found(&mut change, new).await.unwrap();
    change.commit().await.unwrap();
    town
}

async fn add(store: &Store, town: Tenant, title: &str) {
    let mut change = store.change(author()).await.unwrap();
    posts::add_post(&mut change, town, title, None).await.unwrap();
    change.commit().await.unwrap();
}

/// So often it is read for one asker; in builds with checks each use reads it again.
fn reads(fresh: usize, known: usize) -> usize {
    if cfg!(debug_assertions) { fresh + known } else { fresh }
}

#[tokio::test]
async fn it_is_as_new_as_its_city_and_read_once() {
    for store in stores().await {
        let (here, there) = (town(&store, "hier").await, town(&store, "dort").await);
        add(&store, here, "Leitung").await;
        READ.store(0, Ordering::Relaxed);
        assert_eq!(titles::<true>(&store, here).await, ["Leitung"], "{}", store.name);
        assert_eq!(titles::<true>(&store, here).await, ["Leitung"]);
        assert_eq!(READ.load(Ordering::Relaxed), reads(1, 1));
        assert!(titles::<true>(&store, there).await.is_empty(), "another city has its own");

        add(&store, there, "Amt").await;
        assert_eq!(
            titles::<true>(&store, here).await,
            ["Leitung"],
            "what happens there changes nothing here"
        );
        assert_eq!(READ.load(Ordering::Relaxed), reads(2, 2));
        add(&store, here, "Abteilung").await;
        assert_eq!(titles::<true>(&store, here).await, ["Abteilung", "Leitung"]);
        assert_eq!(titles::<true>(&store, there).await, ["Amt"]);
    }
}

#[tokio::test]
async fn what_is_read_from_a_day_on_is_known_for_that_day_alone() {
    for store in stores().await {
        let here = town(&store, "hier").await;
        add(&store, here, "Leitung").await;
        add(&store, here, "Abteilung").await;
        let mut read = store.read().await.unwrap();
        for (since, all) in [("A", 2), ("B", 1), ("B", 1), ("M", 0), ("A", 2)] {
            let found = read.kept_since::<Later>(here, since).await.unwrap();
            assert_eq!(found.0.len(), all, "{} from {since} on", store.name);
        }
    }
}

#[tokio::test]
async fn what_is_not_committed_is_seen_by_nobody() {
    for store in stores().await {
        let here = town(&store, "hier").await;
        let mut read = store.read().await.unwrap();
        assert!(read.kept::<Titles<false>>(here).await.unwrap().0.is_empty());
        let mut change = store.change(author()).await.unwrap();
        posts::add_post(&mut change, here, "Leitung", None).await.unwrap();
        assert!(titles::<false>(&store, here).await.is_empty(), "{}", store.name);
        drop(change);
        assert!(titles::<false>(&store, here).await.is_empty(), "taken back");
        drop(read);
        add(&store, here, "Leitung").await;
        assert_eq!(titles::<false>(&store, here).await, ["Leitung"]);
    }
}

/// What is written past the change log is found where checks are compiled in.
#[cfg(debug_assertions)]
#[tokio::test]
#[should_panic(expected = "without an entry of its city")]
async fn a_row_past_the_change_log_is_found() {
    let store = ankunft_testkit::sqlite().await;
    let here = town(&store, "hier").await;
    add(&store, here, "Leitung").await;
    titles::<false>(&store, here).await;
    let mut upkeep = store.upkeep().await.unwrap();
    sqlx::query("update post set title = 'Anders'").execute(&mut *upkeep).await.unwrap();
    upkeep.commit().await.unwrap();
    titles::<false>(&store, here).await;
}
