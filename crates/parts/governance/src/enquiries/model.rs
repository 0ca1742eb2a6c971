//! What an enquiry is, and which earlier ones are like it.

use std::collections::BTreeSet;

use ankunft_disclosure::Nutzung;
use ankunft_platform::finding::stem;
use jiff::civil::Date;

use crate::known::Place;
use crate::within::{Nesting, is_same};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// A member or a group of the council.
    Council,
    /// A newspaper, a station.
    Press,
    /// The audit office.
    Audit,
    /// Somebody who lives here.
    Resident,
}

impl Asker {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Council, Self::Press, Self::Audit, Self::Resident];

    /// The word under which it is stored; its name is the text `anfrage-von-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Council => "council",
            Self::Press => "press",
            Self::Audit => "audit",
            Self::Resident => "resident",
        }
    }

    /// That of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// For whom an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circle {
    /// Everybody may read it.
    Public,
    /// It stays inside the administration and its control.
    Administration,
}

impl Circle {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Public, Self::Administration];

    /// The word under which it is stored; its name is the text `anfrage-kreis-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Administration => "administration",
        }
    }

    /// That of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether what is for this Nutzung may stand in the answer.
    #[must_use]
    pub const fn may_read(self, nutzung: Nutzung) -> bool {
        match self {
            Self::Public => matches!(nutzung, Nutzung::Public),
            Self::Administration => !matches!(nutzung, Nutzung::StatisticsOffice),
        }
    }
}

/// What a version of an enquiry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Who asks.
    pub asker: Asker,
    /// Their name, or that of their group or paper.
    pub asker_name: String,
    /// What it is about, in a line.
    pub subject: String,
    /// What is asked.
    pub question: String,
    /// The Aktenzeichen.
    pub file_number: String,
    /// When it came.
    pub received_on: Date,
    /// Until when it is answered.
    pub due: Date,
    /// Where; `None` is the whole city.
    pub place: Option<Place>,
    /// The Stelle that answers.
    pub lead: i64,
    /// Stellen that take part, each once, in rising order.
    pub contributing: Vec<i64>,
    /// For whom the answer is.
    pub circle: Circle,
}

/// A field of an enquiry; its name is the text `anfrage-feld-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// [`Frame::asker`]
    Asker,
    /// [`Frame::asker_name`]
    AskerName,
    /// [`Frame::subject`]
    Subject,
    /// [`Frame::question`]
    Question,
    /// [`Frame::file_number`]
    FileNumber,
    /// [`Frame::received_on`]
    ReceivedOn,
    /// [`Frame::due`]
    Due,
    /// [`Frame::place`]
    Place,
    /// [`Frame::lead`]
    Lead,
    /// [`Frame::contributing`]
    Contributing,
    /// [`Frame::circle`]
    Circle,
}

impl Part {
    /// All fields, in the order of the form.
    pub const ALL: [Self; 11] = [
        Self::Asker,
        Self::AskerName,
        Self::Subject,
        Self::Question,
        Self::FileNumber,
        Self::ReceivedOn,
        Self::Due,
        Self::Place,
        Self::Lead,
        Self::Contributing,
        Self::Circle,
    ];

    /// Its name in forms and texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asker => "wer-fragt",
            Self::AskerName => "fragender",
            Self::Subject => "betreff",
            Self::Question => "frage",
            Self::FileNumber => "aktenzeichen",
            Self::ReceivedOn => "eingang",
            Self::Due => "frist",
            Self::Place => "quartier",
            Self::Lead => "federfuehrung",
            Self::Contributing => "mitwirkung",
            Self::Circle => "kreis",
        }
    }

    fn differs(self, a: &Frame, b: &Frame) -> bool {
        match self {
            Self::Asker => a.asker != b.asker,
            Self::AskerName => a.asker_name != b.asker_name,
            Self::Subject => a.subject != b.subject,
            Self::Question => a.question != b.question,
            Self::FileNumber => a.file_number != b.file_number,
            Self::ReceivedOn => a.received_on != b.received_on,
            Self::Due => a.due != b.due,
            Self::Place => a.place != b.place,
            Self::Lead => a.lead != b.lead,
            Self::Contributing => a.contributing != b.contributing,
            Self::Circle => a.circle != b.circle,
        }
    }
}

impl Frame {
    /// What another version says differently, in the order of the form.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Part> {
        Part::ALL.into_iter().filter(|it| it.differs(self, other)).collect()
    }

    /// Whether a Stelle may change it: it answers, or takes part.
    #[must_use]
    pub fn is_of(&self, post: i64) -> bool {
        self.lead == post || self.contributing.contains(&post)
    }
}

/// An enquiry as it stands: its newest version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enquiry {
    /// Its number in the city.
    pub number: i64,
    /// The number of the version; the first is 1.
    pub version: i64,
    /// What it says.
    pub frame: Frame,
    /// The account that wrote the version.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// A version of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The number of the version; the first is 1.
    pub version: i64,
    /// What it says.
    pub text: String,
    /// The account that wrote it.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// That an answer has left the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The version of the answer.
    pub answer: i64,
    /// Who signed it.
    pub signed_by: String,
    /// On which day.
    pub on_day: Date,
    /// The account that noted it.
    pub account: Option<i64>,
}

