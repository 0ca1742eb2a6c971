use geo::{Area as _, BoundingRect, Coord, LineString, MultiPolygon, Polygon};
use rstar::RTree;
use rstar::primitives::{GeomWithData, Rectangle};

use super::crs::Way;

/// The plane in which surfaces are true to size: EPSG:3035, in metres.
pub(crate) struct Plane {
    there: Option<Way>,
    back: Option<Way>,
}

impl Plane {
    pub(crate) fn new() -> Self {
        Self { there: Way::new(4326, 3035), back: Way::new(3035, 4326) }
    }

    /// An outline in degrees as one in metres; without surface if it cannot be said there.
    pub(crate) fn outline(&self, outline: &MultiPolygon) -> MultiPolygon {
        mapped(outline, self.there.as_ref())
    }

    /// A polygon in metres as one in degrees.
    pub(crate) fn polygon_to_degrees(&self, polygon: &Polygon) -> Polygon {
        let all = mapped(&MultiPolygon(vec![polygon.clone()]), self.back.as_ref());
        all.into_iter()
            .next()
            .unwrap_or_else(|| Polygon::new(LineString::new(Vec::new()), Vec::new()))
    }

    /// A position in metres as one in degrees.
    pub(crate) fn to_degrees(&self, at: [f64; 2]) -> Option<[f64; 2]> {
        self.back.as_ref()?.all(&[at])?.first().copied()
    }
}

/// The size of an outline in degrees on the ground, in square metres.
///
/// Measured in the equal-area projection EPSG:3035; on the ellipsoid the surface is exact, the
/// edges between positions are straight in the projection. In Germany that differs from the
/// geodesic area by less than 1 part in 100,000 for edges up to a kilometre.
#[must_use]
pub fn area_m2(outline: &MultiPolygon) -> f64 {
    Plane::new().outline(outline).unsigned_area()
}

fn mapped(outline: &MultiPolygon, way: Option<&Way>) -> MultiPolygon {
    let ring = |ring: &LineString| -> Option<LineString> {
        let positions: Vec<[f64; 2]> = ring.coords().map(|at| [at.x, at.y]).collect();
        Some(line(&way?.all(&positions)?))
    };
    let polygon = |polygon: &Polygon| -> Option<Polygon> {
        let holes = polygon.interiors().iter().map(ring).collect::<Option<_>>()?;
        Some(Polygon::new(ring(polygon.exterior())?, holes))
    };
    MultiPolygon(outline.iter().filter_map(polygon).collect())
}

/// A ring of positions as the geometry library wants it.
pub(super) fn line(positions: &[[f64; 2]]) -> LineString {
    LineString::new(positions.iter().map(|[x, y]| Coord { x: *x, y: *y }).collect())
}

/// A box with the number of what is in it.
pub(crate) type Boxed = GeomWithData<Rectangle<[f64; 2]>, usize>;

/// The box of something that has positions, and its number.
pub(crate) fn boxed<G>(index: usize, shape: &G) -> Option<Boxed>
where
    G: BoundingRect<f64, Output = Option<geo::Rect>>,
{
    let rect = shape.bounding_rect()?;
    let [least, greatest] = [rect.min(), rect.max()].map(|at| [at.x, at.y]);
    Some(GeomWithData::new(Rectangle::from_corners(least, greatest), index))
}

/// The boxes of all that have positions, to be asked who is near.
pub(crate) fn box_tree<G>(shapes: &[G]) -> RTree<Boxed>
where
    G: BoundingRect<f64, Output = Option<geo::Rect>>,
{
    let boxes = shapes.iter().enumerate().filter_map(|(index, shape)| boxed(index, shape));
    RTree::bulk_load(boxes.collect())
}
