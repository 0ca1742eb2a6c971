use geo::{LineString, MultiPolygon, Polygon};

use super::plane::line;
use super::raw::{Ring, Shape};

const POLYGON: u32 = 3;
const MULTI_POLYGON: u32 = 6;

/// An outline as well-known binary (ISO 13249-3, little-endian `MultiPolygon`): 16 bytes a
/// position.
#[must_use]
pub fn outline_to_bytes(outline: &MultiPolygon) -> Vec<u8> {
    let mut bytes = Vec::new();
    let count = |bytes: &mut Vec<u8>, count: usize| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        bytes.extend_from_slice(&count.to_le_bytes());
    };
    let ring = |bytes: &mut Vec<u8>, ring: &LineString| {
        count(bytes, ring.0.len());
        for at in ring.coords() {
            bytes.extend_from_slice(&at.x.to_le_bytes());
            bytes.extend_from_slice(&at.y.to_le_bytes());
        }
    };
    bytes.push(1);
    bytes.extend_from_slice(&MULTI_POLYGON.to_le_bytes());
    count(&mut bytes, outline.0.len());
    for polygon in outline {
        bytes.push(1);
        bytes.extend_from_slice(&POLYGON.to_le_bytes());
        count(&mut bytes, polygon.interiors().len() + 1);
        ring(&mut bytes, polygon.exterior());
        for hole in polygon.interiors() {
            ring(&mut bytes, hole);
        }
    }
    bytes
}

/// The outline of these bytes; `None` if they are not those of a polygon or several.
#[must_use]
pub fn outline_from_bytes(bytes: &[u8]) -> Option<MultiPolygon> {
    let Shape::Polygons(polygons) = shape(bytes)?.0 else { return None };
    let polygon = |rings: Vec<Ring>| {
        let mut rings = rings.iter().map(|ring| line(ring));
        let exterior = rings.next().unwrap_or(LineString::new(Vec::new()));
        Polygon::new(exterior, rings.collect())
    };
    Some(MultiPolygon(polygons.into_iter().map(polygon).collect()))
}

/// The shape of well-known binary, ISO or extended, and whether it had heights or measures.
/// Rings come as they are, closed or not; `None` if the bytes are no such thing.
pub(super) fn shape(bytes: &[u8]) -> Option<(Shape, bool)> {
    let mut reader = Reader { bytes, big: false };
    let (kind, extra) = reader.head()?;
    let shape = match kind {
        POLYGON => Shape::Polygons(vec![reader.polygon(extra)?]),
        MULTI_POLYGON => {
            let mut polygons = Vec::new();
            for _ in 0..reader.count()? {
                let (POLYGON, extra) = reader.head()? else { return None };
                polygons.push(reader.polygon(extra)?);
            }
            Shape::Polygons(polygons)
        }
        other => Shape::NoSurface(name(other)?.to_owned()),
    };
    let is_empty = matches!(&shape, Shape::Polygons(it) if it.iter().flatten().all(Vec::is_empty));
    Some((if is_empty { Shape::Empty } else { shape }, extra > 0))
}

fn name(kind: u32) -> Option<&'static str> {
    Some(match kind {
        1 => "Point",
        2 => "LineString",
        4 => "MultiPoint",
        5 => "MultiLineString",
        7 => "GeometryCollection",
        8 => "CircularString",
        9 => "CompoundCurve",
        10 => "CurvePolygon",
        11 => "MultiCurve",
        12 => "MultiSurface",
        15 => "PolyhedralSurface",
        16 => "TIN",
        _ => return None,
    })
}

struct Reader<'a> {
    bytes: &'a [u8],
    big: bool,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.bytes.split_first_chunk::<N>()?;
        self.bytes = rest;
        Some(*head)
    }

    fn count(&mut self) -> Option<u32> {
        let bytes = self.take()?;
        Some(if self.big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }

    fn number(&mut self) -> Option<f64> {
        let bytes = self.take()?;
        Some(if self.big { f64::from_be_bytes(bytes) } else { f64::from_le_bytes(bytes) })
    }

    /// The kind of a geometry, and how many numbers a position has beyond two.
    fn head(&mut self) -> Option<(u32, usize)> {
        self.big = match self.take::<1>()? {
            [0] => true,
            [1] => false,
            _ => return None,
        };
        let kind = self.count()?;
        // Extended: the high bits say height, measure, and that a system's number follows.
        if kind & 0x2000_0000 != 0 {
            self.count()?;
        }
        let extended = (kind >> 31) + (kind >> 30 & 1);
        let kind = kind & 0x0fff_ffff;
        let iso = match kind / 1000 {
            0 => 0,
            1 | 2 => 1,
            3 => 2,
            _ => return None,
        };
        Some((kind % 1000, extended.max(iso) as usize))
    }

    fn polygon(&mut self, extra: usize) -> Option<Vec<Ring>> {
        let mut rings = Vec::new();
        for _ in 0..self.count()? {
            // Grows as bytes are there: a count alone makes no memory.
            let mut ring = Vec::new();
            for _ in 0..self.count()? {
                let at = [self.number()?, self.number()?];
                for _ in 0..extra {
                    self.number()?;
                }
                ring.push(at);
            }
            rings.push(ring);
        }
        Some(rings)
    }
}
