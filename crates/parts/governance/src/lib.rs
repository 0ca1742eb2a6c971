//! Governance: what did we agree, who does it, is it on time, and what followed from it?
//!
//! [`measures`] holds what a city does, [`bodies`] who decides about it in which meeting; [`thread`]
//! draws evidence → decision → measure → effect of anything that can be cited, from the citations
//! that are there anyway.

mod asks;
pub mod bodies;
pub mod commitments;
mod evidence;
pub mod goals;
pub mod known;
pub mod measures;
pub mod permissions;
pub mod thread;
mod uploads;

use ankunft_platform::parts::Part;

/// What governance registers.
#[must_use]
pub fn part() -> Part {
    let own = Part { name: "governance", rules: permissions::RULES.to_vec(), ..Part::default() };
    own.with(measures::part())
        .with(goals::part())
        .with(bodies::part())
        .with(commitments::part())
        .with(thread::part())
}
