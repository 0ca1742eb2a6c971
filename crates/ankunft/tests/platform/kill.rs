//! `kill -9` of the real process at random moments while a file that was brought through the
//! doors is accepted: after the next start it is wholly there or wholly absent, and the job ends.

use std::io::Read;
use std::process::Command;
use std::time::{Duration, Instant};

use ankunft_platform::changes::{self, Filter};
use ankunft_platform::jobs::{self, Job};
use ankunft_platform::store::Store;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::{datasets, files, ids};
use ankunft_testkit::multipart;

use crate::common::Demo;
use crate::common::server::{Server, session};

const CRASHES: usize = 50;
/// Nothing that ends takes so long; what takes longer will not end.
const PATIENCE: Duration = Duration::from_secs(300);
const COLUMNS: usize = 20;
const PERIODS: usize = 30;
const TERMS: &str = "schutz=5&nutzung=public";
const OFFICE: &str = "statistics-office@leser.example";
const BRING: &str = "/musterstadt/atlas/daten/neu";

/// Brings a file; gives the path of its check page.
fn bring(server: &Server, name: &str, bytes: &[u8]) -> String {
    let (kind, body) = multipart(&server.token(BRING), name, bytes);
    let answer = server.ask("POST", BRING, (kind, &body));
    let line = answer.lines().find_map(|it| it.strip_prefix("location: "));
    line.unwrap_or_else(|| panic!("{answer}")).trim().to_owned()
}

/// What the database holds of a city.
#[derive(Debug, PartialEq)]
struct Balance {
    versions: usize,
    columns: i64,
    entries: usize,
    drafts: usize,
}

async fn balance(store: &Store, tenant: Tenant) -> Balance {
    let mut read = store.read().await.expect("a connection");
    let versions = datasets::versions(&mut read, tenant).await.expect("versions");
    let numbers: Vec<i64> = versions.iter().rev().map(|it| it.number).collect();
    let expected: Vec<i64> = (1_i64..).take(versions.len()).collect();
    assert_eq!(numbers, expected, "the Datenstände are counted through");
    let filter = Filter { action_begins: "dataset.accept", ..Filter::default() };
    let entries = changes::search(&mut read, tenant, filter, 1000).await.expect("entries");
    let things: std::collections::BTreeSet<_> = entries.iter().map(|it| &it.thing).collect();
    assert_eq!(things.len(), entries.len(), "one entry for each version");
    let sql = "select count(*) from source_column c join dataset_version v \
               on v.id = c.dataset_version where v.file_name like 'kill%'";
    let (columns,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *read).await.expect("a number");
    Balance {
        versions: versions.len(),
        columns,
        entries: entries.len(),
        drafts: files::all(&mut read, tenant).await.expect("drafts").len(),
    }
}

async fn newest(store: &Store, tenant: Tenant) -> Option<Job> {
    let mut read = store.read().await.expect("a connection");
    jobs::newest(&mut read, tenant, None, 1).await.expect("jobs").pop()
}

/// Waits until the job has ended in the running program; nobody waits for the lease of the dead.
async fn finish(store: &Store, tenant: Tenant, id: i64) -> Job {
    let mut upkeep = store.upkeep().await.expect("a connection");
    let sql = "update job set leased_until = 0 where state = 'running' and attempts = 1";
    sqlx::query(sql).execute(&mut *upkeep).await.expect("a database");
    upkeep.commit().await.expect("a commit");
    ended(store, tenant, id).await
}

/// Brings a file and accepts it; gives the time from pressing the button until the job had ended.
async fn accept_one(demo: &Demo, store: &Store, session: &str) -> Duration {
    let tenant = demo.tenant("musterstadt").await;
    let server = Server::start(demo.folder.path(), session);
    let check = bring(&server, "kill-0.csv", &demo.table(COLUMNS, PERIODS, 0).await);
    let form = format!("csrf={}&{TERMS}", server.token(&check));
    let begun = Instant::now();
    let kind = "application/x-www-form-urlencoded";
    server.ask("POST", &format!("{check}/annehmen"), (kind, form.as_bytes()));
    let job = newest(store, tenant).await.expect("a job");
    assert_eq!(ended(store, tenant, job.id).await.state, "done");
    let time = begun.elapsed();
    server.kill();
    time
}

async fn ended(store: &Store, tenant: Tenant, id: i64) -> Job {
    let job = jobs::wait(store, tenant, id, PATIENCE).await.expect("a database");
    job.expect("the job")
}

