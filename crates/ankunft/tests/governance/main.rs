//! Governance: goals, measures, bodies, Vorlagen, Anfragen, money and the red thread through them.

mod bodies;
mod commitments;
#[path = "../common/mod.rs"]
mod common;
mod effects;
mod enquiries;
mod funds;
mod goal_drafts;
mod goal_tables;
mod goal_values;
mod goals;
mod loose;
mod measures;
mod morning;
mod private;
mod reporting;
mod reports;
mod resolutions;
mod spending;
mod story;
mod workbook;
