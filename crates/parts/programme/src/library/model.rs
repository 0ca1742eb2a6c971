//! What an effect card is, and which cards are near to a quarter.

use std::collections::BTreeSet;

/// How strong the evidence is, the weakest first: from what those who did it tell to what was compared.
pub const EVIDENCE: [&str; 5] = ["erzaehlt", "beobachtet", "gezaehlt", "verglichen", "untersucht"];

/// What marks a quarter, roughly: what its city says of it in words, and no figure.
pub const MARKS: [&str; 12] = [
    "zuzug-ausland",
    "fluktuation",
    "auslaender",
    "jung",
    "wohnen-eng",
    "wohnen-alt",
    "grosssiedlung",
    "innenstadt",
    "rand",
    "neu",
    "gewachsen",
    "wenig-orte",
];

/// What a version of a card says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// What it is called.
    pub title: String,
    /// What the matter was.
    pub problem: String,
    /// What was done.
    pub done: String,
    /// What marks the quarter; some of [`MARKS`].
    pub marks: BTreeSet<String>,
    /// Where: the quarter in words.
    pub place: String,
    /// What it costs: money and hours.
    pub cost: String,
    /// One of [`EVIDENCE`].
    pub evidence: String,
    /// What changed, and how that is known.
    pub effect: String,
    /// What failed.
    pub failed: String,
    /// What to others would be said.
    pub advice: String,
    /// Whether the whole programme reads this version.
    pub published: bool,
}

impl Text {
    /// Its texts by their names in forms; their names are the texts `karte-<name>`.
    #[must_use]
    pub fn texts(&self) -> [(&'static str, &str); 8] {
        [
            ("titel", &self.title),
            ("anlass", &self.problem),
            ("getan", &self.done),
            ("ort", &self.place),
            ("kosten", &self.cost),
            ("wirkung", &self.effect),
            ("gescheitert", &self.failed),
            ("rat", &self.advice),
        ]
    }

    /// Its texts with how much a word in each says of the card.
    #[must_use]
    pub fn weighed(&self) -> [(u32, &str); 8] {
        [
            (8, &self.title),
            (4, &self.problem),
            (4, &self.done),
            (4, &self.effect),
            (3, &self.place),
            (3, &self.failed),
            (2, &self.advice),
            (1, &self.cost),
        ]
    }

    /// How near its quarter is to one with these marks: the share (0–1) of what marks either that
    /// marks both. 0 if nobody has said anything.
    #[must_use]
    pub fn nearness(&self, marks: &BTreeSet<String>) -> f64 {
        let all = self.marks.union(marks).count();
        let both = self.marks.intersection(marks).count();
        if all == 0 { 0.0 } else { both as f64 / all as f64 }
    }
}

/// A version of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The number of its city.
    pub city: i64,
    /// Its number in the city.
    pub number: i64,
    /// The first is 1.
    pub version: i64,
    /// The measure that it tells of, by its number in the city.
    pub measure: String,
    /// What it says.
    pub text: Text,
    /// The account that wrote it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marks(mask: u16) -> BTreeSet<String> {
        let has = |at: &usize| mask & (1 << at) != 0;
        (0..MARKS.len()).filter(has).map(|at| MARKS[at].to_owned()).collect()
    }

    proptest! {
        /// Near is near from both sides, never more than the same, and the same only to itself.
        #[test]
        fn nearness_is_that_of_both(a in 1_u16..4096, b in 1_u16..4096) {
            let of = |mask| Text { marks: marks(mask), ..Text::default() };
            let (here, there) = (of(a).nearness(&marks(b)), of(b).nearness(&marks(a)));
            prop_assert_eq!(here.to_bits(), there.to_bits());
            prop_assert!((0.0..=1.0).contains(&here));
            prop_assert_eq!(here == 1.0, a == b);
        }
    }
}
