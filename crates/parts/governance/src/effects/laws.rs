//! Laws of indicators, over all members of a family.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::checks::{Counting, Hint, lacks, same_people};
use super::model::{
    Actual, Indicator, Kind, Reached, Rule, State, Step, Value, accepted, reached, together,
};
use super::period::Period;

fn indicator() -> Indicator {
    Indicator {
        step: Step::new(4).expect("a step"),
        name: "Wege gefunden".into(),
        unit: "Personen".into(),
        kind: Kind::Count,
        rule: Rule::Sum,
        source: String::new(),
        categories: vec![],
        baseline: Some((0, date(2026, 1, 1))),
        targets: vec![(date(2026, 7, 1), 10_000), (date(2026, 12, 31), 30_000)],
        figure: None,
        reporter: None,
        ended: false,
    }
}

fn month(at: i8) -> Period {
    Period::of(date(2026, at, 1), 1)
}

proptest! {
    /// Shares of parts together are the share of the whole, whatever their sizes.
    #[test]
    fn shares_add_by_their_denominators(parts in prop::collection::vec((0_i64..1_000, 1_i64..1_000), 1..12)) {
        let values: Vec<(Period, Value)> = parts.iter().zip(1_i8..)
            .map(|((part, more), at)| (month(at), Value::Share(*part * 100, (part + more) * 100)))
            .collect();
        let (part, whole) = parts.iter().fold((0, 0), |(part, whole), (it, more)| (part + it, whole + it + more));
        prop_assert_eq!(together(Rule::Sum, &values), Some(Value::Share(part * 100, whole * 100)));
        let shown = together(Rule::Sum, &values).and_then(Value::shown).expect("a share");
        prop_assert!((0..=10_000).contains(&shown));
    }

    /// A year that was reported as a whole is not counted again by its months.
    #[test]
    fn no_day_is_counted_twice(months in prop::collection::vec(0_i64..100_000, 1..12), whole in 0_i64..100_000) {
        let mut values: Vec<(Period, Value)> =
            months.iter().zip(1_i8..).map(|(it, at)| (month(at), Value::Count(*it))).collect();
        prop_assert_eq!(together(Rule::Sum, &values), Some(Value::Count(months.iter().sum())));
        let last = months.last().copied().map(Value::Count);
        prop_assert_eq!(together(Rule::Last, &values), last);
        values.push((Period::of(date(2026, 1, 1), 12), Value::Count(whole)));
        prop_assert_eq!(together(Rule::Sum, &values), Some(Value::Count(whole)));
    }

    /// Between two points of the path nothing more is expected than at the later one.
    #[test]
    fn the_path_rises_between_its_points(days in 0_i32..364) {
        let says = indicator();
        let day = date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
        let later = day.tomorrow().expect("a day");
        let (now, then) = (says.expected(day).expect("a path"), says.expected(later).expect("a path"));
        prop_assert!(now <= then && (0..=30_000).contains(&now));
        prop_assert_eq!(says.expected(date(2025, 12, 31)), None);
    }

    /// What a staircase lacks depends on which steps it has, not on how many of them or in which order.
    #[test]
    fn hints_know_steps_alone(mut steps in prop::collection::vec(1_i64..=7, 0..10)) {
        let of = |all: &[i64]| lacks(all.iter().filter_map(|it| Step::new(*it)));
        let hints = of(&steps);
        let twice = [steps.clone(), steps.clone()].concat();
        prop_assert_eq!(of(&twice), hints.clone());
        steps.reverse();
        prop_assert_eq!(of(&steps), hints.clone());
        // With an output and an outcome nothing is lacking.
        steps.extend([1, 4]);
        prop_assert!(of(&steps).is_empty());
        prop_assert!(!(hints.contains(&Hint::OnlyOutputs) && hints.contains(&Hint::OutcomeWithoutOutput)));
    }

    /// Whether two measures may count the same people is the same from both sides.
    #[test]
    fn the_same_people_are_the_same_from_both_sides(
        from in prop::option::of(1_i8..12), to in 1_i8..=12, names in (0..3_usize, 0..3_usize),
        steps in (1_i64..=7, 1_i64..=7), group in 0..3_usize,
    ) {
        let day = |month: i8| date(2026, month, 1);
        let named = |at: usize, step: i64| Indicator {
            name: ["Beratungen", " beratungen ", "Kurse"][at].into(),
            step: Step::new(step).expect("a step"),
            ..indicator()
        };
        let (a, b) = (named(names.0, steps.0), named(names.1, steps.1));
        let group = ["", "Familien", "FAMILIEN"][group];
        let first = Counting { place: None, from: from.map(day), to: date(2026, 12, 31), target_group: "Familien", indicators: &[&a] };
        let second = Counting { place: None, from: Some(day(3)), to: day(to), target_group: group, indicators: &[&b] };
        prop_assert_eq!(same_people(first, second).is_empty(), same_people(second, first).is_empty());
    }
}

fn actual(period: Period, version: i64, state: State, count: i64) -> Actual {
    Actual {
        measure: 1,
        indicator: 1,
        period,
        version,
        value: Value::Count(count),
        parts: Vec::new(),
        note: String::new(),
        findings: BTreeSet::new(),
        state,
        reason: String::new(),
        account: None,
        post: None,
        at: 0,
    }
}

#[test]
fn a_correction_counts_once_it_is_accepted() {
    let mut all = vec![
        actual(month(1), 1, State::Accepted, 500),
        actual(month(1), 2, State::Checked, 700),
        actual(month(2), 1, State::Returned, 900),
    ];
    let values = |all: &[Actual]| accepted(all).iter().map(|it| it.value).collect::<Vec<_>>();
    assert_eq!(values(&all), [Value::Count(500)]);
    all[1].state = State::Accepted;
    assert_eq!(values(&all), [Value::Count(700)]);
}

#[test]
fn a_point_is_reached_missed_or_to_come() {
    let says = indicator();
    let quarter = |at: &str, count| (Period::parse(at).expect("a period"), Value::Count(count));
    let stands = |values: &[(Period, Value)], today: Date| {
        reached(&says, values, today).into_iter().map(|it| it.2).collect::<Vec<_>>()
    };
    let spring = [quarter("2026q1", 6_000), quarter("2026q2", 5_000)];
    assert_eq!(stands(&spring, date(2026, 8, 1)), [Reached::Yes(11_000), Reached::Later]);
    assert_eq!(stands(&spring, date(2027, 1, 5)), [Reached::Yes(11_000), Reached::No(11_000)]);
    assert_eq!(stands(&[], date(2027, 1, 5)), [Reached::Unknown, Reached::Unknown]);
    // Where less is better the path falls.
    let falling = Indicator {
        rule: Rule::Last,
        baseline: Some((8_000, date(2026, 1, 1))),
        targets: vec![(date(2026, 12, 31), 4_000)],
        ..indicator()
    };
    let end = reached(&falling, &[quarter("2026q4", 3_500)], date(2027, 1, 5));
    assert_eq!(end[0].2, Reached::Yes(3_500));
}

#[test]
fn every_field_of_an_indicator_is_compared() {
    use super::model::{Part, Reporter};
    let other = Indicator {
        step: Step::new(1).expect("a step"),
        name: "a".into(),
        unit: "b".into(),
        kind: Kind::Share,
        rule: Rule::Last,
        source: "c".into(),
        categories: vec!["d".into()],
        baseline: None,
        targets: vec![],
        figure: Some("population".into()),
        reporter: Some(Reporter::Post(1)),
        ended: true,
    };
    assert_eq!(indicator().differences(&other), Part::ALL);
}
