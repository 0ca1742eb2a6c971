//! The command line as scripts use it: exit status, JSON, and that what is refused changes nothing.

use std::path::Path;
use std::process::{Command, Output};

use crate::common;

use ankunft_platform::store::Store;
use serde_json::Value;

const KAISERSLAUTERN: &str = "07312000";

fn ankunft(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ankunft")).args(arguments).output().expect("it runs")
}

fn import(kind: &str, file: &Path, data: &Path, more: &[&str]) -> (i32, Value, String) {
    let text = |path: &Path| path.display().to_string();
    let mut arguments = vec!["import".to_owned(), kind.to_owned(), text(file)];
    arguments.extend(["--data".to_owned(), text(data)]);
    arguments.extend(["--kommune".to_owned(), KAISERSLAUTERN.to_owned()]);
    arguments.extend(more.iter().map(|it| (*it).to_owned()));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = ankunft(&arguments);
    let report = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().expect("an exit status"), report, said)
}

/// Everything that the database holds, table by table.
async fn dump(data: &Path) -> Vec<String> {
    let store = Store::open_file(&data.join("ankunft.db")).await.expect("a database");
    let mut read = store.read().await.expect("a connection");
    let sql = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' \
               order by name";
    let tables: Vec<(String,)> = sqlx::query_as(sql).fetch_all(&mut *read).await.expect("tables");
    let mut lines = Vec::new();
    for (table,) in tables {
        let sql = format!("select name from pragma_table_info('{table}') order by cid");
        let sql = sqlx::AssertSqlSafe(sql);
        let columns: Vec<(String,)> =
            sqlx::query_as(sql).fetch_all(&mut *read).await.expect("columns");
        let row: Vec<String> = columns.iter().map(|(name,)| format!("quote(\"{name}\")")).collect();
        let sql = format!("select {} as line from \"{table}\" order by 1", row.join("||'|'||"));
        let rows: Vec<(String,)> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *read).await.expect("rows");
        lines.extend(rows.into_iter().map(|(line,)| format!("{table}: {line}")));
    }
    drop(read);
    store.close().await;
    assert!(!lines.is_empty(), "an empty dump compares nothing");
    lines
}

#[test]
fn wrong_usage_is_2_and_help_is_0() {
    for wrong in [
        &["import"][..],
        &["import", "areas", "x.geojson", "--data", "d"],
        &["import", "planets", "x", "--data", "d", "--kommune", KAISERSLAUTERN],
        &["serve", "--no-such-flag"],
        &["no-such-command"],
    ] {
        assert_eq!(ankunft(wrong).status.code(), Some(2), "{wrong:?}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    for ags in ["7312000", "Kaiserslautern"] {
        let arguments = ["import", "areas", "x.geojson", "--data", &data, "--kommune", ags];
        let output = ankunft(&arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains(ags));
    }
    for fine in [&["--help"][..], &["import", "--help"], &["--version"]] {
        assert_eq!(ankunft(fine).status.code(), Some(0), "{fine:?}");
    }
}

#[tokio::test]
async fn a_refused_file_is_1_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let missing = folder.path().join("missing.geojson");
    assert_eq!(import("areas", &missing, &data, &[]).0, 1);
    let before = dump(&data).await;

    let broken = folder.path().join("broken.geojson");
    std::fs::write(&broken, "{\"type\": \"FeatureCollection\", \"features\": [").expect("a file");
    for more in [&["--dry-run"][..], &[]] {
        let (status, report, said) = import("areas", &broken, &data, more);
        assert_eq!(status, 1, "{said}");
        check_findings(&report, "broken.geojson");
        assert_eq!(report["files"][0]["accepted"], false);
    }
    let table = folder.path().join("table.csv");
    std::fs::write(&table, "a;b\n1;2\n").expect("a file");
    let (status, report, _) = import("table", &table, &data, &[]);
    assert_eq!(status, 1);
    check_findings(&report, "table.csv");
    assert_eq!(dump(&data).await, before);
}

