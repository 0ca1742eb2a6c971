//! The laws that every index of evenness keeps.
//!
//! A new index joins by one line in [`INDICES`]. Source: James, D. R., & Taeuber, K. E. (1985).
//! Measures of segregation. _Sociological Methodology_, 15, 1–32. <https://doi.org/10.2307/270845>

use ankunft_segregation::{SegregationError, UnitCounts, dissimilarity, gini};
use proptest::prelude::*;

type Index = fn(&[UnitCounts]) -> Result<f64, SegregationError>;

const INDICES: &[(&str, Index)] = &[("dissimilarity", dissimilarity), ("gini", gini)];

/// For sums that are scaled before they are rounded.
const TOLERANCE: f64 = 1e-12;

fn values(city: &[UnitCounts]) -> Vec<(&'static str, f64)> {
    INDICES.iter().map(|(name, index)| (*name, index(city).expect("no side is empty"))).collect()
}

fn alike(left: &[UnitCounts], right: &[UnitCounts]) -> Result<(), TestCaseError> {
    for ((name, left), (_, right)) in values(left).into_iter().zip(values(right)) {
        prop_assert!((left - right).abs() <= TOLERANCE, "{name}: {left} and {right}");
    }
    Ok(())
}

/// Cities in which neither side is empty.
fn city() -> impl Strategy<Value = Vec<UnitCounts>> {
    let unit = (0..=3_000_u32, 0..=3_000_u32)
        .prop_map(|(group, reference)| UnitCounts { group, reference });
    prop::collection::vec(unit, 1..50).prop_filter("a side is empty", |units| {
        units.iter().any(|it| it.group > 0) && units.iter().any(|it| it.reference > 0)
    })
}

proptest! {
    #[test]
    fn bounds_are_zero_and_one(city in city()) {
        for (name, value) in values(&city) {
            prop_assert!((0.0..=1.0).contains(&value), "{name}: {value}");
        }
    }

    #[test]
    fn complete_separation_is_one(city in city()) {
        let apart: Vec<_> = city
            .iter()
            .flat_map(|it| [UnitCounts { group: 0, ..*it }, UnitCounts { reference: 0, ..*it }])
            .collect();
        for (name, value) in values(&apart) {
            prop_assert_eq!(value, 1.0, "{}", name);
        }
    }

    #[test]
    fn the_same_share_everywhere_is_zero(
        group in 1..400_u32, reference in 1..400_u32, sizes in prop::collection::vec(1..90_u32, 1..40),
    ) {
        let unit = |size| UnitCounts { group: group * size, reference: reference * size };
        let city: Vec<_> = sizes.into_iter().map(unit).collect();
        for (name, value) in values(&city) {
            prop_assert_eq!(value, 0.0, "{}", name);
        }
    }

    #[test]
    fn the_order_of_units_changes_no_bit(city in city(), at in any::<prop::sample::Index>()) {
        let mut reordered = city.clone();
        reordered.rotate_left(at.index(city.len()));
        reordered.reverse();
        prop_assert_eq!(values(&city), values(&reordered));
    }

    #[test]
    fn organizational_equivalence(city in city(), at in any::<prop::sample::Index>()) {
        // A unit that is divided into two with the same share.
        let doubled: Vec<_> = city
            .iter()
            .map(|it| UnitCounts { group: 2 * it.group, reference: 2 * it.reference })
            .collect();
        let mut divided = doubled.clone();
        let at = at.index(city.len());
        divided[at] = city[at];
        divided.push(city[at]);
        alike(&doubled, &divided)?;
    }

    #[test]
    fn size_invariance(city in city(), group in 1..50_u32, reference in 1..50_u32) {
        // Also called compositional invariance: each side may grow by itself.
        let grown: Vec<_> = city
            .iter()
            .map(|it| UnitCounts { group: group * it.group, reference: reference * it.reference })
            .collect();
        alike(&city, &grown)?;
    }

    #[test]
    fn the_sides_can_change_places(city in city()) {
        let swapped: Vec<_> = city
            .iter()
            .map(|it| UnitCounts { group: it.reference, reference: it.group })
            .collect();
        prop_assert_eq!(values(&city), values(&swapped));
    }

    #[test]
    fn an_exchange_towards_an_equal_share_raises_nothing(city in city(), one in any::<prop::sample::Index>(), other in any::<prop::sample::Index>()) {
        // A person of the group and one of the reference change places, if the unit of the
        // first had the larger share and does not get the smaller one by it.
        let (from, to) = (one.index(city.len()), other.index(city.len()));
        let mut exchanged = city.clone();
        prop_assume!(from != to && city[from].group > 0 && city[to].reference > 0);
        exchanged[from].group -= 1;
        exchanged[from].reference += 1;
        exchanged[to].group += 1;
        exchanged[to].reference -= 1;
        let share = |it: UnitCounts| f64::from(it.group) / f64::from(it.group + it.reference);
        prop_assume!(share(exchanged[from]) >= share(exchanged[to]));
        for ((name, before), (_, after)) in values(&city).into_iter().zip(values(&exchanged)) {
            prop_assert!(after <= before + TOLERANCE, "{name}: {before} to {after}");
        }
    }

    #[test]
    fn gini_is_never_below_dissimilarity(city in city()) {
        let city = values(&city);
        prop_assert!(city[0].1 <= city[1].1 + TOLERANCE);
    }
}
