//! Citations freeze what was seen; a Sperrung leaves no byte of it.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::changes::Author;
use ankunft_platform::citations::{self, Citation, NewCitation, Owner, Since, Snapshot};
use ankunft_platform::store::{Store, StoreError};
use ankunft_platform::withdrawals::{self, Thing};
use ankunft_platform::{backup, downloads, files, releases};
use ankunft_testkit::stores;
use common::{Town, already, author, found};

fn snapshot(value: &str) -> Snapshot {
    Snapshot {
        title: "Einwohner".to_owned(),
        text: format!("In der Altstadt wohnen {value} Menschen."),
        value: Some(value.to_owned()),
        source: "Stadt Musterstadt".to_owned(),
        date: "2020-12-31".to_owned(),
        link: "/musterstadt/atlas/quartier/0000".to_owned(),
    }
}

async fn cite(
    store: &Store,
    town: &Town,
    value: &str,
    nutzung: Nutzung,
    releases: &[i64],
) -> Citation {
    let author = Author { account: Some(41), ..author() };
    let mut change = store.change(author).await.unwrap();
    let snapshot = snapshot(value);
    let new =
        NewCitation { cited: ("figure", "p:2020:0000"), snapshot: &snapshot, nutzung, releases };
    let citation = citations::cite(&mut change, town.tenant, new).await.unwrap();
    // Citing the same again writes nothing; the change then needs an entry of its own.
    downloads::record(&mut change, town.tenant, &[1], "test").await.unwrap();
    change.commit().await.unwrap();
    citation
}

#[tokio::test]
async fn what_was_seen_stays_and_says_that_the_thing_has_changed() {
    for store in stores().await {
        let town = found(&store).await;
        let first = cite(&store, &town, "8.405", Nutzung::Administration, &[]).await;
        let again = cite(&store, &town, "8.405", Nutzung::Administration, &[]).await;
        assert_eq!(first.code, again.code, "{}", store.name);
        assert_eq!(citations::read_code(&format!("/f/{}", first.code)), Some(first.code.clone()));

        let mut read = store.read().await.unwrap();
        let inside =
            citations::by_code(&mut read, town.tenant, &first.code, Audience::Administration);
        let inside = inside.await.unwrap().unwrap();
        let moved = Snapshot { link: "/elsewhere".to_owned(), ..snapshot("8.405") };
        assert_eq!(inside.since(Some(&moved)), Since::Same);
        assert_eq!(inside.since(Some(&snapshot("8.410"))), Since::Changed);
        assert_eq!(inside.since(None), Since::Gone);
        let outside = citations::by_code(&mut read, town.tenant, &first.code, Audience::Public);
        let outside = outside.await.unwrap().unwrap();
        assert_eq!(outside.snapshot, None, "what an insider cited shows less outside");
        assert_eq!(outside.since(None), Since::Unknown);
        let owner = citations::tenant_of(&mut read, &first.code).await.unwrap();
        assert_eq!(owner, Some(town.tenant));
        let cited = ("figure", "p:2020:0000");
        assert!(citations::is_cited(&mut read, town.tenant, cited).await.unwrap());
        assert!(!citations::is_cited(&mut read, town.tenant, ("figure", "x")).await.unwrap());
    }
}

