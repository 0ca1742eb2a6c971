//! The ground on SQLite: what was written is read, and nothing is written without a trace.

use ankunft_platform::changes::{self, Author};
use ankunft_platform::register::acting::{self, OwnPost};
use ankunft_platform::register::areas::{self, Area, NewAreaVersion};
use ankunft_platform::register::posts;
use ankunft_platform::store::{Store, StoreError};
use ankunft_platform::tenant::{self, NewTenant, TenantKind};

const TOWN: NewTenant<'static> = NewTenant {
    kind: TenantKind::Kommune,
    slug: "musterstadt",
    name: "Musterstadt",
    ags: Some("99000001"),
    language: "de",
};

#[tokio::test]
async fn what_was_written_is_read_after_opening_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ankunft.db");
    let store = Store::open_file(&path).await.unwrap();
    let mut change = store.change(Author::program("test")).await.unwrap();
    let town = tenant::found(&mut change, TOWN).await.unwrap();
    let area = Area {
        position: 0,
        code: "01".into(),
        name: "Altstadt".into(),
        parent: None,
        area_m2: 0.1,
    };
    let version = NewAreaVersion {
        geography: ("quartier", "Quartiere", 1),
        label: "seit 2013",
        valid_from: "2013-01-01",
        valid_to: None,
        source: "Stadt",
        licence: "dl-de/zero-2-0",
        file_hash: &[1, 2, 3],
        map: "{}",
        areas: &[(area.clone(), vec![0, 255])],
    };
    let version = areas::accept(&mut change, town, version).await.unwrap();
    let person = posts::add_person(&mut change, town, "Ida Muster", None).await.unwrap();
    let post = posts::add_post(&mut change, town, "Sachbearbeitung", None).await.unwrap();
    let day = jiff::civil::date(2026, 7, 1);
    posts::hand_over(&mut change, town, (post, person), day).await.unwrap();
    change.commit().await.unwrap();
    store.close().await;

    let store = Store::open_file(&path).await.unwrap();
    let mut read = store.read().await.unwrap();
    assert_eq!(tenant::by_slug(&mut read, "musterstadt").await.unwrap().unwrap().tenant, town);
    assert_eq!(areas::areas(&mut read, town, version).await.unwrap(), [area]);
    assert_eq!(areas::outlines(&mut read, town, version).await.unwrap(), [vec![0, 255]]);
    let own = acting::posts_of(&mut read, town, (1, person), day).await.unwrap();
    let holds = OwnPost { post, title: "Sachbearbeitung".into(), standing_in: false };
    assert_eq!(own, [holds]);
    let before = day.yesterday().unwrap();
    assert_eq!(acting::posts_of(&mut read, town, (1, person), before).await.unwrap(), []);
    let log = changes::newest(&mut read, town, None, 100).await.unwrap();
    assert_eq!(log.last().unwrap().action, "tenant.found");
    assert_eq!(log.len(), 6);
}

#[tokio::test]
async fn a_database_in_use_is_examined_together_with_its_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ankunft.db");
    let store = Store::open_file(&path).await.unwrap();
    assert!(folder.path().join("ankunft.db-wal").metadata().unwrap().len() > 0);
    // The schema is in the log as yet: the file alone knows nothing of it.
    let in_use = Store::examine(&path).await.unwrap();
    store.forget().await.unwrap();
    assert_eq!(Store::examine(&path).await.unwrap(), in_use);
    assert_eq!(in_use.0, "ok");
}

#[tokio::test]
async fn a_change_without_an_entry_takes_no_effect() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_file(&folder.path().join("ankunft.db")).await.unwrap();
    let mut change = store.change(Author::program("test")).await.unwrap();
    sqlx::query("insert into setting (tenant, name, value) select 1, 'a', 'b' where false")
        .execute(&mut *change)
        .await
        .unwrap();
    assert!(matches!(change.commit().await, Err(StoreError::NoEntry)));

    let mut change = store.change(Author::program("test")).await.unwrap();
    tenant::found(&mut change, TOWN).await.unwrap();
    drop(change);
    let mut read = store.read().await.unwrap();
    assert_eq!(tenant::all(&mut read).await.unwrap(), []);
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ankunft.db");
    let store = Store::open_file(&path).await.unwrap();
    let mut upkeep = store.upkeep().await.unwrap();
    sqlx::query("insert into schema_history (number, name, checksum) values (999, 'x', $1)")
        .bind(vec![0_u8])
        .execute(&mut *upkeep)
        .await
        .unwrap();
    upkeep.commit().await.unwrap();
    store.close().await;
    assert!(matches!(
        Store::open_file(&path).await,
        Err(StoreError::NewerSchema { found: 999, .. })
    ));
}
