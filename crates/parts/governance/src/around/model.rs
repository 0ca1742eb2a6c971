//! Sheets around a measure: each has versions of its own.

use super::money::Budget;

/// What a sheet is about; its name is the text `blatt-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What it costs, and who pays.
    Money,
    /// Organisations outside that take part or are told.
    Partners,
    /// What can go wrong.
    Risks,
}

impl Kind {
    /// All kinds, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Partners, Self::Money, Self::Risks];

    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Partners => "partners",
            Self::Risks => "risks",
        }
    }

    /// How its address ends.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Money => "geld",
            Self::Partners => "partner",
            Self::Risks => "risiken",
        }
    }

    /// The kind of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What a partner does at a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Mitwirkung.
    Contributes,
    /// Kenntnisnahme.
    Informed,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 2] = [Self::Contributes, Self::Informed];

    /// The word under which it is stored; its name is the text `partner-rolle-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Contributes => "contributes",
            Self::Informed => "informed",
        }
    }

    /// The role of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// An organisation at a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its number in the register.
    pub organisation: i64,
    /// What it does here.
    pub role: Role,
    /// Who is asked; may be empty.
    pub contact: String,
    /// Where mail reaches them; may be empty.
    pub email: String,
}

/// How much, in three words; its name is the text `mass-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Degree {
    /// Little.
    Low,
    /// Something between.
    Middle,
    /// Much.
    High,
}

impl Degree {
    /// All degrees.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    /// The word under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
        }
    }

    /// The degree of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What can go wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    /// What.
    pub text: String,
    /// How likely.
    pub likelihood: Degree,
    /// How bad.
    pub consequence: Degree,
    /// What is done about it.
    pub response: String,
}

/// What a sheet says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The money.
    Money(Budget),
    /// The partners.
    Partners(Vec<Partner>),
    /// The risks.
    Risks(Vec<Risk>),
}

impl Content {
    /// A sheet on which nothing is written yet.
    #[must_use]
    pub fn empty(kind: Kind) -> Self {
        match kind {
            Kind::Money => Self::Money(Budget::default()),
            Kind::Partners => Self::Partners(Vec::new()),
            Kind::Risks => Self::Risks(Vec::new()),
        }
    }

    /// What it is about.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Money(_) => Kind::Money,
            Self::Partners(_) => Kind::Partners,
            Self::Risks(_) => Kind::Risks,
        }
    }
}

/// A version of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The measure.
    pub measure: i64,
    /// Its number; the first is 1.
    pub version: i64,
    /// What it says.
    pub content: Content,
    /// The account that wrote it.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// The newest sheets of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// What it costs; empty if nothing was said.
    pub budget: Budget,
    /// Who takes part from outside.
    pub partners: Vec<Partner>,
    /// What can go wrong.
    pub risks: Vec<Risk>,
}

impl Around {
    /// The newest of these versions.
    #[must_use]
    pub fn of<'a>(sheets: impl IntoIterator<Item = &'a Sheet>) -> Self {
        let mut all: Vec<&Sheet> = sheets.into_iter().collect();
        all.sort_by_key(|it| it.version);
        let mut around = Self::default();
        for it in all {
            match it.content.clone() {
                Content::Money(it) => around.budget = it,
                Content::Partners(it) => around.partners = it,
                Content::Risks(it) => around.risks = it,
            }
        }
        around
    }
}
