//! What a city shows of its candidates, to whom, and what may not slip in.

use ankunft_atlas::candidates::model::State;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// A quarter as it is shown. There is no figure in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// Its number among the candidates of the city.
    pub candidate: i64,
    /// Its name.
    pub name: String,
    /// What the city calls areas of that kind.
    pub kind: String,
    /// Where it stands.
    pub state: State,
    /// Since when, as ISO text.
    pub since: String,
    /// Why, in the city's own words.
    pub reason: String,
    /// Who decided; empty where nobody has.
    pub body: String,
    /// By what the assessment of its geography was made.
    pub method: Method,
}

/// By what an assessment was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Method {
    /// The dimensions by their codes; none if there is no assessment of the atlas.
    pub dimensions: Vec<String>,
    /// The period that it reports; empty if there is none.
    pub period: String,
}

/// Who reads it beside the office of the programme, which always does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circle {
    /// All municipalities of the programme.
    pub cities: bool,
    /// The research team.
    pub research: bool,
}

/// What is shown and for what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Who reads it.
    pub circle: Circle,
    /// For what.
    pub purpose: String,
    /// The last day on which it is read; none for what was shown before there were last days.
    pub until: Option<Date>,
    /// How the city came to its choice beside any assessment, in its own words.
    pub approach: String,
    /// The quarters, in alphabetical order.
    pub quarters: Vec<Quarter>,
}

/// That a city has shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Giving {
    /// The number of the city.
    pub city: i64,
    /// Which time it is: the first is 1.
    pub number: i64,
    /// What is shown.
    pub shown: Shown,
    /// SHA-256 of all that was shown, as the registers have it since.
    pub hash: Vec<u8>,
    /// The account that showed it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
    /// When it was taken back.
    pub ended_at: Option<i64>,
}

impl Shown {
    /// SHA-256 of all that is shown, computed once: when it is shown.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(format!("{self:?}")).to_vec()
    }

    /// How many quarters stand in each state that occurs, on the way of a candidate.
    #[must_use]
    pub fn counts(&self) -> Vec<(State, usize)> {
        let of = |state: State| self.quarters.iter().filter(|it| it.state == state).count();
        State::ALL.into_iter().map(|it| (it, of(it))).filter(|it| it.1 > 0).collect()
    }

    /// The methods behind it, each with the quarters that it speaks of.
    #[must_use]
    pub fn methods(&self) -> Vec<(&Method, Vec<&Quarter>)> {
        methods(&self.quarters)
    }
}

/// The methods behind quarters, each with those that it speaks of: geographies are assessed apart.
#[must_use]
pub fn methods(all: &[Quarter]) -> Vec<(&Method, Vec<&Quarter>)> {
    let mut found: Vec<(&Method, Vec<&Quarter>)> = Vec::new();
    for quarter in all {
        match found.iter_mut().find(|it| *it.0 == quarter.method) {
            Some(known) => known.1.push(quarter),
            None => found.push((&quarter.method, vec![quarter])),
        }
    }
    found
}

impl Giving {
    /// Whether its last day is over.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        self.shown.until.is_some_and(|it| it < today)
    }
}

/// How candidates stand, as a form shows them: who sends it has seen exactly that. What the city writes
/// itself is not in it.
#[must_use]
pub fn seen(quarters: &[Quarter]) -> String {
    let bare = |it: &Quarter| {
        (it.candidate, it.name.clone(), it.state, it.since.clone(), it.method.clone())
    };
    let bare: Vec<_> = quarters.iter().map(bare).collect();
    ankunft_platform::secrets::hex(&Sha256::digest(format!("{bare:?}"))[..16])
}
