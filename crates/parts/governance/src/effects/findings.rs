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
    /// A share that is far above or below the last one.
    ShareJump,
    /// Nothing, where there was something before.
    NothingNow,
    /// A part of a person.
    Broken,
    /// What it was told apart by is not the whole, or more than it.
    PartsDiffer,
}

impl Finding {
    /// All findings.
    pub const ALL: [Self; 7] = [
        Self::MoreThanAll,
        Self::OfNothing,
        Self::Jump,
        Self::ShareJump,
        Self::NothingNow,
        Self::Broken,
        Self::PartsDiffer,
    ];

    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::MoreThanAll => "mehr-als-alle",
            Self::OfNothing => "von-nichts",
            Self::Jump => "sprung",
            Self::ShareJump => "anteil-sprung",
            Self::NothingNow => "nichts-mehr",
            Self::Broken => "bruchteil",
            Self::PartsDiffer => "teile",
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
    if before.is_some_and(|it| is_share_jump(it, value)) {
        found.insert(Finding::ShareJump);
    }
    found
}

/// The same for a value that was told apart.
#[must_use]
pub fn with_parts(
    says: &Indicator,
    (value, parts): (Value, &[(String, Hundredths)]),
    before: Option<Value>,
) -> BTreeSet<Finding> {
    let mut found = check(says, value, before);
    found.extend(do_parts_differ(value, parts).then_some(Finding::PartsDiffer));
    found
}

/// By how much a share differs from the last one and nobody wonders: thirty points, in hundredths.
const USUAL_POINTS: Hundredths = 3_000;

/// Whether a share is so far from the last one that somebody should look.
///
/// ```
/// use ankunft_governance::effects::findings::is_share_jump;
/// use ankunft_governance::effects::model::Value;
///
/// let share = |part: i64, whole: i64| Value::Share(part * 100, whole * 100);
/// assert!(is_share_jump(share(30, 40), share(12, 40)) && is_share_jump(share(12, 40), share(30, 40)));
/// assert!(!is_share_jump(share(30, 40), share(24, 40)));
/// assert!(!is_share_jump(share(3, 4), share(1, 4)), "of few each one is a quarter");
/// ```
#[must_use]
pub fn is_share_jump(was: Value, now: Value) -> bool {
    let (Value::Share(_, of), Value::Share(_, of_now)) = (was, now) else { return false };
    let points = was.shown().zip(now.shown()).map_or(0, |(was, now)| was.abs_diff(now));
    // Below ten a person more or less is many points at once.
    of.min(of_now) >= 1_000 && points > USUAL_POINTS.unsigned_abs()
}

/// Whether what a value was told apart by fits it; of nothing told there is nothing to say. Who is told
/// apart twice (by sex and by age) is more than the whole, and right: so it is a note, never a refusal.
///
/// ```
/// use ankunft_governance::effects::findings::do_parts_differ;
/// use ankunft_governance::effects::model::Value;
///
/// let parts = |parts: &[i64]| parts.iter().map(|it| (it.to_string(), *it)).collect::<Vec<_>>();
/// assert!(!do_parts_differ(Value::Count(700), &parts(&[300, 400])));
/// assert!(do_parts_differ(Value::Count(700), &parts(&[300])));
/// assert!(!do_parts_differ(Value::Count(700), &[]));
/// assert!(!do_parts_differ(Value::Share(300, 400), &parts(&[100, 200])));
/// ```
#[must_use]
pub fn do_parts_differ(value: Value, parts: &[(String, Hundredths)]) -> bool {
    let whole = match value {
        Value::Nothing => 0,
        Value::Count(it) | Value::Share(it, _) => it,
    };
    !parts.is_empty() && parts.iter().map(|it| it.1).sum::<Hundredths>() != whole
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
