use serde::{Deserialize, Serialize};

/// Mean radius of the Earth in kilometres (IUGG, R₁).
const EARTH_KM: f64 = 6_371.008_8;

/// Empty units around the map, so that strokes at its edge are not cut.
pub(super) const MARGIN: f64 = 4.0;

/// Longitude and latitude to units of the map: equirectangular, true at the middle latitude.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub(super) struct Projection {
    west: f64,
    north: f64,
    per_degree_x: f64,
    per_degree_y: f64,
}

impl Projection {
    /// Fits `west..east` × `south..north` into `width`; `None` if there is no extent.
    ///
    /// Returns the height that follows, too.
    pub(super) fn fit(bounds: [f64; 4], width: u32) -> Option<(Self, u32)> {
        let [west, south, east, north] = bounds;
        let middle = f64::midpoint(south, north).to_radians();
        let shrink = short(middle.cos()).max(0.01);
        let room = f64::from(width) - 2.0 * MARGIN;
        let per_degree_x = short(room / (east - west));
        let per_degree_y = short(per_degree_x / shrink);
        let height = per_degree_y * (north - south) + 2.0 * MARGIN;
        if !(height.is_finite() && height > 2.0 * MARGIN && height < 40_000.0) {
            return None;
        }
        Some((
            Self { west: short(west), north: short(north), per_degree_x, per_degree_y },
            height.ceil() as u32,
        ))
    }

    pub(super) fn point(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        (
            MARGIN + (longitude - self.west) * self.per_degree_x,
            MARGIN + (self.north - latitude) * self.per_degree_y,
        )
    }

    pub(super) fn units_per_km(&self) -> f64 {
        self.per_degree_y / (EARTH_KM * 1f64.to_radians())
    }
}

/// `value` with nine decimals (a tenth of a millimetre in degrees): the same on every machine,
/// even where the last digit of a cosine is not, and the same again after it was stored as text.
fn short(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}
