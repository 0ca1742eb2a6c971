//! The pages of indicators, in words.

pub mod edit;
pub mod indicator;
