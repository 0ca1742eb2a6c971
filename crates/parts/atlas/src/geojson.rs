//! GeoJSON (RFC 7946) as types, so that what is documented is what is written.

use geo::MultiPolygon;
use schemars::JsonSchema;
use serde::Serialize;

/// Features that are handed out together.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FeatureCollection<P> {
    /// `FeatureCollection`.
    pub r#type: &'static str,
    /// The features.
    pub features: Vec<Feature<P, u32>>,
}

/// An area unit with what is said of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Feature<P, I> {
    /// `Feature`.
    pub r#type: &'static str,
    /// What names it among the others.
    pub id: I,
    /// What is said of it.
    pub properties: P,
    /// Its outline; none if nobody knows it.
    pub geometry: Option<Geometry>,
}

/// An outline.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Geometry {
    /// `MultiPolygon`.
    pub r#type: &'static str,
    /// Polygons of rings of positions.
    pub coordinates: Vec<Vec<Vec<[f64; 2]>>>,
}

impl<P> FeatureCollection<P> {
    /// These features.
    #[must_use]
    pub const fn of(features: Vec<Feature<P, u32>>) -> Self {
        Self { r#type: "FeatureCollection", features }
    }
}

impl<P, I> Feature<P, I> {
    /// A feature.
    #[must_use]
    pub const fn new(id: I, properties: P, geometry: Option<Geometry>) -> Self {
        Self { r#type: "Feature", id, properties, geometry }
    }
}

impl Geometry {
    /// An outline with so many decimals, its axes turned round if the system wants the second
    /// first; none if it is empty.
    #[must_use]
    pub fn of(outline: &MultiPolygon<f64>, decimals: i32, turned: bool) -> Option<Self> {
        if outline.0.is_empty() {
            return None;
        }
        let scale = 10_f64.powi(decimals);
        let round = |it: f64| (it * scale).round() / scale;
        let ring = |it: &geo::LineString<f64>| -> Vec<[f64; 2]> {
            it.coords()
                .map(|at| {
                    let (x, y) = (round(at.x), round(at.y));
                    if turned { [y, x] } else { [x, y] }
                })
                .collect()
        };
        let polygon = |it: &geo::Polygon<f64>| -> Vec<Vec<[f64; 2]>> {
            std::iter::once(it.exterior()).chain(it.interiors()).map(ring).collect()
        };
        let coordinates = outline.iter().map(polygon).collect();
        Some(Self { r#type: "MultiPolygon", coordinates })
    }
}
