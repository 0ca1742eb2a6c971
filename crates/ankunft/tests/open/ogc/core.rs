//! The class Core: landing page, definition, conformance, collections.

use serde_json::Value;

use super::Test;
use super::service::{Service, assert_typed, frame, link, links, positions};

pub fn all() -> Vec<Test> {
    super::tests![
        "/conf/core/http" => http,
        "/conf/core/crs84" => crs84,
        "/conf/core/root-op" => root_op,
        "/conf/core/root-success" => root_success,
        "/conf/core/api-definition-op" => api_definition_op,
        "/conf/core/api-definition-success" => api_definition_success,
        "/conf/core/conformance-op" => conformance_op,
        "/conf/core/conformance-success" => conformance_success,
        "/conf/core/fc-md-op" => fc_md_op,
        "/conf/core/fc-md-success" => fc_md_success,
        "/conf/core/fc-md-links" => fc_md_links,
        "/conf/core/fc-md-items" => fc_md_items,
        "/conf/core/fc-md-items-links" => fc_md_items_links,
        "/conf/core/fc-md-extent" => fc_md_extent,
        "/conf/core/fc-md-extent-multi" => fc_md_extent_multi,
        "/conf/core/sfc-md-op" => sfc_md_op,
        "/conf/core/sfc-md-success" => sfc_md_success,
    ]
}

/// Each address that a document leads to answers over HTTP 1.1 (the router speaks nothing else).
async fn http(it: &mut Service) {
    for path in ["", "/collections", "/collections/quartier", "/collections/quartier/items?limit=1"]
    {
        let document = it.json(path).await;
        for link in document["links"].as_array().expect("links") {
            let answer = it.get(link["href"].as_str().expect("an address")).await;
            assert_eq!(answer.status, 200, "{link}");
        }
    }
}

