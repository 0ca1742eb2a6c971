//! Dataset versions and releases, the same on SQLite and PostgreSQL.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod common;

use ankunft_disclosure::{Audience, Base, Cell, Nutzung};
use ankunft_platform::datasets::{
    self, AcceptError, NewColumn, NewVersion, Proposal, Protection, ReleaseError,
};
use ankunft_platform::indicators::{self, Kind};
use ankunft_platform::permission::StatisticsOffice;
use ankunft_platform::releases::{self, OpenedColumn, Wanted, Why};
use ankunft_platform::store::{Store, StoreError};
use ankunft_platform::withdrawals::{self, Thing};
use ankunft_testkit::{sqlite, stores};
use common::{Town, already, author, column, definition, found, found_with};

const ALL: Wanted<'static> = Wanted { indicators: &[], periods: &[], area_versions: &[] };

async fn latest(store: &Store, town: &Town, audience: Audience) -> Vec<OpenedColumn> {
    let mut read = store.read().await.unwrap();
    releases::latest(&mut read, town.tenant, &town.key, ALL, audience).await.unwrap()
}

#[tokio::test]
async fn the_newest_visible_state_of_each_column_is_read() {
    for store in stores().await {
        let town = found(&store).await;
        let already = already();
        let columns = vec![
            town.population("2020", &[10.0, 20.0, 0.1]),
            town.population("2021", &[9_007_199_254_740_992.0, 0.0, 5.0]),
        ];
        let first = town.accept(&store, town.version(b"a", &already), columns).await.unwrap();
        let internal =
            NewVersion { nutzung: Nutzung::Administration, ..town.version(b"b", &already) };
        let columns = vec![town.population("2021", &[1.0, 2.0, 3.0])];
        let second = town.accept(&store, internal, columns).await.unwrap();
        assert_eq!((first.number, second.number), (1, 2), "{}", store.name);

        let public = latest(&store, &town, Audience::Public).await;
        let seen: Vec<(&str, i64)> =
            public.iter().map(|it| (it.head.period.as_str(), it.number)).collect();
        assert_eq!(seen, [("2020", 1), ("2021", 1)]);
        let shown = public[0].column.show(Audience::Public).unwrap();
        assert_eq!(*shown, column(&[10.0, 20.0, 0.1]));
        let inside = latest(&store, &town, Audience::Administration).await;
        let seen: Vec<i64> = inside.iter().map(|it| it.number).collect();
        assert_eq!(seen, [1, 2]);
        let mut read = store.read().await.unwrap();
        let known = datasets::version(&mut read, town.tenant, second.version).await.unwrap();
        assert_eq!(known.unwrap().predecessor, Some(first.version));
        let there = releases::visible(&mut read, town.tenant, Audience::Public).await.unwrap();
        let [only] = there[..] else { panic!("{there:?}") };
        assert_eq!(only.area_version, town.areas);
        let columns = releases::columns(&mut read, town.tenant, &[only.release]).await.unwrap();
        assert_eq!(columns.len(), 2);
        assert!(
            columns
                .iter()
                .all(|(release, (code, _))| { *release == only.release && code == "population" })
        );
        let wanted = Wanted {
            indicators: &["population"],
            periods: &["2021"],
            area_versions: &[town.areas],
        };
        let one = releases::latest(&mut read, town.tenant, &town.key, wanted, Audience::Public)
            .await
            .unwrap();
        assert_eq!(one.len(), 1);
    }
}

