//! What stands on an agenda, what was said about it, and how it was decided.

use crate::papers;
use crate::papers::model::Outcome;
use crate::reporting::obstacles;

/// How a vote went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// There was none: taken note of, agreed without a vote.
    None,
    /// Nobody was against what came of it; its counts, where somebody wrote them down.
    Unanimous(Votes),
    /// Counted.
    Counted(Votes),
}

/// Votes that were counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// For it.
    pub yes: i64,
    /// Against it.
    pub no: i64,
    /// Neither.
    pub abstain: i64,
}

impl Votes {
    /// More for it than against it; who abstains counts for neither side.
    #[must_use]
    pub const fn is_adopted(self) -> bool {
        self.yes > self.no
    }
}

impl Vote {
    /// The word under which it is stored, and its counts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unanimous(_) => "unanimous",
            Self::Counted(_) => "counted",
        }
    }

    /// Its counts; nothing where nothing was counted.
    #[must_use]
    pub fn votes(self) -> Votes {
        match self {
            Self::None => Votes::default(),
            Self::Unanimous(votes) | Self::Counted(votes) => votes,
        }
    }

    /// The vote of a stored word and counts.
    #[must_use]
    pub fn from_code(code: &str, votes: Votes) -> Option<Self> {
        match code {
            "none" => Some(Self::None),
            "unanimous" => Some(Self::Unanimous(votes)),
            "counted" => Some(Self::Counted(votes)),
            _ => None,
        }
    }

    /// Whether what was put to the vote was rejected.
    #[must_use]
    pub fn is_rejected(self) -> bool {
        matches!(self, Self::Counted(votes) if !votes.is_adopted())
    }
}

/// A thing that an item is about, as citations name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The kind: `measure`.
    pub kind: String,
    /// The id: `7`.
    pub id: String,
}

impl Subject {
    /// The number of the obstacle, if it is one.
    #[must_use]
    pub fn obstacle(&self) -> Option<i64> {
        (self.kind == obstacles::KIND).then(|| self.id.parse().ok())?
    }

    /// The number of the Vorlage, if it is one.
    #[must_use]
    pub fn paper(&self) -> Option<i64> {
        (self.kind == papers::store::DRAFT).then(|| self.id.parse().ok())?
    }
}

/// What an item says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Says {
    /// What it is called on the agenda.
    pub title: String,
    /// Whether it is heard in public.
    pub is_public: bool,
    /// What was said.
    pub minutes: String,
    /// What was decided; empty if nothing was.
    pub decision: String,
    /// How it was voted.
    pub vote: Vote,
    /// What comes of it for the Vorlage that it is about, where somebody says so.
    pub outcome: Option<Outcome>,
    /// Why it was corrected after the minutes had been closed; empty before.
    pub reason: String,
}

impl Says {
    /// An item of the agenda, before anybody spoke.
    #[must_use]
    pub fn titled(title: impl Into<String>, is_public: bool) -> Self {
        let (title, vote) = (title.into(), Vote::None);
        let [minutes, decision, reason] = [const { String::new() }; 3];
        Self { title, is_public, minutes, decision, vote, outcome: None, reason }
    }
}

/// An item of an agenda as its newest version says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number in the meeting; the agenda counts by position.
    pub number: i64,
    /// The number of this version.
    pub version: i64,
    /// Its place on the agenda.
    pub position: i64,
    /// What it is about.
    pub subject: Option<Subject>,
    /// What it says.
    pub says: Says,
    /// Who wrote it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

impl Item {
    /// Whether something was decided.
    #[must_use]
    pub fn has_decision(&self) -> bool {
        !self.says.decision.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_rejected_and_abstaining_decides_nothing() {
        let vote = |yes, no, abstain| Vote::Counted(Votes { yes, no, abstain });
        assert!(vote(5, 5, 0).is_rejected());
        assert!(!vote(1, 0, 30).is_rejected());
        assert!(!Vote::Unanimous(Votes::default()).is_rejected() && !Vote::None.is_rejected());
    }

    #[test]
    fn every_vote_is_read_as_it_was_stored() {
        let counted = Vote::Counted(Votes { yes: 3, no: 1, abstain: 2 });
        let unanimous = Vote::Unanimous(Votes { yes: 12, no: 0, abstain: 2 });
        for vote in [Vote::None, Vote::Unanimous(Votes::default()), unanimous, counted] {
            assert_eq!(Vote::from_code(vote.code(), vote.votes()), Some(vote));
        }
    }
}
