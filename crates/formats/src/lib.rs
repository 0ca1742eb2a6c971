//! Bytes to rows and findings.
//!
//! Everything here is pure: bytes go in, values and [`Finding`]s come out. A bad row is a
//! finding with its place and what to do, never a panic and never silence.

mod areas;
mod finding;
mod observations;
mod profile;

pub use areas::{Area, AreaFile};
pub use finding::{Finding, Severity};
pub use observations::{Observations, Period, RowCount, Series};
pub use profile::{
    AreaKey, ColumnRule, KeyKind, Kind, Layout, Mark, Meaning, PeriodRule, Profile, Protection,
    Recognise, RowRule, Source, SumRule, WrongName,
};
