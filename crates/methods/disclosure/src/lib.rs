//! Statistical disclosure control: what may leave the statistics office.
//!
//! Every door (page, CSV, JSON, tile, tooltip, log) takes [`Released`] values and nothing
//! barer, and only this crate makes them. A number that has not been checked cannot be
//! shown by mistake, because the program that would show it does not compile.
//!
//! # Which function do I need?
//!
//! - The office delivered figures that it has protected already: [`admit`].
//! - The figures are unprotected counts: [`round`].
//! - The figures are in the store: [`Head::open`].
//! - A sum over area units: [`total`].

#![cfg_attr(test, allow(clippy::float_cmp))]

mod cell;
mod policy;
mod release;
mod released;
mod ways;

pub use cell::{Cell, Column, Figure};
pub use policy::{Base, Declaration, Policy};
pub use release::{BrokenSeal, Head, ReleaseKey, Sealed};
pub use released::{Audience, Nutzung, Released};
pub use ways::{Unprotected, admit, round, total};
