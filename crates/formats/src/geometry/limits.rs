/// How large a geometry file may be before it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it comes.
    pub bytes: u64,
    /// Bytes of all used members of an archive together, unpacked.
    pub unpacked_bytes: u64,
    /// Members of an archive.
    pub members: usize,
    /// Area units.
    pub features: usize,
    /// Positions of all outlines together.
    pub positions: usize,
}

impl Default for Limits {
    /// Room for all Gemeinden of Germany in detail, and not for a bomb.
    fn default() -> Self {
        Self {
            bytes: 100_000_000,
            unpacked_bytes: 300_000_000,
            members: 1_000,
            features: 50_000,
            positions: 5_000_000,
        }
    }
}
