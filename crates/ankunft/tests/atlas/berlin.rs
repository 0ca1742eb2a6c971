//! Berlin whole: every table from 2015 to 2023 through the console into one fresh city.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]
#![allow(clippy::print_stdout, reason = "a test says what it measured")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::common;

use serde_json::Value;

/// What the program may hold in memory at most, in bytes.
const MOST: u64 = 500_000_000;

/// The answer of the console, and the most memory that it held.
fn import(kind: &str, files: &[PathBuf], data: &Path, more: &[&str]) -> (Value, u64) {
    let answer = data.with_extension("json");
    let mut command = Command::new(program());
    command.args(["import", kind]).args(files);
    command.args(["--kommune", "11000000", "--name", "Berlin", "--data"]).arg(data).args(more);
    command.stdout(std::fs::File::create(&answer).unwrap()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut most = 0;
    let status = loop {
        most = most.max(peak(child.id()).unwrap_or(0));
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    let report: Value = serde_json::from_slice(&std::fs::read(&answer).unwrap()).unwrap();
    assert!(status.success(), "{:#}", errors(&report));
    (report, most)
}

/// The program of these tests, or another build of it.
fn program() -> PathBuf {
    std::env::var_os("ANKUNFT_PROGRAM")
        .map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_ankunft")), PathBuf::from)
}

/// The most memory that a process has held so far, where the system tells it.
fn peak(process: u32) -> Option<u64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = text.lines().find(|it| it.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? * 1_024)
}

fn errors(report: &Value) -> Value {
    let all = report["findings"].as_array().into_iter().flatten();
    all.filter(|it| it["severity"] == "error").take(5).cloned().collect()
}

/// A list of the ids of a table, as a file of area units.
fn list_of(table: &Path, into: &Path) {
    let text = std::fs::read_to_string(table).unwrap();
    let ids = text.lines().skip(1).filter_map(|line| line.split(',').next());
    let rows: String = ids.map(|id| format!("{id};Gebiet {id}\n")).collect();
    std::fs::write(into, format!("id;name\n{rows}")).unwrap();
}

fn areas(berlin: &Path, folder: &Path, data: &Path) {
    let outlines = |name: &str| berlin.join("areas").join(name);
    let table = |name: &str| berlin.join("population").join(name);
    let forecast = folder.join("forecast-areas-until-2020.csv");
    list_of(&table("berlin-lor-population-2015-01-t1-forecast-areas.csv"), &forecast);
    let (until, from) = ("2020-12-31", "2021-01-01");
    for (file, units, more) in [
        (outlines("berlin-lor-districts.geojson"), 12, &["--geography", "bezirk"][..]),
        (
            outlines("berlin-lor-planning-areas-until-2020.corrected.geojson"),
            448,
            &["--geography", "planungsraum", "--label", "bis 2020", "--valid-to", until],
        ),
        (
            berlin.join("monitoring/mss_2021.csv"),
            542,
            &[
                "--geography",
                "planungsraum",
                "--label",
                "ab 2021",
                "--valid-from",
                from,
                "--parent-prefix",
                "2",
            ],
        ),
        (
            forecast,
            60,
            &["--geography", "prognoseraum", "--label", "bis 2020", "--valid-to", until],
        ),
        (
            outlines("berlin-lor-forecast-areas-from-2021.geojson"),
            58,
            &["--geography", "prognoseraum", "--label", "ab 2021", "--valid-from", from],
        ),
    ] {
        let (report, _) = import("areas", &[file], data, more);
        assert_eq!(report["files"][0]["areas"], units, "{}", report["files"][0]);
    }
}

#[test]
fn all_of_berlin_comes_in_and_joins() {
    let Some(reference) = common::reference() else { return };
    let berlin = reference.join("data/berlin");
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    areas(&berlin, folder.path(), &data);
    let entries = std::fs::read_dir(berlin.join("population")).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|it| it.unwrap().path()).collect();
    files.retain(|it| {
        it.file_name().unwrap().to_string_lossy().starts_with("berlin-lor-population-")
    });
    files.sort();
    // 18 half-years: four tables of planning and of forecast areas, one of districts and city.
    assert_eq!(files.len(), 18 * 10);
    let begun = Instant::now();
    let (report, most) = import("table", &files, &data, &[]);
    println!("180 tables in {:?}, at most {} MB", begun.elapsed(), most / 1_000_000);
    let rows = |part: &str, before: &str| -> u64 {
        let all = report["files"].as_array().unwrap().iter();
        let fits = |name: &str| name.contains(part) && name < before;
        let of = all.filter(|it| fits(it["file"].as_str().unwrap_or_default()));
        of.map(|it| it["rows"]["joined"].as_u64().unwrap_or(0)).sum()
    };
    let reform = "berlin-lor-population-2021";
    for table in ["t1", "t2", "t3", "t4"] {
        let planning = format!("{table}-planning-areas");
        assert_eq!(rows(&planning, reform), 5_368, "{table}");
        assert_eq!(rows(&planning, "z") - rows(&planning, reform), 6 * 542, "{table}");
        let forecast = format!("{table}-forecast-areas");
        assert_eq!(rows(&forecast, "z"), 12 * 60 + 6 * 58, "{table}");
    }
    assert_eq!(rows("t1-districts", "z"), 18 * 12);
    let (report, of_monitoring) =
        import("table", &[berlin.join("monitoring/mss_2021.csv")], &data, &[]);
    assert_eq!(report["files"][0]["rows"]["joined"], 542);
    if most > 0 {
        assert!(most.max(of_monitoring) < MOST, "{most} bytes");
    }
}
