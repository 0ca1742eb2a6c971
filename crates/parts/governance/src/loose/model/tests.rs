//! What ends are, and how they are ordered.

use proptest::prelude::*;

use super::*;
use crate::measures::model::State;

fn doing(state: State, bits: u8) -> Doing {
    let has = |at: u8| bits & (1 << at) != 0;
    Doing {
        number: 7,
        title: "Sprechstunde".to_owned(),
        lead: 3,
        state,
        due: jiff::civil::date(2027, 6, 30),
        has_evidence: has(0),
        has_baseline: has(1),
        has_outcome: has(2),
        has_value: has(3),
    }
}

fn kinds(it: &Doing) -> Vec<Kind> {
    of_measure(it).into_iter().map(|it| it.kind).collect()
}

#[test]
fn a_measure_is_loose_where_its_thread_stops() {
    assert_eq!(kinds(&doing(State::Planned, 0)), [Kind::NoEvidence]);
    assert_eq!(kinds(&doing(State::Running, 0)), [Kind::NoEvidence, Kind::NoYardstick]);
    assert_eq!(kinds(&doing(State::Done, 0)), [Kind::NoYardstick]);
    assert_eq!(kinds(&doing(State::Done, 0b0100)), [Kind::NoValue]);
    assert!(kinds(&doing(State::Done, 0b1100)).is_empty());
    assert!(kinds(&doing(State::Done, 0b0010)).is_empty(), "the atlas says what came of it");
    assert!(kinds(&doing(State::Ended, 0)).is_empty());
}

fn end(kind: usize, thing: u8, owner: u8) -> End {
    let kind = Kind::ALL[kind % Kind::ALL.len()];
    let owner = (owner > 0).then_some(i64::from(owner));
    End { kind, thing: thing.to_string(), owner, ..of_measure(&doing(State::Planned, 0)).remove(0) }
}

proptest! {
    /// Whatever is added to a measure that says why or what came of it, no end begins that was
    /// not there, but that a yardstick asks for its value.
    #[test]
    fn what_is_added_mends(bits in 0..16_u8, more in 0..16_u8, at in 0..4_usize) {
        let state = State::ALL[at];
        let (before, after) = (kinds(&doing(state, bits)), kinds(&doing(state, bits | more)));
        for it in after {
            prop_assert!(before.contains(&it) || it == Kind::NoValue);
        }
    }

    /// Grouping loses none and doubles none, and in each group no less urgent end stands before
    /// a more urgent one.
    #[test]
    fn every_end_has_one_owner(all in prop::collection::vec((0..13_usize, 0..9_u8, 0..4_u8), 0..60), own in 0..4_i64) {
        let ends: Vec<End> = all.iter().map(|it| end(it.0, it.1, it.2)).collect();
        let count = ends.len();
        let groups = by_owner(ends, Some(own));
        prop_assert_eq!(groups.iter().map(|it| it.1.len()).sum::<usize>(), count);
        for (owner, ends) in &groups {
            prop_assert!(ends.iter().all(|it| it.owner == *owner));
            prop_assert!(ends.windows(2).all(|it| it[0].kind <= it[1].kind));
        }
        let owners: BTreeSet<Option<i64>> = groups.iter().map(|it| it.0).collect();
        prop_assert_eq!(owners.len(), groups.len());
        if owners.contains(&Some(own)) {
            prop_assert_eq!(groups[0].0, Some(own));
        }
    }
}