#[tokio::test]
async fn a_mappe_is_filled_ordered_and_emptied() {
    for store in stores().await {
        let town = found(&store).await;
        let mut all = Vec::new();
        for value in ["1", "2", "3"] {
            all.push(cite(&store, &town, value, Nutzung::Public, &[]).await.id);
        }
        let mut change = store.change(author()).await.unwrap();
        let owner = Owner::Post(7);
        let folder = citations::folder(&mut change, town.tenant, owner, "Vorlage").await.unwrap();
        let again = citations::folder(&mut change, town.tenant, owner, "Vorlage").await.unwrap();
        assert_eq!(folder, again);
        let id = folder.to_string();
        let place = ("folder", id.as_str());
        for citation in all.iter().chain(&all) {
            citations::place(&mut change, town.tenant, *citation, place).await.unwrap();
        }
        let order = [all[2], all[0], all[1]];
        citations::reorder(&mut change, town.tenant, place, &order).await.unwrap();
        citations::remove(&mut change, town.tenant, all[0], place).await.unwrap();
        change.commit().await.unwrap();

        let mut read = store.read().await.unwrap();
        let list = citations::list(&mut read, town.tenant, place, Audience::Public).await.unwrap();
        let ids: Vec<i64> = list.iter().map(|it| it.id).collect();
        assert_eq!(ids, [all[2], all[1]], "{}", store.name);
        let folders = citations::folders(&mut read, town.tenant, owner).await.unwrap();
        assert_eq!((folders.len(), folders[0].count), (1, 2));
        let others = citations::folders(&mut read, town.tenant, Owner::Account(7)).await.unwrap();
        assert!(others.is_empty());
        let cited = ("figure", "p:2020:0000");
        let forwards = citations::cited_by(&mut read, town.tenant, cited).await.unwrap();
        let backwards = citations::cites(&mut read, town.tenant, place).await.unwrap();
        assert_eq!((forwards.len(), backwards.len()), (2, 2));
        assert_eq!(backwards[0].cited, "p:2020:0000");
    }
}

#[tokio::test]
async fn a_sperrung_tells_the_owners_and_empties_everything() {
    for store in stores().await {
        let town = found(&store).await;
        let already = already();
        let columns = vec![town.population("2020", &[8405.0, 1.0, 2.0])];
        let new = town.version(b"a", &already);
        let accepted = town.accept(&store, new, columns).await.unwrap();
        let release = accepted.release.unwrap();
        let citation = cite(&store, &town, "8.405", Nutzung::Public, &[release]).await;
        let other = cite(&store, &town, "17", Nutzung::Public, &[]).await;

        let mut change = store.change(author()).await.unwrap();
        let owner = Owner::Post(7);
        let folder = citations::folder(&mut change, town.tenant, owner, "Vorlage").await.unwrap();
        let id = folder.to_string();
        citations::place(&mut change, town.tenant, citation.id, ("folder", &id)).await.unwrap();
        downloads::record(&mut change, town.tenant, &[accepted.version], "csv").await.unwrap();
        change.commit().await.unwrap();

        let mut change = store.change(author()).await.unwrap();
        let thing = Thing::DatasetVersion(accepted.version);
        let told = withdrawals::withdraw(&mut change, town.tenant, thing, "§ 16").await.unwrap();
        change.commit().await.unwrap();
        store.forget().await.unwrap();
        assert_eq!(told.len(), 1, "{}", store.name);
        assert_eq!((told[0].post, told[0].citing.as_deref()), (Some(7), Some(id.as_str())));
        assert_eq!((&told[0].code, told[0].account), (&citation.code, Some(41)));

        let mut read = store.read().await.unwrap();
        let everything = releases::Wanted { indicators: &[], periods: &[], area_versions: &[] };
        let left =
            releases::latest(&mut read, town.tenant, &town.key, everything, Audience::Public);
        assert_eq!(left.await.unwrap(), []);
        let seen = citations::by_code(&mut read, town.tenant, &citation.code, Audience::Public);
        let seen = seen.await.unwrap().unwrap();
        assert!(seen.snapshot.is_none() && seen.withdrawn_at.is_some());
        let kept = citations::by_code(&mut read, town.tenant, &other.code, Audience::Public);
        assert!(kept.await.unwrap().unwrap().snapshot.is_some());
        let log = withdrawals::all(&mut read, town.tenant).await.unwrap();
        assert_eq!((log.len(), log[0].reason.as_str()), (1, "§ 16"));
        let received = downloads::received(&mut read, town.tenant, accepted.version).await.unwrap();
        assert_eq!((received.len(), received[0].note.as_str()), (1, "csv"));
        drop(read);
        // The same file may come again.
        let columns = vec![town.population("2020", &[1.0, 1.0, 2.0])];
        let again = town.accept(&store, town.version(b"a", &already), columns).await.unwrap();
        assert_eq!(again.number, 2);
    }
}

