//! The programme of twelve: what cities define alike, what they give to one another and to research,
//! and by whose consent.
//!
//! Cities of one installation meet here; those of another get and send the same packages as files.
//! [`package`] is the Austauschpaket itself, pure; [`exchange`] gives and takes it; [`core`] holds
//! the Kernindikatoren; [`frozen`] the numbered states that research cites; [`template`] the workbook
//! that a city without Ankunft fills; [`together`] what the twelve tell and ask one another;
//! [`selection`] which quarters they choose among, as far as they show it; and [`library`] what
//! helped where.

pub mod core;
pub mod exchange;
pub mod frozen;
pub mod library;
pub mod members;
pub mod package;
pub mod permissions;
mod report;
pub mod selection;
pub mod template;
pub mod together;

use ankunft_platform::parts::Part;

/// What the programme registers.
#[must_use]
pub fn part() -> Part {
    let own = Part { name: "programme", rules: permissions::RULES.to_vec(), ..Part::default() };
    own.with(together::part())
        .with(selection::part())
        .with(library::part())
        .with(exchange::part())
        .with(core::part())
        .with(frozen::part())
        .with(report::part())
}
