//! The interface in OpenAPI 3.0, as Core asks for it: made of what the routes say of themselves,
//! and of the properties that the city's collections can be filtered by.

use std::collections::BTreeSet;

use ankunft_platform::openapi::{self, Version};
use ankunft_platform::web::{Data, Parameter};
use serde_json::{Value, json};

use super::PATH;
use super::call::Call;
use super::layer::Collection;
use crate::store::Shelf;

pub(super) const MEDIA_TYPE: &str = "application/vnd.oai.openapi+json;version=3.0";

/// The document of a city, as its reader may know it.
pub(super) fn document(call: &Call, shelf: &Shelf, all: &[Collection]) -> Value {
    let begin = format!("/{{kommune}}{PATH}");
    let routes: Vec<(String, &Data)> = call
        .app
        .parts
        .routes()
        .filter_map(|it| {
            let rest = it.path().strip_prefix(&begin)?;
            let path = if rest.is_empty() { "/" } else { rest };
            Some((path.to_owned(), it.described()?))
        })
        .collect();
    let info = json!({
        "title": call.title(),
        "description": call.viewer.t.get("ogc-beschreibung"),
        "version": env!("CARGO_PKG_VERSION"),
    });
    let names: BTreeSet<String> = all.iter().flat_map(|it| it.properties(shelf)).collect();
    let filters = |path: &str| {
        if !path.ends_with("/items") {
            return Vec::new();
        }
        let filter = |name: &String| {
            let description = "Only features of which this property is exactly that";
            let mut document = Parameter::text("", description).document();
            document["name"] = json!(name);
            document
        };
        names.iter().map(filter).collect()
    };
    let routes = routes.iter().map(|(path, data)| (path.as_str(), *data));
    let mut document = openapi::document(Version::V3_0, info, routes, filters);
    let server = format!("{}{}", call.app.config.base_address, call.city.at(PATH));
    document["servers"] = json!([{ "url": server }]);
    let codes: Vec<&str> = all.iter().map(|it| it.geography.code.as_str()).collect();
    if !codes.is_empty() {
        say_collections(&mut document, &codes);
    }
    document
}

/// Says which collections there are, wherever a path names one.
fn say_collections(document: &mut Value, codes: &[&str]) {
    let Some(paths) = document["paths"].as_object_mut() else { return };
    for path in paths.values_mut() {
        let Some(parameters) = path["get"]["parameters"].as_array_mut() else { continue };
        for it in parameters.iter_mut().filter(|it| it["name"] == "ebene" && it["in"] == "path") {
            it["schema"]["enum"] = json!(codes);
        }
    }
}