#[tokio::test]
async fn the_same_file_twice_is_named_as_the_earlier_state() {
    for store in stores().await {
        let town = found(&store).await;
        let already = already();
        let columns = || vec![town.population("2020", &[1.0, 2.0, 3.0])];
        town.accept(&store, town.version(b"a", &already), columns()).await.unwrap();
        let again = town.accept(&store, town.version(b"a", &already), columns()).await;
        assert!(matches!(again, Err(AcceptError::Duplicate { number: 1 })), "{}", store.name);
        let short = vec![town.population("2020", &[1.0])];
        let short = town.accept(&store, town.version(b"b", &already), short).await;
        assert!(matches!(short, Err(AcceptError::Shape { cells: 1, areas: 3 })));
        let twice = columns().into_iter().chain(columns()).collect();
        let twice = town.accept(&store, town.version(b"b", &already), twice).await;
        assert!(matches!(twice, Err(AcceptError::Twice { .. })));
        let mut read = store.read().await.unwrap();
        assert_eq!(datasets::versions(&mut read, town.tenant).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn states_are_counted_through_when_many_bring_files_at_once() {
    for store in stores().await {
        let town = std::sync::Arc::new(found(&store).await);
        let tasks: Vec<_> = (0..12_u8)
            .map(|file| {
                let (town, store) = (town.clone(), store.store.clone());
                tokio::spawn(async move {
                    let (protection, file) = (already(), [file]);
                    let columns = vec![town.population("2020", &[1.0, 2.0, 3.0])];
                    let new = town.version(&file, &protection);
                    town.accept(&store, new, columns).await.unwrap().number
                })
            })
            .collect();
        let mut numbers = Vec::new();
        for task in tasks {
            numbers.push(task.await.unwrap());
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=12).collect::<Vec<i64>>(), "{}", store.name);
    }
}

#[tokio::test]
async fn unprotected_figures_appear_in_no_answer() {
    for store in stores().await {
        let town = found(&store).await;
        let canary = 48_613.0;
        let unprotected = Protection::Unprotected;
        let columns = vec![
            town.population("2020", &[canary, 7.0, 48_617.0]),
            NewColumn {
                indicator_version: town.share,
                period: "2020".to_owned(),
                column: column(&[48.613, 1.5, 48.617]),
            },
        ];
        let new = NewVersion { round: Some(Base::Five), ..town.version(b"a", &unprotected) };
        let accepted = town.accept(&store, new, columns).await.unwrap();
        assert!(accepted.release.is_some());
        for audience in [
            Audience::StatisticsOffice,
            Audience::Administration,
            Audience::Programme,
            Audience::Public,
        ] {
            let mut read = store.read().await.unwrap();
            let of_version =
                releases::of_version(&mut read, town.tenant, &town.key, accepted.version, audience);
            let mut answers = of_version.await.unwrap();
            answers.extend(latest(&store, &town, audience).await);
            assert_eq!(answers.len(), 2, "the share cannot be rounded into safety");
            for it in &answers {
                let shown = it.column.show(audience).unwrap();
                for cell in shown.cells.iter().chain([&shown.total]) {
                    assert!(cell.number().is_none_or(|it| it % 5.0 == 0.0), "{cell:?}");
                }
            }
            let text = format!("{answers:?}");
            for canary in ["(48613", "(48617", "(48.61", "(97237"] {
                assert!(!text.contains(canary), "{}: {text}", store.name);
            }
        }
        let mut read = store.read().await.unwrap();
        let proof = StatisticsOffice::at_the_console();
        let sources =
            datasets::sources(&mut read, town.tenant, proof, accepted.version).await.unwrap();
        assert_eq!(sources.len(), 2);
        assert_eq!(sources[0].column.expose().cells[0], Cell::of(canary).unwrap());
    }
}

/// What a release of a version would be.
async fn proposal(
    store: &Store,
    town: &Town,
    version: i64,
    (base, nutzung): (Base, Nutzung),
) -> Proposal {
    let proof = StatisticsOffice::at_the_console();
    let mut read = store.read().await.unwrap();
    let prepared = datasets::prepare(&mut read, town.tenant, proof, version).await.unwrap();
    prepared.propose(base, nutzung, &[])
}

#[tokio::test]
async fn two_roundings_of_the_same_figures_are_attacked_side_by_side() {
    for store in stores().await {
        let town = found_with(&store, "musterstadt", 4).await;
        // By fives, four areas of 3 look like 5 each and their total must be hidden; by tens it
        // would be shown, and tell what the other release hides.
        let columns = vec![
            town.population("2020", &[3.0, 3.0, 3.0, 3.0]),
            town.population("2021", &[1000.0, 2000.0, 3000.0, 4000.0]),
        ];
        let new = town.version(b"a", &Protection::Unprotected);
        let version = town.accept(&store, new, columns).await.unwrap().version;
        let fives = proposal(&store, &town, version, (Base::Five, Nutzung::Programme)).await;
        assert_eq!(fives.rounding.columns.len(), 2, "{}", store.name);
        assert_eq!((fives.rounding.found.expose().len(), fives.rounding.hidden), (5, 1));
        let mut change = store.change(author()).await.unwrap();
        let made = datasets::release(&mut change, town.tenant, &town.key, fives).await.unwrap();
        change.commit().await.unwrap();

        for nutzung in [Nutzung::Administration, Nutzung::Programme] {
            let again = proposal(&store, &town, version, (Base::Five, nutzung)).await;
            let mut change = store.change(author()).await.unwrap();
            let again = datasets::release(&mut change, town.tenant, &town.key, again).await;
            assert!(matches!(again, Err(ReleaseError::Covered(it)) if it == made));
        }
        // A Sperrung does not make anybody forget.
        let mut change = store.change(author()).await.unwrap();
        let thing = Thing::Release(made);
        withdrawals::withdraw(&mut change, town.tenant, thing, "Probe").await.unwrap();
        change.commit().await.unwrap();
        let tens = proposal(&store, &town, version, (Base::Ten, Nutzung::Public)).await;
        let left: Vec<&str> = tens.rounding.columns.iter().map(|it| it.1.as_str()).collect();
        assert_eq!(left, ["2021"]);
        let [withheld] = &*tens.rounding.withheld else { panic!("{:?}", tens.rounding.withheld) };
        assert_eq!((withheld.period.as_str(), withheld.why), ("2020", Why::FoundWithEarlier));
    }
}

#[tokio::test]
async fn a_withdrawn_version_is_not_released() {
    for store in stores().await {
        let town = found(&store).await;
        let columns = vec![town.population("2020", &[10.0, 20.0, 30.0])];
        let new = town.version(b"a", &Protection::Unprotected);
        let version = town.accept(&store, new, columns).await.unwrap().version;
        let before = proposal(&store, &town, version, (Base::Five, Nutzung::Public)).await;
        let mut change = store.change(author()).await.unwrap();
        let thing = Thing::DatasetVersion(version);
        withdrawals::withdraw(&mut change, town.tenant, thing, "Probe").await.unwrap();
        change.commit().await.unwrap();
        let mut change = store.change(author()).await.unwrap();
        let late = datasets::release(&mut change, town.tenant, &town.key, before).await;
        assert!(matches!(late, Err(ReleaseError::NoSource(it)) if it == version));
        let proof = StatisticsOffice::at_the_console();
        let after = datasets::prepare(&mut change, town.tenant, proof, version).await;
        assert!(matches!(after, Err(ReleaseError::NoSource(_))));
    }
}

#[tokio::test]
async fn a_changed_definition_is_a_new_version() {
    for store in stores().await {
        let town = found(&store).await;
        let mut change = store.change(author()).await.unwrap();
        let mut changed = definition("population", Kind::Count);
        let same = indicators::ensure(&mut change, town.tenant, &changed, None).await.unwrap();
        assert_eq!(same, town.population);
        changed.unit = "households".to_owned();
        let new = indicators::ensure(&mut change, town.tenant, &changed, None).await.unwrap();
        assert_ne!(new, town.population);
        change.commit().await.unwrap();
        let mut read = store.read().await.unwrap();
        let all = indicators::all(&mut read, town.tenant).await.unwrap();
        let numbers: Vec<i64> = all.iter().map(|it| it.number).collect();
        assert_eq!(numbers, [1, 2, 1]);
    }
}

#[tokio::test]
async fn an_altered_figure_is_not_shown() {
    let store = sqlite().await;
    let town = found(&store).await;
    let already = already();
    let columns = vec![town.population("2020", &[1.0, 2.0, 3.0])];
    town.accept(&store, town.version(b"a", &already), columns).await.unwrap();
    let mut upkeep = store.upkeep().await.unwrap();
    sqlx::query("update release_column set cells = $1")
        .bind(column(&[1.0, 2.0, 4.0]).encode())
        .execute(&mut *upkeep)
        .await
        .unwrap();
    upkeep.commit().await.unwrap();
    let mut read = store.read().await.unwrap();
    let opened = releases::latest(&mut read, town.tenant, &town.key, ALL, Audience::Public).await;
    assert!(matches!(opened, Err(StoreError::BrokenSeal(_))));
}

#[tokio::test]
async fn all_of_berlin_is_accepted_in_seconds() {
    for store in stores().await {
        let town = found_with(&store, "berlin", 542).await;
        let numbers: Vec<f64> = (0..542).map(|it| f64::from(it) + 0.5).collect();
        let mut change = store.change(author()).await.unwrap();
        let mut versions = Vec::new();
        for indicator in 0..57 {
            let it = definition(&format!("i{indicator}"), Kind::Measure);
            versions.push(indicators::ensure(&mut change, town.tenant, &it, None).await.unwrap());
        }
        change.commit().await.unwrap();
        let column = column(&numbers);
        let columns = versions.iter().flat_map(|version| {
            let column = &column;
            (0..36).map(move |period| NewColumn {
                indicator_version: *version,
                period: format!("{}h{}", 2000 + period / 2, period % 2 + 1),
                column: column.clone(),
            })
        });
        let (columns, already) = (columns.collect(), already());
        let began = std::time::Instant::now();
        town.accept(&store, town.version(b"a", &already), columns).await.unwrap();
        let accepted = began.elapsed();
        let began = std::time::Instant::now();
        let mut read = store.read().await.unwrap();
        let wanted = Wanted { indicators: &["i7"], periods: &["2008h1"], area_versions: &[] };
        let one = releases::latest(&mut read, town.tenant, &town.key, wanted, Audience::Public)
            .await
            .unwrap();
        println!("{}: accepted in {accepted:?}, one read in {:?}", store.name, began.elapsed());
        assert_eq!(one.len(), 1);
        assert!(accepted.as_secs() < 10, "{accepted:?}");
    }
}

/// Columns of several tenants in one go: of no release that was not named with its own tenant.
#[tokio::test]
async fn columns_of_several_tenants_are_opened_together() {
    for store in stores().await {
        let [town, twin] = [found(&store).await, found_with(&store, "zwilling", 3).await];
        let already = already();
        let mut releases = Vec::new();
        for (town, base) in [(&town, 10.0), (&twin, 50.0)] {
            let columns = vec![
                town.population("2020", &[base, 20.0, 30.0]),
                town.population("2021", &[base + 1.0, 20.0, 30.0]),
            ];
            let new = NewVersion { nutzung: Nutzung::Programme, ..town.version(b"a", &already) };
            town.accept(&store, new, columns).await.unwrap();
            let mut read = store.read().await.unwrap();
            let all = releases::visible(&mut read, town.tenant, Audience::Programme).await.unwrap();
            releases.push((town.tenant, all[0].release));
        }
        let mut read = store.read().await.unwrap();
        let codes = ["population"];
        let named =
            releases::named(&mut read, &releases, &codes, Audience::Programme).await.unwrap();
        let told: Vec<_> = named.iter().map(|it| (it.tenant, it.period.as_str())).collect();
        let [here, there] = [town.tenant, twin.tenant];
        assert_eq!(told, [(here, "2020"), (here, "2021"), (there, "2020"), (there, "2021")]);
        let newest: Vec<_> = named.iter().filter(|it| it.period == "2021").collect();
        let reader = Audience::Programme;
        let opened = releases::opened(&mut read, &town.key, &newest, reader).await.unwrap();
        let first = |it: &OpenedColumn| it.column.show(reader).unwrap().cells[0].number();
        assert_eq!(opened.iter().map(first).collect::<Vec<_>>(), [Some(11.0), Some(51.0)]);
        // What is narrower than its reader is neither named nor opened.
        let public = releases::named(&mut read, &releases, &codes, Audience::Public).await.unwrap();
        assert!(public.is_empty());
        let opened =
            releases::opened(&mut read, &town.key, &newest, Audience::Public).await.unwrap();
        assert!(opened.is_empty());
        // A release under the name of another tenant is nothing.
        let crossed = [(there, releases[0].1), (here, releases[1].1)];
        let none = releases::named(&mut read, &crossed, &codes, reader).await.unwrap();
        assert!(none.is_empty(), "{none:?}");
        let none = releases::named(&mut read, &releases, &["share"], reader).await.unwrap();
        assert!(none.is_empty());
    }
}
