//! Jobs take effect once, whoever dies.
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use ankunft_platform::changes::Author;
use ankunft_platform::jobs::{self, Job, Order, Runner, Running, Worker};
use ankunft_platform::languages::Phrase;
use ankunft_platform::parts::{BoxFuture, JobFailure, JobHandle};
use ankunft_platform::permission::Role;
use ankunft_platform::store::Store;
use ankunft_platform::tenant::Tenant;
use ankunft_testkit::stores;
use common::{author, found};
use futures_util::StreamExt;
use serde_json::{Value, json};
use tokio::sync::watch;

/// Writes a setting named by the job, as often as it takes effect.
struct Effects {
    store: Store,
    begun: AtomicUsize,
}

impl Runner for Effects {
    fn run<'a>(
        &'a self,
        job: &'a Job,
        running: &'a Running,
    ) -> BoxFuture<'a, Result<Value, JobFailure>> {
        Box::pin(async move {
            self.begun.fetch_add(1, Ordering::SeqCst);
            match job.kind.as_str() {
                "wait" => {
                    while !running.cancelled() {
                        running.progress(0.5, &Phrase::new("job-waits")).await?;
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                    return Err(JobFailure::Cancelled);
                }
                "panic" => panic!("a job that panics"),
                "refuse" => return Err(JobFailure::Refused(Phrase::new("no"))),
                _ => {}
            }
            let mut change = self.store.change(author()).await?;
            effect(&mut change, Tenant::from_id(job.tenant.unwrap()), running.id()).await;
            if job.kind == "talk" {
                running.notes()(0.9, &Phrase::new("job-writes"));
                tokio::time::sleep(Duration::from_millis(700)).await;
            }
            let outcome = json!({ "id": running.id() });
            running.done(&mut change, &outcome).await?;
            change.commit().await?;
            Ok(outcome)
        })
    }
}

async fn effect(change: &mut ankunft_platform::store::Change, tenant: Tenant, id: i64) {
    sqlx::query("insert into setting (tenant, name, value) values ($1, $2, '')")
        .bind(tenant.id())
        .bind(format!("job {id} at {}", ankunft_platform::ids::next()))
        .execute(&mut **change)
        .await
        .unwrap();
    ankunft_platform::downloads::record(change, tenant, &[id], "effect").await.unwrap();
}

async fn effects(store: &Store) -> i64 {
    let mut read = store.read().await.unwrap();
    let sql = "select count(*) from setting";
    let (count,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *read).await.unwrap();
    count
}

async fn ask(store: &Store, tenant: Tenant, kind: &str, key: &str) -> i64 {
    let mut change = store.change(author()).await.unwrap();
    let id = jobs::enqueue(&mut change, Some(tenant), kind, key, &json!({})).await.unwrap();
    change.commit().await.unwrap();
    id
}

async fn job(store: &Store, tenant: Tenant, id: i64) -> Job {
    let mut read = store.read().await.unwrap();
    jobs::one(&mut read, tenant, id).await.unwrap().unwrap()
}

fn worker(store: &Store) -> (Worker, Arc<Effects>) {
    let effects = Arc::new(Effects { store: store.clone(), begun: AtomicUsize::new(0) });
    (Worker::new(store.clone(), effects.clone()), effects)
}

#[tokio::test]
async fn asking_twice_computes_once() {
    for store in stores().await {
        let town = found(&store).await;
        let first = ask(&store, town.tenant, "work", "a").await;
        let second = ask(&store, town.tenant, "work", "a").await;
        assert_eq!(first, second, "{}", store.name);
        let (worker, runner) = worker(&store);
        assert!(worker.work_once().await.unwrap());
        assert!(!worker.work_once().await.unwrap());
        ask(&store, town.tenant, "work", "a").await;
        assert!(!worker.work_once().await.unwrap());
        let done = job(&store, town.tenant, first).await;
        assert_eq!((done.state.as_str(), done.progress), ("done", 1.0));
        assert_eq!(done.outcome, json!({ "id": first }).to_string());
        assert_eq!(runner.begun.load(Ordering::SeqCst), 1);
        assert_eq!(effects(&store).await, 1);
    }
}

