//! The class Core: features and their selection.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Test;
use super::service::{Service, assert_typed, frame, link, links, positions};

pub fn all() -> Vec<Test> {
    super::tests![
        "/conf/core/fc-op" => fc_op,
        "/conf/core/fc-bbox-definition" => fc_bbox_definition,
        "/conf/core/fc-bbox-response" => fc_bbox_response,
        "/conf/core/fc-limit-definition" => fc_limit_definition,
        "/conf/core/fc-limit-response" => fc_limit_response,
        "/conf/core/fc-time-definition" => fc_time_definition,
        "/conf/core/fc-time-response" => fc_time_response,
        "/conf/core/query-param-invalid" => query_param_invalid,
        "/conf/core/query-param-unknown" => query_param_unknown,
        "/conf/core/fc-response" => fc_response,
        "/conf/core/fc-links" => fc_links,
        "/conf/core/fc-timeStamp" => fc_time_stamp,
        "/conf/core/fc-numberMatched" => fc_number_matched,
        "/conf/core/fc-numberReturned" => fc_number_returned,
        "/conf/core/f-op" => f_op,
        "/conf/core/f-success" => f_success,
        "/conf/core/f-links" => f_links,
    ]
}

/// A parameter of the features, without its description.
async fn parameter(it: &Service, name: &str) -> Value {
    let document = it.json("/api").await;
    let parameters = &document["paths"]["/collections/{ebene}/items"]["get"]["parameters"];
    let found = parameters.as_array().expect("parameters").iter().find(|it| it["name"] == name);
    let mut found = found.unwrap_or_else(|| panic!("no {name}")).clone();
    found.as_object_mut().expect("an object").remove("description");
    found
}

async fn fc_op(it: &mut Service) {
    for id in it.collections().await {
        let path = format!("/collections/{id}/items");
        assert_eq!(it.get(&path).await.status, 200);
        // Both at once: what either leaves out stays out.
        let all = it.features(&id, "").await;
        let [west, south, east, north] = frame(&positions(&all[0]["geometry"]));
        let there = format!("&bbox={west},{south},{east},{north}");
        let then = "&datetime=2024-01-01/2024-12-31";
        let both = it.features(&id, &format!("{there}{then}")).await;
        assert!(!both.is_empty() && both.len() < all.len());
        let place: BTreeSet<String> = ids(&it.features(&id, &there).await);
        assert!(ids(&both).is_subset(&place));
        assert!(it.features(&id, &format!("{there}&datetime=1990-01-01")).await.is_empty());
    }
}

fn ids(features: &[Value]) -> BTreeSet<String> {
    features.iter().map(|it| it["id"].as_str().expect("an id").to_owned()).collect()
}

async fn fc_bbox_definition(it: &mut Service) {
    let wanted = json!({
        "name": "bbox", "in": "query", "required": false, "style": "form", "explode": false,
        "schema": {
            "type": "array",
            "oneOf": [{ "minItems": 4, "maxItems": 4 }, { "minItems": 6, "maxItems": 6 }],
            "items": { "type": "number" },
        },
    });
    assert_eq!(parameter(it, "bbox").await, wanted);
}

/// A feature whose box lies apart from the asked one never comes; one that has a position in it
/// always does.
async fn fc_bbox_response(it: &mut Service) {
    let all = it.features("quartier", "").await;
    for chosen in all.iter().take(4) {
        let [west, south, east, north] = frame(&positions(&chosen["geometry"]));
        for bbox in [
            format!("{west},{south},{east},{north}"),
            format!("{west},{south},-100,{east},{north},9000"),
        ] {
            let found = ids(&it.features("quartier", &format!("&bbox={bbox}")).await);
            for feature in &all {
                let corners = positions(&feature["geometry"]);
                let [w, s, e, n] = frame(&corners);
                let inside = |at: &[f64; 2]| {
                    west <= at[0] && at[0] <= east && south <= at[1] && at[1] <= north
                };
                let id = feature["id"].as_str().expect("an id");
                let apart = e < west || east < w || n < south || north < s;
                assert!(!(apart && found.contains(id)), "{id} lies apart from {bbox}");
                let meets = corners.iter().any(inside);
                assert!(!meets || found.contains(id), "{id} has a corner in {bbox}");
            }
        }
    }
    assert!(it.features("quartier", "&bbox=0,0,1,1").await.is_empty());
    // The world across the antimeridian holds nothing of Germany.
    assert!(it.features("quartier", "&bbox=170,-90,-170,90").await.is_empty());
    assert_eq!(it.features("quartier", "&bbox=-180,-90,180,90").await.len(), all.len());
}

