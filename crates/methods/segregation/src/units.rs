use crate::SegregationError;

/// The residents of one area unit, on two sides.
///
/// The sides share no person. Counts are whole persons: what is negative, a fraction or
/// missing cannot be passed, and must be decided about before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitCounts {
    /// Residents of the group.
    pub group: u32,
    /// Residents it is compared with: a second group, or all others.
    pub reference: u32,
}

/// Residents of all area units, neither side empty.
#[derive(Clone, Copy)]
pub(crate) struct City {
    pub(crate) group: u128,
    pub(crate) reference: u128,
}

impl City {
    /// With as many units of 2³² residents a side, twice the product of both sides still
    /// fits into 128 bits.
    const MOST_UNITS: usize = 1 << 31;

    pub(crate) fn of(units: &[UnitCounts]) -> Result<Self, SegregationError> {
        let count = units.len();
        match count {
            0 => return Err(SegregationError::NoUnits),
            1..=Self::MOST_UNITS => {}
            _ => return Err(SegregationError::TooManyUnits { units: count }),
        }
        let group = units.iter().map(|unit| u128::from(unit.group)).sum();
        let reference = units.iter().map(|unit| u128::from(unit.reference)).sum();
        match (group, reference) {
            (0, _) => Err(SegregationError::GroupAbsent { units: count }),
            (_, 0) => Err(SegregationError::ReferenceAbsent { units: count }),
            _ => Ok(Self { group, reference }),
        }
    }
}
