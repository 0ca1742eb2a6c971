//! When a body meets, and who was there.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// When and where a meeting is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// What it is called; empty: as its body.
    pub title: String,
    /// When it begins.
    pub starts: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// Where.
    pub place: String,
    /// Whether a part of it is public.
    pub is_public: bool,
    /// Whether it does not take place.
    pub cancelled: bool,
}

/// A meeting as its newest version says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The number of its body.
    pub body: i64,
    /// Its number in the body.
    pub number: i64,
    /// The number of this version.
    pub version: i64,
    /// The series that it is one of, and the day on which it would have been.
    pub series: Option<(i64, jiff::civil::Date)>,
    /// When and where.
    pub slot: Slot,
    /// When its minutes were closed, in microseconds UTC.
    pub closed_at: Option<i64>,
    /// Who closed them.
    pub closed_account: Option<i64>,
    /// Who wrote this version.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

impl Meeting {
    /// The id under which it is an attachment's thing, and a calendar's: `3-12`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}-{}", self.body, self.number)
    }

    /// Whether its minutes are closed.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }
}

/// Whether a member was there; its name is the text `anwesend-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// There.
    Present,
    /// Somebody stood in.
    Substitute,
    /// Not there, and said so.
    Excused,
    /// Not there.
    Absent,
}

impl Presence {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 4] = [Self::Present, Self::Substitute, Self::Excused, Self::Absent];

    /// The word of its text.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Substitute => "substitute",
            Self::Excused => "excused",
            Self::Absent => "absent",
        }
    }

    /// The presence of a word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Whether one member was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attended {
    /// The number of the member.
    pub member: i64,
    /// Whether they were there.
    pub presence: Presence,
    /// Who stood in; empty otherwise.
    #[serde(default)]
    pub by: String,
}