#[tokio::test]
async fn many_workers_share_the_queue_without_doing_anything_twice() {
    for store in stores().await {
        let town = found(&store).await;
        for number in 0..20 {
            ask(&store, town.tenant, "work", &number.to_string()).await;
        }
        let (stop, stopped) = watch::channel(false);
        let workers: Vec<_> =
            (0..3).map(|_| tokio::spawn(worker(&store).0.work(stopped.clone()))).collect();
        for _ in 0..1200 {
            if effects(&store).await >= 20 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        stop.send(true).unwrap();
        for worker in workers {
            worker.await.unwrap();
        }
        assert_eq!(effects(&store).await, 20, "{}", store.name);
    }
}

#[tokio::test]
async fn who_lost_the_lease_takes_no_effect() {
    for store in stores().await {
        let town = found(&store).await;
        let id = ask(&store, town.tenant, "work", "a").await;
        // A worker took it and died; its lease has run out.
        let mut upkeep = store.upkeep().await.unwrap();
        sqlx::query("update job set state = 'running', attempts = 1, leased_until = 1")
            .execute(&mut *upkeep)
            .await
            .unwrap();
        upkeep.commit().await.unwrap();
        let (worker, ..) = worker(&store);
        assert!(worker.work_once().await.unwrap());
        let done = job(&store, town.tenant, id).await;
        assert_eq!((done.state.as_str(), done.attempts), ("done", 2), "{}", store.name);
        assert_eq!(effects(&store).await, 1);
        // One that kills its workers again and again is given up.
        let mut upkeep = store.upkeep().await.unwrap();
        sqlx::query("update job set state = 'running', attempts = 3, leased_until = 1")
            .execute(&mut *upkeep)
            .await
            .unwrap();
        upkeep.commit().await.unwrap();
        assert!(worker.work_once().await.unwrap());
        assert_eq!(job(&store, town.tenant, id).await.state, "failed");
        assert_eq!(effects(&store).await, 1);
    }
}

#[tokio::test]
async fn a_job_is_watched_cancelled_and_begun_anew() {
    for store in stores().await {
        let town = found(&store).await;
        let waiting = ask(&store, town.tenant, "work", "waiting").await;
        let mut change = store.change(author()).await.unwrap();
        jobs::cancel(&mut change, town.tenant, waiting).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(job(&store, town.tenant, waiting).await.state, "cancelled");

        let id = ask(&store, town.tenant, "wait", "running").await;
        let (stop, stopped) = watch::channel(false);
        let (worker, _) = worker(&store);
        let working = tokio::spawn(worker.work(stopped));
        let mut seen = Box::pin(jobs::watch(store.store.clone(), town.tenant, id));
        let mut states = Vec::new();
        while let Some(progress) = seen.next().await {
            // A watcher may miss a step in between, but not that it runs.
            if progress.state == "running" && !states.contains(&"running".to_owned()) {
                let mut change = store.change(author()).await.unwrap();
                jobs::cancel(&mut change, town.tenant, id).await.unwrap();
                change.commit().await.unwrap();
            }
            states.push(progress.state);
        }
        assert_eq!(states.last().unwrap(), "cancelled", "{}: {states:?}", store.name);
        // Asking woke the worker, which begins anew at once.
        let again = ask(&store, town.tenant, "wait", "running").await;
        assert_eq!(again, id);
        for _ in 0..1200 {
            if job(&store, town.tenant, id).await.state == "running" {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(job(&store, town.tenant, id).await.state, "running", "{}", store.name);
        // A graceful stop gives back what is under way, as if it had not been begun.
        stop.send(true).unwrap();
        working.await.unwrap();
        let given_back = job(&store, town.tenant, id).await;
        assert_eq!((given_back.state.as_str(), given_back.attempts), ("waiting", 0));
    }
}

#[tokio::test]
async fn a_job_works_in_the_name_of_who_asked_last() {
    for store in stores().await {
        let town = found(&store).await;
        let id = ask(&store, town.tenant, "refuse", "a").await;
        let (worker, _) = worker(&store);
        assert!(worker.work_once().await.unwrap());
        let ida = Author {
            account: Some(4711),
            post: Some(12),
            role: Some(Role::StatisticsOffice),
            request: "r".to_owned(),
        };
        let mut change = store.change(ida.clone()).await.unwrap();
        let input = json!({ "again": true });
        jobs::enqueue(&mut change, Some(town.tenant), "work", "a", &input).await.unwrap();
        change.commit().await.unwrap();
        let asked = job(&store, town.tenant, id).await;
        assert_eq!(asked.account, Some(4711), "{}", store.name);
        assert_eq!(asked.order().unwrap(), Order { author: ida, input });
    }
}

#[tokio::test]
async fn who_waits_is_told_the_end_at_once_and_what_a_job_says_while_it_writes() {
    for store in stores().await {
        let town = found(&store).await;
        let id = ask(&store, town.tenant, "talk", "a").await;
        let (stop, stopped) = watch::channel(false);
        let (worker, _) = worker(&store);
        let working = tokio::spawn(worker.work(stopped));
        let seen: Vec<_> =
            jobs::watch(store.store.clone(), town.tenant, id).map(|it| it.step).collect().await;
        // The job held SQLite's only writing connection when it said this.
        assert!(seen.iter().any(|it| it.contains("job-writes")), "{}: {seen:?}", store.name);
        let again = ask(&store, town.tenant, "work", "b").await;
        let patience = Duration::from_secs(20);
        let done = jobs::wait(&store, town.tenant, again, patience).await.unwrap().unwrap();
        assert_eq!(done.state, "done");
        stop.send(true).unwrap();
        working.await.unwrap();
    }
}

#[tokio::test]
async fn a_job_that_panics_or_refuses_has_failed() {
    for store in stores().await {
        let town = found(&store).await;
        let panics = ask(&store, town.tenant, "panic", "a").await;
        let refuses = ask(&store, town.tenant, "refuse", "b").await;
        let (worker, ..) = worker(&store);
        assert!(worker.work_once().await.unwrap());
        assert!(worker.work_once().await.unwrap());
        assert_eq!(job(&store, town.tenant, panics).await.state, "failed", "{}", store.name);
        assert_eq!(
            Phrase::read(&job(&store, town.tenant, refuses).await.outcome),
            Phrase::new("no")
        );
    }
}
