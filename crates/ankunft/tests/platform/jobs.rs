//! A file is accepted by a job: at once if it is small, with a page to watch and to stop it if it
//! takes longer. On SQLite and PostgreSQL.

#![allow(clippy::print_stdout, reason = "a test says how long it took")]

use std::time::{Duration, Instant};

use ankunft_platform::accounts::{self, Membership};
use ankunft_platform::changes::{self, Author};
use ankunft_platform::jobs::{self, Job};
use ankunft_platform::permission::Role;
use ankunft_platform::{datasets, downloads, files};
use ankunft_testkit::{Browser, Page};
use serde_json::Value;
use tokio::task::{JoinHandle, JoinSet};

use crate::common::Demo;

const BRING: &str = "/musterstadt/atlas/daten/neu";
const OFFICE: &str = "statistics-office@leser.example";

async fn demos() -> Vec<Demo> {
    let mut demos = vec![Demo::new().await];
    if let Some(address) = ankunft_testkit::postgres() {
        demos.push(Demo::at(address).await);
    }
    demos
}

fn start_worker(demo: &Demo) -> JoinHandle<()> {
    tokio::spawn(demo.app.worker().work(demo.app.stopping()))
}

/// Brings a file and gives the address of its check page.
async fn bring(browser: &mut Browser, name: &str, bytes: &[u8]) -> String {
    let page = browser.upload(BRING, BRING, name, bytes).await.expect_status(303);
    page.location().expect("the check page")
}

async fn accept(browser: &mut Browser, check: &str) -> Page {
    let terms = [("schutz", "5"), ("nutzung", "public")];
    browser.post(check, &format!("{check}/annehmen"), &terms).await
}

async fn all_jobs(demo: &Demo) -> Vec<Job> {
    let tenant = demo.tenant("musterstadt").await;
    let mut read = demo.app.store.read().await.expect("a connection");
    jobs::newest(&mut read, tenant, None, 100).await.expect("jobs")
}

/// How many dataset versions, drafts and entries about accepted datasets there are.
async fn balance(demo: &Demo) -> (usize, usize, usize) {
    let tenant = demo.tenant("musterstadt").await;
    let mut read = demo.app.store.read().await.expect("a connection");
    let versions = datasets::versions(&mut read, tenant).await.expect("versions").len();
    let drafts = files::all(&mut read, tenant).await.expect("drafts").len();
    let filter = changes::Filter { action_begins: "dataset.accept", ..changes::Filter::default() };
    let entries = changes::search(&mut read, tenant, filter, 1000).await.expect("entries").len();
    (versions, drafts, entries)
}

