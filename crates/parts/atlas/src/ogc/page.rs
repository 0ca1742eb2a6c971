//! The same to people: pages of the house.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::{Column, Empty, Pair, Row, RowCell, Table};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{Block, Sheet};
use axum::response::Response;
use serde_json::Value;

use super::PATH;
use super::call::Call;
use super::documents::{
    CollectionDocument, CollectionsDocument, ConformanceDocument, FeatureDocument,
    FeaturesDocument, LandingDocument, LinkDocument,
};
use super::layer::{Collection, status};
use super::links::HTML;
use crate::pages::overview::{encode, quarter_link};

pub(super) fn landing(call: &Call, document: &LandingDocument) -> Response {
    let t = &call.viewer.t;
    let ways = [
        ("/collections?f=html", "ogc-sammlungen-titel", "ogc-sammlungen-wozu"),
        ("/api?f=html", "ogc-api-titel", "ogc-api-wozu"),
        ("/conformance?f=html", "ogc-konformitaet-titel", "ogc-konformitaet-wozu"),
        ("/services.json", "ogc-masterportal-titel", "ogc-masterportal-wozu"),
    ];
    let door = |(path, title, words): (&str, &str, &str)| {
        (Link::new(t.get(title), call.city.at(&format!("{PATH}{path}"))), t.get(words))
    };
    let address = format!("{}{}", call.app.config.base_address, call.city.at(PATH));
    let shell =
        shell(call, document.title.clone(), &document.links).lead(document.description.clone());
    let blocks = vec![
        Block::Pairs(vec![Pair::new(t.get("ogc-adresse"), address)]),
        Block::Doors(ways.map(door).to_vec()),
    ];
    Sheet::new(shell, blocks).answer()
}

pub(super) fn conformance(call: &Call, document: &ConformanceDocument) -> Response {
    let t = &call.viewer.t;
    let json = Link::new("JSON", call.city.at(&format!("{PATH}/conformance?f=json")));
    let shell = call
        .viewer
        .page(t.get("ogc-konformitaet-titel"))
        .lead(t.get("ogc-konformitaet-wozu"))
        .crumbs(vec![home(call)])
        .data(vec![json]);
    let lines = document.conforms_to.join("\n");
    Sheet::new(shell, vec![Block::Text(lines)]).answer()
}

pub(super) fn definition(call: &Call, document: &Value) -> Response {
    let t = &call.viewer.t;
    let json = Link::new("OpenAPI 3.0", call.city.at(&format!("{PATH}/api?f=json")));
    let shell = call
        .viewer
        .page(t.get("ogc-api-titel"))
        .lead(t.get("ogc-api-wozu"))
        .crumbs(vec![home(call)])
        .data(vec![json]);
    let mut blocks = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        blocks.push(Block::Heading(path.clone()));
        blocks.push(Block::Text(t.get(&way_id(path))));
        let pairs = parameters(call, item);
        if !pairs.is_empty() {
            blocks.push(Block::Pairs(pairs));
        }
    }
    Sheet::new(shell, blocks).answer()
}

/// What can be chosen, in words. Of the properties that filter there are many: they are one line.
fn parameters(call: &Call, item: &Value) -> Vec<Pair> {
    let t = &call.viewer.t;
    let all = item["get"]["parameters"].as_array().into_iter().flatten();
    let (mut pairs, mut filters) = (Vec::new(), false);
    for name in all.filter(|it| it["in"] == "query").filter_map(|it| it["name"].as_str()) {
        let id = format!("ogc-angabe-{name}");
        if t.has(&id) {
            pairs.push(Pair::new(name, t.get(&id)));
        } else {
            filters = true;
        }
    }
    if filters {
        pairs.push(Pair::new(t.get("ogc-filter"), t.get("ogc-filter-wozu")));
    }
    pairs
}

/// The id of the text that says what an address gives.
fn way_id(path: &str) -> String {
    let words: Vec<&str> =
        path.split(|it: char| !it.is_ascii_alphabetic()).filter(|it| !it.is_empty()).collect();
    let name = if words.is_empty() { "start".to_owned() } else { words.join("-") };
    format!("ogc-weg-{name}")
}

pub(super) fn collections(call: &Call, document: &CollectionsDocument) -> Response {
    let t = &call.viewer.t;
    let shell = shell(call, t.get("ogc-sammlungen-titel"), &document.links)
        .lead(t.get("ogc-sammlungen-wozu"))
        .crumbs(vec![home(call)]);
    let door = |it: &CollectionDocument| {
        let path = format!("{PATH}/collections/{}?f=html", encode(&it.id));
        (Link::new(it.title.clone(), call.city.at(&path)), span(call, it))
    };
    let list = if document.collections.is_empty() {
        Block::Empty(Empty { text: t.get("ogc-leer"), step: None })
    } else {
        Block::Doors(document.collections.iter().map(door).collect())
    };
    Sheet::new(shell, vec![list]).answer()
}

