//! Indicators on the steps of a Wirkungstreppe, where they are to go, and what was reached.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::period::Period;

/// A number with two decimals, in hundredths: of a unit, or of a percent.
pub type Hundredths = i64;

/// A step of the Wirkungstreppe (after Phineo): what is done, what it changes for people, what it
/// changes for everybody. Its name is the text `stufe-<number>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(u8);

impl Step {
    /// All steps, from the lowest.
    pub const ALL: [Self; 7] = [Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7)];

    /// The step of a number from 1 to 7.
    #[must_use]
    pub fn new(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|it| i64::from(it.0) == number)
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// What is done, and for whom: steps 1 to 3.
    #[must_use]
    pub const fn is_output(self) -> bool {
        self.0 <= 3
    }

    /// What it changes for those people: steps 4 to 6.
    #[must_use]
    pub const fn is_outcome(self) -> bool {
        matches!(self.0, 4..=6)
    }

    /// What it changes for everybody: step 7.
    #[must_use]
    pub const fn is_impact(self) -> bool {
        self.0 == 7
    }
}

/// What the values of an indicator are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Persons or things.
    Count,
    /// So many of so many; shown in percent.
    Share,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::Count, Self::Share];

    /// The word under which it is stored; its name is the text `indikator-art-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Share => "share",
        }
    }

    /// The kind of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How the values of several periods become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// They add: counts as they are, shares by numerators and denominators.
    Sum,
    /// The last one stands.
    Last,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 2] = [Self::Sum, Self::Last];

    /// The word under which it is stored; its name is the text `indikator-regel-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Last => "last",
        }
    }

    /// The rule of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Who is asked for the values of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reporter {
    /// A Stelle.
    Post(i64),
    /// An organisation outside.
    Organisation(i64),
}

/// What a version of an indicator says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// On which step it stands.
    pub step: Step,
    /// What is counted.
    pub name: String,
    /// In which unit; a share is shown in percent.
    pub unit: String,
    /// What its values are.
    pub kind: Kind,
    /// How those of several periods become one.
    pub rule: Rule,
    /// Where they come from.
    pub source: String,
    /// By what they are told apart.
    pub categories: Vec<String>,
    /// The value before, and its day.
    pub baseline: Option<(Hundredths, Date)>,
    /// Where it is to go: days in rising order, each with its value.
    pub targets: Vec<(Date, Hundredths)>,
    /// A measure of the atlas at the measure's place, whose released figures are its values.
    pub figure: Option<String>,
    /// Who reports it; none is the Federführung.
    pub reporter: Option<Reporter>,
    /// Whether nobody is asked for it any more.
    pub ended: bool,
}

/// An indicator as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The measure.
    pub measure: i64,
    /// Its number within the measure.
    pub number: i64,
    /// The number of the version; the first is 1.
    pub version: i64,
    /// What it says.
    pub says: Indicator,
    /// The account that wrote the version.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// A field of an indicator; its name is the text `indikator-feld-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// [`Indicator::step`]
    Step,
    /// [`Indicator::name`]
    Name,
    /// [`Indicator::unit`]
    Unit,
    /// [`Indicator::kind`]
    Kind,
    /// [`Indicator::rule`]
    Rule,
    /// [`Indicator::baseline`]
    Baseline,
    /// [`Indicator::targets`]
    Targets,
    /// [`Indicator::source`]
    Source,
    /// [`Indicator::categories`]
    Categories,
    /// [`Indicator::figure`]
    Figure,
    /// [`Indicator::reporter`]
    Reporter,
    /// [`Indicator::ended`]
    Ended,
}

impl Part {
    /// All fields, in the order of the form.
    pub const ALL: [Self; 12] = [
        Self::Step,
        Self::Name,
        Self::Unit,
        Self::Kind,
        Self::Rule,
        Self::Baseline,
        Self::Targets,
        Self::Source,
        Self::Categories,
        Self::Figure,
        Self::Reporter,
        Self::Ended,
    ];

    /// Its name in forms and texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Step => "stufe",
            Self::Name => "name",
            Self::Unit => "einheit",
            Self::Kind => "art",
            Self::Rule => "regel",
            Self::Baseline => "ausgangswert",
            Self::Targets => "zielpfad",
            Self::Source => "quelle",
            Self::Categories => "gliederung",
            Self::Figure => "merkmal",
            Self::Reporter => "wer-berichtet",
            Self::Ended => "beendet",
        }
    }

    fn differs(self, a: &Indicator, b: &Indicator) -> bool {
        match self {
            Self::Step => a.step != b.step,
            Self::Name => a.name != b.name,
            Self::Unit => a.unit != b.unit,
            Self::Kind => a.kind != b.kind,
            Self::Rule => a.rule != b.rule,
            Self::Baseline => a.baseline != b.baseline,
            Self::Targets => a.targets != b.targets,
            Self::Source => a.source != b.source,
            Self::Categories => a.categories != b.categories,
            Self::Figure => a.figure != b.figure,
            Self::Reporter => a.reporter != b.reporter,
            Self::Ended => a.ended != b.ended,
        }
    }
}

impl Indicator {
    /// What another one says differently, in the order of the form.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Part> {
        Part::ALL.into_iter().filter(|it| it.differs(self, other)).collect()
    }

    /// What is to be reached by a day: on the straight line between the points of the path. None
    /// before the path begins; after its end its last value.
    #[must_use]
    pub fn expected(&self, day: Date) -> Option<Hundredths> {
        let start = self.baseline.map(|(value, day)| (day, value));
        let path: Vec<(Date, Hundredths)> =
            start.into_iter().chain(self.targets.iter().copied()).collect();
        expected(&path, day)
    }
}

