//! What stands beside a CSV file, so that a program understands it: CSV on the Web (W3C, 2015).

use ankunft_formats::{Indicator, indicator};
use ankunft_platform::page::components::Pair;
use serde_json::{Map, Value, json};

use super::Both;
use super::provenance::Provenance;
use super::table::{Column, Kind, Says, Table, Value as Cell};
use crate::store::Shelf;
use crate::view::overview::Origin;

/// The description of a table.
///
/// `url` is the address of the CSV file as seen from the description. `about` says the same in
/// German and English.
#[must_use]
pub fn describe(
    both: &Both,
    shelf: &Shelf,
    table: &Table,
    (url, measure): (&str, Option<&str>),
    (about, origins): ([&Provenance; 2], &[Origin]),
) -> Value {
    let mut publishers: Vec<&str> =
        origins.iter().map(|it| it.dataset.publisher.as_str()).collect();
    let mut licences: Vec<&str> = origins.iter().map(|it| it.dataset.licence.as_str()).collect();
    for list in [&mut publishers, &mut licences] {
        list.retain(|it| !it.is_empty());
        list.sort_unstable();
        list.dedup();
    }
    let [de, en] = about;
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "de" }],
        "url": url,
        "dc:title": in_both(&de.title, &en.title),
        "dc:publisher": publishers,
        "dc:license": licences,
        "dc:modified": {
            "@value": super::provenance::made(origins).to_string(),
            "@type": "xsd:dateTime",
        },
        "dc:source": sources(about),
        "notes": notes(both, about),
        "dialect": { "encoding": "utf-8", "delimiter": ",", "header": true, "doubleQuote": true },
        "tableSchema": {
            "columns": columns(both, shelf, table, measure),
            "primaryKey": table.key,
        },
    })
}

/// A text in two languages.
fn in_both(de: &str, en: &str) -> Value {
    json!([{ "@value": de, "@language": "de" }, { "@value": en, "@language": "en" }])
}

/// Each dataset version: who, on which terms, how protected, in words.
fn sources([de, en]: [&Provenance; 2]) -> Vec<Value> {
    let of = |((name, german), (_, english)): (&(String, Vec<_>), &(String, Vec<_>))| json!({ "dc:title": name, "dc:description": in_both(&lines(german), &lines(english)) });
    de.sources.iter().zip(&en.sources).map(of).collect()
}

fn lines(pairs: &[Pair]) -> String {
    let lines: Vec<String> = pairs.iter().map(|it| format!("{}: {}", it.term, it.text)).collect();
    lines.join("\n")
}

/// How the figures are computed, what their states mean, and how texts are written.
fn notes(both: &Both, [de, en]: [&Provenance; 2]) -> Vec<Value> {
    let [german, english] = [&both.de, &both.en]
        .map(|t| Pair::new(t.get("offen-hochkomma"), t.get("offen-hochkomma.sinn")));
    let pairs = de.whole.iter().zip(&en.whole).chain([(&german, &english)]);
    let note = |(de, en): (&Pair, &Pair)| {
        json!({
            "dc:title": in_both(&de.term, &en.term),
            "dc:description": in_both(&de.text, &en.text),
        })
    };
    pairs.map(note).collect()
}

fn columns(both: &Both, shelf: &Shelf, table: &Table, measure: Option<&str>) -> Vec<Value> {
    let is_full = |at: usize| table.rows.iter().all(|row| row[at] != Cell::Nothing);
    let all = table.columns.iter().enumerate();
    all.map(|(at, it)| column(both, shelf, (it, is_full(at)), measure)).collect()
}

fn column(
    both: &Both,
    shelf: &Shelf,
    (column, is_full): (&Column, bool),
    measure: Option<&str>,
) -> Value {
    let mut document = Map::new();
    let mut put = |name: &str, value: Value| _ = document.insert(name.to_owned(), value);
    // A name may hold no hyphen, a header may. Readers take the words of their language.
    put("name", json!(column.name.replace('-', "_")));
    put(
        "titles",
        json!({
            "und": column.name,
            "de": column.title(&both.de, shelf),
            "en": column.title(&both.en, shelf),
        }),
    );
    put("dc:description", in_both(&column.meaning(&both.de), &column.meaning(&both.en)));
    put("datatype", datatype(column.kind));
    let always = matches!(column.kind, Kind::State | Kind::Truth | Kind::Period | Kind::Whole);
    if always && is_full {
        put("required", json!(true));
    }
    if column.kind == Kind::Number || !is_full {
        put("null", json!(""));
    }
    let code = match &column.says {
        Says::Figure(code) => Some(code.as_str()),
        Says::Word(name) if ["value", "low", "high"].contains(&&**name) => measure,
        Says::Word(_) | Says::StateOf(_) | Says::Rate(_) => None,
    };
    if let Some(indicator) = code.and_then(indicator) {
        unit(indicator, &mut put);
    }
    Value::Object(document)
}

/// The unit of a column, in the words of the catalogue.
fn unit(indicator: &Indicator, put: &mut impl FnMut(&str, Value)) {
    put("schema:unitText", json!(indicator.unit));
    if indicator.unit == "percent" {
        // UN/CEFACT Common Code.
        put("schema:unitCode", json!("P1"));
    }
}

fn datatype(kind: Kind) -> Value {
    match kind {
        Kind::Text => json!("string"),
        Kind::Period => json!({
            "base": "string",
            "format": "[0-9]{4}(h[12]|q[1-4]|-[0-9]{2}(-[0-9]{2})?)?",
        }),
        Kind::Number => json!("number"),
        Kind::Whole => json!("integer"),
        Kind::State => json!({ "base": "string", "format": "value|zero|suppressed|missing" }),
        Kind::Truth => json!({ "base": "boolean", "format": "1|0" }),
    }
}
