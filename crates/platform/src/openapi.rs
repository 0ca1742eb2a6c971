//! The addresses that give data, as an OpenAPI document: made of what routes say of themselves.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::parts::{Part, Parts};
use crate::web::{App, Data, Route, Shape, own_parts};

/// The media type of problem documents.
const PROBLEM: &str = "application/problem+json";

/// The version of OpenAPI that a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 3.0.3, which OGC API Features asks for.
    V3_0,
    /// 3.1.0.
    V3_1,
}

/// `GET /openapi.json`
pub(crate) async fn show(State(app): State<App>) -> Response {
    let document = installation(app.parts.routes());
    ([(header::CONTENT_TYPE, "application/json")], document.to_string()).into_response()
}

/// The document of an installation with these parts, as text.
#[must_use]
pub fn print(parts: Vec<Part>) -> String {
    let parts = Parts::new(own_parts().into_iter().chain(parts).collect());
    format!("{:#}", installation(parts.routes()))
}

/// All addresses of an installation that give data, in OpenAPI 3.1.
#[must_use]
pub fn installation<'a>(routes: impl Iterator<Item = &'a Route>) -> Value {
    let info = json!({
        "title": "Ankunft",
        "summary": "Open data of a city's atlas, and what its people have collected.",
        "description": "Figures leave the house protected against disclosure. Without log-in an \
            answer holds what is public; a session sees what its role may see. No answer ranks \
            quarters.",
        "version": env!("CARGO_PKG_VERSION"),
        "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
    });
    let with_data = routes.filter_map(|it| Some((it.path(), it.described()?)));
    document(Version::V3_1, info, with_data, |_| Vec::new())
}

/// A document of some addresses, each with what it gives. `more` adds parameters to an address
/// that only the city knows.
#[must_use]
pub fn document<'a>(
    version: Version,
    info: Value,
    routes: impl Iterator<Item = (&'a str, &'a Data)>,
    more: impl Fn(&str) -> Vec<Value>,
) -> Value {
    let settings = match version {
        Version::V3_0 => SchemaSettings::openapi3(),
        Version::V3_1 => SchemaSettings::draft2020_12()
            .with(|it| it.definitions_path = "/components/schemas".into()),
    };
    let mut generator = settings.for_serialize().into_generator();
    let mut paths = Map::new();
    for (path, data) in routes {
        let mut operation = operation(path, data, &mut generator);
        if let Some(parameters) = operation["parameters"].as_array_mut() {
            parameters.extend(more(path));
        }
        paths.insert(path.to_owned(), json!({ "get": operation }));
    }
    let mut schemas = generator.take_definitions(true);
    if version == Version::V3_0 {
        schemas.values_mut().for_each(plain);
        paths.values_mut().for_each(plain);
    }
    json!({
        "openapi": if version == Version::V3_0 { "3.0.3" } else { "3.1.0" },
        "info": info,
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "session": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "ankunft",
                    "description": "The session of who has logged in on the pages; with TLS its name is __Host-ankunft",
                },
            },
        },
        // Nothing needs a session; with one there may be more to see.
        "security": [{}, { "session": [] }],
    })
}

fn operation(path: &str, data: &Data, generator: &mut SchemaGenerator) -> Value {
    let in_path = path.split(['{', '}']).skip(1).step_by(2).map(|name| {
        json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } })
    });
    let in_query = data.query.iter().map(crate::web::Parameter::document);
    let parameters: Vec<Value> = in_path.chain(in_query).collect();
    let responses = responses(data, generator);
    json!({
        "operationId": id(path),
        "summary": data.summary,
        "parameters": parameters,
        "responses": responses,
    })
}

fn responses(data: &Data, generator: &mut SchemaGenerator) -> Map<String, Value> {
    let shaped =
        |schema: Option<Value>| schema.map_or_else(|| json!({}), |it| json!({ "schema": it }));
    let mut shape = |it: Option<Shape>| it.map(|it| it(generator).to_value());
    let (schema, problem) = (shape(data.schema), shape(data.problem));
    let mut content = Map::new();
    content.insert(data.media_type.to_owned(), shaped(schema));
    for other in data.also {
        content.insert((*other).to_owned(), json!({}));
    }
    let mut responses = Map::new();
    let given = json!({ "description": "What is released for the reader", "content": content });
    responses.insert("200".to_owned(), given);
    for (status, reason) in data.refusals {
        let mut response = json!({ "description": reason });
        if let (Some(problem), 400 | 404) = (&problem, status) {
            response["content"] = json!({ PROBLEM: shaped(Some(problem.clone())) });
        }
        responses.insert(status.to_string(), response);
    }
    responses
}

/// A path as a name: `/{kommune}/atlas.csv` becomes `kommune_atlas_csv`.
fn id(path: &str) -> String {
    let words: Vec<&str> =
        path.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty()).collect();
    if words.is_empty() { "start".to_owned() } else { words.join("_") }
}

/// Takes out what OpenAPI 3.0 does not know of JSON Schema.
fn plain(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.remove("$schema");
            members.values_mut().for_each(plain);
        }
        Value::Array(items) => items.iter_mut().for_each(plain),
        _ => {}
    }
}
