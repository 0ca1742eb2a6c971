//! The ground: database, tenants, register, permissions, change log, releases, citations, jobs,
//! languages, page layout and components.
//!
//! Parts stand on it and meet through it; it knows none of them.

pub mod assets;
pub mod changes;
pub mod datasets;
pub mod ids;
pub mod indicators;
pub mod languages;
pub mod page;
pub mod permission;
pub mod register;
pub mod releases;
pub mod store;
pub mod tenant;
