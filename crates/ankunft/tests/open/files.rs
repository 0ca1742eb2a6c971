//! XLSX and `GeoPackage` hold the figures of the CSV file, and say where they come from.

use ankunft_formats::geometry::{self, GeometryOptions};
use ankunft_formats::{ReadOptions, table};
use ankunft_testkit::Browser;
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::common::Demo;
use crate::csv_files;

#[tokio::test]
async fn a_workbook_holds_the_figures_of_the_csv_file() {
    let demo = Demo::new().await;
    for language in ["de", "en"] {
        let mut browser = Browser::new(&demo.app, language);
        let mut books = 0;
        for address in csv_files(&demo).await.into_iter().step_by(4) {
            let csv = browser.get(&address).await;
            if csv.status != 200 {
                continue;
            }
            books += 1;
            let path = address.replace("atlas.csv", "atlas.xlsx").replace("/csv", "/xlsx");
            let book = browser.get(&path).await.expect_status(200);
            let (sheet, _) = table::read(&book.body, "a.xlsx", &ReadOptions::default()).unwrap();
            let lines: Vec<csv::StringRecord> = csv::Reader::from_reader(csv.body.as_slice())
                .records()
                .collect::<Result<_, _>>()
                .unwrap();
            assert_eq!(sheet.len(), lines.len(), "{path}");
            for (row, line) in sheet.rows().zip(&lines) {
                for (at, cell) in line.iter().enumerate() {
                    let shown = row.field(at);
                    match cell.parse::<f64>() {
                        // Codes such as 01 are texts, and stay what they are.
                        Ok(_) if at == 0 => assert_eq!(shown, cell, "{path}"),
                        Ok(number) if shown.parse::<f64>().is_ok() => {
                            assert_eq!(shown.parse::<f64>(), Ok(number), "{path}");
                        }
                        Ok(_) => assert!(["ja", "nein", "yes", "no"].contains(&shown), "{shown}"),
                        Err(_) if cell.is_empty() => assert_eq!(shown, "", "{path}"),
                        Err(_) => assert!(!shown.is_empty(), "{path}: {cell}"),
                    }
                }
            }
            origin(&book.body, language, &path);
        }
        assert!(books > 5, "{books} workbooks");
    }
}

fn origin(bytes: &[u8], language: &str, path: &str) {
    let name = if language == "de" { "Herkunft" } else { "Sources" };
    let options = ReadOptions { sheet: Some(name.to_owned()), ..ReadOptions::default() };
    let (sheet, _) = table::read(bytes, "a.xlsx", &options).expect("a sheet about sources");
    let terms: Vec<&str> = sheet.rows().map(|it| it.field(1)).collect();
    let wanted = match language {
        "de" => ["Datenstand", "Herausgeber", "Lizenz", "Geheimhaltung", "Programmversion"],
        _ => ["Data state", "Publisher", "Licence", "Disclosure control", "Program version"],
    };
    for term in wanted {
        assert!(terms.contains(&term), "{path}: no {term} in {terms:?}");
    }
}

#[tokio::test]
async fn a_geopackage_holds_the_figures_of_the_csv_file() {
    let demo = Demo::new().await;
    let mut browser = Browser::new(&demo.app, "de");
    for query in [
        "?",
        "?merkmal=population",
        "?ebene=teilgebiet&merkmal=share_foreigners&bezugssystem=25833",
        "?merkmal=arrivals_abroad_rate&bezugssystem=4326",
    ] {
        package(&mut browser, query, true).await;
    }
    for wrong in ["31467", "x", "25832x"] {
        let address = format!("/musterstadt/atlas.gpkg?bezugssystem={wrong}");
        assert_eq!(browser.get(&address).await.status, 400, "{wrong}");
    }
}

/// Compares a `GeoPackage` with the CSV file of the same question, whose last line may be the whole
/// city, which is no area unit.
pub async fn package(browser: &mut Browser, query: &str, with_city: bool) {
    let file = browser.get(&format!("/musterstadt/atlas.gpkg{query}")).await.expect_status(200);
    let csv = browser.get(&format!("/musterstadt/atlas.csv{query}")).await.expect_status(200);
    let mut reader = csv::Reader::from_reader(csv.body.as_slice());
    let header = reader.headers().expect("a header").clone();
    let lines: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
    let (areas, _) =
        geometry::read(&file.body, "a.gpkg", &GeometryOptions::default()).expect("outlines");
    let epsg =
        query.split("bezugssystem=").nth(1).map_or(25832, |it| it.parse().expect("a number"));
    assert_eq!(areas.epsg, Some(epsg));
    assert_eq!(areas.areas.len(), lines.len() - usize::from(with_city));
    let mut connection = Connection::open_in_memory().expect("a database");
    let bytes = file.body.as_slice();
    connection.deserialize_read_exact("main", bytes, bytes.len(), true).expect("a GeoPackage");
    for (at, name) in header.iter().enumerate() {
        let sql = format!("select \"{name}\" from atlas order by fid");
        let mut statement = connection.prepare(&sql).expect("a column");
        let values = statement.query_map([], |row| row.get::<_, Value>(0)).expect("rows");
        for (value, line) in values.map(|it| it.expect("a value")).zip(&lines) {
            match value {
                Value::Real(number) => assert_eq!(Ok(number), line[at].parse(), "{name}"),
                Value::Integer(number) => assert_eq!(number.to_string(), line[at], "{name}"),
                Value::Text(text) => assert_eq!(text, line[at], "{name}"),
                Value::Null => assert_eq!("", &line[at], "{name}"),
                Value::Blob(_) => panic!("{name} is a blob"),
            }
        }
    }
}
