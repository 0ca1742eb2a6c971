//! What was planted is found again by the method that looks for arrival quarters.

use ankunft_arrival::{
    Counted, Dimension, Measure, Noise, Panel, Period, Settings, Standing, identify,
};
use ankunft_musterstadt::{City, Figures, Phase, musterstadt, programme};

/// The quarters of today over all half-years, rounded to fives as the city publishes them.
fn panel(city: &City) -> Panel {
    let quarters = city.quarters();
    let series = |count: fn(&Figures) -> u64| {
        let row = |period| {
            let of = |quarter| city.figures(quarter, period).map(|it| fives(count(&it)));
            quarters.iter().map(of).collect()
        };
        city.periods.iter().map(|it| row(*it)).collect()
    };
    let moves = |it: &Figures| {
        let flows = it.flows;
        flows.from_abroad
            + flows.from_elsewhere
            + flows.within_in
            + flows.departures
            + flows.within_out
    };
    let measure = |dimension, counted, series| Measure { dimension, counted, series };
    Panel {
        areas: quarters.iter().map(|it| it.id.clone()).collect(),
        periods: city
            .periods
            .iter()
            .map(|it| Period::read(&it.to_string()).expect("a half-year"))
            .collect(),
        population: Some(series(Figures::population)),
        measures: vec![
            measure(Dimension::ArrivalsAbroad, Counted::Flow, series(|it| it.flows.from_abroad)),
            measure(Dimension::Foreigners, Counted::Stock, series(Figures::foreigners)),
            measure(Dimension::Turnover, Counted::Flow, series(moves)),
        ],
    }
}

fn fives(count: u64) -> f64 {
    f64::from(u32::try_from((count + 2) / 5 * 5).expect("a city of people"))
}

/// The twelve of the programme, and Musterstadt from other seeds.
fn cities() -> Vec<City> {
    let mut cities = programme(2026).cities;
    cities.extend([1, 7, 42].map(musterstadt));
    cities
}

fn standings(city: &City) -> Vec<(String, Standing)> {
    let settings = Settings { noise: Noise::rounded(5).expect("a base"), ..Settings::default() };
    let found = identify(&panel(city), &settings).expect("a panel");
    found.areas.into_iter().filter_map(|it| Some((it.id, it.standing.ok()?))).collect()
}

#[test]
fn planted_arrival_quarters_are_found_with_their_phase() {
    cities().iter().for_each(check_planted);
}

fn check_planted(city: &City) {
    use ankunft_arrival::Phase as Found;
    let standings = standings(city);
    let of = |id: &str| &standings.iter().find(|it| it.0 == id).expect("a quarter").1;
    assert!(!city.truth.arrival.is_empty());
    for planted in &city.truth.arrival {
        let found = of(&planted.quarter);
        // Nobody can tell that a quarter has been one for ten years from a shorter series.
        let is_short = city.periods.len() < 20;
        let (phase, is_one) = match planted.phase {
            Phase::Traditional if is_short => (Found::Unknown, true),
            Phase::Traditional => (Found::Traditional, true),
            Phase::New => (Found::New, true),
            Phase::Emerging => (Found::Emerging, true),
            Phase::Former => (Found::Former, false),
        };
        assert_eq!(found.phase, phase, "{planted:?}");
        assert!(!is_one || found.probability >= 0.9, "{planted:?}: {}", found.probability);
        assert!(is_one || found.probability <= 0.1, "{planted:?}: {}", found.probability);
    }
}

#[test]
fn what_was_not_planted_is_not_found() {
    for city in cities() {
        let planted: Vec<&String> = city.truth.arrival.iter().map(|it| &it.quarter).collect();
        for (id, found) in standings(&city) {
            if !planted.contains(&&id) {
                assert!(found.probability <= 0.1, "{id}: {}", found.probability);
            }
        }
    }
    let truth = musterstadt(2026).truth;
    assert!(!truth.new_building.is_empty() && !truth.university.is_empty());
}
