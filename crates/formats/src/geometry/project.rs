use geo::{Coord, MapCoords as _, MultiPolygon};

use super::crs::Way;

/// An outline in degrees (EPSG:4326, longitude first) in another known system, easting first.
///
/// `None` if the system is not among [`KNOWN_SYSTEMS`](super::KNOWN_SYSTEMS), or a position lies
/// outside of what it can say.
///
/// # Examples
///
/// ```
/// use ankunft_formats::geometry::projected;
/// use geo::{MultiPolygon, polygon};
///
/// let town = MultiPolygon::from(polygon![
///     (x: 9.0, y: 49.0), (x: 9.1, y: 49.0), (x: 9.0, y: 49.1),
/// ]);
/// let metres = projected(&town, 25832).unwrap();
/// // The ninth meridian is the middle of zone 32, at 500 kilometres.
/// assert!((metres.0[0].exterior().0[0].x - 500_000.0).abs() < 0.001);
/// assert!(projected(&town, 31467).is_none());
/// ```
#[must_use]
pub fn projected(outline: &MultiPolygon, epsg: u32) -> Option<MultiPolygon> {
    Projection::to(epsg)?.outline(outline)
}

/// A way from degrees to another system, to be used for many outlines.
pub struct Projection(Way);

impl std::fmt::Debug for Projection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Projection")
    }
}

impl Projection {
    /// `None` if the system is not known.
    #[must_use]
    pub fn to(epsg: u32) -> Option<Self> {
        Way::new(4326, epsg).map(Self)
    }

    /// The outline there; `None` if a position lies outside of what the system can say.
    #[must_use]
    pub fn outline(&self, outline: &MultiPolygon) -> Option<MultiPolygon> {
        outline
            .try_map_coords(|at| {
                let there = self.0.all(&[[at.x, at.y]]).ok_or(())?;
                let [x, y] = *there.first().ok_or(())?;
                Ok::<_, ()>(Coord { x, y })
            })
            .ok()
    }
}
