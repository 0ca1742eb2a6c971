//! Arrival quarters from what the cities of the demo have released, as their pages show them.

use ankunft_musterstadt::{Level, Phase};
use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::{datasets, withdrawals};
use ankunft_testkit::Browser;
use serde_json::Value;

use crate::common::{Demo, Reader};

async fn assessed() -> Demo {
    let demo = Demo::new().await;
    demo.assess("musterstadt").await;
    demo
}

async fn list(browser: &mut Browser, slug: &str) -> Vec<Value> {
    let page = browser.get(&format!("/{slug}/atlas/ankunft/json?ebene=quartier")).await;
    let document: Value = serde_json::from_str(&page.expect_status(200).body_text()).expect("JSON");
    document["areas"].as_array().expect("areas").clone()
}

/// Every planted quarter is found in the very figures that were brought in and released, across
/// the change of areas, and nothing else.
#[tokio::test]
async fn what_was_planted_is_found_through_the_pages() {
    let demo = assessed().await;
    let mut browser = Browser::log_in(&demo.app, "coordination@leser.example", "de").await;
    let areas = list(&mut browser, "musterstadt").await;
    let city = ankunft_musterstadt::musterstadt(ankunft::demo::SEED);
    let quarters = city
        .areas
        .iter()
        .find(|it| it.level == Level::Quarter && it.until.is_none())
        .expect("quarters");
    assert_eq!(areas.len(), quarters.units.len());
    for area in &areas {
        let code = area["code"].as_str().expect("a code");
        let planted = city.truth.arrival.iter().find(|it| it.quarter == code);
        let probability = area["probability"].as_f64().expect("a probability");
        let phase = match planted.map(|it| it.phase) {
            // Eleven and a half years of figures: longer than ten.
            Some(Phase::Traditional) => "traditional",
            Some(Phase::New) => "new",
            Some(Phase::Emerging) => "emerging",
            Some(Phase::Former) => "former",
            None => "none",
        };
        let is_one = !matches!(phase, "former" | "none");
        assert!(is_one == (probability >= 0.9), "{area}");
        assert!(is_one || probability <= 0.1, "{area}");
        assert_eq!(area["phase"], phase, "{area}");
    }
}

/// Ranks reach nobody who may not see them: not by the page, not in a file, not in an order.
#[tokio::test]
async fn ranks_stay_inside() {
    let demo = assessed().await;
    let inside = [Role::Coordination, Role::StatisticsOffice, Role::Research];
    for reader in Reader::all(&demo.app) {
        let mut browser = reader.browser(&demo.app, "de").await;
        let may = reader.role.is_some_and(|it| inside.contains(&it));
        for path in ["/atlas/ankunft", "/atlas/ankunft/csv", "/atlas/ankunft/json"] {
            let page = browser.get(&format!("/musterstadt{path}")).await;
            assert_eq!(page.status.as_u16() == 200, may, "{} at {path}", reader.name);
        }
        for path in ["/atlas", "/atlas.csv?merkmal=ankunft", "/atlas.json?merkmal=ankunft"] {
            let page = browser.get(&format!("/musterstadt{path}")).await.expect_status(200);
            let text = page.body_text().to_lowercase();
            for word in ["rank", "probability", "wahrscheinlich", "phase", "100\u{a0}%"] {
                let link_for_inside = may && word == "wahrscheinlich";
                assert!(link_for_inside || !text.contains(word), "{word} in {path}");
            }
        }
        let table = browser.get("/musterstadt/atlas.csv?merkmal=ankunft").await.body_text();
        let names: Vec<&str> =
            table.lines().skip(1).filter_map(|it| it.split(',').nth(1)).collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        assert_eq!(names, sorted, "{}", reader.name);
    }
}

/// More than classes is public only after a decision, which the log shows and which can be undone.
#[tokio::test]
async fn the_coordination_decides_what_is_public() {
    let demo = assessed().await;
    let mut coordination = Browser::log_in(&demo.app, "coordination@leser.example", "de").await;
    let mut public = Browser::new(&demo.app, "de");
    let path = "/musterstadt/atlas/ankunft/veroeffentlichung";
    let from = "/musterstadt/atlas/ankunft";
    let _ = coordination.post(from, path, &[("was", "probability")]).await.expect_status(303);
    let page = public.get("/musterstadt/atlas").await.expect_status(200);
    assert!(page.body_text().contains("100\u{a0}%") && !page.body_text().contains("Rang "));
    let mut admin = Browser::log_in(&demo.app, "admin@leser.example", "de").await;
    let log = admin.get("/musterstadt/system/protokoll").await.expect_status(200);
    assert!(log.body_text().contains("mehr als Klassen veröffentlicht"));
    let _ = coordination.post(from, path, &[("was", "")]).await.expect_status(303);
    assert!(!public.get("/musterstadt/atlas").await.body_text().contains("100\u{a0}%"));
    let mut department = Browser::log_in(&demo.app, "department@leser.example", "de").await;
    let _ = department.post("/konto", path, &[("was", "probability")]).await.expect_status(403);
}

/// What a worker computes, once, and anew after a Sperrung, which empties what was kept.
#[tokio::test]
async fn the_worker_computes_what_is_missing() {
    let demo = Demo::new().await;
    let mut browser = Browser::log_in(&demo.app, "coordination@leser.example", "de").await;
    let waiting = browser.get("/musterstadt/atlas/ankunft").await.expect_status(200);
    assert!(waiting.body_text().contains("wird gerade gerechnet"));
    let mut worker = demo.app.worker();
    worker.look_around().await.expect("a look");
    while worker.work_once().await.expect("work") {}
    let areas = list(&mut browser, "musterstadt").await;
    assert!(areas.iter().any(|it| it["probability"] == 1.0));
    // Nothing is missing any more.
    worker.look_around().await.expect("a look");
    assert!(!worker.work_once().await.expect("no work"));
}

/// A Sperrung of figures that an assessment was made from empties it, and the next is made
/// without them.
#[tokio::test]
async fn a_sperrung_empties_what_was_computed() {
    let demo = assessed().await;
    let tenant = demo.tenant("musterstadt").await;
    let mut browser = Browser::log_in(&demo.app, "coordination@leser.example", "de").await;
    let before = list(&mut browser, "musterstadt").await;
    assert!(before.iter().any(|it| it["rate_arrivals_abroad"].is_number()));
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let versions = datasets::versions(&mut change, tenant).await.expect("versions");
    let moves = versions.iter().filter(|it| it.dataset.contains("bewegung"));
    let moves: Vec<i64> = moves.map(|it| it.id).collect();
    assert!(!moves.is_empty(), "{versions:?}");
    for version in moves {
        let thing = withdrawals::Thing::DatasetVersion(version);
        withdrawals::withdraw(&mut change, tenant, thing, "Probe").await.expect("a Sperrung");
    }
    let left: Vec<(i64,)> = sqlx::query_as(
        "select cast(count(*) as bigint) from derived where tenant = $1 and length(content) > 0",
    )
    .bind(tenant.id())
    .fetch_all(&mut *change)
    .await
    .expect("a count");
    assert_eq!(left, [(0,)]);
    change.commit().await.expect("a commit");
    let page = browser.get("/musterstadt/atlas/ankunft").await.expect_status(200).body_text();
    assert!(page.contains("wird gerade gerechnet"));
    demo.assess("musterstadt").await;
    let after = list(&mut browser, "musterstadt").await;
    assert!(after.iter().all(|it| it["rate_arrivals_abroad"].is_null()));
    assert!(after.iter().any(|it| it["rate_turnover"].is_number()), "residence in place of moves");
}
