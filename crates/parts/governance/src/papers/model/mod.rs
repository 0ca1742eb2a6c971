//! What a Vorlage is, through which bodies it goes, and what they decided. Pure.

pub mod doubt;
pub mod recognise;
pub mod settle;
pub mod tails;

use jiff::civil::Date;

use crate::bodies::model::Vote;

macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$says:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$says])* $variant,)*
        }

        impl $name {
            /// All of them, in the order of a form.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word under which it is stored.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// What a stored word means.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.code() == code)
            }
        }
    };
}

words! {
    /// What a body does with a Vorlage; its name is the text `schritt-<code>`.
    StepKind {
        /// Anhörung.
        Hearing = "hearing",
        /// Vorberatend.
        Advisory = "advisory",
        /// Beschließend.
        Deciding = "deciding",
        /// Kenntnisnahme.
        Notice = "notice",
        /// Verfügung of the head of the administration.
        Order = "order",
    }
}
words! {
    /// What a step has brought; its name is the text `ergebnis-<code>`.
    Outcome {
        /// As it was proposed.
        AsProposed = "as-proposed",
        /// Otherwise than it was proposed.
        Deviating = "deviating",
        /// Not.
        Rejected = "rejected",
        /// Later.
        Postponed = "postponed",
        /// Taken note of.
        Noted = "noted",
    }
}
words! {
    /// How a Stelle countersigns; its name is the text `mitzeichnung-<code>`.
    Verdict {
        /// Without reservation.
        Agreed = "agreed",
        /// With a reservation.
        Reserved = "reserved",
        /// Not.
        Refused = "refused",
    }
}

impl Outcome {
    /// Whether what was proposed was adopted, as it was or otherwise.
    #[must_use]
    pub const fn is_adopted(self) -> bool {
        matches!(self, Self::AsProposed | Self::Deviating)
    }
}

impl StepKind {
    /// Whether what comes of it is a decision of the city.
    #[must_use]
    pub const fn decides(self) -> bool {
        matches!(self, Self::Deciding | Self::Order)
    }
}

/// What a Vorlage says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Betreff.
    pub subject: String,
    /// Aktenzeichen.
    pub file_number: String,
    /// The Stelle with the Federführung.
    pub lead: i64,
    /// Beschlussvorschlag.
    pub proposal: String,
    /// Begründung, but for what its citations say.
    pub reasons: String,
    /// Finanzielle Auswirkungen.
    pub finance: String,
    /// What it costs, in cents.
    pub cost: Option<i64>,
    /// Its address in the city's council system.
    pub council_address: String,
}

/// A Vorlage as one version says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its number in the city.
    pub number: i64,
    /// Its name in addresses that everybody may open.
    pub code: String,
    /// The number of this version.
    pub version: i64,
    /// What it says.
    pub draft: Draft,
    /// Who wrote it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// A step of the Beratungsfolge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number in the Vorlage.
    pub number: i64,
    /// The body.
    pub body: i64,
    /// The day.
    pub on: Date,
    /// What the body does with it.
    pub kind: StepKind,
    /// Whether it is heard in public.
    pub is_public: bool,
    /// How often it was moved.
    pub version: i64,
    /// Why it was moved last.
    pub moved: String,
    /// What it has brought.
    pub result: Option<Resolved>,
}

/// What a step has brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The version that was put before the body.
    pub version: i64,
    /// What came of it.
    pub outcome: Outcome,
    /// What was decided, where it deviates.
    pub decided: String,
    /// How it was voted.
    pub vote: Vote,
    /// When it was written down, in microseconds UTC.
    pub at: i64,
    /// That it was corrected, if it was.
    pub corrected: Option<Correction>,
}

/// That a result was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The how manieth correction it is.
    pub number: i64,
    /// Why.
    pub reason: String,
    /// When, in microseconds UTC.
    pub at: i64,
}

impl Resolved {
    /// How often it was corrected.
    #[must_use]
    pub fn corrections(&self) -> i64 {
        self.corrected.as_ref().map_or(0, |it| it.number)
    }
}

/// That a Stelle has countersigned a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The version.
    pub version: i64,
    /// The Stelle.
    pub post: i64,
    /// How.
    pub verdict: Verdict,
    /// Its reservation.
    pub reservation: String,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// The step that a meeting of a body answers: of those without a result the one of its day, else the
