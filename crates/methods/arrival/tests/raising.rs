//! What happens to an area whose own value rises, and the others stay as they are.
//!
//! With _d_ the distance from the mean of the others and _s_ their deviation, the area's own
//! _z_ = √(_n_ − 1) · _d_ / √(_n s_² + _d_²): it rises with _d_, though mean and deviation rise too, and
//! never passes √(_n_ − 1). So do its sum and its points. Its standardised index and its rank do
//! not follow: the others' _z_ move too.

use ankunft_arrival::{
    Counted, Dimension, Indicator, Measure, Method, Noise, Panel, Period, Settings, Standing,
    Thresholds, composite, identify, quantile_points, standardise,
};
use proptest::prelude::*;

const TOLERANCE: f64 = 1e-9;

fn values() -> impl Strategy<Value = Vec<Option<f64>>> {
    let share = prop::option::weighted(0.9, (0..1000_u32).prop_map(|it| f64::from(it) / 10.0));
    prop::collection::vec(share, 3..40)
}

proptest! {
    #[test]
    fn its_own_z_and_points_never_fall(
        a in values(), at in any::<prop::sample::Index>(), more in 0.1..80.0_f64,
    ) {
        let at = at.index(a.len());
        let mut raised = a.clone();
        raised[at] = a[at].map(|it| it + more);
        let z = |values: &[Option<f64>]| standardise(values).and_then(|it| it.z[at]);
        if let (Some(before), Some(after)) = (z(&a), z(&raised)) {
            let most = (a.iter().flatten().count() as f64 - 1.0).sqrt();
            prop_assert!(before - TOLERANCE <= after && after <= most + TOLERANCE, "{before} to {after}");
        }
        prop_assert!(quantile_points(&raised, 5, false)[at] >= quantile_points(&a, 5, false)[at]);
        prop_assert!(quantile_points(&raised, 5, true)[at] <= quantile_points(&a, 5, true)[at]);
    }

    #[test]
    fn the_formula_of_its_own_z_is_that_of_the_others(a in values(), at in any::<prop::sample::Index>()) {
        let at = at.index(a.len());
        let Some(z) = standardise(&a).and_then(|it| it.z[at]) else { return Ok(()) };
        let mut others = a.clone();
        others[at] = None;
        let others = standardise(&others).expect("z needs two values");
        let (d, n) = (a[at].expect("it has a z") - others.mean, others.n as f64 + 1.0);
        let formula = (n - 1.0).sqrt() * d / (n * others.sd * others.sd + d * d).sqrt();
        prop_assert!((z - formula).abs() < 1e-6, "{z} and {formula}");
    }

    #[test]
    fn its_sum_never_falls(a in values(), salt in any::<u64>(), more in 0.1..80.0_f64) {
        let other = |at: usize| (salt.wrapping_mul(at as u64 + 7) >> 40) % 500;
        let b: Vec<_> = (0..a.len()).map(|at| Some(other(at) as f64 / 10.0)).collect();
        let mut raised = a.clone();
        raised[0] = a[0].map(|it| it + more);
        if let (Some(before), Some(after)) = (sum(&a, &b), sum(&raised, &b)) {
            prop_assert!(after >= before - TOLERANCE, "{before} to {after}");
        }
    }

    #[test]
    fn it_loses_no_call_but_that_of_the_index(panel in panel(), more in 1..400_u32) {
        let mut raised = panel.clone();
        raised.measures[1].series[0][5] = raised.measures[1].series[0][5].map(|it| it + f64::from(more));
        let [before, after] = [&panel, &raised].map(standing);
        let (Ok(before), Ok(after)) = (before, after) else { return Ok(()) };
        let dimensions = |it: &Standing| it.dimensions.iter().map(|it| it.0).collect::<Vec<_>>();
        if dimensions(&before) != dimensions(&after) {
            return Ok(());
        }
        prop_assert!(after.points >= before.points);
        for (earlier, later) in before.calls.iter().zip(&after.calls) {
            // A z on the threshold may fall by a rounding.
            let is_close = before.dimensions.iter().any(|it| (it.2 - 0.5).abs() < TOLERANCE);
            let may_lose = earlier.0 == Method::Zsum || is_close;
            prop_assert!(may_lose || later.1 >= earlier.1, "{:?}", earlier.0);
        }
    }
}

fn plain(values: &[Option<f64>]) -> Indicator<'_> {
    Indicator { values, reversed: false, weight: 1.0 }
}

fn sum(a: &[Option<f64>], b: &[Option<f64>]) -> Option<f64> {
    composite(&[plain(a), plain(b)], &Thresholds::STATUS).ok().and_then(|it| it.sum[0])
}

/// Residents, foreigners, arrivals from abroad, moves.
type Numbers = (u32, u32, u32, u32);

fn panel() -> impl Strategy<Value = Panel> {
    let area = (300..3000_u32, 0..300_u32, 0..40_u32, 0..300_u32);
    prop::collection::vec(area, 12).prop_map(|areas| {
        let of = |pick: &dyn Fn(&Numbers) -> u32| {
            vec![areas.iter().map(|it| Some(f64::from(pick(it)))).collect()]
        };
        let measure = |dimension, counted, series| Measure { dimension, counted, series };
        Panel {
            areas: (0..12).map(|it| format!("{it:02}")).collect(),
            periods: vec![Period::read("2024").expect("a year")],
            population: Some(of(&|it| it.0)),
            measures: vec![
                measure(Dimension::ArrivalsAbroad, Counted::Flow, of(&|it| it.2)),
                measure(Dimension::Foreigners, Counted::Stock, of(&|it| it.1)),
                measure(Dimension::Turnover, Counted::Flow, of(&|it| it.3)),
            ],
        }
    })
}

fn standing(panel: &Panel) -> Result<Standing, ankunft_arrival::Exclusion> {
    let settings = Settings { noise: Noise::NONE, ..Settings::default() };
    identify(panel, &settings).expect("a panel that fits").areas.remove(5).standing
}

/// The two counterexamples that keep anybody from promising more.
#[test]
fn its_index_and_its_rank_may_fall() {
    let of = |values: [f64; 3]| values.map(Some).to_vec();
    let both = |a: [f64; 3], b: [f64; 3]| {
        composite(&[plain(&of(a)), plain(&of(b))], &Thresholds::STATUS).expect("an index")
    };
    let (before, after) =
        (both([9.0, 6.0, 9.0], [3.0, 7.0, 1.0]), both([16.0, 6.0, 9.0], [3.0, 7.0, 1.0]));
    assert!(after.sum[0] > before.sum[0]);
    let [earlier, later] = [before, after].map(|it| it.index[0].expect("an index"));
    assert!((earlier - 1.325_115).abs() < 1e-6 && (later - 1.051_813).abs() < 1e-6);

    let (before, after) =
        (both([9.0, 4.0, 0.0], [1.0, 4.0, 9.0]), both([11.0, 4.0, 0.0], [1.0, 4.0, 9.0]));
    assert!(after.sum[0] > before.sum[0]);
    assert!(before.sum[0] > before.sum[2] && after.sum[0] < after.sum[2]);
}
