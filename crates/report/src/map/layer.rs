use geo::LineString;
use serde::{Deserialize, Serialize};

use super::path::{self, Corner};
use super::{MapBase, simplify};

/// What a line on the map is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum LayerKind {
    /// Rivers and canals.
    River,
    /// Railways.
    Rail,
    /// Main streets.
    Street,
}

/// Whether a layer lies under the areas or over them.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Place {
    /// Seen only where no area is.
    Under,
    /// Drawn over the areas; it takes no clicks.
    Over,
}

/// Lines for orientation, projected and simplified for one [`MapBase`].
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Layer {
    pub(super) kind: LayerKind,
    pub(super) place: Place,
    pub(super) path: String,
}

impl LayerKind {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::River => "fluss",
            Self::Rail => "bahn",
            Self::Street => "strasse",
        }
    }
}

impl MapBase {
    /// Prepares lines for orientation.
    ///
    /// Bends below two square units are left out, and so are lines that shrink to a point.
    ///
    /// # Units
    ///
    /// - `lines`: degrees of longitude and latitude; coordinates that are not finite are skipped.
    ///
    /// # Complexity
    ///
    /// O(_v_ log _v_) for _v_ corners.
    #[must_use]
    pub fn layer(&self, kind: LayerKind, place: Place, lines: &[LineString<f64>]) -> Layer {
        const STEPS: f64 = 16.0;
        const TOLERANCE: i64 = 2 * 2 * 16 * 16;
        let mut path = String::new();
        for line in lines {
            let fine: Vec<(i64, i64)> = line
                .coords()
                .filter(|it| it.x.is_finite() && it.y.is_finite())
                .map(|it| self.projection.point(it.x, it.y))
                .filter(|(x, y)| x.abs() < 100_000.0 && y.abs() < 100_000.0)
                .map(|(x, y)| ((x * STEPS).round() as i64, (y * STEPS).round() as i64))
                .collect();
            if fine.len() < 2 {
                continue;
            }
            let weights = simplify::weights(&fine);
            let kept = fine.iter().zip(weights).filter(|(_, weight)| *weight >= TOLERANCE);
            let unit = |value: i64| (value as f64 / STEPS).round() as i32;
            let mut corners: Vec<Corner> = kept.map(|(it, _)| (unit(it.0), unit(it.1))).collect();
            corners.dedup();
            if corners.len() > 1 {
                path::line(&corners, &mut path);
            }
        }
        Layer { kind, place, path }
    }
}
