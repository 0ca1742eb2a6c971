//! `kill -9` at fifty random moments: what was accepted is wholly there or wholly absent, and
//! jobs take effect once.
#![allow(clippy::unwrap_used)]

mod common;

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use ankunft_disclosure::{Audience, ReleaseKey};
use ankunft_platform::jobs::{self, Job, Runner, Running, Worker};
use ankunft_platform::languages::Phrase;
use ankunft_platform::parts::{BoxFuture, JobFailure, JobHandle};
use ankunft_platform::releases;
use ankunft_platform::store::Store;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::{datasets, downloads, ids, indicators};
use common::{Town, already, author, found_with};
use serde_json::{Value, json};
use tokio::sync::watch;

const FOLDER: &str = "ANKUNFT_CRASH_FOLDER";
/// What the child says after each version that was accepted.
const SAID: &str = "accepted";
const CRASHES: usize = 50;
const AREAS: i64 = 50;
const PERIODS: usize = 30;

/// Its effect: one setting in the transaction that marks the job done.
struct Effect(Store);

impl Runner for Effect {
    fn run<'a>(
        &'a self,
        job: &'a Job,
        running: &'a Running,
    ) -> BoxFuture<'a, Result<Value, JobFailure>> {
        Box::pin(async move {
            running.progress(0.5, &Phrase::new("job-half")).await?;
            let mut change = self.0.change(author()).await?;
            let tenant = Tenant::from_id(job.tenant.unwrap());
            sqlx::query("insert into setting (tenant, name, value) values ($1, $2, $3)")
                .bind(tenant.id())
                .bind(format!("{}", ids::next()))
                .bind(job.input.clone())
                .execute(&mut *change)
                .await
                .unwrap();
            downloads::record(&mut change, tenant, &[job.id], "effect").await?;
            running.done(&mut change, &json!(1)).await?;
            change.commit().await?;
            Ok(json!(1))
        })
    }
}

async fn town(store: &Store) -> Town {
    let mut read = store.read().await.unwrap();
    let known = tenant::by_slug(&mut read, "musterstadt").await.unwrap();
    let Some(known) = known else {
        drop(read);
        return found_with(store, "musterstadt", AREAS).await;
    };
    let tenant = known.tenant;
    let versions = ankunft_platform::register::areas::versions(&mut read, tenant).await.unwrap();
    let all = indicators::all(&mut read, tenant).await.unwrap();
    let key = ReleaseKey::new([7; 32]);
    Town { tenant, areas: versions[0].id, population: all[0].id, share: all[1].id, key }
}

/// Accepts one dataset version after the other, each with its job, until it is killed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let store = Store::open_file(&PathBuf::from(folder).join("ankunft.db")).await.unwrap();
    let town = town(&store).await;
    let runner = Arc::new(Effect(store.clone()));
    let (_stop, stopped) = watch::channel(false);
    tokio::spawn(Worker::new(store.clone(), runner).work(stopped));
    let (already, numbers) = (already(), [1.5; AREAS as usize]);
    loop {
        let mut change = store.change(author()).await.unwrap();
        let columns: Vec<_> =
            (0..PERIODS).map(|it| town.population(&format!("{}", 2000 + it), &numbers)).collect();
        let hash = ids::next().to_le_bytes();
        let accepted = town.accept_in(&mut change, town.version(&hash, &already), columns).await;
        let input = json!({ "version": accepted.unwrap().version });
        let key = input.to_string();
        jobs::enqueue(&mut change, Some(town.tenant), "work", &key, &input).await.unwrap();
        change.commit().await.unwrap();
        writeln!(std::io::stdout(), "{SAID}").unwrap();
    }
}