/// Without a wish, coordinates are degrees with the longitude first, as the collection says.
async fn crs84(it: &mut Service) {
    for id in it.collections().await {
        let path = format!("/collections/{id}/items?limit=10000");
        let answer = it.get(&path).await;
        assert_eq!(answer.header("content-crs"), "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
        for feature in answer.json()["features"].as_array().expect("features") {
            let [west, south, east, north] = frame(&positions(&feature["geometry"]));
            assert!(5.0 < west && east < 16.0 && 47.0 < south && north < 56.0, "{feature}");
        }
    }
}

async fn root_op(it: &mut Service) {
    let answer = it.get("").await;
    assert_eq!((answer.status, answer.media_type()), (200, "application/json"));
}

async fn root_success(it: &mut Service) {
    let document = it.json("").await;
    it.validate("landingPage.yaml", &document);
    assert_typed(&document);
    for rel in ["service-desc", "service-doc", "conformance", "data"] {
        assert_eq!(links(&document, rel).len(), 1, "{rel}");
    }
    let page = it.page("").await.expect_status(200);
    let doors = page.texts(".tueren a");
    assert_eq!(
        doors[..3],
        ["Sammlungen", "Beschreibung der Schnittstelle", "Eingehaltene Standards"]
    );
}

async fn api_definition_op(it: &mut Service) {
    let landing = it.json("").await;
    for rel in ["service-desc", "service-doc"] {
        let link = links(&landing, rel)[0].clone();
        let answer = it.get(link["href"].as_str().expect("an address")).await;
        assert_eq!(answer.status, 200);
        let said = link["type"].as_str().expect("a type");
        assert!(answer.media_type().starts_with(said), "{} is no {said}", answer.media_type());
    }
}

/// The members that the standard makes mandatory, and each parameter of each path described.
async fn api_definition_success(it: &mut Service) {
    let document = it.json("/api").await;
    assert!(document["openapi"].as_str().is_some_and(|it| it.starts_with("3.0.")));
    for member in ["title", "version"] {
        assert!(document["info"][member].is_string(), "{member}");
    }
    for (path, item) in document["paths"].as_object().expect("paths") {
        let operation = &item["get"];
        let mut in_path: Vec<&str> = path.split(['{', '}']).skip(1).step_by(2).collect();
        for parameter in operation["parameters"].as_array().expect("parameters") {
            assert!(
                parameter["name"].is_string() && parameter["schema"].is_object(),
                "{parameter}"
            );
            if parameter["in"] == "path" {
                assert_eq!(parameter["required"], true, "{path}");
                in_path.retain(|it| parameter["name"] != *it);
            }
        }
        assert!(in_path.is_empty(), "{path} does not describe {in_path:?}");
        for (status, response) in operation["responses"].as_object().expect("responses") {
            assert!(response["description"].is_string(), "{path} {status}");
        }
    }
}

async fn conformance_op(it: &mut Service) {
    let landing = it.json("").await;
    let linked = link(&landing, "conformance").expect("a link");
    for path in [linked.as_str(), "/conformance"] {
        assert_eq!(it.get(path).await.status, 200, "{path}");
    }
}

async fn conformance_success(it: &mut Service) {
    let document = it.json("/conformance").await;
    it.validate("confClasses.yaml", &document);
    let classes: Vec<&str> = document["conformsTo"]
        .as_array()
        .expect("classes")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for version in ["1.0", "1.1"] {
        for class in ["core", "geojson", "html", "oas30"] {
            let class =
                format!("http://www.opengis.net/spec/ogcapi-features-1/{version}/conf/{class}");
            assert!(classes.contains(&class.as_str()), "{class}");
        }
    }
    assert!(classes.contains(&"http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs"));
}

async fn fc_md_op(it: &mut Service) {
    assert_eq!(it.get("/collections").await.status, 200);
}

async fn fc_md_success(it: &mut Service) {
    let document = it.json("/collections").await;
    it.validate("collections.yaml", &document);
    let default = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    assert_eq!(document["crs"][0], default);
    for collection in document["collections"].as_array().expect("collections") {
        assert_eq!(collection["crs"][0], default);
    }
    let page = it.page("/collections").await.expect_status(200);
    assert_eq!(page.texts(".tueren a"), ["Quartiere", "Teilgebiete"]);
}

async fn fc_md_links(it: &mut Service) {
    let document = it.json("/collections").await;
    assert_typed(&document);
    assert_eq!(links(&document, "self")[0]["type"], "application/json");
    assert_eq!(links(&document, "alternate")[0]["type"], "text/html");
    let own = link(&document, "self").expect("a link");
    assert_eq!(it.json(&own).await, document);
}

/// Every kind of area units with outlines is there, and each is as the schema says.
async fn fc_md_items(it: &mut Service) {
    let known = it.demo.codes("musterstadt").await;
    let ids = it.collections().await;
    for (geography, _) in known.iter().filter(|it| it.0 != "gesamt") {
        assert!(ids.contains(geography), "{geography} is missing in {ids:?}");
    }
    let document = it.json("/collections").await;
    for collection in document["collections"].as_array().expect("collections") {
        it.validate("collection.yaml", collection);
    }
}

async fn fc_md_items_links(it: &mut Service) {
    let document = it.json("/collections").await;
    for collection in document["collections"].as_array().expect("collections") {
        assert_typed(collection);
        let types: Vec<&Value> = links(collection, "items").iter().map(|it| &it["type"]).collect();
        assert_eq!(types, ["application/geo+json", "text/html"]);
    }
}

/// The extent holds every outline of every day, and every day.
async fn fc_md_extent(it: &mut Service) {
    let document = it.json("/collections").await;
    for collection in document["collections"].as_array().expect("collections") {
        let id = collection["id"].as_str().expect("an id");
        let extent = &collection["extent"];
        let bbox: Vec<f64> = extent["spatial"]["bbox"][0]
            .as_array()
            .expect("a box")
            .iter()
            .filter_map(Value::as_f64)
            .collect();
        let interval = &extent["temporal"]["interval"][0];
        let (first, last) =
            (interval[0].as_str().expect("a moment"), interval[1].as_str().expect("a moment"));
        let ask = |datetime: &str| format!("&datetime={datetime}");
        for query in [String::new(), ask(&first[..10]), ask(&last[..10]), ask("../2019-01-01")] {
            let features = it.features(id, &query).await;
            assert!(!features.is_empty(), "{id}{query}");
            for feature in features {
                let [west, south, east, north] = frame(&positions(&feature["geometry"]));
                let close = 1e-6;
                assert!(bbox[0] - close <= west && east <= bbox[2] + close, "{id} {bbox:?}");
                assert!(bbox[1] - close <= south && north <= bbox[3] + close, "{id} {bbox:?}");
                let date = feature["properties"]["date"].as_str().expect("a day");
                assert!(&first[..10] <= date && date <= &last[..10], "{date}");
            }
        }
    }
}

/// There is one box and one interval, which are the first.
async fn fc_md_extent_multi(it: &mut Service) {
    for collection in it.json("/collections").await["collections"].as_array().expect("collections")
    {
        let extent = &collection["extent"];
        assert_eq!(extent["spatial"]["bbox"].as_array().map(Vec::len), Some(1));
        assert_eq!(extent["temporal"]["interval"].as_array().map(Vec::len), Some(1));
    }
}

async fn sfc_md_op(it: &mut Service) {
    for id in it.collections().await {
        assert_eq!(it.get(&format!("/collections/{id}")).await.status, 200, "{id}");
    }
    let none = it.get("/collections/gibt-es-nicht").await;
    assert_eq!((none.status, none.media_type()), (404, "application/problem+json"));
}

async fn sfc_md_success(it: &mut Service) {
    let all = it.json("/collections").await;
    for listed in all["collections"].as_array().expect("collections") {
        let id = listed["id"].as_str().expect("an id");
        let one = it.json(&format!("/collections/{id}")).await;
        it.validate("collection.yaml", &one);
        for member in ["id", "title", "description", "extent", "itemType"] {
            assert_eq!(one[member], listed[member], "{id} {member}");
        }
        let links = one["links"].as_array().expect("links");
        for link in listed["links"].as_array().expect("links") {
            assert!(links.contains(link), "{id}: {link}");
        }
    }
}
