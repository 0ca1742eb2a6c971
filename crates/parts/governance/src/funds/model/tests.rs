use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::known::Place;

fn terms() -> Terms {
    Terms {
        name: "Fonds".into(),
        place: None,
        programme: String::new(),
        file_number: String::new(),
        shares: Shares { permille: 500, full_up_to: 0, largest: 100_000 },
        spending: Spending::Any,
        criteria: String::new(),
        call: Some((date(2026, 3, 1), date(2026, 9, 30))),
        lead: 1,
        payer: 2,
        members: vec![3, 4],
        quorum: 2,
        majority: Majority::Simple,
    }
}

#[test]
fn every_field_is_compared() {
    let other = Terms {
        name: "a".into(),
        place: Some(Place { geography: "g".into(), area: "1".into(), name: "n".into() }),
        programme: "p".into(),
        file_number: "f".into(),
        shares: Shares { permille: 400, full_up_to: 5, largest: 7 },
        spending: Spending::Running,
        criteria: "c".into(),
        call: None,
        lead: 5,
        payer: 6,
        members: vec![],
        quorum: 1,
        majority: Majority::TwoThirds,
    };
    assert_eq!(terms().differences(&other), Part::ALL);
    assert!(terms().differences(&terms()).is_empty());
}

#[test]
fn the_last_day_of_a_call_is_in_time() {
    let open = |month, day| terms().is_open(date(2026, month, day));
    assert!(open(3, 1) && open(9, 30) && !open(2, 28) && !open(10, 1));
    assert!(!Terms { call: None, ..terms() }.is_open(date(2026, 5, 1)));
}

#[test]
fn a_tie_is_a_no_and_nobody_who_stands_back_counts() {
    let verdict = |votes: &[Vote], majority| Tally::of(votes.iter().copied()).verdict(2, majority);
    use Vote::{Abstain, Conflict, No, Yes};
    assert_eq!(verdict(&[Yes, No], Majority::Simple), Verdict::No);
    assert_eq!(verdict(&[Yes, Abstain], Majority::Simple), Verdict::Yes);
    assert_eq!(verdict(&[Abstain, Abstain], Majority::Simple), Verdict::No);
    assert_eq!(verdict(&[Abstain, Abstain], Majority::TwoThirds), Verdict::No);
    assert_eq!(verdict(&[Yes, Conflict], Majority::Simple), Verdict::Missing(1));
    assert_eq!(verdict(&[Yes, Yes, Yes, No, No], Majority::TwoThirds), Verdict::No);
    assert_eq!(verdict(&[Yes, Yes, No], Majority::TwoThirds), Verdict::Yes);
}

#[test]
fn nothing_follows_the_end_and_every_state_is_reached() {
    for state in State::ALL {
        let next = State::ALL.into_iter().filter(|it| state.leads_to(*it));
        let next: Vec<State> = next.collect();
        match state {
            State::Declined => assert_eq!(next, [State::Received], "it is taken up again"),
            _ => assert_eq!(next.is_empty(), state.is_over(), "{state:?}"),
        }
        assert!(State::ALL.iter().any(|it| it.leads_to(state)), "{state:?}");
        assert_eq!(State::from_code(state.code()), Some(state));
    }
    assert!(State::Declined.is_over());
}

proptest! {
    /// A fund never pays more than the cost, its largest amount, or its share of what is over the
    /// amount that it pays in full; and who spends more gets no less.
    #[test]
    fn shares_hold(
        permille in 1_i64..=1000, full in 0_i64..200_000, largest in 1_i64..500_000,
        cost in 0_i64..10_000_000, more in 0_i64..10_000,
    ) {
        let shares = Shares { permille, full_up_to: full, largest };
        let most = shares.most(cost);
        prop_assert!(0 <= most && most <= cost && most <= largest);
        prop_assert!(most <= full.max(cost * permille / 1000));
        prop_assert!(shares.most(cost + more) >= most);
    }

    /// What comes back is never more than what was paid; who kept to the rule gives nothing back.
    #[test]
    fn what_comes_back_was_paid(
        paid in 1_i64..500_000, cost in 1_i64..900_000, own in 0_i64..900_000,
    ) {
        let shares = Shares { permille: 500, full_up_to: 0, largest: 500_000 };
        let spent = vec![Cost { what: String::new(), cents: cost }];
        let proof = Proof { spent, own, report: String::new() };
        let back = proof.due_back(shares, paid);
        prop_assert!((0..=paid).contains(&back));
        prop_assert!(paid - back <= shares.most(cost), "no more than the share stays");
        prop_assert!(paid - back + own <= cost.max(own), "nobody earns by it");
        if own + paid == cost && paid <= shares.most(cost) {
            prop_assert_eq!(back, 0);
        }
    }
}
