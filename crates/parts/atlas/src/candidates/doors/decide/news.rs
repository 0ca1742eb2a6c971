//! What has happened to candidates between the question and the answer.

use ankunft_platform::languages::{Arg, Texts};

use super::super::sent;
use super::case::Pairs;
use crate::candidates::model::State;
use crate::candidates::pages::decide::state_field;
use crate::candidates::pages::register::state;
use crate::candidates::store::register::Candidate;

/// The candidates that stand elsewhere than when the form was shown, in sentences; none if all stand
/// where they stood. A form says how each of its candidates stood; what it says nothing of, though it
/// is decided on, has come since.
pub(super) fn of_candidates(
    t: &Texts,
    (all, decided_on): (&[Candidate], &[Candidate]),
    pairs: &Pairs,
) -> Vec<String> {
    let moved = |it: &Candidate| {
        let was = sent(pairs, &state_field(it.number));
        let is_new = was.is_empty() && decided_on.iter().any(|now| now.number == it.number);
        let now = [("name", Arg::from(it.name.as_str())), ("jetzt", Arg::from(state(t, it.state)))];
        match State::from_code(was) {
            Some(was) if was == it.state => None,
            Some(was) => {
                let was = ("vorher", Arg::from(state(t, was)));
                Some(t.with("frozen-bewegt", &[now.to_vec(), vec![was]].concat()))
            }
            None => is_new.then(|| t.with("frozen-neu", &now)),
        }
    };
    all.iter().filter_map(moved).collect()
}
