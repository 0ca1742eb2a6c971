//! The same city in each format and reference system, and what each format can have wrong.

use ankunft_formats::geometry::{self, GeometryOptions, Limits};
use ankunft_formats::{AreaFile, Finding, Severity};
use serde_json::json;

use crate::city::{
    self, Quarter, collection, findings, geopackage, projected, read, read_json, shapefile,
    with_system, zipped,
};

const SYSTEMS: [u32; 5] = [25832, 25833, 3035, 4326, 3857];

fn projection(epsg: u32) -> &'static str {
    match epsg {
        25832 => "PROJCS[\"ETRS_1989_UTM_Zone_32N\",GEOGCS[\"GCS_ETRS_1989\"]]",
        25833 => {
            "PROJCS[\"x\",GEOGCS[\"y\",AUTHORITY[\"EPSG\",\"4258\"]],AUTHORITY[\"EPSG\",\"25833\"]]"
        }
        3035 => "PROJCS[\"ETRS89-extended / LAEA Europe\",GEOGCS[\"ETRS89\"]]",
        3857 => "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",GEOGCS[\"GCS_WGS_1984\"]]",
        _ => "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]]",
    }
}

/// Every corner comes back to the ten-millionth of a degree.
fn assert_is_city(file: &AreaFile, quarters: &[Quarter], epsg: u32) {
    assert_eq!((file.areas.len(), file.epsg), (quarters.len(), Some(epsg)));
    for (area, quarter) in file.areas.iter().zip(quarters) {
        assert_eq!((&area.code, &area.name), (&quarter.code, &quarter.name));
        let exterior = area.outline.0[0].exterior();
        for wanted in &quarter.rings[0] {
            let near = |at: &geo::Coord| {
                (at.x - wanted[0]).abs() < 1e-7 && (at.y - wanted[1]).abs() < 1e-7
            };
            assert!(exterior.coords().any(near), "{epsg}: {wanted:?} in {exterior:?}");
        }
        assert!((800_000.0..810_000.0).contains(&area.area_m2), "{}", area.area_m2);
    }
}

#[test]
fn every_format_in_every_system_gives_the_same_degrees() {
    let quarters = city::city(12);
    for epsg in SYSTEMS {
        let there = projected(&quarters, epsg);
        let text = with_system(collection(&there), epsg).to_string();
        let files = [
            text.clone().into_bytes(),
            zipped(&[("city.geojson".to_owned(), text.into_bytes())]),
            geopackage(&there, epsg, false),
            zipped(&[("a/city.gpkg".to_owned(), geopackage(&there, epsg, false))]),
            zipped(&shapefile(&there, Some(projection(epsg)))),
        ];
        for bytes in files {
            let (file, findings) = read(&bytes).expect("no errors");
            assert!(findings.is_empty(), "{findings:?}");
            assert_is_city(&file, &quarters, epsg);
        }
    }
}

#[test]
fn a_system_that_is_not_said_is_asked_for_with_a_guess() {
    let there = projected(&city::city(3), 3035);
    let cases = [
        zipped(&shapefile(&there, None)),
        geopackage(&there, 0, false),
        collection(&there).to_string().into_bytes(),
    ];
    for bytes in cases {
        let all = read(&bytes).expect_err("no system");
        assert_eq!(all.len(), 1, "{all:?}");
        assert_eq!(all[0].code, "crs-unknown");
        let guess = all[0].args.iter().find(|(name, _)| name == "guess");
        assert_eq!(guess.map(|(_, value)| value.as_str()), Some("EPSG:3035"));
        let said = GeometryOptions { epsg: Some(3035), ..GeometryOptions::default() };
        let (file, _) = geometry::read(&bytes, "city", &said).expect("said now");
        assert_is_city(&file, &city::city(3), 3035);
    }
}

#[test]
fn a_wrong_system_is_one_finding_and_not_one_for_each_area() {
    let there = projected(&city::city(30), 25832);
    let all = findings(read_json(&with_system(collection(&there), 4326)));
    assert_eq!(codes(&all), ["crs-mismatch"]);
    let all = findings(read_json(&with_system(collection(&there), 31467)));
    assert_eq!(codes(&all), ["crs-unsupported"]);
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|it| it.code.as_str()).collect()
}

#[test]
fn heights_are_left_out_with_one_note() {
    let (file, all) = read(&geopackage(&city::city(8), 4326, true)).expect("no errors");
    assert_is_city(&file, &city::city(8), 4326);
    assert_eq!(codes(&all), ["height-dropped"]);
    assert_eq!(all[0].severity, Severity::Note);
}

