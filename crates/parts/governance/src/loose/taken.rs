//! What is taken up: by what is done, not by what only quotes it.

use std::collections::BTreeSet;

use ankunft_platform::citations::Edge;

use super::model::Doing;
use crate::bodies::store::{DECISION, TASK};
use crate::measures::model::State;
use crate::measures::store::KIND as MEASURE;

/// A thing by its kind and id.
type Thing<'a> = (&'a str, &'a str);

/// What measures, tasks and decisions of bodies cite. A measure that was given up takes up nothing,
/// and neither does a Vorlage or an Anfrage.
#[derive(Debug, Default)]
pub struct Taken<'a> {
    measures: BTreeSet<Thing<'a>>,
    tasks: BTreeSet<Thing<'a>>,
    decisions: BTreeSet<Thing<'a>>,
}

impl<'a> Taken<'a> {
    /// Reads it from who cites what.
    #[must_use]
    pub fn new(edges: &'a [Edge], doing: &[Doing]) -> Self {
        let ended = doing.iter().filter(|it| it.state == State::Ended);
        let ended: BTreeSet<String> = ended.map(|it| it.number.to_string()).collect();
        let mut taken = Self::default();
        for it in edges {
            let into = match it.citing_kind.as_str() {
                MEASURE if !ended.contains(&it.citing) => &mut taken.measures,
                TASK => &mut taken.tasks,
                DECISION => &mut taken.decisions,
                _ => continue,
            };
            into.insert((&it.cited_kind, &it.cited));
        }
        taken
    }

    /// Whether a measure takes it up.
    #[must_use]
    pub fn by_measure(&self, thing: Thing<'_>) -> bool {
        self.measures.contains(&thing)
    }

    /// Whether a measure or a task follows from it.
    #[must_use]
    pub fn is_followed(&self, thing: Thing<'_>) -> bool {
        self.by_measure(thing) || self.tasks.contains(&thing)
    }

    /// Whether somebody has answered to it: with something done, or with a decision that rests on it.
    #[must_use]
    pub fn is_answered(&self, thing: Thing<'_>) -> bool {
        self.is_followed(thing) || self.decisions.contains(&thing)
    }
}