#[tokio::test]
async fn what_was_accepted_is_wholly_there_or_wholly_absent_and_the_job_ends() {
    let demo = Demo::new().await;
    let (session, tenant) = (session(&demo, OFFICE).await, demo.tenant("musterstadt").await);
    let store = Store::open(&demo.app.config.database_address()).await.expect("a database");
    let before = balance(&store, tenant).await;
    // The first is left alone. So long as it takes on this machine, the others may live.
    let mut longest = accept_one(&demo, &store, &session).await;
    let (mut within, mut done) = (0, 1);
    for round in 1..=CRASHES {
        let name = format!("kill-{round}.csv");
        let table = demo.table(COLUMNS, PERIODS, round).await;
        let server = Server::start(demo.folder.path(), &session);
        let check = bring(&server, &name, &table);
        let token = server.token(&check);
        let form = format!("csrf={token}&{TERMS}");
        let kind = "application/x-www-form-urlencoded";
        let waiting = server.send("POST", &format!("{check}/annehmen"), (kind, form.as_bytes()));
        let share = f64::from(u16::from_le_bytes(ids::secret::<2>())) / 65536.0;
        std::thread::sleep(longest.mul_f64(share));
        server.kill();
        drop(waiting);

        let cut = balance(&store, tenant).await;
        let at = newest(&store, tenant).await.filter(|it| it.input.contains(&name));
        let is_there = at.as_ref().is_some_and(|it| it.state == "done");
        within += usize::from(at.is_some() && !is_there);
        // The first had to wait for what the others find in memory.
        if is_there {
            longest = longest.mul_f64(0.9);
        }
        let now = done + usize::from(is_there);
        assert_eq!(cut, expected(&before, now, usize::from(!is_there)), "killed in round {round}");

        let server = Server::start(demo.folder.path(), &session);
        match at {
            Some(job) => assert_eq!(finish(&store, tenant, job.id).await.state, "done"),
            // The process died before it had heard of the acceptance.
            None => {
                let token = server.token(&check);
                let form = format!("csrf={token}&{TERMS}");
                server.ask("POST", &format!("{check}/annehmen"), (kind, form.as_bytes()));
                let job = newest(&store, tenant).await.expect("a job");
                assert_eq!(finish(&store, tenant, job.id).await.state, "done");
            }
        }
        server.kill();
        done += 1;
        assert_eq!(balance(&store, tenant).await, expected(&before, done, 0), "round {round}");
    }
    assert!(within > CRASHES / 5, "only {within} of {CRASHES} were killed within the job");
    store.close().await;
    let verdict = Store::examine(&demo.folder.path().join("ankunft.db")).await.expect("a file");
    assert_eq!(verdict.0, "ok");
}

#[tokio::test]
async fn a_stop_puts_the_job_back_and_the_next_start_goes_on() {
    let demo = Demo::new().await;
    let (session, tenant) = (session(&demo, OFFICE).await, demo.tenant("musterstadt").await);
    let store = Store::open(&demo.app.config.database_address()).await.expect("a database");
    let mut server = Server::start(demo.folder.path(), &session);
    let check = bring(&server, "kill-sanft.csv", &demo.table(30, 200, 1).await);
    let form = format!("csrf={}&{TERMS}", server.token(&check));
    let kind = "application/x-www-form-urlencoded";
    let answer = server.ask("POST", &format!("{check}/annehmen"), (kind, form.as_bytes()));
    assert!(answer.contains("location: /musterstadt/auftraege/"), "{answer}");
    let mut job = newest(&store, tenant).await.expect("a job");
    let begun = Instant::now();
    while job.state == "waiting" && begun.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(5)).await;
        job = newest(&store, tenant).await.expect("a job");
    }
    assert_eq!(job.state, "running");
    // Somebody watches; that holds nobody up either.
    let events = format!("/musterstadt/auftraege/{}/ereignisse", job.id);
    let mut watching = server.send("GET", &events, ("text/plain", b""));
    let (mut seen, mut some) = (String::new(), [0; 4096]);
    while !seen.contains("\"label\":") {
        let count = watching.read(&mut some).expect("a stream");
        assert!(count > 0, "{seen}");
        seen.push_str(&String::from_utf8_lossy(&some[..count]));
    }

    let id = server.process.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill runs").success());
    assert!(server.process.wait().expect("it ends").success());
    watching.read_to_string(&mut seen).expect("a stream that ends");
    assert!(!seen.contains("finished"), "{seen}");
    let put_back = newest(&store, tenant).await.expect("a job");
    assert_eq!((put_back.state.as_str(), put_back.attempts), ("waiting", 0));

    let server = Server::start(demo.folder.path(), &session);
    assert_eq!(ended(&store, tenant, job.id).await.state, "done");
    server.kill();
}

fn expected(before: &Balance, done: usize, drafts: usize) -> Balance {
    let columns = i64::try_from(done * COLUMNS * PERIODS).expect("a small number");
    Balance { versions: before.versions + done, columns, entries: before.entries + done, drafts }
}
