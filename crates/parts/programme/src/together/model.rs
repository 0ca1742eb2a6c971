//! Profiles, meetings and questions.

use jiff::civil::Date;

/// The seven ideal types of municipal integration management, in the order of the form.
pub const ORGANISATIONS: [&str; 7] = [
    "impulsgeber",
    "chefsache",
    "ausgelagert",
    "ehrenamt",
    "einzelne",
    "querschnitt",
    "anlaufstelle",
];

/// How far a Letter of Intent is.
pub const INTENTS: [&str; 3] = ["open", "drafted", "signed"];

/// How a city says that it works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// One of [`ORGANISATIONS`].
    pub organisation: String,
    /// The unit in charge.
    pub lead_unit: String,
    /// Whom to ask.
    pub contacts: String,
    /// Its arrival quarters.
    pub quarters: String,
    /// One of [`INTENTS`].
    pub intent: String,
    /// What it is working on.
    pub doing: String,
}

impl Profile {
    /// Its fields by their names in forms, in the order of the form; their names are the texts
    /// `profil-<name>`.
    #[must_use]
    pub fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("organisation", &self.organisation),
            ("federfuehrung", &self.lead_unit),
            ("kontakt", &self.contacts),
            ("quartiere", &self.quarters),
            ("loi", &self.intent),
            ("woran", &self.doing),
        ]
    }

    /// A field by its name in the form; empty if there is none of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.fields().into_iter().find(|it| it.0 == name).map_or("", |it| it.1)
    }
}

/// A version of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The number of the city.
    pub city: i64,
    /// The first is 1.
    pub version: i64,
    /// What it says.
    pub profile: Profile,
    /// The account that wrote it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// What a meeting says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// What it is called.
    pub title: String,
    /// The first day.
    pub starts_on: Date,
    /// The last day, if it has several.
    pub ends_on: Option<Date>,
    /// Where.
    pub place: String,
    /// What it is about.
    pub about: String,
    /// Whether it does not take place.
    pub cancelled: bool,
}

/// A version of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its number in the programme.
    pub number: i64,
    /// The first is 1.
    pub version: i64,
    /// What it says.
    pub it: Appointment,
    /// The account that wrote it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

impl Meeting {
    /// Whether its last day is over.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        self.it.ends_on.unwrap_or(self.it.starts_on) < today
    }
}

/// Kinds of documents, in the order of the form.
pub const DOCUMENTS: [&str; 6] = ["guide", "template", "minutes", "talk", "study", "other"];

/// A document that somebody laid on the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its number in the programme.
    pub number: i64,
    /// Who laid it there.
    pub city: i64,
    /// What it is called.
    pub title: String,
    /// One of [`DOCUMENTS`].
    pub kind: String,
    /// Which edition it is; may be empty.
    pub edition: String,
    /// When, in microseconds UTC.
    pub at: i64,
    /// The media type of its file.
    pub media_type: String,
    /// The length of its file in bytes.
    pub size: i64,
    /// How it was taken from the table again, if it was.
    pub withdrawn: Option<Withdrawn>,
    /// The tenants that were handed the file, each once.
    pub given_to: Vec<i64>,
}

/// How a document was taken from the table: nobody gets its file any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// Who took it: its city, or the programme.
    pub by: i64,
    /// Why.
    pub reason: String,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// A question, or an answer to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The number of the question.
    pub question: i64,
    /// The number of the answer; 0 is the question.
    pub number: i64,
    /// The city that asks or answers.
    pub city: i64,
    /// The question in a line.
    pub title: String,
    /// What is said.
    pub words: String,
    /// When, in microseconds UTC.
    pub at: i64,
}
