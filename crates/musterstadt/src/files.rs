use crate::{City, Level, geojson, profiles, tables};

/// A file as an office would send it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Its name, without folder.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What a generated file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// GeoJSON of area units with the properties `id`, `name` and `parent`.
    Areas {
        /// Quarters or sub-zones.
        level: Level,
        /// First day as ISO text.
        valid_from: String,
        /// Last day as ISO text; without it the areas are still valid.
        valid_to: Option<String>,
    },
    /// CSV `gebiet_alt;gebiet_neu;anteil` of one level.
    Crosswalk {
        /// Quarters or sub-zones.
        level: Level,
    },
    /// GeoJSON of lines with the properties `name` and `art`.
    BaseMap,
    /// CSV of figures.
    Table {
        /// The profile that reads it.
        profile: String,
        /// Whether the office has protected it; otherwise it holds the unprotected truth.
        protected: bool,
        /// Quarters or sub-zones.
        level: Level,
        /// First day of the area version that its rows name, as ISO text.
        areas_from: String,
    },
    /// TOML of a profile.
    Profile {
        /// The profile's id.
        id: String,
    },
}

impl City {
    /// Everything that the city's offices would send, in an order in which it can be brought in:
    /// profiles, areas, crosswalk, base map, tables.
    #[must_use]
    pub fn files(&self) -> Vec<GeneratedFile> {
        let mut files = profiles::files(self);
        files.extend(geojson::areas(self));
        files.extend(tables::crosswalk(self));
        files.push(geojson::base_map(self));
        files.extend(tables::tables(self));
        files
    }
}
