//! Rounds of reporting, who is asked in them, and how far each of them is.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::effects::model::{Known, Reporter};
use crate::effects::period::Period;

/// A measure asks all who report for it for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its number in the city.
    pub number: i64,
    /// The measure.
    pub measure: i64,
    /// For which period.
    pub period: Period,
    /// The last day to report.
    pub due: Date,
}

/// Who is asked, by name and address; the address may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// The name.
    pub name: String,
    /// Where mail reaches them.
    pub email: String,
}

/// Who is asked when a round opens: the one who reports, whom the letter goes to, and the numbers of
/// the indicators that they are asked for as long as the round lasts.
pub type Asking = (Reporter, Contact, Vec<i64>);

/// A signed link of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its number within the request.
    pub number: i64,
    /// What it is bound to.
    pub chance: Vec<u8>,
    /// When it was made, in microseconds UTC.
    pub made_at: i64,
    /// When it expires, in microseconds UTC.
    pub expires_at: i64,
    /// When it ended, if it did.
    pub ended_at: Option<i64>,
}

/// What was decided on a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Abgenommen, at an instant.
    Accepted(i64),
    /// Sent back because of this; taken back by who handed it in where there is no reason.
    Returned(String),
}

/// What was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Its number within the request.
    pub number: i64,
    /// Who says that they did it.
    pub contact: String,
    /// What happened, in a few sentences; may be empty.
    pub note: String,
    /// When, in microseconds UTC.
    pub at: i64,
    /// The values: indicator and version.
    pub values: BTreeMap<i64, i64>,
    /// What was decided on it.
    pub verdict: Option<Verdict>,
}

/// "That is not me."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Whom to ask instead.
    pub instead: Contact,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// One of those who are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its number in the installation.
    pub id: i64,
    /// Its round.
    pub round: i64,
    /// Who is asked.
    pub reporter: Reporter,
    /// Whom the letter goes to.
    pub contact: Contact,
    /// When it goes to this contact, in microseconds UTC.
    pub contact_at: i64,
    /// When it was withdrawn, if it was.
    pub withdrawn_at: Option<i64>,
    /// Its links, the newest last.
    pub links: Vec<Link>,
    /// When what is typed and not handed in yet was kept, in microseconds UTC.
    pub draft_at: Option<i64>,
    /// What was handed in, the newest last.
    pub submissions: Vec<Submission>,
    /// Who said that it is not them, the newest last.
    pub objections: Vec<Objection>,
}

/// How far a request is; its name is the text `bericht-stand-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nobody can be written to.
    NoAddress,
    /// Somebody is asked, and nothing has come.
    Asked,
    /// Something is typed and not handed in.
    Begun,
    /// It was sent back.
    Returned,
    /// It waits for its Abnahme.
    HandedIn,
    /// Abgenommen.
    Accepted,
    /// Withdrawn.
    Withdrawn,
}

impl State {
    /// Its name in texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoAddress => "ohne-adresse",
            Self::Asked => "gefragt",
            Self::Begun => "begonnen",
            Self::Returned => "zurueck",
            Self::HandedIn => "eingereicht",
            Self::Accepted => "abgenommen",
            Self::Withdrawn => "zurueckgezogen",
        }
    }

    /// Whether the one who is asked has it in their hands.
    #[must_use]
    pub const fn is_with_reporter(self) -> bool {
        matches!(self, Self::NoAddress | Self::Asked | Self::Begun | Self::Returned)
    }

    /// Whether a report is there.
    #[must_use]
    pub const fn is_received(self) -> bool {
        matches!(self, Self::HandedIn | Self::Accepted)
    }
}

impl Request {
    /// How far it is.
    #[must_use]
    pub fn state(&self) -> State {
        if self.withdrawn_at.is_some() {
            return State::Withdrawn;
        }
        match self.submissions.last().map(|it| &it.verdict) {
            Some(None) => State::HandedIn,
            // What was accepted stands, whatever became of its correction.
            Some(Some(_)) if self.accepted().is_some() => State::Accepted,
            Some(Some(_)) => State::Returned,
            None if self.draft_at.is_some() => State::Begun,
            None if self.contact.email.is_empty() => State::NoAddress,
            None => State::Asked,
        }
    }

    /// What stands: the newest submission that was accepted, until its correction is.
    #[must_use]
    pub fn accepted(&self) -> Option<&Submission> {
        self.submissions.iter().rfind(|it| matches!(it.verdict, Some(Verdict::Accepted(_))))
    }

    /// The submission that its state speaks of: once one is accepted, and no correction waits, that one.
    #[must_use]
    pub fn current(&self) -> Option<&Submission> {
        match self.state() {
            State::Accepted => self.accepted(),
            _ => self.submissions.last(),
        }
    }

    /// Why the newest submission was sent back, if somebody did.
    #[must_use]
    pub fn returned_because(&self) -> Option<&str> {
        match self.submissions.last().and_then(|it| it.verdict.as_ref()) {
            Some(Verdict::Returned(reason)) if !reason.is_empty() => Some(reason),
            _ => None,
        }
    }

