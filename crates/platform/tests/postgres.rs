//! One story on SQLite and PostgreSQL, with the same outcome.
#![allow(clippy::unwrap_used)]

mod common;

use std::fmt::Write;

use ankunft_disclosure::{Audience, Base, Nutzung};
use ankunft_platform::changes::{self, Author};
use ankunft_platform::citations::{self, NewCitation, Snapshot};
use ankunft_platform::datasets::{self, NewVersion, Protection};
use ankunft_platform::permission::StatisticsOffice;
use ankunft_platform::register::areas;
use ankunft_platform::releases::{self, OpenedColumn, Wanted};
use ankunft_platform::store::Store;
use ankunft_platform::withdrawals::{self, Thing};
use ankunft_testkit::stores;
use common::{Town, already, author, found};

/// No double precision number: an account that is one must come back as it went.
const ODD: i64 = (1 << 53) + 1;

#[tokio::test]
async fn the_same_story_has_the_same_outcome() {
    let mut outcomes = Vec::new();
    for store in stores().await {
        outcomes.push((store.name, story(&store).await));
    }
    for (name, outcome) in &outcomes {
        assert_eq!(*outcome, outcomes[0].1, "{name} against {}", outcomes[0].0);
    }
}

async fn story(store: &Store) -> String {
    let mut outcome = String::new();
    let town = found(store).await;
    let already = already();
    let columns = vec![town.population("2020", &[0.1, 2.0, 9_007_199_254_740_991.0])];
    let first = town.accept(store, town.version(b"1", &already), columns).await.unwrap();
    let unprotected = NewVersion {
        dataset: ("births", "Geburten"),
        nutzung: Nutzung::Administration,
        ..town.version(b"2", &Protection::Unprotected)
    };
    let columns = vec![town.population("2021", &[7.0, 13.0, 0.0])];
    let second = town.accept(store, unprotected, columns).await.unwrap();
    assert_eq!(second.release, None);
    let proof = StatisticsOffice::at_the_console();
    let mut read = store.read().await.unwrap();
    let prepared = datasets::prepare(&mut read, town.tenant, proof, second.version).await.unwrap();
    drop(read);
    let proposal = prepared.propose(Base::Ten, Nutzung::Administration, &[]);
    let mut change = store.change(author()).await.unwrap();
    datasets::release(&mut change, town.tenant, &town.key, proposal).await.unwrap();
    change.commit().await.unwrap();
    say(&mut outcome, "released", &everything(store, &town, Audience::Administration).await);
    say(&mut outcome, "public", &everything(store, &town, Audience::Public).await);

    let code = cite(store, &town, &[first.release.unwrap()]).await;
    let columns = vec![town.population("2020", &[0.2, 2.0, 3.0])];
    let third = town.accept(store, town.version(b"3", &already), columns).await.unwrap();
    say(&mut outcome, "corrected", &everything(store, &town, Audience::Public).await);
    let mut read = store.read().await.unwrap();
    let citation = citations::by_code(&mut read, town.tenant, &code, Audience::Public).await;
    let since = citation.unwrap().unwrap().since(Some(&snapshot("0,2")));
    let known = datasets::version(&mut read, town.tenant, third.version).await.unwrap().unwrap();
    assert_eq!(known.predecessor, Some(first.version));
    let area = areas::areas(&mut read, town.tenant, town.areas).await.unwrap();
    let log = changes::newest(&mut read, town.tenant, None, 1000).await.unwrap();
    assert!(log.iter().any(|it| it.account == Some(ODD)), "2^53 + 1 comes back");
    drop(read);
    writeln!(outcome, "{since:?} {} {}", known.number, area[0].area_m2).unwrap();

    let mut change = store.change(author()).await.unwrap();
    let thing = Thing::DatasetVersion(first.version);
    let told = withdrawals::withdraw(&mut change, town.tenant, thing, "Sperrung").await.unwrap();
    change.commit().await.unwrap();
    store.forget().await.unwrap();
    assert_eq!(told[0].code, code);
    let mut read = store.read().await.unwrap();
    let citation = citations::by_code(&mut read, town.tenant, &code, Audience::Public).await;
    let since = citation.unwrap().unwrap().since(Some(&snapshot("0,2")));
    drop(read);
    writeln!(outcome, "{since:?} {:?}", told[0].account).unwrap();
    say(&mut outcome, "after", &everything(store, &town, Audience::Administration).await);
    let mut read = store.read().await.unwrap();
    for it in changes::newest(&mut read, town.tenant, None, 1000).await.unwrap().iter().rev() {
        writeln!(outcome, "{} {}", it.action, it.thing_kind).unwrap();
    }
    outcome
}

async fn everything(store: &Store, town: &Town, audience: Audience) -> Vec<OpenedColumn> {
    let mut read = store.read().await.unwrap();
    let wanted = Wanted { indicators: &[], periods: &[], area_versions: &[] };
    releases::latest(&mut read, town.tenant, &town.key, wanted, audience).await.unwrap()
}

fn say(outcome: &mut String, what: &str, columns: &[OpenedColumn]) {
    for it in columns {
        let shown = it.column.show(Audience::StatisticsOffice);
        let (indicator, period, number) = (&it.indicator, &it.head.period, it.number);
        writeln!(outcome, "{what} {indicator} {period} {number} {shown:?}").unwrap();
    }
}

fn snapshot(value: &str) -> Snapshot {
    Snapshot {
        title: "Einwohner".to_owned(),
        text: "Einwohner der Altstadt".to_owned(),
        value: Some(value.to_owned()),
        source: "Stadt".to_owned(),
        date: "2020-12-31".to_owned(),
        link: "/musterstadt/atlas".to_owned(),
    }
}

async fn cite(store: &Store, town: &Town, releases: &[i64]) -> String {
    let author = Author { account: Some(ODD), ..author() };
    let mut change = store.change(author).await.unwrap();
    let snapshot = snapshot("0,1");
    let (cited, nutzung) = (("figure", "population:2020:0000"), Nutzung::Public);
    let new = NewCitation { cited, snapshot: &snapshot, nutzung, releases };
    let citation = citations::cite(&mut change, town.tenant, new).await.unwrap();
    change.commit().await.unwrap();
    citation.code
}
