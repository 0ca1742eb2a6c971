//! The same work by other programs, side by side: `peers PYTHON FOLDER-FOR-RESULTS`.
//!
//! Same inputs, warm medians in one process each, one thread each. Values are compared first: a
//! row whose values disagree is an error, whatever its times.

#![allow(clippy::print_stdout, reason = "prints its table")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use ankunft_bench::city::{self, Size};
use ankunft_bench::timing::{median, ms};
use ankunft_bench::{Failure, SEED, reference};
use ankunft_formats::geometry::{self, GeometryOptions};
use ankunft_formats::table::{ReadOptions, read};
use ankunft_formats::{AreaIndex, Profile, Target, observe, suggest};
use ankunft_segregation::{UnitCounts, dissimilarity, gini};
use geo::Area as _;
use serde_json::{Value, json};

const BUDGET: Duration = Duration::from_secs(1);
const BERLIN_AREAS: &str =
    "data/berlin/areas/berlin-lor-planning-areas-until-2020.corrected.geojson";

/// How far values may be apart, as a share of the peer's.
const TOLERANCE: f64 = 1e-9;

/// What a piece of work gave, and how long it took.
struct Done {
    value: f64,
    time: Duration,
}

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (Some(python), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("say the Python and the folder for results".into());
    };
    let inputs = tempfile::tempdir()?;
    let ours = work(inputs.path())?;
    let theirs = ask_peers(&python, inputs.path())?;
    let mut rows = Vec::new();
    let mut apart = Vec::new();
    for (name, done) in &ours {
        let peer = &theirs["results"][name];
        let (value, seconds) = (peer["value"].as_f64(), peer["seconds"].as_f64());
        let (value, seconds) = value.zip(seconds).ok_or_else(|| format!("no peer did: {name}"))?;
        if (done.value - value).abs() > TOLERANCE * value.abs() {
            apart.push(format!("{name}: {} here, {value} there", done.value));
        }
        let ratio = seconds / done.time.as_secs_f64();
        println!(
            "{name:<34} {:>12} {:>12} {ratio:>8.1}×",
            ms(done.time),
            ms(Duration::from_secs_f64(seconds)),
        );
        rows.push(json!({
            "work": name, "value": done.value, "peer_value": value,
            "seconds": done.time.as_secs_f64(), "peer_seconds": seconds, "ratio": ratio,
        }));
    }
    println!(
        "(median here, median of the peer, peer / here; one thread each; {})",
        theirs["versions"]
    );
    println!(
        "indices: from counts in memory. tables, outlines: from bytes in memory; here with all"
    );
    println!("checks of an import (keys, numbers, rings), there as the peer reads them.");
    let document = json!({ "threads": 1, "rows": rows, "versions": theirs["versions"] });
    std::fs::write(Path::new(&out).join("bench-peers.json"), format!("{document:#}\n"))?;
    if apart.is_empty() { Ok(()) } else { Err(apart.join("; ").into()) }
}

fn ask_peers(python: &str, inputs: &Path) -> Result<Value, Failure> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/peers.py");
    let output = Command::new(python).arg(script).arg(inputs).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("the peers ended with {}", output.status).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Writes the inputs and does the work here.
fn work(inputs: &Path) -> Result<BTreeMap<String, Done>, Failure> {
    let mut done = BTreeMap::new();
    let size = Size::JUDGED;
    let counts: Vec<[u64; 2]> = (0..size.areas)
        .map(|at| city::counts(size, at, 0, 0, SEED))
        .map(|it| [it.get(2).copied().unwrap_or(0), it[0]])
        .collect();
    indices(inputs, "542 areas", &counts, &mut done)?;
    table(inputs, size, &mut done)?;
    outlines(inputs, "542 areas", &city::outlines(size.areas, SEED), &mut done)?;
    if let Some(berlin) = reference::bytes(BERLIN_AREAS) {
        outlines(inputs, "Berlin", &berlin, &mut done)?;
    }
    Ok(done)
}

fn indices(
    inputs: &Path,
    name: &str,
    counts: &[[u64; 2]],
    done: &mut BTreeMap<String, Done>,
) -> Result<(), Failure> {
    let mut text = String::from("group,total\n");
    let mut units = Vec::new();
    for [group, total] in counts {
        text.push_str(&format!("{group},{total}\n"));
        let (group, rest) = (u32::try_from(*group)?, u32::try_from(total.saturating_sub(*group))?);
        units.push(UnitCounts { group, reference: rest });
    }
    std::fs::write(inputs.join(format!("units-{name}")), text)?;
    let index = |compute: fn(&[UnitCounts]) -> Result<f64, _>| -> Result<Done, Failure> {
        let value = compute(&units)?;
        let time =
            median(BUDGET, || _ = std::hint::black_box(compute(std::hint::black_box(&units))));
        Ok(Done { value, time })
    };
    done.insert(format!("dissimilarity {name}"), index(dissimilarity)?);
    done.insert(format!("gini {name}"), index(gini)?);
    Ok(())
}

fn table(inputs: &Path, size: Size, done: &mut BTreeMap<String, Done>) -> Result<(), Failure> {
    let bytes = city::table(size, size.areas, 0, 0, SEED);
    let name = format!("{} × {}", size.areas, size.indicators);
    std::fs::write(inputs.join(format!("table-{name}")), &bytes)?;
    let codes = (0..size.areas).map(|it| (city::code(it), String::new())).collect();
    let index = AreaIndex::new("own", codes);
    let (first, _) =
        read(&bytes, "t.csv", &ReadOptions::default()).map_err(|it| format!("{it:?}"))?;
    let profile = suggest(&first, "t.csv", &[&index]);
    let value = sum(&bytes, &profile, &index).ok_or("the table cannot be read")?;
    let time = median(BUDGET, || _ = std::hint::black_box(sum(&bytes, &profile, &index)));
    done.insert(format!("table {name}"), Done { value, time });
    Ok(())
}

/// The sum of all counts of a table.
fn sum(bytes: &[u8], profile: &Profile, index: &AreaIndex) -> Option<f64> {
    let (table, _) = read(bytes, "t.csv", &ReadOptions::default()).ok()?;
    let (observations, _) = observe(&table, profile, &Target::of(index));
    let cells = observations.series.iter().flat_map(|it| &it.cells);
    Some(cells.filter_map(|it| it.number()).sum())
}

fn outlines(
    inputs: &Path,
    name: &str,
    bytes: &[u8],
    done: &mut BTreeMap<String, Done>,
) -> Result<(), Failure> {
    std::fs::write(inputs.join(format!("outlines-{name}")), bytes)?;
    let options = GeometryOptions::default();
    let read = || geometry::read(bytes, "a.geojson", &options);
    let (file, _) = read().map_err(|it| format!("{name}: {it:?}"))?;
    let value = file.areas.iter().map(|it| it.outline.unsigned_area()).sum();
    let time = median(BUDGET, || _ = std::hint::black_box(read().is_ok()));
    done.insert(format!("outlines {name}"), Done { value, time });
    Ok(())
}
