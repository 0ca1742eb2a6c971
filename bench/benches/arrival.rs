//! What it costs to look for arrival quarters with a probability, at the size of Berlin.
//!
//! The whole method is measured: rates, calls of every period, variants, draws, ranks and phases.

use std::hint::black_box;

use ankunft_arrival::{Counted, Dimension, Measure, Noise, Panel, Period, Settings, identify};
use ankunft_bench::SEED;
use ankunft_numerics::{Stream, exp};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

const AREAS: usize = 542;
const DRAWS: u32 = 10_000;

/// A city of areas that differ gradually, over half-years.
fn city(periods: usize) -> Panel {
    let mut series = [(); 4].map(|()| vec![Vec::with_capacity(AREAS); periods]);
    for area in 0..AREAS {
        let mut place = Stream::named(SEED, &format!("bench/arrival/{area}"));
        let people = 7000.0 * exp(place.normal(0.0, 0.5));
        let strength = place.normal(0.0, 1.0);
        for half in 0..periods {
            let mut share = |low: f64, slope: f64| {
                let percent = low + slope * (strength + place.normal(0.0, 0.3));
                (percent.max(0.1) / 100.0 * people).round()
            };
            let counts = [people.round(), share(0.8, 0.3), share(20.0, 7.0), share(12.0, 3.0)];
            series.iter_mut().zip(counts).for_each(|(series, it)| series[half].push(Some(it)));
        }
    }
    let [people, abroad, foreigners, moves] = series;
    let of = |dimension, counted, series| Measure { dimension, counted, series };
    let name = |half: usize| format!("{}h{}", 2015 + half / 2, half % 2 + 1);
    Panel {
        areas: (0..AREAS).map(|it| format!("{it:08}")).collect(),
        periods: (0..periods).filter_map(|it| Period::read(&name(it))).collect(),
        population: Some(people),
        measures: vec![
            of(Dimension::ArrivalsAbroad, Counted::Flow, abroad),
            of(Dimension::Foreigners, Counted::Stock, foreigners),
            of(Dimension::Turnover, Counted::Flow, moves),
        ],
    }
}

fn arrival(criterion: &mut Criterion) {
    let panel = city(18);
    let mut group = criterion.benchmark_group("arrival");
    group.sample_size(10);
    let rules = [
        ("no noise", Noise::cell_key(1, 0.0), 1),
        ("cell-key:5,2", Noise::cell_key(5, 2.0), 1),
        ("cell-key:5,2", Noise::cell_key(5, 2.0), 2),
        ("round:10", Noise::rounded(10), 1),
        ("round:10", Noise::rounded(10), 2),
    ];
    for (name, noise, threads) in rules {
        let noise = noise.unwrap_or(Noise::NONE);
        let settings = Settings { noise, draws: DRAWS, threads, ..Settings::default() };
        let id = BenchmarkId::new(format!("542 areas, 10,000 draws, {name}"), threads);
        group.bench_function(id, |it| {
            it.iter(|| identify(black_box(&panel), &settings).map(|it| it.areas.len()));
        });
    }
    group.finish();
}

criterion_group!(benches, arrival);
criterion_main!(benches);
