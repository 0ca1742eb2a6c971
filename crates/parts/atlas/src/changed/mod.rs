//! What has changed since the last Datenstand: figures that are new or corrected, and what that
//! means for arrival quarters.

mod data;
pub(crate) mod doors;
mod page;

pub(crate) use data::Memory;
