//! The console as scripts use it, and what the public then sees of a city.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::path::Path;
use std::process::Command;

use ankunft_atlas::store::Memory;
use ankunft_atlas::view::overview::{Asker, Overview, Question, overview};
use ankunft_disclosure::Audience;
use ankunft_platform::secrets::{Keys, Secret};
use ankunft_platform::store::Store;
use ankunft_platform::tenant;
use serde_json::Value;

/// The city of these tests.
pub const AGS: &str = "07312000";

/// Two quarters in degrees, for tables that need any.
pub const QUARTERS: &str = r#"{"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"id":"001001001","name":"Nord"},"geometry":{"type":"Polygon",
  "coordinates":[[[7.7,49.4],[7.8,49.4],[7.8,49.45],[7.7,49.45],[7.7,49.4]]]}},
 {"type":"Feature","properties":{"id":"001001002","name":"Süd"},"geometry":{"type":"Polygon",
  "coordinates":[[[7.7,49.35],[7.8,49.35],[7.8,49.4],[7.7,49.4],[7.7,49.35]]]}}]}"#;

/// Exit status, answer and messages of an import.
pub fn import(kind: &str, files: &[&Path], data: &Path, more: &[&str]) -> (i32, Value, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ankunft"));
    command.args(["import", kind]).args(files);
    command.args(["--kommune", AGS, "--data"]).arg(data).args(more);
    let output = command.output().unwrap();
    let report = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().unwrap(), report, said)
}

/// Whether a finding of this kind is in an answer.
pub fn has(report: &Value, code: &str) -> bool {
    report["findings"].as_array().is_some_and(|all| all.iter().any(|it| it["code"] == code))
}

/// The public figures of a measure.
pub async fn figures(data: &Path, geography: &str, measure: &str, period: &str) -> Overview {
    let store = Store::open_file(&data.join("ankunft.db")).await.unwrap();
    let keys = Keys::new(&Secret::of_folder(data).unwrap());
    let mut read = store.read().await.unwrap();
    let city = tenant::by_ags(&mut read, AGS).await.unwrap().unwrap();
    let memory = Memory::default();
    let asker = Asker {
        tenant: city.tenant,
        audience: Audience::Public,
        key: &keys.release,
        memory: &memory,
    };
    let question = Question {
        geography: Some(geography.to_owned()),
        measure: Some(measure.to_owned()),
        period: Some(period.to_owned()),
        nearest: false,
    };
    let overview = overview(&mut read, asker, &question).await.unwrap();
    drop(read);
    store.close().await;
    overview
}

/// Code and number of each unit, and the total.
pub fn numbers(overview: &Overview) -> (Vec<(String, Option<f64>)>, Option<f64>) {
    let figures = overview.figures.as_ref().expect("figures for the public");
    let rows = figures.rows(Audience::Public).unwrap();
    let units = rows.iter().map(|it| (it.area.code.clone(), it.value.number())).collect();
    (units, figures.whole(Audience::Public).unwrap().0.number())
}
