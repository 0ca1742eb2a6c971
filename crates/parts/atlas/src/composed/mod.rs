//! Quarters that the coordination joins from area units, and that are then shown like any other.
//!
//! [`model`] says what such a quarter is and what it was made of, [`join`] how its figures follow
//! from those of its parts, [`place`] where a figure is of, be it one area unit or several.
//!
//! Its figures are computed when they are asked for, from released cells alone and for the circle
//! that these were released for ([`ankunft_disclosure::Released::zip`]). So it needs no protection
//! of its own: whoever may read it may read every cell that it is a sum of, and can add them up
//! without this program. A sum with a withheld part is withheld; nothing is ever filled in.

pub(crate) mod actions;
mod borders;
pub(crate) mod doors;
mod form;
pub mod join;
pub mod model;
pub mod pages;
pub(crate) mod part;
pub mod place;
mod room;
pub mod store;
pub mod today;
pub(crate) mod words;

pub use model::{Composed, Joint};
pub use place::Place;
