//! What an index may and may not react to.

use ankunft_arrival::{
    Counted, Dimension, Identification, Indicator, Measure, Method, Noise, Panel, Period, Settings,
    Standing, Thresholds, composite, identify, quantile_points,
};
use proptest::prelude::*;

const TOLERANCE: f64 = 1e-9;

fn alike(left: &[Option<f64>], right: &[Option<f64>]) -> Result<(), TestCaseError> {
    prop_assert_eq!(left.len(), right.len());
    for (left, right) in left.iter().zip(right) {
        prop_assert_eq!(left.is_some(), right.is_some());
        let distance = (left.unwrap_or(0.0) - right.unwrap_or(0.0)).abs();
        prop_assert!(distance <= TOLERANCE, "{left:?} and {right:?}");
    }
    Ok(())
}

fn shares() -> impl Strategy<Value = Vec<Option<f64>>> {
    let share = prop::option::weighted(0.9, (0..1000_u32).prop_map(|it| f64::from(it) / 10.0));
    prop::collection::vec(share, 3..40)
}

/// Two indicators of the same areas, some without a value.
fn two() -> impl Strategy<Value = [Vec<Option<f64>>; 2]> {
    let pair = (shares(), any::<u64>());
    pair.prop_map(|(first, salt)| {
        let other = |(at, it): (usize, &Option<f64>)| {
            let noise = (salt.wrapping_mul(at as u64 + 7) >> 40) % 500;
            it.map(|it| it / 3.0 + noise as f64 / 10.0)
        };
        let second = first.iter().enumerate().map(other).collect();
        [first, second]
    })
}

fn plain(values: &[Option<f64>], weight: f64) -> Indicator<'_> {
    Indicator { values, reversed: false, weight }
}