#[tokio::test]
async fn real_files_are_tried_accepted_and_known_again() {
    let Some(reference) = common::reference() else { return };
    let town = reference.join("data/kaiserslautern");
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let outlines = town.join("ortsbezirke_18.geojson");
    let figures = town.join("kennzahlen_kl_ma_ende.csv");

    let (status, report, said) = import("areas", &outlines, data, &["--dry-run"]);
    assert_eq!((status, &report["dry_run"]), (0, &Value::Bool(true)), "{said}");
    assert_eq!(report["files"][0]["areas"], 18);
    let tried = dump(data).await;
    let (status, ..) = import("areas", &outlines, data, &["--dry-run"]);
    assert_eq!((status, dump(data).await), (0, tried));

    assert_eq!(import("areas", &outlines, data, &["--name", "Kaiserslautern"]).0, 0);
    let (status, report, said) =
        import("table", &figures, data, &["--period", "2024-12-31", "--dry-run"]);
    assert_eq!(status, 0, "{said}");
    assert!(!findings(&report).is_empty(), "the row of means and two names are worth a warning");
    assert!(findings(&report).iter().all(|it| it["severity"] != "error"));
    check_findings(&report, "kennzahlen_kl_ma_ende.csv");

    let (status, report, said) =
        import("table", &figures, data, &["--period", "2024-12-31", "--language", "en"]);
    assert_eq!((status, &report["files"][0]["accepted"]), (0, &Value::Bool(true)), "{said}");
    let accepted = dump(data).await;
    let (status, report, _) = import("table", &figures, data, &["--period", "2024-12-31"]);
    assert_eq!(status, 1);
    assert!(findings(&report).iter().any(|it| it["code"] == "file-known-already"), "{report}");
    assert_eq!(dump(data).await, accepted, "a known file changes nothing");
}

#[tokio::test]
async fn a_backup_comes_back_whole_and_overwrites_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (data, copy, file) = (at("data"), at("copy"), at("backup.zip"));
    let city =
        ["admin", "create-city", "--ags", KAISERSLAUTERN, "--name", "Stadt", "--data", &data];
    assert_eq!(ankunft(&city).status.code(), Some(0));
    assert_eq!(ankunft(&["backup", &file, "--data", &data]).status.code(), Some(0));
    assert_eq!(ankunft(&["backup", &file, "--data", &data]).status.code(), Some(1));
    assert_eq!(ankunft(&["backup", &at("b"), "--data", &at("none")]).status.code(), Some(1));
    assert_eq!(ankunft(&["restore", &file, "--data", &copy]).status.code(), Some(0));
    assert_eq!(dump(Path::new(&copy)).await, dump(Path::new(&data)).await);
    assert_eq!(ankunft(&["restore", &file, "--data", &copy]).status.code(), Some(1));
}

#[test]
fn openapi_is_a_document_of_addresses_that_there_are() {
    let output = ankunft(&["openapi"]);
    assert_eq!(output.status.code(), Some(0));
    let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["openapi"], "3.1.0");
    let paths = document["paths"].as_object().expect("paths");
    let routes = include_str!("../golden/routes.txt");
    for path in paths.keys() {
        assert!(routes.contains(&format!("GET\t{path}\t")), "{path} is no route");
    }
    assert!(paths.len() > 20);
}

fn findings(report: &Value) -> &[Value] {
    report["findings"].as_array().map_or(&[], |it| it.as_slice())
}

/// The fields of findings that scripts rely on.
fn check_findings(report: &Value, file: &str) {
    assert!(!findings(report).is_empty(), "{report}");
    for finding in findings(report) {
        for field in ["severity", "file", "line", "column", "code", "message", "suggestion"] {
            assert!(finding.get(field).is_some(), "no {field} in {finding}");
        }
        assert_eq!(finding["file"], file);
        let words = |field: &str| finding[field].as_str().unwrap_or_default().len();
        assert!(words("message") > 10 && words("suggestion") > 5, "{finding}");
    }
}
