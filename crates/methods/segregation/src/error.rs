/// Why an index has no value for these counts.
///
/// For developers. To a reader, which side is empty is a count of persons too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SegregationError {
    /// There is no area unit.
    #[error("no area units were given")]
    NoUnits,
    /// More area units than can be summed exactly.
    #[error("{units} area units are more than can be summed exactly (2^31)")]
    TooManyUnits {
        /// How many there are.
        units: usize,
    },
    /// Nobody belongs to the group, which so has no distribution.
    #[error("nobody belongs to the group in any of the {units} area units")]
    GroupAbsent {
        /// How many there are.
        units: usize,
    },
    /// Nobody belongs to the reference, which so has no distribution.
    #[error("nobody belongs to the reference in any of the {units} area units")]
    ReferenceAbsent {
        /// How many there are.
        units: usize,
    },
    /// A unit has fewer residents than members of a group.
    #[error("area unit {at} has fewer residents than members of a group")]
    PartExceedsWhole {
        /// Its position.
        at: usize,
    },
    /// Groups speak of different area units, or there are fewer than two groups.
    #[error("several groups over the same area units are needed")]
    Lengths,
}