    /// Whether something is asked of who reports: the report, or a look at a correction that came back.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        let state = self.state();
        state.is_with_reporter() || state == State::Accepted && self.returned_because().is_some()
    }

    /// Whether a Sachbericht can be had: something was accepted, and the request is not withdrawn.
    #[must_use]
    pub fn has_paper(&self) -> bool {
        self.withdrawn_at.is_none() && self.accepted().is_some()
    }

    /// Whether a correction of what stands waits for its Abnahme.
    #[must_use]
    pub fn corrects(&self) -> bool {
        self.state() == State::HandedIn && self.accepted().is_some()
    }

    /// Somebody else who was named since the contact was last set.
    #[must_use]
    pub fn objection(&self) -> Option<&Objection> {
        self.objections.last().filter(|it| it.at > self.contact_at)
    }
}

/// Who is asked for a measure, each with their indicators: by who reports them, the Federführung
/// where nobody is named. What is read in the atlas and what has ended is asked of nobody.
#[must_use]
pub fn asked(lead: i64, indicators: &[Known]) -> BTreeMap<Reporter, Vec<&Known>> {
    let mut asked: BTreeMap<Reporter, Vec<&Known>> = BTreeMap::new();
    for it in indicators.iter().filter(|it| it.says.figure.is_none() && !it.says.ended) {
        asked.entry(it.says.reporter.unwrap_or(Reporter::Post(lead))).or_default().push(it);
    }
    asked
}

/// Received of expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// So many reports are there.
    pub received: usize,
    /// So many were asked for and not withdrawn.
    pub expected: usize,
}

/// How complete the reports are: by who is asked, and period. Whoever holds a Stelle does not matter.
///
/// ```
/// use ankunft_governance::reporting::model::complete;
///
/// assert!(complete([]).is_empty());
/// ```
#[must_use]
pub fn complete<'a>(
    all: impl IntoIterator<Item = (&'a Round, &'a Request)>,
) -> BTreeMap<(Reporter, Period), Count> {
    let mut counts: BTreeMap<(Reporter, Period), Count> = BTreeMap::new();
    for (round, request) in all {
        let state = request.state();
        if state == State::Withdrawn {
            continue;
        }
        let count = counts.entry((request.reporter, round.period)).or_default();
        count.expected += 1;
        count.received += usize::from(state.is_received());
    }
    counts
}

/// How far an obstacle is; its name is the text `hindernis-stand-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObstacleState {
    /// Nobody has taken it up.
    Open,
    /// A meeting has it on its agenda.
    Taken,
    /// Answered.
    Answered,
}

impl ObstacleState {
    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Taken => "taken",
            Self::Answered => "answered",
        }
    }

    /// The state of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Open, Self::Taken, Self::Answered].into_iter().find(|it| it.code() == code)
    }
}

/// What hinders a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Its number in the city.
    pub number: i64,
    /// The measure.
    pub measure: i64,
    /// The report in which it was raised.
    pub request: Option<i64>,
    /// What hinders.
    pub text: String,
    /// How far it is.
    pub state: ObstacleState,
    /// The answer; empty while there is none.
    pub answer: String,
    /// When it was raised, in microseconds UTC.
    pub raised_at: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(verdicts: &[Option<Verdict>]) -> Request {
        let submission = |(verdict, number): (&Option<Verdict>, i64)| Submission {
            number,
            contact: String::new(),
            note: String::new(),
            at: number,
            values: BTreeMap::new(),
            verdict: verdict.clone(),
        };
        Request {
            id: 1,
            round: 1,
            reporter: Reporter::Organisation(1),
            contact: Contact::default(),
            contact_at: 0,
            withdrawn_at: None,
            links: Vec::new(),
            draft_at: None,
            submissions: verdicts.iter().zip(1..).map(submission).collect(),
            objections: Vec::new(),
        }
    }

    /// An accepted report stays there, whatever becomes of its correction.
    #[test]
    fn what_was_accepted_stands_until_its_correction_is() {
        let accepted = || Some(Verdict::Accepted(7));
        let returned = || Some(Verdict::Returned("Warum?".to_owned()));
        let period = Period::parse("2026q3").expect("a quarter");
        let due = period.last();
        let round = Round { number: 1, measure: 1, period, due };
        for (verdicts, state, stands) in [
            (vec![returned()], State::Returned, None),
            (vec![returned(), None], State::HandedIn, None),
            (vec![accepted()], State::Accepted, Some(1)),
            (vec![accepted(), None], State::HandedIn, Some(1)),
            (vec![accepted(), returned()], State::Accepted, Some(1)),
            (vec![accepted(), returned(), None], State::HandedIn, Some(1)),
            (vec![accepted(), returned(), accepted()], State::Accepted, Some(3)),
        ] {
            let it = request(&verdicts);
            assert_eq!(it.state(), state, "{verdicts:?}");
            assert_eq!(it.accepted().map(|it| it.number), stands, "{verdicts:?}");
            assert_eq!(it.has_paper(), stands.is_some(), "{verdicts:?}");
            let received: usize =
                complete([(&round, &it)]).into_values().map(|it| it.received).sum();
            assert_eq!(usize::from(state != State::Returned), received, "{verdicts:?}");
        }
        let taken_back = request(&[accepted(), Some(Verdict::Returned(String::new()))]);
        assert_eq!((taken_back.state(), taken_back.returned_because()), (State::Accepted, None));
        assert!(!taken_back.is_asked() && !request(&[accepted(), None]).is_asked());
        let it = request(&[accepted(), returned()]);
        assert!(it.is_asked() && !it.state().is_with_reporter());
        assert_eq!(it.current().map(|it| it.number), Some(1));
        assert_eq!(it.returned_because(), Some("Warum?"));
        assert!(request(&[accepted(), None]).corrects() && !request(&[None]).corrects());
    }
}
