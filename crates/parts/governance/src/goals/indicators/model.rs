//! By what a goal is measured: where it began, where it stands, where it is to go, and what can be
//! added up to it.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::effects::model::{
    Hundredths, Indicator as OfMeasure, Kind, Rule, Value, add, expected, together,
};
use crate::effects::period::Period;
use crate::known::Place;

/// Where the values of an indicator come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Somebody writes them down.
    Kept,
    /// They are read in the atlas at each release: `geography:code`, and the key of an area unit;
    /// without one the whole city.
    Figure(String, Option<String>),
    /// They are the sum of indicators of measures: measure and number of each.
    Sum(Vec<(i64, i64)>),
}

impl Origin {
    /// The words under which origins are stored; their names are the texts `ziel-woher-<code>`.
    pub const CODES: [&str; 3] = ["kept", "figure", "sum"];

    /// The word under which it is stored.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Kept => Self::CODES[0],
            Self::Figure(..) => Self::CODES[1],
            Self::Sum(_) => Self::CODES[2],
        }
    }

    /// Where its figures are of, called by its key; none if nowhere or the whole city.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let Self::Figure(figure, Some(area)) = self else { return None };
        let geography = figure.split(':').next().unwrap_or_default().to_owned();
        Some(Place { geography, area: area.clone(), name: area.clone() })
    }
}

/// What a version of an indicator says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// What is counted.
    pub name: String,
    /// In which unit; a share is shown in percent.
    pub unit: String,
    /// What its values are.
    pub kind: Kind,
    /// Where its values come from.
    pub origin: Origin,
    /// Who or what knows them.
    pub source: String,
    /// By what they are told apart.
    pub categories: Vec<String>,
    /// The value before, and its day.
    pub baseline: Option<(Hundredths, Date)>,
    /// Where it is to go by the end of each year, in rising order; at least one.
    pub targets: Vec<(i64, Hundredths)>,
}

impl Indicator {
    /// Whether a value of this one is one of another: of the same kind, in the same unit.
    #[must_use]
    pub fn counts_like(&self, other: &Self) -> bool {
        (self.kind, &self.unit) == (other.kind, &other.unit)
    }
}

/// The last day of a year.
#[must_use]
pub fn end_of(year: i64) -> Date {
    i16::try_from(year).ok().and_then(|it| Date::new(it, 12, 31).ok()).unwrap_or(Date::MAX)
}

/// An indicator as it stands in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The edition.
    pub edition: i64,
    /// The goal.
    pub goal: i64,
    /// Its number within the goal, the same in all editions.
    pub number: i64,
    /// The number of the version in its edition; the first is 1.
    pub version: i64,
    /// What it says.
    pub says: Indicator,
    /// Whether the version takes it out of its edition.
    pub is_dropped: bool,
    /// The account that wrote the version.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// What was counted on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actual {
    /// The goal.
    pub goal: i64,
    /// The indicator.
    pub indicator: i64,
    /// The day that it speaks of.
    pub on: Date,
    /// The number of the version; a correction is the next one.
    pub version: i64,
    /// What was counted.
    pub value: Value,
    /// Of that, by categories of the indicator, as far as somebody said; in their order.
    pub parts: Vec<(String, Hundredths)>,
    /// Who or what knows it.
    pub source: String,
    /// The account that wrote it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// The values that count: of each day the newest version, the earliest day first.
#[must_use]
pub fn counted(all: &[Actual]) -> Vec<&Actual> {
    let mut newest: Vec<&Actual> = all.iter().collect();
    newest.sort_by_key(|it| (it.on, std::cmp::Reverse(it.version)));
    newest.dedup_by_key(|it| it.on);
    newest
}

/// The indicators of a draft that have values and count otherwise than the edition before: in another
/// unit, or a share where there was a number. Values belong to all editions, so a value would say what
/// nobody counted.
#[must_use]
pub fn unsettled<'a>(
    draft: &'a [Known],
    before: &[Known],
    has_values: impl Fn(&Known) -> bool,
) -> Vec<&'a Known> {
    let counts_otherwise = |it: &&Known| {
        let was = before.iter().find(|was| (was.goal, was.number) == (it.goal, it.number));
        was.is_some_and(|was| !was.says.counts_like(&it.says))
    };
    draft.iter().filter(counts_otherwise).filter(|it| has_values(it)).collect()
}

