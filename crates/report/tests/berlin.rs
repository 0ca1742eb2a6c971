//! The planning areas of Berlin fit into a page, and keep their borders.
#![expect(clippy::disallowed_methods, reason = "reads reference data")]
#![expect(clippy::print_stdout, reason = "says that it was skipped, and what it measured")]

mod support;

use std::path::{Path, PathBuf};

use ankunft_report::{Area, Detail, Look, MapBase, MapPicture, Shade};
use geo::{Coord, LineString, MultiPolygon, Polygon};
use serde_json::Value;

fn reference() -> PathBuf {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    std::env::var_os("ANKUNFT_REFERENCE").map_or(default, PathBuf::from)
}

fn ring(value: &Value) -> LineString<f64> {
    let corners = value.as_array().expect("a ring").iter();
    let number = |value: &Value| value.as_f64().expect("a number");
    LineString::new(corners.map(|it| Coord { x: number(&it[0]), y: number(&it[1]) }).collect())
}

fn polygon(value: &Value) -> Polygon<f64> {
    let mut rings = value.as_array().expect("rings").iter().map(ring);
    Polygon::new(rings.next().expect("an outer ring"), rings.collect())
}

fn areas() -> Option<Vec<(String, String, MultiPolygon<f64>)>> {
    let file = "data/berlin/areas/berlin-lor-planning-areas-until-2020.corrected.geojson";
    let text = std::fs::read_to_string(reference().join(file)).ok()?;
    let read: Value = serde_json::from_str(&text).expect("GeoJSON");
    let features = read["features"].as_array().expect("features").iter();
    let area = |it: &Value| {
        let text = |key: &str| it["properties"][key].as_str().expect("text").to_owned();
        let parts = it["geometry"]["coordinates"].as_array().expect("polygons");
        (text("id"), text("name"), parts.iter().map(polygon).collect())
    };
    Some(features.map(area).collect())
}

#[test]
fn berlin_fits_into_a_page_with_all_its_borders() {
    let Some(areas) = areas() else {
        println!("skipped: no reference data");
        return;
    };
    let areas: Vec<Area<'_>> =
        areas.iter().map(|(code, name, shape)| Area { code, name, shape }).collect();
    // What 45 KB for the 542 areas of 2021 leave for the 448 of 2020.
    let budget = 45_000 * areas.len() / 542;
    let map = MapBase::new(&areas, 1000, Detail::Bytes(budget)).expect("a map");
    println!("{} areas, {} bytes of paths", map.areas().len(), map.path_bytes());
    assert_eq!(map.areas().len(), 448);
    assert!(map.path_bytes() <= budget);
    assert!(map.areas().iter().all(|area| support::doubled_area(&area.path) > 0));

    let borders = support::borders(&map);
    // Where a strip between two areas is thinner than a unit, its two sides become one line.
    let doubled = borders.values().filter(|uses| **uses > 2).count();
    println!("{doubled} lines stand for two borders");
    assert!(doubled * 200 < borders.len(), "{doubled} of {}", borders.len());
    let shared = borders.values().filter(|uses| **uses >= 2).count();
    println!("{} borders, {shared} of them shared", borders.len());
    // The city's own outline is all that belongs to one area alone.
    assert!(shared * 10 > borders.len() * 8, "{shared} of {}", borders.len());

    let picture = MapPicture {
        id: "karte",
        title: "Anteil der Menschen ohne deutschen Pass",
        description: "",
        classes: 5,
        selected: Some("01011101"),
        layers: &[],
    };
    let svg = map.draw(&picture, |index, shape| Look {
        shade: Shade::Class((index % 5) as u8),
        text: "12,3\u{a0}%".to_owned(),
        href: Some(format!("/berlin/atlas/quartiere/{}", shape.code)),
    });
    println!("{} bytes of SVG", svg.len());
    support::check(&svg);
}
