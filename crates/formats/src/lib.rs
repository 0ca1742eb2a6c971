//! Bytes to rows and findings, and values to files.
//!
//! Everything here is pure: bytes go in, values and [`Finding`]s come out, and the other way round. A bad row is a
//! finding with its place and what to do, never a panic and never silence.

mod areas;
pub mod bundle;
pub mod fillable;
mod finding;
pub mod geometry;
pub mod grid;
mod indicators;
pub mod listing;
mod observations;
mod observe;
pub mod outline;
pub mod printed;
mod profile;
mod profiles;
mod suggest;
pub mod table;
pub mod workbook;

pub use areas::{Area, AreaFile};
pub use finding::{Finding, Severity, findings_json};
pub use indicators::{Denominator, Formula, Indicator, Nature, indicator, indicators};
pub use observations::{Observations, Period, RowCount, Series};
pub use observe::{AreaIndex, Target, best_version, compare_totals, grid_cells, observe};
pub use profile::{
    AreaKey, ColumnRule, FlagRule, GridRule, KeyKind, Kind, Layout, Mark, Meaning, PeriodRule,
    Profile, Protection, Reason, Recognise, RowRule, ShareRule, Source, SumRows, SumRule, When,
    WrongName,
};
pub use profiles::{built_in_profiles, recognise};
pub use suggest::suggest;
pub use table::{RawTable, ReadOptions};
