//! What weighing candidates and looking for comparison areas may and may not react to.

use ankunft_arrival::{
    Course, WeighingError, comparison_areas, disagreements, in_front, spread, weigh,
};
use proptest::prelude::*;

/// Person → candidate → criterion.
type Sheet = Vec<Vec<Vec<Option<f64>>>>;

const NAMES: [&str; 4] = ["need", "chance", "places", "will"];

fn sheets() -> impl Strategy<Value = Sheet> {
    let points = prop::option::weighted(0.85, (1..=5_u8).prop_map(f64::from));
    let candidate = prop::collection::vec(points, 4);
    let person = move |candidates| prop::collection::vec(candidate.clone(), candidates);
    (2..5_usize).prop_flat_map(move |candidates| prop::collection::vec(person(candidates), 1..5))
}

proptest! {
    #[test]
    fn the_order_of_people_criteria_and_candidates_changes_no_bit(
        sheet in sheets(), by in 0..4_usize,
    ) {
        let before = weigh(&NAMES, &sheet, 400, 7);
        let mut people = sheet.clone();
        people.reverse();
        prop_assert_eq!(&before, &weigh(&NAMES, &people, 400, 7));

        let mut names = NAMES;
        names.rotate_left(by);
        let mut turned = sheet.clone();
        turned.iter_mut().flatten().for_each(|it| it.rotate_left(by));
        let after = weigh(&names, &turned, 400, 7);
        let front = |it: &Result<ankunft_arrival::Weighed, WeighingError>| {
            it.as_ref().ok().map(|it| it.front.clone())
        };
        prop_assert_eq!(front(&before), front(&after));

        let mut others = sheet.clone();
        others.iter_mut().for_each(|it| it.reverse());
        let mut after = front(&weigh(&NAMES, &others, 400, 7));
        if let Some(it) = after.as_mut() {
            it.reverse();
        }
        prop_assert_eq!(front(&before), after);
    }

    #[test]
    fn shares_sum_to_one_and_come_again(sheet in sheets(), seed in any::<u64>()) {
        if let Ok(weighed) = weigh(&NAMES, &sheet, 300, seed) {
            let sum: f64 = weighed.front.iter().sum();
            prop_assert!((sum - 1.0).abs() < 1e-9, "{sum}");
            prop_assert_eq!(Ok(weighed), weigh(&NAMES, &sheet, 300, seed));
        }
    }

    #[test]
    fn a_dominated_candidate_is_never_in_front(sheet in sheets(), lower in 0..4_usize) {
        let mut sheet = sheet;
        for person in &mut sheet {
            let mut worse = person[0].clone();
            // Lower in one criterion, the same in all others.
            worse[lower] = worse[lower].map(|it| it - 0.5);
            person.push(worse);
        }
        if let Ok(weighed) = weigh(&NAMES, &sheet, 300, 3) {
            let is_judged = sheet.iter().any(|it| it[0][lower].is_some())
                && !weighed.left_out.contains(&lower);
            if is_judged {
                prop_assert_eq!(weighed.front.last(), Some(&0.0));
            }
        }
    }

    #[test]
    fn who_gives_more_never_costs_a_candidate_a_draw(
        sheet in sheets(), person in any::<prop::sample::Index>(), criterion in 0..4_usize,
    ) {
        let mut more = sheet.clone();
        let person = person.index(more.len());
        if let Some(it) = more[person][0][criterion].as_mut() {
            *it += 1.0;
        }
        if let (Ok(before), Ok(after)) =
            (weigh(&NAMES, &sheet, 300, 5), weigh(&NAMES, &more, 300, 5))
        {
            prop_assert!(after.front[0] >= before.front[0] - 1e-12);
        }
    }

    #[test]
    fn a_disagreement_names_those_at_its_ends(sheet in sheets()) {
        let all = disagreements(&sheet, 2.0);
        prop_assert!(all.windows(2).all(|pair| pair[0].distance >= pair[1].distance));
        for it in all {
            let given = |person: &usize| sheet[*person][it.candidate][it.criterion];
            for (low, high) in it.low.iter().zip(&it.high) {
                prop_assert_eq!(given(high).zip(given(low)).map(|(a, b)| a - b), Some(it.distance));
            }
            prop_assert!(it.distance >= 2.0);
        }
    }
}