/// What is to be reached by a day: on the straight line between the points of a path. None before it
/// begins; after its end its last value.
#[must_use]
pub fn expected(path: &[(Date, Hundredths)], day: Date) -> Option<Hundredths> {
    match path.iter().position(|it| it.0 >= day) {
        None => path.last().map(|it| it.1),
        Some(at) if path[at].0 == day => Some(path[at].1),
        Some(0) => None,
        Some(at) => {
            let ((from, low), (to, high)) = (path[at - 1], path[at]);
            let (all, part) = (days(from, to), days(from, day));
            Some(low + (high - low) * part / all.max(1))
        }
    }
}

fn days(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

/// What was counted in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing to report (Fehlanzeige).
    Nothing,
    /// So many.
    Count(Hundredths),
    /// So many of so many.
    Share(Hundredths, Hundredths),
}

impl Value {
    /// As it is shown: the count, or the percent; none for a Fehlanzeige and for a share of nothing.
    #[must_use]
    pub const fn shown(self) -> Option<Hundredths> {
        match self {
            Self::Nothing | Self::Share(_, 0) => None,
            Self::Count(it) => Some(it),
            Self::Share(part, whole) => {
                // Rounded half up, in wide integers: no sum of a city leaves them.
                let part = part as i128 * 10_000 * 2 + whole as i128;
                Some((part / (whole as i128 * 2)) as Hundredths)
            }
        }
    }
}

/// The values of several periods as one. Of periods that overlap the longest counts, so that no day
/// is counted twice; shares add by numerators and denominators, never as a mean.
#[must_use]
pub fn together(rule: Rule, values: &[(Period, Value)]) -> Option<Value> {
    let mut sorted: Vec<&(Period, Value)> = values.iter().collect();
    sorted.sort_by_key(|it| (std::cmp::Reverse(it.0.months()), it.0));
    let mut taken: Vec<&(Period, Value)> = Vec::new();
    for it in sorted {
        if !taken.iter().any(|other| other.0.meets(it.0)) {
            taken.push(it);
        }
    }
    let said = taken.iter().filter(|it| it.1 != Value::Nothing);
    match rule {
        Rule::Last => said.max_by_key(|it| it.0.last()).map(|it| it.1),
        Rule::Sum => said.map(|it| it.1).reduce(add),
    }
}

/// Two values as one: counts add, shares by numerators and denominators.
pub const fn add(a: Value, b: Value) -> Value {
    match (a, b) {
        (Value::Share(part, whole), Value::Share(more, of)) => {
            Value::Share(part + more, whole + of)
        }
        (Value::Count(it), Value::Count(more)) => Value::Count(it + more),
        // An indicator that changed from counts to shares: what is not alike does not add.
        (_, b) => b,
    }
}

/// How far a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Handed in and checked; somebody accepts it or sends it back.
    Checked,
    /// Abgenommen: it counts, and is locked.
    Accepted,
    /// Sent back with a reason.
    Returned,
}

impl State {
    /// The word under which it is stored; its name is the text `wert-stand-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
        }
    }
}

/// What was handed in for an indicator in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actual {
    /// The measure.
    pub measure: i64,
    /// The indicator.
    pub indicator: i64,
    /// The period.
    pub period: Period,
    /// The number of the version; the first is 1.
    pub version: i64,
    /// What was counted.
    pub value: Value,
    /// Of that, by categories of the indicator, as far as somebody said; in their order.
    pub parts: Vec<(String, Hundredths)>,
    /// What there is to say about it.
    pub note: String,
    /// What the check found.
    pub findings: BTreeSet<super::findings::Finding>,
    /// How far it is.
    pub state: State,
    /// Why it was sent back.
    pub reason: String,
    /// The account that handed it in.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// The values that count: of each period the newest version that was accepted, the earliest period
/// first.
#[must_use]
pub fn accepted<'a>(all: impl IntoIterator<Item = &'a Actual>) -> Vec<&'a Actual> {
    let mut counted: Vec<&Actual> =
        all.into_iter().filter(|it| it.state == State::Accepted).collect();
    counted.sort_by_key(|it| (it.period.last(), it.period, it.version));
    counted.reverse();
    counted.dedup_by_key(|it| it.period);
    counted.reverse();
    counted
}

/// Whether a point of the path was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// By its day.
    Yes(Hundredths),
    /// Not by its day.
    No(Hundredths),
    /// Its day is to come.
    Later,
    /// Its day is over and nothing was accepted that speaks of it.
    Unknown,
}

/// How each point of the path stands on a day, by the values that count.
#[must_use]
pub fn reached(
    says: &Indicator,
    values: &[(Period, Value)],
    today: Date,
) -> Vec<(Date, Hundredths, Reached)> {
    let rising = says.targets.last().is_none_or(|it| it.1 >= says.baseline.map_or(0, |it| it.0));
    let stands = |(day, wanted): &(Date, Hundredths)| {
        let until: Vec<(Period, Value)> =
            values.iter().filter(|it| it.0.last() <= *day).copied().collect();
        let now = together(says.rule, &until).and_then(Value::shown);
        let is_there = |it: Hundredths| if rising { it >= *wanted } else { it <= *wanted };
        let state = match now {
            Some(it) if is_there(it) => Reached::Yes(it),
            _ if *day > today => Reached::Later,
            Some(it) => Reached::No(it),
            None => Reached::Unknown,
        };
        (*day, *wanted, state)
    };
    says.targets.iter().map(stands).collect()
}
