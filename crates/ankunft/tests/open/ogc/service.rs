//! The service under test, its schemas, and how it is asked.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use ankunft_testkit::{Browser, Page};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, header};
use jsonschema::{Retrieve, Uri, Validator};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::common::{Demo, reference};

/// A test under way.
pub type Run<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

pub const GEOJSON: &str = "application/geo+json";
pub const BASE: &str = "http://127.0.0.1:8080/musterstadt/ogc";

/// A demo installation whose interface is asked.
pub struct Service {
    pub demo: Demo,
    folder: Option<PathBuf>,
}

/// An answer.
pub struct Answer {
    pub address: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Service {
    pub async fn start() -> Self {
        Self { demo: Demo::new().await, folder: schemas() }
    }

    /// What a path below the landing page, or a whole address, answers.
    pub async fn ask(&self, path: &str, accept: &str) -> Answer {
        let whole =
            if path.starts_with("http") { path.to_owned() } else { format!("{BASE}{path}") };
        let local = whole.strip_prefix("http://127.0.0.1:8080").expect("an address of ours");
        let request = Request::get(local).header(header::HOST, "127.0.0.1:8080");
        let request = request.header(header::ACCEPT, accept).body(Body::empty());
        let router = self.demo.app.router();
        let response = router.oneshot(request.expect("a request")).await.expect("infallible");
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
        Answer { address: whole, status: head.status.as_u16(), headers: head.headers, body }
    }

    /// What it answers to a program.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(path, "*/*").await
    }

    /// The document behind a path, with status 200.
    pub async fn json(&self, path: &str) -> Value {
        let answer = self.get(path).await;
        assert_eq!(answer.status, 200, "{}: {}", answer.address, answer.text());
        answer.json()
    }

    /// The page that a person gets; the browser checks what holds on all pages.
    pub async fn page(&self, path: &str) -> Page {
        let mut browser = Browser::new(&self.demo.app, "de");
        let mark = if path.contains('?') { '&' } else { '?' };
        browser.get(&format!("/musterstadt/ogc{path}{mark}f=html")).await
    }

    /// The ids of all collections.
    pub async fn collections(&self) -> Vec<String> {
        let document = self.json("/collections").await;
        let all = document["collections"].as_array().expect("collections");
        assert!(all.len() >= 2, "quarters and sub-zones");
        all.iter().map(|it| it["id"].as_str().expect("an id").to_owned()).collect()
    }

    /// The features of a collection, all at once.
    pub async fn features(&self, id: &str, query: &str) -> Vec<Value> {
        let path = format!("/collections/{id}/items?limit=10000{query}");
        let document = self.json(&path).await;
        document["features"].as_array().expect("features").clone()
    }

    /// Asserts that a document is as a schema of the standard says.
    pub fn validate(&self, schema: &str, document: &Value) {
        let folder = self.folder.as_ref().expect("schemas").join("schemas");
        let validator = validator(&folder, schema);
        let errors: Vec<String> = validator
            .iter_errors(document)
            .map(|it| format!("{it} at {}", it.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{schema}: {errors:#?}");
    }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}: no JSON", self.address))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default()
    }

    pub fn media_type(&self) -> &str {
        self.header("content-type")
    }
}

/// The links of a document with this relation.
pub fn links<'a>(document: &'a Value, rel: &str) -> Vec<&'a Value> {
    let all = document["links"].as_array().expect("links");
    all.iter().filter(|it| it["rel"] == rel).collect()
}

/// The address of the first link with this relation.
pub fn link(document: &Value, rel: &str) -> Option<String> {
    links(document, rel).first().and_then(|it| it["href"].as_str()).map(str::to_owned)
}

/// Asserts that each link says its relation and media type.
pub fn assert_typed(document: &Value) {
    for link in document["links"].as_array().expect("links") {
        for name in ["href", "rel", "type"] {
            assert!(link[name].as_str().is_some_and(|it| !it.is_empty()), "no {name}: {link}");
        }
    }
}

/// All positions of a geometry.
pub fn positions(geometry: &Value) -> Vec<[f64; 2]> {
    match geometry {
        Value::Array(items) => match &items[..] {
            [Value::Number(x), Value::Number(y)] => {
                vec![[x.as_f64().expect("x"), y.as_f64().expect("y")]]
            }
            items => items.iter().flat_map(positions).collect(),
        },
        Value::Object(members) => positions(&members["coordinates"]),
        _ => Vec::new(),
    }
}

/// The least and greatest of both coordinates.
pub fn frame(positions: &[[f64; 2]]) -> [f64; 4] {
    let least = |at: usize| positions.iter().map(|it| it[at]).fold(f64::INFINITY, f64::min);
    let most = |at: usize| positions.iter().map(|it| it[at]).fold(f64::NEG_INFINITY, f64::max);
    [least(0), least(1), most(0), most(1)]
}

/// The folder of the standard, if the reference data are there.
pub fn schemas() -> Option<PathBuf> {
    Some(reference()?.join("reference/standards/ogcapi-features")).filter(|it| it.is_dir())
}

/// Finds schemas that others point to in the folder.
struct Folder(PathBuf);

impl Retrieve for Folder {
    fn retrieve(
        &self,
        uri: &Uri<String>,
    ) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        let name = uri.path().as_str().rsplit('/').next().unwrap_or_default();
        Ok(schema(&self.0, name))
    }
}

fn validator(folder: &Path, name: &str) -> Validator {
    let mut whole = schema(folder, name);
    whole["$id"] = json!(format!("http://schemas.example/{name}"));
    let options = jsonschema::options().with_retriever(Folder(folder.to_owned()));
    options.build(&whole).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn schema(folder: &Path, name: &str) -> Value {
    let text = std::fs::read_to_string(folder.join(name)).expect("a schema");
    let mut schema: Value = serde_yaml_ng::from_str(&text).expect("YAML");
    name_null(&mut schema);
    schema
}

/// In YAML `type: null` is nothing, where JSON Schema means the type of that name.
fn name_null(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::Null if name == "type" => *value = json!("null"),
                    Value::Array(items) if name == "type" => {
                        items
                            .iter_mut()
                            .filter(|it| it.is_null())
                            .for_each(|it| *it = json!("null"));
                    }
                    other => name_null(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(name_null),
        _ => {}
    }
}
