//! A probability means what it says.

use ankunft_arrival::{Counted, Dimension, Measure, Noise, Panel, Period, Settings, identify};
use ankunft_numerics::Stream;

const AREAS: usize = 120;

/// A city whose areas differ gradually in how much they are places of arrival.
fn city(seed: u64) -> Panel {
    let mut chance = Stream::named(seed, "calibration/city");
    let mut series = [(); 4].map(|()| Vec::new());
    for _ in 0..AREAS {
        let people = chance.between(300.0, 1500.0).round();
        let strength = chance.normal(0.0, 1.0);
        let mut rate = |low: f64, slope: f64| {
            (low + slope * (strength + chance.normal(0.0, 0.5))).max(0.1) / 100.0 * people
        };
        let counts =
            [people, rate(1.5, 0.6).round(), rate(18.0, 7.0).round(), rate(22.0, 5.0).round()];
        series.iter_mut().zip(counts).for_each(|(series, it)| series.push(Some(it)));
    }
    let [people, abroad, foreigners, moves] = series.map(|it| vec![it]);
    let of = |dimension, counted, series| Measure { dimension, counted, series };
    Panel {
        areas: (0..AREAS).map(|it| format!("{it:03}")).collect(),
        periods: vec![Period::read("2024").expect("a year")],
        population: Some(people),
        measures: vec![
            of(Dimension::ArrivalsAbroad, Counted::Flow, abroad),
            of(Dimension::Foreigners, Counted::Stock, foreigners),
            of(Dimension::Turnover, Counted::Flow, moves),
        ],
    }
}

/// The same city as an office publishes it.
fn published(panel: &Panel, mut protect: impl FnMut(f64) -> f64) -> Panel {
    let mut panel = panel.clone();
    let series = panel.measures.iter_mut().map(|it| &mut it.series);
    for number in series.chain(panel.population.as_mut()).flatten().flatten().flatten() {
        *number = protect(*number);
    }
    panel
}

fn check(noise: Noise, protect: impl Fn(f64, &mut Stream) -> f64) {
    let (mut called, mut all) = (0, 0);
    for seed in 0..150 {
        let truth = city(seed);
        let mut chance = Stream::named(seed, "calibration/office");
        let seen = published(&truth, |it| protect(it, &mut chance));
        // Small areas are left out by the published population, and so they are not among them.
        let settings = Settings { noise, draws: 400, min_population: 0.0, ..Settings::default() };
        let found = identify(&seen, &settings).expect("a panel");
        let exact = Settings { noise: Noise::NONE, ..settings };
        let exact = identify(&truth, &exact).expect("a panel");
        for (seen, exact) in found.areas.iter().zip(&exact.areas) {
            let seen = seen.standing.as_ref().expect("compared");
            if (0.8..=0.9).contains(&seen.probability) {
                all += 1;
                called += usize::from(exact.standing.as_ref().expect("compared").is_called());
            }
        }
    }
    assert!(all >= 100, "{all} areas are too few to judge");
    let share = 100 * called / all;
    assert!((75..=95).contains(&share), "{called} of {all} are called on the noise-free data");
}

#[test]
fn stated_probabilities_hold_under_rounding() {
    for base in [5.0, 10.0] {
        let noise = Noise::rounded(base as u32).expect("a base");
        check(noise, |count, _| ((count + f64::floor(base / 2.0)) / base).floor() * base);
    }
}

#[test]
fn stated_probabilities_hold_under_the_cell_key() {
    // The row of large counts of ptable's D5V2; the counts here are hardly ever smaller.
    const STEPS: [f64; 11] = [
        0.000_548_57,
        0.005_189_99,
        0.029_800_44,
        0.103_849_9,
        0.219_642_36,
        0.281_937_48,
        0.219_642_36,
        0.103_849_9,
        0.029_800_44,
        0.005_189_99,
        0.000_548_57,
    ];
    let noise = Noise::cell_key(5, 2.0).expect("a rule");
    check(noise, |count, chance| {
        let all: f64 = STEPS.iter().sum();
        let (mut at, mut step) = (chance.uniform() * all, -5.0);
        for weight in STEPS {
            if at < weight {
                break;
            }
            at -= weight;
            step += 1.0;
        }
        (count + step).max(0.0)
    });
}
