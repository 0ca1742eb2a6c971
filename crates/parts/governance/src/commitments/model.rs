//! What was promised, by whom, until when, and what became of it.

use jiff::civil::Date;

/// What a commitment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letter of Intent.
    Intent,
    /// Kooperationsvereinbarung.
    Agreement,
    /// What somebody pledged without a contract.
    Pledge,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Intent, Self::Agreement, Self::Pledge];

    /// The word under which it is stored; its name is the text `zusage-art-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Intent => "intent",
            Self::Agreement => "agreement",
            Self::Pledge => "pledge",
        }
    }

    /// The kind of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How far a commitment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Talked about.
    Draft,
    /// Signed.
    Signed,
    /// Ended, by its term or before.
    Ended,
}

impl State {
    /// All states, in the order of its life.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Signed, Self::Ended];

    /// The word under which it is stored; its name is the text `zusage-stand-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Signed => "signed",
            Self::Ended => "ended",
        }
    }

    /// The state of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What a version of a commitment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// The parties, one a line.
    pub parties: String,
    /// Who signed or will sign for the city.
    pub signer: String,
    /// What it covers.
    pub scope: String,
    /// How far it is.
    pub state: State,
    /// When it was signed.
    pub signed_on: Option<Date>,
    /// From when it holds.
    pub starts_on: Option<Date>,
    /// Until when it holds.
    pub ends_on: Option<Date>,
}

/// A commitment as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Its number in the city.
    pub number: i64,
    /// The number of the version; the first is 1.
    pub version: i64,
    /// What it says.
    pub terms: Terms,
    /// The account that wrote the version.
    pub account: Option<i64>,
    /// The Stelle that wrote it: it sees to what becomes of the commitment.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

impl Terms {
    /// The last day of its term, if that is over and nobody has written down that it ended.
    #[must_use]
    pub fn ran_out(&self, today: Date) -> Option<Date> {
        self.ends_on.filter(|day| self.state == State::Signed && *day < today)
    }

    /// The parties, each once, in their order.
    pub fn each_party(&self) -> impl Iterator<Item = &str> {
        self.parties.lines().map(str::trim).filter(|it| !it.is_empty())
    }
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Still to be kept.
    Open,
    /// Kept.
    Kept,
    /// No longer expected.
    Dropped,
}

impl Fate {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Kept, Self::Dropped];

    /// The word under which it is stored; its name is the text `versprechen-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Dropped => "dropped",
        }
    }

    /// What a stored word says.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What a version of a promise says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pledge {
    /// What was promised.
    pub body: String,
    /// Who promised it.
    pub party: String,
    /// The Stelle that sees to it.
    pub owner: Option<i64>,
    /// Until when.
    pub due: Option<Date>,
    /// What became of it.
    pub fate: Fate,
    /// Why it is kept, or why it is no more expected.
    pub because: String,
}

/// A promise as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its number in the city.
    pub number: i64,
    /// The commitment that it belongs to.
    pub commitment: i64,
    /// The number of the version; the first is 1.
    pub version: i64,
    /// What it says.
    pub pledge: Pledge,
    /// When the version was written, in microseconds UTC.
    pub at: i64,
}

/// What is loose about a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loose {
    /// Its day has passed.
    Late,
    /// It has no day, so that nobody can say that it is late.
    NoDay,
}

impl Promise {
    /// What is loose about it, if something is.
    #[must_use]
    pub fn loose(&self, today: Date) -> Option<Loose> {
        match (self.pledge.fate, self.pledge.due) {
            (Fate::Open, Some(due)) if due < today => Some(Loose::Late),
            (Fate::Open, None) => Some(Loose::NoDay),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_what_was_signed_runs_out_and_not_on_its_last_day() {
        let terms = |state, ends_on| Terms {
            kind: Kind::Intent,
            title: "Modellkommune".to_owned(),
            parties: String::new(),
            signer: String::new(),
            scope: String::new(),
            state,
            signed_on: None,
            starts_on: None,
            ends_on,
        };
        let (last, next) = (date(2026, 4, 30), date(2026, 5, 1));
        assert_eq!(terms(State::Signed, Some(last)).ran_out(last), None);
        assert_eq!(terms(State::Signed, Some(last)).ran_out(next), Some(last));
        assert_eq!(terms(State::Signed, None).ran_out(next), None);
        for state in [State::Draft, State::Ended] {
            assert_eq!(terms(state, Some(last)).ran_out(next), None);
        }
    }

    #[test]
    fn only_an_open_promise_is_loose() {
        let promise = |fate, due| Promise {
            number: 1,
            commitment: 1,
            version: 1,
            pledge: Pledge {
                body: "Räume öffnen".to_owned(),
                party: "Stadt".to_owned(),
                owner: None,
                due,
                fate,
                because: String::new(),
            },
            at: 0,
        };
        let today = date(2026, 11, 26);
        assert_eq!(promise(Fate::Open, None).loose(today), Some(Loose::NoDay));
        assert_eq!(promise(Fate::Open, Some(date(2026, 11, 25))).loose(today), Some(Loose::Late));
        assert_eq!(promise(Fate::Open, Some(today)).loose(today), None);
        for fate in [Fate::Kept, Fate::Dropped] {
            assert_eq!(promise(fate, None).loose(today), None);
        }
    }
}
