//! Figures as files: one [`Table`] a view, from which every format is written.
//!
//! | format | written by | beside it |
//! |---|---|---|
//! | CSV | [`Table::csv`] | its columns in words, for programs: [`csvw`] |
//! | XLSX | [`book`] | a sheet that says where the figures come from |
//! | `GeoPackage` | [`package`] | a table that says the same |
//!
//! A figure stands in two columns: the number, and its state (`value`, `zero`, `suppressed`,
//! `missing`), so that a cell without a number is never taken for zero.

pub mod book;
pub mod csvw;
pub mod package;
pub mod provenance;
mod table;
mod tables;

pub use table::{Column, Kind, Says, Table, Value};
pub use tables::{overview, series};

use ankunft_platform::languages::Texts;

/// The texts of both languages: what describes a file speaks to everybody.
#[derive(Clone, Debug)]
pub struct Both {
    /// German.
    pub de: Texts,
    /// English.
    pub en: Texts,
}