/// The steps of a stream of progress that has ended.
fn steps(page: &Page) -> Vec<Value> {
    assert_eq!(page.media_type(), "text/event-stream");
    let text = page.body_text();
    let data = text.lines().filter_map(|it| it.strip_prefix("data: "));
    data.map(|it| serde_json::from_str(it).expect("JSON")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_file_is_accepted_while_the_person_waits() {
    for demo in demos().await {
        let working = start_worker(&demo);
        let (versions, ..) = balance(&demo).await;
        let mut office = Browser::log_in(&demo.app, OFFICE, "de").await;
        let table = demo.table(2, 2, 1).await;
        let check = bring(&mut office, "klein.csv", &table).await;
        assert!(office.get(&check).await.text("h1").contains("können Sie übernehmen"));
        let done = accept(&mut office, &check).await.expect_status(303);
        assert_eq!(done.location().as_deref(), Some("/musterstadt/atlas/daten"));
        let data = office.get("/musterstadt/atlas/daten").await;
        assert!(data.text(".meldung").contains("Die Datei ist übernommen."));
        let after = balance(&demo).await;
        assert_eq!((after.0, after.1), (versions + 1, 0));
        is_in_the_name_of_the_office(&demo).await;

        // The same file again is refused in words, on the page it was accepted on.
        let again = bring(&mut office, "klein.csv", &table).await;
        let refused = accept(&mut office, &again).await.expect_status(422);
        assert!(refused.texts(".hinweise li").iter().any(|it| it.contains("schon übernommen")));
        let page = office.get("/musterstadt/auftraege").await.expect_status(200);
        assert_eq!(page.texts(".auftraege .kern-badge"), ["nicht gelungen", "fertig"]);
        assert!(page.texts(".auftraege li")[0].contains("schon übernommen: Datenstand"));
        assert_eq!(balance(&demo).await.0, versions + 1);
        demo.app.stop();
        working.await.expect("a worker");
    }
}

/// The dataset version, its log and its job name the account and role that accepted.
async fn is_in_the_name_of_the_office(demo: &Demo) {
    let tenant = demo.tenant("musterstadt").await;
    let mut read = demo.app.store.read().await.expect("a connection");
    let account = accounts::by_email(&mut read, OFFICE).await.expect("a database");
    let account = account.expect("an account").id;
    let newest = datasets::versions(&mut read, tenant).await.expect("versions").remove(0);
    assert_eq!(newest.account, Some(account));
    let thing = newest.id.to_string();
    let log = changes::newest(&mut read, tenant, Some(("dataset-version", &thing)), 10).await;
    let log = log.expect("a log");
    assert_eq!(log.len(), 1);
    assert_eq!(log[0].account, Some(account));
    assert_eq!(log[0].role.as_deref(), Some("statistics-office"));
    assert!(!log[0].request.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_waits_is_watched_and_cancelled_and_begun_anew() {
    for demo in demos().await {
        let before = balance(&demo).await;
        let mut office = Browser::log_in(&demo.app, OFFICE, "de").await;
        let table = demo.table(2, 2, 2).await;
        let check = bring(&mut office, "wartet.csv", &table).await;
        // Nobody works: after a moment the person is shown the page of the job.
        let page = accept(&mut office, &check).await.expect_status(303);
        let job = page.location().expect("the page of the job");
        assert!(job.starts_with("/musterstadt/auftraege/"), "{job}");
        let page = office.get(&job).await.expect_status(200);
        assert_eq!(page.text("h1"), "wartet.csv übernehmen");
        assert!(page.body_text().contains(&format!(
            "<noscript><meta http-equiv=\"refresh\" content=\"4;url={job}\"></noscript>"
        )));
        let events = page.attribute("[data-ereignisse]", "data-ereignisse").expect("events");
        // The page of the file leads to its job as long as it is under way.
        assert_eq!(office.get(&check).await.location().as_deref(), Some(job.as_str()));

        let stopped = office.post(&job, &format!("{job}/abbrechen"), &[]).await;
        assert_eq!(stopped.location().as_deref(), Some(job.as_str()));
        let page = office.get(&job).await;
        assert!(page.text(".leit").contains("abgebrochen"));
        assert!(!page.body_text().contains("http-equiv"));
        assert!(!demo.app.worker().work_once().await.expect("a queue"));
        assert_eq!(balance(&demo).await, (before.0, 1, before.2));

        let page = accept(&mut office, &check).await.expect_status(303);
        assert_eq!(page.location().as_deref(), Some(job.as_str()), "the same job, begun anew");
        assert!(demo.app.worker().work_once().await.expect("a queue"));
        let stream = office.get(&events).await.expect_status(200);
        let last = steps(&stream).pop().expect("a step");
        assert_eq!(last["finished"], true);
        assert_eq!(last["location"], job.as_str());
        assert_eq!((&last["done"], &last["total"]), (&100.into(), &100.into()));
        assert_eq!(last["label"], "fertig");
        let page = office.get(&job).await;
        assert!(page.text(".leit").contains("Datenstand"));
        assert_eq!(page.attribute("a.knopf", "href").as_deref(), Some("/musterstadt/atlas/daten"));
        assert_eq!(balance(&demo).await, (before.0 + 1, 0, before.2 + 1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_discarded_meanwhile_is_not_accepted() {
    let demo = Demo::new().await;
    let before = balance(&demo).await;
    let mut office = Browser::log_in(&demo.app, OFFICE, "de").await;
    let table = demo.table(2, 2, 3).await;
    let check = bring(&mut office, "verworfen.csv", &table).await;
    let job = accept(&mut office, &check).await.location().expect("the page of the job");
    assert_eq!(office.post(&job, &format!("{check}/verwerfen"), &[]).await.status, 303);
    demo.app.worker().work_once().await.expect("a queue");
    assert_eq!(all_jobs(&demo).await[0].state, "cancelled");
    assert_eq!(balance(&demo).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_seen_by_its_city_and_by_who_may() {
    let demo = Demo::new().await;
    let mut office = Browser::log_in(&demo.app, OFFICE, "en").await;
    let table = demo.table(2, 2, 4).await;
    let check = bring(&mut office, "eigen.csv", &table).await;
    let job = accept(&mut office, &check).await.location().expect("the page of the job");
    assert_eq!(office.get(&job).await.text("h1"), "Accept eigen.csv");
    demo.app.worker().work_once().await.expect("a queue");

    // The same person, in another city of which they are a member too.
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let all = ankunft_platform::tenant::all(&mut change).await.expect("cities");
    let twin = all.iter().find(|it| it.slug != "musterstadt" && it.ags.is_some()).expect("a twin");
    let account = accounts::by_email(&mut change, OFFICE).await.expect("a database");
    let account = account.expect("an account").id;
    let role = Role::StatisticsOffice;
    let membership = Membership { tenant: twin.tenant, account, role, person: None };
    accounts::grant(&mut change, &membership).await.expect("a role");
    change.commit().await.expect("a commit");
    let foreign = job.replace("musterstadt", &twin.slug);
    for address in [foreign.clone(), format!("{foreign}/ereignisse")] {
        assert_eq!(office.get(&address).await.status, 404, "{address}");
    }
    let list = format!("/{}/auftraege", twin.slug);
    let stop = office.post(&list, &format!("{foreign}/abbrechen"), &[]).await;
    assert_eq!(stop.status, 404);
    assert!(office.get(&list).await.texts(".auftraege li").is_empty());

    for (role, status) in [("statistics-office", 200), ("coordination", 404), ("admin", 404)] {
        let mut reader = Browser::log_in(&demo.app, &format!("{role}@leser.example"), "de").await;
        assert_eq!(reader.get(&job).await.status, status, "{role}");
        assert_eq!(reader.get(&format!("{job}/ereignisse")).await.status, status, "{role}");
        let items = reader.get("/musterstadt/auftraege").await.texts(".auftraege li").len();
        assert_eq!(items, usize::from(status == 200), "{role}");
    }
    let public = Browser::new(&demo.app, "de").get(&job).await;
    assert!(public.location().expect("the log-in").starts_with("/anmelden"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_accept_a_file_once_and_streams_are_bounded() {
    for demo in demos().await {
        let before = balance(&demo).await;
        let mut office = Browser::log_in(&demo.app, OFFICE, "de").await;
        let table = demo.table(40, 4, 5).await;
        let check = bring(&mut office, "zwei.csv", &table).await;
        let job = accept(&mut office, &check).await.location().expect("the page of the job");
        // The lease of the first runs out at once: the second takes over while it works.
        let (one, two) = (demo.app.worker(), demo.app.worker());
        let first = tokio::spawn(async move { one.work_once().await });
        let second = async {
            for _ in 0..200 {
                tokio::time::sleep(Duration::from_millis(5)).await;
                let mut upkeep = demo.app.store.upkeep().await.expect("a connection");
                let sql = "update job set leased_until = 0 where state = 'running'";
                sqlx::query(sql).execute(&mut *upkeep).await.expect("a database");
                upkeep.commit().await.expect("a commit");
                if two.work_once().await.expect("a queue") {
                    return;
                }
            }
        };
        second.await;
        first.await.expect("a task").expect("a queue");
        let state = all_jobs(&demo).await.remove(0).state;
        assert_eq!(state, "done");
        assert_eq!(balance(&demo).await, (before.0 + 1, 0, before.2 + 1));

        let waits = bring(&mut office, "strom.csv", &demo.table(2, 2, 6).await).await;
        let waits = accept(&mut office, &waits).await.location().expect("a job");
        let listen = format!("{waits}/ereignisse");
        let mut streams = JoinSet::new();
        for _ in 0..33 {
            let (mut browser, listen) = (office.clone(), listen.clone());
            streams.spawn(async move { browser.get(&listen).await.status });
        }
        let first = streams.join_next().await.expect("streams").expect("a stream");
        assert_eq!(first, 429, "the one too many ends at once, the others stay open");
        assert_ne!(waits, job);
        // When the program stops, no stream holds it up.
        demo.app.stop();
        for status in streams.join_all().await {
            assert_eq!(status, 200);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_file_is_checked_once_and_holds_nobody_up() {
    let demo = Demo::new().await;
    let before = balance(&demo).await;
    let mut office = Browser::log_in(&demo.app, OFFICE, "de").await;
    let table = demo.table(30, 200, 7).await;
    let check = bring(&mut office, "gross.csv", &table).await;
    // The first look reads and checks; the second finds it in memory.
    let begun = Instant::now();
    assert_eq!(office.get(&check).await.status, 200);
    let first = begun.elapsed();
    let mut later = Duration::MAX;
    for _ in 0..3 {
        let begun = Instant::now();
        assert_eq!(office.get(&check).await.status, 200);
        later = later.min(begun.elapsed());
    }
    assert!(later < first / 3, "{first:?}, then {later:?}");

    let working = start_worker(&demo);
    let job = accept(&mut office, &check).await.expect_status(303).location().expect("an address");
    let tenant = demo.tenant("musterstadt").await;
    let begun_at = Instant::now();
    let (mut longest, mut writes) = (Duration::ZERO, 0);
    while all_jobs(&demo).await[0].state != "done" {
        let begun = Instant::now();
        let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
        downloads::record(&mut change, tenant, &[1], "csv").await.expect("an entry");
        change.commit().await.expect("a commit");
        longest = longest.max(begun.elapsed());
        writes += 1;
        assert!(begun_at.elapsed() < Duration::from_secs(300), "{:?}", all_jobs(&demo).await[0]);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    println!("{writes} small writes meanwhile, the longest took {longest:?}");
    assert!(longest < Duration::from_secs(3), "somebody waited {longest:?}");
    assert_eq!(balance(&demo).await, (before.0 + 1, 0, before.2 + 1));
    assert!(job.starts_with("/musterstadt/a"), "{job}");
    demo.app.stop();
    working.await.expect("a worker");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_job_is_cancelled_and_leaves_nothing() {
    for demo in demos().await {
        let before = balance(&demo).await;
        let mut office = Browser::log_in(&demo.app, OFFICE, "de").await;
        let table = demo.table(30, 100, 8).await;
        let check = bring(&mut office, "abbruch.csv", &table).await;
        let working = start_worker(&demo);
        let job = accept(&mut office, &check).await.location().expect("the page of the job");
        let page = office.get(&job).await;
        assert!(page.text("[data-stand]").contains("abbruch.csv"), "it says what it does");
        assert_eq!(page.attribute("progress", "max").as_deref(), Some("100"));
        office.post(&job, &format!("{job}/abbrechen"), &[]).await;
        let stream = office.get(&format!("{job}/ereignisse")).await.expect_status(200);
        assert_eq!(steps(&stream).pop().expect("a step")["finished"], true);
        assert_eq!(all_jobs(&demo).await[0].state, "cancelled");
        assert_eq!(balance(&demo).await, (before.0, 1, before.2));
        demo.app.stop();
        working.await.expect("a worker");
    }
}
