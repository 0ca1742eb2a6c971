//! Governance: what did we agree, who does it, is it on time, and what followed from it?
//!
//! [`measures`] holds what a city does, [`effects`] what it is to bring about and what was reached,
//! [`around`] who helps, who pays and what can go wrong, [`reporting`] who reports what; [`thread`] draws evidence → decision → measure
//! → effect of anything that can be cited, from the citations that are there anyway.

pub mod around;
mod asks;
pub mod commitments;
pub mod effects;
mod evidence;
pub mod goals;
pub mod known;
pub mod measures;
pub mod permissions;
pub mod reporting;
mod rows;
pub mod thread;

use ankunft_platform::parts::Part;

/// What governance registers.
#[must_use]
pub fn part() -> Part {
    let own = Part { name: "governance", rules: permissions::RULES.to_vec(), ..Part::default() };
    own.with(measures::part())
        .with(around::part())
        .with(effects::part())
        .with(reporting::part())
        .with(goals::part())
        .with(commitments::part())
        .with(thread::part())
}
