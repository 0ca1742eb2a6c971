//! What reading files costs: the invented city's, and real ones where they are.

use std::hint::black_box;

use ankunft_bench::city::{self, Size};
use ankunft_bench::{SEED, reference};
use ankunft_disclosure::Cell;
use ankunft_formats::geometry::{self, GeometryOptions};
use ankunft_formats::grid::{GridCell, Method, Uncertainty, to_areas};
use ankunft_formats::table::{ReadOptions, read};
use ankunft_formats::{AreaIndex, Target, built_in_profiles, observe, recognise, suggest};
use ankunft_report::{Area, Detail, MapBase};
use criterion::{Criterion, criterion_group, criterion_main};

const BERLIN_AREAS: &str =
    "data/berlin/areas/berlin-lor-planning-areas-until-2020.corrected.geojson";

fn tables(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("tables");
    group.sample_size(10);
    let size = Size::JUDGED;
    let bytes = city::table(size, size.areas, 0, 0, SEED);
    let codes = (0..size.areas).map(|it| (city::code(it), String::new())).collect();
    let index = AreaIndex::new("own", codes);
    group.bench_function("CSV of 542 × 190 → observations", |it| {
        it.iter(|| {
            let (table, _) = read(black_box(&bytes), "t.csv", &ReadOptions::default()).ok()?;
            let profile = suggest(&table, "t.csv", &[&index]);
            Some(observe(&table, &profile, &Target::of(&index)).0.rows.joined)
        });
    });
    if let Some((name, bytes)) = berlin_t4() {
        let read_it = || read(&bytes, &name, &ReadOptions::default()).ok();
        let Some((table, _)) = read_it() else { return };
        let keys = table.rows().map(|row| (row.field(0).to_owned(), String::new()));
        let index = AreaIndex::new("own", keys.collect());
        group.bench_function("Berlin's t4 → observations", |it| {
            it.iter(|| {
                let (table, _) = read_it()?;
                let profile = recognise(&table, &name, built_in_profiles())?;
                Some(observe(&table, profile, &Target::of(&index)).0.rows.joined)
            });
        });
    }
    group.finish();
}

/// The largest file of Berlin's register by origin.
fn berlin_t4() -> Option<(String, Vec<u8>)> {
    let folder = reference::file("data/berlin/population")?;
    let files = std::fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let t4 = files.filter(|it| it.file_name().to_string_lossy().contains("t4"));
    let largest = t4.max_by_key(|it| it.metadata().map_or(0, |it| it.len()))?;
    let name = largest.file_name().to_string_lossy().into_owned();
    Some((name, std::fs::read(largest.path()).ok()?))
}

fn outlines(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("outlines");
    group.sample_size(10);
    let options = GeometryOptions::default();
    let own = city::outlines(Size::JUDGED.areas, SEED);
    group.bench_function("GeoJSON of 542 invented areas", |it| {
        it.iter(|| {
            geometry::read(black_box(&own), "a.geojson", &options).map(|it| it.0.areas.len())
        });
    });
    if let Some(berlin) = reference::bytes(BERLIN_AREAS) {
        group.bench_function("GeoJSON of Berlin's 448 areas", |it| {
            it.iter(|| {
                geometry::read(black_box(&berlin), "b.geojson", &options).map(|it| it.0.areas.len())
            });
        });
    }
    if let Ok((file, _)) = geometry::read(&own, "a.geojson", &options) {
        let drawn: Vec<Area<'_>> = file
            .areas
            .iter()
            .map(|it| Area { code: &it.code, name: &it.name, shape: &it.outline })
            .collect();
        group.bench_function("a map of 542 areas", |it| {
            it.iter(|| {
                MapBase::new(black_box(&drawn), 1000, Detail::Bytes(45_000))
                    .map(|it| it.path_bytes())
            });
        });
    }
    group.finish();
}

/// A grid of 100 m cells over Kaiserslautern, every third not published.
fn grids(criterion: &mut Criterion) {
    let Some(bytes) = reference::bytes("data/kaiserslautern/ortsbezirke_18.geojson") else {
        return;
    };
    let Ok((file, _)) = geometry::read(&bytes, "k.geojson", &GeometryOptions::default()) else {
        return;
    };
    let mut chance = ankunft_numerics::Stream::named(SEED, "bench/grid");
    let cells: Vec<(GridCell, Cell)> = (0..150_u32 * 150)
        .filter_map(|at| {
            let cell = GridCell::new(100, 2_915_000 + at / 150 * 100, 4_145_000 + at % 150 * 100)?;
            #[expect(clippy::cast_precision_loss, reason = "counts of people")]
            let people = Cell::of(chance.below(60) as f64)?;
            Some((cell, if at % 3 == 0 { Cell::SUPPRESSED } else { people }))
        })
        .collect();
    let uncertainty =
        Uncertainty { greatest_noise: 5.0, noise_variance: 2.0, unpublished_most: 3.0 };
    let mut group = criterion.benchmark_group("grid");
    group.sample_size(10);
    for (name, method) in [("by centre", Method::Centre), ("by share of area", Method::AreaShare)] {
        group.bench_function(format!("22,500 cells to 18 areas, {name}"), |it| {
            it.iter(|| to_areas(black_box(&cells), &file.areas, method, uncertainty).outside);
        });
    }
    group.finish();
}

criterion_group!(formats, tables, outlines, grids);
criterion_main!(formats);
