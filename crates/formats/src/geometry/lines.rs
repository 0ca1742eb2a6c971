//! Lines for orientation on a map: rivers, railways, main streets.

use geo::{Coord, LineString};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Refusal, broken_json, refusal, without_mark};
use crate::{Finding, Severity};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A river or canal.
    River,
    /// A railway.
    Rail,
    /// A main street.
    Street,
}

impl LineKind {
    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::River => "river",
            Self::Rail => "rail",
            Self::Street => "street",
        }
    }

    /// The kind of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::River, Self::Rail, Self::Street].into_iter().find(|it| it.code() == code)
    }

    /// As the feature says it: `art` or `kind` in words, or the keys of OpenStreetMap.
    fn of(properties: &Map<String, Value>) -> Option<Self> {
        let word = |name: &str| properties.get(name).and_then(Value::as_str).unwrap_or_default();
        let said = [word("art"), word("kind")].into_iter().find(|it| !it.is_empty());
        match said.unwrap_or_default().to_lowercase().as_str() {
            "fluss" | "river" | "kanal" | "canal" => return Some(Self::River),
            "bahn" | "rail" | "railway" => return Some(Self::Rail),
            "strasse" | "straße" | "street" | "road" => return Some(Self::Street),
            _ => {}
        }
        match (word("waterway"), word("railway"), word("highway")) {
            ("river" | "canal", _, _) => Some(Self::River),
            (_, "rail" | "light_rail", _) => Some(Self::Rail),
            (_, _, "motorway" | "trunk" | "primary" | "secondary") => Some(Self::Street),
            _ => None,
        }
    }
}

/// A line with what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLine {
    /// What it is.
    pub kind: LineKind,
    /// Its name, if it has one.
    pub name: String,
    /// Its course in degrees (EPSG:4326).
    pub course: LineString,
}

#[derive(Deserialize)]
struct Document {
    features: Option<Vec<Feature>>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Option<Map<String, Value>>,
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(default)]
    coordinates: Value,
}

/// The lines of a `GeoJSON` file in degrees. Features of another kind are counted in a note.
///
/// # Errors
///
/// The finding that says why the file cannot be accepted; [`Finding::line`] is the number of the
/// feature.
///
/// # Examples
///
/// ```
/// use ankunft_formats::geometry::{LineKind, lines};
///
/// let file = br#"{"type": "FeatureCollection", "features": [{"type": "Feature",
///     "properties": {"waterway": "river", "name": "Lauter"},
///     "geometry": {"type": "LineString", "coordinates": [[7.7, 49.4], [7.8, 49.5]]}}]}"#;
/// let (lines, findings) = lines(file, "lauter.geojson").expect("a valid file");
/// assert_eq!((lines[0].kind, lines[0].name.as_str()), (LineKind::River, "Lauter"));
/// assert!(findings.is_empty());
///
/// let metres = String::from_utf8_lossy(file).replace("7.7", "407000");
/// let refused = ankunft_formats::geometry::lines(metres.as_bytes(), "lauter.geojson");
/// assert_eq!(refused.expect_err("not degrees").code, "lines-not-degrees");
/// ```
pub fn lines(bytes: &[u8], file_name: &str) -> Result<(Vec<MapLine>, Vec<Finding>), Refusal> {
    let document: Document = serde_json::from_slice(without_mark(bytes))
        .map_err(|error| Box::new(broken_json(bytes, file_name, &error)))?;
    let Some(features) = document.features else {
        return Err(Box::new(refusal(file_name, "geojson-no-collection").arg("kind", "")));
    };
    let mut lines = Vec::new();
    let mut others = 0_usize;
    for (number, feature) in (1..).zip(features) {
        let properties = feature.properties.unwrap_or_default();
        let (Some(kind), Some(geometry)) = (LineKind::of(&properties), feature.geometry) else {
            others += 1;
            continue;
        };
        let name = properties.get("name").and_then(Value::as_str).unwrap_or_default();
        let courses = courses(&geometry).ok_or_else(|| {
            Box::new(refusal(file_name, "lines-not-degrees").line(number).arg("name", name))
        })?;
        let line = |course| MapLine { kind, name: name.chars().take(200).collect(), course };
        lines.extend(courses.into_iter().map(line));
    }
    if lines.is_empty() {
        return Err(Box::new(refusal(file_name, "lines-none")));
    }
    let note = Finding::new(Severity::Note, file_name, "lines-others").arg("count", others);
    Ok((lines, if others > 0 { vec![note] } else { Vec::new() }))
}

/// The courses of a geometry; empty for one without lines, `None` for one outside the globe.
fn courses(geometry: &Geometry) -> Option<Vec<LineString>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let parts = match geometry.kind.as_str() {
        "LineString" => vec![list(&geometry.coordinates)],
        "MultiLineString" => list(&geometry.coordinates).iter().map(list).collect(),
        _ => Vec::new(),
    };
    parts.iter().map(|it| it.iter().map(position).collect::<Option<LineString>>()).collect()
}

fn position(value: &Value) -> Option<Coord> {
    let (x, y) = (value.get(0)?.as_f64()?, value.get(1)?.as_f64()?);
    (x.abs() <= 180.0 && y.abs() <= 90.0).then_some(Coord { x, y })
}