#[tokio::test]
async fn a_sperrung_finds_what_any_release_stands_behind_and_nothing_cites_it_afterwards() {
    for store in stores().await {
        let town = found(&store).await;
        let already = already();
        let mut releases = Vec::new();
        for (file, value) in [(b"a", 8405.0), (b"b", 8405.0)] {
            let columns = vec![town.population("2020", &[value, 1.0, 2.0])];
            let accepted = town.accept(&store, town.version(file, &already), columns).await;
            releases.push(accepted.unwrap().release.unwrap());
        }
        let first = cite(&store, &town, "8.405", Nutzung::Public, &releases[..1]).await;
        let same = cite(&store, &town, "8.405", Nutzung::Public, &releases[1..]).await;
        assert_eq!(first.id, same.id, "{}: the same words are one citation", store.name);
        let mut change = store.change(author()).await.unwrap();
        let thing = Thing::Release(releases[1]);
        withdrawals::withdraw(&mut change, town.tenant, thing, "§ 16").await.unwrap();
        let seen = citations::by_code(&mut change, town.tenant, &first.code, Audience::Public);
        assert!(seen.await.unwrap().unwrap().withdrawn_at.is_some(), "{}", store.name);
        let reasons = withdrawals::reasons(&mut change, town.tenant, &[first.id]).await.unwrap();
        assert_eq!(reasons[&first.id], "§ 16");
        let snapshot = snapshot("8.405");
        let cited = ("figure", "p:2020:0000");
        let late = NewCitation {
            cited,
            snapshot: &snapshot,
            nutzung: Nutzung::Public,
            releases: &releases[1..],
        };
        let late = citations::cite(&mut change, town.tenant, late).await;
        assert!(matches!(late, Err(StoreError::Withdrawn)), "{}: {late:?}", store.name);
        change.commit().await.unwrap();
    }
}

/// A number whose eight bytes occur nowhere by chance, and the same number in words.
const PLANTED: f64 = 48_613_771.0;
const WORDS: &str = "48.613.771";

#[tokio::test]
async fn no_byte_of_a_withdrawn_figure_is_left_in_the_database_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ankunft.db");
    let store = Store::open_file(&path).await.unwrap();
    let town = found(&store).await;
    let file = format!("quartier;einwohner\n0000;{WORDS}\n").repeat(100_000);
    let hash = sha2::Sha256::digest(&file).to_vec();
    let mut change = store.change(author()).await.unwrap();
    let named = ("a.csv", "table", "{}");
    let upload = files::keep(&mut change, town.tenant, named, file.as_bytes(), 1 << 24).await;
    let upload = upload.unwrap();
    let unprotected = ankunft_platform::datasets::Protection::Unprotected;
    let columns = vec![town.population("2020", &[PLANTED, 1.0, 2.0])];
    let source = town.accept_in(&mut change, town.version(&hash, &unprotected), columns).await;
    let already = already();
    let columns = vec![town.population("2021", &[PLANTED, 1.0, 2.0])];
    let released = town.accept_in(&mut change, town.version(b"b", &already), columns).await;
    change.commit().await.unwrap();
    let (source, released) = (source.unwrap(), released.unwrap());
    cite(&store, &town, WORDS, Nutzung::Public, &[released.release.unwrap()]).await;
    let mut read = store.read().await.unwrap();
    let back = files::read(&mut read, town.tenant, upload).await.unwrap();
    assert_eq!(back.unwrap(), file.as_bytes());
    drop(read);
    store.forget().await.unwrap();
    assert!(holds(&path), "the test can see what is planted");

    let mut change = store.change(author()).await.unwrap();
    for version in [source.version, released.version] {
        let thing = Thing::DatasetVersion(version);
        withdrawals::withdraw(&mut change, town.tenant, thing, "Sperrung").await.unwrap();
    }
    change.commit().await.unwrap();
    store.forget().await.unwrap();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let path = file.unwrap().path();
        assert!(!holds(&path), "{}", path.display());
    }
}

