use super::raw::{RawFeature, RawFile, Ring, Shape, StatedSystem};
use super::{Limits, Refusal, crs, dbf, refusal};

/// The files that make up a Shapefile.
pub(super) struct Parts {
    pub(super) shapes: Vec<u8>,
    pub(super) table: Option<Vec<u8>>,
    pub(super) projection: Option<Vec<u8>>,
    pub(super) code_page: Option<Vec<u8>>,
}

const HEAD: usize = 100;

pub(super) fn is_shp(bytes: &[u8]) -> bool {
    bytes.len() >= HEAD && bytes.starts_with(&[0, 0, 0x27, 0x0a])
}

/// The area units of a Shapefile.
///
/// Own code for the two simple binary layouts: a broken record has to be one finding about
/// one feature, rings have to stay as they stand, and no count in the file may make memory.
pub(super) fn read(parts: &Parts, file_name: &str, limits: &Limits) -> Result<RawFile, Refusal> {
    let code_page = parts.code_page.as_deref().map(String::from_utf8_lossy);
    let Some(table) = &parts.table else {
        return Err(Box::new(refusal(file_name, "shapefile-without-table")));
    };
    let rows = dbf::rows(table, code_page.as_deref(), limits.features)
        .ok_or_else(|| Box::new(refusal(file_name, "shapefile-table-broken")))?;
    let shapes = shapes(&parts.shapes, limits.features)
        .map_err(|record| Box::new(refusal(file_name, "shapefile-broken").line(record)))?;
    if rows.len() != shapes.len() {
        let finding = refusal(file_name, "shapefile-table-length")
            .arg("rows", rows.len())
            .arg("shapes", shapes.len());
        return Err(Box::new(finding));
    }
    let system = parts
        .projection
        .as_deref()
        .map_or(StatedSystem::Unsaid, |text| crs::from_wkt(&String::from_utf8_lossy(text)));
    let features = shapes.into_iter().zip(rows).map(|((shape, height), fields)| RawFeature {
        id: None,
        fields,
        shape,
        height,
    });
    Ok(RawFile {
        name: file_name.to_owned(),
        system,
        clockwise: true,
        features: features.collect(),
    })
}

/// All records, or the number of the one that is cut.
fn shapes(bytes: &[u8], limit: usize) -> Result<Vec<(Shape, bool)>, u64> {
    if !is_shp(bytes) {
        return Err(1);
    }
    let mut rest = &bytes[HEAD..];
    let mut shapes = Vec::new();
    // Some writers leave zeros or a few bytes at the end.
    while rest.len() >= 8 && shapes.len() <= limit {
        let record = shapes.len() as u64 + 1;
        let words = u32::from_be_bytes([rest[4], rest[5], rest[6], rest[7]]) as usize;
        if words == 0 {
            break;
        }
        let content = words.checked_mul(2).and_then(|length| rest[8..].get(..length));
        let content = content.ok_or(record)?;
        shapes.push(shape(content).unwrap_or((Shape::Broken, false)));
        rest = &rest[8 + content.len()..];
    }
    Ok(shapes)
}

fn shape(content: &[u8]) -> Option<(Shape, bool)> {
    let kind = word(content, 0)?;
    let name = match kind {
        0 => return Some((Shape::Empty, false)),
        5 | 15 | 25 => return Some((polygon(content)?, kind > 5)),
        1 | 11 | 21 => "Point",
        3 | 13 | 23 => "LineString",
        8 | 18 | 28 => "MultiPoint",
        31 => "MultiPatch",
        _ => return None,
    };
    Some((Shape::NoSurface(name.to_owned()), false))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn polygon(content: &[u8]) -> Option<Shape> {
    const PARTS: usize = 44;
    let parts = word(content, 36)? as usize;
    let positions = word(content, 40)? as usize;
    if parts > content.len() || positions > content.len() {
        return None;
    }
    let starts: Vec<usize> = (0..parts)
        .map(|index| word(content, PARTS + 4 * index).map(|it| it as usize))
        .collect::<Option<_>>()?;
    let all = content.get(PARTS + 4 * parts..)?.get(..16 * positions)?;
    let (all, _) = all.as_chunks::<16>();
    let ends = starts.iter().skip(1).copied().chain([positions]);
    let ring = |(start, end): (usize, usize)| -> Option<Ring> {
        Some(all.get(start..end)?.iter().map(position).collect())
    };
    let rings = starts.iter().copied().zip(ends).map(ring).collect::<Option<Vec<_>>>()?;
    Some(if rings.iter().all(Vec::is_empty) { Shape::Empty } else { Shape::Rings(rings) })
}

fn position(bytes: &[u8; 16]) -> [f64; 2] {
    let [mut x, mut y] = [[0; 8]; 2];
    x.copy_from_slice(&bytes[..8]);
    y.copy_from_slice(&bytes[8..]);
    [f64::from_le_bytes(x), f64::from_le_bytes(y)]
}