#[test]
fn nothing_is_half_there_after_fifty_crashes() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut before = 0;
    for round in 0..CRASHES {
        // Every other child dies at any moment, maybe before it has begun; the others at work.
        let said = crash(folder.path(), if round % 2 == 0 { 0 } else { 1 + round % 8 });
        let now = runtime.block_on(check(folder.path()));
        assert!(now >= before + said, "{now} versions: {before} and {said} were accepted");
        before = now;
    }
    assert!(before > CRASHES, "{before} versions: the children hardly worked");
    runtime.block_on(finish(folder.path()));
}

/// Lets a child work until it has said so often that it has accepted something, and a moment
/// longer; gives how often it has said so.
fn crash(folder: &Path, wanted: usize) -> usize {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = 0;
    while said < wanted {
        let line = lines.next().expect("the child works until it is killed").unwrap();
        said += usize::from(line.ends_with(SAID));
    }
    let most = if wanted == 0 { 400 } else { 40 };
    let wait = u64::from(u16::from_le_bytes(ids::secret::<2>())) % most;
    std::thread::sleep(Duration::from_millis(wait));
    child.kill().unwrap();
    child.wait().unwrap();
    said + lines.map_while(Result::ok).filter(|it| it.ends_with(SAID)).count()
}

async fn count(store: &Store, sql: &'static str) -> i64 {
    let mut read = store.read().await.unwrap();
    let (count,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *read).await.unwrap();
    count
}

/// Looks whether everything is whole; gives how many dataset versions there are.
async fn check(folder: &Path) -> usize {
    let path = folder.join("ankunft.db");
    let store = Store::open_file(&path).await.unwrap();
    let mut read = store.read().await.unwrap();
    let Some(known) = tenant::by_slug(&mut read, "musterstadt").await.unwrap() else { return 0 };
    let versions = datasets::versions(&mut read, known.tenant).await.unwrap();
    let numbers: Vec<i64> = versions.iter().rev().map(|it| it.number).collect();
    let expected: Vec<i64> = (1_i64..).take(versions.len()).collect();
    assert_eq!(numbers, expected, "the Datenstände are counted through");
    if let Some(last) = versions.first() {
        let key = ReleaseKey::new([7; 32]);
        let columns =
            releases::of_version(&mut read, known.tenant, &key, last.id, Audience::Public);
        assert_eq!(columns.await.unwrap().len(), PERIODS);
    }
    drop(read);
    let there = i64::try_from(versions.len()).unwrap();
    let columns = count(&store, "select count(*) from release_column").await;
    assert_eq!(columns, there * i64::try_from(PERIODS).unwrap());
    let entries =
        count(&store, "select count(*) from change_entry where action = 'dataset.accept'").await;
    assert_eq!(entries, there, "one entry for each version");
    let things = "select count(distinct thing) from change_entry where action = 'dataset.accept'";
    assert_eq!(count(&store, things).await, there);
    assert_eq!(count(&store, "select count(*) from job").await, there);
    let done = count(&store, "select count(*) from job where state = 'done'").await;
    assert_eq!(count(&store, "select count(*) from setting").await, done);
    store.close().await;
    versions.len()
}

/// Does what is left, after the leases of the dead have run out, and looks again.
async fn finish(folder: &Path) {
    let path = folder.join("ankunft.db");
    let store = Store::open_file(&path).await.unwrap();
    let mut upkeep = store.upkeep().await.unwrap();
    sqlx::query("update job set leased_until = 0").execute(&mut *upkeep).await.unwrap();
    upkeep.commit().await.unwrap();
    let worker = Worker::new(store.clone(), Arc::new(Effect(store.clone())));
    while worker.work_once().await.unwrap() {}
    let jobs = count(&store, "select count(*) from job").await;
    assert_eq!(count(&store, "select count(*) from job where state = 'done'").await, jobs);
    assert_eq!(count(&store, "select count(*) from setting").await, jobs);
    assert_eq!(count(&store, "select count(distinct value) from setting").await, jobs);
    drop(worker);
    store.close().await;
    assert_eq!(Store::examine(&path).await.unwrap().0, "ok");
}
