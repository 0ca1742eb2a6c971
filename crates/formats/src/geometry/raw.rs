use super::{Limits, Refusal, refusal};

/// A closed line as it stands in the file: perhaps not closed.
pub(super) type Ring = Vec<[f64; 2]>;

/// What the three formats have in common, before anything is checked.
pub(super) struct RawFile {
    /// Its name, with the member of an archive behind `!`.
    pub(super) name: String,
    pub(super) system: StatedSystem,
    /// Whether exterior rings run clockwise by the rule of the format.
    pub(super) clockwise: bool,
    pub(super) features: Vec<RawFeature>,
}

/// What the file says about its reference system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum StatedSystem {
    /// Nothing.
    Unsaid,
    /// Nothing, and the format says what holds then.
    Assumed(u32),
    /// An EPSG number, known to us or not.
    Epsg(u32),
    /// Something without a number that we understand.
    Other(String),
}

pub(super) struct RawFeature {
    /// Its own name for itself, outside the fields: the `id` of a GeoJSON feature.
    pub(super) id: Option<String>,
    pub(super) fields: Vec<(String, String)>,
    pub(super) shape: Shape,
    /// Whether positions had a height or a measure, which is left out.
    pub(super) height: bool,
}

pub(super) enum Shape {
    /// Polygons: the exterior ring, then the holes.
    Polygons(Vec<Vec<Ring>>),
    /// Rings whose nesting is to be found: a Shapefile does not say it.
    Rings(Vec<Ring>),
    /// No geometry, or one without positions.
    Empty,
    /// A geometry without a surface, with its name.
    NoSurface(String),
    /// Bytes or lists that are no geometry.
    Broken,
}

impl Shape {
    pub(super) fn rings(&self) -> Box<dyn Iterator<Item = &Ring> + '_> {
        match self {
            Self::Polygons(polygons) => Box::new(polygons.iter().flatten()),
            Self::Rings(rings) => Box::new(rings.iter()),
            Self::Empty | Self::NoSurface(_) | Self::Broken => Box::new(std::iter::empty()),
        }
    }
}

impl RawFeature {
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl RawFile {
    pub(super) fn check_size(&self, limits: &Limits) -> Result<(), Refusal> {
        if self.features.is_empty() {
            return Err(Box::new(refusal(&self.name, "geometry-no-features")));
        }
        let positions: usize =
            self.features.iter().flat_map(|feature| feature.shape.rings()).map(Vec::len).sum();
        if self.features.len() > limits.features || positions > limits.positions {
            let finding = refusal(&self.name, "geometry-too-many")
                .arg("features", self.features.len())
                .arg("features-limit", limits.features)
                .arg("positions", positions)
                .arg("positions-limit", limits.positions);
            return Err(Box::new(finding));
        }
        Ok(())
    }
}