use sha2::Digest;

fn holds(path: &Path) -> bool {
    let bytes = std::fs::read(path).unwrap();
    let planted = PLANTED.to_le_bytes();
    bytes.windows(8).any(|it| it == planted)
        || bytes.windows(WORDS.len()).any(|it| it == WORDS.as_bytes())
}

#[tokio::test]
async fn drafts_are_limited_and_leave_nothing() {
    for store in stores().await {
        let town = found(&store).await;
        let bytes: Vec<u8> = (0..3_000_000_u32).map(|it| (it % 251) as u8).collect();
        let mut change = store.change(author()).await.unwrap();
        let named = ("a.csv", "table", "{}");
        let long = files::keep(&mut change, town.tenant, named, &bytes, 1000).await;
        assert!(matches!(long, Err(files::FileError::TooLong { limit: 1000, .. })));
        let id = files::keep(&mut change, town.tenant, named, &bytes, 1 << 22).await.unwrap();
        files::answer(&mut change, town.tenant, id, "{\"a\":1}").await.unwrap();
        change.commit().await.unwrap();
        let mut read = store.read().await.unwrap();
        let back = files::read(&mut read, town.tenant, id).await.unwrap();
        assert!(back.unwrap() == bytes, "{}", store.name);
        let known = files::all(&mut read, town.tenant).await.unwrap();
        assert_eq!((known.len(), known[0].answers.as_str()), (1, "{\"a\":1}"));
        drop(read);
        let mut change = store.change(author()).await.unwrap();
        assert_eq!(files::expire(&mut change, town.tenant, i64::MAX).await.unwrap(), 1);
        change.commit().await.unwrap();
        let mut read = store.read().await.unwrap();
        assert_eq!(files::read(&mut read, town.tenant, id).await.unwrap(), None);
        let (parts,): (i64,) =
            sqlx::query_as("select count(*) from upload_part").fetch_one(&mut *read).await.unwrap();
        assert_eq!(parts, 0);
    }
}

#[tokio::test]
async fn a_backup_made_while_in_use_is_restored_and_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old"), folder.path().join("new"));
    std::fs::create_dir(&old).unwrap();
    std::fs::write(old.join(backup::SECRET), "07".repeat(32)).unwrap();
    let store = Store::open_file(&old.join(backup::DATABASE)).await.unwrap();
    let town = found(&store).await;
    let already = already();
    let columns = vec![town.population("2020", &[0.1, 1.0, 2.0])];
    town.accept(&store, town.version(b"a", &already), columns).await.unwrap();
    let file = folder.path().join("backup.zip");
    let busy = store.change(author()).await.unwrap();
    backup::backup(&store, &old, &file).await.unwrap();
    drop(busy);
    let twice = backup::backup(&store, &old, &file).await;
    assert!(matches!(twice, Err(backup::BackupError::Exists(_))));
    assert!(matches!(backup::restore(&file, &old).await, Err(backup::BackupError::Exists(_))));

    backup::restore(&file, &new).await.unwrap();
    let names = || std::fs::read_dir(&new).unwrap().count();
    assert_eq!(names(), 2);
    let restored = Store::open_file(&new.join(backup::DATABASE)).await.unwrap();
    let mut read = restored.read().await.unwrap();
    let everything = releases::Wanted { indicators: &[], periods: &[], area_versions: &[] };
    let all = releases::latest(&mut read, town.tenant, &town.key, everything, Audience::Public);
    assert_eq!(all.await.unwrap().len(), 1);

    let cut = folder.path().join("cut.zip");
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    let third = folder.path().join("third");
    let cut = backup::restore(&cut, &third).await;
    assert!(matches!(cut, Err(backup::BackupError::Unusable { .. })), "{cut:?}");
    assert_eq!(std::fs::read_dir(&third).unwrap().count(), 0, "nothing half restored stays");
}
