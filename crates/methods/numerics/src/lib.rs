//! Exact sums, named chance, and elementary functions: the same bits on every machine.
//!
//! # Which function do I need?
//!
//! - A sum that does not depend on the order of its parts: [`exact_sum`].
//! - Chance that can be repeated: [`Stream::named`].
//! - `exp`, `ln`, `powf`: [`exp`], [`ln`], [`powf`], since the ones of the standard library
//!   differ between platforms in the last digit.

#![cfg_attr(test, allow(clippy::float_cmp))]

mod elementary;
mod stream;
mod sum;

pub use elementary::{exp, ln, powf};
pub use stream::Stream;
pub use sum::exact_sum;
