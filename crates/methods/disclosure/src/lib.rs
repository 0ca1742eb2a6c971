//! Statistical disclosure control: what may leave the statistics office.
//!
//! Every door (page, CSV, JSON, tile, tooltip, log) takes [`Released`] values and nothing
//! barer, and only this crate makes them. A number that has not been checked cannot be
//! shown by mistake, because the program that would show it does not compile.
//!
//! # Which function do I need?
//!
//! - The office delivered figures that it has protected already: [`admit`].
//! - The figures are unprotected counts, one column: [`round`].
//! - They are columns that add up to one another: [`protect_table`]; which ones: [`identities`].
//! - The figures are in the store: [`Head::open`].
//! - A sum over area units: [`total`]. A share or rate: [`ratio`], [`ratio_bounds`].
//! - How far a shown figure may be from the true one: [`bounds`].
//! - What a reader could find out: [`attack`].
//!
//! # What is not here
//!
//! - Primary and complementary suppression. A threshold alone protects nothing, because what
//!   is hidden is found by subtraction; so no threshold is to be had without the other.
//! - The cell-key method, which needs the records.
//! - A ledger of earlier releases, without which differences between geographies stay unseen.
//!
//! [`Policy::from_code`] refuses to read what is not here.

#![cfg_attr(test, allow(clippy::float_cmp))]

mod attack;
mod bounds;
mod cell;
mod identities;
mod policy;
mod release;
mod released;
mod table;
mod ways;

pub use attack::{AttackError, Finding, Place, Relation, attack};
pub use bounds::{Bounds, UnequalColumns, bounds, ratio, ratio_bounds};
pub use cell::{Cell, Column, Figure, Position};
pub use identities::{Identities, Identity, identities};
pub use policy::{Base, Declaration, DeclarationError, Policy};
pub use release::{BrokenSeal, Head, ReleaseKey, SealRefused, Sealed};
pub use released::{Audience, Nutzung, Released};
pub use table::{TableError, protect_table};
pub use ways::{NotACount, Unprotected, admit, round, total};
