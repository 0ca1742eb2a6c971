//! Candidates: their way to a decision, and what several people make of them. Pure.

use ankunft_arrival::{
    Disagreement, Spread, Weighed, WeighingError, disagreements, in_front, spread, weigh,
};
use serde::{Deserialize, Serialize};

/// Where a candidate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Somebody noted it.
    Proposed,
    /// It was shown to those who decide.
    Presented,
    /// The research team agrees.
    Agreed,
    /// It was decided for.
    Chosen,
    /// Another was decided for.
    NotChosen,
    /// It is no longer pursued, and says why.
    SetAside,
}

impl State {
    /// All of them, on the way of a candidate.
    pub const ALL: [Self; 6] = [
        Self::Proposed,
        Self::Presented,
        Self::Agreed,
        Self::Chosen,
        Self::NotChosen,
        Self::SetAside,
    ];

    /// The word under which it is stored; its name is the text `kandidat-stand-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Presented => "presented",
            Self::Agreed => "agreed",
            Self::Chosen => "chosen",
            Self::NotChosen => "not-chosen",
            Self::SetAside => "set-aside",
        }
    }

    /// The state of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// The steps that a person can take from here. Into [`State::Chosen`] and
    /// [`State::NotChosen`] leads the decision alone, and what was chosen only a correction changes.
    #[must_use]
    pub const fn steps(self) -> &'static [Self] {
        match self {
            Self::Proposed => &[Self::Presented, Self::SetAside],
            Self::Presented => &[Self::Agreed, Self::Proposed, Self::SetAside],
            Self::Agreed => &[Self::Presented, Self::Proposed, Self::SetAside],
            Self::Chosen => &[],
            Self::NotChosen | Self::SetAside => &[Self::Proposed],
        }
    }

    /// Whether this step must say why.
    ///
    /// ```
    /// use ankunft_atlas::candidates::model::State;
    ///
    /// assert!(!State::Proposed.needs_reason(State::Presented));
    /// assert!(State::Agreed.needs_reason(State::Proposed));
    /// ```
    #[must_use]
    pub const fn needs_reason(self, to: Self) -> bool {
        !matches!((self, to), (Self::Proposed, Self::Presented) | (Self::Presented, Self::Agreed))
    }

    /// Whether it is still being chosen among.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Presented | Self::Agreed)
    }
}

/// Points from the lowest to the highest; what each means is the text `punkte-<number>`.
pub const POINTS: [u8; 5] = [1, 2, 3, 4, 5];

/// Weights from none to the highest; what each means is the text `gewicht-<number>`.
pub const WEIGHTS: [u8; 6] = [0, 1, 2, 3, 4, 5];

/// How many weightings are drawn, and with which seed.
pub const DRAWS: u32 = 10_000;
/// The seed of the draws.
pub const SEED: u64 = 2026;

/// From how many points between two people on they are told to talk.
const APART: f64 = 2.0;

/// What was scored: everything from which the result is computed. A decision keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// By what was judged.
    pub criteria: Vec<Judged>,
    /// What was judged, in alphabetical order.
    pub candidates: Vec<Judged>,
    /// What each person handed in.
    pub ballots: Vec<Sheet>,
}

/// A criterion or a candidate of a tally.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// Its number.
    pub id: i64,
    /// Its name at that time.
    pub name: String,
}

/// What one person handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The Stelle with the person's name, or the person where there is none.
    pub who: String,
    /// One weight a criterion.
    pub weights: Vec<u8>,
    /// Candidate → criterion; none where the person could not judge.
    pub points: Vec<Vec<Option<u8>>>,
}

/// What follows from a tally.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// How points lie: candidate → criterion.
    pub spreads: Vec<Vec<Option<Spread>>>,
    /// How the weights of people lie, one entry a criterion.
    pub weights: Vec<Option<Spread>>,
    /// The positions of the candidates that somebody gave points to.
    pub judged: Vec<usize>,
    /// How often each of [`Outcome::judged`] is in front over all weightings.
    pub weighed: Result<Weighed, WeighingError>,
    /// Candidates that no weighting can tell apart, because their mean points are the same in all
    /// that is weighed: positions, in groups of two or more.
    pub level: Vec<Vec<usize>>,
    /// What people's own weights make of their own points.
    pub own: Own,
    /// Where people see a candidate differently, the widest apart first.
    pub disagreements: Vec<Disagreement>,
}

/// For how many people each candidate is in front by their own points and weights.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// One count a candidate; who sees several in front counts for each.
    pub front: Vec<usize>,
    /// How many of these see it level with another, one count a candidate.
    pub shared: Vec<usize>,
    /// How many people tell candidates apart.
    pub of: usize,
    /// How many more see all candidates level.
    pub all_level: usize,
}

