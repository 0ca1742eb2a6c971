//! What must hold in every invented city, whatever the seed.

use std::collections::BTreeMap;

use ankunft_musterstadt::{AreaSet, City, Figures, Phase, musterstadt, programme};
use geo::{Area, Coord, MultiPolygon, Validation};

const SEEDS: [u64; 8] = [1, 3, 5, 7, 42, 2026, 90_210, 20_240_630];

fn all_cities() -> Vec<City> {
    let mut cities = programme(2026).cities;
    cities.extend(SEEDS.map(musterstadt));
    cities
}

#[test]
fn the_programme_has_twelve_cities_with_keys_that_no_kommune_has() {
    let programme = programme(2026);

    assert_eq!(programme.cities.len(), 12);
    let keys: std::collections::BTreeSet<_> =
        programme.cities.iter().map(|city| city.ags.clone()).collect();
    assert_eq!(keys.len(), 12);
    assert!(keys.iter().all(|key| key.len() == 8 && key.starts_with("99")));
    assert_eq!(programme.cities[0].quarters().len(), 24);
    assert!(programme.cities[1..].iter().all(|city| (8..=14).contains(&city.quarters().len())));
}

#[test]
fn outlines_are_valid_and_in_one_piece() {
    for city in all_cities() {
        for unit in city.areas.iter().flat_map(|set| &set.units) {
            assert!(
                unit.outline.is_valid(),
                "{} {}: {:?}",
                city.name,
                unit.id,
                unit.outline.validation_errors()
            );
            assert_eq!(unit.outline.0.len(), 1, "{} {} {}", city.name, unit.id, unit.name);
        }
    }
}

/// Each border is walked once in each direction, or once if it is the city's own: then areas
/// neither overlap nor leave a gap.
#[test]
fn neighbours_share_every_vertex_of_their_border() {
    for city in all_cities() {
        for set in &city.areas {
            let edges = edges(set);
            let twice = edges.iter().filter(|(_, times)| **times > 1).count();
            assert_eq!(twice, 0, "{}", city.name);
            let rim: f64 = edges
                .keys()
                .filter(|(a, b)| !edges.contains_key(&(*b, *a)))
                .map(|(a, b)| point(*a).x * point(*b).y - point(*b).x * point(*a).y)
                .sum::<f64>()
                / 2.0;
            let sum: f64 = set.units.iter().map(|unit| unit.outline.unsigned_area()).sum();
            assert!((sum - rim).abs() <= 1e-9 * rim, "{}: {sum} is not {rim}", city.name);
        }
    }
}

type Vertex = (i64, i64);

fn edges(set: &AreaSet) -> BTreeMap<(Vertex, Vertex), usize> {
    let mut edges = BTreeMap::new();
    for outline in set.units.iter().map(|unit| &unit.outline) {
        for (a, b) in steps(outline) {
            *edges.entry((a, b)).or_default() += 1;
        }
    }
    edges
}

fn steps(outline: &MultiPolygon<f64>) -> Vec<(Vertex, Vertex)> {
    let key = |c: &Coord<f64>| ((c.x * 1e7).round() as i64, (c.y * 1e7).round() as i64);
    outline
        .iter()
        .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
        .flat_map(|ring| {
            ring.0.windows(2).map(|pair| (key(&pair[0]), key(&pair[1]))).collect::<Vec<_>>()
        })
        .collect()
}

fn point(vertex: Vertex) -> Coord<f64> {
    Coord { x: vertex.0 as f64 / 1e7, y: vertex.1 as f64 / 1e7 }
}

#[test]
fn parts_add_up_and_flows_explain_stocks() {
    for city in all_cities() {
        for set in &city.areas {
            for unit in &set.units {
                let series: Vec<Figures> =
                    city.periods.iter().filter_map(|period| city.figures(unit, *period)).collect();
                assert_eq!(series.len(), city.periods.len());
                for now in &series {
                    assert_eq!(now.ages.iter().sum::<u64>(), now.population());
                    assert_eq!(now.residence.iter().sum::<u64>(), now.population());
                    assert!(now.sgb2 <= now.population() && now.sgb2_children <= now.sgb2);
                    assert!(now.sgb2_children <= now.ages[0] + now.ages[1]);
                }
                for pair in series.windows(2) {
                    let flows = pair[1].flows;
                    assert_eq!(
                        pair[1].population(),
                        pair[0].population() + flows.gains() - flows.losses()
                    );
                }
            }
        }
        for period in &city.periods {
            let flows = city.total(*period).expect("a known half-year").flows;
            assert_eq!(flows.within_in, flows.within_out);
        }
    }
}

