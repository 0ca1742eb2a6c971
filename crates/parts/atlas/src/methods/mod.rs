//! How it is computed: each method in plain words, with its formula, and step by step on the
//! city's own released figures, beside what other choices would change.
//!
//! [`features`] are the figures that a method is shown on, [`variants`] what else could have been
//! chosen, [`recipe`] a published index where the city has its indicators; [`pages`] puts them into
//! words.

pub(crate) mod doors;
mod features;
mod pages;
mod recipe;
mod variants;

pub(crate) use variants::{Variant, arrival};
