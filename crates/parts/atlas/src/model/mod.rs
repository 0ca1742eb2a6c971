//! Types and rules of the atlas. Pure.

pub mod catalogue;
pub mod measure;
