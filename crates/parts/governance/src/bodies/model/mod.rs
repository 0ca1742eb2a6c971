//! What bodies, meetings, agenda items and tasks are. Pure.

pub mod calendar;
pub mod ical;
mod item;
mod meeting;

pub use item::{Item, Says, Subject, Vote, Votes};
pub use meeting::{Attended, Meeting, Presence, Slot};

use jiff::civil::Date;

use crate::known::Place;
use crate::within::Nesting;

/// What kind of body it is; its name is the text `gremium-art-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// Lenkungsgruppe.
    Steering,
    /// Quartierskonferenz.
    Quarter,
    /// Beirat für Migration und Integration.
    Advisory,
    /// Ortsbeirat.
    Local,
    /// The council, or one of its committees.
    Council,
    /// Netzwerktreffen.
    Network,
    /// The head of the administration, who decides by Verfügung.
    Mayor,
    /// Anything else.
    Other,
}

impl BodyKind {
    /// All kinds, in the order of a form.
    pub const ALL: [Self; 8] = [
        Self::Steering,
        Self::Quarter,
        Self::Advisory,
        Self::Local,
        Self::Council,
        Self::Network,
        Self::Mayor,
        Self::Other,
    ];

    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Steering => "steering",
            Self::Quarter => "quarter",
            Self::Advisory => "advisory",
            Self::Local => "local",
            Self::Council => "council",
            Self::Network => "network",
            Self::Mayor => "mayor",
            Self::Other => "other",
        }
    }

    /// The kind of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What is written down about a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charter {
    /// What kind of body it is.
    pub kind: BodyKind,
    /// Its name.
    pub name: String,
    /// What it is there for and may decide.
    pub mandate: String,
    /// The Quartiere that it is there for, each once; none is the whole city.
    pub places: Vec<Place>,
    /// Whether it meets no more.
    pub closed: bool,
}

impl Charter {
    /// Whether it is there for a place, or for some of its ground.
    #[must_use]
    pub fn is_for(&self, place: Option<&Place>, within: &Nesting) -> bool {
        place.is_some_and(|it| self.places.iter().any(|own| within.meet(own, it)))
    }
}

/// A body as one version says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its number in the city.
    pub number: i64,
    /// The number of this version.
    pub version: i64,
    /// What is written down about it.
    pub charter: Charter,
    /// Who wrote it.
    pub account: Option<i64>,
}

/// What a member is in a body; its name is the text `mitglied-rolle-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MemberRole {
    /// Leads the meetings.
    Chair,
    /// Sits in it.
    Member,
    /// Is heard.
    Guest,
}

impl MemberRole {
    /// All roles, the chair first.
    pub const ALL: [Self; 3] = [Self::Chair, Self::Member, Self::Guest];

    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Member => "member",
            Self::Guest => "guest",
        }
    }

    /// The role of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Who sits in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seat {
    /// A Stelle of the city, whoever holds it.
    Post(i64),
    /// An organisation outside, or a part of one.
    Organisation(String),
    /// A person by name.
    Person(String),
}

/// That somebody sits in a body from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its number in the body.
    pub number: i64,
    /// Who it is.
    pub seat: Seat,
    /// In which role.
    pub role: MemberRole,
    /// Who stands in; empty if nobody is named.
    pub substitute: String,
    /// The first day.
    pub from: Date,
    /// The last day, included, if there is one.
    pub to: Option<Date>,
}

impl Member {
    /// Whether the membership holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether this Stelle acts for the body: as chair or member, not as a guest.
    #[must_use]
    pub fn acts(&self, post: i64, day: Date) -> bool {
        self.seat == Seat::Post(post) && self.role != MemberRole::Guest && self.holds_on(day)
    }
}

/// What a task says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// What is to be done.
    pub what: String,
    /// The Stelle that does it.
    pub post: i64,
    /// Until when.
    pub due: Date,
    /// When it is looked at again (Wiedervorlage).
    pub review_on: Option<Date>,
    /// Why it is done; none while it is open.
    pub done: Option<String>,
}

/// A task as one version says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its number in the city.
    pub number: i64,
    /// The number of this version.
    pub version: i64,
    /// The body, the meeting and the item where it was made.
    pub made_in: (i64, i64, i64),
    /// What it says.
    pub duty: Duty,
    /// Who wrote it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

impl Task {
    /// Whether something is left to be done.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.duty.done.is_none()
    }

    /// Whether its day has passed; the day itself is in time.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.is_open() && self.duty.due < today
    }

    /// Whether it is to be looked at again.
    #[must_use]
    pub fn wants_review(&self, today: Date) -> bool {
        self.is_open() && self.duty.review_on.is_some_and(|it| it <= today)
    }
}

/// What a Stelle has seen on the ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Its number in the city; 0 before it is written down.
    pub number: i64,
    /// In a few words.
    pub title: String,
    /// What was seen.
    pub what: String,
    /// Where; none is the whole city.
    pub place: Option<crate::known::Place>,
    /// How often.
    pub how_often: String,
    /// The body that is asked to speak about it.
    pub body: Option<i64>,
    /// The Stelle that saw it.
    pub post: Option<i64>,
    /// When it was written down, in microseconds UTC.
    pub at: i64,
}

/// That an observation was given to another body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The observation.
    pub observation: i64,
    /// The how manieth it is.
    pub number: i64,
    /// The body that is asked now.
    pub body: i64,
    /// Why.
    pub reason: String,
    /// When, in microseconds UTC.
    pub at: i64,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_membership_holds_on_its_first_and_last_day_and_guests_do_not_act() {
        let member = Member {
            number: 1,
            seat: Seat::Post(7),
            role: MemberRole::Member,
            substitute: String::new(),
            from: date(2026, 1, 1),
            to: Some(date(2026, 12, 31)),
        };
        assert!(member.acts(7, date(2026, 1, 1)) && member.acts(7, date(2026, 12, 31)));
        assert!(!member.acts(7, date(2027, 1, 1)) && !member.acts(8, date(2026, 6, 1)));
        let guest = Member { role: MemberRole::Guest, ..member };
        assert!(!guest.acts(7, date(2026, 6, 1)) && guest.holds_on(date(2026, 6, 1)));
    }
}
