//! Outlines of area units: files in, [`AreaFile`] and findings out.
//!
//! | question | where |
//! |---|---|
//! | what is in this file? | [`read`] |
//! | how do old area units become new ones? | [`crosswalk`] |
//! | how is one outline stored? | [`outline_to_bytes`], [`outline_from_bytes`] |
//! | how large is it on the ground? | [`area_m2`] |
//! | where do river and railway run? | [`lines`] |
//! | how does it lie in metres? | [`projected`], [`Projection`] |
//! | how is it handed out? | [`geopackage()`] |

mod archive;
mod crossings;
pub mod crosswalk;
mod crs;
mod dbf;
mod fields;
mod geojson;
mod geopackage;
mod limits;
mod lines;
mod neighbours;
mod nesting;
mod package;
mod place;
mod plane;
mod problem;
mod project;
mod raw;
mod rings;
mod shp;
mod whole;
mod wkb;

use crate::{AreaFile, Finding, Severity};
pub use crs::{KNOWN_SYSTEMS, plausible_systems};
pub(crate) use fields::{CODE_NAMES, NAME_NAMES, plain};
use geojson::{broken as broken_json, without_mark};
pub use limits::Limits;
pub use lines::{LineKind, MapLine, lines};
pub use package::{Field, FieldKind, FieldValue, Layer, PackageError, geopackage};
pub use plane::area_m2;
pub(crate) use plane::{Boxed, Plane, box_tree};
pub use project::{Projection, projected};
use raw::RawFile;
pub use wkb::{outline_from_bytes, outline_to_bytes};

/// What a person says about a geometry file; nothing has to be said if the file says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GeometryOptions {
    /// The reference system, as its EPSG number. It goes before what the file says.
    pub epsg: Option<u32>,
    /// The field with the key; without it, it is guessed from the names of the fields.
    pub code_field: Option<String>,
    /// The field with the name; without it, it is guessed.
    pub name_field: Option<String>,
    /// The field with the key of the area unit above; without it, there is none.
    pub parent_field: Option<String>,
    /// How large a file may be.
    pub limits: Limits,
}

/// The area units of a GeoJSON, `GeoPackage` or Shapefile (in a ZIP), told apart by content.
///
/// What can be repaired without doubt is repaired, and a finding says so. All outlines are in
/// degrees afterwards (EPSG:4326, longitude first), exterior rings counter-clockwise.
/// [`Finding::line`] is the number of the feature, the first is 1; for broken JSON it is the
/// line of the text.
///
/// # Errors
///
/// All findings, with at least one [`Severity::Error`], if the file cannot be accepted.
///
/// # Complexity
///
/// O(n log n) for n positions, as long as few area units overlap.
///
/// # Examples
///
/// ```
/// use ankunft_formats::geometry::{self, GeometryOptions};
///
/// let file = br#"{"type": "FeatureCollection", "features": [{"type": "Feature",
///     "properties": {"id": "07", "name": "Hafen"},
///     "geometry": {"type": "Polygon", "coordinates":
///         [[[8.0, 49.0], [8.1, 49.0], [8.1, 49.1], [8.0, 49.0]]]}}]}"#;
/// let (areas, findings) = geometry::read(file, "hafen.geojson", &GeometryOptions::default())
///     .expect("a valid file");
/// assert_eq!((areas.areas[0].code.as_str(), areas.epsg), ("07", Some(4326)));
/// assert!(findings.is_empty());
/// ```
pub fn read(
    bytes: &[u8],
    file_name: &str,
    options: &GeometryOptions,
) -> Result<(AreaFile, Vec<Finding>), Vec<Finding>> {
    let raw = recognise(bytes, file_name, options).map_err(|finding| vec![*finding])?;
    let size = raw.check_size(&options.limits);
    size.map_err(|finding| vec![*finding])?;
    whole::assemble(&raw, options)
}

/// A finding on its way out; boxed, since results are passed by value.
type Refusal = Box<Finding>;

fn refusal(file_name: &str, code: &str) -> Finding {
    Finding::new(Severity::Error, file_name, code)
}

fn recognise(bytes: &[u8], file_name: &str, options: &GeometryOptions) -> Result<RawFile, Refusal> {
    let limits = &options.limits;
    if bytes.len() as u64 > limits.bytes {
        let finding = refusal(file_name, "geometry-too-large");
        return Err(Box::new(
            finding.arg("size", bytes.len() / 1_000_000).arg("limit", limits.bytes / 1_000_000),
        ));
    }
    if archive::is_zip(bytes) {
        return archive::read(bytes, file_name, limits);
    }
    recognise_plain(bytes, file_name, limits)
}

fn recognise_plain(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<RawFile, Refusal> {
    if geopackage::is_sqlite(bytes) {
        return geopackage::read(bytes, file_name, limits);
    }
    if shp::is_shp(bytes) {
        return Err(Box::new(refusal(file_name, "shapefile-alone")));
    }
    if geojson::is_json(bytes) {
        return geojson::read(bytes, file_name);
    }
    let code = if bytes.is_empty() { "geometry-file-empty" } else { "geometry-unknown-format" };
    Err(Box::new(refusal(file_name, code)))
}
