//! The arrival quarters as files: classes with outlines for everybody, the list for those inside.

use ankunft_platform::permission::Role;
use ankunft_testkit::Browser;
use serde_json::Value;

use crate::common::{Demo, Reader};
use crate::csvw::{beside, faults};
use crate::files::package;

const CLASSES: &str = "?ebene=quartier&merkmal=ankunft";

#[tokio::test]
async fn classes_stand_on_outlines_as_in_the_table_and_nothing_of_the_list_with_them() {
    let demo = Demo::new().await;
    demo.assess("musterstadt").await;
    let mut browser = Browser::new(&demo.app, "de");
    package(&mut browser, CLASSES, false).await;
    let csv = browser.get(&format!("/musterstadt/atlas.csv{CLASSES}")).await.expect_status(200);
    let page = browser.get(&format!("/musterstadt/atlas.geojson{CLASSES}")).await;
    let page = page.expect_status(200);
    assert_eq!(page.media_type(), "application/geo+json");
    let map: Value = serde_json::from_slice(&page.body).expect("JSON");
    let features = map["features"].as_array().expect("features");
    let mut reader = csv::Reader::from_reader(csv.body.as_slice());
    let header = reader.headers().unwrap().clone();
    let lines: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(features.len(), lines.len());
    for (feature, line) in features.iter().zip(&lines) {
        assert_eq!(feature["geometry"]["type"], "MultiPolygon");
        let members = feature["properties"].as_object().expect("properties");
        assert_eq!(members.len(), header.len());
        for (name, cell) in header.iter().zip(line) {
            match &members[name] {
                Value::Null => assert_eq!(cell, "", "{name}"),
                Value::String(text) => assert_eq!(cell, text, "{name}"),
                Value::Number(number) => assert_eq!(cell.parse(), Ok(number.as_f64().unwrap())),
                other => panic!("{name}: {other}"),
            }
        }
    }
    for hidden in ["rank", "probability", "index", "points", "called_", "variants", "phase"] {
        assert!(!page.body_text().contains(hidden), "{hidden} is for those inside");
        assert!(!header.iter().any(|it| it.starts_with(hidden)), "{hidden} is for those inside");
    }
}

#[tokio::test]
async fn the_list_is_described_and_a_workbook_for_those_inside_alone() {
    let demo = Demo::new().await;
    demo.assess("musterstadt").await;
    for reader in &Reader::all(&demo.app) {
        let mut browser = reader.browser(&demo.app, "de").await;
        let address = "/musterstadt/atlas/ankunft/csv?ebene=quartier";
        let csv = browser.get(address).await;
        let may = matches!(
            reader.role,
            Some(Role::Coordination | Role::StatisticsOffice | Role::Research)
        );
        assert_eq!(csv.status == 200, may, "{:?}", reader.role);
        for ending in ["csv-metadata.json", "json", "xlsx"] {
            let other = browser.get(&address.replace("csv", ending)).await;
            assert_eq!(other.status, csv.status, "{ending} as {:?}", reader.role);
        }
        if !may {
            continue;
        }
        let link = csv.headers["link"].to_str().expect("plain").to_owned();
        let (target, _) = link[1..].split_once('>').expect("<…>");
        let described = beside(address, target);
        let page = browser.get(&described).await.expect_status(200);
        let metadata: Value = serde_json::from_slice(&page.body).expect("JSON");
        assert_eq!(beside(&described, metadata["url"].as_str().expect("an address")), address);
        let found = faults(&csv.body_text(), &metadata);
        assert!(found.is_empty(), "{found:#?}");
        assert!(csv.body_text().contains(",rank,"), "the list has ranks");
        assert!(page.body_text().contains("2.000 Ziehungen mit Startwert 1"), "seed and draws");
    }
}
