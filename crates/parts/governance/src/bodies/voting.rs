//! How it was voted, as it is typed: in the minutes and at the Vorlage alike.

use ankunft_platform::typed::Reading;

use super::model::{Vote, Votes};
use crate::papers::model::Outcome;

/// A count of votes; nothing is none.
fn count(it: &mut Reading<'_>, field: &str) -> i64 {
    let text = it.sent(field);
    let read = if text.is_empty() { Some(0) } else { text.parse::<i64>().ok() };
    let read = read.filter(|it| (0..100_000).contains(it));
    if read.is_none() {
        it.wrong(field, "stimmen-unklar");
    }
    read.unwrap_or_default()
}

/// How it was voted, and what of it does not fit what came of it. Names of fields end with a number.
pub(crate) fn voted(it: &mut Reading<'_>, number: i64, outcome: Option<Outcome>) -> Option<Vote> {
    let field = |name: &str| format!("{name}-{number}");
    let counts = Votes {
        yes: count(it, &field("ja")),
        no: count(it, &field("nein")),
        abstain: count(it, &field("enthaltung")),
    };
    let vote = Vote::from_code(it.sent(&field("abstimmung")), counts);
    let wrong = match vote {
        None => Some(("abstimmung", "abstimmung-fehlt")),
        Some(vote) => contradiction((vote, counts), outcome),
    };
    if let Some((name, text)) = wrong {
        it.wrong(&field(name), text);
    }
    vote
}

/// What does not fit together: the field, and what is said beside it.
fn contradiction(
    (vote, counts): (Vote, Votes),
    outcome: Option<Outcome>,
) -> Option<(&'static str, &'static str)> {
    let is_adopted = outcome.is_some_and(Outcome::is_adopted);
    let is_rejected = outcome == Some(Outcome::Rejected);
    let is_empty = counts == Votes::default();
    match vote {
        Vote::None if !is_empty => Some(("abstimmung", "abstimmung-gezaehlt")),
        Vote::Unanimous(_) if is_rejected && counts.yes > 0 => {
            Some(("ja", "abstimmung-nicht-einstimmig-abgelehnt"))
        }
        Vote::Unanimous(_) if !is_rejected && counts.no > 0 => {
            Some(("nein", "abstimmung-nicht-einstimmig"))
        }
        Vote::Counted(_) if is_empty => Some(("ja", "stimmen-fehlen")),
        Vote::Counted(_) if is_adopted && !counts.is_adopted() => {
            Some(("ergebnis", "ergebnis-gegen-stimmen"))
        }
        Vote::Counted(_) if is_rejected && counts.is_adopted() => {
            Some(("ergebnis", "ergebnis-trotz-stimmen"))
        }
        Vote::None | Vote::Unanimous(_) | Vote::Counted(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_it_fits_the_votes() {
        let wrong = |vote: fn(Votes) -> Vote, (yes, no, abstain), outcome| {
            let counts = Votes { yes, no, abstain };
            contradiction((vote(counts), counts), outcome).map(|it| it.1)
        };
        let (adopted, rejected) = (Some(Outcome::Deviating), Some(Outcome::Rejected));
        let none = |_: Votes| Vote::None;
        assert_eq!(wrong(none, (12, 3, 1), adopted), Some("abstimmung-gezaehlt"));
        assert_eq!(wrong(none, (0, 0, 0), rejected), None);
        assert_eq!(wrong(Vote::Counted, (10, 2, 0), rejected), Some("ergebnis-trotz-stimmen"));
        assert_eq!(wrong(Vote::Counted, (5, 5, 0), rejected), None, "a tie is rejected");
        assert_eq!(wrong(Vote::Counted, (5, 5, 0), adopted), Some("ergebnis-gegen-stimmen"));
        assert_eq!(wrong(Vote::Counted, (2, 10, 0), None), None, "the votes alone say it");
        let later = Some(Outcome::Postponed);
        assert_eq!(wrong(Vote::Counted, (10, 2, 0), later), None, "they voted on the day");
        assert_eq!(wrong(Vote::Unanimous, (12, 0, 2), adopted), None);
        let against = Some("abstimmung-nicht-einstimmig");
        assert_eq!(wrong(Vote::Unanimous, (12, 1, 2), adopted), against);
        assert_eq!(wrong(Vote::Unanimous, (0, 12, 2), rejected), None);
        let for_it = Some("abstimmung-nicht-einstimmig-abgelehnt");
        assert_eq!(wrong(Vote::Unanimous, (12, 0, 0), rejected), for_it);
    }
}