fn index(indicators: &[Indicator<'_>]) -> Option<Vec<Option<f64>>> {
    composite(indicators, &Thresholds::STATUS).ok().map(|it| it.index)
}

proptest! {
    #[test]
    fn a_constant_and_a_positive_factor_change_no_index(
        [a, b] in two(), constant in -50.0..50.0_f64, factor in 0.1..20.0_f64,
    ) {
        let moved: Vec<_> = a.iter().map(|it| it.map(|it| factor * it + constant)).collect();
        let before = index(&[plain(&a, 1.0), plain(&b, 1.0)]);
        let after = index(&[plain(&moved, 1.0), plain(&b, 1.0)]);
        if let (Some(before), Some(after)) = (before, after) {
            alike(&before, &after)?;
        }
        prop_assert_eq!(quantile_points(&a, 5, false), quantile_points(&doubled(&a), 5, false));
    }

    #[test]
    fn the_order_of_areas_and_indicators_changes_no_bit(
        [a, b] in two(), by in any::<prop::sample::Index>(),
    ) {
        let turn = |values: &[Option<f64>]| {
            let mut values = values.to_vec();
            let by = by.index(values.len());
            values.rotate_left(by);
            values.reverse();
            values
        };
        let (c, d) = (turn(&a), turn(&b));
        let before = index(&[plain(&a, 1.0), plain(&b, 2.0)]);
        let after = index(&[plain(&d, 2.0), plain(&c, 1.0)]);
        prop_assert_eq!(before.map(|it| turn(&it)), after);
        let points = quantile_points(&a, 5, true);
        let as_numbers: Vec<_> = points.iter().map(|it| it.map(f64::from)).collect();
        let turned: Vec<_> =
            quantile_points(&c, 5, true).iter().map(|it| it.map(f64::from)).collect();
        prop_assert_eq!(turn(&as_numbers), turned);
    }

    #[test]
    fn an_indicator_and_its_two_halves_are_the_same([a, b] in two()) {
        let whole = index(&[plain(&a, 1.0), plain(&b, 1.0)]);
        let halves = index(&[plain(&a, 0.5), plain(&b, 1.0), plain(&a, 0.5)]);
        if let (Some(whole), Some(halves)) = (whole, halves) {
            alike(&whole, &halves)?;
        }
    }

    #[test]
    fn an_indicator_turned_round_is_its_negative([a, b] in two()) {
        let negative: Vec<_> = a.iter().map(|it| it.map(|it| -it)).collect();
        let turned = Indicator { values: &a, reversed: true, weight: 1.0 };
        let left = index(&[turned, plain(&b, 1.0)]);
        let right = index(&[plain(&negative, 1.0), plain(&b, 1.0)]);
        if let (Some(left), Some(right)) = (left, right) {
            alike(&left, &right)?;
        }
    }

    #[test]
    fn an_excluded_area_changes_nobody([a, b] in two(), wild in -1e9..1e9_f64) {
        // The last area has no value in the second indicator, whatever it has in the first.
        let mut missing = b.clone();
        *missing.last_mut().expect("an area") = None;
        let mut other = a.clone();
        *other.last_mut().expect("an area") = Some(wild);
        let before = composite(&[plain(&a, 1.0), plain(&missing, 1.0)], &Thresholds::STATUS);
        let after = composite(&[plain(&other, 1.0), plain(&missing, 1.0)], &Thresholds::STATUS);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn points_are_those_of_the_formula_and_ties_share_the_lower_bin(
        a in shares(), bins in 1..9_u32,
    ) {
        let known: Vec<f64> = a.iter().copied().flatten().collect();
        for (value, points) in a.iter().zip(quantile_points(&a, bins, false)) {
            let expected = value.map(|value| {
                let below = known.iter().filter(|it| **it < value).count();
                1 + (below * bins as usize / known.len()) as u32
            });
            prop_assert_eq!(points, expected);
        }
    }
}

fn doubled(values: &[Option<f64>]) -> Vec<Option<f64>> {
    values.iter().map(|it| it.map(|it| 2.0 * it)).collect()
}

/// Residents, foreigners, arrivals from abroad, moves, and whether moves are missing.
type Numbers = (u32, u32, u32, u32, u32);

/// A panel of some years, in which some numbers are missing.
fn panel() -> impl Strategy<Value = Panel> {
    let area = (0..3000_u32, 0..400_u32, 0..40_u32, 0..300_u32, 0..50_u32);
    let row = prop::collection::vec(area, 12);
    prop::collection::vec(row, 1..4).prop_map(|rows| {
        let of = |pick: &dyn Fn(&Numbers) -> Option<u32>| -> Vec<Vec<Option<f64>>> {
            rows.iter().map(|row| row.iter().map(|it| pick(it).map(f64::from)).collect()).collect()
        };
        let measure = |dimension, counted, series| Measure { dimension, counted, series };
        Panel {
            areas: (0..12).map(|it| format!("{it:02}")).collect(),
            periods: (0..rows.len())
                .map(|it| Period::read(&format!("{}", 2015 + it)).expect("a year"))
                .collect(),
            population: Some(of(&|it| Some(it.0 + 200))),
            measures: vec![
                measure(Dimension::Turnover, Counted::Flow, of(&|it| (it.4 > 0).then_some(it.3))),
                measure(Dimension::Foreigners, Counted::Stock, of(&|it| Some(it.1))),
                measure(Dimension::ArrivalsAbroad, Counted::Flow, of(&|it| Some(it.2))),
            ],
        }
    })
}

fn settings(noise: Noise) -> Settings {
    Settings { noise, draws: 300, all_periods: true, ..Settings::default() }
}

fn found(panel: &Panel, noise: Noise) -> Identification {
    identify(panel, &settings(noise)).expect("a panel that fits")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn shares_are_shares_and_ranks_are_ranks(panel in panel()) {
        let noise = Noise::rounded(10).expect("a base");
        for standing in found(&panel, noise).areas.into_iter().filter_map(|it| it.standing.ok()) {
            for share in [standing.agreement, standing.probability, standing.variants] {
                prop_assert!((0.0..=1.0).contains(&share), "{share}");
            }
            prop_assert!(1 <= standing.rank_low && standing.rank_low <= standing.rank_high);
            prop_assert!(standing.rank_high <= 12 && (1..=12).contains(&standing.rank));
        }
    }

    #[test]
    fn without_noise_a_probability_is_zero_or_one(panel in panel()) {
        for standing in found(&panel, Noise::NONE).areas.into_iter().filter_map(|it| it.standing.ok()) {
            prop_assert_eq!(standing.probability, f64::from(standing.is_called()));
            prop_assert_eq!([standing.rank_low, standing.rank_high], [standing.rank; 2]);
        }
    }

    #[test]
    fn neither_the_order_of_rows_nor_threads_change_a_bit(
        panel in panel(), by in 0..12_usize, threads in 2..5_usize,
    ) {
        let noise = Noise::cell_key(5, 2.0).expect("a rule");
        let mut turned = panel.clone();
        turned.areas.rotate_left(by);
        let series = turned.measures.iter_mut().map(|it| &mut it.series);
        for row in series.chain(turned.population.as_mut()).flatten() {
            row.rotate_left(by);
        }
        turned.measures.reverse();
        let other = Settings { threads, ..settings(noise) };
        prop_assert_eq!(found(&panel, noise), identify(&turned, &other).expect("it fits"));
    }

    #[test]
    fn a_small_area_changes_nobody_else(panel in panel(), people in 0..299_u32, wild in 0..9000_u32) {
        // It has no number in one panel and a wild one in the other.
        let with = |wild: Option<f64>| {
            let mut panel = panel.clone();
            panel.measures.iter_mut().flat_map(|it| &mut it.series).for_each(|it| it[3] = wild);
            let rows = panel.population.iter_mut().flatten();
            rows.for_each(|row| row[3] = Some(f64::from(people)));
            panel
        };
        let (base, other) = (with(None), with(Some(f64::from(wild))));
        let noise = Noise::rounded(5).expect("a base");
        let standings = |panel: &Panel| -> Vec<_> {
            found(panel, noise).areas.into_iter().filter(|it| it.id != "03").collect()
        };
        prop_assert_eq!(standings(&base), standings(&other));
    }

    #[test]
    fn what_a_call_says_is_what_its_numbers_say(panel in panel()) {
        for standing in found(&panel, Noise::NONE).areas.into_iter().filter_map(|it| it.standing.ok()) {
            let z: Vec<f64> = standing.dimensions.iter().map(|it| it.2).collect();
            let index = standing.index.unwrap_or(0.0);
            let most = 5 * standing.dimensions.len() as u32;
            for (method, called) in standing.calls {
                let expected = match method {
                    Method::Conjunctive => z.iter().all(|it| *it >= 0.5),
                    Method::Zsum => index > 1.0 && z.iter().all(|it| *it >= 0.0),
                    Method::Points => 5 * standing.points >= 4 * most,
                };
                prop_assert_eq!(called, expected, "{:?}", method);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_constant_and_a_factor_move_no_area_among_the_others(
        panel in panel(), constant in -8..60_i32, factor in prop::sample::select(vec![0.25, 2.0, 8.0]),
    ) {
        // As ready shares, so that nothing but the numbers themselves is moved.
        let shares = |move_it: &dyn Fn(f64) -> f64| {
            let mut panel = panel.clone();
            panel.population = None;
            for measure in &mut panel.measures {
                measure.counted = Counted::StockPercent;
                let rows = measure.series.iter_mut().flatten().flatten();
                rows.for_each(|it| *it = move_it(*it));
            }
            panel
        };
        let before = found(&shares(&|it| it), Noise::NONE);
        let after = found(&shares(&|it| factor * it + f64::from(constant)), Noise::NONE);
        for (before, after) in before.areas.iter().zip(&after.areas) {
            prop_assert_eq!(before.standing.is_ok(), after.standing.is_ok());
            let (Ok(before), Ok(after)) = (&before.standing, &after.standing) else { continue };
            let z = |it: &Standing| it.dimensions.iter().map(|it| Some(it.2)).collect::<Vec<_>>();
            alike(&z(before), &z(after))?;
            alike(&[before.index], &[after.index])?;
            prop_assert_eq!(before.points, after.points);
        }
    }
}

#[test]
fn a_window_in_which_a_dimension_is_equal_takes_nothing_from_the_share_of_the_variants() {
    let rows = |years: [[f64; 5]; 3]| years.map(|it| it.map(Some).to_vec()).to_vec();
    let often = [10.0, 12.0, 9.0, 8.0, 60.0];
    let measure = |dimension, counted, years| Measure { dimension, counted, series: rows(years) };
    let foreigners = [[100.0, 120.0, 90.0, 110.0, 400.0]; 3];
    let moves = [[200.0, 180.0, 150.0, 190.0, 450.0]; 3];
    let panel = Panel {
        areas: ["a", "b", "c", "d", "e"].map(String::from).to_vec(),
        periods: ["2022", "2023", "2024"].map(|it| Period::read(it).expect("a year")).to_vec(),
        population: Some(rows([[1000.0; 5]; 3])),
        measures: vec![
            // In the last year alone nothing tells the areas apart.
            measure(Dimension::ArrivalsAbroad, Counted::Flow, [often, often, [10.0; 5]]),
            measure(Dimension::Foreigners, Counted::Stock, foreigners),
            measure(Dimension::Turnover, Counted::Flow, moves),
        ],
    };
    let found = identify(&panel, &Settings::default()).expect("it is complete");
    let standing = found.areas[4].standing.as_ref().expect("it is compared");
    assert!((standing.variants - 1.0).abs() < TOLERANCE, "{}", standing.variants);
    let (_, grid) = &found.grids[0];
    assert_eq!((grid.windows.as_slice(), grid.count()), (&[2, 3][..], 5 * 4 * 2));
}