/// Foreign share, arrivals from abroad and moves of two years in a quarter, compared with the city.
fn compared(city: &City, quarter: &str, last: usize) -> [f64; 3] {
    let unit = city.quarters().iter().find(|unit| unit.id == quarter).expect("a quarter of today");
    let window = &city.periods[last - 3..=last];
    let rates = |figures: &dyn Fn(usize) -> Figures| {
        let years: Vec<Figures> = (0..window.len()).map(figures).collect();
        let people: f64 = years.iter().map(|f| f.population() as f64).sum();
        let abroad: f64 = years.iter().map(|f| f.flows.from_abroad as f64).sum();
        let moves: f64 = years
            .iter()
            .map(|f| {
                let flows = f.flows;
                (flows.from_abroad
                    + flows.from_elsewhere
                    + flows.departures
                    + flows.within_in
                    + flows.within_out) as f64
            })
            .sum();
        let foreign: f64 = years.iter().map(|f| f.foreigners() as f64).sum();
        [foreign / people, abroad / people, moves / people]
    };
    let own = rates(&|at| city.figures(unit, window[at]).expect("a known half-year"));
    let whole = rates(&|at| city.total(window[at]).expect("a known half-year"));
    std::array::from_fn(|at| own[at] / whole[at])
}

fn is_arrival(rates: [f64; 3]) -> bool {
    rates[0] > 1.15 && rates[1] > 1.35 && rates[2] > 1.05
}

#[test]
fn every_planted_phase_is_in_the_numbers() {
    for city in SEEDS.map(musterstadt) {
        let last = city.periods.len() - 1;
        for unit in city.quarters() {
            let early = compared(&city, &unit.id, 4);
            let middle = compared(&city, &unit.id, 14);
            let late = compared(&city, &unit.id, last);
            let seen = [early, middle, late].map(is_arrival);
            let planted = city.truth.arrival.iter().find(|planted| planted.quarter == unit.id);
            let expected = match planted.map(|planted| planted.phase) {
                Some(Phase::Traditional) => [true, true, true],
                Some(Phase::New) => [false, true, true],
                Some(Phase::Emerging) => [false, false, true],
                Some(Phase::Former) => [true, false, false],
                None => [false; 3],
            };
            assert_eq!(
                seen, expected,
                "{} {} {early:.2?} {middle:.2?} {late:.2?}",
                unit.id, unit.name
            );
        }
    }
}

#[test]
fn the_new_building_area_has_turnover_but_no_arrival() {
    for city in SEEDS.map(musterstadt) {
        let [quarter] = &city.truth.new_building[..] else { panic!("one new building area") };
        let [_, abroad, moves] = compared(&city, quarter, city.periods.len() - 1);
        assert!(moves > 1.3 && abroad < 1.0, "{moves} {abroad}");
    }
}

#[test]
fn one_quarter_has_three_sub_zones_that_differ_strongly() {
    for city in SEEDS.map(musterstadt) {
        let (_, zones) = city.truth.contrast.clone().expect("a quarter of contrasts");
        let last = city.periods[city.periods.len() - 1];
        let shares = zones.map(|zone| {
            let unit =
                city.zones().iter().find(|unit| unit.id == zone).expect("a sub-zone of today");
            let figures = city.figures(unit, last).expect("a known half-year");
            figures.foreigners() as f64 / figures.population() as f64
        });
        assert!(shares[0] > 3.0 * shares[1] && shares[2] > 3.0 * shares[1], "{shares:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_another_city() {
    let alone = musterstadt(5).files();
    let among = programme(5).cities.swap_remove(0).files();

    assert_eq!(alone, among);
    assert_ne!(alone, musterstadt(6).files());
}