/// Words that say nothing of what a text is about.
const EMPTY: [&str; 43] = [
    "aber",
    "alle",
    "auch",
    "beim",
    "dass",
    "dem",
    "den",
    "der",
    "des",
    "die",
    "das",
    "durch",
    "eine",
    "einem",
    "einen",
    "einer",
    "eines",
    "fuer",
    "für",
    "haben",
    "hat",
    "ist",
    "mit",
    "nach",
    "oder",
    "seit",
    "sind",
    "ueber",
    "über",
    "und",
    "vom",
    "von",
    "wie",
    "zum",
    "gibt",
    "stadt",
    "stadtteil",
    "viele",
    "welche",
    "welcher",
    "werden",
    "wird",
    "wurde",
];

/// The words of a text that say what it is about, as they are searched for.
///
/// ```
/// use ankunft_governance::enquiries::model::subject_words;
///
/// let words = subject_words("Wie viele Plätze sind in der Nordstadt frei?");
/// assert_eq!(words, ["frei", "nordstadt", "plätze"]);
/// ```
#[must_use]
pub fn subject_words(text: &str) -> Vec<String> {
    let words = text.split(|it: char| !it.is_alphanumeric()).map(str::to_lowercase);
    let says = |it: &String| it.chars().count() > 3 && !EMPTY.contains(&it.as_str());
    let words: BTreeSet<String> = words.filter(says).collect();
    words.into_iter().collect()
}

/// How alike two enquiries are: two for each word that both subjects share, one for each that a
/// question shares, two for the same quarter, one for quarters that share ground. Below two they have
/// nothing to say to each other.
#[must_use]
pub fn likeness(one: &Frame, other: &Frame, within: &Nesting) -> usize {
    let stems = |text: &str| -> BTreeSet<String> {
        subject_words(text).iter().map(|it| stem(it)).collect()
    };
    let both = |a: &str, b: &str| stems(a).intersection(&stems(b)).count();
    let near = match (&one.place, &other.place) {
        (Some(one), Some(other)) if is_same(one, &other.key()) => 2,
        (Some(one), Some(other)) => usize::from(within.meet(one, other)),
        _ => 0,
    };
    2 * both(&one.subject, &other.subject) + both(&one.question, &other.question) + near
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::within::tests::{nesting, place};

    fn frame(subject: &str) -> Frame {
        Frame {
            asker: Asker::Council,
            asker_name: "Fraktion A".into(),
            subject: subject.into(),
            question: String::new(),
            file_number: String::new(),
            received_on: date(2026, 1, 1),
            due: date(2026, 2, 1),
            place: None,
            lead: 1,
            contributing: vec![2],
            circle: Circle::Public,
        }
    }

    #[test]
    fn earlier_ones_are_found_by_their_words_and_their_quarter() {
        let within = nesting();
        let alike = |one: &Frame, other: &Frame| likeness(one, other, &within);
        let one = frame("Kitaplätze in der Nordstadt");
        assert!(alike(&one, &frame("Freie Kitaplätze im Fuchsrain")) >= 2, "a word");
        assert!(alike(&one, &frame("Kitaplatz für Geflüchtete")) < 2, "another word is another");
        assert_eq!(alike(&one, &frame("Parkgebühren")), 0);
        let at = |area: &str, subject: &str| {
            let place = Some(place("quartier", area));
            Frame { place, ..frame(subject) }
        };
        let trees = at("11", "Bäume");
        assert_eq!(alike(&trees, &at("11", "Schulweg")), 2, "the same quarter");
        assert_eq!(alike(&trees, &frame("Schulweg")), 0);
        let composed = at("q-drei", "Schulweg");
        assert_eq!(alike(&composed, &at("q-drei@1", "Bäume")), 2, "versions of a quarter are one");
        assert_eq!(alike(&trees, &at("q-eins", "Schulweg")), 1, "it is composed of this one");
        assert_eq!(alike(&trees, &composed), 0, "and this one is not");
    }

    #[test]
    fn a_public_answer_holds_nothing_narrower() {
        for nutzung in [Nutzung::StatisticsOffice, Nutzung::Administration, Nutzung::Programme] {
            assert!(!Circle::Public.may_read(nutzung));
        }
        assert!(Circle::Public.may_read(Nutzung::Public));
        assert!(Circle::Administration.may_read(Nutzung::Administration));
        assert!(!Circle::Administration.may_read(Nutzung::StatisticsOffice));
    }

    #[test]
    fn every_field_is_compared() {
        let other = Frame {
            asker: Asker::Press,
            asker_name: "b".into(),
            question: "c".into(),
            file_number: "d".into(),
            received_on: date(2026, 1, 2),
            due: date(2026, 2, 2),
            place: Some(Place { geography: "g".into(), area: "1".into(), name: "n".into() }),
            lead: 3,
            contributing: vec![],
            circle: Circle::Administration,
            ..frame("a")
        };
        assert_eq!(frame("x").differences(&other), Part::ALL);
    }
}
