//! OGC API Features: the abstract tests of the standard, one by one, by their ids; then what
//! Part 2 asks for, and what is ours.
//!
//! The abstract tests and schemas are read from the reference data. All run on one demo
//! installation, and all that fail are told at once.

mod core;
mod crs;
mod features;
mod formats;
mod own;
pub mod service;

use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;

use service::{Run, Service, schemas};

/// A test by its id, and what it does.
type Test = (&'static str, for<'a> fn(&'a mut Service) -> service::Run<'a>);

/// A table of tests from their functions.
macro_rules! tests {
    ($($id:literal => $test:path),* $(,)?) => {
        vec![$(($id, (|it| Box::pin($test(it))) as for<'a> fn(&'a mut $crate::ogc::service::Service) -> $crate::ogc::service::Run<'a>)),*]
    };
}
pub(crate) use tests;

async fn run(tests: Vec<Test>) {
    let mut service = Service::start().await;
    let mut failed = Vec::new();
    for (id, test) in tests {
        if let Err(words) = caught(test(&mut service)).await {
            failed.push(format!("{id}: {words}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

/// Runs a test; if it fails, its words.
async fn caught(mut test: Run<'_>) -> Result<(), String> {
    let result = std::future::poll_fn(|context| {
        let polled = AssertUnwindSafe(|| test.as_mut().poll(context));
        match std::panic::catch_unwind(polled) {
            Ok(polled) => polled.map(Ok),
            Err(cause) => std::task::Poll::Ready(Err(cause)),
        }
    });
    result.await.map_err(|cause| {
        let words = cause.downcast_ref::<String>().map(String::as_str);
        words.or(cause.downcast_ref::<&str>().copied()).unwrap_or("failed").to_owned()
    })
}

#[tokio::test]
async fn every_abstract_test_holds() {
    let Some(folder) = schemas() else { return };
    let tests = [core::all(), features::all(), formats::all()].concat();
    let ours: BTreeSet<&str> = tests.iter().map(|it| it.0).collect();
    let theirs = abstract_tests(&folder);
    let theirs: BTreeSet<&str> = theirs.iter().map(String::as_str).collect();
    assert_eq!(ours, theirs, "each abstract test of the classes that we declare, and no other");
    run(tests).await;
}

#[tokio::test]
async fn part_2_and_what_is_ours_holds() {
    run([crs::all(), own::all()].concat()).await;
}

/// The ids of the abstract tests of the classes that the service declares: `/conf/core/http`.
fn abstract_tests(folder: &std::path::Path) -> Vec<String> {
    let mut ids = Vec::new();
    for class in ["core", "geojson", "html", "oas30"] {
        let files = std::fs::read_dir(folder.join("abstract_tests").join(class)).expect("tests");
        for file in files {
            let text = std::fs::read_to_string(file.expect("a file").path()).expect("a test");
            let line = text.lines().find(|it| it.contains("Abstract Test {counter"));
            let id = line.and_then(|it| it.split("*/conf/").nth(1)).expect("an id");
            // One file says oas31 where it stands among those of oas30.
            let name = id.split(['*', ' ']).next().expect("a name").replace("oas31/", "oas30/");
            ids.push(format!("/conf/{name}"));
        }
    }
    ids
}
