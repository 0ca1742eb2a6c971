//! What the check finds in a value that is handed in. It never refuses: who accepts it decides.

use std::collections::BTreeSet;

use super::model::{Hundredths, Indicator, Kind, Value};

/// What stands out in a value; its words are the text `pruefung-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// More of something than there is of it.
    MoreThanAll,
    /// A share of nothing.
    OfNothing,
    /// More than three times as much as last time, or less than a third.
    Jump,
    /// Nothing, where there was something before.
    NothingNow,
    /// A part of a person.
    Broken,
}

impl Finding {
    /// All findings.
    pub const ALL: [Self; 5] =
        [Self::MoreThanAll, Self::OfNothing, Self::Jump, Self::NothingNow, Self::Broken];

    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::MoreThanAll => "mehr-als-alle",
            Self::OfNothing => "von-nichts",
            Self::Jump => "sprung",
            Self::NothingNow => "nichts-mehr",
            Self::Broken => "bruchteil",
        }
    }

    /// The finding of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How many times as much as last time nobody wonders about.
const USUAL: i64 = 3;

/// Checks a value against what it can be and what it was last time.
///
/// ```
/// use ankunft_governance::effects::findings::{Finding, is_jump};
///
/// assert!(is_jump(10_000, 30_100) && is_jump(10_000, 3_300));
/// assert!(!is_jump(10_000, 30_000) && !is_jump(200, 700), "small numbers jump by nature");
/// # let _ = Finding::Jump;
/// ```
#[must_use]
pub fn check(says: &Indicator, value: Value, before: Option<Value>) -> BTreeSet<Finding> {
    let mut found = BTreeSet::new();
    match value {
        Value::Share(_, 0) => {
            found.insert(Finding::OfNothing);
        }
        Value::Share(part, whole) if part > whole => {
            found.insert(Finding::MoreThanAll);
        }
        Value::Nothing if before.and_then(Value::shown).is_some_and(|it| it > 0) => {
            found.insert(Finding::NothingNow);
        }
        _ => {}
    }
    let counted = match value {
        Value::Nothing => [0, 0],
        Value::Count(it) => [it, 0],
        Value::Share(part, whole) => [part, whole],
    };
    let is_person = says.kind == Kind::Share || says.unit.to_lowercase().contains("person");
    if is_person && counted.iter().any(|it| it % 100 != 0) {
        found.insert(Finding::Broken);
    }
    if let (Value::Count(was), Value::Count(now)) = (before.unwrap_or(Value::Nothing), value)
        && is_jump(was, now)
    {
        found.insert(Finding::Jump);
    }
    found
}

/// Whether a count is so far from the last one that somebody should look.
#[must_use]
pub const fn is_jump(was: Hundredths, now: Hundredths) -> bool {
    let (low, high) = if was < now { (was, now) } else { (now, was) };
    // Below ten a person more or less is a multiple at once.
    high >= 1_000 && high > low.saturating_mul(USUAL)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_jump_is_one_in_both_directions(a in 0_i64..10_000_000, b in 0_i64..10_000_000) {
            prop_assert_eq!(is_jump(a, b), is_jump(b, a));
            prop_assert!(!is_jump(a, a));
        }
    }
}
