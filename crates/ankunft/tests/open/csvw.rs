//! CSV on the Web: a small validator of our own, after the recommendations „Metadata Vocabulary
//! for Tabular Data“ and „Model for Tabular Data“ (W3C, 2015).

use std::collections::BTreeSet;

use ankunft_testkit::Browser;
use serde_json::{Value, json};

use crate::common::Demo;
use crate::csv_files;

#[tokio::test]
async fn every_csv_file_is_as_its_description_says() {
    let demo = Demo::new().await;
    let mut browser = Browser::new(&demo.app, "en");
    let mut files = 0;
    for address in csv_files(&demo).await.into_iter().step_by(3) {
        let file = browser.get(&address).await;
        if file.status != 200 {
            continue;
        }
        files += 1;
        let link = file.headers.get("link").expect("a link").to_str().expect("plain").to_owned();
        let (target, rest) = link.strip_prefix('<').and_then(|it| it.split_once('>')).expect("<…>");
        assert_eq!(rest, "; rel=\"describedby\"; type=\"application/csvm+json\"");
        let described = beside(&address, target);
        let page = browser.get(&described).await.expect_status(200);
        assert_eq!(page.media_type(), "application/csvm+json");
        let metadata: Value = serde_json::from_slice(&page.body).expect("JSON");
        let url = metadata["url"].as_str().expect("an address");
        assert_eq!(beside(&described, url), address, "it describes this very file");
        let faults = faults(&file.body_text(), &metadata);
        assert!(faults.is_empty(), "{address}: {faults:#?}");
        assert!(metadata["dc:publisher"].as_array().is_some_and(|it| !it.is_empty()), "{address}");
        assert!(metadata["dc:source"].as_array().is_some_and(|it| !it.is_empty()), "{address}");
        assert!(metadata.get("dc:license").is_some(), "{address}");
    }
    assert!(files > 20, "{files} files");
}

#[tokio::test]
async fn a_description_that_does_not_fit_is_found_out() {
    let demo = Demo::new().await;
    let mut browser = Browser::new(&demo.app, "de");
    let file = browser.get("/musterstadt/atlas.csv?merkmal=population").await.body_text();
    let page = browser.get("/musterstadt/atlas.csv-metadata.json?merkmal=population").await;
    let good: Value = serde_json::from_slice(&page.body).expect("JSON");
    assert!(faults(&file, &good).is_empty());
    assert_eq!(good["tableSchema"]["columns"][4]["schema:unitText"], "persons");
    for (place, wrong) in [
        ("/@context/0", json!("http://www.w3.org/ns/csv")),
        ("/tableSchema/columns/0/name", json!("key word")),
        ("/tableSchema/columns/0/titles", json!({ "de": "Schlüssel" })),
        ("/tableSchema/columns/4/datatype", json!("integer-like")),
        ("/tableSchema/columns/3/datatype", json!("number")),
        ("/tableSchema/columns/5/datatype/format", json!("zero|missing")),
        ("/tableSchema/columns/6/datatype/format", json!("yes|no")),
        ("/tableSchema/columns/4/null", json!("8525")),
        ("/tableSchema/primaryKey", json!(["measure"])),
        ("/tableSchema/primaryKey", json!(["nothing"])),
        ("/dc:title/0/@language", json!("not a language")),
        ("/dialect/delimiter", json!(";")),
    ] {
        let mut broken = good.clone();
        *broken.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = wrong.clone();
        if place == "/tableSchema/columns/4/null" {
            broken["tableSchema"]["columns"][4]["required"] = json!(true);
        }
        assert!(!faults(&file, &broken).is_empty(), "{place} = {wrong}");
    }
}

/// An address relative to another.
pub fn beside(base: &str, relative: &str) -> String {
    let path = base.split('?').next().unwrap_or_default();
    let (folder, _) = path.rsplit_once('/').expect("a path");
    format!("{folder}/{relative}")
}

