//! `/openapi.json`: no address that gives data is missing, and what is documented is what comes.

use std::collections::BTreeSet;

use ankunft_platform::permission::Role;
use ankunft_testkit::{Browser, Page};
use serde_json::{Value, json};

use crate::common::folder::{mappe, remember};
use crate::common::{Demo, Reader, address};

/// Media types that programs read.
const DATA: [&str; 8] = [
    "application/json",
    "application/geo+json",
    "application/csvm+json",
    "application/problem+json",
    "application/geopackage+sqlite3",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "text/csv",
    "text/plain",
];

async fn document(demo: &Demo) -> Value {
    let page = Browser::new(&demo.app, "de").get("/openapi.json").await.expect_status(200);
    serde_json::from_slice(&page.body).expect("JSON")
}

/// What the statistics office, which may see most, is given at every address.
async fn answers(demo: &Demo) -> Vec<(&'static str, Page)> {
    let readers = Reader::all(&demo.app);
    let office = readers.iter().find(|it| it.role == Some(Role::StatisticsOffice));
    let mut office = office.expect("an office").browser(&demo.app, "de").await;
    remember(&mut office, "/musterstadt/atlas/quelle?merkmal=population").await;
    let (folder, cited) = mappe(&mut office).await;
    let folder = folder.rsplit('/').next().unwrap_or_default().to_owned();
    let reference = cited["entries"][0]["reference"].as_str().expect("something cited").to_owned();
    let codes = demo.codes("musterstadt").await;
    let (geography, code) = &codes[0];
    demo.assess("musterstadt").await;
    let arrival = "/musterstadt/atlas.json?ebene=quartier&merkmal=ankunft";
    let arrival = office.get(arrival).await.expect_status(200);
    assert!(arrival.body_text().contains("\"plan\""), "arrival quarters, not a measure");
    let mut all = vec![("/{kommune}/atlas.json", arrival)];
    for path in demo.paths() {
        let path_of = path
            .replace("{ebene}", geography)
            .replace("/mappe/{id}", &format!("/mappe/{folder}"))
            .replace("/f/{fundstelle}", &reference);
        let page = office.get(&address(&path_of, "musterstadt", code)).await;
        all.push((path, page));
    }
    all
}

#[tokio::test]
async fn every_address_that_gives_data_is_described_and_gives_what_is_described() {
    let demo = Demo::new().await;
    let document = document(&demo).await;
    let paths = document["paths"].as_object().expect("paths");
    let known: BTreeSet<&str> = demo.paths().into_iter().collect();
    for path in paths.keys() {
        assert!(known.contains(path.as_str()), "{path} is no address");
    }
    let mut validated = BTreeSet::new();
    for (path, page) in answers(&demo).await {
        let kind = page.media_type().to_owned();
        let looks = ["csv", "json", "geojson", "xlsx", "gpkg"]
            .iter()
            .any(|it| path.ends_with(&format!(".{it}")) || path.ends_with(&format!("/{it}")));
        let gives = page.status == 200 && DATA.contains(&kind.as_str());
        if !looks && !gives {
            continue;
        }
        let operation =
            &paths.get(path).unwrap_or_else(|| panic!("{path} is not described"))["get"];
        let status = page.status.as_u16().to_string();
        let response = &operation["responses"][&status];
        assert!(response.is_object(), "{path}: {status} is not described");
        if page.status != 200 {
            continue;
        }
        let whole = page.headers["content-type"].to_str().expect("plain").to_owned();
        let content = response["content"].as_object().expect("content");
        let media = content.get(&kind).or(content.get(&whole));
        let media = media.unwrap_or_else(|| panic!("{path}: {whole} is not described"));
        if media["schema"].is_object() {
            let errors = faults(&document, &media["schema"], &page);
            assert!(errors.is_empty(), "{path}: {errors:#?}");
            validated.insert(path);
        }
    }
    for path in [
        "/f/{fundstelle}/json",
        "/{kommune}/atlas.geojson",
        "/{kommune}/atlas.json",
        "/{kommune}/atlas/quartiere/{code}/json",
        "/{kommune}/mappe/{id}/json",
        "/{kommune}/ogc",
        "/{kommune}/ogc/collections/{ebene}/items",
        "/{kommune}/ogc/collections/{ebene}/items/{code}",
    ] {
        assert!(validated.contains(path), "{path} was not validated: {validated:?}");
    }
}

/// Nothing comes that the schema does not name: members that are not described are faults too.
fn faults(document: &Value, schema: &Value, page: &Page) -> Vec<String> {
    let mut whole = schema.clone();
    whole["components"] = document["components"].clone();
    let body: Value = serde_json::from_slice(&page.body).expect("JSON");
    let validator = jsonschema::validator_for(&whole).expect("a schema");
    let mut errors: Vec<String> = validator.iter_errors(&body).map(|it| it.to_string()).collect();
    let reference = schema["$ref"].as_str().and_then(|it| it.strip_prefix('#'));
    let named = reference.and_then(|it| document.pointer(it)).unwrap_or(schema);
    if let (Some(properties), Some(members)) = (named["properties"].as_object(), body.as_object())
        && named.get("allOf").is_none()
        && named.get("anyOf").is_none()
    {
        let unknown = members.keys().filter(|it| !properties.contains_key(*it));
        errors.extend(unknown.map(|it| format!("{it} is not described")));
    }
    errors
}

#[tokio::test]
async fn a_wrong_answer_would_be_found_out() {
    let demo = Demo::new().await;
    let document = document(&demo).await;
    let schema = &document["paths"]["/{kommune}/atlas.json"]["get"]["responses"]["200"]["content"]
        ["application/json"]["schema"];
    let mut page = Browser::new(&demo.app, "de").get("/musterstadt/atlas.json").await;
    assert!(faults(&document, schema, &page).is_empty());
    let good: Value = serde_json::from_slice(&page.body).expect("JSON");
    for (place, wrong) in [
        ("/areas/0/state", json!("hidden")),
        ("/areas/0/value", json!("much")),
        ("/total/unreliable", Value::Null),
        ("/measure", json!(1)),
        ("/areas", json!({})),
    ] {
        let mut broken = good.clone();
        *broken.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = wrong;
        page.body = broken.to_string().into_bytes();
        assert!(!faults(&document, schema, &page).is_empty(), "{place}");
    }
}

#[tokio::test]
async fn the_command_prints_what_the_address_gives() {
    let demo = Demo::new().await;
    let printed: Value =
        serde_json::from_str(&ankunft_platform::openapi::print(ankunft::parts())).expect("JSON");
    assert_eq!(printed, document(&demo).await);
}
