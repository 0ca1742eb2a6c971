//! What a Wirkungstreppe lacks, and measures that may count the same people. Hints in words, never
//! a refusal.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::model::{Indicator, Step};
use crate::known::Place;
use crate::within::Nesting;

/// What is to be thought about; its words are the text `treppe-hinweis-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// Something changes for people, and nothing says what is done for it.
    OutcomeWithoutOutput,
    /// It says what is done, and not what it changes.
    OnlyOutputs,
    /// Something changes for everybody, and nothing says for whom first.
    ImpactWithoutOutcome,
}

impl Hint {
    /// Its name in texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OutcomeWithoutOutput => "ohne-leistung",
            Self::OnlyOutputs => "nur-leistungen",
            Self::ImpactWithoutOutcome => "ohne-wirkung",
        }
    }
}

/// What a staircase with indicators on these steps lacks; an empty one lacks nothing yet.
///
/// ```
/// use ankunft_governance::effects::checks::{Hint, lacks};
/// use ankunft_governance::effects::model::Step;
///
/// let steps = |all: &[i64]| all.iter().filter_map(|it| Step::new(*it)).collect::<Vec<_>>();
/// assert_eq!(lacks(steps(&[1, 3])), [Hint::OnlyOutputs]);
/// assert_eq!(lacks(steps(&[5])), [Hint::OutcomeWithoutOutput]);
/// assert_eq!(lacks(steps(&[2, 7])), [Hint::ImpactWithoutOutcome]);
/// assert!(lacks(steps(&[2, 4])).is_empty() && lacks(steps(&[])).is_empty());
/// ```
#[must_use]
pub fn lacks(steps: impl IntoIterator<Item = Step>) -> Vec<Hint> {
    let steps: BTreeSet<Step> = steps.into_iter().collect();
    let has = |is: fn(Step) -> bool| steps.iter().any(|it| is(*it));
    let (output, outcome, impact) =
        (has(Step::is_output), has(Step::is_outcome), has(Step::is_impact));
    let mut hints = Vec::new();
    if outcome && !output {
        hints.push(Hint::OutcomeWithoutOutput);
    }
    if output && !outcome && !impact {
        hints.push(Hint::OnlyOutputs);
    }
    if impact && !outcome {
        hints.push(Hint::ImpactWithoutOutcome);
    }
    hints
}

/// A measure, as far as it counts people.
#[derive(Clone, Copy, Debug)]
pub struct Counting<'a> {
    /// Where; `None` is the whole city.
    pub place: Option<&'a Place>,
    /// From when; `None` is from ever.
    pub from: Option<Date>,
    /// Until when.
    pub to: Date,
    /// For whom.
    pub target_group: &'a str,
    /// What it counts.
    pub indicators: &'a [&'a Indicator],
}

/// Whether what happens at two places can reach the same people; the whole city is everywhere.
#[must_use]
pub fn do_meet(one: Option<&Place>, other: Option<&Place>, within: &Nesting) -> bool {
    one.zip(other).is_none_or(|(one, other)| within.meet(one, other))
}

/// The indicators of the first measure that may count the same people as one of the second: where
/// their places meet, at the same time, and on the same step for the same target group, or by the same name.
#[must_use]
pub fn same_people<'a>(
    one: Counting<'a>,
    other: Counting<'_>,
    within: &Nesting,
) -> Vec<&'a Indicator> {
    let places = do_meet(one.place, other.place, within);
    let is_before = |to: Date, from: Option<Date>| from.is_some_and(|it| to < it);
    let times = !is_before(one.to, other.from) && !is_before(other.to, one.from);
    if !places || !times {
        return Vec::new();
    }
    let group = alike(one.target_group);
    let groups = !group.is_empty() && group == alike(other.target_group);
    let is_same = |it: &&&Indicator| {
        let same = |that: &&Indicator| {
            alike(&it.name) == alike(&that.name) || (groups && it.step == that.step)
        };
        // A figure of the quarter counts whoever lives there, whatever the measure.
        it.figure.is_none()
            && other.indicators.iter().any(|that| that.figure.is_none() && same(that))
    };
    one.indicators.iter().filter(is_same).copied().collect()
}

/// A text as far as it tells things apart.
fn alike(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