pub(super) fn collection(call: &Call, document: &CollectionDocument) -> Response {
    let t = &call.viewer.t;
    let path = format!("{PATH}/collections/{}/items?f=html", encode(&document.id));
    let shell = shell(call, document.title.clone(), &document.links)
        .lead(document.description.clone())
        .crumbs(vec![home(call), above(call)]);
    let pairs = vec![
        Pair::new(t.get("ogc-kennung"), document.id.clone()),
        Pair::new(t.get("ogc-zeitraum"), span(call, document)),
        Pair::new(t.get("ogc-systeme"), document.crs.join(" · ")),
    ];
    let way = Link::new(t.get("ogc-gebiete"), call.city.at(&path));
    Sheet::new(shell, vec![Block::Pairs(pairs), Block::Ways(vec![way])]).answer()
}

pub(super) fn items(call: &Call, of: &Collection, document: &FeaturesDocument) -> Response {
    let t = &call.viewer.t;
    let count = [("anzahl", Arg::from(document.number_matched))];
    let shell = shell(call, of.geography.name.clone(), &document.links)
        .lead(t.with("ogc-treffer", &count))
        .crumbs(vec![home(call), above(call)]);
    let row = |it: &FeatureDocument| {
        let path = format!(
            "{PATH}/collections/{}/items/{}?f=html",
            encode(&of.geography.code),
            encode(&it.id)
        );
        let text = |name: &str| it.properties[name].as_str().unwrap_or_default().to_owned();
        Row {
            head: RowCell {
                text: text("name"),
                href: Some(call.city.at(&path)),
                ..RowCell::default()
            },
            cells: vec![RowCell::new(it.id.clone()), RowCell::new(text("date"))],
        }
    };
    let columns = ["spalte-name", "spalte-code", "ogc-tag"].map(|id| Column::words(t.get(id)));
    let table = Table {
        caption: of.geography.name.clone(),
        quiet_caption: true,
        columns: columns.to_vec(),
        rows: document.features.iter().map(row).collect(),
    };
    let list = if document.features.is_empty() {
        Block::Empty(Empty { text: t.get("ogc-keine"), step: None })
    } else {
        Block::Table(table)
    };
    let onward = document.links.iter().filter(|it| ["prev", "next"].contains(&it.rel));
    let ways: Vec<Link> = onward.map(|it| Link::new(it.title.clone(), own(call, it))).collect();
    let mut blocks = vec![list];
    if !ways.is_empty() {
        blocks.push(Block::Ways(ways));
    }
    Sheet::new(shell, blocks).answer()
}

pub(super) fn item(call: &Call, of: &Collection, document: &FeatureDocument) -> Response {
    let t = &call.viewer.t;
    let properties = &document.properties;
    let text = |name: &str| properties.get(name).map_or_else(String::new, plain);
    let shell = shell(call, text("name"), &document.links)
        .lead(t.get("ogc-gebiet-beschreibung"))
        .crumbs(vec![home(call), above(call)]);
    let about = ["code", "parent", "date", "area_version"];
    let pairs = about.map(|name| Pair::new(name, text(name)));
    let measures = properties.keys().filter(|it| properties.contains_key(&status(it)));
    let row = |name: &String| Row {
        head: RowCell::new(name.clone()),
        cells: [text(name), text(&status(name)), text(&format!("{name}_period"))]
            .map(RowCell::new)
            .to_vec(),
    };
    let names = ["spalte-value", "spalte-state", "spalte-period"].map(|id| t.get(id));
    let [value, state, period] = names;
    let table = Table {
        caption: t.get("ogc-zahlen"),
        quiet_caption: false,
        columns: vec![
            Column::words(t.get("spalte-measure")),
            Column::numbers(value),
            Column::words(state),
            Column::words(period),
        ],
        rows: measures.map(row).collect(),
    };
    let profile = quarter_link(&call.city.at(""), &of.geography.code, &document.id);
    let way = Block::Ways(vec![Link::new(t.get("ogc-profil"), profile)]);
    let pairs = pairs.into_iter().filter(|it| !it.text.is_empty()).collect();
    Sheet::new(shell, vec![way, Block::Pairs(pairs), Block::Table(table)]).answer()
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The frame, with the way to the document.
fn shell(call: &Call, title: String, links: &[LinkDocument]) -> Shell {
    let document = links.iter().find(|it| it.rel == "alternate" && it.r#type != HTML);
    let shell = call.viewer.page(title);
    match document {
        Some(it) => {
            let name = if it.r#type == super::GEOJSON { "GeoJSON" } else { "JSON" };
            shell.data(vec![Link::new(name, own(call, it))])
        }
        None => shell,
    }
}

/// A link within the house.
fn own(call: &Call, link: &LinkDocument) -> String {
    let base = &call.app.config.base_address;
    link.href.strip_prefix(base.as_str()).unwrap_or(&link.href).to_owned()
}

fn home(call: &Call) -> Link {
    Link::new(call.title(), call.city.at(&format!("{PATH}?f=html")))
}

fn above(call: &Call) -> Link {
    let path = call.city.at(&format!("{PATH}/collections?f=html"));
    Link::new(call.viewer.t.get("ogc-sammlungen-titel"), path)
}

/// From when to when there are figures.
fn span(call: &Call, it: &CollectionDocument) -> String {
    let t = &call.viewer.t;
    let [[from, to]] = &it.extent.temporal.interval;
    let day = |text: &str| {
        let day = text.get(..10).and_then(|it| it.parse().ok());
        Arg::from(day.map_or_else(|| text.to_owned(), |it| t.date(it)))
    };
    t.with("daten-gueltig-von-bis", &[("von", day(from)), ("bis", day(to))])
}