#[test]
fn shares_of_two_criteria_are_those_found_by_hand() {
    // With the weight w on the first: 1 + 4w, 5 − 4w and 4. The third is in front between 1/4 and
    // 3/4.
    let sheet =
        [vec![vec![Some(5.0), Some(1.0)], vec![Some(1.0), Some(5.0)], vec![Some(4.0), Some(4.0)]]];
    let weighed = weigh(&["need", "chance"], &sheet, 10_000, 1).unwrap();
    for (share, exact) in weighed.front.iter().zip([0.25, 0.25, 0.5]) {
        // Four standard errors.
        let error = 4.0 * (exact * (1.0 - exact) / 10_000.0_f64).sqrt();
        assert!((share - exact).abs() < error, "{share} is not {exact}");
    }
    // With three criteria, each the only strength of one: a third each.
    let one = |at: usize| (0..3).map(|it| Some(if it == at { 5.0 } else { 1.0 })).collect();
    let sheet = [(0..3).map(one).collect::<Vec<Vec<Option<f64>>>>()];
    let weighed = weigh(&["a", "b", "c"], &sheet, 10_000, 1).unwrap();
    assert!(weighed.front.iter().all(|it| (it - 1.0 / 3.0).abs() < 0.02), "{weighed:?}");
}

#[test]
fn level_candidates_share_and_blanks_are_left_out() {
    let sheet = [vec![vec![Some(3.0), None], vec![Some(3.0), Some(5.0)]]];
    let weighed = weigh(&["need", "chance"], &sheet, 100, 1).unwrap();
    assert_eq!(weighed.front, [0.5, 0.5]);
    assert_eq!(weighed.left_out, [1]);
}

#[test]
fn what_cannot_be_weighed_is_refused() {
    let two = |first, second| vec![vec![vec![first], vec![second]]];
    let cases = [
        (vec!["a"], Vec::new(), 10, WeighingError::NoChoice),
        (vec!["a"], vec![vec![vec![Some(1.0)]]], 10, WeighingError::NoChoice),
        (vec!["a"], two(None, Some(1.0)), 10, WeighingError::NothingInCommon),
        (vec!["a"], two(Some(1.0), Some(1.0)), 0, WeighingError::NoDraws),
        (vec!["a", "b"], two(Some(1.0), Some(1.0)), 10, WeighingError::Shape),
        (vec!["a", "a"], two(Some(1.0), Some(1.0)), 10, WeighingError::Twice("a".to_owned())),
    ];
    for (criteria, points, draws, error) in cases {
        assert_eq!(weigh(&criteria, &points, draws, 1), Err(error));
    }
    assert_eq!(in_front(&[], &[vec![Some(1.0)]]), Vec::<usize>::new());
    assert_eq!(spread(&[]), None);
}

const YEARS: [f64; 4] = [2020.0, 2021.0, 2022.0, 2023.0];

fn areas() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    let value = prop::option::weighted(0.9, (0..500_u32).prop_map(f64::from));
    prop::collection::vec(prop::collection::vec(value, YEARS.len()), 3..12)
}

fn near(values: &[Vec<Option<f64>>], excluded: &[usize]) -> Vec<(usize, f64)> {
    let all = comparison_areas(&[Course { years: &YEARS, values }], 0, excluded);
    all.iter().map(|it| (it.area, it.distance)).collect()
}

