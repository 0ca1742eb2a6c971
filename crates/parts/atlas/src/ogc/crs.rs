//! The reference systems, by the addresses that the OGC gives them.

use ankunft_formats::geometry::Projection;
use geo::{Coord, MultiPolygon, Rect};

/// The address of each system, the default first, in the order of [`Crs::ALL`].
pub(super) const ADDRESSES: [&str; 4] = [
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    "http://www.opengis.net/def/crs/EPSG/0/25832",
    "http://www.opengis.net/def/crs/EPSG/0/25833",
    "http://www.opengis.net/def/crs/EPSG/0/4326",
];

/// A reference system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Crs {
    /// Degrees, longitude first.
    #[default]
    Crs84,
    /// Metres in UTM zone 32, easting first.
    Utm32,
    /// Metres in UTM zone 33, easting first.
    Utm33,
    /// Degrees, latitude first.
    Wgs84,
}

impl Crs {
    pub(super) const ALL: [Self; 4] = [Self::Crs84, Self::Utm32, Self::Utm33, Self::Wgs84];

    /// The system of an address.
    pub(super) fn of(address: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.address() == address)
    }

    pub(super) const fn address(self) -> &'static str {
        ADDRESSES[self as usize]
    }

    const fn epsg(self) -> u32 {
        match self {
            Self::Crs84 | Self::Wgs84 => 4326,
            Self::Utm32 => 25832,
            Self::Utm33 => 25833,
        }
    }

    const fn is_metric(self) -> bool {
        matches!(self, Self::Utm32 | Self::Utm33)
    }

    /// Whether the second axis of our degrees stands first.
    pub(super) const fn is_turned(self) -> bool {
        matches!(self, Self::Wgs84)
    }

    /// A centimetre, in degrees or metres.
    pub(super) const fn decimals(self) -> i32 {
        if self.is_metric() { 2 } else { 7 }
    }

    /// Outlines in degrees, longitude first, as they lie in this system; the axes are turned when
    /// they are written.
    pub(super) fn place(self, outline: &MultiPolygon<f64>) -> Option<MultiPolygon<f64>> {
        if self.is_metric() {
            Projection::to(self.epsg())?.outline(outline)
        } else {
            Some(outline.clone())
        }
    }

    /// The boxes of four numbers in the order of this system's axes: two if one spans the
    /// antimeridian. `None` if the least is greater than the greatest.
    pub(super) fn boxes(self, [a, b, c, d]: [f64; 4]) -> Option<Vec<Rect<f64>>> {
        let (left, low, right, high) = if self.is_turned() { (b, a, d, c) } else { (a, b, c, d) };
        let rect = |left, right| Rect::new(Coord { x: left, y: low }, Coord { x: right, y: high });
        if low > high {
            return None;
        }
        match (left <= right, self.is_metric()) {
            (true, _) => Some(vec![rect(left, right)]),
            (false, false) => Some(vec![rect(left, 180.0), rect(-180.0, right)]),
            (false, true) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_leads_back_to_its_system() {
        for crs in Crs::ALL {
            assert_eq!(Crs::of(crs.address()), Some(crs));
        }
        assert_eq!(Crs::of("EPSG:25832"), None);
    }

    #[test]
    fn the_axes_of_4326_are_turned_and_a_box_may_span_the_antimeridian() {
        let plain = Crs::Crs84.boxes([8.0, 49.0, 9.0, 50.0]);
        assert_eq!(Crs::Wgs84.boxes([49.0, 8.0, 50.0, 9.0]), plain);
        assert_eq!(Crs::Crs84.boxes([170.0, 0.0, -170.0, 1.0]).unwrap().len(), 2);
        assert_eq!(Crs::Crs84.boxes([8.0, 50.0, 9.0, 49.0]), None);
        assert_eq!(Crs::Utm32.boxes([500_000.0, 0.0, 400_000.0, 1.0]), None);
    }
}
