mod build;
mod draw;
mod label;
mod layer;
mod path;
mod project;
mod simplify;
mod tiny;
mod topology;

use geo::MultiPolygon;
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use draw::{Look, MapPicture, Shade, swatch};
pub use layer::{Layer, LayerKind, Place};
use project::Projection;

/// An area to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Area<'a> {
    /// Its key, unique among the areas.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its shape in degrees of longitude and latitude (WGS 84).
    pub shape: &'a MultiPolygon<f64>,
}

/// How much of the outlines is kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Detail {
    /// Bends are left out whose triangle is smaller than this, in square units of the map.
    Tolerance(f64),
    /// The finest tolerance from 0.5 square units on whose paths together stay within so many bytes.
    Bytes(usize),
}

/// The outlines of all areas of one version, projected, simplified, and written as paths.
///
/// Made once per version of the areas and kept by the caller; [`MapBase::draw`] only adds
/// classes, words and links.
///
/// # Semantics
///
/// Neighbours that share a border in the data share it, point for point, in the map: borders are
/// cut where three areas meet, simplified once, and used by both sides. So there are no gaps and
/// no overlaps along them. Coordinates are whole units.
///
/// # Validity
///
/// A border that crosses itself after simplification is not repaired; at a tolerance of a few
/// square units nobody can see it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct MapBase {
    width: u32,
    height: u32,
    projection: Projection,
    areas: Vec<Shape>,
}

/// One area of a [`MapBase`].
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Shape {
    /// Its key.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its outline as path commands, for the `d` attribute.
    pub path: String,
    /// A point well inside it, for a label or a mark, in units of the map.
    pub label: (i32, i32),
    /// How far the border is from that point, in units of the map.
    pub label_room: i32,
}

/// Why a map could not be made or read.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum MapError {
    /// There is no area.
    #[error("there is no area to draw")]
    NoAreas,
    /// An area has no ring with three corners.
    #[error("area {code} has no outline")]
    NoOutline {
        /// Key of the area.
        code: String,
    },
    /// A coordinate cannot be longitude and latitude.
    #[error("area {code} has the coordinate {x}, {y}, which is not longitude and latitude")]
    NotDegrees {
        /// Key of the area.
        code: String,
        /// What stands as longitude.
        x: f64,
        /// What stands as latitude.
        y: f64,
    },
    /// Two areas have the same key.
    #[error("two areas have the key {code}")]
    DoubleCode {
        /// The key.
        code: String,
    },
    /// All areas lie in one point or on one line.
    #[error("the areas have no extent")]
    NoExtent,
    /// Stored text could not be read.
    #[error("the stored map could not be read: {cause}")]
    Unreadable {
        /// What the reader said.
        cause: String,
    },
}

impl MapBase {
    /// Projects, simplifies and writes the outlines.
    ///
    /// # Units
    ///
    /// - `areas`: degrees; their order is kept and changes no outline.
    /// - `width`: width of the map in its own units, 200 to 4,000; 1,000 suits a page. The height follows.
    ///
    /// # Errors
    ///
    /// - [`MapError::NoAreas`], [`MapError::NoExtent`] if there is nothing to draw.
    /// - [`MapError::NoOutline`], [`MapError::NotDegrees`], [`MapError::DoubleCode`] name the area.
    ///
    /// # Accuracy
    ///
    /// The projection is equirectangular with the middle latitude true to scale; over a city of
    /// 50 km it is off by less than a unit. An area too small for its own outline is drawn as a
    /// triangle of a few units, so that none vanishes.
    ///
    /// # Complexity
    ///
    /// O(_v_ log _v_) for _v_ corners.
    ///
    /// # Examples
    ///
    /// ```
    /// use ankunft_report::{Area, Detail, MapBase, MapError};
    /// use geo::{MultiPolygon, polygon};
    ///
    /// let west = MultiPolygon::new(vec![polygon![
    ///     (x: 7.70, y: 49.40), (x: 7.75, y: 49.40), (x: 7.75, y: 49.45), (x: 7.70, y: 49.45),
    /// ]]);
    /// let map = MapBase::new(
    ///     &[Area { code: "01", name: "West", shape: &west }],
    ///     1000,
    ///     Detail::Tolerance(2.0),
    /// )?;
    /// assert_eq!(map.areas()[0].path, "m4 4 0 1525 992 0 0-1525z");
    ///
    /// assert_eq!(MapBase::new(&[], 1000, Detail::Bytes(45_000)), Err(MapError::NoAreas));
    /// # Ok::<(), MapError>(())
    /// ```
    ///
    /// # References
    ///
    /// - Visvalingam, M., & Whyatt, J. D. (1993). Line generalisation by repeated elimination of
    ///   points. _The Cartographic Journal_, 30(1), 46–51.
    ///   <https://doi.org/10.1179/000870493786962263>
    pub fn new(areas: &[Area<'_>], width: u32, detail: Detail) -> Result<Self, MapError> {
        build::build(areas, width.clamp(200, 4_000), detail)
    }

    /// The areas, in the order given.
    #[must_use]
    pub fn areas(&self) -> &[Shape] {
        &self.areas
    }

    /// Width and height in units.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Where a point lies on the map.
    ///
    /// # Units
    ///
    /// Degrees of longitude and latitude in, units of the map out.
    #[must_use]
    pub fn locate(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        self.projection.point(longitude, latitude)
    }

    /// How many units of the map a kilometre is, for a scale bar.
    #[must_use]
    pub fn units_per_km(&self) -> f64 {
        self.projection.units_per_km()
    }

    /// How many bytes the paths take together.
    #[must_use]
    pub fn path_bytes(&self) -> usize {
        self.areas.iter().map(|area| area.path.len()).sum()
    }

    /// The map as text, to be stored.
    ///
    /// # Errors
    ///
    /// [`MapError::Unreadable`] if it cannot be written, which does not happen for a map made
    /// with [`MapBase::new`].
    pub fn to_json(&self) -> Result<String, MapError> {
        serde_json::to_string(self).map_err(|it| MapError::Unreadable { cause: it.to_string() })
    }

    /// A map that was stored with [`MapBase::to_json`].
    ///
    /// # Errors
    ///
    /// [`MapError::Unreadable`] if the text is something else, or holds a path that is none.
    pub fn from_json(text: &str) -> Result<Self, MapError> {
        let map: Self = serde_json::from_str(text)
            .map_err(|it| MapError::Unreadable { cause: it.to_string() })?;
        match map.areas.iter().find(|area| !path::is_path(&area.path)) {
            None => Ok(map),
            Some(area) => Err(MapError::Unreadable {
                cause: format!("the outline of {} holds something else", area.code),
            }),
        }
    }
}
