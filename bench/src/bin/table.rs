//! What Criterion measured last, as one table.

#![allow(clippy::print_stdout, reason = "prints its table")]

use std::path::{Path, PathBuf};

use ankunft_bench::Failure;
use serde_json::Value;

fn main() -> Result<(), Failure> {
    let folder = std::env::args().nth(1).ok_or("say the folder: target/criterion")?;
    let mut rows = Vec::new();
    collect(Path::new(&folder), &mut rows)?;
    rows.sort();
    let width = rows.iter().map(|it| it.0.chars().count()).max().unwrap_or(0);
    println!("{:<width$}  {:>12}", "bench", "median");
    for (name, nanoseconds) in rows {
        println!("{name:<width$}  {:>12}", words(nanoseconds));
    }
    Ok(())
}

/// Name and median of every bench below a folder.
fn collect(folder: &Path, rows: &mut Vec<(String, u64)>) -> Result<(), Failure> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|it| it == "new") {
            rows.push((name(&path)?, median(&path)?));
        } else if path.is_dir() {
            collect(&path, rows)?;
        }
    }
    Ok(())
}

fn read(path: PathBuf) -> Result<Value, Failure> {
    Ok(serde_json::from_slice(&std::fs::read(path)?)?)
}

fn name(folder: &Path) -> Result<String, Failure> {
    let described = read(folder.join("benchmark.json"))?;
    Ok(described["full_id"].as_str().ok_or("a bench without a name")?.to_owned())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "nanoseconds")]
fn median(folder: &Path) -> Result<u64, Failure> {
    let estimates = read(folder.join("estimates.json"))?;
    let median = estimates["median"]["point_estimate"].as_f64();
    Ok(median.ok_or("a bench without a median")? as u64)
}

#[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
fn words(nanoseconds: u64) -> String {
    let number = nanoseconds as f64;
    match nanoseconds {
        0..1_000 => format!("{number:.0} ns"),
        1_000..1_000_000 => format!("{:.1} µs", number / 1e3),
        1_000_000..1_000_000_000 => format!("{:.2} ms", number / 1e6),
        _ => format!("{:.2} s", number / 1e9),
    }
}
