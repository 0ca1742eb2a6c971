//! Laws of indicators, over all members of a family.

use std::collections::BTreeSet;

use ankunft_platform::languages::{Language, Languages};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::checks::{Counting, Hint, lacks, same_people};
use super::held::held;
use super::model::{
    Actual, Indicator, Kind, Known, Reached, Rule, State, Step, Value, accepted, reached, together,
};
use super::period::Period;
use super::view::Stand;
use super::words;
use crate::known::Place;
use crate::within::Nesting;

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
        steps in (1_i64..=7, 1_i64..=7), group in 0..3_usize, at in (0..3_usize, 0..3_usize),
    ) {
        let day = |month: i8| date(2026, month, 1);
        let named = |at: usize, step: i64| Indicator {
            name: ["Beratungen", " beratungen ", "Kurse"][at].into(),
            step: Step::new(step).expect("a step"),
            ..indicator()
        };
        let (a, b) = (named(names.0, steps.0), named(names.1, steps.1));
        let group = ["", "Familien", "FAMILIEN"][group];
        let quarters = ["1", "2"].map(quarter);
        let places = [None, Some(&quarters[0]), Some(&quarters[1])];
        let first = Counting { place: places[at.0], from: from.map(day), to: date(2026, 12, 31), target_group: "Familien", indicators: &[&a] };
        let second = Counting { place: places[at.1], from: Some(day(3)), to: day(to), target_group: group, indicators: &[&b] };
        let alone = Nesting::default();
        let meet = |one, other| !same_people(one, other, &alone).is_empty();
        prop_assert_eq!(meet(first, second), meet(second, first));
    }
}

fn quarter(area: &str) -> Place {
    Place { geography: "quartier".into(), area: area.into(), name: area.into() }
}

#[test]
fn who_is_counted_in_the_whole_city_is_counted_in_each_quarter() {
    let says = indicator();
    let (to, indicators) = (date(2026, 12, 31), [&says]);
    let at = |place| Counting { place, from: None, to, target_group: "", indicators: &indicators };
    let meet = |one, other| !same_people(at(one), at(other), &Nesting::default()).is_empty();
    let (one, other) = (quarter("1"), quarter("2"));
    assert!(meet(None, Some(&one)) && meet(Some(&one), None) && meet(None, None));
    assert!(meet(Some(&one), Some(&one)) && !meet(Some(&one), Some(&other)));
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

/// An indicator that says this, with these values.
fn stand(says: Indicator, actuals: Vec<Actual>) -> Stand {
    let known = Known { measure: 1, number: 1, version: 1, says, account: None, post: None, at: 0 };
    Stand { known, actuals, course: Vec::new() }
}

fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

#[test]
fn last_time_was_a_period_as_long() {
    let of = |at: &str, count| actual(period(at), 1, State::Accepted, count);
    let all = stand(indicator(), vec![of("2024", 30_000), of("2025", 40_000), of("2026q1", 9_000)]);
    let before = |at: &str| all.before(period(at)).map(|it| it.period.to_string());
    assert_eq!(before("2026q3").as_deref(), Some("2026q1"));
    assert_eq!(before("2026").as_deref(), Some("2025"));
    assert_eq!(before("2026q1"), None, "a year says nothing of a quarter");
    assert_eq!(before("2026-08"), None);
}

#[test]
fn what_was_counted_is_no_share() {
    let t = Languages::load().expect("texts").texts(Language::German);
    let share = Indicator { kind: Kind::Share, unit: String::new(), ..indicator() };
    let counted = actual(period("2026q1"), 1, State::Accepted, 31_100);
    let nothing = Actual { value: Value::Nothing, ..counted.clone() };
    let all = stand(share.clone(), vec![counted.clone()]);
    assert!(
        all.values().is_empty() && all.now().is_none() && all.before(period("2026q2")).is_none()
    );
    assert_eq!(words::value(&t, &share, counted.value), "311", "neither in percent nor in a unit");
    assert_eq!(words::value(&t, &indicator(), counted.value), "311 Personen");
    assert_eq!(stand(share, vec![nothing]).values().len(), 1, "nothing is of every kind");
}

#[test]
fn kind_and_unit_stay_with_the_values_that_they_count() {
    let t = Languages::load().expect("texts").texts(Language::German);
    let share = Indicator { kind: Kind::Share, unit: String::new(), ..indicator() };
    let evenings = Indicator { unit: "Abende".into(), ..indicator() };
    let counted = actual(period("2026q1"), 1, State::Returned, 31_100);
    let nothing = Actual { value: Value::Nothing, ..counted.clone() };
    let held = |now: &Indicator, says: &Indicator, values: &[&Actual]| {
        let problems = held(&t, (now, says), values.iter().copied());
        ["art", "einheit"].map(|it| problems.of(it).is_some())
    };
    assert_eq!(held(&indicator(), &share, &[]), [false, false]);
    assert_eq!(held(&indicator(), &share, &[&nothing]), [false, false]);
    assert_eq!(held(&indicator(), &share, &[&nothing, &counted]), [true, true]);
    assert_eq!(held(&indicator(), &evenings, &[&counted]), [false, true]);
    let ended = Indicator { ended: true, name: "Beratene".into(), ..indicator() };
    assert_eq!(held(&indicator(), &ended, &[&counted]), [false, false]);
    let back = Indicator { unit: String::new(), ..indicator() };
    assert_eq!(held(&share, &back, &[&counted]), [false, false], "what it was, it may be again");
}
