//! What was computed from releases, the same on SQLite and PostgreSQL.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod common;

use ankunft_platform::derived::{self, Name};
use ankunft_platform::store::{Store, StoreError};
use ankunft_platform::withdrawals::{self, Thing};
use ankunft_testkit::stores;
use common::{Town, already, author, found};

const NAME: Name<'static> = Name { kind: "arrival", subject: "quartier/public", key: "0a1b" };

async fn keep(store: &Store, town: &Town, content: &[u8], release: i64) -> Result<(), StoreError> {
    let mut change = store.change(author()).await?;
    derived::keep(&mut change, town.tenant, &town.key, NAME, (content, &[release])).await?;
    change.commit().await
}

async fn find(store: &Store, town: &Town) -> Result<Option<derived::Derived>, StoreError> {
    let mut read = store.read().await?;
    derived::find(&mut read, town.tenant, &town.key, NAME).await
}

/// A release of some figures, by its number.
async fn release(store: &Store, town: &Town) -> i64 {
    let already = already();
    let columns = vec![town.population("2020", &[10.0, 20.0, 30.0])];
    town.accept(store, town.version(b"a", &already), columns).await.unwrap();
    let mut read = store.read().await.unwrap();
    let audience = ankunft_disclosure::Audience::Public;
    ankunft_platform::releases::visible(&mut read, town.tenant, audience).await.unwrap()[0].release
}

#[tokio::test]
async fn what_was_computed_is_kept_once_and_sealed() {
    for store in stores().await {
        let town = found(&store).await;
        let release = release(&store, &town).await;
        assert_eq!(find(&store, &town).await.unwrap(), None, "{}", store.name);
        keep(&store, &town, b"three quarters", release).await.unwrap();
        // Asking twice computes once: what is there stays.
        keep(&store, &town, b"four quarters", release).await.unwrap();
        let kept = find(&store, &town).await.unwrap().unwrap();
        assert_eq!(kept.content.as_deref(), Some(&b"three quarters"[..]));
        let mut upkeep = store.upkeep().await.unwrap();
        sqlx::query("update derived set content = $1")
            .bind(b"nine quarters".to_vec())
            .execute(&mut *upkeep)
            .await
            .unwrap();
        upkeep.commit().await.unwrap();
        let altered = find(&store, &town).await;
        assert!(matches!(altered, Err(StoreError::BrokenSeal(_))), "{altered:?}");
    }
}

#[tokio::test]
async fn a_sperrung_empties_it_and_nothing_more_is_kept() {
    for store in stores().await {
        let town = found(&store).await;
        let release = release(&store, &town).await;
        keep(&store, &town, b"three quarters", release).await.unwrap();
        let mut change = store.change(author()).await.unwrap();
        withdrawals::withdraw(&mut change, town.tenant, Thing::Release(release), "Probe")
            .await
            .unwrap();
        change.commit().await.unwrap();
        let kept = find(&store, &town).await.unwrap().unwrap();
        assert_eq!(kept.content, None, "{}", store.name);
        let late = keep(&store, &town, b"three quarters", release).await;
        assert!(matches!(late, Err(StoreError::Withdrawn)), "{late:?}");
        let mut read = store.read().await.unwrap();
        let subject = (NAME.kind, NAME.subject);
        let newest = derived::newest(&mut read, town.tenant, &town.key, subject, 9).await.unwrap();
        assert_eq!(newest, []);
    }
}
