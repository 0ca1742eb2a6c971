//! The workbook that a city without Ankunft fills: made from the Kernindikatoren, with lists, notes and
//! checks, and read with findings by sheet, row and column.
//!
//! It has no signature: whoever reads it in knows from whom it came. Its figures are declared already
//! protected by rule, office and day, as those of a package.

mod blank;
mod deviations;
mod numbers;
mod read;

pub use blank::blank;
pub use read::{Filled, read};

/// A sheet of the workbook; its name is the text `vorlage-blatt-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    About,
    Areas,
    Values,
    Core,
}

impl Sheet {
    const fn text(self) -> &'static str {
        match self {
            Self::About => "vorlage-blatt-angaben",
            Self::Areas => "vorlage-blatt-gebiete",
            Self::Values => "vorlage-blatt-werte",
            Self::Core => "vorlage-blatt-kern",
        }
    }
}

/// What a city says of itself and its figures, one row each; its name is `vorlage-angabe-<code>`.
pub(crate) const ABOUT: [&str; 10] =
    ["kommune", "ags", "ebene", "seit", "bevoelkerung", "regel", "stelle", "tag", "zweck", "bis"];

/// Why a number is there or not; their names are `vorlage-zustand-<code>`.
pub(crate) const STATES: [&str; 4] = ["value", "zero", "suppressed", "missing"];

/// The key of the line of the whole city.
pub(crate) const WHOLE: &str = "*";
