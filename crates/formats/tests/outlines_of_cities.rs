//! The outlines of Berlin and Kaiserslautern, and the grid of the Zensus over them.

#![expect(clippy::disallowed_methods, reason = "reads reference data")]

use std::path::PathBuf;

use ankunft_disclosure::Cell;
use ankunft_formats::geometry::{self, GeometryOptions, crosswalk};
use ankunft_formats::grid::{self, GridCell, Method, Uncertainty};
use ankunft_formats::{AreaFile, Finding, Severity};
use geo::GeodesicArea;

fn reference(path: &str) -> Option<Vec<u8>> {
    let root = std::env::var_os("ANKUNFT_REFERENCE").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let bytes = std::fs::read(root.join("data").join(path)).ok();
    if bytes.is_none() {
        eprintln!("skipped: no reference data");
    }
    bytes
}

fn read(bytes: &[u8]) -> Result<(AreaFile, Vec<Finding>), Vec<Finding>> {
    geometry::read(bytes, "areas.geojson", &GeometryOptions::default())
}

const PLANNING: &str = "berlin/areas/berlin-lor-planning-areas-until-2020.geojson";
const CORRECTED: &str = "berlin/areas/berlin-lor-planning-areas-until-2020.corrected.geojson";
const DISTRICTS: &str = "berlin/areas/berlin-lor-districts.geojson";
const QUARTERS: &str = "kaiserslautern/ortsbezirke_18.geojson";

#[test]
fn the_twice_used_id_of_berlin_is_named_with_the_id_that_its_place_suggests() {
    let Some(bytes) = reference(PLANNING) else { return };
    let findings = read(&bytes).expect_err("06010102 stands twice");
    let twice: Vec<&Finding> =
        findings.iter().filter(|it| it.severity == Severity::Error).collect();
    assert_eq!(twice.len(), 1, "{findings:?}");
    assert_eq!((twice[0].code.as_str(), twice[0].line), ("duplicate-area-code", Some(205)));
    let arg = |name: &str| {
        let found = twice[0].args.iter().find(|(it, _)| it == name);
        found.map(|(_, value)| value.clone()).expect("the argument")
    };
    assert_eq!(arg("code"), "06010102");
    assert_eq!((arg("first").as_str(), arg("second").as_str()), ("124", "205"));
    assert_eq!(arg("first-name"), "Schloßstraße");
    assert_eq!((arg("wrong").as_str(), arg("plausible").as_str()), ("124", "04030417"));
}

#[test]
fn the_corrected_planning_areas_are_all_of_berlin() {
    let (Some(areas), Some(districts)) = (reference(CORRECTED), reference(DISTRICTS)) else {
        return;
    };
    let (planning, _) = read(&areas).expect("no errors");
    assert_eq!(planning.areas.len(), 448);
    let (districts, _) = read(&districts).expect("no errors");
    assert_eq!(districts.areas.len(), 12);
    let sum = |file: &AreaFile| file.areas.iter().map(|area| area.area_m2).sum::<f64>();
    let apart = (sum(&planning) - sum(&districts)).abs() / 1e6;
    assert!(apart <= 0.036, "{apart} km²");
    let largest = planning.areas.iter().map(|area| area.area_m2).fold(0.0, f64::max);
    assert!(largest < 50e6, "{largest}");
}

#[test]
fn planning_areas_lie_in_the_district_that_their_id_names() {
    let (Some(areas), Some(districts)) = (reference(CORRECTED), reference(DISTRICTS)) else {
        return;
    };
    let (planning, _) = read(&areas).expect("no errors");
    let (districts, _) = read(&districts).expect("no errors");
    let links = crosswalk::by_overlay(&planning.areas, &districts.areas);
    assert_eq!(links.len(), 448, "slivers are left out");
    for link in links {
        assert!(link.from.starts_with(&link.to), "{link:?}");
        assert!((link.weight - 1.0).abs() < 1e-12, "{link:?}");
    }
}

#[test]
fn kaiserslautern_is_140_square_kilometres() {
    let Some(bytes) = reference(QUARTERS) else { return };
    let (file, findings) = read(&bytes).expect("no errors");
    eprintln!("{findings:?}");
    assert_eq!(file.areas.len(), 18);
    assert!(
        file.areas.iter().any(|it| (it.code.as_str(), it.name.as_str()) == ("14", "Mölschbach"))
    );
    let total = file.areas.iter().map(|area| area.area_m2).sum::<f64>() / 1e6;
    // The published 140.4 km² are measured in UTM, which is 0.08 % too small here.
    assert!((total - 140.4).abs() < 0.15, "{total}");
    for area in &file.areas {
        let geodesic = area.outline.geodesic_area_unsigned();
        assert!((area.area_m2 / geodesic - 1.0).abs() < 1e-5, "{}: {geodesic}", area.area_m2);
    }
}

#[test]
fn the_grid_gives_kaiserslautern_its_inhabitants() {
    let path = "zensus2011/extract_kaiserslautern_1km.csv";
    let (Some(quarters), Some(grid)) = (reference(QUARTERS), reference(path)) else { return };
    let (file, _) = read(&quarters).expect("no errors");
    let text = String::from_utf8(grid).expect("UTF-8");
    let cells: Vec<(GridCell, Cell)> = text
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split(';').collect();
            let cell: GridCell = fields[0].parse().expect("a cell");
            let centre = cell.centre();
            assert_eq!(centre.x().to_string(), fields[1]);
            assert_eq!(centre.y().to_string(), fields[2]);
            let number: f64 = fields[3].parse().expect("a number");
            let content =
                if number < 0.0 { Cell::SUPPRESSED } else { Cell::of(number).expect("finite") };
            (cell, content)
        })
        .collect();
    let uncertainty =
        Uncertainty { greatest_noise: 0.0, noise_variance: 0.0, unpublished_most: 2.0 };
    let found = grid::to_areas(&cells, &file.areas, Method::Centre, uncertainty);
    let people: f64 = found.areas.iter().map(|it| it.value).sum();
    let published: usize = found.areas.iter().map(|it| it.published).sum();
    assert_eq!((published, people), (81, 95_446.0));
    let hidden: usize = found.areas.iter().map(|it| it.unpublished).sum();
    let most: f64 = found.areas.iter().map(|it| it.surely.high).sum();
    assert_eq!(most, people + 2.0 * hidden as f64);
    // By share of area people of cells on the border of the city are split, and some are new.
    let shared = grid::to_areas(&cells, &file.areas, Method::AreaShare, uncertainty);
    let people: f64 = shared.areas.iter().map(|it| it.value).sum();
    assert!((people - 95_446.0).abs() < 3_000.0, "{people}");
}
