use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::raw::{RawFeature, RawFile, Ring, Shape, StatedSystem};
use super::{Refusal, crs, fields, refusal};

#[derive(Deserialize)]
struct Document {
    #[serde(rename = "type", default)]
    kind: Value,
    crs: Option<Value>,
    features: Option<Vec<Feature>>,
}

#[derive(Deserialize)]
struct Feature {
    id: Option<Value>,
    properties: Option<Map<String, Value>>,
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type", default)]
    kind: String,
    coordinates: Option<Nest>,
}

/// Coordinates of any depth. The format is read by hand below it, so that one wrong number is
/// a finding about one feature and not the end of the file.
enum Nest {
    Position { at: [f64; 2], height: bool },
    Number(f64),
    List(Vec<Nest>),
}

pub(super) fn is_json(bytes: &[u8]) -> bool {
    without_mark(bytes).iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

pub(super) fn read(bytes: &[u8], file_name: &str) -> Result<RawFile, Refusal> {
    let document: Document = serde_json::from_slice(without_mark(bytes))
        .map_err(|error| Box::new(broken(bytes, file_name, &error)))?;
    let Some(features) = document.features else {
        let kind = document.kind.as_str().unwrap_or_default();
        return Err(Box::new(refusal(file_name, "geojson-no-collection").arg("kind", kind)));
    };
    Ok(RawFile {
        name: file_name.to_owned(),
        system: document.crs.as_ref().map_or(StatedSystem::Assumed(4326), system),
        clockwise: false,
        features: features.into_iter().map(feature).collect(),
    })
}

pub(super) fn broken(bytes: &[u8], file_name: &str, error: &serde_json::Error) -> crate::Finding {
    let text = std::str::from_utf8(without_mark(bytes));
    let code = match error.classify() {
        serde_json::error::Category::Eof => "json-cut",
        serde_json::error::Category::Data => "geojson-structure",
        _ if text.is_err() => "json-not-utf8",
        _ => "json-broken",
    };
    let at = error.line().saturating_sub(1);
    let line = without_mark(bytes).split(|byte| *byte == b'\n').nth(at).unwrap_or_default();
    let from = error.column().saturating_sub(60).min(line.len());
    let piece = &line[from..line.len().min(from + 80)];
    refusal(file_name, code)
        .line(error.line() as u64)
        .column(error.column() as u64)
        .excerpt(&String::from_utf8_lossy(piece))
}

/// The `crs` member of GeoJSON before RFC 7946, which official files still carry.
fn system(member: &Value) -> StatedSystem {
    let properties = &member["properties"];
    if let Some(code) = properties["code"].as_u64() {
        return u32::try_from(code)
            .map_or_else(|_| StatedSystem::Other(code.to_string()), StatedSystem::Epsg);
    }
    match properties["name"].as_str() {
        Some(name) => crs::from_name(name),
        None if member.is_null() => StatedSystem::Assumed(4326),
        None => StatedSystem::Other(member.to_string().chars().take(80).collect()),
    }
}

fn feature(feature: Feature) -> RawFeature {
    let properties = feature.properties.unwrap_or_default();
    let (shape, height) = feature.geometry.map_or((Shape::Empty, false), shape);
    RawFeature {
        id: feature.id.as_ref().and_then(fields::text_of),
        fields: properties
            .iter()
            .filter(|(_, value)| !value.is_array() && !value.is_object())
            .map(|(name, value)| (name.clone(), fields::text_of(value).unwrap_or_default()))
            .collect(),
        shape,
        height,
    }
}

fn shape(geometry: Geometry) -> (Shape, bool) {
    let mut height = false;
    let shape = match (geometry.kind.as_str(), geometry.coordinates) {
        (kind @ ("Polygon" | "MultiPolygon"), Some(Nest::List(list))) => {
            let polygons = if kind == "Polygon" {
                polygon(list, &mut height).map(|polygon| vec![polygon])
            } else {
                list.into_iter()
                    .map(|nest| match nest {
                        Nest::List(list) => polygon(list, &mut height),
                        Nest::Position { .. } | Nest::Number(_) => None,
                    })
                    .collect()
            };
            match polygons {
                Some(polygons) if polygons.iter().flatten().all(Vec::is_empty) => Shape::Empty,
                Some(polygons) => Shape::Polygons(polygons),
                None => Shape::Broken,
            }
        }
        ("Polygon" | "MultiPolygon", None) => Shape::Empty,
        ("Polygon" | "MultiPolygon" | "", _) => Shape::Broken,
        (kind, _) => Shape::NoSurface(kind.chars().take(40).collect()),
    };
    (shape, height)
}

fn polygon(rings: Vec<Nest>, height: &mut bool) -> Option<Vec<Ring>> {
    let mut ring = |nest| {
        let Nest::List(list) = nest else { return None };
        list.into_iter()
            .map(|nest| match nest {
                Nest::Position { at, height: has_height } => {
                    *height |= has_height;
                    Some(at)
                }
                Nest::Number(_) | Nest::List(_) => None,
            })
            .collect::<Option<Ring>>()
    };
    rings.into_iter().map(&mut ring).collect()
}

impl<'de> Deserialize<'de> for Nest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NestVisitor)
    }
}

struct NestVisitor;

impl<'de> Visitor<'de> for NestVisitor {
    type Value = Nest;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("coordinates")
    }

    fn visit_i64<E>(self, value: i64) -> Result<Nest, E> {
        Ok(Nest::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Nest, E> {
        Ok(Nest::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Nest, E> {
        Ok(Nest::Number(value))
    }

    fn visit_unit<E>(self) -> Result<Nest, E> {
        Ok(Nest::Number(f64::NAN))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Nest, E> {
        Ok(Nest::Number(f64::NAN))
    }

    fn visit_str<E>(self, _: &str) -> Result<Nest, E> {
        Ok(Nest::Number(f64::NAN))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Nest, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Nest::Number(f64::NAN))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Nest, A::Error> {
        let x = match list.next_element()? {
            None => return Ok(Nest::List(Vec::new())),
            Some(Nest::Number(x)) => x,
            Some(first) => {
                let mut all = vec![first];
                while let Some(next) = list.next_element()? {
                    all.push(next);
                }
                return Ok(Nest::List(all));
            }
        };
        let y = match list.next_element()? {
            Some(Nest::Number(y)) => y,
            _ => f64::NAN,
        };
        let mut height = false;
        while list.next_element::<IgnoredAny>()?.is_some() {
            height = true;
        }
        Ok(Nest::Position { at: [x, y], height })
    }
}
