//! Laws of exact sums and of named chance.

use ankunft_numerics::{Stream, exact_sum};
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_order_of_the_numbers_changes_no_bit(
        numbers in prop::collection::vec(finite(), 0..40),
        seed in any::<u64>(),
    ) {
        let mut reordered = numbers.clone();
        Stream::named(seed, "order").shuffle(&mut reordered);
        prop_assert_eq!(exact_sum(numbers).to_bits(), exact_sum(reordered).to_bits());
    }

    #[test]
    fn one_number_is_its_own_sum(number in finite()) {
        prop_assert_eq!(exact_sum([number]), number);
    }

    #[test]
    fn two_numbers_are_rounded_as_the_processor_rounds(a in finite(), b in finite()) {
        prop_assert_eq!(exact_sum([a, b]), a + b);
    }

    #[test]
    fn what_is_added_and_taken_away_leaves_nothing(
        numbers in prop::collection::vec(finite(), 0..40),
        rest in finite(),
    ) {
        let away = numbers.iter().map(|number| -number);
        let all = numbers.iter().copied().chain([rest]).chain(away);
        prop_assert_eq!(exact_sum(all), rest);
    }

    #[test]
    fn whole_numbers_are_summed_like_integers(numbers in prop::collection::vec(-(1_i64 << 53)..1 << 53, 0..60)) {
        let exact: i128 = numbers.iter().copied().map(i128::from).sum();
        prop_assert_eq!(exact_sum(numbers.iter().map(|it| *it as f64)), exact as f64);
    }

    #[test]
    fn a_draw_stays_in_its_range(seed in any::<u64>(), end in 1..u64::MAX, low in -1e9..1e9, width in 1e-9..1e9) {
        let mut stream = Stream::named(seed, "range");
        for _ in 0..20 {
            prop_assert!(stream.below(end) < end);
            prop_assert!((0.0..1.0).contains(&stream.uniform()));
            prop_assert!((low..low + width).contains(&stream.between(low, low + width)));
        }
    }

    #[test]
    fn shuffling_keeps_every_item(seed in any::<u64>(), length in 0..100_usize) {
        let mut items: Vec<_> = (0..length).collect();
        Stream::named(seed, "shuffle").shuffle(&mut items);
        items.sort_unstable();
        prop_assert_eq!(items, (0..length).collect::<Vec<_>>());
    }
}

/// Any finite number, subnormal ones and the largest included.
fn finite() -> impl Strategy<Value = f64> {
    any::<u64>().prop_map(f64::from_bits).prop_filter("not finite", |it| it.is_finite())
}

#[test]
fn the_borders_of_f64_are_kept() {
    assert_eq!(exact_sum([]), 0.0);
    assert_eq!(exact_sum([f64::MAX, f64::MAX]), f64::INFINITY);
    assert_eq!(exact_sum([f64::MAX, f64::MAX, -f64::MAX]), f64::MAX);
    assert_eq!(exact_sum([f64::INFINITY, 1.0]), f64::INFINITY);
    assert!(exact_sum([f64::INFINITY, f64::NEG_INFINITY]).is_nan());
    assert!(exact_sum([f64::NAN, 1.0]).is_nan());
    let tie = 2_f64.powi(53);
    assert_eq!(exact_sum([tie, 1.0]), tie, "a tie goes to the even neighbour");
    assert_eq!(exact_sum([tie, 1.0, 5e-324]), tie + 2.0, "and anything beyond it goes up");
}

#[test]
fn the_named_streams_are_fixed_forever() {
    // Computed by a separate program, from hashlib's SHA-256 and ChaCha20 as RFC 8439 writes it.
    let mut stream = Stream::named(2026, "golden");
    assert_eq!([stream.bits(), stream.bits()], [0x46b5_ee89_688d_8e9e, 0xd9b5_6232_00da_9bc5]);
}

#[test]
fn moments_are_near_what_theory_says() {
    const DRAWS: usize = 10_000;
    let mut stream = Stream::named(7, "moments");
    let moments = |draws: Vec<f64>| {
        let mean = exact_sum(draws.iter().copied()) / DRAWS as f64;
        let squares = draws.iter().map(|it| (it - mean).powi(2));
        (mean, exact_sum(squares) / DRAWS as f64)
    };
    let near = |(mean, variance): (f64, f64), expected_mean: f64, expected_variance: f64| {
        let error = (expected_variance / DRAWS as f64).sqrt();
        assert!((mean - expected_mean).abs() < 5.0 * error, "mean {mean}");
        assert!((variance / expected_variance - 1.0).abs() < 0.05, "variance {variance}");
    };
    near(moments((0..DRAWS).map(|_| stream.uniform()).collect()), 0.5, 1.0 / 12.0);
    near(moments((0..DRAWS).map(|_| stream.normal(3.0, 2.0)).collect()), 3.0, 4.0);
    near(moments((0..DRAWS).map(|_| stream.poisson(4.5) as f64).collect()), 4.5, 4.5);
    near(moments((0..DRAWS).map(|_| stream.poisson(620.0) as f64).collect()), 620.0, 620.0);
    near(moments((0..DRAWS).map(|_| stream.below(7) as f64).collect()), 3.0, 4.0);
}

#[test]
fn nothing_to_draw_from_gives_nothing() {
    let mut stream = Stream::named(7, "nothing");
    assert_eq!(stream.below(0), 0);
    assert_eq!(stream.poisson(0.0), 0);
    assert_eq!(stream.poisson(f64::NAN), 0);
    assert_eq!(stream.choose::<u8>(&[]), None);
}
