//! Kinds of quarter, parts of a quarter, and the distributor test.

use ankunft_arrival::{
    About, Beside, Features, Flows, FlowsError, Hides, Kind, Moves, Part, PartsRule, Question,
    distributor_test, part_differences, permeability, suggest_kind,
};
use proptest::prelude::*;

fn maybe(most: u32) -> impl Strategy<Value = Option<f64>> {
    prop::option::of((0..=10 * most).prop_map(|it| f64::from(it) / 10.0))
}

fn beside(most: u32) -> impl Strategy<Value = Option<Beside>> {
    (maybe(most), 1..=most)
        .prop_map(|(area, city)| area.map(|area| Beside { area, city: f64::from(city) }))
}

fn features() -> impl Strategy<Value = Features> {
    let places = (any::<Option<bool>>(), beside(12), beside(90));
    let buildings = (maybe(100), maybe(100), maybe(100), maybe(100));
    let people = (maybe(30), maybe(40), maybe(150), beside(70), maybe(60));
    (places, buildings, people).prop_map(|(places, buildings, people)| Features {
        is_central: places.0,
        distance_km: places.1,
        density: places.2,
        built_before_1949: buildings.0,
        built_1949_to_1990: buildings.1,
        built_lately: buildings.2,
        in_large_buildings: buildings.3,
        net_migration: people.0,
        greatest_growth: people.1,
        foreign_part_of_growth: people.2,
        resident_under_5y: people.3,
        in_accommodation: people.4,
    })
}

proptest! {
    #[test]
    fn a_kind_has_two_signs_and_leads(features in features()) {
        let found = suggest_kind(&features, &Question::DEFAULT);
        for kind in &found.candidates {
            let (speak_for, against) = found.score(*kind);
            prop_assert!(speak_for >= 2 && speak_for > against);
        }
        if let Some(kind) = found.kind {
            let lead = |kind: &Kind| found.score(*kind).0 - found.score(*kind).1;
            let others = found.candidates.iter().filter(|it| **it != kind);
            prop_assert!(others.clone().all(|it| lead(it) < lead(&kind)));
        }
    }

    /// Whatever one indicator says: alone it suggests nothing.
    #[test]
    fn one_indicator_is_never_enough(features in features(), at in 0..12_usize) {
        let mut one = Features::default();
        match at {
            0 => one.is_central = features.is_central,
            1 => one.distance_km = features.distance_km,
            2 => one.density = features.density,
            3 => one.built_before_1949 = features.built_before_1949,
            4 => one.built_1949_to_1990 = features.built_1949_to_1990,
            5 => one.built_lately = features.built_lately,
            6 => one.in_large_buildings = features.in_large_buildings,
            7 => one.net_migration = features.net_migration,
            8 => one.greatest_growth = features.greatest_growth,
            9 => one.foreign_part_of_growth = features.foreign_part_of_growth,
            10 => one.resident_under_5y = features.resident_under_5y,
            _ => one.in_accommodation = features.in_accommodation,
        }
        prop_assert_eq!(suggest_kind(&one, &Question::DEFAULT).candidates, []);
    }

    #[test]
    fn a_sign_shows_the_bound_that_it_reached(features in features()) {
        for sign in suggest_kind(&features, &Question::DEFAULT).signs {
            let asked = Question::DEFAULT.into_iter();
            let mut asked = asked.filter(|it| it.kind == sign.kind && it.about == sign.about);
            let question = asked.next().expect("the question of the sign");
            let rises = (question.supports > question.opposes) == sign.speaks_for;
            let reached =
                if rises { sign.value >= sign.bound } else { sign.value <= sign.bound };
            prop_assert!(reached);
            let bound = if sign.speaks_for { question.supports } else { question.opposes };
            prop_assert_eq!(sign.bound, bound);
        }
    }
}

/// Berlin 2021 as published: net migration, and residence over five years of 65.45 % on average.
#[test]
fn heidestrasse_is_a_new_building_area_and_drontheimer_strasse_is_not() {
    let of = |net: f64, over_5y: f64| Features {
        net_migration: Some(net),
        resident_under_5y: Some(Beside { area: 100.0 - over_5y, city: 100.0 - 65.45 }),
        ..Features::default()
    };
    let heide = suggest_kind(&of(42.94, 22.71), &Question::DEFAULT);
    assert_eq!(heide.kind, Some(Kind::NewBuilding));
    let abouts: Vec<About> = heide.signs.iter().map(|it| it.about).collect();
    assert_eq!(abouts, [About::NetMigration, About::ShortResidence]);
    let drontheimer = suggest_kind(&of(-2.80, 60.92), &Question::DEFAULT);
    assert_eq!((drontheimer.kind, drontheimer.score(Kind::NewBuilding)), (None, (0, 1)));
}

#[test]
fn two_kinds_with_equally_much_on_their_side_stay_unclear() {
    let features = Features {
        is_central: Some(true),
        density: Some(Beside { area: 160.0, city: 80.0 }),
        built_lately: Some(35.0),
        net_migration: Some(8.0),
        ..Features::default()
    };
    let found = suggest_kind(&features, &Question::DEFAULT);
    assert_eq!(found.kind, None);
    assert_eq!(found.candidates, [Kind::InnerCity, Kind::NewBuilding]);
}

fn part(value: Option<f64>, residents: u32) -> Part {
    Part { value, residents: Some(f64::from(residents)) }
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let one = (prop::option::weighted(0.8, 0..1000_u32), 50..4000_u32);
    let one = one.prop_map(|(value, people)| part(value.map(|it| f64::from(it) / 10.0), people));
    prop::collection::vec(one, 2..9)
}

