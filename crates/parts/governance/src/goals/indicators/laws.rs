//! Laws of what is added up, and of what is said of a path.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::model::{Cannot, Indicator, Origin, State, cannot_add, state, summed};
use crate::effects::model::{
    Hundredths, Indicator as OfMeasure, Kind, Rule, Step, Value, together,
};
use crate::effects::period::Period;

fn says(baseline: Option<Hundredths>, targets: &[(i64, Hundredths)]) -> Indicator {
    Indicator {
        name: "Kinder mit Kitaplatz".to_owned(),
        unit: "Kinder".to_owned(),
        kind: Kind::Count,
        origin: Origin::Kept,
        source: String::new(),
        categories: Vec::new(),
        baseline: baseline.map(|it| (it, date(2024, 12, 31))),
        targets: targets.to_vec(),
    }
}

fn quarters(values: &[i64]) -> Vec<(Period, Value)> {
    let first = Period::parse("2025q1").expect("a quarter");
    let period = |at: usize| {
        (0..at).fold(first, |it, _| Period::of(it.last().tomorrow().expect("a day"), 3))
    };
    values.iter().enumerate().map(|(at, it)| (period(at), Value::Count(*it))).collect()
}

proptest! {
    /// What is added up is what each is, together; and the order does not matter.
    #[test]
    fn a_sum_is_the_sum_of_its_parts(
        parts in prop::collection::vec(prop::collection::vec(0_i64..100_000, 1..8), 1..6),
    ) {
        let rule = Rule::Sum;
        let of: Vec<_> = parts.iter().map(|it| (rule, quarters(it))).collect();
        let last = summed(&of).last().and_then(|it| it.1.shown());
        let each = |it: &(Rule, Vec<(Period, Value)>)| together(it.0, &it.1)?.shown();
        prop_assert_eq!(last, Some(of.iter().filter_map(each).sum()));
        let turned: Vec<_> = of.iter().rev().cloned().collect();
        prop_assert_eq!(summed(&of), summed(&turned));
        let mut more = of.clone();
        more.push((rule, Vec::new()));
        prop_assert_eq!(summed(&of), summed(&more), "who has no value yet adds nothing");
    }

    /// A share of several is all that were counted of all that there are, between the least and the most.
    #[test]
    fn shares_add_by_their_denominators(
        parts in prop::collection::vec((0_i64..=100, 1_i64..1000), 1..6),
    ) {
        let period = Period::parse("2025").expect("a year");
        let value = |(part, whole): &(i64, i64)| Value::Share(part.min(whole) * 100, whole * 100);
        let of: Vec<_> = parts.iter().map(|it| (Rule::Last, vec![(period, value(it))])).collect();
        let shown: Vec<i64> = parts.iter().filter_map(|it| value(it).shown()).collect();
        let sum = summed(&of)[0].1.shown().expect("a share");
        let (least, most) = (shown.iter().min().expect("one"), shown.iter().max().expect("one"));
        prop_assert!((*least..=*most).contains(&sum));
    }

    /// Down is as good as up: a goal that falls is judged as one that rises.
    #[test]
    fn a_falling_goal_is_judged_as_a_rising_one(
        was in -1000_i64..1000, now in -1000_i64..1000, goal in -1000_i64..1000,
    ) {
        prop_assume!(was != goal);
        let on = date(2026, 6, 30);
        let seen = |sign: i64| {
            let it = says(Some(sign * was), &[(2028, sign * goal)]);
            state(&it, &[(on, sign * now)], date(2026, 7, 1))
        };
        prop_assert_eq!(seen(1), seen(-1));
    }

    /// More of what is wanted is never further behind.
    #[test]
    fn more_is_never_worse(goal in 1_i64..1000, now in 0_i64..2000, more in 0_i64..1000) {
        let rank = |now: i64| {
            match state(&says(Some(0), &[(2028, goal)]), &[(date(2026, 6, 30), now)], date(2026, 7, 1)) {
                State::Behind => 0,
                State::OnTheWay => 1,
                State::Reached => 2,
                other => panic!("{other:?}"),
            }
        };
        prop_assert!(rank(now) <= rank(now + more));
    }
}

#[test]
fn what_nobody_can_tell_is_not_said() {
    let today: Date = date(2026, 7, 1);
    let (on, goal) = (date(2026, 6, 30), [(2028, 100)]);
    assert_eq!(state(&says(Some(0), &goal), &[], today), State::Empty);
    let old = date(2024, 12, 31);
    assert_eq!(state(&says(None, &goal), &[(old, 5)], today), State::Stale(old));
    // Without a value before, and counted once: there is no way yet to be on.
    assert_eq!(state(&says(None, &goal), &[(on, 5)], today), State::Open);
    // Counted twice: the way begins with the first.
    let twice = [(date(2025, 12, 31), 5), (on, 5)];
    assert_eq!(state(&says(None, &goal), &twice, today), State::Behind);
}

#[test]
fn what_is_not_alike_does_not_add() {
    let part = |kind, unit: &str, figure: Option<&str>| OfMeasure {
        step: Step::ALL[1],
        name: "Plätze".to_owned(),
        unit: unit.to_owned(),
        kind,
        rule: Rule::Sum,
        source: String::new(),
        categories: Vec::new(),
        baseline: None,
        targets: Vec::new(),
        figure: figure.map(str::to_owned),
        reporter: None,
        ended: false,
    };
    let whole = says(None, &[(2028, 100)]);
    let cannot = |it: OfMeasure, rule| cannot_add(&whole, rule, &it);
    assert_eq!(cannot(part(Kind::Count, " kinder", None), None), None);
    assert_eq!(cannot(part(Kind::Share, "Kinder", None), None), Some(Cannot::Kind));
    assert_eq!(cannot(part(Kind::Count, "Abende", None), None), Some(Cannot::Unit));
    assert_eq!(cannot(part(Kind::Count, "Kinder", Some("q:x")), None), Some(Cannot::Figure));
    assert_eq!(cannot(part(Kind::Count, "Kinder", None), Some(Rule::Last)), Some(Cannot::Rule));
}
