//! Indices of residential segregation, as pure functions of counts.
//!
//! Counts of residents go in, one number comes out. No file, clock, or chance is involved:
//! equal counts give equal bits, on every machine and in every order of the area units.
//!
//! # Which index do I need?
//!
//! How unevenly a group and a reference are spread over the same area units; 0 is an equal
//! spread, 1 is complete separation:
//!
//! - One number that can be said in a sentence, year by year: [`dissimilarity`].
//! - Moves between two units that both lie above the city's mean should count too: [`gini`].
//! - Several groups at once: [`Groups`].
//!
//! How much members of a group meet each other or others:
//!
//! - As a share that can be said in a sentence: [`exposure`].
//! - Comparable between groups of different size: [`eta_squared`].
//!
//! # Reading the numbers
//!
//! An index describes where people live. It does not say why, nor whether neighbours meet.
//! Smaller area units give higher values, so values over different units (447 planning areas
//! until 2020, 542 after) are two series and not one. The counts behind an index are counts
//! of persons: whether it may be shown is decided by `ankunft-disclosure`.

#![cfg_attr(test, allow(clippy::float_cmp))]

mod error;
mod evenness;
mod exposure;
mod multigroup;
mod units;

pub use error::SegregationError;
pub use evenness::{dissimilarity, gini};
pub use exposure::{ExposureCounts, eta_squared, exposure};
pub use multigroup::Groups;
pub use units::UnitCounts;