/// Two areas rise by the same amount in every unit, whatever its rounding: nothing to compare.
#[test]
fn equal_slopes_are_equal_in_every_unit() {
    let values = |factor: f64| -> Vec<Vec<Option<f64>>> {
        [vec![30.0, 178.0, 35.0, 130.0], vec![344.0, 173.0, 48.0, 438.0]]
            .into_iter()
            .map(|it| it.into_iter().map(|it| Some(factor * it)).collect())
            .collect()
    };
    for factor in [1.0, 0.1, 0.7, 1e-6, 1e6] {
        let near = comparison_areas(&[Course { years: &YEARS, values: &values(factor) }], 0, &[]);
        assert_eq!((near[0].used, near[0].of), (1, 1), "{factor}");
        assert!((near[0].distance - 2.0).abs() < 1e-12, "{factor}: {near:?}");
    }
}

proptest! {
    #[test]
    fn units_change_no_distance(
        values in areas(), factor in 0.1..20.0_f64, constant in -100.0..100.0_f64,
    ) {
        let other = |it: &Option<f64>| it.map(|it| factor * it + constant);
        let moved: Vec<Vec<Option<f64>>> =
            values.iter().map(|it| it.iter().map(other).collect()).collect();
        let by_area = |mut it: Vec<(usize, f64)>| {
            it.sort_by_key(|it| it.0);
            it
        };
        let (before, after) = (by_area(near(&values, &[])), by_area(near(&moved, &[])));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            prop_assert!((before.1 - after.1).abs() < 1e-6, "{before:?} and {after:?}");
        }
    }

    #[test]
    fn the_order_of_areas_changes_no_bit(values in areas()) {
        let last = values.len() - 1;
        let mut turned = values.clone();
        turned[1..].reverse();
        let name = |area: usize| last + 1 - area;
        let mut after: Vec<_> =
            near(&turned, &[]).into_iter().map(|(area, it)| (name(area), it)).collect();
        let mut before = near(&values, &[]);
        before.sort_by_key(|it| it.0);
        after.sort_by_key(|it| it.0);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn the_treated_and_the_excluded_are_never_near(values in areas()) {
        let all = near(&values, &[1]);
        prop_assert!(all.iter().all(|(area, distance)| *area > 1 && *distance >= 0.0));
        prop_assert!(all.windows(2).all(|pair| pair[0].1 <= pair[1].1));
    }

    #[test]
    fn a_twin_is_nearest(values in areas()) {
        let mut values = values;
        values[0] = vec![Some(10.0), Some(12.0), Some(13.0), Some(20.0)];
        let twin = values.len();
        values.push(values[0].clone());
        let all = near(&values, &[]);
        prop_assert_eq!(all.iter().find(|it| it.0 == twin).map(|it| it.1), Some(0.0));
    }
}

#[test]
fn level_and_trend_count_alike_and_missing_values_are_told() {
    // The second has the level and another trend, the third the trend and another level.
    let values = [
        vec![Some(10.0), Some(11.0), Some(12.0), Some(13.0)],
        vec![Some(13.0), Some(12.0), Some(11.0), Some(10.0)],
        vec![Some(30.0), Some(31.0), Some(32.0), Some(33.0)],
        vec![Some(10.0), None, None, Some(13.0)],
        vec![None; 4],
    ];
    let all = comparison_areas(&[Course { years: &YEARS, values: &values }], 0, &[]);
    let of = |area: usize| all.iter().find(|it| it.area == area);
    let level = of(1).unwrap();
    let trend = of(2).unwrap();
    assert_eq!((level.used, level.of), (2, 2));
    // By hand: the levels 11.5, 11.5, 31.5, 11.5 have the deviation √75, the slopes 1, −1, 1 (two
    // points are no trend) the deviation √(8/9); each is the one difference of two features.
    assert!((level.distance - (4.5_f64 / 2.0).sqrt()).abs() < 1e-12, "{level:?}");
    assert!((trend.distance - ((400.0_f64 / 75.0) / 2.0).sqrt()).abs() < 1e-12, "{trend:?}");
    // Two points in common: a level and no trend.
    let gap = of(3).unwrap();
    assert_eq!((gap.used, gap.of, gap.distance), (1, 2, 0.0));
    assert!(of(4).is_none());
}
