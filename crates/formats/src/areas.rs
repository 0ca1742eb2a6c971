use geo::MultiPolygon;

/// The area units of one geometry file, repaired where that was possible.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaFile {
    /// Area units in the order of the file.
    pub areas: Vec<Area>,
    /// The reference system of the file, as its EPSG number; none for a list without outlines.
    pub epsg: Option<u32>,
}

/// One area unit of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// The key by which tables name it.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The key of the area unit above it, if the file says so.
    pub parent: Option<String>,
    /// Its outline in degrees (EPSG:4326): x is longitude, y is latitude.
    pub outline: MultiPolygon<f64>,
    /// Its size on the ground, in square metres.
    pub area_m2: f64,
}
