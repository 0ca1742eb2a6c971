//! The pages of the atlas: views turned into words and pictures.

pub mod comparison;
pub mod data;
pub mod incoming;
pub mod key;
pub mod mean;
pub mod overview;
pub mod profile;
pub mod series;
pub mod source;
pub mod words;
