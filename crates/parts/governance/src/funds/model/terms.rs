//! The rules of a fund.

use jiff::civil::Date;

use crate::known::Place;
use crate::within::Nesting;

/// What a fund pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spending {
    /// Anything.
    Any,
    /// Things that stay: benches, tools, a fence.
    Investive,
    /// Anything that does not stay: a feast, a course, flyers.
    Running,
}

impl Spending {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Any, Self::Investive, Self::Running];

    /// The word under which it is stored; its name is the text `fonds-wofuer-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Investive => "investive",
            Self::Running => "running",
        }
    }

    /// That of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Which majority decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Majority {
    /// More yes than no.
    Simple,
    /// At least twice as many yes as no.
    TwoThirds,
}

impl Majority {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Simple, Self::TwoThirds];

    /// The word under which it is stored; its name is the text `fonds-mehrheit-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Simple => "simple",
            Self::TwoThirds => "two-thirds",
        }
    }

    /// That of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// The rule of shares: how much of a cost a fund pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// The largest share of the cost, in permille.
    pub permille: i64,
    /// Up to this cost in cents all of it is paid; 0 if never.
    pub full_up_to: i64,
    /// The largest amount of one application, in cents.
    pub largest: i64,
}

impl Shares {
    /// The most that is paid of a cost, in cents, rounded down: never a cent over the share.
    ///
    /// ```
    /// use ankunft_governance::funds::model::Shares;
    ///
    /// let half = Shares { permille: 500, full_up_to: 10_000, largest: 100_000 };
    /// assert_eq!(half.most(9_999), 9_999, "small things are paid in full");
    /// assert_eq!(half.most(10_001), 10_000, "and who asks for a little more gets no less");
    /// assert_eq!(half.most(50_001), 25_000);
    /// assert_eq!(half.most(900_000), 100_000);
    /// ```
    #[must_use]
    pub fn most(&self, cost: i64) -> i64 {
        let share = i128::from(cost.max(0)) * i128::from(self.permille.clamp(0, 1000)) / 1000;
        let share = i64::try_from(share).unwrap_or(i64::MAX);
        share.max(cost.max(0).min(self.full_up_to)).min(self.largest)
    }
}

/// What a version of a fund says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What it is called.
    pub name: String,
    /// Where; `None` is the whole city.
    pub place: Option<Place>,
    /// The programme that the money comes from.
    pub programme: String,
    /// The Aktenzeichen.
    pub file_number: String,
    /// The rule of shares.
    pub shares: Shares,
    /// What it pays for.
    pub spending: Spending,
    /// What an application must be like, in plain language.
    pub criteria: String,
    /// The first and the last day of the call; none while nobody can apply.
    pub call: Option<(Date, Date)>,
    /// The Stelle that leads it.
    pub lead: i64,
    /// The Stelle that pays; never the one that leads.
    pub payer: i64,
    /// The Stellen that vote, each once, in rising order.
    pub members: Vec<i64>,
    /// So many votes make a decision.
    pub quorum: usize,
    /// By which majority.
    pub majority: Majority,
}

/// A fund as it stands: its newest version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fund {
    /// Its number in the city.
    pub number: i64,
    /// The number of the version; the first is 1.
    pub version: i64,
    /// What it says.
    pub terms: Terms,
    /// The account that wrote the version.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// A field of a fund; its name is the text `fonds-feld-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// [`Terms::name`]
    Name,
    /// [`Terms::place`]
    Place,
    /// [`Terms::programme`]
    Programme,
    /// [`Terms::file_number`]
    FileNumber,
    /// [`Shares::permille`]
    Share,
    /// [`Shares::full_up_to`]
    FullUpTo,
    /// [`Shares::largest`]
    Largest,
    /// [`Terms::spending`]
    Spending,
    /// [`Terms::criteria`]
    Criteria,
    /// The first day of [`Terms::call`]
    CallFrom,
    /// The last day of [`Terms::call`]
    CallTo,
    /// [`Terms::lead`]
    Lead,
    /// [`Terms::payer`]
    Payer,
    /// [`Terms::members`]
    Members,
    /// [`Terms::quorum`]
    Quorum,
    /// [`Terms::majority`]
    Majority,
}

impl Part {
    /// All fields, in the order of the form.
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::Place,
        Self::Programme,
        Self::FileNumber,
        Self::Share,
        Self::FullUpTo,
        Self::Largest,
        Self::Spending,
        Self::Criteria,
        Self::CallFrom,
        Self::CallTo,
        Self::Lead,
        Self::Payer,
        Self::Members,
        Self::Quorum,
        Self::Majority,
    ];

    /// Its name in forms and texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Place => "quartier",
            Self::Programme => "programm",
            Self::FileNumber => "aktenzeichen",
            Self::Share => "anteil",
            Self::FullUpTo => "voll-bis",
            Self::Largest => "hoechstens",
            Self::Spending => "wofuer",
            Self::Criteria => "kriterien",
            Self::CallFrom => "aufruf-von",
            Self::CallTo => "aufruf-bis",
            Self::Lead => "leitung",
            Self::Payer => "auszahlung",
            Self::Members => "gremium",
            Self::Quorum => "mindestens",
            Self::Majority => "mehrheit",
        }
    }

    fn differs(self, a: &Terms, b: &Terms) -> bool {
        match self {
            Self::Name => a.name != b.name,
            Self::Place => a.place != b.place,
            Self::Programme => a.programme != b.programme,
            Self::FileNumber => a.file_number != b.file_number,
            Self::Share => a.shares.permille != b.shares.permille,
            Self::FullUpTo => a.shares.full_up_to != b.shares.full_up_to,
            Self::Largest => a.shares.largest != b.shares.largest,
            Self::Spending => a.spending != b.spending,
            Self::Criteria => a.criteria != b.criteria,
            Self::CallFrom => a.call.map(|it| it.0) != b.call.map(|it| it.0),
            Self::CallTo => a.call.map(|it| it.1) != b.call.map(|it| it.1),
            Self::Lead => a.lead != b.lead,
            Self::Payer => a.payer != b.payer,
            Self::Members => a.members != b.members,
            Self::Quorum => a.quorum != b.quorum,
            Self::Majority => a.majority != b.majority,
        }
    }
}

impl Terms {
    /// Tells its place as everybody may know of it.
    pub fn tell_to_all(&mut self, within: &Nesting) {
        self.place = self.place.take().map(|it| within.told_to_all(it));
    }

    /// What another version says differently, in the order of the form.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Part> {
        Part::ALL.into_iter().filter(|it| it.differs(self, other)).collect()
    }

    /// Whether one can apply on a day; the last day is in time.
    #[must_use]
    pub fn is_open(&self, today: Date) -> bool {
        self.call.is_some_and(|(from, to)| (from..=to).contains(&today))
    }

    /// Whether a Stelle has something to do with it.
    #[must_use]
    pub fn is_of(&self, post: i64) -> bool {
        self.lead == post || self.payer == post || self.members.contains(&post)
    }
}
