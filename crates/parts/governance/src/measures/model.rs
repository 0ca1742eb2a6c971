//! What a measure is, and what changed between two versions of it.

use jiff::civil::Date;

use crate::known::Place;

/// How far a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Agreed, and not begun.
    Planned,
    /// Under way.
    Running,
    /// Done as agreed.
    Done,
    /// Given up before it was done.
    Ended,
}

impl State {
    /// All states, in the order of a measure's life.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Running, Self::Done, Self::Ended];

    /// The word under which it is stored; its name is the text `massnahme-stand-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Done => "done",
            Self::Ended => "ended",
        }
    }

    /// The state of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether there is something left to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::Running)
    }
}

/// What a version of a measure says. Five fields make one: title, place, lead, due, sign; the rest
/// is there for who is asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What is done.
    pub title: String,
    /// Where; `None` is the whole city.
    pub place: Option<Place>,
    /// The Stelle with the Federführung.
    pub lead: i64,
    /// Until when.
    pub due: Date,
    /// By what one will notice that it worked.
    pub sign: String,
    /// How far it is.
    pub state: State,
    /// What is done in detail.
    pub description: String,
    /// For whom.
    pub target_group: String,
    /// The first day.
    pub starts_on: Option<Date>,
    /// When it is looked at again (Wiedervorlage).
    pub review_on: Option<Date>,
    /// Whether a regular service can do it first.
    pub regular_service: String,
    /// Stellen that take part (Mitwirkung), each once, in rising order.
    pub contributing: Vec<i64>,
    /// Stellen that are told (Kenntnisnahme), each once, in rising order.
    pub informed: Vec<i64>,
}

/// A measure as it stands: its newest version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its number in the city.
    pub number: i64,
    /// The number of the version; the first is 1.
    pub version: i64,
    /// What it says.
    pub plan: Plan,
    /// The account that wrote the version.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// A field of a plan; its name is the text `massnahme-feld-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// [`Plan::title`]
    Title,
    /// [`Plan::place`]
    Place,
    /// [`Plan::lead`]
    Lead,
    /// [`Plan::due`]
    Due,
    /// [`Plan::sign`]
    Sign,
    /// [`Plan::state`]
    State,
    /// [`Plan::description`]
    Description,
    /// [`Plan::target_group`]
    TargetGroup,
    /// [`Plan::starts_on`]
    StartsOn,
    /// [`Plan::review_on`]
    ReviewOn,
    /// [`Plan::regular_service`]
    RegularService,
    /// [`Plan::contributing`]
    Contributing,
    /// [`Plan::informed`]
    Informed,
}

impl Part {
    /// All fields, in the order of the form. The first five make a measure.
    pub const ALL: [Self; 13] = [
        Self::Title,
        Self::Place,
        Self::Lead,
        Self::Due,
        Self::Sign,
        Self::State,
        Self::Description,
        Self::TargetGroup,
        Self::StartsOn,
        Self::ReviewOn,
        Self::RegularService,
        Self::Contributing,
        Self::Informed,
    ];

    /// Its name in forms and texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Title => "titel",
            Self::Place => "quartier",
            Self::Lead => "federfuehrung",
            Self::Due => "bis",
            Self::Sign => "woran",
            Self::State => "stand",
            Self::Description => "was",
            Self::TargetGroup => "fuer-wen",
            Self::StartsOn => "ab",
            Self::ReviewOn => "wiedervorlage",
            Self::RegularService => "regeldienst",
            Self::Contributing => "mitwirkung",
            Self::Informed => "kenntnisnahme",
        }
    }

    fn differs(self, a: &Plan, b: &Plan) -> bool {
        match self {
            Self::Title => a.title != b.title,
            Self::Place => a.place != b.place,
            Self::Lead => a.lead != b.lead,
            Self::Due => a.due != b.due,
            Self::Sign => a.sign != b.sign,
            Self::State => a.state != b.state,
            Self::Description => a.description != b.description,
            Self::TargetGroup => a.target_group != b.target_group,
            Self::StartsOn => a.starts_on != b.starts_on,
            Self::ReviewOn => a.review_on != b.review_on,
            Self::RegularService => a.regular_service != b.regular_service,
            Self::Contributing => a.contributing != b.contributing,
            Self::Informed => a.informed != b.informed,
        }
    }
}

