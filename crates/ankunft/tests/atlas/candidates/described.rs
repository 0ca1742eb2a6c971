//! What the OpenAPI document says of candidates and decisions is what is served, member by member.

use ankunft_testkit::Browser;
use serde_json::{Value, json};

use crate::common::desk::{BASE, Story};

pub async fn what_is_served_is_what_is_described(story: &mut Story) {
    let mut public = Browser::new(&story.demo.app, "de");
    let document = public.get("/openapi.json").await.expect_status(200);
    let document: Value = serde_json::from_slice(&document.body).expect("JSON");
    let decided = story.decision(1).await;
    let newest = decided["successor"].as_i64().unwrap_or(1);
    let page = format!("{BASE}/entscheidungen/{newest}");
    let publish = format!("{page}/veroeffentlichung");
    let _ =
        story.people[0].post(&page, &publish, &[("oeffentlich", "ja")]).await.expect_status(303);
    let inside = "/{kommune}/atlas/kandidaten";
    for (path, address) in [
        (format!("{inside}.json"), format!("{BASE}.json")),
        (format!("{inside}/ergebnis/json"), format!("{BASE}/ergebnis/json")),
        (format!("{inside}/ergebnis/{{number}}/json"), format!("{BASE}/ergebnis/1/json")),
        (
            format!("{inside}/entscheidungen/{{number}}/json"),
            format!("{BASE}/entscheidungen/1/json"),
        ),
        (
            "/{kommune}/atlas/entscheidungen/{number}/json".to_owned(),
            format!("/musterstadt/atlas/entscheidungen/{newest}/json"),
        ),
    ] {
        let page = story.people[0].get(&address).await.expect_status(200);
        let served: Value = serde_json::from_slice(&page.body).expect("JSON");
        assert!(served.is_object(), "{address}: {served}");
        let content = &document["paths"][&path]["get"]["responses"]["200"]["content"];
        let schema = &content["application/json"]["schema"];
        assert!(schema.is_object(), "{path} has no schema");
        assert_eq!(faults(&document, schema, &served), Vec::<String>::new(), "{address}");
        // The test would find it out.
        let mut more = served.clone();
        more["unheard_of"] = json!(1);
        assert_ne!(faults(&document, schema, &more), Vec::<String>::new(), "{address}");
        let first = served.as_object().and_then(|it| it.keys().next().cloned()).expect("a member");
        let mut less = served.clone();
        less[&first] = json!({ "wrong": true });
        assert_ne!(faults(&document, schema, &less), Vec::<String>::new(), "{address}: {first}");
    }
    let _ =
        story.people[0].post(&page, &publish, &[("oeffentlich", "nein")]).await.expect_status(303);
}

/// What does not fit, and what is not described, at any depth.
fn faults(document: &Value, schema: &Value, served: &Value) -> Vec<String> {
    let mut whole = schema.clone();
    whole["components"] = document["components"].clone();
    let validator = jsonschema::validator_for(&whole).expect("a schema");
    let wrong = validator.iter_errors(served).map(|it| format!("{}: {it}", it.instance_path()));
    let mut all: Vec<String> = wrong.collect();
    strangers(document, &[schema], served, &mut all);
    all
}

/// The schemas that one stands for: what it refers to, and what it is put together from.
fn meant<'a>(document: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    let referred = schema["$ref"].as_str().and_then(|it| it.strip_prefix('#'));
    let referred = referred.and_then(|it| document.pointer(it));
    let parts = ["anyOf", "oneOf", "allOf"].into_iter().filter_map(|it| schema[it].as_array());
    let all = parts.flatten().chain(referred).flat_map(|it| meant(document, it));
    std::iter::once(schema).chain(all).collect()
}

/// Members that no schema names.
fn strangers(document: &Value, schemas: &[&Value], served: &Value, found: &mut Vec<String>) {
    let all: Vec<&Value> = schemas.iter().flat_map(|it| meant(document, it)).collect();
    match served {
        Value::Object(members) => {
            for (name, member) in members {
                let own: Vec<&Value> = all
                    .iter()
                    .filter_map(|it| it["properties"].get(name).or(it.get("additionalProperties")))
                    .filter(|it| it.is_object())
                    .collect();
                match own.is_empty() {
                    true => found.push(format!("{name} is not described")),
                    false => strangers(document, &own, member, found),
                }
            }
        }
        Value::Array(items) => {
            let own: Vec<&Value> = all.iter().filter_map(|it| it.get("items")).collect();
            items.iter().for_each(|it| strangers(document, &own, it, found));
        }
        _ => {}
    }
}