proptest! {
    #[test]
    fn neither_order_nor_a_constant_nor_a_factor_change_what_is_hidden(
        parts in parts(), areas in parts(), by in any::<prop::sample::Index>(), constant in 0..50_u32,
    ) {
        let city = Some(22.0);
        let rule = PartsRule::default();
        let before = part_differences(&parts, &areas, city, &rule);
        let (mut turned, mut others) = (parts.clone(), areas.clone());
        turned.rotate_left(by.index(parts.len()));
        others.reverse();
        prop_assert_eq!(&part_differences(&turned, &others, city, &rule), &before);
        let moved = |it: f64| 2.0 * it + f64::from(constant);
        let all = |parts: &[Part]| -> Vec<Part> {
            parts.iter().map(|it| Part { value: it.value.map(moved), ..*it }).collect()
        };
        let after = part_differences(&all(&parts), &all(&areas), city.map(moved), &rule);
        prop_assert_eq!(after.is_some(), before.is_some());
        if let (Some(before), Some(after)) = (before, after) {
            prop_assert!((after.sd - 2.0 * before.sd).abs() < 1e-9);
            prop_assert_eq!(after.ratio().is_some(), before.ratio().is_some());
            prop_assert_eq!(before.known + before.hidden, parts.len());
            prop_assert!(before.low <= before.mean + 1e-9 && before.mean <= before.high + 1e-9);
            // Of deviations from the mean none is greater than half the range.
            prop_assert!(before.sd <= before.range() / 2.0 + 1e-9);
        }
    }

    #[test]
    fn equal_parts_hide_nothing(value in 0..100_u32, areas in parts(), n in 2..6_usize) {
        let parts = vec![part(Some(f64::from(value)), 900); n];
        let found = part_differences(&parts, &areas, Some(22.0), &PartsRule::default());
        let found = found.expect("parts with values");
        prop_assert_eq!((found.sd, found.range(), found.hides), (0.0, 0.0, vec![]));
    }
}

#[test]
fn a_mean_that_describes_no_part_is_said() {
    let areas: Vec<Part> = [10.0, 15.0, 20.0, 25.0, 30.0].map(|it| part(Some(it), 1000)).to_vec();
    let rule = PartsRule::default();
    let found = |parts: &[Part]| part_differences(parts, &areas, Some(20.0), &rule);
    // Both are above the city, so none lies on the other side.
    let two = [part(Some(22.0), 1000), part(Some(38.0), 1000)];
    assert_eq!(found(&two).expect("parts").hides, [Hides::NoPartNear, Hides::Wide]);
    // What is suppressed is counted, and weights are given up where residents are not known.
    let three = [two[0], two[1], part(None, 400)];
    let some = found(&three).expect("parts");
    assert_eq!((some.known, some.hidden, some.is_weighted), (2, 1, true));
    let unknown = [two[0], Part { residents: None, ..two[1] }];
    let unweighted = found(&unknown).expect("parts");
    assert_eq!((unweighted.is_weighted, unweighted.mean), (false, 30.0));
    // Without other areas there is no measure of difference.
    let alone = part_differences(&two, &[], None, &rule).expect("parts");
    assert_eq!((alone.city_sd, alone.ratio(), alone.hides), (None, None, vec![]));
}

fn flows(residents: u64, [abroad, national, regional, out]: [u64; 4]) -> Flows {
    Flows {
        residents,
        international: Some(abroad),
        national: Some(national),
        regional: Some(regional),
        inner_city_out: Some(out),
    }
}

proptest! {
    #[test]
    fn a_test_holds_if_all_that_is_asked_holds(
        area in (1..3000_u64, [0..100_u64, 0..100_u64, 0..100_u64, 0..100_u64]),
        more in (0..9000_u64, [0..900_u64, 0..900_u64, 0..900_u64, 0..900_u64]),
        left in [0..50_u64, 0..50_u64, 0..50_u64],
        unknown in 0..6_usize,
    ) {
        let mut here = flows(area.0, area.1);
        let mut city = flows(area.0 + more.0, [0, 1, 2, 3].map(|at| area.1[at] + more.1[at]));
        match unknown {
            0 => here.international = None,
            1 => city.national = None,
            2 => here.regional = None,
            3 => city.inner_city_out = None,
            _ => {}
        }
        let to = |(to, people): (usize, u64)| Moves { from: 0, to, people };
        let moves: Vec<Moves> = (1..4).zip(left).map(to).collect();
        let found = permeability(&[Some(3), Some(1), Some(3), Some(5)], &moves);
        let test = distributor_test(&here, &city, found.first()).expect("an area of its city");
        let conditions = test.conditions();
        for (at, condition) in conditions[..4].iter().enumerate() {
            prop_assert_eq!(condition.is_none(), at == unknown);
        }
        let nobody = left.iter().sum::<u64>() == 0;
        prop_assert_eq!(conditions[4].is_none(), nobody);
        let expected = if conditions.contains(&Some(false)) {
            Some(false)
        } else if conditions.contains(&None) {
            None
        } else {
            Some(true)
        };
        prop_assert_eq!(test.holds(), expected);
        for compared in [test.international, test.national].into_iter().flatten() {
            prop_assert!(!compared.is_above || compared.area >= compared.city);
        }
    }
}

#[test]
fn an_area_has_no_more_than_its_city_and_is_not_above_itself() {
    let city = flows(1000, [10, 20, 30, 40]);
    let itself = distributor_test(&city, &city, None).expect("the city is an area of itself");
    assert_eq!(itself.conditions(), [Some(false), Some(false), Some(false), Some(false), None]);
    let more = flows(500, [11, 0, 0, 0]);
    assert_eq!(distributor_test(&more, &city, None), Err(FlowsError::PartExceedsWhole));
    let nobody = flows(0, [0; 4]);
    assert_eq!(distributor_test(&nobody, &city, None), Err(FlowsError::Nobody));
}
