//! What pages show, as values: one struct a page, from which page, CSV and JSON are made.

pub mod overview;
pub mod profile;
pub mod zones;