/// What is wrong with a file by its description, or with the description itself.
pub fn faults(file: &str, metadata: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    if metadata["@context"][0] != "http://www.w3.org/ns/csvw"
        && metadata["@context"] != "http://www.w3.org/ns/csvw"
    {
        wrong.push("another context".to_owned());
    }
    languages(metadata, &mut wrong);
    let Some(columns) = metadata["tableSchema"]["columns"].as_array() else {
        return vec!["no columns".to_owned()];
    };
    let delimiter = metadata["dialect"]["delimiter"].as_str().unwrap_or(",").as_bytes()[0];
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(file.as_bytes());
    let header: Vec<String> =
        reader.headers().map(|it| it.iter().map(str::to_owned).collect()).unwrap_or_default();
    if header.len() != columns.len() {
        return vec![format!("{} columns in the file, {} described", header.len(), columns.len())];
    }
    let names: Vec<&str> = columns.iter().filter_map(|it| it["name"].as_str()).collect();
    if names.iter().collect::<BTreeSet<_>>().len() != columns.len() {
        wrong.push("names that stand twice or are missing".to_owned());
    }
    for (column, title) in columns.iter().zip(&header) {
        wrong.extend(column_faults(column, title));
    }
    let mut keys = BTreeSet::new();
    for (number, record) in reader.records().enumerate() {
        let Ok(record) = record else {
            wrong.push(format!("row {number} is broken"));
            continue;
        };
        for (column, cell) in columns.iter().zip(record.iter()) {
            wrong.extend(cell_fault(column, cell).map(|it| format!("row {number}: {it}")));
        }
        let primary = metadata["tableSchema"]["primaryKey"].as_array().into_iter().flatten();
        let key: Option<Vec<&str>> =
            primary.map(|name| record.get(names.iter().position(|it| name == it)?)).collect();
        match key {
            Some(key) if keys.insert(key.join("\u{1f}")) => {}
            Some(_) => wrong.push(format!("row {number}: its key stands twice")),
            None => wrong.push("a key of columns that are not there".to_owned()),
        }
    }
    wrong
}

fn column_faults(column: &Value, title: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let name = column["name"].as_str().unwrap_or_default();
    // A name is a URI template variable (RFC 6570) and must not begin with `_`.
    let fits = |it: char| it.is_ascii_alphanumeric() || it == '_' || it == '.';
    if name.is_empty() || name.starts_with('_') || !name.chars().all(fits) {
        wrong.push(format!("{name} is no name"));
    }
    let titles = &column["titles"];
    let among =
        |it: &Value| it == title || it.as_array().is_some_and(|it| it.iter().any(|it| it == title));
    // The header has no language, which fits every language.
    let fits = among(titles) || titles.as_object().is_some_and(|it| it.values().any(among));
    if !fits {
        wrong.push(format!("the header {title} is not among the titles of {name}"));
    }
    for language in ["de", "en"] {
        if titles[language].as_str().is_none_or(|it| it.len() < 2) {
            wrong.push(format!("{name} has no title in {language}"));
        }
    }
    let datatype = &column["datatype"];
    let base = datatype.as_str().or(datatype["base"].as_str()).unwrap_or("string");
    if !["string", "number", "integer", "boolean"].contains(&base) {
        wrong.push(format!("{base} is no datatype that this check knows"));
    }
    for key in column.as_object().into_iter().flatten().map(|it| it.0) {
        let known = ["name", "titles", "datatype", "required", "null"].contains(&key.as_str());
        let prefixed = ["dc:", "schema:"].iter().any(|it| key.starts_with(it));
        if !known && !prefixed {
            wrong.push(format!("{name}: what is {key}?"));
        }
    }
    wrong
}

fn cell_fault(column: &Value, cell: &str) -> Option<String> {
    let name = column["name"].as_str().unwrap_or_default();
    let null = column["null"].as_str().unwrap_or("");
    if cell == null {
        return (column["required"] == true).then(|| format!("{name} is required"));
    }
    let datatype = &column["datatype"];
    let base = datatype.as_str().or(datatype["base"].as_str()).unwrap_or("string");
    let format = datatype["format"].as_str();
    let fits = match (base, format) {
        ("string", Some(pattern)) => {
            let schema = json!({ "pattern": format!("^(?:{pattern})$") });
            jsonschema::validator_for(&schema).is_ok_and(|it| it.is_valid(&json!(cell)))
        }
        ("boolean", Some(words)) => words.split('|').any(|it| it == cell),
        ("number", _) => cell.parse::<f64>().is_ok_and(f64::is_finite),
        ("integer", _) => cell.parse::<i64>().is_ok(),
        _ => true,
    };
    (!fits).then(|| format!("{name}: {cell} is no {base} {}", format.unwrap_or_default()))
}

/// Each language is one.
fn languages(value: &Value, wrong: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if let Some(language) = members.get("@language")
                && language != "de"
                && language != "en"
            {
                wrong.push(format!("{language} is no language"));
            }
            members.values().for_each(|it| languages(it, wrong));
        }
        Value::Array(items) => items.iter().for_each(|it| languages(it, wrong)),
        _ => {}
    }
}