/// earliest.
#[must_use]
pub fn open_step(steps: &[Step], body: i64, day: Date) -> Option<&Step> {
    let open = steps.iter().filter(|it| it.body == body && it.result.is_none());
    open.min_by_key(|it| (it.on != day, it.on))
}

/// What a body's minutes say of a Vorlage that they do not say in so many words: rejected by the vote;
/// taken note of where nothing was to be decided or no wording stands; else as it was proposed, or
/// otherwise where the wording is another.
#[must_use]
pub fn outcome_of(kind: StepKind, (decided, proposal): (&str, &str), vote: Vote) -> Outcome {
    let words = |it: &str| it.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    match kind {
        _ if vote.is_rejected() => Outcome::Rejected,
        StepKind::Hearing | StepKind::Notice => Outcome::Noted,
        _ if decided.trim().is_empty() => Outcome::Noted,
        _ if words(decided) == words(proposal) => Outcome::AsProposed,
        _ => Outcome::Deviating,
    }
}

/// The step with which the city has decided: the last one that decides and was not postponed.
#[must_use]
pub fn decision(steps: &[Step]) -> Option<(&Step, &Resolved)> {
    let decided = |it: &&Step| {
        it.kind.decides()
            && it.result.as_ref().is_some_and(|it| {
                matches!(it.outcome, Outcome::AsProposed | Outcome::Deviating | Outcome::Rejected)
            })
    };
    let last = steps.iter().rev().find(decided)?;
    Some((last, last.result.as_ref()?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn step(number: i64, kind: StepKind, outcome: Option<Outcome>) -> Step {
        let result = outcome.map(|outcome| Resolved {
            version: 1,
            outcome,
            decided: String::new(),
            vote: Vote::None,
            at: 0,
            corrected: None,
        });
        let (body, on, moved) = (1, date(2026, 1, 1), String::new());
        Step { number, body, on, kind, is_public: true, version: 0, moved, result }
    }

    #[test]
    fn a_meeting_answers_the_open_step_of_its_day() {
        let mut steps = [3, 9, 20].map(|day| {
            let kind = StepKind::Deciding;
            Step { on: date(2026, 1, day), ..step(i64::from(day), kind, None) }
        });
        let open = |steps: &[Step], body, day| {
            open_step(steps, body, date(2026, 1, day)).map(|it| it.number)
        };
        assert_eq!(open(&steps, 1, 9), Some(9));
        assert_eq!(open(&steps, 1, 10), Some(3), "the earliest that waits");
        assert_eq!(open(&steps, 2, 9), None, "another body");
        steps[1] = step(9, StepKind::Deciding, Some(Outcome::Postponed));
        assert_eq!(open(&steps, 1, 9), Some(3), "what has a result is answered");
    }

    #[test]
    fn minutes_say_what_comes_of_a_paper() {
        use crate::bodies::model::Votes;
        let lost = Vote::Counted(Votes { yes: 3, no: 3, abstain: 0 });
        let all = Vote::Unanimous(Votes::default());
        let says = |kind, decided, vote| outcome_of(kind, (decided, "Es wird\ngemacht."), vote);
        assert_eq!(says(StepKind::Deciding, "Es wird gemacht.", lost), Outcome::Rejected);
        let gone = says(StepKind::Deciding, " Es wird  gemacht.", all);
        assert_eq!(gone, Outcome::AsProposed, "how lines break is no difference");
        assert_eq!(says(StepKind::Deciding, "Anders.", Vote::None), Outcome::Deviating);
        assert_eq!(says(StepKind::Deciding, " ", Vote::None), Outcome::Noted);
        assert_eq!(says(StepKind::Hearing, "Es wird gemacht.", Vote::None), Outcome::Noted);
    }

    #[test]
    fn only_a_deciding_step_decides_and_postponing_decides_nothing() {
        let heard = step(1, StepKind::Advisory, Some(Outcome::AsProposed));
        let later = step(2, StepKind::Deciding, Some(Outcome::Postponed));
        assert_eq!(decision(&[heard.clone(), later.clone()]), None);
        let done = step(3, StepKind::Deciding, Some(Outcome::Deviating));
        let all = [heard, later, done];
        assert_eq!(decision(&all).map(|it| it.0.number), Some(3));
        let order = [step(1, StepKind::Order, Some(Outcome::AsProposed))];
        assert!(decision(&order).is_some(), "a Verfügung decides too");
    }
}
