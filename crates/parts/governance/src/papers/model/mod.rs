//! What a Vorlage is, through which bodies it goes, and what they decided. Pure.

pub mod recognise;

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
        });
        Step { number, body: 1, on: date(2026, 1, 1), kind, is_public: true, result }
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
