//! The overview as a `GeoPackage`: outlines in metres with the columns of the table.

use ankunft_formats::geometry::{
    Field, FieldKind, FieldValue, Layer, PackageError, Projection, geopackage,
};
use ankunft_platform::languages::Texts;
use geo::{BoundingRect as _, MultiPolygon};
use jiff::Timestamp;

use super::provenance::Provenance;
use super::table::{Kind, Table, Value};
use crate::store::Shelf;

/// The systems that a file may be asked for in.
pub const SYSTEMS: [u32; 3] = [25832, 25833, 4326];

/// The system that a German surveying office works in where these outlines lie: UTM zone 32 up to
/// twelve degrees east, then 33.
#[must_use]
pub fn zone(outlines: &[MultiPolygon<f64>]) -> u32 {
    let frames = outlines.iter().filter_map(MultiPolygon::bounding_rect);
    let middle = frames.map(|it| it.center().x).fold((0.0, 0.0), |(sum, n), x| (sum + x, n + 1.0));
    if middle.1 > 0.0 && middle.0 / middle.1 >= 12.0 { 25833 } else { 25832 }
}

/// A row of a table with its outline.
type Drawn<'a> = (&'a MultiPolygon<f64>, &'a [Value]);

/// The file: the drawn rows of a table.
///
/// # Errors
///
/// - [`PackageError`] if the system is unknown or two columns have one name.
pub fn package(
    (t, shelf): (&Texts, &Shelf),
    (table, drawn): (&Table, &[Drawn<'_>]),
    (about, made): (&Provenance, Timestamp),
    epsg: u32,
) -> Result<Vec<u8>, PackageError> {
    let projection = Projection::to(epsg).ok_or(PackageError::System(epsg))?;
    let fields: Vec<Field> = table
        .columns
        .iter()
        .map(|it| Field {
            name: it.name.clone(),
            kind: match it.kind {
                Kind::Number | Kind::Whole => FieldKind::Number,
                Kind::Truth => FieldKind::Truth,
                Kind::Text | Kind::Period | Kind::State => FieldKind::Text,
            },
            title: it.title(t, shelf),
            note: it.meaning(t),
        })
        .collect();
    let row = |(outline, row): &(&MultiPolygon<f64>, &[Value])| {
        Some((projection.outline(outline)?, row.iter().map(value).collect()))
    };
    let rows: Option<Vec<(MultiPolygon<f64>, Vec<FieldValue>)>> = drawn.iter().map(row).collect();
    let rows = rows.ok_or(PackageError::System(epsg))?;
    let mut pairs: Vec<(String, String)> =
        about.whole.iter().map(|it| (it.term.clone(), it.text.clone())).collect();
    for (name, source) in &about.sources {
        pairs.extend(source.iter().map(|it| (format!("{name}: {}", it.term), it.text.clone())));
    }
    let layer = Layer {
        table: "atlas",
        title: &about.title,
        description: &t.get("offen-hinweis.sinn"),
        epsg,
        fields: &fields,
        rows: &rows,
        about: &pairs,
    };
    geopackage(&layer, made)
}

fn value(value: &Value) -> FieldValue {
    match value {
        Value::Number(Some(number)) => FieldValue::Number(*number),
        Value::Number(None) | Value::Nothing => FieldValue::Empty,
        Value::Whole(number) => FieldValue::Number(*number as f64),
        Value::Truth(it) => FieldValue::Truth(*it),
        Value::Text(_) | Value::State(_) => FieldValue::Text(value.text()),
    }
}
