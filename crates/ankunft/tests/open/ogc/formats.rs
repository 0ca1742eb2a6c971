//! The classes GeoJSON, HTML and OpenAPI 3.0.

use serde_json::Value;

use super::Test;
use super::service::{GEOJSON, Service};

pub fn all() -> Vec<Test> {
    super::tests![
        "/conf/geojson/definition" => geojson_definition,
        "/conf/geojson/content" => geojson_content,
        "/conf/html/definition" => html_definition,
        "/conf/html/content" => html_content,
        "/conf/oas30/completeness" => completeness,
        "/conf/oas30/exceptions-codes" => exceptions_codes,
        "/conf/oas30/oas-definition-1" => oas_definition_1,
        "/conf/oas30/oas-definition-2" => oas_definition_2,
        "/conf/oas30/oas-impl" => oas_impl,
        "/conf/oas30/security" => security,
    ]
}

const PATHS: [&str; 7] = [
    "",
    "/api",
    "/conformance",
    "/collections",
    "/collections/quartier",
    "/collections/quartier/items",
    "/collections/quartier/items/01",
];

async fn geojson_definition(it: &mut Service) {
    for path in PATHS {
        let media_type = it.ask(path, GEOJSON).await.media_type().to_owned();
        let wanted = match path {
            _ if path.contains("/items") => GEOJSON,
            "/api" => "application/vnd.oai.openapi+json;version=3.0",
            _ => "application/json",
        };
        assert_eq!(media_type, wanted, "{path}");
    }
}

/// GeoJSON as its own standard has it: rings closed and turned the right way, ids as asked.
async fn geojson_content(it: &mut Service) {
    for id in it.collections().await {
        let document = it.json(&format!("/collections/{id}/items?limit=10000")).await;
        it.validate("featureCollectionGeoJSON.yaml", &document);
        for feature in document["features"].as_array().expect("features") {
            for polygon in feature["geometry"]["coordinates"].as_array().expect("polygons") {
                for (at, ring) in polygon.as_array().expect("rings").iter().enumerate() {
                    let ring = super::service::positions(ring);
                    assert_eq!(ring.first(), ring.last(), "closed");
                    let twice: f64 =
                        ring.windows(2).map(|it| it[0][0] * it[1][1] - it[1][0] * it[0][1]).sum();
                    assert_eq!(twice > 0.0, at == 0, "counter-clockwise outside, clockwise inside");
                }
            }
            let name = feature["id"].as_str().expect("an id");
            let one = it.json(&format!("/collections/{id}/items/{name}")).await;
            assert_eq!(one["id"], name);
        }
    }
}

async fn html_definition(it: &mut Service) {
    let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    for path in PATHS {
        for answer in [it.ask(path, browser).await, it.get(&format!("{path}?f=html")).await] {
            assert_eq!((answer.status, answer.media_type()), (200, "text/html; charset=utf-8"));
        }
    }
}

/// The browser of the tests checks every page that it is given.
async fn html_content(it: &mut Service) {
    for path in PATHS {
        let page = it.page(path).await.expect_status(200);
        assert!(page.html().is_some(), "{path}");
    }
    let feature = it.json("/collections/quartier/items/01").await;
    let page = it.page("/collections/quartier/items/01").await.body_text();
    for (name, value) in feature["properties"].as_object().expect("properties") {
        if name == "parent" && value.is_null() {
            continue;
        }
        let shown = name.strip_suffix("_status").unwrap_or(name);
        assert!(page.contains(shown.trim_end_matches("_period")), "{name} is not on the page");
        if let Some(number) = value.as_f64() {
            assert!(page.contains(&number.to_string()), "{name}: {number} is not on the page");
        }
    }
    let german = it.page("/api").await.body_text();
    assert!(
        german.contains("Gebiete mit Umriss und freigegebenen Zahlen"),
        "in words of the reader"
    );
}

/// Whatever comes is described: its status, its media type, its shape.
async fn completeness(it: &mut Service) {
    let document = it.json("/api").await;
    for (path, item) in document["paths"].as_object().expect("paths") {
        let asked = path.replace("{ebene}", "quartier").replace("{code}", "01");
        let asked = if asked == "/" { "" } else { &asked };
        let queries = match path.as_str() {
            "/services.json" => &["", "?gibtesnicht=1"][..],
            _ => &["", "?f=html", "?gibtesnicht=1"],
        };
        for query in queries {
            let answer = it.get(&format!("{asked}{query}")).await;
            let response = &item["get"]["responses"][answer.status.to_string()];
            assert!(response.is_object(), "{path}: {} is not described", answer.status);
            let known = response["content"].as_object().expect("content");
            let media_type = answer.media_type().trim_end_matches("; charset=utf-8");
            assert!(known.contains_key(media_type), "{path}: {media_type} is not described");
            shape(&document, &known[media_type]["schema"], &answer.body, path);
        }
    }
}