#[test]
fn holes_are_holes_in_every_format() {
    let mut quarters = city::city(2);
    let mut hole = city::square(8.302, 49.402, 0.005);
    hole.reverse();
    quarters[0].rings.push(hole);
    let files = [
        collection(&quarters).to_string().into_bytes(),
        geopackage(&quarters, 4326, false),
        zipped(&shapefile(&quarters, Some(projection(4326)))),
    ];
    for bytes in files {
        let (file, all) = read(&bytes).expect("no errors");
        assert_eq!(file.areas[0].outline.0[0].interiors().len(), 1);
        assert!((file.areas[0].area_m2 / file.areas[1].area_m2 - 0.75).abs() < 1e-4);
        assert!(all.is_empty(), "{all:?}");
    }
}

#[test]
fn keys_are_found_by_the_names_of_fields_and_kept_as_text() {
    let polygon = json!({"type": "Polygon", "coordinates": [city::square(8.0, 49.0, 0.1)]});
    let feature = |properties, id| json!({"type": "Feature", "id": id, "properties": properties, "geometry": polygon});
    let cases = [
        (json!({"municipality_id": 14, "PGIS_TXT": "Mölschbach"}), json!(null), "14", "Mölschbach"),
        (json!({"Schlüssel": "07.0", "Bezeichnung": "Hafen"}), json!(null), "07.0", "Hafen"),
        (json!({"id": 3.0, "PLR_ID": "01011101"}), json!(null), "01011101", "01011101"),
        (json!({"name": "Hafen"}), json!("q7"), "q7", "Hafen"),
    ];
    for (properties, id, code, name) in cases {
        let file = json!({"type": "FeatureCollection", "features": [feature(properties, id)]});
        let (file, _) = read_json(&file).expect("no errors");
        assert_eq!((file.areas[0].code.as_str(), file.areas[0].name.as_str()), (code, name));
    }
}

#[test]
fn archives_that_are_bombs_or_puzzles_are_refused() {
    let zeros = |length: usize| vec![("a.geojson".to_owned(), vec![b' '; length])];
    let small = Limits { unpacked_bytes: 1_000_000, members: 20, ..Limits::default() };
    let options = GeometryOptions { limits: small, ..GeometryOptions::default() };
    let inner = zipped(&zeros(10));
    let many: Vec<_> = (0..21).map(|it| (format!("{it}.txt"), Vec::new())).collect();
    let two = [("a.geojson".to_owned(), vec![]), ("b.gpkg".to_owned(), vec![])];
    let cases = [
        (zipped(&zeros(5_000_000)), "archive-too-large"),
        (zipped(&[("inner.zip".to_owned(), inner.clone())]), "outlines-archive-nested"),
        (zipped(&[("inner.geojson".to_owned(), inner)]), "outlines-archive-nested"),
        (zipped(&many), "archive-too-many-members"),
        (zipped(&two), "archive-several-outlines"),
        (zipped(&[("a.txt".to_owned(), vec![])]), "archive-without-outlines"),
        (zipped(&zeros(100))[..60].to_vec(), "outlines-archive-broken"),
    ];
    for (bytes, code) in cases {
        let all = geometry::read(&bytes, "city.zip", &options).expect_err("refused");
        assert_eq!(codes(&all), [code]);
    }
    let options = GeometryOptions {
        limits: Limits { bytes: 1_000, features: 5, positions: 30, ..Limits::default() },
        ..GeometryOptions::default()
    };
    let all = geometry::read(&vec![b'x'; 1_001], "x", &options).expect_err("refused");
    assert_eq!(codes(&all), ["geometry-too-large"]);
}

#[test]
fn files_cut_anywhere_are_findings_and_never_panics() {
    let quarters = city::city(4);
    let files = [
        collection(&quarters).to_string().into_bytes(),
        geopackage(&quarters, 25832, false),
        zipped(&shapefile(&quarters, Some(projection(4326)))),
        shapefile(&quarters, None).remove(0).1,
    ];
    for bytes in files {
        for length in (0..bytes.len()).step_by(bytes.len() / 97 + 1) {
            findings(read(&bytes[..length]));
        }
    }
    let members = shapefile(&quarters, Some(projection(4326)));
    for part in 0..2 {
        // A table is whole without the mark at its end.
        for length in 0..members[part].1.len() - part {
            let mut cut = members.clone();
            cut[part].1.truncate(length);
            let all = read(&zipped(&cut)).expect_err("cut");
            assert!(all.iter().any(|it| it.code.starts_with("shapefile-")), "{all:?}");
        }
    }
}

#[test]
fn a_heap_of_the_same_outline_ends_soon() {
    let mut quarters = city::city(1);
    quarters[0].rings[0] = city::square(8.3, 49.4, 0.01);
    let heap: Vec<Quarter> = (0..400)
        .map(|index| Quarter { code: format!("{index:04}"), ..quarters[0].clone() })
        .collect();
    let all = findings(read_json(&collection(&heap)));
    assert_eq!(codes(&all), ["areas-overlap"]);
}
