//! Laws of dividing into classes, and an exhaustive search as judge of natural breaks.

use ankunft_report::{ClassError, Method, classify};
use proptest::prelude::*;

const METHODS: [Method; 4] =
    [Method::Quantile, Method::EqualInterval, Method::NaturalBreaks, Method::StandardDeviation];

/// The sum of squared deviations from the mean, in each run that `cuts` parts off.
fn cost(sorted: &[f64], cuts: &[usize]) -> f64 {
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain(std::iter::once(sorted.len()));
    starts
        .zip(ends)
        .map(|(start, end)| {
            let run = &sorted[start..end];
            let mean = run.iter().sum::<f64>() / run.len() as f64;
            run.iter().map(|value| (value - mean).powi(2)).sum::<f64>()
        })
        .sum()
}

/// The least cost of all divisions into `classes` runs.
fn least_cost(sorted: &[f64], classes: usize, cuts: &mut Vec<usize>) -> f64 {
    if cuts.len() + 1 == classes {
        return cost(sorted, cuts);
    }
    let from = cuts.last().map_or(1, |last| last + 1);
    (from..sorted.len())
        .map(|cut| {
            cuts.push(cut);
            let found = least_cost(sorted, classes, cuts);
            cuts.pop();
            found
        })
        .fold(f64::INFINITY, f64::min)
}

fn entries() -> impl Strategy<Value = Vec<Option<f64>>> {
    let number = prop_oneof![
        3 => -1e3..1e3_f64,
        3 => (-5..5_i32).prop_map(f64::from),
        1 => Just(0.0),
        1 => Just(-0.0),
        1 => any::<f64>().prop_filter("finite", |it| it.is_finite()),
    ];
    prop::collection::vec(prop::option::weighted(0.9, number), 1..60)
        .prop_filter("a value", |it| it.iter().any(Option::is_some))
}

proptest! {
    #[test]
    fn every_value_is_in_exactly_one_class(entries in entries(), wanted in 3..=7_usize) {
        for method in METHODS {
            let found = classify(&entries, method, wanted).expect("a value is there");
            prop_assert!(found.count() <= wanted);
            prop_assert!(found.breaks().windows(2).all(|it| it[0] < it[1]), "{:?}", found);
            for (entry, class) in entries.iter().zip(found.classes()) {
                prop_assert_eq!(entry.is_some(), class.is_some());
                if let (Some(value), Some(class)) = (entry, class) {
                    let (low, high) = found.bounds()[usize::from(*class)];
                    prop_assert!(low.is_none_or(|low| low <= *value));
                    prop_assert!(high.is_none_or(|high| *value < high));
                    prop_assert_eq!(found.class_of(*value), *class);
                }
            }
            prop_assert_eq!(found.sizes().iter().sum::<usize>(), entries.iter().flatten().count());
        }
    }

    #[test]
    fn a_higher_value_is_in_no_lower_class(entries in entries(), a in -2e3..2e3, b in -2e3..2e3) {
        for method in METHODS {
            let found = classify(&entries, method, 5).expect("a value is there");
            prop_assert!(found.class_of(f64::min(a, b)) <= found.class_of(f64::max(a, b)));
        }
    }

    #[test]
    fn the_order_of_values_does_not_matter(entries in entries(), turn in 0..60_usize) {
        let mut turned = entries.clone();
        turned.rotate_left(turn % entries.len());
        turned.reverse();
        for method in METHODS {
            let (one, other) = (classify(&entries, method, 5), classify(&turned, method, 5));
            let breaks = |it: Result<ankunft_report::Classification, ClassError>| {
                it.expect("a value is there").breaks().to_vec()
            };
            prop_assert_eq!(breaks(one), breaks(other));
        }
    }

    #[test]
    fn quantiles_and_natural_breaks_leave_no_class_empty(entries in entries()) {
        for method in [Method::Quantile, Method::NaturalBreaks] {
            let found = classify(&entries, method, 6).expect("a value is there");
            prop_assert!(found.sizes().iter().all(|size| *size > 0), "{:?}", found);
        }
    }

    #[test]
    fn natural_breaks_are_the_best_of_all_divisions(
        values in prop::collection::btree_set(-200..200_i32, 1..=12),
        wanted in 3..=7_usize,
    ) {
        let sorted: Vec<f64> = values.iter().map(|it| f64::from(*it) / 4.0).collect();
        let entries: Vec<Option<f64>> = sorted.iter().copied().map(Some).collect();
        let found = classify(&entries, Method::NaturalBreaks, wanted).expect("a value is there");
        let classes = wanted.min(sorted.len());
        prop_assert_eq!(found.count(), classes);
        let mut cuts = Vec::new();
        for size in found.sizes() {
            cuts.push(cuts.last().unwrap_or(&0) + size);
        }
        cuts.pop();
        let best = least_cost(&sorted, classes, &mut Vec::new());
        prop_assert!((cost(&sorted, &cuts) - best).abs() <= 1e-9 * (1.0 + best));
    }
}

#[test]
fn quantiles_divide_evenly_without_ties() {
    let entries: Vec<Option<f64>> = (1..=20).map(|it| Some(f64::from(it))).collect();
    let found = classify(&entries, Method::Quantile, 5).expect("values");
    assert_eq!(found.sizes(), [4, 4, 4, 4, 4]);
    assert_eq!(found.breaks(), [5.0, 9.0, 13.0, 17.0]);
}

#[test]
fn standard_deviations_lie_around_the_mean() {
    // Mean 5, standard deviation (n − 1) of 2, 4, 4, 4, 5, 5, 7, 9: √(32/7).
    let entries = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0].map(Some);
    let deviation = (32.0_f64 / 7.0).sqrt();
    let found = classify(&entries, Method::StandardDeviation, 4).expect("values");
    let expected = [5.0 - deviation, 5.0, 5.0 + deviation];
    for (found, expected) in found.breaks().iter().zip(expected) {
        assert!((found - expected).abs() < 1e-12);
    }
}

#[test]
fn what_cannot_be_divided_is_said() {
    assert_eq!(
        classify(&[Some(1.0)], Method::Quantile, 2),
        Err(ClassError::ClassCount { wanted: 2 })
    );
    assert_eq!(
        classify(&[Some(1.0), Some(f64::NAN)], Method::Quantile, 5),
        Err(ClassError::NotFinite { index: 1 })
    );
    for method in METHODS {
        let alike = classify(&[Some(7.0); 9], method, 5).expect("values");
        assert_eq!((alike.count(), alike.sizes()), (1, vec![9]), "{method:?}");
    }
}
