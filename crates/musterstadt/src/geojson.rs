use std::fmt::Write;

use geo::{LineString, MultiPolygon};
use serde_json::{Value, json};

use crate::{AreaSet, City, FileKind, GeneratedFile, Level, LineKind, Period};

pub(crate) fn areas(city: &City) -> Vec<GeneratedFile> {
    city.areas.iter().map(|set| area_file(city, set)).collect()
}

fn area_file(city: &City, set: &AreaSet) -> GeneratedFile {
    let features = set.units.iter().map(|unit| {
        let properties = json!({ "id": unit.id, "name": unit.name, "parent": unit.parent });
        feature(&properties, "MultiPolygon", &polygons(&unit.outline))
    });
    GeneratedFile {
        name: format!("{}-{}{}.geojson", city.slug, level_name(set.level), era(city, set)),
        kind: FileKind::Areas {
            level: set.level,
            valid_from: first_day(set.from),
            valid_to: set.until.map(last_day),
        },
        bytes: collection(features),
    }
}

pub(crate) fn base_map(city: &City) -> GeneratedFile {
    let features = city.lines.iter().map(|line| {
        let art = match line.kind {
            LineKind::River => "fluss",
            LineKind::Rail => "bahn",
            LineKind::Street => "strasse",
        };
        feature(&json!({ "name": line.name, "art": art }), "LineString", &course(&line.course))
    });
    GeneratedFile {
        name: format!("{}-grundkarte.geojson", city.slug),
        kind: FileKind::BaseMap,
        bytes: collection(features),
    }
}

fn collection(features: impl Iterator<Item = String>) -> Vec<u8> {
    let features: Vec<String> = features.collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
        .into_bytes()
}

fn feature(properties: &Value, kind: &str, coordinates: &str) -> String {
    format!(
        "{{\"type\":\"Feature\",\"properties\":{properties},\"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}"
    )
}

fn polygons(outline: &MultiPolygon<f64>) -> String {
    let polygons: Vec<String> = outline
        .iter()
        .map(|polygon| {
            let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
            format!("[{}]", rings.map(course).collect::<Vec<_>>().join(","))
        })
        .collect();
    format!("[{}]", polygons.join(","))
}

fn course(line: &LineString<f64>) -> String {
    let mut text = String::with_capacity(line.0.len() * 24);
    for (at, point) in line.0.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        // Writing to a string cannot fail.
        let _ = write!(text, "{comma}[{},{}]", point.x, point.y);
    }
    format!("[{text}]")
}

pub(crate) fn level_name(level: Level) -> &'static str {
    match level {
        Level::Quarter => "quartiere",
        Level::Zone => "teilgebiete",
    }
}

/// What tells files of before and after a reform apart; nothing where there was none.
pub(crate) fn era(city: &City, set: &AreaSet) -> String {
    match set.until {
        Some(until) => format!("-bis-{}", until.year),
        None if city.areas.len() > 2 => format!("-ab-{}", set.from.year),
        None => String::new(),
    }
}

pub(crate) fn first_day(period: Period) -> String {
    format!("{}-{}", period.year, if period.half == 1 { "01-01" } else { "07-01" })
}

fn last_day(period: Period) -> String {
    format!("{}-{}", period.year, if period.half == 1 { "06-30" } else { "12-31" })
}
