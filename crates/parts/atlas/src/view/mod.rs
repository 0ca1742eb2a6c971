//! What pages show, as values: one struct a page, from which page, paper, CSV and JSON are made.

pub mod overview;
pub mod profile;
pub mod report;
pub mod zones;
