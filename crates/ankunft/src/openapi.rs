//! `ankunft openapi`: the addresses that give data, as an OpenAPI 3.1 document.

use serde_json::{Value, json};

/// An address that gives data: path, what it gives, media type, parameters.
struct Address(&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

const OVERVIEW: &[(&str, &str)] = &[
    ("ebene", "Code of the geography; the first with figures if left out"),
    ("merkmal", "Code of the measure, e.g. share_foreigners"),
    ("stichtag", "Period, e.g. 2020h2; the newest if left out"),
];
const QUARTER: &[(&str, &str)] = &[("ebene", "Code of the geography")];

const ADDRESSES: &[Address] = &[
    Address("/{kommune}/atlas.csv", "One measure over all area units", "text/csv", OVERVIEW),
    Address(
        "/{kommune}/atlas.json",
        "One measure over all area units",
        "application/json",
        OVERVIEW,
    ),
    Address(
        "/{kommune}/atlas.geojson",
        "One measure over all area units, with outlines",
        "application/geo+json",
        OVERVIEW,
    ),
    Address(
        "/{kommune}/atlas/quartiere/{code}/csv",
        "The series of an area unit",
        "text/csv",
        QUARTER,
    ),
    Address(
        "/{kommune}/atlas/quartiere/{code}/json",
        "The series of an area unit",
        "application/json",
        QUARTER,
    ),
];

/// The document.
pub fn document() -> String {
    let paths: serde_json::Map<String, Value> =
        ADDRESSES.iter().map(|it| (it.0.to_owned(), json!({ "get": operation(it) }))).collect();
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Ankunft",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "paths": paths,
    });
    format!("{document:#}")
}

fn operation(address: &Address) -> Value {
    let Address(path, summary, media_type, query) = address;
    let in_path = path.split(['{', '}']).skip(1).step_by(2).map(|name| {
        json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } })
    });
    let in_query = query.iter().map(|(name, description)| {
        json!({ "name": name, "in": "query", "description": description, "schema": { "type": "string" } })
    });
    json!({
        "summary": summary,
        "parameters": in_path.chain(in_query).collect::<Vec<_>>(),
        "responses": {
            "200": { "description": "What is released for the reader", "content": { *media_type: {} } },
            "404": { "description": "Nothing is released for the reader" },
        },
    })
}