async fn fc_limit_definition(it: &mut Service) {
    let found = parameter(it, "limit").await;
    assert_eq!(
        (&found["in"], &found["required"], &found["style"], &found["explode"]),
        (&json!("query"), &json!(false), &json!("form"), &json!(false))
    );
    assert_eq!(found["schema"]["type"], "integer");
    assert!(found["schema"]["maximum"].as_u64() > found["schema"]["default"].as_u64());
}

/// Pages hold what was asked for and together all, each once; a greater limit than the greatest is
/// no fault.
async fn fc_limit_response(it: &mut Service) {
    let all = it.features("quartier", "").await;
    let mut next = Some("/collections/quartier/items?limit=5".to_owned());
    let mut collected: Vec<Value> = Vec::new();
    let mut last = String::new();
    while let Some(path) = next {
        let page = it.json(&path).await;
        let features = page["features"].as_array().expect("features");
        assert!(features.len() <= 5 && !features.is_empty());
        collected.extend(features.iter().cloned());
        last = path;
        next = link(&page, "next");
    }
    assert_eq!(collected, all);
    let before = link(&it.json(&last).await, "prev").expect("a page before the last");
    assert_eq!(it.json(&before).await["numberReturned"], 5);
    let most = parameter(it, "limit").await["schema"]["maximum"].as_u64().expect("a maximum");
    let more = it.json(&format!("/collections/quartier/items?limit={}", most + 1)).await;
    assert_eq!(more["features"].as_array().map(Vec::len), Some(all.len()));
}

async fn fc_time_definition(it: &mut Service) {
    let wanted = json!({
        "name": "datetime", "in": "query", "required": false, "style": "form", "explode": false,
        "schema": { "type": "string" },
    });
    assert_eq!(parameter(it, "datetime").await, wanted);
}

/// Whatever comes lies in what was asked for, and of the days in it the newest comes.
async fn fc_time_response(it: &mut Service) {
    for (asked, from, to) in [
        ("2023-12-31", "2023-12-31", "2023-12-31"),
        ("2023-12-31T00:00:00Z", "2023-12-31", "2023-12-31"),
        ("2021-01-01T00:00:00Z/2022-12-31T12:00:00Z", "2021-01-01", "2022-12-31"),
        ("../2020-12-31T00:00:00Z", "0000", "2020-12-31"),
        ("/2020-12-31T00:00:00Z", "0000", "2020-12-31"),
        ("2020-06-01T00:00:00Z/..", "2020-06-01", "9999"),
        ("2020-06-01T00:00:00Z/", "2020-06-01", "9999"),
    ] {
        let features = it.features("quartier", &format!("&datetime={asked}")).await;
        assert!(!features.is_empty(), "{asked}");
        for feature in &features {
            let date = feature["properties"]["date"].as_str().expect("a day");
            assert!(from <= date && date <= to, "{asked}: {date}");
        }
    }
    assert!(it.features("quartier", "&datetime=2023-12-30").await.is_empty());
    let newest = it.features("quartier", "").await;
    assert_eq!(it.features("quartier", "&datetime=../2099-01-01").await, newest);
}

async fn query_param_invalid(it: &mut Service) {
    for query in [
        "limit=0",
        "limit=x",
        "limit=-1",
        "offset=-1",
        "offset=1.5",
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=9,51,10,50",
        "datetime=gestern",
        "datetime=2024-01-01/2023-01-01",
        "datetime=../..",
        "crs=EPSG:25832",
        "bbox-crs=x",
        "bbox=9,50,10,51&bbox-crs=x",
        "f=xml",
        "limit=1&limit=2",
    ] {
        let answer = it.get(&format!("/collections/quartier/items?{query}")).await;
        assert_eq!(
            (answer.status, answer.media_type()),
            (400, "application/problem+json"),
            "{query}"
        );
        let problem = answer.json();
        it.validate("exception.yaml", &problem);
        assert_eq!(problem["status"], 400);
        assert!(problem["detail"].as_str().is_some_and(|it| it.len() > 20), "{problem}");
    }
}