/// Why an indicator of a measure is not added; its words are the text `ziel-summe-nicht-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cannot {
    /// A share and a number do not add.
    Kind,
    /// Persons and evenings do not add.
    Unit,
    /// One counts since its beginning, the others what is there on a day.
    Rule,
    /// A figure of the quarter counts whoever lives there, for each measure again.
    Figure,
    /// The measure does not serve the goal any more.
    Elsewhere,
}

impl Cannot {
    /// Its name in texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kind => "art",
            Self::Unit => "einheit",
            Self::Rule => "regel",
            Self::Figure => "merkmal",
            Self::Elsewhere => "anderswo",
        }
    }
}

/// Why an indicator of a measure cannot be added to a goal's; `rule` is that of what is added already.
#[must_use]
pub fn cannot_add(says: &Indicator, rule: Option<Rule>, part: &OfMeasure) -> Option<Cannot> {
    let alike = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if part.figure.is_some() {
        Some(Cannot::Figure)
    } else if part.kind != says.kind {
        Some(Cannot::Kind)
    } else if says.kind == Kind::Count && alike(&part.unit) != alike(&says.unit) {
        Some(Cannot::Unit)
    } else {
        rule.is_some_and(|it| it != part.rule).then_some(Cannot::Rule)
    }
}

/// What several indicators are together, at the end of each period of which one of them speaks:
/// counts add, shares by numerators and denominators. One that has no value yet adds nothing.
#[must_use]
pub fn summed(parts: &[(Rule, Vec<(Period, Value)>)]) -> Vec<(Date, Value)> {
    let mut days: Vec<Date> = parts.iter().flat_map(|it| &it.1).map(|it| it.0.last()).collect();
    days.sort_unstable();
    days.dedup();
    let at = |day: Date| {
        let of = |(rule, values): &(Rule, Vec<(Period, Value)>)| {
            let until: Vec<_> = values.iter().filter(|it| it.0.last() <= day).copied().collect();
            together(*rule, &until)
        };
        Some((day, parts.iter().filter_map(of).reduce(add)?))
    };
    days.into_iter().filter_map(at).collect()
}

/// How far an indicator is; its words are the text `ziel-stand-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// There is no value.
    Empty,
    /// The last value is of this day, and old.
    Stale(Date),
    /// Nobody can tell yet: there is a value and nothing to compare it with.
    Open,
    /// On the way, or ahead.
    OnTheWay,
    /// Less than was to be reached by that day.
    Behind,
    /// Where it was to go.
    Reached,
}

impl State {
    /// Its name in texts and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Stale(_) => "stale",
            Self::Open => "open",
            Self::OnTheWay => "on-the-way",
            Self::Behind => "behind",
            Self::Reached => "reached",
        }
    }
}

/// After so many months a value says little of today: who counts once a year is not late.
const FRESH_MONTHS: i64 = 18;

/// How far it is on a day, by a course of values, the earliest first. The path is the straight line
/// from the value before through the points of the years; where nobody knows the value before, from
/// the first that was counted.
#[must_use]
pub fn state(says: &Indicator, course: &[(Date, Hundredths)], today: Date) -> State {
    let Some((on, now)) = course.last().copied() else { return State::Empty };
    if on < today.saturating_sub(FRESH_MONTHS.months()) {
        return State::Stale(on);
    }
    let path = path(says, course);
    let Some((_, goal)) = path.last().copied() else { return State::Open };
    let start = path.first().filter(|it| it.0 < on && path.len() > 1).map(|it| it.1);
    let Some(start) = start else { return State::Open };
    let is_rising = goal >= start;
    let is_there = |wanted: Hundredths| if is_rising { now >= wanted } else { now <= wanted };
    match expected(&path, on) {
        _ if is_there(goal) => State::Reached,
        Some(wanted) if is_there(wanted) => State::OnTheWay,
        Some(_) => State::Behind,
        None => State::Open,
    }
}

/// From where, through which points, to where.
#[must_use]
pub fn path(says: &Indicator, course: &[(Date, Hundredths)]) -> Vec<(Date, Hundredths)> {
    let targets: Vec<(Date, Hundredths)> =
        says.targets.iter().map(|(year, value)| (end_of(*year), *value)).collect();
    let first = targets.first().map_or(Date::MAX, |it| it.0);
    let counted = course.first().copied().filter(|it| it.0 < first);
    let start = says.baseline.map(|(value, day)| (day, value)).or(counted);
    start.into_iter().chain(targets).collect()
}