/// Asserts that a body is as the document itself says.
fn shape(document: &Value, schema: &Value, body: &[u8], path: &str) {
    if !schema.is_object() {
        return;
    }
    let mut whole = schema.clone();
    whole["components"] = document["components"].clone();
    nullable(&mut whole);
    let validator = jsonschema::validator_for(&whole).expect("a schema");
    let body: Value = serde_json::from_slice(body).expect("JSON");
    let errors: Vec<String> = validator.iter_errors(&body).map(|it| it.to_string()).collect();
    assert!(errors.is_empty(), "{path}: {errors:?}");
}

/// OpenAPI 3.0 says `nullable` where JSON Schema says `null` among the types.
fn nullable(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.remove("nullable").is_some()
                && let Some(Value::String(kind)) = members.get("type").cloned()
            {
                members.insert("type".to_owned(), serde_json::json!([kind, "null"]));
            }
            members.values_mut().for_each(nullable);
        }
        Value::Array(items) => items.iter_mut().for_each(nullable),
        _ => {}
    }
}

async fn exceptions_codes(it: &mut Service) {
    let document = it.json("/api").await;
    for (path, item) in document["paths"].as_object().expect("paths") {
        let responses = item["get"]["responses"].as_object().expect("responses");
        for status in ["200", "304", "400", "404", "429", "500"] {
            assert!(responses.contains_key(status), "{path}: {status}");
        }
    }
}

async fn oas_definition_1(it: &mut Service) {
    let document = it.get("/api").await;
    assert_eq!(document.media_type(), "application/vnd.oai.openapi+json;version=3.0");
    let page = it.page("/api").await.expect_status(200);
    assert!(page.texts("h2").contains(&"/collections/{ebene}/items".to_owned()));
}

/// Nothing of JSON Schema that OpenAPI 3.0 does not know, and no pointer to nowhere.
async fn oas_definition_2(it: &mut Service) {
    let document = it.json("/api").await;
    assert_eq!(document["openapi"], "3.0.3");
    fn look(document: &Value, value: &Value) {
        match value {
            Value::Object(members) => {
                for unknown in ["$schema", "$defs", "const", "prefixItems", "examples"] {
                    assert!(!members.contains_key(unknown), "{unknown} in {value}");
                }
                assert!(!members.get("type").is_some_and(Value::is_array), "{value}");
                if let Some(Value::String(pointer)) = members.get("$ref") {
                    let place = pointer.strip_prefix('#').expect("a pointer within");
                    assert!(document.pointer(place).is_some(), "{pointer}");
                }
                members.values().for_each(|it| look(document, it));
            }
            Value::Array(items) => items.iter().for_each(|it| look(document, it)),
            _ => {}
        }
    }
    look(&document, &document["paths"]);
    look(&document, &document["components"]["schemas"]);
}

/// Every path for every collection, and each parameter with a value that fits.
async fn oas_impl(it: &mut Service) {
    let document = it.json("/api").await;
    let server = document["servers"][0]["url"].as_str().expect("a server").to_owned();
    assert_eq!(server, super::service::BASE);
    for (path, item) in document["paths"].as_object().expect("paths") {
        let parameters = item["get"]["parameters"].as_array().expect("parameters");
        let of_path = parameters.iter().find(|it| it["in"] == "path" && it["name"] == "ebene");
        let ids: Vec<&str> = of_path.map_or(vec![""], |it| {
            it["schema"]["enum"].as_array().expect("ids").iter().filter_map(Value::as_str).collect()
        });
        for id in ids {
            let code = if id.is_empty() {
                String::new()
            } else {
                it.features(id, "").await[0]["id"].as_str().expect("an id").to_owned()
            };
            let place = path.replace("{ebene}", id).replace("{code}", &code);
            let place = if place == "/" { String::new() } else { place };
            assert_eq!(it.get(&format!("{server}{place}")).await.status, 200, "{place}");
            for parameter in parameters.iter().filter(|it| it["in"] == "query") {
                let name = parameter["name"].as_str().expect("a name");
                let value = match name {
                    "bbox" => "5,47,16,56".to_owned(),
                    "datetime" => "../2099-12-31".to_owned(),
                    "properties" => {
                        let features = it.features(id, "").await;
                        let known = features[0]["properties"].as_object().expect("properties");
                        known.keys().next().expect("a name").clone()
                    }
                    _ => match &parameter["schema"] {
                        it if it["enum"].is_array() => {
                            it["enum"][0].as_str().expect("a word").to_owned()
                        }
                        it if it["type"] == "integer" => "1".to_owned(),
                        _ => "x".to_owned(),
                    },
                };
                let asked = format!("{server}{place}?{name}={value}");
                assert_eq!(it.get(&asked).await.status, 200, "{asked}");
            }
        }
    }
}

async fn security(it: &mut Service) {
    let document = it.json("/api").await;
    let scheme = &document["components"]["securitySchemes"]["session"];
    assert_eq!((&scheme["type"], &scheme["in"]), (&"apiKey".into(), &"cookie".into()));
    let uses = document["security"].as_array().expect("what is needed");
    assert!(uses.contains(&serde_json::json!({})), "nobody has to log in");
    assert!(uses.contains(&serde_json::json!({ "session": [] })), "and who has sees more");
}
