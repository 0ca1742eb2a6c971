//! Which measures can be asked for reports, what the others lack, and who gets one letter.

use std::collections::BTreeMap;

use crate::effects::model::{Known, Reporter};
use crate::measures::model::{Measure, State};
use crate::reporting::model::{Asking, Contact, Round, asked};

/// A measure that can be asked for reports, and whom that asks.
#[derive(Debug)]
pub(super) struct Offer<'a> {
    pub(super) measure: &'a Measure,
    pub(super) asked: Vec<Asking>,
}

/// Why nobody can be asked for a measure; its name is the text `berichte-anfragen-fehlt-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    /// It has no indicator that anybody reports.
    Indicator,
    /// Nobody who reports can be reached.
    Address,
}

impl Lack {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Indicator => "indikator",
            Self::Address => "adresse",
        }
    }
}

/// Measures that can be asked, and those that lack something, each in the order of titles.
#[derive(Debug, Default)]
pub(super) struct Offers<'a> {
    pub(super) ready: Vec<Offer<'a>>,
    pub(super) lacking: Vec<(&'a Measure, Lack)>,
}

/// Whether a report can come: by a letter, or from a Stelle that somebody holds.
pub(super) fn is_reached((reporter, contact, _): &Asking) -> bool {
    let is_held = matches!(reporter, Reporter::Post(_)) && !contact.name.is_empty();
    is_held || !contact.email.is_empty()
}

/// What of these measures can be asked; indicators stand together by measure.
pub(super) fn offers<'a>(
    measures: impl Iterator<Item = &'a Measure>,
    indicators: &[Known],
    contact: impl Fn(i64, Reporter) -> Contact,
) -> Offers<'a> {
    let mut of: BTreeMap<i64, &[Known]> = BTreeMap::new();
    of.extend(indicators.chunk_by(|a, b| a.measure == b.measure).map(|it| (it[0].measure, it)));
    let mut measures: Vec<&Measure> = measures.filter(|it| it.plan.state.is_open()).collect();
    measures.sort_by_key(|it| (it.plan.title.to_lowercase(), it.number));
    let mut offers = Offers::default();
    for measure in measures {
        let known = of.get(&measure.number).copied().unwrap_or_default();
        let asking = |(reporter, all): (Reporter, Vec<&Known>)| {
            let numbers = all.into_iter().map(|it| it.number).collect();
            (reporter, contact(measure.number, reporter), numbers)
        };
        let asked: Vec<Asking> = asked(measure.plan.lead, known).into_iter().map(asking).collect();
        let is_running = measure.plan.state == State::Running;
        if asked.iter().any(is_reached) {
            offers.ready.push(Offer { measure, asked });
        } else if is_running {
            // What has not begun may lack much.
            let lack = if asked.is_empty() { Lack::Indicator } else { Lack::Address };
            offers.lacking.push((measure, lack));
        }
    }
    offers
}

/// What goes to one contact: the reports that they are asked for, each with the title of its measure and the
/// address of its link.
pub(super) type ToContact<'a> = (&'a Contact, Vec<(&'a str, &'a Round, String)>);

/// What goes to one contact: each thing with the contact that it is for, in their order. Who has no
/// address gets nothing. An address is the same however it is spelled.
pub(super) fn by_contact<'a, T>(
    all: impl IntoIterator<Item = (&'a Contact, T)>,
) -> Vec<(&'a Contact, Vec<T>)> {
    let mut letters: BTreeMap<(&str, String), (&Contact, Vec<T>)> = BTreeMap::new();
    for (contact, it) in all.into_iter().filter(|it| !it.0.email.is_empty()) {
        let key = (contact.name.as_str(), contact.email.to_lowercase());
        letters.entry(key).or_insert_with(|| (contact, Vec::new())).1.push(it);
    }
    letters.into_values().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Every report with an address stands in exactly one letter, and nobody gets two.
        #[test]
        fn nobody_gets_two_letters(people in prop::collection::vec(0_u8..6, 0..40)) {
            let contact = |it: &u8| {
                let name = format!("Mensch {}", it / 2);
                let email = format!("m{}@verein.example", it / 2);
                // The last has no address; every second is spelled with capitals.
                match it { 5 => Contact { name, email: String::new() },
                    it if it % 2 == 1 => Contact { name, email: email.to_uppercase() },
                    _ => Contact { name, email } }
            };
            let all: Vec<Contact> = people.iter().map(contact).collect();
            let letters = by_contact(all.iter().zip(0_usize..));
            let mut told: Vec<usize> = letters.iter().flat_map(|it| it.1.clone()).collect();
            told.sort_unstable();
            let reached = all.iter().zip(0_usize..).filter(|it| !it.0.email.is_empty());
            prop_assert_eq!(told, reached.map(|it| it.1).collect::<Vec<_>>());
            let mut names: Vec<&str> = letters.iter().map(|it| it.0.name.as_str()).collect();
            let many = names.len();
            names.dedup();
            prop_assert_eq!(names.len(), many);
        }
    }
}
