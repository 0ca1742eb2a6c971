//! Commitments in words.

use ankunft_platform::languages::{Arg, Texts};
use jiff::civil::Date;

use super::model::Terms;

/// How far a commitment is today: what was signed and is past its term is not said to be valid.
pub(super) fn state(t: &Texts, terms: &Terms, today: Date) -> String {
    match terms.ran_out(today) {
        Some(day) => t.with("zusage-abgelaufen", &[("tag", Arg::from(t.date(day)))]),
        None => t.get(&format!("zusage-stand-{}", terms.state.code())),
    }
}

/// What it is called where it is cited: with the end of its term, once that is over.
pub(super) fn title(t: &Texts, terms: &Terms, today: Date) -> String {
    match terms.ran_out(today) {
        Some(_) => format!("{} ({})", terms.title, state(t, terms, today)),
        None => terms.title.clone(),
    }
}