async fn query_param_unknown(it: &mut Service) {
    for path in [
        "",
        "/conformance",
        "/api",
        "/collections",
        "/collections/quartier",
        "/collections/quartier/items",
        "/collections/quartier/items/01",
    ] {
        let answer = it.get(&format!("{path}?gibtesnicht=1")).await;
        assert_eq!(
            (answer.status, answer.media_type()),
            (400, "application/problem+json"),
            "{path}"
        );
        it.validate("exception.yaml", &answer.json());
    }
}

async fn fc_response(it: &mut Service) {
    for id in it.collections().await {
        let document = it.json(&format!("/collections/{id}/items?limit=3")).await;
        assert_eq!(document["type"], "FeatureCollection");
        it.validate("featureCollectionGeoJSON.yaml", &document);
        let page = it.page(&format!("/collections/{id}/items?limit=3")).await.expect_status(200);
        assert_eq!(page.texts("tbody tr").len(), 3);
    }
}

async fn fc_links(it: &mut Service) {
    let document = it.json("/collections/quartier/items?limit=2&offset=2").await;
    assert_typed(&document);
    for (rel, kind) in [
        ("self", "application/geo+json"),
        ("alternate", "text/html"),
        ("next", "application/geo+json"),
        ("prev", "application/geo+json"),
        ("collection", "application/json"),
    ] {
        let found = links(&document, rel);
        assert_eq!(found.len(), 1, "{rel}");
        assert_eq!(found[0]["type"], kind, "{rel}");
    }
    let own = link(&document, "self").expect("a link");
    assert_eq!(it.json(&own).await["features"], document["features"]);
}

/// The time is not said: the same question has the same answer until the city changes.
async fn fc_time_stamp(it: &mut Service) {
    let document = it.json("/collections/quartier/items").await;
    assert!(document.get("timeStamp").is_none());
    assert!(it.get("/collections/quartier/items").await.header("etag").len() > 10);
}

async fn fc_number_matched(it: &mut Service) {
    let all = it.features("quartier", "").await;
    for query in ["", "&bbox=9.29,50.18,9.31,50.2", "&datetime=2020-12-31", "&name=Altstadt"] {
        let matched = it.features("quartier", query).await.len();
        assert!(matched > 0 && matched <= all.len(), "{query}");
        let first = it.json(&format!("/collections/quartier/items?limit=1{query}")).await;
        assert_eq!(first["numberMatched"].as_u64(), Some(matched as u64), "{query}");
    }
}

async fn fc_number_returned(it: &mut Service) {
    for query in ["limit=1", "limit=7&offset=20", "offset=100000", "bbox=0,0,1,1"] {
        let document = it.json(&format!("/collections/quartier/items?{query}")).await;
        let features = document["features"].as_array().expect("features").len();
        assert_eq!(document["numberReturned"].as_u64(), Some(features as u64), "{query}");
    }
}

async fn f_op(it: &mut Service) {
    for id in it.collections().await {
        for feature in it.features(&id, "").await.iter().take(10) {
            let name = feature["id"].as_str().expect("an id");
            assert_eq!(it.get(&format!("/collections/{id}/items/{name}")).await.status, 200);
        }
        let none = it.get(&format!("/collections/{id}/items/gibt-es-nicht")).await;
        assert_eq!((none.status, none.media_type()), (404, "application/problem+json"));
    }
}

async fn f_success(it: &mut Service) {
    for id in it.collections().await {
        let listed = it.features(&id, "").await[0].clone();
        let name = listed["id"].as_str().expect("an id");
        let path = format!("/collections/{id}/items/{name}");
        let feature = it.json(&path).await;
        it.validate("featureGeoJSON.yaml", &feature);
        for member in ["type", "id", "geometry", "properties"] {
            assert_eq!(feature[member], listed[member], "{member}");
        }
        let page = it.page(&path).await.expect_status(200);
        assert_eq!(page.text("h1"), feature["properties"]["name"]);
    }
}

async fn f_links(it: &mut Service) {
    let feature = it.json("/collections/quartier/items/01").await;
    assert_typed(&feature);
    for (rel, kind) in [
        ("self", "application/geo+json"),
        ("alternate", "text/html"),
        ("collection", "application/json"),
    ] {
        assert_eq!(links(&feature, rel)[0]["type"], kind, "{rel}");
    }
}
