//! Governance: what did we agree, who does it, is it on time, and what followed from it?
//!
//! [`goals`] hold what a city wants to reach, [`measures`] what it does, [`effects`] what that is to
//! bring about and what was reached, [`around`] who helps, who pays and what can go wrong,
//! [`funding`] what all of it costs, [`spending`] what was spent of it, [`reporting`] who reports what; [`workbook`] lets many of them be
//! edited elsewhere and brought back. [`bodies`] meet, [`papers`] go through them and become decisions;
//! [`commitments`] say what was promised; [`funds`] give money to groups of residents; [`enquiries`]
//! are answered. What waits and what has changed is told in [`morning`]. [`thread`] draws evidence →
//! decision → measure → effect of anything that can be cited, from the citations that are there anyway,
//! and [`loose`] says where that stops.

pub mod around;
mod asks;
pub mod bodies;
mod cells;
pub mod commitments;
pub mod effects;
pub mod enquiries;
mod evidence;
pub mod funding;
pub mod funds;
pub mod goals;
mod inside;
pub mod known;
pub mod loose;
mod made_from;
pub mod measures;
mod morning;
pub mod papers;
mod pasted;
pub mod permissions;
mod picker;
mod picking;
mod printed;
mod quarter;
pub mod reporting;
mod rows;
pub mod spending;
mod stored;
mod taking_back;
pub mod thread;
pub mod workbook;

use ankunft_platform::parts::Part;

/// What governance registers.
#[must_use]
pub fn part() -> Part {
    let own = Part {
        name: "governance",
        only_cities: true,
        rules: permissions::RULES.to_vec(),
        ..Part::default()
    };
    own.with(measures::part())
        .with(workbook::part())
        .with(quarter::part())
        .with(funding::part())
        .with(around::part())
        .with(spending::part())
        .with(effects::part())
        .with(reporting::part())
        .with(goals::part())
        .with(bodies::part())
        .with(papers::part())
        .with(commitments::part())
        .with(funds::part())
        .with(enquiries::part())
        .with(thread::part())
        .with(loose::part())
        .with(picking::part())
        .with(morning::part())
}
