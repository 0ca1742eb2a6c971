//! Lines for orientation: bytes to the rivers, railways and streets of every map of a city.

use ankunft_formats::Finding;
use ankunft_formats::geometry::{self, LineKind, MapLine};
use ankunft_platform::register::base_map::{self, BaseLine};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_report::{Layer, LayerKind, MapBase, Place};
use geo::LineString;

use super::hash;

/// A file of lines as it would be accepted, with everything that was found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The lines.
    pub lines: Vec<MapLine>,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Whether it may be accepted.
    #[must_use]
    pub fn is_acceptable(&self) -> bool {
        super::is_acceptable(&self.findings) && !self.lines.is_empty()
    }
}

/// Reads a file of lines. Pure.
#[must_use]
pub fn check(bytes: &[u8], file_name: &str) -> Checked {
    match geometry::lines(bytes, file_name) {
        Ok((lines, findings)) => Checked { lines, findings },
        Err(finding) => Checked { lines: Vec::new(), findings: vec![*finding] },
    }
}

/// Accepts checked lines in place of those that the city had, within a change.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it.
pub async fn accept(
    change: &mut Change,
    tenant: Tenant,
    bytes: &[u8],
    checked: &Checked,
) -> Result<(), StoreError> {
    let stored = |line: &MapLine| {
        let course: Vec<[f64; 2]> = line.course.coords().map(|it| [it.x, it.y]).collect();
        BaseLine {
            kind: line.kind.code().to_owned(),
            name: line.name.clone(),
            course: serde_json::json!(course).to_string(),
        }
    };
    let lines: Vec<BaseLine> = checked.lines.iter().map(stored).collect();
    base_map::replace(change, tenant, &lines, &hash(bytes)).await
}

/// Stored lines as the layers of one map, the quietest below.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if a stored line is none.
pub fn layers(map: &MapBase, lines: &[BaseLine]) -> Result<Vec<Layer>, StoreError> {
    let order = [
        (LineKind::Street, LayerKind::Street),
        (LineKind::Rail, LayerKind::Rail),
        (LineKind::River, LayerKind::River),
    ];
    let mut layers = Vec::new();
    for (kind, drawn) in order {
        let of_kind = lines.iter().filter(|it| LineKind::from_code(&it.kind) == Some(kind));
        let courses = of_kind.map(course).collect::<Result<Vec<_>, _>>()?;
        if !courses.is_empty() {
            layers.push(map.layer(drawn, Place::Over, &courses));
        }
    }
    Ok(layers)
}

fn course(line: &BaseLine) -> Result<LineString<f64>, StoreError> {
    let unreadable = |_| StoreError::Unreadable { what: "a line", text: line.name.clone() };
    let points: Vec<[f64; 2]> = serde_json::from_str(&line.course).map_err(unreadable)?;
    Ok(points.into())
}
