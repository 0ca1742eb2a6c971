//! The register: areas, organisations, Stellen and people. They belong to no part.

pub mod acting;
pub mod areas;
pub mod base_map;
pub mod organisations;
pub mod posts;