impl Outcome {
    /// Computes it: the same bits for the same tally.
    #[must_use]
    pub fn of(tally: &Tally) -> Self {
        let number = |it: &Option<u8>| it.map(f64::from);
        let row = |it: &Vec<Option<u8>>| it.iter().map(number).collect::<Vec<_>>();
        let points: Vec<Vec<Vec<Option<f64>>>> =
            tally.ballots.iter().map(|it| it.points.iter().map(row).collect()).collect();
        let at = |candidate: usize, criterion: usize| {
            let given: Vec<Option<f64>> =
                points.iter().map(|it| it[candidate][criterion]).collect();
            spread(&given)
        };
        let criteria = 0..tally.criteria.len();
        let spreads: Vec<Vec<Option<Spread>>> = (0..tally.candidates.len())
            .map(|candidate| criteria.clone().map(|it| at(candidate, it)).collect())
            .collect();
        let judged: Vec<usize> =
            (0..spreads.len()).filter(|it| spreads[*it].iter().any(Option::is_some)).collect();
        let only = |person: &Vec<Vec<Option<f64>>>| {
            judged.iter().map(|it| person[*it].clone()).collect::<Vec<_>>()
        };
        let of_judged: Vec<_> = points.iter().map(only).collect();
        let names: Vec<String> = tally.criteria.iter().map(|it| it.id.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let weight = |criterion: usize| {
            let given = tally.ballots.iter().map(|it| it.weights.get(criterion).copied());
            spread(&given.map(|it| it.map(f64::from)).collect::<Vec<_>>())
        };
        let weighed = weigh(&names, &of_judged, DRAWS, SEED);
        Self {
            weights: criteria.map(weight).collect(),
            level: level(&spreads, &judged, weighed.as_ref().ok()),
            disagreements: disagreements(&points, APART),
            own: own(tally, &of_judged, &judged),
            weighed,
            spreads,
            judged,
        }
    }

    /// Whether two people gave points to the same candidate in the same criterion.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.spreads.iter().flatten().flatten().any(|it| it.n > 1)
    }
}

/// Groups of candidates with the same means in all criteria that were weighed.
fn level(
    spreads: &[Vec<Option<Spread>>],
    judged: &[usize],
    weighed: Option<&Weighed>,
) -> Vec<Vec<usize>> {
    let Some(weighed) = weighed else { return Vec::new() };
    let means = |candidate: usize| -> Vec<Option<f64>> {
        let all = spreads[candidate].iter().enumerate();
        let weighed = all.filter(|(at, _)| !weighed.left_out.contains(at));
        weighed.map(|(_, it)| it.map(|it| it.mean)).collect()
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for candidate in judged {
        match groups.iter_mut().find(|it| means(it[0]) == means(*candidate)) {
            Some(group) => group.push(*candidate),
            None => groups.push(vec![*candidate]),
        }
    }
    groups.retain(|it| it.len() > 1);
    groups
}

fn own(tally: &Tally, points: &[Vec<Vec<Option<f64>>>], judged: &[usize]) -> Own {
    let none = vec![0; tally.candidates.len()];
    let mut own = Own { front: none.clone(), shared: none, of: 0, all_level: 0 };
    for (sheet, points) in tally.ballots.iter().zip(points) {
        let weights: Vec<f64> = sheet.weights.iter().copied().map(f64::from).collect();
        let front = in_front(&weights, points);
        // Who cannot tell any candidate from another says nothing for one of them.
        if front.len() == judged.len() {
            own.all_level += usize::from(judged.len() > 1);
            continue;
        }
        own.of += usize::from(!front.is_empty());
        for at in &front {
            own.front[judged[*at]] += 1;
            own.shared[judged[*at]] += usize::from(front.len() > 1);
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(names: &[&str]) -> Vec<Judged> {
        (1..).zip(names).map(|(id, name)| Judged { id, name: (*name).to_owned() }).collect()
    }

    #[test]
    fn a_state_is_left_only_as_its_way_allows() {
        for from in State::ALL {
            for to in from.steps() {
                assert!(!matches!(to, State::Chosen | State::NotChosen), "decisions are no steps");
                assert_ne!(from, *to);
            }
            assert_eq!(State::from_code(from.code()), Some(from));
        }
        assert!(State::Chosen.steps().is_empty());
    }

    #[test]
    fn who_was_judged_by_nobody_is_left_out_of_the_weighing() {
        let sheet = |points: [Option<u8>; 3]| Sheet {
            who: "Jugend".to_owned(),
            weights: vec![3],
            points: points.iter().map(|it| vec![*it]).collect(),
        };
        let tally = Tally {
            criteria: judged(&["Bedarf"]),
            candidates: judged(&["Altstadt", "Hafen", "Neubau"]),
            ballots: vec![sheet([Some(2), Some(5), None]), sheet([Some(3), None, None])],
        };
        let outcome = Outcome::of(&tally);
        assert_eq!(outcome.judged, [0, 1]);
        assert_eq!(outcome.weighed.map(|it| it.front), Ok(vec![0.0, 1.0]));
        assert_eq!((outcome.own.front, outcome.own.of), (vec![0, 1, 0], 1));
        assert_eq!(outcome.spreads[2], [None]);
    }

    #[test]
    fn candidates_that_nothing_tells_apart_are_named_together() {
        let sheet = |points: [u8; 3], weight: u8| Sheet {
            who: "Jugend".to_owned(),
            weights: vec![weight],
            points: points.iter().map(|it| vec![Some(*it)]).collect(),
        };
        let tally = |ballots| Tally {
            criteria: judged(&["Bedarf"]),
            candidates: judged(&["Altstadt", "Hafen", "Neubau"]),
            ballots,
        };
        let outcome = Outcome::of(&tally(vec![sheet([5, 3, 1], 3), sheet([3, 5, 1], 3)]));
        assert_eq!(outcome.level, [[0, 1]], "their means are the same");
        assert_eq!((outcome.own.front, outcome.own.shared), (vec![1, 1, 0], vec![0, 0, 0]));
        let outcome = Outcome::of(&tally(vec![sheet([4, 4, 1], 3), sheet([2, 2, 2], 3)]));
        assert_eq!(outcome.own.shared, [1, 1, 0], "one person sees two level");
        assert_eq!((outcome.own.of, outcome.own.all_level), (1, 1), "the other sees all level");
        assert!(outcome.is_shared() && outcome.disagreements.len() == 2);
        let alone = Outcome::of(&tally(vec![sheet([5, 3, 1], 3)]));
        assert!(alone.level.is_empty() && !alone.is_shared(), "one person agrees with nobody");
    }
}