impl Plan {
    /// What another plan says differently, in the order of the form.
    ///
    /// ```
    /// use ankunft_governance::measures::model::{Part, Plan, State};
    ///
    /// let plan = Plan {
    ///     title: "Sprechstunde im Quartier".into(),
    ///     place: None,
    ///     lead: 7,
    ///     due: jiff::civil::date(2027, 6, 30),
    ///     sign: "Vierzig Beratungen im Monat".into(),
    ///     state: State::Planned,
    ///     description: String::new(),
    ///     target_group: String::new(),
    ///     starts_on: None,
    ///     review_on: None,
    ///     regular_service: String::new(),
    ///     contributing: vec![],
    ///     informed: vec![],
    /// };
    /// let later = Plan { state: State::Running, contributing: vec![9], ..plan.clone() };
    /// assert_eq!(plan.differences(&later), [Part::State, Part::Contributing]);
    /// assert!(plan.differences(&plan).is_empty());
    /// ```
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Part> {
        Part::ALL.into_iter().filter(|it| it.differs(self, other)).collect()
    }

    /// Whether a Stelle may change it: its own, or one in which it takes part.
    #[must_use]
    pub fn is_of(&self, post: i64) -> bool {
        self.lead == post || self.contributing.contains(&post)
    }

    /// Whether its last day is over and something is left to be done.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.state.is_open() && self.due < today
    }

    /// Whether it is to be looked at again.
    #[must_use]
    pub fn wants_review(&self, today: Date) -> bool {
        self.state.is_open() && self.review_on.is_some_and(|it| it <= today)
    }
}

/// What presses about a measure; where its thread stops is said among [`crate::loose`] ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pressing {
    /// Its last day is over.
    Late,
    /// It is to be looked at again.
    Review,
}

impl Pressing {
    /// Its name in texts: `lose-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Late => "spaet",
            Self::Review => "wiedervorlage",
        }
    }
}

/// What presses about a plan. One is told, not two: who mends it sees the next.
#[must_use]
pub fn pressing(plan: &Plan, today: Date) -> Option<Pressing> {
    match (plan.is_late(today), plan.wants_review(today)) {
        (true, _) => Some(Pressing::Late),
        (_, true) => Some(Pressing::Review),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn plan() -> Plan {
        Plan {
            title: "Lotsen".into(),
            place: None,
            lead: 1,
            due: date(2026, 12, 31),
            sign: "Wege sind kürzer".into(),
            state: State::Running,
            description: String::new(),
            target_group: String::new(),
            starts_on: None,
            review_on: None,
            regular_service: String::new(),
            contributing: vec![4],
            informed: vec![5],
        }
    }

    #[test]
    fn who_leads_or_takes_part_may_change_it_and_who_is_told_may_not() {
        assert!(plan().is_of(1) && plan().is_of(4) && !plan().is_of(5));
    }

    #[test]
    fn the_last_day_itself_is_in_time() {
        assert!(!plan().is_late(date(2026, 12, 31)));
        assert!(plan().is_late(date(2027, 1, 1)));
        assert!(!Plan { state: State::Done, ..plan() }.is_late(date(2027, 1, 1)));
    }

    #[test]
    fn the_most_pressing_comes_first() {
        let (before, after) = (date(2026, 6, 1), date(2027, 6, 1));
        let review = Plan { review_on: Some(before), ..plan() };
        assert_eq!(pressing(&review, after), Some(Pressing::Late));
        assert_eq!(pressing(&review, before), Some(Pressing::Review));
        assert_eq!(pressing(&plan(), before), None);
        let done = Plan { state: State::Done, ..plan() };
        assert_eq!(pressing(&done, after), None);
    }

    #[test]
    fn every_field_is_compared() {
        let other = Plan {
            title: "a".into(),
            place: Some(Place { geography: "g".into(), area: "1".into(), name: "n".into() }),
            lead: 2,
            due: date(2027, 1, 1),
            sign: "b".into(),
            state: State::Done,
            description: "c".into(),
            target_group: "d".into(),
            starts_on: Some(date(2026, 1, 1)),
            review_on: Some(date(2026, 2, 1)),
            regular_service: "e".into(),
            contributing: vec![],
            informed: vec![],
        };
        assert_eq!(plan().differences(&other), Part::ALL);
    }
}
