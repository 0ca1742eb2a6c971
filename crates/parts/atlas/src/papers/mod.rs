//! Papers of the atlas: what a page shows, as a file to print and keep or to write on.
//!
//! A paper is made from the same view as its page, and its figures are the page's words, so the
//! two cannot disagree. [`Letterhead`] says for whom and in whose name; [`quarter`] and [`city`]
//! say what stands in it; [`Format::file`] makes the file. Doors and the console take the same way.

mod annex;
mod blocks;
pub mod city;
mod classes;
pub(crate) mod doors;
mod file;
mod letterhead;
pub mod quarter;
mod table;

pub(crate) use blocks::origins;
pub use doors::{QuarterPaper, letterhead, print, print_archive, quarter_name};
pub use file::Format;
pub use letterhead::Letterhead;
pub use table::{sheet, table};
